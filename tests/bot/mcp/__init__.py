"""Tests of the room `bot/mcp`."""
