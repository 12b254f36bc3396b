"""Heavy work as jobs on a real Postgres."""
