"""Recognising places: what is one, and which one is meant."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.actors import person_spans
from digests.places import describe, find_places, find_toponyms, place_candidates
from digests.places.table import hash_names
from tests.digests.gazetteers import SmallGazetteer

SMALL = SmallGazetteer()


def _found(text: str) -> list[tuple[str, int]]:
    return [(mention.surface, mention.place.id) for mention in find_places(text, SMALL, persons=person_spans(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fighting in Kursk goes on.", [("Kursk", 10)]),
        ("Troops moved in the Kursk area and the Kursk direction.", [("Kursk", 10), ("Kursk", 10)]),
        ("Shells fell on the region of Kursk.", [("Kursk", 10)]),
        ("Kursk Oblast was calm.", [("Kursk Oblast", 10)]),
        ("Nothing threatens Kursk city.", [("Kursk", 11)]),
        ("They reached the city of Kursk.", [("Kursk", 11)]),
        ("Rockets hit Kharkiv at night.", [("Kharkiv", 21)]),
        ("Rockets hit the Kharkiv region at night.", [("Kharkiv", 20)]),
    ],
)
def test_scale(text: str, expected: list[tuple[str, int]]) -> None:
    """A name shared by a city and its province means what the words around ask for, else what is known by it."""
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("She lives in Paris.", 40),
        ("She lives in Paris, Texas.", 31),
        ("She lives in Paris, Tex., with a dog.", 31),
        ("She lives in Paris, TX.", 31),
        ("In Ukraine the town of Pokrovsk was shelled.", 23),
        ("In Russia the town of Pokrovsk was calm, Russia said. Russian media agreed.", 14),
    ],
)
def test_context_tells_namesakes_apart(text: str, place_id: int) -> None:
    """Of several places of one name, the text's own context chooses, and population where it says nothing."""
    assert place_id in {found for _, found in _found(text)}


def test_told_apart_once_holds() -> None:
    """A place told apart once by its state is meant by the bare name from then on, and before."""
    text = "Paris police met. The council of Paris, Texas, agreed. Paris waits."
    assert [place_id for surface, place_id in _found(text) if surface == "Paris"] == [31, 31, 31]


@pytest.mark.parametrize(
    "text",
    [
        "The analyst Martha Evans spoke. The advance is notable, according to Evans. Evans added more.",
        "Evans said so.",
        "It was noted by President Evans.",
        "Martha Paris arrived.",
        "In May and in March the police came. Reading is fun.",
        "Ukrainian forces met Russian troops, and the Russians left.",
        "The Moscow Times printed it.",
        "He told us.",
        "",
    ],
)
def test_no_places(text: str) -> None:
    """Persons, peoples, months, ordinary words and papers are no places."""
    assert _found(text) == []


def test_known_persons_are_kept_out() -> None:
    """Where the caller says that a person is named, no place is found."""
    text = "In Sudzha, Russia, nobody spoke."
    assert _found(text) == [("Sudzha", 12), ("Russia", 1)]
    assert [m.surface for m in find_places(text, SMALL, persons=((3, 9),))] == ["Russia"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv said it would answer.", [True]),
        ("Moscow has denied it, and Russia rejected the offer.", [True, True]),
        ("Nobody in Kyiv said so.", [False]),
        ("Troops moved towards Moscow.", [False]),
        ("Sudzha, Russia, is quiet.", [False, False]),
    ],
)
def test_metonyms(text: str, expected: list[bool]) -> None:
    """A state or capital that speaks or acts is marked; one where something is, is not."""
    assert [mention.metonym for mention in find_places(text, SMALL)] == expected


@pytest.mark.parametrize(("home", "place_id"), [(None, 41), ("FR", 41), ("US", 35)])
def test_home_breaks_ties(home: str | None, place_id: int) -> None:
    """Of two places of like size, the one in the readers' own country is meant."""
    assert [m.place.id for m in find_places("A fire broke out in Reno.", SMALL, home=home)] == [place_id]


@pytest.mark.parametrize("state", ["Nevada", "Nev.", "NV"])
def test_states_are_places_too(state: str) -> None:
    """A state after a comma is a place of its own, spelt out or shortened."""
    assert [place_id for _, place_id in _found(f"A fire broke out in Reno, {state}, at night.")] == [35, 34]


def test_toponyms_count_peoples_as_adjectives() -> None:
    """For toponyms a people's adjective counts as its country, its plural does not; places stay what they are."""
    text = "Ukrainian troops near Sudzha, Russia, faced Russians."
    assert [(m.surface, m.place.id) for m in find_toponyms(text, SMALL)] == [
        ("Ukrainian", 2),
        ("Sudzha", 12),
        ("Russia", 1),
    ]


@given(
    st.lists(
        st.sampled_from([*"Kursk Kyiv Paris, Texas . Evans said in the US’s Ukrainian St. U.S. é\n".split(" "), ""])
    )
)
def test_offsets_are_true(words: list[str]) -> None:
    """Each mention stands in the text where it says, in order and without overlap."""
    text = " ".join(words)
    end = 0
    for mention in find_toponyms(text, SMALL):
        assert text[mention.start : mention.end] == mention.surface
        assert mention.start >= end
        end = mention.end


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    """No text, however odd, makes recognition fail or point outside of it."""
    assert all(0 <= m.start < m.end <= len(text) for m in find_places(text, SMALL))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Kursk", [10, 11]), ("Kursk city", [11]), ("city of Kursk", [11]), ("Paris", [40, 31]), ("Nowhere", [])],
)
def test_candidates(name: str, expected: list[int]) -> None:
    """A reader's name gives its places best first, the province before its city unless the city is asked for."""
    assert [place.id for place in place_candidates(name, SMALL)] == expected


def test_peoples_are_no_candidates() -> None:
    """The name of a people is not offered as a place."""
    assert place_candidates("Ukrainian", SMALL) == ()


@pytest.mark.parametrize(
    ("place_id", "text"), [(12, "Sudzha, Kursk Oblast, Russia"), (10, "Kursk Oblast, Russia"), (1, "Russia")]
)
def test_describe(place_id: int, text: str) -> None:
    """A description names what a place lies in, once."""
    place = SMALL.place(place_id)
    assert place is not None
    assert describe(place, SMALL) == text


@given(st.lists(st.text(min_size=1), min_size=1))
def test_hashes_do_not_depend_on_company(names: list[str]) -> None:
    """A name's hash is the same alone and among others, and differs where names differ."""
    together = hash_names(names)
    assert np.array_equal(together, np.concatenate([hash_names([name]) for name in names]))
    assert len(set(together.tolist())) == len(set(names))
