"""Which date a line ends with once it is cut: not the day of what it no longer tells."""

from __future__ import annotations

from datetime import datetime

from digests.dates import find_dates
from digests.lexicon import lexicon_of
from digests.lines.facts import LineFacts
from digests.lines.flags import date_of
from digests.models import Article, Claim


def said_date(facts: LineFacts, body: str, claim: Claim, article: Article, *, now: datetime) -> str:
    """The date of a line that ends early: that of saying, where the day of what happened stands in what was cut off."""
    days = (_days(words, claim, article) for words in (facts.body, body))
    return date_of(claim, article, now=now, said=True)[0] if next(days) and not next(days) else facts.date


def _days(words: str, claim: Claim, article: Article) -> bool:
    """Whether words name the day on which a claim says that something happened."""
    event, lexicon = claim.valid_from, lexicon_of(article)
    dates = find_dates(words, article.date_published, lexicon=lexicon) if event and event != claim.said_at else ()
    return any(event is not None and date.valid_from and date.valid_from.date() == event.date() for date in dates)
