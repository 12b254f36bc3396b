"""Whether a line begins with a pronoun that its reader cannot follow."""

from __future__ import annotations

import re

from digests.lines.antecedents import names_another
from digests.lines.claimant_nouns import is_person, is_plural, is_someone
from digests.models import Article, Claim

#: A word that points at something said before, which a line does not show.
_POINTING = re.compile(
    r"(?:he|she|his|her|its|it|they|their|them)\b"
    r"|(?:that|this|these|those)(?=\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|"
    r"did)\b)",
    re.IGNORECASE,
)
#: “It” that stands for what follows: “it is clear that”, “it was “a mistake” to”, “it will take weeks to”.
_EMPTY_IT = re.compile(
    r"it(?:[’']s| (?:is|was|will be|would be|has been|had been|may be|might be|could be|remains|seems|appears))"
    r"(?: not| \w+ly)? (?:too |time |only (?:when|after) |"
    r"(?:“[^”]{1,40}”|(?!going\b|\w+ing\b)[\w’'-]+)(?: [\w’'-]+){0,3} (?:that|to|for|if|whether)\b"
    r"|(?:clear|likely|unlikely|possible|true|obvious|evident|important|unclear|uncertain|known)\b[^,;.]{1,60}? that\b"
    r"|[\w’' -]{1,50}(?:[’']s|s[’']) [\w’' -]{1,60} (?:that|who)\b)"
    r"|it (?:(?:will|would|could|might|may) (?:likely )?take|takes|took) [“\w][\w’'” -]{1,40} (?:to|before|for)\b",
    re.IGNORECASE,
)
#: What only the speaker can say of himself or herself.
_OWN_MIND = re.compile(
    r"(?:he|she) (?:also |now |still |never |always )*(?:thinks?|thought|believe[sd]?|credits?|expect(?:s|ed)?|feels?|"
    r"felt|hope[sd]?|doubt(?:s|ed)?|has no|had no|(?:is|was|were|remains?) (?:not )?(?:\w+ly )?(?:sure|confident|"
    r"s[kc]eptical|concerned|worried|surprised|optimistic|pessimistic|convinced|certain))\b",
    re.IGNORECASE,
)
_OF_PERSON = frozenset({"he", "she", "his", "her"})
_PLURAL = frozenset({"they", "their"})
_OF_BODY = frozenset({"it", "its"})


def dangles(body: str, claim: Claim, article: Article) -> bool:
    """Whether a body begins with a pronoun that cannot mean the claimant, as a reader would take it to."""
    first = _POINTING.match(body)
    if not first or _EMPTY_IT.match(body):
        return False
    return not _means_claimant(first[0].lower(), body, claim, article)


def _means_claimant(pronoun: str, body: str, claim: Claim, article: Article) -> bool:
    own = claim.claimant.role not in {"analyst", "outlet"}
    if is_person(claim):
        return pronoun in _OF_PERSON and (own or bool(_OWN_MIND.match(body)))
    if is_someone(claim):
        return pronoun in _OF_PERSON and not names_another(claim, article)
    if is_plural(claim):
        named = claim.claimant.resolved_by == "local"  # “Velos Metals” may be one or many
        return pronoun in _PLURAL or (named and pronoun in _OF_BODY)
    return own and pronoun in _OF_BODY
