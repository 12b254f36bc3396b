"""How claims stand to one another: worked out once, when an article is read, against the claims that it can concern.

What a relation says depends on its two claims alone, so that articles may come in any order and in any batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Connection, Select, bindparam, case, literal, or_, select, update

from bot.store import schema as s
from bot.store.claims.meeting import meeting_claims
from bot.store.claims.rows import ARTICLE_COLUMNS, CLAIM_ROWS, KeyedClaim, article_of, claim_of
from bot.store.claims.versions import version_rows
from bot.store.columns import Moment, iso
from bot.store.dialect import chunks, delete_statements, insert_statements, run_for_rows
from digests.models import Article, Relation, SourcedClaim
from digests.relations import (
    ClaimFacts,
    Related,
    facts_of_all,
    relate_new,
    related_to,
    sketch_of,
    verdict,
    with_relations,
)

SourcedKeyedClaim = tuple[Article, KeyedClaim]

_ADD_EVENTS = insert_statements(s.claim_event)
_DROP_EVENTS = delete_statements(s.claim_event)
_ADD_TERMS = insert_statements(s.claim_terms)
_DROP_TERMS = delete_statements(s.claim_terms)
_ADD_RELATIONS = insert_statements(
    s.claim_relation,
    "ON CONFLICT (claim_key, other_key) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, "
    "origin = excluded.origin, since = excluded.since, until = NULL",
)
_BODILESS = select(*(s.article.c[name] for name in ARTICLE_COLUMNS if name != "body"), literal(" ").label("body"))
_other, _article = s.claim.alias("other"), s.article.alias("source")
_RELATIONS = (
    select(
        s.claim_relation.c.claim_key,
        s.claim_relation.c.kind,
        s.claim_relation.c.reason,
        s.claim_relation.c.origin,
        _other.c.id,
        _other.c.claimant,
        _other.c.claimant_short,
        _other.c.said_at,
        _other.c.said_precision,
        _other.c.no_response,
        _article.c.date_published,
        case((_other.c.json.contains('"odd":'), _other.c.json)).label("odd"),
        case((_article.c.json.contains('"odd":'), _article.c.json)).label("source_odd"),
        _article.c.publisher,
        case((_article.c.json.contains('"review":{'), _article.c.json)).label("review"),
    )
    .join_from(s.claim_relation, _other, _other.c.claim_key == s.claim_relation.c.other_key)
    .join(_article, (_article.c.id == _other.c.article_id) & (_article.c.version == _other.c.version))
    .where(s.claim_relation.c.claim_key.in_(bindparam("keys", expanding=True)))
)
# What is embargoed counts as added at its hour; until then no other claim tells of it.
_STANDING = _RELATIONS.where(s.claim_relation.c.until.is_(None), _article.c.added_at <= bindparam("now", type_=Moment))


# --- reading --------------------------------------------------------------------------------------------------


def add_relations(
    connection: Connection, claims: Sequence[KeyedClaim], *, now: datetime, moment: datetime | None = None
) -> list[KeyedClaim]:
    """The claims with their relations, and what follows from those; moment: as they stood until then."""
    rows = _STANDING if moment is None else _standing_at(moment)
    values = {"now": now} if moment is None else {}
    related: defaultdict[int, list[Related]] = defaultdict(list)
    for chunk in chunks([key for key, _ in claims]):
        for row in connection.execute(rows, {"keys": list(chunk), **values}):
            related[row.claim_key].append(_related(row))
    return [KeyedClaim(key, with_relations(claim, related[key]) if key in related else claim) for key, claim in claims]


def _standing_at(moment: datetime) -> Select[Any]:
    relation = s.claim_relation.c
    return _RELATIONS.where(relation.since < moment, or_(relation.until.is_(None), relation.until >= moment))


def _related(row: Any) -> Related:
    fields = row._asdict()
    claim_odd, article_odd = (from_json(odd)["odd"] if odd else {} for odd in (row.odd, row.source_odd))
    fields |= {"date_published": article_odd.get("date_published", row.date_published), **claim_odd}
    relation = {
        "kind": row.kind,
        "claim_id": fields["id"],
        "reason": row.reason,
        "claimant": fields["claimant_short"] or fields["claimant"],
        "said_at": fields["said_at"] or fields["date_published"],
        "said_precision": row.said_precision if row.said_at else "day",
    }
    if row.kind == "reviewed by" and row.review:
        relation |= verdict(row.publisher, from_json(row.review)["review"]["rating"])
    return Related(Relation.model_validate(relation), row.origin, bool(row.no_response))


# --- writing --------------------------------------------------------------------------------------------------


def relate_claims(connection: Connection, claims: Sequence[SourcedKeyedClaim], now: datetime) -> None:
    """Write how claims that can be found from now on stand to each other and to those that can be found already."""
    keys = {id(keyed_claim.claim): keyed_claim.key for _, keyed_claim in claims}
    new = facts_of_all(SourcedClaim(keyed_claim.claim, article) for article, keyed_claim in claims)
    neighbours = _facts_around(connection, new, keys)
    run_for_rows(connection, _ADD_EVENTS, _event_rows(new, keys))
    run_for_rows(connection, _ADD_TERMS, _term_rows(new, keys))
    rows = []
    for earlier, later, link in relate_new(new, neighbours):
        ends = (keys[id(earlier.claim)], keys[id(later.claim)])
        for (claim_key, other_key), kind, facts in ((ends, link.earlier, later), (ends[::-1], link.later, earlier)):
            related = related_to(facts, kind, link)
            rows.append((claim_key, other_key, kind, related.relation.reason, related.origin, iso(now), None))
    run_for_rows(connection, _ADD_RELATIONS, sorted(rows, key=lambda row: row[:2]))


def withdraw_relations(connection: Connection, claims: Sequence[SourcedKeyedClaim], now: datetime) -> None:
    """Let the relations of claims end, as those are found no more."""
    keys = {id(keyed_claim.claim): keyed_claim.key for _, keyed_claim in claims}
    facts = facts_of_all(SourcedClaim(keyed_claim.claim, article) for article, keyed_claim in claims)
    run_for_rows(connection, _DROP_EVENTS, [row[:-1] for row in _event_rows(facts, keys)])
    run_for_rows(connection, _DROP_TERMS, [row[:1] for row in _term_rows(facts, keys)])
    relation = s.claim_relation.c
    for chunk in chunks(sorted(keys.values())):
        standing = (relation.claim_key.in_(chunk), relation.until.is_(None))
        other_keys = sorted(set(connection.execute(select(relation.other_key).where(*standing)).scalars()))
        connection.execute(update(s.claim_relation).where(*standing).values(until=now))
        for other_chunk in chunks(other_keys):
            back = (relation.claim_key.in_(other_chunk), relation.other_key.in_(chunk), relation.until.is_(None))
            connection.execute(update(s.claim_relation).where(*back).values(until=now))


def _event_rows(claim_facts: Sequence[ClaimFacts], keys: Mapping[int, int]) -> list[tuple[Any, ...]]:
    return sorted(
        (word, facts.moment is not None, keys[id(facts.claim)], sketch)
        for facts, sketch in zip(claim_facts, map(sketch_of, claim_facts), strict=True)
        for word in facts.heads
    )


def _term_rows(claim_facts: Sequence[ClaimFacts], keys: Mapping[int, int]) -> list[tuple[Any, ...]]:
    return sorted(
        (keys[id(facts.claim)], facts.is_denial, facts.is_comparable, " ".join(sorted(facts.terms)))
        for facts in claim_facts
    )


def _facts_around(connection: Connection, new: Sequence[ClaimFacts], keys: dict[int, int]) -> list[ClaimFacts]:
    """The claims that new ones may be related to: of a common word of weight, near in time, and alike in their terms.

    Their keys are added to those of the new claims.
    """
    meeting = sorted(meeting_claims(connection, new, keys))
    rows = [row for chunk in chunks(meeting) for row in connection.execute(_rows_with(chunk)).all()]
    articles = _articles(connection, sorted({(row.article_id, row.version) for row in rows}))
    sourced_claims = [
        (row.claim_key, SourcedClaim(claim_of(row), articles[row.article_id, row.version])) for row in rows
    ]
    keys |= {id(sourced_claim.claim): key for key, sourced_claim in sourced_claims}
    return facts_of_all(sourced_claim for _, sourced_claim in sourced_claims)


def _rows_with(keys: Sequence[int]) -> Any:
    return CLAIM_ROWS.where(s.claim.c.claim_key.in_(keys))


def _articles(connection: Connection, versions: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Article]:
    """Articles without their bodies, which only claims of one article are held against."""
    return {(row.id, row.version): article_of(row) for row in version_rows(connection, _BODILESS, versions)}
