"""What is done once a night while the bot runs: copies of the database, and forgetting what is too old."""

from bot.upkeep.nightly import Nightly, Part

__all__ = ["Nightly", "Part"]
