"""The desk's queue as files: each item one text that an editor fills in, and that is read back as a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, cast

from bot.errors import RequestError
from bot.models import DeskItem
from digests.models import Claim
from digests.text.printable import printable

Choice = Literal["approve", "hold", "reject"]
CHOICES: Final[tuple[Choice, ...]] = ("approve", "hold", "reject")
ENDING: Final = ".md"
_FENCE: Final = "---"
_FIELD: Final = re.compile(r"(item|decision|reason)\s*:\s*(.*)", re.IGNORECASE)


class FiledDecision(NamedTuple):
    """What an editor has written into an item's file; no choice leaves the item as it is."""

    item_id: str
    choice: Choice | None
    reason: str


def as_file(item: DeskItem, claims: Sequence[Claim]) -> str:
    """An item as a text: three fields to fill in, then what is to be decided about, and the claims that would go in."""
    head = [_FENCE, f"item: {item.id}", "decision:", "reason:", _FENCE]
    head += ["Write approve, hold or reject after “decision:”, and then run: dateline desk apply FOLDER", ""]
    facts = [f"# {printable(item.subject)}", f"From {printable(item.origin)}, {item.added_at:%Y-%m-%d %H:%M} UTC", ""]
    if item.article:
        facts += [f"{printable(item.article.publisher.name)} · {item.article.url or 'no address'}", ""]
    lines = [f"- {claim.id} · {printable(claim.claimant.label)}: {printable(claim.passage.exact)}" for claim in claims]
    body = [] if item.article is None else ["", *map(printable, item.article.body.split("\n"))]
    return "\n".join([*head, *facts, *lines, *body, ""])


def read_file(text: str, name: str) -> FiledDecision:
    """The decision in an item's file; raises RequestError that names the file, the line and the cure."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        raise RequestError(f"{name}:1: does not begin with item, decision and reason between two lines of {_FENCE}.")
    fields: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == _FENCE:
            break
        field = _FIELD.fullmatch(line.strip())
        if field is None:
            raise RequestError(f"{name}:{number}: “{printable(line)[:40]}” is none of item:, decision: and reason:.")
        fields[field[1].lower()] = number, field[2].strip()
    return _decision(fields, name)


def _decision(fields: dict[str, tuple[int, str]], name: str) -> FiledDecision:
    _, item_id = fields.get("item", (0, ""))
    if not item_id:
        raise RequestError(f"{name}:2: names no item; write the queue again with: dateline desk write FOLDER")
    number, choice = fields.get("decision", (3, ""))
    if choice and choice.lower() not in CHOICES:
        raise RequestError(f"{name}:{number}: “{choice[:40]}” is none of {', '.join(CHOICES)}.")
    _, reason = fields.get("reason", (4, ""))
    return FiledDecision(item_id, cast("Choice", choice.lower()) if choice else None, reason)
