"""Where a speaker's words end within what was taken for them: the narrator, another speaker or a role goes on."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite_verbs import is_finite
from digests.lines.protected_words import is_negated
from digests.lines.reporting.clause_ends import ends_badly
from digests.lines.reporting.clauses import inner_openings, states
from digests.lines.reporting.narrator.gapped import gapped
from digests.lines.reporting.narrator.glosses import gloss_begins
from digests.lines.reporting.narrator.other_tenses import other_tense
from digests.lines.reporting.narrator.tails import narrator_tail

#: No longer one: a text in which none is closed would take for ever.
_QUOTATION = re.compile(r"[“\"][^”\"]{0,1500}[”\"]|''.{0,1500}?''")


class _Patterns(NamedTuple):
    correction: re.Pattern[str]  #: behind what is denied, what is so instead: “but rather …”
    doubted: re.Pattern[str]  #: a short contrast in the present at the end: “, but it does”
    narrator: re.Pattern[str]  #: where the narrator, or another speaker, goes on
    granting: re.Pattern[str]  #: “may seem”, of what is granted before the point
    turn: re.Pattern[str]  #: “, but”
    asking_on: re.Pattern[str]  #: “… and urged people to stay”, where no verb stands before the joint that it may share
    saying_on: re.Pattern[str]  #: “… and declared last year that”, without a subject
    present: re.Pattern[str]  #: an auxiliary in the present
    second_speaker: re.Pattern[str]
    contrast: re.Pattern[str]
    countered: re.Pattern[str]  #: behind a speaker, a contrast with a verb: “, but records show”, “; the crew say”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.narration
    joint = either(grammar.coordinators & lexicon.hedges.exceptions)
    turning = either(lexicon.lines.leads, lexicon.circumstances.adverbs, lexicon.turns.turning)
    aside = rf"(?:(?:,?\s+(?:{turning})\b,?|\s+\w+ly))?"  # “but, however, | urged”
    return _Patterns(
        correction=re.compile(
            rf",?\s+(?:{either(lexicon.hedges.exceptions)})\s+(?:{either(lexicon.turns.correcting)})\b"
        ),
        doubted=_doubted(lexicon),
        narrator=_narrator(lexicon),
        granting=re.compile(
            rf"\b(?:{either(lexicon.hedges.hedging_modals)})\s+(?:{either(lexicon.verbs.appearing)})\b", re.IGNORECASE
        ),
        turn=re.compile(rf"[\s,;–—-]*(?:{either(lexicon.hedges.exceptions)})\b"),
        asking_on=re.compile(
            rf"(?:(?P<group>\b(?:{either(grammar.be_finite, grammar.be_other)})\s+(?:\w+ly\s+)?)?"
            rf"(?P<verb>(?<![\w-])[\w-]+)),?"
            rf"\s+(?:{either(words.narrating_joints)}){aside}\s+(?:{either(words.asking_on)})\s"
        ),
        saying_on=re.compile(
            rf",?\s+(?:{either(words.narrating_joints)})\s+(?:\w+ly\s+|(?:{either(lexicon.circumstances.adverbs)})\s+)?"
            rf"(?:{either(lexicon.reporting.judging & lexicon.reporting.reporting.participles)})\b"
            rf"(?!\s+(?:{either(lexicon.sources.agents, grammar.infinitive_markers)})\b)(?=\s+\w)"
        ),
        present=re.compile(
            rf"\b(?:{either(words.present_auxiliaries, grammar.modals - lexicon.hedges.hedging_modals)})\b"
        ),
        second_speaker=_second_speaker(lexicon),
        contrast=re.compile(
            rf"\s*(?:(?:{joint})\b(?!\s+(?:{either(lexicon.turns.exchanging)}|{_own_limit(lexicon)})\b)"
            rf"|(?:{either(words.telling_how)})\s+\w+ing\b)",
            re.IGNORECASE,
        ),
        countered=re.compile(
            rf"\s*(?:(?:,|\s[–—-])\s+(?:{either(lexicon.hedges.exceptions, lexicon.hedges.concessions)})|;)"
            rf"(?:\s+[\w’'-]+){{3,}}"
        ),
    )


def _own_limit(lexicon: Lexicon) -> str:
    """Behind “but”, that it is no clause of another's but what the speaker limits: “only to families”, “not by car”."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    small = either(grammar.prepositions, grammar.longer_prepositions, grammar.settings, lexicon.frames.conditions)
    return rf"(?:{either(hedges.restrictions, hedges.verb_negations)})\s+(?:{small})"


def _narrator(lexicon: Lexicon) -> re.Pattern[str]:
    """What begins behind a speaker's words and is somebody else's: “but offered few details”, “while police said”."""
    grammar, words = lexicon.grammar, lexicon.narration
    persons = either(grammar.third_subjects - grammar.neuter_pronouns)
    subject = rf"(?:{persons}|(?:[\w’'.-]+\s+){{0,5}}[\w’'.-]+)"
    joints = either(grammar.coordinators & words.narrating_joints, grammar.settings, lexicon.hedges.concessions)
    judging, no_judgement = either(lexicon.reporting.judging), either(lexicon.reporting.no_judgement)
    contrasting = either(lexicon.frames.conceding, lexicon.hedges.concessions)
    deeds = either(grammar.past_forms - grammar.be_finite - grammar.have_finite - grammar.modals)
    verbs = rf"(?:\w+ly\s+)?(?:{judging})\b(?!\s+(?:{no_judgement})\b)"
    no_amount = "".join(
        rf"(?<!\b{amount})" for amount in sorted(lexicon.lines.amounts | lexicon.lines.closely)
    )  # “as much as he hoped”
    return re.compile(
        rf"(?:,|\s(?:[–—]|--?))?\s+(?:{either(words.narrating)})\b.*"
        rf"|,?\s+(?:{either(grammar.doubtful_reasons, grammar.settings, grammar.relative_adverbs)})\s+{subject}\s+"
        rf"(?:(?:{either(words.attending)})(?=\s+(?:{either(grammar.prepositions)})\b|[\s.]*$)"
        rf"|(?:{either(words.pressing)})\s+"
        rf"(?:{either(grammar.object_pronouns, grammar.object_possessives)})\b).*"
        rf"|,?\s+(?:{either(grammar.holding)})\s+(?:{either(grammar.free_relatives)})\s+(?:[\w’'-]+\s+){{1,4}}(?:{either(lexicon.reporting.calling)})\b.*"
        rf"|(?:,|;|\s[–—-])?{no_amount}\s+(?:{either(grammar.doubtful_reasons)}) (?:{persons})\s+(?:\w+ed|{deeds})\b.*"
        rf"|(?:,|;|\s[–—-])\s+(?:{joints})\s+{subject}\s+{verbs}.*"
        rf"|,\s+(?:{contrasting})\s+{subject}\s+(?:{either(words.asking_on)})\b.*|;\s+{subject}\s+{verbs}.*"
        rf"|,\s+(?:{either(lexicon.hedges.exceptions)})\s+(?:{either(grammar.demonstratives)})\s+"
        rf"(?:{either(words.present_auxiliaries, grammar.modals - lexicon.calendar.past_ahead)})\b.*"
        rf"|\s[–—―]\s+(?:{either(words.narrating_joints)})\b(?!.*\s[–—―]\s).*"
        rf"|(?<=[a-z])(?:[–—]|--?)(?:{either(grammar.articles, grammar.hanging_relatives)})\s(?!.*(?:[–—]|--)).*"
        rf"|(?:,|\s[–—-])\s+(?:{either(lexicon.frames.granting)})\b.*"
        rf"|,\s+(?:{either(words.commenting)})\s[^,]*$",
        re.IGNORECASE | re.DOTALL,
    )


def _second_speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """Another speaker without a comma: “… and engineer Alan Poe said”, “and most of the towns have argued”."""
    grammar, words = lexicon.grammar, lexicon.narration
    groups = either(lexicon.claimants.counting, lexicon.numbers.quantifiers)
    inner = rf"(?!(?:{inner_openings(lexicon)}|{either(grammar.subjects)})\b)"
    other_speaker = (
        rf"(?:(?:{either(grammar.articles)}|{groups})\s+[\w’'-]+|[A-Z][\w’'.-]+|[a-z]+(?=\s+[A-Z]))"
        rf"(?:\s+{inner}[\w’'.-]+){{0,5}}?"
    )
    adverbs = rf"(?:\w+ly|{either(lexicon.circumstances.adverbs, lexicon.retractions.ruling_adverbs)})"
    judging, no_judgement = either(lexicon.reporting.judging, words.asking_on), either(lexicon.reporting.no_judgement)
    return re.compile(
        rf"\s+(?:{either(words.narrating_joints, lexicon.frames.conceding)})\s+{other_speaker}\s+"
        rf"(?:(?:{either(grammar.have_finite)})\s+)?(?:{adverbs}\s+)?(?:{judging})\b(?!\s+(?:{no_judgement})\b)"
    )


def _doubted(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, words = lexicon.grammar, lexicon.narration
    joints = either(grammar.coordinators & words.narrating_joints)
    subjects, verbs = either(grammar.third_subjects, grammar.demonstratives), either(words.present_auxiliaries)
    return re.compile(
        rf",\s+(?:{joints})\s+(?:{subjects})(?:[’']s|\s+(?:{verbs}))"
        rf"(?:\s+(?:{either(lexicon.hedges.negations)}))?[\s.]*$",
        re.IGNORECASE,
    )


def narrator_begins(words: str, lexicon: Lexicon, *, speaker_ahead: bool = True, is_past: bool = False) -> int | None:
    """Where the narrator or another speaker goes on within indirect words; none where nobody does.

    Where the speaker is named behind the words, no verb among them can be theirs; `is_past` tells that the cue is.
    """
    plain = _QUOTATION.sub(lambda quotation: "“" + "x" * (len(quotation.group()) - 2) + "”", words)
    places = [match.start() for match in [_patterns(lexicon).narrator.search(plain)] if match]
    finders = [_asks_on, _another_speaks, _another_left_verbless, gloss_begins]
    finders += [_says_on] if speaker_ahead else []
    tail = narrator_tail(plain, lexicon, speaker_ahead=speaker_ahead)
    places += filter(
        None, [tail, *(find(plain, lexicon) for find in finders), other_tense(plain, lexicon, is_past=is_past)]
    )
    return min((place for place in places if _may_end(words, place, lexicon)), default=None)


def _may_end(words: str, place: int, lexicon: Lexicon) -> bool:
    """Whether what stands before a place may be all that was said: not “found that”, nor “not to hide it” before “but”.

    What is denied, or “may seem” so, is set right behind “but” by the same speaker, and that is no deed. Nor does it
    end within a bracket.
    """
    head = words[:place]
    if head.rfind("(") > head.rfind(")"):
        return False
    patterns = _patterns(lexicon)
    corrects = is_negated(head, lexicon) and patterns.correction.match(words, place)
    corrects = corrects or (patterns.granting.search(head) and patterns.turn.match(words, place))
    return len(head.split()) > 1 and not ends_badly(head, lexicon) and not corrects


def _asks_on(words: str, lexicon: Lexicon) -> int | None:
    """Where “and urged” may have the speaker for its subject, rather than that of the words; none where it may not."""
    for match in _patterns(lexicon).asking_on.finditer(words):
        shares_object = not match["group"] and match["verb"].islower() and is_finite(match["verb"], lexicon)
        if not shares_object and states(words[: match.end("verb")], lexicon):
            return match.end("verb")
    return None


def _says_on(words: str, lexicon: Lexicon) -> int | None:
    """Where “and said” has the speaker for its subject, as a clause in the present before it shows; none elsewhere."""
    for match in _patterns(lexicon).saying_on.finditer(words):
        head = words[: match.start()]
        if _patterns(lexicon).present.search(head) and states(head, lexicon):
            return match.start()
    return None


def _another_speaks(words: str, lexicon: Lexicon) -> int | None:
    """Where, behind a statement, a second speaker says something; none where nobody does."""
    starts = (match.start() for match in _patterns(lexicon).second_speaker.finditer(words))
    return next((start for start in starts if states(words[:start], lexicon)), None)


def _another_left_verbless(words: str, lexicon: Lexicon) -> int | None:
    """Where, behind a statement, another's begins whose verb of saying is left out; none where none does."""
    starts = (match.start() for match in gapped(lexicon).finditer(words))
    return next((start for start in starts if states(words[:start], lexicon)), None)


def doubted_at_end(words: str, lexicon: Lexicon) -> bool:
    """Whether words end with a short contrast in the present, which may be the narrator's: “…, but it is not”."""
    return bool(_patterns(lexicon).doubted.search(words))


def contrasts(words: str, lexicon: Lexicon) -> bool:
    """Whether words behind the speaker set another view against what was said: “…, X said, but engineers disagree”."""
    return bool(_patterns(lexicon).contrast.match(words))


def is_countered(words: str, lexicon: Lexicon) -> bool:
    """Whether words behind a speaker who is named last set another's view against it: “, but records show …”."""
    return _patterns(lexicon).countered.match(words) is not None
