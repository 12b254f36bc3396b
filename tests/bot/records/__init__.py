"""Tests of the room `bot/records`."""
