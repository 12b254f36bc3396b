"""How well the engine reads the annotated news: attributions, claimants, and sentences that are nobody's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from digests.actors import ActorIndex
from digests.attribution import Tagger, find_attributions, narrator_sentences
from digests.extraction.extract import CLAIM_KINDS, THRESHOLD
from digests.models import Attribution, Claimant
from digests.speakers.resolve import resolve_speakers
from digests.text.folding import fold
from digests.training.evaluation.scoring import Score, covered, match, words_in
from digests.training.marks import UNNAMED
from tests.corpus import Document

_BEFORE_NAME: Final = re.compile(r"^(?:the|mr|mrs|ms|dr) ")


@dataclass(slots=True)
class Tally:
    """How many of a kind of thing are as they should be."""

    right: int = 0
    all: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.all += 1

    @property
    def share(self) -> float:
        """The share of what is right; 1 of nothing."""
        return self.right / self.all if self.all else 1.0


@dataclass(slots=True)
class Quality:
    """What the engine makes of some articles; only outermost attributions count."""

    attributions: Score = field(default_factory=Score)
    claims: Score = field(default_factory=Score)  #: only those of the kinds and the confidence that become claims
    styles: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))  #: found, by annotated kind
    kind_named: Tally = field(default_factory=Tally)  #: of those found, whether the kind is right
    named: Tally = field(default_factory=Tally)  #: claimants whom the text names
    unnamed: Tally = field(default_factory=Tally)  #: claimants whom it does not name; wrong is a name given to them
    narrator: Tally = field(default_factory=Tally)  #: sentences that are nobody's; wrong is a claimant given to them


def measure(documents: Iterable[Document], tagger: Tagger, actors: ActorIndex) -> Quality:
    """Read articles and compare with their annotation."""
    quality = Quality()
    for document in documents:
        found = find_attributions(document.marked.text, tagger)
        claimants = resolve_speakers(document.marked.text, found, actors)
        _count_attributions(quality, document, list(zip(found, claimants, strict=True)))
        _count_narrator(quality, document, found)
    return quality


def _count_attributions(quality: Quality, document: Document, found: Sequence[tuple[Attribution, Claimant]]) -> None:
    text = document.marked.text
    marks = zip(document.marked.attributions, document.marked.claimants, strict=True)
    golds = [(gold, names) for gold, names in marks if not gold.nested]
    finds = [(one, claimant) for one, claimant in found if not one.nested]
    pairs = match(text, [gold for gold, _ in golds], [one for one, _ in finds])
    score = Score(len(golds), len(finds), len(pairs))
    quality.attributions += score
    quality.styles[document.style] += score
    quality.claims += _claims(text, [gold for gold, _ in golds], [one for one, _ in finds])
    matched = {g for g, _ in pairs}
    for number, (gold, _) in enumerate(golds):
        quality.kinds[gold.kind].add(right=number in matched)
    for g, f in pairs:
        (gold, names), (one, claimant) = golds[g], finds[f]
        quality.kind_named.add(right=gold.kind == one.kind)
        _count_claimant(quality, names, claimant)


def _claims(text: str, golds: Sequence[Attribution], finds: Sequence[Attribution]) -> Score:
    wanted = [gold for gold in golds if gold.kind in CLAIM_KINDS]
    made = [one for one in finds if _makes_claim(one)]
    return Score(len(wanted), len(made), len(match(text, wanted, made)))


def _makes_claim(attribution: Attribution) -> bool:
    return attribution.kind in CLAIM_KINDS and attribution.confidence >= THRESHOLD


def _count_claimant(quality: Quality, names: Sequence[str], claimant: Claimant) -> None:
    if UNNAMED in names:
        quality.unnamed.add(right=claimant.role == "unnamed" or claimant.resolved_by in {"none", "unresolved"})
    else:
        quality.named.add(right=_key(claimant.name) in map(_key, names))


def _key(name: str) -> str:
    return _BEFORE_NAME.sub("", fold(name))


def _count_narrator(quality: Quality, document: Document, found: Sequence[Attribution]) -> None:
    """Counts the sentences of which half is given to a claimant although nobody says them."""
    text = document.marked.text
    words = words_in(text)
    said = [covered(one.content, words) for one in found if one.source and _makes_claim(one)]
    for sentence in narrator_sentences(text, document.marked.attributions):
        own = covered([sentence], words)
        quality.narrator.add(right=all(2 * len(own & content) < len(own) for content in said))
