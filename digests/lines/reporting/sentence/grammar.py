"""The closed grammar of one sentence that reports: which of its words may stand where."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.lines.reporting.layout import colon_of_list
from digests.lines.reporting.patterns import checks, openers
from digests.lines.reporting.report import Report
from digests.lines.reporting.retractions import takes_back
from digests.lines.reporting.sentence.attached import is_accompanying, is_attached
from digests.lines.reporting.sentence.described import is_described, is_noun_of_source
from digests.lines.reporting.sentence.forms import form_of
from digests.lines.reporting.sentence.labels import read_label
from digests.lines.reporting.sentence.parts import Parts
from digests.lines.reporting.turned import read_turned
from digests.lines.reporting.verb_groups import verb_group

_PUNCTUATION = re.compile(r"[\s,.;:!?“”\"'‘’»«…()\[\]—–-]*")


@functools.cache
def _link(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between an opening and a source: “…, as | Bo said”."""
    return re.compile(rf"[\s,“”\"'’]*(?:(?:{either(lexicon.grammar.doubtful_reasons)})\s+)?")


def read_grammar(parts: Parts) -> Report | None:
    """The grammar: according to, a label, the source first, the verb first, or the sentence turned round."""
    cue = " ".join(parts.text[slice(*parts.cue)].lower().split())
    if cue in parts.lexicon.reporting.according:
        return _according(parts)
    if not re.search(r"\w", cue):
        return read_label(parts)
    plain = _source_first(parts) if parts.source[0] <= parts.cue[0] else _verb_first(parts)
    return plain or read_turned(parts.claim.attribution, parts.text, parts.lexicon, parts.sentence)


def _according(parts: Parts) -> Report | None:
    if parts.ahead is not None:
        if openers(parts.lexicon).sources.search(parts.text, *parts.ahead) and parts.claim.mode != "direct":
            return None  # “too big according to the city and too small according to Holm”
        link = _PUNCTUATION.fullmatch(parts.text[parts.ahead[1] : parts.cue[0]])
        return Report("colon") if link and parts.content_opens() else None
    if parts.after is None or not parts.opens(parts.sentence[0], parts.cue[0]):
        return None
    if takes_back(parts.text[parts.near_source[0] : parts.after[0]], parts.lexicon):
        return None
    return Report("colon") if "," in parts.text[parts.source[1] : parts.after[0]] else None


def _source_first(parts: Parts) -> Report | None:
    start = parts.sentence[0] if parts.ahead is None else parts.ahead[1]
    link = parts.ahead is not None and _link(parts.lexicon).fullmatch(parts.text[start : parts.source[0]])
    accompanies = not link and is_accompanying(parts, start)
    if not (link or accompanies or parts.opens(start, parts.source[0]) or is_attached(parts, start)):
        return None
    if is_noun_of_source(parts) or is_described(parts):
        return None
    no = checks(parts.lexicon)
    is_condition = parts.ahead is None and no.subordinate.search(parts.text[start : parts.source[0]])
    if is_condition or no.time_clause.match(parts.text, start, parts.cue[0]):
        return None
    if link and _agrees_with_denial(parts, link.group()):
        return None
    if parts.ahead is not None and not parts.content_opens():
        return None
    end = parts.after[0] if parts.after is not None else parts.cue[1]
    end = colon_of_list(parts.text, (parts.cue[0], end)) or end
    group = verb_group(parts.text, (parts.near_source[1], end), parts.cue, parts.lexicon, bare=accompanies)
    return None if group is None else form_of(parts, group.span, end, hedged=group.hedged)


def _agrees_with_denial(parts: Parts, link: str) -> bool:
    """Whether a speaker may say the contrary: “Pirates did not sink it, as the admiral said”."""
    words = " ".join(parts.text[slice(*span)] for span in parts.content if span[1] <= parts.source[0])
    links = link.strip(" ,\n").lower() in parts.lexicon.grammar.comparing
    return links and checks(parts.lexicon).negative.search(words) is not None


def _verb_first(parts: Parts) -> Report | None:
    """After what is said: “…, said X”, “….” So said X”."""
    if parts.ahead is None:
        return None
    link = openers(parts.lexicon).inverting.sub("", parts.text[parts.ahead[1] : parts.cue[0]])
    if not _PUNCTUATION.fullmatch(link):
        return None
    cue = parts.text[slice(*parts.cue)].lower()
    if cue not in parts.lexicon.reporting.reporting.finite or parts.text[parts.cue[1] : parts.source[0]].strip():
        return None
    return form_of(parts, parts.cue, parts.cue[1], hedged=False) if parts.content_opens() else None
