"""Whether a sentence plainly reports that somebody says a claim's words, by a closed grammar of reporting.

The way from the sentence's start over source and cue to the content is read part by part; what no part of the
grammar takes is not plainly reported, whatever it says.
"""

from __future__ import annotations

import re

from digests.lexicon import Lexicon, lexicon_of
from digests.lines.people.claimant_nouns import is_document, is_person
from digests.lines.reporting.clauses import is_finite
from digests.lines.reporting.layout import answers, colon_of_list, takes_turns
from digests.lines.reporting.narrator.scenes import is_of_stage
from digests.lines.reporting.openers import opens, relates
from digests.lines.reporting.patterns import checks, openers
from digests.lines.reporting.report import Report
from digests.lines.reporting.retractions import is_taken_back_behind, takes_back
from digests.lines.reporting.shared_sources import is_hearsay, is_withdrawn, names_another, reads_aloud
from digests.lines.reporting.turned import read_turned
from digests.lines.reporting.verb_groups import reaches, verb_group
from digests.models import Article, Claim, Span
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding

#: How a name can be resolved that surely is one.
_NAMED = frozenset({"exact", "alias", "acronym", "last name", "short form"})
_NOTE = 60  #: characters within which a note of the editors says what it is
_PUNCTUATION = re.compile(r"[\s,.;:!?“”\"'‘’»«…()\[\]—–-]*")
_AS = re.compile(r"[\s,“”\"'’]*(?:as\s+)?")
_MARK = re.compile(r"[,;:.!?“”\"()–—]")
_QUOTED_NAME = re.compile(r"[“\"][^“”\"]+[”\"]")  #: a name that is not borne by whoever goes by it
_OWNER = re.compile(r"[’']s?\s+$")
_BULLETS = ' “"•*-—–'


def read_report(claim: Claim, article: Article) -> Report | None:
    """How an article reports a claim's words; none where that is not plain."""
    text, lexicon = article.body, lexicon_of(article)
    attribution = claim.attribution
    if _is_own_statement(claim, text, lexicon):
        return Report("colon", of_outlet=True)
    if not attribution.cue:
        return Report("colon") if _floats(claim, text, lexicon) and not is_document(claim, lexicon) else None
    if not attribution.source:
        return None
    reading = _Reading(claim, text, lexicon, span_holding(sentences(text), attribution.cue[-1][0]))
    return None if reading.is_unreal() else reading.report()


def _is_own_statement(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether an outlet itself says the words, with no source and no cue, up to their sentence's or clause's end."""
    attribution, passage = claim.attribution, claim.passage
    if attribution.source or attribution.cue or claim.claimant.surface != passage.exact:
        return False
    rest = text[passage.end : span_holding(sentences(text), passage.start)[1]]
    return not rest.strip(".!? ") or bool(checks(lexicon).going_on.match(rest))


def _floats(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether words are whole quotations that stand by themselves, and that the next sentence does not take back."""
    quoted_spans = quotations(text)
    spans = claim.attribution.content
    if is_taken_back_behind(text, span_holding(sentences(text), spans[-1][1] - 1)[1], lexicon):
        return False
    return all(any(begin - 1 <= start and end <= close + 1 for begin, close in quoted_spans) for start, end in spans)


class _Reading:
    """One sentence with its source, its cue and its content."""

    def __init__(self, claim: Claim, text: str, lexicon: Lexicon, sentence: Span) -> None:
        attribution = claim.attribution
        self.claim, self.text, self.lexicon, self.sentence = claim, text, lexicon, sentence
        self.source = (attribution.source[0][0], attribution.source[-1][1])
        self.near_source = attribution.source[-1]
        self.cue = (attribution.cue[0][0], attribution.cue[-1][1])
        self.content = attribution.content
        self.after = next((span for span in self.content if span[0] >= self.cue[1] - 1), None)
        first = min(self.cue[0], self.source[0]) + 1
        self.ahead = next((span for span in reversed(self.content) if span[1] <= first), None)

    def is_unreal(self) -> bool:
        """Whether the sentence makes its own saying none: a question, a forgery, a quotation within another's."""
        (begin, end), patterns = self.sentence, checks(self.lexicon)
        names = self.text[slice(*self.source)]
        if patterns.unreal.search(self._outside((begin, self.cue[1]))) or patterns.unreal.search(names):
            return True
        if _QUOTED_NAME.fullmatch(self.text, max(0, self.source[0] - 1), self.source[1] + 1):
            return True
        if (
            self._is_shared(names)
            or is_withdrawn(names, self.lexicon)
            or reads_aloud(self._outside(self.sentence), self.lexicon)
            or patterns.nobody.match(names)
            or patterns.note.search(self.text, begin, begin + _NOTE)
        ):
            return True
        if (
            patterns.unreal.search(self._manner())
            or patterns.nobody.match(self._manner())
            or is_of_stage(self._manner(), self.lexicon)
            or is_taken_back_behind(self.text, end, self.lexicon)
        ):
            return True
        if self._is_quoted() or (self.after is None and self._introduces()):
            return True
        is_asked = self._outside((begin, end)).rstrip(' \n”"’').endswith("?")
        return is_asked and (self.after is not None or self.claim.mode == "indirect")

    def _is_shared(self, names: str) -> bool:
        """Whether others speak with the one who is taken for the speaker, or for that one."""
        words = self.text[self.source[0] : self.cue[0]]
        return names_another(names, self.claim.claimant, self.lexicon) or is_hearsay(words, self.lexicon)

    def _is_quoted(self) -> bool:
        """Whether the cue stands in a quotation that is not this content's: somebody tells of somebody's words."""
        quoted_spans = [(begin, close) for begin, close in quotations(self.text) if begin < self.cue[0] < close - 1]
        return any(
            begin < start - 1 or close > stop + 1 for begin, close in quoted_spans for start, stop in self.content
        )

    def _introduces(self) -> bool:
        """Whether a colon behind source and cue says that the words are those to come: “…, as the museum notes:”."""
        last = max(self.cue[1], self.source[1])
        return self.text[last : self.sentence[1] + 1].lstrip()[:1] == ":" and self.text[slice(*self.cue)] != ":"

    def _manner(self) -> str:
        """What follows a speaker who is named behind the words, up to the next mark: “…, she said in the film”."""
        last = max(self.cue[1], self.source[1])
        return "" if self.after else _MARK.split(self.text[last : self.sentence[1]], maxsplit=1)[0]

    def _outside(self, span: Span) -> str:
        pieces, index = [], span[0]
        for start, end in self.content:
            pieces.append(self.text[index : max(index, min(start, span[1]))])
            index = max(index, end)
        pieces.append(self.text[index : max(index, span[1])])
        return " ".join(pieces)

    def report(self) -> Report | None:
        """The grammar: according to, a label, the source first, the verb first, or the sentence turned round."""
        cue = " ".join(self.text[slice(*self.cue)].lower().split())
        if cue in self.lexicon.reporting.according:
            return self._according()
        if not re.search(r"\w", cue):
            return self._labelled()
        plain = self._source_first() if self.source[0] <= self.cue[0] else self._verb_first()
        return plain or read_turned(self.claim.attribution, self.text, self.lexicon, self.sentence)

    def _opens(self, start: int, end: int) -> bool:
        """Whether what stands before a source, or before a content, is plain."""
        text, relative = self.text[start:end], relates(self.text[slice(*self.near_source)], self.lexicon)
        tail = self.text[self.near_source[1] : self.cue[0]], self.text[self.near_source[1] : self.cue[1] + 1]
        return opens(text, self.lexicon, relative=relative, tail=tail)

    def _content_opens(self) -> bool:
        first = self.content[0][0]
        return first <= self.sentence[0] or self._opens(self.sentence[0], first)

    def _according(self) -> Report | None:
        if self.ahead is not None:
            if openers(self.lexicon).sources.search(self.text, *self.ahead) and self.claim.mode != "direct":
                return None  # “too big according to the city and too small according to Holm”
            link = _PUNCTUATION.fullmatch(self.text[self.ahead[1] : self.cue[0]])
            return Report("colon") if link and self._content_opens() else None
        if self.after is None or not self._opens(self.sentence[0], self.cue[0]):
            return None
        if takes_back(self.text[self.near_source[0] : self.after[0]], self.lexicon):
            return None
        return Report("colon") if "," in self.text[self.source[1] : self.after[0]] else None

    def _labelled(self) -> Report | None:
        """“NAME: words”, at a paragraph's start."""
        name, claimant = " ".join(self.text[slice(*self.source)].split()), self.claim.claimant
        if answers(self.text, self.cue, self.lexicon):
            return Report("colon") if claimant.resolved_by not in {"none", "unresolved"} else None
        words = name.split()
        is_name = len(words) > 1 and all(word[0].isupper() for word in words) and not name.isupper()
        is_known = claimant.resolved_by in _NAMED and len(claimant.name.split()) > 1
        if not (is_name or is_known or takes_turns(self.text, self.source, claimant)):
            return None
        if self.ahead is not None and self.after is None:
            return Report("colon")
        head = self.text[: self.source[0]].rstrip(_BULLETS)
        begins = not head.strip() or head[-1] in '\n.!?”"'
        known = claimant.resolved_by not in {"none", "unresolved"}
        return (
            Report("colon") if known and begins and name.lower() not in self.lexicon.boilerplate.silent_labels else None
        )

    def _source_first(self) -> Report | None:
        start = self.sentence[0] if self.ahead is None else self.ahead[1]
        link = self.ahead is not None and _AS.fullmatch(self.text[start : self.source[0]])
        if not link and not self._opens(start, self.source[0]):
            return None
        if self._has_noun() or self._is_described():
            return None
        if self.ahead is None and checks(self.lexicon).subordinate.search(self.text[start : self.source[0]]):
            return None
        if link and self._agrees_with_denial(link.group()):
            return None
        if self.ahead is not None and not self._content_opens():
            return None
        end = self.after[0] if self.after is not None else self.cue[1]
        end = colon_of_list(self.text, (self.cue[0], end)) or end
        group = verb_group(self.text, (self.near_source[1], end), self.cue, self.lexicon)
        return None if group is None else self._form(group.span, end, hedged=group.hedged)

    def _has_noun(self) -> bool:
        """Whether the cue is a noun that the source owns: “the mayor’s claim that …”."""
        cue = self.text[slice(*self.cue)].lower()
        owns = _OWNER.search(self.text, self.source[0], self.cue[0]) is not None
        return owns and cue in self.lexicon.retractions.ruled_things

    def _is_described(self) -> bool:
        """Whether the verb only describes whom it stands behind: “Orr, said to be rich”, “Orr, of whom critics say”."""
        source, words = self.text[slice(*self.near_source)], self.lexicon
        is_participle = source.endswith(",") and source.count(",") == 1 and self.near_source[1] + 1 == self.cue[0]
        if is_participle and self.cue[1] <= self.content[0][0] and " " not in self.text[slice(*self.cue)]:
            return True
        clause = max(self.sentence[0], self.text.rfind(";", self.sentence[0], self.source[0]) + 1)
        if self.claim.attribution.relay == () and openers(self.lexicon).hearsay.match(self.text, clause):
            return True
        if self._has_main_verb_behind():
            return True
        names = source.lower().split()
        if self._is_of_relative(names):
            return True
        if not words.grammar.measuring.isdisjoint(self._behind_content(names)):
            return True  # “it is sounder than Orr said”
        return not words.reporting.object_relatives.isdisjoint(names) or self._is_base_form()

    def _is_of_relative(self, names: list[str]) -> bool:
        """Whether the verb is that of a relative clause whose beginning the source has: “a man who at noon denied”."""
        relatives = [i for i, name in enumerate(names) if name in self.lexicon.reporting.subject_relatives]
        rest = names[relatives[-1] + 1 :] if relatives else []
        is_phrase = bool(rest) and rest[0] in self.lexicon.grammar.prepositions
        return is_phrase and not any(is_finite(word, self.lexicon) for word in rest)

    def _has_main_verb_behind(self) -> bool:
        """Whether the verb is but a participle, as the sentence's own comes later: “Orr, the mayor, warned …, left”."""
        commas = self.text[self.source[0] : self.cue[0]].rstrip().endswith(",")
        rest = self.text[self.cue[1] : self.sentence[1]]
        if not commas or self.after is None:
            return False
        patterns = openers(self.lexicon)
        return patterns.main_verb.search(rest) is not None or patterns.passive.match(rest) is not None

    def _behind_content(self, names: list[str]) -> list[str]:
        """The words from what is said, its last one included, over a source behind it."""
        if self.ahead is None:
            return names
        last = self.text[slice(*self.ahead)].lower().split()[-1:]
        return [*last, *self.text[self.ahead[1] : self.source[0]].lower().split(), *names]

    def _is_base_form(self) -> bool:
        """Whether a verb without its ending stands behind one person, whom another has say it: “let Roth say”."""
        forms, verb = self.lexicon.reporting.reporting.finite, self.text[slice(*self.cue)].lower()
        is_bare = bool({f"{verb}s", f"{verb}es"} & forms) and verb not in self.lexicon.common_verbs.same_forms
        return is_bare and is_person(self.claim, self.lexicon) and not self.claim.claimant.members

    def _agrees_with_denial(self, link: str) -> bool:
        """Whether a speaker may say the contrary: “Pirates did not sink it, as the admiral said”."""
        words = " ".join(self.text[slice(*span)] for span in self.content if span[1] <= self.source[0])
        links = link.strip(" ,\n").lower() in self.lexicon.grammar.comparing
        return links and checks(self.lexicon).negative.search(words) is not None

    def _verb_first(self) -> Report | None:
        """After what is said: “…, said X”."""
        if self.ahead is None or not _PUNCTUATION.fullmatch(self.text[self.ahead[1] : self.cue[0]]):
            return None
        cue = self.text[slice(*self.cue)].lower()
        if cue not in self.lexicon.reporting.reporting.finite or self.text[self.cue[1] : self.source[0]].strip():
            return None
        return self._form(self.cue, self.cue[1], hedged=False) if self._content_opens() else None

    def _form(self, verb: Span, end: int, *, hedged: bool) -> Report | None:
        """What may be printed of a verb with its content: behind a colon only what it plainly states."""
        words, whole = self.lexicon.reporting, self.text[slice(*verb)].lower()
        if takes_back(self.text[self.content[-1][1] : self.sentence[1]], self.lexicon):
            return None
        last, follows = whole.split()[-1], self.after is not None and self.ahead is None
        if self.claim.kind == "denial":
            return self._denied(verb, last, end, follows=follows)
        plain = words.plain.hold(last) or words.finding.hold(last)
        gap = self.text[verb[1] : end]
        if follows and words.plain.hold(last) and checks(self.lexicon).undone.search(gap):
            return None
        if hedged or (follows and not (plain and reaches(self.text, (verb[1], end), self.lexicon))):
            participle = whole == last and last in words.reporting.gerunds
            return Report("verb", verb=verb, hedged=hedged) if follows and not participle else None
        return Report("colon", verb=verb) if plain or last in words.reporting.finite else None

    def _denied(self, verb: Span, last: str, end: int, *, follows: bool) -> Report | None:
        denies = self.lexicon.reporting.denying.hold(last) and self.after is not None
        if denies and reaches(self.text, (verb[1], end), self.lexicon):
            return Report("denial", verb=verb)
        return Report("verb", verb=verb) if follows else None
