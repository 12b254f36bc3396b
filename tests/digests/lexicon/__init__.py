"""Tests of the room `digests/lexicon`."""
