"""Codes and addresses, and the id of an article whose record gives none."""

from __future__ import annotations

import functools
import hashlib
import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from digests.models import site_of

_TRACKING = re.compile(
    r"(?:utm_\w+|(?:fb|g|dc|ms|y|tt|tw)clid|gclsrc|gbraid|wbraid|igsh(?:id)?|mc_[ce]id|_ga|_gl|_hs\w+|mkt_tok|"
    r"ml_subscriber\w*|oly_\w+_id|s_cid|vero_\w+|wt_\w+|cmpid|ocid|at_(?:medium|campaign)\w*)\Z",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
_PORTS = {"http": 80, "https": 443}


def is_language(text: str) -> bool:
    """Whether a text has the form of a language code (BCP 47), such as en-GB."""
    return bool(_LANGUAGE.fullmatch(text))


@functools.lru_cache(maxsize=1_000)  # an address is asked for its parts again and again
def web_address(text: str) -> SplitResult | None:
    """The parts of a web address, or None if the text is none."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    sound = parts.scheme.lower() in _PORTS and parts.hostname and port != 0 and not _UNFIT.search(text)
    return parts if sound else None


def canonical_url(url: str) -> str:
    """An address without what differs between links to one article: case of the host, tracking, fragment."""
    parts = web_address(url)
    if parts is None:
        return url
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair.split("=")[0]))
    return urlunsplit((parts.scheme.lower(), _netloc(parts), parts.path or "/", query, ""))


def _netloc(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in {None, _PORTS[parts.scheme.lower()]} else f"{host}:{parts.port}"


def article_id(url: str | None, publisher: str, key: str, *, reporter: str | None = None) -> str:
    """A short, stable id: the same article has it in every record, file and format.

    key: what tells a publisher's articles apart where there is no address: its own number of the article, or the body.
    The publisher counts, so that a copy elsewhere is an article of its own.
    reporter: the domain of a publisher that tells of another one's address, so that it takes no other's place.
    """
    identity = canonical_url(url) if url else f"{publisher}\n{key}"
    identity += f"\n{site_of(reporter)}" if reporter else ""
    return hashlib.sha256(identity.encode()).hexdigest()[:16]


def domain_of(*urls: str | None) -> str | None:
    """The host of the first web address, without `www.`."""
    for url in urls:
        parts = web_address(url) if url else None
        if parts is not None and parts.hostname:
            return parts.hostname.removeprefix("www.")
    return None
