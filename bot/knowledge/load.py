"""Loading what the bot knows: the gazetteer and the actors that the settings name."""

from __future__ import annotations

from bot.knowledge.actors_file import read_actors
from bot.knowledge.gazetteer import open_gazetteer
from bot.settings import SHIPPED, Settings
from digests.knowledge import Knowledge


def build_knowledge(settings: Settings) -> Knowledge:
    """Places and actors from the shipped files and the operator's own."""
    operator_files = [settings.config / "actors.toml"] if settings.config else []
    actors = read_actors([SHIPPED / "actors.toml", *(path for path in operator_files if path.is_file())])
    return Knowledge(open_gazetteer(SHIPPED, settings.data), actors)
