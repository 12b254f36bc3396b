"""Who has spoken so far in a text, and the pronouns by which it has called them."""

from __future__ import annotations

from digests.lexicon import Lexicon
from digests.models import Claimant, Pronoun
from digests.speakers.bodies import Speaker
from digests.speakers.kinds import happens
from digests.speakers.layout import Layout
from digests.speakers.names import Naming
from digests.speakers.numbers import Numbers
from digests.speakers.salience import Spoken


class Heard:
    """The speakers of a text up to where it has been read."""

    def __init__(self, naming: Naming, layout: Layout, numbers: Numbers, lexicon: Lexicon) -> None:
        self._naming, self._layout, self._numbers, self._lexicon = naming, layout, numbers, lexicon
        self.speakers: list[Speaker] = []
        self._pronoun_of: dict[str, Pronoun] = {}

    def remember(self, place: int, claimant: Claimant) -> None:
        """Take in who speaks at a place."""
        speaker = claimant.model_copy(update={"confidence": 1.0})
        self.speakers.append(Speaker(place, speaker, self._numbers.of(claimant), self.pronoun(claimant)))

    def forget(self, place: int) -> None:
        """Leave behind whoever spoke in another entry of a live blog: no pronoun of this one means them."""
        start = self._layout.entries.start(place)
        if self.speakers and self.speakers[-1].place < start:
            self.speakers.clear()

    def call(self, claimant: Claimant, pronoun: Pronoun) -> None:
        """Take in the first pronoun by which a text has called somebody."""
        self._pronoun_of.setdefault(claimant.name, pronoun)

    def pronoun(self, claimant: Claimant) -> Pronoun | None:
        """The pronoun of somebody: what the text has called them, or what their name tells."""
        return self._pronoun_of.get(claimant.name) or self._naming.pronoun(claimant)

    def persons(self) -> list[Spoken]:
        """The persons who have spoken so far."""
        people = (s for s in self.speakers if s.number in {"one", "unsure"} or self._numbers.is_somebody(s.claimant))
        people = (s for s in people if not happens(s.claimant, self._lexicon))
        return [Spoken(s.place, _key(s.claimant), s.claimant, s.pronoun) for s in people]


def _key(claimant: Claimant) -> str:
    return claimant.name.lower() if claimant.role == "unnamed" else claimant.name
