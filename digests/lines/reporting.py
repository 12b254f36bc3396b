"""Whether a sentence plainly reports that somebody says a claim's words, by a closed grammar of reporting.

The way from the sentence's start over source and cue to the content is read part by part; what no part of the
grammar takes is not plainly reported, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.frame_patterns import FramePatterns, frame_patterns
from digests.lines.claimant_nouns import is_document
from digests.models import Article, Claim, Span
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding

#: How a line prints what is reported: behind a colon, with the passage's own verb, or not at all.
Form = Literal["colon", "verb", "denial"]

_NAMED = frozenset({"exact", "alias", "acronym", "last name", "short form"})
_VERB_GROUP = 5  #: words within which a clause's own verb group ends
_PUNCTUATION = re.compile(r"[\s,.;:!?“”\"'‘’»«…()\[\]—–-]*")
_AS = re.compile(r"[\s,“”\"'’]*(?:as\s+)?")


@dataclass(frozen=True, slots=True)
class Report:
    """How a claim is reported, and where its verb group begins in the text."""

    form: Form
    content: tuple[Span, ...] = ()  #: what is printed: what is said, or the verb group with all that it takes
    verb: Span | None = None  #: from the verb group's first word to its last
    hedged: bool = False  #: by an adverb that a line must print


def read_report(claim: Claim, article: Article) -> Report | None:
    """How an article reports a claim's words; none where that is not plain."""
    text, lexicon = article.body, lexicon_of(article)
    attribution = claim.attribution
    if not attribution.cue:
        return Report("colon") if _floats(claim, text) and not is_document(claim, lexicon) else None
    if not attribution.source:
        return None
    sentence = span_holding(sentences(text), attribution.cue[-1][0])
    reading = _Reading(claim, text, lexicon, sentence)
    return None if reading.is_unreal() else reading.report()


def _floats(claim: Claim, text: str) -> bool:
    """Whether words are whole quotations that stand by themselves."""
    quoted = quotations(text)
    return all(
        any(opens - 1 <= start and end <= closes + 1 for opens, closes in quoted)
        for start, end in claim.attribution.content
    )


class _Reading:
    """One sentence with its source, its cue and its content."""

    def __init__(self, claim: Claim, text: str, lexicon: Lexicon, sentence: Span) -> None:
        attribution = claim.attribution
        self.text, self.lexicon, self.sentence = text, lexicon, sentence
        self.parts: FramePatterns = frame_patterns(lexicon)
        self.denial = claim.kind == "denial"
        self.source = (attribution.source[0][0], attribution.source[-1][1])
        self.near_source = attribution.source[-1]
        self.cue = (attribution.cue[0][0], attribution.cue[-1][1])
        self.content = attribution.content
        self.after = next((span for span in self.content if span[0] >= self.cue[1] - 1), None)
        self.ahead = next(
            (span for span in reversed(self.content) if span[1] <= min(self.cue[0], self.source[0]) + 1), None
        )
        self.claim = claim

    def is_unreal(self) -> bool:
        """Whether the sentence makes its own saying none: a question, a forgery, a quotation within another's."""
        begin, end = self.sentence
        outside = self._outside((begin, end))
        names = self.text[slice(*self.source)]
        if self.parts.unreal.search(self._outside((begin, self.cue[1]))) or self.parts.nobody.match(names):
            return True
        if re.search(rf"\b(?:{either(self.lexicon.reporting.notes)})\b", self.text[begin : begin + 60], re.IGNORECASE):
            return True
        quoted = [(opens, closes) for opens, closes in quotations(self.text) if opens < self.cue[0] < closes - 1]
        if any(
            not (opens >= start - 1 and closes <= stop + 1) for opens, closes in quoted for start, stop in self.content
        ):
            return True
        return outside.rstrip(' \n”"’').endswith("?") and self.after is not None

    def _outside(self, span: Span) -> str:
        kept, at = [], span[0]
        for start, end in self.content:
            kept.append(self.text[at : max(at, min(start, span[1]))])
            at = max(at, end)
        kept.append(self.text[at : max(at, span[1])])
        return " ".join(kept)

    def report(self) -> Report | None:
        """The grammar: according to, a label, the source first, or the verb first."""
        cue = " ".join(self.text[slice(*self.cue)].lower().split())
        if cue == "according to":
            return self._according()
        if not re.search(r"\w", cue):
            return self._labelled()
        if self.source[0] <= self.cue[0]:
            return self._source_first()
        return self._verb_first()

    def _according(self) -> Report | None:
        start = self.cue[0]
        if self.ahead is not None:
            between = self.text[self.ahead[1] : start]
            return Report("colon") if _PUNCTUATION.fullmatch(between) and self._opens(self._before_content()) else None
        if self.after is None or not self._opens((self.sentence[0], start)):
            return None
        return Report("colon") if self.text[self.source[1] : self.after[0]].count(",") else None

    def _labelled(self) -> Report | None:
        """“NAME: words”, at a paragraph's start."""
        name = " ".join(self.text[slice(*self.source)].split())
        known = (
            self.claim.claimant.resolved_by not in {"none", "unresolved"}
            and name.lower() not in self.lexicon.reporting.labels
        )
        words = name.split()
        named = len(words) > 1 and all(word[0].isupper() for word in words) and not name.isupper()
        person = self.claim.claimant.resolved_by in _NAMED and len(self.claim.claimant.name.split()) > 1
        begins = (
            not self.text[: self.source[0]].rstrip(' “"•*-—–').strip()
            or self.text[: self.source[0]].rstrip(' “"•*-—–')[-1] in '\n.!?”"'
        )
        if self.ahead is not None and self.after is None:
            return Report("colon") if named or person else None
        return Report("colon") if known and (named or person) and begins else None

    def _before_content(self) -> Span:
        first = self.content[0][0]
        return (min(self.sentence[0], first), first)

    def _relative(self) -> bool:
        """Whether the source is a pronoun behind the one who speaks: “Reker, who said”."""
        return self.text[slice(*self.near_source)].lower() in self.lexicon.grammar.personal_relatives | {"which"}

    def _opens(self, span: Span) -> bool:
        """Whether what stands before a source is plain: time, place, adverbs, a clause before “and”."""
        start, end = span
        if start >= end:
            return True
        text = self.text[start:end]
        if self._relative() and text.rstrip().endswith(",") and not self.parts.undone.search(text):
            return True
        todo, seen = [0], set[int]()
        while todo:
            at = todo.pop()
            if at >= len(text):
                return True
            if at in seen:
                continue
            seen.add(at)
            for number, pattern in enumerate(self.parts.before):
                found = pattern.match(text, at)
                if found and found.end() > at and not self._bars(found.group(), number):
                    todo.append(found.end())
        return self._interrupts(text)

    def _interrupts(self, before: str) -> bool:
        """Whether source and cue stand behind other words of the speaker’s: “…, he said, adding that …”."""
        verb = self.parts.word.match(self.text, self._skip(self.near_source[1]))
        said = verb is not None and verb.group().lower() in self.lexicon.reporting.plain.finite
        if said and self.cue[0] > self.near_source[1] + 1:
            return re.search(r"[,?!][”\"’']*\s*$", before) is not None
        turned = re.search(r"[,?!][”\"’']*\s+(\w+)\s+$", before)
        return turned is not None and turned[1].lower() in self.lexicon.reporting.plain.finite

    def _bars(self, words: str, number: int) -> bool:
        """Whether a fronted phrase or clause makes what follows unreal."""
        if number < 5:
            return self.parts.negative.search(words) is not None
        conditions = either(self.lexicon.hedges.conditions, {"suppose", "imagine", "without"})
        asked = re.match(r"\s*(?:when\s+)?(?:asked|questioned|pressed|speaking|while)\b", words, re.IGNORECASE)
        if re.search(rf"\b(?:{conditions})\b|^\W*(?:had|should|were)\b", words, re.IGNORECASE) and not asked:
            return True
        return number == 7 and (self.parts.negative.search(words) or self.parts.unproven.search(words)) is not None

    def _source_first(self) -> Report | None:
        first = self.ahead[1] if self.ahead is not None else self.sentence[0]
        if self.ahead is not None:
            if not _AS.fullmatch(self.text[first : self.source[0]]) and not self._opens((first, self.source[0])):
                return None
            if self.content[0][0] > self.sentence[0] and not self._opens(self._before_content()):
                return None
        elif not self._opens((self.sentence[0], self.source[0])):
            return None
        end = self.after[0] if self.after is not None else self.cue[1]
        group = self._group(self.near_source[1], end)
        if group is None:
            return None
        verb, hedged = group
        return self._form(verb, end, hedged=hedged)

    def _group(self, start: int, end: int) -> tuple[Span, bool] | None:
        """The verb group between a source and its content; none where it is not finite and affirmative."""
        text, at, hedged = self.text, start, False
        forms, finite = self.lexicon.reporting.reporting, True
        want = forms.finite
        begin: int | None = None
        while at < end:
            word = self.parts.word.match(text, at + len(text[at:end]) - len(text[at:end].lstrip()))
            if word and word.group().lower().replace("’", "'") in want and word.end() <= end and word.start() >= start:
                if self.cue[0] < word.end() and word.start() < self.cue[1]:
                    return ((begin if begin is not None else word.start(), word.end()), hedged)
            moved = self._step(at, end, finite=finite)
            if moved is None:
                return self._later_group(start, end)
            stop, kind = moved
            if kind == "having":
                want, finite, begin = forms.participles, False, begin or self._skip(at)
            elif kind == "being":
                want, finite, begin = forms.gerunds, False, begin or self._skip(at)
            elif kind == "relay":
                want, finite, begin = forms.finite, False, begin or self._skip(at)
            elif kind == "hedging":
                hedged, begin = True, begin or self._skip(at)
            at = stop
        return self._later_group(start, end)

    def _skip(self, at: int) -> int:
        while self.text[at : at + 1] in {" ", ",", "\n", "\xa0"}:
            at += 1
        return at

    def _step(self, at: int, end: int, *, finite: bool) -> tuple[int, str] | None:
        """One part of a verb group before its verb."""
        for kind in ("having", "being", "relay", "hedging", "relative"):
            found: re.Match[str] | None = getattr(self.parts, kind).match(self.text, at, end)
            if found and (finite or kind in {"hedging"}):
                return found.end(), kind
        for pattern in (*self.parts.beside, self.parts.aside):
            found = pattern.match(self.text, at, end)
            if (
                found
                and found.end() > at
                and (pattern is self.parts.aside or not self.parts.undone.search(found.group()))
            ):
                return found.end(), "beside"
        return None

    def _later_group(self, start: int, end: int) -> tuple[Span, bool] | None:
        """The second verb of a subject, “left and said”, or a participle after a comma, “left, saying”."""
        forms = self.lexicon.reporting.reporting
        region = self.text[start : self.cue[1]]
        contrasted = (self.parts.contrasted, forms.finite)
        for pattern, want in ((self.parts.joined, forms.finite), contrasted, (self.parts.participial, forms.gerunds)):
            for found in re.finditer(r"\w+", region):
                begin = start + found.start()
                if begin < self.cue[0] or found.group().lower() not in want:
                    continue
                before = self.text[start:begin].rstrip()
                before = re.sub(rf"\s(?:{either(self.lexicon.reporting.adverbs)})$", "", before) + " "
                if not pattern.fullmatch(before):
                    continue
                if pattern is not self.parts.contrasted and self._undone(
                    before, loosely=self._is_apart(pattern, start + found.end())
                ):
                    return None
                return (begin, start + found.end()), False
        return None

    def _is_apart(self, pattern: re.Pattern[str], end: int) -> bool:
        """Whether a later verb can only be the source's: a participle, or one with “that” or a quotation behind it."""
        rest = self.text[end : end + 12]
        return (
            pattern is self.parts.participial
            or re.match(rf"[\s,]*(?:[“\"]|(?:{either(self.lexicon.grammar.complementizers)})\b)", rest) is not None
        )

    def _undone(self, before: str, *, loosely: bool) -> bool:
        main = " ".join(before.split()[:_VERB_GROUP]) if loosely else before
        if self.parts.undone.search(main) or (not loosely and self.parts.unproven.search(before)):
            return True
        helping = either(self.lexicon.grammar.have_finite, self.lexicon.grammar.do_finite)
        return not loosely and re.search(rf"\b(?:{helping})\b", main) is not None

    def _verb_first(self) -> Report | None:
        """After what is said: “…, said X”."""
        if self.ahead is None or not _PUNCTUATION.fullmatch(self.text[self.ahead[1] : self.cue[0]]):
            return None
        cue = self.text[slice(*self.cue)].lower()
        if cue not in self.lexicon.reporting.reporting.finite or self.text[self.cue[1] : self.source[0]].strip():
            return None
        if self.content[0][0] > self.sentence[0] and not self._opens(self._before_content()):
            return None
        return self._form(self.cue, self.cue[1], hedged=False)

    def _form(self, verb: Span, end: int, *, hedged: bool) -> Report | None:
        """What may be printed of a verb with its content: behind a colon only what it plainly states."""
        words = self.lexicon.reporting
        last = self.text[slice(*verb)].split()[-1].lower()
        if self.parts.taken_back.search(self.text, self.content[-1][1], self.sentence[1]):
            return None
        if self.denial:
            return self._denied(verb, last, end)
        plain = {*words.plain.finite, *words.plain.participles, *words.plain.gerunds}
        finding = {*words.finding.finite, *words.finding.participles}
        contiguous = self.after is not None and self.ahead is None
        if (last in plain or last in finding) and not hedged and (not contiguous or self._reaches(verb[1], end)):
            return Report("colon", verb=verb)
        if contiguous and not (
            last in words.plain.gerunds | words.reporting.gerunds and self.text[verb[0] : verb[1]].lower() == last
        ):
            return Report("verb", verb=verb, hedged=hedged)
        return (
            Report("colon", verb=verb)
            if not contiguous and not hedged and last in {*plain, *finding, *words.reporting.finite}
            else None
        )

    def _denied(self, verb: Span, last: str, end: int) -> Report | None:
        denying = self.lexicon.reporting.denying
        if last in denying.finite | denying.participles and self.after is not None and self._reaches(verb[1], end):
            return Report("denial", verb=verb)
        return Report("verb", verb=verb) if self.after is not None and self.ahead is None else None

    def _reaches(self, start: int, end: int) -> bool:
        """Whether only whom, when and where stand between a verb and what is said."""
        at, text = start, self.text
        quoted = text[end : end + 1] in "“\"‘'" or text[end - 1 : end] in "“\"‘'"
        while True:
            if self.parts.opening.match(text, at, end):
                return True
            for pattern in self._behind(quoted=quoted):
                found = pattern.match(text, at, end)
                if found and found.end() > at and not self.parts.undone.search(found.group()):
                    at = found.end()
                    break
            else:
                return False

    def _behind(self, *, quoted: bool) -> Iterable[re.Pattern[str]]:
        yield from self.parts.beside
        yield re.compile(rf"\s+(?:{either(self.lexicon.reporting.particles)})\b")
        yield self.parts.audience
        if quoted:
            yield self.parts.loose_audience
