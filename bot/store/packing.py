"""An article version with its claims as one small blob, and back, whole.

What a claim repeats is left out: its words, which stand in the article; defaults; what its attribution says as
well. Places, actors and claimants are kept once each as `value` rows and named by number. The claims' fields stand
in columns, as what follows each other is then alike and packs well.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

from pydantic import BaseModel
from pydantic_core import from_json

from bot.store.columns import is_code
from digests.models import Actor, Article, Claim, Claimant, Place

Value = Place | Actor | Claimant
_MODELS: Mapping[str, type[Place | Actor | Claimant]] = {"place": Place, "actor": Actor, "claimant": Claimant}
_MENTIONS = {"places": "place", "context_places": "place", "actors": "actor"}
_SHARED = {"kind": "saying", "mode": "indirect", "nested": False, "confidence": 1.0}
_SPANS = ("source", "cue", "content")
_FORM = b"\x01"  # the form of blob that this module writes
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
        yield self._values[self._columns["claimant"][ordinal]]
        for field in _MENTIONS.keys() & self._columns.keys():
            for mention in self._columns[field][ordinal] or ():
                yield self._values[mention[0]]

    def claim(self, ordinal: int, code: str, values: Mapping[int, Value]) -> Claim:
        """One of its claims, by its place in the text; `code` is its id, unless it has an odd one."""
        rows = ((name, column[ordinal]) for name, column in self._columns.items())
        fields = {name: cell for name, cell in rows if cell is not None}
        fields.setdefault("id", code)
        fields["claimant"] = values[self._values[fields["claimant"]]]
        before = sum(sum(map(sum, spans)) for spans in self._columns["spans"][:ordinal])
        attribution = self._attribution(fields, before)
        for name in _SHARED:
            fields.setdefault(name, attribution[name])
        fields.setdefault("via", self._via())
        fields.setdefault("cue", " ".join(self._body[start:end] for start, end in attribution["cue"]))
        start, end = attribution["content"][0][0], attribution["content"][-1][1]
        for field in _MENTIONS.keys() & fields.keys():
            fields[field] = [self._mention(_MENTIONS[field], mention, start, values) for mention in fields[field]]
        if "figures" in fields:
            fields["figures"] = [self._figure(figure, start) for figure in fields["figures"]]
        whole = {"article_id": self._id, "version": self._version, **_usual(self._body, start, end)}
        return Claim.model_validate(fields | {"attribution": attribution, "passage": whole | fields.get("passage", {})})

    def _attribution(self, fields: dict[str, Any], before: int) -> dict[str, Any]:
        shared = {name: fields.pop(f"its_{name}", default) for name, default in _SHARED.items()}
        return shared | dict(zip(_SPANS, _unlace(fields.pop("spans"), before), strict=True))

    def _via(self) -> list[str]:
        return [self._article["publisher"]["name"], *(d["name"] for d in self._article.get("derived_from", ()))]

    def _mention(self, kind: str, cell: list[Any], begin: int, values: Mapping[int, Value]) -> dict[str, Any]:
        number, start, length, *rest = cell
        start += begin
        fields = {kind: values[self._values[number]], "start": start, "end": start + length}
        fields["surface"] = self._body[start : start + length]
        if kind == "actor":
            fields["resolved_by"] = rest[0]
        return fields | (rest[-1] if rest and isinstance(rest[-1], dict) else {})

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
        fields: dict[str, Any] = {"article": _plain(self._article, exclude={"id", "version"})}
        if self._rows and numbers is not None:
            columns = dict.fromkeys(chain.from_iterable(self._rows))
            fields["claims"] = {name: [row.get(name) for row in self._rows] for name in columns}
            fields["values"] = [numbers[name] for name in self._order]
            fields["keys"] = [key - before for key, before in zip(keys, (0, *keys), strict=False)]
        deflate = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zdict=_COMMON)
        return _FORM + deflate.compress(_encode(fields).encode()) + deflate.flush()

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
        fields["spans"], self._last = _lace([getattr(attribution, name) for name in _SPANS], self._last)
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
            fields |= {name: mentions} if mentions else {}
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
        number = self._value(kind, getattr(mention, kind))
        given = _plain(mention, exclude={kind, "start", "end", "resolved_by"})
        if given["surface"] == self._body[mention.start : mention.end]:
            del given["surface"]
        how = [mention.resolved_by] if kind == "actor" else []
        return [number, mention.start - begin, mention.end - mention.start, *how, *([given] if given else [])]

    def _figure(self, fields: dict[str, Any], begin: int) -> dict[str, Any]:
        if fields["surface"] == self._body[fields["start"] : fields["end"]]:
            del fields["surface"]
        return fields | {"start": fields["start"] - begin, "end": fields["end"] - begin}


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


def read_value(text: str) -> Value:
    """A place, an actor or a claimant as `Packing.names` writes them."""
    kind, _, body = text.partition(" ")
    return _MODELS[kind].model_validate_json(body)
