"""A story opens with what happened, in the name of the outlets that begin with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digests.composing.compose import compose_digest
from digests.composing.reports import report_of, title_of
from digests.models import Article, Publisher, SourcedClaim
from tests.make import NOW, SAID, article, spoken

SAYS = "Mayor Ada Brenn said that nine boats were lost in the harbour."
HAPPENED = "The storm tore the roof off the harbour hall in Tarnholm on Thursday."


def told(outlet: str, headline: str, lead: str, hours: int = 0) -> Article:
    """An article that begins with a sentence and goes on with what the mayor said."""
    return article(
        f"{lead} {SAYS}",
        id=outlet,
        headline=headline,
        publisher=Publisher(name=outlet),
        date_published=SAID + timedelta(hours=hours),
    )


def claim_in(one: Article) -> SourcedClaim:
    """What the mayor says in an article."""
    claim = spoken(one.body, "nine boats were lost in the harbour", "Mayor Ada Brenn", "said", id=f"claim {one.id}")
    passage = claim.passage.model_copy(update={"article_id": one.id})
    return SourcedClaim(claim.model_copy(update={"passage": passage}), one)


AGREEING = [
    told("Harbour Wire", "Storm tears roof off harbour hall in Tarnholm", HAPPENED),
    told("Coast Post", "Tarnholm storm: harbour hall loses its roof", "A storm tore off the Tarnholm harbour roof.", 1),
    told(
        "Island Echo", "Storm tears roof off Tarnholm harbour hall", HAPPENED.replace("Thursday", "Thursday night"), 2
    ),
]


def test_agreeing_outlets_are_named_and_counted() -> None:
    """Two outlets that begin with it are named, the others counted; the words are an article's own."""
    report = report_of(AGREEING, [claim_in(one) for one in AGREEING], now=NOW)

    assert report is not None
    assert report.outlets == 3
    assert report.item.claimant.startswith("Reported by ")
    assert report.item.claimant.endswith(" + 1")
    assert any(report.item.body.removesuffix("…").strip() in f"{one.headline} {one.body}" for one in AGREEING)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Mayor says nine boats were lost", SAYS),
        ("Could the harbour hall have been saved?", "The harbour hall might have been saved."),
        ("But what of the harbour hall?", "But the harbour hall fell in the storm too."),
    ],
    ids=["somebody's claim", "left open", "tied to what stands before"],
)
def test_no_report_is_made_of_what_is_no_plain_news(headline: str, lead: str) -> None:
    """What somebody says, what is left open, and what needs a sentence before it opens no story."""
    one = told("Harbour Wire", headline, lead)

    assert report_of([one], [claim_in(one)], now=NOW) is None


def test_the_title_is_the_headline_that_tells_most() -> None:
    """Of several headlines, the one that shares most words with the others heads the story; a question never does."""
    titled = [*AGREEING, told("Night Letter", "Who pays for the harbour hall in Tarnholm?", HAPPENED)]

    assert title_of(titled) in {one.headline for one in AGREEING}


def test_a_digest_has_no_more_lines_for_its_reports() -> None:
    """What happened takes the room of a line."""
    sources = [claim_in(one) for one in AGREEING]
    texts = [f"gate {n} of the harbour is shut" for n in range(9)]
    for n, words in enumerate(texts):
        body = f"{HAPPENED} Keeper {n} said that {words}."
        one = article(body, id=f"a{n}", headline=AGREEING[0].headline, publisher=Publisher(name=f"Paper {n}"))
        claim = spoken(body, words, f"Keeper {n}", "said", id=f"c{n}")
        claimant = claim.claimant.model_copy(update={"name": f"Keeper {n}", "actor_id": f"person:k{n}"})
        passage = claim.passage.model_copy(update={"article_id": one.id})
        sources.append(SourcedClaim(claim.model_copy(update={"claimant": claimant, "passage": passage}), one))

    items = compose_digest("All", sources, now=NOW, limit=8).digest.items

    assert len(items) == 8
    assert sum(item.claimant.startswith("Reported by ") for item in items) == 1
