"""How a name stands in its sentence: as its subject, joined to another, met by somebody, as whose something is."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.persons.kin import kin_before
from digests.speakers.salience.unnamed import is_personal_noun

_POSSESSIVE = re.compile(r"[’'‘`]s?\b")
_NAME_FOLLOWS = re.compile(r"\s[A-Z]")
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_ROLE_OF_NAME = re.compile(r"\s(?:[a-z][\w-]*\s){0,2}(?P<noun>[a-z]+)\s[A-Z]")
_WORD_BEFORE_NAME = re.compile(r"(?<!\w)([\w-]+)\s+$")


class _Patterns(NamedTuple):
    introduced: re.Pattern[str]  #: before a name that a sentence introduces
    is_described: re.Pattern[str]  #: an age or an apposition after a name
    met: re.Pattern[str]  #: “met with Foreign Minister ”, “was replaced by ” before a name
    joining: re.Pattern[str]  #: “ and her sister ” between two names
    listing: re.Pattern[str]  #: “, Carl Dunmore”, “ and others” after one
    asking: re.Pattern[str]  #: “asked ” before a name
    question: re.Pattern[str]  #: “ about the plan”, “ whether …” after it


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    helping, joining = either(grammar.be_finite), either(words.joining)
    return _Patterns(
        introduced=re.compile(rf"\b(?:{helping}|{either(words.introducing)})\s+$", re.IGNORECASE),
        is_described=re.compile(rf",\s+(?:\d\d\b|(?:{either(grammar.articles)})\s)"),
        met=re.compile(
            rf"\b(?:{either(lexicon.verbs.meeting)}|(?:{helping})\s[a-z]+(?:{either(grammar.verb_endings)})\s"
            rf"(?:{either(lexicon.sources.agents)}))\s+(?:[\w.’'-]+\s+){{0,4}}$"
        ),
        joining=re.compile(rf",?\s(?:{joining})\s(?:\w+\s){{0,2}}"),
        listing=re.compile(rf",?\s(?:{joining})\s|,\s[A-Z]"),
        asking=re.compile(rf"\b(?:{either(lexicon.verbs.asking)})\s+(?:[\w.’'-]+\s+){{0,4}}$"),
        question=re.compile(
            rf"\s+(?:{either(lexicon.clauses.topics, lexicon.sources.asking, grammar.relative_adverbs)}|"
            rf"{either(lexicon.hedges.conditions)})\b"
        ),
    )


class Standing:
    """How names stand in the sentences of a text."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._layout = layout
        self._text, self._lexicon = cast.text, cast.lexicon
        self._patterns = _patterns(cast.lexicon)
        self._name_ends = [name.end for name in cast.names]

    def of_name(self, start: int, end: int, *, opening: int) -> dict[str, bool]:
        """How a name stands in its sentence; opening: where it begins with its titles."""
        is_joined, is_modifier = self._is_joined(opening, end), self._says_whose(opening, end)
        return {
            "is_subject": self._layout.is_subject(opening, end) and not is_joined and not is_modifier,
            "is_clause_subject": self._layout.is_clause_subject(opening, end) and not is_modifier,
            "is_introduced": self._is_introduced(start),
            "is_kin": self._kin(opening) is not None,
            "is_fronted": self._layout.is_fronted(opening),
            "is_subordinate": self._layout.is_subordinate(start),
            "is_owner": is_modifier or _POSSESSIVE.match(self._text, end) is not None,
            "is_met": is_joined or self._is_met(start, end),
            "is_label": self._layout.is_label(start),
        }

    def is_said(self, start: int) -> bool:
        """Whether a name stands in what somebody says, or is asked."""
        return self._layout.is_said(start) or self._layout.is_asked(start)

    def is_described(self, end: int) -> bool:
        """Whether an age or an apposition stands after a name."""
        return self._patterns.is_described.match(self._text, end) is not None

    def is_modifier(self, end: int) -> bool:
        """Whether a name says whose some people are: “Larn Falls councillors”, “Larn Falls leader Ann Bo”."""
        word = _NEXT_WORD.match(self._text, end)
        if word is None:
            return False
        is_several = word[1].endswith("s") and is_personal_noun(word[1][:-1], self._lexicon)
        return is_several or (
            _NAME_FOLLOWS.match(self._text, word.end()) is not None and is_personal_noun(word[1], self._lexicon)
        )

    def _says_whose(self, start: int, end: int) -> bool:
        """Whether a name says but whose somebody is: “a Bo supporter”, “the Bo camp”, “Bo campaign chief Ann Ek”."""
        article = _WORD_BEFORE_NAME.search(self._text, max(0, start - 10), start)
        if article is not None and article[1].lower() in self._lexicon.grammar.articles:
            return _NEXT_WORD.match(self._text, end) is not None
        role = _ROLE_OF_NAME.match(self._text, end)
        return role is not None and is_personal_noun(role["noun"], self._lexicon)

    def _is_joined(self, start: int, end: int) -> bool:
        """Whether a name is the second of two or more that do something together: “Ann Bo, Carl Dunmore and others”."""
        number = bisect_left(self._name_ends, start)
        words = self._text[self._name_ends[number - 1] : start] if number else ""
        is_listed = words == ", " and self._patterns.listing.match(self._text, end) is not None
        return is_listed or self._patterns.joining.fullmatch(words) is not None

    def _is_met(self, start: int, end: int) -> bool:
        """Whether somebody is met, asked, or the one who does what is told: “met Bo”, “was replaced by Bo”."""
        patterns, reach = self._patterns, max(0, start - 60)
        is_asked = patterns.asking.search(self._text, reach, start) and patterns.question.match(self._text, end)
        return is_asked is not None or patterns.met.search(self._text, reach, start) is not None

    def _kin(self, start: int) -> str | None:
        """What the text says right before a name that somebody is to another: “her late husband”."""
        kin = kin_before(self._lexicon).search(self._text, max(0, start - 60), max(start, 0))
        return kin["kin"].lower() if kin else None

    def _is_introduced(self, place: int) -> bool:
        return self._patterns.introduced.search(self._text, max(0, place - 40), place) is not None
