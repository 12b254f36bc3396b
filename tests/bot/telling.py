"""The use cases on a store, with a clock that stands still and articles whose claims are given by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.protocols import Store
from bot.service.desk.decisions import Review
from bot.service.service import Service
from digests.actors import ActorIndex
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import Actor, Article, Claim, Claimant
from tests import make
from tests.digests.gazetteers import SmallGazetteer

START = datetime(2025, 2, 8, 9, 0, tzinfo=UTC)
SMALL = SmallGazetteer()
SUDZHA = SMALL.place(12)
ACTORS = ActorIndex([Actor(id="org:example-institute", name="Example Institute", kind="org", aliases=("EI",))])


class Clock:
    """A clock that stands still until moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """The time."""
        return self.now


class Claims:
    """Reads an article as the claims that a test has laid down for it."""

    def __init__(self) -> None:
        self.of: dict[str, tuple[Claim, ...]] = {}

    def __call__(self, article: Article) -> Extraction:
        """What was laid down."""
        return Extraction(attributions=(), claims=self.of.get(article.id, ()), narrator=())


def small_service(store: Store, claims: Claims, clock: Callable[[], datetime], *, desk_home: str = "") -> Service:
    """The service on a store, serving Discord; desk_home: the workspace that has the desk."""
    knowledge, review = Knowledge(SMALL, ACTORS), Review(desk_home)
    splitters = {"discord": lambda digest: [digest]}
    return Service(store, claims, knowledge, clock=clock, splitters=splitters, review=review)


async def tell(service: Service, claims: Claims, said: str, article_id: str = "a1", **fields: object) -> Article:
    """Add an article in which the Example Institute says something about Sudzha."""
    text = f"The institute said {said}."
    article = make.article(text, id=article_id)
    assert SUDZHA
    claim = make.spoken(
        text,
        said,
        "The institute",
        "said",
        claimant=Claimant(actor_id="org:example-institute", name="Example Institute", surface="The institute"),
        **{"places": (make.place_mention(SUDZHA),), **fields},
    )
    passage = claim.passage.model_copy(update={"article_id": article_id})
    claims.of[article_id] = (claim.model_copy(update={"id": f"claim-{article_id}", "passage": passage}),)
    assert await service.add_article(article)
    return article
