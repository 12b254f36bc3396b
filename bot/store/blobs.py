"""An article version with its claims as one small blob, and back, whole.

What a claim repeats is left out: its words, which stand in the article; defaults; what its attribution says as
well. Places, actors and claimants are kept once each as `value` rows and named by number. The claims' fields stand
in columns, as what follows each other is then alike and packs well; a column of one cell holds for all claims.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

from pydantic import BaseModel
from pydantic_core import from_json, to_json

from bot.store.columns import is_code
from digests.models import ActorMention, Article, Claim, PlaceMention

_MENTIONS = {"places": "place", "context_places": "place", "actors": "actor"}
_OFTEN = {"surface", "start", "end", "resolved_by"}  # what a mention has a place for, beside what it names
_SELDOM = {  # the rest of a mention, with its defaults
    kind: [(name, field.default) for name, field in mention.model_fields.items() if name not in {kind, *_OFTEN}]
    for kind, mention in (("place", PlaceMention), ("actor", ActorMention))
}
_SHARED = {"kind": "saying", "mode": "indirect", "nested": False, "confidence": 1.0}
_USUAL_HOW = "exact"  # how most actors are resolved
_SPANS = ("source", "cue", "content")
_FORM = b"\x01"  # the form of blob that this module writes
_NO_CELLS = [None]
_RAW = -15  # zlib's stream without its frame
_CONTEXT = 60  # as much of the text as a passage commonly has on either side
_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode

# What blobs have in common. It is part of the form: never change it, add another form.
_COMMON = (
    b" who that with from have were been after before about would could said the of and to in a on for by at is "
    b"according to reported told reporters statement Ministry President military forces troops region "
    b"Ukrainian Russian "
    b'"direct","mixed","estimate","denial",0.99"up_to","about","at_least","party":"unit":"km","what":"value":"bound":"'
    b'"article":{"headline":"url":"https://www.","publisher":{"name":"domain":"date_published":"2025-01-01T00:00:00Z",'
    b'"tags":["author":["body":"'
    b'},"claims":{"id":["","said_at":["2025-01-01T00:00:00Z","said_precision":["day","minute","valid_from":["'
    b'"valid_to":["","valid_precision":["day","hedges":[["up to"],null,"status":["unconfirmed",null,null,"figures":[[{'
    b'"claimant_within":[["state:ru"],"actors_within":[["state:ua"],"actors":[[["exact"],"context_places":[["places":[[['
    b'"claimant":[1,"spans":[[["confidence":[0.9,"keys":["'
)


class Packed:
    """An opened blob."""

    def __init__(self, article_id: str, version: int, blob: bytes) -> None:
        inflate = zlib.decompressobj(_RAW, zdict=_COMMON)
        text = inflate.decompress(blob[len(_FORM) :]) + inflate.flush()
        fields: dict[str, Any] = from_json(text, cache_strings="keys")
        self._id, self._version = article_id, version
        self._article: dict[str, Any] = fields["article"]
        self._body: str = self._article["body"]
        self._columns: dict[str, list[Any]] = fields.get("claims", {})
        self._values: list[int] = fields.get("values", [])
        self._keys: list[int] = fields.get("keys", [])

    @property
    def keys(self) -> list[int]:
        """The claims' keys, in the order of the text."""
        return list(accumulate(self._keys))

    def article(self) -> Article:
        """The article."""
        return Article.model_validate({**self._article, "id": self._id, "version": self._version})

    def names(self, ordinal: int) -> Iterator[int]:
        """The numbers of what one of its claims names."""
        yield self._values[self._cell("claimant", ordinal)]
        for field in _MENTIONS:
            for mention in _apart(self._cell(field, ordinal) or ()):
                yield self._values[mention[0]]

    def claim(self, ordinal: int, code: str, bodies: Mapping[int, str]) -> bytes:
        """The JSON of one of its claims, by its place in the text; `code` is its id, unless it has an odd one.

        bodies: what the claim names, by its numbers, as `Packing.names` writes it.
        """
        fields = {name: cell for name in self._columns if (cell := self._cell(name, ordinal)) is not None}
        fields.setdefault("id", code)
        fields["claimant"] = self._named(fields["claimant"], bodies)
        attribution = self._attribution(fields, self._offset(ordinal))
        for name in _SHARED:
            fields.setdefault(name, attribution[name])
        fields.setdefault("via", self._via())
        fields.setdefault("cue", " ".join(self._body[start:end] for start, end in attribution["cue"]))
        start, end = attribution["content"][0][0], attribution["content"][-1][1]
        for field, kind in _MENTIONS.items():
            if field in fields:
                fields[field] = [self._mention(kind, cell, start, bodies) for cell in _apart(fields[field])]
        if "figures" in fields:
            fields["figures"] = [self._figure(figure, start) for figure in fields["figures"]]
        whole = {"article_id": self._id, "version": self._version, **_usual(self._body, start, end)}
        fields |= {"attribution": attribution, "passage": whole | fields.get("passage", {})}
        return to_json(fields, inf_nan_mode="constants")

    def _cell(self, name: str, ordinal: int) -> Any:
        column = self._columns.get(name, _NO_CELLS)
        return column[ordinal if len(column) > 1 else 0]

    def _named(self, at: int, bodies: Mapping[int, str]) -> Any:
        return from_json(bodies[self._values[at]].partition(" ")[2], cache_strings="keys")

    def _offset(self, ordinal: int) -> int:
        """Where the spans of a claim are counted from: the end of those before it."""
        earlier = (self._cell("spans", number) for number in range(ordinal))
        return sum(sum(cell) if _is_joined(cell) else sum(map(sum, cell)) for cell in earlier)

    def _attribution(self, fields: dict[str, Any], before: int) -> dict[str, Any]:
        shared = {name: fields.pop(f"its_{name}", default) for name, default in _SHARED.items()}
        return shared | dict(zip(_SPANS, _unlace(_apart(fields.pop("spans")), before), strict=True))

    def _via(self) -> list[str]:
        return [self._article["publisher"]["name"], *(d["name"] for d in self._article.get("derived_from", ()))]

    def _mention(self, kind: str, cell: list[Any], begin: int, bodies: Mapping[int, str]) -> dict[str, Any]:
        number, start, *rest = cell
        value = self._named(number, bodies)
        start += begin
        end = start + (rest.pop(0) if rest and isinstance(rest[0], int) else len(value["name"]))
        fields = {kind: value, "start": start, "end": end, "surface": self._body[start:end]}
        if kind == "actor":
            fields["resolved_by"] = rest.pop(0) if rest and isinstance(rest[0], str) else _USUAL_HOW
        return fields | (rest[0] if rest else {})

    def _figure(self, fields: dict[str, Any], begin: int) -> dict[str, Any]:
        start, end = fields["start"] + begin, fields["end"] + begin
        return {"surface": self._body[start:end], **fields, "start": start, "end": end}


class Packing:
    """An article version with its claims, on the way to a blob: what it names has to be numbered first."""

    def __init__(self, article: Article, claims: Sequence[Claim] = ()) -> None:
        self._article, self._body = article, article.body
        self._via = (article.publisher.name, *(origin.name for origin in article.derived_from))
        self._seen: dict[int, int] = {}
        self._order: dict[str, int] = {}
        self._last = 0
        self._rows = [self._claim(claim) for claim in claims]

    @property
    def names(self) -> Iterable[str]:
        """What the claims name, as it is kept in `value` rows."""
        return self._order.keys()

    def blob(self, keys: Sequence[int] = (), numbers: Mapping[str, int] | None = None) -> bytes:
        """The blob, with the claims' keys and the numbers of what they name."""
        article = _encode({"article": _plain(self._article, exclude={"id", "version"})})
        claims = self._columns(keys, numbers) if self._rows and numbers is not None else {}
        deflate = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zdict=_COMMON)
        # A block for the prose and one for the numbers, since each has a code of its own then.
        prose = deflate.compress(article[:-1].encode()) + deflate.flush(zlib.Z_BLOCK)
        rest = f",{_encode(claims)[1:]}" if claims else "}"
        return _FORM + prose + deflate.compress(rest.encode()) + deflate.flush()

    def _columns(self, keys: Sequence[int], numbers: Mapping[str, int]) -> dict[str, Any]:
        names = dict.fromkeys(chain.from_iterable(self._rows))
        return {
            "claims": {name: _column([row.get(name) for row in self._rows]) for name in names},
            "values": [numbers[name] for name in self._order],
            "keys": [key - before for key, before in zip(keys, (0, *keys), strict=False)],
        }

    def _value(self, kind: str, value: BaseModel) -> int:
        known = self._seen.get(id(value))
        if known is None:
            body = f"{kind} {value.model_dump_json(exclude_defaults=True)}"
            known = self._seen[id(value)] = self._order.setdefault(body, len(self._order))
        return known

    def _claim(self, claim: Claim) -> dict[str, Any]:
        """What of a claim cannot be worked out from the rest."""
        attribution, begin = claim.attribution, claim.passage.start
        fields = _plain(
            claim, exclude={"claimant", "passage", "attribution", "via", "cue", "figures", *_MENTIONS, *_SHARED}
        )
        if is_code(claim.id):
            del fields["id"]
        fields["claimant"] = self._value("claimant", claim.claimant)
        spans, self._last = _lace([getattr(attribution, name) for name in _SPANS], self._last)
        fields["spans"] = _joined(spans)
        for name, default in _SHARED.items():
            its, own = getattr(attribution, name), getattr(claim, name)
            fields |= {f"its_{name}": its} if its != default else {}
            fields |= {name: own} if own != its else {}
        if claim.via != self._via:
            fields["via"] = claim.via
        if claim.cue != " ".join(self._body[start:end] for start, end in attribution.cue):
            fields["cue"] = claim.cue
        for name, kind in _MENTIONS.items():
            mentions = [self._mention(kind, mention, begin) for mention in getattr(claim, name)]
            fields |= {name: _joined(mentions)} if mentions else {}
        if claim.figures:
            fields["figures"] = [self._figure(_plain(figure), begin) for figure in claim.figures]
        usual = {
            "article_id": self._article.id,
            "version": self._article.version,
            **_usual(self._body, begin, claim.passage.end),
        }
        odd = {name: getattr(claim.passage, name) for name in usual if getattr(claim.passage, name) != usual[name]}
        return fields | ({"passage": odd} if odd else {})

    def _mention(self, kind: str, mention: Any, begin: int) -> list[Any]:
        value = getattr(mention, kind)
        given = {name: cell for name, usual in _SELDOM[kind] if (cell := getattr(mention, name)) != usual}
        if mention.surface != self._body[mention.start : mention.end]:
            given["surface"] = mention.surface
        length = mention.end - mention.start
        long = [] if length == len(value.name) else [length]
        how = [mention.resolved_by] if kind == "actor" and mention.resolved_by != _USUAL_HOW else []
        return [self._value(kind, value), mention.start - begin, *long, *how, *([given] if given else [])]

    def _figure(self, fields: dict[str, Any], begin: int) -> dict[str, Any]:
        if fields["surface"] == self._body[fields["start"] : fields["end"]]:
            del fields["surface"]
        return fields | {"start": fields["start"] - begin, "end": fields["end"] - begin}


def _joined(lists: list[list[Any]]) -> list[Any]:
    """Lists of two numbers each, as they mostly are, in one list; any others as they are."""
    plain = all(len(some) == 2 and isinstance(some[1], int) for some in lists)
    return list(chain.from_iterable(lists)) if plain else lists


def _apart(cell: Sequence[Any]) -> Sequence[Any]:
    """The lists that `_joined` has joined."""
    return [cell[at : at + 2] for at in range(0, len(cell), 2)] if _is_joined(cell) else cell


def _is_joined(cell: Sequence[Any]) -> bool:
    return bool(cell) and isinstance(cell[0], int)


def _column(cells: list[Any]) -> list[Any]:
    return cells[:1] if all(cell == cells[0] for cell in cells) else cells


def _lace(groups: Sequence[Sequence[tuple[int, int]]], last: int) -> tuple[list[list[int]], int]:
    """Groups of spans as steps from each offset to the next, which are small and much alike; and the last offset."""
    laced = []
    for group in groups:
        offsets = list(chain.from_iterable(group))
        laced.append([offset - before for offset, before in zip(offsets, (last, *offsets), strict=False)])
        last = offsets[-1] if offsets else last
    return laced, last


def _unlace(laced: Sequence[Sequence[int]], last: int) -> Iterator[list[tuple[int, int]]]:
    for steps in laced:
        offsets = list(accumulate(steps, initial=last))
        last = offsets[-1]
        yield list(zip(offsets[1::2], offsets[2::2], strict=True))


def _usual(body: str, start: int, end: int) -> dict[str, Any]:
    """The rest of a passage that is cut out of its article in the common way."""
    around = {"prefix": body[max(0, start - _CONTEXT) : start], "suffix": body[end : end + _CONTEXT]}
    return {"start": start, "end": end, "exact": body[start:end], **around}


def _plain(value: BaseModel, exclude: set[str] | None = None) -> dict[str, Any]:
    return value.model_dump(mode="json", exclude_defaults=True, exclude=exclude)
