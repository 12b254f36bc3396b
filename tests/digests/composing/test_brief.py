"""An article in few words says at least what its first three sentences say."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from digests.composing.brief import brief
from digests.models import Article
from digests.text.sentences import sentences
from tests.bench.texts import text
from tests.corpus import documents
from tests.make import article

SHORT = "The bridge was closed. The town was calm."


def overlap(said: str, wanted: str) -> float:
    """ROUGE-1: F1 of the words that two texts share."""
    one, other = (Counter(re.findall(r"\w+", words.lower())) for words in (said, wanted))
    shared = sum((one & other).values())
    return 2 * shared / max(1, sum(one.values()) + sum(other.values()))


def first_sentences(of: Article, count: int) -> str:
    """So many sentences of an article."""
    return " ".join(of.body[start:end] for start, end in sentences(of.body)[:count])


def test_a_short_article_is_given_whole() -> None:
    """What fits is left as it is, but the headline is not said twice."""
    assert brief(article(SHORT)) == SHORT
    assert brief(article(f"Bridge closed.\n{SHORT}", headline="Bridge closed")) == SHORT


@pytest.mark.parametrize("words", [20, 60, 100])
def test_a_brief_keeps_to_its_length(words: int) -> None:
    """It never has more words than asked for, and every one is the article's."""
    for seed in range(20):
        of = article(text(300, seed))
        made = brief(of, words)
        assert 0 < len(made.split()) <= words + made.count("…")
        assert set(re.findall(r"\w+", made)) <= set(re.findall(r"\w+", of.body))


def test_a_caption_is_no_part_of_a_brief() -> None:
    """What ends like no sentence, such as a caption or a line of credits, is left out."""
    assert brief(article(f"Ada Brenn beside the bridge, Photo: Example Wire\n\n{SHORT}")) == SHORT


def test_a_brief_says_no_less_than_the_first_sentences() -> None:
    """On invented news, with the headline for a summary: what three sentences say, but for a headline said again."""
    articles = [document.article for half in ("train", "held") for document in documents(half)]
    mine = sum(overlap(brief(of), of.headline) for of in articles)
    lead = sum(overlap(first_sentences(of, 3), of.headline) for of in articles)

    assert mine >= 0.99 * lead
