"""The publishing gate: a line that is not grounded in its passage is held back, with the reason.

It trusts nothing that drew the line: it looks at the words of the line and of the article again.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from digests.models import Claim, DigestItem
from digests.rewrites import rewrite
from digests.text import quotations

BODY_WORDS = 40  #: the longest body
MAX_GAPS = 6  #: how many deletions a body may hold before it no longer reads as the passage

#: A quotation of a body, marks included; the group makes `split` keep it.
QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
CONDITIONAL = re.compile(
    r"\s*(?:if|unless|although|though|while|when|whether|should|until|once|despite)\b", re.IGNORECASE
)

_PROTECTED = re.compile(
    r"^(?:\d.*|not|no|never|neither|nor|none|without|\w+n[’']t|cannot|may|might|could|would|should|likely|unlikely|"
    r"probably|possibly|reportedly|allegedly|if|unless|although|though|until|except|only|first|about|around|"
    r"approximately|roughly|nearly|almost|up|least|most|more|less|fewer|than|over|under|dozens?|hundreds?|thousands?|"
    r"millions?|billions?|half|failed|denied|denies|false|falsely)$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?<!\w)[-−]?\d[\d,.]*\d|(?<!\w)[-−]?\d|\d[\d,.]*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*|[%$€£]")
_OWN_MARKS = frozenset("“”…%")  #: marks that a line may add: of quotation, omission and a declared rewrite
_PRONOUN = re.compile(
    r"(?:(?:he|she|they|it|i|we|you|who|whom|one|this|that|these|those|some|others?|many|both|all)$"
    r"|(?:his|her|their|its|my|our|whose)\b)",
    re.IGNORECASE,
)
_NEGATED_CUE = re.compile(r"\b(?:not|never|no|neither|nor|without|cannot|refus\w+|declin\w+)\b|n[’']t\b", re.IGNORECASE)
_UNREAL_CUE = re.compile(r"\b(?:would|could|might|may|should|if|expected to|likely to|asked whether)\b", re.IGNORECASE)


def hold_reason(item: DigestItem, claim: Claim, text: str, *, limit: int) -> str | None:
    """Why a line must not be printed, or None if it may be. `limit` is the longest line in characters."""
    checks = (
        _not_in_passage(claim, text),
        _no_claimant(item, claim, text),
        _turned_round(claim),
        _dangling(item.body, claim),
        _quotation_altered(item.body, claim, text),
        _words_altered(item.body, claim, text),
        _too_long(item, limit),
    )
    return next((reason for reason in checks if reason), None)


def has_protected(words: str) -> bool:
    """Whether words hold a number, negation, hedge or condition, which a deletion may not touch."""
    return any(_PROTECTED.match(token) for token in _TOKEN.findall(words))


def _not_in_passage(claim: Claim, text: str) -> str | None:
    passage = claim.passage
    return None if text[passage.start : passage.end] == passage.exact else "passage not in the article"


def _no_claimant(item: DigestItem, claim: Claim, text: str) -> str | None:
    claimant = claim.claimant
    if claimant.resolved_by == "unresolved" and _PRONOUN.match(claimant.name):
        return "speaker not resolved"
    if claimant.role == "outlet" or (claimant.resolved_by == "none" and not claim.attribution.cue):
        return "no source named"
    if not item.claimant.startswith(claimant.label):
        return "claimant altered"
    source = " ".join(text[start:end] for start, end in claim.attribution.source)
    supported = claimant.surface and claimant.surface.casefold() in f"{source} {text}".casefold()
    return None if supported or claimant.resolved_by == "none" else "claimant not in the article"


def _dangling(body: str, claim: Claim) -> str | None:
    """A body that begins with a pronoun reads as if the claimant were meant; it must be one that may mean them."""
    first = re.match(r"(he|she|his|her|it|its|they|their|them)\b", body, re.IGNORECASE)
    if not first:
        return None
    pronoun = first[1].lower()
    person = (claim.claimant.actor_id or "").startswith("person:")
    plural = claim.claimant.resolved_by in {"none", "local"} and claim.claimant.name.endswith("s")
    fitting = {"he", "she", "his", "her"} if person else {"they", "their"} if plural else {"it", "its"}
    own = claim.claimant.role not in {"analyst", "outlet"}
    return None if pronoun in fitting and own else "pronoun not resolved"


def _turned_round(claim: Claim) -> str | None:
    """A cue such as “did not say” or “would say” makes no statement of its content."""
    if claim.kind != "denial" and _NEGATED_CUE.search(claim.cue):
        return "negated cue"
    return "hypothetical cue" if _UNREAL_CUE.search(claim.cue) else None


def _quotation_altered(body: str, claim: Claim, text: str) -> str | None:
    rest = QUOTED.sub(" ", body)
    if re.search(r"[“”\"]", rest):
        return "half a quotation"
    spoken = [text[start:end] for start, end in quotations(text)]
    for quotation in QUOTED.findall(body):
        words = quotation[1:-1]
        if not any(words in whole for whole in spoken) or not _in_content(words, claim, text):
            return "quotation altered"
    return None


def _in_content(words: str, claim: Claim, text: str) -> bool:
    return any(words in text[max(0, start - 1) : end + 1] for start, end in claim.attribution.content)


def _words_altered(body: str, claim: Claim, text: str) -> str | None:
    """The body's words must be the content's in order; what was left out may hold nothing protected."""
    content = rewrite(" ".join(text[start:end] for start, end in claim.attribution.content))
    found = list(_TOKEN.finditer(content))
    said, shown = [m.group().casefold() for m in found], _tokens(rewrite(body))
    if not shown:
        return "nothing said"
    if not _symbols(body) <= _symbols(content) | _OWN_MARKS:
        return "marks not in the passage"
    blocks = SequenceMatcher(None, said, shown, autojunk=False).get_matching_blocks()
    if sum(block.size for block in blocks) < len(shown):
        return "words not in the passage"
    kept = {i for block in blocks for i in range(block.a, block.a + block.size)}
    last = max(kept)
    inner = [said[i] for i in range(last) if i not in kept]
    tail = _rest_of_sentence(content, found[last].end())
    if _TOKEN.search(content, found[last].end()) and not body.rstrip().endswith("…"):
        inner += _tokens(tail)
    elif has_protected(tail):
        return "protected word cut off"
    if any(_PROTECTED.match(token) and token not in _doubled(content) for token in inner):
        return "protected word left out"
    return "too many words left out" if len(blocks) - 2 > MAX_GAPS else None


def _symbols(text: str) -> set[str]:
    return {c for c in text if not c.isalnum() and not c.isspace()}


def _rest_of_sentence(content: str, at: int) -> str:
    """What follows in the same sentence of the content."""
    rest = content[at:]
    end = re.search(r"[.!?][”\"’)]*(?=\s|$)", rest)
    return rest[: end.start()] if end else rest


def _doubled(content: str) -> set[str]:
    """The words of parentheses, which may repeat a measure in other units and so may go."""
    return {token for match in re.finditer(r"\([^()]*\)", content) for token in _tokens(match.group())}


def _tokens(text: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(text)]


def _too_long(item: DigestItem, limit: int) -> str | None:
    if any(unicodedata.category(c) in {"Cc", "Cf"} for c in item.line):
        return "control character"
    if len(item.body.split()) > BODY_WORDS or len(item.line) > limit:
        return "no clause boundary to cut at"
    return None
