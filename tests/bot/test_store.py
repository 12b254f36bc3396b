"""One suite for both databases: what is stored is found again, once, in order, and by its owner alone."""

from __future__ import annotations

import asyncio
import re
import string
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.errors import RequestError
from bot.models import Delivery, DigestRun, Schedule
from bot.store import SqlStore, open_store
from bot.store.search import Window, _newest
from digests.models import Actor, Article, Claim, Claimant, Figure, Query, Relation
from tests import make

DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def ids(store: SqlStore, query: Query, **options: Any) -> list[str]:
    """The ids of the claims found, in order."""
    found, _ = await store.find_claims(query, **{"limit": 100, **options})
    return [claim.id for _, claim in found]


async def add(store: SqlStore, *claims: Claim, now: datetime = make.NOW, **fields: Any) -> Article:
    """Add an article with those claims."""
    article = make.article(**fields)
    assert await store.add_article(article, claims, now=now)
    return article


# --- articles -------------------------------------------------------------------------------------------------


async def test_article_and_claims_come_back_whole(store: SqlStore) -> None:
    """Whatever a model holds, odd characters included, is the same after the round trip."""
    article = make.article(
        body="Up to 5 km \0 “Зеленський” 🜁\r\n", tags=("a",), corrections=({"text": "c", "date": make.NOW},)
    )
    claim = make.claim(
        claimant=Claimant(name="No\0body", role="unnamed", resolved_by="none"),
        places=(make.place_mention(make.SUDZHA),),
        actors=(make.actor_mention(make.GENERAL),),
        figures=(Figure(value=None, low=5.5, bound="up_to", start=0, end=4, surface="Up to"),),
        relations=(Relation(kind="denies", claim_id="other", reason="says so"),),
    )
    assert await store.add_article(article, [claim], now=make.NOW)
    assert await store.article(article.id, 1) == article
    assert await store.articles_of([article.id, "missing"]) == {(article.id, 1): article}
    assert await store.claim(claim.id) == claim
    assert await store.has_article(article.id, 1)
    assert not await store.has_article(article.id, 2)
    assert await store.article(article.id, 2) is None
    assert await store.claim("missing") is None


async def test_adding_again_changes_nothing(store: SqlStore) -> None:
    """The same id and version is stored once, and the first body stays."""
    await add(store, make.claim())
    assert not await store.add_article(make.article("Other."), [make.claim(claim_id="other")], now=make.NOW)
    assert await ids(store, make.query()) == ["claim"]
    assert await store.article("article", 1) == make.article()


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1), (2, 1, 3)])
async def test_newest_version_counts_in_any_order(store: SqlStore, order: tuple[int, ...]) -> None:
    """Only the newest version's claims are found, whatever came first; older claims stay known by id."""
    for version in order:
        article = make.article(version=version)
        assert await store.add_article(article, [make.claim(claim_id=f"v{version}", of=article)], now=make.NOW)
    assert await ids(store, make.query()) == ["v3"]
    assert await store.claim("v1") is not None
    assert len(await store.articles_of(["article"])) == 3
    assert (await store.counts())["articles"] == 1


@pytest.mark.parametrize("status", ["withheld", "canceled"])
async def test_withdrawn_article_hides_its_claims(store: SqlStore, status: str) -> None:
    """A newest version that is withheld or canceled leaves none of the article's claims."""
    await add(store, make.claim())
    await add(store, make.claim(claim_id="v2"), version=2, status=status)
    assert await ids(store, make.query()) == []
    assert await store.entities() == []


@pytest.mark.parametrize("replacement_first", [True, False])
async def test_superseding_article_hides_the_other(store: SqlStore, replacement_first: bool) -> None:
    """An article that names another as superseded hides it, in either order, until it no longer names it."""
    articles = [
        (make.article(id="old"), make.claim(claim_id="old")),
        (make.article(id="new", supersedes="old"), make.claim(claim_id="new")),
    ]
    for article, claim in reversed(articles) if replacement_first else articles:
        await store.add_article(article, [claim], now=make.NOW)
    assert await ids(store, make.query()) == ["new"]
    await store.add_article(make.article(id="new", version=2), [make.claim(claim_id="new2")], now=make.NOW)
    assert set(await ids(store, make.query())) == {"new2", "old"}


async def test_article_that_supersedes_itself_stays(store: SqlStore) -> None:
    """A record that names itself as superseded does not vanish."""
    await add(store, make.claim(), supersedes="article")
    assert await ids(store, make.query()) == ["claim"]


# --- finding --------------------------------------------------------------------------------------------------


async def test_place_finds_what_lies_in_it(store: SqlStore) -> None:
    """A claim about a town is found under its region and country, also by context, and nowhere else."""
    await add(
        store,
        make.claim(claim_id="named", places=(make.place_mention(make.SUDZHA),)),
        make.claim(claim_id="context", context_places=(make.place_mention(make.KURSK),)),
        make.claim(claim_id="elsewhere", places=(make.place_mention(make.UKRAINE),)),
    )
    assert await ids(store, make.query(make.SUDZHA)) == ["named"]
    assert await ids(store, make.query(make.KURSK_OBLAST)) == ["named", "context"]
    assert await ids(store, make.query(make.RUSSIA)) == ["named", "context"]
    assert await ids(store, make.query(make.RUSSIA, make.UKRAINE)) == ["named", "context", "elsewhere"]


async def test_actor_about_and_by(store: SqlStore) -> None:
    """`about` finds an actor's own claims and those that mention them; `by` only the former, also by affiliation."""
    speaker = Claimant(actor_id="person:x", name="X", affiliation_id=make.THINK_TANK.id, affiliation="EI")
    await add(
        store,
        make.claim(claim_id="own"),
        make.claim(claim_id="speaker", claimant=speaker),
        make.claim(
            claim_id="mentioned",
            claimant=Claimant(actor_id="person:y", name="Y"),
            actors=(make.actor_mention(make.THINK_TANK),),
        ),
        make.claim(claim_id="other", claimant=Claimant(name="Somebody")),
    )
    assert await ids(store, make.query(make.THINK_TANK)) == ["own", "speaker", "mentioned"]
    assert await ids(store, make.query(by=[make.THINK_TANK])) == ["own", "speaker"]
    assert await ids(store, make.query(make.THINK_TANK, by=["y"])) == ["mentioned"]
    assert await ids(store, make.query(by=[make.THINK_TANK, "somebody"])) == ["own", "speaker", "other"]
    assert await ids(store, make.query(by=["institute"])) == ["own"]


async def test_filters(store: SqlStore) -> None:
    """Time said, kind and status each narrow what is found."""
    await add(
        store,
        make.claim(claim_id="new", kind="denial", said_at=make.SAID + MINUTE),
        make.claim(claim_id="old", kind="estimate", status="unconfirmed"),
        make.claim(claim_id="dated by article", said_at=None),
    )
    assert await ids(store, make.query(since=make.SAID + MINUTE)) == ["new"]
    assert len(await ids(store, make.query(since=make.SAID))) == 3
    assert await ids(store, make.query(kinds=("denial", "estimate"))) == ["new", "old"]
    assert await ids(store, make.query(status="unconfirmed")) == ["old"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Zelenskyy", True),
        ("Суджа drone", True),
        ("DRONES kyiv", True),
        ("dröne", True),
        ("tank", False),
        ("zelensk", False),
        ("", False),
    ],
)
async def test_words_are_folded(store: SqlStore, words: str, found: bool) -> None:
    """Words match whole, all of them, whatever their case, marks, script or plural."""
    await add(store, make.claim("Zelenskyy said 30 drones flew from Sudzha to Kyiv"))
    assert await ids(store, make.query(words)) == (["claim"] if found else [])


@pytest.mark.parametrize(
    "text",
    [
        "'; DROP TABLE claim; --",
        '" OR 1=1 --',
        "drone*",
        "words : drone",
        "NEAR(drone fleet, 2)",
        "drone AND",
        "NOT drone",
        "^drone",
        "(drone",
        "drone & !fleet | x:*",
        "%",
        "\\",
        "\0",
        "😀",
        "-- /*",
    ],
)
async def test_hostile_words_are_only_words(store: SqlStore, text: str) -> None:
    """Syntax of SQL and of full text in a query neither fails nor widens it."""
    await add(store, make.claim("A fleet of boats"))
    assert await ids(store, make.query(text)) == []
    assert await ids(store, make.query(by=[text])) == []
    assert await ids(store, make.query(Actor(id=text, name="x", kind="org"))) == []
    assert await ids(store, make.query(status=text)) == []
    assert await ids(store, make.query()) == ["claim"]


async def test_pages_join_without_gap_or_repeat(store: SqlStore) -> None:
    """Pages by key give every claim once, newest first, while newer claims come in; the total stays whole."""
    claims = [make.claim(f"Claim {n}", f"c{n}", said_at=make.SAID + n // 3 * MINUTE) for n in range(10)]
    await add(store, *claims)
    seen: list[str] = []
    after = None
    while True:
        page, total = await store.find_claims(make.query(make.THINK_TANK, "claim"), limit=3, after=after)
        assert total == 10 + bool(seen)
        if not page:
            break
        if not seen:
            await add(store, make.claim(claim_id="newer", said_at=make.NOW), id="newer")
        seen += [claim.id for _, claim in page]
        after = page[-1][0]
    assert seen == ["c9", "c6", "c7", "c8", "c3", "c4", "c5", "c0", "c1", "c2"]


@pytest.mark.parametrize("after", ["", "x", "1 OR 1=1", "9" * 40, "٣"])
async def test_bad_page_key_is_a_request_error(store: SqlStore, after: str) -> None:
    """A page key that we never gave out is refused in words for the reader."""
    with pytest.raises(RequestError, match="Ask again"):
        await store.find_claims(make.query(), limit=1, after=after)


async def test_window_of_a_digest(store: SqlStore) -> None:
    """A window is open at its beginning and closed at its end, by the time a claim was stored."""
    for n in range(3):
        await add(store, make.claim(claim_id=f"c{n}"), id=f"a{n}", now=make.NOW + n * MINUTE)
    window = {"added_after": make.NOW, "added_until": make.NOW + MINUTE}
    assert await ids(store, make.query(), **window) == ["c1"]
    assert await ids(store, make.query(), added_until=make.NOW) == ["c0"]


async def test_entities_count_current_claims(store: SqlStore) -> None:
    """Entities are the places, ancestors included, and actors of current claims, most claims first."""
    await add(
        store,
        make.claim(claim_id="1", places=(make.place_mention(make.SUDZHA),)),
        make.claim(claim_id="2", places=(make.place_mention(make.KURSK_OBLAST),)),
    )
    found = [(entity.kind, entity.id, entity.name, entity.claims) for entity in await store.entities()]
    assert found == [
        ("place", str(make.RUSSIA.id), "", 2),
        ("actor", make.THINK_TANK.id, "Example Institute", 2),
        ("place", str(make.KURSK_OBLAST.id), "Kursk Oblast", 2),
        ("place", str(make.SUDZHA.id), "Sudzha", 1),
    ]


@pytest.mark.parametrize(
    "query",
    [
        make.query(),
        make.query(make.RUSSIA),
        make.query(make.THINK_TANK),
        make.query(by=[make.GENERAL]),
        make.query("x"),
    ],
)
async def test_newest_first_is_an_index_walk(sqlite_url: str, query: Query) -> None:
    """SQLite neither sorts nor scans the claims to find the newest, however many there are."""
    store = await open_store(sqlite_url)
    with store._engine.connect() as connection:
        rows = select(_newest(connection, query, Window(), 10, "99"))
        statement = rows.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
    assert not [step for step in plan if "TEMP B-TREE" in step or re.match("SCAN claim($| )", step)]
    await store.close()


class OnPaper:
    """The same questions answered by going through a list."""

    def __init__(self, claims: list[Claim]) -> None:
        self.claims = claims

    def find(self, query: Query) -> list[str]:
        """The ids of matching claims, newest first and else in order."""
        found = [claim for claim in self.claims if self._matches(claim, query)]
        return [claim.id for claim in sorted(found, key=lambda claim: claim.said_at or make.SAID, reverse=True)]

    def _matches(self, claim: Claim, query: Query) -> bool:
        places = {str(i) for m in claim.places for i in (m.place.id, *m.place.ancestors)}
        by = {claim.claimant.actor_id}
        actors = by | {m.actor.id for m in claim.actors}
        about = not query.about or any(s.id in (places if s.kind == "place" else actors) for s in query.about)
        return about and (not query.by or any(s.id in by for s in query.by))


_PLACES = st.sampled_from([make.RUSSIA, make.KURSK_OBLAST, make.KURSK, make.SUDZHA, make.UKRAINE])
_ACTORS = st.sampled_from([make.THINK_TANK, make.GENERAL])
_CLAIMS = st.builds(
    lambda places, actors, by, minute: make.claim(
        places=tuple(map(make.place_mention, places)),
        actors=tuple(map(make.actor_mention, actors)),
        claimant=Claimant(actor_id=by.id, name=by.name),
        said_at=make.SAID + minute * MINUTE,
    ),
    st.lists(_PLACES, max_size=2),
    st.lists(_ACTORS, max_size=2),
    _ACTORS,
    st.integers(-2, 2),
)
_QUERIES = st.builds(
    lambda about, by: make.query(*about, by=by),
    st.lists(_PLACES | _ACTORS, max_size=3),
    st.lists(_ACTORS, max_size=2),
)


@settings(max_examples=25, deadline=None)
@given(claims=st.lists(_CLAIMS, max_size=8), queries=st.lists(_QUERIES, min_size=3, max_size=6))
async def test_finds_what_a_list_would(claims: list[Claim], queries: list[Query]) -> None:
    """Any query finds the same claims, in the same order, as a walk through a list."""
    numbered = [claim.model_copy(update={"id": str(n)}) for n, claim in enumerate(claims)]
    store = await open_store("sqlite://")
    await store.add_article(make.article(), numbered, now=make.NOW)
    for query in queries:
        found, total = await store.find_claims(query, limit=100)
        assert [claim.id for _, claim in found] == OnPaper(numbered).find(query)
        assert total == len(found)
    await store.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(alphabet=st.sampled_from(string.printable + "éßЖ漢ः😀\0"), max_size=30))
async def test_no_words_can_break_a_query(store: SqlStore, words: str) -> None:
    """Whatever a reader types as words is answered."""
    assert await ids(store, make.query(words, by=[words])) == []


# --- schedules ------------------------------------------------------------------------------------------------


async def test_schedule_round_trip(store: SqlStore) -> None:
    """A schedule comes back whole, changes in place, and is gone when removed."""
    schedule = make.schedule(about="kursk", paused=True, created_at=make.NOW + timedelta(microseconds=7))
    assert await store.add_schedule(schedule)
    assert await store.schedules("discord:1") == [schedule]
    changed = schedule.model_copy(update={"paused": False, "cron": "0 9 * * *"})
    assert await store.update_schedule(changed)
    assert await store.schedules() == [changed]
    assert await store.schedule("s1") == changed
    assert await store.remove_schedule("discord:1", "s1")
    assert not await store.remove_schedule("discord:1", "s1")
    assert not await store.update_schedule(changed)
    assert await store.schedule("s1") is None


async def test_schedule_names_are_unique_in_a_tenant(store: SqlStore) -> None:
    """Two schedules of one name clash within a workspace, not between two; renaming onto another is refused."""
    assert await store.add_schedule(make.schedule("s1", name="daily"))
    assert not await store.add_schedule(make.schedule("s2", name="daily"))
    assert await store.add_schedule(make.schedule("s3", name="daily", tenant="slack:2"))
    second = make.schedule("s4", name="weekly")
    assert await store.add_schedule(second)
    assert not await store.update_schedule(second.model_copy(update={"name": "daily"}))


async def test_tenants_do_not_see_each_other(store: SqlStore) -> None:
    """No call with one workspace's key shows or changes what another has, even where ids are alike."""
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [make.delivery()], ["c"], next_due=DUE + MINUTE)
    (taken,) = await take(store, DUE)
    other = make.destination(tenant="discord:2")
    assert await store.schedules("discord:2") == []
    assert await store.deliveries("discord:2") == []
    assert not await store.remove_schedule("discord:2", "s1")
    assert not await store.update_schedule(make.schedule(tenant="discord:2", paused=True))
    assert not await store.mark_sent(taken.model_copy(update={"tenant": "discord:2"}), "m")
    assert not await store.mark_failed(taken.model_copy(update={"tenant": "discord:2"}), "e", retry_at=None)
    assert await store.queue_run(make.run(tenant="discord:2"), [], [], next_due=DUE + 9 * MINUTE)
    (mine,) = await store.schedules("discord:1")
    assert not mine.paused
    assert mine.next_due == DUE + MINUTE
    with pytest.raises(ValueError, match="another"):
        await store.add_schedule(make.schedule("s9").model_copy(update={"destination": other}))
    with pytest.raises(ValueError, match="another"):
        await store.queue_run(
            make.run("r9", due=DUE + MINUTE), [make.delivery("d9", run_id="r9", destination=other)], [], next_due=DUE
        )
    assert len(await store.deliveries("discord:1")) == 1


# --- runs and deliveries --------------------------------------------------------------------------------------


async def take(store: SqlStore, now: datetime, limit: int = 10, lease: float = 600) -> list[Delivery]:
    """Take for every platform."""
    return await store.take_deliveries(
        now, platforms=("discord", "slack", "terminal"), limit=limit, lease_seconds=lease
    )


async def queue(store: SqlStore, *deliveries: Delivery, run: DigestRun | None = None) -> bool:
    """Queue a run, with its schedule if that is missing."""
    await store.add_schedule(make.schedule())
    return await store.queue_run(run or make.run(), deliveries, [], next_due=DUE + timedelta(days=1))


async def test_run_is_queued_once(store: SqlStore) -> None:
    """A second run of the same schedule and due time writes nothing at all."""
    await store.add_schedule(make.schedule())
    tomorrow = DUE + timedelta(days=1)
    assert await store.queue_run(make.run("r1"), [make.delivery("d1")], ["claim"], next_due=tomorrow)
    again = make.delivery("d2", run_id="r2")
    assert not await store.queue_run(make.run("r2"), [again], ["other"], next_due=tomorrow + MINUTE)
    assert [delivery.id for delivery in await store.deliveries("discord:1")] == ["d1"]
    (schedule,) = await store.schedules("discord:1")
    assert (schedule.next_due, schedule.covered_until) == (tomorrow, DUE)


async def test_posted_claims_are_left_out_for_that_schedule(store: SqlStore) -> None:
    """What a schedule has posted is not found for it again, also after its removal, but for others."""
    await add(store, make.claim(claim_id="a"), make.claim(claim_id="b"))
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [], ["a"], next_due=DUE)
    await store.remove_schedule("discord:1", "s1")
    assert await ids(store, make.query(), posted_by="s1") == ["b"]
    assert await ids(store, make.query(), posted_by="s2") == ["a", "b"]


async def test_delivery_round_trip(store: SqlStore) -> None:
    """A delivery is leased whole, only when due, and keeps the platform's id."""
    delivery = make.delivery(part=3)
    await queue(store, delivery)
    assert await take(store, DUE - MINUTE) == []
    (taken,) = await take(store, DUE)
    expected = {"state": "sending", "attempts": 1, "lease_token": taken.lease_token}
    assert taken == delivery.model_copy(update=expected)
    assert taken.lease_token
    assert await take(store, DUE) == []
    assert await store.mark_sent(taken, "m1")
    assert not await store.mark_sent(taken, "m2")
    (sent,) = await store.deliveries("discord:1")
    assert (sent.state, sent.remote_id, sent.lease_token) == ("sent", "m1", None)


async def test_expired_lease_goes_to_another(store: SqlStore) -> None:
    """Who takes over holds the delivery; the first holder's marks no longer count."""
    await queue(store, make.delivery())
    (first,) = await take(store, DUE, lease=60)
    assert await take(store, DUE + timedelta(seconds=59)) == []
    (second,) = await take(store, DUE + timedelta(seconds=60))
    assert second.attempts == 2
    assert not await store.mark_sent(first, "m1")
    assert not await store.mark_failed(first, "late", retry_at=None)
    assert await store.mark_sent(second, "m2")


async def test_parts_keep_their_order(store: SqlStore) -> None:
    """One delivery of a channel is out at a time, in order, past a dead one; other channels do not wait."""
    elsewhere = make.destination(channel="200")
    await queue(
        store,
        *[make.delivery(f"d{n}", part=n) for n in range(3)],
        make.delivery("e0", destination=elsewhere),
    )
    taken = await take(store, DUE)
    assert [delivery.id for delivery in taken] == ["d0", "e0"]
    assert await store.mark_failed(taken[0], "busy", retry_at=DUE + MINUTE)
    assert await take(store, DUE) == []
    (again,) = await take(store, DUE + MINUTE)
    assert (again.id, again.error, again.attempts) == ("d0", "busy", 2)
    assert await store.mark_failed(again, "gone", retry_at=None)
    (following,) = await take(store, DUE + MINUTE)
    assert following.id == "d1"


async def test_take_minds_platform_and_limit(store: SqlStore) -> None:
    """Only the platforms asked for are taken, the oldest first, up to the limit."""
    slack = make.destination(platform="slack")
    channels = [make.destination(channel=str(n)) for n in range(3)]
    parts = [make.delivery(f"d{n}", destination=where) for n, where in enumerate([slack, *channels])]
    await queue(store, *parts)
    taken = await store.take_deliveries(DUE, platforms=["discord"], limit=2, lease_seconds=60)
    assert [delivery.id for delivery in taken] == ["d1", "d2"]
    assert await store.take_deliveries(DUE, platforms=[], limit=2, lease_seconds=60) == []


async def test_counts(store: SqlStore) -> None:
    """Counts tell what is held."""
    assert await store.counts() == {"articles": 0, "claims": 0, "schedules": 0, "deliveries": 0}
    await add(store, make.claim("a", "a"), make.claim("b", "b"))
    await queue(store, make.delivery())
    assert await store.counts() == {"articles": 1, "claims": 2, "schedules": 1, "deliveries": 1}


# --- two processes --------------------------------------------------------------------------------------------


async def test_two_stores_on_one_database(store_url: str) -> None:
    """Two stores opened at once on an empty database share the work: nothing is lost, doubled or out of order."""
    first, second = await asyncio.gather(open_store(store_url), open_store(store_url))
    added = await asyncio.gather(
        *[
            store.add_article(make.article(id=f"a{n}"), [make.claim(claim_id=f"c{n}")], now=make.NOW)
            for n in range(10)
            for store in (first, second)
        ]
    )
    assert sum(added) == 10
    assert sorted(await ids(first, make.query())) == [f"c{n}" for n in range(10)]
    await first.add_schedule(make.schedule())

    async def queue_and_drain(store: SqlStore, name: str) -> list[str]:
        where = [make.destination(channel=str(channel)) for channel in range(4)]
        for n in range(3):
            run = make.run(f"{name}{n}", due=DUE + n * MINUTE)
            parts = [make.delivery(f"{name}{n}.{w.channel}", run_id=run.id, destination=w) for w in where]
            await store.queue_run(run, parts, [], next_due=DUE)
        sent = []
        while True:
            taken = await take(store, DUE + timedelta(hours=1), limit=2)
            sent += [(d.id, d.destination.channel) for d in taken if await store.mark_sent(d, d.id)]
            if not taken:
                return [delivery for delivery, _ in sent]

    drained = await asyncio.gather(queue_and_drain(first, "x"), queue_and_drain(second, "y"))
    rest = await queue_and_drain(first, "z")
    assert len(drained[0]) + len(drained[1]) + len(rest) == 12
    assert len({*drained[0], *drained[1], *rest}) == 12
    await asyncio.gather(first.close(), second.close())


async def test_reopened_store_remembers(store_url: str) -> None:
    """What was stored is there after closing and opening again."""
    first = await open_store(store_url)
    await first.add_article(make.article(), [make.claim()], now=make.NOW)
    schedule: Schedule = make.schedule()
    await first.add_schedule(schedule)
    await first.close()
    second = await open_store(store_url)
    assert await ids(second, make.query()) == ["claim"]
    assert await second.schedules() == [schedule]
    await second.close()
