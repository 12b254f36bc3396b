"""Slack: posts digests and answers commands, over Socket Mode or signed HTTP."""
