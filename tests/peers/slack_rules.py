"""Slack's limits on what an app sends, as far as Slack documents or is known to enforce them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

MAX_BLOCKS, MAX_VIEW_BLOCKS, MAX_CHARACTERS = 50, 100, 12_000
_LENGTHS = {  # what may stand in a text object, by the kind of its owner
    "section": 3000,
    "context": 3000,
    "header": 150,
    "button": 75,
    "option": 75,
    "modal": 24,
}
_COUNTS = {"context": 10, "actions": 25}
_LINK = re.compile(r"<(?:https?://[^\s|<>]+(?:\|[^<>|\n]+)?|@[UW][A-Z0-9]+|#[A-Z0-9]+|!subteam\^S[A-Z0-9]+)>")
_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_MARKUP = re.compile(r"<(?:https?:[^>]*\||[@#!])|&(?:amp|lt|gt);|(?<!\w)\*[^\s*\u200b][^*]*\*(?!\w)")
_BROADCAST = re.compile(r"<!(?:channel|here|everyone)|(?<!\w)@(?:channel|here|everyone)")


def check_message(message: dict[str, Any]) -> list[str]:
    """Return what is wrong with a message as the Web API or a response URL takes it."""
    text, blocks = message.get("text"), message.get("blocks") or []
    found = list(_check_blocks(blocks, MAX_BLOCKS))
    if not isinstance(text, str) or not text.strip():
        found.append("no fallback text")
    else:
        found += _check_mrkdwn(text)
    if (size := len(text or "") + _size(blocks)) > MAX_CHARACTERS:
        found.append(f"{size} characters in all")
    if message.get("unfurl_links") is not False or message.get("unfurl_media") is not False:
        found.append("unfurls are not switched off")
    return found


def check_view(view: dict[str, Any]) -> list[str]:
    """Return what is wrong with a modal."""
    found = list(_check_blocks(view.get("blocks") or [], MAX_VIEW_BLOCKS))
    for name in ("title", "submit", "close"):
        found += _check_text({**view.get(name, {}), "owner": "modal"}) if name in view else []
    if len(view.get("private_metadata") or "") > 3000:
        found.append("private_metadata is too long")
    return found


def check_options(options: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong with the choices of an external select."""
    found = [] if len(options) <= 100 else [f"{len(options)} options"]
    for option in options:
        found += _check_text({**option["text"], "owner": "option"})
        if option["text"].get("type") != "plain_text" or not 0 < len(option["value"]) <= 150:
            found.append(f"bad option {option}")
    return found


def _check_blocks(blocks: list[dict[str, Any]], most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"{len(blocks)} blocks"
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    actions = [one["action_id"] for one in _owners(blocks) if one.get("action_id")]
    if len(set(ids)) < len(ids) or len(set(actions)) < len(actions):
        yield "a block_id or action_id twice"
    for block in blocks:
        yield from _check_block(block)


def _check_block(block: dict[str, Any]) -> Iterator[str]:
    kind = str(block.get("type"))
    parsed = Block.parse(block)
    if parsed is None or type(parsed) is Block:
        yield f"unknown block type {kind}"
        return
    try:
        parsed.validate_json()
    except SlackObjectFormationError as error:
        yield f"{kind}: {error}"
    if "elements" in block and not 0 < len(block["elements"]) <= _COUNTS.get(kind, 100):
        yield f"{kind} with {len(block['elements'])} elements"
    if kind == "section" and not (block.get("text") or block.get("fields")):
        yield "a section without text"
    for owner in _owners([block]):
        if len(str(owner.get("value") or "")) > 2000:
            yield "a value of more than 2000 characters"
        for text in _texts(owner):
            yield from _check_text(text)


def _owners(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _owners(part)


def _texts(owner: dict[str, Any]) -> Iterator[dict[str, Any]]:
    kind = owner.get("type", "option" if "value" in owner else "")
    if kind in {"mrkdwn", "plain_text"}:
        return
    held = [owner.get(name) for name in ("text", "label", "placeholder", "hint")]
    held += [*(owner.get("fields") or []), *(owner.get("elements") or [])]
    for text in held:
        if isinstance(text, dict) and text.get("type") in {"mrkdwn", "plain_text"}:
            yield {**text, "owner": kind}


def _check_text(text: dict[str, Any]) -> Iterator[str]:
    content, owner = text.get("text") or "", text.get("owner", "")
    if not content.strip():
        yield f"an empty text in {owner}"
    if len(content) > _LENGTHS.get(owner, 3000):
        yield f"{len(content)} characters in {owner}"
    if text["type"] == "mrkdwn":
        yield from _check_mrkdwn(content)
    elif owner == "header" and "\n" in content:
        yield "a header of several lines"
    elif _MARKUP.search(content):
        yield f"mrkdwn in plain text: {content!r}"


def _check_mrkdwn(text: str) -> Iterator[str]:
    rest = re.sub(r"^>", "", _ENTITY.sub("", _LINK.sub("", text)), flags=re.MULTILINE)
    if _BROADCAST.search(text):
        yield f"a broadcast: {text!r}"
    if re.search(r"[&<>]", rest):
        yield f"unescaped: {rest!r}"


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(_size, parts))
