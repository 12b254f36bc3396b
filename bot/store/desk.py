"""The desk's queue, its decisions and what it has set of claims."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from bot.models import AuditRow, ClaimEdit, DeskItem, DeskState
from bot.store import schema as s
from bot.store.access import Access
from bot.store.dialect import add_new
from digests.models import Article

_item, _edit = s.desk_item.c, s.claim_edit.c


class DeskTable:
    """The tables of the desk; each method is one transaction, and each decision goes in with its audit row."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, item: DeskItem, row: AuditRow) -> bool:
        """Let something wait; False if it waits or was decided already."""

        def work(connection: Connection) -> bool:
            if not add_new(connection, s.desk_item, _row(item)):
                return False
            _note(connection, row)
            return True

        return await self._access.write(work)

    async def item(self, item_id: str) -> DeskItem | None:
        """One item."""
        rows = select(s.desk_item).where(_item.id == item_id)
        return await self._access.read(lambda c: next(iter(_items(c, rows)), None))

    async def items(self, tenant: str | None, states: tuple[DeskState, ...], *, limit: int = 100) -> list[DeskItem]:
        """A tenant's items in some states, oldest first; or, for the operator alone, everybody's."""
        rows = select(s.desk_item).where(_item.state.in_(states)).order_by(_item.added_at, _item.id).limit(limit)
        rows = rows if tenant is None else rows.where(_item.tenant == tenant)
        return await self._access.read(lambda c: _items(c, rows))

    async def unfinished(self) -> list[DeskItem]:
        """What was approved and not put in, as the process ended in between."""
        rows = select(s.desk_item).where(_item.state == "approved", _item.decided_at.is_(None))
        return await self._access.read(lambda c: _items(c, rows))

    async def waiting(self) -> int:
        """How many items wait, everybody's together."""
        rows = select(func.count()).select_from(s.desk_item).where(_item.state.in_(("waiting", "held")))
        return int(await self._access.read(lambda c: c.execute(rows).scalar_one()))

    async def decide(self, item: DeskItem, row: AuditRow) -> bool:
        """Put an item in the place of itself as it was read; False if somebody else has decided meanwhile."""

        def work(connection: Connection) -> bool:
            values = _row(item) | {"revision": item.revision + 1}
            change = update(s.desk_item).where(_item.id == item.id, _item.revision == item.revision)
            if connection.execute(change.values(values)).rowcount != 1:
                return False
            _note(connection, row)
            return True

        return await self._access.write(work)

    async def edits(self, article_id: str) -> list[ClaimEdit]:
        """What the desk has set of an article's claims."""
        rows = select(_edit.json).where(_edit.article_id == article_id)
        return await self._access.read(
            lambda c: [ClaimEdit.model_validate_json(text) for text in c.execute(rows).scalars()]
        )

    async def edit(self, edits: list[ClaimEdit], row: AuditRow) -> None:
        """Set how claims are read, in the place of what was set of them."""

        def work(connection: Connection) -> None:
            for edit in edits:
                key = {"article_id": edit.article_id, "passage": edit.passage}
                connection.execute(
                    delete(s.claim_edit).where(_edit.article_id == edit.article_id, _edit.passage == edit.passage)
                )
                connection.execute(s.claim_edit.insert(), key | {"json": edit.model_dump_json(exclude_defaults=True)})
            _note(connection, row)

        await self._access.write(work)

    async def note(self, row: AuditRow) -> None:
        """Note a decision that changes nothing here."""
        await self._access.write(lambda c: _note(c, row))

    async def audit(self, tenant: str | None = None, *, subject: str | None = None, limit: int = 100) -> list[AuditRow]:
        """The latest decisions, newest first, of a tenant or of everybody."""
        audit = s.audit.c
        rows = select(*(column for column in audit if column.name != "seq")).order_by(audit.seq.desc()).limit(limit)
        rows = rows if tenant is None else rows.where(audit.tenant == tenant)
        rows = rows if subject is None else rows.where(audit.subject == subject)
        return await self._access.read(lambda c: [AuditRow(**row) for row in c.execute(rows).mappings()])

    async def forget(self, limit: datetime) -> int:
        """Forget decisions that are older, and say how many."""
        old = delete(s.audit).where(s.audit.c.moment < limit)
        return await self._access.write(lambda c: c.execute(old).rowcount)


def _note(connection: Connection, row: AuditRow) -> None:
    connection.execute(s.audit.insert(), row.model_dump())


def _row(item: DeskItem) -> dict[str, Any]:
    row = item.model_dump(exclude={"article", "approvals"})
    article = item.article.model_dump_json(exclude_defaults=True) if item.article else None
    return row | {"article": article, "approvals": json.dumps(item.approvals)}


def _items(connection: Connection, rows: Any) -> list[DeskItem]:
    return [_desk_item(row) for row in connection.execute(rows).mappings()]


def _desk_item(row: Any) -> DeskItem:
    article = Article.model_validate_json(row["article"]) if row["article"] else None
    return DeskItem(**{**row, "article": article, "approvals": tuple(json.loads(row["approvals"]))})
