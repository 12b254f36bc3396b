"""When a feed is looked at next and what its operator is told: worked out of how a look has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from bot.feeds.house import feed_sites
from bot.models import Feed

NoticeEvent = Literal["broken", "silent", "gone", "back"]

BROKEN_AFTER = 3  #: failures in a row that are told
_MOST_WAIT = timedelta(days=1)
_SPREAD = 0.2  #: how far apart feeds get that began together, as a part of the wait


@dataclass(frozen=True)
class Success:
    """A feed was read, or had not changed."""

    new_count: int = 0
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    moved_to: str | None = None


@dataclass(frozen=True)
class Failure:
    """A feed could not be read."""

    reason: str
    retry_after: timedelta | None = None
    gone: bool = False  #: for good, as its host says


@dataclass(frozen=True)
class Notice:
    """What an operator is told of a feed."""

    event: NoticeEvent
    text: str


def succeed(feed: Feed, success: Success, *, now: datetime, chance: float) -> tuple[Feed, Notice | None]:
    """A feed after a look that went well, and what is to be told.

    chance: a number between 0 and 1, so that feeds do not stay in step.
    """
    health = feed.health
    last_new = now if success.new_count or not health.last_success else health.last_new
    alert, notice = health.alert, None
    is_silent = _is_silent(feed, last_new, now)
    if alert == "broken" or (alert == "silent" and not is_silent):
        alert, notice = None, Notice("back", "is read again" if alert == "broken" else "has new articles again")
    elif is_silent and alert is None:
        days = (now - (last_new or feed.added_at)).total_seconds() / 86400
        alert, notice = "silent", Notice("silent", f"has had no new article for {days:.1f} days")
    update = {
        "next_due": now + _spread(timedelta(minutes=feed.interval), chance),
        "etag": success.etag,
        "last_modified": success.last_modified,
        "body_hash": success.body_hash,
        "failures": 0,
        "error": None,
        "last_try": now,
        "last_success": now,
        "last_new": last_new,
        "alert": alert,
    }
    changed_health = health.model_copy(update=update)
    if not success.moved_to:
        return feed.model_copy(update={"health": changed_health}), notice
    # its articles stay those of the house that it has moved from
    moving = {"url": success.moved_to, "sites": feed_sites(feed), "health": changed_health}
    return feed.model_copy(update=moving), notice


def fail(feed: Feed, failure: Failure, *, now: datetime, chance: float) -> tuple[Feed, Notice | None]:
    """A feed after a look that failed, and what is to be told; each failure doubles the wait."""
    failures = feed.health.failures + 1
    is_told = feed.health.alert == "broken" or (failures < BROKEN_AFTER and not failure.gone)
    wait = min(timedelta(minutes=feed.interval) * 2 ** min(failures, 12), _MOST_WAIT)
    wait = max(_spread(wait, chance), min(failure.retry_after or timedelta(0), _MOST_WAIT))
    update = {
        "next_due": now + wait,
        "failures": failures,
        "error": failure.reason,
        "last_try": now,
        "alert": feed.health.alert if is_told else "broken",
        "retired": failure.gone,
    }
    notice = None
    if not is_told or failure.gone:
        text = "is gone for good and is not looked at any more" if failure.gone else f"fails: {failure.reason}"
        notice = Notice("gone" if failure.gone else "broken", text)
    return feed.model_copy(update={"health": feed.health.model_copy(update=update)}), notice


def read_retry_after(text: str | None, now: datetime) -> timedelta | None:
    """How long a host asks us to wait, in seconds or until a date; None where it does not say so in either way."""
    if text is None:
        return None
    if text.strip().isascii() and text.strip().isdigit():
        return timedelta(seconds=min(int(text.strip()[:9]), 10**6))
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(moment - now, timedelta(0))


def _is_silent(feed: Feed, last_new: datetime | None, now: datetime) -> bool:
    return bool(feed.silent_after) and now - (last_new or feed.added_at) > timedelta(hours=feed.silent_after)


def _spread(wait: timedelta, chance: float) -> timedelta:
    return wait * (1 - _SPREAD / 2 + _SPREAD * chance)
