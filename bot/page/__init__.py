"""A page worth opening: digests by day, every claim with its passage, places and actors, without a script."""

from bot.page.server import serve_pages

__all__ = ["serve_pages"]
