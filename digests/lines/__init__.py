"""One claim drawn as one line, and the gate that checks the line against its passage."""
