"""Articles and claims come out of their blobs as they went in, and the blobs are small."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.blobs import Packed, Packing
from digests.models import ActorMention, Article, Attribution, Claim, Claimant, Figure, Passage, PlaceMention
from tests import make

BODY = "Officials said that “up to 40” drones fell near Sudzha, and nobody else had said so before Friday."


def round_trip(article: Article, claims: list[Claim]) -> tuple[Article, list[Claim]]:
    """Pack and open again."""
    packing = Packing(article, claims)
    numbers = {name: number for number, name in enumerate(packing.names, 7)}
    packed = Packed(article.id, article.version, packing.blob(list(range(len(claims))), numbers))
    bodies = {number: name for name, number in numbers.items()}
    assert packed.keys == list(range(len(claims)))
    texts = [packed.claim(at, claim.id, bodies) for at, claim in enumerate(claims)]
    return packed.article(), [Claim.model_validate_json(text) for text in texts]


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda span: (span[0], sum(span))), max_size=3
).map(tuple)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MOMENTS = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - strategies take naive limits
PLACES = st.builds(
    PlaceMention,
    place=st.sampled_from([make.SUDZHA, make.RUSSIA]),
    surface=TEXTS | st.just(BODY[4:9]),
    start=st.just(4) | st.integers(0, 99),
    end=st.just(9) | st.integers(0, 99),
    metonym=st.booleans(),
)
ACTORS = st.builds(
    ActorMention,
    actor=st.just(make.GENERAL),
    surface=TEXTS,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    resolved_by=st.sampled_from(["exact", "pronoun"]),
)
FIGURES = st.builds(
    Figure, value=st.none() | st.floats(-9, 9), start=st.integers(0, 9), end=st.integers(0, 99), surface=TEXTS
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim with anything in it."""
    content = draw(SPANS.filter(bool))
    kinds = st.sampled_from(["saying", "denial"])
    attribution = Attribution(
        source=draw(SPANS), cue=draw(SPANS), content=content, kind=draw(kinds), confidence=draw(st.floats(0, 1))
    )
    start, end = attribution.start, attribution.end
    usual = Passage(
        article_id="article",
        version=1,
        start=start,
        end=end,
        exact=BODY[start:end],
        prefix=BODY[max(0, start - 60) : start],
        suffix=BODY[end : end + 60],
    )
    odd = Passage(article_id=draw(TEXTS), version=3, start=start, end=end, exact=draw(TEXTS), suffix=draw(TEXTS))
    fields: dict[str, Any] = {
        "id": draw(st.sampled_from(["0123456789ab"]) | TEXTS),
        "claimant": Claimant(name=draw(TEXTS), actor_id=draw(st.none() | TEXTS)),
        "via": draw(st.sampled_from([(), ("Example Wire",), ("A", "B")])),
        "cue": draw(TEXTS),
        "kind": draw(kinds),
        "nested": draw(st.booleans()),
        "passage": draw(st.sampled_from([usual, odd])),
        "attribution": attribution,
        "said_at": draw(MOMENTS),
        "hedges": tuple(draw(st.lists(TEXTS, max_size=2))),
        "confidence": draw(st.floats(0, 1)),
    }
    for name, kind in (("places", PLACES), ("context_places", PLACES), ("actors", ACTORS), ("figures", FIGURES)):
        fields[name] = tuple(draw(st.lists(kind, max_size=2)))
    return Claim(**fields)


@settings(deadline=None)
@given(found=st.lists(claims(), max_size=4))
def test_anything_comes_back_as_it_was(found: list[Claim]) -> None:
    """Whatever a claim holds, also what its article does not bear out, is the same after packing."""
    article = make.article(BODY)
    assert round_trip(article, found) == (article, found)


FIRST_FORM = (  # as it was written before columns of one cell, joined lists and lengths left out
    "0d<ryZ-X!ph5w3``9f_&XghZ3lrfPypi_kuw?!dNWk6LM@!$Jw2TDpZaLD$Z4SwId)0Bft@vZr45*&T_tj*n!MN?Rw#5lMP$#bk0FJRm2e1j"
    "Fel=)WaKWWcoY+=;O!Uin_jouB4h)jx|J6hQ4&D6E9rgUP{?S4MWMEIh2V~s0o;e7+&R&7jKcdpqdm%z<9n|;jHX}-;$k4#fBBx#=NAxWi7&"
    "?pNr)r@zcNvSZ-LqrOu7ggK5&g8>`rHS;4bWS;)76;QF?KgmLU1xfZ=<+`@&%Gd%i5&Ywyw7m=u|W)N22eUAAk+AHwd%)BM@9qvMUm1{J>oB"
    "DAeOnOc$&|;rw78a<PpCW3b_9T"
)


def test_older_blobs_open() -> None:
    """A blob as earlier versions of the program wrote it still gives its claims."""
    body = "The institute said up to 40 drones fell near Sudzha. The general denied it near Kursk."
    packed = Packed("article", 1, base64.b85decode(FIRST_FORM))
    bodies = {
        7: 'claimant {"name":"The institute"}',
        8: 'place {"id":486968,"name":"Sudzha","kind":"city","country":"RU","ancestors":[538555,2017370]}',
        9: 'claimant {"name":"General"}',
        10: 'actor {"id":"person:example-general","name":"Example General","kind":"person","role":"official"}',
    }
    first, second = (Claim.model_validate_json(packed.claim(at, "0" * 12, bodies)) for at in (0, 1))
    assert packed.article() == make.article(body)
    assert packed.keys == [5, 4]
    assert (first.passage.exact, second.passage.exact) == ("up to 40 drones fell near Sudzha", "it near Kursk")
    assert [(m.place.name, m.surface, m.metonym) for m in first.places] == [("Sudzha", "Sudzha", True)]
    assert [(m.actor, m.surface, m.resolved_by) for m in second.actors] == [(make.GENERAL, "The general", "exact")]
    assert [(figure.surface, figure.value) for figure in first.figures] == [("up to 40 drones", 40.0)]
    assert (first.attribution.cue, second.attribution.cue) == (((14, 18),), ((65, 71),))


def test_what_the_article_says_is_not_kept_twice() -> None:
    """A claim that is cut out of its article in the common way adds little to the blob."""
    start, end = BODY.index("“up"), BODY.index(", and")
    passage = Passage(
        article_id="article",
        version=1,
        start=start,
        end=end,
        exact=BODY[start:end],
        prefix=BODY[:start],
        suffix=BODY[end : end + 60],
    )
    attribution = Attribution(source=((0, 9),), cue=((10, 14),), content=((start, end),), confidence=0.9)
    claim = make.claim(
        claim_id="0123456789ab",
        passage=passage,
        attribution=attribution,
        via=("Example Wire",),
        cue="said",
        confidence=0.9,
    )
    article = make.article(BODY)
    alone, packing = Packing(article).blob(), Packing(article, [claim])
    with_claim = packing.blob([1], dict.fromkeys(packing.names, 1))
    assert round_trip(article, [claim]) == (article, [claim])
    assert len(with_claim) - len(alone) < 150
    assert len(claim.model_dump_json()) > 700
