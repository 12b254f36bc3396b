"""Joining lines that were broken only to fit a column."""

from __future__ import annotations

import itertools
import re

_WIDEST = 100  #: a text with longer lines was not broken to fit
_SHORTEST = 40  #: a shorter line is a heading, a verse or an item
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\Z")
_ITEM = re.compile(r"\s|[-*•–—>]|\d{1,3}[.)]\s")


def join_wraps(text: str) -> str:
    """The text with a sentence on one line where it ran over several; paragraphs, items and headings stay lines."""
    if "\n" not in text.strip("\n"):
        return text
    lines = text.split("\n")
    if max(map(len, lines)) > _WIDEST or not any(
        _runs_on(line, next_line) for line, next_line in itertools.pairwise(lines)
    ):
        return text
    # Where empty lines part the paragraphs, a sentence that ends with its line ends no paragraph.
    has_paragraphs = any(not line.strip() for line in lines[1:-1])
    parts = [lines[0]]
    for line, next_line in itertools.pairwise(lines):
        is_inside = _runs_on(line, next_line) or (has_paragraphs and _may_go_on(line, next_line))
        if is_inside and parts[-1].endswith("\r"):
            parts[-1] = f"{parts[-1][:-1]} "  # as long as before, so that offsets stay true
        parts.append(f" {next_line}" if is_inside else f"\n{next_line}")
    return "".join(parts)


def _may_go_on(line: str, next_line: str) -> bool:
    return len(line) >= _SHORTEST and bool(next_line.strip()) and not _ITEM.match(next_line)


def _runs_on(line: str, next_line: str) -> bool:
    """Whether a line ends inside a sentence that the next one takes up."""
    return _may_go_on(line, next_line) and not _SENTENCE_END.search(line.rstrip())
