"""What the bot must know of a platform before it is used; each platform's folder holds one such row."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.models import PlatformName
from bot.protocols import Client, UseCases
from digests.models import Digest

if TYPE_CHECKING:
    from bot.platforms.checks import Check
    from bot.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Platform:
    """A platform that digests are posted to.

    The functions import the platform's room only when they are called, as its library costs a second.
    """

    name: PlatformName
    setting: str  #: what an operator sets to use it
    is_configured: Callable[[Settings], bool]
    build: Callable[[Settings, UseCases, Callable[[], datetime]], Client]
    channel: re.Pattern[str]  #: how the id of a channel looks
    channel_example: str
    split: Callable[[Digest], list[Digest]]  #: cuts a digest into parts that each fit one message
    preview: Callable[[Digest], list[object]]  #: the payload of each message, as JSON values
    invite: Callable[[Settings], Awaitable[list[str]]] | None = None  #: how it is brought into a workspace, in lines
    diagnose: Callable[[Settings, Sequence[str]], Awaitable[list[Check]]] | None = None  #: asks it about some channels
