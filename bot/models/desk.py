"""What waits for the desk, what it decides, and how it wants claims read."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field

from digests.models import Article, Value

DeskState = Literal["waiting", "held", "approved", "rejected"]


class DeskItem(Value):
    """What waits for the desk: an article before it goes in, or what a reader says is wrong with a claim."""

    id: str
    tenant: str = ""  #: whose desk decides; the operator's own is nobody's
    kind: Literal["article", "report"] = "article"
    state: DeskState = "waiting"
    origin: str  #: where it came from: a feed's address, or who brought it
    article: Article | None = None  #: as it is to go in
    claim_id: str | None = None  #: the claim that a report is about
    text: str = ""  #: what a report says
    needs: int = Field(default=1, ge=1, le=9)  #: how many must approve
    approvals: tuple[str, ...] = ()  #: who has
    news: bool = True
    added_at: AwareDatetime
    decided_at: AwareDatetime | None = None
    revision: int = 0  #: another number after each decision, so that of two at once one is told

    @property
    def subject(self) -> str:
        """What it is about: an article's headline, or how it begins, or what is said of a claim."""
        if self.article:
            return self.article.headline or self.article.body[:80]
        return f"claim {self.claim_id}: {self.text}"


class DeskRequest(Value):
    """What somebody asks of the desk in chat."""

    verb: str
    subject: str = ""  #: the id of what waits, of a claim or of an article
    other: str = ""  #: the id of another article
    text: str = ""  #: what is to wait: an address, or an article's text
    publisher: str = ""  #: of such a text
    reason: str = ""
    claimant: str = ""
    said_on: str = ""  #: a date such as 2025-02-07
    hidden: bool = False
    confirmed: bool = False  #: whether the messages that will be edited were seen and agreed to


class AuditRow(Value):
    """One decision: who did what to what, when and why."""

    moment: AwareDatetime
    actor: str
    tenant: str = ""
    action: str
    subject: str  #: the id of an item, an article or a claim
    reason: str = ""
    detail: str = ""


class ClaimEdit(Value):
    """What the desk has set of a claim's reading, by the article and the words of its passage."""

    article_id: str
    passage: str  #: empty for the whole article
    hidden: bool = False
    withdrawn: bool = False  #: of the whole article
    claimant: str | None = None
    said_on: date | None = None
    places: tuple[str, ...] | None = None
