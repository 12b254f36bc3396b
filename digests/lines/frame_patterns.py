"""What the parts of plain reporting look like, each as a pattern that takes one part from where it is put."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either


class FramePatterns(NamedTuple):
    """The parts that a grammar of reporting strings together."""

    before: tuple[re.Pattern[str], ...]  #: what may stand between a sentence's start and its source
    aside: re.Pattern[str]  #: what describes a source, between commas or in brackets
    beside: tuple[re.Pattern[str], ...]  #: adverbs, times and occasions
    having: re.Pattern[str]
    being: re.Pattern[str]
    relative: re.Pattern[str]
    joined: re.Pattern[str]  #: a first verb with all it takes, up to the conjunction before the verb of saying
    contrasted: re.Pattern[str]  #: the same up to “but”, which leaves the second verb affirmative
    participial: re.Pattern[str]  #: a main clause, up to the comma before “saying”
    relay: re.Pattern[str]
    audience: re.Pattern[str]
    loose_audience: re.Pattern[str]  #: before a quotation, which no verb can take away
    opening: re.Pattern[str]  #: what opens the content
    word: re.Pattern[str]
    hedging: re.Pattern[str]
    undone: re.Pattern[str]  #: negations and conditions, which no part may hold
    negative: re.Pattern[str]
    nobody: re.Pattern[str]  #: at the start of a source, that there is none
    unreal: re.Pattern[str]
    taken_back: re.Pattern[str]
    unproven: re.Pattern[str]


_CAPITAL = r"(?:[A-Z“‘\"'#@$]|\d)[\w’'.&$%#@-]*[”’\"']?"


@functools.cache
def frame_patterns(lexicon: Lexicon) -> FramePatterns:
    """The parts of plain reporting in a language."""
    return FramePatterns(**_sources(lexicon), **_frames(lexicon), **_checks(lexicon))


def _times(lexicon: Lexicon) -> str:
    calendar = lexicon.calendar
    names = [name.capitalize() for name in (*calendar.weekdays, *calendar.months)]
    shorts = [short.capitalize() for short in (*calendar.weekday_shorts, *calendar.month_shorts)]
    return rf"(?:{either(names)}|(?:{either(shorts)})\b\.?)(?:\s+\d{{1,2}}\b(?:st|nd|rd|th)?)?(?:,?\s+\d{{4}}\b)?"


def _phrase(lexicon: Lexicon) -> str:
    """A phrase of time or place of which every word is known, or a name."""
    words = lexicon.reporting
    small = either(words.places, words.occasions, lexicon.grammar.articles, lexicon.grammar.possessives)
    word = rf"(?:(?:{small})(?:['’]s)?\b|{_times(lexicon)}|{_CAPITAL})"
    return rf"(?:(?i:{either(words.places)})\b(?:,?\s+{word})+|{_times(lexicon)}\b(?:,?\s+{word})*)"


def _sources(lexicon: Lexicon) -> dict[str, re.Pattern[str] | tuple[re.Pattern[str], ...]]:
    words, grammar, hedges = lexicon.reporting, lexicon.grammar, lexicon.hedges
    settings = either(words.settings)
    joints = either(
        grammar.coordinators, grammar.settings, grammar.doubtful_reasons, grammar.reasons, hedges.concessions
    )
    asides = either(words.asides, grammar.articles, grammar.possessives, lexicon.claimants.persons)
    phrase = _phrase(lexicon)
    return {
        "before": (
            re.compile(r"[\s“”\"'‘’(\[•*·–—-]+|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s+"),
            re.compile(rf"(?:{_CAPITAL},?\s+){{1,6}}(?:\([^)]{{1,30}}\)\s*)?(?:—|–|--?)\s"),
            re.compile(rf"(?:{either(words.openers, words.adverbs)})\b,?", re.IGNORECASE),
            re.compile(rf"{phrase}(?:,|(?=\s+$))"),
            re.compile(rf"{phrase},?"),
            re.compile(rf"(?:{settings}|\w+ing|(?:\w+\s+){{0,3}}ago)\b[^;?!]*,[”\"’]?\s*$", re.IGNORECASE | re.DOTALL),
            re.compile(rf"[^?!]*[\w”\"’)](?:[,;.][”\"’]?|\s*[—–]|\s-)\s*(?:{joints})\s+$", re.DOTALL),
            re.compile(rf"[^?!]*\w\s+(?:{either(grammar.doubtful_reasons, {'after', 'because', 'though'})})\s+$"),
            re.compile(rf"(?:{either(hedges.concessions, grammar.doubtful_reasons, {'while'})})\s+$", re.IGNORECASE),
            re.compile(r"[^?!]{2,}(?:[;:]|\s[–—-])\s+$"),
        ),
        "aside": re.compile(
            rf"\s*,?\s*\([^)]{{1,80}}\)|\s*(?:,|—|–)\s*(?=(?:{asides}|\w+ing)\b|{_CAPITAL}|\d)[^;?!“”\"]{{1,260}}?(?:,|—|–)(?=\s)"
            rf"|\s+(?:of|from|at|in|with|and|for)\s+(?:(?:{_CAPITAL}|the|of|and|for|a|an|in)\s*)+"
        ),
        "beside": (
            re.compile(rf",?\s+(?:{either(words.adverbs)})\b,?", re.IGNORECASE),
            re.compile(rf",?\s+{phrase},?"),
        ),
        "relative": re.compile(rf",?\s+(?:{either(grammar.personal_relatives - {'whose', 'whom'}, {'which'})})\b"),
    }


def _frames(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    words, grammar = lexicon.reporting, lexicon.grammar
    audiences = rf"(?:{either(words.audiences, grammar.articles, grammar.possessives)})(?:['’]s?)?\b"
    inner = rf"(?:{either({'of', 'at', 'in', 'for', 'from', 'on', 'with', 'and', 'during', 'near', 'outside'})})"
    return {
        "having": re.compile(rf",?\s+(?:{either(grammar.have_finite)})\b"),
        "being": re.compile(rf",?\s+(?:{either(grammar.be_finite)})\b"),
        "joined": re.compile(r"[^;?!]*?\s+and\s", re.DOTALL),
        "contrasted": re.compile(r"[^;?!]*?,?\s+but\s", re.DOTALL),
        "participial": re.compile(r"[^;?!]*[,—–”\"]\s*(?:while\s+)?", re.DOTALL),
        "relay": re.compile(rf"\s+(?:{either(words.relays)})\b", re.IGNORECASE),
        "audience": re.compile(rf"(?:\s+(?:to|with))?(?:,?\s+(?:{audiences}|{_CAPITAL}|{inner}(?=\s)))+(?=[\s,:]|$)"),
        "loose_audience": re.compile(r"\s+[^;?!]{1,160}?[,:]\s*$", re.DOTALL),
        "opening": re.compile(rf"[\s,:;“”\"'‘’—–-]*(?:(?:{either(grammar.complementizers)})\b[\s,“\"]*)?$"),
    }


def _checks(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    words, hedges = lexicon.reporting, lexicon.hedges
    negative = either(
        hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures, hedges.scarcities, {"only"}
    )
    ending = either(hedges.negative_endings)
    return {
        "word": re.compile(r"[\w’'-]+"),
        "hedging": re.compile(rf"\s+(?:{either(words.hedging)})\b", re.IGNORECASE),
        "undone": re.compile(
            rf"\b(?:{negative}|{either(hedges.conditions, lexicon.grammar.modals)})\b|(?:{ending})\b", re.IGNORECASE
        ),
        "negative": re.compile(rf"\b(?:{negative})\b|(?:{ending})\b", re.IGNORECASE),
        "nobody": re.compile(
            rf"\W*(?:{either(lexicon.grammar.coordinators, {'even'})}\s+)?(?:{negative})\b", re.IGNORECASE
        ),
        "unreal": re.compile(rf"\b(?:{either(words.unreal)})\b", re.IGNORECASE),
        "taken_back": re.compile(rf"\b(?:{either(words.taking_back)})\b", re.IGNORECASE),
        "unproven": re.compile(rf"\b(?:{either(words.unproven)})\b", re.IGNORECASE),
    }
