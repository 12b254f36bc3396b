"""What a record is to the articles that are held: new, another version, the same again, or another publisher's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from bot.errors import RequestError
from bot.protocols import Store
from digests.models import Article, Publisher, site_of

_AHEAD = timedelta(days=2)  #: a date further ahead is a slip, and must not count as the newest
_EXCERPT_ENDS = ("…", "...", "[…]", "[...]")
_EXCERPT_PART = 0.5  #: of a text; what only repeats so much of its beginning is a summary of it, no new version


async def admit(store: Store, article: Article, *, now: datetime) -> Article | None:
    """The article as it is to be held, as the version that its content makes it; None where it is held already.

    Raises:
        RequestError: its id is that of another publisher's article.
    """
    article_ids = [article.id, *([article.supersedes] if article.supersedes else [])]
    return _decide(article, list((await store.articles_of(article_ids)).values()), now)


async def are_held(store: Store, articles: Sequence[Article], *, now: datetime) -> list[bool]:
    """Whether each article is held as it is, with one look at the store for all: most of a feed is, each time."""
    versions: dict[str, list[Article]] = defaultdict(list)
    for (article_id, _), version in (await store.articles_of(sorted({article.id for article in articles}))).items():
        versions[article_id].append(version)
    return [_is_held(article, versions.get(article.id, ()), now) for article in articles]


def _is_held(article: Article, versions: Sequence[Article], now: datetime) -> bool:
    try:
        return bool(versions) and _decide(article, versions, now) is None
    except RequestError:
        return False


def _decide(article: Article, versions: Sequence[Article], now: datetime) -> Article | None:
    """What becomes of an article beside all held versions of it, and of what it supersedes."""
    article = _without_future(article, now)
    held_versions = [version for version in versions if version.id == article.id]
    if any(not is_same_publisher(article.publisher, version.publisher) for version in held_versions):
        raise RequestError(
            f"the id {article.id} is that of an article of {held_versions[0].publisher.name}; give this one another id"
        )
    superseded = [version for version in versions if version.id == article.supersedes != article.id]
    return _next_version(_bound(article, superseded), held_versions, now)


def content_hash(article: Article, now: datetime) -> str:
    """What makes a version: its words, apart from white space, its status, and its embargo while that lasts."""
    embargo = article.embargoed.isoformat() if is_embargoed(article, now) and article.embargoed else ""
    words = (" ".join(article.headline.split()), " ".join(article.body.split()), article.status, embargo)
    return sha256("\n".join(words).encode()).hexdigest()


def is_embargoed(article: Article, now: datetime) -> bool:
    """Whether nothing of the article may be printed yet."""
    return article.embargoed is not None and article.embargoed > now


def is_same_publisher(first: Publisher, second: Publisher) -> bool:
    """Whether two records are of one house: by their domains where both have one, else by name."""
    if first.domain and second.domain:
        return site_of(first.domain) == site_of(second.domain)
    return first.name.casefold() == second.name.casefold()


def _without_future(article: Article, now: datetime) -> Article:
    """The article without dates that cannot have been yet."""
    ahead = [name for name in ("date_published", "date_modified") if _is_ahead(getattr(article, name), now)]
    if not ahead:
        return article
    doubts = [f"{name}: lies in the future ({getattr(article, name):%Y-%m-%d}); kept as date unknown" for name in ahead]
    return article.model_copy(update={**dict.fromkeys(ahead), "doubts": (*article.doubts, *doubts)})


def _is_ahead(date: datetime | None, now: datetime) -> bool:
    return date is not None and date > now + _AHEAD


def _bound(article: Article, superseded: Sequence[Article]) -> Article:
    """The article; it takes the place of another one only where that is held and of the same house."""
    if not article.supersedes or article.supersedes == article.id:
        return article
    if superseded and all(is_same_publisher(article.publisher, version.publisher) for version in superseded):
        return article
    reason = "is another publisher's article" if superseded else "is no article that is held"
    doubt = f"supersedes: {article.supersedes} {reason}; it stays as it is"
    return article.model_copy(update={"supersedes": None, "doubts": (*article.doubts, doubt)})


def _next_version(article: Article, held_versions: Sequence[Article], now: datetime) -> Article | None:
    newest = max(held_versions, key=lambda version: version.version, default=None)
    if newest is None or article.version > newest.version:
        return article
    if _facts(article) == _facts(newest):  # most are, and need no hash
        return None
    content = content_hash(article, now)
    if content == content_hash(newest, now) or _is_excerpt(article, newest):
        return None
    is_later = _is_before(newest, article)
    if not is_later and any(content_hash(version, now) == content for version in held_versions):
        return None
    if not is_later and article.version not in {version.version for version in held_versions}:
        return article
    return None if _is_before(article, newest) else article.model_copy(update={"version": newest.version + 1})


def _facts(article: Article) -> tuple[object, ...]:
    return article.body, article.headline, article.status, article.embargoed


def _is_before(first: Article, second: Article) -> bool:
    """Whether the first one is surely older."""
    dates = [version.date_modified or version.date_published for version in (first, second)]
    return dates[0] is not None and dates[1] is not None and dates[0] < dates[1]


def _is_excerpt(article: Article, newest: Article) -> bool:
    """Whether the article only repeats the beginning of the one that is held, as a feed's summary does."""
    if article.status != newest.status:
        return False
    beginning, whole = " ".join(article.body.split()), " ".join(newest.body.split())
    for end in _EXCERPT_ENDS:
        beginning = beginning.removesuffix(end).rstrip()
    return len(beginning) <= _EXCERPT_PART * len(whole) and whole.startswith(beginning)
