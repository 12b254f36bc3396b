"""Making claimants: of listed actors, of persons and bodies that only the text knows, and of the unnamed."""

from __future__ import annotations

import re
from collections.abc import Set

from digests.actors import ActorIndex, ActorMatch
from digests.lexicon import Lexicon
from digests.models import Actor, Attribution, Claimant, ResolvedBy, Role
from digests.speakers.noun_phrases import before_clause, has_name, is_definite, is_indefinite, without_marks
from digests.text.folding import fold

_INITIAL = re.compile(r"(?<= )[A-Z][.] |^[A-Z][.] (?=\w+ \w)")


def claimant_of(match: ActorMatch, index: ActorIndex, surface: str = "") -> Claimant:
    """A listed actor as a claimant; a person is shown with the body they belong to unless that is a state."""
    actor = match.actor
    parent = index.get(actor.parent) if actor.parent and actor.kind == "person" else None
    return Claimant(
        actor_id=actor.id,
        name=actor.name,
        short=actor.short,
        surface=surface,
        role=actor.role,
        affiliation_id=parent.id if parent else None,
        affiliation=parent.label if parent and parent.kind != "state" else None,
        side=actor.side,
        resolved_by=match.resolved_by,
    )


def surface_of(attribution: Attribution, text: str) -> str:
    """The words of an attribution's source, fragments joined, on one line."""
    return " ".join(" ".join(text[start:end] for start, end in attribution.source).split())


def by_pronoun(claimant: Claimant) -> Claimant:
    """Somebody as a pronoun means them."""
    return claimant.model_copy(update={"resolved_by": "pronoun"})


def by_short_form(claimant: Claimant) -> Claimant:
    """Somebody as a noun or a shorter name means them."""
    return claimant.model_copy(update={"resolved_by": "short form"})


def local_body(name: str, lexicon: Lexicon, resolved_by: ResolvedBy = "local") -> Claimant:
    """A body that only the text knows."""
    return Claimant(actor_id=f"org:{slug(name)}", name=name, role=_body_role(name, lexicon), resolved_by=resolved_by)


def slug(name: str) -> str:
    """A name as the second half of an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:80] or "unnamed"


def person_id(name: str) -> str:
    """The id of a person that only the text knows; spellings with and without a further initial are one."""
    return f"person:{slug(_INITIAL.sub('', name))}"


def local_person(name: str, lexicon: Lexicon, words: Set[str] = frozenset(), body: Actor | None = None) -> Claimant:
    """A person that only the text knows, described by some words and belonging to a body."""
    role: Role = "party"
    if not words.isdisjoint(lexicon.persons.analyst_roles) or (body is not None and body.role == "analyst"):
        role = "analyst"
    elif not words.isdisjoint(lexicon.persons.official_roles):
        role = "official"
    return Claimant(
        actor_id=person_id(name),
        name=name,
        role=role,
        affiliation_id=body.id if body else None,
        affiliation=body.label if body and body.kind != "state" else None,
        side=body.side if body else None,
        resolved_by="local",
    )


def unnamed(surface: str, lexicon: Lexicon, role: Role = "unnamed") -> Claimant:
    """Somebody whom the text describes and does not name."""
    name = before_clause(without_marks(surface) or surface, lexicon)
    return Claimant(name=name, role=role, resolved_by="none")


def unresolved(surface: str, lexicon: Lexicon) -> Claimant:
    """A source left as its words; one without a name, that points at nobody, is unnamed."""
    words = before_clause(without_marks(surface) or surface, lexicon)
    role: Role = "party"
    if fold(words).split(" ")[-1] in lexicon.descriptions.authorities:
        role = "official"
    elif fold(words).split(" ")[0] in lexicon.descriptions.pairing:
        role = "party"  # “both candidates”, whom the text has named
    elif is_indefinite(words, lexicon) or not (has_name(words) or is_definite(words, lexicon)):
        role = "unnamed"
    return Claimant(name=words, role=role, resolved_by="unresolved")


def _body_role(name: str, lexicon: Lexicon) -> Role:
    words = fold(name).split()
    return next(
        (role for role, nouns in lexicon.descriptions.role_nouns.items() if not nouns.isdisjoint(words)), "party"
    )
