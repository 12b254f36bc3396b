"""Whether the narrator's next sentence sets facts against a saying, with no word of contradiction."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting.narrator.judgements import any_negation, judged
from digests.lines.reporting.narrator.outcomes import any_finite_verb, calls_off, tells_outcome
from digests.lines.reporting.narrator.reversals import assures, tells_reverse

_EXCEPTION = 14  #: words of a sentence that tells of one case against a saying
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_WORD = r"[\w’'.-]+"


class _Patterns(NamedTuple):
    speech: re.Pattern[str]  #: that somebody else speaks
    whole: re.Pattern[str]  #: that a saying leaves no exception
    none: re.Pattern[str]  #: that it denies that there is any
    number: re.Pattern[str]
    joint: re.Pattern[str]  #: where within a sentence facts may be set against the words before


class _Counts(NamedTuple):
    closing: re.Pattern[str]  #: a count without its noun at the end: “Its own ledger lists 96.”
    figure: re.Pattern[str]  #: “The regulator's figure is 71.”
    opening: re.Pattern[str]  #: a count without its noun for the subject: “Dozens slept on the floor.”


class _Evidence(NamedTuple):
    exhibit: re.Pattern[str]  #: a thing that shows something for the subject: “A receipt is dated 2011.”
    display: re.Pattern[str]  #: the same with a verb of showing
    account: re.Pattern[str]  #: the same of what counts things, which stands against any saying
    exception: re.Pattern[str]  #: one case of what a saying denies: “A lynx was caught an hour later.”
    some_of_it: re.Pattern[str]  #: the same behind another subject: “Customs men carried off nine crates of it.”
    missing: re.Pattern[str]  #: “The inspectorate has no record of one.”
    contrast: re.Pattern[str]  #: “but inspectors found cages in each”, at a sentence's or a part's start
    own_evidence: re.Pattern[str]  #: “…, whose own gauges had shown a leak”
    aside: re.Pattern[str]  #: “… – the plate on it reads 1987”, “…, contrary to what the gauges show”


def _number(lexicon: Lexicon) -> str:
    return rf"\d[\d,.]*|(?:{either(lexicon.numbers.units)})\b"


def _no_noun(lexicon: Lexicon) -> str:
    """Right before a verb, that it is none: not behind “the”, “no”, “61”, “filed”."""
    words = (lexicon.grammar.articles, lexicon.grammar.third_possessives, lexicon.counterfacts.before_nouns)
    return r"(?<!\d\s)" + "".join(rf"(?<!\b{word}\s)" for word in sorted(frozenset().union(*words)))


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, reporting = lexicon.counterfacts, lexicon.reporting
    places = either(lexicon.circumstances.stage_prepositions, lexicon.sources.owners)
    speaking = either(lexicon.verbs.saying, reporting.according, reporting.plain.gerunds)
    return _Patterns(
        speech=re.compile(rf"[“”\"]|\b{_no_noun(lexicon)}(?:{speaking})\b", re.IGNORECASE),
        whole=re.compile(
            rf"{any_negation(lexicon)}|\b(?:{either(words.whole)})\b"
            rf"|\b(?:{either(lexicon.grammar.definite_articles)})\s+(?:\w{{2,}}est|{either(lexicon.hedges.restrictions)})\s+[\w’'-]+\s+(?:{places})\b",
            re.IGNORECASE,
        ),
        none=re.compile(rf"\b(?:{either(words.denying_all)})\b", re.IGNORECASE),
        number=re.compile(rf"\b(?:{_number(lexicon)})"),
        joint=re.compile(
            rf"(?:;|(?:,|\s[–—-])(?=\s+(?:{either(words.contrasts)})\b))\s*"
            rf"|,?\s+(?:{either(lexicon.narration.narrating_joints)})\s+(?=(?:{either(words.finders)})\s)"
        ),
    )


@functools.cache
def _counts(lexicon: Lexicon) -> _Counts:
    words, grammar = lexicon.counterfacts, lexicon.grammar
    number, bound = _number(lexicon), rf"(?:(?:{either(words.bounding)})\s+)?"
    no_verb = either(grammar.prepositions - grammar.genitives, grammar.be_finite, grammar.articles)
    verb = rf"{_WORD}\s+(?!(?:{no_verb})\b)[a-z][\w’'-]*"
    existing = rf"(?:{either(grammar.existentials)})\s+(?:{either(grammar.be_finite)})"
    objects, helping = either(grammar.object_forms, grammar.demonstratives), either(grammar.finite_auxiliaries)
    gap = rf"(?:(?!(?:{either(lexicon.sources.owners)})\b)[\w’'-]+\s+){{0,5}}?"
    figures = rf"(?:{either(lexicon.retractions.numbers_told)})\s+{gap}(?:{either(grammar.be_finite)})"
    return _Counts(
        closing=re.compile(
            rf"(?:{_WORD}\s+){{0,11}}?(?:(?:{verb}|{existing})\s+{bound}(?P<number>{number}|{either(words.counts)})"
            rf"(?:\s+(?:{either(grammar.genitives)})\s+(?:{objects}))?|{bound}(?P<elliptic>(?i:{number}|{either(words.counts)}))\s+(?:{helping})"
            rf"(?:\s+(?:{either(grammar.be_other)}))?)\.?\s*$"
        ),
        figure=re.compile(rf"[^,;]*\b{figures}\s+{bound}(?P<number>{number})\.?\s*$"),
        opening=re.compile(
            rf"\s*(?!(?:{either(lexicon.descriptions.picked)})\b){bound}(?:(?:{number})\s+(?:{either(grammar.genitives)})\s+(?:[\w’'-]+\s+){{1,5}}?"
            rf"|(?:{number}|{either(words.counts, lexicon.claimants.counting)})\s+(?:(?:{either(words.others)})\s+)?)"
            rf"(?:{any_finite_verb(lexicon)}|{either(words.lasting)})\b",
            re.IGNORECASE,
        ),
    )


@functools.cache
def _evidence(lexicon: Lexicon) -> _Evidence:
    words, grammar = lexicon.counterfacts, lexicon.grammar
    relatives, finds = either(grammar.complementizers, grammar.relative_pronouns), either(words.finding)
    helping = either(grammar.finite_auxiliaries)
    own_documents = rf"(?:{either(words.owning)})\s+(?:[\w’'-]+\s+)?(?:{either(lexicon.claimants.documents)})"
    evidence, finders = either(words.evidence), either(words.finders)
    no_subject = either(grammar.prepositions, grammar.existentials)
    lead = rf"\s*(?!(?:{no_subject})\b)(?:[\w’'-]+\s+){{0,4}}?"
    return _Evidence(
        exhibit=re.compile(
            rf"\s*(?!(?:{no_subject})\b)(?:[\w’'-]+\s+){{0,4}}?(?:"
            rf"(?:{evidence})\s+(?!(?:{relatives})\b)(?:[\w’'-]+\s+){{0,7}}?(?:{any_finite_verb(lexicon)}|{finds})"
            rf"|(?:{finders})\s+(?:(?:{either(lexicon.reporting.subject_relatives)})\s+(?:[\w’'-]+\s+){{1,6}}?)?(?:{finds}))\b",
            re.IGNORECASE,
        ),
        display=re.compile(
            rf"{lead}(?:{evidence})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{finds})\b",
            re.IGNORECASE,
        ),
        account=re.compile(
            rf"{lead}(?:(?:{either(words.accounts)})\s+(?:[\w’'-]+\s+){{0,4}}?"
            rf"|(?:{either(words.owning)})\s+(?:[\w’'-]+\s+){{1,2}}?)(?:{finds})\b",
            re.IGNORECASE,
        ),
        exception=re.compile(
            rf"\s*(?:(?!(?:{either(lexicon.descriptions.picked)})\b)(?:{either(grammar.indefinite_articles)}|{_number(lexicon)})\s+(?:[\w’'-]+\s+){{1,5}}?"
            rf"|(?:{either(words.standing_out)})\s+(?:[\w’'-]+\s+){{0,6}}?)"
            rf"(?:{either(grammar.past_forms)}|\w+ed)\b(?!.*(?:{any_negation(lexicon)}))",
            re.IGNORECASE,
        ),
        some_of_it=re.compile(
            rf"\b(?:{_number(lexicon)}|{either(words.counts, grammar.indefinite_articles)})\s+"
            rf"(?:[\w’'-]+\s+)?(?:{either(grammar.genitives)})\s+"
            rf"(?:{either(grammar.object_forms, grammar.neuter_pronouns)})\b",
            re.IGNORECASE,
        ),
        missing=re.compile(
            rf"\s*(?:(?:[\w’'-]+\s+){{1,6}}?(?:{either(words.missing)})"
            rf"|(?:{either(grammar.existentials)})\s+(?:{either(grammar.finite_auxiliaries)}))\s+"
            rf"(?:{either(lexicon.hedges.noun_negations)})\s+(?:{either(words.absences)})\b",
            re.IGNORECASE,
        ),
        contrast=re.compile(
            rf"\W*(?:{either(words.contrasts)}),?\s+(?:[\w’'-]+\s+){{0,5}}?(?:{evidence}|{finders}|{own_documents})(?:,[^,.;]+,)?\s+"
            rf"[^,.;]*?\b(?:{finds})\b",
            re.IGNORECASE,
        ),
        own_evidence=re.compile(
            rf",\s+(?:{either(grammar.hanging_relatives)})\s+(?:{either(words.owning)})\s+[^,;:–—]*?\b(?:{helping}|{finds})\b"
            r"[^,;:–—]*$"
        ),
        aside=re.compile(
            rf"\s[–—-]\s+(?:{either(grammar.articles, grammar.third_possessives)})\s+(?:[^,;:–—]*?\b(?:{finds})\b"
            rf"|(?:\w+\s+)?(?:{evidence})\s+[^,;:–—]*?\b(?:{helping})\b)"
            rf"|,?\s+(?:{either(words.counter)})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{evidence})\s+(?:{finds})\b"
        ),
    )


def sets_facts_against(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence behind a saying tells, in the narrator's words, that it is not so."""
    if calls_off(saying, sentence, lexicon):
        return True
    if _patterns(lexicon).speech.search(sentence):
        return False
    return _refutes(saying, sentence, lexicon) or tells_reverse(saying, sentence, lexicon)


def _refutes(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether words of the narrator's count or show otherwise.

    A count without a noun counts what was said; evidence right behind words that leave no exception is such a one;
    and a promise is broken by what “still” is, or never was.
    """
    patterns, evidence = _patterns(lexicon), _evidence(lexicon)
    if any(pattern.match(sentence) for pattern in (evidence.contrast, evidence.missing, evidence.account)):
        return True
    is_whole = patterns.whole.search(saying) is not None or assures(saying, lexicon)
    if is_whole and _counts(lexicon).opening.match(sentence):
        return True
    is_counted = is_whole or patterns.number.search(saying) is not None
    if (is_whole and evidence.exhibit.match(sentence)) or (is_counted and evidence.display.match(sentence)):
        return True
    if is_counted and (_counts_anew(saying, sentence, lexicon) or _is_exception(saying, sentence, lexicon)):
        return True
    return tells_outcome(saying, sentence, lexicon)


def holds_counterfacts(words: str, lexicon: Lexicon) -> bool:
    """Whether the narrator does so within a sentence, behind what was said: “…, but inspectors found cages in each”."""
    patterns, evidence = _patterns(lexicon), _evidence(lexicon)
    if any(pattern.search(words) for pattern in (judged(lexicon), evidence.aside, evidence.own_evidence)):
        return True
    return any(_is_refuted_behind(words, joint, lexicon) for joint in patterns.joint.finditer(words))


def _is_refuted_behind(words: str, joint: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether it is so behind a joint; a mishap behind “but” may be the speaker's own."""
    saying, rest = words[: joint.start()], words[joint.end() :]
    if calls_off(saying, rest, lexicon):
        return True
    if _patterns(lexicon).speech.search(rest):
        return False
    is_apart = joint.group().startswith(";")
    return _refutes(saying, rest, lexicon) or (is_apart and tells_reverse(saying, rest, lexicon))


def holds_own_evidence(words: str, lexicon: Lexicon) -> bool:
    """Whether a narrator tells of the speaker's own things, that they show otherwise: “…, whose own gauges showed”."""
    return _evidence(lexicon).own_evidence.search(words) is not None


def _counts_anew(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with a count of what a saying counts: “… 240 rooms. Its own ledger lists 96.”."""
    count = _counts(lexicon).closing.match(sentence) or _counts(lexicon).figure.match(sentence)
    number = count and next(filter(None, count.groups()))
    return number is not None and not _YEAR.match(number) and number.rstrip(".") not in saying.split()


def _is_exception(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of one of those that a saying has none of: “No animal escaped. A lynx was caught.”."""
    evidence = _evidence(lexicon)
    is_short = len(sentence.split()) <= _EXCEPTION and _patterns(lexicon).none.search(saying) is not None
    return is_short and bool(evidence.exception.match(sentence) or evidence.some_of_it.search(sentence))
