"""sumy's LexRank, the usual way to shorten news, as a peer: it is measured where it is installed.

It is no dependency, as it brings twenty packages: `.venv/bin/pip install sumy`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.util import find_spec

from digests.text.sentences import sentences

MISSING = "sumy LexRank (not installed)"

_WORD = re.compile(r"\w+")


class _Words:
    """Splits texts for sumy, whose own splitter needs data from the network."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(text[start:end] for start, end in sentences(text))

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(text))


def is_installed() -> bool:
    """Whether there is a peer to measure."""
    return find_spec("sumy") is not None


def lexrank(text: str, count: int) -> Sequence[str]:
    """So many sentences of a text, as LexRank picks them."""
    from sumy.parsers.plaintext import PlaintextParser  # noqa: PLC0415 - only where it is installed
    from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415 - the same

    document = PlaintextParser.from_string(text, _Words()).document
    return [str(sentence) for sentence in LexRankSummarizer()(document, count)]
