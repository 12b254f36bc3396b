"""Places in sentences, with the shipped gazetteer: kinds of naming, each over many places."""

from __future__ import annotations

import lzma

import pytest

from digests.actors import person_spans
from digests.places import Gazetteer, find_places, find_toponyms
from tests.paths import CONFIG

#: Countries, capitals and cities that news is often about.
PLACES = (
    "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus "
    "Belgium Bolivia Botswana Brazil Bulgaria Cambodia Cameroon Canada Chile China Colombia Croatia Cuba Cyprus "
    "Denmark Ecuador Egypt Eritrea Estonia Ethiopia Finland France Gabon Germany Ghana Greece Guatemala Guinea "
    "Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Kazakhstan Kenya "
    "Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Lithuania Luxembourg Madagascar Malawi "
    "Malaysia Mali Malta Mexico Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands "
    "Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru Philippines Poland Portugal Qatar Romania "
    "Russia Rwanda Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria "
    "Taiwan Tajikistan Tanzania Thailand Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela "
    "Vietnam Yemen Zambia Zimbabwe Kursk Kherson Kharkiv Toretsk Pokrovsk Kyiv Lviv Odesa Donetsk Luhansk Belgorod "
    "Bryansk Moscow Voronezh London Paris Berlin Madrid Rome Vienna Warsaw Prague Budapest Bucharest Sofia Athens "
    "Lisbon Dublin Brussels Amsterdam Copenhagen Oslo Stockholm Helsinki Riga Vilnius Tallinn Minsk Chisinau "
    "Belgrade Zagreb Sarajevo Skopje Tirana Ankara Istanbul Tehran Baghdad Damascus Beirut Amman Jerusalem Riyadh "
    "Doha Muscat Sanaa Cairo Tripoli Tunis Algiers Rabat Khartoum Nairobi Kampala Kigali Mogadishu Lagos Abuja "
    "Accra Dakar Bamako Kinshasa Luanda Lusaka Harare Pretoria Johannesburg Delhi Mumbai Kolkata Islamabad Karachi "
    "Lahore Dhaka Kathmandu Colombo Bangkok Hanoi Jakarta Manila Beijing Shanghai Wuhan Seoul Pyongyang Tokyo Osaka "
    "Sydney Melbourne Canberra Toronto Ottawa Montreal Chicago Houston Boston Seattle Denver Miami Atlanta "
    "Philadelphia Detroit Baltimore Texas Florida California Ohio Arizona Nevada Michigan Bogota Caracas Lima Quito "
    "Santiago Brasilia Montevideo Havana Managua Gaza Crimea Aleppo Idlib Mosul Basra Kirkuk Kandahar Herat"
).split()

COUNTRIES_AND_STATES = (
    "Lebanon, Ohio|Peru, Indiana|Cuba, Missouri|Mexico, Missouri|Jordan, Minnesota|Rome, Georgia|"
    "Athens, Georgia|Macon, Georgia|Atlanta, Georgia|Cairo, Illinois|Moscow, Idaho|Bristol, Connecticut|"
    "Paris, Kentucky|London, Ontario|Norway, Maine|Poland, Ohio|China, Texas|Lima, Ohio|Brazil, Indiana|"
    "Milan, Tennessee|Naples, Florida|Manchester, New Hampshire|Oxford, North Carolina|Palestine, Texas|"
    "Odessa, Texas|Price, Utah|Independence, Missouri|Florence, South Carolina|Dublin, California|"
    "Vienna, Virginia"
).split("|")


def _found(text: str, gazetteer: Gazetteer) -> dict[str, int]:
    return {m.surface: m.place.id for m in find_places(text, gazetteer, persons=person_spans(text))}


def _countries(text: str, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    return [(m.surface, m.place.country) for m in find_places(text, gazetteer, persons=person_spans(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "In {}, two people died, the governor said.",
        "Nobody slept. In {}, shops stayed shut, residents said.",
        "In {} prices rose, officials said.",
        "From {}, trains ran as usual.",
        "Across {}, schools reopened.",
        "An official said so. In {}, it snowed.",
    ],
)
def test_opening_a_sentence(sentence: str, gazetteer: Gazetteer) -> None:
    """A place that a preposition opens a sentence with is found, whichever place it is."""
    assert len(PLACES) >= 200
    assert [name for name in PLACES if name not in _found(sentence.format(name), gazetteer)] == []


@pytest.mark.parametrize("named", COUNTRIES_AND_STATES)
@pytest.mark.parametrize(
    "sentence",
    ["The mill in {}, is shut, Ann Lee said.", "{}, is quiet.", "The school board in {}, met. Police in {}, agreed."],
)
def test_a_state_after_a_comma_decides(named: str, sentence: str, gazetteer: Gazetteer) -> None:
    """A town whose state follows is in that state, and the state is one, though both may bear countries' names."""
    found = _countries(sentence.format(*[named] * sentence.count("{}")), gazetteer)
    country = "CA" if named.endswith("Ontario") else "US"
    town, state = named.split(", ")
    assert found == [(town, country), (state, country)] * sentence.count("{}")


def test_an_unknown_town_is_not_its_namesake(gazetteer: Gazetteer) -> None:
    """Where no place of that name is known in the state that follows, its famous namesake is not meant either."""
    assert _found("The mill in Berlin, Connecticut, is shut.", gazetteer).keys() == {"Connecticut"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Police met in Tripoli in northern Lebanon.", ["LB", "LB"]),
        ("Shops closed in Lebanon's Tripoli.", ["LB", "LB"]),
        ("A blast in Hyderabad in southern Pakistan killed two.", ["PK", "PK"]),
        ("Voters in Georgia and Arizona went to the polls.", ["US", "US"]),
        ("Votes were counted in Arizona, Georgia and Nevada.", ["US", "US", "US"]),
        ("Ministers of Georgia and Armenia met.", ["GE", "AM"]),
        ("Envoys went to Lebanon, Jordan and Syria.", ["LB", "JO", "SY"]),
        ("He was born in Valencia. Shops in Caracas and Maracaibo closed.", ["VE", "VE", "VE"]),
        ("The People's Republic of China said so.", ["CN"]),
        ("He left Greenwood, W.Va., at noon.", ["US", "US"]),
    ],
)
def test_what_is_beside_decides(text: str, countries: list[str], gazetteer: Gazetteer) -> None:
    """What a name stands beside tells its namesakes apart: a container, a row of the same kind, other places."""
    assert [country for _, country in _countries(text, gazetteer)] == countries


@pytest.mark.parametrize(
    "text",
    [
        "Wells Fargo said profits rose.",
        "Anderson Cooper asked.",
        "The film is bold, DuVernay said.",
        "Amir said so.",
        "Tate said so.",
        "The Quds Force said so.",
        "Valeska Paris spoke.",
        "Israel Ademowale will fight.",
        "The Stade de France was full.",
        "He lives in Santa Cruz de Nowhere.",
    ],
)
def test_parts_of_other_names(text: str, gazetteer: Gazetteer) -> None:
    """A part of the longer name of a person, a firm, a force or another place is no place."""
    assert _found(text, gazetteer) == {}


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("West Bank", 285153),
        ("Gaza Strip", 281132),
        ("Red Sea", 2000000064),
        ("Black Sea", 2000000060),
        ("South China Sea", 2000000074),
        ("Gulf of Mexico", 2000000069),
        ("Darfur", 2000000101),
        ("South Ossetia", 2000000102),
        ("Nagorno-Karabakh", 2000000103),
        ("Eastern Ghouta", 2000000104),
        ("Holy See", 3164670),
        ("European Union", 6695072),
        ("EU", 6695072),
        ("New South Wales", 2155400),
        ("NSW", 2155400),
        ("New Jersey", 5101760),
    ],
)
@pytest.mark.parametrize("sentence", ["Nobody in the {} said so.", "The {} is calm.", "A {} woman was held."])
def test_regions_and_seas(name: str, place_id: int, sentence: str, gazetteer: Gazetteer) -> None:
    """Seas, regions and territories are found under their names, wherever in a sentence these stand."""
    found = _found(sentence.format(name), gazetteer)
    assert {surface.removeprefix("The "): found_id for surface, found_id in found.items()} == {name: place_id}


@pytest.mark.parametrize(
    ("place_id", "inside"),
    [(408660, 2000000101), (611403, 2000000102), (147163, 2000000103), (170592, 2000000104), (95446, 2000000105)],
)
def test_regions_hold_places(place_id: int, inside: int, gazetteer: Gazetteer) -> None:
    """What lies in a region has it among its ancestors, before its country."""
    place = gazetteer.place(place_id)
    assert place is not None
    assert inside in place.ancestors[:-1]


def test_central_american_is_a_people(gazetteer: Gazetteer) -> None:
    """The people of a region are not those of a country whose name is a part of theirs."""
    text = "Central American leaders met."
    assert [(m.surface, m.place.name) for m in find_toponyms(text, gazetteer)] == [
        ("Central American", "Central America")
    ]


def test_small_words_are_no_given_names() -> None:
    """Among the words that persons are told by, prepositions may stand; the rules must not rely on their absence."""
    words = lzma.decompress((CONFIG / "gazetteer/words.txt.xz").read_bytes()).decode()
    assert "|in|" in words.splitlines()[1]
