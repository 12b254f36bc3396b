"""Finding claims: the indexes that they are found by, and the statements that walk them."""
