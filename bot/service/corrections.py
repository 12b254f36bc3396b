"""Correcting what was posted when a record changes: the affected messages are queued to be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from bot.models import Delivery, PlatformName, key_of
from bot.protocols import Store
from digests.composing.corrections import Posted, changes_since, counterparts, revise
from digests.models import Article, Claim, Digest, DigestItem

Split = Callable[[PlatformName, Digest], list[Digest]]

_WAS = 80  #: characters of the words struck out that are kept where a message has no room for all


async def revise_posted(store: Store, article: Article, claims: Sequence[Claim], *, now: datetime, split: Split) -> int:
    """Queue an edit of every message that a new version of a record changes, and say how many there are."""
    history = [(one, await store.claims_of(one.id, one.version)) for one in await _earlier(store, article)]
    if not history:
        return 0
    changes = changes_since(history, (article, claims), now=now)
    standing = {one.id: one for one in await store.posted_with([change.claim_id for change in changes])}
    posted = [Posted(one.id, one.digest) for one in standing.values()]
    revisions = revise(posted, changes, now=now)
    edits = [_edit(standing[revision.delivery_id], revision.digest, now, split) for revision in revisions]
    notes = [_note(edit, revision.note) for edit, revision in zip(edits, revisions, strict=True)]
    return await store.queue_edits([*edits, *notes], counterparts(history[-1], (article, claims)))


async def _earlier(store: Store, article: Article) -> list[Article]:
    """The versions before this one, oldest first, and before them those of the record which it supersedes.

    None where a newer version is stored already.
    """
    stored = await store.articles_of([article.id, *([article.supersedes] if article.supersedes else [])])
    versions = sorted(stored.values(), key=lambda one: (one.id == article.id, one.version))
    late = any(one.id == article.id and one.version > article.version for one in versions)
    return [] if late else versions


def _edit(standing: Delivery, digest: Digest, now: datetime, split: Split) -> Delivery:
    """The delivery that puts a revised digest in the place of what stands there; it must fit one message."""
    platform = standing.destination.platform
    fitting = next((one for one in _shorter(digest) if len(split(platform, one)) == 1), digest)
    return Delivery(
        id=key_of(standing.id, fitting.model_dump_json()),
        tenant=standing.tenant,
        run_id=standing.run_id,
        part=standing.part,
        destination=standing.destination,
        digest=fitting,
        not_before=now,
        edits=standing.edits or standing.remote_id,
        quiet_window=standing.quiet_window,
    )


def _note(edit: Delivery, note: Digest) -> Delivery:
    """The delivery that says, under an edited message, what has changed: an edit alone is seen by nobody."""
    return edit.model_copy(update={"id": key_of(edit.id, "note"), "digest": note, "edits": None, "thread": edit.edits})


def _shorter(digest: Digest) -> Iterator[Digest]:
    """The digest with all that it struck out, then with its beginnings, then with marks alone."""
    yield digest
    for room in (_WAS, 1):
        sections = (s.model_copy(update={"items": tuple(_struck(i, room) for i in s.items)}) for s in digest.sections)
        yield digest.model_copy(update={"sections": tuple(sections)})


def _struck(item: DigestItem, room: int) -> DigestItem:
    return item if len(item.was) <= room else item.model_copy(update={"was": f"{item.was[: room - 1].rstrip()}…"})
