"""The trained network that labels words as source, cue or content, and links them to cues."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digests.attribution.tagging.onnx_runtime import onnxruntime, open_network
from digests.attribution.tagging.windows import Block, blocks, windows
from digests.attribution.tagging.wordpiece import FIRST_MARK, LAST_MARK, WordPiece, load_wordpiece
from digests.models import Span

Floats = npt.NDArray[np.float32]

_BORDERS = (0, 7, 71, 135, 199, 263, 264)  # of labels, queries, keys, queries and keys of sources, and of none
_WIDTH = 264


class TaggedBlock(NamedTuple):
    """The words of a paragraph with the network's numbers for each."""

    words: list[Span]
    logits: Floats  #: words × 7 labels
    queries: Floats  #: words × 64; a word's query points at the key of its cue
    keys: Floats
    source_queries: Floats  #: words × 64; a cue's query points at the key of its source
    source_keys: Floats
    sourceless: Floats  #: words × 1; what a cue's having no source scores


class Tagger:
    """Runs the network over a text, one window at a time, on one thread."""

    def __init__(self, session: onnxruntime.InferenceSession, wordpiece: WordPiece) -> None:
        self._session = session
        self._wordpiece = wordpiece

    def tag(self, text: str) -> Iterator[TaggedBlock]:
        """The paragraphs of a text, tagged, in order."""
        for window in windows(blocks(text, self._wordpiece)):
            yield from self._tag_window(window)

    def _tag_window(self, window: list[Block]) -> Iterator[TaggedBlock]:
        ids, features = [FIRST_MARK], [0]
        for block in window:
            ids += [piece.id for piece in block.pieces]
            features += block.features
            ids.append(LAST_MARK)
            features.append(0)
        inputs = {"ids": np.array([ids], np.int64), "features": np.array([features], np.int64)}
        numbers: Floats = self._session.run(None, inputs)[0][0]
        place = 1
        for block in window:
            first = [place + number for number, piece in enumerate(block.pieces) if piece.first]
            if first:
                yield part_numbers(_words(block), numbers[first])
            place += len(block.pieces) + 1


def part_numbers(words: list[Span], numbers: Floats) -> TaggedBlock:
    """A paragraph's words with the network's output for them, words × 264, parted by what the numbers are for."""
    return TaggedBlock(words, *(numbers[:, start:end] for start, end in pairwise(_BORDERS)))


def load_tagger(weights: bytes | None = None) -> Tagger:
    """The tagger; loading takes a moment, so it is done once and handed on.

    Args:
        weights: An ONNX file with the inputs and outputs of `tagger.onnx`, or None for that one.

    Raises:
        WeightsError: The weights are no such file.
    """
    if weights is not None:
        return Tagger(open_network(weights, _WIDTH), load_wordpiece())
    with resources.as_file(resources.files(__package__).joinpath("tagger.onnx")) as path:
        return Tagger(open_network(str(path), _WIDTH), load_wordpiece())


def _words(block: Block) -> list[Span]:
    words: list[Span] = []
    for piece in block.pieces:
        if piece.first:
            words.append((piece.start, piece.end))
        elif words:
            words[-1] = (words[-1][0], piece.end)
    return words
