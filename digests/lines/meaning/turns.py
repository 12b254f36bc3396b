"""Where a speaker turns against what was just said, so that the words before it alone are not what was meant."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.meaning.next_sentences import goes_on_speaking, is_turned_next
from digests.models import Claim
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_QUOTE = re.compile(r"[“”\"]")
_OPEN = r"[\s“”\"'‘’(\[…]*"
_ENDED = re.compile(r"[.!?][”’'\"]*$")
_ASKED_ON = re.compile(r"(?:[^.!?]*\?)*")
_AFTERTHOUGHT = 6  #: words of a quotation that only limits the one before
_REACH = 260  #: characters behind a content in which its speaker's next quotation begins


class _Patterns(NamedTuple):
    turn: re.Pattern[str]  #: what begins words that speak against those before
    exchange: re.Pattern[str]  #: the same behind a subject: “and he instead asked her to …”
    concession: re.Pattern[str]  #: a sentence that grants what the next ones take back
    halves: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  #: what names one of two things, and the other
    own_turn: re.Pattern[str]  #: behind a speaker, that the same one thinks otherwise: “, but he was shocked”
    limited: re.Pattern[str]  #: behind a speaker, that the words are less than all: “, but less than …”
    next_turn: re.Pattern[str]  #: behind a speaker, a next quotation of the same that turns
    lifted: re.Pattern[str]  #: the same with the turn before its speaker: “But, she said, “not here””
    granted: re.Pattern[str]  #: words with which somebody grants a thing
    resumed: re.Pattern[str]  #: behind these, that the same one says something against it: “…, but said”
    afterthought: re.Pattern[str]  #: a short quotation that limits what was said: “If it does not rain,” she added
    set_right: re.Pattern[str]  #: the narrator's next sentence: “But that is not the same as …”
    setting: re.Pattern[str]  #: that the words only led to a question: “… and asked how …”
    point: re.Pattern[str]  #: what begins a sentence that says what was meant: “The problem is”, “And I do not think”
    retelling: re.Pattern[str]  #: a sentence that tells what another says, of which the next ones speak
    retold: re.Pattern[str]  #: what begins the next one where it tells what another said: “She told me”
    first_person: re.Pattern[str]  #: that a sentence tells of the speaker: “A woman stopped me”
    others_view: re.Pattern[str]  #: how words begin that tell what people say: “There are those who claim”
    question: re.Pattern[str]  #: a sentence that only asks
    denying: re.Pattern[str]  #: a sentence that says what a thing is not: “It takes no courage to …”
    affirming: re.Pattern[str]  #: the next one, which says what it is
    belittling: re.Pattern[
        str
    ]  #: an end that makes little of a thing, of which the next one tells more: “it is only a guess”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    turns, grammar = lexicon.turns, lexicon.grammar
    going_on = either(turns.saying_on, lexicon.reporting.judging, lexicon.hedges.refusals)
    says_on = rf"(?!\s+(?:(?:\w+ly|{either(lexicon.circumstances.adverbs)})\s+)?(?:{going_on})\b)"
    turning = rf"(?:{either(turns.turning)})\b{says_on}|(?:{either(turns.turning_apart)})\s*,"
    persons, saying = either(grammar.third_subjects), either(lexicon.verbs.saying)
    hedges = lexicon.hedges
    ending = rf"(?:{either(hedges.negative_endings)})"
    negated = rf"(?:{ending}|\s+(?:{either(hedges.negations)}))\b"
    return _Patterns(
        turn=re.compile(rf"{_OPEN}(?:(?:{either(grammar.continuing)})\s+)?(?:{turning})", re.IGNORECASE),
        exchange=re.compile(
            rf"(?:{either(grammar.coordinators)})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{either(turns.exchanging)})\b"
        ),
        concession=_concession(lexicon),
        halves=tuple(
            (re.compile(rf"\b{first}\b", re.IGNORECASE), re.compile(rf"{_OPEN}(?:{either(second)})\b"))
            for first, second in turns.halves.items()
        ),
        own_turn=re.compile(
            rf"(?:,\s+[^,;.!?“”\"]{{1,120}}){{0,2}},?\s+"
            rf"(?:{either(lexicon.hedges.exceptions)})\s+(?:{persons})\b{says_on}"
        ),
        limited=re.compile(
            rf"(?:\s+(?:{either(lexicon.calendar.in_occasions)})\s+\w+)?,?\s+(?:{either(lexicon.hedges.exceptions)})\s+"
            rf"(?:{either(lexicon.hedges.negations, lexicon.hedges.restrictions, lexicon.lines.comparisons)})\b"
        ),
        next_turn=re.compile(rf"[^“”\"\n.!?]*\s*(?:“|\"|'')\s*(?:{turning})", re.IGNORECASE),
        lifted=re.compile(
            rf"\s*(?:{either(turns.turning)}),\s+(?:[\w’'.-]+\s+){{1,4}}(?:{saying})(?:,\s|:?\s*[“\"])", re.IGNORECASE
        ),
        granted=re.compile(
            rf"\b(?:{either(grammar.subjects - grammar.neuter_pronouns)})\s+(?:[a-z]+\s+)?"
            rf"(?:{either(turns.granting)})\b",
            re.IGNORECASE,
        ),
        resumed=re.compile(
            rf"(?:[^“”\"]*[,;]\s+|\s*)(?:{either(turns.turning, lexicon.hedges.concessions)}),?\s+"
            rf"(?:(?:{persons})\s+)?(?:(?:\w+ly|{either(lexicon.circumstances.adverbs)})\s+)?(?:{saying})\b",
            re.IGNORECASE,
        ),
        afterthought=re.compile(
            rf"\s*[“\"](?:(?:{either(turns.afterthoughts)})\b(?:\s+[\w’'-]+){{0,{_AFTERTHOUGHT}}}"
            rf"|(?:{either(turns.doubts_of_oneself)}))[,.]?[”\"]\s*(?:{persons}|(?:{saying})\b)",
            re.IGNORECASE,
        ),
        set_right=re.compile(
            rf"\s*(?:{either(turns.turning)}),?\s+(?:{either(grammar.demonstratives)})"
            rf"(?:[’']s|\s+(?:{either(grammar.be_finite)}))?{negated}"
            rf"(?!\s+(?:{either(turns.going_further)})\b)",
            re.IGNORECASE,
        ),
        setting=re.compile(
            rf",?\s+(?:{either(grammar.continuing)})\s+(?:(?:{either(turns.next_steps)})\s+)?(?:{either(turns.answering)})\b"
        ),
        point=_point(lexicon),
        retelling=re.compile(
            rf"{_OPEN}(?!(?:{either(grammar.first_person)})\b)(?:[\w’'.-]+\s+){{1,4}}?"
            rf"(?-i:{either(turns.retelling)})\b",
            re.IGNORECASE,
        ),
        retold=re.compile(
            rf"{_OPEN}(?:(?:{either(grammar.coordinators)})\s+)?(?:{persons})\s+(?:{either(turns.retelling)})\b",
            re.IGNORECASE,
        ),
        first_person=re.compile(rf"\b(?:{either(grammar.first_person)})\b", re.IGNORECASE),
        others_view=re.compile(
            rf"{_OPEN}(?:{either(turns.others_sayings)})\s+(?:(?:{either(grammar.modals)})\s+)?"
            rf"(?:{either(turns.retelling)})\b(?!\s+(?:{either(grammar.first_person)})\b)(?!.*\b(?:{either(hedges.exceptions)})\b)",
            re.IGNORECASE | re.DOTALL,
        ),
        question=re.compile(
            rf"{_OPEN}(?:(?:{either(grammar.coordinators)})\s+)?"
            rf"(?:{either(lexicon.frames.questions, grammar.question_adverbs, grammar.relative_adverbs)}"
            rf"|{either(grammar.finite_auxiliaries, grammar.modals)})\b[^.!?]*\?",
            re.IGNORECASE,
        ),
        denying=re.compile(
            rf"{_OPEN}(?:{_things(lexicon)})(?:[’']s|\s+(?:\w{{2,}}(?={ending})|\w+))?{negated}", re.IGNORECASE
        ),
        affirming=re.compile(
            rf"{_OPEN}(?:{_things(lexicon)})(?:[’']s|\s+(?!\w+{ending})\w+)\b(?!\s+(?:{either(lexicon.hedges.negations)})\b)",
            re.IGNORECASE,
        ),
        belittling=re.compile(
            rf"\b(?:{_things(lexicon)})(?:\s+[a-z]+)?(?:[’']s|\s+(?:{either(grammar.be_finite)}))\s+"
            rf"(?:{either(turns.correcting - turns.exchanging)})\s+(?:{either(grammar.articles)})\s[^,;.?!]*[.”\"’']*$",
            re.IGNORECASE,
        ),
    )


def _things(lexicon: Lexicon) -> str:
    grammar = lexicon.grammar
    return either(grammar.neuter_pronouns - grammar.third_possessives, grammar.demonstratives)


def _point(lexicon: Lexicon) -> re.Pattern[str]:
    """What begins a sentence without which the one before says something else."""
    grammar, negations = lexicon.grammar, either(lexicon.hedges.negations)
    negated = rf"(?:(?:{either(lexicon.hedges.negative_endings)})|\s+(?:\w+\s+)?(?:{negations}))\b"
    return re.compile(
        rf"{_OPEN}(?:(?:{either(lexicon.turns.points)})\b"
        rf"|(?:{either(grammar.demonstratives)})(?:[’']s|\s+(?:{either(grammar.be_finite)}))?{negated}"
        rf"|(?:{either(grammar.continuing)})\s+(?:(?:{negations})\b"
        rf"|(?:{either(grammar.subjects)})(?:[’'](?!t\b)\w+|\s+\w+?)?{negated}))",
        re.IGNORECASE,
    )


def _concession(lexicon: Lexicon) -> re.Pattern[str]:
    turns = lexicon.turns
    return re.compile(
        rf"{_OPEN}(?:(?:{either(turns.conceding_openers)})\b|(?:{either(turns.conceding_asides)}),\s)"
        rf"|.*\b(?:{either(turns.conceding)})\b|.*,\s(?:{either(turns.letting)})[.,”\"’']*$"
        rf"|[^,]*,\s(?:{either(turns.conceding_asides, turns.plain_concessions)}),\s"
        rf"|{_OPEN}(?:{either(turns.before_standpoints)})\s+(?:[\w’'-]+\s+){{1,4}}(?:{either(turns.standpoints)})\b",
        re.IGNORECASE,
    )


def is_turned(head: str, rest: str, lexicon: Lexicon, *, in_quotation: bool = False) -> bool:
    """Whether the words behind a sentence, or a part of one, turn against it or are its other half.

    In a quotation a sentence that plainly grants something, asks, or tells what another says needs the next one,
    whatever that begins with.
    """
    patterns = _patterns(lexicon)
    if patterns.turn.match(rest) or patterns.exchange.match(rest):
        return True
    if any(first.search(head) and second.match(rest) for first, second in patterns.halves):
        return True
    return in_quotation and _needs_next(head, rest, patterns)


def balances(words: str, lexicon: Lexicon) -> bool:
    """Whether words set something against what stands before them: “, and on the other hand, you have Holm”."""
    return _balancing(lexicon).search(words) is not None


@functools.cache
def _balancing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.turns.balancing)})\b", re.IGNORECASE)


def _needs_next(head: str, rest: str, patterns: _Patterns) -> bool:
    """Whether what somebody means by a sentence comes with the next one: an answer, what a thing is instead."""
    leads = patterns.concession.match(head) or patterns.retelling.match(head)
    is_told = patterns.retold.match(rest) is not None and patterns.first_person.search(head) is not None
    if leads or is_told or patterns.point.match(rest):
        return True
    if _is_answered(head, rest, patterns) or patterns.belittling.search(head):
        return True
    return bool(patterns.denying.match(head) and patterns.affirming.match(rest))


def _is_answered(head: str, rest: str, patterns: _Patterns) -> bool:
    """Whether a sentence, be it whole or not, asks what the next one answers."""
    whole = head if _ENDED.search(head) else f"{head} {rest}"
    question = patterns.question.match(whole)
    follows = rest if whole is head else whole[question.end() if question else 0 :]
    return question is not None and re.search(r"\w", _ASKED_ON.sub("", follows, count=1)) is not None


def turns_behind(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether behind a claim's words and their speaker the same one, or the text, turns against them."""
    patterns, attribution = _patterns(lexicon), claim.attribution
    end = attribution.content[-1][1]
    last = max(stop for _, stop in (*attribution.citation, *attribution.content))
    follows = text[last : last + _REACH]
    stop = span_holding(sentences(text), last - 1)[1]
    next_ones = (patterns.set_right, patterns.lifted, patterns.afterthought)
    begin = attribution.content[0][0]
    is_set_right = patterns.others_view.match(text, begin, end) or any(next_.match(text, stop) for next_ in next_ones)
    if is_set_right or is_turned_next(claim, text, stop, lexicon):
        return True
    if (granted := patterns.granted.search(text, begin, end)) and (
        patterns.resumed.match(text, granted.end(), stop) or patterns.resumed.match(text, stop)
    ):
        return True
    if last == end or claim.mode != "direct":
        limited = patterns.limited.match(follows)  # “agreed to a call | on Monday, but only to say no”
        return limited is not None and (last > end or not limited.group().startswith(","))
    if patterns.own_turn.match(follows) or patterns.next_turn.match(text, last, stop):
        return True
    if _QUOTE.search(text, last, stop) or not patterns.next_turn.match(text, stop):
        return False
    return goes_on_speaking(claim, text, stop, lexicon)


def leads_to_question(follows: str, lexicon: Lexicon) -> bool:
    """Whether words behind a content tell that it was but the setting of a question: “… and asked how he could pay”."""
    return _patterns(lexicon).setting.match(follows) is not None
