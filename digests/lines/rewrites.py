"""The few rewrites that a line may make of a passage's words; the gate knows the same table."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either

_WRITTEN_OUT = 20  #: the highest number in words that a measure has as a digit


class _Patterns(NamedTuple):
    measure: re.Pattern[str]
    first_number: re.Pattern[str]  #: before a number in words, that it is the second of two
    as_much_as: re.Pattern[str]  #: only before a number, and not after one: “twice as much as last year” is no bound
    to_the: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    lines, numbers = lexicon.lines, lexicon.numbers
    small = either(word for word, value in numbers.units.items() if value <= _WRITTEN_OUT)
    grammar, articles = lexicon.grammar, either(lexicon.grammar.indefinite_articles)
    comparing = either(grammar.doubtful_reasons)
    scales, fractions = either(numbers.scales), either(numbers.fractions)
    whole = "".join(rf"(?<!\b{word} )" for word in sorted(numbers.decimal_points))  # “one point three per cent”
    after_number = "".join(rf"(?<!\b{word} )" for word in sorted(lines.multiples))
    return _Patterns(
        measure=re.compile(
            rf"(?<![\w-]){whole}(?P<number>\d[\d,.]*|(?i:{small}))[ -]"
            rf"(?P<unit>{either(lines.short_units)})\b(?![- ]+[A-Z]|-)"
        ),
        first_number=re.compile(
            rf"(?:\d|\b(?:{either(numbers.units)}))\s+"
            rf"(?:{either(lexicon.grammar.choosing, lexicon.grammar.infinitive_markers)})\s+$"
        ),
        as_much_as=re.compile(
            rf"{after_number}\b(?:{comparing}) (?:{either(lines.amounts)}) (?:{comparing})\b"
            rf"(?=\s+(?:(?:{articles}) (?:{scales}|{fractions})|[$€£]?\d"
            rf"|(?:{either(numbers.units)})(?:-\w+)?\b|(?:{scales})s?\b|(?:{either(numbers.half)})\b))(?!\s+\S+(?:\s+\S+)?\s+(?:{either(lines.backwards)})\b)"
            rf"(?!\s+\S+(?:\s+[\w’'-]+){{0,3}}\s+(?:{comparing})\b)",  # “as many as 20 tanks as Alto’s”
            re.IGNORECASE,
        ),
        to_the=re.compile(
            rf"\b(?:{either(lines.before_compass)}) (?P<point>{either(lines.compass)})"
            rf" (?:{either(grammar.genitives)})\b",
            re.IGNORECASE,
        ),
    )


def rewrite(text: str, lexicon: Lexicon = ENGLISH) -> str:
    """Write measures with symbols, “as much as” a number as “up to”, and “to the southeast of” as “SE of”."""
    patterns, lines = _patterns(lexicon), lexicon.lines

    def measure(match: re.Match[str]) -> str:
        value = lexicon.numbers.units.get(match["number"].lower())
        if value is not None and patterns.first_number.search(match.string, 0, match.start()):
            return match.group()  # “three to four miles”
        number = match["number"] if value is None else str(value)
        unit = lines.short_units[match["unit"].lower()]
        return f"{number}{'' if unit == '%' else ' '}{unit}"

    text = patterns.measure.sub(measure, text)
    text = patterns.as_much_as.sub("up to", text)
    return patterns.to_the.sub(lambda match: f"{lines.compass[match['point'].lower()]} of", text)
