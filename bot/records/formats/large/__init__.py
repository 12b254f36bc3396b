"""Formats of large files, which are read as they lie."""
