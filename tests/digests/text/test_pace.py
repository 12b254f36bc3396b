"""No text stalls a reader: each function that reads text has a budget of processor time per character."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

import pytest
from hypothesis import example, given, settings

from digests.actors import ActorIndex, find_named
from digests.actors.persons import find_persons
from digests.attribution.tagging.windows import blocks
from digests.attribution.tagging.wordpiece import load_wordpiece
from digests.dates import find_dates
from digests.figures import find_figures
from digests.models import Actor
from digests.places import find_places
from digests.text.folding import fold
from digests.text.language import foreign_language
from digests.text.numbers import read_number, tokens_of
from digests.text.printable import printable
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs, sentences
from tests.digests.gazetteers import SmallGazetteer
from tests.pace import ENDS, LENGTH, PER_CHARACTER, UNITS, check_pace, spent

_ACTORS: Final = ActorIndex([Actor(id="state:ru", name="Russia", kind="state", demonyms=("Russian",))])
_SMALL: Final = SmallGazetteer()
_WORDPIECE: Final = load_wordpiece()
_DAY: Final = datetime(2025, 2, 6, tzinfo=UTC)


def read_numbers(text: str) -> None:
    """Read the number at each token of a text."""
    tokens = tokens_of(text, 0, len(text))
    for i in range(len(tokens)):
        read_number(tokens, i)


READERS: Final[dict[str, Callable[[str], object]]] = {
    "sentences": sentences,
    "paragraphs": paragraphs,
    "quotations": quotations,
    "languages": foreign_language,
    "folding": fold,
    "numbers": read_numbers,
    "printing": printable,
    "dates": lambda text: find_dates(text, _DAY),
    "persons": find_persons,
    "actors": lambda text: find_named(text, _ACTORS),
    "places": lambda text: find_places(text, _SMALL),
    "figures": find_figures,
    "tagger input": lambda text: list(blocks(text, _WORDPIECE)),
}
#: These do more for each character, as figures of two characters each; what they do is linear all the same.
SLOWER: Final = {"actors": 2, "places": 2, "figures": 8}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=20)
@given(unit=UNITS, end=ENDS)
@example(unit="‘A. percent /", end="")
@example(unit="Ministry of Defence Aa", end="x")
def test_the_time_per_character_is_bounded(name: str, unit: str, end: str) -> None:
    """A text that says the same few things again and again is read within the budget."""
    length = LENGTH // SLOWER.get(name, 1)
    check_pace(READERS[name], unit, end, length=length, budget=PER_CHARACTER * SLOWER.get(name, 1))


def test_a_run_of_points_is_one_stop() -> None:
    """Twenty thousand points in a row, closed or not, are read at once, and end a sentence where a blank follows."""
    run = "." * LENGTH

    assert spent(sentences, f"{run}x") <= PER_CHARACTER * LENGTH
    parts = sentences(f"It went on{run} Nobody spoke.")
    assert (parts[0][0], *parts[-1]) == (0, 11 + LENGTH, 24 + LENGTH)


@given(unit=UNITS)
def test_no_sentence_is_endless(unit: str) -> None:
    """What has no stop for thousands of characters is read in parts, which leave no word out."""
    text = (unit * LENGTH)[: LENGTH // 2]
    spans = sentences(text)

    assert all(end - start <= 2_500 for start, end in spans)
    assert "".join("".join(text[slice(*span)] for span in spans).split()) == "".join(text.split())
