"""Messages as Discord and Slack draw them, from the exact payloads that would be sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from markupsafe import Markup, escape

from bot.page.markup import MARKDOWN, MRKDWN, as_html

Kind = Literal["title", "heading", "text", "small", "rule", "buttons", "accessory", "list", "field", "picture"]
_ROW, _BUTTON, _PRIMARY = 1, 2, 1  # Discord's numbers
#: A line's mark in Discord's markdown, and what it makes of the line.
_LINE_MARKS: Final[tuple[tuple[str, Kind], ...]] = (("### ", "heading"), ("-# ", "small"))


class Piece(NamedTuple):
    """Something that stands on its own in a message: a line, a row of buttons, a list to choose from."""

    kind: Kind
    parts: tuple[Markup, ...]
    quoted: bool = False  #: whether a bar stands before it
    primary: int = -1  #: which of its parts is the one to press, if any


class Message(NamedTuple):
    """One message: its cards, and what stands above and below them."""

    heading: tuple[Piece, ...]
    cards: tuple[tuple[Piece, ...], ...]
    controls: tuple[Piece, ...]


def discord_messages(payloads: Sequence[object]) -> list[Message]:
    """The embeds, files and buttons of some payloads."""
    return [_discord_message(payload) for payload in payloads if isinstance(payload, Mapping)]


def slack_messages(payloads: Sequence[object]) -> list[Message]:
    """The blocks of some payloads; a form is drawn like a message under its title."""
    return [_slack_message(payload) for payload in payloads if isinstance(payload, Mapping)]


def _discord_message(payload: Mapping[str, Any]) -> Message:
    cards = tuple(tuple(_embed(embed)) for embed in payload.get("embeds") or ())
    files = [Piece("picture", (escape(file.get("description", "")),)) for file in payload.get("attachments") or ()]
    rows = [piece for row in payload.get("components") or () for piece in _discord_row(row)]
    title = [Piece("title", (escape(payload["title"]),))] if "title" in payload else []  # of a form
    return Message((*title, *_markdown_lines(payload.get("content") or "")), cards, (*files, *rows))


def _embed(embed: Mapping[str, Any]) -> Iterator[Piece]:
    if title := embed.get("title"):
        yield Piece("title", (as_html(title, MARKDOWN),))
    yield from _markdown_lines(embed.get("description") or "")
    for text in (embed.get("footer") or {}).get("text", "").split("\n"):
        if text:
            yield Piece("small", (escape(text),))


def _markdown_lines(text: str) -> Iterator[Piece]:
    for line in text.split("\n") if text else ():
        is_quoted = line.startswith("> ")
        words = line.removeprefix("> ")
        mark, kind = next(((m, k) for m, k in _LINE_MARKS if words.startswith(m)), ("", "text"))
        yield Piece(kind, (as_html(words.removeprefix(mark), MARKDOWN),), is_quoted)


def _discord_row(row: Mapping[str, Any]) -> Iterator[Piece]:
    """A row of buttons or a list; in a form, a field below its label."""
    inner = [row["component"]] if "component" in row else row.get("components") or []
    if row.get("type") != _ROW:
        placeholder = str(inner[0].get("placeholder") or inner[0].get("value") or "") if inner else ""
        yield Piece("field", (escape(str(row.get("label", ""))), escape(placeholder)))
        return
    buttons = [part for part in inner if part.get("type") == _BUTTON]
    if buttons:
        primary = next((n for n, part in enumerate(buttons) if part.get("style") == _PRIMARY), -1)
        yield Piece("buttons", tuple(escape(str(part.get("label", ""))) for part in buttons), primary=primary)
    for part in inner:
        if part.get("type") != _BUTTON:
            choice = next((option["label"] for option in part.get("options", ()) if option.get("default")), "")
            yield Piece("list", (escape(choice or str(part.get("placeholder") or "Make a selection")),))


def _slack_message(payload: Mapping[str, Any]) -> Message:
    title = [Piece("title", (_slack_text(payload["title"]),))] if "title" in payload else []  # of a form
    pieces = [piece for block in payload.get("blocks") or () for piece in _slack_block(block)]
    return Message((), ((*title, *pieces),), ())


def _slack_block(block: Mapping[str, Any]) -> Iterator[Piece]:
    match block.get("type"):
        case "header":
            yield Piece("title", (_slack_text(block["text"]),))
        case "section":
            yield from _accessory(block)
            yield _mrkdwn(str(block["text"]["text"]), "text")
        case "context":
            yield from (_mrkdwn(str(element["text"]), "small") for element in block["elements"])
        case "divider":
            yield Piece("rule", (Markup(),))
        case "actions":
            yield from _slack_row(block["elements"])
        case "input":
            yield _field(block["label"], block.get("element") or {})


def _accessory(block: Mapping[str, Any]) -> Iterator[Piece]:
    if "accessory" in block:
        yield Piece("accessory", (_slack_text(block["accessory"]["text"]),))


def _field(label: Mapping[str, Any], element: Mapping[str, Any]) -> Piece:
    """A field of a form: its label, and what stands in it before anybody has written there."""
    hint = element.get("initial_value") or (element.get("placeholder") or {}).get("text", "")
    return Piece("field", (_slack_text(label), escape(str(hint or _initial(element)))))


def _mrkdwn(text: str, kind: Kind) -> Piece:
    return Piece(
        kind, tuple(as_html(line.removeprefix(">"), MRKDWN) for line in text.split("\n")), text.startswith(">")
    )


def _slack_row(elements: Sequence[Mapping[str, Any]]) -> Iterator[Piece]:
    buttons = [element for element in elements if element.get("type") == "button"]
    if buttons:
        primary = next((n for n, button in enumerate(buttons) if button.get("style") == "primary"), -1)
        yield Piece("buttons", tuple(_slack_text(button["text"]) for button in buttons), primary=primary)
    for element in elements:
        if element.get("type") != "button":
            placeholder = (element.get("placeholder") or {}).get("text", "")
            yield Piece("list", (escape(_initial(element) or placeholder),))


def _initial(element: Mapping[str, Any]) -> str:
    """What is chosen in a list before anybody has chosen there."""
    return str((element.get("initial_option") or {}).get("text", {}).get("text", ""))


def _slack_text(text: Mapping[str, Any]) -> Markup:
    return escape(re.sub("\u200b", "", str(text["text"])))
