"""Whom a text means by one word of a name: the namesake named in full last, not one who is but somebody's kin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from digests.actors import ActorIndex, PersonName
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon
from digests.models import Actor, Pronoun
from digests.speakers.persons.kin import given_before, kin_before
from digests.speakers.persons.person import Person
from digests.text.folding import fold

_NEAR = 60  #: characters before a name in which it may say whose kin somebody is
_TOGETHER = 200  #: characters between two namesakes of whom neither is meant rather than the other
_MORE = 1.3  #: times as much is made of one as of each namesake, where the text begins with that one
_MUCH_MORE = 2.0  #: the same where it does not
_LOCAL = 400  #: characters over which a full name is meant by the last name after it
_ALIKE = 0.88  #: letters of two spellings of one name, of all; “Hansen” and “Hanson” are not
_SENTENCE_START = re.compile(r"(?:^|[.!?]['’”\"]*\s|\n\s*)(?:\w+,?\s)?$")
_NAME_GOES_ON = re.compile(r"\s[A-Z]")
_NEXT_WORDS = re.compile(r",?\s+([\w’'-]+)(?:\s+([\w’'-]+))?")


class Namesakes:
    """The persons of a text, for look-up by one word of their names."""

    def __init__(
        self,
        text: str,
        persons: Mapping[str, Person],
        full_names: Mapping[str, Sequence[PersonName]],
        names: Sequence[PersonName],
        index: ActorIndex,
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._persons = persons
        self._full_names = full_names
        self._bare: dict[str, list[PersonName]] = {}
        for name in names:
            if name.bare:
                self._bare.setdefault(name.last, []).append(name)
        self._by_bare_name: dict[tuple[int, str | None], str | None] = {}
        self._index = index
        self._lexicon = lexicon

    def by_last_name(self, last: str, pronoun: Pronoun | None, place: int, *, surname: str = "") -> Person | None:
        """The person of a last name at a place; of several, whom the text goes on about there.

        In doubt it is whom everybody knows by that name, else nobody.

        surname: what stands there, where that is more than one word: “Abu Bo”.
        """
        known = self._called(surname or last, self._namesakes(last, pronoun))
        if pronoun is not None and any(map(self._is_shared, known)):
            return None  # “Mr. Bo”, of “Ken and Ann Bo”
        key = self._bearer(last, known, place) or self._famous(last, known)
        return self._persons[key] if key is not None and not self._is_shared(key) else None

    def _called(self, surname: str, known: Sequence[str]) -> Sequence[str]:
        """Those of some namesakes whom the text calls so: “Abu Bo” is Carl Abu Bo, and then “Bo” another."""
        names = {key: fold(self._persons[key].claimant.name) for key in known}
        shorter = (
            *self._bare.get(surname.rpartition(" ")[2], []),
            *(n for key in known for n in self._full_names[key]),
        )
        longer = tuple({f" {fold(name.name)}" for name in shorter if " " in name.name})
        ends = f" {surname}" if " " in surname else longer
        bearers = [key for key in known if names[key].endswith(ends) == (" " in surname)]
        return bearers or known

    def wife(self, name: PersonName) -> Person | None:
        """Whom “Mrs. Bo” means all through a text: the only one of that name brought in before its first “Mrs. Bo”."""
        married = self._lexicon.persons.married
        if not name.bare or married.isdisjoint(map(plain_word, name.titles)):
            return None
        first = next(bare for bare in self._bare[name.last] if bare.titles == name.titles)
        keys = [key for key in self._namesakes(name.last, name.pronoun) if self._brought_in(key) < first.start]
        return self._persons[keys[0]] if len(keys) == 1 else None

    def _brought_in(self, key: str) -> int:
        """Where somebody is first named in full other than in a body's name: “the Ann Bo Fund”."""
        names = self._full_names[key]
        starts = (name.start for name in names if _NAME_GOES_ON.match(self._text, name.end) is None)
        return next(starts, len(self._text))

    def is_doubtful(self, name: PersonName) -> bool:
        """Whether a last name may be that of any of several whom the text names."""
        known = [] if self.wife(name) else self._namesakes(name.last, name.pronoun)
        if any(map(self._is_shared, known)):
            return self.by_last_name(name.last, name.pronoun, name.start, surname=fold(name.name)) is None
        known = [*self._called(fold(name.name), known)]
        return len(known) > 1 and self._bearer(name.last, known, name.start) is None

    def _is_shared(self, key: str) -> bool:
        """Whether somebody is named but together with one of the same last name: “the brothers Ken and Hiro Mori”."""
        leads = (self._text[max(0, name.start - _NEAR) : name.start] for name in self._full_names[key])
        return all(self._follows_given(lead, self._persons[key].last) for lead in leads)

    def _follows_given(self, lead: str, last: str) -> bool:
        """Whether words end with a first name and “and”, or with one that has the last name: “Ann Bo and ”."""
        words = fold(lead).split()
        if not words or words[-1] not in self._lexicon.descriptions.joining:
            return False
        if words[-2:-1] == [last]:
            return True
        match = given_before(self._lexicon).search(lead)
        if match is None or match["alone"] is None:
            return match is not None
        word = fold(match["alone"])
        if word in self._lexicon.persons.given_names:
            return True
        return word not in self._bare and self._index.recognise(match["alone"]) is None

    def _namesakes(self, last: str, pronoun: Pronoun | None) -> list[str]:
        """Those of a last name whom a title leaves, and the listed person that has it."""
        known = [
            key
            for key, person in self._persons.items()
            if person.last == last and pronoun in {None, self._pronoun(key) or pronoun}
        ]
        actor = self._listed(last) if self._famous(last, known) is None else None
        return self._told_apart(known, actor.pronoun, pronoun) if actor is not None else known

    def _pronoun(self, key: str) -> Pronoun | None:
        """The pronoun of somebody, be it that of whose kin they are brought in as: “his wife, Ann Bo”."""
        first = self._full_names[key][0].start
        kin = kin_before(self._lexicon).search(self._text, max(0, first - _NEAR), first)
        return self._persons[key].pronoun or (self._lexicon.persons.kin[kin["kin"].lower()] if kin else None)

    def _listed(self, last: str) -> Actor | None:
        match = self._index.recognise(last)
        return match.actor if match is not None and match.actor.kind == "person" else None

    def _famous(self, last: str, known: Sequence[str]) -> str | None:
        """Which of some namesakes everybody knows by the last name alone."""
        actor = self._listed(last) if known else None
        return next((k for k in known if actor and self._persons[k].claimant.actor_id == actor.id), None)

    def _bearer(self, last: str, known: Sequence[str], place: int) -> str | None:
        """Which of some namesakes a last name means: the one named in full near by, else whom the text is about."""
        if len(known) < 2:
            return next(iter(known), None)
        places = {key: [n.start for n in self._full_names[key] if self._stays(n)] for key in known}
        met = sorted((k for k in known if any(p < place for p in places[k])), key=lambda k: _latest(places[k], place))
        if not met:
            first = min(known, key=lambda key: (not places[key], self._full_names[key][0].start))
            return self._famous(last, known) or first
        latest = [_latest(places[key], place) for key in met]
        bare = next((n for n in reversed(self._bare.get(last, [])) if n.start < place and self._may_be(n, known)), None)
        if bare is not None and bare.start > latest[-1]:
            bearer = self._of_bare(bare, known)  # the last name goes on meaning whom it meant
            is_far = bearer == met[-1] and place - latest[-1] > _LOCAL
            return (self._subject(known) or bearer) if is_far else bearer
        if place - latest[-1] > _LOCAL:
            return self._far_from(met[-1], latest[-1], known)
        are_together = any(latest[-1] - earlier < _TOGETHER for earlier in latest[:-1])
        return self._near(met[-1], latest[-1], bare, known, are_together=are_together)

    def _near(
        self, key: str, start: int, bare: PersonName | None, known: Sequence[str], *, are_together: bool
    ) -> str | None:
        """Who is meant soon after one of some namesakes was named in full."""
        places = [name.start for name in self._full_names[key] if start - _LOCAL < name.start <= start]
        opens, famous = any(self._opens(key, place) for place in places), self._famous(self._persons[key].last, known)
        if bare is not None and start - bare.start < _LOCAL and not opens:
            alone = key if famous in {None, key} else None
            return self._of_bare(bare, known) or alone  # “Bush thanked his mother, Ann Bush”
        if famous in {None, key}:
            return None if are_together and famous is None else key
        return None if opens else famous

    def _far_from(self, key: str, start: int, known: Sequence[str]) -> str | None:
        """Who is meant where nobody was named in full near by; the last so named if the text is about nobody more."""
        famous, subject = self._famous(self._persons[key].last, known), self._subject(known)
        if famous is not None:
            return famous if subject == famous else None
        return subject or (key if self._opens(key, start) else None)

    def _of_bare(self, name: PersonName, known: Sequence[str]) -> str | None:
        """Whom a last name earlier in the text meant, if it is one of some namesakes."""
        key = (name.start, name.pronoun)
        if key not in self._by_bare_name:
            namesakes = self._namesakes(name.last, name.pronoun)
            self._by_bare_name[key] = self._bearer(name.last, namesakes, name.start)
        bearer = self._by_bare_name[key]
        return bearer if bearer in known else None

    def _may_be(self, name: PersonName, known: Sequence[str]) -> bool:
        """Whether the title of a last name fits one of some namesakes."""
        return any(name.pronoun in {None, self._persons[key].pronoun or name.pronoun} for key in known)

    def _opens(self, key: str, start: int) -> bool:
        """Whether a full name at a place is a sentence's subject, or speaks or is described there."""
        name = next(name for name in self._full_names[key] if name.start == start)
        lead = self._text[max(0, start - _NEAR) : start]
        following = _NEXT_WORDS.match(self._text, name.end)
        verbs = self._lexicon.verbs
        speaks = following is not None and not verbs.saying.isdisjoint(following.groups())
        is_cited = not verbs.inverted.isdisjoint(lead.split()[-1:])
        return speaks or is_cited or _SENTENCE_START.search(lead) is not None

    def _subject(self, known: Sequence[str]) -> str | None:
        """Whom a text is about of some namesakes: whom it brings in first, and makes more of than of the others."""
        weights = {key: sum(1 + self._opens(key, n.start) for n in self._full_names[key]) for key in known}
        first, second = sorted(known, key=lambda key: self._full_names[key][0].start)[:2]
        last = self._persons[first].last
        alone = [name.start for name in self._bare.get(last, []) if name.start < self._full_names[second][0].start]
        famous = self._famous(last, known) if alone and alone[0] < self._full_names[first][0].start else None
        weights[famous or first] += len(alone)
        bearer = max(known, key=lambda key: (weights[key], key == first))
        bar = _MORE if bearer == first else _MUCH_MORE
        return bearer if all(weights[bearer] >= bar * weights[key] for key in known if key != bearer) else None

    def by_misspelt(self, last: str, place: int) -> Person | None:
        """The one person named in full before a place whose last name is nearly a word that is no name in the text."""
        matches = [
            person
            for key, person in self._persons.items()
            if _is_nearly(last, person.last) and " " in person.claimant.name and self._full_names[key][0].start < place
        ]
        return matches[0] if len(matches) == 1 else None

    def by_first_word(self, word: str, place: int) -> Person | None:
        """Whom a text has named in full by a name that begins with a word; of several, the listed one."""
        keys = [key for key, names in self._full_names.items() if self._begins(names[0], word, place)]
        listed_keys = [key for key in keys if self._index.get(self._persons[key].claimant.actor_id or "") is not None]
        matches = keys if len(keys) == 1 else listed_keys
        return self._persons[matches[0]] if len(matches) == 1 else None

    def _begins(self, name: PersonName, word: str, place: int) -> bool:
        return name.start < place and word in {fold(name.name).split(" ")[0], fold(name.nickname)}

    def _told_apart(self, known: Sequence[str], famous: Pronoun | None, title: Pronoun | None) -> list[str]:
        """Those of a listed person's last name whom a bare name may mean: not a wife, nor one named in passing."""
        if title is not None:
            return list(known)
        people = {key: self._persons[key] for key in known}
        return [key for key, p in people.items() if p.words and (famous is None or p.pronoun in {None, famous})]

    def _stays(self, name: PersonName) -> bool:
        """Whether a full name brings somebody in for what follows: not as another's kin, unless they speak there."""
        if kin_before(self._lexicon).search(self._text, max(0, name.start - _NEAR), name.start) is None:
            return True
        following = _NEXT_WORDS.match(self._text, name.end)
        return following is not None and not self._lexicon.verbs.saying.isdisjoint(following.groups())


def _latest(places: Sequence[int], end: int) -> int:
    """The last of some places before another; below none where there is none."""
    return max((place for place in places if place < end), default=-_LOCAL)


def _is_nearly(word: str, last: str) -> bool:
    """Whether a word is a last name but for a slip of the pen; its plural is the family."""
    if word[:1] != last[:1] or word in {last, f"{last}s"}:
        return False
    return SequenceMatcher(None, word, last).ratio() >= _ALIKE
