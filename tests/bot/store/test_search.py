"""One suite for both databases: what is asked for is found, newest first, page by page, and nothing else."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.store import SqlStore, open_store
from bot.store.search.find import Page, Window, newest
from digests.models import Actor, Claim, Claimant, Figure, Query
from tests import make
from tests.bot.stores import MINUTE, add, ids

DAY = 24 * 60 * MINUTE


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


async def test_claims_with_figures(store: SqlStore) -> None:
    """Claims that give a figure are found alone, of everything, of a place and by words."""
    forty = Figure(value=40.0, what="troops", start=0, end=2, surface="40")
    places = (make.place_mention(make.SUDZHA),)
    await add(
        store,
        make.claim("40 troops moved", "measured", figures=(forty,), places=places),
        make.claim("Troops moved", "plain", places=places),
    )
    for subjects in ([], [make.SUDZHA], ["troops"]):
        query = make.query(*subjects)
        assert await ids(store, query) == ["measured", "plain"]
        assert await ids(store, query.model_copy(update={"measured": True})) == ["measured"]


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


async def test_entities_have_the_titles_of_current_claims(store: SqlStore) -> None:
    """What claims call somebody beside the name is told while a claim stands that does; one word tells nothing."""
    titles = {"Aino went": "Finnish interior minister", "Aino stayed": "Minister"}
    claims = [
        make.claim(text, claim_id=text, claimant=Claimant(actor_id="person:aino", name="Aino", title=title))
        for text, title in titles.items()
    ]
    await add(store, *claims)
    assert [entity.titles for entity in await store.entities()] == [("Finnish interior minister",)]
    await add(store, claims[1].model_copy(update={"id": "later"}), version=2)
    assert [entity.titles for entity in await store.entities()] == [()]


@pytest.mark.parametrize(
    "query",
    [
        make.query(),
        make.query(make.RUSSIA),
        make.query(make.THINK_TANK),
        make.query(by=[make.GENERAL]),
        make.query("x"),
        make.query(make.RUSSIA, by=[make.THINK_TANK]),
        make.query("x", by=[make.THINK_TANK]),
        make.query("x", by=["y"]),
        make.query(make.RUSSIA, kinds=("denial",), since=make.SAID),
    ],
)
async def test_newest_first_is_an_index_walk(sqlite_url: str, query: Query) -> None:
    """SQLite neither sorts nor scans the claims to find the newest, however many there are."""
    store = await open_store(sqlite_url)
    with store._engine.connect() as connection:
        rows, values = newest(connection, query, Window(), Page(10, "99"))
        statement = rows.params(values).compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        plan = [(row[1], row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
    # What several walks give is sorted together, but that is a page of each.
    several = any("UNION ALL" in step for _, step in plan)
    assert not [step for parent, step in plan if "TEMP B-TREE" in step and (parent or not several)]
    assert not [step for _, step in plan if re.match("SCAN claim_(place|actor)", step)]
    assert not [step for _, step in plan if re.match("SCAN claim($| )", step)] or not (query.about or query.by)
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


async def test_days_are_those_on_which_something_was_said(store: SqlStore) -> None:
    """The newest days come first, each once, and no more than are asked for; a withdrawn claim's day is none."""
    moments = {"late": make.SAID, "early": make.SAID.replace(hour=0, minute=0), "before": make.SAID - 30 * DAY}
    await add(store, *(make.claim(claim_id=name, said_at=moment) for name, moment in moments.items()))
    await add(store, make.claim(claim_id="gone", said_at=make.SAID - DAY), id="gone", status="withheld")

    days = [moments["late"].date(), moments["before"].date()]
    assert (await store.days(14), await store.days(1)) == (days, days[:1])


async def test_claims_are_looked_up_in_the_order_of_their_ids(store: SqlStore) -> None:
    """Many claims come in one answer, each as it is alone; an id that nothing has is passed over."""
    await add(store, *(make.claim(claim_id=name) for name in "abc"))

    found = await store.claims(["c", "none", "a", "c"])
    assert [claim.id for claim in found] == ["c", "a", "c"]
    assert found[1] == await store.claim("a")


async def test_what_others_dispute_is_found_alone(store: SqlStore) -> None:
    """Of the claims on a place come those that somebody denies, newest first, as many as are asked for."""
    town = {"places": (make.place_mention(make.SUDZHA),)}
    other = Claimant(actor_id="org:other", name="The other side", surface="The other side", side="other")
    texts = ("Troops captured the town of Sudzha", "Troops have not captured the town of Sudzha")
    claims = [
        make.claim(texts[0], "says", **town),
        make.claim(texts[1], "denies", claimant=other, **town),
        make.claim("Talks about the town will begin", "calm", **town),
    ]
    for n, claim in enumerate(claims):
        passage = claim.passage.model_copy(update={"article_id": f"a{n}"})
        await add(store, claim.model_copy(update={"passage": passage}), id=f"a{n}", body=claim.passage.exact)

    disputed = await store.disputed(make.query(make.SUDZHA), limit=10)
    assert {claim.id for claim in disputed} == {"says", "denies"}
    assert all(claim.relations for claim in disputed)
    assert len(await store.disputed(make.query(make.SUDZHA), limit=1)) == 1
    assert await store.disputed(make.query(make.UKRAINE), limit=10) == []
