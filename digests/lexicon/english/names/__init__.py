"""English words in and around the names of places, persons and bodies."""
