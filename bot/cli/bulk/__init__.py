"""Reading many records at once: `extract` in its forms, a pool of processes, and counts."""
