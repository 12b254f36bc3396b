"""What a record is to the articles that are held, and what follows for readers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.errors import RequestError
from bot.service.intake import admit
from bot.service.service import Service
from bot.store import SqlStore
from digests.actors import ActorIndex
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import Article, Publisher
from digests.query.request import read_request
from tests import make
from tests.bot.stores import DUE
from tests.digests.gazetteers import SmallGazetteer

NOW = make.NOW
WIRE = Publisher(name="Example Wire", domain="wire.example")
LONG = "The road was shut on Monday. " * 9


def article(body: str = "Twelve houses were damaged.", **fields: Any) -> Article:
    """An article of the Example Wire."""
    return make.article(body, **{"publisher": WIRE, **fields})


async def hold(store: SqlStore, *articles: Article) -> list[int | None]:
    """Add articles as the service does; gives the version that each became."""
    versions: list[int | None] = []
    for record in articles:
        admitted = await admit(store, record, now=NOW)
        versions.append(admitted.version if admitted else None)
        if admitted:
            await store.add_article(admitted, [], now=NOW)
    return versions


@pytest.mark.parametrize(
    ("fields", "version"),
    [
        ({}, None),
        ({"body": " Twelve  houses\nwere damaged."}, None),
        ({"tags": ("floods",), "date_modified": DUE}, None),
        ({"body": "Fourteen houses were damaged."}, 2),
        ({"headline": "Another headline"}, 2),
        ({"status": "withheld"}, 2),
        ({"version": 5}, 5),
        ({"body": "An older text.", "date_published": make.SAID - timedelta(days=1)}, None),
        ({"body": "Fourteen houses.", "date_published": make.SAID + timedelta(hours=1)}, 2),
        ({"body": "Fourteen houses.", "date_published": None}, 2),
    ],
)
async def test_content_makes_a_version(store: SqlStore, fields: dict[str, Any], version: int | None) -> None:
    """Another body, headline or status is the next version; the same content, or an older text, is held already."""
    assert await hold(store, article(), article(**fields)) == [1, version]


async def test_an_old_text_that_comes_again_is_held_already(store: SqlStore) -> None:
    """Reading a file of both texts again adds nothing; an outlet that goes back to its old text says so by its date."""
    texts = article(), article("Fourteen houses.")
    later = article(date_modified=make.SAID + timedelta(hours=1))

    assert await hold(store, *texts, *texts, later) == [1, 2, None, None, 3]


async def test_versions_given_by_hand_come_in_any_order(store: SqlStore) -> None:
    """A version that comes late is kept below the newer one."""
    assert await hold(store, article(version=2), article("The first text.", version=1)) == [2, 1]


@pytest.mark.parametrize("end", ["", "…", " [...]"])
async def test_a_summary_is_no_new_version(store: SqlStore, end: str) -> None:
    """A feed that carries only the beginning of an article takes nothing back."""
    summary = LONG[:80] + end

    assert await hold(store, article(LONG), article(summary)) == [1, None]
    assert await hold(store, article(summary, id="other"), article(LONG, id="other")) == [1, 2]


@pytest.mark.parametrize(
    "publisher",
    [Publisher(name="Example Wire", domain="evil.example"), Publisher(name="Evil Blog"), Publisher(name="x")],
)
async def test_nobody_replaces_another_publishers_article(store: SqlStore, publisher: Publisher) -> None:
    """An id belongs to the house whose article had it first."""
    await hold(store, article())

    with pytest.raises(RequestError, match="article of Example Wire"):
        await hold(store, article("Nothing was damaged.", publisher=publisher))


@pytest.mark.parametrize(
    "publisher", [Publisher(name="Wire", domain="news.wire.example"), Publisher(name="example wire")]
)
async def test_a_house_has_many_names(store: SqlStore, publisher: Publisher) -> None:
    """The same domain, or the same name where one has no domain, is the same house."""
    assert await hold(store, article(), article("Fourteen.", publisher=publisher)) == [1, 2]


async def test_supersedes_is_bound_to_the_house(store: SqlStore) -> None:
    """An article takes the place of another one only where that is held and its own house's; else that is noted."""
    await hold(store, article(id="first"))
    evil = Publisher(name="Evil Blog", domain="evil.example")

    own = await admit(store, article(id="second", supersedes="first"), now=NOW)
    foreign = await admit(store, article(id="third", supersedes="first", publisher=evil), now=NOW)
    early = await admit(store, article(id="fourth", supersedes="later"), now=NOW)

    assert own
    assert own.supersedes == "first"
    assert foreign
    assert foreign.supersedes is None
    assert foreign.doubts == ("supersedes: first is another publisher's article; it stays as it is",)
    assert early
    assert (early.supersedes, len(early.doubts)) == (None, 1)


async def test_a_date_in_the_future_is_unknown(store: SqlStore) -> None:
    """It would be the newest for ever."""
    made = await admit(store, article(date_published=NOW + timedelta(days=300), date_modified=NOW), now=NOW)

    assert made
    assert (made.date_published, made.date_modified) == (None, NOW)
    assert made.doubts == ("date_published: lies in the future (2025-12-05); kept as date unknown",)


class Clock:
    """A clock that stands still until moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The time."""
        return self.now


async def test_nothing_is_printed_before_its_hour(store: SqlStore) -> None:
    """What is embargoed is in no answer, preview or digest before its hour, and in all of them after it."""
    clock, gazetteer = Clock(), SmallGazetteer()
    place = gazetteer.place(12)
    assert place
    text = "The institute said the road was open."
    claim = make.spoken(text, "the road was open", "The institute", "said", places=(make.place_mention(place),))
    service = Service(
        store,
        lambda _: Extraction(attributions=(), claims=(claim,), narrator=()),
        Knowledge(gazetteer, ActorIndex([])),
        clock=clock,
        splitters={"discord": lambda digest: [digest]},
    )
    schedule = make.schedule(created_at=NOW, covered_until=NOW)
    await store.add_schedule(schedule)
    assert await service.add_article(article(text, embargoed=NOW + timedelta(hours=3)))

    for hours, lines in ((1, 0), (4, 1)):
        clock.now = NOW + timedelta(hours=hours)
        assert len((await service.claims(read_request("Sudzha"))).digest.items) == lines
        assert len((await service.preview()).items) == lines
        if not lines:
            with pytest.raises(RequestError):
                await service.source(claim.id)
        assert await service.queue_digest((await service.schedules(schedule.tenant))[0], clock.now) == bool(lines)
