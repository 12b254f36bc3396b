"""An article with what was found in it, as the steps of reading hand it along."""

from __future__ import annotations

from dataclasses import dataclass

from digests.lexicon import Lexicon
from digests.models import ActorMention, Article, Figure, PlaceMention, Span, TimeSpan
from digests.text.spans import Located


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with everything found in it, by offset."""

    article: Article
    lexicon: Lexicon
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    places: Located[PlaceMention]
    actors: Located[ActorMention]
    figures: Located[Figure]
    dates: Located[TimeSpan]
