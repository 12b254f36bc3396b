"""What an operator is told of one thing that must hold, and the questions over HTTP that find it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal, NamedTuple

SKEW_SECONDS = 30  #: a clock that is further out makes digests late and signatures invalid
_SECONDS = 10  #: in which a platform must answer


class Check(NamedTuple):
    """Whether one thing is as it must be, and else what mends it."""

    name: str
    level: Literal["ok", "warns", "fails"]
    text: str
    cure: str = ""


class Reply(NamedTuple):
    """What a platform answered."""

    status: int
    body: Any
    headers: Mapping[str, str]


class Asker:
    """Asks a platform's API under one token; use it as a context."""

    def __init__(self, base: str, authorization: str) -> None:
        self._base, self._headers = base.rstrip("/"), {"Authorization": authorization}

    async def __aenter__(self) -> Asker:
        import aiohttp  # noqa: PLC0415 - most commands ask nobody

        self._session = aiohttp.ClientSession(headers=self._headers, timeout=aiohttp.ClientTimeout(total=_SECONDS))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def ask(self, path: str, *, method: str = "GET", **options: Any) -> Reply:
        """The answer to a request; a body that is no JSON counts as nothing."""
        async with self._session.request(method, f"{self._base}/{path}", **options) as answer:
            try:
                body = await answer.json(content_type=None)
            except ValueError:
                body = None
            return Reply(answer.status, body, answer.headers)


def unreachable(name: str, error: Exception) -> Check:
    """What is said of a platform that does not answer."""
    cure = "Check the network, the proxy's address if one is set, and the platform's status page."
    return Check(name, "fails", f"cannot be reached ({type(error).__name__})", cure)


def clock_checks(name: str, reply: Reply) -> Iterator[Check]:
    """How far the clock here is from a platform's."""
    try:
        theirs = parsedate_to_datetime(reply.headers.get("Date", ""))
    except (TypeError, ValueError):
        return
    skew = (datetime.now(UTC) - theirs).total_seconds()
    if abs(skew) > SKEW_SECONDS:
        text = f"this clock is {skew:+.0f} s from the platform's"
        yield Check(f"{name} clock", "fails", text, "Let the system keep the time (timedatectl set-ntp true).")
    else:
        yield Check(f"{name} clock", "ok", f"within {SKEW_SECONDS} s of the platform's")
