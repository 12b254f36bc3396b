"""What can go wrong in the world outside the core.

BotError
├── SettingsError    a setting is missing or wrong; the operator must mend it
├── RecordError      a record cannot be read: file, line, field and reason
├── RequestError     a reader's or admin's request cannot be met; the text is shown to them
├── StoreError       the database refused; trying again may help
└── DeliveryError    a platform refused a message; says whether trying again can help
    ├── RefusedTokenError    the platform refuses our token, for every channel; with a new one it may succeed
    ├── DestinationError     the channel is gone or closed to us, for every message
    └── UnknownOutcomeError  an earlier attempt may have been posted, and nobody can tell us
"""

from __future__ import annotations


class BotError(Exception):
    """The root of the bot's errors."""

    #: whether the same call may succeed later without anybody mending anything
    retry: bool = False


class SettingsError(BotError):
    """A setting is missing or wrong; names the setting and the cure, never its value if it is a secret."""


class RequestError(BotError):
    """A request cannot be met; the message says why and how to ask instead."""


class StoreError(BotError):
    """The database could not do it."""

    retry = True


class RecordError(BotError):
    """A record cannot be read; prints as `file:line: field: reason`."""

    def __init__(self, file: str, line: int | None, field: str | None, reason: str) -> None:
        self.file, self.line, self.field, self.reason = file, line, field, reason
        super().__init__(file, line, field, reason)

    def __str__(self) -> str:
        location = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (location, self.field, self.reason) if part)


class DeliveryError(BotError):
    """A message was not posted, or we cannot know.

    permanent: the target is gone or forbidden, and trying again cannot help.
    maybe_posted: the platform may have accepted the message before the answer was lost.
    retry_after: seconds to wait at least, where the platform said so.
    """

    def __init__(
        self, reason: str, *, permanent: bool = False, maybe_posted: bool = False, retry_after: float | None = None
    ) -> None:
        self.reason, self.permanent, self.maybe_posted, self.retry_after = reason, permanent, maybe_posted, retry_after
        self.retry = not permanent
        super().__init__(reason)


class DestinationError(DeliveryError):
    """The channel is gone, or closed to us: nothing can be posted there until a person mends it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, permanent=True)


class RefusedTokenError(DeliveryError):
    """The platform refuses our token; the operator must set another one, and then the message can go out."""


class UnknownOutcomeError(DeliveryError):
    """An earlier attempt may have been posted, and the platform gives no way to see."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, maybe_posted=True)
