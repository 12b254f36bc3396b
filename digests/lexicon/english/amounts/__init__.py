"""English numbers, units, and the things that are counted."""
