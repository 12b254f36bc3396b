"""What a claim is ranked by in a digest, as an order and in words."""

from __future__ import annotations

from digests.models import Claim, RelationKind, SourcedClaim

DAYS = frozenset({"minute", "day"})  #: the precisions that name a day

#: Relations that make a claim worth a look, and those that leave it to a later one.
_UNSETTLED: frozenset[RelationKind] = frozenset(
    {"contradicts", "differs", "denies", "denied by", "updates", "corrects"}
)
_REPLACED: frozenset[RelationKind] = frozenset({"updated by", "corrected by"})


def is_replaced(claim: Claim) -> bool:
    """Whether its claimant has said something else since."""
    return any(relation.kind in _REPLACED for relation in claim.relations)


def moment(found: SourcedClaim) -> float:
    """When a claim was made, or else what it is about, or else when it was published, in seconds."""
    claim, article = found
    when = claim.said_at or claim.valid_from or article.date_published
    return when.timestamp() if when else 0.0


def rank(found: SourcedClaim) -> tuple[object, ...]:
    """The order of a digest; smaller comes first."""
    claim, article = found
    kinds = {relation.kind for relation in claim.relations}
    return (
        bool(kinds & _REPLACED),
        claim.status == "claimed" and not kinds & _UNSETTLED,
        claim.claimant.role == "unnamed",
        not _dated(claim),
        not claim.figures,
        -moment(found),
        claim.passage.start / len(article.body),
        claim.id,
    )


def _dated(claim: Claim) -> bool:
    """Whether the text says on which day something was or was said."""
    said = claim.said_at is not None and claim.said_precision in DAYS
    return said or (claim.valid_from is not None and claim.valid_precision in DAYS)


def merits(found: SourcedClaim) -> str:
    """What a claim is ranked by, in words, most weighty first."""
    claim, article = found
    kinds = {relation.kind for relation in claim.relations}
    said = [
        ("replaced by later news", bool(kinds & _REPLACED)),
        ("unsettled", claim.status != "claimed" or bool(kinds & _UNSETTLED)),
        ("no named source", claim.claimant.role == "unnamed"),
        ("of a known day", _dated(claim)),
        ("gives a figure", bool(claim.figures)),
    ]
    place = f"at {100 * claim.passage.start // len(article.body)} % of its article"
    return ", ".join([*(words for words, holds in said if holds), place])
