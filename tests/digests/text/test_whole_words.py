"""Words found whole in a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digests.text.whole_words import has_words, places_of, stands_amid

_TEXTS = st.text("ab_é½. ,’", max_size=16)


def test_whole() -> None:
    """Words stand whole where no letter goes on with them."""
    text = "Larnford beat Larn. The Larn’s coach, of Larn United, left."

    assert [text[place : place + 6] for place in places_of("Larn", text)] == ["Larn. ", "Larn’s", "Larn U"]
    assert not has_words("Lar", text)


@given(_TEXTS, _TEXTS)
def test_as_patterns(words: str, text: str) -> None:
    """They stand where a pattern with borders around them finds them."""
    assert has_words(words, text) == (re.search(rf"\b{re.escape(words)}\b", text) is not None)
    assert stands_amid(words, text) == (re.search(rf"[a-z,] {re.escape(words)}\b", text) is not None)
