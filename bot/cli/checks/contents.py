"""What Dateline keeps and carries: its database, outbox and schedules, its weights and gazetteer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from importlib import metadata
from typing import TYPE_CHECKING

from bot.errors import BotError
from bot.models import Delivery, Feed, Schedule
from bot.platforms.checks import Check
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.jobs.queue import JobState

LATE = timedelta(minutes=15)
_SENTENCE = "The harbour board said on Monday that the port of Kursk would reopen."
_CARRIED = ("digests/attribution/tagging/", "bot/config/gazetteer/")


def check_database(settings: Settings) -> Check:
    """The database is whole and of this program's schema; it is only read."""
    if not settings.database_url.startswith("sqlite"):
        return Check("database", "ok", "Postgres; its own tools look after it")
    from bot.store import examine  # noqa: PLC0415 - only where a database is used

    try:
        present, head = examine(settings.database_url)
    except BotError as error:
        return Check("database", "fails", str(error), "Restore a backup: dateline restore FILE.")
    if present is None:
        return Check("database", "ok", "none yet; the first start makes it")
    if present != head:
        text = f"schema {present}, and this program has {head}"
        return Check("database", "warns", text, "The next start migrates it; make a backup first.")
    return Check("database", "ok", f"whole, schema {present}")


def check_outbox(rows: Sequence[Delivery], now: datetime) -> Check:
    """Nothing waits for a person, and nothing for too long."""
    late = [row for row in rows if row.state not in {"held", "dead"} and now - row.not_before > LATE]
    waiting = [row for row in rows if row.state in {"held", "dead"}]
    if late:
        cure = "See why with dateline outbox list; is dateline run running?"
        return Check("outbox", "fails", f"{len(late)} messages are more than 15 minutes late", cure)
    if waiting:
        cure = "Decide about each with dateline outbox list, send and drop."
        return Check("outbox", "warns", f"{len(waiting)} messages wait for a person or were given up", cure)
    return Check("outbox", "ok", f"{len(rows)} messages on their way")


def check_jobs(state: JobState) -> Check:
    """Whether jobs are being done, and none was given up."""
    text = f"{state.waiting} wait, {state.doing} are being done, {state.failed} were given up"
    if state.oldest_seconds > LATE.total_seconds():
        late = f"{text}; the oldest has waited {state.oldest_seconds / 60:.0f} minutes"
        return Check("jobs", "fails", late, "Start dateline worker, or more of them.")
    if state.failed:
        return Check("jobs", "warns", text, "See the worker's log, then: dateline worker --again.")
    return Check("jobs", "ok", text)


def check_feeds(feeds: Sequence[Feed]) -> Check:
    """Whether the feeds that are watched can be read, and have something new now and then."""
    troubled = [feed for feed in feeds if feed.state in {"fails", "gone", "silent"}]
    if not feeds:
        return Check("feeds", "ok", "none is watched")
    if troubled:
        names = _some([f"{feed.name or feed.url} ({feed.state})" for feed in troubled])
        cure = "`dateline feeds list` says why; `dateline feeds pause` lets one rest."
        return Check("feeds", "warns", f"{len(troubled)} of {len(feeds)} are not well: {names}", cure)
    return Check("feeds", "ok", f"{len(feeds)} are watched")


def check_schedules(rows: Sequence[Schedule], platforms: set[str], now: datetime) -> Iterator[Check]:
    """Schedules have a platform that is configured, and none is overdue or was paused by a refusal."""
    stranded = [row.name for row in rows if not row.paused and row.destination.platform not in platforms]
    refused = [row.name for row in rows if row.paused_why]
    overdue = [row.name for row in rows if not row.paused and now - row.next_due > LATE]
    if stranded:
        yield Check(
            "schedules", "fails", f"{_some(stranded)}: the platform has no token", "Set its token, or pause them."
        )
    if refused:
        cure = "Open the channel to the bot, then dateline schedule resume."
        yield Check("schedules", "warns", f"{_some(refused)} paused: the channel refused messages", cure)
    if overdue:
        yield Check("schedules", "fails", f"{_some(overdue)} overdue", "Start dateline run, or see its log.")
    if not (stranded or refused or overdue):
        yield Check("schedules", "ok", f"{len(rows)}, none overdue")


def check_reading(settings: Settings) -> Iterator[Check]:
    """Weights and gazetteer are those that were installed, and read a sentence as they must."""
    damaged = [name for name in _installed() if not _is_as_installed(name)]
    if damaged:
        yield Check(
            "weights and gazetteer", "fails", f"{_some(damaged)} changed since installed", "Install Dateline again."
        )
        return
    from bot.knowledge.load import build_knowledge  # noqa: PLC0415 - a second of imports
    from digests.attribution import find_attributions, load_tagger  # noqa: PLC0415 - as above
    from digests.places import find_toponyms  # noqa: PLC0415 - as above

    try:
        knowledge = build_knowledge(settings)
        tagger = load_tagger(settings.tagger.read_bytes() if settings.tagger else None)
    except (BotError, OSError, ValueError) as error:
        yield Check("weights and gazetteer", "fails", str(error), "Install Dateline again, or unset DATELINE_TAGGER.")
        return
    sources = {_SENTENCE[slice(*a.source[0])] for a in find_attributions(_SENTENCE, tagger=tagger) if a.source}
    places = {mention.place.name for mention in find_toponyms(_SENTENCE, knowledge.gazetteer)}
    if "The harbour board" in sources and places:
        yield Check("weights and gazetteer", "ok", "they read a sentence as they must")
    else:
        yield Check("weights and gazetteer", "fails", "they misread a plain sentence", "Install Dateline again.")


def _installed() -> list[metadata.PackagePath]:
    """The files that an installer noted with their hashes; none in a checkout."""
    try:
        files = metadata.files("dateline") or []
    except metadata.PackageNotFoundError:
        return []
    return [path for path in files if path.hash and path.as_posix().startswith(_CARRIED)]


def _is_as_installed(path: metadata.PackagePath) -> bool:
    try:
        content = path.read_binary()
    except OSError:
        return False
    assert path.hash is not None  # noqa: S101 - chosen so
    digest = hashlib.new(path.hash.mode, content).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=") == path.hash.value


def _some(names: Sequence[object]) -> str:
    first_names = ", ".join(str(name) for name in names[:3])
    return f"{first_names} and {len(names) - 3} more" if len(names) > 3 else first_names
