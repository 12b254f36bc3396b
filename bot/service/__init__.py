"""The use cases, platform-free: what commands, schedules and the command line ask for."""
