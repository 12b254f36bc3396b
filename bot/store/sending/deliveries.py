"""Deliveries as rows of the outbox; every statement names the tenant."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement

from bot.models import Delivery, QuietWindow
from bot.store import schema as s
from bot.store.sending.schedules import destination, place
from digests.models import Digest


def row_of(delivery: Delivery) -> dict[str, Any]:
    """The row of a delivery."""
    target = delivery.destination
    window = delivery.quiet_window
    row = delivery.model_dump(exclude={"destination", "digest", "quiet_window"})
    row |= {"quiet_hours": window and window.hours, "quiet_zone": window and window.zone}
    return row | place(target) | {"digest": delivery.digest.model_dump_json()}


def delivery_of(row: Any) -> Delivery:
    """The delivery of a row."""
    fields = {name: value for name, value in row.items() if name not in {"seq", "lease_until"}}
    target = destination(fields)
    digest = Digest.model_validate_json(fields.pop("digest"))
    hours, zone = fields.pop("quiet_hours"), fields.pop("quiet_zone")
    window = QuietWindow(hours=hours, zone=zone) if hours else None
    return Delivery(destination=target, digest=digest, quiet_window=window, **fields)


def is_row_of(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    """The conditions that the row of a delivery fulfils alone."""
    return s.outbox.c.tenant == delivery.tenant, s.outbox.c.id == delivery.id
