"""The documents say what is so: their targets, paths and links are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.paths import REPO

ADRS: Final = REPO / "docs" / "adr"
TEXTS: Final = sorted([*REPO.glob("*.md"), *(REPO / "docs").rglob("*.md")])
#: Documents of the house as it is; a changelog may name what is gone.
PRESENT: Final = [path for path in TEXTS if path.name != "CHANGELOG.md"]
MAKEFILE: Final = (REPO / "Makefile").read_text(encoding="utf-8")
TARGETS: Final = frozenset(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
#: What a reader makes while following a document.
MADE: Final = frozenset({"weights/tagger.onnx"})

_QUOTED: Final = re.compile(r"`([^`\n]+)`")
_PATH: Final = re.compile(
    r"(?:bot|config|digests|docs|tests|\.ci)/[\w./-]*|pyproject\.toml|requirements\.lock|\.[a-z-]+\.yaml"
)


def name(path: Path) -> str:
    """A document as a test's name gives it."""
    return path.relative_to(REPO).as_posix()


@pytest.mark.parametrize("path", PRESENT, ids=name)
def test_paths_are_there(path: Path) -> None:
    """Every file and folder that a document names by its path is in the tree."""
    named = {part for part in _QUOTED.findall(path.read_text(encoding="utf-8")) if _PATH.fullmatch(part)}

    assert {part for part in named - MADE if not (REPO / part).exists()} == set()


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_links_are_there(path: Path) -> None:
    """Every link to a file of the repository leads to one."""
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_targets_are_there(path: Path) -> None:
    """Every `make` target that a document names exists."""
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)make ([a-z]+)\b", text, re.MULTILINE))

    assert named <= TARGETS


def test_every_target_is_told_of() -> None:
    """Each target says what it does, is phony, and stands in CONTRIBUTING.md, but for setting up and cleaning."""
    rules = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    phony = set(re.findall(r"[a-z]+", MAKEFILE.split(".PHONY:")[1].splitlines()[0]))
    contributing = (REPO / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert rules == TARGETS == phony
    assert {target for target in TARGETS - {"clean"} if f"make {target}" not in contributing} == set()


def test_changes_have_a_place() -> None:
    """CONTRIBUTING.md says of twenty changes or more which file or folder to open first."""
    table = (REPO / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Where is it?")[1]
    first = re.findall(r"^\| [^|]+ \| `([^`]+)` \|", table, re.MULTILINE)

    assert len(first) >= 20
    assert [path for path in first if not (REPO / path).exists()] == []


def test_every_decision_is_listed() -> None:
    """The decisions are numbered without a gap, tell what holds them, and stand in the list."""
    pages = sorted(path.name for path in ADRS.glob("[0-9]*.md"))
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (ADRS / "README.md").read_text(encoding="utf-8"))

    assert listed == pages
    assert [int(page[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = (ADRS / page).read_text(encoding="utf-8")
        assert text.startswith(f"# {int(page[:4])}. ")
        assert all(f"**{part}.**" in text for part in ("Decided", "Why", "Costs", "Held by"))


def test_the_rooms_are_told_of() -> None:
    """Every room of both packages stands in the architecture's drawing or tables."""
    text = (REPO / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path.parent for root in ("bot", "digests") for path in (REPO / root).glob("*/__init__.py")]

    assert [name(room) for room in rooms if f"`{name(room)}/`" not in text] == []


def test_every_contract_is_named_as_it_is() -> None:
    """A contract that a document names in quotation marks is one of `pyproject.toml`."""
    contracts = set(re.findall(r'^name = "(.+)"$', (REPO / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE))
    held_by = [path.read_text(encoding="utf-8").partition("**Held by.**")[2] for path in ADRS.glob("0*.md")]
    named = {part for text in held_by for part in re.findall(r"“([A-Z][^”]+)”", " ".join(text.split()))}

    assert named
    assert named <= contracts


def test_the_changelog_has_the_version() -> None:
    """The newest release of the changelog is the package's version, under what is not released."""
    changelog = (REPO / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', (REPO / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    headings = re.findall(r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?$", changelog, re.MULTILINE)
    groups = re.findall(r"^### (.+)$", changelog, re.MULTILINE)

    assert version is not None
    assert headings[0] == ("Unreleased", "")
    assert headings[1][0] == version[1]
    assert all(date for _, date in headings[1:])
    assert set(groups) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
