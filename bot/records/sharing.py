"""Telling articles apart that stand at one address: items of a feed that share a link, passages of a live page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from bot.records.identity import canonical_url
from bot.records.validate import Candidate


def part_by_address(candidates: Sequence[Candidate], home: str | None = None) -> list[Candidate]:
    """The candidates of one feed; those that share a link, but differ in text and in name, are told to do so.

    home: the feed's own page, to which a link leads that is nobody's.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        url = candidate.fields.get("url")
        if isinstance(url, str):
            groups[canonical_url(url)].append(number)
    parts = list(candidates)
    for address, numbers in groups.items():
        is_home = home is not None and address == canonical_url(home)
        members = [candidates[number] for number in numbers]
        if len(members) > 1 and len({_words(member) for member in members}) > 1:
            keys = [_name(member, is_home=is_home) for member in members]
            for number, key in zip(numbers, keys, strict=True):
                shares = len(set(keys)) > 1
                parts[number] = replace(candidates[number], key=key, shares_address=shares)
    return parts


def _words(candidate: Candidate) -> tuple[str, str]:
    return str(candidate.fields.get("headline")), str(candidate.fields.get("body"))


def _name(candidate: Candidate, *, is_home: bool) -> str:
    """What tells an item from others at its address: its own name, else the passage it links to, else its words."""
    url, key = str(candidate.fields["url"]), candidate.key
    is_named = key is not None and key != url and not (is_home and key.startswith("http"))
    passage = urlsplit(url).fragment
    return (key or "") if is_named else passage or ("\n".join(_words(candidate)) if is_home else "")
