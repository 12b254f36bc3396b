"""How requests of Slack reach us: over a socket that we open, or over signed HTTP."""
