"""schema.org articles in JSON-LD: NewsArticle and its relatives, and fact checks, alone, in a graph or in a feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.coerce import as_items, language_of, names, objects, text_of, url_of
from bot.records.errors import BadRecordError, Path
from bot.records.formats.jsonld.reviews import in_feed, is_review, read_review
from bot.records.identity import domain_of
from bot.records.sharing import part_by_address
from bot.records.texts.html_text import one_line, plain_text
from bot.records.validate import Candidate

#: What an entry of a live blog takes from the blog.
_INHERITED = ("publisher", "inLanguage", "author", "url", "mainEntityOfPage", "license")


def is_linked_data(value: Mapping[str, object]) -> bool:
    """Whether a JSON object says that it is JSON-LD."""
    return any(name in value for name in ("@context", "@type", "@graph"))


def articles(value: Mapping[str, object]) -> Iterator[Candidate | BadRecordError]:
    """The articles of a JSON-LD object or of its graph."""
    nodes = list(_nodes(value))
    reviews = [read_review(node, base) for node, base in nodes if is_review(node)]
    article_nodes = [(node, base) for node, base in nodes if _is_article(node)]
    if not article_nodes and not reviews:
        yield BadRecordError("is not an article; a record is a schema.org NewsArticle", ("@type",))
    yield from reviews
    yield from part_by_address([candidate for node, base in article_nodes for candidate in _of_node(node, base)])


def _nodes(value: Mapping[str, object]) -> Iterator[tuple[Mapping[str, object], Path]]:
    """The objects of a graph or a feed, or the one that there is, each with where it stands."""
    graph = value.get("@graph")
    if isinstance(graph, list):
        yield from ((node, ("@graph", number)) for number, node in enumerate(objects(graph)))
    elif "dataFeedElement" in value:
        yield from in_feed(value)
    else:
        yield value, ()


def _of_node(node: Mapping[str, object], base: Path) -> list[Candidate]:
    """The article that a node is; of a live blog, its entries."""
    updates = [] if text_of(node.get("articleBody")) else list(_updates(node))
    return [_article(update, (*base, *place)) for update, place in updates] or [_article(node, base)]


def _updates(node: Mapping[str, object]) -> Iterator[tuple[Mapping[str, object], Path]]:
    """The entries of a live blog, each with what the blog says of all of them."""
    for number, update in enumerate(objects(node.get("liveBlogUpdate"))):
        if text_of(update.get("articleBody")) or text_of(update.get("text")):
            yield {**{name: node[name] for name in _INHERITED if name in node}, **update}, ("liveBlogUpdate", number)


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = [
        kind.rpartition("/")[2].rpartition(":")[2] for kind in as_items(node.get("@type")) if isinstance(kind, str)
    ]
    return any(kind.lower().endswith(("article", "posting", "report")) for kind in kinds)


def _article(node: Mapping[str, object], base: Path) -> Candidate:
    page = node.get("mainEntityOfPage")
    page = page.get("@id", page.get("url")) if isinstance(page, Mapping) else page
    url = url_of(node.get("url")) or url_of(page) or url_of(node.get("@id"))
    body_name = "articleBody" if "articleBody" in node or "text" not in node else "text"
    keywords = node.get("keywords")
    fields: dict[str, object] = {
        "url": url,
        "headline": _title(node.get("headline", node.get("name"))),
        "publisher": _publisher(node, url),
        "author": names(node.get("author")) or names(node.get("creator")),
        "date_published": node.get("datePublished"),
        "date_modified": node.get("dateModified"),
        "language": _language(node.get("inLanguage")),
        "body": plain_text(body) if isinstance(body := node.get(body_name), str) else body,
        "version": _version(node.get("version")),
        "derived_from": [*_sources(node.get("isBasedOn"), "rewrite"), *_sources(node.get("citation"), "cites")],
        "tags": [tag.strip() for tag in keywords.split(",") if tag.strip()]
        if isinstance(keywords, str)
        else names(keywords),
        "rights": _first_name(node.get("license")) or text_of(node.get("copyrightNotice")),
        "curator": _first_name(node.get("sdPublisher")),
        "corrections": list(_corrections(node.get("correction"))),
    }
    source_paths: dict[str, Path] = {
        "body": (body_name,),
        "date_published": ("datePublished",),
        "date_modified": ("dateModified",),
        "language": ("inLanguage",),
        "corrections": ("correction",),
        "derived_from": ("isBasedOn",),
        "tags": ("keywords",),
        "rights": ("license",),
    }
    return Candidate(fields, source_paths, text_of(node.get("identifier")) or text_of(node.get("@id")), base)


def _title(value: object) -> object:
    return one_line(value)[:2_000] if isinstance(value, str) else value


def _first_name(value: object) -> str | None:
    return next(iter(names(value) or names(value, key="url")), None)


def _publisher(node: Mapping[str, object], url: str | None) -> dict[str, object] | None:
    for value in (node.get("publisher"), node.get("sourceOrganization"), node.get("provider")):
        home = next((url_of(part.get("url")) for part in objects(value)), None)
        if name := _first_name(value):
            return {"name": name, "url": home}
    domain = domain_of(url)
    return {"name": domain} if domain else None


def _language(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("alternateName", value.get("name"))
    return language_of(value)


def _version(value: object) -> int | None:
    text = text_of(value)
    return int(text) if text and text.isdecimal() and 1 <= len(text) <= 6 and int(text) else None


def _sources(value: object, relation: str) -> Iterator[dict[str, object]]:
    for part in as_items(value):
        node = part if isinstance(part, Mapping) else {"url": part, "name": part}
        url = url_of(node.get("url")) or url_of(node.get("@id"))
        name = _first_name(node.get("publisher")) or domain_of(url) or text_of(node.get("name"))
        if name:
            yield {"name": name[:500], "url": url, "relation": relation}


def _corrections(value: object) -> Iterator[dict[str, object]]:
    for part in as_items(value):
        node = part if isinstance(part, Mapping) else {"text": part}
        if text := text_of(node.get("text")):
            yield {"text": text, "date": node.get("datePublished")}
