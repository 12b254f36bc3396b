"""What stands under a posted digest: its sources, what did not fit, and what else may be asked about it.

The custom ids hold the delivery's id, so that presses work after a restart, and a message is known by them again: a
nonce is not given back in a channel's history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from bot.models import Delivery, follower
from bot.platforms.discord.escaping import plain
from bot.platforms.wording import FOLLOW_STORY, stories_of
from digests.models import Subject

PREFIX: Final = "digest"
Action = Literal["sources", "more", "wrong", "about", "legend", "follow", "help", "stop"]
_CODES: Final[dict[str, Action]] = {
    "s": "sources", "m": "more", "w": "wrong", "a": "about", "l": "legend", "f": "follow", "h": "help", "x": "stop",
}  # fmt: skip
_LETTERS: Final = {action: letter for letter, action in _CODES.items()}
_ROW, _BUTTON, _SELECT, _QUIET_STYLE = 1, 2, 3, 2  # Discord's numbers
_MAX_CUSTOM_ID, _MAX_OPTION = 100, 100


@dataclass(frozen=True, slots=True)
class PostedPress:
    """What a reader asks of a posted digest."""

    action: Action
    delivery_id: str
    page: str | None = None
    origin: str = ""  #: the server in which its reader follows it, where it is a direct message

    def tenant(self, server: int | None, person: int) -> str:
        """Whose digest it must be: the server's in which it was pressed, or, by direct message, the person's own."""
        return follower(f"discord:{self.origin}", str(person)) if self.origin else f"discord:{server}"


def custom_id(action: Action, delivery_id: str, detail: str = "", origin: str = "") -> str:
    """What `read` understands; detail: which message of the delivery it is, or the page that is asked for."""
    tail = f":{origin}" if origin else ""
    return f"{PREFIX}:{_LETTERS[action]}:{delivery_id}:{detail}{tail}"[:_MAX_CUSTOM_ID]


def read(text: str) -> PostedPress | None:
    """The press, or None if it is none of a posted digest."""
    name, letter, delivery_id, detail, origin = [*text.split(":", 4), "", "", "", ""][:5]
    if name != PREFIX or letter not in _CODES or not delivery_id:
        return None
    page = detail.removeprefix("p") if detail.startswith("p") else None
    return PostedPress(_CODES[letter], delivery_id, page, origin)


def controls(delivery: Delivery, index: int, *, is_last: bool) -> list[dict[str, Any]]:
    """The rows under one message of a delivery; the last one leads further."""
    origin = _origin(delivery)

    def button(action: Action, label: str) -> dict[str, Any]:
        detail = str(index)
        return {
            "type": _BUTTON,
            "style": _QUIET_STYLE,
            "label": label,
            "custom_id": custom_id(action, delivery.id, detail, origin),
        }

    if not delivery.digest.items:
        return [{"type": _ROW, "components": [button("help", "What is this?")]}]
    buttons = [button("sources", "Sources")]
    if is_last and not delivery.thread:
        buttons += [button("more", "More"), button("legend", "Legend"), button("wrong", "Wrong?")]
        buttons += [button("stop", "Stop")] if origin else []
    rows: list[dict[str, Any]] = [{"type": _ROW, "components": buttons}]
    if is_last and delivery.digest.subjects and not delivery.thread:
        select = {
            "type": _SELECT,
            "custom_id": custom_id("about", delivery.id, str(index), origin),
            "placeholder": "What is claimed about …",
            "options": [_option(subject) for subject in delivery.digest.subjects[:25]],
        }
        rows.append({"type": _ROW, "components": [select]})
    stories = [] if not is_last or delivery.thread or origin else list(stories_of(delivery.digest))[:25]
    if stories:
        select = {
            "type": _SELECT,
            "custom_id": custom_id("follow", delivery.id, str(index)),
            "placeholder": FOLLOW_STORY,
            "options": [{"label": plain(heading, _MAX_OPTION) or "…", "value": str(n)} for n, heading in stories],
        }
        rows.append({"type": _ROW, "components": [select]})
    return rows


def keys_of(message: Mapping[str, Any]) -> Iterator[str]:
    """The delivery and the number of the message among its own, by each control of a message that was posted."""
    for row in message.get("components") or ():
        for part in row.get("components") or ():
            name, _, delivery_id, detail = [*str(part.get("custom_id", "")).split(":"), "", "", ""][:4]
            if name == PREFIX:
                yield key(delivery_id, detail)


def _origin(delivery: Delivery) -> str:
    """The server in which somebody said that they follow this; nothing for what is posted in a channel."""
    workspace, slash, _ = delivery.tenant.partition("/")
    return workspace.partition(":")[2] if slash else ""


def key(delivery_id: str, index: int | str) -> str:
    """What a message of a delivery is known by."""
    return f"{delivery_id}:{index}"


def _option(subject: Subject) -> dict[str, str]:
    return {"label": plain(subject.name, _MAX_OPTION) or "…", "value": f"{subject.kind}:{subject.id}"[:_MAX_OPTION]}
