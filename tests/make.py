"""Small builders for tests: each takes only what the test is about and fills in the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.models import Delivery, Destination, DigestRun, Schedule
from digests.models import (
    Actor,
    ActorMention,
    Article,
    Attribution,
    Claim,
    Claimant,
    Digest,
    DigestItem,
    Measure,
    Passage,
    Place,
    PlaceMention,
    Publisher,
    Query,
    Reading,
    Section,
    Subject,
)

NOW = datetime(2025, 2, 8, 9, 0, tzinfo=UTC)
SAID = datetime(2025, 2, 6, 12, 0, tzinfo=UTC)

RUSSIA = Place(id=2017370, name="Russia", kind="country", country="RU")
KURSK_OBLAST = Place(id=538555, name="Kursk Oblast", kind="admin1", country="RU", ancestors=(RUSSIA.id,))
KURSK = Place(id=538560, name="Kursk", kind="city", country="RU", ancestors=(KURSK_OBLAST.id, RUSSIA.id))
SUDZHA = Place(id=486968, name="Sudzha", kind="city", country="RU", ancestors=(KURSK_OBLAST.id, RUSSIA.id))
UKRAINE = Place(id=690791, name="Ukraine", kind="country", country="UA")

THINK_TANK = Actor(id="org:example-institute", name="Example Institute", kind="org", short="EI", role="analyst")
GENERAL = Actor(id="person:example-general", name="Example General", kind="person", role="official")


def article(body: str = "Troops moved near Sudzha.", **fields: Any) -> Article:
    """An article; its id is `article` unless given."""
    return Article(
        **{
            "id": "article",
            "url": "https://news.example/article",
            "headline": "A headline",
            "publisher": Publisher(name="Example Wire"),
            "date_published": SAID,
            "body": body,
            **fields,
        }
    )


def claim(text: str = "Troops moved near Sudzha", claim_id: str = "claim", **fields: Any) -> Claim:
    """A claim whose passage begins at offset 0 of version 1 of the article `article`."""
    span = (0, len(text))
    of = fields.pop("of", None)
    article_id, version = (of.id, of.version) if isinstance(of, Article) else ("article", 1)
    return Claim(
        **{
            "id": claim_id,
            "claimant": Claimant(actor_id=THINK_TANK.id, name=THINK_TANK.name, surface="the institute", role="analyst"),
            "passage": Passage(article_id=article_id, version=version, start=span[0], end=span[1], exact=text),
            "attribution": Attribution(content=(span,)),
            "said_at": SAID,
            "said_precision": "minute",
            **fields,
        }
    )


def place_mention(place: Place, start: int = 0) -> PlaceMention:
    """A mention of a place by its own name."""
    return PlaceMention(place=place, surface=place.name, start=start, end=start + len(place.name))


def actor_mention(actor: Actor, start: int = 0) -> ActorMention:
    """A mention of an actor by its own name."""
    end = start + len(actor.name)
    return ActorMention(actor=actor, surface=actor.name, start=start, end=end, resolved_by="exact")


def subject(thing: Place | Actor | str) -> Subject:
    """What a reader asks about: a place, an actor, or words."""
    match thing:
        case Place():
            return Subject(kind="place", id=str(thing.id), name=thing.name)
        case Actor():
            return Subject(kind="actor", id=thing.id, name=thing.name)
        case _:
            return Subject(kind="words", id=thing, name=thing)


def query(*about: Place | Actor | str, by: Sequence[Place | Actor | str] = (), **fields: Any) -> Query:
    """A query about any of the given things."""
    return Query(about=tuple(map(subject, about)), by=tuple(map(subject, by)), **fields)


def digest(title: str = "Kursk", *bodies: str) -> Digest:
    """A digest with one line for each body."""
    items = tuple(
        DigestItem(claim_id=f"c{n}", claimant=THINK_TANK.name, body=body, source="Example Wire")
        for n, body in enumerate(bodies)
    )
    return Digest(title=title, sections=(Section(heading="", items=items),) if items else ())


def destination(**fields: Any) -> Destination:
    """A channel of the Discord workspace `discord:1`."""
    return Destination(**{"platform": "discord", "tenant": "discord:1", "channel": "100", **fields})


def schedule(schedule_id: str = "s1", **fields: Any) -> Schedule:
    """A schedule that is due daily at 08:00 UTC, next at 9 February 2025."""
    where = fields.pop("destination", None) or destination(tenant=fields.get("tenant", "discord:1"))
    return Schedule(
        **{
            "id": schedule_id,
            "tenant": where.tenant,
            "name": schedule_id,
            "destination": where,
            "cron": "0 8 * * *",
            "zone": "UTC",
            "created_at": NOW,
            "covered_until": NOW,
            "next_due": datetime(2025, 2, 9, 8, 0, tzinfo=UTC),
            **fields,
        }
    )


def run(run_id: str = "r1", **fields: Any) -> DigestRun:
    """The run of schedule `s1` that is due at 9 February 2025, 08:00 UTC."""
    due = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
    return DigestRun(
        **{
            "id": run_id,
            "tenant": "discord:1",
            "schedule_id": "s1",
            "due": due,
            "window_from": NOW,
            "window_to": due,
            **fields,
        }
    )


def delivery(delivery_id: str = "d1", **fields: Any) -> Delivery:
    """Part 0 of run `r1`, due at 9 February 2025, 08:00 UTC."""
    where = fields.pop("destination", None) or destination(tenant=fields.get("tenant", "discord:1"))
    return Delivery(
        **{
            "id": delivery_id,
            "tenant": where.tenant,
            "run_id": "r1",
            "destination": where,
            "digest": digest("Kursk", "a line"),
            "not_before": datetime(2025, 2, 9, 8, 0, tzinfo=UTC),
            **fields,
        }
    )


def spoken(text: str, content: str | Sequence[str], source: str = "", cue: str = "", **fields: Any) -> Claim:
    """A claim in a text, its content, source and cue given as substrings of it."""

    def span(part: str) -> tuple[int, int]:
        at = text.index(part)
        return at, at + len(part)

    parts = [content] if isinstance(content, str) else list(content)
    spans = tuple(span(part) for part in parts)
    kind, mode = fields.pop("kind", "saying"), fields.pop("mode", "indirect")
    start, end = spans[0][0], spans[-1][1]
    speaks = max(text.rfind(source, 0, start), 0) if text[:start].count(source) else text.index(source)
    says = text.find(cue, speaks + len(source))
    says = says if says >= 0 else text.index(cue)
    return Claim(
        **{
            "id": "claim",
            "claimant": Claimant(actor_id=THINK_TANK.id, name=source or "unnamed source", surface=source),
            "cue": cue,
            "kind": kind,
            "mode": mode,
            "via": ("Example Wire",),
            "passage": Passage(article_id="article", version=1, start=start, end=end, exact=text[start:end]),
            "attribution": Attribution(
                source=((speaks, speaks + len(source)),) if source else (),
                cue=((says, says + len(cue)),) if cue else (),
                content=spans,
                kind=kind,
                mode=mode,
            ),
            "said_at": SAID,
            "said_precision": "day",
            **fields,
        }
    )


def reading(claimant: str = "Example Institute", **fields: Any) -> Reading:
    """A figure of 40 that a claimant gives on the day of `SAID`."""
    return Reading(
        **{
            "claim_ids": ("claim",),
            "claimant": claimant,
            "value": 40.0,
            "surface": "40",
            "passage": "40 troops were lost",
            "day": SAID,
            "date": "Thu 6 Feb",
            "source": "Example Wire",
            **fields,
        }
    )


def measure(*readings: Reading, name: str = "troops lost", **fields: Any) -> Measure:
    """A measure with some readings."""
    return Measure(name=name, readings=readings, **fields)
