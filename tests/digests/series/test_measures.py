"""Claims → measures: what may stand in one picture, and what may not."""

from __future__ import annotations

from typing import Any

from digests.lines.links import passage_url
from digests.models import Claimant, Figure, Relation, SourcedClaim
from digests.series import amount_text, described, figures_of
from tests import make


def figure(text: str, number: str, **fields: Any) -> Figure:
    """A figure at a number's place in a text."""
    start = text.index(number)
    value = float(number.replace(",", ""))
    return Figure(**{"value": value, "start": start, "end": start + len(number), "surface": number, **fields})


def source(text: str, claim_id: str, *figures: Figure, who: str = "Example Institute", **fields: Any) -> SourcedClaim:
    """A claim that is all of its article."""
    article = make.article(text, id=f"article-{claim_id}")
    claimant = Claimant(name=who, surface=who)
    claim = make.claim(text, claim_id, of=article, claimant=claimant, figures=figures, **fields)
    return SourcedClaim(claim, article)


def lost(number: str, claim_id: str, *, whose: str = "Russia", **fields: Any) -> SourcedClaim:
    """A claim of so many troops lost."""
    text = f"{whose} has lost {number} troops"
    return source(text, claim_id, figure(text, number, what="troops lost"), **fields)


def test_one_thing_is_one_measure() -> None:
    """The losses of one army stand together, whoever counts them; another army's stand apart."""
    measures = figures_of(
        [lost("40,000", "a"), lost("30,000", "b", who="Another"), lost("50,000", "c", whose="Ukraine")], now=make.NOW
    )

    assert [(m.name, [r.value for r in m.readings]) for m in measures] == [
        ("Russia: troops lost", [30_000.0, 40_000.0]),
        ("Ukraine: troops lost", [50_000.0]),
    ]


def test_places_are_told_apart() -> None:
    """What is counted in one town does not stand with what is counted in another."""
    towns = [
        lost("5", "a", places=(make.place_mention(make.SUDZHA),)),
        lost("6", "b", places=(make.place_mention(make.KURSK),)),
    ]

    assert {measure.place for measure in figures_of(towns, now=make.NOW)} == {"Sudzha", "Kursk"}


def test_related_claims_are_of_one_measure() -> None:
    """Claims that are held against each other speak of one thing, however each words it."""
    first, second = "5 soldiers of Russia died", "9 soldiers of Russia were hit"
    relation = Relation(kind="differs", claim_id="a", reason="other numbers", claimant="Example Institute")
    measures = figures_of(
        [
            source(first, "a", figure(first, "5", what="soldiers")),
            source(second, "b", figure(second, "9", what="soldiers"), who="Another", relations=(relation,)),
        ],
        now=make.NOW,
    )

    assert [sorted(r.value or 0 for r in m.readings) for m in measures] == [[5, 9]]


def test_copies_are_one_reading() -> None:
    """What one claimant says in several articles of a day is one reading that names all its claims."""
    [measure] = figures_of([lost("5", "a"), lost("5", "b")], now=make.NOW)

    assert [reading.claim_ids for reading in measure.readings] == [("a", "b")]


def test_the_order_of_claims_does_not_matter() -> None:
    """The same claims give the same measures."""
    claims = [lost("5", "a"), lost("6", "b", who="Another"), lost("7", "c", whose="Ukraine")]

    assert figures_of(claims, now=make.NOW) == figures_of(claims[::-1], now=make.NOW)


def test_what_is_compared_and_time_are_no_readings() -> None:
    """Neither the number that another is compared with nor an amount of time is drawn."""
    text = "The toll is higher than the 500 of 3 months"
    claim = source(text, "a", figure(text, "500", what="dead"), figure(text, "3", unit="months"))

    assert figures_of([claim], now=make.NOW) == ()


def test_a_pronoun_is_nobody_elses() -> None:
    """“They advanced 5 km” of two claimants may be two armies: they stand apart."""
    text = "they advanced 5 km"
    pair = [source(text, name, figure(text, "5", unit="km"), who=name) for name in ("One Body", "Other Body")]

    assert [measure.claimants for measure in figures_of(pair, now=make.NOW)] == [("One Body",), ("Other Body",)]


def test_amounts_are_written_with_their_bounds() -> None:
    """A bound is said in words; a range has both ends; without a number the passage's words stand."""
    texts = [
        amount_text(make.reading(value=5.5, bound="up_to"), "km"),
        amount_text(make.reading(value=40_000.0, bound="at_least"), None),
        amount_text(make.reading(value=None, low=5.0, high=7.0), "%"),
        amount_text(make.reading(value=None, surface="hundreds"), None),
    ]

    assert texts == ["up to 5.5 km", "at least 40,000", "5–7 %", "hundreds"]


def test_a_picture_is_told_in_words() -> None:
    """The text for those who do not see it has every claimant, amount, date and flag."""
    measure = make.measure(make.reading("Some Staff", bound="about", flags=("unconfirmed",)))

    assert described(measure) == "troops lost: Some Staff about 40 (Thu 6 Feb, unconfirmed)."


def test_a_reading_opens_its_passage() -> None:
    """Its link is the line's link, and its words stand in the passage."""
    claim = lost("40,000", "a")
    [measure] = figures_of([claim], now=make.NOW)

    [reading] = measure.readings
    assert reading.url == passage_url(claim.article.url, claim.claim.passage.exact)
    assert reading.surface in reading.passage
