"""How the desk wants claims read: who claims it, when, where, or that it is not shown; never the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from bot.errors import RequestError
from bot.models import ClaimEdit
from digests.actors import ActorIndex
from digests.models import Article, Claim, Claimant
from digests.speakers.claimants import claimant_of, person_id


def read_edit(
    passage: str, *, claimant: str | None, said_on: str | None, places: Sequence[str] | None, hidden: bool | None
) -> ClaimEdit | None:
    """What somebody wants a claim to be read as, in the words they typed; None where they want nothing of it.

    Raises RequestError for what is no date.
    """
    values: dict[str, object] = {"claimant": claimant, "places": tuple(places) if places else None}
    try:
        values |= {"hidden": hidden, "said_on": date.fromisoformat(said_on) if said_on else None}
    except ValueError:
        raise RequestError(f"“{(said_on or '')[:40]}” is no date such as 2025-02-07.") from None
    changes = {name: value for name, value in values.items() if value is not None}
    return ClaimEdit.model_validate({"article_id": "", "passage": passage, **changes}) if changes else None


def edited(claims: Sequence[Claim], edits: Sequence[ClaimEdit], actors: ActorIndex) -> tuple[Claim, ...]:
    """The claims of an article as the desk wants them read; what it hides is left out."""
    by_passage = {edit.passage: edit for edit in edits}
    return tuple(_edited(claims, by_passage, actors)) if by_passage else tuple(claims)


def is_withdrawn(edits: Sequence[ClaimEdit]) -> bool:
    """Whether the desk has withdrawn the whole article."""
    return any(edit.withdrawn for edit in edits)


def check_edit(edit: ClaimEdit, claim: Claim, article: Article) -> None:
    """Refuse a reading that the article does not bear; raises RequestError that says why."""
    if edit.claimant is not None and edit.claimant not in article.body:
        raise RequestError(f"“{edit.claimant[:80]}” does not stand in the article; a claimant is named in its words.")
    if edit.places is not None:
        names = {mention.place.name for mention in (*claim.places, *claim.context_places)}
        strange = [name for name in edit.places if name not in names]
        if strange:
            raise RequestError(
                f"“{strange[0][:80]}” is none of the claim's places ({', '.join(sorted(names)) or 'none'})."
            )


def _edited(claims: Sequence[Claim], by_passage: dict[str, ClaimEdit], actors: ActorIndex) -> Iterator[Claim]:
    for claim in claims:
        edit = by_passage.get(claim.passage.exact)
        if edit is None:
            yield claim
        elif not edit.hidden:
            yield claim.model_copy(update=_changes(claim, edit, actors))


def _changes(claim: Claim, edit: ClaimEdit, actors: ActorIndex) -> dict[str, object]:
    changes: dict[str, object] = {"wording": None}
    if edit.claimant is not None:
        claimant = _claimant(edit.claimant, actors)
        line = actors.ancestors(claimant.actor_id) if claimant.actor_id else ()
        changes |= {"claimant": claimant, "claimant_within": tuple(actor.id for actor in line)}
    if edit.said_on is not None:
        changes |= {"said_at": datetime.combine(edit.said_on, time(), UTC), "said_precision": "day"}
    if edit.places is not None:
        for field in ("places", "context_places"):
            mentions = getattr(claim, field)
            changes[field] = tuple(mention for mention in mentions if mention.place.name in edit.places)
    return changes


def _claimant(name: str, actors: ActorIndex) -> Claimant:
    match = actors.find(name)
    if match:
        return claimant_of(match, actors, surface=name)
    return Claimant(actor_id=person_id(name), name=name, surface=name, resolved_by="local")
