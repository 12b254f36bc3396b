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
