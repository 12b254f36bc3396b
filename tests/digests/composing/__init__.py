"""Tests of the room `digests/composing`."""
