"""Articles and their claims: what is written when one is read, and which versions count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, insert, not_, or_, select, text, update

from bot.store import schema as s
from bot.store.blobs import Packing
from bot.store.cache import Memory
from bot.store.columns import hashed
from bot.store.dialect import chunks, run_for_rows
from bot.store.lookup import CLAIM_ROWS, claims_of, open_row
from bot.store.search_index import Keyed, hide, show
from digests.models import Article, Claim

_SEQUENCE_BITS = 10
_SECOND = 1 << _SEQUENCE_BITS
_ADDING = 0x61646420  # the lock that lets one process add at a time
_ADD_VALUES = {
    "sqlite": "INSERT INTO value (body, hash) VALUES (?, ?)",
    "postgresql": "INSERT INTO value (body, hash) SELECT * FROM unnest(%s::text[], %s::bigint[])",
}
_ADD_CLAIMS = {
    "sqlite": "INSERT INTO claim (claim_key, id, article_no, ordinal, current, kind, status) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)",
    "postgresql": "INSERT INTO claim (claim_key, id, article_no, ordinal, current, kind, status) SELECT * FROM "
    "unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::integer[], %s::boolean[], %s::integer[], %s::integer[])",
}
_VALUE_NUMBERS = select(s.value.c.body, s.value.c.no).where(s.value.c.hash.in_(bindparam("bodies", expanding=True)))
_HELD = select(s.article.c.id, s.article.c.version, s.article.c.supersedes).where(
    or_(
        s.article.c.id.in_(bindparam("ids", expanding=True)),
        s.article.c.supersedes.in_(bindparam("ids", expanding=True)),
    )
)
_LAST_KEY = select(func.max(s.claim.c.claim_key)).where(
    s.claim.c.claim_key >= bindparam("first"), s.claim.c.claim_key < bindparam("end")
)

Item = tuple[Article, Sequence[Claim]]


def first_key(moment: datetime) -> int:
    """The lowest claim key of a second."""
    return int(moment.timestamp() // 1) << _SEQUENCE_BITS


# --- adding ---------------------------------------------------------------------------------------------------


def add_articles(connection: Connection, memory: Memory, items: Sequence[Item], now: datetime) -> list[bool]:
    """Write versions of articles with their claims; False for each one that is held already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADDING})
    wanted, plain = _not_held(connection, items)
    new = list(wanted.values())
    keyed = _keyed(connection, new, now)
    packings = [Packing(article, claims) for article, claims in new]
    numbers = _number_values(connection, memory, packings)
    blobs = [p.blob([c.key for c in claims], numbers) for p, claims in zip(packings, keyed, strict=True)]
    articles = [article for article, _ in new]
    added = _insert_articles(connection, articles, blobs, now, current=plain)
    shown, hidden = (set(added), set[int]()) if plain else _settle(connection, {article.id for article in articles})
    rows = [
        row for no, claims in zip(added, keyed, strict=True) for row in _claim_rows(no, claims, current=no in shown)
    ]
    run_for_rows(connection, _ADD_CLAIMS, rows)
    changed = [(no, current) for numbers, current in ((hidden, False), (shown - set(added), True)) for no in numbers]
    # What is changed first may add entities, which must not be remembered before they are committed.
    entities = Memory().entities if changed else memory.entities
    for no, current in changed:
        _change(connection, no, current=current)
    show(connection, entities, [c for no, claims in zip(added, keyed, strict=True) if no in shown for c in claims])
    return [at in wanted for at in range(len(items))]


def _not_held(connection: Connection, items: Sequence[Item]) -> tuple[dict[int, Item], bool]:
    """The items to add, by their place: the first of each version that is not held.

    Also whether they are plain: nothing takes the place of anything, so that all of them are current.
    """
    ids = sorted({article.id for article, _ in items})
    seen: set[tuple[str, int]] = set()
    replaced = False
    for some in chunks(ids):
        for article_id, version, supersedes in connection.execute(_HELD, {"ids": list(some)}):
            seen.add((article_id, version))
            replaced |= supersedes is not None
    held = {article_id for article_id, _ in seen}
    wanted: dict[int, Item] = {}
    for at, (article, claims) in enumerate(items):
        if (article.id, article.version) not in seen:
            seen.add((article.id, article.version))
            wanted[at] = article, claims
    new = [article for article, _ in wanted.values()]
    alone = len({article.id for article in new} - held) == len(new)
    return wanted, alone and not replaced and all(a.supersedes is None and a.status == "usable" for a in new)


def _keyed(connection: Connection, items: Sequence[Item], now: datetime) -> list[list[Keyed]]:
    """Each article's claims with new keys, in the order of the text."""
    # Last first, so that newest first gives the claims of one moment in the order of the text.
    listed = [(article, claim) for article, claims in items for claim in reversed(claims)]
    moments = [first_key(claim.said_at or article.date_published or now) for article, claim in listed]
    keys = iter(list(_keys(connection, moments)))
    return [
        [Keyed(key, claim) for claim, key in zip(claims, [next(keys) for _ in claims][::-1], strict=True)]
        for _, claims in items
    ]


def _number_values(connection: Connection, memory: Memory, packings: Iterable[Packing]) -> dict[str, int]:
    """The numbers of everything that claims name; adds what has none yet."""
    bodies = list(dict.fromkeys(chain.from_iterable(packing.names for packing in packings)))
    numbers = memory.numbers.fetch(bodies, lambda some: _value_numbers(connection, some))
    new = [body for body in bodies if body not in numbers]
    if new:
        run_for_rows(connection, _ADD_VALUES, [(body, hashed(body)) for body in new])
    return numbers | _value_numbers(connection, new)


def _value_numbers(connection: Connection, bodies: Sequence[str]) -> dict[str, int]:
    return {
        body: no for some in chunks(bodies) for body, no in connection.execute(_VALUE_NUMBERS, {"bodies": list(some)})
    }


def _insert_articles(
    connection: Connection, articles: Sequence[Article], blobs: Sequence[bytes], now: datetime, *, current: bool
) -> list[int]:
    """Write articles, and return their numbers."""
    rows = [
        {
            "id": article.id,
            "version": article.version,
            "current": current,
            "status": article.status,
            "supersedes": article.supersedes,
            "added_at": now,
            "packed": blob,
        }
        for article, blob in zip(articles, blobs, strict=True)
    ]
    if not rows:
        return []
    written = insert(s.article).returning(s.article.c.no, sort_by_parameter_order=True)
    return list(connection.execute(written, rows).scalars())


def _claim_rows(number: int, keyed: Sequence[Keyed], *, current: bool) -> Iterator[tuple[Any, ...]]:
    if len({claim.id for _, claim in keyed}) < len(keyed):
        raise ValueError("the ids of an article's claims must be unique")
    for ordinal, (key, claim) in enumerate(keyed):
        codes = (s.KIND.code(claim.kind), s.STATUS.code(claim.status))
        yield (key, hashed(claim.id), number, ordinal, current, *codes)


def _keys(connection: Connection, moments: Sequence[int]) -> Iterator[int]:
    """The next free key of each moment, or of a second after it once that one is full."""
    last = dict(_last_keys(connection, set(moments)))
    for moment in moments:
        first = moment
        while last[first] == first + _SECOND - 1:
            first += _SECOND
            if first not in last:
                last |= dict(_last_keys(connection, {first}))
        last[first] += 1
        yield last[first]


def _last_keys(connection: Connection, firsts: Iterable[int]) -> Iterator[tuple[int, int]]:
    for first in sorted(firsts):
        last = connection.execute(_LAST_KEY, {"first": first, "end": first + _SECOND}).scalar()
        yield first, first - 1 if last is None else last


# --- which versions count -------------------------------------------------------------------------------------


def _settle(connection: Connection, article_ids: set[str]) -> tuple[set[int], set[int]]:
    """Work out anew which versions are current, whatever the order of adding; gives those that became (in)visible."""
    shown: set[int] = set()
    hidden: set[int] = set()
    for some in chunks(sorted(article_ids)):
        replaced = select(s.article.c.supersedes).where(s.article.c.id.in_(some), s.article.c.supersedes.is_not(None))
        touched = s.article.c.id.in_({*some, *connection.execute(replaced).scalars()})
        visible = select(s.article.c.no).where(touched, s.article.c.current, s.article.c.status == "usable")
        before = set(connection.execute(visible).scalars())
        current = _is_current()
        connection.execute(update(s.article).where(touched, s.article.c.current != current).values(current=current))
        after = set(connection.execute(visible).scalars())
        shown |= after - before
        hidden |= before - after
    return shown - hidden, hidden - shown


def _is_current() -> Any:
    other, newer = s.article.alias("other"), s.article.alias("newer")
    outdated = exists().where(newer.c.id == s.article.c.id, newer.c.version > s.article.c.version)
    replaced = exists().where(
        other.c.supersedes == s.article.c.id,
        other.c.id != s.article.c.id,
        ~exists().where(newer.c.id == other.c.id, newer.c.version > other.c.version),
    )
    return not_(or_(outdated, replaced))


def _change(connection: Connection, number: int, *, current: bool) -> None:
    """Let the claims of an article be found, or no more."""
    own = s.article.c
    packed = open_row(connection.execute(select(own.id, own.version, own.packed).where(own.no == number)).one())
    for keys in chunks(packed.keys):
        of = s.claim.c.claim_key.in_(keys)
        connection.execute(update(s.claim).where(of).values(current=current))
        rows = connection.execute(CLAIM_ROWS.where(of)).all()
        (show if current else hide)(connection, Memory().entities, claims_of(connection, Memory(), rows))
