"""What the dates below embedded posts tell: when they were said, and that an article's own date is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from digests.extraction.reading import Reading
from digests.models import Article, Attribution, Claimant, TimeSpan
from digests.text.post_signatures import SIGNATURE
from digests.text.spans import index_holding

_SIGNATURE = re.compile(SIGNATURE)
_HANDLE = "(@"  #: without which a text holds no signature
_SAME = 6  #: words in a row that show that a quotation is of a post
_LONGEST = 320  #: characters that a post may have
_BEFORE = 80  #: characters before a date in which a signature stands
_CREDIT = re.compile(r"\.\s+[A-Z]{2,}\b")  #: behind the date of a picture, whose it is: “. REUTERS/Ida Holm”
_FULL = re.compile(r"\d.*\d{4}$")  #: a day that needs no other to be known: “Sept. 13, 2017”
_COUNTED = re.compile(r"^\D*$|\b[a-z]+$")  #: one that is counted from the article's: “on Monday”, “18 months ago”
_SLACK = timedelta(days=2)  #: how much later an article may be added to


class Post(NamedTuple):
    """A post that stands in an article as it was written, with its signature's date."""

    name: str
    words: str
    date: TimeSpan


def signed_posts(reading: Reading) -> tuple[Post, ...]:
    """The posts of an article below which their day stands: “… — Ida Holm (@idaholm) May 5, 2019”."""
    text = reading.article.body
    if _HANDLE not in text:
        return ()
    posts = []
    for signature in _SIGNATURE.finditer(text):
        number = index_holding(reading.paragraphs, signature.start())
        begin = reading.paragraphs[number][0]
        if not text[begin : signature.start()].strip() and number:
            begin = reading.paragraphs[number - 1][0]
        begin = max(begin, signature.start() - _LONGEST)
        dates = reading.dates.within((signature.end(), signature.end() + 1))
        posts += [Post(signature["source"], _words(text[begin : signature.start()]), date) for date in dates]
    return tuple(posts)


def date_of_post(
    reading: Reading, posts: Sequence[Post], attribution: Attribution, claimant: Claimant
) -> TimeSpan | None:
    """The day of the post that words are quoted from, or of the only day on which their speaker posted here."""
    text = reading.article.body
    words = _words(" ".join(text[start:end] for start, end in attribution.content)).split()
    opening = " ".join(words[:_SAME])
    quoted_dates = [post.date for post in posts if len(words) >= _SAME and f" {opening} " in post.words]
    if quoted_dates:
        return quoted_dates[0]
    if reading.lexicon.calendar.posting.isdisjoint(attribution.citing_words(text).lower().split()):
        return None
    last = claimant.name.rsplit(" ", 1)[-1]
    own_dates = [post.date for post in posts if last in post.name.split()]
    return own_dates[0] if len({date.valid_from for date in own_dates}) == 1 else None


def is_misdated(article: Article, dates: Sequence[TimeSpan]) -> bool:
    """Whether an article holds a post or a picture of a day well after its own date, which then cannot be trusted."""
    published, text = article.date_published, article.body
    if published is None:
        return False
    later = (
        date
        for date in dates
        if date.valid_from and date.valid_from - published >= _SLACK and _FULL.search(date.surface)
    )
    return any(_is_signed(text, date) for date in later)


def uncounted(dates: Sequence[TimeSpan]) -> tuple[TimeSpan, ...]:
    """The dates that are not counted from their article's."""
    return tuple(date for date in dates if not _COUNTED.search(date.surface))


def _is_signed(text: str, date: TimeSpan) -> bool:
    signatures = _SIGNATURE.finditer(text, max(0, date.start - _BEFORE), date.start)
    is_post = any(signature.end() == date.start for signature in signatures)
    return is_post or (text[: date.start].endswith(", ") and _CREDIT.match(text, date.end) is not None)


def _words(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.lower()), ""])
