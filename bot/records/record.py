"""The record as people write it, and the JSON Schema that is published for it in `config/article.schema.json`."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    WithJsonSchema,
)

from bot.records.dates import EXAMPLE, Moment, read_moment
from bot.records.identity import is_language, web_address
from digests.models import ArticleStatus, Precision

#: The most bytes (in UTF-8) of an article's body.
BODY_LIMIT = 1_000_000

#: The most entries of each list; what stands behind them is left out, and noted.
LIST_LIMIT = 200

#: Other names for our fields: those of schema.org.
ALIASES = {
    "identifier": "id",
    "datePublished": "date_published",
    "dateModified": "date_modified",
    "articleBody": "body",
    "text": "body",
    "inLanguage": "language",
    "keywords": "tags",
    "license": "rights",
}

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def _reject_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("holds a NUL character; take it out")
    return text


def _reject_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _limit_size(text: str) -> str:
    if len(text.encode()) > BODY_LIMIT:
        raise ValueError(f"is over {BODY_LIMIT:,} bytes; give the article alone, or split it")
    return text


def _check_address(text: str) -> str:
    if web_address(text) is None:
        raise ValueError("must be a web address such as https://wire.example/a, with http or https and no spaces")
    return text


def _reject_padding(text: str) -> str:
    if text != text.strip() or _CONTROL.search(text):
        raise ValueError("must not begin or end with a space or hold control characters")
    return text


def _check_language(text: str) -> str:
    if not is_language(text):
        raise ValueError("must be a language code such as en or en-GB")
    return text


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _split_list(value: object) -> object:
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


def _name_object(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _name_objects(value: object) -> object:
    value = [value] if isinstance(value, str | dict) else value
    return [_name_object(item) for item in value] if isinstance(value, list) else value


def _text_objects(value: object) -> object:
    value = [value] if isinstance(value, str | dict) else value
    return [{"text": item} if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


Line = Annotated[str, Field(max_length=2_000), AfterValidator(_reject_nul)]
Name = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_reject_blank), AfterValidator(_reject_nul)]
Note = Annotated[str, Field(max_length=20_000), AfterValidator(_reject_nul)]
Url = Annotated[str, Field(max_length=2_000), AfterValidator(_reject_nul), AfterValidator(_check_address)]
Id = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_reject_nul), AfterValidator(_reject_padding)]
Body = Annotated[
    str,
    Field(min_length=1, max_length=BODY_LIMIT),
    AfterValidator(_reject_blank),
    AfterValidator(_reject_nul),
    AfterValidator(_limit_size),
]
Date = Annotated[
    InstanceOf[Moment],
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "examples": [EXAMPLE, "2025-02-07", "Fri, 07 Feb 2025 12:00:00 +0000"]}),
]


class _Part(BaseModel):
    """A part of a record: exact types, and no fields that we do not know."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class PublisherPart(_Part):
    """Who published the article."""

    name: Name
    url: Url | None = None
    domain: Name | None = None
    family: Name | None = Field(default=None, description="The house whose editions belong together.")


class DerivationPart(_Part):
    """An earlier publication that the article rests on."""

    name: Name
    url: Url | None = None
    relation: Literal["reprint", "rewrite", "cites"] | None = None


class CorrectionPart(_Part):
    """A correction that the publisher has printed."""

    date: Date | None = None
    text: Annotated[Note, AfterValidator(_reject_blank)]


class ReviewPart(_Part):
    """A fact check of one claim, which is the body."""

    claimant: Name = Field(description="Who made the claim.")
    rating: Annotated[str, Field(max_length=200), AfterValidator(_reject_blank), AfterValidator(_reject_nul)] = Field(
        description="What the publisher says of it, in its own word."
    )
    said_at: Date | None = Field(default=None, description="When the claim was made.")
    said_precision: Precision | None = None


class Record(_Part):
    """One version of one article, as an operator or another program writes it."""

    id: Id | None = Field(default=None, description="Stays the same over versions; default: made of the address.")
    url: Url | None = None
    headline: Line | None = None
    publisher: Annotated[PublisherPart, BeforeValidator(_name_object)]
    author: Annotated[list[Name], BeforeValidator(_as_list)] | None = None
    date_published: Date | None = None
    date_published_precision: Precision | None = None
    date_modified: Date | None = None
    date_modified_precision: Precision | None = None
    zone_assumed: bool | None = Field(default=None, description="The dates had no zone, and UTC was taken.")
    language: Annotated[str, Field(max_length=40), AfterValidator(_check_language)] | None = None
    body: Body = Field(description="Plain text, kept exactly as given; every offset points into it.")
    version: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    supersedes: Id | None = Field(default=None, description="The id of another article that this one replaces.")
    status: ArticleStatus | None = None
    derived_from: Annotated[list[DerivationPart], BeforeValidator(_name_objects)] | None = None
    tags: Annotated[list[Name], BeforeValidator(_split_list)] | None = None
    rights: Note | None = None
    curator: Name | None = None
    note: Note | None = Field(default=None, description="For the desk; never published.")
    corrections: Annotated[list[CorrectionPart], BeforeValidator(_text_objects)] | None = None
    review: ReviewPart | None = Field(default=None, description="Where the article is a fact check of one claim.")
    embargoed: Date | None = Field(default=None, description="Nothing of the article is printed before this instant.")
    doubts: Annotated[list[Note], BeforeValidator(_as_list)] | None = Field(
        default=None, description="What was unsure when the record was read; written by Dateline."
    )


#: The words that a field may hold, for fields that hold one of a few.
CHOICES: dict[str, tuple[str, ...]] = {
    "status": get_args(ArticleStatus),
    "date_published_precision": get_args(Precision),
    "date_modified_precision": get_args(Precision),
    "relation": get_args(Literal["reprint", "rewrite", "cites"]),
}


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record, with the shorthands and the other names that the reader takes."""
    schema: dict[str, Any] = _lean(Record.model_json_schema())
    fields = schema["properties"]
    text = {"type": "string"}
    fields["publisher"] = {"anyOf": [text, fields["publisher"]]}
    for name in ("author", "tags"):
        fields[name]["anyOf"].insert(0, text)
    for name in ("derived_from", "corrections"):
        part = fields[name]["anyOf"][0]["items"]
        fields[name]["anyOf"][0]["items"] = {"anyOf": [text, part]}
        fields[name]["anyOf"][:0] = [text, part]
    fields.update({alias: fields[name] for alias, name in ALIASES.items()})
    schema["anyOf"] = [
        {"required": [name]} for name in ("body", *(alias for alias, name in ALIASES.items() if name == "body"))
    ]
    schema["required"] = ["publisher"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Dateline article record", **schema}


def _lean(schema: Any) -> Any:
    """A schema without the titles and defaults that say nothing."""
    if isinstance(schema, list):
        return [_lean(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _lean(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and value is None)
    }
