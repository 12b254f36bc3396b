"""An invented language of a few words: the rules obey the lexicon that they are given, and know no other words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from digests.actors import ActorIndex, find_persons
from digests.dates import find_dates, names_a_thing
from digests.figures import find_figures
from digests.lexicon import ENGLISH, LEXICONS
from digests.models import Actor
from digests.places import find_places, place_candidates
from digests.stories.clustering import group
from digests.text.language import foreign_language
from digests.text.numbers import read_number, tokens_of
from digests.text.sentences import sentences
from tests.digests.gazetteers import SmallGazetteer
from tests.make import article

_SMALL = SmallGazetteer()
#: Saturday, 8 February 2025
_PUBLISHED = datetime(2025, 2, 8, 12, tzinfo=UTC)

INVENTED = replace(
    ENGLISH,
    language="qaa",
    texts=replace(
        ENGLISH.texts,
        abbreviations=frozenset({"dok"}),
        sentence_starters=frozenset({"mu"}),
        small_words=frozenset("mu zi ka lo te".split()),
        stop_words=frozenset({"tolva"}),
    ),
    calendar=replace(
        ENGLISH.calendar,
        weekdays=("unda", "dura", "trida", "kvada", "penda", "seda", "sepda"),
        weekday_shorts={},
        months=tuple(f"{name}mes" for name in "un du tri kvad pen se sep ok nov dek undek dudek".split()),
        month_shorts={},
        days={"hodi": 0, "hier": -1},
        units={"roko": "year"},
        plural_units={"rokoj": "year"},
        ago=frozenset({"zade"}),
        steps={"lasta": -1},
        more_steps={},
        before_years=frozenset({"la"}),
        dated_things=frozenset({"balota"}),
        ahead=frozenset({"bude"}),
        ahead_beside=frozenset(),
    ),
    numbers=replace(
        ENGLISH.numbers,
        units={"un": 1, "du": 2, "kvin": 5, "dudek": 20},
        scales={"cent": 100, "mil": 1000},
        leading_scales=frozenset({"cent"}),
        bounds_before={("minime",): "at_least", ("pli", "ol"): "more_than"},
        bounds_after={("au", "pli"): "at_least"},
        joining=frozenset({"kaj"}),
    ),
    units=replace(ENGLISH.units, measures={"lig": "km"}),
    things=replace(ENGLISH.things, plural_endings=("oj",), plurals=frozenset(), singulars=frozenset({"domo"})),
    fates=replace(ENGLISH.fates, forms={"mortita": "mortita"}),
    verbs=replace(ENGLISH.verbs, saying=frozenset({"diris"}), inverted=frozenset({"diris"})),
    places=replace(
        ENGLISH.places,
        sure_locatives=frozenset({"ene"}),
        doubtful_locatives=frozenset(),
        settlements=frozenset({"urbo"}),
        lands=frozenset({"lando"}),
        acting=frozenset({"agis"}),
    ),
    persons=replace(
        ENGLISH.persons,
        given_names={"zorb": "she"},
        titles={"doktoro": None},
        courtesy=frozenset(),
        telling_titles=frozenset({"doktoro"}),
    ),
    bodies=replace(ENGLISH.bodies, groups=frozenset({"oficistoj"})),
)


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, INVENTED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ni vidis dok. Zorb. Bone.", ["Ni vidis dok. Zorb.", "Bone."]),
        ("Ni vidis dok. Mu venis.", ["Ni vidis dok.", "Mu venis."]),
        ("Ni vidis Dr. Zorb.", ["Ni vidis Dr.", "Zorb."]),
        ("“Ho ve!” Zorb diris tion.", ["“Ho ve!” Zorb diris tion."]),
        ("“Oh no!” Zorb said so.", ["“Oh no!”", "Zorb said so."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Abbreviations, what begins a sentence, and verbs of saying are the language's own."""
    assert _sentences(text) == expected


def test_language() -> None:
    """A text in the lexicon's language is not foreign, and an English one is nobody's that it knows."""
    assert foreign_language("mu zi ka lo te pafo " * 10, INVENTED) is None
    assert foreign_language("mu zi ka lo te pafo " * 40) is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [("dudek-kvin", 25), ("du cent kaj kvin", 205), ("kvin mil", 5_000), ("1.5 mil", 1_500), ("cent", 100)],
)
def test_numbers(text: str, value: float) -> None:
    """A number in words is read by the language's own."""
    tokens = tokens_of(text, 0, len(text), INVENTED)

    number = read_number(tokens, 0)

    assert number is not None
    assert (number.value, number.end) == (value, len(tokens))


def test_no_english_numbers() -> None:
    """English number words are none."""
    text = "twenty-five"
    assert read_number(tokens_of(text, 0, len(text), INVENTED), 0) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Kvada", "2025-02-06", "2025-02-07"),
        ("lasta Seda", "2025-02-01", "2025-02-02"),
        ("6 Dumes", "2025-02-06", "2025-02-07"),
        ("Dumes 2024", "2024-02-01", "2024-03-01"),
        ("hier", "2025-02-07", "2025-02-08"),
        ("du rokoj zade", "2023-01-01", "2024-01-01"),
        ("lasta roko", "2024-01-01", "2025-01-01"),
    ],
)
def test_dates(text: str, low: str, high: str) -> None:
    """Weekdays, months, adverbs and units of time are the language's own."""
    (found,) = find_dates(f"Oni venis {text}.", _PUBLISHED, lexicon=INVENTED)

    assert found.surface == text
    assert found.valid_from is not None
    assert found.valid_to is not None
    assert [moment.date().isoformat() for moment in (found.valid_from, found.valid_to)] == [low, high]


def test_dates_ahead() -> None:
    """A word of the future turns a weekday forward."""
    (found,) = find_dates("Ili bude veni Kvada.", _PUBLISHED, lexicon=INVENTED)

    assert found.valid_from is not None
    assert found.valid_from.date().isoformat() == "2025-02-13"


@pytest.mark.parametrize("text", ["They came on Thursday.", "They came yesterday.", "They came two years ago."])
def test_no_english_dates(text: str) -> None:
    """English words tell no date."""
    assert find_dates(text, _PUBLISHED, lexicon=INVENTED) == ()


def test_dated_things() -> None:
    """What a date is part of the name of is the language's own."""
    text = "la 2016 balota"
    (found,) = find_dates(text, _PUBLISHED, lexicon=INVENTED)

    assert names_a_thing(text, found, INVENTED)
    assert not names_a_thing(text, found)


@pytest.mark.parametrize(
    ("text", "value", "bound", "what"),
    [
        ("Ili vidis minime dudek domoj.", 20, "at_least", "domoj"),
        ("Ili vidis pli ol 300 domoj.", 300, "more_than", "domoj"),
        ("Ili vidis 300 au pli.", 300, "at_least", None),
        ("Estis un domo.", 1, "exact", "domo"),
        ("Estis kvin homoj mortita.", 5, "exact", "homoj mortita"),
    ],
)
def test_figures(text: str, value: float, bound: str, what: str | None) -> None:
    """Numbers, their bounds, and what they count are the language's own."""
    (figure,) = find_figures(text, lexicon=INVENTED)

    assert (figure.value, figure.bound, figure.what) == (value, bound, what)


def test_units() -> None:
    """Units of measure are the language's own."""
    (figure,) = find_figures("Ili iris minime kvin lig.", lexicon=INVENTED)

    assert (figure.value, figure.unit, figure.bound) == (5, "km", "at_least")


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Ili venis ene Evans hodi.", 32),
        ("Ili venis ene urbo Kursk hodi.", 11),
        ("Ili venis ene Kharkiv lando hodi.", 20),
    ],
)
def test_places(text: str, place_id: int) -> None:
    """What stands before a place, and what it may be, are the language's own."""
    assert [mention.place.id for mention in find_places(text, _SMALL, lexicon=INVENTED)] == [place_id]


def test_english_locatives_say_nothing() -> None:
    """A name that is a surname too is no place for an English word before it."""
    text = "Ili venis in Evans hodi."
    assert [mention.place.id for mention in find_places(text, _SMALL)] == [32]
    assert find_places(text, _SMALL, lexicon=INVENTED) == ()


def test_states_act() -> None:
    """A capital that acts stands for its state, by the language's own verbs."""
    (mention,) = find_places("Kyiv agis bone.", _SMALL, lexicon=INVENTED)
    assert mention.metonym


def test_candidates() -> None:
    """What a reader calls a city is the language's own."""
    assert [place.id for place in place_candidates("Kursk urbo", _SMALL, INVENTED)] == [11]
    assert place_candidates("Kursk city", _SMALL, INVENTED) == ()


def test_persons() -> None:
    """Given names and titles are the language's own, and tell the pronoun."""
    found = find_persons("Zorb Kalem diris tion. Kalem venis kun Doktoro Vun. John Smith venis.", INVENTED)

    assert [(person.name, person.pronoun) for person in found] == [
        ("Zorb Kalem", "she"),
        ("Kalem", None),
        ("Vun", None),
    ]


def test_bodies() -> None:
    """The bodies of a state go by the language's own words."""
    state = Actor(id="state:ru", name="Russia", kind="state", role="party", demonyms=("Russian",))
    index = ActorIndex([state], INVENTED)

    match = index.find("Russian oficistoj")

    assert match is not None
    assert match.actor.id == "gov:ru-oficistoj"
    assert index.find("Russian officials") is None


def test_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that tell nothing in the articles' own language do not make one story of two."""
    texts = [
        article(id=name, headline="", body=f"tolva mu zi {words} " * 9, language="qaa")
        for name, words in (("a", "kurso vento maro"), ("b", "pomo tablo lampo"))
    ]
    assert len({placement.story for placement in group(texts)}) == 1
    monkeypatch.setitem(LEXICONS, "qaa", INVENTED)
    assert len({placement.story for placement in group(texts)}) == 2
