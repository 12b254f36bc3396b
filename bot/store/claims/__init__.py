"""Articles and their claims as rows: written when an article is read, and read again as values."""
