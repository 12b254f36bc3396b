"""Whether a saying hangs on another clause and is told as a fact with it.

“The firms met, with Orr saying …”, “prices fell when Orr said …”, “a letter from Ann Orr, who said …”.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_document
from digests.lines.reporting.clauses import states
from digests.lines.reporting.narrator.other_tenses import sets_back
from digests.lines.reporting.narrator.scenes import is_of_stage
from digests.lines.reporting.patterns import checks
from digests.lines.reporting.sentence.parts import Parts
from digests.text.whole_words import has_words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_NAME_LAST = re.compile(r"(?:[A-Z][\w’'.-]+\s+(?P<last>[A-Z][\w’'-]+)|(?P<parted>[A-Z][\w’'-]+),)\s+$")


class _Patterns(NamedTuple):
    accompanied: re.Pattern[str]  #: a clause, a comma and “with”
    dated: re.Pattern[str]  #: a clause and “when”
    told_within: re.Pattern[str]  #: a clause, a speech or a letter in it, and “in which”
    no_fact: re.Pattern[str]  #: in such a clause, that its verb or a word of its own does not let the saying stand
    pointing: re.Pattern[str]  #: a clause that tells what to think of the saying: “It was a lie when”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    frames, grammar, retractions = lexicon.frames, lexicon.grammar, lexicon.retractions
    sayings = either(lexicon.calendar.sayings & lexicon.circumstances.occasions)
    clause = r"(?P<clause>[^?!;:]*[\w”\"’)%])"
    embedding = either(grammar.complementizers, lexicon.reporting.reporting.finite, frames.questions)
    doubting = either(retractions.misspeaking, retractions.rulings, retractions.unmeant, frames.unproven)
    return _Patterns(
        accompanied=re.compile(rf"{clause},\s+(?:{either(frames.accompanying)})\s+$"),
        dated=re.compile(rf"{clause},?\s+(?:{either(frames.past_times)})\s+$"),
        told_within=re.compile(
            rf"(?P<clause>[^?!;:]*\b(?:{sayings})\b[^?!;:,]*),?\s(?:{either(frames.told_within)})\s+$"
        ),
        no_fact=re.compile(rf"\b(?:{embedding}|{doubting})\b", re.IGNORECASE),
        pointing=re.compile(
            rf"\W*(?:{either(grammar.neuter_pronouns, grammar.demonstratives)})\b"
            rf"|(?:.*[,;]\s)?\W*(?:{either(frames.supposing)})\b",
            re.IGNORECASE,
        ),
    )


def is_accompanying(parts: Parts, start: int) -> bool:
    """Whether somebody is saying something while another clause goes on: “The firms met, with Orr saying …”."""
    return parts.cue_word in parts.lexicon.reporting.reporting.gerunds and _is_factual(
        _patterns(parts.lexicon).accompanied, parts, start
    )


def is_attached(parts: Parts, start: int) -> bool:
    """Whether a clause with its own subject says when something was, or who somebody is, by what they said."""
    return _is_dated(parts, start) or _is_of_named(parts, start)


def _is_dated(parts: Parts, start: int) -> bool:
    """“Prices fell when the firm said …”, “a speech in which Orr said …”: of a verb that can only be past."""
    if not sets_back(parts.cue_word, parts.lexicon):
        return False
    lead, patterns = parts.text[start : parts.source[0]], _patterns(parts.lexicon)
    is_pronoun = parts.text[slice(*parts.source)].lower() in parts.lexicon.grammar.third_subjects
    if is_pronoun and not _is_named(parts, lead):
        return False
    if _is_factual(patterns.dated, parts, start):
        return True
    return not checks(parts.lexicon).undone.search(lead) and _is_factual(patterns.told_within, parts, start)


def _is_named(parts: Parts, lead: str) -> bool:
    """Whether a clause before a pronoun names the claimant, by the last name: “Orr spoke at length when he said”."""
    return has_words(parts.claim.claimant.name.split()[-1], lead)


def _is_factual(pattern: re.Pattern[str], parts: Parts, start: int) -> bool:
    """Whether a clause of fact stands before a conjunction of it, and supposes, tells or judges nothing."""
    words, lexicon = pattern.fullmatch(parts.text, start, parts.source[0]), parts.lexicon
    if words is None or is_document(parts.claim, lexicon):
        return False
    clause, patterns, no = words["clause"], _patterns(lexicon), checks(lexicon)
    if no.supposed.search(clause) or patterns.no_fact.search(clause) or patterns.pointing.match(clause):
        return False
    return states(clause.strip(), lexicon) and not is_of_stage(clause, lexicon)


def _is_of_named(parts: Parts, start: int) -> bool:
    """“A letter from Ann Orr who said …”, but not “they were fined by Ann Orr who said they …”, of others."""
    grammar, head = parts.lexicon.grammar, _QUOTED.sub(" ", parts.text[start : parts.source[0]])
    name = _NAME_LAST.search(head)
    if name is None or parts.text[slice(*parts.near_source)].lower() not in grammar.personal_relatives:
        return False
    if parts.after is None or parts.text[slice(*parts.after)].split()[0].lower() in grammar.third_subjects:
        return False
    last = name["last"] or name["parted"]
    return last in parts.claim.claimant.name.split() and not checks(parts.lexicon).undone.search(head)
