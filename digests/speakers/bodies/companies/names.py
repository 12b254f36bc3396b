"""The names that may be companies': capitalised words in a row, over an “&”, without the town they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from digests.actors.runs import Run, find_runs
from digests.lexicon import Lexicon
from digests.models import Claimant
from digests.text.folding import fold

AND: Final = " & "
_BASED: Final = re.compile(r"-[a-z]")  #: “Larn-based”


def joined_runs(text: str, lexicon: Lexicon) -> Iterator[Run]:
    """The runs of a text, “Cassel & Brook” in one."""
    last: Run | None = None
    for run in find_runs(text, lexicon):
        if last is not None and text[last.end : run.start] == AND:
            tokens, words = (*last.tokens, *run.tokens), (*last.words, *run.words)
            last = Run(last.start, run.end, tokens, words, last.previous_word, lexicon)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def without_place(run: Run) -> Run:
    """A run without the town that a company is of: “Larn-based Alto Foods”."""
    return run.part(1, len(run.words)) if len(run.words) > 2 and _BASED.search(run.words[0]) else run


def is_one(company: Claimant, other: Claimant) -> bool:
    """Whether two names are one company’s, with and without what kind it is: “Alto Foods Inc.”."""
    names = (fold(company.name), fold(other.name))
    return names[0].startswith(names[1]) or names[1].startswith(names[0])
