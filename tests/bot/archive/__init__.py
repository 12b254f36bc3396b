"""Archives of articles, read in shards and loaded."""
