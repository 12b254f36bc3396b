"""What stands on each page: asked of the use cases, and rendered; the same for a server and for files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from bot.errors import RequestError
from bot.exports.claim_files import ClaimForm, writable_forms
from bot.exports.claim_rows import claim_schema
from bot.exports.figures import as_svg
from bot.exports.json import dumped, json_schema
from bot.exports.jsonfeed import feed_of
from bot.exports.jsonld import as_json_ld, claim_json_ld
from bot.models import Dossier, Entity, RelatedClaim
from bot.page.addresses import claim_path, root_of, subject_path
from bot.page.maps import MOST_PLACES, as_map
from bot.page.render import asset, render
from bot.records.record import record_schema
from bot.service.service import Service
from digests.models import DISPUTES, MOST_SHOWN, Digest, Measure, Request
from digests.query.request import read_request

DAYS: Final = 14  #: the newest days that are linked
FED: Final = 7  #: the days that the feed has
NAMES: Final = 200  #: the names that are offered while somebody types
LISTED: Final = 150  #: the places and the actors that are listed
_ASIDE: Final = 10
DRAWN: Final = 4  #: the measures of a subject that its page draws, so that it stays light
MEASURED: Final = 50  #: the newest claims with a figure that are read for them
NEWEST: Final = 25  #: the readings of each that it draws

HTML: Final = "text/html; charset=utf-8"
JSON_LD: Final = "application/ld+json; charset=utf-8"
FEED: Final = "application/feed+json; charset=utf-8"
SCHEMA: Final = "application/schema+json; charset=utf-8"
SVG: Final = "image/svg+xml"
CSS: Final = "text/css; charset=utf-8"

#: What each file of data is for.
FILES: Final = {
    ClaimForm.jsonl: "one claim a line, for programs",
    ClaimForm.csv: "a table, for spreadsheets",
    ClaimForm.parquet: "typed columns, for DuckDB, pandas and the like",
}
SCHEMAS: Final = {"claim": claim_schema, "digest": json_schema, "article": record_schema}

_HEADINGS: Final = {
    "repeats": "Who else says it",
    "updates": "What it brings up to date",
    "updated by": "What has brought it up to date",
    "corrects": "What it corrects",
    "corrected by": "What has corrected it",
    "reviewed by": "Who has checked it",
    "reviews": "What is said of what was checked",
    "no response": "Whom it waits for",
}


class Page(NamedTuple):
    """What an address answers."""

    body: bytes
    kind: str = HTML
    status: int = 200


class Pages:
    """All pages over the use cases."""

    def __init__(self, service: Service, *, searchable: bool = True) -> None:
        self._service, self._searchable = service, searchable
        self._dossiers = service.dossiers

    async def front(self) -> Page:
        """The digest of everything that is held, the days, and where it happens."""
        digest = await self._service.preview()
        return await self._digest(digest, "", room="front", days=await self._dossiers.days(DAYS))

    async def day(self, day: date) -> Page:
        """The digest of a day."""
        digest = await self._dossiers.day(day)
        days = await self._dossiers.days(DAYS)
        return await self._digest(digest, f"day/{day.isoformat()}/", room="day", days=days, today=day)

    async def claims(self, words: str, page: str | None) -> Page:
        """The answer to a question in words, as `/claims` gives it."""
        answer = await self._service.claims(read_request(words), page=page)
        options = {"asked": words, "choices": answer.choices, "next_page": answer.next_page}
        return await self._digest(answer.digest, "claims/", room="claims", **options)

    async def claim(self, claim_id: str) -> Page:
        """A claim's passage in context, who else says it, and who does not; raises RequestError."""
        dossier = await self._dossiers.dossier(claim_id)
        pairs = [other for other in dossier.related if other.kind in DISPUTES]
        groups = [(heading, others) for heading, others in _grouped(dossier) if others]
        permalinks = {claim_id, *(other.claim_id for other in dossier.related)}
        values = {"dossier": dossier, "pairs": pairs, "groups": groups, "permalinks": permalinks}
        return await self._page("claim.html", claim_path(claim_id), room="claim", **values)

    async def claim_json_ld(self, claim_id: str) -> Page:
        """A claim as schema.org describes one."""
        dossier = await self._dossiers.dossier(claim_id)
        return Page(claim_json_ld(dossier).encode(), JSON_LD)

    async def subject(self, kind: str, subject_id: str) -> Page:
        """A place or an actor: claims, figures and a map; raises RequestError where nothing is claimed of it."""
        entity = await self._dossiers.subject(kind, subject_id)
        path, question = subject_path(kind, subject_id), f"{kind}:{subject_id}"
        request = Request(about=question, show=MOST_SHOWN)
        answer = await self._service.claims(request)
        figures = await self._service.figures(request, limit=MEASURED)
        figures = figures.model_copy(update={"title": "", "measures": tuple(map(_newest, figures.measures[:DRAWN]))})
        values = {
            "entity": entity,
            "answer": answer,
            "asked_id": question,
            "figures": figures,
            "conflicts": await self._dossiers.conflicts(request),
            "permalinks": {item.claim_id for item in answer.digest.items},
            "picture": Markup(as_svg(figures, theme=None)) if figures.measures else "",  # noqa: S704 - escaped there
            "map": self._map(await self._around(entity), path, label=f"Map of {entity.name} and the towns around it"),
        }
        return await self._page("subject.html", path, room="subject", **values)

    async def subjects(self) -> Page:
        """All places and actors of which something is claimed."""
        known = await self._dossiers.subjects()
        places, actors = ([entity for entity in known if entity.kind == kind] for kind in ("place", "actor"))
        values = {
            "places": places[:LISTED],
            "actors": actors[:LISTED],
            "total": len(known),
            "map": self._map(
                _place_ids(known), "subjects/", label="Map of the places that are named most", limit=MOST_PLACES
            ),
        }
        return await self._page("subjects.html", "subjects/", room="subjects", **values)

    async def feed(self) -> Page:
        """The newest days as a JSON Feed."""
        days = await self._dossiers.days(FED)
        digests = [(day, await self._dossiers.day(day)) for day in days]
        return Page(feed_of("Dateline by day", digests).encode(), FEED)

    async def json_ld(self) -> Page:
        """The claims of the newest digest as schema.org describes them."""
        return Page(as_json_ld(await self._service.preview()).encode(), JSON_LD)

    async def data(self) -> Page:
        """What may be taken away, and the schemas that describe it."""
        files = [(f"claims.{form}", FILES[form]) for form in writable_forms()]
        return await self._page("data.html", "data/", room="data", files=files, schemas=SCHEMAS)

    async def schema(self, name: str) -> Page:
        """The JSON Schema of one kind of data; raises RequestError."""
        if name not in SCHEMAS:
            raise RequestError(f"There are schemas of {', '.join(SCHEMAS)}.")
        return Page(dumped(SCHEMAS[name]()).encode(), SCHEMA)

    async def style(self) -> Page:
        """The style sheet."""
        return Page(asset("style.css"), CSS)

    async def icon(self) -> Page:
        """What stands beside the title."""
        return Page(asset("icon.svg"), SVG)

    async def error(self, path: str, heading: str, text: str, status: int) -> Page:
        """A page that says what is wrong."""
        page = await self._page("error.html", path, room="", heading=heading, text=text)
        return page._replace(status=status)

    async def _digest(self, digest: Digest, path: str, *, room: str, **values: Any) -> Page:
        known = await self._dossiers.subjects()
        defaults = {
            "permalinks": await self._dossiers.permalinks(digest),
            "choices": (),
            "next_page": None,
            "days": (),
            "today": None,
            "subjects": known[:_ASIDE],
            "map": self._map(_place_ids(known), path, label="Map of the places that are named most")
            if room != "claims"
            else "",
        }
        return await self._page("digest.html", path, room=room, digest=digest, **(defaults | values))

    async def _page(self, template: str, path: str, *, room: str, **values: Any) -> Page:
        names = [entity.name for entity in (await self._dossiers.subjects())[:NAMES]] if self._searchable else []
        common = {"room": room, "searchable": self._searchable, "names": names, "asked": ""}
        return Page(render(template, path, **(common | values)))

    def _map(self, ids: Iterable[int], path: str, *, label: str, limit: int = _ASIDE) -> Markup | str:
        atlas = self._dossiers.atlas(ids, limit=limit)
        if atlas is None:
            return ""
        paths = {place.id: root_of(path) + subject_path("place", str(place.id)) for place in atlas.places}
        return Markup(as_map(atlas, paths, label=label))  # noqa: S704 - escaped there

    async def _around(self, entity: Entity) -> list[int]:
        """A place with those inside it of which something is claimed; none for an actor."""
        if entity.kind != "place":
            return []
        place_id = int(entity.id)
        return [place_id, *await self._dossiers.inside(place_id)]


def _newest(measure: Measure) -> Measure:
    """A measure with its newest readings alone."""
    return measure.model_copy(update={"readings": measure.readings[-NEWEST:]})


def _place_ids(entities: Iterable[Entity]) -> Iterator[int]:
    """The places among some entities, as far as they are asked for: there may be many thousands."""
    return (int(entity.id) for entity in entities if entity.kind == "place")


def _grouped(dossier: Dossier) -> Iterable[tuple[str, list[RelatedClaim]]]:
    for kind, heading in _HEADINGS.items():
        yield heading, [other for other in dossier.related if other.kind == kind]
