"""The desk: people approve, hold or reject what waits, and correct what stands; all of it is written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from bot.errors import RequestError
from bot.models import AuditRow, ClaimEdit, Delivery, DeskItem, DeskState, key_of
from bot.protocols import Store
from bot.service.corrections import posted_of
from bot.service.desk.reporters import tell_reporter
from bot.service.editing import check_edit
from bot.service.intake import admit, content_hash
from bot.service.keeping import ArticleKeeper
from digests.models import Article, Claim

OPEN: tuple[DeskState, ...] = ("waiting", "held")
MOST_REASON = 2_000  #: characters of a reason or a report


class Review(NamedTuple):
    """Whose desk decides about what feeds under review bring, and how many must approve it."""

    tenant: str = ""
    needs: int = 1


class DeskService:
    """Keeps the queue and its decisions.

    tenant: whose desk it is; None is the operator, who sees everybody's. Each decision names who made it, and raises
    RequestError where it cannot be made.
    """

    def __init__(self, store: Store, keeper: ArticleKeeper, *, clock: Callable[[], datetime]) -> None:
        self._store, self._keeper, self._clock = store, keeper, clock

    # --- what comes in ----------------------------------------------------------------------------------------

    async def submit(
        self, article: Article, origin: str, *, tenant: str = "", needs: int = 1, news: bool = True
    ) -> DeskItem | None:
        """Let an article wait; None if it is held, waits or was decided already."""
        now = self._clock()
        if await admit(self._store, article, now=now) is None:
            return None
        key = key_of("desk", tenant, article.id, content_hash(article, now))[:12]
        item = DeskItem(id=key, tenant=tenant, origin=origin, article=article, needs=needs, news=news, added_at=now)
        return item if await self._store.desk.add(item, self._row(item, origin, "submit")) else None

    async def report(self, claim_id: str, text: str, actor: str, *, tenant: str = "") -> DeskItem:
        """Let what a reader says is wrong with a claim wait."""
        if await self._store.claim(claim_id) is None:
            raise RequestError(f"There is no claim “{claim_id[:40]}”.")
        now, text = self._clock(), _bounded(text)
        key = key_of("report", tenant, claim_id, actor, text)[:12]
        item = DeskItem(
            id=key, tenant=tenant, kind="report", origin=actor, claim_id=claim_id, text=text, added_at=now
        )  # fmt: skip
        await self._store.desk.add(item, self._row(item, actor, "report", text))
        return item

    # --- the queue --------------------------------------------------------------------------------------------

    async def queue(self, tenant: str | None = None, *, limit: int = 100) -> list[DeskItem]:
        """What waits, oldest first."""
        return await self._store.desk.items(tenant, OPEN, limit=limit)

    async def find(self, item_id: str, tenant: str | None = None) -> DeskItem:
        """An item by its id, or how that begins where it waits."""
        item = await self._store.desk.item(item_id)
        matches = [item] if item else [row for row in await self.queue(tenant) if row.id.startswith(item_id or "?")]
        own_items = [row for row in matches if tenant is None or row.tenant == tenant]
        if len(own_items) != 1:
            raise RequestError(f"Nothing in the queue is called “{item_id[:40]}”; it may have been decided.")
        return own_items[0]

    async def claims_in(self, item: DeskItem) -> tuple[Claim, ...]:
        """What would be printed of an article that waits, as it is read now."""
        return await self._keeper.read(item.article) if item.article else ()

    async def approve(self, item_id: str, actor: str, *, reason: str = "", tenant: str | None = None) -> DeskItem:
        """Let an item go in, once as many have approved as it needs; nobody counts twice."""
        item = self._undecided(await self.find(item_id, tenant))
        approvals = tuple(dict.fromkeys((*item.approvals, actor)))
        is_enough = len(approvals) >= item.needs
        changes = {"approvals": approvals, "state": "approved" if is_enough else item.state}
        action = "approve" if is_enough else f"approve {len(approvals)} of {item.needs}"
        item = await self._decide(item, actor, action, reason, **changes)
        return await self._finish(item, reason) if is_enough else item

    async def hold(self, item_id: str, actor: str, *, reason: str = "", tenant: str | None = None) -> DeskItem:
        """Leave an item for later; what was approved of it counts no more."""
        item = self._undecided(await self.find(item_id, tenant))
        return await self._decide(item, actor, "hold", reason, state="held", approvals=())

    async def reject(self, item_id: str, actor: str, *, reason: str, tenant: str | None = None) -> DeskItem:
        """Keep an item out for good; it does not come back with the same words."""
        if not reason.strip():
            raise RequestError("Say why: a rejection needs a reason.")
        item = self._undecided(await self.find(item_id, tenant))
        item = await self._decide(item, actor, "reject", reason, state="rejected", decided_at=self._clock())
        await tell_reporter(self._store, item, reason, now=self._clock())
        return item

    async def resume(self) -> None:
        """Put in what was approved and not put in, as the process ended in between."""
        for item in await self._store.desk.unfinished():
            await self._finish(item)

    # --- how claims are read ----------------------------------------------------------------------------------

    async def edit_waiting(
        self, item_id: str, edit: ClaimEdit, actor: str, *, reason: str = "", tenant: str | None = None
    ) -> None:
        """Set how a claim of an article that waits is to be read; `edit.passage` is the claim's id."""
        item = self._undecided(await self.find(item_id, tenant))
        claims = {claim.id: claim for claim in await self.claims_in(item)}
        claim = claims.get(edit.passage)
        if claim is None or item.article is None:
            raise RequestError(f"There is no claim “{edit.passage[:40]}” in it.")
        check_edit(edit, claim, item.article)
        stored_edit = edit.model_copy(update={"article_id": item.article.id, "passage": claim.passage.exact})
        row = self._row(item, actor, "edit", reason).model_copy(update={"detail": _told(stored_edit)})
        await self._store.desk.edit([await self._merged(stored_edit)], row)

    async def touched(self, subject: str) -> list[Delivery]:
        """The messages in which a claim, or a claim of an article, stands: a change of it will edit them."""
        claim = await self._store.claim(subject)
        article = await self._held(claim.passage.article_id if claim else subject)
        return await posted_of(self._store, article.id, claim.id if claim else None)

    async def correct(self, claim_id: str, edit: ClaimEdit, actor: str, *, reason: str, tenant: str = "") -> Article:
        """Set how a claim that is held is read, and correct what was posted of it."""
        claim = await self._store.claim(claim_id)
        if claim is None:
            raise RequestError(f"There is no claim “{claim_id[:40]}”.")
        article = await self._held(claim.passage.article_id)
        check_edit(edit, claim, article)
        stored_edit = edit.model_copy(update={"article_id": article.id, "passage": claim.passage.exact})
        action = "withdraw" if stored_edit.hidden else "correct"
        row = self._note(actor, action, claim_id, reason, tenant, _told(stored_edit))
        await self._store.desk.edit([await self._merged(stored_edit)], row)
        return await self._keeper.revise(article)

    async def withdraw(self, subject: str, actor: str, *, reason: str, tenant: str = "") -> Article:
        """Take back a claim or a whole article, and strike it out where it was posted; no outlet brings it back."""
        if await self._store.claim(subject):
            hiding = ClaimEdit(article_id="", passage="", hidden=True)
            return await self.correct(subject, hiding, actor, reason=reason, tenant=tenant)
        article = await self._held(subject)
        edit = ClaimEdit(article_id=article.id, passage="", withdrawn=True)
        await self._store.desk.edit([edit], self._note(actor, "withdraw", article.id, reason, tenant))
        return await self._keeper.revise(article)

    async def merge(self, article_id: str, other_id: str, actor: str, *, reason: str, tenant: str = "") -> Article:
        """Let one article take the place of another that is the same; what was posted of the other is corrected."""
        article, other = await self._held(article_id), await self._held(other_id)
        if article.id == other.id:
            raise RequestError("An article cannot be merged with itself.")
        await self._store.desk.note(self._note(actor, "merge", article.id, reason, tenant, f"in place of {other.id}"))
        return await self._keeper.revise(article, supersedes=other.id)

    async def note(self, actor: str, action: str, subject: str, *, reason: str = "", tenant: str = "") -> None:
        """Write down a decision that is carried out elsewhere."""
        await self._store.desk.note(self._note(actor, action, subject, reason, tenant))

    async def audit(self, tenant: str | None = None, *, subject: str | None = None, limit: int = 100) -> list[AuditRow]:
        """The latest decisions, newest first."""
        return await self._store.desk.audit(tenant, subject=subject, limit=limit)

    # --- how it is done ---------------------------------------------------------------------------------------

    async def _finish(self, item: DeskItem, reason: str = "") -> DeskItem:
        if item.article:
            await self._keeper.add(item.article, news=item.news)
        await tell_reporter(self._store, item, reason, now=self._clock())
        done_item = item.model_copy(update={"decided_at": self._clock()})
        await self._store.desk.decide(done_item, self._row(item, "dateline", "put in"))
        return done_item.model_copy(update={"revision": item.revision + 1})

    async def _decide(self, item: DeskItem, actor: str, action: str, reason: str, **changes: object) -> DeskItem:
        decided_item = item.model_copy(update=changes)
        if not await self._store.desk.decide(decided_item, self._row(item, actor, action, _bounded(reason))):
            raise RequestError("Somebody else has just decided about it; look at the queue again.")
        return decided_item.model_copy(update={"revision": item.revision + 1})

    @staticmethod
    def _undecided(item: DeskItem) -> DeskItem:
        if item.state not in OPEN:
            raise RequestError(f"It was {item.state} already.")
        return item

    async def _held(self, article_id: str) -> Article:
        article = await self._keeper.newest(article_id)
        if article is None:
            raise RequestError(f"There is no article “{article_id[:80]}”.")
        return article

    async def _merged(self, edit: ClaimEdit) -> ClaimEdit:
        """An edit laid over what was set of the same passage before."""
        known_edits = await self._store.desk.edits(edit.article_id)
        earlier = next((row for row in known_edits if row.passage == edit.passage), edit)
        return earlier.model_copy(update=edit.model_dump(exclude_unset=True))

    def _row(self, item: DeskItem, actor: str, action: str, reason: str = "") -> AuditRow:
        return self._note(actor, action, item.id, reason, item.tenant)

    def _note(self, actor: str, action: str, subject: str, reason: str, tenant: str, detail: str = "") -> AuditRow:
        return AuditRow(
            moment=self._clock(),
            actor=actor,
            tenant=tenant,
            action=action,
            subject=subject,
            reason=_bounded(reason),
            detail=detail,
        )


def _told(edit: ClaimEdit) -> str:
    return edit.model_dump_json(exclude_defaults=True, exclude={"article_id"})


def _bounded(text: str) -> str:
    """A reason, or a refusal where it is longer than anybody reads."""
    if len(text) > MOST_REASON:
        raise RequestError(f"That is too long: {len(text):,} characters, at most {MOST_REASON:,}.")
    return text.strip()
