"""A made-up world for the store's benchmarks: places in levels, actors with states, and claims about them.

Names, words, places and actors are as uneven as in the news: a few are everywhere, most are rare.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import numpy as np

from digests.models import (
    Actor,
    ActorMention,
    Article,
    Attribution,
    Claim,
    Claimant,
    Figure,
    Passage,
    Place,
    PlaceMention,
    Publisher,
    Subject,
    Wording,
)

CLAIMS_PER_ARTICLE = 12
NOW = datetime(2025, 2, 8, tzinfo=UTC)
_LEVELS: tuple[tuple[Literal["country", "admin1", "admin2", "city"], int, float], ...] = (
    ("country", 200, 0.3),
    ("admin1", 2_000, 0.2),
    ("admin2", 6_000, 0.1),
    ("city", 18_500, 0.4),
)
_ACTORS = 5_000
_WORDS = 25  # in a claim
_FLAT = 11  # of words of weight: in news of one election the first has 1.3 % of them, the 100th 0.14, the 1,000th 0.02
_BEGINNING = datetime(2024, 2, 1, tzinfo=UTC)
_YEAR_MINUTES = 365 * 24 * 60
_SAID_AGAIN = 0.05  # share of claims that say what somebody else has said shortly before
_SHORTLY = 500  # claims
_PLAIN = "the of and to in a that is for on with as by at from it be were are an this which or had not".split()
_SYLLABLES = [a + b for a in "b d f g h k l m n p r s t v z st tr gr".split() for b in "a e i o u or en al".split()]


class _Uneven:
    """Draws numbers below a count, each rarer than the one before by Zipf's law, or Mandelbrot's flatter one."""

    def __init__(self, rng: np.random.Generator, count: int, flat: int = 0) -> None:
        self._rng = rng
        self._sums = np.cumsum(1 / (np.arange(1, count + 1) + flat))
        self._drawn: list[int] = []

    def __call__(self) -> int:
        """The next number."""
        if not self._drawn:
            points = self._rng.random(100_000) * self._sums[-1]
            self._drawn = np.searchsorted(self._sums, points).tolist()
        return self._drawn.pop()


def first_moment(articles: int, among: int) -> datetime:
    """When the article after so many is published, where a year has so many claims."""
    return _BEGINNING + timedelta(minutes=articles * _YEAR_MINUTES // (among // CLAIMS_PER_ARTICLE))


class World:
    """Everything that claims can be about; the same seed gives the same world and the same claims."""

    def __init__(self, seed: int = 1) -> None:
        self._rng = np.random.default_rng(seed)
        self._words = sorted({self._name(int(n)) for n in self._rng.integers(2, 5, 24_000)})
        self._rng.shuffle(self._words)
        self.places = self._make_places()
        self.actors = self._make_actors()
        self._place = [_Uneven(self._rng, count) for _, count, _ in _LEVELS]
        self._actor = _Uneven(self._rng, _ACTORS)
        self._word = _Uneven(self._rng, len(self._words), _FLAT)
        self._plain = _Uneven(self._rng, len(_PLAIN))
        self._dice: list[float] = []
        self._lately: deque[tuple[str, tuple[list[Place], list[Actor]]]] = deque(maxlen=_SHORTLY)

    def _name(self, syllables: int) -> str:
        return "".join(_SYLLABLES[int(n)] for n in self._rng.integers(0, len(_SYLLABLES), syllables))

    def _roll(self) -> float:
        if not self._dice:
            self._dice = self._rng.random(100_000).tolist()
        return self._dice.pop()

    def _make_places(self) -> list[list[Place]]:
        levels: list[list[Place]] = []
        ids = iter(sorted(self._rng.choice(12_000_000, sum(count for _, count, _ in _LEVELS), replace=False).tolist()))
        for kind, count, _ in _LEVELS:
            parent = _Uneven(self._rng, len(levels[-1])) if levels else None
            made = []
            for _ in range(count):
                above = levels[-1][parent()] if parent else None
                made.append(self._make_place(next(ids), kind, above))
            levels.append(made)
        return levels

    def _make_place(self, number: int, kind: Any, above: Place | None) -> Place:
        name = self._name(3).capitalize()
        return Place(
            id=number,
            name=f"{name} Province" if kind == "admin1" else name,
            kind=kind,
            country=above.country if above else name[:2].upper(),
            ancestors=(above.id, *above.ancestors) if above else (),
            population=int(self._rng.integers(500, 3_000_000)),
            lat=round(float(self._rng.uniform(-60, 70)), 3),
            lon=round(float(self._rng.uniform(-180, 180)), 3),
        )

    def _make_actors(self) -> list[Actor]:
        kinds = ("person", "person", "government", "military", "org")
        made = []
        for n in range(_ACTORS):
            name = self.name()
            parent = f"state:{int(self._rng.integers(0, 200))}"
            kind: Any = kinds[n % len(kinds)]
            made.append(Actor(id=f"{kind}:{name.lower().replace(' ', '-')}-{n}", name=name, kind=kind, parent=parent))
        return made

    def name(self) -> str:
        """A name in two words."""
        return f"{self._name(2).capitalize()} {self._name(3).capitalize()}"

    def draw_place(self) -> Subject:
        """A place to ask about: the more is said of it, the likelier."""
        place = self._some_place()
        return Subject(kind="place", id=str(place.id), name=place.name)

    def draw_actor(self) -> Subject:
        """An actor to ask about."""
        actor = self.actors[self._actor()]
        return Subject(kind="actor", id=actor.id, name=actor.name)

    def draw_word(self) -> Subject:
        """A word to ask about."""
        word = self._words[self._word()]
        return Subject(kind="words", id=word, name=word)

    def articles(
        self, claims: int, *, among: int | None = None, first: int = 0
    ) -> Iterator[tuple[Article, list[Claim]]]:
        """Articles with so many claims in all, oldest first: a year's, or part of a year that has more.

        first: how many articles there were before.
        """
        for n in range(first, first + -(-claims // CLAIMS_PER_ARTICLE)):
            yield self._article(n, first_moment(n, among or claims))

    def _article(self, number: int, published: datetime) -> tuple[Article, list[Claim]]:
        sentences, drafts, offset = [], [], 0
        for _ in range(CLAIMS_PER_ARTICLE):
            actor = self.actors[self._actor()]
            sentence, mentions = self._statement()
            drafts.append((actor, offset, sentence, mentions))
            sentences.append(f"{actor.name} said that {sentence}.")
            offset += len(sentences[-1]) + 1
        article = Article(
            id=f"{number * 2_654_435_761 % 2**64:016x}",
            url=f"https://wire.example/2024/news-of-the-day-{number}",
            headline=" ".join(self._words[self._word()] for _ in range(8)).capitalize(),
            publisher=Publisher(name=f"Example Wire {number % 50}"),
            date_published=published,
            body=" ".join(sentences),
        )
        return article, [self._claim(article, *draft) for draft in drafts]

    def _statement(self) -> tuple[str, tuple[list[Place], list[Actor]]]:
        """A sentence with what it names: a new one, or one that was said before."""
        if self._lately and self._roll() < _SAID_AGAIN:
            return self._lately[int(self._roll() * len(self._lately))]
        mentions = self._mentions()
        self._lately.append((self._sentence([thing.name for some in mentions for thing in some]), mentions))
        return self._lately[-1]

    def _sentence(self, names: list[str]) -> str:
        count = _WORDS - sum(len(name.split()) for name in names)
        words = [_PLAIN[self._plain()] if self._roll() < 0.42 else self._words[self._word()] for _ in range(count)]
        for name in names:
            words.insert(int(self._roll() * len(words)), name)
        return " ".join(words)

    def _some_place(self) -> Place:
        roll, level = self._roll(), 0
        while level < len(_LEVELS) - 1 and roll >= _LEVELS[level][2]:
            roll -= _LEVELS[level][2]
            level += 1
        return self.places[level][self._place[level]()]

    def _mentions(self) -> tuple[list[Place], list[Actor]]:
        roll = self._roll()
        count = 0 if roll < 0.1 else 1 if roll < 0.55 else 2 if roll < 0.86 else 3
        places = [self._some_place() for _ in range(count)]
        return places, [self.actors[self._actor()] for _ in range(int(self._roll() * 2.2))]

    def _claim(
        self, article: Article, actor: Actor, offset: int, sentence: str, mentions: tuple[list[Place], list[Actor]]
    ) -> Claim:
        said = article.date_published
        source = (offset, offset + len(actor.name))
        cue = (source[1] + 1, source[1] + 5)
        start = cue[1] + 6
        end = start + len(sentence)
        confidence = round(0.5 + self._roll() / 2, 4)
        body = article.body
        return Claim(
            id=f"{int(article.id, 16) * 31 + start & 0xFFFFFFFFFFFF:012x}",
            claimant=Claimant(actor_id=actor.id, name=actor.name, surface=actor.name, role="official"),
            via=(article.publisher.name,),
            cue="said",
            passage=Passage(
                article_id=article.id,
                version=1,
                start=start,
                end=end,
                exact=sentence,
                prefix=body[max(0, start - 60) : start],
                suffix=body[end : end + 60],
            ),
            attribution=Attribution(source=(source,), cue=(cue,), content=((start, end),), confidence=confidence),
            places=tuple(self._place_mention(place, body, start) for place in mentions[0]),
            actors=tuple(self._actor_mention(named, body, start) for named in mentions[1]),
            claimant_within=(actor.parent or "",),
            actors_within=tuple(sorted({named.parent or "" for named in mentions[1]})),
            figures=self._figures(body, start),
            said_at=said,
            said_precision="day",
            valid_from=said,
            valid_to=said + timedelta(days=1) if said else None,
            valid_precision="day",
            status="unconfirmed" if self._roll() < 0.05 else "claimed",
            confidence=confidence,
            wording=Wording(
                claimant=actor.name, body=f"said that {sentence}", own_verb=True, certainty=confidence
            ),  # as nearly every one of them is put in a line
        )

    def _place_mention(self, place: Place, body: str, start: int) -> PlaceMention:
        at = body.index(place.name, start)
        return PlaceMention(place=place, surface=place.name, start=at, end=at + len(place.name))

    def _actor_mention(self, actor: Actor, body: str, start: int) -> ActorMention:
        at = body.index(actor.name, start)
        return ActorMention(actor=actor, surface=actor.name, start=at, end=at + len(actor.name), resolved_by="exact")

    def _figures(self, body: str, start: int) -> tuple[Figure, ...]:
        if self._roll() > 0.3:
            return ()
        at = start + int(self._roll() * 80)
        value = float(int(self._roll() * 500))
        return (Figure(value=value, what="troops", bound="up_to", start=at, end=at + 9, surface=body[at : at + 9]),)
