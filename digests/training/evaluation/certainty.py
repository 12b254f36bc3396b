"""The weights of a line's certainty, fitted to lines that somebody has judged.

A row is one claim: `{"article": …, "claim": …, "right": true, "alone": false, "weight": 1}`, the first two as
`dateline` writes them. `right` says that claimant and meaning are right, `alone` that the line can be read alone;
either may be missing. Rows to test with are to be left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np

from digests.lines.certainty import features
from digests.lines.line import claim_line
from digests.models import Article, Claim
from digests.training.corpora import CorpusError
from digests.training.evaluation.calibration import Numbers, fit_weighted

_RIDGES: Final = {"RIGHT": 30.0, "ALONE": 60.0}  #: how strongly weights are held near nought
_HEAD: Final = '''"""The weights of a line's certainty, as `python -m digests.training certainty` fits them."""

from __future__ import annotations

from typing import Final
'''

Row = tuple[dict[str, dict[str, float]], dict[str, bool | None], float]


def fit_certainty(path: Path) -> str:
    """The module of weights that fits a file of judged claims."""
    rows = list(_rows(path))
    if not rows:
        raise CorpusError(f"{path}: no claim of it makes a line.")
    parts = [_HEAD]
    for table, judged in (("RIGHT", "right"), ("ALONE", "alone")):
        known = [row for row in rows if row[1][judged] is not None]
        names = sorted({name for features_of, _, _ in rows for name in features_of[judged]})
        bias, weights = _fit(known, names, judged, _RIDGES[table])
        lines = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in zip(names, weights, strict=True))
        parts.append(f"{table}_BIAS: Final = {bias:.4f}\n{table}: Final[dict[str, float]] = {{\n{lines}}}\n")
    return "\n".join(parts)


def _rows(path: Path) -> Iterator[Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row: dict[str, Any] = json.loads(line)
            article, claim = Article.model_validate(row["article"]), Claim.model_validate(row["claim"])
        except (ValueError, KeyError) as error:
            raise CorpusError(f"{path}:{number}: no judged claim: {error}") from None
        item = claim_line(claim, article, now=article.date_published or datetime(2000, 1, 1, tzinfo=UTC))
        if not isinstance(item, str):
            verdict = {"right": row.get("right"), "alone": row.get("alone")}
            of_reading, of_words = features(claim, item, article)
            yield {"right": of_reading, "alone": {**of_reading, **of_words}}, verdict, float(row.get("weight", 1))


def _fit(rows: Sequence[Row], names: Sequence[str], judged: str, ridge: float) -> tuple[float, Numbers]:
    """Logistic regression over the features of one of the two tables."""
    table = np.array([[features_of[judged].get(name, 0.0) for name in names] for features_of, _, _ in rows])
    truth = np.array([float(bool(verdict[judged])) for _, verdict, _ in rows])
    return fit_weighted(table, truth, np.array([weight for _, _, weight in rows]), ridge)
