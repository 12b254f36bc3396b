"""Messages as Discord and Slack draw them, from the exact payloads that would be sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from markupsafe import Markup, escape

from bot.exports.links import web_address

#: Discord's markdown and Slack's mrkdwn, as far as digests use them: an escape, a link, strong and struck out words.
_MARKDOWN: Final = re.compile(
    r"\\(?P<char>[^\w\s]|_)|\[(?P<label>(?:\\.|[^\]\\])*)\]\((?P<url>[^)\s]+)\)|\*\*(?P<strong>(?:\\.|[^*\\])+)\*\*"
    r"|~~(?P<gone>(?:\\.|[^~\\])+)~~"
)
_MRKDWN: Final = re.compile(r"<(?P<url>https?://[^|>]+)\|(?P<label>[^>]*)>|\*(?P<strong>[^*\n]+)\*|~(?P<gone>[^~\n]+)~")
_ENTITIES: Final = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


class Message(NamedTuple):
    """One message: its title, its lines, and what stands small below."""

    title: str
    lines: tuple[Markup, ...]
    footer: tuple[Markup, ...]


def discord_messages(payloads: Sequence[object]) -> list[Message]:
    """The embeds of some payloads."""
    embeds = [embed for payload in payloads if isinstance(payload, Mapping) for embed in payload.get("embeds", ())]
    return [
        Message(
            _unescaped(embed.get("title", "")),
            tuple(_drawn(line, _MARKDOWN, _unescaped) for line in embed.get("description", "").split("\n")),
            tuple(Markup(escape(line)) for line in embed.get("footer", {}).get("text", "").split("\n") if line),  # noqa: S704 - escaped
        )
        for embed in embeds
    ]


def slack_messages(payloads: Sequence[object]) -> list[Message]:
    """The blocks of some payloads."""
    return [_slack_message(payload.get("blocks", ())) for payload in payloads if isinstance(payload, Mapping)]


def _slack_message(blocks: Sequence[Mapping[str, Any]]) -> Message:
    titles = [str(block["text"]["text"]) for block in blocks if block["type"] == "header"]
    return Message(" ".join(titles), tuple(_lines(blocks, "section")), tuple(_lines(blocks, "context")))


def _lines(blocks: Sequence[Mapping[str, Any]], kind: str) -> Iterator[Markup]:
    for block in blocks:
        if block["type"] == kind:
            for text in [block["text"]] if kind == "section" else block["elements"]:
                yield from (_drawn(line, _MRKDWN, _decoded) for line in str(text["text"]).split("\n"))
                yield from [Markup()] if kind == "section" else []


def _drawn(text: str, pattern: re.Pattern[str], plain: Any) -> Markup:
    """A line with its markup carried out; what is no markup is shown as it is."""
    parts, end = [], 0
    for match in pattern.finditer(text):
        parts += [escape(plain(text[end : match.start()])), _element(match, plain)]
        end = match.end()
    return Markup().join([*parts, escape(plain(text[end:]))])


def _element(match: re.Match[str], plain: Any) -> Markup:
    groups = match.groupdict()
    if groups.get("url"):
        address = web_address(plain(groups["url"]))
        label = escape(plain(groups["label"]))
        return Markup('<a href="{}" rel="noopener nofollow">{}</a>').format(address, label) if address else label
    if groups.get("strong"):
        return Markup("<b>{}</b>").format(plain(groups["strong"]))
    if groups.get("gone"):
        return Markup("<s>{}</s>").format(plain(groups["gone"]))
    return escape(groups.get("char") or "")


def _unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s]|_)", r"\1", text)


def _decoded(text: str) -> str:
    return re.sub("&(?:lt|gt|amp);", lambda match: _ENTITIES[match[0]], text)
