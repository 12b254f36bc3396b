"""Web pages: the article that a page describes in JSON-LD, or else its main text."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from selectolax.lexbor import LexborHTMLParser

from bot.errors import RecordError
from bot.records.coerce import objects, text_of, url_of
from bot.records.errors import BadRecordError
from bot.records.formats import jsonld
from bot.records.identity import domain_of
from bot.records.texts.encoding import decode, read_whole
from bot.records.texts.html_text import flatten, one_line
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article, site_of

_FEWEST_WORDS = 20  #: a text with fewer is what is left of a menu
_METAS = {
    "headline": ("og:title",),
    "date_published": ("article:published_time", "datePublished", "dc.date.issued"),
    "date_modified": ("article:modified_time",),
    "url": ("og:url",),
}


def read_page(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read the articles of a web page: those with a text in its JSON-LD, else its main text."""
    text, doubt = decode(read_whole(stream))
    page = LexborHTMLParser(flatten(text))
    descriptions = [candidate for candidate in _described(page) if isinstance(candidate, Candidate)]
    whole = [candidate for candidate in descriptions if text_of(candidate.fields.get("body"))]
    candidates = whole or [_main_text(text, page, descriptions[0].fields if len(descriptions) == 1 else {})]
    for candidate in candidates:
        own_fields = {name: value for name, value in candidate.fields.items() if name not in source.defaults}
        if source.address:
            own_fields = _at_address(own_fields, source.address, source.defaults)
        doubts = (*candidate.doubts, doubt) if doubt else candidate.doubts
        try:
            yield to_article(replace(candidate, fields=own_fields, base=(), doubts=doubts), source)
        except BadRecordError as problem:
            yield record_error(problem, source, None)


def _at_address(fields: Mapping[str, Any], address: str, defaults: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a page that was fetched: it stands there, or elsewhere in the same house where it says so."""
    url, domain = url_of(fields.get("url")), domain_of(address) or ""
    is_own = url is not None and site_of(domain_of(url) or "") == site_of(domain)
    known_fields = {name: value for name, value in fields.items() if value is not None}
    return {"publisher": defaults.get("publisher", domain), **known_fields, "url": url if is_own else address}


def _described(page: LexborHTMLParser) -> Iterator[Candidate | BadRecordError]:
    for script in page.css('script[type="application/ld+json"]'):
        try:
            value = json.loads(script.text(deep=True), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in objects(value):
            if jsonld.is_linked_data(node):
                yield from jsonld.articles(node)


def _main_text(text: str, page: LexborHTMLParser, descriptions: Mapping[str, Any]) -> Candidate:
    try:
        import trafilatura  # noqa: PLC0415 - the extra `web` may be missing
    except ImportError:
        reason = (
            "is an HTML page without an article in JSON-LD; to read it, install the extra: pip install 'dateline[web]'"
        )
        raise BadRecordError(reason) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    body = trafilatura.extract(text, include_comments=False, include_tables=False, fast=False)
    if not body or len(body.split()) < _FEWEST_WORDS:
        raise BadRecordError("is an HTML page in which no article was found")
    fields = {**_metas(page), **{name: value for name, value in descriptions.items() if value}}
    first_line, _, rest = body.partition("\n")
    fields["body"] = rest if first_line.strip() == fields.get("headline") and rest else body
    name = _meta(page, "og:site_name") or domain_of(url_of(fields.get("url")))
    if name and "publisher" not in fields:
        fields["publisher"] = {"name": name[:500]}
    return Candidate(fields)


def _metas(page: LexborHTMLParser) -> dict[str, Any]:
    """What the head of a page says of its article; its own address before others."""
    fields: dict[str, Any] = {}
    for name, keys in _METAS.items():
        value = next((content for key in keys if (content := _meta(page, key))), None)
        if value:
            fields[name] = value
    link = page.css_first('link[rel="canonical"]')
    title = page.css_first("title")
    fields["url"] = url_of(link.attributes.get("href") if link else None) or url_of(fields.get("url"))
    fields["headline"] = one_line(fields.get("headline") or (title.text() if title else ""))[:2_000]
    return {name: value for name, value in fields.items() if value}


def _meta(page: LexborHTMLParser, key: str) -> str | None:
    node = page.css_first(f'meta[property="{key}"]') or page.css_first(f'meta[name="{key}"]')
    return text_of(node.attributes.get("content")) if node else None
