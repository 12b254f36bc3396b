"""What stands under an item of the desk's queue, and the forms of the desk; both still work after a restart.

The custom ids hold what is to be done and the item's id; whether somebody may do it is looked up anew at each press.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import discord

from bot.models import DeskRequest

PREFIX: Final = "desk"
Verb = Literal["approve", "hold", "reject", "add"]
_BUTTONS: Final[dict[Verb, tuple[str, discord.ButtonStyle]]] = {
    "approve": ("Approve", discord.ButtonStyle.primary),
    "hold": ("Hold", discord.ButtonStyle.secondary),
    "reject": ("Reject …", discord.ButtonStyle.danger),
}
_VERBS: Final[dict[str, Verb]] = {**{verb: verb for verb in _BUTTONS}, "add": "add"}
_LONGEST_ID: Final = 80


@dataclass(frozen=True, slots=True)
class DeskPress:
    """What somebody wants to become of an item, or that something is to be put into the queue."""

    verb: Verb
    item: str = ""

    @property
    def has_form(self) -> bool:
        """Whether more must be said than a press says."""
        return self.verb in {"reject", "add"}

    @property
    def custom_id(self) -> str:
        """What `read` understands."""
        return f"{PREFIX}:{self.verb}:{self.item}"


def read(custom_id: str) -> DeskPress | None:
    """The press or the form, or None if it is none of the desk's."""
    name, verb, item = [*custom_id.split(":", 2), "", ""][:3]
    if name != PREFIX or verb not in _VERBS or len(item) > _LONGEST_ID or bool(item) == (verb == "add"):
        return None
    return DeskPress(_VERBS[verb], item)


def controls(item: str) -> discord.ui.View | None:
    """Approve, Hold and Reject under an item that was shown."""
    if not 0 < len(item) <= _LONGEST_ID:
        return None
    view = discord.ui.View(timeout=None)
    for verb, (label, style) in _BUTTONS.items():
        view.add_item(discord.ui.Button(label=label, style=style, custom_id=DeskPress(verb, item).custom_id))
    view.stop()  # presses come through `on_interaction`
    return view


def form(press: DeskPress) -> discord.ui.Modal:
    """What is asked for before an item is rejected, or before something is put into the queue."""
    long = discord.TextStyle.paragraph
    if press.verb == "reject":
        modal = discord.ui.Modal(title="Reject it", custom_id=press.custom_id)
        modal.add_item(_field("reason", "Why", max_length=1000, style=long))
        return modal
    modal = discord.ui.Modal(title="Put into the queue", custom_id=press.custom_id)
    modal.add_item(_field("text", "An address, or an article's text", max_length=4000, style=long))
    modal.add_item(_field("publisher", "Who published that text", max_length=200, required=False))
    return modal


def _field(
    custom_id: str,
    label: str,
    *,
    max_length: int,
    style: discord.TextStyle = discord.TextStyle.short,
    required: bool = True,
) -> discord.ui.Label[discord.ui.Modal]:
    words = discord.ui.TextInput[discord.ui.Modal](
        custom_id=custom_id, max_length=max_length, style=style, required=required
    )
    return discord.ui.Label(text=label, component=words)


def request_of(press: DeskPress, answers: Mapping[str, str]) -> DeskRequest:
    """What a press asks of the desk, with what was filled into its form."""
    if press.verb == "add":
        return DeskRequest(verb="add", text=answers.get("text", ""), publisher=answers.get("publisher", "").strip())
    return DeskRequest(verb=press.verb, subject=press.item, reason=answers.get("reason", "").strip())
