"""English endings, so that a list gives each word once."""

from __future__ import annotations

import re
from typing import Final

#: Past forms that no rule makes, by base form.
PASTS: Final = {
    "begin": "began", "find": "found", "foresee": "foresaw", "put": "put", "say": "said", "show": "showed",
    "speak": "spoke", "swear": "swore", "tell": "told", "think": "thought", "write": "wrote",
}  # fmt: skip
#: Participles that differ from the past form, by base form.
PARTICIPLES: Final = {
    "foresee": "foreseen", "show": "shown", "speak": "spoken", "swear": "sworn", "write": "written",
}  # fmt: skip
_DOUBLED: Final = frozenset({"admit", "rebut", "refer", "submit", "transmit"})
_HISSING = re.compile(r"(?:s|sh|ch|x|z)$")
_LAST_Y = re.compile(r"(?<=[^aeiou])y$")


def finite(*words: str) -> frozenset[str]:
    """The third person and the past form of each base form in some lists."""
    bases = " ".join(words).split()
    return frozenset({with_s(base) for base in bases} | {_past(base) for base in bases})


def both_numbers(*words: str) -> frozenset[str]:
    """Each noun in some lists, and its plural."""
    nouns = " ".join(words).split()
    return frozenset({*nouns, *map(with_s, nouns)})


def with_s(word: str) -> str:
    """A verb's third person, or a noun's plural."""
    if _LAST_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _HISSING.search(word) else "s")


def _past(base: str) -> str:
    if base in PASTS:
        return PASTS[base]
    if _LAST_Y.search(base):
        return base[:-1] + "ied"
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    return base + ("d" if base.endswith("e") else "ed")
