"""Tests of the room `bot/exports`."""
