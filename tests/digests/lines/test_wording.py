"""How a claim is put in a line is worked out once, and lines drawn from it are those drawn at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from digests.lines.line import claim_line, line_certainty
from digests.lines.wording import word, worded
from digests.models import Claim, Claimant, DigestItem, Relation
from tests.make import NOW, SAID, article, spoken

CLAUSES = (
    "the bridge over the river was closed on Tuesday",
    "40 houses near the harbour were damaged by the storm",
    "because the old dam had been neglected for many years",
    "and that the mayor of the town had asked the ministry of the interior for help",
    "which had been built in 1931",
    "although he had not seen the report",
)
NAMES = ("Ada Brenn", "a spokesperson for the association of river towns in the north of the country", "She")


def relation(kind: str, name: str) -> Relation:
    """A relation to somebody's claim."""
    return Relation.model_validate({"kind": kind, "claim_id": "other", "reason": "", "claimant": name, "said_at": SAID})


KINDS = st.sampled_from(["denied by", "differs", "updates", "corrects", "repeats"])
OTHERS = st.text("abcdefgh ", min_size=1, max_size=90).map(lambda name: f"X{name}".strip())
RELATIONS = st.lists(st.builds(relation, KINDS, OTHERS), max_size=3)


def claim_with(name: str, clauses: Sequence[str], relations: Sequence[Relation], origins: int) -> tuple[str, Claim]:
    """A text, and the claim in it."""
    said = ", ".join(clauses)
    text = f"{name} said that {said}."
    claimant = Claimant(name=name, surface=name, resolved_by="local")
    event = {"valid_from": SAID.replace(day=4), "valid_to": SAID.replace(day=5), "valid_precision": "day"}
    claim = spoken(text, f"that {said}", name, "said", claimant=claimant, **event)
    return text, claim.model_copy(update={"relations": tuple(relations), "origins": origins})


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=5, unique=True),
    RELATIONS,
    st.integers(1, 12),
    st.sampled_from([NOW, NOW.replace(year=2031)]),
)
def test_what_was_worked_out_prints_the_same(
    name: str, clauses: list[str], relations: list[Relation], origins: int, now: datetime
) -> None:
    """Whatever flags stand behind a line, and in whichever year it is printed, its words are as if drawn at once."""
    text, claim = claim_with(name, clauses, relations, origins)
    early = worded(claim.model_copy(update={"relations": (), "origins": 1}), article(text))
    kept = claim.model_copy(update={"wording": early.wording})
    drawn = claim_line(claim, article(text), now=now)
    assert claim_line(kept, article(text), now=now) == drawn
    if isinstance(drawn, DigestItem):
        assert line_certainty(kept, drawn, article(text)) == line_certainty(claim, drawn, article(text))
        assert len(drawn.line) <= 300


def test_a_line_ends_later_where_that_makes_it_clearer() -> None:
    """A line that could end early has more of its words where only they tell what it is about."""
    said = (
        "nobody was told of it until it was far too late to do anything more about it that day, as hardly anyone in "
        "the council of Ardova knew of the leaking Orla dam"
    )
    text = f"Ida Holm said that {said}. The Orla dam in Ardova is leaking. Ardova wants a new dam."
    claim = spoken(text, f"that {said}", "Ida Holm", "said")

    assert "Orla dam" in word(claim, article(text, headline="Leaking Orla dam")).body


def test_who_somebody_is_may_make_a_line_longer() -> None:
    """A line that has no room for who its speaker is, and that nothing parts, grows by that alone."""
    said = "the gauge below the Orla dam showed far higher levels of lead than the council of Ardova had ever told " * 2
    text = f"“{said.capitalize().strip()}” said Ida Holm, a chemist at Larn College in the north of Ardova."
    claimant = Claimant(
        name="Ida Holm", surface="Ida Holm", title="chemist at Larn College in the north", resolved_by="local"
    )
    claim = spoken(text, f"“{said.capitalize().strip()}”", "Ida Holm", "said", claimant=claimant, mode="direct")
    drawn = claim_line(claim, article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert drawn.claimant == "Ida Holm (chemist at Larn College in the north)"
    assert 240 < len(drawn.line) <= 300
    assert len(drawn.line.replace(" (chemist at Larn College in the north)", "")) <= 240


def test_flags_leave_less_room() -> None:
    """A line that its flags leave no room for ends earlier than the words that were kept, and is held to the gate."""
    text, claim = claim_with("Ada Brenn", (CLAUSES[0], CLAUSES[2]), [relation("denied by", "X" * 125)], 1)
    kept = worded(claim, article(text))
    drawn = claim_line(kept, article(text), now=NOW)
    assert isinstance(drawn, DigestItem)
    assert kept.wording is not None
    assert drawn.body.endswith("…")
    assert len(drawn.body) < len(kept.wording.body)


def test_a_passage_that_is_gone_is_not_printed() -> None:
    """Words that were kept are held back where the article no longer has the passage."""
    text, claim = claim_with("Ada Brenn", CLAUSES[:1], [], 1)
    assert claim_line(worded(claim, article(text)), article(text.upper()), now=NOW) == "passage not in the article"


def test_the_gate_checks_what_stands_behind_kept_words() -> None:
    """A flag whose name the gate does not find among those of other claims is refused also where words were kept."""
    text, claim = claim_with("Ada Brenn", CLAUSES[:1], [relation("denied by", "Y (")], 1)
    assert claim_line(worded(claim, article(text)), article(text), now=NOW) == "flags altered"
