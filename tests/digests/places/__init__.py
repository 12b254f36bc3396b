"""Tests of the room `digests/places`."""
