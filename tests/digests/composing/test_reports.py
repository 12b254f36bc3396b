"""A story opens with what happened, in the name of the outlets that begin with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digests.composing.compose import compose_digest
from digests.composing.openings.reports import Opened, report_of, reports_of, title_of
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


def test_an_outlet_that_tells_something_else_of_one_storm_is_not_named() -> None:
    """Outlets share the names of a story; only those that tell the same of it report a line."""
    flooded = told("Island Echo", "Tarnholm storm: ferries stay in harbour", "No ferry left Tarnholm in the storm.", 2)
    story = [AGREEING[0], flooded]

    report = report_of(story, [claim_in(one) for one in story], now=NOW)

    assert report is not None
    assert report.item.claimant in {"Reported by Harbour Wire", "Reported by Island Echo"}


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


@pytest.mark.parametrize(
    ("headline", "lead", "body"),
    [
        ("Council passes harbour budget in a late session", "", "Council passes harbour budget in a late session"),
        ("Ferries rescue thirty sailors off Tarnholm", "", "Ferries rescue thirty sailors off Tarnholm"),
        ("Parliament votes to close the northern port", "", "Parliament votes to close the northern port"),
        ("Storm Tears Roof Off Tarnholm Hall", "", "Storm Tears Roof Off Tarnholm Hall"),
        ("The Latest: Ferries rescue thirty sailors off Tarnholm", "", "Ferries rescue thirty sailors off Tarnholm"),
        ("‘Like a war’: Storm tears roof off Tarnholm hall", "", "Storm tears roof off Tarnholm hall"),
        ("Ferries rescue sailors off Tarnholm; two still missing", "", "Ferries rescue sailors off Tarnholm"),
        ("Mayor rejects harbour budget, calls it ‘a joke’", "", "Mayor rejects harbour budget"),
        ("Tarnholm index slips 200 points on storm fears", "", "Tarnholm index slips 200 points on storm fears"),
        (
            "A night of storms",
            "Ina Vale, Tarnholm Post\n\nTwo piers of the old harbour collapsed late on Thursday.",
            "Two piers of the old harbour collapsed late on Thursday",
        ),
        (
            "A night of storms",
            "TARNHOLM — Two piers of the old harbour collapsed late on Thursday.",
            "Two piers of the old harbour collapsed late on Thursday",
        ),
        (
            "Pier falls",
            "After weeks of rain, the old pier of Tarnholm fell into the sea on Friday.",
            "After weeks of rain, the old pier of Tarnholm fell into the sea on Friday",
        ),
    ],
    ids=[
        "present",
        "plural",
        "votes to",
        "with capitals",
        "behind a label",
        "behind somebody's words",
        "before a second statement",
        "before somebody's words",
        "with a noun that may be a verb of saying",
        "behind a byline",
        "behind a dateline",
        "behind what sets the scene",
    ],
)
def test_what_happened_is_told_in_the_outlets_words(headline: str, lead: str, body: str) -> None:
    """A headline's verb in the present tells news, and so does a sentence that names its day behind a byline."""
    report = report_of([told("Harbour Wire", headline, lead)], [], now=NOW)

    assert report is not None
    assert report.item.body == body


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour strikes in the north and the south",
        "Why the harbour hall falls apart again",
        "Storm may tear roof off hall",
        "Storm Will Tear Roof Off Tarnholm Hall",
    ],
    ids=["no verb", "a question", "left open", "to come"],
)
def test_a_headline_that_states_nothing_is_no_report(headline: str) -> None:
    """Words without a verb, a question and what may be are no news."""
    assert report_of([told("Harbour Wire", headline, "")], [], now=NOW) is None


def test_the_words_of_somebody_end_what_an_outlet_reports() -> None:
    """Of a sentence in which somebody's claim begins, the outlet reports the clause before it."""
    text = "Trams stood still all over Tarnholm on Monday while drivers said that no deal was near."
    one = article(text, id="a", headline="Trams stand still in Tarnholm", publisher=Publisher(name="Tarnholm Post"))
    claim = spoken(text, "no deal was near", "drivers", "said", id="c")
    source = SourcedClaim(
        claim.model_copy(update={"passage": claim.passage.model_copy(update={"article_id": "a"})}), one
    )

    report = report_of([one], [source], now=NOW)

    assert report is not None
    assert report.item.body == "Trams stood still all over Tarnholm on Monday …"


def test_a_story_of_words_alone_opens_with_who_spoke() -> None:
    """Where nothing happened but that somebody spoke, one line says so; where something did, none does."""
    spoke = told("Harbour Wire", "Mayor says nine boats were lost", SAYS)
    happened = told("Coast Post", "Storm tears roof off harbour hall in Tarnholm", HAPPENED)

    alone = reports_of([Opened("", [spoke])], [claim_in(spoke)], now=NOW, room=3)
    stories = [Opened("", [spoke]), Opened("", [happened])]
    both = reports_of(stories, [claim_in(spoke), claim_in(happened)], now=NOW, room=3)

    assert [item.body for item in alone.values()] == ["Mayor says nine boats were lost"]
    assert list(both) == [1]


def test_a_story_opens_with_more_than_its_heading() -> None:
    """Where an article tells something besides what heads the story, its line does not say the heading once more."""
    headline = "Storm tears roof off harbour hall in Tarnholm"
    one = told("Harbour Wire", headline, "The old ferry sank at its pier in Tarnholm on Thursday.")

    report = report_of([one], [claim_in(one)], now=NOW, heading=headline)

    assert report is not None
    assert report.item.body == "The old ferry sank at its pier in Tarnholm on Thursday"


@pytest.mark.parametrize(
    "asking",
    [
        "Who pays for the harbour hall in Tarnholm?",
        "Here’s why storm tears roof off harbour hall in Tarnholm",
        "Tarnholm: How storm tears roof off harbour hall",
    ],
)
def test_the_title_is_the_headline_that_tells_most(asking: str) -> None:
    """The headline that shares most words with the others heads the story; one that asks, or will tell, never does."""
    titled = [*AGREEING, told("Night Letter", asking, HAPPENED)]

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
