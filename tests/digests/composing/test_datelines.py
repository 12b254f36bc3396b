"""What stands before a report, where and by whom it was written, is no word of what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.composing.compose import compose_digest
from digests.composing.openings.reports import report_of
from digests.models import Publisher, SourcedClaim
from digests.text.datelines import behind_dateline
from tests.digests.datelines import datelines
from tests.make import NOW, article, spoken

HAPPENED = "Two piers of the old harbour collapsed late on Thursday."
SPEECHES = (
    ("Ida Holm said that the bridge had been closed.", "that the bridge had been closed"),
    ("The bridge had been closed, Ida Holm said.", "The bridge had been closed"),
    ("“We have closed the bridge,” Ida Holm said.", "“We have closed the bridge,”"),
)


@settings(max_examples=60, deadline=None)
@given(datelines)
def test_a_report_begins_behind_its_dateline(dateline: str) -> None:
    """What happened is told without the town, the day and the agency before it."""
    outlets = ("Harbour Post", "Coast Echo")
    story = [
        article(dateline + HAPPENED, id=name, headline="A night of storms", publisher=Publisher(name=name))
        for name in outlets
    ]

    report = report_of(story, [], now=NOW)

    assert behind_dateline(story[0].body, 0, len(story[0].body)) == len(dateline)
    assert report is not None
    assert report.item.body == HAPPENED.removesuffix(".")


@settings(max_examples=60, deadline=None)
@given(datelines, st.sampled_from(SPEECHES))
def test_no_digest_prints_a_dateline(dateline: str, speech: tuple[str, str]) -> None:
    """Whatever stands before what somebody says, a digest is drawn, and has nothing of it."""
    said, content = speech
    of = article(f"{dateline}{said} {HAPPENED}")
    claim = spoken(of.body, content, "Ida Holm", "said")

    composed = compose_digest("Digest", [SourcedClaim(claim, of)], now=NOW)

    bodies = [item.body for section in composed.digest.sections for item in section.items]
    assert all(body.strip("“”") in f"{said}{HAPPENED}" for body in bodies)


@pytest.mark.parametrize(
    "text",
    [
        "NATO—Larn’s oldest ally—sent two ships.",
        "Larn Mills closed on Friday.",
        "US-backed forces took the town.",
        "The mayor (62) spoke.",
        "Feb. 3 — Troops crossed the river.",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    """A name before an aside, a hyphen or a year in brackets begins a sentence, and the day of a list is told."""
    assert behind_dateline(text, 0, len(text)) == 0
