"""Whether the clause around a date speaks of what is past or of what is to come."""

from __future__ import annotations

from digests.dates.reading import DateScan
from digests.lexicon import Lexicon

_BREAKS = frozenset('.,;:!?()—–“”"')
_ENDS = frozenset(".;!?")
_REACH = 16
_FAR = 30  #: tokens behind a modal within which its clause may name a day
_LONG_THING = 6  #: tokens before a noun in which its article may stand
_OPENING = 8  #: tokens within which a sentence may begin with a date
_SHORTEST_PAST = 3  #: letters that are too few for the past form of a regular verb


def looks_ahead(text: DateScan, i: int) -> bool:
    """Whether the clause before a token speaks of the future: "will meet on Tuesday", "by Friday"."""
    calendar = text.lexicon.calendar
    neighbour = i - 2 if text.is_definite(i - 1) or calendar.steps.get(text.low(i - 1)) == 0 else i - 1
    if text.low(neighbour) in calendar.ahead_beside:
        return True
    if (_opens(text, i) and _goes_on_ahead(text, i)) or _is_of_present_clause(text, i):
        return True
    stops = _BREAKS | text.lexicon.verbs.saying
    for j in range(i - 1, max(-1, i - 1 - _FAR), -1):
        if i - 1 - j >= _REACH and text.low(j) not in text.lexicon.grammar.modals | stops:
            continue
        if _tells_of_past(text, j):
            return False
        if _puts_off(text, j, i):
            return True
        if text.low(j) in stops and not _is_of_initials(text, j):
            return False
    return False


def _is_of_present_clause(text: DateScan, i: int) -> bool:
    """Whether a token ends a clause of time in the present, which is to come: “when they face Belsk on Sunday”."""
    grammar, verbs = text.lexicon.grammar, text.lexicon.common_verbs
    is_present = False
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        word = text.low(j)
        if word in grammar.relative_adverbs or word in grammar.settings:
            return is_present
        if word in _BREAKS or word in verbs.same_forms or is_past_verb(text, j):
            return False
        is_present = is_present or word in verbs.clause_verbs or word in verbs.headline_verbs
    return False


def _tells_of_past(text: DateScan, i: int) -> bool:
    """Whether a modal tells of what is past: “would have met on Monday”, “could not reach Belsk on Monday”."""
    grammar, follows = text.lexicon.grammar, text.low(i + 1)
    if text.low(i) in text.lexicon.calendar.abilities:
        return follows in grammar.have_finite | text.lexicon.hedges.negations
    return text.low(i) in grammar.modals | grammar.infinitive_markers and follows in grammar.have_finite


def _puts_off(text: DateScan, i: int, end: int) -> bool:
    """Whether a word makes its clause, up to a day, speak of the future."""
    calendar = text.lexicon.calendar
    return (
        (text.low(i) in calendar.ahead and not _is_noun(text, i))
        or _is_timetabled(text, i)
        or (text.low(i) == "to" and text.low(i - 1) in calendar.arranged)
        or _is_to_happen(text, i, end)
        or _is_foretold(text, i, end)
    )


def was_to_be(text: DateScan, i: int) -> bool:
    """Whether the clause before a token tells what was to come, at a time that may be past: “was expected on May 9”."""
    calendar = text.lexicon.calendar
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if text.low(j) in calendar.past_auxiliaries:
            return not calendar.ahead.isdisjoint({text.low(j + 1), text.low(j + 2)}) or text.low(j + 1) == "to"
        if text.low(j) in _BREAKS:
            return False
    return False


def looked_ahead(text: DateScan, i: int) -> bool:
    """Whether the clause before a token tells in the past what was to come: “would speak”, “was expected to speak”."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if text.low(j) in text.lexicon.calendar.past_ahead:
            return True
        if text.low(j) in _BREAKS:
            break
    return was_to_be(text, i)


def is_put_off(text: DateScan, i: int) -> bool:
    """Whether what was to be on a day is no more, so that it may be past or to come: “Friday’s match is postponed”."""
    for j in range(i + 1, min(len(text.tokens), i + 1 + _REACH)):
        if text.low(j) in text.lexicon.calendar.putting_off:
            return text.low(j - 1) in text.lexicon.grammar.be_finite | text.lexicon.grammar.be_other
        if text.low(j) in _ENDS or text.low(j) in text.lexicon.verbs.saying:
            return False
    return False


def _opens(text: DateScan, i: int) -> bool:
    """Whether a sentence has no verb yet before a token: “At noon on Sunday …”."""
    for j in range(i - 1, max(-1, i - 1 - _OPENING), -1):
        if text.low(j) in _ENDS and not _is_of_initials(text, j):
            return True
        if (
            is_past_verb(text, j)
            or text.low(j) in text.lexicon.grammar.finite_auxiliaries | text.lexicon.grammar.modals
        ):
            return False
    return i <= _OPENING


def _goes_on_ahead(text: DateScan, i: int) -> bool:
    """Whether the first verb behind a token puts things off: “On Sunday the levies will begin”."""
    for j in range(i + 1, min(len(text.tokens), i + 1 + _REACH)):
        if text.low(j) in text.lexicon.calendar.coming_verbs:
            return True
        if text.low(j) in _ENDS or is_past_verb(text, j) or text.low(j) in text.lexicon.verbs.saying:
            return False
    return False


def _is_timetabled(text: DateScan, i: int) -> bool:
    """Whether a verb in the present, right behind its subject, tells what a day will bring: “the trial begins”."""
    if text.low(i) not in text.lexicon.calendar.timetabled:
        return False
    grammar, subject = text.lexicon.grammar, text.low(i - 1)
    if subject == "," and text.capital(i - 2):  # “the trial in Gdansk, Poland, begins”
        return text.low(i).endswith("s")
    if text.low(i).endswith("s"):
        return subject.isalpha() and not subject.endswith("s") and subject not in grammar.articles
    return subject.endswith("s") or subject in grammar.subjects - grammar.genders.keys()


def _is_noun(text: DateScan, i: int) -> bool:
    """Whether a word that may put things off is a noun here: “its plans after the debate”."""
    follows, grammar = text.low(i + 1), text.lexicon.grammar
    determiners = grammar.articles | grammar.possessives
    if is_past_verb(text, i) and text.low(i - 1) in determiners:
        return False  # “a planned rally on Friday”
    is_thing = text.low(i - 1) in grammar.articles or (
        text.low(i) in text.lexicon.calendar.nouns_too and text.low(i - 2) in determiners
    )
    if is_thing and follows not in text.lexicon.calendar.after_plans:
        return True  # “police had a call on Friday”, “revised her travel plans in May”
    if text.low(i) in text.lexicon.calendar.nouns_too and follows in text.lexicon.calendar.in_occasions:
        first = max(0, i - _LONG_THING)
        return any(text.low(j) in determiners for j in range(first, i))  # “announced a $2 million port plan on Monday”
    return text.low(i) in text.lexicon.calendar.nouns_too and (
        follows in grammar.settings | text.lexicon.calendar.past_auxiliaries or is_past_verb(text, i + 1)
    )


def _is_to_happen(text: DateScan, i: int, end: int) -> bool:
    """Whether “when” opens a clause in the present up to a day: “when she speaks in Oslo on Friday”."""
    if text.low(i) not in text.lexicon.grammar.relative_adverbs or any(is_past_verb(text, j) for j in range(i, end)):
        return False
    verbs = text.lexicon.common_verbs.clause_verbs - text.lexicon.calendar.past_auxiliaries
    words = (text.low(j) for j in range(i + 2, end))
    return any(word in verbs and word.endswith("s") and word.removesuffix("s") in verbs for word in words)


def _is_foretold(text: DateScan, i: int, end: int) -> bool:
    """Whether a word tells what may come, and is no adverb: “rain is likely in Oslo”, but not “was likely active”."""
    grammar, follows = text.lexicon.grammar, text.low(i + 1)
    is_predicate = text.low(i) in text.lexicon.calendar.foretelling and text.low(i - 1) in grammar.be_finite
    return is_predicate and (follows in grammar.prepositions or i + 1 == end)


def _is_of_initials(text: DateScan, i: int) -> bool:
    """Whether a point stands behind a single letter, as in “10 a.m.”, and so ends nothing."""
    return text.low(i) == "." and len(text.low(i - 1)) == 1 and text.low(i - 1).isalpha()


def looks_back(text: DateScan, i: int) -> bool:
    """Whether the clause before a token speaks of the past: "was captured in March"."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if text.low(j) in {".", ";", "!", "?"}:
            return False
        if text.low(j) in text.lexicon.calendar.past_words or is_past_verb(text, j):
            return True
    return False


def is_past_verb(text: DateScan, i: int) -> bool:
    """Whether a token is, or looks like, the past form of a verb or of an auxiliary."""
    word = text.low(i)
    return word in text.lexicon.calendar.past_auxiliaries or is_past_form(word, text.lexicon)


def is_past_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case is, or looks like, the past form of a verb."""
    return word in lexicon.grammar.past_forms or (
        len(word) > _SHORTEST_PAST and word.endswith(lexicon.calendar.past_endings)
    )
