"""Cutting words into the pieces of a vocabulary, and packing them into windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digests.attribution.tagging.windows import WINDOW, blocks, windows
from digests.attribution.tagging.wordpiece import WordPiece, load_wordpiece

_SMALL = WordPiece(["[UNK]", "un", "##affa", "##ble", "cafe", "!", "’", "the"])
_FULL = load_wordpiece()


def _pieces(text: str) -> list[tuple[int, str, bool]]:
    return [(piece.id, text[piece.start : piece.end], piece.first) for piece in _SMALL.encode(text, (0, len(text)))]


def test_words_are_cut_greedily() -> None:
    """The longest piece is taken first, and only the first piece of a word begins it."""
    assert _pieces("Unaffable!") == [(1, "Un", True), (2, "affa", False), (3, "ble", False), (5, "!", True)]


def test_accents_are_folded_but_offsets_are_true() -> None:
    """A letter with its mark counts as the plain letter and keeps its place in the text."""
    assert _pieces("the Café’") == [(7, "the", True), (4, "Café", True), (6, "’", True)]
    assert _pieces("Cafe\u0301") == [(4, "Cafe", True)]


def test_what_the_vocabulary_lacks_is_unknown() -> None:
    """An unknown word, or one of more than a hundred letters, is a single unknown piece."""
    assert _pieces("xyz") == [(0, "xyz", True)]
    assert _pieces("un" * 60) == [(0, "un" * 60, True)]


@given(st.text(max_size=300))
def test_pieces_are_in_order_and_hold_no_space(text: str) -> None:
    """Pieces lie in the text, in order, and never hold white space."""
    place = 0
    for piece in _FULL.encode(text, (0, len(text))):
        assert place <= piece.start < piece.end <= len(text)
        assert not any(char.isspace() for char in text[piece.start : piece.end])
        place = piece.start


@given(st.lists(st.integers(min_value=1, max_value=900), max_size=8))
def test_windows_are_never_too_long(lengths: list[int]) -> None:
    """However long the paragraphs, a window with its marks fits, and no piece is lost."""
    text = "\n".join("road. " * length for length in lengths)
    packed = list(windows(blocks(text, _FULL)))
    assert all(1 + sum(len(block.pieces) + 1 for block in window) <= WINDOW for window in packed)
    assert sum(len(block.pieces) for window in packed for block in window) == 2 * sum(lengths)
