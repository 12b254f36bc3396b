"""What the desk answers in chat: each request comes to a few lines of text, on every platform the same."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from io import BytesIO

from bot.errors import RecordError, RequestError
from bot.models import ClaimEdit, Delivery, DeskItem, DeskRequest
from bot.records import read_records
from bot.service.desk.decisions import DeskService
from bot.service.desk.feed_answers import FeedAnswers, Fetch
from bot.service.editing import read_edit
from bot.service.feeds import FeedService
from digests.models import Article

MOST_SHOWN = 15
_PERSON = re.compile(r"<@!?\w+>")
_Answer = Callable[[DeskRequest, str, str], Awaitable[list[str]]]


class DeskAnswers:
    """Answers those who may use the desk.

    home: the workspace that has it: what it decides goes into everybody's digests.
    fetch: what fetches an address that somebody names; None where nothing is fetched for chat.
    """

    def __init__(self, desk: DeskService, feeds: FeedService, *, home: str, fetch: Fetch | None = None) -> None:
        self._desk, self._home, self._fetch = desk, home, fetch
        self._answers: Mapping[str, _Answer] = {
            "queue": self._queue,
            "show": self._show,
            "approve": self._approve,
            "hold": self._hold,
            "reject": self._reject,
            "edit": self._edit,
            "add": self._add,
            "correct": self._correct,
            "withdraw": self._withdraw,
            "merge": self._merge,
            "feeds": FeedAnswers(desk, feeds, fetch).answer,
            "audit": self._audit,
        }

    async def answer(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        """Do what is asked, and say what came of it; raises RequestError that says what is wrong."""
        if not self._home or tenant != self._home:
            raise RequestError(f"This workspace has no desk; its operator can set DATELINE_DESK_HOME to {tenant}.")
        answer = self._answers.get(request.verb)
        if answer is None:
            raise RequestError(f"I do not know “{request.verb[:40]}”. Known are {', '.join(self._answers)}.")
        return await answer(request, actor, tenant)

    async def report(self, claim_id: str, text: str, actor: str, tenant: str) -> list[str]:
        """Take what a reader says is wrong with a claim, wherever they are."""
        if not text.strip():
            raise RequestError("Say what is wrong with it.")
        await self._desk.report(claim_id, text, f"{tenant}/{actor}", tenant=self._home)
        return ["Thank you. The desk looks at it."]

    async def _queue(self, _: DeskRequest, __: str, tenant: str) -> list[str]:
        rows = await self._desk.queue(tenant, limit=MOST_SHOWN + 1)
        rest = ["… and more"] if len(rows) > MOST_SHOWN else []
        return [*map(_line, rows[:MOST_SHOWN]), *rest] or ["Nothing waits."]

    async def _show(self, request: DeskRequest, _: str, tenant: str) -> list[str]:
        row = await self._desk.find(request.subject, tenant)
        claims = await self._desk.claims_in(row)
        lines = [f"{claim.id} · {claim.claimant.label}: {claim.passage.exact}" for claim in claims[:MOST_SHOWN]]
        rest = [f"… and {len(claims) - MOST_SHOWN} more"] if len(claims) > MOST_SHOWN else []
        return [_line(row), *lines, *rest]

    async def _approve(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        row = await self._desk.approve(request.subject, actor, reason=request.reason, tenant=tenant)
        return [f"{row.id}: {row.state}, by {len(row.approvals)} of {row.needs}."]

    async def _hold(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        row = await self._desk.hold(request.subject, actor, reason=request.reason, tenant=tenant)
        return [f"{row.id}: {row.state}."]

    async def _reject(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        row = await self._desk.reject(request.subject, actor, reason=request.reason, tenant=tenant)
        return [f"{row.id}: {row.state}."]

    async def _edit(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        edit = _edit_of(request, request.other)
        await self._desk.edit_waiting(request.subject, edit, actor, reason=request.reason, tenant=tenant)
        return [f"Changed {request.other}."]

    async def _add(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        records = await self._records(request)
        items = [
            await self._desk.submit(record, actor, tenant=tenant) for record in records if isinstance(record, Article)
        ]
        lines = [_line(item) for item in items if item]
        known = [f"{len(items) - len(lines)} held, waiting or decided already."] if len(items) > len(lines) else []
        return [*lines, *known, *(str(record) for record in records if isinstance(record, RecordError))]

    async def _records(self, request: DeskRequest) -> Sequence[Article | RecordError]:
        text = request.text.strip()
        if text.lower().startswith(("http://", "https://")):
            if self._fetch is None:
                raise RequestError("Addresses are not fetched for chat here; the operator can switch it on.")
            return await self._fetch(text)
        if not text:
            raise RequestError("Give an address, or a text with its publisher.")
        fields = {"publisher": request.publisher} if request.publisher else {}
        return list(read_records(None, BytesIO(text.encode()), name="text", fields=fields))

    async def _correct(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        edit = _edit_of(request, "")
        return await self._after_listing(
            request, request.subject, lambda: self._desk.correct(
                request.subject, edit, actor, reason=request.reason, tenant=tenant
            )
        )  # fmt: skip

    async def _withdraw(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        return await self._after_listing(
            request, request.subject, lambda: self._desk.withdraw(
                request.subject, actor, reason=request.reason, tenant=tenant
            )
        )  # fmt: skip

    async def _merge(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        return await self._after_listing(
            request, request.other, lambda: self._desk.merge(
                request.subject, request.other, actor, reason=request.reason, tenant=tenant
            )
        )  # fmt: skip

    async def _after_listing(
        self, request: DeskRequest, subject: str, work: Callable[[], Awaitable[Article]]
    ) -> list[str]:
        """Change what stands, if the messages that this edits were agreed to; else list them."""
        messages = await self._desk.touched(subject)
        lines = [*map(_message, messages[:MOST_SHOWN]), f"{len(messages)} posted messages will be edited."]
        if not request.confirmed:
            return [*lines, "Nothing is changed yet: ask again with the confirmation."]
        await work()
        return [*lines[:-1], f"Changed; {len(messages)} posted messages are edited."]

    async def _audit(self, request: DeskRequest, _: str, tenant: str) -> list[str]:
        rows = await self._desk.audit(tenant, subject=request.subject or None, limit=MOST_SHOWN)
        return [
            " · ".join(filter(None, (f"{row.moment:%Y-%m-%d %H:%M}", row.actor, row.action, row.subject, row.reason)))
            for row in rows
        ] or ["Nothing was decided yet."]


def _edit_of(request: DeskRequest, passage: str) -> ClaimEdit:
    edit = read_edit(
        passage,
        claimant=request.claimant or None,
        said_on=request.said_on,
        places=None,
        hidden=request.hidden or None,
    )
    if edit is None:
        raise RequestError("Say what to change: who claims it, when it was said, or that it is hidden.")
    return edit


def _line(row: DeskItem) -> str:
    origin = _PERSON.sub("somebody in chat", row.origin)  # a queue notifies nobody, and an id says nothing
    parts = (row.id, row.state, f"{len(row.approvals)} of {row.needs} approvals", row.subject, f"from {origin}")
    return " · ".join(parts)


def _message(message: Delivery) -> str:
    return f"#{message.destination.channel}: {message.digest.title} ({message.not_before:%Y-%m-%d %H:%M})"
