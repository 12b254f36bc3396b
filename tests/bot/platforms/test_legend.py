"""The legend: every small word that a line may carry has its meaning, and no digest is explained beyond its own."""

from __future__ import annotations

import pytest

from bot.platforms.legend import legend_rows
from digests.models import Digest, Section
from tests.fakes import item

_ALWAYS = 2  #: rows that explain every line


@pytest.mark.parametrize(
    "flag",
    [
        "unconfirmed", "no response yet", "denied", "estimate", "unnamed source", "one side", "own side", "3 origins",
        "2 outlets", "denied by Zelensky", "differs from ISW (Fri 7 Feb)", "rated “False” by Example Checkers",
        "updated", "corrected", "corrected Sat 8 Feb", "withdrawn Sat 8 Feb", "superseded Sat 8 Feb",
        "restored Sat 8 Feb", "added late", "no source named", "same article",
        "same headline",
    ],
)  # fmt: skip
def test_every_flag_has_one_meaning(flag: str) -> None:
    """A line's flag is explained by one row, and by none that begins alike."""
    one_line = Digest(title="Kursk", sections=(Section(heading="", items=(item(flags=(flag,), when="Thu 6 Feb"),)),))
    assert len(list(legend_rows(one_line))) == _ALWAYS + 1


def test_a_headline_is_explained() -> None:
    """Where a line has its article's headline, the legend says whose words it is."""
    headed = Digest(title="Kursk", sections=(Section(heading="", items=(item(flags=(), headline="Bridge shut"),)),))

    assert "Outlet: “…”" in dict(legend_rows(headed))
