"""A printed line with what its claimant and its article tell of those whom it names."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from digests.actors import find_persons
from digests.lexicon import Lexicon
from digests.models import Article, Claim, DigestItem
from digests.text.folding import fold

NAME: Final = re.compile(r"(?<=[\w,’'“] )[A-Z][\w’'.-]+|\[")
PLURAL: Final = re.compile(r"\b[a-z]{2,}[^sui\W]s\b")
_CAPITALISED = re.compile(r"[A-Z][\w-]{2,}")


@dataclass(frozen=True)
class Printed:
    """The words of a line, and who is who in its article."""

    claim: Claim
    item: DigestItem
    article: Article
    lexicon: Lexicon

    @property
    def body(self) -> str:
        """What the line says behind its claimant."""
        return self.item.body

    def ahead(self, place: int) -> str:
        """What stands before a place, behind the last gap."""
        return self.body[:place].rpartition("…")[2]

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies within quotation marks."""
        return self.body.count("“", 0, place) > self.body.count("”", 0, place)

    @functools.cached_property
    def people(self) -> dict[str, set[str]]:
        """The last names in the article, each with what titles and given names tell of the gender."""
        return _people(self.article.body, self.lexicon)

    def gender_of(self, last: str) -> str | None:
        """The pronoun of those with a last name, where they have but one."""
        genders = self.people.get(last, set[str]())
        return next(iter(genders)) if len(genders) == 1 else None

    def persons_in(self, words: str) -> list[str]:
        """The last names of persons that stand in some words."""
        return [name for name in map(fold, _CAPITALISED.findall(words)) if name in self.people]

    def bodies_in(self, words: str) -> list[str]:
        """Other names that stand in some words."""
        return [name for name in map(fold, _CAPITALISED.findall(words)) if name not in self.people]

    @functools.cached_property
    def is_named(self) -> bool:
        """Whether the claimant has a person's name."""
        words = self.claim.claimant.name.split()
        return len(words) > 1 and fold(words[-1]) in self.people

    @functools.cached_property
    def claimant_gender(self) -> str | None:
        """What the article, or else the given name, tells of the claimant's gender."""
        words = [fold(word) for word in self.claim.claimant.name.split()]
        by_first_name = self.lexicon.persons.given_names.get(words[0]) if len(words) > 1 else None
        return self.gender_of(words[-1]) or by_first_name if words else None

    @functools.cached_property
    def tells_place(self) -> bool:
        """Whether the claimant's name or title holds a place's or a body's: “Houston Police Chief”."""
        name, _, title = self.item.claimant.partition("(")
        is_person = any(fold(word) in self.people for word in name.split())
        return len(re.findall(r"[A-Z][\w-]+", title)) > 1 or (not is_person and bool(re.search(r"[A-Z]", name[1:])))


@functools.lru_cache(maxsize=64)
def _people(text: str, lexicon: Lexicon) -> dict[str, set[str]]:
    genders: dict[str, set[str]] = {}
    for person in find_persons(text, lexicon):
        genders.setdefault(person.last, set()).update({person.pronoun} if person.pronoun else ())
    return genders
