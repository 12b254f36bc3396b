"""Tests of the room `digests/actors`."""
