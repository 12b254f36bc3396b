"""How a text introduces a person: the words before and after a name, and the body they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from digests.actors import ActorIndex, PersonName
from digests.lexicon.english.persons import NOT_NAMES, TITLES
from digests.models import Actor
from digests.speakers.claimants import slug
from digests.text.folding import fold

_LEAD_BACKWARDS = re.compile(r"(?:[ \u00a0][\w’'‘.\-]+){1,9}")
_ROLE_BEFORE = re.compile(r"((?:[\w’'\-]+[ ]){0,6}(\w+)),[ ]$")
_APPOSITION = re.compile(r"[ ]?(?:,|—|–|\(|-)[ ]?([^.;:“”\"()\n]{3,160})")
_AT_ONCE = re.compile(r"[ ](?:of|at|from|with)[ ][^.,;:“”\"()\n]{3,120}")
_OF_A_BODY = re.compile(r"\b(?:of|at|for|with|from|in)\s+(?:the\s+)?(?:(?:[a-z]+|\w+-based)\s+){0,2}(?=[A-Z])")
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|where|and (?:a )?former)\b")
BODY_NAME = re.compile(
    r"[A-Z][\w’'&\-]*(?:\s+(?:(?:of|for|and|on|the|de)\s+){0,2}[A-Z][\w’'&\-]*)*(?:\s+(?:service|department|office))?"
)
BODY_NOUNS: Final = frozenset(
    "institute institution university college school center centre foundation council committee commission ministry "
    "department agency service bureau office authority bank group association union league society corporation company "
    "observatory fund network alliance court hospital federation federations initiative programme program project "
    "police directorate administration board parliament congress senate party movement brigade survey mission forum "
    "chamber inspectorate corps army trust".split()
)
_MODIFIERS: Final = frozenset(
    "senior former foreign political military policy research chief deputy acting lead principal junior veteran "
    "security defence defense national campaign press vice assistant retired and".split()
)
_ROLES: Final = TITLES.keys() | frozenset(
    "head member boss executive lecturer scholar official teacher student".split()
)
_ABBREVIATED: Final = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "pres": "president",
    "prof": "professor",
    "congresswoman": "representative",
    "congressman": "representative",
}


def descriptions(text: str, name: PersonName, index: ActorIndex) -> Iterator[tuple[str, Actor | None]]:
    """What stands before and after a name that says who this is, with the body it names."""
    lead = _LEAD_BACKWARDS.match(text[max(0, name.start - 90) : name.start][::-1])
    words: list[str] = []
    for word in reversed(lead[0][::-1].split() if lead else []):
        plain = word.lower().rstrip(".")
        if not (word[0].isupper() or plain in TITLES or plain in _MODIFIERS) or plain in NOT_NAMES - TITLES.keys():
            break
        if word.endswith(".") and plain not in TITLES and "." not in plain:
            break  # another sentence's last word
        words.insert(0, word)
    if words:
        yield " ".join(words), _body_before(words, index)
    set_off = text.endswith(", ", 0, name.start)
    before = _ROLE_BEFORE.search(text, max(0, name.start - 90), name.start) if set_off else None
    if before and before[2].lower() in _ROLES:
        yield before[1], _body_before(before[1].split(), index)
    at_once = _AT_ONCE.match(text, name.end)
    body = _body_after(at_once[0], index) if at_once else None
    if body is not None and body.kind != "state":
        yield "", body
    after = _APPOSITION.match(text, name.end)
    if (
        after
        and not after[1].startswith(("who", "and ", "but ", "whose"))
        and described([after[1].split(",")[0]]) & _ROLES
    ):
        yield after[1].split(",")[0], _body_after(after[1], index)


def _body_before(words: list[str], index: ActorIndex) -> Actor | None:
    """The body that the words before a name name: “ISW analyst”, “CNN's”, “Ukrainian Foreign Minister”."""
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            match = index.recognise(" ".join(words[start:end]))
            if match is not None and match.actor.kind != "person":
                return match.actor
    return next((state for word in words if (state := index.state_of(word))), None)


def _body_after(words: str, index: ActorIndex) -> Actor | None:
    """The body that an apposition names: “an analyst at the Institute for the Study of War”."""
    words = _RELATIVE.split(words, maxsplit=1)[0]
    for of in _OF_A_BODY.finditer(words):
        named = BODY_NAME.match(words, of.end())
        if named is None:
            continue
        match = index.recognise(named[0])
        if match is not None and match.actor.kind != "person":
            return match.actor
        if not BODY_NOUNS.isdisjoint(fold(named[0]).split()):
            return Actor(id=f"org:{slug(named[0])}", name=named[0], kind="org", role="agency")
    return None


def described(descriptions: Iterable[str]) -> set[str]:
    """The words of descriptions, abbreviated titles written out."""
    return {_ABBREVIATED.get(word, word) for description in descriptions for word in fold(description).split()}
