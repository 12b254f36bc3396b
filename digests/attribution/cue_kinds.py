"""What a cue does: says, estimates, denies, forecasts, takes a stand, or lets something appear."""

from __future__ import annotations

import functools
import re

from digests.models import Kind

_WORD = re.compile(r"[A-Za-z]+(?:['’]t)?")

_SAYING = frozenset(
    "accord accuse acknowledge add address admit advise affirm agree allege announce answer argue ask assert assure "
    "attest authenticate blame boast brief caption caution charge cite claim clarify comment complain compare concede "
    "conclude confess confide confirm contend continue convey counter credit declare describe detail disclose echo "
    "elaborate emphasise emphasize exclaim explain find flag hail highlight hint identify indicate inform insist "
    "interject joke label lament list maintain mention name note notify object observe offer opine outline pledge "
    "point post proclaim promise publish quip quote reaffirm reason recall recount refer reiterate relate relay "
    "remark remind repeat reply report respond reveal say shout show speak specify state stress submit suggest "
    "summarise summarize swear tell term testify threaten tweet underline underscore urge vow warn whisper write "
    "accusation acknowledgement acknowledgment admission allegation announcement argument assertion assurance "
    "briefing comment communique confirmation declaration description explanation indication message note promise "
    "remark reply report revelation statement suggestion testimony "
    "tweet vow warning word words allegedly reportedly".split()
)
_ESTIMATE = frozenset("assess assessment calculate calculation estimate estimation gauge reckon".split())
_DENIAL = frozenset("denial deny rebut rebuttal refute refutation disavow".split())
_REJECTING = frozenset("discount dismiss dispute reject".split())
_FORECAST = frozenset(
    "anticipate anticipation expect expectation forecast foresee predict prediction project projection".split()
)
_APPEARANCE = frozenset("appear appearance seem seemingly apparently".split())
#: “Is widely expected”, “was thought”: nobody in particular expects or thinks it.
_SUPPOSED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being)|['’](?:s|re))\s+(?:\w+\s+)?"
    r"(?:anticipated|assumed|believed|considered|expected|forecast|presumed|projected|supposed|thought|understood)"
    r"\b(?!.*\bby\b)",
    re.IGNORECASE,
)
#: Nouns and adjectives of wishing and feeling: a cue that holds one takes a stand, whatever its verb.
_STANCE = frozenset(
    "afraid agreement ambition anger angry approval aspiration aware belief commitment concern confidence confident "
    "criticism criticise criticize desire determination determined disappointment disapproval doubt eager fear "
    "frustration grateful happy hope hopeful intention interest keen love opposition optimism optimistic outrage plan "
    "preference pride proud readiness ready regret reluctance reluctant skeptical skepticism support sympathy thanks "
    "thankful unhappy willing willingness wish worried worry".split()
)
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "foresaw": "foresee", "swore": "swear", "sworn": "swear", "found": "find", "began": "begin", "shown": "show",
    "foreseen": "foresee", "reckoned": "reckon", "put": "put",
}  # fmt: skip
#: Verbs that report whatever stands beside them: “announced plans for”.
_PLAIN = frozenset("accord announce report say state tell write".split())
_NEGATED = re.compile(r"\b(?:cannot|never|nor|not|declin\w+|fail\w*|refus\w+)\b|n['’‘]t\b", re.IGNORECASE)
#: A verb of saying that makes a demand: “calls for”.
_DEMANDS = re.compile(
    r"\b(?:call|calls|called|calling|asks?|asked|asking|press|push|plead)\w*\s+(?:for|on|upon)\b", re.IGNORECASE
)
_CLAIM_WORDS = re.compile(
    r"\b(?:accusation|account|allegation|assertion|charge|claim|report|rumou?r|speculation|suggestion|talk\s+of)s?\b",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:call|calls|called|calling|dubbed|characteri[sz]e[sd]?)\b(?!\s+(?:for|on|upon|to|off|out)\b)", re.IGNORECASE
)


def kind_of(cue: str, content: str, *, speaker: bool) -> Kind:
    """The kind of an attribution by its cue; a source that cannot speak lets something appear."""
    if _NEGATED.search(cue):
        return "attitude"
    forms = lemmas(cue)
    if not speaker or _SUPPOSED.search(cue) or (forms & _APPEARANCE and not forms & _SAYING):
        return "appearance"
    if forms & _DENIAL or (forms & _REJECTING and _is_claim(cue, content)):
        return "denial"
    if forms & _ESTIMATE:
        return "estimate"
    if forms & _FORECAST:
        return "forecast"
    return "saying" if reports(cue) else "attitude"


def _is_claim(cue: str, content: str) -> bool:
    """Whether what is rejected had been claimed: “dismissed the report”, “disputes that”; an offer had not."""
    disputed = "dispute" in lemmas(cue) and content.lower() in {"it", "that", "this"}
    return disputed or _CLAIM_WORDS.search(f"{cue} {content}") is not None


def reports(cue: str) -> bool:
    """Whether a cue reports something said or published, rather than a wish, a feeling or a stand."""
    forms = lemmas(cue)
    if not forms or forms & _PLAIN:
        return True  # a colon or a dash is a cue too
    if _DEMANDS.search(cue) or forms & _STANCE:
        return False
    return bool(forms & (_SAYING | _ESTIMATE | _DENIAL | _FORECAST)) or _NAMING.search(cue) is not None


@functools.lru_cache(maxsize=4096)
def lemmas(cue: str) -> frozenset[str]:
    """The words of a cue with every base form that each may come from."""
    return frozenset(form for word in _WORD.findall(cue) for form in _base_forms(word.lower()))


def _base_forms(word: str) -> set[str]:
    forms = {word, _IRREGULAR.get(word, word)}
    for ending, stand_ins in (("ies", "y"), ("ied", "y")):
        if word.endswith(ending):
            forms.add(word[: -len(ending)] + stand_ins)
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            forms |= {stem, stem + "e"}
            if stem[-1:] == stem[-2:-1]:
                forms.add(stem[:-1])
    return forms
