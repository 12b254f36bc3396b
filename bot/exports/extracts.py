"""What `dateline extract` and archives write of an article: a line of JSON with all that it says."""

from __future__ import annotations

import json

from digests.extraction.extract import Extraction
from digests.models import Article

#: The publisher of a text that is given alone.
NOBODY = "unknown publisher"


def extract_line(article: Article, extraction: Extraction) -> str:
    """The attributions and claims of an article, with the language that it was left unread for, if any."""
    row: dict[str, object] = {"id": article.id}
    if extraction.unread_language:
        row["not_english"] = extraction.unread_language.code
    row["attributions"] = [attribution.model_dump(mode="json") for attribution in extraction.attributions]
    row["claims"] = [claim.model_dump(mode="json") for claim in extraction.claims]
    return json_line(row)


def json_line(row: dict[str, object]) -> str:
    """An object as a line of JSON, with characters as they are."""
    return json.dumps(row, ensure_ascii=False)
