"""The shipped gazetteer: what it holds, and how it is unpacked."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from bot.errors import SettingsError
from bot.knowledge.gazetteer import open_gazetteer
from digests.actors import person_spans
from digests.places import COLUMNS, Gazetteer, describe, find_places, place_candidates
from tests.gazetteer import with_gazetteer
from tests.paths import CONFIG


@pytest.mark.parametrize(
    ("place_id", "name", "ancestors"),
    [
        (486816, "Sudzha", (538555, 2017370)),
        (709354, "Toretsk", (713172, 709716, 690791)),
        (538555, "Kursk Oblast", (2017370,)),
        (709716, "Donetsk Oblast", (690791,)),
        (281133, "Gaza", (11184609, 281132, 6254930)),
        (2017370, "Russia", ()),
        (6255148, "Europe", ()),
    ],
)
def test_chains(gazetteer: Gazetteer, place_id: int, name: str, ancestors: tuple[int, ...]) -> None:
    """A place has its plain English name and everything it lies in, nearest first."""
    place = gazetteer.place(place_id)
    assert place is not None
    assert (place.name, place.ancestors) == (name, ancestors)


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Kursk", 538555),
        ("Kursk city", 538560),
        ("Курск", 538555),
        ("Sudzha", 486816),
        ("Суджа", 486816),
        ("Kupiansk", 703656),
        ("Kupyansk", 703656),
        ("Куп’янськ", 703656),
        ("Zaporizhzhia city", 687700),
        ("Україна", 690791),
        ("Россия", 2017370),
        ("Mexico City", 3527646),
        ("U.S.", 6252001),
        ("Gaza", 281132),
    ],
)
def test_names(gazetteer: Gazetteer, name: str, place_id: int) -> None:
    """The best candidate for a name, in Latin or Cyrillic letters, is the place that news means by it."""
    assert place_candidates(name, gazetteer)[0].id == place_id


@pytest.mark.parametrize("name", ["Kiev", "Київ", "Киев"])
def test_spellings_agree(gazetteer: Gazetteer, name: str) -> None:
    """Kyiv is the same place under every spelling."""
    assert place_candidates(name, gazetteer)[:2] == place_candidates("Kyiv", gazetteer)[:2]


def test_description(gazetteer: Gazetteer) -> None:
    """A place is described by its province and country."""
    place = gazetteer.place(538555)
    assert place is not None
    assert describe(place, gazetteer) == "Kursk Oblast, Russia"


def test_unknown(gazetteer: Gazetteer) -> None:
    """What the gazetteer does not hold is not found, at either end of its tables."""
    assert [gazetteer.place(place_id) for place_id in (-1, 1, 2**31 - 1)] == [None] * 3
    assert gazetteer.find(["", "qqqqqqqq", "zzzz zzzz"]) == [(), (), ()]
    assert gazetteer.find([]) == []


def test_text(gazetteer: Gazetteer) -> None:
    """With the shipped gazetteer a text gives its places and none of its persons."""
    text = (
        "Ukraine struck southeast of Sudzha, said Martha Evans. According to Evans, the fighting in Kursk goes on, "
        "and Vladimir Petrov spoke in Moscow. Kyiv said nothing."
    )
    found = [
        (mention.surface, mention.place.id) for mention in find_places(text, gazetteer, persons=person_spans(text))
    ]
    assert found == [("Ukraine", 690791), ("Sudzha", 486816), ("Kursk", 538555), ("Moscow", 524901), ("Kyiv", 703448)]


def test_size() -> None:
    """The shipped files stay within eight megabytes."""
    assert sum(file.stat().st_size for file in (CONFIG / "gazetteer").iterdir()) <= 8_000_000


def test_holds_every_populated_place(tmp_path: Path) -> None:
    """At least 195,000 populated places are unpacked, each below something, with names for every place."""
    (folder,) = with_gazetteer(tmp_path).iterdir()
    kinds = np.load(folder / "kinds.npy")
    assert int((kinds == 3).sum()) >= 195_000
    assert len(np.unique(np.load(folder / "name_rows.npy"))) == len(kinds)


def test_unpacks_once(tmp_path: Path) -> None:
    """A second opening reads what the first one wrote."""
    open_gazetteer(CONFIG, tmp_path)
    (folder,) = tmp_path.iterdir()
    written = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    open_gazetteer(CONFIG, tmp_path)
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == written
    assert set(written) == {f"{name}.npy" for name in COLUMNS}


def test_upgrade_unpacks_anew(tmp_path: Path) -> None:
    """Another release's files are unpacked beside nothing: what the earlier release left is removed."""
    older = tmp_path / "gazetteer-0000000000000000"
    older.mkdir()
    (older / "ids.npy").write_bytes(b"old")
    assert open_gazetteer(CONFIG, tmp_path).place(486816) is not None
    assert not older.exists()


def test_several_at_once(tmp_path: Path) -> None:
    """Openings at the same time all succeed and leave one copy and nothing half-written."""
    with ThreadPoolExecutor(3) as pool:
        opened = list(pool.map(lambda _: open_gazetteer(CONFIG, tmp_path), range(3)))
    assert all(gazetteer.place(486816) for gazetteer in opened)
    assert len(list(tmp_path.iterdir())) == 1


def test_unwritable_folder(tmp_path: Path) -> None:
    """A data folder that cannot be written is named, with what to do about it."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(SettingsError, match=r"file.*DATELINE_DATA"):
        open_gazetteer(CONFIG, blocked / "data")


def test_missing_files(tmp_path: Path) -> None:
    """Missing files are named."""
    with pytest.raises(SettingsError, match=r"places\.txt\.xz.*Install them again"):
        open_gazetteer(tmp_path, tmp_path)


@pytest.mark.parametrize("name", ["places", "labels", "names", "words"])
def test_damaged_files(tmp_path: Path, name: str) -> None:
    """A damaged file is reported as such, and nothing is left behind."""
    shutil.copytree(CONFIG / "gazetteer", tmp_path / "config/gazetteer")
    damaged = tmp_path / "config/gazetteer" / f"{name}.txt.xz"
    damaged.write_bytes(damaged.read_bytes()[:-100])
    with pytest.raises(SettingsError, match="damaged"):
        open_gazetteer(tmp_path / "config", tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_damaged_copy(tmp_path: Path) -> None:
    """An unpacked copy that has been damaged is named, with the cure."""
    open_gazetteer(CONFIG, tmp_path)
    (folder,) = tmp_path.iterdir()
    (folder / "ids.npy").write_bytes(b"")
    with pytest.raises(SettingsError, match=f"Remove {folder}"):
        open_gazetteer(CONFIG, tmp_path)
