"""Telling texts that are not English, which nothing here can read, from those that are."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_SAMPLE = 20_000  #: characters looked at; a longer text is what it begins as
_GLANCE = 3_000  #: characters that are mostly enough to see that a text is English
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")  # a lone letter is an initial or an ending
_FEWEST = 8  #: words of a text in Latin letters, below which its language is not judged
_MANY = 100  #: words of which hardly any English text has none of the small ones
_TELLING = 0.12  #: share of a language's small words that speaks for it
_HARDLY = 0.015  #: share of English small words below which a long text is not English

_ENGLISH: Final = frozenset(
    "the of and to a in is that for it was on with as be by at this have from or had not are but which you were all "
    "their been has would will who more if out so said what up its about into than them can only other new some could "
    "these two may then do any my now such like our over me most after also did many off before must through where "
    "much should well how because each they his her he she we i an there when your says no one".split()
)


class Language(NamedTuple):
    """A language: its code (ISO 639; `und` where we cannot say which) and its English name."""

    code: str
    name: str


#: Small words of languages in Latin letters: each language's code and name, a colon, its words.
_TABLE: Final = """
de German: der die das und ist nicht ein eine mit für auf dem den des von im zu sich auch nach bei wie dass
    sie er es wird sind haben hatte werden einer einem einen aus noch nur über wurde zum zur am
fr French: le la les des et est une du que qui dans pour pas sur avec au ce il elle plus par sont aux ont mais
    nous vous été cette ses leur son sa était comme selon
es Spanish: el la los las de que y en un una por con para no se su al lo como más pero sus le ha este sí
    porque esta entre cuando muy sin sobre también fue había desde según del
it Italian: il lo la gli di che è e un una per non si con del della dei nel alla sono anche più come ha dal ma
    le delle nella questo ai dalla tra essere stato
pt Portuguese: o os as de que e do da em um uma para com não por mais dos como mas foi ao ele das tem à seu
    sua ou ser quando muito nos já está também pelo pela até na no
nl Dutch: de het een en van ik te dat die zijn hij niet op aan met voor er maar om hem dan zou wat mijn ook
    als bij nog naar uit heeft worden werd door deze over ze
pl Polish: w i na z się nie że do jest to o jak po co ale od za tym przez przy który która oraz był była są
    być tego dla już także tylko może
sv Swedish: och att det som en på är av för den till inte har de ett om vi var jag från men sig så hade han
    hon kan nu när ska också efter
da Danish: og at det en den til er som på de med af for ikke der var et han har om vi jeg fra men sig så havde
    hun kan nu når skal også efter blev
cs Czech: a se na v že je to s z do o by ale jsem který která jako tak jsou za od podle před byl byla však
    také není až při nebo
ro Romanian: și în de la nu a că cu pe este din se un o mai pentru care sau au fost prin fi ca după dar sunt
    într lui ale
hu Hungarian: a az és hogy nem is egy meg ez van volt már csak azt mint el vagy ha még de szerint után között
    lesz kell
tr Turkish: ve bir bu da de için ile olarak çok daha ne gibi sonra kadar olan ancak olduğu değil var en ama
    ise göre
id Indonesian: yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka bisa
    oleh sudah kami telah
fi Finnish: ja on ei se että hän oli ovat mutta kun niin kuin myös sen joka mukaan tai vain jos jo ole mitä
"""
_LISTED: Final = {
    Language(*head.split()): frozenset(words.split())
    for head, words in re.findall(r"^(\w+ \w+):((?:\n? +\w+)+)", _TABLE, re.MULTILINE)
}
_SMALL_WORDS: Final = {language: words - _ENGLISH for language, words in _LISTED.items()}
_SURELY_ENGLISH: Final = _ENGLISH.difference(*_LISTED.values())
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


def foreign_language(text: str) -> Language | None:
    """The language of a text that is surely not English; none where it is, or where too little tells."""
    sample = text[:_SAMPLE]
    if _share(sample[:_GLANCE].lower().split(), _SURELY_ENGLISH) > _TELLING:
        return None
    letters = len(_LETTER.findall(sample))
    latin = len(_LATIN.findall(sample))
    if letters > 2 * latin:
        return _by_script(sample)
    words = _WORD.findall(sample.lower())
    if len(words) < _FEWEST:
        return None
    english = _share(words, _ENGLISH)
    likeliest, share = max(((known, _share(words, small)) for known, small in _SMALL_WORDS.items()), key=lambda p: p[1])
    if share >= _TELLING and share > 2 * english:
        return likeliest
    prose = sum(word[0].islower() for word in _WORD.findall(sample)) > len(words) / 2
    return _UNKNOWN if prose and len(words) >= _MANY and english < _HARDLY else None


def _by_script(sample: str) -> Language:
    counted = [(len(letters.findall(sample)), language) for letters, language in _SCRIPTS]
    most, language = max(counted, key=lambda pair: pair[0])
    if language.code == "zh" and counted[0][0]:
        return counted[0][1]  # kana between the ideographs
    if language.code == "ru" and _UKRAINIAN.search(sample):
        return Language("uk", "Ukrainian")
    return language if most else _UNKNOWN


def _share(words: list[str], small: frozenset[str]) -> float:
    return sum(map(small.__contains__, words)) / max(1, len(words))
