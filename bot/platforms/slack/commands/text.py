"""What is typed after `/digest`: read forgivingly, judged by the service."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.errors import RequestError
from bot.platforms.slack.views import PostedState
from digests.models import MAX_LINES

_TOKEN = re.compile(r"<[^>]*>|(?:[^\s\"“”]|[\"“”][^\"“”]*[\"“”])+|[\"“”]")
_CHANNEL = re.compile(r"<#([A-Z0-9]+)(?:\|[^>]*)?>")
_MEASURE = re.compile(r"\bmeasure:(?:[\"“]([^\"”]*)[\"”]|(\S+))", re.IGNORECASE)
_LINK = re.compile(r"<(https?://[^|>]+)(?:\|[^>]*)?>")
_KEYS = {
    "at": "at",
    "days": "days",
    "day": "days",
    "zone": "zone",
    "tz": "zone",
    "timezone": "zone",
    "about": "about",
    "max": "max",
    "if-empty": "if-empty",
    "if_empty": "if-empty",
    "empty": "if-empty",
    "name": "name",
    "quiet": "quiet_hours",
    "hours": "quiet_hours",
    "late": "grace",
    "first": "first",
    "channel": "channel",
    "in": "channel",
}
_OPTIONS = "at, days, zone, about, max, if-empty, quiet, late, first and name"
_LISTS = {"at", "days"}
_QUERY = {"by", "since", "kind", "status"}


@dataclass(frozen=True)
class DigestRequest:
    """A `/digest` request: what to do, to which schedule, and the options given."""

    verb: str
    rest: str = ""  #: everything after the verb
    options: dict[str, str] = field(default_factory=dict)
    channel: str | None = None  #: an id, or "#name" where Slack did not resolve it

    @property
    def name(self) -> str:
        """The schedule that is meant; the words before the options of a change, whose `name:` is the new one."""
        if self.verb == "edit":
            return self.options.get("which", "")
        return self.options.get("name") or self.options.get("about", "")


def parse_digest(text: str) -> DigestRequest:
    """Return what was asked after `/digest`; nothing at all asks for help."""
    verb, rest = [*text.split(maxsplit=1), "", ""][:2]
    words: dict[str, list[str]] = {}
    channel: str | None = None
    loose = "which" if verb.lower() == "edit" else "about"  # what words without an option are
    key = loose
    for token in _TOKEN.findall(rest):
        option, value = _split_option(token)
        if option:
            key = option
        elif channel_of(token):
            key, value = "channel", token
        if key == "channel":
            channel, key = (channel_of(value) or value, loose) if value else (channel, key)
        elif value:
            words.setdefault(key, []).append(value)
    options = {name: ("," if name in _LISTS else " ").join(values) for name, values in words.items()}
    return DigestRequest(verb.lower() or "help", rest.strip(), options, channel)


def max_lines(request: DigestRequest) -> int:
    """Return how many lines were asked for, the most if not said."""
    text = request.options.get("max", str(MAX_LINES))
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= MAX_LINES:
        raise RequestError(f"max:{text} must be a number from 1 to {MAX_LINES}.")
    return int(text)


def says_empty(request: DigestRequest) -> bool:
    """Return whether an empty digest is to be posted as well."""
    text = request.options.get("if-empty", "skip").lower()
    if text not in {"skip", "say"}:
        raise RequestError(f"if-empty:{text} must be `skip` (post nothing) or `say` (post that nothing is new).")
    return text == "say"


def channel_of(text: str) -> str | None:
    """Return the channel that a word names: an id where Slack resolved it, else "#name"."""
    if match := _CHANNEL.fullmatch(text):
        return match[1]
    return text if re.fullmatch(r"#[^\s#<>]+", text) else None


def split_measure(text: str) -> tuple[str, str]:
    """Return what `/figures` asks without its measure, and the measure."""
    match = _MEASURE.search(text)
    if match is None:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}".strip(), match[1] or match[2]


def delivery_of(message: Mapping[str, Any]) -> str:
    """Return the delivery that a message of ours is; nothing for another one."""
    for block in message.get("blocks") or ():
        for element in block.get("elements") or () if block.get("block_id") == "digest" else ():
            try:
                return PostedState.load(str(element.get("value") or "")).delivery
            except ValueError:
                continue
    return ""


def text_of(message: Mapping[str, Any]) -> str:
    """Return what a message says, addresses without Slack's brackets."""
    text = _LINK.sub(r"\1", str(message.get("text") or ""))
    for mark, char in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(mark, char)
    return text


def _split_option(token: str) -> tuple[str | None, str]:
    match = re.match(r"([A-Za-z][A-Za-z_-]*)[:=](?!//)(.*)", token, re.DOTALL)
    value = re.sub(r"[\"“”]", "", match[2] if match else token)
    if not match:
        return None, value
    word = match[1].lower()
    if word in _QUERY:
        return "about", f"{word}:{match[2]}"
    if word not in _KEYS:
        raise RequestError(f"“{word}:” is not an option here. Known are {_OPTIONS}.")
    return _KEYS[word], value
