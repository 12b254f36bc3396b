"""A page worth opening: digests by day, every claim with its passage, places and actors without a script."""

from bot.page.pages import Page, Pages
from bot.page.routes import routes_of

__all__ = ["Page", "Pages", "routes_of"]
