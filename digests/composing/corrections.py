"""What a corrected, withdrawn, restored or superseded record changes in digests that are posted already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from digests.composing.article_headlines import printed_headline
from digests.composing.lineage import Lineage, Record, lineages
from digests.dates import format_day
from digests.lexicon import ENGLISH, lexicon_of
from digests.lines.flags import flags_of, relation_flags
from digests.lines.line import claim_line
from digests.lines.passages import content_of
from digests.models import Claim, Digest, DigestItem, Section, SourcedClaim

Outcome = Literal["corrected", "restored", "withdrawn", "superseded"]

_OUTCOMES = frozenset({"corrected", "restored", "withdrawn", "superseded"})
_DATED = tuple(f"{outcome} " for outcome in sorted(_OUTCOMES))  # as they are printed: “corrected Sat 8 Feb”
NOTE_TITLE = "Changed since it was posted"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a claim: another line in its place, or none."""

    claim_id: str
    outcome: Outcome
    replacement: DigestItem | None


@dataclass(frozen=True, slots=True)
class Restated:
    """A claim whose relations have changed, as they were and as they are, and the ids under which it was posted."""

    claim_ids: tuple[str, ...]
    earlier: Claim
    present: Claim


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


def changes_of(history: Sequence[Record], *, now: datetime) -> tuple[Change, ...]:
    """What the newest version of a record changes, drops or brings back of all that any version before had.

    A claim that reads the same is no change. The history is oldest first, and may begin with records that were
    superseded; a newest version that is withheld or cancelled withdraws everything.
    """
    newest = history[-1][0]
    changes = []
    for lineage in lineages(history):
        for form in lineage.earlier:
            loss: Outcome = "superseded" if newest.status == "usable" and form.article.id != newest.id else "withdrawn"
            change = _change(form, lineage, loss, now)
            changes += [change] if change else []
    return tuple(sorted(changes, key=lambda change: change.claim_id))


def revise(posts: Sequence[Posted], changes: Sequence[Change], *, now: datetime) -> tuple[Revision, ...]:
    """The posted digests that carry a changed claim, with the old words struck out and the new ones after them.

    Nothing is deleted, and a digest that was revised already is not revised again for the same change.
    """
    by_claim = {change.claim_id: change for change in changes}

    def revised(item: DigestItem) -> DigestItem:
        change = by_claim.get(item.claim_id)
        return _revised(item, change, now) if change else item

    return _revisions(posts, revised)


def reflag(posts: Sequence[Posted], claims: Sequence[Restated], *, now: datetime) -> tuple[Revision, ...]:
    """The posted digests that carry a claim whose relations have changed, with the flags that follow from them now."""
    by_id = {claim_id: claim for claim in claims for claim_id in claim.claim_ids}

    def reflagged(item: DigestItem) -> DigestItem:
        claim = by_id.get(item.claim_id)
        return _reflagged(item, claim, now) if claim and item.body else item

    return _revisions(posts, reflagged)


def unposted(digest: Digest) -> Digest:
    """A revised digest that nobody has seen yet: without what was struck out, and the notes on it."""
    sections = (
        section.model_copy(update={"items": tuple(_unmarked(item) for item in section.items if item.body)})
        for section in digest.sections
    )
    standing = tuple(section for section in sections if section.items)
    return digest.model_copy(update={"sections": standing, "notice": digest.notice if standing else "Nothing new."})


# --- what has changed -----------------------------------------------------------------------------------------


def _change(form: SourcedClaim, lineage: Lineage, loss: Outcome, now: datetime) -> Change | None:
    claim_id, standing = form.claim.id, lineage.standing
    if standing is None:
        return Change(claim_id, loss, None)
    old, new = (claim_line(source.claim, source.article, now=now) for source in (form, standing))
    if isinstance(new, str):
        return None if _said(form) == _said(standing) else Change(claim_id, "withdrawn", None)
    new = new.model_copy(update={"headline": printed_headline(standing.article)})
    if lineage.is_report:
        new = new.model_copy(update={"claimant": ""})  # the posted line names the outlets
    if isinstance(old, DigestItem) and _words(old)[lineage.is_report :] == _words(new)[lineage.is_report :]:
        return Change(claim_id, "restored", new) if lineage.is_back else None
    return Change(claim_id, "corrected", new)


def _words(item: DigestItem) -> tuple[str, str, str]:
    return item.claimant, item.body, item.when


def _said(source: SourcedClaim) -> str:
    return content_of(source.claim, source.article.body, lexicon_of(source.article))


# --- the new text ---------------------------------------------------------------------------------------------


def _revisions(posts: Sequence[Posted], revised: Callable[[DigestItem], DigestItem]) -> tuple[Revision, ...]:
    revisions = []
    for post in posts:
        pairs = [[(item, revised(item)) for item in section.items] for section in post.digest.sections]
        changed_items = tuple(new for items in pairs for old, new in items if new != old)
        if changed_items:
            sections = tuple(
                section.model_copy(update={"items": tuple(new for _, new in items)})
                for section, items in zip(post.digest.sections, pairs, strict=True)
            )
            note = Digest(title=NOTE_TITLE, sections=(Section(heading="", items=changed_items),))
            revisions.append(Revision(post.delivery_id, post.digest.model_copy(update={"sections": sections}), note))
    return tuple(revisions)


def _revised(item: DigestItem, change: Change, now: datetime) -> DigestItem:
    is_struck = bool(item.was) and not item.body
    new = change.replacement
    if new is None:
        struck = {"body": "", "was": item.was or item.body, "flags": (_dated(change.outcome, now),)}
        return item if is_struck else item.model_copy(update=struck)
    if change.outcome == "restored" and not is_struck:
        return item
    kept_headline = new.headline if item.headline else ""  # no line gets one that it was posted without
    new = new.model_copy(update={"claimant": new.claimant or item.claimant, "headline": kept_headline})
    if _words(item) == _words(new):
        return item
    struck_words = _struck_words(item, new)
    outcome: Outcome = "restored" if is_struck and not struck_words else "corrected"
    flags = (*(flag for flag in new.flags if flag not in _OUTCOMES), _dated(outcome, now))
    return new.model_copy(update={"was": struck_words, "flags": flags})


def _struck_words(item: DigestItem, new: DigestItem) -> str:
    """The words that no longer stand: the first ones, or the last where the first ones are right again."""
    if item.body == new.body:
        return item.was if item.claimant == new.claimant else f"{item.claimant}:"
    return item.body if item.was == new.body else item.was or item.body


def _dated(outcome: Outcome, now: datetime) -> str:
    return f"{outcome} {format_day(now, 'day', now=now)}"


def _reflagged(item: DigestItem, claim: Restated, now: datetime) -> DigestItem:
    """A line without the relations that have ended, and with those that are new, before the day of a correction."""
    earlier, present = (_flags(form, now) for form in (claim.earlier, claim.present))
    old_flags = [flag for flag in earlier if flag not in present]
    flags = [flag for flag in item.flags if not any(_is_flag(flag, old_flag) for old_flag in old_flags)]
    new_flags = [flag for flag in present if flag not in earlier and flag not in flags]
    dated = [flag for flag in flags if flag.startswith(_DATED)]
    return item.model_copy(update={"flags": (*(flag for flag in flags if flag not in dated), *new_flags, *dated)})


def _is_flag(flag: str, name: str) -> bool:
    """Whether a printed flag is that one, with or without the other side's number behind it."""
    return flag == name or flag.startswith(f"{name}: ")


def _flags(claim: Claim, now: datetime) -> tuple[str, ...]:
    """A claim's flags; its language hardly matters, as they are only held against those that it had before."""
    return (*flags_of(claim, ENGLISH), *relation_flags(claim, now=now))


def _unmarked(item: DigestItem) -> DigestItem:
    return item.model_copy(
        update={"was": "", "flags": tuple(flag for flag in item.flags if not flag.startswith(_DATED))}
    )
