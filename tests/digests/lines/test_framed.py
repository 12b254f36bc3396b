"""What frames a saying decides whether it is printed."""

from __future__ import annotations

from digests.lines.line import claim_line
from digests.models import DigestItem
from tests.digests.lines.framed import CONTENTS, MORE_UNREAL, REAL, UNREAL, framed
from tests.make import NOW


def test_no_line_is_drawn_of_what_nobody_said() -> None:
    """None of at least 5,000 sentences whose frame denies, asks or imagines a saying makes a line."""
    drawn = [(of.body, claim_line(claim, of, now=NOW)) for claim, of in framed(UNREAL)]
    printed = [(text, item.line) for text, item in drawn if isinstance(item, DigestItem)]

    assert len(drawn) >= 5_000
    assert printed == []


def test_no_line_is_drawn_of_rarer_frames() -> None:
    """Works of fiction, forgeries, rulings, retractions, notes and questions make no line, wherever they stand."""
    few = framed(MORE_UNREAL, ("Ida Holm", "The Ardova council"), ("say", "announce", "deny"), CONTENTS[::3])
    drawn = [(of.body, claim_line(claim, of, now=NOW)) for claim, of in few]
    printed = [(text, item.line) for text, item in drawn if isinstance(item, DigestItem)]

    assert len(drawn) >= 10 * len(MORE_UNREAL)
    assert printed == []


def test_what_is_plainly_reported_is_printed() -> None:
    """The same words in plain frames make lines."""
    drawn = [claim_line(claim, of, now=NOW) for claim, of in framed(REAL)]
    held = [item for item in drawn if isinstance(item, str)]

    assert len(held) <= 0.02 * len(drawn), set(held)
