"""What a line speaks of as “him”, “it” or “them” is in it, or is its claimant."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.checks.hanging import has_hanging_object, has_hanging_place, points_at_thing
from digests.models import Claimant, DigestItem
from tests.make import spoken


def hangs(body: str, claimant: str, *, own_verb: bool = False) -> bool:
    """Whether a line of somebody's has an object that hangs on nothing."""
    text = f"{claimant} said {body}."
    speaker = Claimant(name=claimant, surface=claimant, resolved_by="local")
    claim = spoken(text, body, claimant, "said", claimant=speaker)
    item = DigestItem(claim_id="c", claimant=claimant, body=body, when="", source="Example", own_verb=own_verb)
    return has_hanging_object(item, claim, ENGLISH) or has_hanging_place(body, claim, ENGLISH)


@pytest.mark.parametrize(
    ("body", "claimant", "hanging"),
    [
        ("For them, “there is no ferry at all”", "Ida Holm", True),
        ("With that, the port was rich", "Ida Holm", True),
        ("For the crews, there is no ferry at all", "Ida Holm", False),
        ("nobody may be spared because of it", "Ida Holm", True),
        ("nobody may be spared because of its age", "Ida Holm", False),
        ("it does not plan to release them this year", "The port authority", True),
        ("the crews know that it will not release them", "The port authority", False),
        ("the mayor did not release them", "Fishermen", False),
        ("it “will not release them”", "The port authority", False),
        ("Ann Orr was sentenced there and waits for a transfer", "Ida Holm", True),
        ("a win there would help the party", "Ida Holm", True),
        ("Ann Orr was sentenced in Farl and is held there", "Ida Holm", False),
        ("the town is poor, and few were born there", "Ida Holm", False),
        ("“We went to each county” and would win there", "Ida Holm", True),
        ("“We slept in a hall” and were warm there", "Ida Holm", False),
        ("there certainly was more room, and there “were no rules”", "Ida Holm", False),
        ("the data is out there", "Ida Holm", False),
        ("“We won there”", "Ida Holm", False),
    ],
)
def test_an_object_is_told(body: str, claimant: str, hanging: bool) -> None:
    """A pronoun that opens a line, ends it as a cause, or is “them”, and “there”, needs something that it can mean."""
    assert hangs(body, claimant) is hanging


@pytest.mark.parametrize(
    ("body", "hanging"),
    [
        ("accused him of selling the pier", True),
        ("also warned them of a flood", True),
        ("accused Peter Holm of selling the pier", False),
        ("warned that Peter Holm would sell them", True),
    ],
)
def test_whom_an_own_verb_is_done_to_is_told(body: str, hanging: bool) -> None:
    """Nobody accuses or warns themselves as “him” or “them”."""
    assert hangs(body, "Ida Holm", own_verb=True) is hanging


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("It was a hard case. Ida Holm said that case was beyond her.", True),
        ("They signed an accord. Ida Holm said that accord should guide them.", True),
        ("It was a hard case. Ida Holm said that aid was on its way.", False),
        ("It was a hard case. Ida Holm said that ships were on their way.", False),
    ],
)
def test_that_thing_is_told_from_a_clause(text: str, pointing: bool) -> None:
    """“Said that case was” points at a case that the text has brought in."""
    content = text.partition(" that ")[2].rstrip(".")

    assert points_at_thing(spoken(text, content, "Ida Holm", "said"), text, ENGLISH) is pointing
