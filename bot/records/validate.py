"""From the fields of a record to an article, or to the one sentence that says what is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.errors import RecordError
from bot.records.errors import BadRecordError, Path, excerpt, field_name, join_choices, printable
from bot.records.identity import article_id, domain_of
from bot.records.record import ALIASES, CHOICES, CorrectionPart, DerivationPart, PublisherPart, Record
from digests.models import Article, Correction, Derivation, Publisher

#: Names that other formats use, and what the field is called here.
_SYNONYMS = {
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


@dataclass(frozen=True)
class Source:
    """What the reader was told about a file."""

    name: str  #: the file as errors name it; "-" for standard input
    publisher: str | None = None  #: for records that name none
    strict: bool = True  #: whether a field that we do not know is an error, or passed over


@dataclass(frozen=True)
class Candidate:
    """What a record may be: its fields by our names, and where each stands in a format with other names."""

    fields: Mapping[str, object]
    names: Mapping[str, Path] = field(default_factory=dict)
    key: str | None = None  #: what its publisher calls it, where that is no address
    base: Path = ()  #: where the record stands in a document of several

    def place(self, path: Path) -> Path:
        """Where one of our fields stands in the record as it was written."""
        if path and str(path[0]) in self.names:
            return (*self.base, *self.names[str(path[0])])
        return (*self.base, *path)


def to_article(candidate: Candidate, source: Source) -> Article:
    """Check the fields and make the article, with what the source says for records that do not.

    Raises:
        BadRecordError: the first thing that is wrong, with the field's path as it was written.
    """
    fields, spellings = _canonical(candidate)
    if not source.strict:
        fields = {name: value for name, value in fields.items() if name in Record.model_fields}
    if source.publisher is not None:
        fields.setdefault("publisher", source.publisher)
    try:
        record = Record.model_validate(fields)
    except ValidationError as error:
        raise _problem(error, candidate, spellings) from None
    return _article(record, candidate.key)


def _canonical(candidate: Candidate) -> tuple[dict[str, Any], dict[str, str]]:
    """The fields by our names without those left empty, and how the record spelt each."""
    fields: dict[str, Any] = {}
    spellings: dict[str, str] = {}
    for key, value in candidate.fields.items():
        name = ALIASES.get(key, key)
        if value is None:
            continue
        if name in fields:
            raise BadRecordError(f"says the same as {excerpt(spellings[name])}; keep one", candidate.place((key,)))
        fields[name], spellings[name] = value, key
    return fields, spellings


def _article(record: Record, key: str | None) -> Article:
    published, modified = record.date_published, record.date_modified
    publisher = record.publisher
    return Article(
        id=record.id or article_id(record.url, publisher.name, key or record.body),
        url=record.url,
        headline=record.headline or "",
        publisher=Publisher(
            name=publisher.name,
            url=publisher.url,
            domain=publisher.domain or domain_of(publisher.url, record.url),
            family=publisher.family,
        ),
        author=tuple(record.author or ()),
        date_published=published and published.instant,
        date_published_precision=record.date_published_precision or (published.precision if published else "minute"),
        date_modified=modified and modified.instant,
        date_modified_precision=record.date_modified_precision or (modified.precision if modified else "minute"),
        zone_assumed=record.zone_assumed or any(moment.zone_assumed for moment in (published, modified) if moment),
        language=record.language or "en",
        body=record.body,
        version=record.version or 1,
        supersedes=record.supersedes,
        status=record.status or "usable",
        derived_from=tuple(_derivations(record)),
        tags=tuple(record.tags or ()),
        rights=record.rights,
        curator=record.curator,
        note=record.note,
        corrections=tuple(
            Correction(date=part.date and part.date.instant, text=part.text) for part in record.corrections or ()
        ),
    )


def _derivations(record: Record) -> list[Derivation]:
    return [
        Derivation(name=part.name, url=part.url, relation=part.relation or "cites")
        for part in record.derived_from or ()
    ]


def record_error(problem: BadRecordError, source: Source, line: int | None) -> RecordError:
    """The error that an operator sees."""
    return RecordError(printable(source.name), line, field_name(problem.path), problem.reason)


# --- saying what is wrong -------------------------------------------------------------------------------------


def _problem(error: ValidationError, candidate: Candidate, spellings: Mapping[str, str]) -> BadRecordError:
    details = error.errors(include_url=False)
    # An unknown field is often the cause of a missing one, and says more.
    main_detail = next((detail for detail in details if detail["type"] == "extra_forbidden"), details[0])
    path: Path = tuple(main_detail["loc"])
    reason = _sentence(str(main_detail["type"]), path, main_detail.get("input"), main_detail.get("ctx", {}))
    reason = reason or str(main_detail["msg"])
    if len(details) > 1:
        reason += f" (one of {len(details)} problems of this record)"
    source_path = (spellings.get(str(path[0]), path[0]), *path[1:]) if path else path
    return BadRecordError(reason, candidate.place(source_path))


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
    targets = {alias: target for alias, target in _SYNONYMS.items() if target in fields} | {
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
