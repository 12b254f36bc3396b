"""Which sites belong to the house of a feed: it may speak for them, and its pages are fetched from nowhere else."""

from __future__ import annotations

from bot.models import Feed
from bot.records.identity import domain_of
from digests.models import site_of


def feed_sites(feed: Feed) -> tuple[str, ...]:
    """The domains that a feed's operator has named for it, and the one that it lies at."""
    return tuple(dict.fromkeys((*feed.sites, *filter(None, [domain_of(feed.url)]))))


def is_of_house(url: str, feed: Feed) -> bool:
    """Whether an address lies at one of a feed's sites."""
    domain = domain_of(url)
    return domain is not None and site_of(domain) in set(map(site_of, feed_sites(feed)))
