"""What a channel has had is not told again, stories say since when they are known, and what is late is marked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from digests.composing.compose import ALL_LATE, compose_digest
from digests.composing.past import ChannelLine, Past
from digests.models import Digest, Figure, SourcedClaim
from tests.digests.composing.sentences import bodies, found
from tests.make import NOW, SAID

DAY = timedelta(days=1)
TOLD = found(
    "40 houses were hit near the old mill",
    article_id="a0",
    figures=(Figure(value=40, what="houses", start=0, end=2, surface="40"),),
)


def after(*sources: SourcedClaim, **fields: Any) -> Digest:
    """A digest for a channel that has had `TOLD` a day ago, as a line of the story `flood`."""
    line = ChannelLine(TOLD.claim, "flood", NOW - DAY)
    return compose_digest("Digest", sources, now=NOW, past=Past(**{"lines": (line,), **fields})).digest


@pytest.mark.parametrize(
    ("said", "by", "figure", "is_told"),
    [
        ("40 houses were hit near the old mill", "The ministry", 40, True),
        ("that 40 houses were hit near the old mill", "The ministry", 40, True),
        ("44 houses were hit near the old mill", "The ministry", 44, False),
        ("40 houses were looted near the old mill", "The ministry", 40, False),
        ("40 houses were hit near the old mill", "The mayor", 40, False),
    ],
)
def test_what_a_channel_has_had_is_told_again_only_where_it_changed(
    said: str, by: str, figure: int, is_told: bool
) -> None:
    """Another article's words are left out where the same claimant said them before with the same figures."""
    figures = (Figure(value=figure, what="houses", start=0, end=2, surface=str(figure)),)
    digest = after(found(said, by, article_id="a1", figures=figures))

    assert (digest.items == ()) == is_told
    assert ("1 told before" in digest.footer[0]) == is_told


@pytest.mark.parametrize(
    ("published", "precision", "is_late"),
    [
        (NOW - 3 * DAY, "minute", True),
        (NOW - DAY - timedelta(hours=5), "minute", False),
        (NOW - DAY + timedelta(hours=1), "minute", False),
        ((NOW - DAY).replace(hour=0), "day", False),
        (NOW - 40 * DAY, "month", False),
        (None, "minute", False),
    ],
)
def test_what_is_older_than_the_window_is_marked(published: datetime | None, precision: str, is_late: bool) -> None:
    """A claim of an article from before the window stands behind the news, with a flag that says it came late."""
    of = {"date_published": published, "date_published_precision": precision}
    old = found("40 houses were hit", name="Ann", of=of, said_at=published and SAID - 9 * DAY)
    new = found("a mill burned down", name="B", article_id="a2", of={"date_published": NOW})

    items = after(old, new, window_start=NOW - DAY).items

    assert [item.body for item in items if "added late" in item.flags] == (["40 houses were hit"] if is_late else [])
    assert len(items) == 2
    assert items[-1].body == "40 houses were hit" or not is_late


def test_a_digest_of_old_things_alone_says_so_once() -> None:
    """Where every line is late, a notice says it, and no line has the flag."""
    digest = after(found("a mill burned down", of={"date_published": NOW - 9 * DAY}), window_start=NOW - DAY)

    assert digest.notice == ALL_LATE
    assert digest.items[0].flags == ()


def test_a_story_says_whether_the_channel_knows_it() -> None:
    """A story that the channel has had says since when, another one that it is new, and each has its id."""
    things = ("the harbour froze", "a mill burned down", "schools stayed shut", "trains ran late")
    names = ("Ann", "Ben", "Cleo", "Dov")
    sources = [
        found(thing, name=name, article_id=f"a{n}") for n, (thing, name) in enumerate(zip(things, names, strict=True))
    ]
    story_of = {"a0": "flood", "a1": "flood", "a2": "strike", "a3": "strike"}

    sections = after(*sources, story_of=story_of).sections
    first = compose_digest("Digest", sources, now=NOW, past=Past(story_of=story_of)).digest

    assert {(section.story, section.standing) for section in sections} == {
        ("flood", "since Fri 7 Feb"),
        ("strike", "new"),
    }
    assert all(section.title == f"{section.heading} · {section.standing}" for section in sections)
    assert {section.standing for section in first.sections} == {""}


def test_a_line_of_a_known_story_stands_under_it() -> None:
    """A single line has a heading where it goes on with a story that the channel has had, and else none."""
    known = found("schools stayed shut", name="Ann", article_id="a1", of={"headline": "Flood"})
    other = found("a mill burned down", name="B", article_id="a2")
    digest = after(known, other, story_of={"a1": "flood", "a2": "fire"})
    assert sorted((section.title, len(section.items)) for section in digest.sections) in (
        [("", 1), ("Flood · since Fri 7 Feb", 1)],
        [("Also", 1), ("Flood · since Fri 7 Feb", 1)],
    )


def test_a_flag_names_what_the_channel_has_had_with_its_number() -> None:
    """A claim that differs from a line of an earlier digest says that line's number, as it stands in no line here."""
    relation = {"kind": "differs", "claim_id": TOLD.claim.id, "reason": "44 against 40", "claimant": "The ministry"}
    changed = found("44 houses were hit", "The mayor", article_id="a1", relations=(relation,))

    assert [flag for item in after(changed).items for flag in item.flags] == ["differs from The ministry: 40"]
    assert bodies(after(changed)) == ["44 houses were hit"]
