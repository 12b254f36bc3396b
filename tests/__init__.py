"""Tests; each says in one sentence what must hold."""
