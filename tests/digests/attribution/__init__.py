"""Tests of the room `digests/attribution`."""
