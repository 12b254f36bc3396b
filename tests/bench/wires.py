"""Made-up articles: several outlets on one event, each in its own words, and copies as desks make them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from digests.models import Article, Publisher

_SYLLABLES = "bar dan fel gor hin jal kem lor mav nis ost pir rud sen tov ulm var wex yor zan".split()
_WAYS = {
    "event": (
        "{who} said on {day} that {number} {things} had been {done} near {place}.",
        "Near {place}, {number} {things} were {done}, according to {who}.",
        "The number of {things} {done} around {place} has reached {number}, {who} announced.",
        "Officials around {who} put at {number} the {things} that were {done} in the {place} district on {day}.",
    ),
    "reaction": (
        "{other} rejected the account and spoke of {word} reports from {place}.",
        "There was no {word} evidence of that, a spokesman for {other} replied.",
        "Asked about {place}, {other} called the figures {word}.",
        "{other} has so far declined to discuss what its aides called a {word} affair.",
    ),
    "scene": (
        "Residents of {place} described {word} streets and closed {things} on {day}.",
        "In {place} itself, schools stayed shut while {word} crews worked through the night.",
        "Witnesses saw {word} convoys leave {place} before dawn, and the road to {town} was blocked.",
        "Traffic between {place} and {town} stopped for hours, and {word} queues formed at the bridge.",
    ),
    "background": (
        "The dispute over {place} goes back {number} years and has {word} roots.",
        "{place} lies on the railway to {town}, which makes it {word} for both camps.",
        "Earlier talks in {town} ended without a {word} result, although {other} had offered to return.",
        "Since spring, {who} has visited {town} {small} times to prepare a {word} settlement.",
    ),
    "outlook": (
        "A meeting in {town} is planned for {day}, and {who} expects {word} hours.",
        "What follows depends on whether {other} agrees to {word} inspections at {place}.",
        "Analysts in {town} expect the {things} to be counted again once the {word} season ends.",
        "{who} will brief the council of {town} on {day}; {other} has asked for {word} guarantees.",
    ),
}
_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def seeded(seed: int | str) -> random.Random:
    """A generator that makes the same articles every time."""
    return random.Random(seed)  # noqa: S311 - made-up articles are no secret


def made_word(rng: random.Random) -> str:
    """A word that exists nowhere."""
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 3)))


def story(rng: random.Random, name: str, outlets: int = 3, known: Mapping[str, str] | None = None) -> list[Article]:
    """What several outlets write about one event: the same names and numbers, other sentences in another order.

    `known` gives some of the names, such as those of a place and a speaker that other stories have too.
    """
    facts = {key: made_word(rng).capitalize() for key in ("who", "other", "place", "town")} | {
        "things": made_word(rng) + "s",
        "done": made_word(rng) + "ed",
        "number": str(rng.randint(11, 9_000)),
        **(known or {}),
    }
    return [_article(rng, f"{name}-{n}", facts) for n in range(outlets)]


def _article(rng: random.Random, name: str, facts: dict[str, str]) -> Article:
    topics = rng.sample(list(_WAYS), k=len(_WAYS))
    paragraphs = []
    for _ in range(4):
        said = []
        for topic in topics:
            small = {"day": rng.choice(_DAYS), "word": made_word(rng), "small": str(rng.randint(2, 9))}
            filler = " ".join(made_word(rng) for _ in range(rng.randint(3, 9)))
            said.append(f"{rng.choice(_WAYS[topic]).format(**facts, **small)} {filler.capitalize()}.")
        paragraphs.append(" ".join(said))
    return Article(
        id=name,
        headline=f"{facts['who']} on {facts['place']}: {made_word(rng)}",
        publisher=Publisher(name=made_word(rng).capitalize()),
        body="\n".join(paragraphs),
    )


def edited(rng: random.Random, body: str, share: float = 0.15) -> str:
    """The text with so many of its words dropped, replaced or joined by others."""
    kept: list[str] = []
    for word in body.split():
        draw = rng.random() / share
        if draw >= 1:
            kept.append(word)
        elif draw >= 1 / 3:
            kept += [made_word(rng)] if draw < 2 / 3 else [word, made_word(rng)]
    return " ".join(kept)


def truncated(_rng: random.Random, body: str) -> str:
    """The first half of the text."""
    words = body.split()
    return " ".join(words[: len(words) // 2])


def wrapped(rng: random.Random, body: str) -> str:
    """The text with a site's own lines before and after it."""
    lines = [" ".join(made_word(rng) for _ in range(40)) for _ in range(2)]
    return f"{lines[0]}\n{body}\n{lines[1]}"


def same_body(_rng: random.Random, body: str) -> str:
    """The text as it is; a copy has another headline anyway."""
    return body


#: How a copy differs from its original, by name.
CHANGES: dict[str, Callable[[random.Random, str], str]] = {
    "edited": edited,
    "truncated": truncated,
    "wrapped": wrapped,
    "headline": same_body,
}


def copy_of(rng: random.Random, article: Article, change: str) -> Article:
    """A copy of an article in another outlet, changed in one of the ways of `CHANGES`."""
    return Article(
        id=f"{article.id}~{change}",
        headline=made_word(rng),
        publisher=Publisher(name=made_word(rng).capitalize()),
        body=CHANGES[change](rng, article.body),
    )
