"""Everything that touches the world: records, store, schedules, platforms and the command line."""
