"""The trained network that labels words as source, cue or content, and links them to cues."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from digests.attribution.windows import Block, blocks, windows
from digests.attribution.wordpiece import WordPiece, load_wordpiece
from digests.models import Span

Floats = npt.NDArray[np.float32]

_FIRST_MARK, _LAST_MARK = 101, 102  # [CLS] and [SEP]
_ERRORS_ONLY = 3


class TaggedBlock(NamedTuple):
    """The words of a paragraph with the network's numbers for each."""

    words: list[Span]
    logits: Floats  #: words × 7 labels
    queries: Floats  #: words × 64; a word's query points at the key of its cue
    keys: Floats


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
        ids, features = [_FIRST_MARK], [0]
        for block in window:
            ids += [piece.id for piece in block.pieces]
            features += block.features
            ids.append(_LAST_MARK)
            features.append(0)
        inputs = {
            "ids": np.array([ids], np.int64),
            "feat": np.array([features], np.int64),
            "mask": np.ones((1, len(ids)), np.int64),
        }
        logits, queries, keys = (output[0] for output in self._session.run(None, inputs))
        place = 1
        for block in window:
            first = [place + number for number, piece in enumerate(block.pieces) if piece.first]
            if first:
                yield TaggedBlock(_words(block), logits[first], queries[first], keys[first])
            place += len(block.pieces) + 1


def load_tagger() -> Tagger:
    """The packaged tagger; loading takes a moment, so it is done once and handed on."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = _ERRORS_ONLY
    weights = resources.files(__package__).joinpath("tagger.onnx").read_bytes()
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    return Tagger(session, load_wordpiece())


def _words(block: Block) -> list[Span]:
    words: list[Span] = []
    for piece in block.pieces:
        if piece.first:
            words.append((piece.start, piece.end))
        elif words:
            words[-1] = (words[-1][0], piece.end)
    return words
