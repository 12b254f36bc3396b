"""What a narrator makes of a speaker's words at their end: “…, given his earlier remarks”, “… despite being old”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_person
from digests.models import Claim
from digests.text.quotations import MARKED_WORDS


def gloss_begins(words: str, lexicon: Lexicon) -> int | None:
    """Where, behind indirect words, a narrator's gloss begins; none where there is none."""
    of_others = () if _of_themselves(lexicon).match(words) else (_concession(lexicon),)
    places = [match.start() for match in (gloss.search(words) for gloss in (*_glosses(lexicon), *of_others)) if match]
    return min(places, default=None)


@functools.cache
def _glosses(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    grammar, words = lexicon.grammar, lexicon.narration
    own_past = rf"(?:{either(grammar.third_possessives)})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{either(words.raked_up)})"
    parting = r"(?:,|\s(?:[–—]|--?))"
    small = either(grammar.prepositions, grammar.infinitive_markers, words.conveying)
    return (
        # “…, especially given his earlier remarks”
        re.compile(rf",?\s+(?:\w+ly\s+)?(?:{either(words.held_against)})\s+{own_past}\b"),
        # “… “plain talk” – essentially her slogan”
        re.compile(rf"(?<=”){parting}\s+(?:{either(words.glossing)})\s[^,;]*(?=;|$)"),
        re.compile(rf"{parting}\s+(?:{either(words.surmising)})\s+(?:{small})\s[^,;]*$"),
        _time_of_saying(lexicon),
    )


def _time_of_saying(lexicon: Lexicon) -> re.Pattern[str]:
    """When and where somebody spoke, with the day: “… during a hearing Monday”, “… on Monday's broadcast of “Talk””."""
    grammar, days = lexicon.grammar, either(lexicon.calendar.weekdays)
    occasions = either(lexicon.narration.speaking_occasions)
    dated = either(lexicon.calendar.on_dates)
    return re.compile(
        rf"\s+(?:{either(lexicon.narration.speaking_at)})\s+(?:(?:{either(grammar.indefinite_articles)})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{occasions})\s+"
        rf"(?:(?:{dated})\s+)?(?:{days})|(?:{days})[’']s\s+(?:{occasions})(?:\s+(?:{either(grammar.genitives)})\s.*)?)[\s.]*$",
        re.IGNORECASE,
    )


@functools.cache
def _of_themselves(lexicon: Lexicon) -> re.Pattern[str]:
    """Words whose subject may be the speaker, who then concedes what follows: “he voted for Holm despite being old”."""
    persons = either(lexicon.grammar.subjects - lexicon.grammar.neuter_pronouns)
    return re.compile(rf"(?:(?:{either(lexicon.grammar.complementizers)})\s+)?(?:{persons})\b", re.IGNORECASE)


@functools.cache
def _concession(lexicon: Lexicon) -> re.Pattern[str]:
    """What is so of somebody and speaks against what was said: “Holm was no judge despite being elected”."""
    states = either(lexicon.grammar.be_gerund, lexicon.grammar.have_other)
    return re.compile(rf"\s+(?:{either(lexicon.narration.against_all)})\s+(?:{states})\s[^,;]*$")


def explained(words: str, claim: Claim, lexicon: Lexicon) -> int | None:
    """Where behind what papers or polls show a narrator tells why, or of a place: “…, where both were born”."""
    cue = claim.cue.lower().rpartition(" ")[2]
    if is_person(claim, lexicon) or not lexicon.deeds.showing.hold(cue):
        return None
    match = _explanation(lexicon).search(words)
    return match.start() if match else None


@functools.cache
def _explanation(lexicon: Lexicon) -> re.Pattern[str]:
    grammar = lexicon.grammar
    places = either(grammar.relative_adverbs & grammar.hanging_relatives)
    reasons, persons = either(grammar.reasons - lexicon.calendar.spanning), either(grammar.third_subjects)
    return re.compile(rf"\s+(?:{reasons})\s+(?:{persons})\s[^“”\"]*$|,\s+(?:{places})\s[^,;“”\"\d]*$")


def expectation_begins(words: str, claim: Claim, lexicon: Lexicon) -> int | None:
    """Where behind somebody's words a narrator tells what is expected of them: “…, and he’s not expected to leave”."""
    match = _expectation(lexicon).search(words) if is_person(claim, lexicon) else None
    return match.start() if match else None


@functools.cache
def _expectation(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, hedges = lexicon.grammar, lexicon.hedges
    joints, persons = either(grammar.coordinators), either(grammar.third_subjects - grammar.neuter_pronouns)
    present = either(grammar.be_finite - lexicon.calendar.past_auxiliaries)
    contracted = either(form[1:] for form in grammar.be_contracted)
    return re.compile(
        rf",?\s+(?:{joints})\s+(?:{persons})(?:[’'](?:{contracted})|\s+(?:{present}))\s+"
        rf"(?:(?:{either(hedges.negations)})\s+)?(?:{either(lexicon.verbs.supposed)})\s+"
        rf"(?:{either(grammar.infinitive_markers)})\s"
    )


def mocks(words: str, lexicon: Lexicon) -> bool:
    """Whether in indirect words a narrator smiles at what somebody tells of: “his not-quite-so-secret plan”."""
    mocking = _mocking(lexicon)
    return mocking.search(words) is not None and mocking.search(MARKED_WORDS.sub("", words)) is not None


@functools.cache
def _mocking(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.narration.mocking)})-[a-z]")
