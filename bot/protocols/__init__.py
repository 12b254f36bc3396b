"""The seams: what the use cases need of a store and a platform, and what the platforms need of the use cases."""

from __future__ import annotations

from bot.protocols.platforms import Client, Poster, Ranker
from bot.protocols.store import Store
from bot.protocols.store_rooms import DeskStore, FeedStore, NoteStore
from bot.protocols.use_cases import UseCases

__all__ = ["Client", "DeskStore", "FeedStore", "NoteStore", "Poster", "Ranker", "Store", "UseCases"]
