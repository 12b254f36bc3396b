"""What a claimant is, and how likely the name is right by the way it was found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from digests.actors import ActorIndex
from digests.lexicon import Lexicon
from digests.models import Claimant, ResolvedBy
from digests.models.mentions import NamedAs
from digests.speakers.noun_phrases import has_name, head, is_indefinite, plain
from digests.text.folding import fold

#: How often each way of naming was right, on articles with a hand-made list of speakers; smoothed.
CONFIDENCE: Final[Mapping[ResolvedBy, float]] = {
    "exact": 0.98, "alias": 0.97, "acronym": 0.9, "last name": 0.97, "short form": 0.9, "pronoun": 0.93,
    "metonym": 0.9, "local": 0.95, "unresolved": 0.85, "none": 0.9,
}  # fmt: skip
_WITHOUT_SOURCE: Final = 0.95  #: a quotation whose speaker stands in another sentence is a little less certain


def described(claimant: Claimant, index: ActorIndex, lexicon: Lexicon, *, has_cue: bool) -> Claimant:
    """A claimant with what it is, and how likely its name is right."""
    confidence = CONFIDENCE[claimant.resolved_by] * (1 if has_cue else _WITHOUT_SOURCE)
    kind = type_of(claimant, index, lexicon)
    return claimant.model_copy(update={"type": kind, "confidence": round(confidence, 3)})


def type_of(claimant: Claimant, index: ActorIndex, lexicon: Lexicon) -> NamedAs:
    """Whether a claimant is a person, a body, a document, or somebody without a name."""
    actor = index.get(claimant.actor_id) if claimant.actor_id else None
    if claimant.actor_id is not None and claimant.resolved_by != "none":
        if claimant.actor_id.startswith("person:"):
            return "named person"
        return "unnamed group" if actor is not None and actor.kind == "group" else "named body"
    if claimant.members or (claimant.resolved_by == "local" and has_name(claimant.name)):
        return "named body"
    return _unnamed(claimant.name, lexicon)


def _unnamed(name: str, lexicon: Lexicon) -> NamedAs:
    words, nouns, grammar = plain(name, lexicon), lexicon.claimants, lexicon.grammar
    last = fold(head(name, lexicon)).split(" ")[-1]
    noun_before = _before_preposition(fold(words), lexicon)
    if {last, noun_before} & nouns.documents:
        return "document"
    if fold(words) in grammar.genders or {last, noun_before} & nouns.persons:
        return "unnamed person"
    if words[:1].isupper() and words == name and has_name(name) and " " not in words:
        return "named body"
    singular = is_indefinite(name, lexicon) and not noun_before.endswith("s")
    return "unnamed person" if singular else "unnamed group"


def _before_preposition(words: str, lexicon: Lexicon) -> str:
    """The last word before the first preposition: “aide” in “aide to the mayor”."""
    lead_words: list[str] = []
    for word in words.split(" "):
        if word in lexicon.grammar.prepositions and lead_words:
            break
        lead_words.append(word)
    return lead_words[-1]
