"""OPML, a list of feeds: no article stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.errors import RecordError
from bot.records.coerce import url_of
from bot.records.errors import BadRecordError
from bot.records.texts.encoding import read_whole
from bot.records.validate import Source
from digests.models import Article

_NAMED = 3  #: feeds that the error names


def outlines_of(data: bytes) -> list[dict[str, str]]:
    """What a list says of each feed that it names, its address as `url`."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise BadRecordError(f"is no sound OPML: {type(error).__name__}") from None
    outlines: dict[str, dict[str, str]] = {}
    for outline in root.iter("outline"):
        if address := url_of(outline.get("xmlUrl") or outline.get("xmlurl")):
            outlines.setdefault(address, {**outline.attrib, "url": address})
    return list(outlines.values())


def read_opml(stream: BinaryIO, _: Source) -> Iterator[Article | RecordError]:
    """Say that a list of feeds holds no articles, and which feeds it names."""
    addresses = [outline["url"] for outline in outlines_of(read_whole(stream))]
    others = f" and {len(addresses) - _NAMED} more" if len(addresses) > _NAMED else ""
    feeds = f" ({', '.join(addresses[:_NAMED])}{others})" if addresses else ""
    raise BadRecordError(
        f"is an OPML list of {len(addresses)} feeds{feeds}, not of articles; `dateline feeds add` takes it"
    )
    yield
