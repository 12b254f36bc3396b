"""`dateline desk` and `dateline audit`: what waits, what stands, and who decided what."""

from __future__ import annotations

from bot.cli.desk.commands import audit, desk

__all__ = ["audit", "desk"]
