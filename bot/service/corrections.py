"""Correcting what was posted when a record changes: the affected messages are queued to be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from bot.models import Delivery, PlatformName, key_of
from bot.protocols import Store
from digests.composing.corrections import Posted, changes_since, counterparts, revise
from digests.models import Article, Claim, Digest, DigestItem

Split = Callable[[PlatformName, Digest], list[Digest]]

_MAX_STRUCK = 80  #: characters of the words struck out that are kept where a message has no room for all


async def revise_posted(store: Store, article: Article, claims: Sequence[Claim], *, now: datetime, split: Split) -> int:
    """Queue an edit of every message that a new version of a record changes, and say how many there are."""
    history = [(old, await store.claims_of(old.id, old.version)) for old in await _earlier(store, article)]
    if not history:
        return 0
    changes = changes_since(history, (article, claims), now=now)
    messages = {message.id: message for message in await store.posted_with([change.claim_id for change in changes])}
    posted_digests = [Posted(message.id, message.digest) for message in messages.values()]
    revisions = revise(posted_digests, changes, now=now)
    edits = [_edit(messages[revision.delivery_id], revision.digest, now, split) for revision in revisions]
    notes = [_note(edit, revision.note) for edit, revision in zip(edits, revisions, strict=True)]
    return await store.queue_edits([*edits, *notes], counterparts(history[-1], (article, claims)))


async def _earlier(store: Store, article: Article) -> list[Article]:
    """The versions before this one, oldest first, and before them those of the record which it supersedes.

    None where a newer version is stored already.
    """
    stored = await store.articles_of([article.id, *([article.supersedes] if article.supersedes else [])])
    versions = sorted(stored.values(), key=lambda version: (version.id == article.id, version.version))
    is_stale = any(version.id == article.id and version.version > article.version for version in versions)
    return [] if is_stale else versions


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
    """The delivery that says, under an edited message, what has changed: an edit alone is seen by nobody."""
    return edit.model_copy(update={"id": key_of(edit.id, "note"), "digest": note, "edits": None, "thread": edit.edits})


def _shorter(digest: Digest) -> Iterator[Digest]:
    """The digest with all that it struck out, then with its beginnings, then with marks alone."""
    yield digest
    for limit in (_MAX_STRUCK, 1):
        sections = (s.model_copy(update={"items": tuple(_struck(i, limit) for i in s.items)}) for s in digest.sections)
        yield digest.model_copy(update={"sections": tuple(sections)})


def _struck(item: DigestItem, limit: int) -> DigestItem:
    return item if len(item.was) <= limit else item.model_copy(update={"was": f"{item.was[: limit - 1].rstrip()}…"})
