"""Dates told from the article's day: weekdays, "yesterday", "overnight", "since the summer"."""

from __future__ import annotations

from datetime import date, timedelta

from digests.dates.absolute import read_digits, read_month
from digests.dates.interval import Interval, day, season
from digests.dates.reading import DateMatch, DateScan
from digests.dates.tenses import is_put_off, looked_ahead, looks_ahead

_ONE_DAY = timedelta(days=1)
_CLAUSE = 16  #: tokens before a weekday that its clause may have
_STOPS = frozenset(".,;:")


def read_weekday(text: DateScan, i: int) -> DateMatch | None:
    """Read a weekday; it looks back from the article's day unless the clause looks ahead."""
    calendar = text.lexicon.calendar
    short = text.low(i) in calendar.weekday_shorts
    number = calendar.weekday_shorts[text.low(i)] if short else calendar.weekdays.index(text.low(i))
    previous = text.low(i - 1)
    if not text.capital(i) or previous in calendar.weekday_names:
        return None
    if (
        calendar.steps.get(previous) == -1
        and text.low(i + 1) in calendar.in_months
        and text.low(i + 2) in calendar.months
    ):
        return None  # "the last Thursday in November"
    is_title = text.capital(i + 1) and text.low(i + 1) in calendar.weekday_titles
    is_kind = previous in text.lexicon.limits.kinds and text.low(i - 2) in text.lexicon.grammar.indefinite_articles
    if is_title or is_kind or (text.low(i - 2), previous) in calendar.no_weekdays:
        return None  # “a normal Monday” is one of many
    dated = _dated(text, i + 1)
    if dated:
        return dated._replace(first=i)
    if text.today is None or (short and (text.low(i + 1) != "." or number > 4)):
        return None
    return _weekday(text, i, i + 1 + short, number)


def _dated(text: DateScan, i: int) -> DateMatch | None:
    """The full date that follows a weekday: "Thursday, Feb. 6"."""
    for j in range(i, i + 4):
        for reader in (read_month, read_digits):
            match = reader(text, j) if j < len(text.tokens) and (text.capital(j) or text.number(j)) else None
            if match and match.interval.precision == "day":
                return match
        if j < i + 2 and text.low(j) not in {",", ".", "(", "the"} and text.number(j) is None:
            return None
    return None


def _weekday(text: DateScan, i: int, end: int, number: int) -> DateMatch | None:
    calendar, today = text.lexicon.calendar, text.today or date.min
    ago = (today.weekday() - number) % 7
    step = (calendar.steps | calendar.more_steps).get(text.low(i - 1))
    first = i if step is None else i - 1
    if step is not None and calendar.steps.get(text.low(first - 1)) == 0:
        first -= 1
    end += text.low(end) in calendar.times_of_day
    link = end + (text.is_genitive(end))
    weeks = calendar.steps.get(text.low(link))
    if weeks is not None and calendar.units.get(text.low(link + 1)) == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        return DateMatch(first, link + 2, day(monday + timedelta(days=number)))
    if _is_either(text, i, step, ago):
        return None
    if step is None:
        is_ahead = looks_ahead(text, i) or _is_present(text, i, end)
        calendar_day = today + timedelta(days=-ago % 7) if is_ahead else today - timedelta(days=ago)
    elif step > 0:
        if number > today.weekday() and text.low(i - 1) in calendar.steps:
            return None  # “next Friday” on a Tuesday is this week's to some, and the week after's to others
        calendar_day = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    elif step < 0:
        calendar_day = today - timedelta(days=ago or 7)
    else:
        calendar_day = today + timedelta(days=number - today.weekday())
    return DateMatch(first, end, day(calendar_day))


def _is_either(text: DateScan, i: int, step: int | None, ago: int) -> bool:
    """Whether a weekday may be one as well as another: “would speak on Tuesday”, told on Wednesday.

    And “last Monday” on a Tuesday is hardly yesterday.
    """
    if step is None:
        return is_put_off(text, i) or _had_been_planned(text, i) or (ago == 1 and looked_ahead(text, i))
    return step == -1 and ago == 1


def _had_been_planned(text: DateScan, i: int) -> bool:
    """Whether the clause before a token tells what was once to be, and may be past or not: “had planned to meet”."""
    calendar, past_perfect = (
        text.lexicon.calendar,
        text.lexicon.grammar.have_finite & text.lexicon.calendar.past_auxiliaries,
    )
    clause = range(i - 1, max(-1, i - 1 - _CLAUSE), -1)
    begin = next((j for j in clause if text.low(j) in _STOPS), clause.stop)
    return any(text.low(j) in calendar.past_ahead and text.low(j - 1) in past_perfect for j in range(begin + 1, i))


def _is_present(text: DateScan, i: int, end: int) -> bool:
    """Whether a verb right beside a weekday is in the present or the future: “the deadline is Monday”."""
    calendar = text.lexicon.calendar
    neighbour = text.low(i - 1 - (text.is_before_day(i - 1)))
    return text.low(end) in calendar.coming_verbs | calendar.presents or neighbour in calendar.presents


def _is_name(text: DateScan, i: int) -> bool:
    """Whether a capital begins no sentence and no words that are said: “the Today show”, “the “Today” show”."""
    previous_word = text.low(i - 1)
    is_alone = previous_word == "“" and text.low(i + 1) == "”"
    return i > 0 and (is_alone or previous_word not in {".", "“", "”", "!", "?", ":"})


def read_adverb(text: DateScan, i: int) -> DateMatch | None:
    """Read "today", "yesterday", "tomorrow", "tonight", "overnight", "this morning" and "last night"."""
    today, low = text.today, text.low(i)
    if today is None or (text.capital(i) and _is_name(text, i)):
        return None
    calendar = text.lexicon.calendar
    if low in calendar.times_of_day:
        step = calendar.steps.get(text.low(i - 1))
        if step == 0 or (step == -1 and low in calendar.nights):
            return DateMatch(i - 1, i + 1, day(today + step * _ONE_DAY))
        return None
    if low in calendar.overnight and not {text.low(i + 1), text.low(i + 2)}.isdisjoint(calendar.weekdays):
        return None  # the weekday says which night
    if low in calendar.overnight:
        return DateMatch(i, i + 1, Interval(today - _ONE_DAY, today, "day", from_hour=18, to_hour=6))
    days = calendar.days[low]
    first, end = i, i + 1 + (text.low(i + 1) in calendar.times_of_day)
    side = calendar.beside_days.get(text.low(i - 1))
    if days and side == days and calendar.units.get(text.low(i - 2)) == "day":
        days, first = days + side, i - 2 - (text.is_definite(i - 3))
    return DateMatch(first, end, day(today + days * _ONE_DAY))


def read_season(text: DateScan, i: int) -> DateMatch | None:
    """Read "the spring of 2023", "last summer" and "since the summer"; a season alone is not resolved."""
    calendar, previous = text.lexicon.calendar, text.low(i - 1)
    number = calendar.seasons[text.low(i)]
    link = i + 1 + (text.is_genitive(i + 1) or text.low(i + 1) == ",")
    year_number = text.year(link)
    if year_number is not None and (text.low(i + 1) != "," or previous in calendar.in_seasons):
        short = text.low(link + 1) in {"-", "–", "/"} and text.number(link + 2) is not None
        return DateMatch(i - text.is_definite(i - 1), link + 1 + 2 * short, season(year_number, number))
    today = text.today
    if today is None:
        return None
    latest = today.year - ((today.month, today.day) < (number, 1))
    current = season(latest, number)
    soon = today + timedelta(days=150) >= season(latest + 1, number).first and current.last <= today
    step = calendar.steps.get(previous)
    years = {-1: -int(current.last > today), 0: int(soon), 1: 1}.get(step) if step is not None else None
    if text.is_definite(i - 1) and text.low(i - 2) in calendar.through_seasons and not text.is_genitive(i + 1):
        years = 0
    return None if years is None else DateMatch(i - 1, i + 1, season(latest + years, number))
