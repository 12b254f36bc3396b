"""Written fakes: the use cases with small fixed data, recording what was asked of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import RequestError
from bot.models import (
    Answer,
    DeskRequest,
    Destination,
    Proposal,
    RunResult,
    Schedule,
    ScheduleChanges,
    ScheduleDraft,
    ScheduleReport,
    Settlement,
    SourceView,
    Suggestion,
)
from digests.errors import BadQueryError
from digests.models import EVERYTHING, MAX_LINES, Digest, DigestItem, Figures, Request, Section
from digests.query.request import write_request
from tests import make

NOW = datetime(2025, 2, 7, 9, 0, tzinfo=UTC)
SUBJECTS = (
    Suggestion(label="Kursk Oblast (place in Russia)", value="Kursk Oblast"),
    Suggestion(label="North Korea (country)", value="North Korea"),
)


def item(claim_id: str = "c1", **fields: Any) -> DigestItem:
    """Return one line, with anything about it changed by keyword."""
    values: dict[str, Any] = {
        "claimant": "ISW",
        "body": "Ukrainian forces advanced up to 5 km SE of Sudzha",
        "when": "Thu 6 Feb",
        "flags": ("unconfirmed",),
        "source": "Example Wire",
        "url": f"https://wire.example/articles/{claim_id}#:~:text=advanced",
    }
    return DigestItem(claim_id=claim_id, **(values | fields))


def digest(*items: DigestItem, **fields: Any) -> Digest:
    """Return a digest of one section, with anything about it changed by keyword."""
    values: dict[str, Any] = {
        "title": "Kursk",
        "subtitle": "31 Jan to 7 Feb 2025 · UTC",
        "sections": (Section(heading="Fri 7 Feb", items=items),) if items else (),
        "footer": ("2 articles read", "2 claims"),
    }
    return Digest(**(values | fields))


class FakeUseCases:
    """The service's face with nothing behind it: two pages about Kursk, schedules in a dictionary."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.kept: dict[tuple[str, str], Schedule] = {}
        self.pages: dict[str | None, Answer] = {
            None: Answer(digest=digest(item("c1"), item("c2", claimant="General Staff")), next_page="p2"),
            "p2": Answer(digest=digest(item("c3", claimant="South Korean intelligence"))),
        }
        self.failure: Exception | None = None
        self.notes: dict[tuple[str, str], str] = {}
        self.drafts: dict[str, ScheduleDraft] = {}

    def asked(self, name: str) -> list[tuple[Any, ...]]:
        """Return the arguments of every call of one use case."""
        return [arguments for called, arguments in self.calls if called == name]

    def _note(self, name: str, *arguments: Any) -> None:
        self.calls.append((name, arguments))
        if self.failure is not None:
            raise self.failure

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer two pages on anything but Atlantis, which nothing is known of."""
        self._note("claims", write_request(request), page)
        if "atlantis" in request.about.lower():
            raise BadQueryError(f"No claims about “{request.about}”. Nearest: Kursk Oblast.")
        return self._page(page)

    def _page(self, page: str | None) -> Answer:
        if page not in self.pages:
            raise RequestError("That page is no longer there. Ask again from the start.")
        return self.pages[page]

    async def suggest(self, query_text: str, *, limit: int = 25, speakers: bool = False) -> tuple[Suggestion, ...]:
        """Return the subjects that hold what was typed."""
        self._note("suggest", query_text, *(["speakers"] if speakers else []))
        return tuple(one for one in SUBJECTS if query_text.lower() in one.label.lower())[:limit]

    async def source(self, claim_id: str) -> SourceView:
        """Return one passage for any id but `none`."""
        self._note("source", claim_id)
        if claim_id == "none":
            raise RequestError("There is no claim none.")
        return SourceView(
            claim_id=claim_id,
            line="ISW: Ukrainian forces advanced up to 5 km SE of Sudzha (Thu 6 Feb)",
            before="The institute wrote on Thursday that",
            exact="Ukrainian forces advanced up to five kilometers southeast of Sudzha",
            after="and gave no figures of losses.",
            headline="New attacks in Kursk",
            source="Example Wire ← ISW",
            published="Fri 7 Feb 2025, 09:00 UTC",
            url="https://wire.example/articles/c1",
        )

    async def posted(self, tenant: str, delivery_id: str) -> Digest:
        """Return a digest of one line."""
        self._note("posted", tenant, delivery_id)
        return digest(item("c1"))

    async def more(self, tenant: str, delivery_id: str, *, page: str | None = None) -> Answer:
        """Return the two pages of any answer."""
        self._note("more", tenant, delivery_id, page)
        return self._page(page)

    async def figures(self, request: Request, *, measure: str = "") -> Figures:
        """Return one measure with one reading."""
        self._note("figures", write_request(request), measure)
        return Figures(title="Figures", measures=(make.measure(make.reading(value=5.0)),))

    async def picture(self, figures: Figures) -> bytes | None:
        """Return what begins as a PNG does."""
        self._note("picture", figures.title)
        return b"\x89PNG" + b"0" * 100

    async def comparison(self, request: Request) -> Digest:
        """Return one pair."""
        self._note("comparison", write_request(request))
        pair = (item("c1"), item("c2", claimant="General Staff", body="denies it", answers_previous=True))
        return digest(title="Where claims differ", sections=(Section(heading="denies: the advance", items=pair),))

    async def claims_in(self, text: str) -> Answer:
        """Return the first page of any answer."""
        self._note("claims_in", text)
        return self.pages[None]

    async def ask_desk(self, request: DeskRequest, *, actor: str, tenant: str) -> list[str]:
        """Say what was asked, by whom, and where; `none` is nothing that waits."""
        self._note("ask_desk", request, actor, tenant)
        if request.subject == "none":
            raise RequestError("Nothing in the queue is called “none”.")
        return [f"{request.verb} {request.subject}".strip(), "3f9a · waiting · River rises"]

    async def report_claim(self, claim_id: str, text: str, *, actor: str, tenant: str) -> list[str]:
        """Take a report."""
        self._note("report_claim", claim_id, text, actor, tenant)
        return ["Thank you."]

    async def preview(self, request: Request = EVERYTHING, *, max_lines: int = MAX_LINES) -> Digest:
        """Return a digest of one line."""
        self._note("preview", write_request(request), max_lines)
        return digest(item("c1"), title="Preview")

    async def propose(self, draft: ScheduleDraft) -> Proposal:
        """Remember a draft, and show one line of it."""
        self._note("propose", draft)
        token = f"token{len(self.asked('propose'))}"
        self.drafts[token] = draft
        schedule = self._made(draft)
        return Proposal(
            token=token,
            schedule=schedule,
            digest=digest(item("c1")),
            sends=self.next_sends(schedule),
            first=draft.first or "24h",
            zone_named=bool(draft.zone),
        )

    async def change_proposal(
        self, token: str, *, actor: str, tenant: str, first: str = "", zone: str = ""
    ) -> Proposal:
        """Show the draft anew with another window or zone."""
        self._note("change_proposal", token, actor, tenant, first, zone)
        changes = {name: value for name, value in (("first", first), ("zone", zone)) if value}
        return await self.propose(self.drafts.pop(token).model_copy(update=changes))

    async def settle(
        self, token: str, choice: Literal["post", "save", "cancel"], *, actor: str, tenant: str
    ) -> Settlement:
        """Keep a draft, once, or forget it."""
        self._note("settle", token, choice, actor, tenant)
        draft = self.drafts.pop(token, None)
        if draft is None:
            raise RequestError("That preview is settled already.")
        if choice == "cancel":
            return Settlement(schedule=None)
        schedule = self._made(draft)
        self.kept[schedule.tenant, schedule.name] = schedule
        return Settlement(schedule=schedule, posted=choice == "post")

    def _made(self, draft: ScheduleDraft) -> Schedule:
        name = draft.name or "daily"
        tenant = draft.destination.tenant
        if (tenant, name) in self.kept:
            raise RequestError(f"There is a schedule called {name} already.")
        if draft.zone and draft.zone not in available_timezones():
            raise RequestError(f"“{draft.zone}” is no time zone.")
        return Schedule(
            id=f"s{len(self.kept) + 1}",
            tenant=tenant,
            name=name,
            destination=draft.destination,
            cron="0 8 * * *",
            zone=draft.zone or "UTC",
            about=write_request(draft.request),
            max_lines=draft.max_lines,
            if_empty=draft.if_empty,
            created_at=NOW,
            covered_until=NOW,
            next_due=NOW + timedelta(days=1),
        )

    async def add_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Keep a schedule, once by name."""
        self._note("add_schedule", draft)
        schedule = self._made(draft)
        self.kept[schedule.tenant, schedule.name] = schedule
        return schedule

    async def report_schedule(self, tenant: str, name: str) -> ScheduleReport:
        """Return a schedule that was right until it failed."""
        self._note("report_schedule", tenant, name)
        schedule = self._kept(tenant, name)
        failed = RunResult(due=NOW, state="held", error="the channel is gone")
        right = RunResult(due=NOW - timedelta(days=1), state="posted")
        sends = () if schedule.paused else self.next_sends(schedule)
        return ScheduleReport(schedule=schedule, sends=sends, results=(failed, right), last_right=right.due)

    async def edit_schedule(self, tenant: str, name: str, changes: ScheduleChanges) -> Schedule:
        """Note the changes, and make those that need no reading."""
        self._note("edit_schedule", tenant, name, changes)
        schedule = self._kept(tenant, name)
        fields = {"zone": changes.zone or schedule.zone, "max_lines": changes.max_lines or schedule.max_lines}
        self.kept[tenant, name] = schedule.model_copy(update=fields)
        return self.kept[tenant, name]

    async def resume_schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """Resume what is paused."""
        self._note("resume_schedules", tenant)
        paused = [one for (owner, _), one in self.kept.items() if owner == tenant and one.paused]
        for one in paused:
            self.kept[tenant, one.name] = one.model_copy(update={"paused": False})
        return tuple(paused)

    async def send_test(self, tenant: str, name: str) -> None:
        """Pretend to send."""
        self._note("send_test", tenant, name)
        self._kept(tenant, name)

    async def schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """Return a tenant's schedules by name."""
        self._note("schedules", tenant)
        return tuple(one for (owner, _), one in sorted(self.kept.items()) if owner == tenant)

    async def schedule(self, tenant: str, name: str) -> Schedule:
        """Return one schedule by its name."""
        self._note("schedule", tenant, name)
        return self._kept(tenant, name)

    async def remove_schedule(self, tenant: str, name: str) -> Schedule:
        """Forget a schedule."""
        self._note("remove_schedule", tenant, name)
        found = self._kept(tenant, name)
        del self.kept[tenant, name]
        return found

    async def pause_schedule(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Mark a schedule as paused or not."""
        self._note("pause_schedule", tenant, name, paused)
        self.kept[tenant, name] = self._kept(tenant, name).model_copy(update={"paused": paused})
        return self.kept[tenant, name]

    async def quiet_schedule(self, tenant: str, name: str, hours: str) -> Schedule:
        """Keep the hours as they are written."""
        self._note("quiet_schedule", tenant, name, hours)
        quiet = None if hours == "off" else hours
        self.kept[tenant, name] = self._kept(tenant, name).model_copy(update={"quiet_hours": quiet})
        return self.kept[tenant, name]

    async def send_now(self, tenant: str, name: str) -> bool:
        """Pretend that there is something new."""
        self._note("send_now", tenant, name)
        self._kept(tenant, name)
        return True

    async def follow(
        self, request: Request, *, platform: str, workspace: str, person: str, times: str, zone: str
    ) -> Schedule:
        """Keep a follow by its subject."""
        self._note("follow", write_request(request), platform, workspace, person, times, zone)
        tenant = f"{workspace}/@{person}"
        where = Destination(platform=platform, tenant=tenant, channel=f"@{person}")
        draft = ScheduleDraft(destination=where, name=request.about, request=request, zone=zone)
        self.kept[tenant, request.about] = self._made(draft)
        return self.kept[tenant, request.about]

    async def follow_story(
        self, tenant: str, delivery_id: str, number: int, *, platform: str, person: str, zone: str
    ) -> Schedule:
        """Keep a follow of a story."""
        self._note("follow_story", tenant, delivery_id, number, zone)
        request = Request(about="A flood in Sudzha", story="a1")
        return await self.follow(request, platform=platform, workspace=tenant, person=person, times="08:00", zone=zone)

    async def change_follow(self, tenant: str, name: str, *, times: str | None, zone: str | None) -> Schedule:
        """Note the change."""
        self._note("change_follow", tenant, name, times, zone)
        return self._kept(tenant, name)

    async def stop_following(self, tenant: str, delivery_id: str) -> Schedule:
        """Forget what somebody follows."""
        self._note("stop_following", tenant, delivery_id)
        (owner, name), found = next((pair for pair in self.kept.items() if pair[0][0] == tenant), (("", ""), None))
        if found is None:
            raise RequestError("You no longer follow that.")
        del self.kept[owner, name]
        return found

    async def switch_follows(self, workspace: str, *, allowed: bool) -> int:
        """Say that two are touched."""
        self._note("switch_follows", workspace, allowed)
        return 2

    async def noted(self, tenant: str, name: str) -> str:
        """Return what is noted."""
        return self.notes.get((tenant, name), "")

    async def note(self, tenant: str, name: str, text: str) -> None:
        """Note something."""
        self.notes[tenant, name] = text

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """Return eight o'clock on the next days."""
        start = schedule.next_due.astimezone(ZoneInfo(schedule.zone)).replace(hour=8, minute=0)
        return tuple(start + timedelta(days=day) for day in range(count))

    def _kept(self, tenant: str, name: str) -> Schedule:
        try:
            return self.kept[tenant, name]
        except KeyError:
            raise RequestError(f"There is no digest called “{name}”. Digests here: none yet.") from None
