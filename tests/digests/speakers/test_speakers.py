"""Speaker resolution, on sentences of our own: sources stand in {braces}, a content that matters in [brackets]."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.actors_file import read_actors
from digests.models import Attribution, Claimant
from digests.speakers.resolve import resolve_speakers
from tests.paths import CONFIG

INDEX = read_actors([CONFIG / "actors.toml"])


def read(marked: str) -> tuple[Claimant, ...]:
    """Resolve the sources of a marked text."""
    text, sources, contents = "", [], []
    starts: dict[str, int] = {}
    for piece in re.split(r"([{}\[\]])", marked):
        if piece in "{[" and piece:
            starts[piece] = len(text)
        elif piece == "}":
            sources.append((starts["{"], len(text)))
        elif piece == "]":
            contents.append((starts["["], len(text)))
        else:
            text += piece
    spare = [(len(text) - 1, len(text))] * len(sources)
    attributions = [
        Attribution(source=(source,), content=(content,))
        for source, content in zip(sources, [*contents, *spare], strict=False)
    ]
    return resolve_speakers(text, attributions, INDEX)


CASES = [
    # last names
    ("Analyst {Maria Dolan} said so. {Dolan} added more.", 1, "person:maria-dolan", "Maria Dolan", "last name"),
    ("{Gen. Peter Hahn} spoke. Later {Hahn} left.", 1, "person:peter-hahn", "Peter Hahn", "last name"),
    (
        "{Volodymyr Zelenskyy} spoke. {Zelenskyy} added.",
        1,
        "person:volodymyr-zelensky",
        "Volodymyr Zelensky",
        "last name",
    ),
    ("{Mr. Hahn} is here.", 0, "person:hahn", "Hahn", "local"),
    ("Peter Hahn met Anna Hahn. {Mrs. Hahn} said no.", 0, "person:anna-hahn", "Anna Hahn", "last name"),
    ("{Kremlin spokesman Dmitry Peskov} denied it.", 0, "person:dmitry-peskov", "Dmitry Peskov", "exact"),
    ("{Peter Hahn} spoke. Anna Hahn watched. {Hahn} left.", 1, None, "Hahn", "unresolved"),
    ("{Putin} said it.", 0, "person:vladimir-putin", "Vladimir Putin", "last name"),
    ("{Alastor Brimm} wrote it. {Brimm} said so.", 1, "person:alastor-brimm", "Alastor Brimm", "last name"),
    ("{Peter Hahn’s} view is known.", 0, "person:peter-hahn", "Peter Hahn", "local"),
    ("{Her chief aide, Peter Hahn,} said so.", 0, "person:peter-hahn", "Peter Hahn", "local"),
    ("{Anna Lindt, a baker in Graz,} said so.", 0, "person:anna-lindt", "Anna Lindt", "local"),
    ("{spokesman Sami Abu Norr} said so.", 0, "person:sami-abu-norr", "Sami Abu Norr", "local"),
    # acronyms and names
    ("{ISW} said so.", 0, "org:isw", "Institute for the Study of War", "acronym"),
    ("{the Institute for the Study of War} said so.", 0, "org:isw", "Institute for the Study of War", "exact"),
    ("{The IAEA} said so.", 0, "org:iaea", "International Atomic Energy Agency", "acronym"),
    (
        "The Bergen Centre for Arctic Studies is small. {BCAS} warned of it.",
        0,
        "org:bergen-centre-for-arctic-studies",
        "Bergen Centre for Arctic Studies",
        "acronym",
    ),
    ("{The IAEA, the UN’s nuclear watchdog,} said so.", 0, "org:iaea", "International Atomic Energy Agency", "acronym"),
    ("{Reuters} reported it.", 0, "media:reuters", "Reuters", "exact"),
    # metonyms
    ("{Kyiv} said so.", 0, "state:ua", "Ukraine", "metonym"),
    ("{Moscow} denied it.", 0, "state:ru", "Russia", "metonym"),
    ("{The Kremlin} denied it.", 0, "state:ru", "Russia", "metonym"),
    ("{The White House} said so.", 0, "state:us", "United States", "metonym"),
    ("{Downing Street} said so.", 0, "state:gb", "United Kingdom", "metonym"),
    # demonym and role
    ("{The Ukrainian military} said so.", 0, "mil:ua", "Ukrainian military", "exact"),
    ("{Ukraine’s General Staff} said so.", 0, "mil:ua-general-staff", "Ukrainian General Staff", "alias"),
    ("{South Korean intelligence} said so.", 0, "intel:kr", "South Korean intelligence agency", "exact"),
    ("{The French Foreign Ministry} said so.", 0, "gov:fr-foreign-ministry", "French Foreign Ministry", "exact"),
    ("{Polish officials} said so.", 0, "gov:pl-officials", "Polish officials", "exact"),
    (
        "{Ukrainian military and political officials} said so.",
        0,
        "gov:ua-officials",
        "Ukrainian military and political officials",
        "alias",
    ),
    # short forms
    (
        "{The Ukrainian General Staff} spoke. {The General Staff} added this.",
        1,
        "mil:ua-general-staff",
        "Ukrainian General Staff",
        "short form",
    ),
    (
        "{The Norwegian Defence Ministry} spoke. Then {the ministry} added this.",
        1,
        "gov:no-defence-ministry",
        "Norwegian Defence Ministry",
        "short form",
    ),
    (
        "The International Atomic Energy Agency met. {The agency} said so.",
        0,
        "org:iaea",
        "International Atomic Energy Agency",
        "short form",
    ),
    (
        "{The Institute for the Study of War} spoke. {The think tank} said more.",
        1,
        "org:isw",
        "Institute for the Study of War",
        "short form",
    ),
    (
        "The Halden Rescue Service came. {The rescue service} said so.",
        0,
        "org:halden-rescue-service",
        "Halden Rescue Service",
        "short form",
    ),
    ("President Anna Lindt came. {The president} said so.", 0, "person:anna-lindt", "Anna Lindt", "short form"),
    (
        "The Institute for Quiet Studies met. {The institute} said so.",
        0,
        "org:institute-for-quiet-studies",
        "Institute for Quiet Studies",
        "short form",
    ),
    (
        "The Geological Survey of Aland met. {The survey} said so.",
        0,
        "org:geological-survey-of-aland",
        "Geological Survey of Aland",
        "short form",
    ),
    ("{Quillon Metals} spoke. {The company} added this.", 1, "org:quillon-metals", "Quillon Metals", "short form"),
    # persons without a known given name, told by what stands beside them
    ("{Chief executive Amrun Solvo} said so. {He} added.", 1, "person:amrun-solvo", "Amrun Solvo", "pronoun"),
    (
        "{Its chairman, Amoz Reddick,} said so. {Mr Reddick} added.",
        1,
        "person:amoz-reddick",
        "Amoz Reddick",
        "last name",
    ),
    ("{Winna Strangway} nods. {Mrs Strangway} said so.", 0, "person:winna-strangway", "Winna Strangway", "local"),
    ("{Winna Strangway} nods. {Mrs Strangway} said so.", 1, "person:winna-strangway", "Winna Strangway", "last name"),
    (
        "{Rhea Santelo of the Quiet Institute} warned of it. {She} added.",
        1,
        "person:rhea-santelo",
        "Rhea Santelo",
        "pronoun",
    ),
    (
        "{Percival Holmgard} nods. {Councillor Holmgard} said no.",
        1,
        "person:percival-holmgard",
        "Percival Holmgard",
        "last name",
    ),
    ("{The foreign office} said so.", 0, None, "The foreign office", "unresolved"),
    ("{Harbourmaster Hal Garrick} said so.", 0, "person:hal-garrick", "Hal Garrick", "local"),
    # somebody unnamed, whom the pronoun after means
    ("{Peter Hahn} spoke. {A shepherd} disagreed. {He} laughed.", 2, None, "A shepherd", "pronoun"),
    # pronouns
    ("{Maria Dolan} spoke. {She} added this.", 1, "person:maria-dolan", "Maria Dolan", "pronoun"),
    ("{Maria Dolan} spoke. {Peter Hahn} disagreed. {She} insisted.", 2, "person:maria-dolan", "Maria Dolan", "pronoun"),
    ("{Maria Dolan} spoke. {Peter Hahn} disagreed. {He} insisted.", 2, "person:peter-hahn", "Peter Hahn", "pronoun"),
    (
        "{Zelensky} spoke. Kyiv is calm. “We wait,” {he} said.",
        1,
        "person:volodymyr-zelensky",
        "Volodymyr Zelensky",
        "pronoun",
    ),
    (
        "{Maria Dolan} spoke. Peter Hahn has farmed here for years. {He} doubts it.",
        1,
        "person:peter-hahn",
        "Peter Hahn",
        "pronoun",
    ),
    ("{NATO} spoke. {It} added this.", 1, "org:nato", "NATO", "pronoun"),
    ("Peter Hahn, {who} denies it, left.", 0, "person:peter-hahn", "Peter Hahn", "pronoun"),
    ("{Ukrainian officials} spoke. {They} added this.", 1, "gov:ua-officials", "Ukrainian officials", "pronoun"),
    ("{Maria Dolan} spoke. When Peter Hahn arrived, {he} objected.", 1, "person:peter-hahn", "Peter Hahn", "pronoun"),
    ("{Melinda} came. {She} said no.", 1, "person:melinda", "Melinda", "pronoun"),
    ("{Angela Merkel} and a guest met. {She} said no.", 1, "person:angela-merkel", "Angela Merkel", "pronoun"),
    # joint sources and bodies that only the text knows
    ("{Ukraine and Poland} agreed.", 0, None, "Ukraine and Poland", "local"),
    ("It was signed by Peru and Bolivia, {who} said so.", 0, None, "Peru and Bolivia", "pronoun"),
    ("It came from Umbrix, CARE and UNICEF, {who} said so.", 0, None, "Umbrix, CARE and UNICEF", "pronoun"),
    ("Maria Dolan met Ann Lee and Peter Hahn, {who} said so.", 0, "person:peter-hahn", "Peter Hahn", "pronoun"),
    ("{Maria Dolan and Peter Hahn} agreed.", 0, None, "Maria Dolan and Peter Hahn", "local"),
    (
        "{Ukrainian officials and Western intelligence} agree.",
        0,
        None,
        "Ukrainian officials and Western intelligence",
        "local",
    ),
    ("{the Halden fire service} said so.", 0, "org:halden-fire-service", "Halden fire service", "local"),
    ("{The Dolan campaign} said so.", 0, "org:dolan-campaign", "Dolan campaign", "local"),
    ("{Maria Dolan} spoke. {Her campaign} said more.", 1, None, "Maria Dolan’s campaign", "pronoun"),
]


@pytest.mark.parametrize(("marked", "which", "actor_id", "name", "resolved_by"), CASES)
def test_a_source_is_resolved(marked: str, which: int, actor_id: str | None, name: str, resolved_by: str) -> None:
    """A source becomes the actor it stands for, with the way it was found."""
    claimant = read(marked)[which]
    assert (claimant.actor_id, claimant.name, claimant.resolved_by) == (actor_id, name, resolved_by)


@pytest.mark.parametrize(
    "marked",
    [
        "{She} said so.",
        "Peter Hahn came. {She} said so.",
        "{The Harbour Board} spoke. {Peter Hahn} spoke. {She} said so.",
        "{Peter Hahn} spoke. {Umbrix} denied it. {He} said so.",
        "{They} said so.",
        "{It} said so.",
        "{I} think so.",
        "{We} think so.",
        "{The ministry} said so.",
        "{The president} said so.",
        "President Anna Lindt met President Peter Hahn. {The president} said so.",
        "Vice President Anna Lindt came. {The president} said so.",
        "{Which} is true.",
        "“Peter Hahn and Otto Kern came and {he} left,” said {Maria Dolan}.",
    ],
)
def test_what_is_not_clear_stays_unresolved(marked: str) -> None:
    """A pronoun or short form that could be nobody or several keeps its words and says that it is unresolved."""
    claimant = [c for c in read(marked) if c.resolved_by == "unresolved"][-1]
    assert claimant.actor_id is None
    assert claimant.name == claimant.surface


@pytest.mark.parametrize(
    "source",
    [
        "two officials who spoke on condition of anonymity",
        "sources",
        "a source close to the talks",
        "people familiar with the matter",
        "Some individuals in Ukraine",
        "Ukrainian officials speaking on condition of anonymity",
        "several analysts",
        "a resident of Graz",
        "some Ukrainian soldiers",
        "two US officials",
        "an aide to Maria Dolan",
    ],
)
def test_the_unnamed_are_unnamed(source: str) -> None:
    """Somebody whom the text does not name is a description with the role “unnamed”, and no actor."""
    (claimant,) = read(f"{{{source}}} said so.")
    assert (claimant.role, claimant.actor_id, claimant.name) == ("unnamed", None, source)


def test_no_source_is_an_unnamed_source() -> None:
    """An attribution without a source has an unnamed claimant and nothing resolved."""
    (claimant,) = resolve_speakers("It has been said.", [Attribution(content=((0, 2),))], INDEX)
    assert (claimant.name, claimant.role, claimant.resolved_by) == ("unnamed source", "unnamed", "none")
    assert claimant.actor_id is None


def test_first_person_is_who_is_quoted() -> None:
    """“I” inside a quotation is the speaker of the quotation."""
    text = "“I know that it is cold,” Peter Hahn said."
    inner = Attribution(source=((1, 2),), content=((13, 23),), nested=True)
    outer = Attribution(source=((26, 36),), content=((0, 25),))
    claimants = resolve_speakers(text, [inner, outer], INDEX)
    assert [c.actor_id for c in claimants] == ["person:peter-hahn"] * 2
    assert [c.resolved_by for c in claimants] == ["pronoun", "local"]


@pytest.mark.parametrize(
    ("marked", "label", "affiliation_id", "role"),
    [
        ("{ISW analyst Angelica Evans} noted it.", "Angelica Evans (ISW analyst)", "org:isw", "analyst"),
        (
            "{Evans} noted it. Angelica Evans, an analyst at ISW, left.",
            "Angelica Evans (analyst at ISW)",
            "org:isw",
            "analyst",
        ),
        ("{FBI Director Peter Hahn} noted it.", "Peter Hahn (FBI Director)", "intel:us-fbi", "official"),
        (
            "{Maria Dolan, a professor at the Halden University,} left.",
            "Maria Dolan (professor at the Halden University)",
            "org:halden-university",
            "analyst",
        ),
        (
            "{Maria Dolan, head of analysis at the Institute for Korea-U.S. Trade Policy by the old harbour,} left.",
            "Maria Dolan (head of analysis at the Institute for Korea-U.S. Trade Policy)",
            "org:institute-for-korea-u-s-trade-policy",
            "party",
        ),
        (
            "{Dolan} left. FBI Director Peter Hahn and Army Gen. Maria Dolan were heard.",
            "Maria Dolan (Army Gen.)",
            None,
            "official",
        ),
        ("{Maria Dolan, manager of U.S. bonds,} left.", "Maria Dolan (manager of U.S. bonds)", None, "party"),
        ("{Maria Dolan, a former NATO official,} left.", "Maria Dolan (former NATO official)", None, "party"),
        ("{Maria Dolan, an author who once worked for NATO,} left.", "Maria Dolan (author)", None, "party"),
        ("{Ukrainian lawmaker Ivan Petrenko} noted it.", "Ivan Petrenko (Ukrainian lawmaker)", "state:ua", "official"),
        (
            "{Maria Zakharova} noted it.",
            "Maria Zakharova (Russian Foreign Ministry)",
            "gov:ru-foreign-ministry",
            "official",
        ),
        ("{President Volodymyr Zelensky} noted it.", "Zelensky", "state:ua", "official"),
        ("{The Institute for the Study of War} noted it.", "ISW", None, "analyst"),
        ("{The South Korean intelligence agency} noted it.", "South Korean intelligence", None, "agency"),
        ("{Maria Dolan, a baker,} noted it.", "Maria Dolan (baker)", None, "party"),
    ],
)
def test_labels_and_affiliations(marked: str, label: str, affiliation_id: str | None, role: str) -> None:
    """A claimant is shown by the name readers know, with the body the text gives them now, or what it calls them."""
    claimant = read(marked)[0]
    assert (claimant.label, claimant.affiliation_id, claimant.role) == (label, affiliation_id, role)


@pytest.mark.parametrize(
    "marked",
    [
        "{a spokesman for Volodymyr Zelensky} said so.",
        "{supporters of Donald Trump} said so.",
        "{Putin’s critics} said so.",
        "{the wife of Peter Hahn} said so.",
    ],
)
def test_nobody_speaks_for_another(marked: str) -> None:
    """What somebody's spokesman, critic or wife says is not given to that person."""
    assert not (read(marked)[0].actor_id or "").startswith("person:")


def test_sides_follow_the_actor() -> None:
    """A claimant carries the camp of its state."""
    assert [c.side for c in read("{Kyiv} said so, {the Russian military} denied it, {ISW} waits.")] == [
        "ua",
        "ru",
        None,
    ]


@given(st.text(alphabet=st.sampled_from("Aa He she who .,“”’'{}\nPutin Ukraine"), min_size=1, max_size=60), st.data())
def test_any_spans_are_answered(text: str, data: st.DataObject) -> None:
    """Whatever the text and the spans, every attribution gets one claimant, in order, with the source's words."""
    ends = st.integers(1, len(text)).flatmap(lambda end: st.tuples(st.integers(0, end - 1), st.just(end)))
    sources = data.draw(st.lists(ends, max_size=4))
    attributions = [Attribution(source=(source,), content=((0, len(text)),)) for source in sources]
    claimants = resolve_speakers(text, attributions, INDEX)
    assert [c.surface for c in claimants] == [" ".join(text[start:end].split()) for start, end in sources]


def test_a_text_of_capitals_is_read() -> None:
    """A long text of nothing but capitals is answered, and its sources stay what they are."""
    text = "ABC " * 20_000
    attributions = [Attribution(source=((i, i + 3),), content=((0, 3),)) for i in range(0, 80, 4)]
    assert {c.name for c in resolve_speakers(text, attributions, INDEX)} == {"ABC"}


@pytest.mark.parametrize(
    ("text", "place", "label"),
    [
        ("It is shut, said {Anna Lindt of Reuters}.", 0, "Anna Lindt (Reuters)"),
        ("It is shut, according to {Anna Lindt of the Institute for the Study of War}.", 0, "Anna Lindt (ISW)"),
        ("{Anna Lindt of Reuters} said so to a reporter of Reuters. {Peter Hahn from Ohio} agreed.", 1, "Peter Hahn"),
        ("{Anna Lindt of Graz} said so.", 0, "Anna Lindt (of Graz)"),
        ("{Anna Lindt of the U.K. Chamber of Trade, a guild,} said so.", 0, "Anna Lindt (U.K. Chamber of Trade)"),
        ("{American Harbour Forum’s Anna Lindt} said so.", 0, "Anna Lindt (American Harbour Forum)"),
    ],
)
def test_a_body_right_after_a_name_is_its_persons(text: str, place: int, label: str) -> None:
    """“Anna Lindt of BODY” belongs to that body, and is from a town; a body of the sentence before is none of hers."""
    assert read(text)[place].label == label
