"""Making confidences true: of what is called .8 sure, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from digests.attribution.document import Document
from digests.attribution.drafts import Certainty, Draft
from digests.attribution.repairs.fragments import merge_fragments
from digests.attribution.tagging.confidence import Calibration, terms
from digests.attribution.tagging.decoding import decode
from digests.attribution.tagging.tagger import Tagger
from digests.models import Attribution
from digests.training.corpora import Annotated
from digests.training.evaluation.scoring import match

_STEPS = 50
_RIDGE = 1e-2
_NEWTON_STEPS = 30
_DAMPING = 0.01  #: keeps a bias finite where all rows are judged alike
_LEAST_SPREAD = 0.1  #: a feature that is rarer than this counts as if it were not

Numbers = npt.NDArray[np.float64]


def calibrate(articles: Sequence[Annotated], tagger: Tagger) -> Calibration:
    """The calibration that fits a tagger on annotated articles that it was not trained on."""
    pairs = [pair for article in articles for pair in _judged(article, tagger)]
    weights = fit(np.array([terms(certainty) for certainty, _ in pairs]), np.array([right for _, right in pairs]))
    return Calibration(*(round(float(weight), 3) for weight in weights))


def fit(inputs: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """The weights of a logistic regression, by Newton's method with a small ridge."""
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - chances) - _RIDGE * weights
        curve = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + _RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def fit_weighted(table: Numbers, truth: Numbers, counts: Numbers, ridge: float) -> tuple[float, Numbers]:
    """The bias and weights of a logistic regression by Newton's method, over features brought to one scale.

    `counts` says how much each row weighs, `ridge` how strongly weights are held near nought.
    """
    middle, spread = table.mean(0), np.maximum(table.std(0), _LEAST_SPREAD)
    standardised = (table - middle) / spread
    weights, bias = np.zeros(table.shape[1]), 0.0
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-(standardised @ weights + bias)))
        doubt = counts * chance * (1 - chance)
        slope = standardised.T @ (counts * (chance - truth)) + ridge * weights
        weights = weights - np.linalg.solve(
            (standardised.T * doubt) @ standardised + ridge * np.eye(len(weights)), slope
        )
        bias -= float((counts * (chance - truth)).sum() / (doubt.sum() + _DAMPING))
    return bias - float((weights * middle / spread).sum()), weights / spread


def _judged(article: Annotated, tagger: Tagger) -> Iterator[tuple[Certainty, bool]]:
    """What the network found in an article, before repairs, and whether the annotation agrees."""
    fragments = merge_fragments(Document(article.text), list(decode(tagger.tag(article.text))))
    drafts = [draft for draft in fragments if draft.content]
    pairs = match(article.text, article.attributions or (), [_attribution(draft) for draft in drafts])
    right = {number for _, number in pairs}
    for number, draft in enumerate(drafts):
        if draft.certainty is not None:
            yield draft.certainty, number in right


def _attribution(draft: Draft) -> Attribution:
    return Attribution(source=draft.source, cue=draft.cue, content=draft.content, kind="saying")
