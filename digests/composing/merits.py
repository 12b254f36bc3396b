"""How important a claim is to a digest: a sum of merits, each of which can be told in words.

The weights of what makes a line clear and informative are fitted on lines of real news that an editor judged one by
one (logistic regression, each stream left out once); those of news, coverage and dispute are set by what an editor
prints first. `docs/attribution.md` gives the figures.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from digests.lexicon import lexicon_of
from digests.models import Article, Claim, RelationKind, SourcedClaim
from digests.relations.facts import terms_of
from digests.relations.propositions import read_proposition

DAYS = frozenset({"minute", "day"})  #: the precisions that name a day
FEW = 48  #: characters up to which a claim says little
LEAD = 0.3  #: the part of an article that tells what it is about

#: Relations that make a claim worth a look, and those that leave it to a later one.
_UNSETTLED: frozenset[RelationKind] = frozenset(
    {"contradicts", "differs", "denies", "denied by", "updates", "corrects"}
)
_REPLACED: frozenset[RelationKind] = frozenset({"updated by", "corrected by"})
_UNKNOWN = frozenset({"none", "unresolved"})


class Merit(NamedTuple):
    """What speaks for a claim or against it, in words, and how much."""

    words: str
    weight: float


REPLACED: Final = Merit("replaced by later news", -9.0)
UNSETTLED: Final = Merit("unsettled", 1.6)
DATED: Final = Merit("of a known day", 0.75)
FIGURE: Final = Merit("gives a figure", 0.8)
UNNAMED: Final = Merit("no named source", -1.5)
UNRESOLVED: Final = Merit("source not known by name", -0.8)
KNOWN: Final = Merit("a known person or body", 0.5)
OFFICE: Final = Merit("speaks for a side or an office", 0.3)
QUOTED: Final = Merit("somebody's very words", -0.7)
SHORT: Final = Merit("says little", -1.2)
HEDGED: Final = Merit("hedged", -0.3)
ECHOED: Final = Merit("said by several", 0.6)
EARLY: Final = Merit("near the head of its article", 0.4)
PERSONAL: Final = Merit("speaks of themselves", -0.9)
HISTORY: Final = Merit("of another time", -0.5)
CERTAINTY = 5.9  #: how much the confidence in the reading weighs
HEADLINE = 1.2  #: how much it weighs that a claim tells what its article's headline tells


def is_replaced(claim: Claim) -> bool:
    """Whether its claimant has said something else since."""
    return any(relation.kind in _REPLACED for relation in claim.relations)


def moment(source: SourcedClaim) -> float:
    """When a claim was made, or else what it is about, or else when it was published, in seconds."""
    claim, article = source
    moment_of = claim.said_at or claim.valid_from or article.date_published
    return moment_of.timestamp() if moment_of else 0.0


def rank(source: SourcedClaim) -> tuple[object, ...]:
    """The order of a digest by what the claim's data say, without reading its words; smaller comes first."""
    return (
        -sum(merit.weight for merit in _of_data(*source)),
        -moment(source),
        source.claim.passage.start,
        source.claim.id,
    )


def full_rank(source: SourcedClaim) -> tuple[object, ...]:
    """The order of a digest; smaller comes first."""
    return -importance(source), -moment(source), source.claim.passage.start, source.claim.id


def importance(source: SourcedClaim) -> float:
    """How important a claim is; only the order of two claims says anything."""
    return sum(merit.weight for merit in merits_of(source))


def merits_of(source: SourcedClaim) -> list[Merit]:
    """All that a claim is ranked by."""
    return [*_of_data(*source), *_of_words(*source)]


def merits(source: SourcedClaim) -> str:
    """What a claim is ranked by, in words, most weighty first."""
    claim, article = source
    weighty = sorted(merits_of(source), key=lambda merit: -abs(merit.weight))
    place = f"at {100 * claim.passage.start // len(article.body)} % of its article"
    return ", ".join([*(f"{merit.words} ({merit.weight:+.1f})" for merit in weighty), place])


def _of_data(claim: Claim, article: Article) -> list[Merit]:
    kinds = {relation.kind for relation in claim.relations}
    claimant = claim.claimant
    known = claimant.actor_id is not None and claimant.resolved_by != "local"
    merits = (
        (REPLACED, bool(kinds & _REPLACED)),
        (UNSETTLED, claim.status != "claimed" or bool(kinds & _UNSETTLED)),
        (DATED, is_dated(claim)),
        (FIGURE, bool(claim.figures)),
        (UNNAMED, claimant.role == "unnamed"),
        (UNRESOLVED, claimant.resolved_by in _UNKNOWN),
        (KNOWN, known),
        (OFFICE, known and claimant.role in {"party", "official"}),
        (QUOTED, claim.mode == "direct"),
        (SHORT, len(claim.passage.exact) < FEW),
        (HEDGED, bool(claim.hedges)),
        (ECHOED, claim.origins > 1),
        (EARLY, claim.passage.start < LEAD * len(article.body)),
    )
    return [*(merit for merit, holds in merits if holds), Merit("certainty", CERTAINTY * (claim.confidence - 1))]


def _of_words(claim: Claim, article: Article) -> list[Merit]:
    lexicon = lexicon_of(article)
    says, headline = read_proposition(claim.passage.exact, lexicon), terms_of(article.headline, lexicon)
    share = len(says.terms & headline) / len(headline) if headline else 0.0
    merits = ((PERSONAL, says.of_first), (HISTORY, says.past))
    return [*(merit for merit, holds in merits if holds), Merit("tells what the headline tells", HEADLINE * share)]


def is_dated(claim: Claim) -> bool:
    """Whether the text says on which day something was or was said."""
    is_said = claim.said_at is not None and claim.said_precision in DAYS
    return is_said or (claim.valid_from is not None and claim.valid_precision in DAYS)
