"""What the words of a claim say, in forms that two claims can be held against each other in."""
