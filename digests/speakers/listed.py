"""Sources that name a listed actor: a person, a body or a state of the actor file."""

from __future__ import annotations

import re

from digests.actors import ActorMatch, is_acronym
from digests.models import Actor, Claimant
from digests.speakers.claimants import claimant_of, local_body
from digests.speakers.noun_phrases import begins_with_name, has_name, head, is_counted, plain
from digests.speakers.participants import Cast
from digests.speakers.patterns import source_patterns
from digests.text.folding import fold

_SET_OFF = re.compile(r"[,(]\s*")


class Listed:
    """Reads sources against the listed actors."""

    def __init__(self, cast: Cast) -> None:
        self._index = cast.index
        self._text, self._lexicon = cast.text, cast.lexicon
        self._patterns = source_patterns(cast.lexicon)

    def actor(self, surface: str) -> Claimant | None:
        """The listed actor that a source names, whole, by its head, or in an apposition."""
        whole, head_words = plain(surface, self._lexicon), head(surface, self._lexicon)
        description = self._patterns.described_name.fullmatch(head_words)
        lead = description["lead"] if description else ""
        is_smaller = not self._lexicon.descriptions.smaller_governments.isdisjoint(lead.split()[-1:])
        acts = description is None or is_smaller or self._patterns.acting_for.search(lead) is not None
        described_names = (description["name"],) if description and not acts else ()
        for words in dict.fromkeys((whole, head_words, *described_names, *self._set_off(surface))):
            match = self._index.recognise(words)
            by_description = words in described_names and words != whole
            if match is not None and _as_written(words, match) and not (by_description and match.actor.kind == "state"):
                return self._from_actor(match, words, surface)
        return None

    def _set_off(self, surface: str) -> list[str]:
        """The appositions of a source whose head is a bare description: “a think tank, the ISW,”."""
        first, *others = _SET_OFF.split(plain(surface, self._lexicon))
        if self._patterns.preposition.match(first.lower()):
            return [plain(part, self._lexicon) for part in others]
        if has_name(first[1:]) or (first[:1].isupper() and begins_with_name(first, self._lexicon) and " " not in first):
            return []
        return [plain(part, self._lexicon) for part in others if not self._patterns.preposition.match(part)]

    def _from_actor(self, match: ActorMatch, words: str, surface: str) -> Claimant:
        """A listed actor; groups and soldiers stay the description they are, since none speaks for them all."""
        if match.resolved_by == "acronym" and (other := self._of_other_state(match, words)) is not None:
            return other
        claimant = claimant_of(match, self._index)
        if fold(words) in map(fold, match.actor.seats):
            return claimant.model_copy(update={"short": words})  # “the White House” is not all of the state
        is_army = match.actor.kind == "military" and words.rpartition(" ")[2][:1].isupper()  # not all of the military
        if match.resolved_by == "alias" and (is_army or self._is_of_place(words)):
            claimant = claimant.model_copy(update={"short": words})
        members = self._lexicon.descriptions.members
        soldiers = match.actor.kind == "military" and fold(words).split(" ")[-1] in members
        if match.actor.kind != "group" and not soldiers:
            return claimant
        unnamed = soldiers or is_counted(surface, self._lexicon)
        parent = match.actor.id if soldiers else match.actor.parent
        return claimant.model_copy(
            update={
                "actor_id": None if unnamed else claimant.actor_id,
                "name": plain(surface, self._lexicon),
                "short": None,
                "role": "unnamed" if unnamed else claimant.role,
                "affiliation_id": parent,
                "resolved_by": "none" if unnamed else claimant.resolved_by,
            }
        )

    def _is_of_place(self, words: str) -> bool:
        """Whether a state's name stands for its adjective, which the text has not: it may be a town's too.

        “Palestine police” of a town in Texas are no Palestinian police; “Ukraine’s military” is a state's.
        """
        place, _, noun = words.partition(" ")
        match = self._index.recognise(place) if noun.islower() and place.isalpha() else None
        if match is None or match.actor.kind != "state":
            return False
        return not any(demonym in self._text for demonym in match.actor.demonyms)

    def _of_other_state(self, match: ActorMatch, acronym: str) -> Claimant | None:
        """Another state's body of the same initials, if the text has that alone: “the CDC” of “the Chinese CDC”."""
        pattern = rf"\b(?P<name>(?P<state>[A-Z][a-z]+)(?:[’']s)? {re.escape(acronym)})\b"
        states_by_name = {m["name"]: self._state(m["state"]) for m in re.finditer(pattern, self._text)}
        names = {state.country: name for name, state in states_by_name.items() if state is not None}
        is_other = len(names) == 1 and match.actor.country is not None and match.actor.country not in names
        if not is_other or match.actor.name in self._text:
            return None
        return local_body(next(iter(names.values())), self._lexicon, "short form")

    def _state(self, word: str) -> Actor | None:
        """The state that a word names, or of which it is the adjective."""
        match = self._index.recognise(word)
        is_name = match is not None and match.actor.kind == "state"
        return match.actor if match is not None and is_name else self._index.state_of(word)


def _as_written(words: str, match: ActorMatch) -> bool:
    """Whether words are a name: any state may have a “foreign office”, one is called the Foreign Office."""
    return is_acronym(words) if match.resolved_by == "acronym" else not words.islower()
