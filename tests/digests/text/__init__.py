"""Tests of the room `digests/text`."""
