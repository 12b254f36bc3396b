"""What readers are offered and answered."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from digests.models import Digest, Value


class Entity(Value):
    """A place or an actor that has claims, as offered while a reader types."""

    kind: Literal["place", "actor"]
    id: str
    name: str
    detail: str = ""  #: "Kursk Oblast, Russia" or "think tank"
    claims: int
    speaks: bool = False  #: whether a claim is its own
    titles: tuple[str, ...] = ()  #: what claims of theirs call them beside the name: “Iranian foreign minister”


class Suggestion(Value):
    """A choice of an autocomplete list: `label` is shown, `value` is sent back as `about`."""

    label: str = Field(max_length=100)
    value: str = Field(max_length=100)


class Answer(Value):
    """The answer to `/claims`: lines to draw, other subjects to offer, and where the next page begins."""

    digest: Digest
    choices: tuple[Suggestion, ...] = ()
    next_page: str | None = None


class SourceView(Value):
    """A claim's passage in its context, for `/source`."""

    claim_id: str
    line: str
    before: str
    exact: str
    after: str
    headline: str
    source: str  #: the outlet and the chain behind it
    published: str
    url: str | None = None
    standing: str = ""  #: what has become of the claim since, if anything
