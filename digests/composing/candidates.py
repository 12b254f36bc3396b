"""The claims that a digest chooses its lines from, most important first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from digests.composing.merits import News, full_rank, importance, news_of, rank, spread_of
from digests.lexicon import lexicon_of
from digests.models import Article, Claim, Claimant, SourcedClaim
from digests.relations.facts import terms_of, words_of

READ = 200  #: of how many claims at least the words are read to rank them
READ_EACH = 25  #: of how many for each line
LATE = 4.0  #: how much less one is worth that is older than the window of the digest
LEAST_FIGURE = 2  #: a figure above this, given twice of the same things, is one fact
SHARED_WORDS = 2  #: words of weight that two claims share which give one figure of the same things

_UNREAD = -1e9  #: how important a claim is whose words were not read: it comes behind those whose were


class Candidate(NamedTuple):
    """A claim that may have a line: how important it is, and its words where they were read."""

    source: SourcedClaim
    speaker: str
    side: str | None
    is_late: bool  #: whether it is older than the window of the digest
    importance: float = _UNREAD
    terms: frozenset[str] = frozenset()
    amounts: frozenset[float] = frozenset()  #: the figures that it gives

    def likeness(self, other: Candidate) -> float:
        """How much of what one claim speaks of another speaks of."""
        return 1.0 if self.tells_the_same(other) else overlap(self.terms, other.terms)

    def tells_the_same(self, other: Candidate) -> bool:
        """Whether a claim repeats another, or both give one figure of the same things."""
        if not self.amounts.isdisjoint(other.amounts) and len(self.terms & other.terms) >= SHARED_WORDS:
            return True
        claim_id = other.source.claim.id
        return any(
            relation.claim_id == claim_id and relation.kind == "repeats" for relation in self.source.claim.relations
        )

    @property
    def is_read(self) -> bool:
        """Whether its words were read."""
        return self.importance > _UNREAD


def ranked(sources: Sequence[SourcedClaim], limit: int, late: Set[str] = frozenset()) -> list[Candidate]:
    """The claims, most important first; the words are read only of those that may have a line.

    `late` are the ids of those that are older than the window of the digest: they stand behind the news.
    """
    spread = spread_of(sources)
    # Each claim is looked at once, for all that its choice needs: of thousands, fetching them takes longest.
    by_data = [
        (
            rank(source, spread, is_late=(is_late := bool(late) and source.claim.id in late)),
            _candidate(source, is_late=is_late),
        )
        for source in sources
    ]
    by_data.sort(key=itemgetter(0))
    likely, rest = _parted([candidate for _, candidate in by_data], max(READ, READ_EACH * limit))
    news = news_of([candidate.source for candidate in likely], spread)
    telling = [_read(candidate, news) for candidate in likely]
    return [
        *sorted(telling, key=lambda candidate: full_rank(candidate.source, candidate.importance)),
        *rest,
    ]


def _read(candidate: Candidate, news: News) -> Candidate:
    """A candidate with what its words tell."""
    claim = candidate.source.claim
    return candidate._replace(
        importance=importance(candidate.source, news) - LATE * candidate.is_late,
        terms=_terms(*candidate.source),
        amounts=frozenset(figure.value for figure in claim.figures if figure.value and figure.value > LEAST_FIGURE),
    )


def _parted(candidates: Sequence[Candidate], count: int) -> tuple[list[Candidate], list[Candidate]]:
    """The first of some candidates with the best of every side that has none among them, and the others."""
    first_ones, others = list(candidates[:count]), candidates[count:]
    sides = {None, *(candidate.side for candidate in first_ones)}
    best_of = {candidate.side: candidate for candidate in reversed(others) if candidate.side not in sides}
    if not best_of:
        return first_ones, list(others)
    ids = {id(candidate) for candidate in best_of.values()}
    return [*first_ones, *best_of.values()], [candidate for candidate in others if id(candidate) not in ids]


def articles_and_outlets(sources: Iterable[SourcedClaim]) -> tuple[list[Article], set[str]]:
    """The articles of some claims, and their outlets; each is looked at once, as fetching thousands takes longest."""
    articles: dict[tuple[str, int], Article] = {}
    outlets: set[str] = set()
    for _, article in sources:
        articles[article.id, article.version] = article
        outlets.add(article.publisher.name)
    return list(articles.values()), outlets


def speaker(claimant: Claimant) -> str:
    """Whose line a claimant's claim takes."""
    return claimant.actor_id or claimant.name


def _candidate(source: SourcedClaim, *, is_late: bool) -> Candidate:
    claimant = source.claim.claimant
    return Candidate(source, speaker(claimant), claimant.side, is_late)


def _terms(claim: Claim, article: Article) -> frozenset[str]:
    """What a claim speaks of, and whose it is."""
    lexicon = lexicon_of(article)
    return words_of(claim.passage.exact, lexicon) | terms_of(claim.claimant.name, lexicon)


def overlap(terms: frozenset[str], others: frozenset[str]) -> float:
    """The share of the words of weight of the shorter of two texts that the other has."""
    shorter = min(len(terms), len(others))
    return len(terms & others) / shorter if shorter else 0.0
