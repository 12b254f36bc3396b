"""Tests of the room `bot/listening`."""
