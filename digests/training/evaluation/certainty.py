"""The weights of a line's certainty, fitted to lines that somebody has judged.

A row is one claim: `{"article": …, "claim": …, "right": true, "alone": false, "weight": 1}`, the first two as
`dateline` writes them. `right` says that claimant and meaning are right, `alone` that the line can be read alone;
either may be missing. `right_weight` is there where the first counts otherwise than the second, and `line` (a line's
values) where the claim was judged by a line that is no longer drawn. `read alone` is what a line reader said that had
not learned from the row's article, as `python -m digests.training reader` writes it. Rows to test with are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np

from digests.lines.certainty import READ_ALONE, features, weighed
from digests.lines.line import claim_line
from digests.models import Article, Claim, DigestItem
from digests.training.corpora import CorpusError
from digests.training.evaluation.calibration import Numbers, fit_weighted

_RIDGES: Final = {"RIGHT": 30.0, "ALONE": 120.0}  #: how strongly weights are held near nought
_SLIGHT: Final = 1.0  #: the same for what makes their chances a probability
_PROBABILITY: Final = "#: what makes the two chances, weighed, a probability\n"
_HEAD: Final = '''"""The weights of a line's certainty, as `python -m digests.training certainty` fits them."""

from __future__ import annotations

from typing import Final
'''

Row = tuple[dict[str, dict[str, float]], dict[str, bool | None], dict[str, float]]


def fit_certainty(path: Path) -> str:
    """The module of weights that fits a file of judged claims."""
    rows = list(_rows(path))
    if not rows:
        raise CorpusError(f"{path}: no claim of it makes a line.")
    parts = [_HEAD]
    chances: list[Numbers] = []
    for table, judged in (("RIGHT", "right"), ("ALONE", "alone")):
        known = [row for row in rows if row[1][judged] is not None]
        names = sorted({name for features_of, _, _ in rows for name in features_of[judged]})
        bias, weights = _fit(known, names, judged, _RIDGES[table])
        chances.append(1 / (1 + np.exp(-(bias + _table(rows, names, judged) @ weights))))
        lines = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in zip(names, weights, strict=True))
        parts.append(f"{table}_BIAS: Final = {bias:.4f}\n{table}: Final[dict[str, float]] = {{\n{lines}}}\n")
    offset, slope = _fit_probability(rows, chances)
    parts.append(f"{_PROBABILITY}OFFSET: Final = {offset:.4f}\nSLOPE: Final = {slope:.4f}\n")
    return "\n".join(parts)


def _fit_probability(rows: Sequence[Row], chances: Sequence[Numbers]) -> tuple[float, float]:
    """What makes of the weighed chances, of lines judged in both ways, the share that is right and readable."""
    judged_rows = [number for number, (_, verdict, _) in enumerate(rows) if None not in verdict.values()]
    if not judged_rows:
        return 0.0, 1.0
    scores = np.array([[weighed(float(chances[0][number]), float(chances[1][number]))] for number in judged_rows])
    truth = np.array([float(all(rows[number][1].values())) for number in judged_rows])
    counts = np.array([rows[number][2]["alone"] for number in judged_rows])
    bias, weights = fit_weighted(scores, truth, counts, _SLIGHT)
    return bias, float(weights[0])


def _rows(path: Path) -> Iterator[Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row: dict[str, Any] = json.loads(line)
            article, claim = Article.model_validate(row["article"]), Claim.model_validate(row["claim"])
        except (ValueError, KeyError) as error:
            raise CorpusError(f"{path}:{number}: no judged claim: {error}") from None
        now = article.date_published or datetime(2000, 1, 1, tzinfo=UTC)
        judged = row.get("line")
        item = DigestItem.model_validate(judged) if judged else claim_line(claim, article, now=now)
        if not isinstance(item, str):
            verdict = {"right": row.get("right"), "alone": row.get("alone")}
            of_reading, of_words = features(claim, item, article)
            of_words[READ_ALONE] = float(row.get(READ_ALONE, of_words[READ_ALONE]))
            weight = float(row.get("weight", 1))
            weights = {"right": float(row.get("right_weight", weight)), "alone": weight}
            yield {"right": of_reading, "alone": {**of_reading, **of_words}}, verdict, weights


def _table(rows: Sequence[Row], names: Sequence[str], judged: str) -> Numbers:
    return np.array([[features_of[judged].get(name, 0.0) for name in names] for features_of, _, _ in rows])


def _fit(rows: Sequence[Row], names: Sequence[str], judged: str, ridge: float) -> tuple[float, Numbers]:
    """Logistic regression over the features of one of the two tables."""
    truth = np.array([float(bool(verdict[judged])) for _, verdict, _ in rows])
    counts = np.array([weights[judged] for _, _, weights in rows])
    return fit_weighted(_table(rows, names, judged), truth, counts, ridge)
