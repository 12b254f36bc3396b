"""What English pages say beside their articles."""

from __future__ import annotations

from itertools import product

from digests.lexicon.speech import Boilerplate


def _all(*choices: str) -> frozenset[str]:
    """Every phrase made of one word or phrase from each choice, which are parted by `|` and may be empty."""
    return frozenset(" ".join(filter(None, words)) for words in product(*(choice.split("|") for choice in choices)))


BOILERPLATE = Boilerplate(
    openings=frozenset(
        "discover more from|subscribe|sign up|follow us|read more|read also|also read|click here|share this|"
        "advertisement|all rights reserved|copyright|get the latest|support our|join our|download our".split("|")
    )
    | _all("|additional", "reporting by|editing by|writing by")
    | _all("this article|this story", "was|has been", "|originally|first", "published|updated|corrected"),
    labels=_all("photo|image|picture|video", "|credit")
    | frozenset("related|read more|read also|also read|watch|watch live|listen|see also|more on this|live".split("|")),
    positions=_all("|far|top|bottom|second from|third from", "left|right|centre|center"),
    inserted=frozenset({"MORE", "ADVERTISEMENT", "CLOSE", "pic.twitter.com"}),
)
