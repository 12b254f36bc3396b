"""Buttons that still work after a restart: what a press means stands in its custom id."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

import discord

from bot.platforms.discord import posted
from bot.platforms.discord.controls import desk_items, proposals
from bot.platforms.discord.escaping import plain, size
from bot.platforms.discord.render import Reply, choices
from bot.platforms.wording import READ_LINE
from digests.errors import BadQueryError
from digests.models import Request
from digests.query.request import read_request, write_request

Action = Literal["answer", "sources", "share", "wrong"]
_CODES: dict[str, Action] = {"a": "answer", "s": "sources", "p": "share", "w": "wrong"}
_LETTERS = {action: letter for letter, action in _CODES.items()}
_MAX_CUSTOM_ID = 100  #: Discord's limit for a custom id
_MAX_PRESSES = 10_000  #: states that do not fit are remembered for as many buttons


@dataclass(frozen=True, slots=True)
class Press:
    """What a reader asks for by pressing a button."""

    action: Action
    request: Request
    page: str | None = None


_PASSAGE = "dateline:passage"  #: the custom id of the list of lines


def is_passage(custom_id: str) -> bool:
    """Whether a line was chosen whose passage is to be shown."""
    return custom_id == _PASSAGE


def _passages(reply: Reply) -> discord.ui.View | None:
    """A list of lines to open at their passages, and the next page of what did not fit."""
    view = discord.ui.View(timeout=None)
    options = choices(reply.passages)
    if options:
        view.add_item(discord.ui.Select(custom_id=_PASSAGE, placeholder=READ_LINE, options=options))
    if reply.more_of and reply.next_page:
        press = reply.more_of
        page = f"p{reply.next_page}"
        custom_id = posted.custom_id("more", press.delivery_id, page, press.origin)
        view.add_item(discord.ui.Button(label="Next", custom_id=custom_id))
    view.stop()
    return view if view.children else None


class Buttons:
    """Writes and reads custom ids; what is too long for one is kept in memory under its hash."""

    def __init__(self) -> None:
        self._presses: OrderedDict[str, Press] = OrderedDict()

    def custom_id(self, press: Press) -> str:
        """At most 100 characters that `read` understands."""
        page = press.page or ""
        text = f"dateline:{_LETTERS[press.action]}:{len(page)}:{page}{write_request(press.request)}"
        if size(text) <= _MAX_CUSTOM_ID and text.isprintable() and self.read(text) == press:
            return text
        key = f"dateline:{_LETTERS[press.action]}:#{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}"
        self._presses[key] = press
        self._presses.move_to_end(key)
        if len(self._presses) > _MAX_PRESSES:
            self._presses.popitem(last=False)
        return key

    def read(self, custom_id: str) -> Press | None:
        """The press, or None if it is not one of ours or is no longer known."""
        if custom_id in self._presses:
            return self._presses[custom_id]
        name, letter, length, rest = [*custom_id.split(":", 3), "", "", ""][:4]
        if name != "dateline" or letter not in _CODES or not (length.isascii() and length.isdigit()):
            return None
        page, query = rest[: int(length)], rest[int(length) :]
        try:
            return Press(_CODES[letter], read_request(query), page or None)
        except (BadQueryError, ValueError):
            return None

    def view(self, reply: Reply) -> discord.ui.View | None:
        """The buttons under an answer; another subject is asked for with the same options."""
        if reply.proposal is not None:
            return proposals.controls(reply.proposal)
        if reply.item:
            return desk_items.controls(reply.item)
        request, page = reply.request, reply.page
        if request is None:
            return _passages(reply)
        alternatives = ((choice.label, request.model_copy(update={"about": choice.value})) for choice in reply.choices)
        rows = [(name, Press("answer", alternative), 0) for name, alternative in alternatives]
        if reply.next_page:
            rows.append(("Next", Press("answer", request, reply.next_page), 1))
        if reply.buttons:
            names: dict[str, Action] = {"Sources": "sources", "Share here": "share", "Wrong?": "wrong"}
            rows += [(name, Press(action, request, page), 1) for name, action in names.items()]
        return self._view(rows) if rows else _passages(reply)

    def _view(self, rows: list[tuple[str, Press, int]]) -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        unique = {self.custom_id(press): (label, row) for label, press, row in rows}
        for custom_id, (label, row) in unique.items():
            view.add_item(discord.ui.Button(label=plain(label, 80) or "…", custom_id=custom_id, row=row))
        view.stop()  # presses come through `on_interaction`; a running view would only be kept in memory
        return view
