"""Nothing that Dateline stands on asks for more than its own licence allows."""

from __future__ import annotations

import re
from importlib import metadata

import pytest

from tests.paths import REPO

#: What may be installed beside us and is not copied into us, with the reason.
ALLOWED = {
    "psycopg": "LGPL: imported as it is, and optional",
    "psycopg-binary": "as above",
    "psycopg-pool": "as above",
}
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
NAMES = sorted(set(_LOCKED.findall((REPO / "requirements.lock").read_text("utf-8"))))


def licences_of(name: str) -> str | None:
    """What an installed package says of its licence; none where it is not installed here."""
    try:
        described = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    classifiers = [line for line in described.get_all("Classifier") or [] if line.startswith("License")]
    # a whole text instead of a name begins with its name
    named = [described.json.get(key, "") for key in ("license_expression", "license")]
    return " ".join([*(str(text)[:80] for text in named), *classifiers])


@pytest.mark.parametrize("name", NAMES)
def test_no_licence_binds_us(name: str) -> None:
    """No package is under a GPL, or AGPL; one under the LGPL has its reason here."""
    licence = licences_of(name)
    if licence is None:
        pytest.skip("not needed on this system")

    offered = [part for part in re.split(r"\bOR\b|;", licence) if not re.search(r"\bA?L?GPL|General Public", part)]
    assert name in ALLOWED or offered, licence


def test_a_gpl_would_be_seen() -> None:
    """The names of such licences are known in each of their forms."""
    for text in ("GPL-3.0-or-later", "AGPL-3.0", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"):
        assert re.search(r"\bA?L?GPL|General Public", text)


@pytest.mark.parametrize("lock", ["requirements-demo.lock", "requirements-image.lock"])
def test_fewer_packages_are_the_same(lock: str) -> None:
    """What the demo or the image installs is part of what the tests install, in the same versions."""
    few, every = (
        set(re.findall(r"^[\w.-]+==[^ \\\n]+", (REPO / name).read_text("utf-8"), re.MULTILINE))
        for name in (lock, "requirements.lock")
    )

    assert few < every
    assert len(few) < 68
