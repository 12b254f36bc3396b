"""Tests of the room `digests/speakers`."""
