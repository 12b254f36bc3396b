"""Lines begin with no description that any of its kind fits."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.checks.bare_descriptions import is_introduced, tells_nobody
from digests.models import Claimant


@pytest.mark.parametrize(
    ("name", "is_bare"),
    [
        ("the man", True),
        ("The dispatcher", True),
        ("the former mayor’s spokeswoman", True),
        ("the tired 40-year-old welder, who lives by the dam", True),
        ("the organisation", True),
        ("The bespectacled, 71-year-old diplomat", True),
        ("a spokeswoman", True),
        ("a spokeswoman for the dam", False),
        ("the newspaper", True),
        ("The complaint", False),
        ("a news release", True),
        ("The audit, released", True),
        ("the new poll", True),
        ("a new poll", True),
        ("The letter", True),
        ("the mayor", False),
        ("the firm", True),
        ("the fire service", False),
        ("Tuesday’s numbers", True),
        ("an earlier statement issued Tuesday", True),
        ("the Larn welder", False),
        ("the owner of the dam", False),
        ("the official", False),
        ("the pope", False),
        ("the ministry’s statement", False),
        ("the ethics commission", False),
        ("the government", False),
        ("a police report", False),
        ("a report on the dam", False),
        ("The welders", True),
        ("those nurses, members", True),
        ("the welders of the dam", False),
        ("The Larn welders", False),
        ("the striking welders", False),
        ("the officials", False),
        ("the prosecutors", False),
        ("the mayors", False),
        ("two welders", False),
        ("polls", False),
    ],
)
def test_a_description_tells_somebody_by_a_name_or_what_it_is_of(name: str, is_bare: bool) -> None:
    """“The man” and “a news release” tell nobody; a name, whose it is, or who keeps theirs back does."""
    assert tells_nobody(Claimant(name=name, resolved_by="unresolved"), ENGLISH) is is_bare


def test_several_who_are_flagged_as_unnamed_are_kept() -> None:
    """A line that says itself that its sources have no names may call them “the welders”."""
    assert not tells_nobody(Claimant(name="the welders", resolved_by="none", role="unnamed"), ENGLISH)


def test_whoever_is_known_is_no_description() -> None:
    """Somebody whom the article names is introduction, whatever they are called."""
    assert not tells_nobody(Claimant(name="The Dispatcher", resolved_by="local"), ENGLISH)


@pytest.mark.parametrize(
    ("name", "introduction", "is_known"),
    [
        ("Osko", {}, False),
        ("Osko", {"title": "Pope"}, True),
        ("Osko", {"affiliation": "Larn Bank"}, True),
        ("Ida Osko", {}, True),
    ],
)
def test_one_word_of_a_name_introduces_nobody(name: str, introduction: dict[str, str], is_known: bool) -> None:
    """A person whom the article calls by one word and tells nothing of begins no line."""
    assert is_introduced(Claimant(name=name, type="named person", **introduction)) is is_known
