"""What is seen from outside: whether the bot is alive and ready, and its figures; off unless a port is set."""

from bot.web.metrics import Metrics
from bot.web.server import check_settings, serve

__all__ = ["Metrics", "check_settings", "serve"]
