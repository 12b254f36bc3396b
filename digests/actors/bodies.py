"""The bodies every state has, found and named by rule: "Ukrainian forces", "the General Staff of Ukraine"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from digests.models import Actor, Role

_Kind = Literal["military", "government", "agency", "group", "media"]


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: its id around the state's code, its name after the demonym, and the words it goes by."""

    id: str
    name: str
    kind: _Kind
    role: Role
    words: tuple[str, ...]
    short: str | None = None
    parent: str | None = None

    def of(self, owner: Actor) -> Actor:
        """The body of this kind that belongs to a state or a union of states."""
        code = code_of(owner)
        adjective = next(iter(owner.demonyms), owner.label)
        return Actor(
            id=self.id.format(code),
            name=f"{adjective} {self.name}",
            short=f"{adjective} {self.short}" if self.short else None,
            kind=self.kind,
            role=self.role,
            country=owner.country,
            parent=self.parent.format(code) if self.parent else owner.id,
            side=owner.side,
        )


def code_of(owner: Actor) -> str:
    """The part of an id after its colon, which a state's bodies share."""
    return owner.id.partition(":")[2]


def _ministry(subject: str, *others: str) -> Body:
    subjects = (subject.lower(), *others)
    words = tuple(form.format(s) for s in subjects for form in ("{} ministry", "ministry of {}", "ministry for {}"))
    key = subject.lower().replace(" ", "-")
    return Body(f"gov:{{}}-{key}-ministry", f"{subject} Ministry", "government", "official", words)


def _group(noun: str, role: Role = "official") -> Body:
    return Body(f"gov:{{}}-{noun}", noun, "group", role, (noun,))


_MILITARY: Final = (
    "military",
    "forces",
    "troops",
    "army",
    "armed forces",
    "soldiers",
    "defence forces",
    "defense forces",
    "servicemen",
    "service members",
    "military personnel",
    "military forces",
    "ground forces",
    "land forces",
    "military command",
)
_INTELLIGENCE: Final = (
    "intelligence",
    "intelligence agency",
    "intelligence agencies",
    "intelligence service",
    "intelligence services",
    "intelligence community",
    "spy agency",
    "spy agencies",
    "secret services",
    "security services",
)
_STATE_MEDIA: Final = (
    "state media",
    "state television",
    "state tv",
    "state news agency",
    "state broadcaster",
    "state-run media",
)

BODIES: Final = (
    Body("mil:{}", "military", "military", "party", _MILITARY),
    Body(
        "mil:{}-general-staff",
        "General Staff",
        "military",
        "party",
        ("general staff", "general staff of the armed forces", "armed forces general staff", "armys general staff"),
        parent="mil:{}",
    ),
    Body("mil:{}-air-force", "Air Force", "military", "party", ("air force", "air forces"), parent="mil:{}"),
    Body("mil:{}-navy", "Navy", "military", "party", ("navy", "naval forces"), parent="mil:{}"),
    Body("gov:{}", "government", "government", "party", ("government", "cabinet", "leadership", "administration")),
    _ministry("Foreign", "foreign affairs", "external affairs"),
    _ministry("Defence", "defense", "national defence", "national defense"),
    _ministry("Interior", "internal affairs", "the interior"),
    *map(_ministry, ("Finance", "Health", "Justice", "Energy", "Education", "Culture", "Trade", "Transport")),
    _ministry("Economy", "economic affairs", "economic development"),
    _ministry("Agriculture"),
    _ministry("Emergencies", "emergency situations", "emergency"),
    Body("gov:{}-presidency", "presidential office", "government", "official", ("presidential office", "presidency")),
    Body("gov:{}-parliament", "parliament", "government", "official", ("parliament",)),
    Body("gov:{}-supreme-court", "Supreme Court", "government", "official", ("supreme court",)),
    Body("gov:{}-central-bank", "central bank", "government", "agency", ("central bank", "national bank")),
    Body("gov:{}-police", "police", "government", "official", ("police", "national police")),
    Body("gov:{}-border-guard", "border guard", "government", "official", ("border guard", "border guard service")),
    Body(
        "gov:{}-emergency-service",
        "emergency service",
        "government",
        "official",
        ("emergency service", "emergency services", "state emergency service"),
    ),
    Body("intel:{}", "intelligence agency", "agency", "agency", _INTELLIGENCE, short="intelligence"),
    Body("media:{}-state", "state media", "media", "outlet", _STATE_MEDIA),
    *map(_group, "officials authorities leaders ministers diplomats lawmakers commanders prosecutors".split()),
    *map(_group, "investigators negotiators".split()),
)

#: The words that a body goes by, folded.
BODY_WORDS: Final[dict[str, Body]] = {word.replace("-", " "): body for body in BODIES for word in body.words}

#: Words between a demonym and a group's noun that leave it the same group ("military and political officials").
GROUP_MODIFIERS: Final = frozenset(
    "and military political government security senior top defence defense intelligence health local state federal "
    "diplomatic law enforcement election trade regional presidential border energy police army naval air force".split()
)


def body_named(words: str) -> Body | None:
    """The kind of body that folded words after a demonym name, if any."""
    found = BODY_WORDS.get(words)
    if found is None:
        *modifiers, noun = words.split() or [""]
        group = BODY_WORDS.get(noun)
        if group is not None and group.kind == "group" and GROUP_MODIFIERS.issuperset(modifiers):
            found = group
    return found
