"""“His” and “the department” in the words of a line are its claimant's, or theirs whom the line names."""

from __future__ import annotations

import pytest

from digests.lines.checks.hanging import is_of_another_body, may_be_another, names_namesake
from digests.models import Claimant, DigestItem
from tests.make import article, spoken

MUNK = Claimant(actor_id="person:olav-munk", name="Olav Munk", surface="Olav Munk", role="party")
BANKS = Claimant(name="Two banks", surface="Two banks", role="party", resolved_by="unresolved")
_VOTES = "denied having the votes he needed"


def _is_open(text: str, source: str, cue: str, *bodies: str, speaker: Claimant = MUNK, own_verb: bool = False) -> bool:
    """Whether “his” in a saying's line may be another's."""
    claim = spoken(text, bodies[-1].removeprefix(f"{cue} "), source, cue, claimant=speaker)
    item = DigestItem(claim_id="c", claimant=speaker.name, body=bodies[0], source="", own_verb=own_verb)
    return may_be_another(item, claim, article(text))


@pytest.mark.parametrize(
    ("text", "body", "is_open"),
    [
        ("Olav Munk assured Peter Hahn that most of the crew backed his bid.", "most of the crew backed his bid", True),
        ("Olav Munk assured Ann Orr that most of the crew backed his bid.", "most of the crew backed his bid", False),
        ("Olav Munk assured Peter Hahn that he would back him.", "he would back him", False),
        ("Olav Munk met Peter Hahn and assured them that nobody backed him.", "nobody backed him", True),
        ("Olav Munk assured the crew that nobody backed him.", "nobody backed him", False),
        ("Olav Munk assured Peter Hahn that Carl Ek had lost his bid.", "Carl Ek had lost his bid", False),
    ],
)
def test_his_may_be_the_hearers(text: str, body: str, *, is_open: bool) -> None:
    """Whom a speaker tells, or met before a second verb, may be “him”; a subject “he” is left to its place."""
    assert _is_open(text, "Olav Munk", "assured", body) is is_open


@pytest.mark.parametrize(
    ("lead", "words", "is_open"),
    [
        ("The town hardly suits Peter Hahn. ", "Farmers have been a base for him", True),
        ("The town hardly suits Ann Orr. ", "Farmers have been a base for him", False),
        ("The town hardly suits Peter Hahn. ", "Counting his debts, Hahn is poor", False),
        ("The town is poor. ", "Farmers have been a base for him", False),
    ],
)
def test_words_ahead_of_who_says_them_may_go_on_about_another(lead: str, words: str, *, is_open: bool) -> None:
    """“… for him, said Munk” goes on about whom the sentence before names."""
    assert _is_open(f"{lead}{words}, said Olav Munk.", "Olav Munk", "said", words) is is_open


@pytest.mark.parametrize(
    ("text", "source", "body", "is_open"),
    [
        ("Peter Hahn left after Olav Munk denied his request.", "Olav Munk", "denied his request", True),
        ("The hall was full when Olav Munk denied his request.", "Olav Munk", "denied his request", False),
        ("Peter Hahn voted. Olav Munk denied having the votes he needed.", "Olav Munk", _VOTES, False),
        ("Peter Hahn voted. His son Olav Munk denied having the votes he needed.", "His son Olav Munk", _VOTES, True),
    ],
)
def test_a_verb_of_the_line_may_be_done_to_another(text: str, source: str, body: str, *, is_open: bool) -> None:
    """Whose request is denied may be whose sentence it is; a “he” beside “his son” may be the father."""
    assert _is_open(text, source, "denied", body, own_verb=True) is is_open


def test_several_or_a_body_do_nothing_to_him() -> None:
    """A line's own verb by several people, or by a body, needs somebody named for its “her”."""
    text = "Two banks urged her campaign to ask for a count. Ann Orr lost."
    assert _is_open(text, "Two banks", "urged", "urged her campaign to ask for a count", speaker=BANKS, own_verb=True)
    text = "Two banks urged Ann Orr to ask her campaign for a count."
    body = "urged Ann Orr to ask her campaign for a count"
    assert not _is_open(text, "Two banks", "urged", body, speaker=BANKS, own_verb=True)


@pytest.mark.parametrize(
    ("lead", "body", "is_open"),
    [
        ("Tools of the public works department are gone. ", "a thief broke into the department's hall", True),
        ("Tools of the Larn Police Department are gone. ", "a thief broke into the department's hall", False),
        ("Tools of several departments are gone. ", "a thief broke into the department's hall", False),
        ("Every department is open. ", "the department of public works is open", False),
        ("Tools of the public works agency are gone. ", "the agency is open", False),
    ],
)
def test_the_department_is_the_claimants_unless_another_is_named(lead: str, body: str, *, is_open: bool) -> None:
    """A police department's officer may tell of the department that the sentence before is about."""
    text, speaker = (
        f"{lead}Olav Munk said {body}.",
        MUNK.model_copy(update={"title": "Larn Police Department spokesman"}),
    )
    claim = spoken(text, body, "Olav Munk", "said", claimant=speaker)
    item = DigestItem(claim_id="c", claimant=speaker.name, body=body, source="")
    assert is_of_another_body(item, claim, article(text)) is is_open


def test_whose_death_is_told_does_not_speak() -> None:
    """“His death” is nobody's who says so."""
    assert _is_open("His death was a blow, Olav Munk said.", "Olav Munk", "said", "His death was a blow")
    assert not _is_open("His debt was a blow, Olav Munk said.", "Olav Munk", "said", "His debt was a blow")


@pytest.mark.parametrize(
    ("text", "body", "is_open"),
    [
        ("Carl Munk fell. His brother Olav Munk said Munk was ill.", "Munk was ill", True),
        ("Carl Munk fell. His brother Olav Munk said that on land Munk's boat sank.", "on land Munk's boat sank", True),
        ("Carl Munk fell. His brother Olav Munk said Carl Munk was ill.", "Carl Munk was ill", False),
        ("Peter Hahn fell. His friend Olav Munk said Munk was ill.", "Munk was ill", False),
        ("Carl Munk fell. His brother Olav Munk said “Munk was ill”.", "“Munk was ill”", False),
    ],
)
def test_a_last_name_alone_is_not_the_speakers_own(text: str, body: str, *, is_open: bool) -> None:
    """Where a brother has a first name, whoever has none in his words is the one whom the article is about."""
    claim = spoken(text, body, "Olav Munk", "said", claimant=MUNK)
    item = DigestItem(claim_id="c", claimant=MUNK.name, body=body, source="")
    assert names_namesake(item, claim, article(text)) is is_open
