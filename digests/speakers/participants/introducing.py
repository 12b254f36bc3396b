"""Who the persons of a text are said to be, gathered over all places at which it names them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from digests.actors import ActorIndex, PersonName
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon, either
from digests.models import Actor, Claimant
from digests.speakers.claimants import claimant_of, local_person
from digests.speakers.participants.groups import told_among
from digests.speakers.participants.surnames import by_surname
from digests.speakers.participants.trades import titles_apart
from digests.speakers.persons.descriptions import described, descriptions
from digests.speakers.persons.homes import seat_of, seated
from digests.speakers.persons.introductions import introduction_of
from digests.speakers.persons.neighbours import told_beside
from digests.speakers.persons.origins import body_behind, origin_of
from digests.speakers.persons.person import Person
from digests.speakers.persons.roles import has_owner, head_noun
from digests.speakers.persons.title_lengths import MOST_CHARS
from digests.speakers.persons.titles import is_former, office_of, open_about, says_little, title_of
from digests.text.folding import fold

_FIRST = 2  #: mentions of a person beside which a title is looked for first
_MENTIONS = 6  #: mentions beside which a fuller one is


@functools.cache
def _former(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.descriptions.former)})\b", re.IGNORECASE)


class Introductions:
    """Reads what stands beside the names of one text."""

    def __init__(
        self,
        text: str,
        names: Sequence[PersonName],
        full_names: Mapping[str, Sequence[PersonName]],
        index: ActorIndex,
        lexicon: Lexicon,
    ) -> None:
        self._text, self._names, self._full_names = text, names, full_names
        self._index, self._lexicon = index, lexicon
        self._lasts = frozenset(name.last for name in names)

    def person(self, names: Sequence[PersonName]) -> Person:
        """Whom some full names are of, with what the text tells of them."""
        pairs = [pair for name in names for pair in self._descriptions(name)]
        words = frozenset(described((words for words, _ in pairs), self._lexicon))
        former = _former(self._lexicon)
        now = [role for role, _ in pairs if not former.search(role)]
        affiliation = next((body for role, body in pairs if body and role in now), None)
        pronoun = next((p for name in names if (p := name.pronoun)), None)
        match = self._index.recognise(names[0].name)
        if match is not None and match.actor.kind == "person":
            claimant = claimant_of(match, self._index)
            pronoun = match.actor.pronoun or pronoun
        else:
            claimant = local_person(_as_called(names[0]), self._lexicon, described(now, self._lexicon), affiliation)
        title = self._title(names)
        words |= described([title or ""], self._lexicon)
        return Person(self._introduced(claimant, title, affiliation, names), names[0].last, words, pronoun)

    def _descriptions(self, name: PersonName) -> Iterable[tuple[str, Actor | None]]:
        return descriptions(self._text, name, self._index, self._lexicon)

    def _introduced(
        self, claimant: Claimant, title: str | None, body: Actor | None, names: Sequence[PersonName]
    ) -> Claimant:
        """Somebody with their title, and the body beside it where it does not tell that."""
        if title is not None and claimant.name.startswith(f"{title.rpartition(' ')[2]} "):
            title = None  # of “Lord Mornay”, which has it, and “Norway’s Prince” of “Prince Sverre”
        if title is None:
            is_known = claimant.short or claimant.affiliation or body
            mentions = [*names[:_FIRST], *self._alone(names[0].last)[:_MENTIONS]]
            return claimant.model_copy(update={"title": None if is_known else self._introduction(mentions)})
        if body is None and not claimant.affiliation and not has_owner(title, self._lexicon):
            body = self._body_later(names[0].last, title)
            bodies_behind = (
                body_behind(self._text, name, title, self._index, self._lexicon) for name in names[:_FIRST]
            )
            label = body.label if body else next(filter(None, bodies_behind), None)
            update = {"affiliation": label, "affiliation_id": body.id if body else None} if label else {}
            claimant = claimant.model_copy(update=update)
        own_body = None if claimant.short else self._index.get(claimant.affiliation_id or "")
        body = own_body or body
        if body is not None and self._tells_more(title, body):
            claimant = claimant.model_copy(update={"affiliation": None})
        return claimant.model_copy(update={"title": self._seated(title, names)})

    def _seated(self, title: str, names: Sequence[PersonName]) -> str:
        """A title with the party and the place of a member of a chamber, where any of the first names has them."""
        fuller = (seated(title, self._text, name, self._lexicon) for name in names[:_FIRST])
        return next((words for words in fuller if words != title), title)

    def _body_later(self, last: str, title: str) -> Actor | None:
        """The body that a title has behind a last name alone: “Mr. Bo, a fellow at the Larn Institute,”."""
        names = self._alone(last)[:_MENTIONS]
        pairs = (pair for name in names for pair in self._descriptions(name))
        bodies = (body for role, body in pairs if title in role and body is not None and body.kind != "state")
        return next((body for body in bodies if fold(body.label) in fold(self._text)), None)

    def _introduction(self, names: Sequence[PersonName]) -> str | None:
        """What the text tells beside a name of somebody who has no title: a clause, a phrase, or whose they are."""
        introductions = (introduction_of(self._text, name, self._lexicon) for name in names)
        origins = (origin_of(self._text, name, self._index, self._lexicon, self._lasts) for name in names)
        seats = (seat_of(self._text, name, self._lexicon) for name in names)
        neighbours = (told_beside(self._text, name, self._names, self._lexicon) for name in names[:_FIRST])
        groups = (told_among(self._text, name, self._names, self._lexicon) for name in names[:_FIRST])
        return next(filter(None, chain(introductions, origins, seats, groups, neighbours)), None)

    def _title(self, names: Sequence[PersonName]) -> str | None:
        """The first title beside a name of a person that says of what, else the first, unless it says nothing.

        Further on an office alone counts, and one that somebody has left not beside one that they have.
        """
        last, lexicon = names[0].last, self._lexicon
        first = [title_of(self._text, name, lexicon) for name in (*names[:_FIRST], *self._titled(last))]
        title = min(filter(None, first), key=lambda title: open_about(title, lexicon), default=None)
        if title is None or says_little(title, lexicon):
            later = (*names[_FIRST:_MENTIONS], *self._alone(last)[:_MENTIONS])
            offices = filter(None, (office_of(self._text, name, lexicon) for name in later))
            title = next((office for office in offices if title is None or not is_former(office, lexicon)), title)
        return None if title in lexicon.descriptions.bare_offices else title

    def _tells_more(self, title: str, body: Actor) -> bool:
        """Whether a title tells its bearer's body too, or more: any does than a party, as an office in a chamber."""
        bodies, parent = self._lexicon.bodies, self._index.get(body.parent or "")
        names = [fold(actor.name).split() for actor in (body, parent) if actor is not None]
        names_chamber = not bodies.chambers.isdisjoint({*names[0]} & {*fold(title).split()})
        is_office = names_chamber and not says_little(title, self._lexicon)
        is_office = is_office or self._is_named_otherwise(title, body)
        return is_office or any(name[-1] in bodies.parties for name in names)

    def _is_named_otherwise(self, title: str, body: Actor) -> bool:
        """Whether a title has a body by another name than is printed: “head of the Institute for Peace”, of IFP.

        A minister of a state has the ministry, and a title of many words what it is of.
        """
        if body.label.casefold() in title.casefold():
            return False
        words, stem = title.split(), head_noun(title, self._lexicon).removesuffix("er")  # “minister”, “ministry”
        spans = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
        matches = (self._index.recognise(" ".join(words[start:end])) for start, end in spans)
        is_named = any(match is not None and match.actor.id == body.id for match in matches)
        is_ministers = len(words) > 1 and fold(body.name).split()[-1] == f"{stem}ry"
        is_long = has_owner(title, self._lexicon) and len(f"{title}, {body.label}") > MOST_CHARS
        return is_named or is_ministers or is_long

    def _titled(self, last: str) -> Sequence[PersonName]:
        """Where a last name that one person has stands alone behind a title: “President Bo”."""
        in_full = [name for names in self._full_names.values() if names[0].last == last for name in names]
        names = (name for name in self._alone(last) if name.titles)
        return [name for name in names if not titles_apart(name, in_full, self._lexicon)][:_FIRST]

    def _alone(self, last: str) -> Sequence[PersonName]:
        """Where a last name that one person has, or a longer end of their name, stands alone."""
        bearers = [names[0] for names in self._full_names.values() if names[0].last == last]
        if len(bearers) != 1:
            return ()
        last_names = [name for name in self._names if name.bare and name.last == last]
        return [*last_names, *by_surname(self._text, bearers[0])]


def _as_called(name: PersonName) -> str:
    """A name with the style that belongs to it: “Mr Justice Holm”, and of one word “Lord Mornay”."""
    titles, persons = name.titles, name.lexicon.persons
    styles = persons.courtesy if " " in name.name else persons.courtesy | persons.peerage
    first = plain_word(titles[0]) if titles else ""
    is_office = len(titles) > 1 and plain_word(titles[1]) not in persons.courtesy  # not “Datuk Seri”
    if is_office and first in styles and persons.titles.get(first):
        return f"{' '.join(titles)} {name.name}"
    is_peer = titles != () and " " not in name.name and titles[-1].lower() in persons.peerage
    return f"{titles[-1]} {name.name}" if is_peer else name.name
