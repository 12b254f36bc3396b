"""Answering HTTP: what every server of ours holds to, whatever reaches it."""

from bot.listening.server import listen

__all__ = ["listen"]
