"""What a verb takes that a line prints with it: “warned China against supporting Russia”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.people.own_minds import is_of_own_mind
from digests.lines.reporting import Report
from digests.lines.reporting.clause_ends import second_clause
from digests.lines.reporting.clauses import asks, has_auxiliary, opens_clause, states
from digests.lines.reporting.deeds import is_thing_with_clause, tells_how
from digests.lines.reporting.objects import (
    is_news,
    is_of_narrator,
    is_shown,
    is_trifle,
    lacks_clause,
    lacks_object,
    tells_of_object,
)
from digests.models import Claim, Span
from digests.text.dashes import DASH
from digests.text.folding import fold

_PARTED = re.compile(r"[.?!;]")
_PUT_IN = re.compile(r"\s+(?:\(|[–—]\s)")
_JOINT = 12  #: characters before a content in which its conjunction may stand


class _Patterns(NamedTuple):
    joint: re.Pattern[str]  #: the conjunction of a clause at the end
    person: re.Pattern[str]  #: a “he” or “she” that begins a clause
    telling: re.Pattern[str]
    describing: re.Pattern[str]  #: what may be a verb, and none too: “books | ordered through”, “in May”
    relative: re.Pattern[str]  #: what begins a clause that describes a thing, or tells what else there was
    opening: re.Pattern[str]  #: what a clause or a quotation begins with


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    irregular = either(grammar.past_forms | grammar.past_participles)
    prepositions = either(grammar.prepositions, grammar.longer_prepositions)
    clauses = grammar.doubtful_reasons | grammar.settings | lexicon.frames.conceding
    endings, months = either(lexicon.calendar.past_endings), either(map(str.capitalize, lexicon.calendar.months))
    complementizers, persons = either(grammar.complementizers), either(grammar.third_subjects & grammar.genders.keys())
    days = either(map(str.capitalize, lexicon.calendar.weekdays), lexicon.calendar.days)
    day = rf"(?:(?:(?:{either(lexicon.lines.backwards)})\s+)?(?:{days})\s+)?"  # “made | earlier Monday | by Roe”
    return _Patterns(
        joint=re.compile(rf"\b(?:{complementizers})\s+$"),
        person=re.compile(rf"(?:(?:{complementizers})\s+)?(?P<person>{persons})\b"),
        telling=re.compile(either(lexicon.cues.telling)),
        describing=re.compile(
            rf"\b(?:[a-z]\w+(?:{endings})|[a-z]\w{{2,}}s|{irregular})\s+{day}(?=(?:{prepositions})\b)|\b(?:{months})\b"
        ),
        relative=re.compile(rf",?\s(?:{either(grammar.relative_pronouns, clauses)})\s"),
        opening=re.compile(rf"[“\"‘']|(?:{complementizers})\b"),
    )


def tells_of_thing(claim: Claim, report: Report, words: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a thing stands right behind the verb, not a clause: “predicts falls as tariffs are felt”."""
    if report.verb is None or not follows(report.verb, claim.attribution.content):
        return False
    if opens_clause(with_joint(claim.attribution.content[0][0], words, text, lexicon), lexicon):
        return False
    last_word = text[report.verb[0] : claim.attribution.content[0][0]].rsplit(maxsplit=1)[-1]
    if last_word in lexicon.clauses.commenting or is_thing_with_clause(words, lexicon):
        return True  # “reported on | drills in Belsk, while a fair was held”
    is_answerless = claim.mode != "direct" and tells_how(words, lexicon)
    if is_answerless or words.split(maxsplit=1)[0].lower() in lexicon.deeds.claimed_things:
        return True
    verb = text[slice(*report.verb)].rsplit(maxsplit=1)[-1]
    if words[:1].isalnum() and (verb in lexicon.deeds.taking_things or _may_announce(verb, words, lexicon)):
        return True
    foretold = claim.kind == "forecast" and not has_auxiliary(words, lexicon)
    return foretold or is_shown(claim, report.verb, text, lexicon)


def _may_announce(verb: str, words: str, lexicon: Lexicon) -> bool:
    """Whether a verb that announces things has one for its object, whose only verb may describe it."""
    pronouns = lexicon.grammar.subjects | lexicon.grammar.third_possessives
    if verb not in lexicon.deeds.announcing or words.split(maxsplit=1)[0].lower() in pronouns:
        return False
    patterns = _patterns(lexicon)
    return not states(patterns.describing.sub(" ", patterns.relative.split(words, maxsplit=1)[0]), lexicon)


def with_joint(start: int, words: str, text: str, lexicon: Lexicon) -> str:
    """Words with the conjunction that stands right before them in the text, which shows that they are a clause."""
    joint = _patterns(lexicon).joint.search(text[max(0, start - _JOINT) : start])
    return f"{joint.group()}{words}" if joint else words


def is_gerund(verb: Span, text: str, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands in “-ing”, and so needs another."""
    return text[slice(*verb)].lower() in lexicon.reporting.reporting.gerunds


def with_verb(verb: Span, span: Span, report: Report, text: str, lexicon: Lexicon) -> Report | str:
    """A verb with all that it takes, which must not go on with another subject's deeds."""
    start, end = span
    words = text[start:end]
    grammar = lexicon.grammar
    if words.lower() in grammar.demonstratives | grammar.neuter_pronouns | lexicon.reporting.subject_relatives:
        return "pronoun not resolved"
    rest, is_clause = text[verb[1] : end].lstrip(" ,"), states(with_joint(start, words, text, lexicon), lexicon)
    is_part = lacks_clause(words, lexicon) or lacks_object(words, lexicon)
    last = text[slice(*verb)].rsplit(maxsplit=1)[-1].lower()
    if is_part or is_trifle(rest, lexicon) or asks(words, lexicon) or is_of_narrator(last, rest, lexicon):
        return "no full statement"
    if last in lexicon.reporting.suggesting and _opens_with_person(words, lexicon):
        return "pronoun not resolved"
    is_told = (report.hedged and is_clause) or is_news(last, words if is_clause else rest, lexicon)
    is_said = last in lexicon.verbs.saying & lexicon.grammar.past_forms
    is_cut = is_said and not is_clause and _PUT_IN.match(text, end)  # “said his use of it (though he …) does not fly”
    if is_cut or not (tells_of_object(last, rest, lexicon) and is_told):
        return "no full statement"
    cut = second_clause(words, lexicon)
    whole = cut is None or states(words[:cut], lexicon) or opens_clause(words, lexicon)
    cut = None if whole else cut
    end = end if cut is None else start + cut
    is_listening = last in lexicon.verbs.telling or not lexicon.reporting.news.hold(last)
    is_bare = cut is not None and is_listening  # “said the mayor” of “… and Ek that he”, “told men such as Bo”
    gap = text[verb[1] : start]
    is_narrators = not grammar.first_person.isdisjoint(gap.lower().split())  # “told me that”
    names_topic = last in lexicon.verbs.telling and not is_clause and _ends_in_topic(gap, lexicon)
    is_parted = bool(_PARTED.search(gap)) or len(DASH.findall(gap)) % 2 == 1  # “, which – as Holm said – vows”
    is_aside = gap.strip() == "," and words[0].isalnum()  # “as the paper reported, the mill …”
    if names_topic or is_bare or is_parted or is_narrators or is_aside:
        return "no full statement"
    return Report("verb", ((verb[0], end),), verb, report.hedged)


def _ends_in_topic(gap: str, lexicon: Lexicon) -> bool:
    """Whether what stands between a verb and its words leads to what somebody spoke of: “told the inquiry about”."""
    topics = lexicon.clauses.topics - lexicon.cues.directions
    return not topics.isdisjoint(gap.split()[-1:])


def _opens_with_person(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a “he” or “she” that may be anybody."""
    person = _patterns(lexicon).person.match(words)
    return person is not None and not is_of_own_mind(words[person.start("person") :], lexicon)


def takes_listener(report: Report, spans: tuple[Span, ...], text: str, lexicon: Lexicon) -> bool:
    """Whether words right behind a verb of telling begin with whom somebody tells."""
    if report.verb is None or not follows(report.verb, spans):
        return False
    verb = text[slice(*report.verb)].rsplit(maxsplit=1)[-1].lower()
    patterns = _patterns(lexicon)
    if patterns.telling.fullmatch(verb) is None or text[report.verb[1] : spans[0][0]].strip():
        return False
    return patterns.opening.match(text, spans[0][0]) is None


def tells_person(report: Report, spans: tuple[Span, ...], text: str, lexicon: Lexicon) -> bool:
    """Whether somebody tells a person of a “he” or “she” who may be either: “reminded Carl Ek he would wait”."""
    if report.verb is None or not follows(report.verb, spans):
        return False
    subject = _patterns(lexicon).person.match(text[slice(*spans[0])])
    gap = text[report.verb[1] : spans[0][0]].split() if subject else []
    gap = gap[1:] if gap and gap[0] in lexicon.grammar.infinitive_markers else gap
    if not gap or subject is None:
        return False
    genders, first = lexicon.grammar.genders, fold(gap[0].rstrip("."))
    if genders.get(first):
        return genders[first] == genders[subject["person"].lower()]
    return gap[0][0].isupper() and first in lexicon.persons.given_names.keys() | lexicon.persons.titles.keys()


def follows(verb: Span, spans: tuple[Span, ...]) -> bool:
    """Whether words stand in one piece behind their verb."""
    return len(spans) == 1 and spans[0][0] >= verb[1]
