"""How well a tagger, with the repairs around it, reads annotated articles."""

from __future__ import annotations

from collections.abc import Sequence

from digests.attribution import Tagger, find_attributions
from digests.training.corpora import Annotated
from digests.training.evaluation.scoring import Score, score


def report(articles: Sequence[Annotated], tagger: Tagger) -> str:
    """One line: precision, recall and F1 of attributions; contents overlap by half and sources share a word."""
    total = Score()
    for article in articles:
        predictions = [attribution for attribution in find_attributions(article.text, tagger) if not attribution.nested]
        total += score(article.text, article.attributions or (), predictions)
    return (
        f"{len(articles)} articles: precision {total.precision:.4f}, recall {total.recall:.4f}, F1 {total.f1:.4f} "
        f"({total.gold} annotated, {total.predictions} found, {total.matches} agree)"
    )
