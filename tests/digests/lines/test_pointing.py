"""A line is known to point at what it does not hold, and is then printed with less certainty."""

from __future__ import annotations

from typing import Any

import pytest

from digests.lexicon import ENGLISH
from digests.lines.certainty import certainty
from digests.lines.certainty.pointing import pointers
from digests.models import Claimant, DigestItem
from tests.make import article, spoken

_TEXT = "Mayor Ida Holm spoke. Tomas Reker left. Ida Holm said that {}."


def kinds(body: str, **fields: Any) -> set[str]:
    """The ways in which a line of Ida Holm's points at nothing."""
    item, claim, text = drawn(body, **fields)
    found = pointers(claim, item, article(text), ENGLISH)
    return {kind for kind in found if kind.startswith(("unheld", "remainder", "such"))}


def drawn(body: str, own_verb: bool = False, **fields: Any) -> tuple[DigestItem, Any, str]:
    """A line of Ida Holm's with its claim and its text."""
    words = body.strip("“”")
    text = _TEXT.format(words)
    claimant = Claimant(**{"name": "Ida Holm", "surface": "Ida Holm", **fields})
    claim = spoken(text, words, "Ida Holm", "said", claimant=claimant)
    head = fields.get("label", claimant.label)
    return (
        DigestItem(claim_id=claim.id, claimant=head, body=body, when="", source="Example", own_verb=own_verb),
        claim,
        text,
    )


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("“He never came back to the quarry”", "unheld person"),
        ("he would leave the council", "unheld person"),
        ("“They want more of the river than anybody”", "unheld group"),
        ("“It will be over by June”", "unheld thing"),
        ("“That’s why nobody slept”", "unheld this"),
        ("“Nobody asked for this”", "unheld this"),
        ("“These promises were broken at once”", "unheld such"),
        ("the town had learned from that mistake", "unheld such"),
        ("“At that time the wells were full”", "unheld such"),
        ("“This kind of bargain is made at night”", "unheld such"),
        ("the letter was badly put", "unheld noun"),
        ("two of them fell when the blast hit", "unheld noun within"),
        ("sixty people were there for a wedding", "unheld place"),
        ("The rest have been sold", "remainder"),
        ("she knew of no such calls", "remainder"),
    ],
)
def test_what_a_line_lacks_is_seen(body: str, kind: str) -> None:
    """A pronoun, “that mistake” or “the letter” is unheld where nothing in the line can be meant."""
    assert kind in kinds(body)


@pytest.mark.parametrize(
    "body",
    [
        "she would not run again",
        "“Tomas Reker said that he never came back”",
        "“Our neighbours say they will stay”",
        "“It is clear that the dike must be raised”",
        "it will take weeks to mend the dike",
        "“A new school opened in May. That helped everybody”",
        "“This year was dry”",
        "“this plan of Reker’s fails”",
        "that reforms were under way",
        "the letter that Reker wrote was badly put",
        "the bridge over the Orla was shut",
        "a bridge fell, and the bridge will not be rebuilt",
        "the latest offer was higher",
        "the government and the economy are sound",
        "there were no deaths on Monday",
        "the same is true of the north, as before",
    ],
)
def test_what_a_line_holds_is_not_missed(body: str) -> None:
    """What the line names, what everybody knows, and an “it” or “there” for what follows are not missed."""
    assert kinds(body) <= ({"remainder"} if body.startswith("the same") else set())


def test_object_of_own_verb_is_not_the_claimant() -> None:
    """Behind the verb that a line begins with, “him” or “it” is somebody or something else."""
    assert "unheld person" in kinds("called him a coward", own_verb=True, name="Tomas Reker")
    assert "unheld thing" in kinds("calls it a pause", own_verb=True)
    assert kinds("called her rival a coward", own_verb=True) == set()


def test_title_tells_which_city() -> None:
    """“The city” is known where the claimant's title names it."""
    body = "the city will open shelters"
    assert "unheld noun" in kinds(body, title="mayor")
    assert kinds(body, title="Belsk Fire Chief") == set()


def test_pointing_lines_are_less_certain() -> None:
    """A line that points at nothing has less certainty than the same line with a name."""
    chances = []
    for body in ("that mistake had been repeated", "the mistake of the Ardova council had been repeated"):
        item, claim, text = drawn(body)
        chances.append(certainty(claim, item, article(text)))

    assert chances[0] < chances[1] - 0.1


def test_subject_of_the_article_makes_a_line_more_certain() -> None:
    """Of two lines alike, the one that names what its article speaks of most is the more certain."""
    chances = []
    for body in ("the boats will be sold", "the dykes will be mended"):
        item, claim, text = drawn(body)
        told = "The dykes of Ardova leak. Nobody mends the dykes. Ardova waits."
        chances.append(certainty(claim, item, article(f"{text} {told}", headline="Dykes of Ardova")))

    assert chances[0] < chances[1] - 0.05
