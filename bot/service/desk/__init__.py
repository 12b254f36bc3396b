"""The desk: its queue and decisions, and what it answers in chat."""
