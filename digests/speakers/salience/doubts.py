"""Why whom a pronoun or a description most likely means may yet be somebody else: who else the text tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Final, TypeAlias

from digests.models import Claimant, Pronoun, Span
from digests.speakers.bodies import Speaker
from digests.speakers.kinds import PersonNoun
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import plain
from digests.speakers.participants import Cast
from digests.speakers.persons.roles import head_noun
from digests.speakers.pronouns import pronoun_patterns, pronouns
from digests.speakers.salience.candidates import REACH
from digests.speakers.salience.half_names import HalfNames
from digests.speakers.salience.mention import Mention
from digests.speakers.salience.mentions import Mentions
from digests.text.folding import fold

_CLAUSE_BEFORE: Final = re.compile(r",\s(?:[\w.]+\s){0,2}$")  #: before the subject of a sentence's second clause
_SEVERAL: Final = 3  #: sayings of whom a text lets speak again and again
_OPENING: Final = 20  #: characters before the subject of a clause in which its conjunction stands
PronounOf: TypeAlias = Callable[[Claimant], Pronoun | None]


class Doubts:
    """Tells where naming the likeliest is not safe.

    sources: where the attributions' sources begin. speakers: who has spoken so far, which grows while a text is read.
    pronoun: which pronoun a claimant goes by, where that is known.
    """

    def __init__(
        self,
        cast: Cast,
        layout: Layout,
        mentions: Mentions,
        *,
        sources: Collection[int],
        speakers: Sequence[Speaker],
        pronoun: PronounOf,
    ) -> None:
        self._cast, self._layout, self._mentions = cast, layout, mentions
        self._text, self._lexicon = cast.text, cast.lexicon
        self._pronouns, self._patterns = pronouns(cast.lexicon), pronoun_patterns(cast.lexicon)
        self._sources, self._speakers, self._pronoun = sources, speakers, pronoun
        self._half_names = HalfNames(cast, layout, mentions)

    def is_doubtful(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether a namesake, or whoever the text has told most of, may be meant instead."""
        is_other = self._follows_another(speaker, pronoun, place) or self._is_told_less_of(speaker, pronoun, place)
        is_other = is_other or self._has_asked(speaker, place) or self._follows_nobody(speaker, place)
        is_other = is_other or self._is_passed_over(speaker, pronoun, place) or self._is_in_charge(pronoun, place)
        is_other = is_other or self._is_beside_kin(speaker, pronoun, place) or self._follows_kin(pronoun, place)
        is_other = is_other or self._is_beside_speaker(speaker, pronoun, place) or self._is_of_half_name(speaker, place)
        is_other = is_other or self._follows_unlisted(speaker, pronoun, place)
        return is_other or self._is_named_next(speaker, pronoun, place) or self._is_no_speaker(speaker, pronoun, place)

    def _is_named_next(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether the clause only opens its sentence, and the main one names its subject: “As he spoke, Bo said”."""
        end = self._layout.sentence(place)[1]
        if not self._layout.is_subordinate(place):
            return False
        later = self._mentions.between(place, end)
        subject = next((m for m in later if _CLAUSE_BEFORE.search(self._text[place : m.start])), None)
        if subject is None or subject.claimant is None or subject.key == speaker.name:
            return False
        return (self._pronoun(subject.claimant) or subject.pronoun) in {None, pronoun}

    def _is_beside_speaker(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether another has spoken in the sentence before, beside whom it names the one but in passing.

        “Ilmari Koskela said the mayor, Jonas Bo, would go. “It is time,” he said.”
        """
        start, end = self._sentence_before(place)
        speakers = [s for s in self._speakers if start <= s.place < place and s.number == "one"]
        if not speakers or speakers[-1].claimant.name == speaker.name or speakers[-1].place >= end:
            return False
        if (self._pronoun(speakers[-1].claimant) or speakers[-1].pronoun) not in {None, pronoun}:
            return False
        mentions = (m for m in self._mentions.between(start, place) if m.key == speaker.name)
        return not any(m.is_subject and not m.is_aside for m in mentions)

    def _is_of_half_name(self, speaker: Claimant, place: int) -> bool:
        """Whether the sentence, or the one before in its paragraph, is about another of whom it has half a name."""
        start, end = self._sentence_before(place)
        return self._half_names.are_others(speaker, (end if "\n" in self._text[start:end] else start, place))

    def _is_passed_over(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether the sentence before, of the same paragraph, names another whom the pronoun fits, and not the one."""
        start, end = self._sentence_before(place)
        if "\n" in self._text[start:end]:
            return False
        people = (m for m in self._mentions.between(start, place) if m.claimant is not None and not m.is_label)
        others = {m.key: m for m in people if self._layout.quotations.at(m.start) is None}
        speaking = {s.claimant.name for s in self._speakers if start <= s.place < place}
        if speaker.name in others or (speaker.name in speaking and speaker.actor_id is not None):
            return False
        if speaker.name in speaking:  # “According to Alto, Ann Bo was ill. She said”: Alto may be no woman
            return any((self._pronoun(m.claimant) or m.pronoun) == pronoun for m in others.values() if m.claimant)
        return any((self._pronoun(m.claimant) or m.pronoun) in {None, pronoun} for m in others.values() if m.claimant)

    def _follows_nobody(self, speaker: Claimant, place: int) -> bool:
        """Whether the sentence before, of the same paragraph, names nobody and has but a person's noun: “the guest”."""
        start, end = self._sentence_before(place)
        if start == end or "\n" in self._text[start:end] or self._mentions.between(start, end):
            return False
        speaking = {s.claimant.name for s in self._speakers if start <= s.place < end}
        is_other = bool(speaking) and speaker.name not in speaking
        return is_other and self._patterns.somebody.search(self._text, start, end) is not None

    def _follows_unlisted(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether somebody whom only their words tell has spoken last: “Bo said … The nurse said … He said”."""
        last = self._speakers[-1] if self._speakers else None
        if last is None or last.claimant.name == speaker.name or self._cast.by_name(last.claimant.name):
            return False
        office, persons = head_noun(last.claimant.name, self._lexicon), self._lexicon.persons
        is_one = office in persons.occupations | persons.titles.keys() and not office.endswith("s")
        is_one = is_one and " " in plain(last.claimant.name, self._lexicon)  # “the MP” may be the same
        is_listed = self._cast.index.get(last.claimant.actor_id or "") is not None
        is_fitting = is_one and not is_listed and last.pronoun in {None, pronoun}
        return is_fitting and not any(m.key == speaker.name for m in self._mentions.between(last.place, place))

    def _is_beside_kin(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether the sentence before has somebody together with another's kin: “Bo and Ek's mother are neighbours”."""
        start, end = self._sentence_before(place)
        kinsfolk = (
            self._patterns.kin_beside.match(self._text, m.end)
            for m in self._mentions.between(start, end)
            if m.key == speaker.name
        )
        return any(kin is not None and self._lexicon.persons.kin[kin["kin"]] in {None, pronoun} for kin in kinsfolk)

    def _follows_kin(self, pronoun: Pronoun, place: int) -> bool:
        """Whether the sentence before is about the kin of somebody whom another only describes: “His wife left”."""
        start, end = self._sentence_before(place)
        owner = self._patterns.kin_opening.match(self._text, start, end)
        if owner is None or self._pronouns.persons[owner["owner"].lower()] != pronoun:
            return False
        return self._patterns.somebody.search(self._text, self._layout.sentence(place, back=2)[0], start) is not None

    def _is_in_charge(self, pronoun: Pronoun, place: int) -> bool:
        """Whether the sentence before has one who looks after others speak of such a one: “The doctor said that he”."""
        charge = self._patterns.of_charge.match(self._text, *self._sentence_before(place))
        return charge is not None and self._pronouns.persons[charge["pronoun"]] == pronoun

    def _sentence_before(self, place: int) -> Span:
        """From where the sentence before a place begins to where that of the place does; empty at the beginning."""
        return self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]

    def _has_asked(self, speaker: Claimant, place: int) -> bool:
        """Whether a reply is meant, and the sentence before is about somebody who asks: ““No,” she replied.”."""
        if self._patterns.replying.match(self._text, place) is None:
            return False
        start, end = self._sentence_before(place)
        asking = self._patterns.asking.search(self._text, start, end)
        askers = self._mentions.between(start, asking.start()) if asking else ()
        return bool(askers) and askers[-1].key == speaker.name

    def _is_told_less_of(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether the paragraph begins with the pronoun, and somebody else has been named oftener: “He was born …”."""
        start = self._text.rfind("\n", 0, place) + 1
        word = self._text[start : start + 4].split(" ")[0].lower()
        if start == place or self._pronouns.persons.get(word) != pronoun or start in self._sources:
            return False
        counts = Counter(m.key for m in self._mentions.between(max(0, start - REACH), start) if not m.is_label)
        lead = self._text.rfind("\n", 0, len(self._text[:start].rstrip())) + 1  # of the paragraph before
        rivals = {m.key for m in self._mentions.between(lead, start)}
        return counts[speaker.name] < max((counts[key] for key in rivals), default=0)

    def _is_no_speaker(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether the one has said nothing, others have spoken since they were named, and one has again and again.

        “Ek said … Ek added … Per Bo came. Ann Holm said … “We won,” he said.”
        """
        if any(s.claimant.name == speaker.name for s in self._speakers):
            return False
        last = max((m.start for m in self._mentions.between(0, place) if m.key == speaker.name), default=place)
        counts = Counter(s.claimant.name for s in self._speakers if s.number == "one" and s.pronoun in {None, pronoun})
        is_apart = any(last < s.place < place for s in self._speakers)
        return is_apart and max(counts.values(), default=0) >= _SEVERAL

    def _follows_another(self, speaker: Claimant, pronoun: Pronoun, place: int) -> bool:
        """Whether the sentence before is about a namesake of somebody whom the pronoun does not fit.

        “Ocampo laughed. “No,” she said” where the text names but a man of that name.
        """
        start, end = self._sentence_before(place)
        subjects = [m for m in self._mentions.between(start, end) if m.is_subject and m.key != speaker.name]
        others = [m for m in subjects if m.claimant and (self._pronoun(m.claimant) or m.pronoun) not in {None, pronoun}]
        return self._pronoun(speaker) is None and any(" " not in self._text[m.start : m.end] for m in others)

    def is_another(
        self,
        holder: Claimant,
        place: int,
        may_hold: Callable[[Claimant], bool],
        holds: Callable[[Claimant], bool] | None = None,
    ) -> bool:
        """Whether the sentences right before name another who may have an office, and not its holder.

        Or they name both, and the other surely has it too.
        """
        paragraph = self._text.rfind("\n", 0, place) + 1
        people = self._mentions.between(max(paragraph, self._layout.sentence(place, back=2)[0]), place)
        if any(m.key == holder.name for m in people):
            others = (m.claimant for m in people if m.claimant is not None and m.key != holder.name)
            return holds is not None and any(holds(other) for other in others)
        return any(m.claimant is not None and not m.is_aside and may_hold(m.claimant) for m in people)

    def is_subject_beside(self, speaker: Claimant, place: int) -> bool:
        """Whether a sentence has somebody for its subject and names another before a clause of “the candidate”.

        “Bo attacked Ann Ek after the candidate had said”: Bo would be “he”.
        """
        if self._patterns.clause_opening.search(self._text, max(0, place - _OPENING), place) is None:
            return False
        people = [m for m in self._mentions.between(self._layout.sentence(place)[0], place) if not m.is_aside]
        is_subject = any(m.is_subject and m.key == speaker.name for m in people)
        return is_subject and people[-1].key != speaker.name

    def is_overtaken(self, claimant: Claimant, noun: PersonNoun, place: int) -> bool:
        """Whether another has been named since, of somebody who is not known to be “the striker”."""
        person = self._cast.by_name(claimant.name)
        if noun.word in (person.words if person else fold(claimant.name).split()):
            return False
        is_officer = claimant.role == "official" and self._cast.index.get(claimant.actor_id or "") is None
        is_nobodys = noun.word not in self._lexicon.persons.occupations and not noun.is_office
        if claimant.actor_id is None or (is_officer and is_nobodys):
            return True
        mentions = self._mentions.between(max(0, place - REACH), place)
        fitting = [
            m for m in mentions if not m.is_label and (noun.pronoun is None or m.pronoun in {None, noun.pronoun})
        ]
        rivals = [m for m in fitting if m.key == claimant.name or not self._is_object_beside(m, claimant, fitting)]
        return bool(rivals) and rivals[-1].key != claimant.name

    def _is_object_beside(self, mention: Mention, claimant: Claimant, mentions: Sequence[Mention]) -> bool:
        """Whether somebody stands but behind a preposition in another's sentence: “Bo was traded for Dunmore”."""
        word = self._text[max(0, mention.start - 20) : mention.start].split()[-1:]
        is_object = bool(word) and word[0] in self._lexicon.grammar.prepositions
        if not is_object or mention.is_introduced or mention.is_described or mention.is_met:
            return False
        number = self._layout.number_of(mention.start)
        subjects = (m for m in mentions if m.is_subject and m.key == claimant.name)
        return any(self._layout.number_of(m.start) == number for m in subjects)

    def is_of_subject(self, owner: Claimant, word: str, place: int) -> bool:
        """Whether the sentence has another subject who may be the owner: “Bo was born, according to his son, …”."""
        pronoun, start = self._pronouns.persons.get(word), self._layout.sentence(place)[0]
        people = self._mentions.between(self._layout.sentence(place, back=1)[0], place)
        people = [m for m in people if self._layout.quotations.at(m.start) is None and not m.is_label]
        people = [m for m in people if not m.is_shaped and (m.claimant is not None or not m.is_kin)]
        fitting = [m for m in people if m.claimant is None or self._pronoun(m.claimant) in {None, pronoun}]
        subjects = [m for m in fitting if m.start >= start and m.is_subject and not m.is_said]
        if subjects:
            return subjects[-1].key != owner.name
        return len({m.key for m in fitting}) > 1 or self._patterns.somebody.match(self._text, start, place) is not None
