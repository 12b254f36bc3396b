"""A text with its sentences, quotations and paragraphs, each found by place."""

from __future__ import annotations

from digests.lexicon import ENGLISH, Lexicon
from digests.text.entries import Entries
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import SpanIndex


class Document:
    """What the repairs know of a text."""

    def __init__(self, text: str, lexicon: Lexicon = ENGLISH) -> None:
        self.text = text
        self.lexicon = lexicon
        self.paragraphs = SpanIndex(paragraphs(text))
        self.sentences = SpanIndex(sentences(text, lexicon))
        self.quotations = SpanIndex(quotations(text))
        self.entries = Entries(text, self.paragraphs.all)
