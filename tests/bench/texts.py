"""Made-up news articles of a given length, the same for the same seed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from digests.models import Article, Publisher

_WHO = (
    "The regional governor",
    "A spokesman for the ministry",
    "The think tank ISW",
    "The Ukrainian General Staff",
    "Analyst Maren Example",
    "A senior official",
    "The Russian Defense Ministry",
    "South Korean intelligence",
)
_SAYS = ("said", "reported", "claimed", "wrote", "announced", "denied", "estimated", "warned")
_WHERE = ("Sudzha", "Kursk", "Kharkiv", "Pokrovsk", "Toretsk", "Belgorod", "Kyiv", "Lviv", "Donetsk", "Odesa")
_WHAT = (
    "troops had advanced up to {n} kilometers near {place}",
    "about {n} drones were shot down over {place} during the night",
    "at least {n} people were wounded when a shell hit a market in {place}",
    "repairs of the bridge near {place} would take {n} days",
    "the attack on the depot outside {place} had failed",
)
_PLAIN = (
    "The road between {place} and {other} was closed on Thursday, and traffic was sent round the lake.",
    "Snow fell on {place} for the third day in a row while the buses from {other} stood still.",
    "It was not clear how many families had left {place} since the beginning of the month.",
)


def text(words: int, seed: int) -> str:
    """Paragraphs of reported speech, quotations and plain narration, at least so many words."""
    dice = random.Random(seed)  # noqa: S311 - dice, not keys
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
        paragraphs.append(" ".join(_sentence(dice) for _ in range(dice.randint(2, 4))))
    return "\n".join(paragraphs)


def _sentence(dice: random.Random) -> str:
    place, other = dice.sample(_WHERE, 2)
    if dice.random() < 0.35:
        return dice.choice(_PLAIN).format(place=place, other=other)
    what = dice.choice(_WHAT).format(n=dice.randint(2, 400), place=place)
    who, says = dice.choice(_WHO), dice.choice(_SAYS)
    if dice.random() < 0.3:
        return f"“{what[0].upper()}{what[1:]}, and that will not change,” {who[0].lower()}{who[1:]} {says} on Friday."
    return f"{who} {says} on Thursday that {what}."


def articles(count: int, words: int = 805) -> list[Article]:
    """So many articles, one an hour."""
    start = datetime(2025, 2, 7, 6, tzinfo=UTC)
    return [
        Article(
            id=f"bench-{n}",
            url=f"https://wire.example/{n}",
            headline="Fighting near the border",
            publisher=Publisher(name="Example Wire"),
            date_published=start + timedelta(hours=n),
            body=text(words, n),
        )
        for n in range(count)
    ]
