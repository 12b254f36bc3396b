"""A small network that was taught which lines editors could read alone.

It sees a line, without flags and date, and its article's headline. `python -m digests.training reader` teaches it.
"""

from __future__ import annotations

import functools
from importlib import resources

import numpy as np
import numpy.typing as npt

from digests.attribution.tagging.onnx_runtime import onnxruntime, open_network
from digests.attribution.tagging.wordpiece import FIRST_MARK, LAST_MARK, WordPiece, load_wordpiece
from digests.models import DigestItem

LONGEST = 64  #: pieces of a line and a headline together, three marks among them
WIDTH = 2  #: numbers for each piece: one that is averaged, and one that counts for the first alone
_MARKS = 3


class LineReader:
    """Runs the network over lines, one at a time, on one thread."""

    def __init__(self, session: onnxruntime.InferenceSession, wordpiece: WordPiece) -> None:
        self._session = session
        self._wordpiece = wordpiece
        self._score = functools.lru_cache(maxsize=64)(self._read)  # a line is looked at more than once on its way

    def score(self, item: DigestItem, headline: str) -> float:
        """How much speaks for a line's being read alone, from about −4 to 4; nought is even odds."""
        return self._score(*map(tuple, line_pieces(self._wordpiece, item, headline)))

    def _read(self, ids: tuple[int, ...], segments: tuple[int, ...]) -> float:
        inputs = {"ids": np.array([ids], np.int64), "features": np.array([segments], np.int64)}
        numbers: npt.NDArray[np.float32] = self._session.run(None, inputs)[0][0]
        return float(numbers[:, 0].mean() + numbers[0, 1])


def line_pieces(wordpiece: WordPiece, item: DigestItem, headline: str) -> tuple[list[int], list[int]]:
    """The ids of a line's pieces and of its headline's, with their marks, and to which of both each belongs.

    What is too long loses pieces at the end of the longer one.
    """
    words = f"{item.claimant} {item.body}" if item.own_verb else f"{item.claimant}: {item.body}"
    line, title = map(wordpiece.ids, (words, headline))
    room = LONGEST - _MARKS
    if len(line) + len(title) > room:
        of_title = min(len(title), max(room // 2, room - len(line)))
        line, title = line[: room - of_title], title[:of_title]
    ids = [FIRST_MARK, *line, LAST_MARK, *title, LAST_MARK]
    return ids, [0] * (len(line) + 2) + [1] * (len(title) + 1)


@functools.cache
def load_line_reader() -> LineReader:
    """The packaged network, loaded once for a process when the first line is read."""
    with resources.as_file(resources.files(__package__).joinpath("line_reader.onnx")) as path:
        return LineReader(open_network(str(path), WIDTH), load_wordpiece())
