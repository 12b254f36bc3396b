"""Which of the words that were taken for a claim's are its speaker's own."""

from __future__ import annotations

import functools
import re

from digests.attribution.repairs.roles import role_begins
from digests.lexicon import Lexicon, either
from digests.lines.finite_verbs import finite_verbs, is_finite
from digests.lines.meaning.phrases import leaves_choice
from digests.lines.meaning.turns import leads_to_question
from digests.lines.passages import is_relative
from digests.lines.people.claimant_nouns import is_person
from digests.lines.reporting.clauses import begins_condition
from digests.lines.reporting.narrator.appositions import is_apposition
from digests.lines.reporting.narrator.counterfacts import holds_own_evidence
from digests.lines.reporting.narrator.glosses import expectation_begins, explained, mocks
from digests.lines.reporting.narrator.judgements import stirs
from digests.lines.reporting.narrator.other_tenses import is_of_other_tense, sets_back
from digests.lines.reporting.narrator.tails import anothers_part
from digests.lines.reporting.one_saying import of_one_saying
from digests.lines.reporting.retractions import lets_not_stand, says_otherwise, takes_back
from digests.lines.reporting.shared_sources import another_says
from digests.lines.reporting.speech_ends import contrasts, narrator_begins
from digests.models import Claim, Span
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_CONTINUED = 3  #: characters behind a content that may be its closing mark and a point
_TOPIC = 12  #: characters before a fragment in which a preposition may stand
_PUT_IN = re.compile(r"(?:\s[–—-]\s|\(|;\s)[^–—(;]*$")  #: what a narrator may put in at the end
_BEHIND = 200  #: characters behind a content in which it is told whose they are
_TIME = 3  #: words that tell when somebody spoke, behind “who”
_QUESTION = re.compile(r"[^.!]*\?", re.DOTALL)


@functools.cache
def _topic(lexicon: Lexicon) -> re.Pattern[str]:
    """A preposition at the end."""
    return re.compile(rf"\b(?:{either(lexicon.clauses.topics)})\s+$")


def own_words(claim: Claim, text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The content up to where the narrator or another speaker goes on; nothing where that takes back what was said.

    Nor is anything left where a condition stands behind the content, which a line would lose.
    """
    fragments = _joined(claim.attribution.content, claim, text, lexicon)
    spans = _without_others(fragments, claim, text, lexicon)
    end, last = spans[-1][1], fragments[-1][1]
    end = end if len(fragments) == 1 or claim.mode == "direct" else min(end, fragments[-2][1])
    following = text[last : span_holding(sentences(text), last - 1)[1]]
    is_lost = (
        takes_back(text[end:last], lexicon)
        or _then_says(lexicon).match(text, end, last) is not None
        or (claim.mode != "direct" and _came_true(lexicon).search(text[spans[-1][0] : last] + following))
        or _is_set_right(text[spans[-1][0] : end], claim, lexicon)
        or any(begins_condition(rest, lexicon) for rest in (text[end:last], following))
        or another_says(text[spans[-1][0] : last], following, last, claim, lexicon)
        or (_is_relative(claim, text, lexicon) and _says_anew(claim, text, following, lexicon))
        or holds_own_evidence(following, lexicon)
        or any(says_otherwise(text, place, lexicon) for place in (end, last))
        or (claim.mode != "direct" and _contrast(lexicon).match(text, end, last) is not None)
        or leads_to_question(text[spans[-1][1] : last] + following, lexicon)
        or (claim.mode != "direct" and _cited(lexicon).match(text, spans[0][0]) is not None)
        or (claim.mode != "direct" and stirs(lexicon).match(text, spans[0][0]) is not None)
        or (claim.mode != "direct" and lets_not_stand(text[spans[-1][0] : last] + following, lexicon))
    )
    return () if is_lost or leaves_choice(text[spans[-1][0] : end], text[end:last] + following, lexicon) else spans


def asks_back(words: str) -> bool:
    """Whether indirect words end as the narrator's own question, as “or did it?” does."""
    return _QUESTION.fullmatch(words) is not None


def _is_set_right(words: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether indirect words end with what takes them back, “… – it had not”, or hold what a narrator puts in."""
    if claim.mode == "direct":
        return False
    last = _PUT_IN.search(words)
    return (
        mocks(words, lexicon)
        or bool(last and takes_back(last.group(), lexicon))
        or _aside_first(lexicon).match(words) is not None
    )


@functools.cache
def _aside_first(lexicon: Lexicon) -> re.Pattern[str]:
    """What a narrator puts before “that”: “without a shred of proof, that …”, “and nobody laughed, that …”."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    prepositions = either(
        grammar.prepositions, grammar.longer_prepositions, lexicon.frames.supposing, grammar.coordinators,
        hedges.concessions, hedges.conditions, lexicon.retractions.unmeant,
    )  # fmt: skip
    another_tells = (
        rf"(?:[\w’'-]+\s+){{1,5}}?(?:{either(lexicon.reporting.plain.finite)})"  # “her son told the paper, that …”
    )
    return re.compile(
        rf"(?:(?:{prepositions})\b|{another_tells}\b)[^,“”]*(?:,|\s[–—-])\s+(?:{either(grammar.complementizers)})\b"
    )


def _joined(spans: tuple[Span, ...], claim: Claim, text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The content with what stands between its fragments where that is neither source nor cue nor a relative clause."""
    citation = claim.attribution.citation
    fragments = [spans[0]]
    for start, end in spans[1:]:
        last = fragments[-1][1]
        apart = (
            any(last <= a < start for a, _ in citation)
            or "\n" in text[last:start]
            or not re.search(r"\w", text[last:start])
            or is_relative(text[last:start], lexicon)
        )
        if apart:
            fragments.append((start, end))
        else:
            fragments[-1] = (fragments[-1][0], end)
    return tuple(fragments)


def _without_others(spans: tuple[Span, ...], claim: Claim, text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The content less what the narrator or another speaker says at its end."""
    start, end = spans[-1]
    if claim.mode == "direct":
        return of_one_saying(spans, text, lexicon)
    if _is_relative(claim, text, lexicon) and (main := _outer_verb(lexicon).search(text, start, end)):
        return (*spans[:-1], (start, main.start()))
    if _is_relative(claim, text, lexicon) and (place := _outer_rest(claim, text, (start, end), lexicon)):
        return (*spans[:-1], (start, place))
    if len(spans) > 1 and _is_narrators(spans, text, lexicon):
        return spans[:-1]
    role = role_begins(text[start:end], lexicon) if _is_before_source(end, claim, text) else None
    if role is not None:
        return (*spans[:-1], (start, start + role))
    is_ahead = any(first < start for first, _ in claim.attribution.source)
    is_past = is_ahead and sets_back(claim.cue, lexicon)
    cut = narrator_begins(text[start:end], lexicon, speaker_ahead=is_ahead, is_past=is_past)
    for ends in (_names_speaker, explained, expectation_begins):
        cut = ends(text[start:end], claim, lexicon) if cut is None else cut
    if cut is None and not any(first >= end for first, _ in claim.attribution.source):
        cut = anothers_part(text[start:end], text[end : end + _BEHIND], lexicon)
    return spans if cut is None else (*spans[:-1], (start, start + cut))


def _is_narrators(spans: tuple[Span, ...], text: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind the speaker is a contrast, a topic, an explanation or another's sentence."""
    start, end = spans[-1]
    return (
        contrasts(text[start:end], lexicon)
        or _is_topic(text, start, lexicon)
        or is_apposition(spans, text, lexicon)
        or is_of_other_tense(text[slice(*spans[-2])], text[start:end], lexicon)
        or ";" in text[start - _CONTINUED : start]  # “…, organisers said; police gave no figure”
    )


def _is_relative(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody speaks in a relative clause: “Olsen, who says …, was wrong”."""
    source, cue = claim.attribution.source, claim.attribution.cue
    if not source or not cue or source[0][0] > cue[0][0]:
        return False
    words = text[source[0][0] : cue[0][0]].replace(",", " ").lower().split()
    relatives = [i for i, word in enumerate(words) if word in lexicon.reporting.subject_relatives]
    rest = words[relatives[-1] + 1 :] if relatives else words[:1]
    return bool(relatives) and len(rest) <= _TIME and not any(is_finite(word, lexicon) for word in rest)


@functools.cache
def _cited(lexicon: Lexicon) -> re.Pattern[str]:
    """A quotation with whoever says it behind it, at the beginning: ““…”, said Holm; she …”."""
    return re.compile(
        rf"[“\"][^“”\"]*[”\"],?\s+(?:{either(lexicon.verbs.inverted)})\s+(?:[a-z]+\s+){{0,2}}[A-Z][^;.“”\"\n]*;"
    )


@functools.cache
def _came_true(lexicon: Lexicon) -> re.Pattern[str]:
    """At the end, a narrator's word that it came about, so that its day is past: “if it lost on Sunday, as it did”."""
    grammar = lexicon.grammar
    joints = either(lexicon.narration.narrating_joints)
    time = rf"(?:{either(grammar.prepositions, lexicon.counterfacts.by_then)})\s+(?:\w+\s+){{1,3}}?"
    subjects, verbs = (
        either(grammar.third_subjects, lexicon.descriptions.picked),
        either(grammar.finite_auxiliaries, grammar.do_finite),
    )
    return re.compile(
        rf"(?:,\s+(?:(?:{either(grammar.comparing)})\s+|(?:{joints})\s+(?:{time})?)|\s+(?:{joints})\s+{time})"
        rf"(?:\w+\s+)?(?:{subjects}|\d+)\s+(?:\w+\s+)?(?:{verbs})(?:\s+(?:{either(lexicon.hedges.verb_negations)}))?[.\s]*$"
    )


@functools.cache
def _contrast(lexicon: Lexicon) -> re.Pattern[str]:
    """A second predicate against the first, without which that says more: “he could leave | but was loath to”."""
    grammar = lexicon.grammar
    contrasts = either(lexicon.counterfacts.contrasts & grammar.coordinators)
    deeds = rf"\w+ed\b|(?:{either(grammar.past_participles)})\b"
    return re.compile(
        rf"\s+(?:{contrasts})\s+(?:{either(grammar.be_finite)})\s+(?!{deeds})[a-z]+\s+(?:{either(grammar.infinitive_markers)})\b"
    )


@functools.cache
def _then_says(lexicon: Lexicon) -> re.Pattern[str]:
    """Behind what was said, that its speaker said something else: “…, then that it was not”."""
    joints, moments = either(lexicon.grammar.coordinators), either(lexicon.retractions.revising_adverbs)
    return re.compile(rf"[,;]?\s+(?:(?:{joints})\s+)?(?:{moments})\s+(?:{either(lexicon.grammar.complementizers)})\b")


def _says_anew(claim: Claim, text: str, following: str, lexicon: Lexicon) -> bool:
    """Whether behind a relative clause its speaker says something else: “…, now says it was”, “which had …, said …”."""
    anew = _anew(lexicon).match(following)
    is_earlier = not lexicon.narration.before_past.isdisjoint(claim.attribution.citing_words(text).lower().split())
    return anew is not None and (is_earlier or anew["moment"] is not None)


@functools.cache
def _anew(lexicon: Lexicon) -> re.Pattern[str]:
    words, grammar = lexicon.reporting, lexicon.grammar
    moments = either(lexicon.narration.told_moments, lexicon.retractions.revising_adverbs)
    return re.compile(
        rf",\s+(?:(?:{either(grammar.have_finite)})\s+)?(?:(?P<moment>{moments})\s+)?"
        rf"(?:{either(words.plain.finite, words.plain.participles)})\b"
    )


@functools.cache
def _outer_verb(lexicon: Lexicon) -> re.Pattern[str]:
    """Where, behind a relative clause, the verb of the sentence comes."""
    grammar = lexicon.grammar
    helping, now = either(grammar.finite_auxiliaries, grammar.modals), either(lexicon.retractions.revising_adverbs)
    return re.compile(rf",\s+(?:(?:{helping})\b|(?:{now})\s+[a-z])")


def _outer_rest(claim: Claim, text: str, span: Span, lexicon: Lexicon) -> int | None:
    """Where, behind a relative clause of whom its sentence does something to, the rest of that stands with no verb.

    “A jury found Bo, who said she slept, | not guilty.”
    """
    source = claim.attribution.source[0][0]
    ahead = text[span_holding(sentences(text), source)[0] : source]
    comma = text.rfind(", ", *span)
    if comma < 0 or not finite_verbs(ahead, lexicon) or finite_verbs(text[comma : span[1]], lexicon):
        return None
    return comma


def _names_speaker(words: str, claim: Claim, lexicon: Lexicon) -> int | None:
    """Where a clause begins that has the speaker's own name for its subject, as only a narrator tells it."""
    name = claim.claimant.name.rsplit(" ", 1)
    if len(name) == 1 or name[1] not in words or not is_person(claim, lexicon):
        return None
    joints = either(lexicon.grammar.coordinators, lexicon.frames.conceding, lexicon.hedges.concessions)
    match = re.search(rf",\s+(?:{joints})\s+(?:\w+\s+)?{re.escape(name[1])}\s+[a-z]", words)
    return match.start() if match else None


def _is_topic(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a fragment only says of what somebody spoke: “…,” she said about the flood."""
    return bool(_topic(lexicon).search(text[max(0, start - _TOPIC) : start]))


def _is_before_source(end: int, claim: Claim, text: str) -> bool:
    """Whether a content ends right before its source, whose role it may have taken: “…, promoter Kim Dale said”."""
    return any(
        0 <= start - end <= _CONTINUED and not text[end:start].strip(" ,") for start, _ in claim.attribution.source
    )
