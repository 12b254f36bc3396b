"""Claims of two sides and those who watch them, and how they stand to one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from digests.figures import find_figures
from digests.models import Actor, Article, Claim, Claimant, Place, SourcedClaim
from digests.relations import relate
from tests.make import SUDZHA, actor_mention, article, claim, place_mention

MONDAY = datetime(2025, 2, 3, tzinfo=UTC)
DAY = timedelta(days=1)
NORTH = Actor(id="state:xn", name="Northland", kind="state", country="XN", side="north")
SOUTH = Actor(id="state:xs", name="Southland", kind="state", country="XS", side="south")
NORTH_ARMY = Actor(id="mil:xn", name="Northern", kind="military", country="XN", parent="state:xn", side="north")
SOUTH_ARMY = Actor(id="mil:xs", name="Southern", kind="military", country="XS", parent="state:xs", side="south")
WATCH = Actor(id="org:watch", name="Watch", kind="org", role="analyst")
MONITOR = Actor(id="org:monitor", name="Monitor", kind="org", role="analyst")


def says(who: Actor | str, text: str, day: int | None = 0, where: Sequence[Place] = (SUDZHA,), **fields: Any) -> Claim:
    """A claim made on a day of the week (0 is Monday), naming those of our actors whose names stand in it."""
    if isinstance(who, Actor):
        claimant = Claimant(actor_id=who.id, name=who.name, surface=who.name, side=who.side, role=who.role)
        within = tuple(i for i in (who.id, who.parent) if i)
    else:
        claimant, within = Claimant(name=who, surface=who, resolved_by="local"), ()
    named = [a for a in (NORTH, SOUTH, NORTH_ARMY, SOUTH_ARMY) if a.name in text]
    when = MONDAY + day * DAY if day is not None else None
    return claim(
        text,
        fields.pop("claim_id", f"{claimant.name}: {text} {day}"),
        **{
            "claimant": claimant,
            "claimant_within": within,
            "actors": tuple(actor_mention(a, text.index(a.name)) for a in named),
            "places": tuple(map(place_mention, where)),
            "figures": find_figures(text),
            "said_at": when,
            "said_precision": "day" if when else "unknown",
            "valid_from": when,
            "valid_to": when + DAY if when else None,
            "valid_precision": "day" if when else "unknown",
            **fields,
        },
    )


def related(*claims: Claim, articles: Sequence[Article] | None = None) -> list[Claim]:
    """The claims after relating them, each in an article of its own unless given."""
    own = [article(id=f"a{n}", date_published=MONDAY + 4 * DAY) for n in range(len(claims))]
    return [c for c, _ in relate([SourcedClaim(*pair) for pair in zip(claims, articles or own, strict=True)])]


def kinds(one: Claim) -> list[str]:
    """The relations of a claim by kind."""
    return [relation.kind for relation in one.relations]
