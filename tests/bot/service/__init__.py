"""Tests of the room `bot/service`."""
