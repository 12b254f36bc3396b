"""Fetching one address: public hosts alone, few redirects, little time, and no more bytes than a feed has."""

from __future__ import annotations

import asyncio
import socket
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import BotError
from bot.feeds.addresses import check_number, checked_url
from bot.settings import program_version

MOST_BYTES = 3 * 1024 * 1024  #: of a body, also unpacked
SECONDS = 15.0  #: for all of it, redirects too
MOST_REDIRECTS = 3
AGENT = "Dateline"  #: as robots.txt names us
USER_AGENT = f"{AGENT}/{program_version()} (news digest bot)"
_MOVED = frozenset([301, 302, 303, 307, 308])
_FOR_GOOD = frozenset([301, 308])
_PIECE = 64 * 1024


class FetchError(BotError):
    """Something could not be fetched; says why, and whether trying again may help."""

    def __init__(self, reason: str, *, retry: bool) -> None:
        self.retry = retry
        super().__init__(reason)


@dataclass(frozen=True)
class Page:
    """What an address answered."""

    url: str  #: where it was found in the end
    moved_to: str | None  #: where it is from now on, if it said so at each step
    status: int
    headers: Mapping[str, str]
    body: bytes


class _PublicResolver(AbstractResolver):
    """Gives a host's addresses where all of them are public: what was looked at is what is connected to."""

    def __init__(self, allowed_places: Collection[str]) -> None:
        self._allowed_places = allowed_places

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        rows = await asyncio.get_running_loop().getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM)
        for *_, address in rows if f"{host}:{port}" not in self._allowed_places else ():
            check_number(str(address[0]))
        return [
            ResolveResult(
                hostname=host, host=str(address[0]), port=port, family=kind, proto=proto, flags=socket.AI_NUMERICHOST
            )
            for kind, _, proto, _, address in rows
        ]

    async def close(self) -> None:
        """Hold nothing open."""


class Fetcher:
    """Fetches addresses, with no cookies, no proxies and no name but its own.

    allowed_places: hosts with ports, such as `127.0.0.1:8080`, that may be fetched from though they are not public.
    """

    def __init__(self, allowed_places: Collection[str] = ()) -> None:
        self._allowed_places = frozenset(allowed_places)
        resolver = _PublicResolver(self._allowed_places)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False, force_close=True),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
        )

    async def close(self) -> None:
        """Let go of the connections."""
        await self._session.close()

    async def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Page:
        """Fetch an address, through at most three redirects that are each looked at again.

        Raises:
            ForbiddenAddressError: it, or where it leads, must not be fetched from.
            FetchError: it did not answer, or with too much.
        """
        try:
            async with asyncio.timeout(SECONDS):
                return await self._follow(url, headers or {})
        except TimeoutError:
            raise FetchError(f"{url} took more than {SECONDS:.0f} seconds", retry=True) from None
        except aiohttp.ClientConnectorError as error:
            reason = error.os_error
            raise FetchError(f"{url} cannot be reached: {reason}", retry=True) from None
        except (aiohttp.ClientError, ValueError) as error:
            raise FetchError(f"{url} gave no sound answer: {str(error) or type(error).__name__}", retry=True) from None

    async def _follow(self, url: str, headers: Mapping[str, str]) -> Page:
        moved_to, is_for_good = None, True
        for _ in range(MOST_REDIRECTS + 1):
            checked_url(url, allowed_places=self._allowed_places)
            async with self._session.get(url, headers=dict(headers), allow_redirects=False) as answer:
                target = answer.headers.get("Location") if answer.status in _MOVED else None
                if target is None:
                    body = await _body(answer)
                    return Page(url, moved_to, answer.status, answer.headers.copy(), body)
                is_for_good = is_for_good and answer.status in _FOR_GOOD
            url = urljoin(url, target)
            moved_to = url if is_for_good else moved_to
        raise FetchError(f"{url} is reached by more than {MOST_REDIRECTS} redirects", retry=False)


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    """The body, unpacked; no more of it is ever held than may come."""
    encoding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", ""}:
        raise FetchError(f"{answer.url} answers in {encoding[:40]!r}, which was not asked for", retry=False)
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if encoding.endswith("gzip") else None
    body, count = bytearray(), 0
    async for chunk in answer.content.iter_chunked(_PIECE):
        count += len(chunk)
        try:
            body += unpacker.decompress(chunk, MOST_BYTES + 1 - len(body)) if unpacker else chunk
        except zlib.error as error:
            raise FetchError(f"{answer.url} cannot be unpacked: {error}", retry=True) from None
        if max(len(body), count) > MOST_BYTES:
            raise FetchError(f"{answer.url} has more than {MOST_BYTES >> 20} MB", retry=False)
    if unpacker and not unpacker.eof and count:
        raise FetchError(f"{answer.url} was cut off", retry=True)
    return bytes(body)
