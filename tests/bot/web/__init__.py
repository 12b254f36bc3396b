"""Tests of the room `bot/web`."""
