"""Whom a pronoun, an office or a quotation that stands alone means, of all whom its text has named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digests.models import Attribution, Claimant
from digests.speakers.claimants import by_pronoun
from digests.speakers.kinds import CONFIDENCE
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.referring.heard import Heard
from digests.speakers.salience import Candidates, Choose, Doubts, Features, Mentions, Reference, confidence_of


class Meant:
    """The choice among those who may be meant, and the doubts about it."""

    def __init__(
        self, cast: Cast, layout: Layout, attributions: Sequence[Attribution], speakers: Heard, choose: Choose
    ) -> None:
        self._heard, self._choose = speakers, choose
        self.pronoun = speakers.pronoun
        mentions = Mentions(cast, layout, attributions)
        self._candidates = Candidates(mentions, speakers.pronoun)
        self._features = Features(layout)
        self.doubts = Doubts(
            cast,
            layout,
            mentions,
            sources={a.source[0][0] for a in attributions if a.source},
            speakers=speakers.speakers,
            pronoun=speakers.pronoun,
        )

    def by(
        self, reference: Reference, fits: Callable[[Claimant], bool] | None = None, *, threshold: float = 0.0
    ) -> Claimant | None:
        """Whom a reference means, where one of all who may be meant is clearly likeliest.

        fits: who of them can be called so. threshold: the chance that one must have, be it more than is usual.
        """
        speakers = self._heard.persons()
        everybody = self._candidates.at(reference, speakers)
        candidates = [c for c in everybody if fits is None or (c.claimant is not None and fits(c.claimant))]
        candidate = self._choose(
            reference, list(zip(candidates, self._features.of(reference, candidates, speakers), strict=True))
        )
        if candidate is None or candidate.claimant is None or candidate.chance < threshold:
            return None
        confidence = confidence_of(candidate.chance) * CONFIDENCE[candidate.claimant.resolved_by]
        return by_pronoun(candidate.claimant).model_copy(update={"confidence": confidence})
