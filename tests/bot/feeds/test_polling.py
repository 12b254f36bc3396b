"""When a feed is looked at next, and what its operator is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.polling import BROKEN_AFTER, Failure, Success, fail, read_retry_after, succeed
from bot.models import Feed, FeedHealth

NOW = datetime(2025, 2, 8, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def feed(**fields: object) -> Feed:
    """A feed that was added an hour ago."""
    base = Feed(id="f", url="https://wire.example/feed", added_at=NOW - HOUR, health=FeedHealth(next_due=NOW))
    return base.model_copy(update=fields)


def test_failures_double_the_wait_up_to_a_day() -> None:
    """Each failure waits twice as long as the one before; never less than the host asks for."""
    row, waits = feed(), []
    for _ in range(12):
        row, _ = fail(row, Failure("no answer"), now=NOW, chance=0.5)
        waits.append(row.health.next_due - NOW)

    assert waits[:3] == [timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2)]
    assert waits[-1] == timedelta(days=1)
    asked, _ = fail(feed(), Failure("429", retry_after=5 * HOUR), now=NOW, chance=0.5)
    assert asked.health.next_due == NOW + 5 * HOUR


def test_waits_spread() -> None:
    """Feeds that began together do not stay in step."""
    waits = {succeed(feed(), Success(), now=NOW, chance=n / 10)[0].health.next_due for n in range(11)}

    assert len(waits) == 11
    assert max(waits) - min(waits) == timedelta(minutes=3)


def test_a_broken_feed_is_told_once_and_once_when_it_is_back() -> None:
    """Neither before it has failed some times, nor again while it fails."""
    row, told = feed(), []
    for _ in range(BROKEN_AFTER + 5):
        row, notice = fail(row, Failure("it answered 500"), now=NOW, chance=0)
        told += [notice.event] if notice else []
    for _ in range(3):
        row, notice = succeed(row, Success(), now=NOW, chance=0)
        told += [notice.event] if notice else []

    assert told == ["broken", "back"]
    assert row.health.failures == 0


def test_a_silent_feed_is_told_once_and_once_when_it_speaks() -> None:
    """Days without a new article are told, though each look went well."""
    row, told = succeed(feed(), Success(3), now=NOW, chance=0)[0], []
    for hours in (24, 71, 73, 96, 120):
        row, notice = succeed(row, Success(), now=NOW + hours * HOUR, chance=0)
        told += [(notice.event, hours)] if notice else []
    row, notice = succeed(row, Success(1), now=NOW + 121 * HOUR, chance=0)

    assert told == [("silent", 73)]
    assert notice is not None
    assert notice.event == "back"
    assert succeed(feed(silent_after=0), Success(), now=NOW + 999 * HOUR, chance=0)[1] is None


def test_a_feed_that_is_gone_is_told_and_retired() -> None:
    """What its host calls gone for good is not looked at again."""
    row, notice = fail(feed(), Failure("it answered 410", gone=True), now=NOW, chance=0)

    assert row.health.retired
    assert notice is not None
    assert notice.event == "gone"


def test_a_feed_that_has_moved_speaks_for_its_old_house() -> None:
    """Its articles keep their identity."""
    row, _ = succeed(feed(), Success(moved_to="https://new.example/feed"), now=NOW, chance=0)

    assert (row.url, row.sites) == ("https://new.example/feed", ("wire.example",))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120", 120), ("Sat, 08 Feb 2025 12:01:00 GMT", 60), ("Sat, 08 Feb 2025 11:00:00 GMT", 0), ("soon", None),
     (None, None), ("-5", None), ("9" * 50, 1_000_000)],
)  # fmt: skip
def test_what_a_host_asks_for_is_understood(text: str | None, seconds: int | None) -> None:
    """Seconds or a date; anything else counts as nothing."""
    assert read_retry_after(text, NOW) == (None if seconds is None else timedelta(seconds=seconds))
