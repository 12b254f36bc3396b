"""Labelling the words of a text as source, cue and content with a small network, and reading its answer."""
