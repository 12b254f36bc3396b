"""Addresses that may be printed as links."""

from __future__ import annotations

from urllib.parse import quote

from digests.lines.links import open_address


def web_address(url: str | None) -> str | None:
    """An http or https address with nothing in it that could end a link; any other address is none."""
    address = open_address(url)
    if address is None:
        return None
    return (
        quote(address.geturl(), safe="%/:=&?~#+!$,;@()*[]'").replace("(", "%28").replace(")", "%29").replace("'", "%27")
    )
