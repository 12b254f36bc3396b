"""What is wrong with the fields of a record, in one sentence that says the cure."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.records.errors import Path, excerpt, join_choices
from bot.records.record import CHOICES, CorrectionPart, DerivationPart, PublisherPart, Record

UNKNOWN = "extra_forbidden"  #: the kind of the detail that tells of a field that we do not know

#: Names that other formats use, and what the field is called here.
SYNONYMS = {
    "title": "headline",
    "name": "headline",
    "content": "body",
    "article": "body",
    "date": "date_published",
    "published": "date_published",
    "pubDate": "date_published",
    "published_at": "date_published",
    "updated": "date_modified",
    "modified": "date_modified",
    "link": "url",
    "source": "publisher",
    "outlet": "publisher",
    "authors": "author",
    "byline": "author",
    "lang": "language",
    "correction": "corrections",
    "isBasedOn": "derived_from",
}
_PARTS: dict[str, type[BaseModel]] = {
    "publisher": PublisherPart,
    "derived_from": DerivationPart,
    "corrections": CorrectionPart,
}
_MISSING = {
    "publisher": "is missing; say who published the article",
    "body": "is missing; give the article's text",
    "name": "is missing; give a name",
    "text": "is missing; give the text",
}
_KINDS = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
_MESSAGES = {
    "string_type": "must be text in quotes, not {kind}",
    "string_unicode": "holds half a surrogate pair (an escape such as \\ud83d alone), which is no character",
    "string_too_short": "is empty",
    "string_too_long": "is over {max_length:,} characters",
    "int_type": "must be a whole number such as 2, not {excerpt}",
    "greater_than_equal": "must be {ge} or more, not {excerpt}",
    "less_than_equal": "must be {le} or less, not {excerpt}",
    "bool_type": "must be true or false, not {excerpt}",
    "list_type": "must be a list, not {kind}",
    "model_type": "must be an object, not {kind}",
}


def worst(details: Sequence[ErrorDetails]) -> tuple[Path, str]:
    """Where the first thing that is wrong stands, and what to say of it."""
    # An unknown field is often the cause of a missing one, and says more.
    detail = next((detail for detail in details if detail["type"] == UNKNOWN), details[0])
    reason = sentence(detail)
    return tuple(detail["loc"]), f"{reason} (one of {len(details)} problems of this record)" if len(
        details
    ) > 1 else reason


def sentence(detail: ErrorDetails) -> str:
    """What to say of one detail of pydantic's."""
    path: Path = tuple(detail["loc"])
    return _sentence(str(detail["type"]), path, detail.get("input"), detail.get("ctx", {})) or str(detail["msg"])


def _sentence(kind: str, path: Path, value: object, context: Mapping[str, Any]) -> str:
    name = str(path[-1]) if path else ""
    match kind:
        case "missing":
            return _MISSING.get(name, "is missing")
        case "extra_forbidden":
            return _unknown(path)
        case "literal_error":
            return _choice(name, value)
        case "value_error":
            return str(context["error"])
        case _:
            words = {"kind": _KINDS.get(type(value), "null"), "excerpt": excerpt(value), **context}
            return _MESSAGES.get(kind, "").format(**words)


def _unknown(path: Path) -> str:
    name = str(path[-1])
    fields = _known_fields(path)
    targets = {alias: target for alias, target in SYNONYMS.items() if target in fields} | {
        target: target for target in fields
    }
    nearest = difflib.get_close_matches(name, targets, 1, 0.6) or difflib.get_close_matches(
        name.lower(), fields, 1, 0.6
    )
    if nearest:
        return f"is not a field here; did you mean {targets[nearest[0]]}?"
    return f"is not a field here; there are {', '.join(fields)}"


def _known_fields(path: Path) -> list[str]:
    return list((_PARTS[str(path[0])] if len(path) > 1 else Record).model_fields)


def _choice(name: str, value: object) -> str:
    choices = CHOICES.get(name, ())
    matches = difflib.get_close_matches(value.lower(), choices, 1, 0.6) if isinstance(value, str) else []
    hint = f"; did you mean {matches[0]}?" if matches else ""
    return f"must be {join_choices(choices)}, not {excerpt(value)}{hint}"
