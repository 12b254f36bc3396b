"""Which articles are about one event, and which are copies of each other."""
