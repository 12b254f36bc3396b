"""What is held on what somebody's message links to or names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import Final

from bot.models import Answer, Suggestion
from bot.protocols import Store
from bot.records.identity import article_id
from bot.service.claims import ClaimQueries
from bot.service.lookup import ClaimLookup
from digests.composing.compose import compose_answer
from digests.models import SHOWN, Digest, Request
from digests.query.name_index import Directory, Known

_READ: Final = 2_000  #: characters of a message that are looked at
_ADDRESS: Final = re.compile(r"https?://[^\s<>|\"]+")
_MOST_ADDRESSES: Final = 5
_WORD: Final = re.compile(r"\w[\w'’.-]*")
_LONGEST_NAME: Final = 4  #: words of a name
_MOST_NAMES: Final = 200  #: names that are looked up
_OFFERED: Final = 4


class MessageQueries:
    """Answers what a message makes somebody ask."""

    def __init__(
        self, store: Store, lookup: ClaimLookup, queries: ClaimQueries, *, clock: Callable[[], datetime], floor: float
    ) -> None:
        self._store, self._lookup, self._queries = store, lookup, queries
        self._clock, self._floor = clock, floor

    async def claims_in(self, text: str) -> Answer:
        """The claims of the article that a message links to; else those on what it names first, with what else."""
        text = text[:_READ]
        article_answer = await self._linked(text)
        if article_answer is not None:
            return article_answer
        subjects = self._named(text, await self._lookup.names.directory())
        if not subjects:
            notice = "I hold nothing on what this message links to or names. Ask with /claims."
            return Answer(digest=Digest(title="Claims in this message", notice=notice))
        first, *others = map(_suggestion, subjects[: _OFFERED + 1])
        answer = await self._queries.claims(Request(about=first.value))
        return answer.model_copy(update={"choices": tuple(others)})

    async def _linked(self, text: str) -> Answer | None:
        addresses = [match.rstrip(".,;:!?)]") for match in _ADDRESS.findall(text)[:_MOST_ADDRESSES]]
        versions = await self._store.articles_of([article_id(address, "", "") for address in addresses])
        if not versions:
            return None
        newest = max(versions.values(), key=lambda version: version.version)
        claims = await self._lookup.with_articles(await self._store.claims_of(newest.id, newest.version))
        title = newest.headline or newest.publisher.name
        composition = compose_answer(title, claims[:SHOWN], now=self._clock(), floor=self._floor)
        notice = composition.digest.notice or ("" if composition.digest.items else "No line can be printed of it.")
        return Answer(digest=composition.digest.model_copy(update={"notice": notice}))

    def _named(self, text: str, directory: Directory) -> list[Known]:
        """The places and actors with claims that a message names, in its order, longer names before their parts."""
        subjects: dict[tuple[str, str], Known] = {}
        for name in list(_names(_ADDRESS.sub(" ", text)))[:_MOST_NAMES]:
            for known in self._lookup.called(name, directory)[:1]:
                subjects.setdefault((known.kind, known.id), known)
        return list(subjects.values())


def _suggestion(known: Known) -> Suggestion:
    return Suggestion(label=known.name[:100], value=f"{known.kind}:{known.id}"[:100])


def _names(text: str) -> Iterator[str]:
    """What may be a name: runs of words that begin with a capital, the longest first from each word on."""
    runs: list[list[str]] = [[]]
    words = list(_WORD.finditer(text))
    for word, following in pairwise([*words, None]):
        if word and word[0][0].isupper():
            runs[-1].append(word[0].rstrip(".'’-"))
        is_broken = word and following and text[word.end() : following.start()].strip(" ")
        if not (word and word[0][0].isupper()) or is_broken:
            runs.append([])
    for run in runs:
        start = 0
        while start < len(run):
            yield from (" ".join(run[start:end]) for end in range(min(len(run), start + _LONGEST_NAME), start, -1))
            start += 1
