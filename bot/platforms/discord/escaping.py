"""Making other people's text and links safe to show on Discord. Pure."""

from __future__ import annotations

import re
from itertools import accumulate
from urllib.parse import quote

from digests.lines.links import open_address

_ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"
_MARK = re.compile(r"[\\`*_~|\[\]]")  #: each of these can begin Discord markup anywhere in a line
_OPENING = re.compile(r"[@<]")  #: begins every mention, emoji and time stamp
_LINE_START = re.compile(r"#|>|[-+](?=[ #]|$)|\d{1,9}[.)](?= |$)")  #: headings, quotes, subtext, lists
#: controls, lone surrogates, and what reorders the characters that follow it
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_PIECE = re.compile(rf"\\.|[@<]{_ZERO_WIDTH}|.", re.DOTALL)  #: what a cut tears nowhere
_URL_SAFE = "%/:?#!$&'*+,;=~-._"
_LONGEST_URL = 900


def size(text: str) -> int:
    """Length in UTF-16 units, the strictest way in which a limit of Discord may be counted."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(text: str, limit: int) -> str:
    """One line without control characters or mentions, for places where Discord reads no markup."""
    return cut(_defused(_characters(text)), limit)


def escape(text: str, limit: int) -> str:
    """One line that shows exactly the text: no markup, mention, link, or invisible reordering takes effect.

    limit: the size of the result, escapes included; what is over is cut off with “…”.
    """
    line = _defused(_MARK.sub(r"\\\g<0>", _characters(text)))
    start = _LINE_START.match(line)
    if start:
        mark = start.end() - 1
        line = f"{line[:mark]}\\{line[mark:]}"
    return cut(line, limit)


def link(label: str, url: str | None) -> str:
    """A masked link, or the label alone where the address is not one to open."""
    target = safe_url(url)
    text = escape(label, 150) or "source"
    return f"[{text}]({target})" if target else text


def safe_url(url: str | None) -> str | None:
    """The address if it is a plain http(s) one, with everything encoded that could end a link early; else None."""
    try:
        address = open_address(url)
        if address is None:
            return None
        texts = [quote(address._replace(fragment=f).geturl(), safe=_URL_SAFE) for f in (address.fragment, "")]
    except ValueError:  # also what cannot be encoded
        return None
    return next((text for text in texts if len(text) <= _LONGEST_URL), None)


def _characters(text: str) -> str:
    """Whitespace as single spaces; nothing unseen, and no addresses to unfurl."""
    return _UNSEEN.sub("", " ".join(text.split())).strip().replace("://", f":{_ZERO_WIDTH}//")


def _defused(text: str) -> str:
    """A zero-width space after `@` and `<` ends every mention, emoji and time stamp before it begins."""
    return _OPENING.sub(rf"\g<0>{_ZERO_WIDTH}", text)


def cut(text: str, limit: int) -> str:
    """Text up to the limit, so that no escape is torn."""
    if size(text) <= limit:  # as nearly always: to measure each piece takes as long as all the rest of an answer
        return text
    pieces = _PIECE.findall(text)
    spans = zip(pieces, accumulate(map(size, pieces)), strict=True)
    return "".join(piece for piece, end in spans if end < limit).rstrip() + "…"
