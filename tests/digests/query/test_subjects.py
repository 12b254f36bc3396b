"""Whom or what a reader means by a name, however it is spelt and whatever stands beside it."""

from __future__ import annotations

import pytest

from digests.query.name_index import Directory
from digests.query.request import suggest
from digests.query.subjects import find_subject
from digests.text.folding import fold
from tests.digests.query.small_world import (
    ANALYST,
    COUNCIL,
    ENVOY,
    FIRST,
    FORMER,
    INSTITUTE,
    KNOWLEDGE,
    KNOWN,
    KURSK,
    KYIV,
    OBLAST,
    OTHER_ENVOY,
    PARIS_FRANCE,
    PARIS_TEXAS,
    RUSSIA,
    SECOND,
    Thing,
)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Kursk Oblast", OBLAST),
        ("kyiv", KYIV),
        ("  Kyiv ", KYIV),
        ("Kurks Oblast", OBLAST),
        ("place:11", KURSK),
        ("actor:org:sample-institute", INSTITUTE),
        ("SIX", INSTITUTE),
        ("sample institute", INSTITUTE),
        ("Sampel Institute", INSTITUTE),
        ("Institute", INSTITUTE),
        ("Maren Example", ANALYST),
        ("MARÉN EXAMPLE", ANALYST),
        ("Marem Example", ANALYST),
        ("Верховна Рада", COUNCIL),
        ("верховна рада", COUNCIL),
        ("Рада", COUNCIL),
        ("Верхавна Рада", COUNCIL),
    ],
)
def test_a_name_in_any_spelling_finds_its_subject(name: str, first: Thing) -> None:
    """Case, marks, script, part of a name and one wrong letter do not matter."""
    found = find_subject(name, KNOWN, KNOWLEDGE).subjects[0]
    assert (found.kind, found.id) == (first.kind, first.id)


def test_a_country_is_a_place_and_an_actor() -> None:
    """Both what happens in a country and what its state says are meant."""
    subjects = find_subject("russia", KNOWN, KNOWLEDGE).subjects
    assert {(subject.kind, subject.id) for subject in subjects} == {("place", "1"), ("actor", "state:ru")}


def test_other_meanings_are_offered() -> None:
    """Of two places of one name the likelier is taken and the other offered."""
    finding = find_subject("Paris", KNOWN, KNOWLEDGE)
    assert [subject.id for subject in finding.subjects] == ["40"]
    assert "31" in [subject.id for subject in finding.others]


def test_what_has_no_claims_is_not_found() -> None:
    """A place of the gazetteer without claims is asked for by its words, and not mistaken for another."""
    finding = find_subject("Lviv", Directory([KYIV]), KNOWLEDGE)
    assert [subject.kind for subject in finding.subjects] == ["words"]


@pytest.mark.parametrize("name", ["???", "drone strikes", "", "x" * 500])
def test_anything_else_is_words(name: str) -> None:
    """A name that nobody bears is searched for in the text."""
    subject = find_subject(name, KNOWN, KNOWLEDGE).subjects[0]
    assert (subject.kind, subject.id) == ("words", fold(name))


def test_a_long_text_is_no_longer_name() -> None:
    """Of ten thousand characters the first five hundred are looked up, and of what is typed as many."""
    found = find_subject("Kursk " * 2_000, KNOWN, KNOWLEDGE)

    assert found == find_subject(("Kursk " * 2_000)[:500], KNOWN, KNOWLEDGE)
    assert suggest("x" * 10_000, KNOWN, limit=25) == suggest("x" * 500, KNOWN, limit=25)


UNION = Thing("actor", "org:quarry-workers-union", "Quarry Workers Union", 3)
MAYOR = Thing("actor", "person:dorit-vossler", "Dorit Vossler", 2)
SISTER = Thing("actor", "person:irma-vossler", "Irma Vossler", 1)
ORLESK = Thing("actor", "org:orlesk", "Orlesk", 1)
WITH_UNLISTED = Directory([*KNOWN.known, UNION, MAYOR, ORLESK])


@pytest.mark.parametrize(
    ("asked", "subject", "topic"),
    [
        ("Kyiv drones", KYIV, "drones"),
        ("drones Kyiv", KYIV, "drones"),
        ("drones in Kyiv", KYIV, "drones"),
        ("Kyiv and the drones", KYIV, "drones"),
        ("Sample Institute on grain exports", INSTITUTE, "grain exports"),
        ("Kursk Oblast bridges", OBLAST, "bridges"),
        ("Vossler quarry", MAYOR, "quarry"),
        ("what did Vossler say about the quarry?", MAYOR, "quarry"),
        ("Orlesk Kyiv", KYIV, "Orlesk"),
        ("Vossler He", MAYOR, None),
        ("who said what about Kyiv", KYIV, None),
        ("Russia foreign minister", RUSSIA, "foreign minister"),
        ("governor of Kursk Oblast", OBLAST, "governor"),
        ("Mayor Vossler", MAYOR, None),
    ],
)
def test_a_name_with_a_topic(asked: str, subject: Thing, topic: str | None) -> None:
    """Of several words those that are a name are the subject, and the others what it must be about."""
    finding = find_subject(asked, WITH_UNLISTED, KNOWLEDGE)
    assert (finding.subjects[0].id, finding.topic and finding.topic.name) == (subject.id, topic)


@pytest.mark.parametrize(
    ("asked", "holder"),
    [
        ("Russian trade envoy to Ukraine", ENVOY),
        ("trade envoy of Russia in Ukraine", ENVOY),
        ("acting Russian trade envoy to Ukraine", ENVOY),
        ("Ukraine's trade envoy to Russia", None),
        ("former Russian trade envoy to Ukraine", None),
        ("trade envoy", None),
        ("prefect of Kursk", None),
    ],
)
def test_an_office_means_its_holder(asked: str, holder: Thing | None) -> None:
    """An office means whoever claims give it, if they are one: not who had it, nor another country's."""
    finding = find_subject(asked, Directory([*KNOWN.known, ENVOY, OTHER_ENVOY, FORMER, FIRST, SECOND]), KNOWLEDGE)
    assert (finding.subjects[0].id == ENVOY.id) == (holder is ENVOY)
    assert bool(finding.spelling) == (holder is ENVOY)
    assert finding.subjects[0].id not in {FORMER.id, FIRST.id, SECOND.id, OTHER_ENVOY.id}


def test_a_topic_tells_places_of_one_name_apart() -> None:
    """Beside a topic all places of a name are meant; and a body that only texts know by the name that it ends in."""
    subjects = find_subject("Paris mayor", KNOWN, KNOWLEDGE).subjects
    kin = Thing("actor", "org:northern-sample-institute", "Northern Sample Institute")
    institutes = find_subject("Sample Institute", Directory([*KNOWN.known, kin]), KNOWLEDGE).subjects

    assert {subject.id for subject in subjects} == {PARIS_FRANCE.id, PARIS_TEXAS.id}
    assert {subject.id for subject in institutes} == {INSTITUTE.id, kin.id}


@pytest.mark.parametrize(
    "asked", ["Kursk region", "Kursk oblast", "the Kursk area", "province of Kursk", "Kursk district"]
)
def test_a_kind_of_land_decides(asked: str) -> None:
    """What is said to be a region is one, by whatever word."""
    assert find_subject(asked, KNOWN, KNOWLEDGE).subjects[0].id == OBLAST.id


@pytest.mark.parametrize(("asked", "place"), [("Kursk, Russia", OBLAST), ("Paris, Texas", PARIS_TEXAS)])
def test_what_follows_a_comma_decides(asked: str, place: Thing) -> None:
    """A name is that of a place inside what follows the comma, and not one elsewhere."""
    assert find_subject(asked, KNOWN, KNOWLEDGE).subjects[0].id == place.id


@pytest.mark.parametrize("asked", ["Quarry Workers Union", "QWU", "qwu", "actor:org:quarry-workers-union"])
def test_a_body_that_only_the_text_knows(asked: str) -> None:
    """A body in no list is found by its name and its initials, and where others speak of it."""
    subjects = find_subject(asked, WITH_UNLISTED, KNOWLEDGE).subjects
    assert [(s.kind, s.id) for s in subjects] == [("actor", UNION.id), ("words", "quarry workers union")]


@pytest.mark.parametrize("asked", ["Dorit Vossler", "Vossler", "vossler", "VOSSLER"])
def test_a_person_whom_only_the_text_knows(asked: str) -> None:
    """A person in no list is found by the surname too, also where others speak of them; as a speaker by themselves."""
    subjects = find_subject(asked, WITH_UNLISTED, KNOWLEDGE).subjects
    assert [(s.kind, s.id) for s in subjects] == [("actor", MAYOR.id), ("words", "vossler")]
    alone = find_subject(asked, WITH_UNLISTED.actors, KNOWLEDGE, mentions=False).subjects
    assert [s.id for s in alone] == [MAYOR.id]


@pytest.mark.parametrize(
    ("asked", "name", "words"),
    [("Vossler", "Vossler", "vossler"), ("Dorit Vossler", "Dorit Vossler", "dorit vossler")],
)
def test_a_last_name_means_all_who_bear_it(asked: str, name: str, words: str) -> None:
    """A last name is not narrowed to one of several, and a whole name does not bring in the others."""
    sisters = Directory([*WITH_UNLISTED.known, SISTER])
    assert [(s.name, s.id) for s in find_subject(asked, sisters, KNOWLEDGE).subjects] == [
        (name, MAYOR.id),
        (name, words),
    ]


def test_a_last_name_that_is_a_place_is_not_looked_for_alone() -> None:
    """Claims about a place that has claims are not of whoever bears its name."""
    bearer = Thing("actor", "person:ada-kyiv", "Ada Kyiv", 1)
    subjects = find_subject("Ada Kyiv", Directory([*KNOWN.known, bearer]), KNOWLEDGE).subjects
    assert [subject.id for subject in subjects] == [bearer.id, "ada kyiv"]


@pytest.mark.parametrize("wrong", ["Kurks", "Krusk", "kursc", "Kusk"])
def test_a_misspelt_name_is_that_with_most_claims(wrong: str) -> None:
    """Of a city and a region of one name, a wrong spelling means the one that has more claims, and it is said."""
    finding = find_subject(wrong, KNOWN, KNOWLEDGE)
    assert (finding.subjects[0].id, finding.spelling) == (OBLAST.id, wrong)
