"""What a text tells right behind a name of somebody without an office: “who runs the mill”, “cook at the inn”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.speakers.kinds import may_mean_person
from digests.speakers.persons.roles import has_owner, head_noun, last_word, role_nouns, role_words
from digests.speakers.persons.title_patterns import state_behind, title_patterns
from digests.text.folding import fold
from digests.text.name_words import UPPER, point

_MOST_CHARS = 72  #: of an introduction
_FEWEST_WORDS = 3  #: of a clause that tells anything: “who lives nearby”
_NEAR = 40  #: characters before a name in which a verb of saying may stand


class _Patterns(NamedTuple):
    clause: re.Pattern[str]  #: “, 41, who runs the mill” after a name
    phrase: re.Pattern[str]  #: “, a cook at the inn” after it
    before_speaker: re.Pattern[str]  #: a verb of saying right before it
    verb: re.Pattern[str]  #: a verb behind the comma that ends the phrase
    conjunction: re.Pattern[str]  #: what stands before the last of several
    saying: re.Pattern[str]  #: a verb of saying, which belongs to the sentence and tells nothing of somebody
    own_saying: re.Pattern[str]  #: a verb of saying as the clause's own: “who said”
    unsure: re.Pattern[str]  #: words that a clause hangs on, or that mean somebody else
    seeming: re.Pattern[str]  #: a verb for what somebody is like, which tells no work
    work: re.Pattern[str]  #: “who runs”, “who now helps maintain”, “who lives in Larn”, and “who lost her son”
    present_office: re.Pattern[str]  #: “who is the | head of the mill”
    copula: re.Pattern[str]  #: “who was” before what somebody is
    border: re.Pattern[str]  #: where a long clause may be cut
    finite: re.Pattern[str]  #: a finite verb in the past or present
    loose: re.Pattern[str]  #: the beginning of a second verb at the end: “and lives”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, verbs = lexicon.grammar, lexicon.descriptions, lexicon.verbs
    pointed = rf"(?:{point(lexicon)}|(?<=\d),(?=\d)|[^.,;:?!“”\"()\[\]\n–—])"
    ends = r"(?=[.,;(–—]|\s(?:[–—(]|--?\s))"
    relative = either(grammar.personal_relatives & lexicon.reporting.subject_relatives, grammar.owning_relatives)
    small = either(grammar.subjects, grammar.articles, grammar.possessives, grammar.demonstratives)
    helping = either(grammar.finite_auxiliaries)
    saying = either(verbs.saying, verbs.inverted, verbs.telling, verbs.asking)
    others = grammar.object_pronouns | grammar.plural_pronouns | grammar.neuter_pronouns | grammar.neuter_forms
    prepositions = grammar.prepositions | grammar.longer_prepositions
    no_being = "".join(rf"(?<!\b{form})" for form in sorted(grammar.be_other))
    passing = rf"(?:{either(grammar.be_finite)})\s\w+ing\b{no_being}"
    numbering = either(map(str.capitalize, lexicon.texts.numbering_names))  # “the No. 4 seed”
    additions = either(grammar.additions)  # “who also works there” leaves out what comes first
    lead = rf"(?:{either(grammar.personal_relatives)})\s(?:(?:{helping}|{either(words.title_adverbs)}|\w+ly)\s)*"
    aged, definite = r"(?:,\s\d\d)?", either(grammar.definite_articles)
    return _Patterns(
        clause=re.compile(
            rf"{aged},\s(?P<words>(?:{relative})\s(?!(?:(?:{small})\b|{UPPER}|\w+ly\b|(?:{additions})\b|{passing}))"
            rf"{pointed}{{3,160}}){ends}"
        ),
        phrase=re.compile(
            rf"{aged},\s(?:(?:{either(grammar.indefinite_articles, words.single - words.picked)})\s"
            rf"|(?:{definite})\s(?=[a-z]|(?:{numbering})\.)|(?=(?:{either(words.picked)})\s(?:{either(grammar.genitives)})\s)"
            rf"|(?P<bare>(?=(?:[a-z-]+\s){{1,5}}(?:{either(lexicon.bodies.belonging)})\s(?:(?:{definite})\s)?{UPPER})))"
            rf"(?P<words>(?:{pointed}|{state_behind(lexicon)}){{3,160}}){ends}"
        ),
        before_speaker=re.compile(rf"\b(?:{saying})\s$"),
        verb=re.compile(rf",\s(?:\w+ly\s)?(?:{helping}|{saying}|\w{{3,}}ed)\b"),
        conjunction=re.compile(
            rf"(?:\b(?:{either(grammar.coordinators)})"
            rf"|\b(?!(?:{either(map(str.capitalize, prepositions))})\s){UPPER}[\w’'-]+\s{UPPER}[\w’'-]+,)\s$"
        ),
        saying=re.compile(rf"\s(?:{saying})\b"),
        own_saying=re.compile(rf"\w+\s(?:(?:{helping})\s)*(?:\w+ly\s)?(?:{saying})\b"),
        unsure=re.compile(rf"\b(?:{either(lexicon.hedges.conditions, lexicon.hedges.exceptions, others)})\b"),
        seeming=re.compile(rf"(?:{either(lexicon.verbs.appearing, words.seeming)})"),
        work=re.compile(
            rf"{lead}(?:(?:{either(words.working)})\b|(?:{either(words.living)})\s(?:{either(prepositions)})\s{UPPER}"
            rf"|(?:{either(words.bereaved)})\s(?:{either(grammar.third_possessives)})\s(?:\w+\s)?(?:{either(lexicon.persons.kin)})\b)"
        ),
        present_office=re.compile(
            rf"(?:{either(grammar.personal_relatives)})\s(?:{either(words.copulas)})\s(?:(?:{either(grammar.articles)})\s)?"
            r"(?P<words>.+)"
        ),
        copula=re.compile(rf"(?:{either(grammar.personal_relatives)})\s(?:[^,]*\s)?(?:{either(grammar.be_finite)})\s"),
        border=re.compile(
            rf"\s(?:{either(prepositions - lexicon.sources.owners, grammar.settings, grammar.coordinators)})\s"
        ),
        finite=re.compile(
            rf"\b(?:{helping}|{either(grammar.past_forms, lexicon.common_verbs.clause_verbs)}|\w{{3,}}ed)\b"
        ),
        loose=re.compile(rf"\s(?:{either(grammar.coordinators)})(?:\s\S+){{0,2}}$"),
    )


def introduction_of(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """The relative clause, or else the noun phrase, right behind a full name, short and in the text's own words.

    Behind a last name alone it is but a clause that tells somebody's work.
    """
    if _patterns(lexicon).conjunction.search(text, max(0, name.start - _NEAR), name.start):
        return None
    clause = _clause(text, name, lexicon)
    if name.bare:
        return clause if clause is not None and _tells_work(clause, lexicon) else None
    return clause or _phrase(text, name, lexicon)


def _tells_work(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause tells what somebody does all the time: “who chairs the board”, not “who was late”."""
    verb = clause.split()[1]
    is_seeming = _patterns(lexicon).seeming.match(verb) is not None
    return verb.endswith("s") and verb not in lexicon.grammar.finite_auxiliaries and not is_seeming


def _clause(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """“who runs the mill”; a clause that tells only what somebody says or thinks is none."""
    patterns = _patterns(lexicon)
    match = patterns.clause.match(text, name.end)
    if match is None or patterns.own_saying.match(match["words"]) or patterns.unsure.search(match["words"]):
        return None
    whole = " ".join(match["words"].split())
    words = patterns.saying.split(whole, maxsplit=1)[0]
    words = _shortened(words if words == whole else patterns.loose.sub("", words), lexicon)
    genders = {lexicon.grammar.genders.get(word) for word in words.split()} - {None}
    if name.pronoun is not None and genders - {name.pronoun}:
        return None  # “Ann Bo, who plays as his wife”
    is_owner = words.split(" ", 1)[0] in lexicon.grammar.owning_relatives
    if (is_owner and patterns.finite.search(words) is None) or not (is_owner or _tells_who(words, lexicon)):
        return None
    is_telling = words.rpartition(" ")[2][:1].isupper()  # “who represents Holm”
    if office := _present_office(words, lexicon):
        return office
    return words if len(words.split()) > _FEWEST_WORDS - is_telling else None


def _present_office(clause: str, lexicon: Lexicon) -> str:
    """The office that a clause says somebody has: “manager of two inns” of “who is the manager of two inns”."""
    office = _patterns(lexicon).present_office.match(clause)
    return office["words"] if office and head_noun(office["words"], lexicon) in role_nouns(lexicon) else ""


def _tells_who(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause tells somebody's work, office or home, and no scene: “who answered her door”."""
    patterns = _patterns(lexicon)
    copula = patterns.copula.match(clause)
    roles = {fold(word) for word in clause[copula.end() :].split()} & role_nouns(lexicon) if copula else set[str]()
    return bool(roles) or patterns.work.match(clause) is not None


def _shortened(words: str, lexicon: Lexicon) -> str:
    """Words ended at the last border at which they are short enough."""
    patterns = _patterns(lexicon)
    while len(words) > _MOST_CHARS or last_word(words) in lexicon.grammar.prepositions | lexicon.grammar.coordinators:
        border = max((border.start() for border in patterns.border.finditer(words)), default=0)
        words = patterns.loose.sub("", words[:border])
    return words


def _phrase(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """“cook at the inn” of somebody who speaks: the verb of saying stands before the name or behind the phrase."""
    patterns = _patterns(lexicon)
    match = patterns.phrase.match(text, name.end)
    if match is None or title_patterns(lexicon).subject.match(match["words"]):
        return None
    is_speaker = patterns.before_speaker.search(text, max(0, name.start - _NEAR), name.start) or patterns.verb.match(
        text, match.end()
    )
    words = title_patterns(lexicon).further.split(" ".join(match["words"].split()), maxsplit=1)[0]
    words = _shortened(words, lexicon)
    noun = head_noun(words, lexicon)
    is_other = noun in lexicon.descriptions.no_callings or not lexicon.calendar.units.keys().isdisjoint(words.split())
    if match["bare"] is not None:
        nouns = {*fold(role_words(words, lexicon)).split(), noun}  # “vice president sales and marketing at Alto”
        is_other = is_other or not (nouns & role_nouns(lexicon) or may_mean_person(noun, lexicon))
    return words if is_speaker and not is_other and not _lacks_owner(words, noun, lexicon) else None


def _lacks_owner(words: str, noun: str, lexicon: Lexicon) -> bool:
    """Whether words tell whose kin, or of what a member, somebody is said to be, and not of whom: “longtime member”."""
    is_owned = noun in lexicon.persons.kin or noun in lexicon.descriptions.belongings
    return is_owned and role_words(words, lexicon) == words and not has_owner(words, lexicon)
