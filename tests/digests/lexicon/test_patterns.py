"""Patterns made of word lists."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.lexicon import either


def _matches(text: str, *lists: list[str]) -> bool:
    return re.fullmatch(either(*lists), text) is not None


@pytest.mark.parametrize("text", ["say", "said", "told"])
def test_any_word_of_any_list(text: str) -> None:
    """An alternation matches the words of all its lists."""
    assert _matches(text, ["say", "said"], ["told"])


@pytest.mark.parametrize(("text", "expected"), [("refuse", True), ("refusal", True), ("refus", True), ("fuse", False)])
def test_stems(text: str, *, expected: bool) -> None:
    """An entry that ends in a star matches every word that begins with it."""
    assert _matches(text, ["refus*"]) is expected


@pytest.mark.parametrize("text", ["at least", "at  least", "at\nleast", "at\u00a0least"])
def test_spaces(text: str) -> None:
    """A space matches any white space, as texts break lines anywhere."""
    assert _matches(text, ["at least"])


@pytest.mark.parametrize("text", ["can't", "can’t", "can‘t"])
@pytest.mark.parametrize("entry", ["can't", "can’t"])
def test_apostrophes(text: str, entry: str) -> None:
    """An apostrophe matches any of those that are typed for one."""
    assert _matches(text, [entry])


def test_points_are_themselves() -> None:
    """A point stands for a point alone."""
    assert _matches("u.s.", ["u.s."])
    assert not _matches("ucs.", ["u.s."])


def test_the_longest_first() -> None:
    """Of two words that begin alike the longer one is tried first."""
    found = re.match(either(["more", "more than"]), "more than ten")

    assert found is not None
    assert found[0] == "more than"


@pytest.mark.parametrize("lists", [[], [[]], [[], []]])
def test_no_words(lists: list[list[str]]) -> None:
    """Without a word there is no pattern, as it would match everywhere."""
    with pytest.raises(ValueError, match="at least one word"):
        either(*lists)


@given(st.lists(st.text(st.characters(blacklist_characters="*"), min_size=1), min_size=1))
def test_every_word_matches_itself(words: list[str]) -> None:
    """Whatever a list holds, each of its words is matched by the alternation of all."""
    pattern = re.compile(either(words))
    assert all(pattern.fullmatch(word) for word in words)
