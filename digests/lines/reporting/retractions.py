"""Whether what follows a saying takes it back: its speaker, or the text that tells of it."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting.narrator.counterfacts import holds_counterfacts, sets_facts_against
from digests.lines.reporting.narrator.verdicts import doubted, negated, verdict
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_WORDS_AHEAD = 5  #: words of a sentence before “took it back”
_CLAUSE = 400  #: characters of the longest clause


class _Patterns(NamedTuple):
    same_sentence: re.Pattern[str]  #: behind a saying, in its own sentence
    next_sentence: re.Pattern[str]  #: what the sentence behind a saying begins with where it does not let it stand
    contradicting: re.Pattern[str]  #: how a sentence begins that sets right the one before
    attributed: re.Pattern[str]  #: that somebody speaks in it: “In fact, she said, …”
    later: re.Pattern[str]  #: that the same speaker soon says otherwise: “Hours later it said … had stopped short”
    recounted: re.Pattern[str]  #: a short sentence that only counts: “It owns 90.”
    limited: re.Pattern[str]  #: a sentence that tells of whom a number is: “Only the dead were counted.”
    verdict: re.Pattern[str]  #: a short sentence that undoes the one before: “Not quite.”, “He never did.”
    doubted: re.Pattern[str]  #: a sentence that tells of a slip, a joke or facts to the contrary
    countered: re.Pattern[str]  #: within indirect words, that facts to the contrary are set against them
    renumbered: re.Pattern[str]  #: a number that is told anew at the end of indirect words: “…, later 400”
    unmeant: re.Pattern[str]  #: the last part of indirect words that does not let them stand


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.retractions
    persons, helping = either(grammar.third_subjects), either(grammar.finite_auxiliaries, grammar.modals)
    telling = lexicon.reporting.reporting.finite
    undone = (
        rf"\b(?:{persons})\s+(?:{helping}){negated(lexicon)}\s*[.)”\"]*$"
        rf"|\b(?:{either(words.before_revising)})\s+(?:{persons})\s+(?:{helping})\s*[.)”\"]*$"  # “before it did”
    )
    same_sentence = (
        rf"\b(?:{either(words.taking_back)})\b{_no_thing(lexicon)}|{_withdrawn(lexicon)}|{_settled(lexicon)}|{_revised(lexicon)}"
        rf"|\b{_ruled(lexicon, _thing(lexicon, pronouns=False))}|{undone}|{_put_right(lexicon)}|{_called(lexicon)}"
        rf"|{_overtaken(lexicon)}"
    )
    return _Patterns(
        same_sentence=re.compile(same_sentence, re.IGNORECASE | re.MULTILINE),
        next_sentence=re.compile(_next_sentence(lexicon), re.IGNORECASE),
        contradicting=re.compile(rf"\s*(?:{either(words.contradicting)})\b", re.IGNORECASE),
        attributed=re.compile(rf"[“”\"]|\b(?:{either(telling, lexicon.reporting.according)})\b", re.IGNORECASE),
        later=re.compile(
            rf"\s*(?:\w+\s+)?(?:{either(lexicon.narration.told_spans)})\s+(?:{either(lexicon.narration.behind_spans)}),?\s+(?:{persons})\s+"
            rf"(?:{either(telling)})\b.*\b(?:{either(lexicon.hedges.negations, words.reversing)})\b",
            re.IGNORECASE,
        ),
        recounted=re.compile(
            rf"\s*(?:{persons})\s+(?P<verb>\w+)\s+(?:(?:{either(lexicon.hedges.restrictions)})\s+)?"
            r"(?P<number>\d[\d,.]*)(?:\s+\w+){0,2}\.\s*$",
            re.IGNORECASE,
        ),
        limited=_limited(lexicon),
        verdict=verdict(lexicon),
        doubted=doubted(lexicon),
        countered=re.compile(
            rf"\b(?:{either(words.facts_against)})\b|"
            rf"(?:\b(?:{either(_setting_against(lexicon), lexicon.narration.narrating_joints)})\b|:\s)"
            rf".{{0,{_CLAUSE}}}\b(?:{either(words.proving_contrary)})\s+(?:{either(words.contrary)})\b",
            re.IGNORECASE | re.DOTALL,
        ),
        renumbered=re.compile(_revised(lexicon), re.IGNORECASE),
        unmeant=re.compile(
            rf"(?:,|\s[–—-])\s+[^,]*\b(?:{either(words.unmeant)})\b[^,]*$|{_unsupported(lexicon)}", re.IGNORECASE
        ),
    )


def _limited(lexicon: Lexicon) -> re.Pattern[str]:
    """That a number leaves some out: “Only the capital was counted.”, “Children were not included.”."""
    grammar, counting = lexicon.grammar, either(lexicon.retractions.counting)
    only_these = rf"(?:{either(lexicon.hedges.restrictions)})\s+[^,;.]*?\s(?:{either(grammar.be_finite)})"
    none = rf"[^,;.]{{1,60}}?\s(?:{either(grammar.be_finite)}){negated(lexicon)}"
    return re.compile(rf"\s*(?:{only_these}|{none})\s+(?:{counting})\b[^,;]*$", re.IGNORECASE)


def _setting_against(lexicon: Lexicon) -> frozenset[str]:
    """What begins a clause that may hold something against the one before."""
    hedges, grammar = lexicon.hedges, lexicon.grammar
    openings = hedges.opening_conditions - hedges.obligations
    return hedges.concessions | hedges.exceptions | grammar.settings | openings


def _thing(lexicon: Lexicon, *, pronouns: bool = True) -> str:
    """What names a saying: “the claim”, “that”; without pronouns only a noun that an article or an owner shows."""
    grammar, words = lexicon.grammar, lexicon.retractions
    determiners = either(grammar.articles, grammar.demonstratives, grammar.third_possessives)
    things = words.ruled_things if pronouns else words.ruled_things - grammar.demonstratives - grammar.neuter_pronouns
    return rf"(?:(?:{determiners})\s+){'?' * pronouns}(?:{either(things)})"


def _no_thing(lexicon: Lexicon) -> str:
    """Behind a verb, that its object is no saying: “withdraw its troops”, “withdrew from the pact”."""
    words, owners = lexicon.retractions, either(lexicon.grammar.articles, lexicon.grammar.third_possessives)
    things = rf"(?:(?:{owners})\s+)?(?:\w+\s+)?(?:{either(words.withdrawn_things)})"
    return rf"(?!\s+(?:{either(words.left_behind)}|{things})\b)"


def _ruled(lexicon: Lexicon, thing: str) -> str:
    """That it does not stand: “the claim has been withdrawn”, “that turned out to be false”."""
    words, grammar = lexicon.retractions, lexicon.grammar
    adverb = rf"(?:\s+(?:\w+ly|{either(words.ruling_adverbs)}))?"
    participle = rf"(?:{either(grammar.be_participle)})"
    helping = rf"(?:{either(grammar.be_finite)}|(?:{either(grammar.have_finite)})\s+{participle}){adverb}"
    perfect = rf"(?:{either(grammar.have_plural)})\s+{participle}"
    infinitive = rf"(?:{either(grammar.infinitive_markers)})\s+(?:{either(grammar.be_base)}|{perfect})"
    proving = rf"(?:(?:{either(words.ruling_adverbs)})\s+)?(?:{either(words.proving)})(?:\s+{infinitive})?"
    no_object = rf"(?!\s+(?:{either(grammar.prepositions, grammar.complementizers)})\b)"
    aside = r"(?:,[^,.;]{1,60},)?"  # “The clip, seen by many, was edited”
    return rf"{thing}{aside}\s+(?:{helping}|{proving})\s+(?:{either(words.rulings)})\b{no_object}"


def _withdrawn(lexicon: Lexicon) -> str:
    """That somebody withdraws it: “deleted the post”, “took it back”."""
    return rf"\b(?:{either(lexicon.retractions.withdrawing)})\s+{_thing(lexicon)}\b"


def _put_right(lexicon: Lexicon) -> str:
    """That, in brackets, the speaker said otherwise after all: “(she later wrote that it was two)”."""
    grammar, words = lexicon.grammar, lexicon.retractions
    return (
        rf"(?:\(|\s[–—-]\s)(?:(?:{either(grammar.coordinators)})\s+)?(?:{either(grammar.third_subjects)})\s+"
        rf"(?:{either(words.revising_adverbs)})\s+(?:{either(lexicon.reporting.plain.finite)})\b"
    )


def _called(lexicon: Lexicon) -> str:
    """That it was called wrong since, “a count that its office has since called wrong”, or meant of less than all."""
    words, grammar = lexicon.retractions, lexicon.grammar
    calling, joints = either(lexicon.reporting.calling), either(grammar.complementizers)
    small = either(grammar.doubtful_reasons, grammar.neuter_pronouns)
    return (
        rf"\b(?:{either(words.ruling_adverbs)})\s+(?:{calling})\s+(?:(?:{small})\s+)?(?:{either(words.rulings)})\b"
        rf"|,\s+(?:{either(words.putting_right)}),"
        rf"|,\s+\w+ing\s+(?:(?:{joints})\s+)?(?:{either(grammar.third_subjects)})\s+(?:{either(words.clarifying)})\b"
    )


def _overtaken(lexicon: Lexicon) -> str:
    """What came of it soon: “a week before it failed”."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    units, neuter = either(calendar.units, calendar.plural_units), either(grammar.neuter_pronouns)
    ahead = either(lexicon.retractions.before_revising)
    return rf"\b(?:{units})\s+(?:{ahead})\s+(?:{neuter})\s+(?:\w+ed|{either(grammar.past_forms)})\b"


def _settled(lexicon: Lexicon) -> str:
    """That another number stands: “the true figure was”."""
    words = lexicon.retractions
    return rf"\b(?:{either(words.settled)})\s+(?:{either(words.numbers_told)})\b"


def _unsupported(lexicon: Lexicon) -> str:
    """That something else does not tell so: “…, which the figures do not bear out”."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    no = rf"(?:{either(hedges.negative_endings)}|\s+(?:{either(hedges.negations)}))"
    verbs = either(lexicon.retractions.supporting)
    relative = either(grammar.hanging_relatives)
    return rf",\s+(?:{relative})\s+(?:[\w’'-]+\s+){{1,8}}?(?:{either(grammar.do_finite)}){no}\s+(?:{verbs})\b"


def _revised(lexicon: Lexicon) -> str:
    """That a number is told anew: “later lowered the figure”, “the number was later revised”."""
    words, grammar = lexicon.retractions, lexicon.grammar
    number, revising = either(words.numbers_told), either(words.revising)
    adverbs, determiners = either(words.revising_adverbs), either(grammar.articles, grammar.third_possessives)
    return (
        rf"\b(?:{adverbs})\s+(?:{revising})\s+(?:{determiners})\s+(?:{number})\b"
        rf"|,\s+(?:{determiners})\s+(?:{number})\s+(?:{either(grammar.third_subjects)})\s+"
        rf"(?:(?:\w+\s+)?(?:{adverbs})\s+)?(?:{either(lexicon.narration.wording)})\b"
        rf"|\b(?:{number})\s+(?:{either(grammar.be_finite)}|(?:{either(grammar.have_finite)})\s+(?:{either(grammar.be_participle)}))\s+"
        rf"(?:(?:{adverbs})\s+)?(?:{revising})\b"
        rf"|\b(?:{either(words.before_revising)})\s+(?:(?:{either(grammar.third_subjects)})\s+)?(?:{revising}|{either(words.revising_gerunds)})\s+"
        rf"(?:(?:{determiners})\s+)?(?:{number}|{either(grammar.neuter_pronouns)})\b"
        rf"|(?:,|\s[–—-])\s+(?:(?:{either(lexicon.descriptions.joining)}),?\s+)?(?:[\w’'-]+\s+)?(?:{adverbs}),?\s+\d[\d.,]*\s*$"
        rf"|\b(?:{either(words.reaching)})\s+\w+,?\s+(?:{determiners})\s+(?:{number})\s+(?:{either(grammar.be_finite)})\s+\d"
    )


def _next_sentence(lexicon: Lexicon) -> str:
    words = lexicon.retractions
    ruled = _ruled(lexicon, rf"(?:{_thing(lexicon)}|{either(lexicon.grammar.third_subjects)})")
    spans = either(lexicon.narration.told_spans, lexicon.calendar.units)
    time = rf"(?:{either(lexicon.counterfacts.by_then)})\s+(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+"
    time += rf"|(?:\w+\s+)?(?:{spans})\s+(?:{either(lexicon.narration.behind_spans)})"
    return (
        rf"\s*(?:(?:{either(words.ruling_openers)}|{time}),?\s+)?"
        rf"(?:{ruled}|(?:{either(words.rulings)})\s*[:.!]|(?:\w+,?\s+){{0,{_WORDS_AHEAD}}}?(?:"
        rf"(?:{either(words.taken_back_later)})\b|{_withdrawn(lexicon)}|{_settled(lexicon)}|{_revised(lexicon)}))"
    )


def takes_back(words: str, lexicon: Lexicon) -> bool:
    """Whether words behind a saying in its own sentence take it back: “…, but later withdrew the statement”."""
    return _patterns(lexicon).same_sentence.search(words) is not None


def says_otherwise(text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a speaker soon says something against what ends at a place: “…, but a minute later said that …”."""
    return _soon_after(lexicon).match(text, place) is not None


@functools.cache
def _soon_after(lexicon: Lexicon) -> re.Pattern[str]:
    moments = either(lexicon.narration.told_moments, lexicon.retractions.revising_adverbs)
    return re.compile(
        rf"[”\"]?,?\s+(?:{either(lexicon.hedges.exceptions)})\s+(?:\w+\s+){{0,2}}?(?:{moments}),?\s+"
        rf"(?:(?:{either(lexicon.grammar.third_subjects)})\s+)?(?:{either(lexicon.reporting.plain.finite)})\b"
    )


def lets_not_stand(words: str, lexicon: Lexicon) -> bool:
    """Whether a narrator takes back at their end what indirect words say, or sets facts against it."""
    patterns = _patterns(lexicon)
    bare = words.rstrip(" .\n")
    if patterns.unmeant.search(words) or patterns.countered.search(words) or patterns.renumbered.search(bare):
        return True
    return holds_counterfacts(words, lexicon)


def is_taken_back_behind(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence behind a place takes back what was said: “That turned out to be false”."""
    begin = end + len(text[end:]) - len(text[end:].lstrip())
    if begin == len(text):
        return False
    patterns, sentence = _patterns(lexicon), text[begin : span_holding(sentences(text), begin)[1]].lstrip("([")
    rights = patterns.contradicting.match(sentence) and not patterns.attributed.search(sentence)
    if rights or patterns.next_sentence.match(sentence) or patterns.later.match(sentence):
        return True
    if patterns.verdict.match(sentence) or patterns.doubted.match(sentence):
        return True
    saying = text[slice(*span_holding(sentences(text), end - 1))]
    return _recounts(saying, sentence, patterns) or sets_facts_against(saying, sentence, lexicon)


def _recounts(saying: str, sentence: str, patterns: _Patterns) -> bool:
    """Whether a sentence gives another number of what a saying counts, with its verb: “… owns 140. It owns 90.”."""
    count, is_counted = patterns.recounted.match(sentence), any(character.isdigit() for character in saying)
    if is_counted and patterns.limited.match(sentence):
        return True
    if count is None or not is_counted:
        return False
    return count["verb"] in saying.split() and count["number"].rstrip(".") not in saying
