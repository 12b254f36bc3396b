"""Tests of the room `digests/lines`."""
