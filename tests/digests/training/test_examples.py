"""Annotated articles as the network learns them: labels and links on word pieces, in windows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.attribution.tagging.windows import WINDOW
from digests.attribution.tagging.wordpiece import load_wordpiece
from digests.training.corpora import Annotated
from digests.training.examples import IGNORED, Example, Window, pack, read_example
from digests.training.marks import read_marked
from tests.corpus import documents

WORDPIECE = load_wordpiece()


def _example(marked: str) -> tuple[str, Example]:
    read = read_marked(marked)
    return read.text, read_example(Annotated("own", read.text, read.attributions), WORDPIECE)


def _words(text: str, example: Example, window: Window) -> dict[str, int]:
    """The rows of a window by the words that begin there."""
    pieces = [piece for block, _ in example.parts for piece in block.pieces]
    return {
        text[pieces[number].start : pieces[number].end]: row
        for row, number in enumerate(window.rows)
        if number >= 0 and pieces[number].first
    }


def test_words_are_labelled_and_linked() -> None:
    """A word begins or goes on with a role, points at its cue, and the cue at its source."""
    text, example = _example("[s1 Ada Stone] [c1 said] [t1 that boats sank].")
    (window,) = pack(0, example)
    at = _words(text, example, window)
    labels = {word: int(window.labels[row]) for word, row in at.items()}
    assert labels == {"Ada": 1, "Stone": 2, "said": 3, "that": 5, "boats": 6, "sank": 6, ".": 0}
    linked = {(int(word), int(cue)) for word, cue in window.links}
    assert linked == {(at[word], at["said"]) for word in ("Ada", "Stone", "said", "that", "boats", "sank")}
    assert [tuple(pair) for pair in window.sources.tolist()] == [(at["said"], at["Ada"])]


def test_a_shared_source_is_the_source_of_both() -> None:
    """A source of two attributions points at both cues, and both cues at it."""
    text, example = _example("[s1+2 Ada] [c1 said] [t1 it rained] and [c2 denied] [t2 a flood].")
    (window,) = pack(0, example)
    at = _words(text, example, window)
    links = {tuple(pair) for pair in window.links.tolist()}
    assert {(at["Ada"], at["said"]), (at["Ada"], at["denied"])} <= links
    sources = {tuple(pair) for pair in window.sources.tolist()}
    assert sources == {(at["said"], at["Ada"]), (at["denied"], at["Ada"])}


def test_a_cue_without_a_source_points_at_none() -> None:
    """Where the text names no source, that is what the cue learns."""
    text, example = _example("It was [c1 reported] [t1 that boats sank].")
    (window,) = pack(0, example)
    assert window.sources.tolist() == [[_words(text, example, window)["reported"], -1]]


def test_what_nobody_annotated_says_so() -> None:
    """A text without annotation counts for the teacher's word alone."""
    example = read_example(Annotated("bare", "Ada said so.", None), WORDPIECE)
    assert [window.known for window in pack(0, example)] == [False]


@pytest.mark.parametrize("document", documents("train")[:6], ids=lambda document: document.path.stem)
@given(seed=st.integers(0, 2**32 - 1))
def test_random_windows_hold_every_piece_once(document: object, seed: int) -> None:
    """However an article is cut into windows, each piece is in one of them, and none is too long."""
    marked = document.marked  # type: ignore[attr-defined]
    example = read_example(Annotated("own", marked.text, marked.attributions), WORDPIECE)
    windows = list(pack(0, example, np.random.default_rng(seed)))
    rows = [int(row) for window in windows for row in window.rows if row >= 0]
    assert rows == list(range(sum(len(block.pieces) for block, _ in example.parts)))
    assert all(len(window.ids) <= WINDOW for window in windows)
    assert all((window.labels[window.rows < 0] == IGNORED).all() for window in windows)
