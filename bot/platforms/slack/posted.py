"""What stands under a posted digest on Slack: its sources, what did not fit, and what else may be asked about it."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    InteractiveElement,
    Option,
    PlainTextObject,
    StaticSelectElement,
)

from bot.models import Delivery, person_of
from bot.platforms.slack.escaping import label
from bot.platforms.slack.render import Message, digest_message, split, weight
from bot.platforms.slack.views import PostedState, value_button
from bot.platforms.wording import FOLLOW_STORY, stories_of
from digests.models import Digest

_OFFERED = 10


def posted_messages(delivery: Delivery) -> list[Message]:
    """Return a delivery as the messages that it is posted as, what leads further under the last one."""
    rows = _rows(delivery)
    parts: Sequence[Digest] = split(delivery.digest, spare=weight(rows))
    messages = [digest_message(part) for part in parts]
    return [*messages[:-1], messages[-1].add(*rows)]


def _rows(delivery: Delivery) -> list[Block]:
    if not delivery.digest.items:
        return []
    value = PostedState(delivery=delivery.id).dump()
    names = {"sources": "Sources"}
    if not delivery.thread:
        names |= {"more": "More", "legend": "Legend", "wrong": "Wrong?"}
    if person_of(delivery.destination.channel):
        names["stop"] = "Stop"
    buttons = [value_button(f"digest.{action}", name, value) for action, name in names.items()]
    elements: list[dict[str, object] | InteractiveElement] = [button for button in buttons if button is not None]
    if delivery.digest.subjects and not delivery.thread:
        elements.append(_select(delivery))
    if not delivery.thread and not person_of(delivery.destination.channel) and (stories := _stories(delivery)):
        elements.append(stories)
    return [ActionsBlock(block_id="digest", elements=elements)]


def _stories(delivery: Delivery) -> StaticSelectElement | None:
    """A list of the stories that can be followed; none where there are none."""
    options = [
        Option(text=PlainTextObject(text=label(heading, 75) or "…", emoji=False), value=f"{delivery.id} {n}")
        for n, heading in list(stories_of(delivery.digest))[:_OFFERED]
    ]
    if not options:
        return None
    return StaticSelectElement(action_id="digest.follow", placeholder=FOLLOW_STORY, options=options)


def _select(delivery: Delivery) -> StaticSelectElement:
    options = [
        Option(
            text=PlainTextObject(text=label(subject.name, 75) or "…", emoji=False), value=f"{kind}:{subject.id}"[:75]
        )
        for subject in delivery.digest.subjects[:_OFFERED]
        for kind in [subject.kind]
    ]
    return StaticSelectElement(action_id="digest.about", placeholder="What is claimed about …", options=options)
