"""What a reader asks: the grammar of a question, and whom or what a name means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.actors import ActorIndex
from digests.errors import BadQueryError
from digests.knowledge import Knowledge
from digests.models import Actor, Request
from digests.query.name_index import Directory
from digests.query.request import as_query, read_request, read_since, suggest, write_request
from digests.query.subjects import find_subject
from digests.text.folding import fold
from tests.digests.gazetteers import SmallGazetteer

NOW = datetime(2025, 2, 8, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Thing:
    """A place or an actor that has claims."""

    kind: Literal["place", "actor"]
    id: str
    name: str
    claims: int = 1
    titles: tuple[str, ...] = ()


ENVOY = Thing("actor", "person:ines-falk", "Ines Falk", titles=("Russia’s trade envoy to Ukraine", "an official"))
OTHER_ENVOY = Thing("actor", "person:jo-brand", "Jo Brand", titles=("U.S. trade envoy",))
FORMER = Thing("actor", "person:olga-tamm", "Olga Tamm", titles=("former Russian trade envoy to Ukraine",))
FIRST, SECOND = (Thing("actor", f"person:{n}", f"Ola {n}", titles=("prefect of Kursk",)) for n in ("Ek", "Lie"))
RUSSIA = Thing("place", "1", "Russia", 90)
STATE = Thing("actor", "state:ru", "Russia", 80)
OBLAST = Thing("place", "10", "Kursk Oblast", 70)
KURSK = Thing("place", "11", "Kursk", 60)
KYIV = Thing("place", "22", "Kyiv", 50)
PARIS_FRANCE = Thing("place", "40", "Paris", 40)
PARIS_TEXAS = Thing("place", "31", "Paris", 30)
INSTITUTE = Thing("actor", "org:sample-institute", "Sample Institute", 20)
ANALYST = Thing("actor", "person:marén-example", "Marén Example", 10)
COUNCIL = Thing("actor", "org:рада", "Верховна Рада", 5)
KNOWN = Directory([RUSSIA, STATE, OBLAST, KURSK, KYIV, PARIS_FRANCE, PARIS_TEXAS, INSTITUTE, ANALYST, COUNCIL])
KNOWLEDGE = Knowledge(
    SmallGazetteer(),
    ActorIndex(
        [
            Actor(id="state:ru", name="Russia", kind="state", country="RU", demonyms=("Russian",)),
            Actor(id="org:sample-institute", name="Sample Institute", kind="org", short="SIX"),
            Actor(id="person:marén-example", name="Marén Example", kind="person"),
        ]
    ),
)


# --- grammar --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kursk", Request(about="kursk")),
        ("kursk oblast", Request(about="kursk oblast")),
        ("kursk since:7d by:six", Request(about="kursk", by="six", since=timedelta(days=7))),
        ("by:six kursk", Request(about="kursk", by="six")),
        ('kursk by:"General Staff"', Request(about="kursk", by="General Staff")),
        ("kursk by:“General Staff”", Request(about="kursk", by="General Staff")),
        ("about:kursk", Request(about="kursk")),
        ("KURSK Since:24H", Request(about="KURSK", since=timedelta(hours=24))),
        ("kursk kind:denial,estimate", Request(about="kursk", kinds=("denial", "estimate"))),
        ("kursk kind:quote", Request(about="kursk", kinds=("saying",))),
        ("kursk status:Denied show:5", Request(about="kursk", status="denied", show=5)),
        ("place:538555", Request(about="place:538555")),
        ("Cote d'Ivoire", Request(about="Cote d'Ivoire")),
        ('say "unfinished', Request(about="say unfinished")),
        ("", Request()),
    ],
)
def test_a_question_is_taken_apart(text: str, expected: Request) -> None:
    """Options may stand anywhere, in any case, with spaces inside quotation marks; the rest is the subject."""
    assert read_request(text) == expected


@pytest.mark.parametrize(
    "text", ["since:yesterday", "since:99999d", "kind:rumour", "status:true", "show:0", "show:26", "show:٣", "show:x"]
)
def test_an_option_that_cannot_be_read_says_how_to_write_it(text: str) -> None:
    """A wrong value is an error that names the option."""
    with pytest.raises(BadQueryError, match=text.partition(":")[0]):
        read_request(f"kursk {text}")


def test_since_takes_dates_in_the_readers_zone() -> None:
    """A date without a zone is that of the clock; one with a zone keeps it."""
    assert read_since("2025-02-06") == datetime(2025, 2, 6, tzinfo=UTC)
    assert read_since("2025-02-06T12:00+02:00") == datetime(2025, 2, 6, 10, 0, tzinfo=UTC)
    assert read_since("2w") == timedelta(weeks=2)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, the answer is a request or an error for the reader."""
    try:
        request = read_request(text)
    except BadQueryError:
        return
    assert 1 <= request.show <= 25


@given(st.text(max_size=60))
def test_a_request_that_was_read_can_be_written(text: str) -> None:
    """Text made of a request reads as the same request."""
    try:
        request = read_request(text)
    except BadQueryError:
        return
    assert read_request(write_request(request)) == request


@pytest.mark.parametrize("about", ["", "kursk oblast", "since:7d", "by:isw and more", "place:538555", "what about: it"])
@pytest.mark.parametrize("by", ["", "General Staff"])
@pytest.mark.parametrize("since", [None, timedelta(days=7), timedelta(hours=36), datetime(2025, 2, 6, tzinfo=UTC)])
def test_a_request_made_of_options_can_be_written(about: str, by: str, since: datetime | timedelta | None) -> None:
    """Options given one by one read back from the text, also where a name looks like an option."""
    request = Request(about=about, by=by, since=since, kinds=("denial", "estimate"), status="denied", show=5)
    assert read_request(write_request(request)) == request


# --- who or what is meant -------------------------------------------------------------------------------------


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


def test_a_question_becomes_a_query() -> None:
    """What was found goes into the query with the options."""
    about = find_subject("kyiv", KNOWN, KNOWLEDGE)
    query = as_query(Request(about="kyiv", kinds=("denial",), status="denied", show=3), about, None, now=NOW)
    assert query.about == about.subjects
    assert (query.by, query.kinds, query.status, query.show) == ((), ("denial",), "denied", 3)


# --- while it is typed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("k", [OBLAST, KURSK, KYIV]),
        ("KU", [OBLAST, KURSK]),
        ("kurs", [OBLAST, KURSK]),
        ("kursk o", [OBLAST, KURSK]),
        ("inst", [INSTITUTE]),
        ("mare", [ANALYST]),
        ("рад", [COUNCIL]),
        ("russ", [RUSSIA, STATE]),
        ("kirsk", [KURSK]),
        ("qqqq", []),
    ],
)
def test_choices_begin_as_typed(typed: str, found: list[Thing]) -> None:
    """Names that begin so come first, then later words, then near spellings, each with most claims first."""
    assert list(suggest(typed, KNOWN, limit=25)) == found


def test_nothing_typed_offers_what_has_most_claims() -> None:
    """An empty box offers the first few, and no choice is ever more than asked for."""
    assert list(suggest("", KNOWN, limit=2)) == [RUSSIA, STATE]
    assert len(suggest("k", KNOWN, limit=1)) == 1


_NAMES = st.text(alphabet="abcé д", min_size=1, max_size=8)


@given(names=st.lists(_NAMES, max_size=30), typed=_NAMES)
def test_choices_are_those_of_a_scan(names: list[str], typed: str) -> None:
    """The directory offers just what going through every name would, in the same order."""
    things = [Thing("place", str(n), name) for n, name in enumerate(names)]
    key = fold(typed)
    starts = [thing for thing in things if fold(thing.name).startswith(key)]
    inner = [thing for thing in things if f" {key}" in fold(thing.name) and thing not in starts]
    expected = [*starts, *inner][:25] if key else things[:25]
    assert list(suggest(typed, Directory(things), limit=25))[: len(expected)] == expected


@given(
    name=st.text(alphabet="abcdefgh", min_size=6, max_size=12), at=st.integers(0, 100), letter=st.sampled_from("xyz")
)
def test_one_wrong_letter_is_forgiven(name: str, at: int, letter: str) -> None:
    """A name of six letters or more is found with any one of them wrong."""
    wrong = name[: at % len(name)] + letter + name[at % len(name) + 1 :]
    things = [Thing("actor", "a", name), Thing("actor", "b", "nothing alike"), Thing("place", "c", "elsewhere")]
    assert [thing.id for thing in Directory(things).near(wrong)] == ["a"]


# --- people's own ways of asking ------------------------------------------------------------------------------

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


@pytest.mark.parametrize("text", ["kursk page:2", "kursk site:wire", "from:isw kursk"])
def test_an_option_that_there_is_not_is_named(text: str) -> None:
    """An unknown option is an error that names it and those that there are."""
    with pytest.raises(BadQueryError, match=r"(page|site|from): is unknown; use one of about:, by:"):
        read_request(text)


@pytest.mark.parametrize("about", ["A flood in Sudzha", "Talks: what now?", "", "story:x by:y"])
def test_a_kept_request_may_be_of_a_story(about: str) -> None:
    """A schedule's request keeps a story with the words that it is called by; nobody types one."""
    request = Request(about=about, story="https://wire.example/a#1")

    assert read_request(write_request(request), kept=True) == request
    with pytest.raises(BadQueryError, match="story"):
        read_request("story:a1")
