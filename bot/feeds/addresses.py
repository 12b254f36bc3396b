"""Which addresses may be fetched from: public ones alone, however they are written."""

from __future__ import annotations

import re
from collections.abc import Container
from ipaddress import IPv4Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from bot.errors import BotError

_PORTS = {"http": 80, "https": 443}
#: What belongs to one machine, one network or nobody; and what carries another address inside.
_CLOSED = [
    ip_network(network)
    for network in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 "
        "203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
        "168.63.129.16/32 "  # the metadata of a cloud, though it looks public
        "::/96 ::ffff:0:0/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 "
        "3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8"
    ).split()
]
_NUMBER = re.compile(r"(?:0x[0-9a-f]*+|\d++)(?:\.(?:0x[0-9a-f]*+|\d++))*+\.?", re.IGNORECASE)
_WORLD = ip_network("2000::/3")  #: all that is given out of IPv6


class ForbiddenAddressError(BotError):
    """An address that must not be fetched from; the message says which and why."""


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public Internet."""
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if any(number in network for network in _CLOSED if network.version == number.version):
        return False
    return isinstance(number, IPv4Address) or number in _WORLD


def _is_number(host: str) -> bool:
    """Whether a host is given in figures, in whichever spelling, and has no name."""
    return ":" in host or bool(_NUMBER.fullmatch(host))


def check_number(address: str) -> None:
    """Refuse a numeric address that is not public; raises ForbiddenAddressError."""
    if not is_public(address):
        raise ForbiddenAddressError(f"{address} is no address of the public Internet, and is not fetched from")


def _place_of(parts: SplitResult) -> str:
    """The host and port of an address, as an operator names them: `feeds.example:8080`."""
    port = parts.port or _PORTS.get(parts.scheme, 0)
    host = parts.hostname or ""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def checked_url(url: str, *, allowed_places: Container[str] = ()) -> SplitResult:
    """The parts of an address that may be asked for; a host's name is looked at when it is resolved.

    allowed_places: hosts with ports that the operator has named, whatever they are.

    Raises:
        ForbiddenAddressError: what is wrong with it.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ForbiddenAddressError(f"{url[:200]!r} is no web address: {error}") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ForbiddenAddressError(f"{url[:200]!r} is no address with http or https")
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddressError("an address with a name or a password in it is not fetched")
    if any(char.isspace() or not char.isprintable() for char in url):
        raise ForbiddenAddressError(f"{url[:200]!r} holds a space or a character that cannot be seen")
    if _place_of(parts) in allowed_places:
        return parts
    if _is_number(parts.hostname):  # a number is never resolved
        check_number(parts.hostname)
    if port not in {None, _PORTS[parts.scheme]}:
        raise ForbiddenAddressError(f"port {port} is not fetched from; only 80 for http and 443 for https")
    return parts
