"""Tests of the room `bot/feeds`."""
