"""How important a claim is to a digest: a sum of merits, each of which can be told in words.

The weights start from logistic regression, each stream of real news left out once: those of place, centrality and
figures on what an editor would print of each day, those of what makes a line clear on lines judged one by one; that of
dispute is set. `docs/attribution.md` gives the figures.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from digests.lexicon import lexicon_of
from digests.lines.line import line_certainty
from digests.models import DISPUTES, Article, Claim, Claimant, DigestItem, Passage, RelationKind, SourcedClaim
from digests.relations.facts import terms_of, words_of
from digests.relations.statements.amounts import amounts_of
from digests.relations.statements.propositions import read_proposition

DAYS = frozenset({"minute", "day"})  #: the precisions that name a day
MANY = 1_000  #: people whom a figure counts, from which on it is news
FEW = 48  #: characters up to which a claim says little
FEW_CLAIMS = 20  #: how many claims tell half of what matters to many
LEAST_TERMS = 6  #: words of weight below which a claim is measured as if it had so many

#: Relations that make a claim worth a look, and those that leave it to a later one.
_UNSETTLED: frozenset[RelationKind] = DISPUTES | frozenset[RelationKind]({"updates", "corrects"})
_REPLACED: frozenset[RelationKind] = frozenset({"updated by", "corrected by"})
_UNKNOWN = frozenset({"none", "unresolved"})


class Merit(NamedTuple):
    """What speaks for a claim or against it, in words, and how much."""

    words: str
    weight: float


REPLACED: Final = Merit("replaced by later news", -9.0)
UNSETTLED: Final = Merit("unsettled", 1.6)
DATED: Final = Merit("of a known day", 0.7)
FIGURE: Final = Merit("gives a figure", 0.6)
HARM: Final = Merit("counts the dead or hurt", 0.8)
MANY_PEOPLE: Final = Merit("of many people", 0.8)
UNNAMED: Final = Merit("no named source", -0.9)
UNRESOLVED: Final = Merit("source not known by name", -0.5)
KNOWN: Final = Merit("a known person or body", 0.3)
OFFICE: Final = Merit("speaks for a side or an office", 0.35)
IN_OFFICE: Final = Merit("holds an office", 0.4)
_OF_ROLE: Final[Mapping[str, Sequence[Merit]]] = {"party": (OFFICE,), "official": (OFFICE, IN_OFFICE)}
QUOTED: Final = Merit("somebody's very words", -0.4)
SHORT: Final = Merit("says little", -0.6)
ECHOED: Final = Merit("said by several", 1.0)
PERSONAL: Final = Merit("speaks of themselves", -0.3)
FACT: Final = Merit("tells a fact", 0.25)
HISTORY: Final = Merit("of another time", -1.8)
CLEAR = 0.72  #: from which certainty on a line is surely right and clear by itself
UNCLEAR = 8.0  #: how much less one is worth for each unit of certainty that it lacks of that
CERTAINTY = 3.5  #: how much the confidence in the reading weighs
HEADLINE = 0.8  #: how much it weighs that a claim tells what its article's headline tells
CENTRAL = 4.5  #: how much it weighs that a claim speaks of what many speak of
LATE = -1.5  #: how much less the end of an article tells than its head
DEEP = -0.9  #: the same for each time that a claim stands deeper by a factor of e
PARAGRAPH = 400  #: characters within which the place in an article tells nothing


class News(NamedTuple):
    """What the claims before a digest speak of: how often they use a word of weight, and how many they are."""

    frequencies: Mapping[str, float]  #: the logarithm of the number of claims in which a word stands
    size: int
    spread: float  #: how much the place in an article tells: half where there is one article alone

    def centrality(self, terms: Collection[str]) -> float:
        """How much of what many speak of some words hold, from 0 to 1; of few claims, little can be said."""
        shared = sum([self.frequencies.get(term, 0.0) for term in terms])
        return shared / max(LEAST_TERMS, len(terms)) / math.log1p(self.size) * self.size / (self.size + FEW_CLAIMS)


def news_of(sources: Sequence[SourcedClaim], spread: float) -> News:
    """What some claims speak of; what is said again in the same words counts once."""
    texts = {words_of(claim.passage.exact, lexicon_of(article)) for claim, article in sources}
    counts = Counter(term for terms in texts for term in terms)
    return News({term: math.log(count) for term, count in counts.items()}, len(texts), spread)


def spread_of(sources: Iterable[SourcedClaim]) -> float:
    """How much the place in an article tells of some claims."""
    return 1 - 0.5 / max(1, len({article.id for _, article in sources}))


def is_replaced(claim: Claim) -> bool:
    """Whether its claimant has said something else since."""
    return any(relation.kind in _REPLACED for relation in claim.relations)


def moment(source: SourcedClaim) -> float:
    """When a claim was made, or else what it is about, or else when it was published, in seconds."""
    claim, article = source
    moment_of = claim.said_at or claim.valid_from or article.date_published
    return moment_of.timestamp() if moment_of else 0.0


def rank(source: SourcedClaim, spread: float, *, is_late: bool) -> tuple[object, ...]:
    """The order of a digest by what the claim's data say, without reading its words; smaller comes first."""
    claim, article = source
    passage = claim.passage
    weight = CERTAINTY * (claim.confidence - 1) + spread * _depth(passage.start, article)
    for _, of_merit in _of_kind(claim, passage):  # without making each a value that is told: thousands are ranked
        weight += of_merit
    return is_late, -weight, -moment(source), passage.start, claim.id


def full_rank(source: SourcedClaim, weight: float) -> tuple[object, ...]:
    """The order of a digest by how important claims are; smaller comes first."""
    return -weight, -moment(source), source.claim.passage.start, source.claim.id


def importance(source: SourcedClaim, news: News) -> float:
    """How important a claim is; only the order of two claims says anything."""
    return sum(merit.weight for merit in merits_of(source, news))


def merits_of(source: SourcedClaim, news: News) -> list[Merit]:
    """All that a claim is ranked by."""
    return [*_of_data(*source, news.spread), *_of_words(*source, news)]


def clearness(source: SourcedClaim, line: DigestItem) -> float:
    """How certain a line is; what is disputed stands beside the other side, and is clear by that."""
    claim, article = source
    if any(relation.kind in DISPUTES for relation in claim.relations):
        return 1.0
    return line_certainty(claim, line, article)


def doubt(clear: float) -> float:
    """How much of its certainty a line lacks of what is surely clear."""
    return max(0.0, CLEAR - clear)


def merits(source: SourcedClaim, line: DigestItem | None = None) -> str:
    """What a claim with that line is ranked by, in words, most weighty first; what others speak of is left out."""
    claim, article = source
    unclear = Merit("may not be clear by itself", -UNCLEAR * doubt(clearness(source, line)) if line else 0.0)
    weighty = sorted([*merits_of(source, News({}, 1, 1.0)), unclear], key=lambda merit: -abs(merit.weight))
    place = f"at {100 * claim.passage.start // len(article.body)} % of its article"
    return ", ".join([*(f"{merit.words} ({merit.weight:+.1f})" for merit in weighty if merit.weight), place])


def _of_data(claim: Claim, article: Article, spread: float) -> list[Merit]:
    certain = Merit("certainty", CERTAINTY * (claim.confidence - 1))
    deep = Merit("deep in its article", spread * _depth(claim.passage.start, article))
    return [*_of_kind(claim, claim.passage), certain, deep]


def _depth(start: int, article: Article) -> float:
    return LATE * start / len(article.body) + DEEP * math.log1p(start / PARAGRAPH) if start >= PARAGRAPH else 0.0


def _of_kind(claim: Claim, passage: Passage) -> list[Merit]:
    """The merits that a claim's kind brings; most claims have few, and are told by few questions."""
    merits = _of_claimant(claim.claimant)
    if claim.relations or claim.status != "claimed":
        merits += _of_standing(claim)
    if is_dated(claim):
        merits.append(DATED)
    if claim.figures:
        merits.append(FIGURE)
    if claim.mode == "direct":
        merits.append(QUOTED)
    if len(passage.exact) < FEW:
        merits.append(SHORT)
    if claim.origins > 1:
        merits.append(ECHOED)
    return merits


def _of_claimant(claimant: Claimant) -> list[Merit]:
    role, resolved_by = claimant.role, claimant.resolved_by
    merits = [UNRESOLVED] if resolved_by in _UNKNOWN else []
    if role == "unnamed":
        merits.append(UNNAMED)
    if claimant.actor_id is None or resolved_by == "local":
        return merits
    return [*merits, KNOWN, *_OF_ROLE.get(role, ())]


def _of_standing(claim: Claim) -> list[Merit]:
    """What a claim's relations to others bring it."""
    kinds = {relation.kind for relation in claim.relations}
    merits = [] if _REPLACED.isdisjoint(kinds) else [REPLACED]
    if claim.status != "claimed" or not _UNSETTLED.isdisjoint(kinds):
        merits.append(UNSETTLED)
    return merits


def _of_words(claim: Claim, article: Article, news: News) -> list[Merit]:
    lexicon = lexicon_of(article)
    says, headline = read_proposition(claim.passage.exact, lexicon), terms_of(article.headline, lexicon)
    share = len(says.terms & headline) / len(headline) if headline else 0.0
    amounts = amounts_of(claim, lexicon) if claim.figures else ()
    merits = (
        (PERSONAL, says.of_first),
        (FACT, says.mood == "fact"),
        (HISTORY, says.past),
        (HARM, any(amount.fate in lexicon.events.grave for amount in amounts)),
        (MANY_PEOPLE, any("people" in amount.measure and amount.value >= MANY for amount in amounts)),
    )
    return [
        *(merit for merit, holds in merits if holds),
        Merit("tells what the headline tells", HEADLINE * share),
        Merit("tells what many tell", CENTRAL * news.centrality(says.terms)),
    ]


def is_dated(claim: Claim) -> bool:
    """Whether the text says on which day something was or was said."""
    is_said = claim.said_at is not None and claim.said_precision in DAYS
    return is_said or (claim.valid_from is not None and claim.valid_precision in DAYS)
