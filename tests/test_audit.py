"""What is known of our packages is told, and a check without a network fails nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.audit import verdict
from tests.paths import REPO

_SOUND = {"name": "a", "version": "1", "vulns": []}
_HOLED = {"name": "b", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}]}
_SKIPPED = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (None, 0, "Not audited"),
        ({"dependencies": [_SKIPPED]}, 0, "Not audited"),
        ({"dependencies": [_SOUND, _SKIPPED]}, 0, "No known hole in 1 packages; 1 could not be looked up"),
        ({"dependencies": [_SOUND, _HOLED]}, 1, "b 2: CVE-1, mended in 3"),
    ],
)
def test_a_hole_fails_and_silence_does_not(answer: Any, code: int, words: str) -> None:
    """A hole is named with what mends it; where nothing could be asked, that is said."""
    told = verdict(answer)
    assert told[0] == code
    assert words in told[1]


def test_a_release_can_publish_and_nothing_else() -> None:
    """The workflow grants rights job by job, stores no token, and publishes only what it has built and attested."""
    text = (REPO / ".github" / "workflows" / "release.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert yaml.safe_load(text)["permissions"] == {}
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert (jobs["publish"]["needs"], jobs["publish"]["environment"]) == ("build", "pypi")
    assert "secrets." not in text
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[\w./]+", action) for action in used)
    assert any("attest-build-provenance" in action for action in used)
    targets = re.findall(r"make (\w+)", text)
    assert set(targets) <= set(re.findall(r"^(\w+):", (REPO / "Makefile").read_text("utf-8"), re.MULTILINE))
