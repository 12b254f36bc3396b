"""Discord's rules for outgoing payloads that its OpenAPI description does not check; each broken rule is a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_EPHEMERAL, _SUPPRESS, _V2 = 1 << 6, 1 << 2, 1 << 15
_EMBED_TEXTS = {"title": 256, "description": 4096}
_COMMAND_NAME = re.compile(r"[-_\w]{1,32}")
_MENTION = re.compile(r"@everyone|@here|<@[!&]?\d+>")
_LINK = re.compile(r"\]\(<?([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_MESSAGE_FIELDS = frozenset(
    "content nonce enforce_nonce tts embeds allowed_mentions message_reference components sticker_ids attachments "
    "flags poll thread_name username avatar_url applied_tags".split()
)


def length(text: str) -> int:
    """UTF-16 units, the strictest count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def broken_in_message(message: dict[str, Any], *, new: bool = True) -> Iterator[str]:
    """What is wrong with a message that is sent (or, if not new, an edit)."""
    yield from (f"unknown field {name}" for name in message.keys() - _MESSAGE_FIELDS)
    content, embeds, components = (message.get(key) or empty for key, empty in _EMPTY)
    if message.get("allowed_mentions") != {"parse": []}:
        yield f"allowed_mentions is {message.get('allowed_mentions')}, so somebody could be notified"
    if length(content) > 2000:
        yield f"content has {length(content)} characters"
    if new and not (content or embeds or components):
        yield "the message is empty"
    if "://" in content and not message.get("flags", 0) & _SUPPRESS:
        yield "content holds an address that unfurls"
    if any(item.get("type", 1) != 1 for item in components) and not message.get("flags", 0) & _V2:
        yield "V2 components without their flag"
    if message.get("flags", 0) & _V2 and (content or embeds):
        yield "V2 components beside content or embeds"
    yield from _nonce(message)
    yield from _embeds(embeds)
    yield from _components(components)


_EMPTY: tuple[tuple[str, Any], ...] = (("content", ""), ("embeds", []), ("components", []))


def broken_in_callback(callback: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a response to an interaction."""
    kind, data = callback.get("type"), callback.get("data") or {}
    if kind in {4, 7}:
        yield from broken_in_message(data, new=kind == 4)
    elif kind in {5, 6}:
        if data.get("flags", 0) & ~_EPHEMERAL or set(data) - {"flags"}:
            yield "a deferred response takes the ephemeral flag alone"
    elif kind == 8:
        choices = data.get("choices", [])
        if len(choices) > 25:
            yield f"{len(choices)} choices"
        yield from ("a choice without a name" for choice in choices if not choice["name"].strip())
        yield from ("a choice is too long" for c in choices if max(length(c["name"]), length(str(c["value"]))) > 100)
    elif kind == 9:
        yield from _form(data)
    elif kind not in {1, 10, 12}:
        yield f"there is no response of type {kind}"


_SELECT, _LABEL = 3, 18  # Discord's numbers


def _form(data: dict[str, Any]) -> Iterator[str]:
    if not 1 <= length(data.get("title", "")) <= 45 or not 1 <= length(data.get("custom_id", "")) <= 100:
        yield "a form without a title or an id, or with one that is too long"
    rows = data.get("components", [])
    fields = [field for row in rows for field in row.get("components", [])]
    for row in (row for row in rows if row.get("type") == _LABEL):
        component = row["component"]
        if component.get("type") == _SELECT and not 1 <= len(component.get("options", [])) <= 25:
            yield f"a list of {len(component.get('options', []))} choices"
        fields.append({"type": 4, "label": row.get("label", ""), "max_length": component.get("max_length", 4000)})
    if not 1 <= len(fields) <= 5:
        yield f"a form of {len(fields)} fields"
    for field in fields:
        if field.get("type") != 4 or not 1 <= length(field.get("label", "")) <= 45:
            yield f"a field that is no labelled text: {field}"
        if not 1 <= field.get("max_length", 4000) <= 4000:
            yield f"a field of {field['max_length']} characters"


def broken_in_commands(commands: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the list of commands."""
    for command in commands:
        kind = _message_command if command.get("type") == 3 else _command
        yield from kind(command, command.get("name", ""))
        if not command.get("integration_types") or not command.get("contexts"):
            yield f"/{command.get('name')}: integration_types and contexts are not declared"
        if _weight(command) > 8000:
            yield f"/{command.get('name')} has more than 8000 characters"


def _message_command(command: dict[str, Any], path: str) -> Iterator[str]:
    if not 1 <= length(path) <= 32 or command.get("description") or command.get("options"):
        yield f"{path!r} is no message command"


def _command(command: dict[str, Any], path: str) -> Iterator[str]:
    name, options = command.get("name", ""), command.get("options", [])
    if not _COMMAND_NAME.fullmatch(name) or name != name.lower():
        yield f"/{path}: {name!r} is no command name"
    if not 1 <= length(command.get("description", "")) <= 100:
        yield f"/{path}: a description has 1 to 100 characters"
    if len(options) > 25 or len({option["name"] for option in options}) < len(options):
        yield f"/{path}: more than 25 options, or two of one name"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield f"/{path}: required options come first"
    if command.get("autocomplete") and command.get("choices"):
        yield f"/{path}: choices and autocomplete exclude each other"
    for option in options:
        yield from _command(option, f"{path} {option['name']}")


def _weight(command: dict[str, Any]) -> int:
    own = length(command.get("name", "")) + length(command.get("description", ""))
    choices = sum(length(c["name"]) + length(str(c["value"])) for c in command.get("choices", []))
    return own + choices + sum(map(_weight, command.get("options", [])))


def _nonce(message: dict[str, Any]) -> Iterator[str]:
    nonce = message.get("nonce")
    if nonce is not None and len(str(nonce)) > 25:
        yield "the nonce has more than 25 characters"
    if nonce is None and message.get("enforce_nonce"):
        yield "enforce_nonce without a nonce"


def _embeds(embeds: list[dict[str, Any]]) -> Iterator[str]:
    if len(embeds) > 10:
        yield f"{len(embeds)} embeds"
    total = sum(length(text) for embed in embeds for text in _counted(embed))
    if total > 6000:
        yield f"the embeds have {total} characters together"
    for embed in embeds:
        yield from (f"{k} over {most}" for k, most in _EMBED_TEXTS.items() if length(embed.get(k) or "") > most)
        yield from ("an empty field" for f in embed.get("fields", []) if not (f["name"].strip() and f["value"].strip()))
        if length((embed.get("footer") or {}).get("text", "")) > 2048:
            yield "footer over 2048"
        if not any(_counted(embed)):
            yield "an embed without text"
        for text in _counted(embed):
            yield from (f"a mention stands in an embed: {m}" for m in _MENTION.findall(text))
            yield from (f"a link opens {scheme}" for scheme in _LINK.findall(text) if scheme not in {"http", "https"})
        if embed.get("url") and not embed["url"].startswith(("http://", "https://")):
            yield "an embed's url is not http(s)"


def _counted(embed: dict[str, Any]) -> list[str]:
    fields = [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    others = [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    return [text for text in (embed.get("title"), embed.get("description"), *others, *fields) if text]


def _components(rows: list[dict[str, Any]]) -> Iterator[str]:
    buttons = [button for row in rows for button in row.get("components", [])]
    if len(rows) > 5 or any(not 1 <= len(row.get("components", [])) <= 5 for row in rows):
        yield "a message has at most 5 rows of 1 to 5 buttons"
    ids = [button["custom_id"] for button in buttons if "custom_id" in button]
    if len(set(ids)) < len(ids):
        yield "two components have one custom_id"
    yield from (
        f"custom_id {custom_id!r} is empty or too long" for custom_id in ids if not 1 <= length(custom_id) <= 100
    )
    for button in buttons:
        if button.get("type") == 2 and not (button.get("custom_id") or button.get("url") or button.get("sku_id")):
            yield "a button that does nothing"
        if button.get("type") == 2 and not 1 <= length(button.get("label", "")) <= 80:
            yield "a button's label has 1 to 80 characters"
