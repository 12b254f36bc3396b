"""What a text says that a person is, in its own words and short: “mayor of Bergen”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.text.folding import fold
from digests.text.name_words import POINT, UPPER

_NEAR = 120  #: characters before a name
_MOST_WORDS = 10  #: of a title
_MOST_CHARS = 64  #: of a title
_POINTED = rf"(?:{POINT}|[^.,;:“”\"()\[\]\n–—])"  #: what stands in a title: “U.S.” has its points


class _Patterns(NamedTuple):
    set_off: re.Pattern[str]  #: “the mayor of Bergen, ” before a name
    dash: re.Pattern[str]  #: what parts such words from it
    apposition: re.Pattern[str]  #: “, the mayor of Bergen” after it
    leading: re.Pattern[str]  #: what a title is without
    belonging: re.Pattern[str]  #: what stands between a role and its body
    preposition: re.Pattern[str]  #: what ends the noun of a title
    joint: re.Pattern[str]  #: between two nouns of one
    bound: re.Pattern[str]  #: what stands between a role and where or to whom somebody is sent: “ambassador to Norway”
    home: re.Pattern[str]  #: a place behind a name: “Mayor Siri Holm of Bergen”
    owner: re.Pattern[str]  #: what stands between a role and whose it is: “member of Parliament”
    further: re.Pattern[str]  #: where an apposition goes on with a clause or another role
    second: re.Pattern[str]  #: another role at the end, of which the rest was cut off: “… and chair”
    breaking: re.Pattern[str]  #: a word that no title before a name has
    no_title: re.Pattern[str]  #: what no title begins with: “who was born”, “or his brother”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    prepositions = grammar.prepositions | grammar.longer_prepositions
    owning = either(grammar.articles, grammar.third_possessives)
    determiners = either(grammar.articles, grammar.third_possessives, words.single, words.counting - words.modifiers)
    small = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.subjects, grammar.auxiliaries
    )
    relative = either(grammar.relative_pronouns, grammar.personal_relatives, grammar.relative_adverbs)
    saying = either(lexicon.verbs.saying, lexicon.verbs.inverted, lexicon.verbs.telling)
    return _Patterns(
        set_off=re.compile(
            rf"(?:\b(?:{owning})|(?<=\w)[’'‘`]s?)\s(?={_POINTED}{{3,90}}$)",
            re.IGNORECASE,
        ),
        apposition=re.compile(
            rf"(?:\s(?:{either(lexicon.bodies.belonging, words.role_belonging)})\s(?:{UPPER}[\w’'-]+\s?){{1,3}})?"
            rf"\s?(?:,|[–—]|-(?=\s))\s?(?:\d\d,\s)?(?P<title>{_POINTED}{{3,160}})"
        ),
        leading=re.compile(rf"^(?:(?:{determiners})\s+)+", re.IGNORECASE),
        joint=re.compile(rf"\s(?:{either(words.joining)})\s"),
        dash=re.compile(r"(?:,|\s(?:[–—]|--?))\s$"),
        preposition=re.compile(
            rf"\s(?:{either(prepositions, lexicon.bodies.belonging, words.role_belonging, words.role_bound)})\s"
        ),
        belonging=re.compile(rf"\s(?:{either(lexicon.bodies.belonging, words.role_belonging)})\s"),
        owner=re.compile(
            rf"\s(?:{either(lexicon.bodies.belonging, words.role_belonging)})\s"
            rf"(?:(?:{either(grammar.definite_articles)})\s)?[A-Z]"
        ),
        further=re.compile(
            rf"\s(?:(?:{relative})\b|[a-z]{{4,}}ed\s(?:{either(words.single, grammar.prepositions)})\b|"
            rf"(?:{either(words.joining)})\s(?:{determiners})\s)"
        ),
        bound=re.compile(rf"\s(?:{either(words.role_bound)})\s"),
        home=re.compile(rf"\s(?:{either(words.home_prepositions)})\s(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"),
        second=re.compile(rf"(?<=\w)\s(?:{either(words.joining)})\s\w+$"),
        breaking=re.compile(
            rf"(?:{small}|{relative}|{determiners}|{saying}|[a-z]+(?:{either(grammar.verb_endings)}))$"
        ),
        no_title=re.compile(rf"(?:{small}|{relative}|{saying})\s", re.IGNORECASE),
    )


def title_of(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """The title that stands beside a name, cut to a few words; none where the text gives none.

    A rank alone (“Gen.”) is a title only where nothing says more, and a relative is none without whose. An office that
    stands before a name has the place that stands behind it.
    """
    titles = [title for words in _beside(text, name, lexicon) if (title := _short(words, lexicon))]
    title = min(titles, key=lambda title: _rank_of(title, lexicon), default=None)
    home = _patterns(lexicon).home.match(text, name.end)
    if title is None or home is None or _last(title) not in lexicon.descriptions.local_offices:
        return title
    return f"{title}{home.group()}"


def _rank_of(title: str, lexicon: Lexicon) -> int:
    """How little a title says: least a rank alone, more “Army Gen.”."""
    return 2 - (" " in title) if _is_rank(_role(title, lexicon), lexicon) else 0


def _beside(text: str, name: PersonName, lexicon: Lexicon) -> Iterator[str]:
    """The words before and after a name that may say what its bearer is, the surest first."""
    patterns = _patterns(lexicon)
    yield _without_rank(" ".join(_before(text, name, lexicon)), lexicon)
    dash = patterns.dash.search(text, max(0, name.start - 4), name.start)
    if dash is not None:
        yield from _set_off(text[max(0, name.start - _NEAR) : dash.start()], lexicon)
    apposition = patterns.apposition.match(text, name.end)
    if apposition is not None:
        yield patterns.further.split(apposition["title"], maxsplit=1)[0]


def _without_rank(words: str, lexicon: Lexicon) -> str:
    """Words before a name without the rank behind a role: “Pentagon press secretary” of “… secretary Rear Adm.”."""
    title = words
    modifiers = lexicon.descriptions.rank_modifiers
    while " " in title and (_is_rank(title, lexicon) or (title != words and _last(title) in modifiers)):
        title = title.rpartition(" ")[0]
    return title if _is_role(title, lexicon) and " " in title else words


def _set_off(words: str, lexicon: Lexicon) -> Iterator[str]:
    """The noun phrases that words before a comma may end with, the longest first: “the mayor of Bergen”."""
    patterns = _patterns(lexicon)
    for opening in patterns.set_off.finditer(words):
        noun_phrase = words[opening.end() :]
        if not any(_breaks(word, lexicon) for word in _role(noun_phrase, lexicon).split()):
            yield noun_phrase


def _before(text: str, name: PersonName, lexicon: Lexicon) -> list[str]:
    """The words of the noun phrase that a name ends: “senior market strategist” of “said senior market strategist X”.

    An office may have its “of” in it: “Secretary of State”.
    """
    words: list[str] = []
    window = text[max(0, name.start - _NEAR) : name.start].rpartition("\n")[2]
    for word in reversed(window.split() if window.endswith((" ", "\u00a0")) else []):
        office = word in lexicon.sources.owners and words and words[0][0].isupper()
        if not (office or _belongs(word, words, lexicon)):
            break
        words.insert(0, word)
    while words and words[0] in lexicon.sources.owners:
        words = words[1:]
    owners = [n + 1 for n, word in enumerate(words) if word in lexicon.sources.owners]
    is_office = bool(words) and _is_role(" ".join(words), lexicon)
    return words if is_office or not owners else words[owners[-1] :]  # “opponents of President Ann Bo”


def _belongs(word: str, later: list[str], lexicon: Lexicon) -> bool:
    """Whether a word belongs to the noun phrase that goes on with later words."""
    bare, persons = word.lower().rstrip("."), lexicon.persons
    if bare in lexicon.descriptions.modifiers - lexicon.descriptions.joining:
        return True
    if not word[0].isalpha() or word[-1] in ",;:)”\"'" or _breaks(word, lexicon):
        return False
    is_amount = word.endswith(".") and any(map(str.isdigit, word))  # “cut it to NZ$9.00. Chief executive Ann Bo”
    if is_amount:
        return False
    if word.endswith(".") and "." not in bare and bare not in lexicon.texts.abbreviations | persons.titles.keys():
        return False  # another sentence's last word
    if word[0].islower():
        rank = next((n for n, following in enumerate(later) if following[0].isupper()), len(later))
        return all(_goes_with_rank(following, lexicon) for following in later[rank:])
    leads_title = bare in persons.title_openings and bool(later) and later[0].lower() in persons.titles
    return "." in word or leads_title or bare not in persons.not_names - persons.titles.keys()


def _breaks(word: str, lexicon: Lexicon) -> bool:
    """Whether no title before a name has a word: a verb, but not the participle of “acting secretary”."""
    return word not in lexicon.descriptions.role_participles and _patterns(lexicon).breaking.match(word) is not None


def _goes_with_rank(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name is a rank or stands with one: “Rear Adm.”."""
    return word.lower().rstrip(".") in lexicon.descriptions.ranks | lexicon.descriptions.rank_modifiers


def _short(words: str, lexicon: Lexicon) -> str | None:
    """Words without their article, ended before what they are too long with; none where their head is no role."""
    patterns, descriptions = _patterns(lexicon), lexicon.descriptions
    title = patterns.leading.sub("", " ".join(words.split()))
    if patterns.no_title.match(title):
        return None
    while _is_long(title) and (cut := _cut(title, lexicon)) is not None:
        title = patterns.second.sub("", title[:cut])
    while " " in title and _last(title) in lexicon.persons.courtesy | lexicon.grammar.prepositions:
        title = title.rpartition(" ")[0]  # “press official in Mr. Bo’s campaign”
    head = _head(title, lexicon)
    needs_owner = head in lexicon.persons.kin or head in descriptions.belongings
    if not title or _is_long(title) or not _is_role(title, lexicon):
        return None
    return title if not needs_owner or _has_owner(title, lexicon) else None


def _is_role(title: str, lexicon: Lexicon) -> bool:
    """Whether the noun of a title is a role, or the first of two is: “author and advocate for victims”."""
    people, courtesy = lexicon.descriptions.people, lexicon.persons.courtesy
    for noun_phrase in _patterns(lexicon).joint.split(_role(title, lexicon)):
        head = fold(_last(noun_phrase))
        is_several = head.endswith("s") and head[:-1] in people
        if head in _roles(lexicon) and head not in courtesy and not is_several:
            return True
    body, last = _role(title, lexicon), title.rpartition(" ")[2]
    is_name = body != title and body.rpartition(" ")[2][:1].isupper() and not body.endswith("s")
    return is_name and fold(last) in _roles(lexicon) - courtesy  # “University of Larn specialist”


def _is_rank(title: str, lexicon: Lexicon) -> bool:
    """Whether a title ends with how somebody is called; “general” behind an office belongs to it."""
    words = lexicon.descriptions
    office, _, last = title.lower().rstrip(".").rpartition(" ")
    if last in words.after_offices and office.rpartition(" ")[2] in _roles(lexicon) - words.ranks:
        return False
    return last in lexicon.persons.courtesy | words.ranks


def _has_owner(title: str, lexicon: Lexicon) -> bool:
    """Whether a title says whose: “Holm’s neighbour”, “member of Parliament”, “aide to the mayor”."""
    joint = _patterns(lexicon).owner.search(title)
    if _patterns(lexicon).bound.search(title):
        return True
    return "’" in title.replace("'", "’") or joint is not None


def _cut(title: str, lexicon: Lexicon) -> int | None:
    """Where a long title may end: before the last preposition that no body's name can have in it, or the first."""
    cuts = [match.start() for match in _patterns(lexicon).belonging.finditer(title)]
    after_nouns = (cut for cut in reversed(cuts) if title[:cut].rpartition(" ")[2][0].islower())
    return next(after_nouns, next(iter(cuts), None))


def _is_long(title: str) -> bool:
    return len(title.split()) > _MOST_WORDS or len(title) > _MOST_CHARS


def _last(title: str) -> str:
    return title.rpartition(" ")[2].lower().rstrip(".")


def _head(title: str, lexicon: Lexicon) -> str:
    """The noun of a title: the last word before its first preposition, “minister” of “minister for trade”."""
    return fold(_last(_role(title, lexicon)))


def _role(title: str, lexicon: Lexicon) -> str:
    """What stands in a title before its body, or before where its bearer is sent."""
    return _patterns(lexicon).preposition.split(title, maxsplit=1)[0]


@functools.cache
def _roles(lexicon: Lexicon) -> frozenset[str]:
    words, persons = lexicon.descriptions, lexicon.persons
    return words.roles.union(persons.titles, persons.occupations, words.people, words.partisans)
