"""Reports whose sentence is turned round: somebody is quoted by another, or a cleft stands around what is said.

“X was quoted by Y as saying that …”, “X is reported to have said …”, “It was confirmed by X that …” and “What X said
was that …” are read as a whole, each by a pattern of its own; what stands between its parts may be nothing else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting.openers import opens
from digests.lines.reporting.patterns import checks, verb_parts
from digests.lines.reporting.report import Report
from digests.lines.reporting.retractions import takes_back
from digests.lines.reporting.verb_groups import verb_group
from digests.models import Attribution, Span

_LINK = re.compile(r"[\s,“”\"'’]*")


class _Patterns(NamedTuple):
    quoting: re.Pattern[str]  #: a cue of somebody who is quoted, in one or two parts
    reported: re.Pattern[str]  #: a cue that another may have heard: “is reported to have said”
    agent: re.Pattern[str]  #: between a passive and its agent
    passive: re.Pattern[str]  #: a finite passive of a verb of saying: “was confirmed”
    expletive: re.Pattern[str]  #: the subject that stands for a clause to come, at the end of what is before a cue
    cleft_opening: re.Pattern[str]  #: the same before a source: “What ”
    joint: re.Pattern[str]  #: the conjunction that begins what is said
    is_that: re.Pattern[str]  #: between what “what” belongs to and what is said
    occasion: re.Pattern[str]  #: behind an agent, when it spoke


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs, reporting = lexicon.grammar, lexicon.verbs, lexicon.reporting
    be_forms, have_forms = either(grammar.be_finite, grammar.be_other), either(grammar.have_finite)
    finite_be = rf"(?:(?:{have_forms}) (?:{either(grammar.be_other)})|{either(grammar.be_finite)})"
    relaying, relayed = either(verbs.relaying), either(verbs.relayed)
    agents, joints = either(lexicon.sources.agents), either(grammar.complementizers)
    participles = either(reporting.plain.participles, reporting.finding.participles)
    parts = verb_parts(lexicon)
    told_on = parts.adverbials[1].pattern
    return _Patterns(
        quoting=re.compile(
            rf"(?:(?:(?:{have_forms}) )?(?:{be_forms}) )?(?:{relaying}) (?:(?:{agents}) )?(?:{relayed})"
        ),
        reported=re.compile(rf"{finite_be} (?:{either(verbs.reported_to)})"),
        agent=re.compile(rf"\s*(?:(?:{agents})\s+)?"),
        passive=re.compile(rf"{finite_be} (?:{participles})(?: (?:{agents}))?"),
        expletive=re.compile(rf"\b(?:{either(grammar.neuter_pronouns - grammar.possessives)})\s+$", re.IGNORECASE),
        cleft_opening=re.compile(rf"\b(?:{either(reporting.cleft_openers)})\s+$", re.IGNORECASE),
        joint=re.compile(rf"(?:{joints})\s+"),
        is_that=re.compile(
            rf"(?:{parts.audience.pattern}|{told_on})?\s+(?:{either(grammar.be_finite)})\s+(?:(?:{joints})\s+|$)"
        ),
        occasion=re.compile(rf"(?:{told_on})?,?\s+(?:{joints})\s+"),
    )


def read_turned(attribution: Attribution, text: str, lexicon: Lexicon, sentence: Span) -> Report | None:
    """How a sentence that is turned round reports what somebody says; none where it is not so, or not plainly."""
    frame = _Frame(attribution, text, lexicon, sentence)
    if frame.is_undone():
        return None
    return frame.quoted() or frame.by_agent() or frame.cleft()


class _Frame:
    """The parts of one sentence."""

    def __init__(self, attribution: Attribution, text: str, lexicon: Lexicon, sentence: Span) -> None:
        self.text, self.lexicon, self.sentence = text, lexicon, sentence
        self.source, self.cue, self.relay = attribution.source, attribution.cue, attribution.relay
        self.content = attribution.content
        self.cited = sorted((*self.source, *self.cue, *(span for span in self.relay if self._is_here(span))))
        self.after = next((start for start, _ in self.content if start >= self.cue[-1][1]), None)
        self.patterns = _patterns(lexicon)

    def _is_here(self, span: Span) -> bool:
        return self.sentence[0] <= span[0] < self.sentence[1]

    def _words(self, spans: Sequence[Span]) -> str:
        return " ".join(" ".join(self.text[slice(*span)].split()) for span in spans)

    def is_undone(self) -> bool:
        """Whether a part of the frame denies or supposes what it reports, or what follows takes it back."""
        undone = checks(self.lexicon).undone
        if any(undone.search(self.text, *span) for span in self.cited):
            return True
        last = max(self.cited[-1][1], self.content[-1][1])
        return takes_back(self.text[last : self.sentence[1]], self.lexicon)

    def _opens(self, end: int) -> bool:
        """Whether what stands before the frame is plain, be it what is said itself."""
        first = self.content[0][0]
        if first < end:
            if not _LINK.fullmatch(self.text, self.content[-1][1], end):
                return False
            end = first
        return end <= self.sentence[0] or opens(
            self.text[self.sentence[0] : end], self.lexicon, relative=False, tail=("", "")
        )

    def _gaps(self) -> Iterator[str]:
        """What stands between the parts of the frame, and behind it up to what is said."""
        for (_, end), (start, _) in zip(self.cited, self.cited[1:], strict=False):
            yield self.text[end:start]

    def _reaches(self) -> bool:
        """Whether what is said stands right behind the frame, if not before it."""
        end = self.cited[-1][1]
        return self.after is None or bool(verb_parts(self.lexicon).opening.match(self.text, end, self.after))

    def quoted(self) -> Report | None:
        """“X was quoted as saying by Y”, “Y quoted X as saying that …”, “X is reported to have said”."""
        cue = self._words(self.cue)
        hearsay = self.patterns.reported.fullmatch(cue)
        if not (hearsay or self.patterns.quoting.fullmatch(cue)) or not self._opens(self.cited[0][0]):
            return None
        if not all(self.patterns.agent.fullmatch(gap.replace(",", " ")) for gap in self._gaps()):
            return None
        if hearsay:  # only the verb tells that nobody may have heard it
            verb = (self.cue[0][0], self.cue[-1][1])
            return Report("verb", verb=verb, hedged=True) if self.after is not None else None
        return Report("colon") if self._reaches() else None

    def by_agent(self) -> Report | None:
        """“It was confirmed by X that …”."""
        if self.after is None or len(self.source) != 1 or self.source[0][0] < self.cue[-1][1]:
            return None
        expletive = self.patterns.expletive.search(self.text, self.sentence[0], self.cue[0][0])
        if (
            expletive is None
            or not self.patterns.passive.fullmatch(self._words(self.cue))
            or not self._opens(expletive.start())
        ):
            return None
        preposition = self._words([(self.cue[0][0], self.source[0][0])]).rsplit(maxsplit=1)[-1]
        close = self.patterns.agent.fullmatch(self.text, self.cue[-1][1], self.source[0][0])
        plain = (
            close
            and preposition in self.lexicon.sources.agents
            and self.patterns.occasion.fullmatch(self._gap(self.source[0][1]))
        )
        return Report("colon") if plain else None

    def cleft(self) -> Report | None:
        """“What X said was that …”."""
        opening = self.patterns.cleft_opening.search(self.text, self.sentence[0], self.source[0][0])
        if opening is None or self.after is None or not self._opens(opening.start()):
            return None
        cue = (self.cue[0][0], self.cue[-1][1])
        group = verb_group(self.text, (self.source[-1][1], cue[1]), cue, self.lexicon)
        verb, words = self._words([cue]).lower(), self.lexicon.reporting
        if group is None or group.hedged or not (words.plain.hold(verb) or words.finding.hold(verb)):
            return None
        return Report("colon") if self.patterns.is_that.fullmatch(self._gap(cue[1])) else None

    def _gap(self, index: int) -> str:
        """What stands between a place and what is said, with the conjunction of that."""
        start = self.content[0][0]
        joint = self.patterns.joint.match(self.text, start)
        return self.text[index : joint.end() if joint else start]
