"""What a claim says is told from words that only say how it is known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digests.lexicon import ENGLISH
from digests.models import Publisher, SourcedClaim
from digests.relations import relate
from digests.relations.statements.frames import denied_in, statement_of
from tests.make import SAID, article, spoken


@pytest.mark.parametrize(
    ("text", "is_denied", "statement"),
    [
        ("The evidence shows that the ferry was rammed by a trawler", False, "the ferry was rammed by a trawler"),
        ("What is clear to us is that no trawler rammed the ferry", False, "no trawler rammed the ferry"),
        ("reports in the island press that a trawler rammed the ferry", True, "a trawler rammed the ferry"),
        ("the accusation that a trawler rammed the ferry", True, "a trawler rammed the ferry"),
        ("reports in the island press that a trawler rammed the ferry", False, None),
        ("There is no evidence that a trawler rammed the ferry", False, None),
        ("It is not clear that a trawler rammed the ferry", False, None),
        ("Perhaps there is proof that a trawler rammed the ferry", False, None),
        ("the ferry was rammed by a trawler", False, None),
    ],
)
def test_a_statement_is_told_from_its_frame(text: str, is_denied: bool, statement: str | None) -> None:
    """What leaves a statement open or denies it is no frame, and a charge is one only where it is denied."""
    assert statement_of(text, ENGLISH, is_denied=is_denied) == (statement or text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("it was not true that a trawler had rammed the ferry", "a trawler had rammed the ferry"),
        ("there was no truth in reports that the ferry was full", "the ferry was full"),
        ("the report of a leak pure fiction", "a leak"),
        ("as nonsense claims that the ferry was full", "the ferry was full"),
        ("its trawlers had nothing to do with the sinking", "its trawlers had to blame for the sinking"),
        ("the report that the ferry was full", None),
        ("it was true that the ferry was full", None),
        ("a false alarm had sounded on the ferry", None),
    ],
)
def test_a_denial_needs_no_word_of_denying(text: str, statement: str | None) -> None:
    """What is called untrue is denied; what is only reported, or false itself, is not."""
    assert denied_in(text, ENGLISH) == statement


def told(by: str, said: str, outlet: str, hours: int) -> SourcedClaim:
    """What somebody says of the ferry, in an outlet of its own."""
    text = f"{by} said that {said}."
    one = article(
        text,
        id=outlet,
        headline="Ferry sinks off Tarnholm",
        publisher=Publisher(name=outlet),
        date_published=SAID + timedelta(hours=hours),
    )
    claim = spoken(text, said, by, "said", id=outlet, said_at=SAID + timedelta(hours=hours))
    claimant = claim.claimant.model_copy(update={"name": by, "actor_id": f"person:{by.split(maxsplit=1)[0].lower()}"})
    passage = claim.passage.model_copy(update={"article_id": outlet})
    return SourcedClaim(claim.model_copy(update={"claimant": claimant, "passage": passage}), one)


def test_two_grounds_do_not_hide_a_dispute() -> None:
    """Who has evidence of what another says for certain did not happen contradicts them."""
    claims = [
        told("Ada Brenn", "the evidence indicates that the ferry was rammed by a foreign trawler", "Coast Post", 0),
        told("Boris Lund", "what is obvious is that no trawler rammed the ferry", "Island Echo", 2),
    ]

    kinds = {relation.kind for claim, _ in relate(claims) for relation in claim.relations}

    assert kinds == {"contradicts"}
