"""HTML to plain text: a line for each block, entities decoded, scripts and styles dropped."""

from __future__ import annotations

import html
import re

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(["td", "th"])
_HIDDEN = frozenset("script style template noscript title iframe object svg math canvas audio video select".split())
# Attributes as browsers read them: a quote counts after `=` alone. Possessive, so that no input takes long.
_TAG = re.compile(r"""</?([A-Za-z][^\s/>]*+)((?:[^>=]|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)>""")
_TAG_LIKE = re.compile(r"</?[A-Za-z]")
_COMMENT_END = re.compile(r"--!?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_RUN = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" ?\n[ \n]*")


def one_line(markup: str) -> str:
    """The text of a title."""
    return " ".join(plain_text(markup).split())


def plain_text(markup: str) -> str:
    """The text that a reader of the HTML would see, one line a paragraph; without tags, the lines are kept."""
    if not _TAG_LIKE.search(markup):
        return html.unescape(markup).strip(" \n")
    text = _AROUND_BREAK.sub("\n", _RUN.sub(" ", "".join(_parts(markup))))
    return text.strip(" \n")


def _parts(markup: str) -> list[str]:
    parts: list[str] = []
    position = 0
    while (begin := markup.find("<", position)) >= 0:
        parts.append(_visible(markup[position:begin]))
        if tag := _TAG.match(markup, begin):
            name = tag[1].lower()
            parts.append("\n" if name in _BLOCKS else " " if name in _CELLS else "")
            position = _after_hidden(markup, tag) if name in _HIDDEN else tag.end()
        elif markup.startswith(("<!", "<?", "</"), begin) or _TAG_LIKE.match(markup, begin):
            position = _after_declaration(markup, begin)
        else:
            parts.append("<")
            position = begin + 1
    parts.append(_visible(markup[position:]))
    return parts


def _visible(text: str) -> str:
    return html.unescape(_SPACES.sub(" ", text))


def _after_hidden(markup: str, tag: re.Match[str]) -> int:
    """Where the text goes on after an element that readers do not see."""
    if markup.startswith("</", tag.start()) or tag[2].endswith("/"):
        return tag.end()
    end = re.compile(rf"</{tag[1]}\b[^>]{{0,200}}+>", re.IGNORECASE).search(markup, tag.end())
    return end.end() if end else len(markup)


def _after_declaration(markup: str, begin: int) -> int:
    """Where a comment, a declaration or a tag without an end is over; as in browsers, the last takes the rest."""
    if markup.startswith("<!--", begin):
        end = _COMMENT_END.search(markup, begin + 4)
        return end.end() if end else len(markup)
    if _TAG_LIKE.match(markup, begin):
        return len(markup)
    close = markup.find(">", begin)
    return close + 1 if close >= 0 else len(markup)
