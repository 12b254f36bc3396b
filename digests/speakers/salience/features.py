"""What speaks for each of those whom a reference may mean, by name and between 0 and about 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from digests.speakers.layout import Layout
from digests.speakers.salience.candidates import Candidate, Reference, Spoken
from digests.speakers.salience.mention import Mention

_FAR: Final = 6  #: sentences or paragraphs, beyond which all is equally far
_LOW: Final = 5  #: ranks, likewise
_TOLD_APART: Final = ("spoke last", "latest", "subject", "sentences", "paragraphs")  #: what may weigh otherwise by kind
_QUOTED: Final = ("spoke last", "sentences", "latest")  #: what may weigh otherwise right after a quotation


class _Field(NamedTuple):
    """A reference with all whom it may mean."""

    reference: Reference
    candidates: Sequence[Candidate]
    last_speaker: Spoken | None
    plainest: Candidate | None  #: who spoke or was a subject last


class Features:
    """Weighs candidates against the layout of their text."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def of(
        self, reference: Reference, candidates: Sequence[Candidate], speakers: Sequence[Spoken]
    ) -> list[dict[str, float]]:
        """The features of each candidate."""
        last_speaker = next((s for s in reversed(speakers) if s.place < reference.place), None)
        plainest = max(candidates, key=self._prominence, default=None)
        field = _Field(reference, candidates, last_speaker, plainest)
        return [self._of_one(candidate, rank, field) for rank, candidate in enumerate(candidates)]

    def _of_one(self, candidate: Candidate, rank: int, field: _Field) -> dict[str, float]:
        reference = field.reference
        values = {
            "latest": float(rank == 0),
            "rank": min(rank, _LOW) / _LOW,
            "gender known": float(reference.pronoun is not None and candidate.pronoun == reference.pronoun),
            "unnamed": float(candidate.claimant is None or candidate.claimant.role == "unnamed"),
            "unsure": float(candidate.claimant is not None and candidate.claimant.resolved_by == "unresolved"),
            **self._distances(candidate, reference.place),
            **self._speaking(candidate, field),
            **self._standing(candidate, field),
            **self._last_mention(candidate, field),
        }
        if reference.ends_quotation:
            values |= {f"quoted: {name}": values[name] for name in _QUOTED}
        if reference.kind != "pronoun":
            values |= {f"{reference.kind}: {name}": values.get(name, 0.0) for name in _TOLD_APART}
        return values

    def _distances(self, candidate: Candidate, place: int) -> dict[str, float]:
        last, layout = candidate.last, self._layout
        sentences = layout.sentences_between(last, place)
        return {
            "sentences": min(sentences, _FAR) / _FAR,
            "same sentence": float(layout.number_of(last) == layout.number_of(place)),
            "sentence before": float(sentences == 1),
            "paragraphs": min(layout.paragraphs_between(last, place), _FAR) / _FAR,
        }

    def _speaking(self, candidate: Candidate, field: _Field) -> dict[str, float]:
        spoke = candidate.turns[-1] if candidate.turns else None
        distance = self._far(spoke, field.reference.place) if spoke is not None else 1.0
        last_speaker = field.last_speaker
        return {
            "spoke": float(spoke is not None),
            "spoke last": float(last_speaker is not None and candidate.key == last_speaker.key),
            "speaker near": float(self._has_word(candidate, field)),
            "spoken sentences": distance,
            "spoke often": math.log1p(len(candidate.turns)),
            "named often": math.log1p(len(candidate.mentions)),
            "shaped": float(spoke is None and all(m.is_shaped for m in candidate.mentions)),
            "shaped speaking": float(spoke is None and all(m.is_speaking for m in candidate.mentions)),
        }

    def _has_word(self, candidate: Candidate, field: _Field) -> bool:
        """Whether somebody is the last to have spoken, in this sentence or the one before."""
        last, place = field.last_speaker, field.reference.place
        if last is None or candidate.key != last.key:
            return False
        return self._layout.number_of(place) - self._layout.number_of(last.place) <= 1

    def _standing(self, candidate: Candidate, field: _Field) -> dict[str, float]:
        """Whether somebody is the plainest reading, and how the narrator named them last."""
        tellings = [m for m in candidate.mentions if not m.is_aside]
        values = {"only said": float(not tellings and not candidate.turns)}
        if tellings:
            values["told subject"] = float(tellings[-1].is_subject)
            values["told sentences"] = self._far(tellings[-1].start, field.reference.place)
        prominence = self._prominence(candidate)
        if field.plainest is candidate and prominence >= 0:
            rivals = [c for c in field.candidates if c is not candidate and c.last > prominence]
            told_rivals = [c for c in rivals if c.mentions and not c.mentions[-1].is_aside]
            values |= {"plainest": 1.0, "plainest alone": float(not rivals), "rivals": min(len(rivals), 3) / 3}
            values["plainest told"] = float(not told_rivals)
            objects = bool(rivals) and all(self._is_object(rival, prominence) for rival in rivals)
            values["over objects"] = float(objects)
        return values

    def _prominence(self, candidate: Candidate) -> int:
        """The last place where somebody speaks or is a sentence's subject; -1 where there is none."""
        subjects = (m.start for m in candidate.mentions if m.is_subject and not m.is_aside)
        places = [place for place in (*subjects, *candidate.turns) if not self._layout.is_subordinate(place)]
        return max(places, default=-1)

    def _is_object(self, rival: Candidate, place: int) -> bool:
        """Whether somebody is named last beside a subject, and as nothing that goes on."""
        mention = rival.mentions[-1] if rival.mentions else None
        if mention is None or rival.last != mention.start:
            return False
        stands_out = mention.is_subject or mention.is_introduced or mention.is_described or mention.is_met
        return not stands_out and self._layout.number_of(mention.start) == self._layout.number_of(place)

    def _last_mention(self, candidate: Candidate, field: _Field) -> dict[str, float]:
        mention = candidate.mentions[-1] if candidate.mentions else None
        if mention is None or candidate.last != mention.start:
            return {}
        is_here = self._layout.number_of(mention.start) == self._layout.number_of(field.reference.place)
        return {
            "subject": float(mention.is_subject and not mention.is_subordinate),
            "clause subject": float(mention.is_clause_subject and not mention.is_subject),
            "introduced": float(mention.is_introduced),
            "described": float(mention.is_described),
            "kin": float(mention.is_kin),
            "fronted": float(mention.is_fronted),
            "subordinate": float(mention.is_subordinate),
            "subordinate here": float(mention.is_subordinate and is_here),
            "owner": float(mention.is_owner),
            "said": float(mention.is_said),
            "label": float(mention.is_label),
            "alone": float(self._is_alone(candidate, field.candidates)),
            "new": float(self._is_new(candidate, mention, field)),
        }

    def _is_new(self, candidate: Candidate, mention: Mention, field: _Field) -> bool:
        """Whether somebody is first named right before the reference, since anybody spoke."""
        last = field.last_speaker.place if field.last_speaker else 0
        is_first = not candidate.turns and sum(not m.is_aside for m in candidate.mentions) == 1
        is_near = self._layout.sentences_between(mention.start, field.reference.place) <= 1
        return is_first and is_near and mention.start > last

    def _is_alone(self, candidate: Candidate, people: Sequence[Candidate]) -> bool:
        """Whether the sentence that names somebody last names nobody else last."""
        number = self._layout.number_of(candidate.last)
        return all(c is candidate or self._layout.number_of(c.last) != number for c in people)

    def _far(self, start: int, place: int) -> float:
        return min(self._layout.sentences_between(start, place), _FAR) / _FAR
