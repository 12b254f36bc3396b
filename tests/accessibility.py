"""What a page must have for those who listen to it or use its keys alone: a check of HTML, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode


def problems(html: str) -> list[str]:
    """All that is missing or wrong in a page."""
    tree = LexborHTMLParser(html)
    return [*_document(tree), *_headings(tree), *_names(tree), *_tables(tree), *_ids(tree)]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours (`#rrggbb`) as WCAG 2 measures it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _document(tree: LexborHTMLParser) -> Iterator[str]:
    root = tree.css_first("html")
    if root is None or not root.attributes.get("lang"):
        yield "the page has no language"
    if not _words(tree.css_first("head > title")):
        yield "the page has no title"
    for landmark in ("main", "body > header", "body > footer"):
        if len(tree.css(landmark)) != 1:
            yield f"not one {landmark}"
    skip = tree.css_first("body > a[href^='#']")
    if skip is None or tree.css_first(skip.attributes.get("href") or "#") is None:
        yield "the first link does not skip to the content"
    if tree.css("script, [onclick], [onload], [style], [tabindex]:not([tabindex='0'])"):
        yield "a script, a style of an element, or an order of tabs"


def _headings(tree: LexborHTMLParser) -> Iterator[str]:
    levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} first headings"
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"a heading of level {level} after one of level {before}"
    yield from ("an empty heading" for node in tree.css("h1, h2, h3, h4") if not _words(node))


def _names(tree: LexborHTMLParser) -> Iterator[str]:
    labels = {label.attributes.get("for") for label in tree.css("label") if _words(label)}
    for node in tree.css("input, select, textarea"):
        if node.attributes.get("id") not in labels:
            yield f"an {node.tag} without a label"
    for node in tree.css("a, button, summary"):
        if not (_words(node) or node.attributes.get("aria-label")):
            yield f"a {node.tag} without words: {node.html}"
    for node in tree.css("nav, aside, svg"):
        if not (node.attributes.get("aria-label") or node.attributes.get("aria-labelledby")):
            yield f"a {node.tag} without a name"
    yield from ("a picture without words" for node in tree.css("img") if not node.attributes.get("alt"))


def _tables(tree: LexborHTMLParser) -> Iterator[str]:
    for table in tree.css("table"):
        if not _words(table.css_first("caption")):
            yield "a table without a caption"
        if any(not head.attributes.get("scope") for head in table.css("th")) or not table.css("th"):
            yield "a table without heads that say what they head"


def _ids(tree: LexborHTMLParser) -> Iterator[str]:
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    yield from (f"two elements are {name}" for name in sorted({name for name in ids if ids.count(name) > 1}))
    named = " ".join(node.attributes["aria-labelledby"] or "" for node in tree.css("[aria-labelledby]"))
    yield from (f"nothing is {name}" for name in re.findall(r"\S+", named) if name not in ids)


def _words(node: LexborNode | None) -> str:
    return node.text(strip=True) if node is not None else ""
