"""The bodies every state has, found and named by rule: "Ukrainian forces", "the General Staff of Ukraine"."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from digests.lexicon import Lexicon
from digests.lexicon.names import BodyName
from digests.models import Actor, Role

_Kind = Literal["military", "government", "agency", "group", "media"]
#: The kind and role of a body, by what its id begins with.
_KINDS: Final[dict[str, tuple[_Kind, Role]]] = {
    "mil": ("military", "party"),
    "gov": ("government", "official"),
    "intel": ("agency", "agency"),
    "media": ("media", "outlet"),
}
_GOVERNMENT: Final = "gov:{}"
_MILITARY: Final = "mil:{}"
#: Roles that are not those of other bodies with such an id.
_ROLES: Final[dict[str, Role]] = {_GOVERNMENT: "party", "gov:{}-central-bank": "agency"}


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: its id around the state's code, its name after the demonym, and the words it goes by."""

    id: str
    name: BodyName
    kind: _Kind
    role: Role

    def of(self, owner: Actor) -> Actor:
        """The body of this kind that belongs to a state or a union of states."""
        code = code_of(owner)
        adjective = next(iter(owner.demonyms), owner.label)
        commanded = self.kind == "military" and self.id != _MILITARY
        return Actor(
            id=self.id.format(code),
            name=f"{adjective} {self.name.name}",
            short=f"{adjective} {self.name.short}" if self.name.short else None,
            kind=self.kind,
            role=self.role,
            country=owner.country,
            parent=_MILITARY.format(code) if commanded else owner.id,
            side=owner.side,
        )


def code_of(owner: Actor) -> str:
    """The part of an id after its colon, which a state's bodies share."""
    return owner.id.partition(":")[2]


@functools.cache
def bodies(lexicon: Lexicon) -> Mapping[str, Body]:
    """The kinds of bodies, by id."""
    single_bodies = {body_id: _body(body_id, name) for body_id, name in lexicon.bodies.names.items()}
    groups = {
        f"gov:{{}}-{noun}": Body(f"gov:{{}}-{noun}", BodyName(noun, (noun,)), "group", "official")
        for noun in lexicon.bodies.groups
    }
    return single_bodies | groups


def _body(body_id: str, name: BodyName) -> Body:
    kind, role = _KINDS[body_id.partition(":")[0]]
    return Body(body_id, name, kind, _ROLES.get(body_id, role))


@functools.cache
def body_words(lexicon: Lexicon) -> Mapping[str, Body]:
    """The words that a body goes by, folded."""
    return {word.replace("-", " "): body for body in bodies(lexicon).values() for word in body.name.words}


def body_named(words: str, lexicon: Lexicon) -> Body | None:
    """The kind of body that folded words after a demonym name, if any."""
    known = body_words(lexicon)
    body = known.get(words)
    if body is None:
        *modifiers, noun = words.split() or [""]
        group = known.get(noun)
        if group is not None and group.kind == "group" and lexicon.bodies.group_modifiers.issuperset(modifiers):
            body = group
    return body
