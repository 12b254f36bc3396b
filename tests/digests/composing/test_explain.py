"""What `dateline why` says of a claim."""

from __future__ import annotations

from digests.composing.explain import explain
from digests.models import Claim, Relation
from tests.make import NOW, SAID, SUDZHA, article, place_mention, spoken

TEXT = "The institute said that about 40 troops moved near Sudzha."


def _rows(**fields: object) -> dict[str, str]:
    claim: Claim = spoken(TEXT, "about 40 troops moved near Sudzha", "The institute", "said", **fields)
    return dict(explain(claim, article(TEXT), now=NOW))


def test_a_printed_claim_shows_its_line_and_its_reading() -> None:
    """The line comes first, then source, cue and content with their offsets in the article."""
    rows = _rows(places=(place_mention(SUDZHA),), confidence=0.876)
    assert next(iter(rows)) == "line"
    assert rows["source"] == "The institute [0:13]"
    assert rows["cue"] == "said [14:18]"
    assert rows["content"].endswith(f"[{TEXT.index('about')}:{len(TEXT) - 1}]")
    assert rows["confidence"] == "0.88"
    assert "Sudzha" in rows["places"]


def test_a_claim_that_is_held_back_says_why() -> None:
    """Where the gate holds a line back, its reason stands first."""
    rows = _rows(claimant=spoken(TEXT, "moved").claimant.model_copy(update={"role": "outlet"}))
    assert next(iter(rows.items())) == ("held back", "no source named")


def test_relations_are_told_with_their_reasons() -> None:
    """Each relation names the other claim, its claimant, its day and the reason."""
    other = Relation(
        kind="differs", claim_id="c9", reason="other times", claimant="Watch", said_at=SAID, said_precision="day"
    )
    assert _rows(relations=(other,))["differs"] == "c9, Watch (Thu 6 Feb): other times"
