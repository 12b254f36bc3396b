"""The tests stand on the repository alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import REPO

# What would lead a test out of the repository: a step above its root, or a folder of one machine.
_OUTSIDE = re.compile(r"^(?:\.\./)+|/\.\./|^~/|^/(?:home|root|work|mnt|opt|srv|Users)(?:/|$)|^shared(?:/|$)")
_NO_PATHS = {
    "../../etc/passwd": "what somebody types for a time zone",
    "../etc": "as above",
    "/opt/dateline/bin/dateline": "where the service file expects the program; replaced before it is checked",
    "/opt/dateline/bin/pip": "a command of the manual that is only parsed",
}


def _ways_out(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"parent", "parents"}:
            if isinstance(node.value, ast.Name) and node.value.id == "REPO":
                yield f"{path.name}:{node.lineno}: above the repository"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _leads_out(node.value):
            yield f"{path.name}:{node.lineno}: {node.value[:60]}"


def _leads_out(text: str) -> bool:
    return text not in _NO_PATHS and bool(_OUTSIDE.search(text))


@pytest.mark.parametrize(
    "line",
    ['REPO.parent / "x"', 'Path("/work/corpus")', 'Path("../x")', 'REPO / "tests/../../x"', 'FOLDER / "shared"'],
)
def test_a_way_out_is_seen(line: str, tmp_path: Path) -> None:
    """The test below sees each way of naming a file outside."""
    (tmp_path / "case.py").write_text(line, encoding="utf-8")

    assert list(_ways_out(tmp_path / "case.py"))


def test_no_test_reads_outside_the_repository() -> None:
    """Whoever clones the repository runs every test: none passes or skips by what lies beside it."""
    files = [path for path in (REPO / "tests").rglob("*.py") if path != Path(__file__)]

    assert [way for path in files for way in _ways_out(path)] == []
