"""Tests of the room `bot/store`."""
