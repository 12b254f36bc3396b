"""What is found in a text: attributions, places, actors, figures and dates."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import AwareDatetime, Field, NonNegativeInt

from digests.models.values import Fragment, Value

Kind = Literal["saying", "estimate", "denial", "forecast", "attitude", "appearance"]
Mode = Literal["direct", "indirect", "mixed"]
NamedAs = Literal["named person", "named body", "document", "unnamed person", "unnamed group"]
Role = Literal["party", "official", "analyst", "agency", "outlet", "document", "unnamed"]
ResolvedBy = Literal[
    "exact", "alias", "acronym", "last name", "short form", "pronoun", "metonym", "local", "unresolved", "none"
]
Pronoun = Literal["he", "she"]
Precision = Literal["minute", "day", "week", "month", "season", "year", "unknown"]
Bound = Literal["exact", "about", "at_least", "up_to", "more_than", "less_than"]


_OWNER = re.compile(r"[’'‘`]s?$")


class Attribution(Value):
    """Who is said to say what in a text: source, cue and content (PolNeAR), each as fragments in order."""

    source: tuple[Fragment, ...] = ()
    cue: tuple[Fragment, ...] = ()
    content: tuple[Fragment, ...] = Field(min_length=1)
    relay: tuple[Fragment, ...] = ()  #: who passes on what another says: “TASS” in “TASS quoted X as saying”
    kind: Kind = "saying"
    mode: Mode = "indirect"
    nested: bool = False
    confidence: float = Field(default=1.0, ge=0, le=1)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]

    @property
    def citation(self) -> tuple[Fragment, ...]:
        """The source and the cue: what says whose the content is."""
        return (*self.source, *self.cue)

    def citing_words(self, text: str) -> str:
        """What stands in a text from the first to the last word of the citation; nothing where there is none."""
        return text[min(self.citation)[0] : max(end for _, end in self.citation)] if self.citation else ""


class Place(Value):
    """A place of the gazetteer, keyed by GeoNames id, with the ids of everything it lies in, nearest first."""

    id: int
    name: str
    kind: Literal["country", "admin1", "admin2", "city", "region"]
    country: str | None = None  #: ISO 3166-1 alpha-2
    ancestors: tuple[int, ...] = ()
    population: int = 0
    lat: float | None = None
    lon: float | None = None


class PlaceMention(Value):
    """A place named in a text."""

    place: Place
    surface: str
    start: NonNegativeInt
    end: NonNegativeInt
    metonym: bool = (
        False  #: the name stands for the state that speaks or acts (“Kyiv said”), not for where something is
    )


class Actor(Value):
    """A person or body that can speak or act; `parent` is the actor it belongs to."""

    id: str  #: a slug such as "org:isw", "person:vladimir-putin", "state:ru", "mil:ua-general-staff"
    name: str
    kind: Literal["person", "state", "military", "government", "agency", "org", "media", "group"]
    short: str | None = None  #: the name that a digest prints, such as "ISW"
    role: Role = "party"
    aliases: tuple[str, ...] = ()
    country: str | None = None  #: ISO 3166-1 alpha-2
    parent: str | None = None
    side: str | None = None  #: the camp in a conflict, where one exists
    pronoun: Pronoun | None = None  #: of a person
    demonyms: tuple[str, ...] = ()  #: "Ukrainian", from which the names of a state's bodies follow
    capitals: tuple[str, ...] = ()  #: places that stand for it as the subject of a verb ("Kyiv said")
    seats: tuple[str, ...] = ()  #: names that stand for it anywhere ("the Kremlin")

    @property
    def label(self) -> str:
        """The shortest name that a reader knows."""
        return self.short or self.name


class ActorMention(Value):
    """An actor named in a text."""

    actor: Actor
    surface: str
    start: NonNegativeInt
    end: NonNegativeInt
    resolved_by: ResolvedBy


class Claimant(Value):
    """Who makes a claim, and how we know."""

    actor_id: str | None = None
    name: str  #: canonical where resolved, else the surface
    short: str | None = None  #: the name that a digest prints, such as "ISW"
    surface: str = ""
    role: Role = "party"
    affiliation_id: str | None = None  #: the body that a person speaks for, where the text or the actor file says so
    affiliation: str | None = None
    side: str | None = None
    title: str | None = None  #: what the text says a person is, in its own words: “mayor of Bergen”
    type: NamedAs | None = None  #: none where no text was read
    confidence: float = Field(default=1.0, ge=0, le=1)  #: how likely the name is right, by how it was found
    members: tuple[str, ...] = ()  #: the ids of those who speak together, as far as they are known
    resolved_by: ResolvedBy = "exact"

    @property
    def label(self) -> str:
        """The name that a line begins with: “Angelica Evans (ISW)”, “Siri Holmgren (mayor of Bergen)”.

        Whoever has a short name is known by it, and needs no title. An office is told with its body, once.
        """
        name = self.short or self.name
        office, body = None if self.short else self.title, self.affiliation
        if office and body and _tells(office, body):
            body = None
        introduction = ", ".join(filter(None, (office, body)))
        return f"{name} ({introduction})" if introduction else name


def _tells(office: str, body: str) -> bool:
    """Whether an office has a body in it, or most of its words: “Holm campaign spokesman” and “Holm’s campaign”."""
    body_words, office_words = _words(body), _words(office)
    shared = sum(word in office_words for word in body_words)
    return body.casefold() in office.casefold() or 2 * shared > len(body_words)


def _words(name: str) -> list[str]:
    return [_OWNER.sub("", word) for word in name.casefold().split()]


class Figure(Value):
    """A quantity: what is counted keeps the passage's own noun (*casualties* are not *killed*)."""

    value: float | None  #: none where the passage gives no number ("hundreds of")
    low: float | None = None
    high: float | None = None
    unit: str | None = None  #: "km", "mi", "%", "USD" …; none for things counted
    what: str | None = None  #: "troops", "fatalities"
    bound: Bound = "exact"
    party: str | None = None  #: whose: "Russian", "North Korean"
    start: NonNegativeInt
    end: NonNegativeInt
    surface: str


class TimeSpan(Value):
    """A date expression of a text, resolved to the half-open interval of time that it names."""

    start: NonNegativeInt
    end: NonNegativeInt
    surface: str
    valid_from: AwareDatetime | None
    valid_to: AwareDatetime | None
    precision: Precision
