"""Other people's JSON: JSON Feed, schema.org articles and ninjs, each told by its own marks and mapped to our names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.errors import BadRecordError, excerpt
from bot.records.formats import jsonfeed, jsonld, ninjs
from bot.records.texts.html_text import is_markup, one_line, plain_text
from bot.records.validate import Candidate

_TEXTS = ("headline", "body", "articleBody", "text")


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
        yield own_record(value)


def own_record(value: Mapping[str, object], doubts: tuple[str, ...] = ()) -> Candidate:
    """A record in our own format; a text that is plainly HTML all the same becomes plain, and that is noted."""
    texts = {name: text for name in _TEXTS if isinstance(text := value.get(name), str) and is_markup(text)}
    plain = {name: one_line(text) if name == "headline" else plain_text(text) for name, text in texts.items()}
    doubts += tuple(f"{name}: holds HTML; its tags and entities were read as such" for name in plain)
    return Candidate({**value, **plain} if plain else value, doubts=doubts)
