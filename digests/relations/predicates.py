"""What a claim says happens: one of a few classes of events, whether it does or does not, and whether for real."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: For each class of events the words that say it happens, and those that say the opposite, as patterns of whole words.
_CLASSES: Final[dict[str, tuple[str, str]]] = {
    "control": (
        (
            r"captur\w*|seiz\w+|occup(?:y|ies|ied|ying|ation)|liberat\w+|retak\w+|retook|recaptur\w+|conquer\w*|overr[au]n|"
            r"controls?|controlled|annex\w*"
        ),
        "",
    ),
    "advance": (r"advanc(?:e|es|ed|ing)|breakthroughs?|breach\w*", r"retreat\w*"),
    "attack": (
        (
            r"attack\w*|str(?:ike|ikes|uck|iking)|shell(?:s|ed|ing)|bomb(?:s|ed|ing|ings|ard\w*)|raid\w*|assault\w*|"
            r"offensives?|invad\w+|invasions?|incursions?"
        ),
        "",
    ),
    "casualties": (
        (
            r"kill(?:s|ed|ing|ings)?|dead|die[ds]?|dying|deaths?|wound(?:s|ed|ing)?|injur\w+|casualt\w+|fatalit\w+|"
            r"loss(?:es)?|eliminated|perish\w*|toll|murder\w*"
        ),
        r"surviv\w+",
    ),
    "prisoners": (r"prisoners?|pows?", ""),
    "presence": (
        r"deploy(?:s|ed|ing|ment|ments)?|station(?:ed|ing)|reinforc\w+|arriv\w+",
        r"withdr\w+|redeploy\w*|pullout|evacuat\w+",
    ),
    "combat": (r"combat|fight(?:s|ing)?|fought|battl(?:e|es|ed|ing)|clash\w*", ""),
    "talks": (r"negotiat\w+|talks|ceasefires?|truces?|deals?|treat(?:y|ies)", ""),
    "damage": (
        r"damag\w+|destr(?:oy|uct)\w*|burn(?:s|ed|t|ing)|collaps\w+|ruin(?:s|ed)?|wreck\w*",
        r"rebuil\w+|repair\w*",
    ),
    "downing": (r"downed|intercept(?:s|ed|ing|ions?)?", ""),
    "change": (
        r"rose|risen|rises|climbed|jumped|increased|increases|grew|grown|surged|soared",
        r"fell|fallen|dropped|declined|decreased|slumped|shrank|shrunk|plunged",
    ),
    "vote": (r"elected|w[io]ns?|re-elected", r"conced\w+"),
    "detention": (r"arrest\w*|detain\w*|convict\w*|sentenced|indict\w*|jailed|charged", r"freed|releas\w+|acquit\w*"),
    "approval": (
        r"approv\w+|adopt(?:s|ed|ion)?|ratif\w+|back(?:s|ed)|endors\w+",
        r"reject\w*|veto\w*|oppos(?:e|es|ed|ing)",
    ),
    "office": (r"appoint\w*|inaugurat\w+", r"resign\w*|dismiss\w*|sacked|ousted"),
    "closure": (r"closed|closes|closures?|shut(?:s|down)?|suspend\w*|halt(?:s|ed|ing)?", r"reopen\w*|resum\w+"),
}
_GROUPS: Final[dict[str, tuple[str, int]]] = {
    f"{kind}_{sign > 0}": (kind, sign) for kind in _CLASSES for sign in (1, -1) if sign == 1 or _CLASSES[kind][1]
}
#: All classes at once; of one word that is of two, the first counts.
_ANY_CLASS: Final = re.compile(
    "|".join(f"(?P<{group}>{_CLASSES[k][sign < 0]})" for group, (k, sign) in _GROUPS.items())
)
#: Two words that together are one; the class, and whether the opposite.
_PHRASES: Final[dict[str, tuple[str, int]]] = {
    **dict.fromkeys(
        ("took control", "taken control", "take control", "gained control", "taking control"), ("control", 1)
    ),
    **dict.fromkeys(("lost control", "lose control"), ("control", -1)),
    **dict.fromkeys(
        ("gained ground", "moved forward", "pushed forward", "broke through", "move forward"), ("advance", 1)
    ),
    **dict.fromkeys(("fell back", "fallen back", "driven back", "pushed back", "fall back"), ("advance", -1)),
    **dict.fromkeys(("pulled out", "pulled back", "pull out", "pulling out"), ("presence", -1)),
    **dict.fromkeys(("shot down", "shoot down", "shooting down", "brought down"), ("downing", 1)),
    **dict.fromkeys(("stepped down", "step down", "stepping down"), ("office", -1)),
}
_BEGIN_PHRASES: Final = frozenset(phrase.split()[0] for phrase in _PHRASES)
_OF_PEOPLE: Final = frozenset({"captured", "capture", "captures", "lost"})  #: what means something else of people
_PEOPLE = re.compile(
    r"soldiers?|troops|personnel|fighters?|service(?:men|man|members?)|defenders?|prisoners?|people|militants?|officers?"
)
_NEGATING = re.compile(
    r"not|no|never|none|neither|nor|without|cannot|\w+n[’']t|fail\w*|refus\w+|deni\w+|deny\w*|false\w*|unable|stopp\w+|"
    r"halt\w*|ceas(?:e|ed|ing)|prevent\w*|repel\w*|thwart\w*|foil\w*|avert\w*"
)
_UNREAL = re.compile(
    r"will|would|may|might|could|should|shall|must|if|unless|whether|plan\w*|aim\w*|intend\w*|want\w*|hop(?:e|es|ed|ing)|"
    r"expect\w*|threat\w*|ready|prepar\w+|likely|unlikely|possib\w+|potential\w*|[’']ll|meant|before|demand\w*|urg\w+|"
    r"call\w*|future|able"
)
_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[,;:.!?–—]")
_WINDOW = 6  #: how many words before a word may negate it or make it a plan


@dataclass(frozen=True, slots=True)
class Predicate:
    """An event that a text speaks of: its class, whether it happens (1) or not (-1), whether for real, and where."""

    kind: str
    polarity: int
    real: bool
    at: int


@lru_cache(maxsize=20_000)
def find_predicates(text: str) -> tuple[Predicate, ...]:
    """The events of a text in order, the first of each class."""
    words = [word.lower() for word in _TOKEN.findall(text)]
    named = [(i, what) for i, word in enumerate(words) if (what := _named(word, words, i))]
    if not named:
        return ()
    starts = [match.start() for match in _TOKEN.finditer(text)]
    found: dict[str, Predicate] = {}
    for i, (kind, sign) in named:
        if kind not in found:
            negated, real = _read_before(words, i)
            found[kind] = Predicate(kind, -sign if negated else sign, real, starts[i])
    return tuple(found.values())


def _named(word: str, words: list[str], i: int) -> tuple[str, int] | None:
    """The class of an event that a word names, alone or with the words after it."""
    if word in _BEGIN_PHRASES and i + 1 < len(words):
        phrase = _PHRASES.get(f"{word} {words[i + 1]}")
        if phrase:
            return phrase
    return (word in _OF_PEOPLE and _of_people(word, words[i + 1 : i + 6])) or _class_of(word)


def _of_people(word: str, following: list[str]) -> tuple[str, int] | None:
    """What “captured” and “lost” mean of people; none where it is of places."""
    if not any(map(_is_people, following)):
        return None
    return ("casualties", 1) if word == "lost" else ("prisoners", 1)


def _read_before(words: list[str], i: int) -> tuple[bool, bool]:
    """Whether the words before a word, in its clause, negate it an odd number of times, and whether it is for real."""
    negations = 0
    for at in range(i - 1, max(0, i - _WINDOW) - 1, -1):
        if not words[at][0].isalnum():
            break
        kind = _modifies(words[at])
        if kind == "unreal":
            return False, False
        negations += kind == "negates" or words[at : at + 2] == ["out", "of"]
    return negations % 2 == 1, True


@lru_cache(maxsize=50_000)
def _class_of(word: str) -> tuple[str, int] | None:
    found = _ANY_CLASS.fullmatch(word)
    return _GROUPS[found.lastgroup or ""] if found else None


@lru_cache(maxsize=20_000)
def _modifies(word: str) -> str:
    return "unreal" if _UNREAL.fullmatch(word) else "negates" if _NEGATING.fullmatch(word) else ""


@lru_cache(maxsize=20_000)
def _is_people(word: str) -> bool:
    return bool(_PEOPLE.fullmatch(word))
