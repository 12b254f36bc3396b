"""Tests of the room `bot/knowledge`."""
