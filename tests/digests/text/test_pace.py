"""No text stalls a reader: each function of the text rooms has a budget of processor time per character."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.actors.persons import find_persons
from digests.dates import find_dates
from digests.text.folding import fold
from digests.text.language import foreign_language
from digests.text.numbers import read_number, tokens_of
from digests.text.printable import printable
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs, sentences

#: Seconds of processor time; what is quadratic takes some 150 times as long for a text of this length.
PER_CHARACTER: Final = 20e-6
LENGTH: Final = 20_000


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
    "dates": lambda text: find_dates(text, None),
    "persons": find_persons,
}
#: What texts are made of, marks and words that rules look for above all.
PIECES: Final = [
    *".!?…,“”„«»\"'’‘()[]—– \t\n\r0aAé", ". ", ".)", '." ', "“ ", "A ", "A. ", "Mr. ", "No. ", '?" A ', "1,", "5/",
    "-a", "said ", "Feb. 5 ", "last week ", "two hundred and ", "Monday ", "half a ", "of ", "the ",
]  # fmt: skip


def spent(read: Callable[[str], object], text: str) -> float:
    """The processor time that reading a text takes, in seconds."""
    start = time.thread_time()
    read(text)
    return time.thread_time() - start


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), end=st.sampled_from(["", "x", "\n"]))
def test_the_time_per_character_is_bounded(name: str, pieces: list[str], end: str) -> None:
    """A text that says the same few things again and again is read within the budget."""
    unit = "".join(pieces)
    text = (unit * LENGTH)[:LENGTH] + end

    # another process may have emptied the caches: the quicker of two readings is what the text costs
    cost = spent(READERS[name], text)
    if cost > PER_CHARACTER * LENGTH:
        cost = min(cost, spent(READERS[name], text + " "))
    assert cost <= PER_CHARACTER * LENGTH, f"{unit!r} took {cost:.2f} s"


def test_a_run_of_points_is_one_stop() -> None:
    """Twenty thousand points in a row, closed or not, are read at once, and end a sentence where a blank follows."""
    run = "." * LENGTH

    assert spent(sentences, f"{run}x") <= PER_CHARACTER * LENGTH
    assert sentences(f"It went on{run} Nobody spoke.") == ((0, 10 + LENGTH), (11 + LENGTH, 24 + LENGTH))
