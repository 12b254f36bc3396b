"""Articles and claims as rows, and back: plain columns, and as JSON what has no column."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from pydantic_core import from_json
from sqlalchemy import select

from bot.store import schema as s
from bot.store.claims.derived import SURROUNDINGS, fill_in, fill_in_wording, left_out, wording_left_out
from bot.store.claims.worded_by import worded_by
from bot.store.columns import iso, plain_text
from digests.models import Article, Claim

_CLAIM_COLUMNS = "id kind mode status said_precision valid_precision cue no_response confidence".split()
WORDING_COLUMNS = ("certainty", "held_back", "wording", "worded_by")
_CLAIMANT_COLUMNS = {"claimant": "name", "claimant_short": "short", "claimant_id": "actor_id"} | {
    name: name for name in ("affiliation", "affiliation_id", "side", "role")
}
_MOMENTS = ("said_at", "valid_from", "valid_to")
_REST: Any = {
    **dict.fromkeys([*_CLAIM_COLUMNS, *_MOMENTS], True),
    "claimant": set(_CLAIMANT_COLUMNS.values()),
    "passage": True,
}
_ARTICLE_COLUMNS = "id version status headline language url supersedes body".split()
_ARTICLE_MOMENTS = ("date_published", "date_modified")
_ARTICLE_REST: Any = {
    **dict.fromkeys([*_ARTICLE_COLUMNS, *_ARTICLE_MOMENTS], True),
    "publisher": {"name", "domain"},
}

#: The columns that `claim_of` reads, and the key before them.
CLAIM_ROWS = select(
    *(column for column in s.claim.c if column.name not in {"ordinal", "current", "said_on"}), SURROUNDINGS
)
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
        **wording_columns(claim),
    }
    rest = left_out(claim.model_dump(mode="json", exclude_defaults=True, exclude=_REST), claim, article)
    return _row(columns, rest, _odd_moments(claim, _MOMENTS))


def claim_of(row: Any) -> Claim:
    """The claim of a row of `CLAIM_ROWS`."""
    columns = row._asdict()
    fields = from_json(columns.pop("json"), cache_strings="keys")
    odd = fields.pop("odd", {})
    columns |= odd
    fill_in(fields, columns)
    claimant = {field: columns[name] for name, field in _CLAIMANT_COLUMNS.items()}
    passage = {
        "article_id": columns["article_id"],
        "version": columns["version"],
        "start": columns["start_offset"],
        "end": columns["end_offset"],
        "exact": columns["passage"],
    }
    fields |= {name: columns[name] for name in (*_CLAIM_COLUMNS, *_MOMENTS)}
    fields["claimant"] = claimant | fields["claimant"]
    fields["passage"] = passage | fields["passage"]
    fields["wording"] = _wording(columns)
    return Claim.model_validate(fields)


def wording_columns(claim: Claim) -> dict[str, Any]:
    """The cells that tell how a claim is put in a line."""
    wording = claim.wording
    if wording is None:
        return dict.fromkeys(WORDING_COLUMNS)
    json_text = _dumped(wording_left_out(wording, claim))
    return dict(zip(WORDING_COLUMNS, (wording.certainty, wording.hold or None, json_text, worded_by()), strict=True))


def _wording(columns: dict[str, Any]) -> dict[str, Any] | None:
    """How a claim is put in a line, where this program has found that out."""
    if columns["worded_by"] != worded_by():
        return None
    fields, hold = from_json(columns["wording"], cache_strings="keys"), columns["held_back"] or ""
    fields = fields if hold else fill_in_wording(fields, columns)
    return {**fields, "certainty": columns["certainty"], "hold": hold}


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
    rest = article.model_dump(mode="json", exclude_defaults=True, exclude=_ARTICLE_REST)
    *cells, body, json_text = _row(columns, rest, _odd_moments(article, _ARTICLE_MOMENTS))
    return (*cells, json_text, body)


def article_of(row: Any) -> Article:
    """The article of a row of `ARTICLE_ROWS`."""
    columns = row._asdict()
    fields = from_json(columns.pop("json"), cache_strings="keys")
    columns |= fields.pop("odd", {})
    publisher = {"name": columns["publisher"], "domain": columns["publisher_domain"]}
    fields |= {name: columns[name] for name in (*_ARTICLE_COLUMNS, *_ARTICLE_MOMENTS)}
    fields["publisher"] = publisher | fields.get("publisher", {})
    return Article.model_validate(fields)


def _row(columns: dict[str, Any], rest: dict[str, Any], odd: dict[str, str]) -> tuple[Any, ...]:
    """The cells, and the JSON with what a column cannot hold as it is: NUL characters, and offsets from UTC."""
    values = list(columns.values())
    odd |= {name: value for name, value in columns.items() if isinstance(value, str) and "\0" in value}
    if odd:
        values = [plain_text(value) if isinstance(value, str) else value for value in values]
        rest = rest | {"odd": odd}
    return (*values, _dumped(rest))


def _dumped(fields: dict[str, Any]) -> str:
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False)


def _odd_moments(value: Article | Claim, names: Sequence[str]) -> dict[str, str]:
    moments = {name: getattr(value, name) for name in names}
    return {name: moment.isoformat() for name, moment in moments.items() if moment is not None and moment.utcoffset()}
