"""What a text calls somebody where it leaves the name out, as the title of whom it tells nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from digests.lexicon import Lexicon
from digests.models import Claimant
from digests.speakers.noun_phrases import has_name
from digests.speakers.persons.roles import is_rank, last_word, role_words
from digests.speakers.persons.titles import says_little, title_in


def with_titles(claimants: Sequence[Claimant], lexicon: Lexicon) -> tuple[Claimant, ...]:
    """Claimants of whom nothing stands beside their names, with what they are called elsewhere.

    “Larn’s building inspector said …. Ann Bo said …”
    """
    titles: dict[str, str] = {}
    for claimant in claimants:
        if claimant.resolved_by == "short form" and _is_unknown(claimant, lexicon):
            title = title_in(claimant.surface, lexicon)
            is_told = claimant.confidence == 1 or not has_name(" ".join(role_words(title or "", lexicon).split()[:-1]))
            if title and is_told and _tells_more(title, lexicon):
                titles.setdefault(claimant.name, title)  # who is but likely meant may be no “Larn boss”
    return tuple(
        claimant.model_copy(update={"title": titles.get(claimant.name, claimant.title)}) for claimant in claimants
    )


def _tells_more(title: str, lexicon: Lexicon) -> bool:
    """Whether a title tells more than a noun, or than a party."""
    return not says_little(title, lexicon) and last_word(title) not in lexicon.descriptions.partisans


def _is_unknown(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a text tells of a person neither the body nor more than a noun or a rank."""
    is_person, title = (claimant.actor_id or "").startswith("person:"), claimant.title or ""
    return is_person and not claimant.affiliation and (says_little(title, lexicon) or is_rank(title, lexicon))
