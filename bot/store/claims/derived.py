"""What a claim's JSON leaves out, as its columns and its article tell it: a quarter of the room that a claim takes.

What is left out is filled in again to the letter; what differs from what they tell is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case, func, select

from bot.store import schema as s
from bot.store.columns import plain_text
from digests.models import Article, Claim, Wording

_AROUND = 60  #: characters on each side of a passage that its article tells
_NAMED = {"places": "place", "context_places": "place", "actors": "actor"}  # fields of mentions, and whom these are of

_start = s.claim.c.start_offset
_first = case((_start > _AROUND, _start - _AROUND), else_=0)
#: A passage with what stands around it.
SURROUNDINGS = (
    select(func.substr(s.article.c.body, _first + 1, s.claim.c.end_offset + _AROUND - _first))
    .where(s.article.c.id == s.claim.c.article_id, s.article.c.version == s.claim.c.version)
    .correlate(s.claim)
    .scalar_subquery()
    .label("surroundings")
)


def left_out(rest: dict[str, Any], claim: Claim, article: Article) -> dict[str, Any]:
    """The fields of a claim that have no column, without what can be told without them."""
    passage, claimant, content = claim.passage, claim.claimant, claim.attribution.content
    start, end, body = passage.start, passage.end, plain_text(article.body)
    quoted_context = {"prefix": body[max(0, start - _AROUND) : start], "suffix": body[end : end + _AROUND]}
    rest["passage"] = {"prefix": passage.prefix, "suffix": passage.suffix}
    if rest["passage"] == quoted_context:
        del rest["passage"]
    if content == ((start, end),):
        del rest["attribution"]["content"]
    if claimant.surface == claimant.name:
        rest["claimant"].pop("surface")
    else:
        rest.setdefault("claimant", {})["surface"] = claimant.surface
    known: dict[Any, Any] = {}
    for mention, kind in _mentions(rest):
        entity = mention[kind]
        if mention["end"] == mention["start"] + len(mention["surface"]):
            del mention["end"]
        if mention["surface"] == entity["name"]:
            del mention["surface"]
        if known.setdefault((kind, entity["id"]), entity) is not entity and known[kind, entity["id"]] == entity:
            mention[kind] = entity["id"]
    return {name: value for name, value in rest.items() if value != {}}


def fill_in(fields: dict[str, Any], columns: dict[str, Any]) -> None:
    """Add to the fields of a claim what its columns and its surroundings tell."""
    start, end = columns["start_offset"], columns["end_offset"]
    if "passage" not in fields:
        length, text = min(start, _AROUND), columns["surroundings"]
        fields["passage"] = {"prefix": text[:length], "suffix": text[length + end - start :]}
    fields.setdefault("attribution", {}).setdefault("content", [[start, end]])
    fields.setdefault("claimant", {}).setdefault("surface", columns["claimant"])
    known: dict[Any, Any] = {}
    for mention, kind in _mentions(fields):
        if isinstance(mention[kind], dict):
            known.setdefault((kind, mention[kind]["id"]), mention[kind])
        else:
            mention[kind] = known[kind, mention[kind]]
        mention.setdefault("surface", mention[kind]["name"])
        mention.setdefault("end", mention["start"] + len(mention["surface"]))


def wording_left_out(wording: Wording, claim: Claim) -> dict[str, Any]:
    """How a line puts a claim, without its claimant's name and its passage where the line has them as they are."""
    fields = wording.model_dump(mode="json", exclude_defaults=True, exclude={"certainty", "hold"})
    if wording.hold:
        return fields
    head, exact, tail = wording.body.partition(claim.passage.exact or "\0")
    fields |= {"claimant": wording.claimant, "body": wording.body}
    if wording.claimant == claim.claimant.name:
        del fields["claimant"]
    if exact:
        del fields["body"]
        fields |= {name: words for name, words in (("before", head), ("after", tail)) if words}
    return fields


def fill_in_wording(fields: dict[str, Any], columns: dict[str, Any]) -> dict[str, Any]:
    """The fields of a wording that lets a line through, with the claimant's name and the passage."""
    head, tail = fields.pop("before", ""), fields.pop("after", "")
    return {"claimant": columns["claimant"], "body": f"{head}{columns['passage']}{tail}", **fields}


def _mentions(fields: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for name, kind in _NAMED.items():
        for mention in fields.get(name, ()):
            yield mention, kind
