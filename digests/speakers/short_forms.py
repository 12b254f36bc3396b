"""What the text has named before by its longer name, and now calls by an acronym, a noun or an office."""

from __future__ import annotations

from digests.actors import is_acronym
from digests.models import Claimant, ResolvedBy
from digests.speakers.claimants import local_body
from digests.speakers.noun_phrases import is_definite, plain
from digests.speakers.participants import Cast
from digests.text.folding import fold


class ShortForms:
    """Reads short forms against the cast of their text."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._index = cast.index
        self._lexicon = cast.lexicon
        self._persons = cast.lexicon.persons
        words = cast.lexicon.descriptions
        self._bodies = words.bodies.union(words.generic, *words.role_nouns.values())

    def claimant(self, surface: str, place: int) -> Claimant | None:
        """An acronym, “the ministry”, “the president”: what the text has named before by its longer name."""
        words = plain(surface, self._lexicon)
        if (full := self._cast.bodies.called(words)) is not None and self._index.recognise(words) is None:
            return self._in_full(full, words, "short form")
        if is_acronym(words) and fold(words) not in self._persons.titles:
            spelt = self._cast.bodies.spelt_out(words)
            return self._in_full(spelt, words, "acronym") if spelt else None
        if not is_definite(surface, self._lexicon):
            return None
        key = fold(words)
        is_noun = words.islower() or " " in words or not self._bodies.isdisjoint(key.split())
        claimant = self._cast.bodies.latest(key, place) or self._without_field(words, place)
        if not is_noun and claimant is not None and fold(claimant.name) not in {key, f"the {key}"}:
            claimant = None  # “The Hill” is not Capitol Hill
        if claimant is None and (role := self._lexicon.descriptions.generic.get(key)):
            claimant = self._cast.bodies.of_role(role, place)
        last = key.split(" ")[-1]
        is_title = last in self._persons.titles or last in self._lexicon.descriptions.partisans
        person = self._cast.by_role(key, place) if claimant is None and is_title else None
        claimant = person.claimant if person else claimant
        return claimant.model_copy(update={"resolved_by": "short form"}) if claimant else None

    def _without_field(self, words: str, place: int) -> Claimant | None:
        """The body that a text has just called by more words: the Larn Health Ministry as “the Larn ministry”."""
        owner, _, noun = words.rpartition(" ")
        body = self._cast.bodies.latest(noun, place) if owner[:1].isupper() and noun.islower() else None
        return body if body is not None and fold(body.name).startswith(f"{fold(owner)} ") else None

    def _in_full(self, name: str, short: str, resolved_by: ResolvedBy) -> Claimant:
        """A body of the text, by its name for its initials where that has a noun for a body or “(LTO)” behind."""
        body = local_body(name, self._lexicon, resolved_by)
        is_owner = name.endswith(("’s", "'s"))  # “the Tide Office’s (LTO) plan”
        is_told = f"{name} ({short})" in self._cast.text or not self._bodies.isdisjoint(fold(name).split())
        in_full = is_acronym(short) and not is_owner and is_told
        return body if in_full else body.model_copy(update={"short": short})
