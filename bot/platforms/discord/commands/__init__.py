"""The commands, their options and their forms, as Discord has them; what they come to is the service's."""
