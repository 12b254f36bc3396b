"""Events of the gateway that the library cannot read: each costs a line in the log, and never the connection."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Final

import structlog

_log = structlog.get_logger(__name__)

_VITAL: Final = frozenset({"READY", "RESUMED"})  #: without these there is no session to keep
_IDS: Final = ("id", "guild_id", "channel_id")

Parser = Callable[[Any], Any]


def guard_parsers(parsers: dict[str, Parser]) -> None:
    """Let each parser but the vital ones fail alone; the library ends the connection for any of them."""
    for event, parse in parsers.items():
        if event not in _VITAL:
            parsers[event] = functools.partial(_parse, event, parse)


def _parse(event: str, parse: Parser, data: Any) -> None:
    try:
        parse(data)
    except Exception as error:  # noqa: BLE001 - the library's parsers fail in every way that data can be wrong
        _log.warning("discord event not read", discord_event=event, **_ids(data), error=type(error).__name__)


def _ids(data: Any) -> dict[str, str]:
    """What the event is about, as far as it says: ids alone, as the rest may be anybody's words."""
    fields = data if isinstance(data, dict) else {}
    return {name: text for name in _IDS if (text := str(fields.get(name, ""))).isdigit() and len(text) <= 20}
