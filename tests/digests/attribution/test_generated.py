"""Sentences made of shapes, names and bodies, read from the text on: no body speaks in its member's place."""

from __future__ import annotations

import itertools

import pytest

from digests.attribution import Tagger, find_attributions, load_tagger
from digests.lexicon import ENGLISH
from digests.models import Claimant
from digests.speakers.resolve import resolve_speakers
from digests.text.folding import fold
from tests.digests.speakers.test_heads import BODIES, NAMES
from tests.digests.speakers.test_speakers import INDEX

SHAPES = (
    "{name}, of {body}, said that the road to the coast was shut.",
    "{name} from {body} told reporters that the road to the coast was shut.",
    "“The road to the coast is shut,” said {name}, from {body}.",
    "“The road to the coast is shut,” {name}, of {body}, told a meeting on Monday.",
    "The road to the coast was shut, according to {name}, of {body}.",
    "According to {name}, of {body}, the road to the coast was shut.",
)
PASSING = (
    "The last to leave was {name}, a baker. “The road to the coast is shut,” {pronoun} said.",
    "One of the wounded is {name}. {Pronoun} said that the road to the coast was shut.",
    "The house belongs to {name}, who drives a bus. {Pronoun} said the road to the coast was shut.",
    "A baker named {name} was there. {Pronoun} told reporters that the road to the coast was shut.",
)
FAMOUS = {"he": "President Emmanuel Macron", "she": "Prime Minister Giorgia Meloni"}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


def speakers(tagger: Tagger, text: str) -> list[Claimant]:
    """Who says of the road what a text says of it."""
    attributions = find_attributions(text, tagger)
    claimants = resolve_speakers(text, attributions, INDEX)
    pairs = zip(attributions, claimants, strict=True)
    return [c for a, c in pairs if any("coast" in text[start:end] for start, end in a.content)]


def test_nobody_is_the_body_that_they_are_of(tagger: Tagger) -> None:
    """In every seventeenth of all sentences a person “of” or “from” a body speaks, and never the body."""
    combinations = list(itertools.product(SHAPES, NAMES, BODIES))[::17]
    texts = [(shape.format(name=name, body=body), name) for shape, name, body in combinations]
    wrong = [
        (text, claimant.name)
        for text, name in texts
        for claimant in speakers(tagger, text[0].upper() + text[1:])
        if name.split()[-1] not in claimant.name
    ]
    assert not wrong


def test_whoever_is_brought_in_in_passing_is_not_the_famous_one(tagger: Tagger) -> None:
    """In every fifth of all stories “he” or “she” is whoever has just been brought in, or nobody."""
    known = ENGLISH.persons.given_names
    stories = itertools.product(PASSING, NAMES, FAMOUS)
    fitting = [story for story in stories if known.get(fold(story[1]).split()[0]) in {None, story[2]}]
    combinations = fitting[::5]
    wrong = []
    for shape, name, pronoun in combinations:
        last = FAMOUS[pronoun].rpartition(" ")[2]
        story = shape.format(name=name, pronoun=pronoun, Pronoun=pronoun.capitalize())
        text = f"{FAMOUS[pronoun]} came on Sunday.\n\n{last} said that help was near.\n\n{story}"
        wrong += [(text, claimant.name) for claimant in speakers(tagger, text) if last in claimant.name]
    assert not wrong
