"""Time zones as feeds abbreviate them: how far each is from UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

_TABLE = """
    UTC 0 GMT 0 UT 0 Z 0 WET 0 WEST 1 BST 1 CET 1 MEZ 1 CEST 2 MESZ 2 EET 2 EEST 3 MSK 3 TRT 3 IST 5.5 IDT 3
    IRST 3.5 GST 4 PKT 5 NPT 5.75 BDT 6 ICT 7 WIB 7 WITA 8 WIT 9 SGT 8 HKT 8 PHT 8 MYT 8 JST 9 KST 9
    AWST 8 ACST 9.5 ACDT 10.5 AEST 10 AEDT 11 NZST 12 NZDT 13 WAT 1 CAT 2 SAST 2 EAT 3
    NST -3.5 NDT -2.5 AST -4 ADT -3 EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7 AKST -9 AKDT -8 HST -10
    BRT -3 ART -3 CLT -4 CLST -3 COT -5 PET -5 VET -4
"""
_WORDS = _TABLE.split()
#: What an abbreviation means where feeds use it; those of several lands as the most feeds mean them.
ZONES = {name: float(hours) for name, hours in zip(_WORDS[::2], _WORDS[1::2], strict=True)}
#: Abbreviations that several lands share: their reading is marked as assumed.
_SHARED = frozenset(["IST", "AST", "BDT", "GST"])

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d\d?)(?::?(\d\d))?(Z?)", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+){1,2}")


class Zone(NamedTuple):
    """A zone, and whether somebody had to assume it."""

    zone: tzinfo
    is_assumed: bool


def read_zone(text: str) -> Zone | None:
    """The zone that a text names; one that nobody knows is taken as UTC and marked; None where it cannot be a zone."""
    text = text.strip()
    if not text:
        return Zone(UTC, is_assumed=True)
    if match := _OFFSET.fullmatch(text):
        return _offset(match)
    if text.upper() in ZONES:
        name = text.upper()
        return Zone(timezone(timedelta(hours=ZONES[name])), name in _SHARED)
    if _PLACE.fullmatch(text):
        return _named(text)
    return Zone(UTC, is_assumed=True) if text.isalpha() and len(text) <= 5 else None


def _offset(match: re.Match[str]) -> Zone | None:
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    size = timedelta(hours=hours, minutes=minutes)
    # RFC 2822: “-0000” says that nobody knows; an offset before a Z says two things.
    is_unknown = match[0].strip() in {"-0000", "-00:00"} or bool(match[4])
    return Zone(timezone(-size if match[1] == "-" else size) if size else UTC, is_unknown)


def _named(text: str) -> Zone | None:
    try:
        zone = ZoneInfo(text)
        datetime(2025, 1, 1, tzinfo=zone).utcoffset()
    except (OSError, ValueError):
        return None
    return Zone(zone, is_assumed=False)
