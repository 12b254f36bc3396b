"""Counts of the dead, hurt, held or missing of one story are held against each other, however they are worded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digests.figures import find_figures
from digests.models import Attribution, Claimant, Publisher, SourcedClaim
from digests.relations import relate
from tests.make import SAID, article, claim

HEADLINES = ("Quake in Tarnholm kills dozens", "Rescuers dig on after Tarnholm quake")
OTHERS = ("Bus crash in Orlesk", "Storm hits Tarnholm")


def kinds(texts: tuple[str, str], headlines: tuple[str, str] = HEADLINES) -> list[str]:
    """How what one body says in an article stands to what another one says in a second article, an hour later."""
    sources = []
    for n, (text, headline, name) in enumerate(zip(texts, headlines, ("The police", "The hospital"), strict=True)):
        published = SAID + timedelta(hours=n)
        of = article(
            text, id=f"a{n}", headline=headline, publisher=Publisher(name=f"Wire {n}"), date_published=published
        )
        made = claim(
            text,
            f"c{n}",
            of=of,
            figures=find_figures(text),
            claimant=Claimant(name=name, surface=name),
            attribution=Attribution(source=((0, 1),), content=((0, len(text)),)),
            said_at=None,
            said_precision="unknown",
        )
        sources.append(SourcedClaim(made, of))
    return [relation.kind for relation in relate(sources)[0].claim.relations]


@pytest.mark.parametrize(
    "texts",
    [
        ("the death toll rose to 87", "at least 110 people had died"),
        ("the toll stood at 18 as of late Tuesday", "at least 30 deaths had been caused by the quake"),
        ("87 people were killed", "112 fatalities had been recorded"),
        ("the quake left 87 dead", "112 people were confirmed dead"),
        ("no more than 40 people died", "the toll is now 87"),
        ("the quake claimed 87 lives", "112 lives were lost"),
        ("300 people were hurt in the quake", "the number of injured stood at 450"),
        ("30 people were still missing", "the number of missing was 55"),
        ("police had arrested 45 people", "the number of arrests stood at 70"),
        ("12,000 people had been displaced", "20,000 people had fled"),
        ("two helicopters were downed", "that three helicopters had been shot down"),
        ("87 people were killed when the old bridge came down", "112 people died in the fighting"),
        ("87 people had been found dead", "the number of dead was 112"),
        ("400 animals had been culled", "2,500 animals had been killed"),
    ],
)
def test_counts_of_one_fate_differ(texts: tuple[str, str]) -> None:
    """Two numbers of one fate in one story conflict, and in two stories do not."""
    assert kinds(texts) == ["contradicts"]
    assert kinds(texts[::-1]) == ["contradicts"]
    assert kinds(texts, OTHERS) == []


@pytest.mark.parametrize(
    ("headlines", "expected"),
    [
        (("Storm Irma batters Tarnholm", "Irma moves on over the coast"), ["contradicts"]),
        (("Police: 87 dead in Tarnholm crash", "Police: 112 dead in Orlesk crash"), []),
        (("Crash kills 87", "112 killed in crash"), []),
    ],
)
def test_headlines_must_tell_the_event(headlines: tuple[str, str], expected: list[str]) -> None:
    """The name of a storm makes two tolls one; that police speak of the dead of a crash does not."""
    assert kinds(("87 people were killed", "the death toll stood at 112"), headlines) == expected


def test_a_place_may_stand_before_the_fate() -> None:
    """Where those counted were does not hide what became of them."""
    assert kinds(("87 people in Tarnholm were killed", "112 residents of Tarnholm died")) == ["contradicts"]


@pytest.mark.parametrize(
    "texts",
    [
        ("the death toll rose to 87", "at least 80 people had died"),
        ("the death toll rose to 87", "six people died at a nursing home"),
        ("the death toll rose to 87, up from 60", "87 people had died"),
        ("87 people were killed", "300 people were injured"),
        ("87 people were killed", "the warning saved 300 lives"),
        ("87 people were killed", "12 children were killed"),
        ("87 people were killed", "12 soldiers were killed"),
        ("87 people died", "30 people died in a quake in 1998"),
        ("87 people died", "more than 300 could have died"),
        ("112 people had died", "87 people died in hospital"),
        ("40 people had been arrested", "12 people had been arrested for looting"),
        ("20,000 people had fled", "5,000 people had fled by bus"),
    ],
)
def test_a_part_is_not_the_whole(texts: tuple[str, str]) -> None:
    """A bound that allows the other number, another fate, a part of those counted and what may be are no conflict."""
    assert not {"contradicts", "differs"} & set(kinds(texts))
