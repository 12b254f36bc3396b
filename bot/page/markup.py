"""Discord's markdown and Slack's mrkdwn as HTML, as far as our messages use them; anything else is shown as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from bot.exports.links import web_address

_ENTITIES: Final = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_LINK: Final = Markup('<a href="{}" rel="noopener nofollow">{}</a>')
_ELEMENTS: Final = {
    "strong": Markup("<b>{}</b>"),
    "gone": Markup("<s>{}</s>"),
    "code": Markup("<code>{}</code>"),
    "place": Markup('<span class="mention">{}</span>'),
}
_PLACES: Final = {"#": "#channel", "@": "@somebody"}


class Language(NamedTuple):
    """How a platform marks up a line."""

    pattern: re.Pattern[str]
    plain: Callable[[str], str]  #: what a reader sees of text in which nothing is marked up


def as_html(text: str, language: Language) -> Markup:
    """A line with its markup carried out."""
    parts, end = [], 0
    for match in language.pattern.finditer(text):
        parts += [escape(language.plain(text[end : match.start()])), _element(match, language)]
        end = match.end()
    return Markup().join([*parts, escape(language.plain(text[end:]))])


def _element(match: re.Match[str], language: Language) -> Markup:
    groups = match.groupdict()
    if groups.get("url"):
        address = web_address(language.plain(groups["url"]))
        label = escape(language.plain(groups["label"]))
        return _LINK.format(address, label) if address else label
    for name, element in _ELEMENTS.items():
        if words := groups.get(name):
            return element.format(_PLACES.get(words, language.plain(words)))
    return escape(groups.get("char") or "in a while")  # which a client says exactly


def _unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s]|_)", r"\1", text)


def _decoded(text: str) -> str:
    return re.sub("&(?:lt|gt|amp);", lambda match: _ENTITIES[match[0]], text)


#: An escape, a link, strong and struck out words, a channel, a moment.
MARKDOWN: Final = Language(
    re.compile(
        r"\\(?P<char>[^\w\s]|_)|\[(?P<label>(?:\\.|[^\]\\])*)\]\((?P<url>[^)\s]+)\)"
        r"|\*\*(?P<strong>(?:\\.|[^*\\])+)\*\*|~~(?P<gone>(?:\\.|[^~\\])+)~~|`(?P<code>[^`\n]+)`"
        r"|<(?P<place>[#@])\d+>|<t:(?P<moment>\d+):R>"
    ),
    _unescaped,
)
#: Slack opens and closes nothing next to a zero-width space.
MRKDWN: Final = Language(
    re.compile(
        r"<(?P<url>https?://[^|>]+)\|(?P<label>[^>]*)>|<(?P<place>[#@])\w+>"
        r"|(?<!\u200b)\*(?!\u200b)(?P<strong>(?:[^*\n]|(?<=\u200b)\*)+)(?<!\u200b)\*(?!\u200b)"
        r"|(?<!\u200b)~(?!\u200b)(?P<gone>(?:[^~\n]|(?<=\u200b)~)+)(?<!\u200b)~(?!\u200b)|`(?P<code>[^`\n]+)`"
    ),
    _decoded,
)
