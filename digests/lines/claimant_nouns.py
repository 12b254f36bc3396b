"""What a claimant is, by the noun that describes it: a person, a document, several people."""

from __future__ import annotations

import re
from typing import Final

from digests.lexicon import ENGLISH
from digests.models import Claim

_PLURAL = re.compile(r"\b(?:police|people|percent|(?-i:staff)|\w{2,}[^s\W]s)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\w+ )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|some|most|many|half|all|both)\b", re.IGNORECASE
)
_ONE = re.compile(r"(?:an?|one|another|the)\s", re.IGNORECASE)
DOCUMENTS: Final = frozenset(
    "poll polls survey surveys study studies report reports review reviews research analysis assessment audit record "
    "records document documents data figures statistics statement letter email emails memo complaint lawsuit filing "
    "filings indictment ruling brief testimony transcript article editorial column story book website site post tweet "
    "ad advertisement video clip footage recording photo photos image images map chart slide database list math line "
    "census index estimate estimates projection forecast law bill order contract agreement constitution".split()
)
_JOINED = re.compile(r"\w,? and (?:the |his |her |its |their )?(?:\w+\. )?[A-Z]")
_BODY = re.compile(r"\b(?:of|for|on) .*\band\b|\b(?:Department|Ministry|Board|Bureau|Agency|Commission)\b|&")
_ONE_PERSON = re.compile(
    r"\b(?:nominee|candidate|president|premier|chancellor|governor|minister|secretary|senator|representative|lawmaker|"
    r"mayor|ambassador|envoy|spokes(?:man|woman|person)|chair(?:man|woman)?|director|chief|head|commander|general|"
    r"colonel|officer|official|soldier|prosecutor|lawyer|attorney|judge|witness|aide|adviser|advisor|doctor|professor|"
    r"author|reporter|journalist|editor|business(?:man|woman)|executive|founder|leader|king|queen|prince|princess|pope|"
    r"man|woman|mother|father|resident|survivor|source)$",
    re.IGNORECASE,
)
_DESCRIBED = frozenset({"none", "local", "unresolved"})


def is_person(claim: Claim) -> bool:
    """Whether a claimant is a person, by what we know of them or by the word that describes them."""
    if (claim.claimant.actor_id or "").startswith("person:"):
        return True
    return claim.claimant.resolved_by in _DESCRIBED and bool(_ONE_PERSON.search(_described(claim)))


def is_someone(claim: Claim) -> bool:
    """Whether a claimant is one person whom the text only describes: “a waiter”, “the lifelong Republican who …”."""
    if is_person(claim) or is_plural(claim) or not _ONE.match(claim.claimant.name):
        return False
    words = {word.lower() for word in re.findall(r"\w+", _described(claim))}
    return not words & (ENGLISH.descriptions.bodies | DOCUMENTS)


def is_document(claim: Claim) -> bool:
    """Whether a claimant is no person but a paper, a poll or a picture."""
    return any(word in DOCUMENTS for word in re.findall(r"\w+", _described(claim).lower()))


def is_plural(claim: Claim) -> bool:
    """Whether a claimant is several: “officials”, “police”, “two of three voters”."""
    if claim.claimant.resolved_by not in _DESCRIBED:
        return False
    name = claim.claimant.name if _COUNTED.match(claim.claimant.name) else _described(claim)
    if _JOINED.search(claim.claimant.name) and not _BODY.search(claim.claimant.name):
        return True
    return bool(_PLURAL.search(name.rsplit(" ", 1)[-1]))


def _described(claim: Claim) -> str:
    """A claimant's name up to the word that says what they are: “the mayor” of “the mayor of Ardova”."""
    return re.split(r"\s(?:of|in|for|from|with|at|who|on)\s|,", claim.claimant.name, maxsplit=1)[0].strip()
