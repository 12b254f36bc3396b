"""Tests of the room `digests/dates`."""
