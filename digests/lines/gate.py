"""The publishing gate: a line that is not grounded in its passage is held back, with the reason.

It is a second opinion: it calls nothing that drew the line (import-linter holds that), but reads the words of the line
and of the article again, and lets through only what a short closed check allows.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from datetime import datetime
from typing import NamedTuple

from digests.dates.shown import DAYS
from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.checks.frames import holds_another, is_unframed
from digests.lines.checks.grounding import is_grounded
from digests.lines.checks.hanging import (
    has_hanging_object,
    has_hanging_place,
    is_of_another_body,
    may_be_another,
    names_namesake,
    points_at_thing,
)
from digests.lines.checks.line_heads import no_claimant
from digests.lines.checks.misread_persons import tells_of_inner_saying
from digests.lines.checks.pronouns import dangles
from digests.lines.checks.standing import standing_altered
from digests.lines.checks.statement_checks import states_nothing, unstated
from digests.models import Article, Claim, DigestItem
from digests.text.sentences import sentences
from digests.text.spans import span_holding

BODY_WORDS = 40  #: the longest body
LINE_CHARS = 240  #: the longest line, without its link
WHOLE_WORDS = 48  #: the longest body of words that nothing parts, and that are printed whole
WHOLE_CHARS = 300  #: the longest line of them, or one that says who somebody is, which a phone shows in eight rows
_INNER_END = re.compile(r"[.!?,][’'](?=\s|$)")
_INNER_START = re.compile(r"(?:^|[\s(—–-])[‘'](?=\w)")
_INNER_OPENING = re.compile(r"(?:^|[\s(—–-])[‘'](?=[^\W\d_])")
_INNER_CLOSING = re.compile(r"[’'](?!\w)")
_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"(?:[a-z]{3}[.!?]|”)\s+[A-Z]")  #: where a sentence ends within words
_ASIDE = re.compile(r",[^,]{1,200},")  #: what describes a source
_OWN_MARKS = re.compile(r"[·•~]")
_GARBLED = re.compile(r"\[#x[0-9a-f]+|â€|Ã[\x80-\xbf]|\ufffd")  #: what a wrong encoding leaves
_RUN_TOGETHER = re.compile(r"(?<![@#/.\w])[a-z]{2,}[A-Z][a-z]{2,}|\d{4}\.[A-Z][a-z]{2}")  #: “closureProtesters”
_OWN_DATE = re.compile(rf"\((?:said |for )?(?:{'|'.join(DAYS)}) \d")


class _Patterns(NamedTuple):
    contrast: re.Pattern[str]  #: behind which a verb denies nothing that the first one does
    joint: re.Pattern[str]  #: right before a second verb of the same subject: “left and later”, “left, ”
    having: re.Pattern[str]
    negative: re.Pattern[str]  #: what makes a saying none, between a source and its content
    conditional: re.Pattern[str]  #: the same, wherever it stands in a sentence
    conceding: re.Pattern[str]  #: what begins a clause that may be the narrator's
    unmarked: re.Pattern[str]  #: a sentence's first word amid words, whose mark is lost: “the town says The pier”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges = lexicon.grammar, lexicon.hedges
    openings = either(map(str.capitalize, grammar.definite_articles | grammar.demonstratives | grammar.neuter_pronouns))
    negative = either(hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures)
    return _Patterns(
        contrast=re.compile(rf"\b(?:{either(hedges.exceptions & grammar.coordinators)})\b"),
        joint=re.compile(
            rf"(?:(?P<comma>,)|\b(?:{either(grammar.continuing)}))\s+"
            rf"(?:(?:\w+ly|{either(lexicon.circumstances.adverbs)})\s+)*$"
        ),
        having=re.compile(rf"\b(?:{either(grammar.have_finite)})\b"),
        negative=re.compile(rf"\b(?:{negative})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
        conditional=re.compile(rf"\b(?:{either(hedges.conditions)})\b", re.IGNORECASE),
        conceding=re.compile(rf"\b(?:{either(hedges.concessions)})\b"),
        unmarked=re.compile(rf"[a-z]\s(?:{openings})\s[a-z]"),
    )


def hold_reason(
    item: DigestItem, claim: Claim, article: Article, *, now: datetime, limit: int = LINE_CHARS
) -> str | None:
    """Why a line must not be printed, or None if it may be.

    `limit` is the longest line in characters, but for words that nothing parts and for who somebody is.
    """
    return wording_hold(item, claim, article) or standing_hold(item, claim, article, now=now, limit=limit)


def wording_hold(item: DigestItem, claim: Claim, article: Article) -> str | None:
    """Why a line's words must not be printed, whatever stands behind them: that depends on their article alone."""
    lexicon = lexicon_of(article)
    return (
        _not_in_passage(item, claim, article.body)
        or no_claimant(item, claim, article, lexicon)
        or unstated(claim, lexicon)
        or _unreal(item, claim, article.body, lexicon)
        or ("not plainly reported" if is_unframed(claim, article.body, lexicon, own_verb=item.own_verb) else None)
        or ("not plainly reported" if holds_another(item.body, claim, lexicon) else None)
        or _words_altered(item, claim, article, lexicon)
        or ("pronoun not resolved" if _points_at_nothing(item, claim, article, lexicon) else None)
        or ("not plainly reported" if tells_of_inner_saying(claim, article) else None)
        or _too_long(item, claim, lexicon, LINE_CHARS)
    )


def _points_at_nothing(item: DigestItem, claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether a pronoun or a “there” means nothing that the line shows, or may mean another than it shows."""
    return (
        (not item.own_verb and dangles(item.body, claim, article))
        or has_hanging_object(item, claim, lexicon)
        or points_at_thing(claim, article.body, lexicon)
        or has_hanging_place(item.body, claim, lexicon)
        or may_be_another(item, claim, article)
        or names_namesake(item, claim, article)
        or is_of_another_body(item, claim, article)
    )


def standing_hold(
    item: DigestItem, claim: Claim, article: Article, *, now: datetime, limit: int = LINE_CHARS
) -> str | None:
    """Why a line whose words may be printed must not be with its date, flags, source and link, or for its length."""
    return (
        _not_in_passage(item, claim, article.body)
        or standing_altered(item, claim, article, now)
        or _too_long(item, claim, lexicon_of(article), limit)
    )


def _not_in_passage(item: DigestItem, claim: Claim, text: str) -> str | None:
    passage = claim.passage
    if item.was or item.claim_id != claim.id or text[passage.start : passage.end] != passage.exact:
        return "passage not in the article"
    return None


# --- what the frame makes of it --------------------------------------------------------------------------------


def _unreal(item: DigestItem, claim: Claim, text: str, lexicon: Lexicon) -> str | None:
    """Whether source and cue are the passage's, and nothing between them and the words undoes the saying."""
    attribution = claim.attribution
    if not attribution.cue:
        return None
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    is_verbless = item.own_verb and item.body.split(" ", 1)[0].lower() in lexicon.grammar.complementizers
    if cue != claim.cue or is_verbless:
        return "cue altered"
    sentence = span_holding(sentences(text), attribution.cue[0][0])
    first, last = min(attribution.citation)[0], max(end for _, end in attribution.citation)
    content = next((start for start, _ in attribution.content if start >= last), last)
    frame = text[max(first, sentence[0]) : min(content, sentence[1])]
    for start, end in attribution.content:
        frame = frame.replace(text[start:end], " ")
    source = " ".join(text[start:end] for start, end in attribution.source)
    if item.own_verb:
        return None
    patterns, frame = _patterns(lexicon), _ASIDE.sub(",", frame.replace(source, " "))
    frame = patterns.contrast.split(frame)[-1]
    if patterns.conditional.search(frame) or patterns.negative.search(_of_cue(frame, claim.cue, lexicon)):
        return "not plainly reported"
    return states_nothing(claim, text, last, lexicon)


def _of_cue(frame: str, cue: str, lexicon: Lexicon) -> str:
    """What of a frame its cue's verb can belong to: no first verb's denial reaches “, saying” or “and said”."""
    patterns, forms = _patterns(lexicon), lexicon.reporting.reporting
    ahead, verb, rest = frame.rpartition(cue)
    joint = patterns.joint.search(ahead)
    if joint is None:
        return frame
    verbs = {word.lower() for word in cue.split()}
    is_past = any(word in forms.finite and f"{word}s" not in forms.finite for word in verbs)
    is_apart = forms.gerunds & verbs if joint["comma"] else is_past and not patterns.having.search(ahead)
    return verb + rest if is_apart else frame


# --- the words -------------------------------------------------------------------------------------------------


def _words_altered(item: DigestItem, claim: Claim, article: Article, lexicon: Lexicon) -> str | None:
    """The body is what its passage says, by a reading of its own."""
    body = item.body
    if not any(c.isalnum() for c in body):
        return "nothing said"
    if body.count("“") != body.count("”") or '"' in body or _halves_inner_quotation(body):
        return "half a quotation"
    if body.count("(") > body.count(")"):
        return "half a bracket"
    if _OWN_MARKS.search(body) or _OWN_DATE.search(body):
        return "marks of ours in the words"
    if is_grounded(body, claim, article, lexicon, own_verb=item.own_verb):
        return None
    return _difference(body, " ".join(claim.passage.exact.split()))


def _halves_inner_quotation(body: str) -> bool:
    """Whether a quotation begins within one that it holds, whose words are another's: “Wait here.’ So I did”.

    Nor may the end of one stand alone outside all quotations, nor the beginning of one anywhere.
    """
    for quotation in (*re.findall(r"“([^”]*)”", body), re.sub(r"“[^”]*”", " ", body)):
        opening = _INNER_OPENING.search(quotation)
        if opening and _INNER_CLOSING.search(quotation, opening.end()) is None:
            return True
        end = _INNER_END.search(quotation)
        if end and _INNER_START.search(quotation, 0, end.start()) is None:
            return True
    return False


def _difference(body: str, passage: str) -> str:
    """In which way a body differs from its passage."""
    plain = str.maketrans(dict.fromkeys('“”„"', ""))
    quotations = re.findall(r"“([^”]*)”", body)
    if any(quotation.translate(plain) not in passage.translate(plain) for quotation in quotations):
        return "quotation altered"
    passage_words = iter(_WORD.findall(passage))
    return (
        "words left out" if all(word in passage_words for word in _WORD.findall(body)) else "words not in the passage"
    )


def _too_long(item: DigestItem, claim: Claim, lexicon: Lexicon, limit: int) -> str | None:
    line = item.line
    is_odd = not line.isprintable() and any(unicodedata.category(c) in {"Cc", "Cf"} for c in line)
    if is_odd or _GARBLED.search(item.body):
        return "control character"
    if _RUN_TOGETHER.search(item.body) or _patterns(lexicon).unmarked.search(item.body):
        return "words run together"
    words, chars, longest = len(item.body.split()), len(line), limit + WHOLE_CHARS - LINE_CHARS
    bare = chars - len(item.claimant) + len(item.claimant.partition(" (")[0])
    if words <= BODY_WORDS and bare <= limit and chars <= longest:
        return None
    is_short = words <= WHOLE_WORDS and chars <= longest
    is_printable = is_short and _is_one_whole(item.body, claim, lexicon)
    return None if is_printable else "no clause boundary to cut at"


def _is_one_whole(body: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a body ends where its words do, and no sentence or concession in it, which may be another's, does."""
    if body.endswith("…") or _PARTED.search(body):
        return False
    return claim.mode == "direct" or _patterns(lexicon).conceding.search(body) is None
