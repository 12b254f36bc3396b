"""Correcting what was posted when a record changes: the affected messages are queued to be edited."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from bot.models import Delivery, PlatformName, key_of
from bot.protocols import Store
from digests.composing.corrections import Posted, Restated, Revision, changes_of, reflag, revise, unposted
from digests.composing.lineage import Record, counterparts, lineages
from digests.lines.line import claim_line
from digests.models import Article, Claim, Digest, DigestItem, SourcedClaim

Split = Callable[[PlatformName, Digest], list[Digest]]

_MAX_STRUCK = 80  #: characters of the words struck out that are kept where a message has no room for all


async def revise_posted(store: Store, article: Article, claims: Sequence[Claim], *, now: datetime, split: Split) -> int:
    """Queue an edit of every message that a new version of a record changes, and say how many there are."""
    history = await _earlier(store, article)
    if not history:
        return 0
    history.append((article, claims))
    changes = changes_of(history, now=now)
    # A line may stand under the id of any version: all are asked for, so that the latest edit of it is found.
    forms = {form.claim.id for lineage in lineages(history) for form in lineage.forms}
    messages = await store.posted_with(sorted(forms)) if changes else []
    revisions = revise([Posted(message.id, message.digest) for message in messages], changes, now=now)
    return await _queue(store, messages, revisions, counterparts(history), now=now, split=split)


async def revise_flags(store: Store, article: Article, *, now: datetime, split: Split) -> int:
    """Queue an edit of every message whose lines name a claim that the version stored just now has changed."""
    versions = await store.records_around([article.id])
    if len(versions) < 2:
        return 0
    restated = await store.restated(sorted({version.id for version in versions}), start=now)
    messages = await store.posted_with(_posted_ids(restated)) if restated else []
    revisions = reflag([Posted(message.id, message.digest) for message in messages], restated, now=now)
    return await _queue(store, messages, revisions, {}, now=now, split=split)


async def posted_of(store: Store, article_id: str, claim_id: str | None = None) -> list[Delivery]:
    """The messages in which a claim of a record stands, under the id of any version; or any claim of it."""
    versions = _in_order(await store.records_around([article_id]))
    history = [(version, await store.claims_of(version.id, version.version)) for version in versions]
    lines = [{form.claim.id for form in lineage.forms} for lineage in lineages(history)]
    claim_ids = {form for forms in lines if claim_id is None or claim_id in forms for form in forms}
    return await store.posted_with(sorted(claim_ids))


async def standing_of(store: Store, source: SourcedClaim, *, now: datetime) -> str:
    """What has become of a claim since its version of the article: how it reads now, or that it was withdrawn."""
    versions = await store.records_around([source.article.id])
    history = [(version, await store.claims_of(version.id, version.version)) for version in _in_order(versions)]
    for lineage in lineages(history):
        if source.claim.id in {form.claim.id for form in lineage.forms}:
            if lineage.standing is None:
                return "Withdrawn since: the article no longer says this."
            line = claim_line(lineage.standing.claim, lineage.standing.article, now=now)
            old = claim_line(source.claim, source.article, now=now)
            reads_alike = isinstance(line, str) or (isinstance(old, DigestItem) and old.body == line.body)
            return "" if reads_alike or isinstance(line, str) else f"Corrected since: {line.line}"
    return ""


async def _queue(
    store: Store,
    messages: Sequence[Delivery],
    revisions: Sequence[Revision],
    replacing: Mapping[str, Claim],
    *,
    now: datetime,
    split: Split,
) -> int:
    """Queue an edit of each revised message with a note to it; what was never tried is put right as it waits."""
    by_id = {message.id: message for message in messages}
    waiting = [revision for revision in revisions if _is_waiting(by_id[revision.delivery_id])]
    await store.rewrite([_rewritten(by_id[revision.delivery_id], revision.digest) for revision in waiting])
    visible = [revision for revision in revisions if revision not in waiting]
    edits = [_edit(by_id[revision.delivery_id], revision.digest, now, split) for revision in visible]
    notes = [_note(edit, revision.note) for edit, revision in zip(edits, visible, strict=True)]
    return await store.queue_edits([*edits, *notes], replacing)


def _is_waiting(message: Delivery) -> bool:
    return not message.edits and message.state != "sent"


def _rewritten(message: Delivery, digest: Digest) -> Delivery:
    return message.model_copy(update={"digest": unposted(digest)})


def _posted_ids(restated: Sequence[Restated]) -> list[str]:
    return sorted({claim_id for claim in restated for claim_id in claim.claim_ids})


async def _earlier(store: Store, article: Article) -> list[Record]:
    """The versions before this one, oldest first, and before them those of the records that it supersedes.

    None where a newer version is stored already, or another record has taken its place.
    """
    stored = await store.records_around([article.id, *([article.supersedes] if article.supersedes else [])])
    if any(version.id == article.id and version.version > article.version for version in stored):
        return []
    others = {version.id: version for version in stored if version.id != article.id}  # of each, its newest version
    if any(version.supersedes == article.id for version in others.values()):
        return []
    versions = _in_order([version for version in stored if version.version != article.version or version.id in others])
    ancestors = _ancestors(article, [*versions, article])
    return [(old, await store.claims_of(old.id, old.version)) for old in versions if old.id in ancestors]


def _ancestors(article: Article, versions: Sequence[Article]) -> set[str]:
    """The ids of a record and of all that it superseded, one through another."""
    ids, new = set[str](), {article.id}
    while new - ids:
        ids |= new
        new = {version.supersedes for version in versions if version.id in ids and version.supersedes}
    return ids


def _in_order(versions: Sequence[Article]) -> list[Article]:
    """Versions by record, those of a record that was superseded before those of the one that took its place."""
    depth = {version.id: len(_ancestors(version, versions)) for version in versions}
    return sorted(versions, key=lambda version: (depth[version.id], version.id, version.version))


def _edit(message: Delivery, digest: Digest, now: datetime, split: Split) -> Delivery:
    """The delivery that puts a revised digest in the place of what stands there; it must fit one message."""
    platform = message.destination.platform
    shortened = next((candidate for candidate in _shorter(digest) if len(split(platform, candidate)) == 1), digest)
    return Delivery(
        id=key_of(message.id, shortened.model_dump_json()),
        tenant=message.tenant,
        run_id=message.run_id,
        part=message.part,
        destination=message.destination,
        digest=shortened,
        not_before=now,
        edits=message.edits or message.remote_id,
        quiet_window=message.quiet_window,
    )


def _note(edit: Delivery, note: Digest) -> Delivery:
    """The delivery that says, under an edited message, what has changed: an edit alone is visible by nobody."""
    return edit.model_copy(update={"id": key_of(edit.id, "note"), "digest": note, "edits": None, "thread": edit.edits})


def _shorter(digest: Digest) -> Iterator[Digest]:
    """The digest with all that it struck out, with the beginnings of that, with marks alone, and without headlines."""
    yield digest
    for limit in (_MAX_STRUCK, 1):
        yield _redrawn(digest, functools.partial(_struck, limit=limit))
    yield _redrawn(digest, lambda item: _struck(item, 1).model_copy(update={"headline": ""}))


def _redrawn(digest: Digest, redraw: Callable[[DigestItem], DigestItem]) -> Digest:
    sections = (s.model_copy(update={"items": tuple(map(redraw, s.items))}) for s in digest.sections)
    return digest.model_copy(update={"sections": tuple(sections)})


def _struck(item: DigestItem, limit: int) -> DigestItem:
    return item if len(item.was) <= limit else item.model_copy(update={"was": f"{item.was[: limit - 1].rstrip()}…"})
