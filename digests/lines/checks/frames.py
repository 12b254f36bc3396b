"""Whether the frame of a passage leaves what it tells a saying: the gate's own reading, by a short list of what may be.

It reads three stretches of the cue's sentence, and what follows: what leads up to whoever speaks, what stands between
them and their verb, and what takes it back. The first two may hold only what is known to leave a report plain.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claim
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import span_holding

_ASIDE = re.compile(r"\([^)]*\)|\s[—–-]\s[^—–]{1,260}\s[—–-]\s|—[^—]{1,260}—")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|''.*?''")
_LAST_WORD = re.compile(r"(?P<first>^\W*)?(?P<word>[\w’'.-]+)\s+$")
_HELD = "\N{BULLET}"  #: stands in a frame for what is said
_FEW_BETWEEN = r"(?:[\w’'-]+\s+){0,4}?"
_FEW = 14  #: words of a sentence that may say no more than that what stands before it is untrue


class _Patterns(NamedTuple):
    """What a frame may hold, and what it may not."""

    part: re.Pattern[str]  #: where a part of a sentence ends that has no say in the next
    hedge: re.Pattern[str]  #: an adverb beside a verb, which a line with that verb prints
    passive: re.Pattern[str]  #: a verb group whose subject undergoes what its verb says
    plain: re.Pattern[str]  #: all that may stand between a speaker and their verb
    progressive: re.Pattern[str]  #: what makes a finite verb of one in “-ing”
    leading: re.Pattern[str]  #: a word right before whoever speaks, which leaves them the subject
    unreal: re.Pattern[str]
    supposed: re.Pattern[str]  #: right before whoever speaks, or what is said
    aside: re.Pattern[str]  #: the same beside a speaker: “, if asked,”
    imagined: re.Pattern[str]  #: before a verb whose speaker stands behind it: “it might be said by”
    excepted: re.Pattern[str]  #: the same where somebody is left out: “everyone but”
    inverted: re.Pattern[str]  #: how a sentence begins that supposes something
    denied: re.Pattern[str]
    undone: re.Pattern[str]  #: behind a saying, that it is taken back, or hangs on something
    hanging: re.Pattern[str]  #: right behind a saying, on what it hangs
    untrue: re.Pattern[str]  #: in the sentence behind, that it does not stand
    second_speaker: re.Pattern[str]  #: within words, where somebody else speaks, counts or judges
    note: re.Pattern[str]
    read_aloud: re.Pattern[str]  #: that somebody gives what another wrote
    foreign: re.Pattern[str]  #: a quotation with its own speaker behind it
    relaying: re.Pattern[str]  #: a cue of somebody whom another quotes
    hearsay: re.Pattern[str]  #: a cue that another may have heard, which a line must print
    agent: re.Pattern[str]  #: between a verb and whoever speaks behind it
    issued: re.Pattern[str]  #: between a speaker and “saying”, that they gave out a document


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, hedges = lexicon.grammar, lexicon.frames, lexicon.hedges
    negative = either(hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures, hedges.scarcities)
    asking = words.questions - lexicon.reporting.cleft_openers - grammar.personal_relatives
    conditions = either(hedges.conditions, words.supposing, words.bare_conditions, asking)
    labels = either(lexicon.boilerplate.silent_labels, lexicon.sources.question_labels)
    papers = either(lexicon.claimants.documents, lexicon.deeds.messages)
    owners = either(grammar.third_possessives)
    undone = _undone(lexicon)
    return _Patterns(
        part=re.compile(rf"[,;:.—–?!“”\"\n{_HELD}]|\s-\s|--|''|\b(?:{either(grammar.coordinators)})\b"),
        hedge=re.compile(rf"\b(?:{either(lexicon.circumstances.hedging)})\b"),
        passive=re.compile(
            rf"\b(?:{either(grammar.be_finite, grammar.be_other - {'being'})})\b(?:\s+\w+ly)?\s+(?!\w+ing\b)\w+$"
        ),
        plain=re.compile(_plain(lexicon)),
        progressive=re.compile(rf"\b(?:{either(grammar.be_finite, grammar.be_other, grammar.settings)})\b"),
        leading=re.compile(_leading(lexicon), re.IGNORECASE),
        unreal=re.compile(rf"\b(?:{either(words.unreal, lexicon.retractions.unmeant)})\b", re.IGNORECASE),
        supposed=re.compile(rf"\b(?:{conditions})\b(?:\s+[\w’'-]+){{0,2}}\s*$", re.IGNORECASE),
        aside=re.compile(rf",\s+(?:{either(hedges.conditions, words.bare_conditions)})\b", re.IGNORECASE),
        imagined=re.compile(rf"\b(?:{either(grammar.modals)})\b[^,;.:]*$", re.IGNORECASE),
        excepted=re.compile(rf"\w\s+(?:{either(hedges.exceptions, grammar.coordinators & hedges.negations)})\s+$"),
        inverted=re.compile(rf"\W*(?:{either(words.inverted_conditions)})\b", re.IGNORECASE),
        denied=re.compile(rf"\b(?:{negative})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
        undone=re.compile(
            rf"{undone}|\b(?:{either(lexicon.retractions.taking_back, lexicon.retractions.unmeant)})\b", re.IGNORECASE
        ),
        read_aloud=re.compile(
            rf"\b(?:{either(lexicon.verbs.reading_aloud)})\b[^,.:;]*?(?:\w[’']s?\s+(?:\w+\s+)?(?:{papers})\b"
            rf"|\b(?:{papers})\s+(?:{either(lexicon.deeds.senders, lexicon.sources.owners)})\s(?!(?:{owners})\s))",
            re.IGNORECASE,
        ),
        hanging=re.compile(rf"[\s,;–—-]*(?:but\s+)?(?:{either(words.conditions)})\b", re.IGNORECASE),
        untrue=re.compile(rf"{_untrue(lexicon)}|{undone}|{_counted_anew(lexicon)}", re.IGNORECASE),
        second_speaker=re.compile(
            rf"(?:;|,\s+(?:{either(lexicon.narration.narrating_joints, grammar.settings, hedges.concessions)}))\s+"
            rf"(?:[\w’'.-]+\s+){{1,6}}?(?:{either(lexicon.reporting.judging)})\b(?!\s+(?:{either(lexicon.reporting.no_judgement)})\b)"
        ),
        note=re.compile(rf"(?:{either(lexicon.boilerplate.notes)})\b|(?:{labels})\s*[:|]", re.IGNORECASE),
        foreign=re.compile(rf"^“[^”]*”,?\s+(?:{either(lexicon.verbs.inverted)})\s+(?:[a-z]+\s+){{0,2}}[A-Z]"),
        relaying=re.compile(rf"\b(?:{either(lexicon.verbs.relayed)})\b"),
        hearsay=re.compile(rf"\b(?:{either(lexicon.verbs.reported_to)})\b"),
        issued=re.compile(
            rf"[\s,]*(?:{either(lexicon.verbs.issuing, lexicon.verbs.sending)})\s+(?:{either(grammar.articles)})\s+"
            rf"(?:[\w’'-]+\s+){{0,3}}?(?:{either(lexicon.claimants.documents, lexicon.deeds.messages)})\s+"
            rf"(?:(?:{either(grammar.infinitive_markers)})\s|(?i:{_times(lexicon)}|{either(lexicon.circumstances.places)})\b)?[^,;:]*"
        ),
        agent=re.compile(rf"[\s,]*(?:(?:{either(lexicon.sources.agents, grammar.infinitive_markers)})\s+)?"),
    )


def _undone(lexicon: Lexicon) -> str:
    """That a saying is withdrawn, or is not so: “took the post back”, “the claim was later found to be false”."""
    words, grammar = lexicon.retractions, lexicon.grammar
    things = words.ruled_things - grammar.demonstratives - grammar.neuter_pronouns
    helping = either(grammar.finite_auxiliaries, words.proving)
    return (
        rf"\b(?:{either(words.taken_back_later, words.misspeaking)}"
        rf"|(?:{either(words.withdrawing)})\s+(?:\w+\s+)?(?:{either(words.ruled_things)})"
        rf"|(?:{either(things)})\s+(?:{helping})\s+{_FEW_BETWEEN}(?:{either(words.rulings, words.withdrawing)})"
        rf"|(?:{either(words.settled)})\s+(?:{either(words.numbers_told)}))\b"
    )


def _untrue(lexicon: Lexicon) -> str:
    """How a sentence begins that does not let the one before stand: “In fact”, “Wrong: ”, “That proved false”."""
    words, grammar = lexicon.retractions, lexicon.grammar
    subjects = either(grammar.demonstratives, grammar.third_subjects)
    openers = rf"(?:(?:{either(words.ruling_openers, grammar.coordinators)}),?\s+)?"
    return (
        rf"^\W*(?:(?:{either(words.contradicting)})\b|(?:{either(words.verdicts, words.rulings)})\s*[.:!]"
        rf"|{openers}(?:{subjects})\s+(?:\w+\s+)?(?:{either(grammar.finite_auxiliaries, words.proving)})\s+"
        rf"{_FEW_BETWEEN}(?:{either(words.rulings)})\b(?!\s+(?:{either(grammar.prepositions)})\b))"
        rf"(?!.*\b(?:{either(lexicon.reporting.plain.finite)})\b)"
    )


def _counted_anew(lexicon: Lexicon) -> str:
    """A short sentence that only counts what was said before it, or misses it: “The ledger lists 96.”."""
    words, helping = lexicon.counterfacts, either(lexicon.grammar.have_finite)
    return (
        rf"^(?:[\w’'-]+\s+){{1,6}}?(?:{either(words.finding)}|(?:{helping})\s+\w+)\s+(?:only\s+)?\d[\d,.]*\.\s*$"
        rf"|^(?:[\w’'-]+\s+){{1,5}}?(?:{either(words.missing)})\s+no\s+(?:{either(words.absences)})\b"
    )


def _times(lexicon: Lexicon) -> str:
    calendar = lexicon.calendar
    names = (*calendar.weekdays, *calendar.months, *calendar.weekday_shorts, *calendar.month_shorts)
    return rf"{either(calendar.days, calendar.times_of_day)}|(?-i:{either(name.capitalize() for name in names)})\.?"


def _plain(lexicon: Lexicon) -> str:
    """Auxiliaries, adverbs, times and occasions, each of them known; no infinitive and no modal."""
    grammar, words, hedges = lexicon.grammar, lexicon.circumstances, lexicon.hedges
    helping = either(grammar.have_finite, grammar.be_finite, grammar.be_other - {"be"})
    small_words = either(
        words.adverbs, lexicon.reporting.subject_relatives, words.places - grammar.infinitive_markers, words.occasions,
        grammar.possessives, words.particles,
    )  # fmt: skip
    doubtful = either(hedges.bounds, hedges.near_negations, hedges.hedges, words.hedging)
    return (
        rf"[\s,.]*(?:{either(grammar.settings)}\s+(?=\s*$))?(?:(?:(?i:{either(words.relays)}|{helping}|{small_words}|{_times(lexicon)}|{either(grammar.reflexives)})\b"
        rf"|(?!(?:{doubtful})\b)\w+ly\b|\d+\b|[A-Z][\w’'.-]*)[\s,.]*)*"
    )


def _leading(lexicon: Lexicon) -> str:
    grammar, words, persons = lexicon.grammar, lexicon.circumstances, lexicon.persons
    roles = either(lexicon.claimants.persons, persons.titles.keys(), persons.occupations)
    openings = either(
        grammar.coordinators, grammar.settings, grammar.reasons, grammar.doubtful_reasons, words.openers,
        words.adverbs, words.occasions, lexicon.frames.conceding, lexicon.frames.factive,
        lexicon.reporting.cleft_openers, lexicon.hedges.concessions,
    )  # fmt: skip
    return rf"{openings}|{_times(lexicon)}|{roles}|\d+"


def is_unframed(claim: Claim, text: str, lexicon: Lexicon, *, own_verb: bool) -> bool:
    """Whether something around a saying makes it none: a condition, a negation, a work of fiction, a retraction."""
    attribution = claim.attribution
    if not attribution.cue or not attribution.source or not re.search(r"\w", claim.cue):
        return False
    frame = _Frame(claim, text, lexicon)
    if not own_verb and frame.is_hearsay():
        return True
    if frame.is_unreal() or frame.leads_elsewhere() or frame.is_taken_back():
        return True
    return frame.is_broken(own_verb=own_verb)


def holds_another(body: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether indirect words go on with what somebody else says or counts: “…, while the mayor put it at 15”."""
    patterns = _patterns(lexicon)
    if claim.mode == "direct":
        return False
    return (
        patterns.foreign.search(body) is not None or patterns.second_speaker.search(_QUOTED.sub(" ", body)) is not None
    )


class _Frame:
    """The sentence of a cue, less what is said in it."""

    def __init__(self, claim: Claim, text: str, lexicon: Lexicon) -> None:
        attribution = claim.attribution
        self.text, self.patterns, self.verbs = text, _patterns(lexicon), lexicon.reporting.plain.finite
        self.gerunds = lexicon.reporting.reporting.gerunds
        self.cue, self.source, self.content = attribution.cue, attribution.source, attribution.content
        self.all_sentences = sentences(text)
        self.sentence = span_holding(self.all_sentences, self.cue[-1][0])
        self.cited = (min(attribution.citation)[0], max(end for _, end in attribution.citation))
        self.relayed = bool(self.patterns.relaying.search(claim.cue) or self.patterns.hearsay.search(claim.cue))

    def _outside(self, start: int, end: int) -> str:
        """The words of a stretch that are not said in it."""
        pieces, index = [], start
        for first, last in sorted(self.content):
            if first < end and last > index:
                pieces.append(self.text[index : max(index, first)])
                index = min(end, last)
        return _HELD.join((*pieces, self.text[index:end]))

    def is_hearsay(self) -> bool:
        """Whether another only heard that somebody says it: “is reported to have said”."""
        content = next((start for start, _ in self.content if start >= self.cue[-1][1]), self.sentence[1])
        return self.patterns.hearsay.search(self.text, self.cue[0][0], content) is not None

    def is_unreal(self) -> bool:
        """Whether the frame tells of fiction or of a forgery, asks, or stands in a note beside the article."""
        begin, end = self.sentence
        frame = self._outside(begin, max(begin, self.cited[1]))
        manner = self.patterns.part.split(self._outside(self.cited[1], max(end, self.cited[1])))[0]
        if self.patterns.read_aloud.search(self._outside(begin, end)):
            return True
        begins = span_holding(paragraphs(self.text), begin)[0]
        if self.patterns.unreal.search(f"{frame} {manner}") or self.patterns.note.match(self.text, begins):
            return True
        is_asked = self._outside(begin, end).rstrip(' \n”"’').endswith("?")
        return is_asked and any(start >= self.cited[1] for start, _ in self.content)

    def leads_elsewhere(self) -> bool:
        """Whether what stands before whoever speaks makes the saying a condition, or has somebody else speak."""
        begin, patterns = self.sentence[0], self.patterns
        lead = self._outside(begin, max(begin, self.cited[0]))
        if patterns.inverted.match(lead) or patterns.excepted.search(lead):
            return True
        parts = [patterns.part.split(words)[-1] for words in (lead, self.text[begin : max(begin, self.content[0][0])])]
        if self.content[0][0] > self.cited[0]:
            parts = parts[:1]
        if any(patterns.supposed.search(part) or patterns.denied.search(part) for part in parts):
            return True
        return self.cited[0] == self.source[0][0] and not self._is_subject(parts[0], lead)

    def _is_subject(self, part: str, lead: str) -> bool:
        """Whether the word right before a source leaves it the subject of its verb."""
        last = _LAST_WORD.search(part)
        if last is None or self.patterns.leading.fullmatch(last["word"]):
            return True
        if last["word"].lower() in self.verbs and part.split() == [last["word"]]:
            return True  # “…,” said X, adding that …”
        return last["word"][0].isupper() and bool(lead[: -len(last.group().lstrip())].strip())

    def is_broken(self, *, own_verb: bool) -> bool:
        """Whether more stands between a speaker and their verb than what leaves it a plain one."""
        start, end = self.source[-1][1] - self.text[slice(*self.source[-1])].endswith(","), self.cue[0][0]
        if self.relayed:
            return False
        if start > end:
            return self._is_broken_ahead(end)
        gap = self._outside(start, end)
        cue = " ".join(self.text[slice(*span)] for span in self.cue)
        if not own_verb and self.patterns.issued.match(f"{gap}{cue} "):
            return False
        part = self.patterns.part.split(_ASIDE.sub(" ", gap))[-1]
        part = self.patterns.hedge.sub("", part) if own_verb else part
        is_alone = self.text[slice(*self.cue[-1])].lower() in self.gerunds and part == gap
        if is_alone and not self.patterns.progressive.search(part):
            return True  # “the script has her saying”
        is_passive = self.patterns.passive.search(f"{part} {cue}") is not None  # “she was told”, “is denied entry”
        return is_passive or bool(self.patterns.aside.search(gap)) or self.patterns.plain.fullmatch(part) is None

    def _is_broken_ahead(self, end: int) -> bool:
        """The same where the verb stands first, at a place: “said X”, “it was said by X”."""
        ahead = self._outside(self.sentence[0], end)
        gap = self._outside(self.cue[-1][1], self.source[0][0])
        is_apart = self.patterns.agent.fullmatch(gap) is None and (_HELD not in gap or bool(ahead.strip(' “"')))
        return is_apart or self.patterns.imagined.search(ahead) is not None

    def is_taken_back(self) -> bool:
        """Whether what follows takes the saying back, or does not let it stand."""
        last = max(self.cited[1], *(end for _, end in self.content))
        end = span_holding(self.all_sentences, last - 1)[1]
        rest = _QUOTED.sub(" ", self.text[last:end])
        if self.patterns.undone.search(rest) or self.patterns.hanging.match(rest):
            return True
        following = next((span for span in self.all_sentences if span[0] >= end), None)
        words = "" if following is None else _QUOTED.sub(" ", self.text[slice(*following)])
        return len(words.split()) <= _FEW and self.patterns.untrue.search(words) is not None
