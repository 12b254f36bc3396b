"""From the fields of a record to an article, or to the one sentence that says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from bot.errors import RecordError
from bot.records.errors import BadRecordError, Path, excerpt, field_name, printable
from bot.records.identity import article_id, domain_of
from bot.records.lenience import Doubt, leave_out, lenient
from bot.records.problems import UNKNOWN, sentence, worst
from bot.records.record import ALIASES, LIST_LIMIT, Record, ReviewPart
from digests.models import Article, Correction, Derivation, Publisher, Review, site_of


@dataclass(frozen=True)
class Source:
    """What the reader was told about a file."""

    name: str  #: the file as errors name it; "-" for standard input
    publisher: str | None = None  #: for records that name none
    strict: bool = True  #: whether a field that we do not know is noted, or passed over
    fields: Mapping[str, str] = field(default_factory=dict)  #: others, for records that do not say them
    overrides: Mapping[str, str] = field(default_factory=dict)  #: what the operator knows better than the records
    address: str | None = None  #: where it was fetched from
    sites: tuple[str, ...] = ()  #: the domains of the house that it was fetched from, for which alone it may speak

    @property
    def defaults(self) -> Mapping[str, str]:
        """What stands in for fields that a record does not have."""
        return self.fields if self.publisher is None else {**self.fields, "publisher": self.publisher}


@dataclass(frozen=True)
class Candidate:
    """What a record may be: its fields by our names, and where each stands in a format with other names."""

    fields: Mapping[str, object]
    names: Mapping[str, Path] = field(default_factory=dict)
    key: str | None = None  #: what its publisher calls it, where that is no address
    base: Path = ()  #: where the record stands in a document of several
    doubts: tuple[str, ...] = ()  #: what was unsure when it was read
    shares_address: bool = False  #: whether other articles stand at its address, so that the key tells them apart

    def place(self, path: Path) -> Path:
        """Where one of our fields stands in the record as it was written."""
        if path and str(path[0]) in self.names:
            return (*self.base, *self.names[str(path[0])])
        return (*self.base, *path)


def to_article(candidate: Candidate, source: Source) -> Article:
    """Check the fields and make the article, with what the source says for records that do not.

    What can be left open is: a date that is none, a field that we do not know; the article says so in its doubts.

    Raises:
        BadRecordError: the first thing that is wrong, with the field's path as it was written.
    """
    fields, spellings = _canonical(candidate)

    def place(path: Path) -> Path:
        return candidate.place((spellings.get(str(path[0]), path[0]), *path[1:]) if path else path)

    if not source.strict:
        fields = {name: value for name, value in fields.items() if name in Record.model_fields}
    for name, value in source.defaults.items():
        fields.setdefault(name, value)
    fields, doubts = lenient(_overridden(fields, source.overrides))
    record, unknown = _record(fields, place)
    record = _bound(record, source.sites)
    notes = [f"{field_name(place(doubt.path))}: {doubt.reason}" for doubt in (*doubts, *unknown)]
    return _article(record, candidate, (*candidate.doubts, *notes))


def _overridden(fields: dict[str, Any], overrides: Mapping[str, str]) -> dict[str, Any]:
    """The fields with what the operator knows better; a publisher's other name takes nothing else from it."""
    changes: dict[str, Any] = dict(overrides)
    publisher = fields.get("publisher")
    if "publisher" in changes and isinstance(publisher, dict):
        changes["publisher"] = {**publisher, "name": changes["publisher"]}
    return {**fields, **changes}


def _bound(record: Record, sites: tuple[str, ...]) -> Record:
    """The record; one that was fetched speaks for the house that it was fetched from, whatever it says."""
    publisher = record.publisher
    domain = publisher.domain or domain_of(publisher.url, record.url)
    if not sites or (domain and site_of(domain) in map(site_of, sites)):
        return record
    # its address tells readers where it leads, but not who speaks
    update = {"publisher": publisher.model_copy(update={"domain": sites[0], "url": None})}
    return record.model_copy(update=update)


def _record(fields: dict[str, Any], place: Callable[[Path], Path]) -> tuple[Record, list[Doubt]]:
    """The record, and the fields that it has and we do not know, which are left out."""
    try:
        return Record.model_validate(fields), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    if any(detail["type"] != UNKNOWN for detail in details):
        path, reason = worst(details)
        raise BadRecordError(reason, place(path))
    unknown = [Doubt(tuple(detail["loc"]), sentence(detail)) for detail in details]
    return Record.model_validate(leave_out(fields, [doubt.path for doubt in unknown])), unknown


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


def _id(record: Record, candidate: Candidate) -> str:
    """The record's own id, or one made of its address; of its key too where that address is not its own."""
    publisher, key = record.publisher, candidate.key or record.body
    home = publisher.domain or domain_of(publisher.url)
    if candidate.shares_address:
        return article_id(None, f"{publisher.name}\n{record.url}", key)
    domain = domain_of(record.url)
    is_foreign = bool(home and domain and site_of(home) != site_of(domain))
    return article_id(record.url, publisher.name, key, reporter=home if is_foreign else None)


def _article(record: Record, candidate: Candidate, doubts: tuple[str, ...]) -> Article:
    published, modified = record.date_published, record.date_modified
    publisher = record.publisher
    return Article(
        id=record.id or _id(record, candidate),
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
        review=record.review and _review(record.review),
        embargoed=record.embargoed and record.embargoed.instant,
        doubts=tuple(dict.fromkeys((*(record.doubts or ()), *doubts)))[:LIST_LIMIT],
    )


def _review(part: ReviewPart) -> Review:
    said_at = part.said_at
    return Review(
        claimant=part.claimant,
        rating=part.rating,
        said_at=said_at and said_at.instant,
        said_precision=part.said_precision or (said_at.precision if said_at else "day"),
    )


def _derivations(record: Record) -> list[Derivation]:
    return [
        Derivation(name=part.name, url=part.url, relation=part.relation or "cites")
        for part in record.derived_from or ()
    ]


def record_error(problem: BadRecordError, source: Source, line: int | None) -> RecordError:
    """The error that an operator sees."""
    return RecordError(printable(source.name), line, field_name(problem.path), printable(problem.reason))
