"""Whether words state anything: a line that only names a thing says nothing of it."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.reporting.clauses import states

THINGS = ("claims", "plans", "reports", "turns", "moves", "orders")
OWNERS = ("the ministry’s", "the ministry's", "the unions’", "their", "Ida Holm’s")
STATEMENTS = (
    "she’s moved to Bergen",
    "it's closed",
    "the ministry’s office closed the port",
    "their union plans a strike",
    "the council plans a strike",
    "the plan to allow both failed in May",
    "Ardova beat North Belsk by two goals",
    "drivers from Ardova and Belsk want a tunnel",
)


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_is_no_statement(thing: str) -> None:
    """A noun that may be a verb elsewhere is a noun behind whose it is, an article or a preposition."""
    named = [f"{owner} {thing} …" for owner in OWNERS] + [f"to hear the {thing}", f"a list of {thing}"]

    named += [f"{word} {thing}" for word in ("the loss of such", "in these and other") for thing in (*THINGS, "states")]
    named += ["the cost a year later"]
    named += ["his own efforts in the towns where they have won", "findings of overcrowded halls by the board"]
    named += ["a loss of $9 in the quarter ended Sept. 9"]
    named += ["a firm stance on a law to allow married couples to choose names", "a plan to help hired hands"]

    assert [words for words in named if states(words, ENGLISH)] == []


@pytest.mark.parametrize("words", STATEMENTS)
def test_a_statement_is_one(words: str) -> None:
    """A verb stands behind its subject, also where that owns something or is shortened."""
    assert states(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "the boat that sank shortly after departure from Belsk was shut off by a storm",
        "people misunderstand the mayor",
        "young women see the danger",
        "all of Belsk grieves for the crew",
        "the men who stand by the gate at noon are the ones who came first",
        "although small, the dam held",
        "the dam, though old, held",
    ],
)
def test_a_clause_is_known_behind_a_relative_one(words: str) -> None:
    """“After departure” begins no clause, and a plural or a relative pronoun lets a base form be a verb."""
    assert states(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "the storm that sank the boat after noon",
        "where 1,700 men came, 795 are left",
        "although the surplus is growing",
    ],
)
def test_a_part_of_a_sentence_is_no_clause(words: str) -> None:
    """A noun with what describes it states nothing, nor does what hangs on a place or a clause that is not there."""
    assert not states(words, ENGLISH)
