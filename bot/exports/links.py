"""Addresses that may be printed as links."""

from __future__ import annotations

import re
from urllib.parse import quote

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """An http or https address with nothing in it that could end a link; any other address is none."""
    if url is None or not _WEB.match(url):
        return None
    return quote(url, safe="%/:=&?~#+!$,;@()*[]'").replace("(", "%28").replace(")", "%29").replace("'", "%27")
