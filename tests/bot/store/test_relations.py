"""Relations are stored as articles are read, and are the same in whatever order and batches those come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import SqlStore, open_store
from digests.figures import find_figures
from digests.models import Article, Claim, Claimant, Place, SourcedClaim
from digests.relations import relate
from tests import make

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TEXTS = (
    "Troops captured the town of Sudzha",
    "Troops have not captured the town of Sudzha",
    "The army lost control of the town of Sudzha",
    "40 soldiers were killed in the attack on the town",
    "90 soldiers were killed in the attack on the town",
    "The attack on the town killed 40 soldiers",
    "Talks about the town will begin",
)
SPEAKERS = (
    Claimant(actor_id="org:a", name="Army A", surface="Army A", side="a"),
    Claimant(actor_id="org:b", name="Army B", short="B", surface="Army B", side="b"),
    Claimant(actor_id="org:c", name="Watchers", surface="the watchers", role="analyst"),
    Claimant(name="he", surface="he"),
)
Drawn = tuple[str, Claimant, Place | None, int | None, str, bool]
Item = tuple[Article, list[Claim]]


def article_of(number: int, drawn: Sequence[Drawn], **fields: Any) -> Item:
    """An article whose claims are those."""
    body = " ".join(text for text, *_ in drawn) or "Nothing."
    article = make.article(body, id=f"a{number}", **fields)
    claims, start = [], 0
    for n, (text, speaker, place, day, kind, silent) in enumerate(drawn):
        claim = make.claim(text, f"c{number}.{article.version}.{n}", of=article, claimant=speaker, kind=kind)
        span = {"start": start, "end": start + len(text)}
        zone = UTC if number % 2 else timezone(5 * HOUR)
        when = {"said_at": make.SAID.astimezone(zone) + day * DAY} if day is not None else {"said_at": None}
        claims.append(
            claim.model_copy(
                update={
                    "passage": claim.passage.model_copy(update=span),
                    "attribution": claim.attribution.model_copy(update={"content": (tuple(span.values()),)}),
                    "places": (make.place_mention(place, start),) if place else (),
                    "figures": find_figures(body, *span.values()),
                    "no_response": silent,
                    "said_precision": "day" if when["said_at"] else "unknown",
                    **when,
                }
            )
        )
        start += len(text) + 1
    return article, claims


CLAIMS = st.tuples(
    st.sampled_from(TEXTS),
    st.sampled_from(SPEAKERS),
    st.sampled_from([make.SUDZHA, make.KURSK_OBLAST, make.RUSSIA, None]),
    st.sampled_from([0, 1, 3, 13, 14, 15, 40, None]),
    st.sampled_from(["saying", "saying", "denial", "forecast"]),
    st.booleans(),
)
ARTICLES = st.builds(
    lambda claims, day, version, status: (claims, day, version, status),
    st.lists(CLAIMS, max_size=3),
    st.sampled_from([None, 0, 1, 20]),
    st.integers(1, 2),
    st.sampled_from(["usable", "usable", "usable", "withheld"]),
)


async def stored(items: Sequence[Item], batch: int) -> dict[str, Claim]:
    """What a store holds after the articles were added in batches, by the claims' ids."""
    store = await open_store("sqlite://")
    for n in range(0, len(items), batch):
        await store.add_articles(items[n : n + batch], now=make.NOW)
    found, _ = await store.find_claims(make.query(), limit=1_000)
    await store.close()
    return {claim.id: claim for _, claim in found}


def related(items: Sequence[Item]) -> dict[str, Claim]:
    """What `relate` makes of the articles that count: the newest versions, where they are usable."""
    newest: dict[str, Item] = {}
    for article, claims in sorted(items, key=lambda item: item[0].version):
        newest[article.id] = (article, claims)
    found = [SourcedClaim(c, article) for article, claims in newest.values() for c in claims]
    return {claim.id: claim for claim, _ in relate([one for one in found if one.article.status == "usable"])}


@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(ARTICLES, max_size=6), order=st.randoms(use_true_random=False), batch=st.integers(1, 4))
async def test_any_order_and_any_batches_give_the_same_relations(drawn: list[Any], order: Any, batch: int) -> None:
    """Whatever comes first, and with what, the claims stand to each other as if all had been read at once."""
    items = []
    for n, (claims, day, version, status) in enumerate(drawn):
        published = None if day is None else make.SAID + day * DAY
        items.append(article_of(n // 2, claims, date_published=published, version=version, status=status))
    versions = {(article.id, article.version): (article, claims) for article, claims in items}
    shuffled = list(versions.values())
    order.shuffle(shuffled)
    assert await stored(shuffled, batch) == related(shuffled)


def pair() -> list[Item]:
    """Two sides who say the opposite of each other on one day."""
    return [
        article_of(1, [(TEXTS[0], SPEAKERS[0], make.SUDZHA, 0, "saying", False)]),
        article_of(2, [(TEXTS[1], SPEAKERS[1], make.SUDZHA, 0, "saying", False)]),
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_both_databases_keep_relations(store: SqlStore, order: tuple[int, int]) -> None:
    """Each of two claims shows how it stands to the other, whichever was read first, and by whatever it is found."""
    items = pair()
    for n in order:
        await store.add_article(*items[n], now=make.NOW)
    expected = related(items)
    assert [r.kind for r in expected["c1.1.0"].relations] == ["contradicts"]
    for query in (make.query(), make.query(make.RUSSIA), make.query("town"), make.query(by=["army"])):
        found, _ = await store.find_claims(query, limit=10)
        assert {claim.id: claim for _, claim in found} == expected
    assert await store.claim("c2.1.0") == expected["c2.1.0"]


async def test_tolls_meet_in_the_store() -> None:
    """Two tolls that share nothing but the dead are related by the store too."""
    store = await open_store("sqlite://")
    texts = ("the toll stood at 18 as of late Tuesday", "at least 30 deaths had been caused by the quake")
    for n, text in enumerate(texts):
        headline = f"Tarnholm quake: day {n}"
        item = article_of(n, [(text, SPEAKERS[n], None, 0, "saying", False)], headline=headline)
        await store.add_article(*item, now=make.NOW)
    toll = await store.claim("c0.1.0")
    assert toll is not None
    assert [relation.kind for relation in toll.relations] == ["contradicts"]
    await store.close()


async def test_what_somebody_denies_is_found_as_denied(store: SqlStore) -> None:
    """A claim counts as denied as long as a claim that denies it stands, whatever its own text says."""
    claimed, denied = TEXTS[0], "capturing the town of Sudzha"
    await store.add_article(*article_of(1, [(claimed, SPEAKERS[0], make.SUDZHA, 0, "saying", False)]), now=make.NOW)
    denial = article_of(2, [(denied, SPEAKERS[1], make.SUDZHA, 0, "denial", False)])
    await store.add_article(*denial, now=make.NOW)
    withdrawn = article_of(2, [], version=2, status="withheld")
    found = [await store.find_claims(make.query(make.SUDZHA, status="denied"), limit=9)]
    await store.add_article(*withdrawn, now=make.NOW + HOUR)
    found.append(await store.find_claims(make.query(make.SUDZHA, status="denied"), limit=9))
    assert [[claim.passage.exact for _, claim in claims] for claims, _ in found] == [[claimed], []]


async def test_nobody_tells_of_what_is_embargoed() -> None:
    """Until its hour no other claim names the claimant of an embargoed article; then it does."""
    now = [make.NOW]
    store = await open_store("sqlite://", clock=lambda: now[0])
    open_item, secret_item = pair()
    await store.add_article(*secret_item, now=make.NOW + HOUR)
    await store.add_article(*open_item, now=make.NOW)
    for moment, kinds in ((make.NOW, []), (make.NOW + HOUR, ["contradicts"])):
        now[0] = moment
        claim = await store.claim("c1.1.0")
        assert claim is not None
        assert [relation.kind for relation in claim.relations] == kinds
    await store.close()


async def test_a_withdrawn_claim_withdraws_its_relations(store: SqlStore) -> None:
    """What was said against a withheld record has nothing against it any more, until the record is there again."""
    (article, claims), other = pair()
    await store.add_articles([(article, claims), other], now=make.NOW)
    gone = article.model_copy(update={"version": 2, "status": "withheld"})
    await store.add_article(gone, [], now=make.NOW)
    assert await store.claim("c2.1.0") == other[1][0]
    again = article_of(1, [(TEXTS[0], SPEAKERS[0], make.SUDZHA, 0, "saying", False)], version=3)
    await store.add_article(*again, now=make.NOW)
    back = await store.claim("c2.1.0")
    assert back is not None
    assert [relation.claim_id for relation in back.relations] == ["c1.3.0"]
