"""Text into Slack's mrkdwn: escaped, neutralised and cut to length."""

from __future__ import annotations

import re
from urllib.parse import quote

from digests.lines.links import open_address

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
GAP = "\u200b"  # Slack opens and closes no formatting next to it
_MARKERS = frozenset("*_~`")
_EMOJI = re.compile(r":(?=[a-z0-9_+'-]{1,60}:)")
_BROADCAST = re.compile("@(?=here|channel|everyone)", re.IGNORECASE)
#: controls that are no blanks, lone surrogates, and what reorders the characters that stand beside it
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile("[*_~`@&<>]")
_PIECE = re.compile(f"{GAP}[*_~`]{GAP}|{GAP}&gt;|@{GAP}|&(?:amp|lt|gt);|.", re.DOTALL)  #: what a cut tears nowhere
_URL_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
_MAX_URL = 900


def escape(text: str, limit: int = 3000) -> str:
    """Return text as one line of mrkdwn that shows it literally, in at most `limit` characters."""
    mrkdwn = _SPECIAL.sub(_piece, _EMOJI.sub(f":{GAP}", plain(text)))
    if mrkdwn.startswith("&gt;"):  # a line that begins so is a quotation, also where it is escaped
        mrkdwn = f"{GAP}{mrkdwn}"
    if len(mrkdwn) <= limit:
        return mrkdwn
    head: list[str] = []
    room = limit - 1
    for piece in _PIECE.findall(mrkdwn):
        room -= len(piece)
        if room < 0:
            break
        head.append(piece)
    return "".join(head).rstrip() + "…"


def plain(text: str, limit: int | None = None) -> str:
    """Return text as one line without control characters, cut to `limit` characters."""
    line = " ".join(_UNSEEN.sub("", text).split())
    return line if limit is None or len(line) <= limit else line[: limit - 1].rstrip() + "…"


def label(text: str, limit: int) -> str:
    """Return text for a header or button, where Slack shows it as it is: without anything that looks like markup."""
    return plain("".join(f"{GAP}{char}{GAP}" if char in "*_~`<&@" else char for char in plain(text)), limit)


def link(url: str | None, name: str, limit: int = 200) -> str:
    """Return a link under an escaped name, or the name alone where the address cannot be linked to."""
    mrkdwn = escape(name.replace("|", "¦"), limit)  # the bar ends the address
    target = address(url)
    return f"<{target}|{mrkdwn or 'source'}>" if target else mrkdwn


def address(url: str | None) -> str | None:
    """Return a web address as it may stand inside `<…>`, without its fragment if it is long; None for others."""
    parts = open_address(url)
    if parts is None:
        return None
    for candidate in (parts, parts._replace(fragment="")):
        target = quote(candidate.geturl(), safe=_URL_SAFE, errors="replace").replace("&", "&amp;")
        target = _BROADCAST.sub("%40", target)
        if len(target) <= _MAX_URL:
            return target
    return None


def _piece(match: re.Match[str]) -> str:
    char = match[0]
    if char in _MARKERS:
        return f"{GAP}{char}{GAP}"
    return f"@{GAP}" if char == "@" else _ENTITIES[char]
