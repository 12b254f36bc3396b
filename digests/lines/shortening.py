"""Where a line's words may end early, marked with “…”; the gate knows the same table."""

from __future__ import annotations

import re
from itertools import pairwise

from digests.lexicon.hedges import CONDITIONAL, has_protected, is_negated, undoes
from digests.lines.passages import has_verb
from digests.models import Span
from digests.text.sentences import sentences

REACH = 600  #: characters of a body within which it may be cut; no line is longer

_SUBJECT = r"(?:I|we|you|he|she|it|they|there|this|these|those|the|an?)"
_CLAUSE = re.compile(
    r"[,;]\s+(?=(?:which|who|whose|where|when|while|as|because|since|although|though|despite|after|before|following|"
    rf"including|amid|bringing|(?:and|so)\s+(?:that|{_SUBJECT})|\w{{3,}}ing)\b)"
    r"|\s+(?:[–—]|--?)\s+|;\s+"
)
#: Clauses that stand by themselves, and those that give a reason or a setting.
_INDEPENDENT = re.compile(
    rf"(?:[,;]\s+|\s+(?=(?:and|so)\s+(?:that|I|we|he|she|they)\b))(?=(?:and|so)\s+(?:that|{_SUBJECT}|[A-Z]\w+)\b)"
    r"|,?\s+(?=and\s+(?:(?:never|also|then)\s+)?(?:\w{2,}(?:ed|es|[^s]s)\s+(?:that|to|the|an?|his|her|its|their)|includes?|has|"
    r"have|had|is|are|was|were|will|would)\b)|[;:]\s+"
)
_REASON = re.compile(r",?\s+(?=(?:because|while|whereas|after|before|since|so\s+(?:that|they|we|he|she|it))\b)")
#: What opens a sentence and sets the scene: “As we have said, …”, “Following talks in May, …”.
_OPENING = re.compile(
    rf"“?(?:As|Given|Following|After|Since|Well|Honestly|Still|Earlier|Of course)\b[^,;.“”]*,\s+(?={_SUBJECT}\b|[A-Z])",
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|does|did|do|will|would|can|could|may|might|must|shall|should|said|went|came|"
    r"made|took|got|won|lost|fell|rose|left|kept|gave|grew|held|led|met|put|ran|saw|sent|shot|spent|began|became|broke|"
    r"brought|built|hit|\w{2,}ed)\b|[’'](?:re|ve|ll|m)\b|n[’']t\b",
    re.IGNORECASE,
)
_CONCESSIVE = re.compile(rf"(?:although|though|while|despite)\b[^,]*,\s+(?=[^,]*{_FINITE.pattern})", re.IGNORECASE)
_JOINT = re.compile(r"(?<=”) … (?=“)| … (?=“?[A-Z])")
_POINTS_BACK = re.compile(
    r"[“‘'\"\s]*(?:he|she|it|they|this|that|these|those|him|her|his|its|their|them|such|both|neither|and|but|or|nor|so|yet|"
    r"then|there|which|who|because|also|too|however|instead|otherwise|therefore|if not)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", ".”", "!”", "?”")

#: A main verb that comes after a comma or a dash: what stood before it was put in between.
_GOES_ON = re.compile(rf"(?:,|\s[–—-]+)\s+(?:\w+ly\s+)?(?:{_FINITE.pattern}|\w+s\s)", re.IGNORECASE)


def boundaries(body: str) -> list[Span]:
    """Where a body may end early: at a sentence's end or between quotations, and before a clause."""
    patterns = (_CLAUSE, _INDEPENDENT, _REASON, _JOINT)
    matches = [match for pattern in patterns for match in pattern.finditer(body, 0, REACH)]
    if opening := _OPENING.match(body):
        matches.append(opening)
    ends = ((before[1], after[0]) for before, after in pairwise(sentences(body[:REACH])) if body[after[0]] != "…")
    return sorted({*(match.span() for match in matches), *ends})


def cut(body: str, boundary: Span, *, bold: bool = False) -> str | None:
    """A body that ends at a boundary, with “…”; none where a protected word of the same sentence would go.

    A `bold` cut, for a line that would otherwise be too long to print, may leave out a clause although it holds such
    a word, but none that may take back what was said.
    """
    head, tail = body[: boundary[0]].rstrip(), body[boundary[1] :]
    if not head or (not _is_whole(body, boundary, head) and not _may_go(body, boundary, head, tail, bold=bold)):
        return None
    open_quote = head.count("“") > head.count("”")
    return f"{head.rstrip(' ,;')}” …" if open_quote else f"{head.rstrip(' ,;')} …"


def later(body: str, boundary: Span) -> str | None:
    """What follows a whole sentence or its opening, behind “…”; none where it would point back to what is gone."""
    head, tail = body[: boundary[0]].rstrip(), body[boundary[1] :].lstrip("… ")
    whole = boundary[0] > 0 and _is_whole(body, boundary, head)
    if not (whole or boundary[0] == 0) or _POINTS_BACK.match(tail):
        return None
    head = head or body[: boundary[1]]
    return f"… “{tail}" if head.count("“") > head.count("”") else f"… {tail}"


def _is_whole(body: str, boundary: Span, head: str) -> bool:
    return head.endswith(_ENDS) or bool(_JOINT.match(body, boundary[0]))


def _may_go(body: str, boundary: Span, head: str, tail: str, *, bold: bool) -> bool:
    """Whether the rest of a sentence may go, and what is left states something."""
    last, rest = _last_sentence(head).lstrip("“"), _sentence(tail)
    conceded = bold and _CONCESSIVE.match(last)  # its main clause has come, and the concession stays
    if (CONDITIONAL.match(last) and not conceded) or not _states(last, rest):
        return False
    if _CLAUSE.match(body, boundary[0]):
        return (bold or not has_protected(rest)) and not undoes(rest)
    reason = bool(_REASON.match(body, boundary[0]))
    return bold and not undoes(rest) and not (reason and is_negated(last))


def _states(head: str, rest: str) -> bool:
    """Whether a sentence has had its verb; one that goes on behind “, who …,” has not, perhaps."""
    if _FINITE.match(rest):
        return False  # “the mayor – who built it – left”
    return bool(_FINITE.search(head)) or (has_verb(head) and not _GOES_ON.search(rest))


def _sentence(tail: str) -> str:
    near = tail[: 4 * REACH]
    ends = next((end for _, end in sentences(near)), 0)
    return tail[:ends] if ends < len(near.rstrip()) else tail


def _last_sentence(head: str) -> str:
    return head[slice(*next(reversed(sentences(head[-REACH:])), (0, None)))]
