"""Who the source of each attribution is: names, short forms and pronouns resolved within one text."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from digests.actors import ActorIndex, Named, find_named
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Attribution, Claimant, Pronoun, Span
from digests.speakers.bodies import Authors, Bodies, Number, Speaker
from digests.speakers.claimants import unresolved
from digests.speakers.joint import together
from digests.speakers.kinds import CONFIDENCE, PersonNoun, described, person_noun
from digests.speakers.layout import Layout
from digests.speakers.names import Naming
from digests.speakers.noun_phrases import owned
from digests.speakers.numbers import Numbers
from digests.speakers.offices import Offices
from digests.speakers.participants import Cast
from digests.speakers.persons.callings import with_titles
from digests.speakers.persons.person import Person
from digests.speakers.pronouns import pronoun_patterns, pronouns
from digests.speakers.salience import (
    REACH,
    Announced,
    Candidates,
    Choose,
    Doubts,
    Features,
    Kind,
    Mentions,
    Reference,
    Spoken,
    confidence_of,
    likeliest,
)
from digests.speakers.salience.kept_back import told_before
from digests.text.folding import fold
from digests.text.name_words import speaks_of
from digests.text.quotations import open_mark_before

_BEFORE: Final = 20  #: characters in which the word before a source stands
_HEARER: Final = 60  #: characters behind a verb in which those stand who are told something
_OWNER: Final = 0.94  #: how sure one must be whose “his campaign” is, as little in it tells


def resolve_speakers(
    text: str,
    attributions: Sequence[Attribution],
    index: ActorIndex,
    mentions: Named | None = None,
    lexicon: Lexicon = ENGLISH,
    choose: Choose = likeliest,
) -> tuple[Claimant, ...]:
    """Say who each attribution's source is, one claimant an attribution, in the order given.

    mentions: whom the text names, where that is known already.
    """
    cast = Cast(text, index, mentions or find_named(text, index, lexicon=lexicon), lexicon)
    return _Resolver(cast, attributions, choose).resolve()


class _Nameless(NamedTuple):
    """A pronoun for which no name was clear."""

    place: int
    pronoun: Pronoun


class _Resolver:
    """One pass over a text's attributions in the order of their sources."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution], choose: Choose) -> None:
        self._choose = choose
        self._text = cast.text
        self._attributions = attributions
        self._cast = cast
        self._lexicon = cast.lexicon
        self._pronouns = pronouns(cast.lexicon)
        self._patterns = pronoun_patterns(cast.lexicon)
        self._naming = Naming(cast, attributions)
        self._layout = Layout(cast.text, attributions, cast.lexicon)
        self._spoken: list[Speaker] = []
        self._others = self._all_told_of()
        self._adding = {a.source[0][0] for a in attributions if a.source and self._is_adding(a)}
        self._nameless: _Nameless | None = None  # the last “she” for whom no name was clear
        self._pronoun_of: dict[str, Pronoun] = {}
        self._bodies = Bodies(cast, self._layout)
        self._authors = Authors(cast, self._naming.name)
        self._offices = Offices(cast)
        self._announced = Announced(cast, self._layout, attributions)
        self._numbers = Numbers(cast, self._naming, self._bodies)
        self._mentions = Mentions(cast, self._layout, attributions)
        self._candidates = Candidates(self._mentions, self._pronoun)
        self._features = Features(self._layout)
        self._doubts = Doubts(
            cast,
            self._layout,
            self._mentions,
            sources={a.source[0][0] for a in attributions if a.source},
            speakers=self._spoken,
            pronoun=self._pronoun,
        )

    def resolve(self) -> tuple[Claimant, ...]:
        """The claimants, in the attributions' order; those who say “I” last, when everybody else is known."""
        claimants: dict[int, Claimant] = {}
        order = sorted(range(len(self._attributions)), key=lambda i: self._place(self._attributions[i]))
        first_person = [i for i in order if self._surface(self._attributions[i]).lower() in self._pronouns.first]
        for i in order:
            if i not in first_person:
                self._forget(self._place(self._attributions[i]))
                claimants[i] = self._claimant(self._attributions[i])
        for i in first_person:
            claimants[i] = self._first_person(self._attributions[i], claimants)
        everybody = [self._described(claimants[i], attribution) for i, attribution in enumerate(self._attributions)]
        pairs = zip(everybody, self._attributions, strict=True)
        persons = {claimant.name for claimant, attribution in pairs if self._quotes(claimant, attribution)}
        everybody = [c.model_copy(update={"type": "named person"}) if c.name in persons else c for c in everybody]
        return with_titles(everybody, self._lexicon)

    def _quotes(self, claimant: Claimant, attribution: Attribution) -> bool:
        """Whether one word that nothing else tells is quoted as persons are: “…,” Osko said."""
        is_name = claimant.type == "named body" and claimant.resolved_by == "unresolved" and " " not in claimant.name
        is_body = claimant.name.lower() in self._lexicon.persons.place_or_body or claimant.name.isupper()
        return is_name and not is_body and attribution.mode == "direct"

    def _described(self, claimant: Claimant, attribution: Attribution) -> Claimant:
        return described(claimant, self._cast.index, self._lexicon, has_cue=bool(attribution.cue))

    def _claimant(self, attribution: Attribution) -> Claimant:
        if not attribution.source:
            speaker = self._of_quotation(attribution)
            return speaker or Claimant(name="unnamed source", role="unnamed", resolved_by="none")
        surface, place = self._surface(attribution), attribution.source[0][0]
        in_quotation = self._layout.quotations.at(place) is not None
        claimant = self._by_pronoun(surface, place, quoted=in_quotation)
        if claimant is None:
            claimant = (
                self._bodies.named(surface, place, self._spoken)
                or (None if self._is_cited(attribution) else self._authors.author(attribution.source))
                or self._naming.name(surface, attribution.source)
            )
            if not in_quotation:
                claimant = self._unless_another(claimant, surface, place)
                known = self._person_described(claimant, place)
                is_named = bool(self._cast.names_in(attribution.source[0]))
                claimant = known or (None if is_named else self._announced.person(claimant, place)) or claimant
            if claimant.resolved_by == "unresolved":
                claimant = self._bodies.of_words(surface, place, self._spoken) or claimant
        fuller = None if in_quotation else told_before(claimant, place, self._spoken, self._cast, self._layout)
        claimant = claimant.model_copy(update={"surface": surface, "name": fuller or claimant.name})
        is_pronoun = claimant.resolved_by == "unresolved" and self._pronouns.hold(surface.lower())
        if not in_quotation and not is_pronoun and not self._is_cited(attribution):
            self._remember(place, claimant)
        return claimant

    def _is_adding(self, attribution: Attribution) -> bool:
        words = (word for start, end in attribution.cue for word in self._text[start:end].lower().split())
        return not self._lexicon.verbs.adding.isdisjoint(words)

    def _all_told_of(self) -> dict[int, frozenset[str]]:
        """Whom the pronouns that are sources cannot mean, by place."""
        others: dict[int, frozenset[str]] = {}
        for attribution in filter(lambda a: a.source, self._attributions):
            place = attribution.source[0][0]
            others[place] = others.get(place, frozenset()) | self._told_of(attribution)
        return others

    def _told_of(self, attribution: Attribution) -> frozenset[str]:
        """Whom a pronoun names in what it says, and to whom: it means none of them.

        “He told Ann Bo that Carl Ek would go”, ““Ek will go,” he said”; but “Ek would go, he said” may be of himself.
        """
        if not attribution.cue or self._surface(attribution).lower() not in self._pronouns.persons:
            return frozenset()
        start, quotations = attribution.cue[-1][1], self._layout.quotations
        if self._layout.number_of(start) != self._layout.number_of(attribution.source[0][0]):
            return frozenset()  # the sentence that goes on is another
        content = [span for span in attribution.content if quotations.at(span[0]) or 0 <= span[0] - start < _HEARER]
        follows = bool(content) and start < content[0][0]
        hearer = (start, min(start + _HEARER, content[0][0])) if follows else self._told(start)
        names = (name for span in (hearer, *content) for name in self._cast.names_in(span))
        return frozenset(person.claimant.name for name in names if (person := self._cast.person(name)) is not None)

    def _told(self, start: int) -> Span:
        """Where those stand who are told what was quoted before: right behind the verb, “he told Mr. Bo.”."""
        hearer = self._patterns.hearer.match(self._text, start)
        return hearer.span("whom") if hearer and self._text[:start].endswith(self._patterns.telling) else (start, start)

    def _of_quotation(self, attribution: Attribution) -> Claimant | None:
        """Who speaks in a quotation that stands alone; never the one it speaks of."""
        if not self._is_quotation(attribution):
            return None
        speaker = self._meant(Reference(attribution.start, "quotation"))
        words = self._text[attribution.start : attribution.end]
        return None if speaker is None or speaks_of(words, speaker.name) else speaker

    def _is_cited(self, attribution: Attribution) -> bool:
        """Whether somebody else has the word, who quotes a source: “…, Bo said, quoting Dunmore’s letter”."""
        if not attribution.relay or not attribution.source:
            return False
        start = attribution.source[0][0]
        words = self._text[max(0, start - _BEFORE) : start].lower().split()
        return bool(words) and words[-1] in self._lexicon.verbs.citing

    def _surface(self, attribution: Attribution) -> str:
        """The source's words, fragments joined, on one line."""
        return " ".join(" ".join(self._text[start:end] for start, end in attribution.source).split())

    def _place(self, attribution: Attribution) -> int:
        return attribution.source[0][0] if attribution.source else attribution.start

    def _forget(self, place: int) -> None:
        """Leaves behind whoever spoke in another entry of a live blog: no pronoun of this one means them."""
        start = self._layout.entries.start(place)
        if self._spoken and self._spoken[-1].place < start:
            self._spoken.clear()

    def _remember(self, place: int, claimant: Claimant) -> None:
        speaker = claimant.model_copy(update={"confidence": 1.0})
        self._spoken.append(Speaker(place, speaker, self._numbers.of(claimant), self._pronoun(claimant)))

    def _pronoun(self, claimant: Claimant) -> Pronoun | None:
        return self._pronoun_of.get(claimant.name) or self._naming.pronoun(claimant)

    # --- pronouns ---------------------------------------------------------------------------------------------

    def _by_pronoun(self, surface: str, place: int, *, quoted: bool) -> Claimant | None:
        """The claimant behind a pronoun; none where the source is no pronoun."""
        word, pronouns = surface.lower(), self._pronouns
        if word in pronouns.persons:
            claimant = self._third_person(pronouns.persons[word], place, quoted=quoted)
        elif word in pronouns.plural:
            claimant = self._body_near(("many", "body", "unsure"), place)
        elif word in pronouns.neuter:
            claimant = self._body_near(("body", "unsure"), place) or self._body_opening(place)
        elif word in pronouns.relative:
            claimant = self._antecedent(place)
        elif (pair := self._patterns.pair.fullmatch(surface)) is not None:
            claimant = self._with_another(pair, place, quoted=quoted)
        else:
            possession = self._patterns.possession.fullmatch(surface)
            return self._owned(possession[1].lower(), possession[2], place, quoted=quoted) if possession else None
        return claimant or unresolved(surface, self._lexicon)

    def _with_another(self, words: re.Match[str], place: int, *, quoted: bool) -> Claimant | None:
        """Those whom “he and the deputy mayor, Ann Bo,” means; nobody where the one is not known."""
        first = self._third_person(self._pronouns.persons[words["pronoun"].lower()], place, quoted=quoted)
        start = place + words.start("other")
        second = self._naming.name(words["other"], [(start, start + len(words["other"]))])
        return together(f"{first.name} and {second.name}", (first, second)) if first is not None else None

    def _third_person(self, pronoun: Pronoun, place: int, *, quoted: bool) -> Claimant | None:
        """The latest person speaking before a place, or made a sentence's subject since, whom the pronoun fits."""
        if quoted:
            return self._inside_quotation(pronoun, place)
        mark = open_mark_before(self._text, place)
        if mark is not None and not self._cast.names_in((mark, place)):
            return None  # “I met him. He said …. “And he was”: nothing tells where the quotation ends
        if self._goes_on(pronoun, place) or self._adds_as_described(place):
            return None
        is_questioned, is_object = self._patterns.questioned, self._patterns.object
        speaker = self._meant(
            Reference(
                place,
                "pronoun",
                pronoun,
                ends_quotation=self._layout.ends_quotation(place),
                is_questioned=is_questioned.match(self._text, place) is not None,
                is_object=is_object.match(self._text, place) is not None,
                others=self._others.get(place, frozenset()),
            )
        )
        if speaker is not None and self._doubts.is_doubtful(speaker, pronoun, place):
            speaker = None
        if speaker is not None:
            self._pronoun_of.setdefault(speaker.name, pronoun)
        self._nameless = _Nameless(place, pronoun) if speaker is None else None
        return speaker

    def _goes_on(self, pronoun: Pronoun, place: int) -> bool:
        """Whether somebody for whom no name was clear goes on speaking in the next sentence: “She said …”."""
        last = self._nameless
        if last is None or last.pronoun != pronoun or self._layout.sentences_between(last.place, place) > 1:
            return False
        is_same = not self._cast.names_in((last.place, place))
        self._nameless = _Nameless(place, pronoun) if is_same else None
        return is_same

    def _adds_as_described(self, place: int) -> bool:
        """Whether one who goes on speaking is whoever spoke last by a mere description: “the envoy … he added”."""
        last = self._spoken[-1] if self._spoken and place in self._adding else None
        if last is None or self._layout.sentences_between(last.place, place) > 1:
            return False
        return person_noun(last.claimant, self._lexicon) is not None

    def _meant(self, reference: Reference, fits: Callable[[Claimant], bool] | None = None) -> Claimant | None:
        """Whom a reference means, where one of all who may be meant is clearly likeliest.

        fits: who of them can be called so.
        """
        speakers = self._speakers()
        everybody = self._candidates.at(reference, speakers)
        candidates = [c for c in everybody if fits is None or (c.claimant is not None and fits(c.claimant))]
        candidate = self._choose(
            reference, list(zip(candidates, self._features.of(reference, candidates, speakers), strict=True))
        )
        if candidate is None or candidate.claimant is None:
            return None
        confidence = confidence_of(candidate.chance) * CONFIDENCE[candidate.claimant.resolved_by]
        return _as_pronoun(candidate.claimant).model_copy(update={"confidence": confidence})

    def _person_described(self, claimant: Claimant, place: int) -> Claimant | None:
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
            speaker = holder.claimant if holder else self._meant(reference, holds) or self._untold(noun, reference)
            may_hold = functools.partial(self._offices.may_hold, noun)
            if speaker is not None and self._doubts.is_another(speaker, place, may_hold, holds):
                speaker = None
        else:
            speaker = self._meant(reference)
            speaker = None if speaker is None or self._doubts.is_overtaken(speaker, noun, place) else speaker
        speaker = None if speaker is None or self._offices.is_of_other_trade(noun, speaker) else speaker
        return speaker.model_copy(update={"resolved_by": "short form"}) if speaker else None

    def _unless_another(self, claimant: Claimant, surface: str, place: int) -> Claimant:
        """Whom “the senator” is short for, or its words where the text is just about another who may be one."""
        words = unresolved(surface, self._lexicon)
        if claimant.resolved_by != "short form" or not self._naming.is_person(claimant):
            return claimant
        noun = person_noun(words, self._lexicon)
        if noun is None:
            return claimant
        may_hold = functools.partial(self._offices.may_hold, noun)
        return words if self._doubts.is_another(claimant, place, may_hold) else claimant

    def _untold(self, noun: PersonNoun, reference: Reference) -> Claimant | None:
        """Who is clearly meant by an office that the text gives nobody: “the president” in an article about one."""
        if noun.is_partisan or self._offices.is_given(noun) or self._offices.is_bodys(noun):
            return None
        speaker = self._meant(reference._replace(kind="description"))
        if speaker is None or not self._offices.may_hold(noun, speaker):
            return None
        is_another = self._cast.is_introduced(noun.word, (reference.place - REACH, reference.place))
        return None if is_another and noun.word not in fold(speaker.name).split() else speaker

    def _is_quotation(self, attribution: Attribution) -> bool:
        """Whether what is said is all quoted, and no cue stands beside it."""
        return not attribution.cue and attribution.mode == "direct" and not attribution.nested

    def _speakers(self) -> list[Spoken]:
        """The persons who have spoken so far."""
        people = (s for s in self._spoken if s.number in {"one", "unsure"} or self._numbers.is_somebody(s.claimant))
        return [Spoken(s.place, _key(s.claimant), s.claimant, s.pronoun) for s in people]

    def _inside_quotation(self, pronoun: Pronoun, place: int) -> Claimant | None:
        """The only person that a quotation names before a pronoun within it."""
        quotation = self._layout.quotations.at(place)
        return self._only_person((quotation[0], place), pronoun) if quotation else None

    def _only_person(self, span: Span, pronoun: Pronoun) -> Claimant | None:
        people: dict[str, Person] = {}
        for name in self._cast.names_in(span):
            person = self._cast.person(name)
            if person is not None and self._pronoun(person.claimant) in {None, person.pronoun, pronoun}:
                people[person.claimant.name] = person
        fitting = [p for p in people.values() if (self._pronoun(p.claimant) or p.pronoun) in {None, pronoun}]
        return _as_pronoun(fitting[0].claimant) if len(fitting) == 1 else None

    def _body_near(self, numbers: tuple[Number, ...], place: int) -> Claimant | None:
        claimant = self._bodies.near(numbers, place, self._spoken)
        return _as_pronoun(claimant) if claimant else None

    def _body_opening(self, place: int) -> Claimant | None:
        claimant = self._bodies.opening(place)
        return _as_pronoun(claimant) if claimant else None

    def _antecedent(self, place: int) -> Claimant | None:
        """What stands right before a relative pronoun: a person, a body, or the words of a description."""
        sentence = self._layout.sentence(place)
        head = self._text[sentence[0] : place].rstrip(" ,—–-")
        end = sentence[0] + len(head)
        speaker = next((s.claimant for s in reversed(self._spoken) if s.place + len(s.claimant.surface) == end), None)
        claimant = speaker or self._naming.ending_at(sentence[0], end)
        is_person = claimant is not None and self._naming.is_person(claimant)
        if (is_person or claimant is None) and self._patterns.neuter_relative.match(self._text, place):
            claimant = self._naming.body_ending(end)
        elif is_person and self._patterns.plural_verb.match(self._text, place):
            return None  # “young voters such as Ann Bo, who are …”
        return claimant.model_copy(update={"resolved_by": "pronoun"}) if claimant is not None else None

    def _owned(self, word: str, rest: str, place: int, *, quoted: bool) -> Claimant | None:
        """“His campaign” as somebody's campaign; none for a description that names its person."""
        person = self._naming.inside(rest, place + len(word))
        if person is not None:
            return person
        owner = self._by_pronoun(word, place, quoted=quoted)
        if owner is None or owner.resolved_by == "unresolved" or owner.role == "unnamed":
            return None
        if owner.confidence < _OWNER or self._doubts.is_of_subject(owner, word, place):
            return None
        label = owner.short or owner.name
        return Claimant(
            name=f"{label}’s {owned(rest, self._lexicon)}",
            affiliation_id=owner.actor_id,
            side=owner.side,
            resolved_by="pronoun",
        )

    def _first_person(self, attribution: Attribution, claimants: dict[int, Claimant]) -> Claimant:
        """“I” and “we” are whoever is quoted around them; outside quotations they are nobody we know."""
        surface, place = self._surface(attribution), attribution.source[0][0]
        if self._layout.quotations.at(place) is not None:
            for i, claimant in claimants.items():
                other_attribution = self._attributions[i]
                if (
                    any(start <= place < end for start, end in other_attribution.content)
                    and claimant.resolved_by != "none"
                ):
                    return _as_pronoun(claimant).model_copy(update={"surface": surface})
        return unresolved(surface, self._lexicon).model_copy(update={"surface": surface})


def _key(claimant: Claimant) -> str:
    return claimant.name.lower() if claimant.role == "unnamed" else claimant.name


def _as_pronoun(claimant: Claimant) -> Claimant:
    return claimant.model_copy(update={"resolved_by": "pronoun"})
