"""Made-up news articles of a given length, the same for the same seed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from digests.models import Article, Publisher
from tests.bench.wires import made_word

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


_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


class Matter(NamedTuple):
    """What articles are about, and who speaks of it."""

    towns: tuple[str, ...]
    things: tuple[str, ...]
    voices: tuple[str, ...]
    words: tuple[str, ...]  #: what is said of it alone
    said: list[str]


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


# --- news: as varied as that of many outlets in one month -----------------------------------------------------

_MATTERS = 120  # that are in the news; the first of them in many articles, most in a few
_OWN = 60  # words that each of them has to itself
_AGAIN = 0.06  # share of what is said that was said before
_TOWNS = (
    "Aarhus Aleppo Amman Ankara Atlanta Baku Basra Belfast Bergen Bilbao Bogota Bordeaux Boston Brno Caracas Cologne "
    "Cordoba Cork Dakar Dallas Denver Dresden Dublin Durban Gdansk Geneva Ghent Glasgow Hamburg Hanoi Helsinki Izmir "
    "Jakarta Kampala Kharkiv Kigali Krakow Kursk Lagos Leeds Lima Lisbon Ljubljana Lviv Lyon Manila Marseille Milan "
    "Mombasa Montreal Mumbai Nairobi Nantes Naples Odesa Oslo Ottawa Perth Porto Prague Quito Riga Rotterdam Santiago "
    "Seattle Seville Sofia Split Tallinn Tampere Tbilisi Toronto Tunis Turin Utrecht Valencia Vilnius Warsaw Zagreb"
).split()
_SURNAMES = (
    "Abeland Bjornvik Castelmar Dovrati Eikeland Farnsley Garvola Hestmark Istrani Jorveld Kastano Lindqvar Mirandov "
    "Nordahl Okonjwa Palmeiro Quistad Rosenvik Sandoval Tarquin Ulverson Vasquen Westrin Ylitalo Zamborsky"
).split()
_FORENAMES = (
    "Anna Boris Carla David Elena Farid Greta Henrik Ines Jonas Karin Luis Maria Nadia Omar Petra Rosa Sven".split()
)
_OFFICES = (
    "police spokesman", "mayor", "health minister", "hospital director", "union leader", "company spokeswoman",
    "professor", "prosecutor", "fire chief", "governor", "head coach", "central banker", "school principal",
    "transport minister", "lawyer", "opposition leader", "shipping agent", "farmer", "museum director", "aid worker",
)  # fmt: skip
_THINGS = (
    "bridge harbour budget tariff vaccine hospital pipeline election strike railway dam refinery museum festival "
    "orchard shipyard merger lawsuit ceasefire curfew blackout drought landslide wildfire epidemic quota subsidy "
    "verdict appeal referendum coalition satellite tunnel ferry airline cathedral reservoir stadium convoy border "
    "mortgage pension wage loan currency harvest fishery sawmill brewery clinic laboratory archive theatre prison"
).split()
_DEEDS = (
    "delayed rejected widened closed rebuilt inspected threatened damaged approved postponed halved doubled flooded "
    "abandoned sold bought defended questioned suspended resumed cancelled extended blocked welcomed investigated "
    "evacuated modernised neglected financed overturned searched occupied vacated relocated restored insured"
).split()
_KINDS = (
    "northern old regional private disputed temporary costly crowded ageing coastal secret national joint unfinished "
    "popular emergency foreign seasonal wooden independent annual municipal electric historic"
).split()
_PARTIES = (
    "residents investors inspectors engineers drivers teachers nurses pilots lawmakers judges creditors villagers "
    "students miners fishermen tourists soldiers officials shareholders bakers volunteers scientists dockers voters"
).split()


def news(count: int, words: int = 805, seed: int = 1) -> list[Article]:
    """So many articles on many matters, one an hour, whose claims meet and repeat each other as those of real ones."""
    dice = random.Random(seed)  # noqa: S311 - dice, not keys
    start, shares = datetime(2025, 2, 7, 6, tzinfo=UTC), [1 / (n + 3) for n in range(_MATTERS)]
    matters = [_matter(dice) for _ in range(_MATTERS)]
    return [
        _news_article(dice, n, matter, words, start + timedelta(hours=n))
        for n, matter in enumerate(dice.choices(matters, shares, k=count))
    ]


def _matter(dice: random.Random) -> Matter:
    cast = [f"{dice.choice(_FORENAMES)} {surname}" for surname in dice.sample(_SURNAMES, 4)]
    voices = [f"{office} {name}" for office, name in zip(dice.sample(_OFFICES, 4), cast, strict=True)]
    words = tuple(made_word(dice) + made_word(dice) for _ in range(_OWN))
    return Matter(tuple(dice.sample(_TOWNS, 4)), tuple(dice.sample(_THINGS, 6)), tuple(voices), words, [])


def _news_article(dice: random.Random, number: int, matter: Matter, words: int, published: datetime) -> Article:
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
        paragraphs.append(" ".join(_told(dice, matter) for _ in range(dice.randint(2, 4))))
    return Article(
        id=f"news-{number}",
        url=f"https://wire.example/news/{number}",
        headline=f"{dice.choice(matter.towns)}: {dice.choice(_KINDS)} {matter.things[0]} {dice.choice(_DEEDS)}",
        publisher=Publisher(name=f"Example Wire {number % 40}"),
        date_published=published,
        body="\n".join(paragraphs),
    )


def _told(dice: random.Random, matter: Matter) -> str:
    clause, voice = _clause(dice, matter), dice.choice(matter.voices)
    match dice.randrange(4):
        case 0:
            return f"{clause[0].upper()}{clause[1:]}."
        case 1:
            return f"“{clause[0].upper()}{clause[1:]},” {voice} said on {dice.choice(_DAYS)}."
        case _:
            return f"{voice[0].upper()}{voice[1:]} {dice.choice(_SAYS)} on {dice.choice(_DAYS)} that {clause}."


def _clause(dice: random.Random, matter: Matter) -> str:
    """Something about a matter: new, or what was said of it before."""
    if matter.said and dice.random() < _AGAIN:
        return dice.choice(matter.said)
    matter.said.append(_new_clause(dice, matter))
    return matter.said[-1]


def _new_clause(dice: random.Random, matter: Matter) -> str:
    count = f"{dice.randint(2, 900)} " if dice.random() < 0.15 else ""
    place = f" in {dice.choice(matter.towns)}" if dice.random() < 0.5 else ""
    thing = dice.choice(matter.things) if dice.random() < 0.6 else dice.choice(_THINGS)
    what, whose, did, whom = dice.choices(matter.words, k=4)
    return (
        f"{count}{dice.choice(_PARTIES)} had {dice.choice(_DEEDS)} the {dice.choice(_KINDS)} {thing}{place} "
        f"after the {what} {whose} {did} the {whom}"
    )
