"""Tests of the room `digests/extraction`."""
