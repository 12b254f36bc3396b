"""The verb group between a source and what it says: finite and affirmative, or none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.lines.finite_verbs import finite_verbs
from digests.lines.reporting.narrator.scenes import is_of_stage
from digests.lines.reporting.patterns import WORD, checks, openers, verb_parts
from digests.models import Span

_VERB_GROUP = 5  #: words within which a clause's own verb group ends
_NEAR = 60  #: characters behind a verb in which “that” or a quotation begins
_SPACES = " ,\n\xa0"


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries and the hedge beside it."""

    span: Span
    hedged: bool = False


def verb_group(text: str, gap: Span, cue: Span, lexicon: Lexicon, *, bare: bool = False) -> VerbGroup | None:
    """The verb group that ends in the cue; none where it is not finite and affirmative, nor a participle that may be.

    `bare` says that a participle right behind its source is one: “with Orr saying”.
    """
    if bare:
        is_near = not WORD.search(text[gap[0] : cue[0]])
        return VerbGroup(cue) if is_near else None
    begins = (gap[0], gap[0] - 1) if text[gap[0] - 1 : gap[0]] == "," else (gap[0],)  # “Orr, R-Fla., speaking in Larn,”
    for begin, relative in itertools.product(begins, (False, True)):
        if group := _first_group(text, (begin, gap[1]), cue, lexicon, relative=relative):
            return group
    return _later_group(text, gap[0], cue, lexicon)


def _first_group(text: str, gap: Span, cue: Span, lexicon: Lexicon, *, relative: bool) -> VerbGroup | None:
    """The verb group of a source's first verb, or of a relative clause's behind it."""
    forms = lexicon.reporting.reporting
    (index, end), want, begin, hedged = gap, forms.finite, -1, False
    while index < end:
        start = _skipped(text, index, _SPACES.replace(",", ""))
        word = WORD.match(text, start, end)
        if word and word.group().lower().replace("’", "'") in want and cue[0] < word.end() and start < cue[1]:
            return VerbGroup((start if begin < 0 else begin, word.end()), hedged)
        part = _part(text, index, end, lexicon, finite=want is forms.finite and begin < 0, relative=relative)
        if part is None:
            return None
        if part.kind:
            begin = _skipped(text, index, _SPACES) if begin < 0 else begin
            hedged = hedged or part.kind == "hedging"
            want = {"having": forms.participles, "being": forms.gerunds}.get(part.kind, want)
        index = part.end
    return None


class _Part(NamedTuple):
    end: int
    kind: str = ""  #: what it makes of the verb group; nothing where it only stands beside


def _skipped(text: str, index: int, spaces: str) -> int:
    while text[index : index + 1] and text[index] in spaces:
        index += 1
    return index


def _part(text: str, index: int, end: int, lexicon: Lexicon, *, finite: bool, relative: bool) -> _Part | None:
    """One part of a verb group before its verb."""
    parts = verb_parts(lexicon)
    kinds = {"having": parts.having, "being": parts.progressive, "relay": parts.relay} if finite else {}
    for kind, pattern in {**kinds, "hedging": parts.hedging}.items():
        if match := pattern.match(text, index, end):
            return _Part(match.end(), kind)
    pronoun = parts.relative.match(text, index, end) if finite and relative else None
    if pronoun:
        return _Part(pronoun.end())
    occasion = parts.occasion.match(text, index, end)
    if occasion:
        is_unreal = checks(lexicon).undone.search(occasion.group()) or is_of_stage(occasion["words"], lexicon)
        return None if is_unreal else _Part(occasion.end())
    for pattern in (parts.busy, *parts.adverbials):
        match = pattern.match(text, index, end)
        if match and match.end() > index and not checks(lexicon).undone.search(match.group()):
            return _Part(match.end())
    aside = parts.aside.match(text, index, end)
    return _Part(aside.end()) if aside and aside.end() > index else None


def _later_group(text: str, start: int, cue: Span, lexicon: Lexicon) -> VerbGroup | None:
    """The second verb of a subject, “left and said”, or a participle: “left, saying”, “issued a letter saying”."""
    parts, forms = verb_parts(lexicon), lexicon.reporting.reporting
    start -= text[start - 1 : start] == ","
    ways = (
        (parts.coordinate, forms.finite),
        (parts.contrasted, forms.finite),
        (parts.participial, forms.gerunds - lexicon.reporting.inferring),
        (parts.issued, forms.gerunds),
    )
    for pattern, want in ways:
        for begin, end in _verbs(text, cue, want):
            head = parts.adverb_last.sub("", text[start:begin].rstrip())
            head = parts.occasion_last.sub(r"\g<joint>", head) + " "
            if pattern.fullmatch(head):
                if want is not forms.finite:
                    affirmed = _is_factual(head, lexicon)
                elif _is_hedged(head, lexicon):
                    affirmed = False  # “allegedly wrote to her and threatened”: both may be but alleged
                else:
                    apart = _is_apart(text, head, end, lexicon)
                    affirmed = pattern is parts.contrasted or _is_affirmed(head, lexicon, apart=apart)
                return VerbGroup((begin, end)) if affirmed else None
    return _with_own_auxiliary(text, start, cue, lexicon)


def _with_own_auxiliary(text: str, start: int, cue: Span, lexicon: Lexicon) -> VerbGroup | None:
    """A second verb with an auxiliary of its own, which no denial of the first one reaches: “cannot go and has said”.

    Behind “that”, or where the words of a first verb of saying have such an auxiliary too, it may be theirs, and
    behind “who” no comma tells where its words end.
    """
    forms, parts = lexicon.reporting.reporting, verb_parts(lexicon)
    if not lexicon.reporting.subject_relatives.isdisjoint(text[:start].rsplit(maxsplit=1)[-1:]):
        return None
    for begin, end in _verbs(text, cue, forms.participles):
        head = parts.own_auxiliary.fullmatch(text, start, begin)
        if head is None:
            continue
        first, patterns = head["first"], openers(lexicon)
        inner = patterns.tells.search(first)
        is_told = inner is not None and (inner["joint"] or parts.having.search(first, inner.end()))
        embeds = is_told or patterns.conditional.search(first) or parts.first_content.search(first)
        return None if embeds else VerbGroup((head.start("auxiliary"), end))
    return None


def _is_apart(text: str, head: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a later verb can only be the source's: “that” or a quotation follows, or it stands behind “, and”."""
    parts = verb_parts(lexicon)
    if parts.apart.match(text, end, end + _NEAR):
        return True
    last = _first_verb(head, lexicon).rsplit(maxsplit=1)[-1:]
    return parts.new_part.search(head) is not None and not lexicon.reporting.reporting.finite.isdisjoint(last)


def _verbs(text: str, cue: Span, want: frozenset[str]) -> Iterator[Span]:
    for word in re.finditer(r"\w+", text[slice(*cue)]):
        if word.group().lower() in want:
            yield cue[0] + word.start(), cue[0] + word.end()


def _is_affirmed(head: str, lexicon: Lexicon, *, apart: bool) -> bool:
    """Whether a first verb denies nothing that could reach a second one; one that stands apart only its own.

    Who denies a thing that is no clause says what follows: “denied the charges and said”.
    """
    no = checks(lexicon)
    denied = verb_parts(lexicon).denied_thing.fullmatch(head)
    if denied and not finite_verbs(denied["thing"], lexicon):
        return True
    if apart:
        return not no.undone.search(_first_verb(head, lexicon))
    having = verb_parts(lexicon).having_done.match(head)  # “has left and accused”: either way both are done
    rest = head[having.end() :] if having else head
    return not (no.undone.search(head) or no.unproven.search(head) or no.helped.search(rest))


def _is_hedged(head: str, lexicon: Lexicon) -> bool:
    """Whether a first verb has an adverb of hearsay, and no noun behind it: not “left the allegedly stolen car”."""
    words = _first_verb(head, lexicon).lower().split()
    articles = lexicon.grammar.articles
    return any(
        word in lexicon.circumstances.hedging & lexicon.hedges.hedges and articles.isdisjoint(words[:number][-1:])
        for number, word in enumerate(words)
    )


def _is_factual(head: str, lexicon: Lexicon) -> bool:
    """Whether a main clause before “, saying” tells a fact, be it that something was not done: “did not go, saying”.

    Behind “was charged, alleging” it is not the accused who speak.
    """
    no, first = checks(lexicon), _first_verb(head, lexicon)
    return not (no.passed_on.search(head) or no.supposed.search(first) or no.prosecuted.search(first))


def _first_verb(head: str, lexicon: Lexicon) -> str:
    """The first verb group behind a subject, without what it says where it is a verb of saying."""
    words = verb_parts(lexicon).first_content.split(f" {head}", maxsplit=1)[0].split()[:_VERB_GROUP]
    forms = lexicon.reporting.reporting.finite
    last = next((number for number, word in enumerate(words) if word.lower() in forms), len(words))
    return " ".join(words[: last + 1])


def reaches(text: str, gap: Span, lexicon: Lexicon) -> bool:
    """Whether only whom, when and where stand between a verb and what is said."""
    index, end = gap
    is_quoted = text[end : end + 1] in "“\"‘'" or text[end - 1 : end] in "“\"‘'"
    parts = verb_parts(lexicon)
    patterns = (*parts.adverbials, parts.particle, parts.audience, *((parts.loose_audience,) if is_quoted else ()))
    while not parts.opening.match(text, index, end):
        matches = (pattern.match(text, index, end) for pattern in patterns)
        ends = (
            match.end()
            for match in matches
            if match and match.end() > index and not checks(lexicon).undone.search(match.group())
        )
        reached = next(ends, None)
        if reached is None:
            return False
        index = reached
    return True
