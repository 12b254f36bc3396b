"""What a claim is found by: places with all they lie in, actors, and words.

Of claims that are not current nothing is kept here, so that a query need not look at what it will not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.store import schema as s
from bot.store.claims.rows import KeyedClaim
from bot.store.claims.stemming import claimant_word, stems
from bot.store.columns import plain_text
from bot.store.dialect import delete_statements, insert_statements, run_for_rows
from digests.models import Claim, Place

_MOST_WORDS = 2_000  # Postgres indexes at most 1 MB
_LONGEST_TITLE = 100

_ADD_PLACES = insert_statements(s.claim_place)
_DROP_PLACES = delete_statements(s.claim_place)
_ADD_ACTORS = insert_statements(s.claim_actor)
_DROP_ACTORS = delete_statements(s.claim_actor)
# What is counted only, such as a place around others, comes without a name, and takes none away.
_COUNT_PLACES = insert_statements(
    s.place,
    "ON CONFLICT (id) DO UPDATE SET claims = place.claims + excluded.claims, "
    + ", ".join(
        f"{name} = CASE WHEN excluded.name = '' THEN place.{name} ELSE excluded.{name} END"
        for name in ("name", "kind", "country", "latitude", "longitude")
    ),
)
_COUNT_ACTORS = insert_statements(
    s.actor,
    "ON CONFLICT (id) DO UPDATE SET claims = actor.claims + excluded.claims, "
    + ", ".join(
        f"{name} = CASE WHEN excluded.name = '' THEN actor.{name} ELSE excluded.{name} END" for name in ("name", "kind")
    ),
)
_COUNT_TITLES = insert_statements(
    s.actor_title, "ON CONFLICT (actor_id, title) DO UPDATE SET claims = actor_title.claims + excluded.claims"
)
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
_SELDOM_FIRST = ("around", "context", "named")


class Entities(NamedTuple):
    """What a claim concerns: places with how they come into it, and actors with whether they speak."""

    places: dict[int, str]
    actors: dict[str, bool]


KeyedEntities = tuple[int, Entities]  # a claim's key, and what the claim concerns


def index_claims(connection: Connection, claims: Sequence[KeyedClaim]) -> None:
    """Let claims be found."""
    concerned = [(key, entities_of(claim)) for key, claim in claims]
    run_for_rows(connection, _ADD_PLACES, _place_rows(concerned))
    run_for_rows(connection, _ADD_ACTORS, _actor_rows(concerned))
    index_words(connection, claims)
    _count(connection, concerned, claims, 1)
    _count_titles(connection, claims, 1)


def index_words(connection: Connection, claims: Sequence[KeyedClaim]) -> None:
    """Let claims be found by their words."""
    run_for_rows(connection, _ADD_WORDS, [(key, _words_of(claim)) for key, claim in claims])


def unindex_claims(connection: Connection, claims: Sequence[KeyedClaim]) -> None:
    """Let claims be found no more."""
    concerned = [(key, entities_of(claim)) for key, claim in claims]
    run_for_rows(connection, _DROP_PLACES, [row[:2] for row in _place_rows(concerned)])
    run_for_rows(connection, _DROP_ACTORS, _actor_rows(concerned))
    run_for_rows(connection, _DROP_WORDS, [(key, _words_of(claim)) for key, claim in claims])
    _count(connection, concerned, [], -1)
    _count_titles(connection, claims, -1)


def entities_of(claim: Claim) -> Entities:
    """Every place and actor that a claim concerns."""
    mentions = {
        "named": [mention.place for mention in claim.places],
        "context": [mention.place for mention in claim.context_places],
    }
    ancestors = [i for places in mentions.values() for place in places for i in place.ancestors]
    ids = {"around": ancestors} | {
        mention_kind: [place.id for place in places] for mention_kind, places in mentions.items()
    }
    places = {place_id: mention_kind for mention_kind in _SELDOM_FIRST for place_id in ids[mention_kind]}
    claimant = claim.claimant
    others = (*(mention.actor.id for mention in claim.actors), *claim.actors_within)
    speaking = (claimant.actor_id, claimant.affiliation_id, *claim.claimant_within)
    actors = dict.fromkeys(map(plain_text, others), False)
    return Entities(
        places, actors | dict.fromkeys((plain_text(actor) for actor in speaking if actor is not None), True)
    )


def _place_rows(concerned: Sequence[KeyedEntities]) -> list[tuple[Any, ...]]:
    return sorted(
        (place_id, key, mention_kind)
        for key, entities in concerned
        for place_id, mention_kind in entities.places.items()
    )


def _actor_rows(concerned: Sequence[KeyedEntities]) -> list[tuple[Any, ...]]:
    return sorted(
        (actor_id, speaks, key) for key, entities in concerned for actor_id, speaks in entities.actors.items()
    )


def _count(
    connection: Connection, concerned: Sequence[KeyedEntities], naming_claims: Sequence[KeyedClaim], step: int
) -> None:
    """Count the claims of places and actors up or down, and keep what those claims call them."""
    places = Counter(place_id for _, entities in concerned for place_id in entities.places)
    actors = Counter(actor_id for _, entities in concerned for actor_id in entities.actors)
    places_named, actors_named = _places(naming_claims), _actors(naming_claims)
    place_rows = [(i, *places_named.get(i, ("", "", None, None, None)), step * n) for i, n in sorted(places.items())]
    run_for_rows(connection, _COUNT_PLACES, place_rows)
    actor_rows = [(i, *actors_named.get(i, ("", "")), step * n) for i, n in sorted(actors.items())]
    run_for_rows(connection, _COUNT_ACTORS, actor_rows)


def _count_titles(connection: Connection, claims: Sequence[KeyedClaim], step: int) -> None:
    """Count up or down what claims call their makers beside their names; one word, as “President”, tells nobody."""
    counts = Counter(
        (plain_text(claim.claimant.actor_id), plain_text(title))
        for _, claim in claims
        if claim.claimant.actor_id and (title := claim.claimant.title or "") and " " in title
    )
    rows = [(*key, step * n) for key, n in sorted(counts.items()) if len(key[1]) <= _LONGEST_TITLE]
    run_for_rows(connection, _COUNT_TITLES, rows)


def _places(claims: Iterable[KeyedClaim]) -> Mapping[int, tuple[Any, ...]]:
    """What claims say of their places."""
    places = [m.place for _, claim in claims for m in (*claim.places, *claim.context_places)]
    return {place.id: _place(place) for place in places}


def _place(place: Place) -> tuple[Any, ...]:
    return plain_text(place.name), place.kind, place.country, place.lat, place.lon


def _actors(claims: Iterable[KeyedClaim]) -> Mapping[str, tuple[str, str]]:
    """What claims call their actors; where they are at odds, an actor's own mention counts."""
    names: dict[str, tuple[str, str]] = {}
    mention_names: dict[str, tuple[str, str]] = {}
    for _, claim in claims:
        claimant = claim.claimant
        if claimant.affiliation_id:
            names[claimant.affiliation_id] = (claimant.affiliation or claimant.affiliation_id, "")
        if claimant.actor_id:
            names[claimant.actor_id] = (claimant.name, claimant.role)
        mention_names |= {m.actor.id: (m.actor.name, m.actor.kind) for m in claim.actors}
    return {plain_text(i): (plain_text(name), kind) for i, (name, kind) in (names | mention_names).items()}


def _words_of(claim: Claim) -> str:
    mentions = [m.place.name for m in (*claim.places, *claim.context_places)] + [m.actor.name for m in claim.actors]
    passage_words = stems(" ".join([claim.passage.exact, *mentions]))
    claimant_words = stems(f"{claim.claimant.label} {claim.claimant.surface}")
    words = [*dict.fromkeys(claimant_word(word) for word in claimant_words), *dict.fromkeys(passage_words)]
    return " ".join(words[:_MOST_WORDS])
