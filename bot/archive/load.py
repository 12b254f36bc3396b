"""Loading what was read of an archive into the database, many articles at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from bot.archive.reading import readings
from bot.errors import RequestError
from bot.store import SqlStore
from digests.lines.wording import worded
from digests.models import Article, Claim

_AT_ONCE = 500  #: articles of a transaction


@dataclass
class Loaded:
    """How much was loaded so far."""

    articles: int = 0
    claims: int = 0
    already_held: int = 0


async def load_all(
    store: SqlStore, folder: Path, *, now: datetime, relate: bool, show: Callable[[Loaded], None] = lambda _: None
) -> Loaded:
    """Add all that was read into a folder, as what no digest takes for news; what is held already is passed over.

    relate: whether claims are related to others, which takes most of the time.
    show: is told how far it is. Raises RequestError where nothing was read.
    """
    files = sorted((folder / "readings").glob("*.jsonl.gz"))
    if not files:
        raise RequestError(f"{folder} holds no readings; make them with `dateline archive FILE… {folder}`.")
    loaded = Loaded()
    for file in files:
        items = _items(file)
        while batch := list(islice(items, _AT_ONCE)):
            outcomes = await store.add_articles(batch, now=now, news=False, relate=relate)
            loaded.articles += sum(outcomes)
            loaded.claims += sum(len(claims) for (_, claims), is_new in zip(batch, outcomes, strict=True) if is_new)
            loaded.already_held += len(outcomes) - sum(outcomes)
            show(loaded)
    return loaded


def _items(file: Path) -> Iterator[tuple[Article, list[Claim]]]:
    for article, claims in readings(file):
        yield article, [worded(Claim.model_validate(claim), article) for claim in claims]
