"""Looking actors up, and finding actors and persons in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.actors_file import read_actors
from digests.actors import ActorIndex, find_actors, person_spans
from digests.models import Actor
from tests.paths import CONFIG

INDEX = read_actors([CONFIG / "actors.toml"])

LOOK_UPS = [
    # spellings and alphabets
    ("Volodymyr Zelensky", "person:volodymyr-zelensky", "exact"),
    ("Zelensky", "person:volodymyr-zelensky", "last name"),
    ("Zelenskyy", "person:volodymyr-zelensky", "last name"),
    ("zelenskiy", "person:volodymyr-zelensky", "last name"),
    ("Зеленський", "person:volodymyr-zelensky", "last name"),
    ("Зеленский", "person:volodymyr-zelensky", "last name"),
    ("Vladimir Zelenskiy", "person:volodymyr-zelensky", "alias"),
    ("Oleksandr Syrsky", "person:oleksandr-syrskyi", "exact"),
    ("Andrii Iermak", "person:andriy-yermak", "exact"),
    ("Alexander Khinshteyn", "person:alexander-khinshtein", "exact"),
    ("Sergey Lavrov", "person:sergei-lavrov", "exact"),
    ("Alexey Navalny", "person:alexei-navalny", "exact"),
    ("Erdogan", "person:recep-tayyip-erdogan", "last name"),
    ("Viktor Orban", "person:viktor-orban", "exact"),
    ("Aleksandar Vucic", "person:aleksandar-vucic", "exact"),
    ("Antonio Guterres", "person:antonio-guterres", "exact"),
    ("Kim Jong-un", "person:kim-jong-un", "exact"),
    # titles and last names
    ("President Putin", "person:vladimir-putin", "last name"),
    ("Russian President Vladimir Putin", "person:vladimir-putin", "exact"),
    ("Podolyak", "person:mykhailo-podolyak", "last name"),
    ("Sybiha", "person:andrii-sybiha", "last name"),
    ("Trump", "person:donald-trump", "last name"),
    ("Donald J. Trump", "person:donald-trump", "alias"),
    # states, capitals, seats
    ("Ukraine", "state:ua", "exact"),
    ("Україна", "state:ua", "alias"),
    ("Russian Federation", "state:ru", "alias"),
    ("the Kremlin", "state:ru", "metonym"),
    ("Moscow", "state:ru", "metonym"),
    ("Kyiv", "state:ua", "metonym"),
    ("Kiev", "state:ua", "metonym"),
    ("the White House", "state:us", "metonym"),
    ("U.S.", "state:us", "acronym"),
    ("USA", "state:us", "acronym"),
    ("UK", "state:gb", "acronym"),
    ("Britain", "state:gb", "alias"),
    ("Downing Street", "state:gb", "metonym"),
    ("Elysee", "state:fr", "metonym"),
    ("Pyongyang", "state:kp", "metonym"),
    ("DPRK", "state:kp", "acronym"),
    ("Türkiye", "state:tr", "alias"),
    ("Cote d’Ivoire", "state:ci", "alias"),
    ("Brussels", "org:eu", "metonym"),
    # bodies with an entry
    ("ISW", "org:isw", "acronym"),
    ("isw", "org:isw", "acronym"),
    ("Institute for the Study of War", "org:isw", "exact"),
    ("the IAEA", "org:iaea", "acronym"),
    ("the U.N.", "org:un", "acronym"),
    ("Red Cross", "org:red-cross", "exact"),
    ("International Committee of the Red Cross", "org:icrc", "exact"),
    ("NATO", "org:nato", "exact"),
    ("Nato", "org:nato", "exact"),
    ("I.S.W.", "org:isw", "acronym"),
    ("the Pentagon", "gov:us-defence-ministry", "alias"),
    ("SBU", "intel:ua-sbu", "acronym"),
    ("IDF", "mil:il", "acronym"),
    ("People’s Liberation Army", "mil:cn", "alias"),
    ("New York Times", "media:new-york-times", "alias"),
    ("the Guardian", "media:guardian", "exact"),
    ("AP", "media:ap", "acronym"),
    # bodies by rule
    ("the Ukrainian military", "mil:ua", "exact"),
    ("Ukrainian forces", "mil:ua", "alias"),
    ("Ukraine’s armed forces", "mil:ua", "alias"),
    ("the Armed Forces of Ukraine", "mil:ua", "alias"),
    ("Moscow’s troops", "mil:ru", "alias"),
    ("North Korean soldiers", "mil:kp", "alias"),
    ("US Navy", "mil:us-navy", "exact"),
    ("Ukrainian General Staff", "mil:ua-general-staff", "exact"),
    ("the General Staff of the Armed Forces of Ukraine", "mil:ua-general-staff", "alias"),
    ("Russia's Defense Ministry", "gov:ru-defence-ministry", "alias"),
    ("the Ministry of Defence of the Russian Federation", "gov:ru-defence-ministry", "alias"),
    ("UK Ministry of Defence", "gov:gb-defence-ministry", "exact"),
    ("US Department of Defense", "gov:us-defence-ministry", "exact"),
    ("French Foreign Ministry", "gov:fr-foreign-ministry", "exact"),
    ("Finland's Interior Ministry", "gov:fi-interior-ministry", "alias"),
    ("South Korean intelligence", "intel:kr", "exact"),
    ("the South Korean intelligence agency", "intel:kr", "exact"),
    ("Estonian intelligence services", "intel:ee", "alias"),
    ("Ukrainian officials", "gov:ua-officials", "exact"),
    ("senior Ukrainian officials", "gov:ua-officials", "alias"),
    ("Ukrainian military and political officials", "gov:ua-officials", "alias"),
    ("White House officials", "gov:us-officials", "alias"),
    ("EU leaders", "gov:eu-leaders", "exact"),
    ("Iranian state media", "media:ir-state", "exact"),
    ("Czech police", "gov:cz-police", "exact"),
]


@pytest.mark.parametrize(("name", "actor_id", "resolved_by"), LOOK_UPS)
def test_a_name_finds_its_actor(name: str, actor_id: str, resolved_by: str) -> None:
    """An actor is found by name, alias, initials, spelling, metonym, and demonym with role."""
    match = INDEX.find(name)
    assert match is not None
    assert (match.actor.id, match.resolved_by) == (actor_id, resolved_by)


@pytest.mark.parametrize(
    "name",
    [
        "London police",
        "the police of Kyiv",
        "",
        "the",
        "Evans",
        "Nobody At All",
        "Ukrainian",
        "Ukrainian bread",
        "forces",
        "of",
        "’s",
    ],
)
def test_other_words_find_nobody(name: str) -> None:
    """Words that name no actor find none."""
    assert INDEX.find(name) is None


def test_a_last_name_alone_is_not_recognised_in_text() -> None:
    """A reader may ask by last name, but in a text a last name that is not listed needs the full name."""
    assert INDEX.find("Sybiha") is not None
    assert INDEX.recognise("Sybiha") is None


def test_ancestors_lead_to_the_state() -> None:
    """A general staff belongs to the military, which belongs to the state."""
    assert [a.id for a in INDEX.ancestors("mil:ua-general-staff")] == ["mil:ua", "state:ua"]
    assert [a.id for a in INDEX.ancestors("person:kyrylo-budanov")] == ["intel:ua-hur", "intel:ua", "state:ua"]
    assert INDEX.ancestors("person:nobody") == ()


def test_a_body_by_rule_is_got_by_its_id() -> None:
    """The body of a state that has no entry can be got by id, with name, side and parent by rule."""
    staff = INDEX.get("mil:ru-general-staff")
    assert staff is not None
    assert (staff.name, staff.side, staff.parent) == ("Russian General Staff", "ru", "mil:ru")
    assert INDEX.get("mil:xx-general-staff") is None
    assert INDEX.get("gov:ua-nonsense") is None


def test_the_file_is_large_and_sound() -> None:
    """The shipped file has at least 200 entries, each of which is found again by its own name."""
    actors = INDEX.all()
    assert len(actors) >= 200
    assert [a.id for a in actors if (m := INDEX.find(a.name)) is None or m.actor.id != a.id] == []


def test_an_id_is_given_once() -> None:
    """Two actors of one id are refused by that id."""
    twice = Actor(id="org:a", name="A", kind="org")
    with pytest.raises(ValueError, match="org:a"):
        ActorIndex([twice, twice])


def test_a_parent_must_exist() -> None:
    """An unknown parent is refused with both ids."""
    with pytest.raises(ValueError, match=r"org:a.*org:b"):
        ActorIndex([Actor(id="org:a", name="A", kind="org", parent="org:b")])


def test_parents_do_not_go_in_a_circle() -> None:
    """An actor that is its own ancestor is refused."""
    one = Actor(id="org:a", name="A", kind="org", parent="org:b")
    with pytest.raises(ValueError, match="ancestor"):
        ActorIndex([one, Actor(id="org:b", name="B", kind="org", parent="org:a")])


@given(st.text(max_size=40))
def test_any_name_is_answered(name: str) -> None:
    """Whatever a reader types is answered with a listed actor, the body of one, or nobody."""
    match = INDEX.find(name)
    assert match is None or INDEX.get(match.actor.id) is not None


# --- mentions -------------------------------------------------------------------------------------------------


def mentioned(text: str) -> list[tuple[str, str]]:
    """The surfaces and ids of a text's actors."""
    return [(m.surface, m.actor.id) for m in find_actors(text, INDEX)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian forces advanced.", [("Ukrainian forces", "mil:ua")]),
        ("The Ukrainian General Staff wrote.", [("Ukrainian General Staff", "mil:ua-general-staff")]),
        ("Snow fell in Ukraine and eastern Russia.", []),
        ("Ukraine agreed.", [("Ukraine", "state:ua")]),
        ("They met in Moscow, near Kyiv.", []),
        ("Kyiv said no.", [("Kyiv", "state:ua")]),
        ("Kyiv’s offensive went on.", [("Kyiv", "state:ua")]),
        ("Kyiv’s mayor left.", []),
        ("Moscow region is cold.", []),
        ("The Kremlin is silent.", [("Kremlin", "state:ru")]),
        ("Those who know said it to us.", []),
        ("The WHO warned us.", [("WHO", "org:who")]),
        (
            "Donald Trump left. Trump returned.",
            [("Donald Trump", "person:donald-trump"), ("Trump", "person:donald-trump")],
        ),
        ("Robert Wagner sang. Wagner bowed.", []),
        ("Dmitry Peskov spoke.", [("Dmitry Peskov", "person:dmitry-peskov")]),
        (
            "Andrii Sybiha wrote. Later Sybiha left.",
            [("Andrii Sybiha", "person:andrii-sybiha"), ("Sybiha", "person:andrii-sybiha")],
        ),
        (
            "She reads the Guardian and The Economist.",
            [("the Guardian", "media:guardian"), ("The Economist", "media:economist")],
        ),
        ("An economist and a guardian met.", []),
        ("The ISW, a think tank, and the U.N. met.", [("ISW", "org:isw"), ("U.N.", "org:un")]),
        ("The U.S. Navy sailed.", [("U.S. Navy", "mil:us-navy")]),
        ("The Department of Labor met.", [("Department of Labor", "gov:us-labor-department")]),
        ("The state Department of Labor met the county Treasury Department.", []),
    ],
)
def test_actors_are_found_in_text(text: str, expected: list[tuple[str, str]]) -> None:
    """The longest name counts, initials keep their capitals, and mere places are left out."""
    assert mentioned(text) == expected


@given(st.text(alphabet=st.sampled_from("Kyiv said the US. U.N. ’s, Trump\n“”"), max_size=80))
def test_mentions_stand_in_their_text(text: str) -> None:
    """Every mention's offsets give its surface, in order and without overlap."""
    mentions = find_actors(text, INDEX)
    assert all(text[m.start : m.end] == m.surface for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


# --- persons --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISW analyst Angelica Evans spoke. Evans left.", ["Angelica Evans", "Evans"]),
        ("President Vladimir Putin spoke.", ["Vladimir Putin"]),
        ("According to Peter Hahn, it rains. Hahn’s car is wet.", ["Peter Hahn", "Hahn"]),
        ("Mr. Galway left. In Galway it rained.", ["Galway"]),
        ("Gen. Oleksandr Syrskyi wrote.", ["Oleksandr Syrskyi"]),
        ("Kateryna Bondar, 43, fled.", ["Kateryna Bondar"]),
        ("Dzhokhar Umarov, a local activist, fled.", ["Dzhokhar Umarov"]),
        ("Mayor Bill de Blasio came. De Blasio left.", ["Bill de Blasio", "De Blasio"]),
        ("Mr. King came.", ["King"]),
        ("Peter Hahn met Anna. Anna Hahn left.", ["Peter Hahn", "Anna Hahn"]),
        ("Jo-Renee Sand spoke.", ["Jo-Renee Sand"]),
        ("Bashar al-Assad fled.", ["Bashar al-Assad"]),
        ("Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        ("J.D. Vance spoke.", ["J.D. Vance"]),
        (
            "Mayor Justin Marc SB. Holm spoke. Peter Hahn met the BBC. Holm left.",
            ["Justin Marc SB. Holm", "Peter Hahn", "Holm"],
        ),
        ("South Korea said so.", []),
        ("North Korea, a closed state, said so.", []),
        ("Hong Kong said so. Sri Lanka agreed.", []),
        ("Nizhny Novgorod, a city on the Volga, is cold.", []),
        ("The Ukrainian General Staff wrote.", []),
        ("Attorney General of Texas.", []),
        ("Foreign Ministry said so. Security Council met.", []),
        ("They drove from Sudzha to Kursk on Monday.", []),
        ("New York Times reported. New York agreed.", []),
        ("Belgorod Oblast said so.", []),
    ],
)
def test_persons_are_told_from_places(text: str, expected: list[str]) -> None:
    """Titles, given names and the way a name is used make a person; places and bodies are none."""
    assert [text[start:end] for start, end in person_spans(text)] == expected


@given(st.text(alphabet=st.sampled_from("Mr. Anna King De Hahn’s, said\n-"), max_size=80))
def test_person_spans_are_in_order(text: str) -> None:
    """Spans of persons hold something, lie in the text, and follow one another."""
    spans = person_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many North Korean and Russian soldiers fell.", ["mil:kp", "mil:ru"]),
        ("American, British and French forces met.", ["mil:us", "mil:gb", "mil:fr"]),
        ("Russia and North Korean troops met.", ["state:ru", "mil:kp"]),
        ("On Sunday, Russian soldiers met.", ["mil:ru"]),
    ],
)
def test_peoples_share_a_noun(text: str, expected: list[str]) -> None:
    """Peoples joined by commas and “and” before one noun are each that body of theirs."""
    assert [mention.actor.id for mention in find_actors(text, INDEX)] == expected
