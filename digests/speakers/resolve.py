"""Who the source of each attribution is: names, short forms and pronouns resolved within one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from digests.actors import ActorIndex, Named, find_named
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Attribution, Claimant
from digests.speakers.bodies import Authors, Bodies, Employers, Prominent, staff_of
from digests.speakers.bodies.introductions import with_introductions
from digests.speakers.claimants import by_pronoun, surface_of, unresolved
from digests.speakers.kinds import DOUBTFUL, described
from digests.speakers.layout import Layout
from digests.speakers.names import Naming
from digests.speakers.numbers import Numbers
from digests.speakers.participants import Cast
from digests.speakers.participants.callings import with_titles
from digests.speakers.participants.initials import spelt_out
from digests.speakers.participants.owned_bodies import with_owner
from digests.speakers.participants.states import of_state
from digests.speakers.pronouns import pronoun_patterns, pronouns
from digests.speakers.referring import DescribedPersons, Heard, LeftOpen, Meant, PronounSources
from digests.speakers.salience import Announced, Choose, Reference, likeliest
from digests.speakers.salience.kept_back import told_before
from digests.text.name_words import speaks_of

_BEFORE: Final = 20  #: characters in which the word before a source stands


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


class _Resolver:
    """One pass over a text's attributions in the order of their sources."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution], choose: Choose) -> None:
        self._text = cast.text
        self._attributions = attributions
        self._cast = cast
        self._lexicon = cast.lexicon
        self._pronouns = pronouns(cast.lexicon)
        self._naming = Naming(cast, attributions)
        self._layout = Layout(cast.text, attributions, cast.lexicon)
        self._bodies = Bodies(cast, self._layout)
        self._employers = Employers(cast, self._bodies, self._layout)
        self._authors = Authors(cast, self._naming.name)
        self._prominent = Prominent(cast, self._layout, attributions, self._naming.name)
        self._announced = Announced(cast, self._layout, attributions)
        self._heard = Heard(self._naming, self._layout, Numbers(cast, self._naming, self._bodies), cast.lexicon)
        self._meant = Meant(cast, self._layout, attributions, self._heard, choose)
        self._described_persons = DescribedPersons(cast, self._layout, self._naming, self._meant)
        self._left_open = LeftOpen(cast)
        self._pronoun_sources = PronounSources(
            cast, self._layout, attributions, self._naming, self._bodies, self._heard, self._meant
        )

    def resolve(self) -> tuple[Claimant, ...]:
        """The claimants, in the attributions' order; those who say “I” last, when everybody else is known."""
        claimants: dict[int, Claimant] = {}
        order = sorted(range(len(self._attributions)), key=lambda i: self._place(self._attributions[i]))
        first_person = [i for i in order if self._surface(self._attributions[i]).lower() in self._pronouns.first]
        for i in order:
            if i not in first_person:
                self._heard.forget(self._place(self._attributions[i]))
                claimants[i] = self._claimant(self._attributions[i])
        for i in first_person:
            claimants[i] = self._first_person(self._attributions[i], claimants)
        officers = self._employers.everywhere([claimants[i] for i in range(len(self._attributions))])
        holders = [
            with_owner(spelt_out(of_state(claimant, self._cast), self._cast), self._cast)
            for claimant in with_titles(officers, self._lexicon)
        ]
        marked_ones = map(self._left_open.marked, holders)
        everybody = [self._described(*pair) for pair in zip(marked_ones, self._attributions, strict=True)]
        everybody = with_introductions(everybody, self._cast)
        pairs = zip(everybody, self._attributions, strict=True)
        bodies = {claimant.name for claimant in everybody if (claimant.actor_id or "").startswith("org:")}
        persons = {claimant.name for claimant, attribution in pairs if self._quotes(claimant, attribution)} - bodies
        return tuple(c.model_copy(update={"type": "named person"}) if c.name in persons else c for c in everybody)

    def _quotes(self, claimant: Claimant, attribution: Attribution) -> bool:
        """Whether one word that nothing else tells is quoted as persons are: “…,” Osko said."""
        is_name = claimant.type == "named body" and claimant.resolved_by == "unresolved" and " " not in claimant.name
        is_body = claimant.name.lower() in self._lexicon.persons.place_or_body or claimant.name.isupper()
        is_body = is_body or claimant.title is not None
        return is_name and not is_body and attribution.mode == "direct"

    def _described(self, claimant: Claimant, attribution: Attribution) -> Claimant:
        return described(claimant, self._cast.index, self._lexicon, has_cue=bool(attribution.cue))

    def _claimant(self, attribution: Attribution) -> Claimant:
        if not attribution.source:
            speaker = self._of_quotation(attribution)
            return speaker or Claimant(name="unnamed source", role="unnamed", resolved_by="none")
        surface, place = self._surface(attribution), attribution.source[0][0]
        in_quotation = self._layout.quotations.at(place) is not None
        claimant = self._pronoun_sources.claimant(surface, place, quoted=in_quotation)
        claimant = claimant or self._by_words(attribution, surface, quoted=in_quotation)
        claimant = claimant.model_copy(update={"surface": surface})
        claimant = self._employers.employed(claimant, place, self._heard.speakers)
        fuller = None if in_quotation else told_before(claimant, place, self._heard.speakers, self._cast, self._layout)
        claimant = claimant.model_copy(update={"name": fuller or claimant.name})
        is_pronoun = claimant.resolved_by == "unresolved" and self._pronouns.hold(surface.lower())
        if not in_quotation and not is_pronoun and not self._is_cited(attribution):
            self._heard.remember(place, claimant)
        return claimant

    def _by_words(self, attribution: Attribution, surface: str, *, quoted: bool) -> Claimant:
        """Whom the words of a source that is no pronoun name or describe."""
        place = attribution.source[0][0]
        body = self._bodies.named(surface, place, self._heard.speakers)
        claimant = (
            (None if body is None or self._prominent.is_overtaken(body, surface, place) else body)
            or (None if self._is_cited(attribution) else self._authors.author(attribution))
            or self._naming.name(surface, attribution.source)
        )
        if not quoted:
            claimant = self._described_persons.unless_another(claimant, surface, place)
            known = self._described_persons.person(claimant, place)
            is_named = bool(self._cast.names_in(attribution.source[0]))
            claimant = known or (None if is_named else self._announced.person(claimant, place)) or claimant
        if claimant.resolved_by == "unresolved":
            claimant = self._bodies.of_words(surface, place, self._heard.speakers) or claimant
        if quoted:
            return claimant
        if self._is_namesake(attribution, claimant):
            claimant = unresolved(surface, self._lexicon).model_copy(update={"confidence": DOUBTFUL})
        if self._speaks_of(attribution, claimant):
            claimant = unresolved(surface, self._lexicon)  # “The last man to run doubts that Bo will”
        claimant = self._prominent.unless_noun(claimant, surface, place)
        return staff_of(claimant, lambda noun, words: self._meant_by(noun, words, place), self._lexicon)

    def _is_namesake(self, attribution: Attribution, claimant: Claimant) -> bool:
        """Whether a person's last name is that of another whom “he” does not fit: “Bo said as he left” of Ann Bo."""
        if claimant.resolved_by != "last name" or not attribution.cue:
            return False
        deed = pronoun_patterns(self._lexicon).own_deed.match(self._text, attribution.cue[-1][1])
        return deed is not None and self._heard.pronoun(claimant) not in {None, self._pronouns.persons[deed["pronoun"]]}

    def _speaks_of(self, attribution: Attribution, claimant: Claimant) -> bool:
        """Whether a reporter's words for what a described person says have that person's name."""
        is_person = (claimant.actor_id or "").startswith("person:") and claimant.resolved_by == "short form"
        words = self._text[attribution.start : attribution.end]
        return is_person and attribution.mode != "direct" and speaks_of(words, claimant.name)

    def _meant_by(self, noun: str, words: Claimant, place: int) -> Claimant:
        """The body that “the agency” means at a place, else its words."""
        speakers = self._heard.speakers
        body = self._bodies.named(noun, place, speakers) or self._bodies.of_words(noun, place, speakers)
        return body or self._prominent.unless_noun(words, noun, place)

    def _of_quotation(self, attribution: Attribution) -> Claimant | None:
        """Who speaks in a quotation that stands alone; never the one it speaks of."""
        if not self._is_quotation(attribution):
            return None
        speaker = self._meant.by(Reference(attribution.start, "quotation"))
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
        return surface_of(attribution, self._text)

    def _place(self, attribution: Attribution) -> int:
        return attribution.source[0][0] if attribution.source else attribution.start

    def _is_quotation(self, attribution: Attribution) -> bool:
        """Whether what is said is all quoted, and no cue stands beside it."""
        return not attribution.cue and attribution.mode == "direct" and not attribution.nested

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
                    return by_pronoun(claimant).model_copy(update={"surface": surface})
        return unresolved(surface, self._lexicon).model_copy(update={"surface": surface})
