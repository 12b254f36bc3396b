"""Reading actor files: the operator's own over the shipped one, and what is said of a bad entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.knowledge.actors_file import read_actors
from tests.paths import CONFIG

SHIPPED = CONFIG / "actors.toml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A path for an operator's own file."""
    return tmp_path / "own.toml"


def test_an_entry_is_added(own: Path) -> None:
    """An operator's entry is found beside the shipped ones, under every name it gives."""
    own.write_text('[org]\nharbour = { name = "Harbour Watch", short = "HW", role = "analyst" }\n', encoding="utf-8")
    index = read_actors([SHIPPED, own])
    found = index.find("harbour watch")
    assert found is not None
    assert (found.actor.id, found.actor.label, found.actor.role) == ("org:harbour", "HW", "analyst")
    assert index.find("ISW") is not None


def test_an_entry_is_overridden_field_by_field(own: Path) -> None:
    """Giving a known id again changes the fields that are given and keeps the others."""
    own.write_text('[org]\nisw = { short = "Study of War" }\n', encoding="utf-8")
    actor = read_actors([SHIPPED, own]).get("org:isw")
    assert actor is not None
    assert (actor.short, actor.name, actor.role) == ("Study of War", "Institute for the Study of War", "analyst")


def test_an_override_of_a_side_reaches_the_state_s_own(own: Path) -> None:
    """A state's side is its leaders' and its military's, whether they have an entry or follow by rule."""
    own.write_text('[state]\npl = { side = "west" }\n', encoding="utf-8")
    index = read_actors([SHIPPED, own])
    actors = [index.get(actor_id) for actor_id in ("person:donald-tusk", "mil:pl", "gov:pl-officials")]
    assert [actor.side for actor in actors if actor is not None] == ["west"] * 3


def test_a_body_by_rule_can_be_given_a_name(own: Path) -> None:
    """An entry with the id of a state's body takes its place, and keeps the names it has by rule."""
    own.write_text('[mil]\nfi = { name = "Finnish Defence Forces", country = "fi" }\n', encoding="utf-8")
    match = read_actors([SHIPPED, own]).find("Finland's army")
    assert match is not None
    assert (match.actor.name, match.actor.parent) == ("Finnish Defence Forces", "state:fi")


def test_tables_of_their_own_are_read(own: Path) -> None:
    """An entry may be written as a table with a header of its own."""
    own.write_text('[org.harbour]\nname = "Harbour Watch"\n', encoding="utf-8")
    assert read_actors([own]).find("Harbour Watch") is not None


def test_people_of_a_state_belong_to_it_unless_told_otherwise(own: Path) -> None:
    """A person of a country belongs to its state; an empty parent sets them free, side and all."""
    own.write_text(
        '[state]\nxx = { name = "Xland", side = "x" }\n'
        '[person]\na = { name = "Ann Bo", country = "xx" }\nb = { name = "Bo Cy", country = "xx", parent = "" }\n',
        encoding="utf-8",
    )
    index = read_actors([own])
    told = [(a.parent, a.side) for a in index.all() if a.kind == "person"]
    assert told == [("state:xx", "x"), (None, None)]


def test_no_file_is_no_actor() -> None:
    """Without files nobody is known."""
    assert read_actors([]).all() == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[org\n", ["own.toml", "line 1", "TOML"]),
        ('[orgs]\na = { name = "A" }\n', ["own.toml", "[orgs]", "org"]),
        ('name = "A"\n', ["own.toml", "[name]"]),
        ('[org]\n\nA_b = { name = "A" }\n', ["own.toml:3", "org:A_b", "hyphens"]),
        ('[org]\na = "A"\n', ["own.toml:2", "org:a", "table"]),
        ('[org]\na = { short = "A" }\n', ["own.toml:2", "org:a", "name", "missing"]),
        ('[org]\na = { name = "A", rôle = "x" }\n', ["own.toml"]),
        ('[org]\na = { name = "A", colour = "x" }\n', ["own.toml:2", "org:a", "colour", "aliases"]),
        ('[org]\na = { name = "A", role = "boss" }\n', ["own.toml:2", "org:a", "role", "party"]),
        ('[org]\na = { name = "A", aliases = "B" }\n', ["own.toml:2", "org:a", "aliases"]),
        ('[org]\na = { name = "A", id = "org:b" }\n', ["own.toml:2", "org:a", "id"]),
        ('[org]\na = { name = "A", country = 7 }\n', ["own.toml:2", "org:a", "country"]),
        ('[org]\nb = { name = "B" }\na = { name = "A", parent = "org:z" }\n', ["own.toml:3", "org:a", "org:z"]),
        ('[org]\na = { name = "A", parent = "org:a" }\n', ["own.toml:2", "org:a", "ancestor"]),
        ('[mil]\na = { name = "A" }\n[org]\na = { nam = "A" }\n', ["own.toml:4", "org:a", "nam"]),
    ],
)
def test_a_bad_entry_is_named(own: Path, text: str, words: list[str]) -> None:
    """An error names the file, the entry with its line, and what to do."""
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_actors([own])
    assert [word for word in words if word not in str(caught.value)] == []


def test_a_missing_file_is_named(own: Path) -> None:
    """A file that cannot be read is named."""
    with pytest.raises(SettingsError, match=r"own\.toml: cannot be read"):
        read_actors([own])


def test_a_file_must_be_utf8(own: Path) -> None:
    """A file in another encoding is named with the cure."""
    own.write_bytes(b'[org]\na = { name = "\xff" }\n')
    with pytest.raises(SettingsError, match="UTF-8"):
        read_actors([own])
