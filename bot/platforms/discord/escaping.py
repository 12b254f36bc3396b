"""Making other people's text and links safe to show on Discord. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate
from urllib.parse import quote

from digests.lines.links import open_address

_ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"
_MARKS = frozenset("\\`*_~|[]")  #: each of these can begin Discord markup anywhere in a line
_LINE_START = re.compile(r"#|>|[-+](?=[ #])|\d{1,9}[.)](?= )")  #: headings, quotes, subtext, lists
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  #: these reorder what follows them
_URL_SAFE = "%/:?#!$&'*+,;=~-._"
_LONGEST_URL = 900


def size(text: str) -> int:
    """Length in UTF-16 units, the strictest way in which a limit of Discord may be counted."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(text: str, limit: int) -> str:
    """One line without control characters or mentions, for places where Discord reads no markup."""
    return cut((_defuse(c) for c in _characters(text)), limit)


def escape(text: str, limit: int) -> str:
    """One line that shows exactly the text: no markup, mention, link, or invisible reordering takes effect.

    limit: the size of the result, escapes included; what is over is cut off with “…”.
    """
    pieces = [f"\\{c}" if c in _MARKS else _defuse(c) for c in _characters(text)]
    start = _LINE_START.match("".join(pieces[:12]))
    if start:
        mark = start.end() - 1
        pieces[mark] = f"\\{pieces[mark]}"
    return cut(pieces, limit)


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
    """Whitespace as single spaces; no controls, lone surrogates, direction overrides or addresses to unfurl."""
    characters = (c for c in " ".join(text.split()) if c not in _BIDI and unicodedata.category(c) not in {"Cc", "Cs"})
    return "".join(characters).strip().replace("://", f":{_ZERO_WIDTH}//")


def _defuse(character: str) -> str:
    """A zero-width space after `@` and `<` ends every mention, emoji and time stamp before it begins."""
    return character + _ZERO_WIDTH if character in "@<" else character


def cut(pieces: Iterable[str], limit: int) -> str:
    """Join whole pieces up to the limit, so that no escape is torn."""
    pieces = list(pieces)
    whole = "".join(pieces)
    if size(whole) <= limit:  # as nearly always: to measure each piece takes as long as all the rest of an answer
        return whole
    spans = zip(pieces, accumulate(map(size, pieces)), strict=True)
    return "".join(piece for piece, end in spans if end < limit).rstrip() + "…"
