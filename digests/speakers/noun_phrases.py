"""The words of a source: what they are about, and whether they name anybody."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END

#: Marks that may stand around a source.
EDGES: Final = " \t\n,;:—–-“”\"'‘’()[]"
_APPOSED_NAME = re.compile(r"^([\w-]+), ([A-Z]\w+)\b")
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]")


class _Patterns(NamedTuple):
    age: re.Pattern[str]
    leading: re.Pattern[str]  #: an article, and a preposition before it
    head_ends: re.Pattern[str]
    body_name: re.Pattern[str]  #: a body's name with what it is about: “Institute on Child Health”
    listed_fields: re.Pattern[str]  #: the same with what it is of in a list: “Ministry of Trade, Industry and Energy”
    anonymous: re.Pattern[str]
    quantifier: re.Pattern[str]
    indefinite: re.Pattern[str]
    definite: re.Pattern[str]
    preposition: re.Pattern[str]
    clause: re.Pattern[str]  #: a name, and a relative clause behind it, or any apposition behind a firm's
    belonging: re.Pattern[str]  #: “head of the Larn Board”, “the UN’s counsel”
    dated: re.Pattern[str]  #: when a document was made, at its end: “ released Friday”
    apposed: re.Pattern[str]  #: a name without a preposition before it, and an apposition: “firm Alto, one of many”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    pointing = (grammar.definite_articles, grammar.demonstratives)
    ends = either(grammar.relative_pronouns, grammar.reflexives, words.after_heads)
    indefinite = either(grammar.indefinite_articles)
    numbers = (word for word, number in lexicon.numbers.units.items() if number > 1)
    name = r"(?:[A-Z][\w’'&.-]*)(?: [A-Z][\w’'&.-]*)*"
    firm = rf"(?:[\w-]+ ){{0,3}}(?:{either(words.companies)}) {name}"
    days = either(map(str.title, lexicon.calendar.weekdays), lexicon.calendar.days)
    return _Patterns(
        dated=re.compile(
            rf"(?<=\w) (?:{either(lexicon.claimants.making)}) (?:(?:{either(words.dating)}) )?(?:{days})$"
        ),
        age=re.compile(rf"\b(?:\d+|{either(lexicon.numbers.units)})[-‑](?:{either(lexicon.numbered.joined_ages)})\b"),
        leading=re.compile(
            rf"^(?:(?:{either(grammar.prepositions, grammar.longer_prepositions)})\s+)?"
            rf"(?:{either(grammar.articles, grammar.demonstratives)})\s+",
            re.IGNORECASE,
        ),
        head_ends=re.compile(rf"\s*[,(—–]|\s+(?:{ends})\b"),
        body_name=re.compile(
            rf"(?:[A-Z][\w’'&.-]* ){{0,4}}(?:{either(map(str.title, lexicon.bodies.topical))}) "
            rf"(?:{either(lexicon.bodies.topics)}) (?:(?:{either(grammar.definite_articles)}) )?"
            rf"(?!(?:{either(map(str.title, (*lexicon.calendar.weekdays, *lexicon.calendar.months)))})\b)[A-Z]\w+"
        ),
        listed_fields=_listed_fields(lexicon),
        anonymous=re.compile(rf"\b(?:{either(words.anonymous)})\b", re.IGNORECASE),
        quantifier=re.compile(rf"(?:{either(words.counting, numbers)}|{indefinite}|\d+)\b", re.IGNORECASE),
        indefinite=re.compile(rf"(?:{indefinite})\s", re.IGNORECASE),
        definite=re.compile(
            rf"(?:{either(*pointing, grammar.third_subjects, grammar.third_possessives)})\b", re.IGNORECASE
        ),
        clause=re.compile(
            rf"(?P<name>(?:(?i:{either(grammar.definite_articles)}) )?{name})"
            rf"(?=, (?:{either(grammar.relative_pronouns)})\b)"
            rf"|(?P<firm>{firm}), "
            rf"|(?P<paper>\w[^,]* [A-Z][^,]*), (?:{either(lexicon.claimants.making)})\b"
            r"|(?P<lead>\w+[^,“”\"]*?[\w)])"
            rf"(?: (?:[–—]|--?) |, (?:{either(lexicon.calendar.naming_parts)}|[a-z]{{3,}}ing) )"
        ),
        preposition=re.compile(rf"\b(?:{either(grammar.prepositions)})\b"),
        belonging=re.compile(
            rf"\w (?:{either(lexicon.sources.owners, words.speaking_for, words.role_bound)}) (?:[a-z-]+ )*[A-Z]"
            r"|[A-Z][\w.]*[’'‘`]s? "
        ),
        apposed=re.compile(rf"(?:(?!(?:{either(grammar.prepositions)})\b)[\w-]+ )+{name}, "),
    )


def tells_age(words: str, lexicon: Lexicon) -> bool:
    """Whether words tell somebody's age: “a 40-year-old teacher”."""
    return _patterns(lexicon).age.search(words) is not None


def without_marks(surface: str) -> str:
    """A source's words without the marks around them; a nickname keeps both its own."""
    words = surface.strip(EDGES)
    lead, bracket, rest = words.rpartition("(")
    words = lead.rstrip() if bracket and ")" not in rest else words  # “Some (of” of “Some (of them)”
    return f"“{words}" if "”" in words and "“" not in words else words


def _listed_fields(lexicon: Lexicon) -> re.Pattern[str]:
    """“Ministry of Trade, Industry and Energy”, “Larn’s Truth, Reconciliation and Reparations Commission”."""
    words, word = lexicon.descriptions, r"[A-Z][\w’'&-]*"
    fields, bodies = either(map(str.capitalize, words.fields)), either(map(str.capitalize, words.bodies))
    field, joining = rf"(?:{word} ){{0,2}}(?:{fields})\b", either(words.joining)
    others = rf"(?:, {field})+,? (?:{joining}) {field}(?: {word})*"
    of_fields = (
        rf"(?:{bodies}) (?:{either(words.body_prepositions)}) (?:(?:{either(lexicon.grammar.definite_articles)}) )?"
    )
    return re.compile(rf"(?:{word} )*{of_fields}{field}{others}|(?:{word} )*(?:{fields})\b{others} (?:{bodies})\b")


def plain(surface: str, lexicon: Lexicon) -> str:
    """A source's words without marks, article and possessive around them."""
    bare = POSSESSIVE_END.sub("", without_marks(surface))
    return without_marks(_patterns(lexicon).leading.sub("", bare, count=1))


def head(surface: str, lexicon: Lexicon) -> str:
    """The words of a source before its apposition, relative clause or place, and without when it was made."""
    words = _undated(plain(surface, lexicon), lexicon)
    patterns = _patterns(lexicon)
    body_name = patterns.listed_fields.match(words) or patterns.body_name.match(words)
    ends = patterns.head_ends.search(words, body_name.end() if body_name else 0)
    return POSSESSIVE_END.sub("", words[: ends.start()].strip(EDGES)) if ends and ends.start() else words


def before_clause(words: str, lexicon: Lexicon) -> str:
    """A name without what is set off behind it: “Alto” of “Alto, which makes trams”; other words as they are.

    Behind a dash that goes of any words, behind a comma also “, including Alto”, “, conducted with Alto” and
    “, speaking of pay”.
    """
    clause = _patterns(lexicon).clause.match(words)
    return next(filter(None, clause.groups())) if clause else _undated(words, lexicon)


def _undated(words: str, lexicon: Lexicon) -> str:
    """Words without when a document was made, where a name tells whose it is: not “a report released Friday”."""
    undated = _patterns(lexicon).dated.sub("", words)
    return undated if has_name(undated[1:]) else words


def owned(words: str, lexicon: Lexicon) -> str:
    """What follows “her”, up to its relative clause: “husband Taras” of “husband, Taras, who …”."""
    return head(_APPOSED_NAME.sub(r"\1 \2", words), lexicon)


def holder(surface: str, lexicon: Lexicon) -> str:
    """The word for whoever speaks in a description, such as “aide” in “an aide to the mayor”, if it is a known one."""
    head_words = _patterns(lexicon).preposition.split(fold(plain(surface, lexicon)), maxsplit=1)[0].split()
    last = fold(head(surface, lexicon)).split(" ")
    head_words = [] if _patterns(lexicon).apposed.match(plain(surface, lexicon)) else head_words
    return next((word for word in (last[-1], *head_words[-1:]) if word in lexicon.descriptions.people), "")


def is_anonymous(surface: str, lexicon: Lexicon) -> bool:
    """Whether a source is said to keep its name back."""
    return _patterns(lexicon).anonymous.search(surface) is not None


def is_counted(surface: str, lexicon: Lexicon) -> bool:
    """Whether a source is some of its kind: “two officials”, “senior officials”."""
    return _patterns(lexicon).quantifier.match(surface.strip(EDGES)) is not None


def is_definite(surface: str, lexicon: Lexicon) -> bool:
    """Whether a source points at somebody the reader knows: “the ministry”, “they”."""
    return _patterns(lexicon).definite.match(surface.strip(EDGES)) is not None


def is_indefinite(surface: str, lexicon: Lexicon) -> bool:
    """Whether a source is introduced as somebody new: “a doctor”."""
    return _patterns(lexicon).indefinite.match(surface.strip(EDGES)) is not None


def are_people(surface: str, lexicon: Lexicon) -> bool:
    """Whether a source is people who speak for a body, by an office that each has: “Lawyers for the Larn Trust”."""
    noun, joint = (fold(word) for word in (*plain(surface, lexicon).split(), "", "")[:2])
    offices = lexicon.persons.titles.keys() | lexicon.persons.occupations | lexicon.descriptions.roles
    return joint in lexicon.descriptions.speaking_for and noun.removesuffix("s") in offices - {noun}


def tells_whose(words: str, lexicon: Lexicon) -> bool:
    """Whether a description names of what or whose somebody is: “the head of the Larn Board”."""
    return _patterns(lexicon).belonging.search(words) is not None


def has_name(surface: str) -> bool:
    """Whether a source has a capitalised word."""
    return _CAPITALISED.search(surface) is not None


def begins_with_name(surface: str, lexicon: Lexicon) -> bool:
    """Whether a source begins with a capitalised word, articles left out."""
    return plain(surface, lexicon)[:1].isupper()
