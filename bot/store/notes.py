"""What a workspace, or a platform as a whole, has set or is to remember, by name."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from bot.store import schema as s
from bot.store.access import Access

_note = s.note.c


class NoteTable:
    """The table of notes; each method is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def read(self, tenant: str, name: str) -> str:
        """What is noted under a name; nothing where nothing is."""
        row = select(_note.text).where(_note.tenant == tenant, _note.name == name)
        return await self._access.read(lambda c: c.execute(row).scalar()) or ""

    async def write(self, tenant: str, name: str, text: str) -> None:
        """Note something in the place of what was noted; nothing forgets it."""
        await self._access.write(lambda c: _write(c, tenant, name, text))

    async def take(self, tenant: str, name: str) -> str:
        """What is noted under a name, which is then no more; of two who take it at once one gets nothing."""
        return await self._access.write(lambda c: _take(c, tenant, name))

    async def prune(self, prefix: str, limit: str) -> None:
        """Forget notes of names with a prefix whose texts sort before the limit."""
        names = _note.name.startswith(prefix, autoescape=True)
        await self._access.write(lambda c: c.execute(delete(s.note).where(names, _note.text < limit)))


def _take(connection: Connection, tenant: str, name: str) -> str:
    row = (_note.tenant == tenant, _note.name == name)
    text = connection.execute(select(_note.text).where(*row)).scalar() or ""
    return text if connection.execute(delete(s.note).where(*row)).rowcount else ""


def _write(connection: Connection, tenant: str, name: str, text: str) -> None:
    connection.execute(delete(s.note).where(_note.tenant == tenant, _note.name == name))
    if text:
        connection.execute(s.note.insert(), {"tenant": tenant, "name": name, "text": text})
