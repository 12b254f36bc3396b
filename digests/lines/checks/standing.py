"""Whether a line's date, flags, source and link are what its claim's data say."""

from __future__ import annotations

import functools
import re
from datetime import datetime
from typing import Final
from urllib.parse import unquote

from digests.dates import format_day, format_days, format_saying
from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import CHAIN, Article, Claim, DigestItem

_SHORT_DAY: Final = 3  #: letters of a weekday as it is printed


def standing_altered(item: DigestItem, claim: Claim, article: Article, now: datetime) -> str | None:
    """Date, source, link and flags are what the claim's data say."""
    if item.when not in _dates(
        claim, article, now, of_either=item.own_verb or claim.mode == "direct" or item.body.endswith("…")
    ):
        return "date altered"
    if _loses_day(item, claim, lexicon_of(article)):
        return "date altered"
    if item.source != CHAIN.join(claim.via) or not _is_link(item.url, claim, article):
        return "source altered"
    return None if _are_flags(item.flags, claim) else "flags altered"


def _dates(claim: Claim, article: Article, now: datetime, *, of_either: bool) -> set[str]:
    """The date that a line may end with: that of what happened, or `of_either` that or its saying."""
    said_day = _said_day(claim, article, now)
    if claim.valid_from and claim.valid_precision == "day" and claim.valid_from != claim.said_at:
        event = format_days(claim.valid_from, claim.valid_to or claim.valid_from, now=now)
        if article.date_published and article.date_published.date() < claim.valid_from.date():
            event = f"for {event}"
        return {event, said_day} if of_either else {event}
    return {said_day}


def _loses_day(item: DigestItem, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a weekday of the passage stands neither in the words nor in their date, and no “…” tells that it went."""
    if "…" in item.body:
        return False
    names = _weekday(lexicon).findall(claim.passage.exact)
    return any(name not in item.body and name[:_SHORT_DAY] not in item.when for name in names)


@functools.cache
def _weekday(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(day.capitalize() for day in lexicon.calendar.weekdays)})\b")


def _said_day(claim: Claim, article: Article, now: datetime) -> str:
    if claim.said_at:
        return format_saying(claim.said_at, claim.said_precision, now=now)
    published = article.date_published
    return f"article {format_day(published, 'day', now=now)}" if published else "date unknown"


def _is_link(url: str | None, claim: Claim, article: Article) -> bool:
    if not url or not article.url:
        return url is None and not article.url
    address, _, fragment = url.partition("#:~:text=")
    words = " ".join(claim.passage.exact.split())
    return address == article.url.split("#")[0] and all(unquote(part) in words for part in fragment.split(","))


def _are_flags(flags: tuple[str, ...], claim: Claim) -> bool:
    """Whether all flags are the claim's, and none is missing that its standing asks for."""
    due = {str(claim.status)} - {"claimed"}
    due |= {
        flag
        for flag, holds in (("no response yet", claim.no_response), ("estimate", claim.kind == "estimate"))
        if holds
    }
    due |= {f"{claim.origins} origins"} if claim.origins > 1 else set()
    kinds = {relation.kind for relation in claim.relations}
    related = {"updated"} if "updates" in kinds else set[str]()
    related |= {"corrected"} if "corrects" in kinds else set()
    free = {"unnamed source"} if claim.claimant.role == "unnamed" else set[str]()
    free |= {"one side", "own side"} if claim.claimant.side else set()
    ratings = {f"rated “{r.rating}” by {r.reviewer}" for r in claim.relations if r.kind == "reviewed by"}
    if bool(ratings) != any(flag in ratings for flag in flags):
        return False
    speaker_flags = [flag for flag in flags if flag.startswith(("denied by ", "differs from "))]
    speakers = {relation.claimant for relation in claim.relations}
    if any(flag.split(" ", 2)[2].rsplit(" (", 1)[0] not in speakers for flag in speaker_flags):
        return False
    rest = [flag for flag in flags if flag not in speaker_flags and flag not in ratings]
    return (
        due | related <= set(rest) <= due | related | free
        and len(rest) == len(set(rest))
        and not ("denied by" in kinds and not speaker_flags)
    )
