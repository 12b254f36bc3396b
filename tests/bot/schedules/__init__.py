"""Tests of the room `bot/schedules`."""
