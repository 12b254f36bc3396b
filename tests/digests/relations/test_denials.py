"""A denial is bound to the claim that it denies, and to no other."""

from __future__ import annotations

from typing import Any

import pytest

from digests.lines.flags import relation_flags
from digests.models import Actor, Claim, Kind
from tests.digests.relations.sayings import (
    MONDAY,
    NORTH,
    SOUTH,
    kinds,
    related,
    says,
)
from tests.make import article


def _denial(who: Actor, text: str, **fields: Any) -> Claim:
    kind: Kind = "denial"
    return says(who, text, kind=kind, **fields)


def test_a_denial_is_bound_to_the_claim_it_denies() -> None:
    """Of two claims in an article only the one about the denied event is denied."""
    text = article("Text. " * 90, id="one")
    hit = says(SOUTH, "Northern missiles struck a hospital in Sudzha")
    loss = says(SOUTH, "Southern troops lost 12 soldiers near Sudzha")
    one, other, denial = related(hit, loss, _denial(NORTH, "striking the hospital in Sudzha"), articles=[text] * 3)
    assert (kinds(one), kinds(other), kinds(denial)) == (["denied by"], [], ["denies"])
    assert relation_flags(one, now=MONDAY) == ("denied by Northland",)


@pytest.mark.parametrize(
    ("text", "bound"), [("Northland was responsible", True), ("those responsible will be tried", False)]
)
def test_a_lone_noun_denies_what_is_said_of_its_speaker(text: str, bound: bool) -> None:
    """Who denies responsibility denies that they are responsible, and not that anybody is."""
    one, _ = related(says(SOUTH, text), _denial(NORTH, "responsibility"))
    assert kinds(one) == (["denied by"] if bound else [])


@pytest.mark.parametrize(
    ("between", "words", "bound"),
    [
        (". Northland denied ", "the allegation", True),
        (", which Northland denied as ", "a report", False),
        (". Much else happened. Northland denied ", "the allegation", False),
        (".\n\nNorthland denied ", "the allegation", True),
        (". Northland denied ", "that", True),
        (". Northland rejected ", "the charge as a crude lie", True),
        (", ", "a claim", True),
        (". ", "A claim", False),
        (", ", "which", True),
        (". The remark, ", "which", False),
        (". Much else happened, for days. The dam held. Northland rejected ", "Southland’s account", True),
        (". Northland rejected ", "Eastland’s account", False),
        (". Northland denied ", "the fraud claims of a bank", False),
    ],
)
def test_a_denial_of_the_claim_before_it(between: str, words: str, bound: bool) -> None:
    """What points back is bound to the claim of the sentence before, or of whom it names, and to no other."""
    hit = "Northern engineers mined the dam"
    text = article(f"{hit}{between}{words}.", id="one")
    denial = _denial(NORTH, words)
    at = {"start": len(hit + between), "end": len(hit + between + words)}
    denial = denial.model_copy(
        update={
            "passage": denial.passage.model_copy(update=at),
            "attribution": denial.attribution.model_copy(update={"content": ((at["start"], at["end"]),)}),
        }
    )
    one, other = related(says(SOUTH, hit), denial, articles=[text, text])
    assert (kinds(one), kinds(other)) == ((["denied by"], ["denies"]) if bound else ([], []))


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        (
            "reports that one of its own missiles downed the airliner that fell early on Monday, hours after a raid",
            True,
        ),
        ("allegations that its missiles had downed the jet before turning back", True),
        ("the southern assessments of the airliner", False),
        ("the claim that North, the old power, had shot down a plane on the day of its parade or before", False),
        ("reports that one of its own missiles downed a bridge that fell early on Monday, hours after a raid", False),
        ("that its missiles had been sold abroad, as a paper wrote of the downed airliner", False),
    ],
)
def test_a_long_denial_is_of_what_its_main_clause_says(words: str, bound: bool) -> None:
    """What hangs on the main clause need not stand in the claim; what only names a claim denies none elsewhere."""
    claimed = says(SOUTH, "the plane was shot down by a Northern surface-to-air missile")
    one, _ = related(claimed, _denial(NORTH, words))
    assert kinds(one) == (["denied by"] if bound else [])


def test_a_denial_answers_the_question_of_a_response() -> None:
    """Once the other side has denied a claim, it no longer has “no response yet”."""
    asked = says(SOUTH, "Northern missiles struck a hospital in Sudzha", no_response=True, status="unconfirmed")
    one, _ = related(asked, _denial(NORTH, "striking the hospital in Sudzha", day=1))
    assert not one.no_response


def test_no_response_reaches_the_same_claim_elsewhere() -> None:
    """Where one outlet says that nobody has answered, the same claim in another outlet is unanswered too."""
    text = "Northern troops captured Sudzha"
    one, _ = related(
        says(NORTH, text, claim_id="one"), says(NORTH, text, claim_id="two", no_response=True, status="unconfirmed")
    )
    assert one.no_response
    assert one.status == "unconfirmed"
    assert kinds(one) == ["no response", "repeats"]


def test_a_denial_is_not_printed_twice() -> None:
    """Who denies a claim and also says the opposite is named once on its line."""
    one, *_ = related(
        says(SOUTH, "Northern missiles struck a hospital in Sudzha"),
        _denial(NORTH, "striking the hospital in Sudzha"),
        says(NORTH, "Northern missiles have not struck a hospital in Sudzha"),
    )
    assert set(kinds(one)) == {"contradicts", "denied by"}
    assert relation_flags(one, now=MONDAY) == ("denied by Northland",)
