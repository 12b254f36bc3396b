"""`POST /records`: articles over HTTP, for those who have the token; the same again changes nothing."""

from __future__ import annotations

import asyncio
import io
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web

from bot.errors import RecordError, RequestError, StoreError
from bot.records import read_records
from digests.models import Article

MOST_BYTES = 8 * 1024 * 1024
MOST_RECORDS = 200
_NAME = "body"  #: what problems call the request's body
_FIELDS = {"publisher": "publisher", "date": "date_published", "url": "url", "headline": "headline"}
#: What a body holds where it does not tell itself.
_ENDINGS = {
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/ld+json": ".jsonld",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
}


class Adding(Protocol):
    """Where articles go."""

    async def add_article(self, article: Article) -> bool:
        """Read and keep an article; False if it is held already."""
        ...


async def take_records(request: web.Request, intake: Adding) -> web.Response:
    """Add the records of a body, and say what became of each; only once they are kept is that answered."""
    body = await request.read()  # whoever listens has refused what is larger than MOST_BYTES
    if not body.strip():
        return _refusal(400, "the body is empty; send a record, as docs/records.md describes it")
    fields = {name: request.query[key] for key, name in _FIELDS.items() if request.query.get(key)}
    path = Path(f"{_NAME}{_ENDINGS.get(request.content_type, '')}")
    records = await asyncio.to_thread(_read, body, path, fields)
    if len(records) > MOST_RECORDS:
        return _refusal(413, f"the body has more than {MOST_RECORDS} records; send fewer at once")
    try:
        outcome = await _add(records, intake)
    except StoreError as error:
        return web.json_response({"error": str(error)}, status=503, headers={"Retry-After": "10"})
    status = 202 if outcome["added"] or outcome["already_held"] else 422
    return web.json_response(outcome, status=status)


def _read(body: bytes, path: Path, fields: dict[str, str]) -> list[Article | RecordError]:
    return list(islice(read_records(path, io.BytesIO(body), name=_NAME, fields=fields), MOST_RECORDS + 1))


async def _add(records: list[Article | RecordError], intake: Adding) -> dict[str, list[Any]]:
    outcome: dict[str, list[Any]] = {"added": [], "already_held": [], "refused": []}
    for record in records:
        if isinstance(record, RecordError):
            outcome["refused"].append({"line": record.line, "field": record.field, "reason": record.reason})
            continue
        try:
            is_new = await intake.add_article(record)
        except RequestError as error:
            outcome["refused"].append({"id": record.id, "reason": str(error)})
            continue
        outcome["added" if is_new else "already_held"].append(record.id)
    return outcome


def _refusal(status: int, reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=status)
