"""What a claim is found by: places with all they lie in, actors, and words.

Of claims that are not current nothing is kept here, so that a query need not look at what it will not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.store import schema as s
from bot.store.cache import Held, Name
from bot.store.dialect import chunks, run_for_rows
from bot.store.stemming import claimant_word, stems
from digests.models import Claim

_MOST_WORDS = 2_000  # Postgres indexes at most 1 MB

_ADD_LINKS = {
    "sqlite": "INSERT INTO claim_entity (entity, claim_key) VALUES (?, ?)",
    "postgresql": "INSERT INTO claim_entity (entity, claim_key) SELECT * FROM unnest(%s::bigint[], %s::bigint[])",
}
_DROP_LINKS = {
    "sqlite": "DELETE FROM claim_entity WHERE entity = ? AND claim_key = ?",
    "postgresql": "DELETE FROM claim_entity WHERE (entity, claim_key) IN "
    "(SELECT * FROM unnest(%s::bigint[], %s::bigint[]))",
}
_COUNT = {
    "sqlite": "UPDATE entity SET claims = claims + ? WHERE no = ?",
    "postgresql": "UPDATE entity SET claims = claims + step "
    "FROM unnest(%s::integer[], %s::bigint[]) AS changed (step, the_no) WHERE no = the_no",
}
_ADD_WORDS = {
    "sqlite": "INSERT INTO claim_words (rowid, words) VALUES (?, ?)",
    "postgresql": "INSERT INTO claim_words (claim_key, words) "
    "SELECT key, array_to_tsvector(string_to_array(said, ' ')) "
    "FROM unnest(%s::bigint[], %s::text[]) AS added (key, said)",
}
_DROP_WORDS = {
    "sqlite": "INSERT INTO claim_words (claim_words, rowid, words) VALUES ('delete', ?, ?)",
    "postgresql": "DELETE FROM claim_words WHERE claim_key IN "
    "(SELECT key FROM unnest(%s::bigint[], %s::text[]) AS dropped (key, said))",
}

_ENTITIES = select(s.entity.c.id, s.entity.c.no, s.entity.c.name, s.entity.c.detail).where(
    s.entity.c.id.in_(bindparam("ids", expanding=True))
)

Entities = Held[str, tuple[int, Name]]


class Keyed(NamedTuple):
    """A claim and its key."""

    key: int
    claim: Claim


def link_no(number: int, *, own: bool) -> int:
    """What stands for an entity in links: one number for its own claims, and one for all others about it."""
    return number * 2 + own


def show(connection: Connection, memory: Entities, claims: Sequence[Keyed]) -> None:
    """Let claims be found."""
    run_for_rows(connection, _ADD_LINKS, _links(connection, memory, claims, 1))
    run_for_rows(connection, _ADD_WORDS, [(key, _words_of(claim)) for key, claim in claims])


def hide(connection: Connection, memory: Entities, claims: Sequence[Keyed]) -> None:
    """Let claims be found no more."""
    run_for_rows(connection, _DROP_LINKS, _links(connection, memory, claims, -1))
    run_for_rows(connection, _DROP_WORDS, [(key, _words_of(claim)) for key, claim in claims])


def marks_of(claim: Claim) -> dict[str, bool]:
    """Every place and actor that a claim concerns, and whether the claim is its own."""
    claimant = claim.claimant
    marks: dict[str, bool] = {}
    for mention in (*claim.places, *claim.context_places):
        marks |= dict.fromkeys([f"place:{place}" for place in (mention.place.id, *mention.place.ancestors)], False)
    others = (*(mention.actor.id for mention in claim.actors), *claim.actors_within)
    marks |= dict.fromkeys([f"actor:{actor}" for actor in others], False)
    own = (claimant.actor_id, claimant.affiliation_id, *claim.claimant_within)
    return marks | dict.fromkeys([f"actor:{actor}" for actor in own if actor is not None], True)


def _links(connection: Connection, memory: Entities, claims: Sequence[Keyed], step: int) -> list[tuple[int, int]]:
    """The links of claims, in order; counts the entities' claims up or down."""
    marks = [(key, marks_of(claim)) for key, claim in claims]
    counted = Counter(chain.from_iterable(own for _, own in marks))
    numbers = _number(connection, memory, sorted(counted), _names(claims) if step > 0 else {})
    run_for_rows(connection, _COUNT, [(many * step, numbers[entity]) for entity, many in sorted(counted.items())])
    return sorted((link_no(numbers[entity], own=own), key) for key, some in marks for entity, own in some.items())


def _number(
    connection: Connection, memory: Entities, entities: Sequence[str], names: Mapping[str, Name]
) -> dict[str, int]:
    """The numbers of entities; adds what has none yet, and changes what is now called otherwise."""
    held = memory.fetch(entities, lambda missing: _stored(connection, missing))
    new = [entity for entity in entities if entity not in held]
    if new:
        connection.execute(insert(s.entity), [{"id": e, **names.get(e, Name())._asdict(), "claims": 0} for e in new])
        held |= _stored(connection, new)
    other = [entity for entity, name in names.items() if name.name and held[entity][1] != name]
    if other:
        memory.forget(other)
        renamed = update(s.entity).where(s.entity.c.no == bindparam("the_no"))
        renamed = renamed.values(name=bindparam("new_name"), detail=bindparam("new_detail"))
        rows = [(held[entity][0], names[entity]) for entity in other]
        connection.execute(
            renamed, [{"the_no": no, "new_name": name.name, "new_detail": name.detail} for no, name in rows]
        )
    return {entity: number for entity, (number, _) in held.items()}


def _stored(connection: Connection, entities: Sequence[str]) -> dict[str, tuple[int, Name]]:
    return {
        entity: (no, Name(name, detail))
        for some in chunks(entities)
        for entity, no, name, detail in connection.execute(_ENTITIES, {"ids": list(some)})
    }


def _names(claims: Iterable[Keyed]) -> dict[str, Name]:
    """What claims call their places and actors; where they are at odds, an actor's own mention counts."""
    names: dict[str, Name] = {}
    mentioned: dict[str, Name] = {}
    for _, claim in claims:
        claimant = claim.claimant
        if claimant.affiliation_id:
            names[f"actor:{claimant.affiliation_id}"] = Name(claimant.affiliation or claimant.affiliation_id)
        if claimant.actor_id:
            names[f"actor:{claimant.actor_id}"] = Name(claimant.name, claimant.role)
        mentioned |= {f"actor:{m.actor.id}": Name(m.actor.name, m.actor.kind) for m in claim.actors}
        for place in (mention.place for mention in (*claim.places, *claim.context_places)):
            detail = f"{place.kind}, {place.country}" if place.country else place.kind
            mentioned[f"place:{place.id}"] = Name(place.name, detail)
    return names | mentioned


def _words_of(claim: Claim) -> str:
    mentions = [m.place.name for m in (*claim.places, *claim.context_places)] + [m.actor.name for m in claim.actors]
    said = stems(" ".join([claim.passage.exact, *mentions]))
    by = stems(f"{claim.claimant.label} {claim.claimant.surface}")
    words = [*dict.fromkeys(claimant_word(word) for word in by), *dict.fromkeys(said)]
    return " ".join(words[:_MOST_WORDS])
