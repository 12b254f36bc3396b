"""Fact checks: the record says whose claim was checked and in which words, so that nothing of it has to be read."""

from __future__ import annotations

from digests.actors import ActorIndex
from digests.models import Article, Attribution, Claim, Claimant, Review


def examined(article: Article, review: Review, index: ActorIndex) -> tuple[Attribution, Claimant]:
    """The claim that a fact check examines: the article's whole body, by whom the check names."""
    attribution = Attribution(content=((0, len(article.body)),))
    match = index.recognise(review.claimant)
    if match is None:
        return attribution, Claimant(name=review.claimant, surface=review.claimant, resolved_by="local")
    actor = match.actor
    claimant = Claimant(
        actor_id=actor.id,
        name=actor.name,
        short=actor.short,
        surface=review.claimant,
        role=actor.role,
        side=actor.side,
        resolved_by=match.resolved_by,
    )
    return attribution, claimant


def dated(claim: Claim, review: Review) -> Claim:
    """The claim with the day on which it was made, where the check names it."""
    if review.said_at is None:
        return claim
    return claim.model_copy(update={"said_at": review.said_at, "said_precision": review.said_precision})
