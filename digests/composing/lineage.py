"""What became of each claim of a record: through its versions, and through the records that took its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from digests.composing.openings.reports import openings
from digests.lexicon import lexicon_of
from digests.lines.passages import content_of
from digests.models import Article, Claim, SourcedClaim

Record = tuple[Article, Sequence[Claim]]  #: a version of an article with its claims

ALIKE = 55  #: rapidfuzz ratio from which two contents of one claimant are versions of one claim


@dataclass(frozen=True, slots=True)
class Lineage:
    """One claim in all the forms that versions gave it, oldest first."""

    forms: tuple[SourcedClaim, ...]
    versions: tuple[int, ...]  #: which versions these are, as numbers in the history
    count: int  #: how many versions there are
    is_report: bool = False  #: whether it is what an outlet itself begins with

    @property
    def standing(self) -> SourcedClaim | None:
        """The form in the newest version; none where that does not have it."""
        return self.forms[-1] if self.versions[-1] == self.count - 1 else None

    @property
    def is_back(self) -> bool:
        """Whether it stands, and did not in the version before."""
        return self.standing is not None and self.count - 2 not in self.versions

    @property
    def earlier(self) -> tuple[SourcedClaim, ...]:
        """The forms that it had before the newest version."""
        return self.forms[:-1] if self.standing else self.forms


def lineages(history: Sequence[Record]) -> tuple[Lineage, ...]:
    """The claims of a record's versions, oldest first, each followed from one version to the next.

    Nothing stands in a version that is withheld or cancelled. A claim that a version drops may be back in a later one.
    """
    claims = [[SourcedClaim(claim, article) for claim in claims] for article, claims in history]
    reports = [openings(article) for article, _ in history]
    statuses = [article.status == "usable" for article, _ in history]
    return (*_followed(claims, statuses, is_report=False), *_followed(reports, statuses, is_report=True))


def counterparts(history: Sequence[Record]) -> Mapping[str, Claim]:
    """The claims of the newest version that take the place of earlier ones, by the ids of their latest form before."""
    claims = [lineage for lineage in lineages(history) if not lineage.is_report]
    return {lineage.earlier[-1].claim.id: lineage.forms[-1].claim for lineage in claims if _was_replaced(lineage)}


def _was_replaced(lineage: Lineage) -> bool:
    return lineage.standing is not None and len(lineage.forms) > 1


def _followed(
    versions: Sequence[Sequence[SourcedClaim]], usable: Sequence[bool], *, is_report: bool
) -> Iterator[Lineage]:
    paths: list[list[tuple[int, SourcedClaim]]] = []
    for number, (sources, is_usable) in enumerate(zip(versions, usable, strict=True)):
        free = list(sources) if is_usable else []
        for path in sorted(paths, key=lambda path: _precedence(path, number, free)):
            match = _counterpart(path[-1][1], free)
            if match:
                free.remove(match)
                path.append((number, match))
        paths += [[(number, source)] for source in free]
    for path in paths:
        numbers, forms = zip(*path, strict=True)
        yield Lineage(forms, numbers, len(versions), is_report)


def _precedence(
    path: Sequence[tuple[int, SourcedClaim]], number: int, sources: Sequence[SourcedClaim]
) -> tuple[bool, bool, int, str]:
    """What is repeated word for word is matched first, then what the version before still had."""
    last, source = path[-1]
    content = _said(source)
    repeated = any(_is_same_kind(other, source) and _said(other) == content for other in sources)
    return not repeated, last != number - 1, source.claim.passage.start, source.claim.id


def _counterpart(source: SourcedClaim, candidates: Sequence[SourcedClaim]) -> SourcedClaim | None:
    """The later claim that says the same, or most nearly so, for the same claimant."""
    content, start = _said(source), source.claim.passage.start
    ratings = [
        (fuzz.ratio(content, _said(other)), -abs(other.claim.passage.start - start), -n)
        for n, other in enumerate(candidates)
        if _is_same_kind(other, source)
    ]
    best = max(ratings, default=None)
    return candidates[-best[2]] if best and best[0] >= ALIKE else None


def _is_same_kind(first: SourcedClaim, second: SourcedClaim) -> bool:
    if first.article.body == second.article.body:  # only the reading of a passage can have changed
        spans = ((source.claim.passage.start, source.claim.passage.end) for source in (first, second))
        return len(set(spans)) == 1
    return _speaker(first.claim) == _speaker(second.claim) and first.claim.kind == second.claim.kind


def _speaker(claim: Claim) -> str:
    return claim.claimant.actor_id or claim.claimant.name


def _said(source: SourcedClaim) -> str:
    return content_of(source.claim, source.article.body, lexicon_of(source.article))
