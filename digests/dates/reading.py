"""What the readers of date expressions share: the tokens with the day they look back from, and what a reader finds."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from digests.dates.interval import Interval
from digests.lexicon import Lexicon
from digests.text.numbers import Tokens, low_at

_SAME_YEAR = 70  #: tokens behind a date with its year, within which others may be of that


class DateScan(NamedTuple):
    """A stretch of text as tokens, and the day its article was published, where that is known."""

    text: str
    tokens: Tokens
    today: date | None

    @property
    def lexicon(self) -> Lexicon:
        """The words of the text's language."""
        return self.tokens.lexicon

    def low(self, i: int) -> str:
        """The token's text in lower case, or nothing where there is no such token."""
        return low_at(self.tokens, i)

    def is_definite(self, i: int) -> bool:
        """Whether the token is a definite article."""
        return self.low(i) in self.lexicon.grammar.definite_articles

    def is_genitive(self, i: int) -> bool:
        """Whether the token stands between a part and what it is of: “the end of May”."""
        return self.low(i) in self.lexicon.grammar.genitives

    def is_before_day(self, i: int) -> bool:
        """Whether the token is the preposition before a day."""
        return self.low(i) in self.lexicon.calendar.before_days

    def is_pair(self, i: int, joint: int) -> bool:
        """Whether a joint parts the bounds of one time behind another token: “between 2 and 4 May”."""
        return self.low(i) in self.lexicon.calendar.before_pairs and self.low(joint) in self.lexicon.numbers.joining

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= i < len(self.tokens) and self.tokens[i].text[0].isupper()

    def number(self, i: int) -> int | None:
        """The whole number that the token writes in at most four digits."""
        if not 0 <= i < len(self.tokens):
            return None
        text = self.tokens[i].text
        return int(text) if text.isdecimal() and text.isascii() and len(text) <= 4 else None

    def year(self, i: int) -> int | None:
        """The year that the token writes in four digits."""
        number = self.number(i)
        return number if number is not None and 1500 <= number <= 2199 else None


class DateMatch(NamedTuple):
    """A date expression: the tokens from `first` to before `end`, and the interval that they name."""

    first: int
    end: int
    interval: Interval
    open_end: bool = False  #: it goes on to the article's day, which is unknown
    closed: bool = False  #: no further words may narrow it


def tells_of_another_year(text: DateScan, i: int) -> bool:
    """Whether right before a day without a year stands another with one, of which it may be: “On March 2, 2015 …”."""
    if text.low(i - 1 - (text.low(i - 1) == ",")) in text.lexicon.calendar.weekdays:
        return False
    for j in range(i - 1, max(1, i - _SAME_YEAR), -1):
        year_number = text.year(j)
        if year_number and text.low(j - 1) == "," and text.number(j - 2) is not None:
            return text.today is not None and year_number != text.today.year
    return False
