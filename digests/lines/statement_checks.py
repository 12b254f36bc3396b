"""Whether somebody states a claim's words: what is denied, imagined, or only the object of a verb is no statement."""

from __future__ import annotations

import re

from digests.lines.passages import content_of, has_verb
from digests.models import Claim

FEW_WORDS = 4  #: up to so many words a content must show a verb
FRAGMENT = 2  #: up to so many words it must, whatever the cue

_STATING_CUE = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|old)|stat|announc|report|add|not(?:e|ed|es|ing)\b|wr(?:ite|ote|iting)|conclud|"
    r"estimat|believ|th(?:ink|ought)|according|insist|argu|assert|confirm|warn|predict)|:",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:him|them|us|me|which|whom|whose)\b|as (?:an?\b|the\b|“)(?!.*,\s)|her (?:of|as|with|to)\b", re.IGNORECASE
)
_NEGATED_CUE = re.compile(r"\b(?:not|never|no|neither|nor|without|cannot|refus\w+|declin\w+)\b|n[’']t\b", re.IGNORECASE)
_UNREAL_CUE = re.compile(r"\b(?:would|could|might|may|should|if|expected to|likely to|asked whether)\b", re.IGNORECASE)
#: Verbs whose object is a person or a thing: “accused the audience of …”, “urged voters to …”, “condemned the attack”.
_DIRECTED_CUE = re.compile(
    r"\b(?:accus|urg|press|order|ask|warn|advis|encourag|implor|instruct|command|call(?:s|ed|ing)? (?:up)?on)\w*$",
    re.IGNORECASE,
)
_OBJECT_CUE = re.compile(
    r"\b(?:offer|cit(?:e|ing)|mention|discuss|address|defend|echo|express|question|attack|critici[sz]|blam|prais|condemn|"
    r"welcom|reject|rais(?:e|ing)|tout|applaud|denounc|highlight|underscor)\w*$"
    r"|\b(?:sp(?:oke|eak|eaks|eaking)|talk(?:s|ed|ing)?|point(?:s|ed|ing)?)\b.*\b(?:about|of|on|to|out)$",
    re.IGNORECASE,
)
#: “X: to close the port” reads as what X means to do.
_COMMITTING_CUE = re.compile(
    r"\b(?:promis|pledg|vow|agree|plan|inten[dt]|expect|threaten|commit|prepar)\w*", re.IGNORECASE
)
_DIRECTION = re.compile(r"\b(?:to|of) \w+")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|does|did|do|will|would|can|could|may|might|must|shall|should)\b"
    r"|[’'](?:re|ve|ll|m)\b|n[’']t\b",
    re.IGNORECASE,
)
_FINITE = re.compile(rf"{_AUXILIARY.pattern}|\b\w{{3,}}ed\b", re.IGNORECASE)
#: Where a clause inside a content begins; its verb is not the content's.
_INNER = re.compile(
    r"\b(?:that|which|who|whom|whose|how|when|where|as|because|after|before|while|if|for)\b", re.IGNORECASE
)
#: Cues that name nobody and still say that somebody speaks: “reportedly”, “it is believed”, “earlier indications”.
_IMPERSONAL = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|(?:is|are|was|were|been|being) (?:\w+ly )?(?:said|reported|believed|"
    r"thought|estimated|understood|feared|rumou?red|told)|indications?|reports?|rumou?rs?|sources?|speculation|fears?)\b",
    re.IGNORECASE,
)


def unstated(claim: Claim, text: str) -> str | None:
    """Why a claim's words are nobody's statement; none where they are."""
    if claim.kind != "denial" and _NEGATED_CUE.search(claim.cue):
        return "negated cue"
    if _UNREAL_CUE.search(claim.cue):
        return "hypothetical cue"
    content = content_of(claim, text)
    return "no full statement" if _HANGING.match(content) or _is_object(claim, content) else None


def names_source(claim: Claim) -> bool:
    """Whether a text names or describes who speaks, or says in so many words that it does not."""
    return bool(claim.attribution.source) or bool(_IMPERSONAL.search(claim.cue))


def _is_object(claim: Claim, content: str) -> bool:
    """Whether words are what a verb takes (“a veto”, “to pay”, “the audience of lying”), and no statement alone."""
    if claim.kind == "denial" or content.startswith("“"):
        return False
    least = FRAGMENT if _STATING_CUE.search(claim.cue) else FEW_WORDS
    counts = "“" in content or any(c.isdigit() for c in content)
    fragment = len(content.split()) <= least and not counts and not has_verb(content)
    return fragment or _is_directed(claim.cue, content)


def _is_directed(cue: str, content: str) -> bool:
    """Whether the words are whom or what a verb is aimed at."""
    if content.startswith("that "):
        return False
    if re.match(r"to \w+", content):
        return not _COMMITTING_CUE.search(cue)
    main = _INNER.split(content, maxsplit=1)[0]
    direction = _DIRECTION.search(main)
    if _DIRECTED_CUE.search(cue) and direction:
        return not _FINITE.search(content[: direction.start()])
    return bool(_OBJECT_CUE.search(cue)) and not _AUXILIARY.search(main)
