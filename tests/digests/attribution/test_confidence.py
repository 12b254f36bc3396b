"""Confidences: what the network was sure of, made into chances of being right."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.attribution.drafts import Certainty
from digests.attribution.tagging.confidence import PACKAGED, confidence, terms
from digests.training.evaluation.calibration import fit

CHANCE = st.floats(0, 1)


@given(content=CHANCE, cue=CHANCE, source=st.none() | CHANCE)
def test_a_confidence_is_a_chance(content: float, cue: float, source: float | None) -> None:
    """Whatever the network was sure of, a confidence lies between 0 and 1."""
    assert 0 < confidence(Certainty(content, cue, source)) < 1


@given(content=st.floats(0.01, 0.98), more=st.floats(0.001, 0.01), cue=CHANCE, source=st.none() | CHANCE)
def test_a_surer_content_is_not_trusted_less(content: float, more: float, cue: float, source: float | None) -> None:
    """More certainty in the content never lowers the confidence."""
    sure, surer = (confidence(Certainty(chance, cue, source)) for chance in (content, content + more))
    assert surer >= sure


@pytest.mark.parametrize("seed", range(3))
def test_fitting_finds_how_sure_one_may_be(seed: int) -> None:
    """Of outcomes drawn with known chances, the fitted calibration gives those chances back."""
    rng = np.random.default_rng(seed)
    seen = [Certainty(*rng.uniform(0.3, 0.999, 3)) for _ in range(6000)]
    inputs = np.array([terms(certainty) for certainty in seen])
    chances = np.array([confidence(certainty) for certainty in seen])
    weights = fit(inputs, rng.random(len(seen)) < chances)
    found = 1 / (1 + np.exp(-inputs @ weights))
    assert np.abs(found - chances).mean() < 0.02
    assert len(weights) == len(PACKAGED)
