"""The bot's own values: where digests go, when, what is on its way, and what people are answered."""

from __future__ import annotations

from bot.models.answers import Answer, Entity, SourceView, Suggestion
from bot.models.delivery import Delivery, DeliveryState, DigestRun, PostedRun
from bot.models.desk import AuditRow, ClaimEdit, DeskItem, DeskRequest, DeskState
from bot.models.dossiers import Conflict, Dossier, RelatedClaim
from bot.models.feeds import Feed, FeedHealth, FeedMode, FeedState
from bot.models.schedules import (
    Destination,
    PlatformName,
    Proposal,
    QuietWindow,
    RunResult,
    Schedule,
    ScheduleChanges,
    ScheduleDraft,
    ScheduleReport,
    Settlement,
    follower,
    key_of,
    person_channel,
    person_of,
)

__all__ = [
    "Answer",
    "AuditRow",
    "ClaimEdit",
    "Conflict",
    "Delivery",
    "DeliveryState",
    "DeskItem",
    "DeskRequest",
    "DeskState",
    "Destination",
    "DigestRun",
    "Dossier",
    "Entity",
    "Feed",
    "FeedHealth",
    "FeedMode",
    "FeedState",
    "PlatformName",
    "PostedRun",
    "Proposal",
    "QuietWindow",
    "RelatedClaim",
    "RunResult",
    "Schedule",
    "ScheduleChanges",
    "ScheduleDraft",
    "ScheduleReport",
    "Settlement",
    "SourceView",
    "Suggestion",
    "follower",
    "key_of",
    "person_channel",
    "person_of",
]
