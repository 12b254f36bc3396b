"""Tests of the room `digests/query`."""
