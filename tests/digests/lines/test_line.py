"""One claim becomes one line of the passage's own words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from digests.lexicon import ENGLISH
from digests.lines.flags import flags_of
from digests.lines.heads import heads_of, telling_heads
from digests.lines.line import claim_line
from digests.lines.links import passage_url
from digests.lines.rewrites import rewrite
from digests.lines.wording import word
from digests.models import Claim, Claimant, DigestItem
from tests.make import NOW, SUDZHA, article, place_mention, spoken
from tests.pace import LENGTH, PER_CHARACTER, check_pace


def line(text: str, claim: Claim, **fields: Any) -> str:
    """The line drawn for a claim, or the reason why there is none."""
    drawn = claim_line(claim, article(text, **fields), now=NOW)
    return drawn.line if isinstance(drawn, DigestItem) else f"held: {drawn}"


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        (
            "The ministry said that the bridge was open.",
            {"content": "that the bridge was open", "source": "The ministry", "cue": "said"},
            "The ministry: the bridge was open (said Thu 6 Feb)",
        ),
        (
            "“The bridge is open,” the ministry said.",
            {"content": "The bridge is open", "source": "the ministry", "cue": "said", "mode": "direct"},
            "The ministry: “The bridge is open” (said Thu 6 Feb)",
        ),
        (
            "“The bridge is open,” the ministry said.",
            {"content": "“The bridge is open,”", "source": "the ministry", "cue": "said", "mode": "direct"},
            "The ministry: “The bridge is open” (said Thu 6 Feb)",
        ),
        (
            '"The bridge is open," the ministry said.',
            {"content": '"The bridge is open,"', "source": "the ministry", "cue": "said", "mode": "direct"},
            "The ministry: “The bridge is open” (said Thu 6 Feb)",
        ),
        (
            "The ministry said the flood was “the worst in years.”",
            {
                "content": "the flood was “the worst in years.”",
                "source": "The ministry",
                "cue": "said",
                "mode": "mixed",
            },
            "The ministry: the flood was “the worst in years” (said Thu 6 Feb)",
        ),
        (
            "The ministry said that the bridge was built in the U.S.",
            {"content": "that the bridge was built in the U.S.", "source": "The ministry", "cue": "said"},
            "The ministry: the bridge was built in the U.S. (said Thu 6 Feb)",
        ),
        (
            "The river, the ministry said, rose as much as five kilometers (three miles) inland.",
            {
                "content": ["The river", "rose as much as five kilometers (three miles) inland"],
                "source": "the ministry",
                "cue": "said",
            },
            "The ministry: The river rose up to 5 km inland (said Thu 6 Feb)",
        ),
        (
            "However, the ministry said, the bridge was open.",
            {"content": "the bridge was open", "source": "the ministry", "cue": "said"},
            "The ministry: the bridge was open (said Thu 6 Feb)",
        ),
        (
            "The ministry denied that it had closed the bridge.",
            {"content": "that it had closed the bridge", "source": "The ministry", "cue": "denied", "kind": "denial"},
            "The ministry denies: it had closed the bridge (said Thu 6 Feb)",
        ),
        (
            "The ministry estimates that 40 houses are damaged.",
            {"content": "40 houses are damaged", "source": "The ministry", "cue": "estimates", "kind": "estimate"},
            "The ministry: 40 houses are damaged (said Thu 6 Feb) · estimate",
        ),
    ],
)
def test_a_line_is_the_claimant_and_the_passage(text: str, parts: dict[str, Any], expected: str) -> None:
    """Claimant, colon, the clause with declared rewrites, the date, the flags."""
    assert line(text, spoken(text, **parts)) == expected


STATE = Claimant(actor_id="state:xx", name="Ardland", surface="Ardland")


@pytest.mark.parametrize(
    ("text", "content", "fields", "expected"),
    [
        ("Ardland said that it had captured Belsk.", "that it had captured Belsk", {}, "captured Belsk"),
        ("Ardland said it has shot down a drone.", "it has shot down a drone", {}, "shot down a drone"),
        ("Ardland said it has retaken Belsk.", "it has retaken Belsk", {}, "it has retaken Belsk"),
        ("Ardland said it had not captured Belsk.", "it had not captured Belsk", {}, "it had not captured Belsk"),
        ("Ardland said it had a plan.", "it had a plan", {}, "it had a plan"),
        ("Ardland said it had snowed in Belsk.", "it had snowed in Belsk", {}, "it had snowed in Belsk"),
        (
            "“It has captured Belsk,” Ardland said.",
            "It has captured Belsk",
            {"mode": "direct"},
            "“It has captured Belsk”",
        ),
        ("It had captured Belsk, Ardland said.", "It had captured Belsk", {}, "It had captured Belsk"),
        (
            "Ardland denied that it had captured Belsk.",
            "that it had captured Belsk",
            {"kind": "denial"},
            "it had captured Belsk",
        ),
    ],
)
def test_a_subject_that_is_surely_the_claimant_may_go(
    text: str, content: str, fields: dict[str, Any], expected: str
) -> None:
    """“X said it had captured Y” becomes “X: captured Y”, and only where “it” stands right behind X and its verb."""
    cue = "denied" if "denied" in text else "said"
    drawn = claim_line(spoken(text, content, "Ardland", cue, claimant=STATE, **fields), article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert drawn.body == expected


def test_a_share_of_those_asked_keeps_its_subject() -> None:
    """“One in ten said it had captured Y” does not mean that one in ten captured it."""
    text = "Just 1 in 10 said it had secured Belsk for good."
    asked = Claimant(name="Just 1 in 10", surface="Just 1 in 10", resolved_by="unresolved")
    claim = spoken(text, "it had secured Belsk for good", "Just 1 in 10", "said", claimant=asked)

    assert "secured" not in line(text, claim).partition(": ")[2].split(" ", 1)[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "troops took Sudzha, an old town that has stood empty for six months",
            "troops took Sudzha, an old town that has stood empty for six months",
        ),
        ("troops left Sudzha, a border town, for the hills", "troops left Sudzha for the hills"),
        ("troops took Sudzha, a town that is not theirs", "troops took Sudzha, a town that is not theirs"),
        ("troops took Sudzha, a town of 5000", "troops took Sudzha, a town of 5000"),
        ("troops met Holm, an old town clerk", "troops met Holm, an old town clerk"),
    ],
)
def test_a_description_of_a_place_may_go(content: str, expected: str) -> None:
    """What describes a place goes, unless it denies, counts or may be another item of a list."""
    text = f"The ministry said {content}."
    places = (place_mention(SUDZHA, text.index("Sudzha")),) if "Sudzha" in text else ()
    drawn = claim_line(spoken(text, content, "The ministry", "said", places=places), article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert drawn.body == expected


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("the regional rescue service", "The regional rescue service"),
        ("al-Qaeda", "al-Qaeda"),
        ("eBay", "eBay"),
        ("Holm", "Holm"),
    ],
)
def test_a_description_begins_with_a_capital(name: str, head: str) -> None:
    """A line begins like a sentence, but a name keeps its letters."""
    text = f"Today {name} said the bridge was open."

    assert line(text, spoken(text, "the bridge was open", name, "said")).startswith(f"{head}: ")


def test_what_stood_around_the_speaker_keeps_its_comma() -> None:
    """Where the speaker stood between two clauses, the comma stays; between subject and verb it goes."""
    text = "The fund grew by 3 percent, the ministry said, twice as much as in May."
    parts = ["The fund grew by 3 percent", "twice as much as in May"]
    grew = line(text, spoken(text, parts, "the ministry", "said"))
    text = "The fund, the ministry said, grew by 3 percent."
    plain = line(text, spoken(text, ["The fund", "grew by 3 percent"], "the ministry", "said"))

    assert grew == "The ministry: The fund grew by 3%, twice as much as in May (said Thu 6 Feb)"
    assert plain == "The ministry: The fund grew by 3% (said Thu 6 Feb)"


def test_that_as_a_subject_stays() -> None:
    """“Said that was not her view” keeps its subject, and is held back as nobody can tell what it means."""
    text = "The ministry said that was not its view."

    assert line(text, spoken(text, "that was not its view", "The ministry", "said")) == "held: pronoun not resolved"


def test_whom_somebody_tells_stays() -> None:
    """Where listeners were taken for the words themselves the line keeps the verb, as none can be sure."""
    text = "The ministry told the people of Belsk that the bridge was open."
    claim = spoken(text, "the people of Belsk that the bridge was open", "The ministry", "told")

    assert line(text, claim) == "The ministry told the people of Belsk that the bridge was open (said Thu 6 Feb)"


def test_a_long_description_is_shortened_where_there_is_no_room() -> None:
    """The noun of a description stays, what follows it goes, and only where the line would not fit."""
    name = "A survey of several thousand voters that was published by the university of Belsk in the spring"
    text = f"{name} said {LONG.removeprefix('The ministry said ')}"
    claim = spoken(text, text.removeprefix(f"{name} said ").removesuffix("."), name, "said")
    claim = claim.model_copy(update={"claimant": Claimant(name=name, surface=name, resolved_by="none")})
    drawn = claim_line(claim, article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert name.startswith(drawn.claimant)
    assert drawn.claimant.startswith("A survey")
    assert len(drawn.line) <= 240


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("A large group of eleven pilots of Larn", ()),
        ("A study of the tides by a team of pilots of Larn", ()),
        ("A person who was at the dinner of the guild", ("A person who was at the dinner",)),
        ("A pilot who was at the dinner of the guild", ("A pilot", "A pilot who was at the dinner")),
        ("Reports Ms. Lunde filed as a lobbyist for the guild", ()),
        ("A report to be released this week by four leading pilots", ("A report to be released this week",)),
    ],
)
def test_no_head_is_a_group_or_a_person(name: str, heads: tuple[str, ...]) -> None:
    """Of a description that says nothing without what follows, its beginning is no head."""
    claim = spoken(f"{name} said it is dry.", "it is dry", name, "said")
    claim = claim.model_copy(update={"claimant": Claimant(name=name, surface=name, resolved_by="none")})

    assert heads_of(claim, ENGLISH, form="colon") == (name, *heads)


def test_of_several_none_goes() -> None:
    """A head that names two is not cut to the first."""
    name = "Sen. Ida Holm, Larn Republican, and Sen. Carl Lunde, Belsk Republican"
    claim = spoken(f"{name}, said it is dry.", "it is dry", name, "said")
    two = Claimant(name=name, surface=name, resolved_by="local", members=("person:ida-holm", "person:carl-lunde"))

    assert heads_of(claim.model_copy(update={"claimant": two}), ENGLISH, form="colon") == (name,)


def test_what_a_title_is_of_goes_first_where_there_is_no_room() -> None:
    """A claimant keeps what they are without what that is of, rather than nothing."""
    title = "deputy chair of the harbour pilots"
    holm = Claimant(actor_id="person:ida-holm", name="Ida Holm", surface="Ida Holm", title=title)
    claim = spoken("Ida Holm said it is dry.", "it is dry", "Ida Holm", "said", claimant=holm)

    assert heads_of(claim, ENGLISH, form="colon") == (f"Ida Holm ({title})", "Ida Holm (deputy chair)", "Ida Holm")


@pytest.mark.parametrize(
    ("body", "shorter"),
    [
        ("Larn University’s School of Law", ("Ida Holm (Larn University)",)),
        ("Federation of Fishermen’s Guilds", ()),
    ],
)
def test_where_there_is_no_room_a_body_stands_for_its_part(body: str, shorter: tuple[str, ...]) -> None:
    """Of a part of a body the body is left, where what is left is one."""
    holm = Claimant(actor_id="person:ida-holm", name="Ida Holm", surface="Ida Holm", affiliation=body)
    claim = spoken("Ida Holm said it is dry.", "it is dry", "Ida Holm", "said", claimant=holm)

    assert heads_of(claim, ENGLISH, form="colon") == (f"Ida Holm ({body})", *shorter, "Ida Holm")


@pytest.mark.parametrize(
    ("title", "shorter"),
    [
        ("spokesman for the Larn Pilots", ("Ida Holm (Larn Pilots)", "Ida Holm (spokesman)")),
        ("lawyer for the Lunde campaign", ("Ida Holm (Lunde campaign)", "Ida Holm (lawyer)")),
        (
            "fellow at the Larn Tide Institute in Old Belsk",
            (
                "Ida Holm (fellow at the Larn Tide Institute)",
                "Ida Holm (Larn Tide Institute)",
                "Ida Holm (fellow)",
            ),
        ),
        ("former director of the Larn Fund", ("Ida Holm (former director)",)),
        ("spokesman for Anna Lunde", ("Ida Holm (spokesman)",)),
        ("mayor of Old Larn", ("Ida Holm (mayor)",)),
        ("daughter of Larn Principal Ada Lunde", ()),
        ("Ada Lunde’s chief of staff", ()),
        ("vice chair for ferries at Larn Tide", ("Ida Holm (Larn Tide)", "Ida Holm (vice chair)")),
        ("night clerk of Holm with Lunde", ("Ida Holm (night clerk)",)),
        ("night clerk of the Larn Council’s roads desk", ("Ida Holm (Larn Council)", "Ida Holm (night clerk)")),
        ("member of the guild and signatory to the letter", ()),
        ("harbour pilot and Ada Lunde’s keenest guide", ("Ida Holm (harbour pilot)",)),
        ("Larn Ferry and Harbour Services secretary", ()),
        ("shadow work and pensions secretary", ()),
        ("Larn Department of Work and Harbours officer", ("Ida Holm (Larn Department of Work and Harbours)",)),
    ],
)
def test_where_there_is_no_room_a_body_stands_for_a_role_in_it(title: str, shorter: tuple[str, ...]) -> None:
    """A body tells more than a bare “spokesman”; a place or a person does not tell who somebody is, nor does kin."""
    holm = Claimant(actor_id="person:ida-holm", name="Ida Holm", surface="Ida Holm", title=title)
    claim = spoken("Ida Holm said it is dry.", "it is dry", "Ida Holm", "said", claimant=holm)

    assert heads_of(claim, ENGLISH, form="colon") == (f"Ida Holm ({title})", *shorter, "Ida Holm")


@pytest.mark.parametrize(
    ("update", "telling"),
    [
        ({"title": "senior pilot of the Larn Guild"}, ("senior pilot of the Larn Guild",)),
        ({"title": "senior pilot", "affiliation": "Larn Guild"}, ("senior pilot, Larn Guild", "Larn Guild")),
        ({"title": "Larn Guild pilot", "affiliation": "Larn"}, ("Larn Guild pilot", "Larn")),
        ({"title": "Rep. Carl Lunde’s chief of staff"}, ("Rep. Carl Lunde’s chief of staff",)),
        ({"title": "Larn Premier"}, ()),
    ],
)
def test_a_role_without_its_body_introduces_nobody(update: dict[str, str], telling: tuple[str, ...]) -> None:
    """“Senior pilot” alone is not taken for who somebody is where the article says of whom."""
    holm = Claimant(actor_id="person:ida-holm", name="Ida Holm", surface="Ida Holm", **update)
    claim = spoken("Ida Holm said it is dry.", "it is dry", "Ida Holm", "said", claimant=holm)
    heads = telling_heads(claim, heads_of(claim, ENGLISH, form="colon"), ENGLISH)

    assert {f"Ida Holm ({words})" for words in telling} <= set(heads)
    assert "Ida Holm (senior pilot)" not in heads


def test_who_must_be_introduced_keeps_their_title() -> None:
    """Words are cut rather than the title of somebody whom only the text makes known."""
    title = "president of the harbour pilots’ fund of Larn"
    words = (
        "the long bridge over the river was closed to all traffic for the whole of the winter, which the town built "
        "from its own stone in the years before the great flood of the valley"
    )
    text = f"Ida Holm, {title}, said {words}."
    holm = Claimant(actor_id="person:ida-holm", name="Ida Holm", surface="Ida Holm", title=title)

    wording = word(spoken(text, words, "Ida Holm", "said", claimant=holm), article(text))
    assert (wording.claimant, wording.body[-12:]) == (f"Ida Holm ({title})", "the winter …")


def test_an_office_is_not_left_out_for_its_body() -> None:
    """A line grows longer by somebody's office rather than name but the body that they are of."""
    told = {"title": "chief executive officer", "affiliation": "Larn Harbour Mills"}
    words = (
        "the bridge was closed to carts, lorries, coaches, trams, horses, bicycles and prams from Larn and Belsk and "
        "Orla and Ardo and Wexby for the whole of the long winter by the council of harbours"
    )
    holm = Claimant(actor_id="person:ida-holm", name="Ida Holm", surface="Ida Holm", **told)
    text = f"Ida Holm, chief executive officer of Larn Harbour Mills, said {words}."

    wording = word(spoken(text, words, "Ida Holm", "said", claimant=holm), article(text))
    assert (wording.claimant, wording.body) == ("Ida Holm (chief executive officer, Larn Harbour Mills)", words)


def test_a_survey_is_no_unnamed_source() -> None:
    """Papers, polls and courts are named by what they are; only people who are not named are unnamed sources."""
    text = "A survey said the bridge was open. Two officials said the bridge was shut."
    survey = Claimant(name="A survey", surface="A survey", role="unnamed", resolved_by="none")
    officials = survey.model_copy(update={"name": "Two officials", "surface": "Two officials"})

    assert "unnamed" not in line(text, spoken(text, "the bridge was open", "A survey", "said", claimant=survey))
    for name in ("Thirty percent", "One in three", "Almost half of voters", "Majorities in all towns", "A third"):
        asked = survey.model_copy(update={"name": name})
        assert flags_of(spoken(text, "the bridge was open", "A survey", "said", claimant=asked), ENGLISH) == ()
    for name in ("A Larn court", "A judge in Larn", "A commission of inquiry"):
        sitting = survey.model_copy(update={"name": name})
        assert flags_of(spoken(text, "the bridge was open", "A survey", "said", claimant=sitting), ENGLISH) == ()
    for name in ("A court official in Larn", "A University of Larn engineer", "A group of residents"):
        person = survey.model_copy(update={"name": name})
        said = spoken(text, "the bridge was open", "A survey", "said", claimant=person)
        assert flags_of(said, ENGLISH) == ("unnamed source",)
    assert line(text, spoken(text, "the bridge was shut", "Two officials", "said", claimant=officials)).endswith(
        "(said Thu 6 Feb) · unnamed source"
    )


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("troops crossed the river on Wednesday, near Belsk", "troops crossed the river, near Belsk"),
        ("40 boats sank on Wednesday alone", "40 boats sank on Wednesday alone"),
        ("40 boats sank on Wednesday, the worst day so far", "40 boats sank on Wednesday, the worst day so far"),
    ],
)
def test_a_weekday_moves_to_the_end_as_a_date(content: str, body: str) -> None:
    """“on Wednesday” leaves the body when the line ends with that day's date, unless other words hang on it."""
    text, when = f"The institute said {content}.", datetime(2025, 2, 5, tzinfo=UTC)
    claim = spoken(text, content, "The institute", "said")
    claim = claim.model_copy(update={"valid_from": when, "valid_to": when, "valid_precision": "day"})

    assert line(text, claim) == f"The institute: {body} (Wed 5 Feb)"


def test_a_claim_without_a_date_shows_its_articles() -> None:
    """Where nobody says when, the line says it is the article's date; where there is none, that the date is unknown."""
    text = "The ministry said the bridge was open."
    claim = spoken(text, "the bridge was open", "The ministry", "said", said_at=None, said_precision="unknown")

    assert line(text, claim) == "The ministry: the bridge was open (article Thu 6 Feb)"
    assert line(text, claim, date_published=None) == "The ministry: the bridge was open (date unknown)"


@pytest.mark.parametrize(
    ("fields", "flags"),
    [
        ({"status": "unconfirmed"}, ("unconfirmed",)),
        ({"status": "unconfirmed", "no_response": True}, ("unconfirmed", "no response yet")),
        ({"origins": 2}, ("2 origins",)),
        ({"claimant": Claimant(name="officials", surface="The ministry", role="unnamed")}, ("unnamed source",)),
    ],
)
def test_flags_are_fixed_words(fields: dict[str, Any], flags: tuple[str, ...]) -> None:
    """What the data says of a claim stands after it in fixed words."""
    text = "The ministry said the bridge was open."
    drawn = claim_line(spoken(text, "the bridge was open", "The ministry", "said", **fields), article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert drawn.flags == flags


LONG = (
    "The ministry said the bridge at Belsk had been closed to all heavy vehicles for the whole of the winter, "
    "forcing drivers to take the long road through the hills that lead to the coast and the old harbour."
)


def test_a_long_body_is_cut_before_a_clause() -> None:
    """Over 40 words a body ends at a clause boundary, and shows it."""
    text = LONG.replace("old harbour", "old harbour, and from there to the islands in the north")
    content = text.removeprefix("The ministry said ").removesuffix(".")
    drawn = line(text, spoken(text, content, "The ministry", "said"))

    assert drawn.startswith("The ministry: the bridge at Belsk had been closed to all heavy vehicles for the whole of")
    assert drawn.endswith("winter … (said Thu 6 Feb)")


def test_a_condition_is_never_cut_off() -> None:
    """A body whose tail holds a condition stays whole."""
    text = LONG.replace("forcing drivers", "bringing delays unless drivers")
    content = text.removeprefix("The ministry said ").removesuffix(".")

    assert "unless drivers" in line(text, spoken(text, content, "The ministry", "said"))


def test_a_body_that_cannot_be_cut_is_held_back() -> None:
    """Over 48 words without a boundary there is no line."""
    content = " ".join(f"word{chr(97 + n % 26)}" for n in range(50))
    text = f"The ministry said {content}."

    assert line(text, spoken(text, content, "The ministry", "said")) == "held: no clause boundary to cut at"


@pytest.mark.parametrize(
    ("content", "is_whole"),
    [
        ("the ferry of the islands carries more people in a day of the summer than the {} trams do in a week", True),
        ("the ferry though not the {} trams carries more people in a day of the summer than the buses", False),
        ("the ferry stands still in the harbour. But the {} trams carry more people in a day than the buses", False),
    ],
)
def test_one_long_sentence_is_printed_whole(content: str, is_whole: bool) -> None:
    """What nothing parts may be a little longer, but not where a concession or another sentence may be another's."""
    content = content.format(" ".join(["green", "blue", "grey", "brown"] * 6))
    text = f"The ministry said {content}."
    drawn = line(text, spoken(text, content, "The ministry", "said"))

    assert drawn.startswith(f"The ministry: {content}" if is_whole else "held: no clause boundary to cut at")


def test_long_quotations_are_cut_between_sentences() -> None:
    """A quotation of several sentences is shown up to a sentence's end, marks closed."""
    first = "We have been here for many years and we know the river and the people who live beside it very well."
    second = "We go away in spring, and wait for the weather to bring us back."
    for rest, shown in (
        (second, f"{first} {second}”"),
        (f"{second} Then we plant willows on both sides.", f"{first} {second}” …"),
    ):
        text = f"“{first} {rest}” the mayor said."
        content = text[: text.index(" the mayor")]

        assert line(text, spoken(text, content, "the mayor", "said", mode="direct")).startswith(
            f"The mayor: “{shown} ("
        )


def test_a_head_gives_way_before_words() -> None:
    """What a person is, is left out before a clause of what was said that a number forbids to cut off."""
    text = (
        "“The harbour of the northern district has been shut to every fishing boat of the coast since the storm broke "
        "the long pier, and we shall open it when 40 cranes are here,” Ida Holm said. "
        "Holm is the deputy director of the regional authority for harbours and fisheries."
    )
    title = "deputy director of the regional authority for harbours and fisheries"
    claimant = Claimant(name="Ida Holm", surface="Ida Holm", resolved_by="exact", title=title)
    content = text[: text.index(" Ida")]
    drawn = line(text, spoken(text, content, "Ida Holm", "said", mode="direct", claimant=claimant))

    assert drawn.startswith("Ida Holm")
    assert "40 cranes are here” (said" in drawn


@pytest.mark.parametrize(
    ("url", "exact", "expected"),
    [
        (None, "words", None),
        ("https://n.example/a", "a few words", "https://n.example/a#:~:text=a%20few%20words"),
        ("https://n.example/a#top", "one-two, three", "https://n.example/a#:~:text=one%2Dtwo%2C%20three"),
        (
            "https://n.example/a",
            "one two three four five six seven eight nine ten",
            "https://n.example/a#:~:text=one%20two%20three%20four,seven%20eight%20nine%20ten",
        ),
        ("https://n.example/a", "“first line”\nsecond line", "https://n.example/a#:~:text=first%20line"),
    ],
)
def test_a_link_opens_at_the_passage(url: str | None, exact: str, expected: str | None) -> None:
    """A text fragment names the passage's first and last words."""
    assert passage_url(url, exact) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five kilometers", "5 km"),
        ("12-mile", "12 mi"),
        ("3.5 percent", "3.5%"),
        ("three to four miles", "three to four miles"),
        ("one point three per cent", "one point three per cent"),
        ("as many as 300 men", "up to 300 men"),
        ("as much as a third", "up to a third"),
        ("as much as last year", "as much as last year"),
        ("twice as many as 300", "twice as many as 300"),
        ("as many as 20 boats as Alto’s", "as many as 20 boats as Alto’s"),
        ("to the southeast of Sudzha", "SE of Sudzha"),
        ("one of the milestones", "one of the milestones"),
    ],
)
def test_the_declared_rewrites(text: str, expected: str) -> None:
    """Measures, “as much as” and compass points are written short; nothing else changes."""
    assert rewrite(text) == expected


@pytest.mark.parametrize(
    "unit",
    ["day", "it was open, which held, ", "Sudzha, a town, ", "(-", "so it was. ", "“", ", but he said ", "“A,” "],
)
def test_a_hostile_passage_takes_no_time(unit: str) -> None:
    """A very long passage, made to be hard to read, is held back or cut like any other, and soon."""

    def draw(content: str) -> None:
        text = f"The ministry said {content.strip()}"
        drawn = claim_line(spoken(text, content.strip(), "The ministry", "said"), article(text), now=NOW)

        assert isinstance(drawn, str) or len(drawn.line) <= 300

    check_pace(draw, unit, length=2 * LENGTH, budget=5 * PER_CHARACTER)


def test_what_is_cut_off_dates_no_line() -> None:
    """A line that ends early has the day of saying where the event's day stands in what it left out."""
    words = "“The bridge at Belsk is open, and all ships in the old port have their crews and their cargo of grain."
    more = "The pilots who left us in the autumn are all back at work."
    text = f"Ida Holm wrote: {words} {more} I will speak again to the whole town on Friday.”"
    content = text.removeprefix("Ida Holm wrote: ")
    friday = datetime(2025, 2, 7, tzinfo=UTC)
    claim = spoken(
        text, content, "Ida Holm", "wrote", mode="direct", valid_from=friday, valid_to=friday, valid_precision="day"
    )

    assert line(text, claim).endswith("… (said Thu 6 Feb)")
