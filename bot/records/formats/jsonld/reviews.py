"""Fact checks as schema.org's ClaimReview: whose claim was checked, in which words, and what the checker says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.coerce import as_items, names, objects, text_of, url_of
from bot.records.errors import BadRecordError, Path
from bot.records.identity import domain_of
from bot.records.texts.html_text import one_line, plain_text
from bot.records.validate import Candidate

_SOURCE_PATHS: dict[str, Path] = {
    "body": ("claimReviewed",),
    "date_published": ("datePublished",),
    "publisher": ("author",),
    "review": ("reviewRating",),
}


def is_review(node: Mapping[str, object]) -> bool:
    """Whether a JSON-LD object is a fact check of a claim."""
    return any(isinstance(kind, str) and kind.endswith("ClaimReview") for kind in as_items(node.get("@type")))


def in_feed(value: Mapping[str, object]) -> Iterator[tuple[Mapping[str, object], Path]]:
    """The objects of a DataFeed, as fact checkers publish all of theirs in one file, each with where it stands."""
    for number, element in enumerate(objects(value.get("dataFeedElement"))):
        for place, item in enumerate(objects(element.get("item"))):
            yield item, ("dataFeedElement", number, "item", place)


def read_review(node: Mapping[str, object], base: Path) -> Candidate | BadRecordError:
    """The record of a fact check, or what it lacks."""
    item = next(objects(node.get("itemReviewed")), {})
    claimant = next(iter(names(item.get("author"))), None)
    rating = _rating(node)
    if claimant is None:
        return BadRecordError("names nobody who made the claim", (*base, "itemReviewed", "author"))
    if rating is None:
        return BadRecordError("has no rating in words or numbers", (*base, "reviewRating"))
    url = url_of(node.get("url")) or url_of(node.get("@id"))
    words = text_of(node.get("claimReviewed")) or text_of(item.get("text")) or text_of(item.get("name"))
    fields: dict[str, object] = {
        "url": url,
        "headline": one_line(text_of(node.get("name")) or text_of(node.get("headline")) or "")[:2_000] or None,
        "publisher": _publisher(node, url),
        "date_published": node.get("datePublished"),
        "body": plain_text(words) if words else None,
        "review": {"claimant": claimant, "rating": rating, "said_at": item.get("datePublished")},
    }
    key = text_of(node.get("identifier")) or text_of(node.get("@id")) or words
    return Candidate(fields, _SOURCE_PATHS, key, base, shares_address=True)  # the checker's article stands there too


def _rating(node: Mapping[str, object]) -> str | None:
    """The checker's own word for it, else its number on its scale."""
    rating = next(objects(node.get("reviewRating")), {})
    if word := text_of(rating.get("alternateName")) or text_of(rating.get("name")):
        return one_line(word)[:200]
    value, best = text_of(rating.get("ratingValue")), text_of(rating.get("bestRating"))
    return f"{value} of {best}" if value and best else value


def _publisher(node: Mapping[str, object], url: str | None) -> dict[str, object] | None:
    for value in (node.get("author"), node.get("publisher")):
        home = next((url_of(part.get("url")) for part in objects(value)), None)
        if name := next(iter(names(value)), None):
            return {"name": name, "url": home}
    domain = domain_of(url)
    return {"name": domain} if domain else None
