"""What a reader asks, read from text or made of options, and the names it may contain."""
