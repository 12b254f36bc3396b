"""What a schedule becomes by what an admin wants to be different about it."""

from __future__ import annotations

from datetime import datetime

from bot.models import Schedule, ScheduleChanges
from bot.schedules import change_times, next_due, parse_grace, parse_quiet_hours, parse_zone
from digests.query.request import write_request


def changed(schedule: Schedule, changes: ScheduleChanges, *, now: datetime) -> Schedule:
    """The schedule with the changes; what it has posted stays known to it. Raises RequestError."""
    fields: dict[str, object] = {
        name: value for name in ("name", "max_lines", "if_empty") if (value := getattr(changes, name)) is not None
    }
    fields["cron"] = cron = change_times(schedule.cron, changes.at, changes.days)
    fields["zone"] = zone = parse_zone(changes.zone) if changes.zone else schedule.zone
    if (cron, zone) != (schedule.cron, schedule.zone):
        fields["next_due"] = next_due(cron, zone, now)
    if changes.request is not None:
        fields["about"] = write_request(changes.request)
    target = {name: value for name in ("channel", "posting") if (value := getattr(changes, name)) is not None}
    fields["destination"] = schedule.destination.model_copy(update=target)
    if changes.quiet_hours is not None:
        fields["quiet_hours"] = parse_quiet_hours(changes.quiet_hours)
    if changes.grace is not None:
        fields["grace"] = parse_grace(changes.grace)
    return schedule.model_copy(update=fields)
