"""Posts with a signature: their day, and what a later one tells of their article's own date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.dates import find_dates
from digests.extraction.reading import Reading
from digests.extraction.signatures import is_misdated, uncounted
from digests.extraction.times.claim_dates import said_dates
from digests.lexicon import ENGLISH
from digests.models import Attribution, Claimant
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import Located
from tests.make import article

PUBLISHED = datetime(2025, 3, 14, 12, tzinfo=UTC)
POST = "The bridge at Belsk is open to all of you again. — Ida Holm (@idaholm) March 9, 2025"
QUOTATION = "“The bridge at Belsk is open to all,”"


def day_said(text: str, content: str, cue: str) -> str | None:
    """The day on which Ida Holm said some words of a text."""
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, sentences(text), paragraphs(text),
        Located([]), Located([]), Located([]), Located(find_dates(text, PUBLISHED)),
    )  # fmt: skip
    spans = [((text.index(part), text.index(part) + len(part)),) for part in ("Holm", cue, content)]
    words = Attribution(source=spans[0], cue=spans[1], content=spans[2])
    dates = said_dates(reading, [(words, Claimant(name="Ida Holm", surface="Holm", resolved_by="exact"))])
    return dates[0].surface if dates[0] else None


@pytest.mark.parametrize(
    ("text", "content", "cue", "day"),
    [
        (f"Holm wrote: {QUOTATION}\n\n{POST}", QUOTATION, "wrote", "March 9, 2025"),
        (f"Holm tweeted that it would hold.\n\n{POST}", "it would hold", "tweeted", "March 9, 2025"),
        (f"Holm said that it would hold.\n\n{POST}", "it would hold", "said", None),
        (f"Holm wrote: {QUOTATION}\n\n{POST.replace('March 9', 'March 15')}", QUOTATION, "wrote", None),
    ],
)
def test_a_post_was_said_on_the_day_below_it(text: str, content: str, cue: str, day: str | None) -> None:
    """Words from a signed post, or that somebody is said to have posted, are of its day unless it is too late."""
    assert day_said(text, content, cue) == day


@pytest.mark.parametrize(
    ("text", "misdated"),
    [
        (POST.replace("March 9", "March 19"), True),
        ("A boat in Belsk, March 19, 2025. REUTERS/Ida Holm", True),
        (POST.replace("March 9", "March 15"), False),
        ("The bridge opens in Belsk, March 19, 2025. All may come.", False),
    ],
)
def test_a_later_post_shows_a_wrong_date(text: str, misdated: bool) -> None:
    """A post or a picture of a day well after an article's own shows that this cannot be trusted."""
    assert is_misdated(article(text, date_published=PUBLISHED), find_dates(text, PUBLISHED)) is misdated


def test_days_are_not_counted_from_a_wrong_date() -> None:
    """Weekdays and “last week” are left out then; a day of the month stays."""
    dates = find_dates("It shut on Monday, last week and on March 3, two days after Jan. 5, 2024.", PUBLISHED)

    assert [date.surface for date in uncounted(dates)] == ["on March 3", "Jan. 5, 2024"]
