"""A digest as JSON, as config/digest.schema.json describes it."""

from __future__ import annotations

import json
from typing import Any

from digests.models import Digest

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def as_json(digest: Digest) -> str:
    """The digest's own fields, indented."""
    return digest.model_dump_json(indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `as_json`."""
    schema = Digest.model_json_schema(mode="serialization")
    return {"$schema": SCHEMA_ID, **schema, "title": "Dateline digest"}


def dumped(value: Any) -> str:
    """A value as indented JSON that is safe inside a web page too."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
