"""English words of who says something, and how."""
