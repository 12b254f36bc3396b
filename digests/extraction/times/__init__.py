"""When a claim was made, and when what it tells of happened."""
