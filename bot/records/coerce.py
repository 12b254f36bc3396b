"""Taking what fits out of values that may be anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.identity import is_language, web_address


def text_of(value: object) -> str | None:
    """The value if it is a text that says something; a number as its digits."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def url_of(value: object) -> str | None:
    """The value if it is a web address."""
    text = value.strip() if isinstance(value, str) else None
    return text if text and len(text) <= 2_000 and web_address(text) else None


def as_items(value: object) -> Iterator[object]:
    """The value's items, or the value itself if it is no list; nothing for null."""
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def objects(value: object) -> Iterator[Mapping[str, object]]:
    """The objects among a value's items."""
    return (item for item in as_items(value) if isinstance(item, Mapping))


def names(value: object, *, key: str = "name") -> list[str]:
    """The names in a value: texts, or the `name` of objects."""
    texts = (text_of(item.get(key)) if isinstance(item, Mapping) else text_of(item) for item in as_items(value))
    return [name.strip() for name in texts if name]


def language_of(value: object) -> str | None:
    """The value if it is a language code, as we write it."""
    code = value.strip().replace("_", "-") if isinstance(value, str) else ""
    return code if is_language(code) else None
