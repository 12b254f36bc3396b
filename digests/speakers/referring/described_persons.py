"""Persons who are described by a noun: “the lanky professor”, “the senator”, “the president”."""

from __future__ import annotations

import functools
import re
from typing import Final

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.claimants import unresolved
from digests.speakers.kinds import PersonNoun, person_noun
from digests.speakers.layout import Layout
from digests.speakers.names import Naming
from digests.speakers.noun_phrases import tells_whose
from digests.speakers.offices import Offices
from digests.speakers.participants import Cast
from digests.speakers.referring.meant import Meant
from digests.speakers.salience import REACH, Kind, Reference
from digests.speakers.salience.announced import somebodies
from digests.text.folding import fold
from digests.text.name_words import speaks_of

_SUREST: Final = 0.97  #: the chance from which an office means somebody that others in a text have too
_NEAR: Final = 700  #: characters before an office in which another who may hold it is named


class DescribedPersons:
    """Whom the nouns of a text for one person mean."""

    def __init__(self, cast: Cast, layout: Layout, naming: Naming, choice: Meant) -> None:
        self._cast, self._layout, self._naming, self._meant = cast, layout, naming, choice
        self._lexicon = cast.lexicon
        self._offices = Offices(cast)

    def person(self, claimant: Claimant, place: int) -> Claimant | None:
        """The person whom “the lanky professor” or “the 39-year-old founder of the firm” means."""
        noun = person_noun(claimant, self._lexicon)
        if noun is None:
            return None
        is_title = noun.is_office or noun.is_partisan
        if not is_title and self._cast.is_introduced(noun.word, (place - REACH, place)):
            return None  # “a woman shouted” further up
        kind: Kind = "pronoun" if is_title else "description"  # whoever holds it is told like whom “he” means
        reference = Reference(place, kind, noun.pronoun, ends_quotation=self._layout.ends_quotation(place))
        if is_title:
            holder = self._offices.holder(noun, place)
            holds = functools.partial(self._offices.holds, noun)
            speaker = holder.claimant if holder else self._meant.by(reference, holds) or self._untold(noun, reference)
            may_hold = functools.partial(self._offices.may_hold, noun)
            if speaker is not None and self._meant.doubts.is_another(speaker, place, may_hold, holds):
                speaker = None
            if speaker is None and not tells_whose(claimant.name, self._lexicon):
                speaker = self._foremost(noun, reference)
        else:
            speaker = self._described(noun, reference)
        is_owner = speaker is not None and speaks_of(claimant.name, speaker.name)  # “the guy, a partner of Bo’s”
        if speaker is not None and self._meant.doubts.is_subject_beside(speaker, place):
            return None
        speaker = None if speaker is None or is_owner or self._offices.is_other(noun, speaker) else speaker
        return speaker.model_copy(update={"resolved_by": "short form"}) if speaker else None

    def _described(self, noun: PersonNoun, reference: Reference) -> Claimant | None:
        """Whom a noun that is no office means: its only bearer by another word, or who is likeliest."""
        bearer, place = self._offices.called_otherwise(noun, reference.place), reference.place
        if bearer is not None:
            return bearer.claimant
        speaker = self._meant.by(reference)
        if speaker is None or self._meant.doubts.is_overtaken(speaker, noun, place):
            return None
        return None if self._is_newcomer(noun, speaker, place) else speaker

    def unless_another(self, claimant: Claimant, surface: str, place: int) -> Claimant:
        """Whom “the senator” is short for, or its words where the text is just about another who may be one."""
        words = unresolved(surface, self._lexicon)
        if claimant.resolved_by != "short form" or not self._naming.is_person(claimant):
            return claimant
        noun = person_noun(words, self._lexicon)
        if noun is None:
            return claimant
        may_hold = functools.partial(self._offices.may_hold, noun)
        return words if self._meant.doubts.is_another(claimant, place, may_hold) else claimant

    def _untold(self, noun: PersonNoun, reference: Reference) -> Claimant | None:
        """Who is clearly meant by an office that the text gives nobody: “the president” in an article about one."""
        if noun.is_partisan or self._offices.is_given(noun) or self._offices.is_bodys(noun):
            return None
        speaker, place = self._meant.by(reference._replace(kind="description")), reference.place
        if speaker is None or not self._offices.may_hold(noun, speaker) or self._is_rivalled(noun, speaker, place):
            return None
        is_another = self._cast.is_introduced(noun.word, (place - REACH, place))
        return None if is_another and noun.word not in fold(speaker.name).split() else speaker

    def _foremost(self, noun: PersonNoun, reference: Reference) -> Claimant | None:
        """Who is likeliest by far, of those who may hold an office, or who may run for one: “the Republican candidate”.

        That is more than an office tells where a text gives it to others too.
        """
        is_new = self._cast.is_introduced(noun.word, (reference.place - REACH, reference.place))
        if is_new or not self._lexicon.descriptions.former.isdisjoint(noun.modifiers):
            return None
        nouns = self._lexicon.claimants
        reference = reference._replace(kind="description")
        if noun.word in nouns.candidacies:
            speaker = self._meant.by(reference)
            is_fit = True
        else:
            is_clear = noun.word in nouns.known_offices and not self._offices.is_given(noun)
            speaker = self._meant.by(reference, threshold=0.0 if is_clear else _SUREST)
            is_fit = speaker is not None and self._offices.may_hold(noun, speaker) and not self._offices.is_bodys(noun)
        return speaker if speaker is not None and is_fit and self._naming.is_person(speaker) else None

    def _is_newcomer(self, noun: PersonNoun, speaker: Claimant, place: int) -> bool:
        """Whether nothing tells that a speaker is a “woman”, and somebody without a name has come in since."""
        if noun.pronoun is None or self._meant.pronoun(speaker) is not None:
            return False
        last = self._cast.text.rfind(speaker.name.split()[-1], 0, place)
        patterns = somebodies(self._lexicon), _people(self._lexicon)
        return any(pattern.search(self._cast.text, max(0, last), place) for pattern in patterns)

    def _is_rivalled(self, noun: PersonNoun, speaker: Claimant, place: int) -> bool:
        """Whether the text has just named another, of whom it gives no office either: “Roe was joined by Ann Bo.”."""
        if self._cast.index.get(speaker.actor_id or "") is not None:
            return False
        people = map(self._cast.person, self._cast.names_in((max(0, place - _NEAR), place)))
        others = (person.claimant for person in people if person is not None)
        return any(other.name != speaker.name and self._offices.may_hold(noun, other) for other in others)


@functools.cache
def _people(lexicon: Lexicon) -> re.Pattern[str]:
    """Somebody without a name by a clause of theirs: “a make-up artist who”."""
    grammar = lexicon.grammar
    indefinite, relatives = either(grammar.indefinite_articles), either(grammar.personal_relatives)
    return re.compile(rf"\b(?:{indefinite})\s(?:[\w-]+\s){{1,4}}?(?:{relatives})\b", re.IGNORECASE)
