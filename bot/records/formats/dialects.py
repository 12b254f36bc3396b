"""Other people's JSON: JSON Feed, schema.org articles and ninjs, each told by its own marks and mapped to our names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.errors import BadRecordError, excerpt
from bot.records.formats import jsonfeed, jsonld, ninjs
from bot.records.validate import Candidate


def candidates(value: object) -> Iterator[Candidate | BadRecordError]:
    """The records that a JSON value holds; of our own format, one."""
    if not isinstance(value, Mapping):
        yield BadRecordError(f"a record must be an object in braces, not {excerpt(value)}")
    elif jsonfeed.is_feed(value):
        yield from jsonfeed.items(value)
    elif jsonld.is_linked_data(value):
        yield from jsonld.articles(value)
    elif ninjs.is_ninjs(value):
        yield ninjs.item(value)
    else:
        yield Candidate(value)
