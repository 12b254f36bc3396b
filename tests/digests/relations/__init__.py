"""Tests of the room `digests/relations`."""
