"""JSON-LD in the words of schema.org: articles and their relatives, and fact checks."""

from __future__ import annotations

from bot.records.formats.jsonld.articles import articles, is_linked_data

__all__ = ["articles", "is_linked_data"]
