"""Telling readers what has become of what they reported: through the outbox, so once, and also after a crash."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final, cast

from bot.models import Delivery, DeskItem, Destination, DigestRun, PlatformName, follower, key_of, person_channel
from bot.protocols import Store
from digests.models import Digest

_READER: Final = re.compile(r"((?:discord|slack)\b[^/\s]*)/<@(\w+)>")  #: whoever reported it from a chat
_EXCERPT: Final = 200  #: characters of a report that its answer repeats
_OUTCOMES: Final = {
    "approved": "The desk agrees, and has taken it up.",
    "rejected": "The desk has looked at it and leaves the line as it is.",
}


async def tell_reporter(store: Store, item: DeskItem, reason: str, *, now: datetime) -> None:
    """Let whoever reported something know that it was decided, and why; others have no channel to be told in."""
    reader = _READER.fullmatch(item.origin)
    if item.kind != "report" or item.state not in _OUTCOMES or reader is None:
        return
    workspace, person = reader.groups()
    platform, tenant = cast("PlatformName", workspace.partition(":")[0]), follower(workspace, person)
    run = DigestRun(
        id=key_of("told", item.id),
        tenant=tenant,
        schedule_id=f"desk:{item.id}",
        due=now,
        window_from=now,
        window_to=now,
    )
    words = [f"You wrote of claim {item.claim_id}: “{item.text[:_EXCERPT]}”", _OUTCOMES[item.state], reason.strip()]
    message = Delivery(
        id=key_of("told", item.id, "message"),
        tenant=tenant,
        run_id=run.id,
        destination=Destination(platform=platform, tenant=tenant, channel=person_channel(person)),
        digest=Digest(title="What you reported", notice="\n".join(filter(None, words))),
        not_before=now,
    )
    await store.queue_run(run, [message], [], next_due=now)
