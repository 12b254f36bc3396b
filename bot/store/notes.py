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


def _write(connection: Connection, tenant: str, name: str, text: str) -> None:
    connection.execute(delete(s.note).where(_note.tenant == tenant, _note.name == name))
    if text:
        connection.execute(s.note.insert(), {"tenant": tenant, "name": name, "text": text})
