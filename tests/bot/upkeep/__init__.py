"""Tests of the room `bot/upkeep`."""
