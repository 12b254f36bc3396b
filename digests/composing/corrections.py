"""What a corrected, withdrawn or superseded record changes in digests that are posted already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from digests.dates import format_day
from digests.lexicon import lexicon_of
from digests.lines.line import claim_line
from digests.lines.passages import content_of
from digests.models import Article, Claim, Digest, DigestItem, Section

Outcome = Literal["corrected", "withdrawn", "superseded"]

_OUTCOMES = frozenset({"corrected", "withdrawn", "superseded"})
NOTE_TITLE = "Changed since it was posted"
ALIKE = 55  #: rapidfuzz ratio from which two contents of one claimant are versions of one claim


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a claim: another one in its place, or none."""

    claim_id: str
    outcome: Outcome
    replacement: DigestItem | None


@dataclass(frozen=True, slots=True)
class Posted:
    """A digest as it stands in a channel, by its delivery."""

    delivery_id: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class Revision:
    """The new text of a digest that was posted, and a note for its readers: the lines that changed."""

    delivery_id: str
    digest: Digest
    note: Digest


def changes_of(
    old_record: tuple[Article, Sequence[Claim]], new_record: tuple[Article, Sequence[Claim]], *, now: datetime
) -> tuple[Change, ...]:
    """The claims of a record that its new version, or the record that supersedes it, changes or drops.

    A claim that reads the same in both is no change. `new_record` of a withheld or cancelled record withdraws them all.
    """
    article, later = old_record[0], new_record[0]
    changes = (_change(claim, article, match, later, now) for claim, match in _matched(old_record, new_record))
    return tuple(sorted((change for change in changes if change), key=lambda change: change.claim_id))


def counterparts(
    old_record: tuple[Article, Sequence[Claim]], new_record: tuple[Article, Sequence[Claim]]
) -> dict[str, Claim]:
    """The later claims that take the place of earlier ones, by the earlier ids."""
    return {claim.id: match for claim, match in _matched(old_record, new_record) if match}


def changes_since(
    history: Sequence[tuple[Article, Sequence[Claim]]], new_record: tuple[Article, Sequence[Claim]], *, now: datetime
) -> tuple[Change, ...]:
    """The same for a record of several versions, oldest first: a posted line may be of any of them."""
    changes = {change.claim_id: change for change in changes_of(history[-1], new_record, now=now)}
    became: dict[str, str] = {}
    for old_record, following in pairwise(history):
        step = {old: match.id for old, match in counterparts(old_record, following).items()}
        became = {old: step[new] for old, new in became.items() if new in step} | step
    earlier = [replace(changes[new], claim_id=old) for old, new in became.items() if new in changes]
    return tuple(sorted([*changes.values(), *earlier], key=lambda change: change.claim_id))


def _matched(
    old_record: tuple[Article, Sequence[Claim]], new_record: tuple[Article, Sequence[Claim]]
) -> Iterator[tuple[Claim, Claim | None]]:
    article, claims = old_record
    later, candidates = new_record
    standing = list(candidates) if later.status == "usable" else []
    free = {claim.id: claim for claim in standing}
    for claim in sorted(claims, key=lambda c: (not _repeated(c, article, standing, later), c.passage.start, c.id)):
        match = _counterpart(claim, article, list(free.values()), later)
        if match:
            del free[match.id]
        yield claim, match


def revise(posts: Sequence[Posted], changes: Sequence[Change], *, now: datetime) -> tuple[Revision, ...]:
    """The posted digests that carry a changed claim, with the old words struck out and the new ones after them.

    Nothing is deleted, and a digest that was revised already is not revised again for the same change.
    """
    by_claim = {change.claim_id: change for change in changes}
    revisions = (_revise(post, by_claim, now) for post in posts)
    return tuple(revision for revision in revisions if revision)


# --- what has changed -----------------------------------------------------------------------------------------


def _change(claim: Claim, article: Article, match: Claim | None, later: Article, now: datetime) -> Change | None:
    old = claim_line(claim, article, now=now)
    if match is None:
        superseded = later.status == "usable" and later.id != article.id
        return Change(claim.id, "superseded" if superseded else "withdrawn", None)
    new = claim_line(match, later, now=now)
    if isinstance(new, str):
        return None if _said(claim, article) == _said(match, later) else Change(claim.id, "withdrawn", None)
    if isinstance(old, DigestItem) and (old.claimant, old.body, old.when) == (new.claimant, new.body, new.when):
        return None
    return Change(claim.id, "corrected", new)


def _counterpart(claim: Claim, article: Article, candidates: Sequence[Claim], later: Article) -> Claim | None:
    """The claim of the later article that says the same, or most nearly so, for the same claimant."""
    content = _said(claim, article)
    ratings = [
        (fuzz.ratio(content, _said(other, later)), -abs(other.passage.start - claim.passage.start), other)
        for other in candidates
        if _speaker(other) == _speaker(claim) and other.kind == claim.kind
    ]
    best = max(ratings, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] >= ALIKE else None


def _repeated(claim: Claim, article: Article, standing: Sequence[Claim], later: Article) -> bool:
    content = _said(claim, article)
    return any(_speaker(other) == _speaker(claim) and _said(other, later) == content for other in standing)


def _speaker(claim: Claim) -> str:
    return claim.claimant.actor_id or claim.claimant.name


def _said(claim: Claim, article: Article) -> str:
    return content_of(claim, article.body, lexicon_of(article))


# --- the new text ---------------------------------------------------------------------------------------------


def _revise(post: Posted, changes: Mapping[str, Change], now: datetime) -> Revision | None:
    changed_items: list[DigestItem] = []
    sections = []
    for section in post.digest.sections:
        items = tuple(_revised(item, changes, changed_items, now) for item in section.items)
        sections.append(section.model_copy(update={"items": items}))
    if not changed_items:
        return None
    note = Digest(title=NOTE_TITLE, sections=(Section(heading="", items=tuple(changed_items)),))
    return Revision(post.delivery_id, post.digest.model_copy(update={"sections": tuple(sections)}), note)


def _revised(
    item: DigestItem, changes: Mapping[str, Change], changed_items: list[DigestItem], now: datetime
) -> DigestItem:
    change = changes.get(item.claim_id)
    if change is None or any(flag.startswith(("withdrawn ", "superseded ")) for flag in item.flags):
        return item
    flag = f"{change.outcome} {format_day(now, 'day', now=now)}"
    old_body = item.was or item.body
    if change.replacement is None:
        revised_item = item.model_copy(update={"body": "", "was": old_body, "flags": (flag,)})
    else:
        new = change.replacement
        flags = (*(f for f in new.flags if f not in _OUTCOMES), flag)
        revised_item = new.model_copy(update={"was": old_body, "flags": flags})
    changed_items.append(revised_item)
    return revised_item
