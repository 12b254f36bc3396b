"""Tests of the room `digests/stories`."""
