"""What the platforms need of the use cases."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Protocol

from bot.models import (
    Answer,
    DeskRequest,
    PlatformName,
    Proposal,
    Schedule,
    ScheduleChanges,
    ScheduleDraft,
    ScheduleReport,
    Settlement,
    SourceView,
    Suggestion,
)
from digests.models import EVERYTHING, MAX_LINES, Digest, Figures, Request


class UseCases(Protocol):
    """What commands can ask of the service. `RequestError` and `DigestError` texts are meant for the reader."""

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first."""
        ...

    async def suggest(self, query_text: str, *, limit: int = 25, speakers: bool = False) -> tuple[Suggestion, ...]:
        """Subjects that begin with, or are spelt like, what a reader has typed; speakers: those who said something."""
        ...

    async def source(self, claim_id: str) -> SourceView:
        """The passage behind a claim, in its context."""
        ...

    async def posted(self, tenant: str, delivery_id: str) -> Digest:
        """A workspace's digest as it stands now in the message of a delivery."""
        ...

    async def more(self, tenant: str, delivery_id: str, *, page: str | None = None) -> Answer:
        """What was new for a posted digest and has no line in it, a page at a time."""
        ...

    async def figures(self, request: Request, *, measure: str = "") -> Figures:
        """What the claims on a subject give of each measure over time, or of those that some words name."""
        ...

    async def picture(self, figures: Figures) -> bytes | None:
        """Figures as a PNG; none where nothing can be drawn, or nobody draws here."""
        ...

    async def comparison(self, request: Request) -> Digest:
        """The newest claims on a subject that exclude or deny each other, side by side."""
        ...

    async def claims_in(self, text: str) -> Answer:
        """What is held on what somebody's message links to or names."""
        ...

    async def ask_desk(self, request: DeskRequest, *, actor: str, tenant: str) -> list[str]:
        """Do what somebody asks of their workspace's desk, and say what came of it."""
        ...

    async def report_claim(self, claim_id: str, text: str, *, actor: str, tenant: str) -> list[str]:
        """Let the desk know what a reader says is wrong with a claim."""
        ...

    async def preview(self, request: Request = EVERYTHING, *, max_lines: int = MAX_LINES) -> Digest:
        """The digest as it would be posted now; nothing is posted or remembered."""
        ...

    async def add_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Check and store a schedule."""
        ...

    async def propose(self, draft: ScheduleDraft) -> Proposal:
        """Show what a draft would become and post now; nothing is kept but the proposal, for its asker."""
        ...

    async def change_proposal(
        self, token: str, *, actor: str, tenant: str, first: str = "", zone: str = ""
    ) -> Proposal:
        """Show a proposal anew, reaching further back or in another zone."""
        ...

    async def settle(
        self, token: str, choice: Literal["post", "save", "cancel"], *, actor: str, tenant: str
    ) -> Settlement:
        """Keep what was proposed, and post its first digest at once if that is wanted; or forget it."""
        ...

    async def schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """A workspace's schedules by name."""
        ...

    async def schedule(self, tenant: str, name: str) -> Schedule:
        """A workspace's schedule by its name; raises RequestError that names those there are."""
        ...

    async def report_schedule(self, tenant: str, name: str) -> ScheduleReport:
        """A workspace's schedule and how it is doing; raises RequestError that names those there are."""
        ...

    async def edit_schedule(self, tenant: str, name: str, changes: ScheduleChanges) -> Schedule:
        """Change anything about a schedule but what it has posted."""
        ...

    async def remove_schedule(self, tenant: str, name: str) -> Schedule:
        """Remove a schedule by its name."""
        ...

    async def resume_schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """Resume all that is paused in a workspace."""
        ...

    async def pause_schedule(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Pause or resume a schedule by its name."""
        ...

    async def quiet_schedule(self, tenant: str, name: str, hours: str) -> Schedule:
        """Set the hours in which a schedule posts nothing, as in `22:00-07:00`; `off` for none."""
        ...

    async def send_now(self, tenant: str, name: str) -> bool:
        """Queue a schedule's digest at once; False if there is nothing new and it is to stay silent."""
        ...

    async def send_test(self, tenant: str, name: str) -> None:
        """Queue what a schedule would post now, marked as a test; nothing counts as posted."""
        ...

    async def follow(
        self, request: Request, *, platform: PlatformName, workspace: str, person: str, times: str, zone: str
    ) -> Schedule:
        """Send somebody what is new on a subject by direct message, once a day at most."""
        ...

    async def follow_story(
        self, tenant: str, delivery_id: str, number: int, *, platform: PlatformName, person: str, zone: str
    ) -> Schedule:
        """Send somebody what is new in a story of a digest that stands in their workspace."""
        ...

    async def change_follow(self, tenant: str, name: str, *, times: str | None, zone: str | None) -> Schedule:
        """Send what somebody follows at another time of day, or on another clock."""
        ...

    async def stop_following(self, tenant: str, delivery_id: str) -> Schedule:
        """Stop what has sent somebody a digest."""
        ...

    async def switch_follows(self, workspace: str, *, allowed: bool) -> int:
        """Let the people of a workspace follow, or not; gives how many follows that has paused or resumed."""
        ...

    async def noted(self, tenant: str, name: str) -> str:
        """What a platform is to remember under a name; nothing where nothing is noted."""
        ...

    async def note(self, tenant: str, name: str, text: str) -> None:
        """Note something in the place of what was noted."""
        ...

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """The next instants at which a schedule is due, in its own zone."""
        ...
