"""HTML to plain text: a line for each block, entities decoded; what is hidden or struck out is dropped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.records.texts.wrapping import join_wraps

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "section summary table tbody tfoot thead tr ul "
    # NITF's own
    "block body.content body.head body.end byline dateline distributor hedline hl1 hl2 nitf tagline".split()
)
_CELLS = frozenset(["td", "th"])
_HIDDEN = frozenset(
    "script style template noscript title iframe object svg math canvas audio video select del s strike".split()
)
_HIDING_STYLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden)(?:\s*!important)?\s*(?:;|\Z)", re.IGNORECASE
)
_TAG_LIKE = re.compile(r"<[/!?]|<[A-Za-z]")
_NESTING = re.compile(r"<(/?)([A-Za-z][\w.]*+)")
_LEAVES = frozenset("area base br col embed hr img input link meta source track wbr p li".split())
_MAX_DEPTH = 500  #: elements inside each other; what lies deeper is read as if it lay here
_MARKS = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|li|ul|ol|h[1-6]|blockquote|figure|table|nitf)\s*>|<br\s*/?>|<p(?:\s[^<>]*)?>|"
    r"&(?:#\d{1,6}|#x[\da-f]{1,6}|amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|hellip|[mn]dash);",
    re.IGNORECASE,
)
_ELEMENTS = re.compile(r"</(?:p|div|a|b|i|em|strong|span|li|ul)\s*>|<br\s*/?>", re.IGNORECASE)
_NITF_BODY = re.compile(r"<body\.content\b[^>]*>(.*?)(?:</body\.content\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_RUN = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" ?\n[ \n]*")


def one_line(markup: str) -> str:
    """The text of a title."""
    return " ".join(plain_text(markup).split())


def is_markup(text: str) -> bool:
    """Whether a text that should be plain is plainly HTML: it has elements of it, or characters written as entities."""
    return bool(_MARKS.search(text))


def plain_text(markup: str) -> str:
    """The text that a reader of the HTML would see, one line a paragraph; without tags, the lines are kept.

    Lines that were only broken to fit a column are joined. What was escaped twice is read twice.
    """
    text = _once(markup)
    return _once(text) if _ELEMENTS.search(text) else text


def _once(markup: str) -> str:
    if not _TAG_LIKE.search(markup):
        return join_wraps(html.unescape(markup)).strip(" \n")
    nitf_body = _NITF_BODY.search(markup)
    tree = LexborHTMLParser(flatten(nitf_body[1] if nitf_body else markup))
    text = _AROUND_BREAK.sub("\n", _RUN.sub(" ", "".join(_parts(tree))))
    return text.strip(" \n")


def flatten(markup: str) -> str:
    """The markup without the elements that lie too deep, as a parser takes the square of their depth."""
    depth, pieces, position = 0, list[str](), 0
    for match in _NESTING.finditer(markup):
        if match[2].lower() in _LEAVES:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > _MAX_DEPTH and not match[1]:
            pieces.append(f"{markup[position : match.start()]}<wbr")
            position, depth = match.end(), depth - 1
    return "".join([*pieces, markup[position:]])


def _parts(tree: LexborHTMLParser) -> Iterator[str]:
    """The visible texts in the order of the page, with breaks between blocks."""
    stack = [(tree.body, False)]
    while stack:
        node, is_end = stack.pop()
        if node is None or is_end:
            yield _break_at(node) if node else ""
            continue
        yield _text_of(node)
        stack.append((node, True))
        if not _is_hidden(node):
            stack.extend((child, False) for child in reversed(list(_children(node))))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _text_of(node: LexborNode) -> str:
    """The text of a node that is one, or the break before one that is a block."""
    if node.tag != "-text":
        return _break_at(node)
    text = _SPACES.sub(" ", node.text_content or "")
    return text.translate(_RAISED) if _is_raised(node) and not any(c.isalpha() for c in text) else text


def _break_at(node: LexborNode) -> str:
    return "\n" if node.tag in _BLOCKS else " " if node.tag in _CELLS else ""


def _is_raised(node: LexborNode) -> bool:
    """Whether a number stands above the line, as a note's or a power does: 40 with a 1 above it is not 401."""
    ancestors = (node.parent, node.parent.parent if node.parent else None)
    return any(parent is not None and parent.tag == "sup" for parent in ancestors)


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _HIDDEN:
        return True
    fields = node.attributes if node.tag and node.tag[0].isalpha() else {}
    return (
        "hidden" in fields
        or fields.get("aria-hidden") == "true"
        or bool(_HIDING_STYLE.search(fields.get("style") or ""))
    )
