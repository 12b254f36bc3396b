"""Articles and claims as rows, and back: plain columns, and as JSON what has no column."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import from_json
from sqlalchemy import select

from bot.store import schema as s
from bot.store.claims.worded_by import worded_by
from bot.store.columns import iso, plain_text
from digests.models import Article, Claim, Wording

_CLAIM_COLUMNS = "id kind mode status said_precision valid_precision cue no_response confidence".split()
_WORDING = {"certainty", "hold"}  # what of a wording has a column
_CLAIMANT_COLUMNS = {"claimant": "name", "claimant_short": "short", "claimant_id": "actor_id"} | {
    name: name for name in ("affiliation", "affiliation_id", "side", "role")
}
_MOMENTS = ("said_at", "valid_from", "valid_to")
_REST: Any = {
    **dict.fromkeys([*_CLAIM_COLUMNS, *_MOMENTS], True),
    "claimant": set(_CLAIMANT_COLUMNS.values()),
    "passage": {"article_id", "version", "start", "end", "exact"},
}
_ARTICLE_COLUMNS = "id version status headline language url supersedes body".split()
_ARTICLE_MOMENTS = ("date_published", "date_modified")
_ARTICLE_REST: Any = {
    **dict.fromkeys([*_ARTICLE_COLUMNS, *_ARTICLE_MOMENTS], True),
    "publisher": {"name", "domain"},
}

#: The columns that `claim_of` reads, and the key before them.
CLAIM_ROWS = select(*(column for column in s.claim.c if column.name not in {"ordinal", "current", "said_on"}))
#: The columns that `article_of` reads.
ARTICLE_COLUMNS = tuple(column.name for column in s.article.c if column.name not in {"current", "news", "added_at"})
ARTICLE_ROWS = select(*(s.article.c[name] for name in ARTICLE_COLUMNS))


class KeyedClaim(NamedTuple):
    """A claim and its key."""

    key: int
    claim: Claim


def claim_row(article: Article, keyed_claim: KeyedClaim, ordinal: int, *, current: bool) -> tuple[Any, ...]:
    """The row of a claim of that article, in the order of the table's columns."""
    claim = keyed_claim.claim
    claimant, passage = claim.claimant, claim.passage
    columns = {
        "claim_key": keyed_claim.key,
        "id": claim.id,
        "article_id": article.id,
        "version": article.version,
        "ordinal": ordinal,
        "current": current,
        "claimant": claimant.name,
        "claimant_short": claimant.short,
        "claimant_id": claimant.actor_id,
        "affiliation": claimant.affiliation,
        "affiliation_id": claimant.affiliation_id,
        "side": claimant.side,
        "role": claimant.role,
        "kind": claim.kind,
        "mode": claim.mode,
        "status": claim.status,
        "said_at": claim.said_at and iso(claim.said_at),
        "valid_from": claim.valid_from and iso(claim.valid_from),
        "valid_to": claim.valid_to and iso(claim.valid_to),
        "said_on": claim.said_at and claim.said_at.date().isoformat(),
        "said_precision": claim.said_precision,
        "valid_precision": claim.valid_precision,
        "start_offset": passage.start,
        "end_offset": passage.end,
        "cue": claim.cue,
        "passage": passage.exact,
        "no_response": claim.no_response,
        "confidence": claim.confidence,
        **wording_columns(claim.wording),
    }
    rest = claim.model_dump_json(exclude_defaults=True, exclude=_REST)
    return _row(columns, rest, _odd_moments(claim, _MOMENTS))


def claim_of(row: Any) -> Claim:
    """The claim of a row of `CLAIM_ROWS`."""
    columns = row._asdict()
    fields = from_json(columns.pop("json"), cache_strings="keys")
    odd = fields.pop("odd", {})
    columns |= odd
    claimant = {field: columns[name] for name, field in _CLAIMANT_COLUMNS.items()}
    passage = {
        "article_id": columns["article_id"],
        "version": columns["version"],
        "start": columns["start_offset"],
        "end": columns["end_offset"],
        "exact": columns["passage"],
    }
    fields |= {name: columns[name] for name in (*_CLAIM_COLUMNS, *_MOMENTS)}
    fields["claimant"] = claimant | fields.get("claimant", {})
    fields["passage"] = passage | fields.get("passage", {})
    fields["wording"] = _wording(columns)
    return Claim.model_validate(fields)


def wording_columns(wording: Wording | None) -> dict[str, Any]:
    """The cells that tell how a claim is put in a line."""
    return {
        "certainty": wording and wording.certainty,
        "held_back": (wording and wording.hold) or None,
        "wording": wording and wording.model_dump_json(exclude_defaults=True, exclude=_WORDING),
        "worded_by": wording and worded_by(),
    }


def _wording(columns: Mapping[str, Any]) -> dict[str, Any] | None:
    """How a claim is put in a line, where this program has found that out."""
    if columns["worded_by"] != worded_by():
        return None
    hold = columns["held_back"] or ""
    return {**from_json(columns["wording"]), "certainty": columns["certainty"], "hold": hold}


def article_row(article: Article, added_at: str, *, current: bool, news: bool) -> tuple[Any, ...]:
    """The row of an article, in the order of the table's columns."""
    columns = {
        "id": article.id,
        "version": article.version,
        "current": current,
        "news": news,
        "status": article.status,
        "publisher": article.publisher.name,
        "headline": article.headline,
        "language": article.language,
        "url": article.url,
        "publisher_domain": article.publisher.domain,
        "supersedes": article.supersedes,
        "date_published": article.date_published and iso(article.date_published),
        "date_modified": article.date_modified and iso(article.date_modified),
        "added_at": added_at,
        "body": article.body,
    }
    rest = article.model_dump_json(exclude_defaults=True, exclude=_ARTICLE_REST)
    *cells, body, rest = _row(columns, rest, _odd_moments(article, _ARTICLE_MOMENTS))
    return (*cells, rest, body)


def article_of(row: Any) -> Article:
    """The article of a row of `ARTICLE_ROWS`."""
    columns = row._asdict()
    fields = from_json(columns.pop("json"), cache_strings="keys")
    columns |= fields.pop("odd", {})
    publisher = {"name": columns["publisher"], "domain": columns["publisher_domain"]}
    fields |= {name: columns[name] for name in (*_ARTICLE_COLUMNS, *_ARTICLE_MOMENTS)}
    fields["publisher"] = publisher | fields.get("publisher", {})
    return Article.model_validate(fields)


def _row(columns: dict[str, Any], rest: str, odd: dict[str, str]) -> tuple[Any, ...]:
    """The cells, and the JSON with what a column cannot hold as it is: NUL characters, and offsets from UTC."""
    values = list(columns.values())
    odd |= {name: value for name, value in columns.items() if isinstance(value, str) and "\0" in value}
    if odd:
        values = [plain_text(value) if isinstance(value, str) else value for value in values]
        rest = json.dumps(from_json(rest) | {"odd": odd}, separators=(",", ":"), ensure_ascii=False)
    return (*values, rest)


def _odd_moments(value: Article | Claim, names: Sequence[str]) -> dict[str, str]:
    moments = {name: getattr(value, name) for name in names}
    return {name: moment.isoformat() for name, moment in moments.items() if moment is not None and moment.utcoffset()}
