"""The operator hears of what waits for a person or was given up: once, with the cure, and at nobody's cost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import alert_channel
from bot.delivery.alerts import REPEAT_AFTER, Alerts
from bot.delivery.worker import DeliveryWorker
from bot.errors import DeliveryError, DestinationError, SettingsError, UnknownOutcomeError
from bot.models import Delivery
from bot.settings import load_settings
from bot.store import SqlStore
from tests import make
from tests.bot.delivery.channels import DUE, Channel, parts, queue, state

ALERTS = make.destination(channel="alerts")


class Desk(Channel):
    """A platform whose digest channels fail with an error, and whose alerts are read by somebody."""

    def __init__(self, error: Exception, *, alerts_fail: Exception | None = None) -> None:
        super().__init__()
        self.error, self.alerts_fail = error, alerts_fail
        self.read: list[str] = []

    async def post(self, delivery: Delivery) -> str:
        """Fail, or keep an alert."""
        if delivery.destination != ALERTS:
            raise self.error
        if self.alerts_fail:
            raise self.alerts_fail
        self.read.append(delivery.digest.notice)
        return "m"


def worker(store: SqlStore, desk: Desk) -> DeliveryWorker:
    """A worker that alerts."""
    return DeliveryWorker(store, {"discord": desk}, alerts=Alerts({"discord": desk}, ALERTS), random=lambda: 1.0)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DestinationError("gone"), "its channel refuses messages (gone), and its digests are paused. Open"),
        (UnknownOutcomeError("history closed"), "nobody can tell whether it was posted (history closed). Look"),
        (DeliveryError("too long", permanent=True), "it was given up (too long). Mend"),
    ],
)
async def test_trouble_is_told_with_its_cure(store: SqlStore, error: Exception, told: str) -> None:
    """One alert says what happened to which digest and what to do, however many parts it has."""
    desk = Desk(error)
    await queue(store, *parts(3))
    await worker(store, desk).deliver_due(DUE)
    [read] = desk.read
    assert read.startswith(f"“Kursk” for discord:1, channel 100: {told}")


async def test_what_may_pass_is_no_alert(store: SqlStore) -> None:
    """A failure that is tried again wakes nobody."""
    desk = Desk(DeliveryError("busy"))
    await queue(store, *parts(1))
    await worker(store, desk).deliver_due(DUE)
    assert desk.read == []


@pytest.mark.parametrize("broken", [DeliveryError("gone"), TimeoutError(), ValueError("a bug")])
async def test_a_broken_alert_changes_nothing(store: SqlStore, broken: Exception) -> None:
    """Where the alert cannot be posted, deliveries are marked as ever."""
    await queue(store, *parts(2))
    await worker(store, Desk(DestinationError("gone"), alerts_fail=broken)).deliver_due(DUE)
    assert await state(store) == {"d0": "held", "d1": "held"}


async def test_the_same_trouble_is_told_again_after_a_while() -> None:
    """A trouble is told at once and then at most once an hour; another one, or another channel's, at once."""
    desk = Desk(ValueError())
    alerts = Alerts({"discord": desk}, ALERTS)
    other = make.delivery("e", destination=make.destination(channel="200"))
    for delivery, happened, later in (
        (make.delivery(), "a", timedelta(0)),
        (make.delivery(), "a", REPEAT_AFTER / 2),
        (make.delivery(), "b", REPEAT_AFTER / 2),
        (other, "a", REPEAT_AFTER / 2),
        (make.delivery(), "a", REPEAT_AFTER),
        (make.delivery(), "a", -REPEAT_AFTER),  # a clock set back
    ):
        await alerts.tell(delivery, happened, "Do it.", DUE + later)
    assert [notice.split("channel ")[1] for notice in desk.read] == [
        "100: a. Do it.",
        "100: b. Do it.",
        "200: a. Do it.",
        "100: a. Do it.",
        "100: a. Do it.",
    ]


@pytest.mark.parametrize("wrong", ["1234", "slack:C1", "discord:", "irc:news"])
def test_a_channel_that_cannot_be_reached_is_refused(wrong: str) -> None:
    """The setting names a platform that has a token, and a channel, or the bot does not start."""
    settings = load_settings({}).model_copy(update={"discord_token": "t", "alerts": wrong})
    with pytest.raises(SettingsError, match="discord:1234"):
        alert_channel(settings)


def test_alerts_go_where_they_are_wanted() -> None:
    """The setting names a channel; without it nobody is told."""
    settings = load_settings({}).model_copy(update={"discord_token": "t", "alerts": "discord:1234"})
    channel = alert_channel(settings)
    assert channel is not None
    assert (channel.platform, channel.channel) == ("discord", "1234")
    assert alert_channel(load_settings({})) is None


async def test_who_made_a_schedule_is_told_once(store: SqlStore) -> None:
    """Its maker hears by direct message what happened, when it was last right and the cure; others hear nothing."""
    told: list[Delivery] = []

    class Closed(Channel):
        """A platform whose channel is closed, and whose direct messages arrive."""

        async def post(self, delivery: Delivery) -> str:
            """Keep what goes to a person."""
            if not delivery.destination.channel.startswith("@"):
                raise DestinationError("the bot may not post there")
            told.append(delivery)
            return "m"

    await store.add_schedule(make.schedule("s1", name="morning", made_by="7", zone="Europe/Kyiv"))
    await queue(store, *parts(3))
    platform = Closed()
    await DeliveryWorker(store, {"discord": platform}, random=lambda: 1.0).deliver_due(DUE)

    [notice] = told
    assert notice.destination.channel == "@7"
    assert "“morning”: its channel refuses messages (the bot may not post there)" in notice.digest.notice
    assert "never been posted yet. Open the channel, then resume" in notice.digest.notice
