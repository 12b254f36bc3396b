"""The words that a line may print of a claim: its content with declared rewrites, and what may be left out of it."""

from __future__ import annotations

from datetime import datetime

from digests.lexicon import lexicon_of
from digests.lines.antecedents import antecedent_of
from digests.lines.deletions import deletions
from digests.lines.flags import date_of
from digests.lines.passages import content_of, outside_quotations, place_names, speaks_of_itself
from digests.lines.rewrites import rewrite
from digests.models import Article, Claim, Span


def wording(claim: Claim, article: Article) -> str:
    """A claim's content with measures written short, and with a name in brackets for a leading pronoun."""
    lexicon = lexicon_of(article)
    content = content_of(claim, article.body, lexicon)
    meant = antecedent_of(claim, article)
    if meant:
        pronoun = article.body[slice(*meant.pronoun)]
        before, _, after = content.partition(pronoun)
        content = f"{before}{meant.printed(article.body)}{after}"
    return outside_quotations(content, lambda part: rewrite(part, lexicon))


def omissions(words: str, claim: Claim, article: Article, *, now: datetime) -> tuple[Span, ...]:
    """The ranges of a claim's words that its line leaves out."""
    lexicon = lexicon_of(article)
    ranges = deletions(
        words,
        weekday=date_of(claim, article, now=now)[1],
        places=place_names(claim, article),
        own=speaks_of_itself(claim, article.body, lexicon),
        cue=claim.cue,
        lexicon=lexicon,
    )
    return tuple(ranges)
