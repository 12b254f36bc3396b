"""What in a text the two platforms' clients would take for more than words: mentions, links, markup, emoji.

Written from the platforms' descriptions of their formatting, and of nothing that the bot does against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_DEAD = "\ufffc"  #: stands where a character was shown as it is
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_DISCORD = re.compile(
    r"""
      (?P<everyone>@everyone|@here)
    | (?P<mention><@[!&]?\d+>|<\#\d+>|</[^:>\n]+:\d+>|<id:\w+>)
    | (?P<emoji><a?:\w+:\d+>)
    | (?P<time><t:-?\d+(?::[tTdDfFRsS])?>)
    | (?P<address><[a-z][a-z0-9+.-]*:[^>\s]+>)
    | (?P<link>\[[^\]\n]*\]\((?P<target>[^)\s]*)(?:\ [^)]*)?\))
    | (?P<bare>[a-z][a-z0-9+.-]*://\S)
    | (?P<mark>\*\*|__|~~|\|\||```|[*_`])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DISCORD_LINE = re.compile(r"\s*(?:#{1,3} |-# |>>> |> |[-*+] |\d+[.)] )")
_GAP = "\u200b"
_SLACK = re.compile(
    r"""
      (?P<link><(?P<target>https?://[^|>\s]*)(?:\|[^<>\n]*)?>)
    | (?P<control><[@\#!][^>\n]*>|<[^>\n]*>)
    | (?P<everyone>@(?:here|channel|everyone)\b)
    | (?P<emoji>:[a-z0-9_+'-]{1,60}:)
    | (?P<mark>[*_~`])
    | (?P<open>[<>])
    """,
    re.VERBOSE,
)
_SLACK_LINE = re.compile(r"\s*(?:&gt;|>)")


def live_on_discord(text: str) -> Iterator[tuple[str, str]]:
    """Each thing that is more than words, with the target of a link."""
    for line in _ESCAPED.sub(_DEAD, text).split("\n"):
        start = _DISCORD_LINE.match(line)
        if start:
            yield "line", ""
        for match in _DISCORD.finditer(line, start.end() if start else 0):
            yield _named(match)


def live_on_slack(text: str) -> Iterator[tuple[str, str]]:
    """The same of mrkdwn that is verbatim; a mark between two gaps formats nothing."""
    for line in text.split("\n"):
        if _SLACK_LINE.match(line):
            yield "line", ""
        for match in _SLACK.finditer(line):
            gaps = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
            if match.lastgroup != "mark" or _GAP not in gaps:
                yield _named(match)


def _named(match: re.Match[str]) -> tuple[str, str]:
    kind = next(name for name, text in match.groupdict().items() if text is not None)
    return (kind, match["target"] if kind == "link" else match[0])


def texts_of(payload: Any, *, markup: bool) -> Iterator[str]:
    """The texts of a message that are read for markup, or those that are shown as they are."""
    if isinstance(payload, list):
        for part in payload:
            yield from texts_of(part, markup=markup)
    if not isinstance(payload, dict):
        return
    is_plain = payload.get("type") == "plain_text"
    for name, value in payload.items():
        if isinstance(value, str) and name in {"title", "description", "content", "text", "value", "name"}:
            is_text = name not in {"value", "name"}
            if is_text and markup != is_plain:
                yield value
        elif name == "footer" and isinstance(value, dict):
            yield from () if markup else (value.get("text", ""),)
        else:
            yield from texts_of(value, markup=markup)
