"""Tests of the room `bot/platforms/slack`."""
