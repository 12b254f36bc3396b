"""The feeds that are watched, and how they are doing."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from digests.models import Value

FeedState = Literal["new", "well", "fails", "silent", "paused", "off", "gone"]
#: Whether a feed's articles go in, wait for the desk, or are not looked for.
FeedMode = Literal["publish", "review", "off"]


class FeedHealth(Value):
    """How a feed is doing, as its watcher notes it after each look."""

    next_due: AwareDatetime
    etag: str | None = None
    last_modified: str | None = None  #: as the host wrote it
    body_hash: str | None = None  #: of what was read last
    failures: int = 0  #: in a row
    error: str | None = None
    last_try: AwareDatetime | None = None
    last_success: AwareDatetime | None = None
    last_new: AwareDatetime | None = None  #: when it last had an article that was not held
    alert: Literal["broken", "silent"] | None = None  #: of what the operator was told, as long as it lasts
    retired: bool = False  #: its host says that it is gone for good


class Feed(Value):
    """A feed that is watched, and how its articles are taken."""

    id: str
    url: str
    name: str | None = None  #: the publisher's; the feed's own title by default
    language: str | None = None  #: of its articles; what they say of themselves by default
    mode: FeedMode = "publish"
    full_text: bool = False  #: whether the pages of its articles are fetched
    selector: str | None = None  #: where a page has its text, as in `article .body`; found by itself by default
    sites: tuple[str, ...] = ()  #: the domains of its house, beside the one that it lies at
    interval: int = Field(default=15, ge=1, le=1440)  #: minutes between two looks
    silent_after: int = Field(default=72, ge=0, le=8760)  #: hours without a new article that are told; 0: never
    paused: bool = False
    added_at: AwareDatetime
    health: FeedHealth

    @property
    def state(self) -> FeedState:
        """How it is doing, in a word."""
        if self.health.retired or self.paused or self.mode == "off":
            return "gone" if self.health.retired else "paused" if self.paused else "off"
        if self.health.failures:
            return "fails"
        return "silent" if self.health.alert == "silent" else "well" if self.health.last_success else "new"
