"""Digests as files: each form is a function of the digest and the moment it was made, and touches nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.exports.csv import as_csv
from bot.exports.html import as_html
from bot.exports.json import as_json
from bot.exports.jsonfeed import as_json_feed
from bot.exports.jsonld import as_json_ld
from bot.exports.markdown import as_markdown
from digests.models import Digest

FORMS: dict[str, Callable[[Digest], str]] = {
    "markdown": as_markdown,
    "html": as_html,
    "json": as_json,
    "jsonld": as_json_ld,
    "csv": as_csv,
}


#: The names of all forms; `jsonfeed` alone carries a date.
EXPORTS = (*FORMS, "jsonfeed")


def write(digest: Digest, form: str, *, made_at: datetime) -> str:
    """The digest in one of `FORMS`, or as a JSON Feed (`jsonfeed`), which alone carries a date."""
    return as_json_feed(digest, made_at=made_at) if form == "jsonfeed" else FORMS[form](digest)
