"""The parts of a sentence that may report a saying, and whether what stands before them is plain."""

from __future__ import annotations

from digests.lexicon import Lexicon
from digests.lines.reporting.openers import opens, relates
from digests.models import Claim, Span


class Parts:
    """One sentence with its source, its cue and its content."""

    def __init__(self, claim: Claim, text: str, lexicon: Lexicon, sentence: Span) -> None:
        attribution = claim.attribution
        self.claim, self.text, self.lexicon, self.sentence = claim, text, lexicon, sentence
        self.source = (attribution.source[0][0], attribution.source[-1][1])
        self.near_source = attribution.source[-1]
        self.cue = (attribution.cue[0][0], attribution.cue[-1][1])
        self.content = attribution.content
        self.after = next((span for span in self.content if span[0] >= self.cue[1] - 1), None)
        first = min(self.cue[0], self.source[0]) + 1
        self.ahead = next((span for span in reversed(self.content) if span[1] <= first), None)

    @property
    def cue_word(self) -> str:
        """The verb that is the cue, or the last one of its words."""
        return " ".join(self.text[slice(*self.cue)].lower().split()).rstrip(":").rsplit(" ", 1)[-1]

    def outside(self, span: Span) -> str:
        """What stands in a span beside the content."""
        pieces, index = [], span[0]
        for start, end in self.content:
            pieces.append(self.text[index : max(index, min(start, span[1]))])
            index = max(index, end)
        pieces.append(self.text[index : max(index, span[1])])
        return " ".join(pieces)

    def opens(self, start: int, end: int) -> bool:
        """Whether what stands before a source, or before a content, is plain."""
        text, relative = self.text[start:end], relates(self.text[slice(*self.near_source)], self.lexicon)
        tail = self.text[self.near_source[1] : self.cue[0]], self.text[self.near_source[1] : self.cue[1] + 1]
        return opens(text, self.lexicon, relative=relative, tail=tail)

    def content_opens(self) -> bool:
        """Whether nothing but what is plain stands before the content."""
        first = self.content[0][0]
        return first <= self.sentence[0] or self.opens(self.sentence[0], first)
