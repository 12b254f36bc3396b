"""ninjs, the IPTC's news in JSON: versions 3 (lists with roles) and 1 to 2 (`body_text`, `headline`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.coerce import language_of, names, objects, text_of, url_of
from bot.records.identity import domain_of
from bot.records.texts.html_text import is_markup, one_line, plain_text
from bot.records.texts.wrapping import join_wraps
from bot.records.validate import Candidate

_MARKS = frozenset("bodies headlines pubStatus pubstatus body_text body_html versionCreated versioncreated".split())


_CREATED = "firstCreated firstcreated contentCreated contentcreated versionCreated versioncreated".split()


_EMBARGO = ("embargoedUntil", "embargoeduntil", "embargoed")


def is_ninjs(value: Mapping[str, object]) -> bool:
    """Whether a JSON object is a ninjs item: it has a `uri` and fields that only ninjs has."""
    return "uri" in value and (not _MARKS.isdisjoint(value) or any(name.startswith("body_") for name in value))


def item(value: Mapping[str, object]) -> Candidate:
    """A ninjs item as a record."""
    uri = text_of(value.get("uri"))
    url = url_of(uri)
    body, place = _body(value)
    embargo = next((name for name in _EMBARGO if value.get(name) is not None), _EMBARGO[0])
    sources = list(objects(value.get("infoSources", value.get("infosources"))))
    fields: dict[str, object] = {
        "url": url,
        "headline": _headline(value),
        "publisher": _publisher(value, sources, url),
        "author": names(value.get("by", value.get("byline"))),
        "date_published": _first_value(value, *_CREATED),
        "date_modified": _first_value(value, "versionCreated", "versioncreated"),
        "language": language_of(value.get("language")),
        "body": body,
        "version": _version(value.get("version")),
        "status": _first_value(value, "pubStatus", "pubstatus"),
        "embargoed": value.get(embargo),
        "derived_from": list(_derivations(sources)),
        "tags": names(value.get("subjects", value.get("subject"))),
        "rights": _first_value(value, "usageTerms", "usageterms"),
        "note": _first_value(value, "edNote", "ednote"),
    }
    return Candidate(fields, {"body": place, "status": ("pubStatus",), "embargoed": (embargo,)}, uri)


def _first_value(value: Mapping[str, object], *keys: str) -> object:
    return next((value[key] for key in keys if value.get(key) is not None), None)


def _by_role(value: object, key: str, *roles: str) -> object:
    parts = list(objects(value))
    parts.sort(key=lambda part: part.get("role") not in roles)
    return next((part.get(key) for part in parts if text_of(part.get(key))), None)


def _body(value: Mapping[str, object]) -> tuple[object, tuple[str | int, ...]]:
    """The main text, plain before marked up, and where it stands."""
    bodies = [(number, part) for number, part in enumerate(objects(value.get("bodies"))) if text_of(part.get("value"))]
    bodies.sort(key=lambda pair: (pair[1].get("role") not in {None, "main"}, _is_markup(pair[1])))
    for number, part in bodies:
        text = str(part["value"])
        return _plain(text) if _is_markup(part) else join_wraps(text), ("bodies", number, "value")
    names = sorted((name for name in value if name.startswith("body_")), key=_preference)
    for name in names:
        markup = value[name]
        words = text_of(markup.get("value")) if isinstance(markup, Mapping) else text_of(markup)
        if words:
            return _plain(words), (name,)
    return None, ("bodies",)


def _preference(name: str) -> int:
    """Which body of versions 1 and 2 comes first: the plain one, the marked up ones, and then others by role."""
    order = ["body_text", "body_main", "body_html", "body_xhtml"]
    return order.index(name) if name in order else len(order)


def _plain(text: str) -> str:
    return plain_text(text) if is_markup(text) or "<" in text else join_wraps(text)


def _headline(value: Mapping[str, object]) -> object:
    main = value.get("headline_main")
    title = (
        _by_role(value.get("headlines"), "value", "main")
        or value.get("headline")
        or (main.get("value") if isinstance(main, Mapping) else main)
    )
    return one_line(title) if isinstance(title, str) else title


def _is_markup(part: Mapping[str, object]) -> bool:
    kind = str(part.get("contentType", part.get("contenttype", "")))
    return "html" in kind or "xml" in kind


def _publisher(
    value: Mapping[str, object], sources: list[Mapping[str, object]], url: str | None
) -> dict[str, object] | None:
    publisher = next((part for part in sources if part.get("role") == "publisher"), {})
    name = (
        text_of(publisher.get("name"))
        or next(iter(names(_first_value(value, "copyrightHolder", "copyrightholder"))), None)
        or domain_of(url)
    )
    return {"name": name, "url": url_of(publisher.get("uri"))} if name else None


def _derivations(sources: list[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    for part in sources:
        name = text_of(part.get("name"))
        if name and part.get("role") != "publisher":
            yield {"name": name, "url": url_of(part.get("uri")), "relation": "cites"}


def _version(value: object) -> int | None:
    text = text_of(value)
    return int(text) if text and text.isdecimal() and len(text) <= 6 and int(text) else None
