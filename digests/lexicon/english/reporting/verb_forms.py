"""Forms of English verbs, made from their base form."""

from __future__ import annotations

from digests.lexicon.reporting_groups import VerbForms

#: Past form and participle of verbs that do not take “-ed”.
_IRREGULAR = {
    "say": "said said", "tell": "told told", "write": "wrote written", "swear": "swore sworn", "speak": "spoke spoken",
    "think": "thought thought", "find": "found found", "show": "showed shown", "forecast": "forecast forecast",
    "put": "put put", "seek": "sought sought", "see": "saw seen", "foresee": "foresaw foreseen",
    "sing": "sang sung", "read": "read read", "choose": "chose chosen",
    "lay": "laid laid", "be": "was been", "have": "had had", "do": "did done", "go": "went gone", "come": "came come",
    "make": "made made", "take": "took taken", "get": "got got", "give": "gave given", "keep": "kept kept",
    "hold": "held held", "meet": "met met", "run": "ran run", "send": "sent sent", "spend": "spent spent",
    "begin": "began begun", "become": "became become", "break": "broke broken", "bring": "brought brought",
    "build": "built built", "hit": "hit hit", "know": "knew known", "lead": "led led", "leave": "left left",
    "lose": "lost lost", "pay": "paid paid", "rise": "rose risen", "sell": "sold sold", "set": "set set",
    "sit": "sat sat", "stand": "stood stood", "win": "won won", "feel": "felt felt", "fall": "fell fallen",
    "grow": "grew grown", "mean": "meant meant", "hear": "heard heard", "buy": "bought bought", "cut": "cut cut",
    "fight": "fought fought", "cost": "cost cost", "understand": "understood understood", "shoot": "shot shot",
}  # fmt: skip
_DOUBLING = frozenset({"plan", "stop", "commit", "admit", "refer", "slam", "sum", "brag"})


def forms_of(verbs: str) -> VerbForms:
    """The finite forms, the participles and the “-ing” forms of verbs given in one string."""
    finite, participles, gerunds = set[str](), set[str](), set[str]()
    for verb in verbs.split():
        past, participle = _IRREGULAR.get(verb, f"{_past(verb)} {_past(verb)}").split()
        finite |= {verb, _third(verb), past}
        participles.add(participle)
        gerunds.add(_gerund(verb))
    return VerbForms(frozenset(finite), frozenset(participles), frozenset(gerunds))


def present_of(verbs: str) -> frozenset[str]:
    """The present forms of verbs given in one string: “pass” and “passes”."""
    return frozenset(form for verb in verbs.split() for form in (verb, _third(verb)))


def _past(verb: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeou" else f"{verb}ed"


def _third(verb: str) -> str:
    if verb == "be":
        return "is"
    if verb == "have":
        return "has"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeou" else f"{verb}s"


def _gerund(verb: str) -> str:
    if verb in _DOUBLING | {"put", "set", "run", "win", "get", "sit", "hit", "cut", "begin"}:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") and verb not in {"be", "see", "agree"} else f"{verb}ing"
