"""Tests of the room `digests/figures`."""
