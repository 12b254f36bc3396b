"""A few places and actors that have claims, and a world in which they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from digests.actors import ActorIndex
from digests.knowledge import Knowledge
from digests.models import Actor
from digests.query.name_index import Directory
from tests.digests.gazetteers import SmallGazetteer

NOW = datetime(2025, 2, 8, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Thing:
    """A place or an actor that has claims."""

    kind: Literal["place", "actor"]
    id: str
    name: str
    claims: int = 1
    titles: tuple[str, ...] = ()


ENVOY = Thing("actor", "person:ines-falk", "Ines Falk", titles=("Russia’s trade envoy to Ukraine", "an official"))
OTHER_ENVOY = Thing("actor", "person:jo-brand", "Jo Brand", titles=("U.S. trade envoy",))
FORMER = Thing("actor", "person:olga-tamm", "Olga Tamm", titles=("former Russian trade envoy to Ukraine",))
FIRST, SECOND = (Thing("actor", f"person:{n}", f"Ola {n}", titles=("prefect of Kursk",)) for n in ("Ek", "Lie"))
RUSSIA = Thing("place", "1", "Russia", 90)
STATE = Thing("actor", "state:ru", "Russia", 80)
OBLAST = Thing("place", "10", "Kursk Oblast", 70)
KURSK = Thing("place", "11", "Kursk", 60)
KYIV = Thing("place", "22", "Kyiv", 50)
PARIS_FRANCE = Thing("place", "40", "Paris", 40)
PARIS_TEXAS = Thing("place", "31", "Paris", 30)
INSTITUTE = Thing("actor", "org:sample-institute", "Sample Institute", 20)
ANALYST = Thing("actor", "person:marén-example", "Marén Example", 10)
COUNCIL = Thing("actor", "org:рада", "Верховна Рада", 5)
KNOWN = Directory([RUSSIA, STATE, OBLAST, KURSK, KYIV, PARIS_FRANCE, PARIS_TEXAS, INSTITUTE, ANALYST, COUNCIL])
KNOWLEDGE = Knowledge(
    SmallGazetteer(),
    ActorIndex(
        [
            Actor(id="state:ru", name="Russia", kind="state", country="RU", demonyms=("Russian",)),
            Actor(id="org:sample-institute", name="Sample Institute", kind="org", short="SIX"),
            Actor(id="person:marén-example", name="Marén Example", kind="person"),
        ]
    ),
)
