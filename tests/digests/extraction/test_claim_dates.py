"""When claims were made: a speaker's neighbouring claims share a day where nothing tells of another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.dates import find_dates
from digests.extraction.claim_dates import said_dates
from digests.extraction.reading import Reading
from digests.lexicon import ENGLISH
from digests.models import Attribution, Claimant
from digests.text.sentences import sentences
from digests.text.spans import Located
from tests.make import article

PUBLISHED = datetime(2025, 3, 14, 12, tzinfo=UTC)  # a Friday
HOLM = Claimant(name="Holm", surface="Holm", resolved_by="exact")


def days_said(text: str, *verbs: str) -> list[str]:
    """The day of each claim of Holm's, in a text whose claims are “Holm VERB it held” in order."""
    dates = find_dates(text, PUBLISHED)
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, sentences(text), ((0, len(text)),),
        Located([]), Located([]), Located([]), Located(dates),
    )  # fmt: skip
    pairs, index = [], 0
    for verb in verbs:
        source = text.index("Holm", index)
        cue, content = text.index(verb, source), text.index("it held", source)
        index = content + 1
        spans = ((source, source + 4),), ((cue, cue + len(verb)),), ((content, content + 7),)
        pairs.append((Attribution(source=spans[0], cue=spans[1], content=spans[2]), HOLM))
    return [date.surface if date else "" for date in said_dates(reading, pairs)]


@pytest.mark.parametrize(
    ("text", "verbs", "days"),
    [
        ("Holm said Tuesday it held. Holm said it held.", ("said", "said"), ["Tuesday", "Tuesday"]),
        ("Holm said it held. Holm said Tuesday it held.", ("said", "said"), ["Tuesday", "Tuesday"]),
        ("Holm said it held. On Tuesday, Holm said it held.", ("said", "said"), ["", "On Tuesday"]),
        ("Holm said Tuesday it held. Holm says it held.", ("said", "says"), ["Tuesday", ""]),
        ("Holm said Tuesday it held. Holm has said it held.", ("said", "said"), ["Tuesday", ""]),
        ("Holm said Tuesday it held. It shut in July. Holm said it held.", ("said", "said"), ["Tuesday", ""]),
        ("Holm said last week it held. Holm said it held.", ("said", "said"), ["last week", ""]),
        ("Holm said Feb. 3 it held. Holm said it held.", ("said", "said"), ["Feb. 3", ""]),
    ],
)
def test_neighbouring_claims_share_a_day(text: str, verbs: tuple[str, ...], days: list[str]) -> None:
    """A day of the last ones is shared; another tense, another day in between and a longer time are not."""
    assert days_said(text, *verbs) == days
