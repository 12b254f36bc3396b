"""What a reader asks: a place with everything inside it, or an actor; by whom, since when, of which kind."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from digests.errors import BadQueryError
from digests.models import KINDS, MOST_SHOWN, SHOWN, STATUSES, Kind, Query, Request, Status
from digests.query.name_index import Directory, Known
from digests.text.folding import fold

if TYPE_CHECKING:
    from digests.query.subjects import Finding

_OPTION = re.compile(r"^(about|by|since|kind|status|show):(.*)$", re.IGNORECASE)
_STORY = re.compile(r"^(story):(.*)$", re.IGNORECASE)  #: an option of what is kept
_UNKNOWN = re.compile(r"^([a-z]{2,12}):(?!//)[^:\s]+$")  #: what looks like an option that there is not
_CODED = frozenset({"place", "actor", "words"})  #: what looks like an option and is a subject's id
_QUOTES = frozenset('"“”')
_OPTIONS = ("about:", "by:", "since:", "kind:", "status:", "show:")
_SPACE = re.compile(r"[ \t\r\n]+")  #: what parts words, as in a shell
_AGO = re.compile(r"^(\d{1,4})\s*(h|d|w)$", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-?(?:\d\d-?\d\d|W\d\d-?\d)")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_LONGEST = 500  #: characters of a name that are looked up; nothing is called more than that


def read_request(text: str, *, kept: bool = False) -> Request:
    """Take apart `kursk since:7d by:isw kind:denial status:unconfirmed show:5`; raises BadQueryError.

    An option's value may hold spaces in quotation marks, as in `by:"General Staff"`.
    kept: whether a schedule has it, which may be of a story; nobody types the id of one.
    """
    words: list[str] = []
    options: dict[str, str] = {}
    for token in _tokens(text):
        option = _OPTION.match(token) or (_STORY.match(token) if kept else None)
        if option:
            options[option[1].lower()] = option[2].strip()
        elif name := _unknown_option(token):
            raise BadQueryError(f"{name}: is unknown; use one of {', '.join(_OPTIONS)}.")
        else:
            words.append(token)
    return Request(
        about=" ".join([options.get("about", ""), *words]).strip(),
        by=options.get("by", ""),
        story=options.get("story", ""),
        since=read_since(options["since"]) if options.get("since") else None,
        kinds=read_kinds(options.get("kind", "")),
        status=read_status(options.get("status", "")),
        show=_show(options.get("show", "")),
    )


def write_request(request: Request) -> str:
    """A request as text that `read_request` reads as the same request."""
    subject = _SPACE.sub(" ", request.about).strip()
    marks = not _QUOTES.isdisjoint(subject)
    plain = (
        bool(subject)
        and not marks
        and not any(_OPTION.match(word) or _STORY.match(word) or _unknown_option(word) for word in subject.split())
    )
    options = {
        "about": "" if plain else subject,
        "by": request.by,
        "story": request.story,
        "since": _written_since(request.since),
        "kind": ",".join(request.kinds),
        "status": request.status or "",
        "show": str(request.show) if request.show != SHOWN else "",
    }
    parts = [f"{name}:{_quoted(value)}" for name, value in options.items() if value]
    return " ".join([subject, *parts] if plain else parts)


def read_since(text: str, *, option: str = "since:") -> datetime | timedelta:
    """Read `24h`, `7d`, `2w` as how long ago, or a date such as `2025-02-06`, in UTC; raises BadQueryError."""
    ago = _AGO.match(text.strip())
    if ago:
        return int(ago[1]) * _UNITS[ago[2].lower()]
    try:
        date = datetime.fromisoformat(text.strip())
        return date if date.tzinfo else date.replace(tzinfo=UTC)
    except ValueError:
        forms = ", ".join(f"{option}{form}" for form in ("24h", "7d"))
        raise BadQueryError(f"{option}{text} is no time; write {forms} or {option}2025-02-06.") from None


def read_until(text: str, *, option: str = "until:") -> datetime | timedelta:
    """Read an end as `read_since` reads a beginning; a date alone means its last moment."""
    end = read_since(text, option=option)
    alone = isinstance(end, datetime) and _DATE.fullmatch(text.strip())
    return end + timedelta(days=1, microseconds=-1) if alone else end


def read_kinds(text: str) -> tuple[Kind, ...]:
    """Read kinds of claims with commas between them; raises BadQueryError that names those there are."""
    names = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    aliases: Mapping[str, Kind] = {"claim": "saying", "quote": "saying", **{kind: kind for kind in KINDS}}
    for part in names:
        if part not in aliases:
            raise BadQueryError(f"kind:{part} is unknown; use one of {', '.join(KINDS)}.")
    return tuple(dict.fromkeys(aliases[part] for part in names))


def read_status(text: str) -> Status | None:
    """Read a claim's status; none where nothing is given; raises BadQueryError that names those there are."""
    if not text:
        return None
    for status in STATUSES:
        if status == text.lower():
            return status
    raise BadQueryError(f"status:{text} is unknown; use one of {', '.join(STATUSES)}.")


def suggest(text: str, known: Directory, *, limit: int) -> tuple[Known, ...]:
    """What a reader may mean so far: names that begin so, then words that do, then near spellings."""
    key = fold(text[:_LONGEST])
    if not key:
        return tuple(known.known[:limit])
    matches = known.starting(key, limit)
    if len(matches) < limit and len(key) > 2:
        matches += [entity for entity in known.near(key) if entity not in matches]
    return tuple(matches[:limit])


def as_query(request: Request, about: Finding | None, by: Finding | None, *, now: datetime) -> Query:
    """The question as the store understands it."""
    return Query(
        about=about.subjects if about else (),
        by=by.subjects if by else (),
        since=request.since_when(now),
        kinds=request.kinds,
        status=request.status,
        show=request.show,
        topic=about.topic if about else None,
    )


def _unknown_option(token: str) -> str:
    """The name of an option that there is not, if a word looks like one."""
    match = _UNKNOWN.match(token)
    return match[1] if match and match[1] not in _CODED else ""


def _tokens(text: str) -> list[str]:
    plain = text.replace("“", '"').replace("”", '"')
    lexer = shlex.shlex(plain, posix=True)
    lexer.whitespace_split, lexer.commenters, lexer.quotes = True, "", '"'
    lexer.escape = ""
    try:
        return list(lexer)
    except ValueError:
        return plain.replace('"', " ").split()


def _show(text: str) -> int:
    if not text:
        return SHOWN
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= MOST_SHOWN:
        raise BadQueryError(f"show:{text[:20]} must be a number from 1 to {MOST_SHOWN}.")
    return int(text)


def _written_since(since: datetime | timedelta | None) -> str:
    if isinstance(since, timedelta):
        days, rest = divmod(since, _UNITS["d"])
        return f"{since // _UNITS['h']}h" if rest else f"{days}d" if days < 10_000 else f"{days // 7}w"
    return since.isoformat() if since else ""


def _quoted(value: str) -> str:
    text = _SPACE.sub(" ", value.replace('"', " ")).strip()
    return f'"{text}"' if " " in text else text
