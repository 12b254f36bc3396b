"""Folding a name for look-up, whatever its marks, case and alphabet."""

from __future__ import annotations

import functools
import re
import unicodedata

#: Russian and Ukrainian letters as news English writes them (after BGN/PCGN), folded to plain ASCII.
_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e ye yo zh z i i i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
_FOLD = str.maketrans({letter: latin.replace("_", "") for letter, latin in _CYRILLIC.items()})
_APOSTROPHES = re.compile(r"[’‘ʼʹ'`´]")
_GAPS = re.compile(r"[\W_]+")


@functools.lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Fold a name for look-up: lower case, Latin letters without marks, single spaces, no punctuation.

    Offsets do not survive folding, so it is for keys alone.
    """
    if name.isascii() and name.isalnum():  # as most words are
        return name.lower()
    text = _APOSTROPHES.sub("", name.casefold()).translate(_FOLD)
    if text.isascii():
        return _GAPS.sub(" ", text).strip()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _GAPS.sub(" ", plain).strip()
