"""The commands as Slack sends them; what they come to is the service's."""
