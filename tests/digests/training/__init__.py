"""Tests of the room `digests/training`."""
