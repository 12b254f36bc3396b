"""What a claim is found by: places with all they lie in, actors, and words.

Of claims that are not current nothing is kept here, so that a query need not look at what it will not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from bot.store import schema as s
from bot.store.dialect import chunks
from bot.store.words import claimant_word, stems
from digests.models import Claim

_MOST_WORDS = 2_000  # Postgres indexes at most 1 MB

#: How each database indexes words, which SQLAlchemy has no statement for.
_ADD_WORDS = {
    "sqlite": text("INSERT INTO claim_words (rowid, words) VALUES (:key, :words)"),
    "postgresql": text("INSERT INTO claim_words (claim_key, words) VALUES (:key, array_to_tsvector(:words))"),
}
_DROP_WORDS = {
    "sqlite": text("INSERT INTO claim_words (claim_words, rowid, words) VALUES ('delete', :key, :words)"),
    "postgresql": text("DELETE FROM claim_words WHERE claim_key = :key"),
}


class Keyed(NamedTuple):
    """A claim and its key."""

    key: int
    claim: Claim


class Mark(NamedTuple):
    """A place or an actor, and whether the claim is its own."""

    entity: str
    own: bool


class Name(NamedTuple):
    """How an entity is shown."""

    name: str = ""
    detail: str = ""


def link_no(number: int, *, own: bool) -> int:
    """What stands for an entity in links: one number for its own claims, and one for all others about it."""
    return number * 2 + own


def show(connection: Connection, claims: Sequence[Keyed]) -> None:
    """Let claims be found."""
    if claims:
        links = _links(connection, claims, 1)
        if links:  # a claim may concern nobody and nowhere that is known
            connection.execute(insert(s.claim_entity), links)
        _change_words(connection, _ADD_WORDS, claims)


def hide(connection: Connection, claims: Sequence[Keyed]) -> None:
    """Let claims be found no more."""
    if claims:
        links = _links(connection, claims, -1)
        own = s.claim_entity.c
        same = delete(s.claim_entity).where(own.entity == bindparam("of"), own.claim_key == bindparam("key"))
        if links:
            connection.execute(same, [{"of": link["entity"], "key": link["claim_key"]} for link in links])
        _change_words(connection, _DROP_WORDS, claims)


def marks_of(claim: Claim) -> set[Mark]:
    """Everything that a claim concerns."""
    claimant, mentions = claim.claimant, (*claim.places, *claim.context_places)
    places = {place for mention in mentions for place in (mention.place.id, *mention.place.ancestors)}
    by = {claimant.actor_id, claimant.affiliation_id, *claim.claimant_within} - {None}
    actors = by | {mention.actor.id for mention in claim.actors} | set(claim.actors_within)
    marks = {Mark(f"place:{place}", own=False) for place in places}
    return marks | {Mark(f"actor:{actor}", own=actor in by) for actor in actors}


def _links(connection: Connection, claims: Sequence[Keyed], step: int) -> list[dict[str, int]]:
    """The links of claims, in order; counts the entities' claims up or down."""
    marks = [(key, mark) for key, claim in claims for mark in marks_of(claim)]
    counted = Counter(mark.entity for _, mark in marks)
    numbers = _number(connection, sorted(counted), _names(claims) if step > 0 else {})
    changed = update(s.entity).where(s.entity.c.no == bindparam("the_no"))
    changed = changed.values(claims=s.entity.c.claims + bindparam("step"))
    steps = sorted((numbers[entity], count * step) for entity, count in counted.items())
    if steps:
        connection.execute(changed, [{"the_no": number, "step": by} for number, by in steps])
    pairs = sorted((link_no(numbers[mark.entity], own=mark.own), key) for key, mark in marks)
    return [{"entity": entity, "claim_key": key} for entity, key in pairs]


def _number(connection: Connection, entities: Sequence[str], names: dict[str, Name]) -> dict[str, int]:
    """The numbers of entities; adds what has none yet, and changes what is now called otherwise."""
    own, held = s.entity.c, {}
    for some in chunks(entities):
        for row in connection.execute(select(own.id, own.no, own.name, own.detail).where(own.id.in_(some))):
            held[row.id] = row.no, Name(row.name, row.detail)
    new = [{"id": e, **names.get(e, Name())._asdict(), "claims": 0} for e in entities if e not in held]
    if new:
        connection.execute(insert(s.entity), new)
        return _number(connection, entities, names)
    other = [
        {"the_no": held[e][0], "new_name": name.name, "new_detail": name.detail}
        for e, name in names.items()
        if name.name and held[e][1] != name
    ]
    if other:
        renamed = update(s.entity).where(own.no == bindparam("the_no"))
        connection.execute(renamed.values(name=bindparam("new_name"), detail=bindparam("new_detail")), other)
    return {entity: number for entity, (number, _) in held.items()}


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


def _change_words(connection: Connection, statements: dict[str, Any], claims: Iterable[Keyed]) -> None:
    dialect = connection.dialect.name
    rows: Iterator[tuple[int, Any]] = ((key, _words_of(claim)) for key, claim in claims)
    if dialect == "sqlite":
        rows = ((key, " ".join(words)) for key, words in rows)
    connection.execute(statements[dialect], [{"key": key, "words": words} for key, words in rows])


def _words_of(claim: Claim) -> list[str]:
    mentions = [m.place.name for m in (*claim.places, *claim.context_places)] + [m.actor.name for m in claim.actors]
    said = stems(" ".join([claim.passage.exact, *mentions]))
    by = stems(f"{claim.claimant.label} {claim.claimant.surface}")
    return [*dict.fromkeys(claimant_word(word) for word in by), *dict.fromkeys(said)][:_MOST_WORDS]
