"""What rules mend in the attributions that the network found, one kind of repair a file."""
