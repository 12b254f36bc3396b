"""Telling texts in a language that nothing here can read from those in one that has a lexicon."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from digests.lexicon import ENGLISH, Lexicon
from digests.lexicon.profiles import PROFILES

_SAMPLE = 20_000  #: characters looked at; a longer text is what it begins as
_GLANCE = 3_000  #: characters that are mostly enough to see that a text is in the lexicon's language
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")  # a lone letter is an initial or an ending
_FEWEST = 8  #: words of a text in Latin letters, below which its language is not judged
_MANY = 100  #: words of which hardly any text has none of its language's small ones
_TELLING = 0.12  #: share of a language's small words that speaks for it
_HARDLY = 0.015  #: share of its small words below which a long text is not in a language


class Language(NamedTuple):
    """A language: its code (ISO 639; `und` where we cannot say which) and its English name."""

    code: str
    name: str


_UNKNOWN: Final = Language("und", "unknown")
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)

#: Letters of other scripts, each with the language that is likeliest written in them.
_SCRIPTS: Final = tuple(
    (re.compile(pattern), Language(code, name))
    for pattern, code, name in (
        (r"[\u3040-\u30ff]", "ja", "Japanese"),
        (r"[\uac00-\ud7af\u1100-\u11ff]", "ko", "Korean"),
        (r"[\u3400-\u4dbf\u4e00-\u9fff]", "zh", "Chinese"),
        (r"[\u0400-\u052f]", "ru", "Russian"),
        (r"[\u0370-\u03ff\u1f00-\u1fff]", "el", "Greek"),
        (r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]", "ar", "Arabic"),
        (r"[\u0590-\u05ff]", "he", "Hebrew"),
        (r"[\u0900-\u097f]", "hi", "Hindi"),
        (r"[\u0e00-\u0e7f]", "th", "Thai"),
    )
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


class _Profile(NamedTuple):
    """The small words of a lexicon's language, and of the others in Latin letters without those that both have."""

    small: frozenset[str]
    surely: frozenset[str]  #: those that no other language has
    others: Mapping[Language, frozenset[str]]


@functools.cache
def _profile(lexicon: Lexicon) -> _Profile:
    small = lexicon.texts.small_words
    others = {Language(*key): words for key, words in PROFILES.items() if key[0] != lexicon.language}
    return _Profile(small, small.difference(*others.values()), {known: others[known] - small for known in others})


def foreign_language(text: str, lexicon: Lexicon = ENGLISH) -> Language | None:
    """The language of a text that is surely not in the lexicon's; none where it is, or where too little tells."""
    sample, profile = text[:_SAMPLE], _profile(lexicon)
    if _share(sample[:_GLANCE].lower().split(), profile.surely) > _TELLING:
        return None
    letters = len(_LETTER.findall(sample))
    latin = len(_LATIN.findall(sample))
    if letters > 2 * latin:
        return _by_script(sample)
    words = _WORD.findall(sample.lower())
    if len(words) < _FEWEST:
        return None
    own_share = _share(words, profile.small)
    shares = ((known, _share(words, small)) for known, small in profile.others.items())
    likeliest, share = max(shares, key=lambda pair: pair[1])
    if share >= _TELLING and share > 2 * own_share:
        return likeliest
    prose = sum(word[0].islower() for word in _WORD.findall(sample)) > len(words) / 2
    return _UNKNOWN if prose and len(words) >= _MANY and own_share < _HARDLY else None


def _by_script(sample: str) -> Language:
    counts = [(len(letters.findall(sample)), language) for letters, language in _SCRIPTS]
    largest, language = max(counts, key=lambda pair: pair[0])
    if language.code == "zh" and counts[0][0]:
        return counts[0][1]  # kana between the ideographs
    if language.code == "ru" and _UKRAINIAN.search(sample):
        return Language("uk", "Ukrainian")
    return language if largest else _UNKNOWN


def _share(words: list[str], small: frozenset[str]) -> float:
    return sum(map(small.__contains__, words)) / max(1, len(words))
