"""Finding claims: the statements that scan the indexes, newest first."""
