"""What several answers are made of: short notices, buttons that remember a value, rows of them, mentions."""

from __future__ import annotations

from collections.abc import Iterable

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    InteractiveElement,
    PlainTextObject,
)

from bot.models import person_of
from bot.platforms.slack.escaping import escape, label
from bot.platforms.slack.render import Message, section_block

MAX_VALUE = 800  # Slack takes 2000, but counts all of a message


def notice(text: str) -> Message:
    """Return ready mrkdwn as a message."""
    return Message((section_block(text[:2900]),), text[:2900])


def value_button(action_id: str, name: str, value: str) -> ButtonElement | None:
    """Return a button that remembers a value; none where that is too long, or the name says nothing."""
    text = label(name, 75)
    if len(value) > MAX_VALUE or not text:
        return None
    return ButtonElement(text=PlainTextObject(text=text, emoji=False), action_id=action_id, value=value)


def actions(block_id: str, buttons: Iterable[ButtonElement | None]) -> list[Block]:
    """Return a row of buttons; none where there are none."""
    elements: list[dict[str, object] | InteractiveElement] = [button for button in buttons if button is not None]
    return [ActionsBlock(block_id=block_id, elements=elements)] if elements else []


def mention(user_id: str) -> str:
    """Return a user or a group as Slack shows them."""
    name = escape(user_id, 40)
    return f"<!subteam^{name}>" if user_id.startswith("S") else f"<@{name}>"


def channel_mention(channel: str) -> str:
    """Return a channel as Slack shows it."""
    if person_of(channel):
        return "your direct messages"
    return f"<#{channel}>" if channel.isalnum() else escape(channel, 80)
