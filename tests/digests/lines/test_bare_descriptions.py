"""Lines begin with no description that any of its kind fits."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.checks.bare_descriptions import is_introduced, leaves_open, takes_up_somebody, tells_nobody
from digests.lines.line import claim_line
from digests.lines.people.claimant_nouns import is_bare_share
from digests.models import Claimant, DigestItem
from tests.make import NOW, article, spoken


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
        ("the new poll", False),
        ("a new poll", True),
        ("The letter", False),
        ("the mayor", False),
        ("the firm", False),
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
        ("two welders", False),
        ("polls", False),
    ],
)
def test_a_description_tells_somebody_by_a_name_or_what_it_is_of(name: str, is_bare: bool) -> None:
    """“The man” and “a news release” tell nobody; a name, whose it is, or who keeps theirs back does."""
    assert tells_nobody(Claimant(name=name, resolved_by="unresolved"), ENGLISH) is is_bare


@pytest.mark.parametrize(
    ("name", "is_open"),
    [
        ("the firm", True),
        ("The letter", True),
        ("the new poll", True),
        ("The welders", True),
        ("those nurses, members", True),
        ("the welders of the dam", False),
        ("The Larn welders", False),
        ("the striking welders", False),
        ("the officials", False),
        ("the prosecutors", False),
        ("the mayors", False),
        ("the fire service", False),
    ],
)
def test_a_firm_a_paper_and_a_group_may_be_named_elsewhere(name: str, *, is_open: bool) -> None:
    """A definite noun alone leaves open which firm, whose paper or which people; known offices do not."""
    assert leaves_open(Claimant(name=name, resolved_by="unresolved"), ENGLISH) is is_open


@pytest.mark.parametrize(
    ("text", "is_printed"),
    [
        ("Fares will rise from Monday, the firm said.", True),
        ("The firm said on New Year's Day that it would close.", True),
        ("Tarn Rail runs ferries. Fares will rise from Monday, the firm said.", False),
    ],
)
def test_a_firm_is_left_open_only_where_a_text_names_somebody(text: str, *, is_printed: bool) -> None:
    """Where an article names nobody, nobody can tell more of “the firm” than it does."""
    source = "the firm" if "the firm" in text else "The firm"
    content = "Fares will rise from Monday" if "Fares" in text else "it would close"
    firm = Claimant(name=source, surface=source, resolved_by="unresolved")
    claim = spoken(text, content, source, "said", claimant=firm)

    assert isinstance(claim_line(claim, article(text), now=NOW), DigestItem) is is_printed


def test_several_who_are_flagged_as_unnamed_are_kept() -> None:
    """A line that says itself that its sources have no names may call them “the welders”."""
    assert not leaves_open(Claimant(name="the welders", resolved_by="none", role="unnamed"), ENGLISH)


@pytest.mark.parametrize(
    ("told", "is_taken_up"),
    [("Ida Holm spoke.", True), ("A Larn official spoke.", False), ("Two officials spoke.", False)],
)
def test_the_official_is_one_told_of_before(told: str, *, is_taken_up: bool) -> None:
    """“The top Larn official” in an article that has told of no official is somebody whom it has named."""
    text = f"{told} The top Larn official left."
    claimant = Claimant(name="The top Larn official", surface="The top Larn official", resolved_by="none")

    assert takes_up_somebody(claimant, text, ENGLISH) is is_taken_up


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


def test_a_day_says_nothing() -> None:
    """“On Sunday” that was taken for a speaker is nobody."""
    text = "On Sunday it said that the dam was open."
    claim = spoken(text, "that the dam was open", "On Sunday", "said")
    claim = claim.model_copy(
        update={"claimant": Claimant(name="On Sunday", surface="On Sunday", resolved_by="unresolved")}
    )

    assert not isinstance(claim_line(claim, article(text), now=NOW), DigestItem)


@pytest.mark.parametrize("source", ["Another", "Both", "Many of you"])
def test_whom_only_the_article_tells_begins_no_line(source: str) -> None:
    """A claimant that points at whom the article has told of before is held back, known or unnamed."""
    text = f"Ann Orr and Bo Ek met. {source} said that the dam was open."
    claim = spoken(text, "that the dam was open", source, "said")
    claim = claim.model_copy(update={"claimant": Claimant(name=source, surface=source, resolved_by="none")})

    assert not isinstance(claim_line(claim, article(text), now=NOW), DigestItem)


@pytest.mark.parametrize(
    ("name", "is_bare"),
    [
        ("29 percent", True),
        ("51 percent of respondents", True),
        ("Just shy of half, 49%", True),
        ("Two-thirds", True),
        ("One in four", True),
        ("58 percent of Larn voters", False),
        ("About four out of 10 voters", False),
        ("Some 20 percent of people in a Larn Post poll", False),
        ("Half the council", False),
        ("Three sources", False),
    ],
)
def test_a_share_alone_is_nobody(name: str, *, is_bare: bool) -> None:
    """A share tells nobody without of whom it is; “of respondents” tells no more."""
    assert is_bare_share(Claimant(name=name, resolved_by="unresolved"), ENGLISH) is is_bare


@pytest.mark.parametrize(
    ("source", "is_printed"),
    [
        ("Polls there", False),
        ("A survey by the organization", False),
        ("49 percent", False),
        ("A survey by Larn farmers", True),
        ("Polls of Larn farmers", True),
    ],
)
def test_no_line_begins_with_what_points_outside_it(source: str, *, is_printed: bool) -> None:
    """Where polls were taken, by whom and of whom must stand in a line."""
    text = f"{source} say that the dam would hold until May."
    claimant = Claimant(name=source, surface=source, resolved_by="unresolved")
    claim = spoken(text, "the dam would hold until May", source, "say", claimant=claimant)

    assert (claim_line(claim, article(text), now=NOW) != "speaker not resolved") is is_printed
