"""Claims of one sentence each, and what a digest says of them."""

from __future__ import annotations

from typing import Any

from digests.models import Claimant, Digest, SourcedClaim
from tests.make import article, spoken


def found(said: str, by: str = "The ministry", article_id: str = "a1", **fields: Any) -> SourcedClaim:
    """A claim with its article, from one sentence."""
    text = f"{by} said {said}."
    of = article(text, id=article_id, **fields.pop("of", {}))
    name = fields.pop("name", by)
    claim = spoken(
        text, said, by, "said", claimant=Claimant(name=name, surface=by, side=fields.pop("side", None)), **fields
    )
    passage = claim.passage.model_copy(update={"article_id": article_id})
    return SourcedClaim(claim.model_copy(update={"id": f"{article_id}-{said[:20]}", "passage": passage}), of)


def bodies(digest: Digest) -> list[str]:
    """The bodies of a digest's lines."""
    return [item.body for item in digest.items]
