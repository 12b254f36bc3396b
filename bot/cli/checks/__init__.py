"""What `dateline doctor` looks at, a function for each thing."""
