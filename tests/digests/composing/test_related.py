"""What relations do to a digest: conflicts come first and side by side, and what was replaced comes last."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from digests.composing.compose import compose_digest
from digests.composing.drawing import LESS_CERTAIN, drawing
from digests.lines.wording import worded
from digests.models import DigestItem, Relation, RelationKind, SourcedClaim, Wording
from tests.make import NOW, SAID, article, spoken

DAY = timedelta(days=1)


def _found(name: str, *, day: int = 0, **relations: RelationKind) -> SourcedClaim:
    """A claim of a claimant of its own, with relations to the claims of the names given."""
    text = f"Bureau {name} said that bridge {name} of the northern road is closed."
    claim = spoken(
        text,
        f"bridge {name} of the northern road is closed",
        f"Bureau {name}",
        "said",
        id=name,
        said_at=SAID + day * DAY,
        relations=tuple(Relation(kind=kind, claim_id=other, reason="so") for other, kind in relations.items()),
    )
    claim = claim.model_copy(
        update={
            "claimant": claim.claimant.model_copy(update={"actor_id": f"org:{name.lower()}"}),
            "passage": claim.passage.model_copy(update={"article_id": name}),
        }
    )
    return SourcedClaim(claim, article(text, id=name))


def _order(*found: SourcedClaim, limit: int = 12) -> list[str]:
    return [item.claim_id for item in compose_digest("All", found, now=NOW, limit=limit).digest.items]


@pytest.mark.parametrize(("kind", "is_said"), [("differs", False), ("contradicts", False), ("denied by", True)])
def test_a_flag_names_no_line_that_is_not_there(kind: RelationKind, is_said: bool) -> None:
    """“Differs from B” needs B's line or number in the same message; that B denies it says all by itself."""
    unprintable = _found("B", A="denies" if is_said else kind)
    wording = Wording(hold="nothing to print")
    unprintable = SourcedClaim(unprintable.claim.model_copy(update={"wording": wording}), unprintable.article)
    digest = compose_digest("All", [_found("A", B=kind), unprintable], now=NOW, limit=12).digest
    assert [bool(item.flags) for item in digest.items] == [is_said]


def test_a_disputed_line_need_not_be_so_certain() -> None:
    """A line that is a little less certain than others must be is drawn where another side disputes it."""
    plain, disputed = _found("A"), _found("A", B="differs")
    wording = worded(*plain).wording
    draw = drawing(now=NOW, floor=2 * ((wording and wording.certainty) or 0.0))
    assert draw(plain) == LESS_CERTAIN
    assert isinstance(draw(disputed), DigestItem)


@pytest.mark.parametrize("kind", ["differs", "contradicts"])
def test_claims_that_differ_stand_side_by_side(kind: RelationKind) -> None:
    """The older of two accounts stands right before the newer, whatever was said between them."""
    found = [
        _found("A", day=0, D=kind),
        _found("B", day=1, C=kind),
        _found("C", day=2, B=kind),
        _found("D", day=3, A=kind),
    ]
    order = _order(*found)
    assert {("A", "D"), ("B", "C")} <= set(pairwise(order))


def test_conflicts_come_before_plain_claims() -> None:
    """Of a full digest the claims that somebody disputes are kept."""
    found = [_found(name, day=5) for name in "EFGHIJKL"]
    found += [_found("A", day=0, B="differs"), _found("B", day=1, A="differs")]
    assert _order(*found, limit=7)[:2] == ["A", "B"]


def test_a_repeat_is_no_conflict() -> None:
    """A claim that is merely repeated elsewhere does not come before newer ones."""
    assert _order(_found("A", B="repeats"), _found("B", A="repeats"), _found("C", day=1))[0] == "C"


@pytest.mark.parametrize(("old", "new"), [("updated by", "updates"), ("corrected by", "corrects")])
def test_what_was_replaced_comes_last(old: RelationKind, new: RelationKind) -> None:
    """A claim that a later one updates or corrects gives way to every other."""
    order = _order(_found("A", day=2, B=old), _found("B", day=3, A=new), _found("C"))
    assert order == ["B", "C", "A"]
