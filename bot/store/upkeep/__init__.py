"""Looking after the database: copies, moves, what is too old, and what a wrong clock noted."""
