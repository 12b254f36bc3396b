"""The headline of its article with a line that leans on it, where no story's heading stands above the line."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Sequence
from typing import Final

from digests.composing.ranking import DrawnLine
from digests.lexicon import Lexicon, lexicon_of
from digests.lines.certainty.topics import telling_stems
from digests.lines.line import line_certainty
from digests.models import Article
from digests.text.printable import printable

#: How certain a line is that stands alone. Of 485 lines of unseen news, readers found one in seven of those above it
#: hard to follow alone, and two in five of the others.
STANDS_ALONE: Final = 0.9
ROOM: Final = 90  #: characters of a headline, three short lines on a phone: nine of ten headlines are no longer
_LEAST_NEW: Final = 1 / 2  #: of a headline's words, that no words of what is said have


def with_headlines(lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """Lines in the order in which they are read, those that lean on their articles with the headlines.

    What follows a line of the same article has the headline that this one has, so that it is printed once above both.
    """
    headed_lines = list[DrawnLine]()
    last_article, headline = None, ""
    for line in lines:
        article = line.source.article.id, line.source.article.version
        headline = (headline if article == last_article else "") or leant_on(line)
        headed_lines.append(line._replace(item=line.item.model_copy(update={"headline": headline})))
        last_article = article
    return headed_lines


def leant_on(line: DrawnLine) -> str:
    """The headline that a line leans on, as far as it is printed; empty where the line stands alone or it says nothing.

    No headline helps that asks something, stands over anything, or says what the line says.
    """
    (claim, article), item = line
    lexicon = lexicon_of(article)
    headline = printed_headline(article)
    if "?" in article.headline or not _tells_beside(headline, item.body, lexicon):
        return ""
    return headline if line_certainty(claim, item, article) < STANDS_ALONE else ""


def printed_headline(article: Article) -> str:
    """An article's headline word for word, but for what has no room."""
    return textwrap.shorten(printable(article.headline), ROOM, placeholder=" …")


def _tells_beside(headline: str, body: str, lexicon: Lexicon) -> bool:
    """Whether a headline tells something that what is said does not, and not only under what it stands."""
    stems = set(telling_stems(headline, lexicon))
    new_stems = stems.difference(telling_stems(body, lexicon))
    return len(new_stems) >= _LEAST_NEW * len(stems) and not new_stems <= _standing_stems(lexicon)


@functools.cache
def _standing_stems(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(telling_stems(" ".join(lexicon.boilerplate.standing_titles), lexicon))
