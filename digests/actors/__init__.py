"""Who speaks and acts: looking actors up by name, and finding actors and persons in a text."""

from digests.actors.index import ActorIndex, ActorMatch, is_acronym
from digests.actors.mentions import Named, find_actors, find_named
from digests.actors.person_name import PersonName
from digests.actors.persons import find_persons, person_spans, pronoun_of

__all__ = [
    "ActorIndex",
    "ActorMatch",
    "Named",
    "PersonName",
    "find_actors",
    "find_named",
    "find_persons",
    "is_acronym",
    "person_spans",
    "pronoun_of",
]
