"""Lists of feeds as other readers write and take them: OPML, with our own settings beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from bot.models import Feed
from bot.records.formats.opml import outlines_of

_OURS = "urn:dateline:feed"
_PLAIN = ("mode", "selector")
_NUMBERS = ("interval", "silent_after")


def read_list(data: bytes) -> list[dict[str, Any]]:
    """What a list says of each feed, by our names; raises BadRecordError where it is no OPML."""
    return [_options(outline) for outline in outlines_of(data)]


def write_list(feeds: Iterable[Feed]) -> str:
    """A list of feeds that other readers take; what they do not know of is theirs to pass over."""
    register_namespace("dateline", _OURS)
    root = Element("opml", {"version": "2.0"})
    SubElement(SubElement(root, "head"), "title").text = "Feeds of Dateline"
    body = SubElement(root, "body")
    for feed in feeds:
        SubElement(body, "outline", _attributes(feed))
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _attributes(feed: Feed) -> dict[str, str]:
    attributes = {"type": "rss", "text": feed.name or feed.url, "xmlUrl": feed.url}
    attributes |= {"title": feed.name} if feed.name else {}
    attributes |= {"language": feed.language} if feed.language else {}
    values: dict[str, object] = {name: getattr(feed, name) for name in (*_PLAIN, *_NUMBERS)}
    values |= {"sites": " ".join(feed.sites), "full_text": "true" if feed.full_text else ""}
    return attributes | {f"{{{_OURS}}}{name}": str(value) for name, value in values.items() if value not in {None, ""}}


def _options(outline: Mapping[str, str]) -> dict[str, Any]:
    settings = {name: outline.get(f"{{{_OURS}}}{name}") for name in (*_PLAIN, *_NUMBERS, "sites", "full_text")}
    options: dict[str, Any] = {
        "url": outline["url"],
        "name": outline.get("title"),
        "language": outline.get("language"),
        **{name: settings[name] for name in _PLAIN},
        **{name: int(text) for name in _NUMBERS if (text := settings[name] or "").isdigit()},
        "sites": tuple((settings["sites"] or "").split()),
        "full_text": settings["full_text"] == "true",
    }
    return {name: value for name, value in options.items() if value is not None and value is not False and value != ()}
