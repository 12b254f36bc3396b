"""Reading what an operator lets the house know: the actors of `config/actors.toml` and of files that go over it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from bot.errors import SettingsError
from digests.actors import ActorIndex
from digests.models import Actor

#: The sections of a file, with the kind and role that their entries have unless they say otherwise.
_SECTIONS: Final[dict[str, dict[str, str]]] = {
    "state": {"kind": "state", "role": "party"},
    "mil": {"kind": "military", "role": "party"},
    "gov": {"kind": "government", "role": "official"},
    "intel": {"kind": "agency", "role": "agency"},
    "person": {"kind": "person", "role": "official"},
    "org": {"kind": "org", "role": "agency"},
    "media": {"kind": "media", "role": "outlet"},
}
#: The sections whose entries belong to their country's state.
_BELONG_TO_STATE: Final = frozenset({"mil", "gov", "intel", "person"})
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_Entries = dict[str, dict[str, Any]]


class _Place(NamedTuple):
    """Where an entry stands; its line is looked for only where somebody is told of it."""

    path: Path
    text: str
    section: str
    key: str

    def __str__(self) -> str:
        return f"{self.path}:{_line(self.text, self.section, self.key)}: {self.section}:{self.key}"


def read_actors(paths: Iterable[Path]) -> ActorIndex:
    """Read actor files in order; a later file adds entries, or overrides an earlier one's field by field.

    Raises:
        SettingsError: A file cannot be read, or an entry is wrong; says which, on what line, and the cure.
    """
    entries: _Entries = {}
    locations: dict[str, _Place] = {}
    for path in paths:
        for actor_id, (fields, location) in _read_file(path).items():
            entries[actor_id] = entries.get(actor_id, {}) | fields
            locations[actor_id] = location
    actors = [_actor(actor_id, entries, locations[actor_id]) for actor_id in entries]
    try:
        return ActorIndex(actors)
    except ValueError as error:
        faulty_id = next((actor for actor in entries if f"actor {actor} " in f"{error} "), None)
        prefix = f"{locations[faulty_id]}: " if faulty_id else ""
        raise SettingsError(f"{prefix}{error}. Correct that, or add the entry it needs.") from None


def _read_file(path: Path) -> dict[str, tuple[dict[str, Any], _Place]]:
    """The entries of one file by id, each with the place where it stands."""
    try:
        text = path.read_text(encoding="utf-8")
        sections = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}). Check the path and its rights.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is not UTF-8. Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: is not TOML: {error}. Mend that line.") from None
    entries: dict[str, tuple[dict[str, Any], _Place]] = {}
    for section, table in sections.items():
        if section not in _SECTIONS or not isinstance(table, Mapping):
            raise SettingsError(f"{path}: [{section}] is no section of actors. Use one of: {', '.join(_SECTIONS)}.")
        for key, fields in table.items():
            location = _Place(path, text, section, key)
            _check_form(key, fields, location)
            entries[f"{section}:{key}"] = dict(fields), location
    return entries


def _check_form(key: str, fields: object, location: _Place) -> None:
    if not isinstance(fields, Mapping):
        raise SettingsError(f'{location} is not a table. Write it as {key} = {{ name = "…" }}.')
    if not _KEY.fullmatch(key):
        raise SettingsError(f"{location} is no id. Use lower-case letters, digits and single hyphens.")
    if "id" in fields:
        raise SettingsError(f"{location} has the field id. Take it out: the section and the key are the id.")


def _line(text: str, section: str, key: str) -> int:
    """The number of the line on which an entry begins; that of its section, or 1, where it is written otherwise."""
    header = re.search(rf"^\s*\[\s*{re.escape(section)}\s*[.\]]", text, re.MULTILINE)
    start = header.start() if header else 0
    entry = re.compile(
        rf"^\s*(?:[\"']?{re.escape(key)}[\"']?\s*[=.]|\[\s*{re.escape(section)}\s*\.\s*[\"']?{re.escape(key)}[\"']?\s*\])",
        re.MULTILINE,
    ).search(text, start)
    place = entry.end() if entry else start
    return text.count("\n", 0, place) + 1


def _actor(actor_id: str, entries: _Entries, location: _Place) -> Actor:
    fields = dict(entries[actor_id])
    section, _, key = actor_id.partition(":")
    country = fields.get("country", key if section == "state" else None)
    try:
        if isinstance(country, str):
            fields["country"] = country.upper()
            if section in _BELONG_TO_STATE and f"state:{country.lower()}" in entries:
                fields.setdefault("parent", f"state:{country.lower()}")
                fields.setdefault("side", entries[f"state:{country.lower()}"].get("side"))
        if fields.get("parent") == "":
            del fields["parent"]
            fields["side"] = entries[actor_id].get("side")
        return Actor(id=actor_id, **(_SECTIONS[section] | fields))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "entry"
        raise SettingsError(f"{location}: {field}: {_cure(first['type'], first['msg'])}") from None


def _cure(kind: str, message: str) -> str:
    if kind == "missing":
        return "is missing. Give it."
    if kind == "extra_forbidden":
        return f"is no field of an actor. Use one of: {', '.join(sorted(set(Actor.model_fields) - {'id'}))}."
    return f"{message}."
