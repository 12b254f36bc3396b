"""Tests of the room `bot/page`."""
