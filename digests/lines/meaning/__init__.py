"""What a saying means beyond its words: that its speaker turns against it, and what limits it from beside them."""
