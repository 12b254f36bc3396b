"""What stands under a schedule that is only proposed: Post now, Save, Cancel, and what else may still be chosen.

The custom ids hold the proposal's token; whose it is, and where, the service knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import discord

from bot.models import Proposal
from bot.platforms.wording import ASK_ZONE, USUAL_ZONES, WINDOWS

PREFIX: Final = "plan"
Choice = Literal["post", "save", "cancel"]
Option = Literal["first", "zone"]
_BUTTONS: Final[dict[Choice, tuple[str, discord.ButtonStyle]]] = {
    "post": ("Post now", discord.ButtonStyle.primary),
    "save": ("Save", discord.ButtonStyle.secondary),
    "cancel": ("Cancel", discord.ButtonStyle.secondary),
}
_CHOICES: Final[dict[str, Choice]] = {choice: choice for choice in _BUTTONS}
_OPTIONS: Final[dict[str, Option]] = {"first": "first", "zone": "zone"}


@dataclass(frozen=True, slots=True)
class ProposalPress:
    """What an admin wants to become of a proposal: it is settled, or shown anew with another option."""

    token: str
    choice: Choice | None
    option: Option | None


def read(custom_id: str) -> ProposalPress | None:
    """The press, or None if it is none of a proposal."""
    name, action, token = [*custom_id.split(":", 2), "", ""][:3]
    if name != PREFIX or not token or action not in {*_CHOICES, *_OPTIONS}:
        return None
    return ProposalPress(token, _CHOICES.get(action), _OPTIONS.get(action))


def controls(proposal: Proposal) -> discord.ui.View:
    """The buttons, how far the first digest reaches back, and a zone where nobody has named one yet."""
    view = discord.ui.View(timeout=None)
    for choice, (label, style) in _BUTTONS.items():
        view.add_item(discord.ui.Button(label=label, style=style, custom_id=_custom_id(choice, proposal), row=0))
    windows = [
        discord.SelectOption(label=f"The first digest: {words}", value=value, default=value == proposal.first)
        for value, words in WINDOWS.items()
    ]
    view.add_item(discord.ui.Select(custom_id=_custom_id("first", proposal), options=windows, row=1))
    if not proposal.zone_named:
        zones = [discord.SelectOption(label=zone, value=zone) for zone in USUAL_ZONES]
        view.add_item(
            discord.ui.Select(custom_id=_custom_id("zone", proposal), placeholder=ASK_ZONE, options=zones, row=2)
        )
    view.stop()  # presses come through `on_interaction`
    return view


def _custom_id(action: str, proposal: Proposal) -> str:
    return f"{PREFIX}:{action}:{proposal.token}"
