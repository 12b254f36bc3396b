"""What is on its way to a channel, and what stands there."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from bot.models.schedules import Destination, QuietWindow
from digests.models import Digest, Value

#: `maybe_posted` is looked for before it is posted again; `held` is whole and waits: for the end of quiet hours, or for
#: a person, where its channel is closed or nobody can tell whether it is there.
DeliveryState = Literal["pending", "sending", "sent", "maybe_posted", "held", "dead"]


class DigestRun(Value):
    """One firing of a schedule; unique by (schedule, due)."""

    id: str
    tenant: str
    schedule_id: str
    due: AwareDatetime
    window_from: AwareDatetime
    window_to: AwareDatetime


class Delivery(Value):
    """One message on its way: an outbox row, written before it is sent."""

    id: str  #: the idempotency key as well
    tenant: str
    run_id: str
    part: int = 0
    destination: Destination
    digest: Digest
    state: DeliveryState = "pending"
    attempts: int = 0
    not_before: AwareDatetime
    maybe_posted_since: AwareDatetime | None = None  #: when an earlier attempt began that may have been posted
    lease_token: str | None = None
    edits: str | None = None  #: the id of the message whose place it takes, where it corrects one
    thread: str | None = None  #: the id of the message that it is a note to
    remote_id: str | None = None  #: the platform's message id
    error: str | None = None
    quiet_window: QuietWindow | None = None  #: when it is not posted


class PostedRun(Value):
    """A digest that was posted: the message that is asked about as it stands now, and all digests of its run."""

    run: DigestRun
    message: Delivery
    digests: tuple[Digest, ...]
