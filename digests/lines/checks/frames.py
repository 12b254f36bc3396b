"""Whether the frame of a passage leaves what it tells a saying: the gate's own reading, by a short list of what may be.

It reads three stretches of the cue's sentence, and what follows: what leads up to whoever speaks, what stands between
them and their verb, and what takes it back. The first two may hold only what is known to leave a report plain.
"""

from __future__ import annotations

import re

from digests.lexicon import Lexicon
from digests.lines.checks.frame_patterns import HELD, frame_patterns
from digests.models import Claim
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import span_holding

_ASIDE = re.compile(r"\([^)]*\)|\s[—–-]\s[^—–]{1,260}\s[—–-]\s|—[^—]{1,260}—")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|''.*?''")
_LAST_WORD = re.compile(r"(?P<first>^\W*)?(?P<word>[\w’'.-]+)\s+$")
_FEW = 14  #: words of a sentence that may say no more than that what stands before it is untrue


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
    patterns = frame_patterns(lexicon)
    if claim.mode == "direct":
        return False
    if _sets_back(claim, lexicon) and patterns.set_back.match(body):
        return True
    return (
        patterns.foreign.search(body) is not None or patterns.second_speaker.search(_QUOTED.sub(" ", body)) is not None
    )


def _sets_back(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a verb in the past stands before the words, and sets them back: “said that”, but neither “says that”."""
    verbs, cue = lexicon.reporting.plain.finite, claim.cue.lower()
    return any(end <= claim.passage.start for _, end in claim.attribution.cue) and _is_past(cue, verbs)


def _is_past(verb: str, finite_verbs: frozenset[str]) -> bool:
    """Whether a verb can only be past: “said”, but neither “says” nor “put”."""
    return verb in finite_verbs and f"{verb}s" not in finite_verbs and not verb.endswith("s")


class _Frame:
    """The sentence of a cue, less what is said in it."""

    def __init__(self, claim: Claim, text: str, lexicon: Lexicon) -> None:
        attribution = claim.attribution
        self.text, self.patterns, self.verbs = text, frame_patterns(lexicon), lexicon.reporting.plain.finite
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
        return HELD.join((*pieces, self.text[index:end]))

    def is_hearsay(self) -> bool:
        """Whether another only heard that somebody says it: “is reported to have said”."""
        content = next((start for start, _ in self.content if start >= self.cue[-1][1]), self.sentence[1])
        return self.patterns.hearsay.search(self.text, self.cue[0][0], content) is not None

    def is_unreal(self) -> bool:
        """Whether the frame tells of fiction or of a forgery, asks, or stands in a note beside the article."""
        begin, end = self.sentence
        frame = self._outside(begin, max(begin, self.cited[1]))
        content = next((start for start, _ in self.content if start >= self.cited[1]), self.cited[1])
        manner = self.patterns.part.split(self._outside(self.cited[1], max(end, self.cited[1])))[0]
        if self.patterns.read_aloud.search(self._outside(begin, end)) or self.patterns.deceit.search(frame):
            return True
        begins = span_holding(paragraphs(self.text), begin)[0]
        aside = self.text[self.cited[1] : min(content, end)]  # “said — wrongly, as it turned out — that …”
        if self.patterns.unreal.search(f"{frame} {manner} {aside}") or self.patterns.note.match(self.text, begins):
            return True
        is_asked = self._outside(begin, end).rstrip(' \n”"’').endswith("?")
        return is_asked and any(start >= self.cited[1] for start, _ in self.content)

    def leads_elsewhere(self) -> bool:
        """Whether what stands before whoever speaks makes the saying a condition, or has somebody else speak."""
        begin, patterns = self.sentence[0], self.patterns
        lead = self._outside(begin, max(begin, self.cited[0]))
        if patterns.inverted.match(lead):
            return True
        if patterns.excepted.search(lead) and not patterns.opposed.match(lead):
            return True
        if self._is_attached(lead):
            never_given = patterns.told_within.search(lead) and patterns.denied.search(lead)
            return bool(never_given) or patterns.doubted.search(lead) is not None
        parts = [patterns.part.split(words)[-1] for words in (lead, self.text[begin : max(begin, self.content[0][0])])]
        if self.content[0][0] > self.cited[0]:
            parts = parts[:1]
        if any(patterns.supposed.search(part) or patterns.denied.search(part) for part in parts):
            return True
        return self.cited[0] == self.source[0][0] and not self._is_subject(parts[0], lead)

    def _is_attached(self, lead: str) -> bool:
        """Whether a saying hangs on a clause before it: “…, with Orr saying”, “… when Orr said”, “in which he said”."""
        verb = self.text[slice(*self.cue[-1])].lower().rstrip(":")
        if verb in self.gerunds:
            return self.patterns.accompanied.search(lead) is not None
        verb = verb.rsplit(maxsplit=1)[-1]
        hanging = self.patterns.dated.search(lead) or self.patterns.told_within.search(lead)
        return _is_past(verb, self.verbs) and hanging is not None

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
        lead = self._outside(self.sentence[0], max(self.sentence[0], self.cited[0]))
        if is_alone and not self.patterns.progressive.search(part) and not self._is_attached(lead):
            return True  # “the script has her saying”
        is_passive = self.patterns.passive.search(f"{part} {cue}") is not None  # “she was told”, “is denied entry”
        return is_passive or bool(self.patterns.aside.search(gap)) or self.patterns.plain.fullmatch(part) is None

    def _is_broken_ahead(self, end: int) -> bool:
        """The same where the verb stands first, at a place: “said X”, “it was said by X”."""
        ahead = self._outside(self.sentence[0], end)
        gap = self._outside(self.cue[-1][1], self.source[0][0])
        is_apart = self.patterns.agent.fullmatch(gap) is None and (HELD not in gap or bool(ahead.strip(' “"')))
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
        return len(words.split()) <= _FEW and (
            self.patterns.untrue.search(words) is not None or self._went_wrong(words)
        )

    def _went_wrong(self, words: str) -> bool:
        """Whether a sentence tells what went wrong where the saying assures that all is well."""
        if self.patterns.mishap.search(words) is None or self.patterns.speech.search(words):
            return False
        return any(self.patterns.assured.search(self.text, *span) for span in self.content)
