"""Where a content begins, whatever the tagger took for its beginning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, words_of
from digests.attribution.repairs.extents.beginnings import begin_rightly
from digests.attribution.repairs.extents.boundaries import extend_to_clause
from tests.digests.datelines import datelines


def begun(text: str, content: str, source: str, cue: str = "said") -> str:
    """The words of a content that the tagger found, as the repair leaves them."""
    places = [(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    draft = Draft(source=(places[0],), cue=(places[1],), content=(places[2],))
    return words_of(text, begin_rightly(Document(text), [draft])[0].content)


@pytest.mark.parametrize(
    ("text", "content", "begins"),
    [
        ("Ida Holm said Thursday Roe’s plan had failed.", "Thursday Roe’s plan had failed", "Roe’s plan"),
        ("Ida Holm said Monday morning crews are waiting.", "morning crews are waiting", "crews are"),
        ("Ida Holm said Monday morning crews are waiting.", "Monday morning crews are waiting", "crews are"),
        ("Ida Holm said morning crews are waiting.", "morning crews are waiting", "morning crews"),
        ("Ida Holm said at the time the port was shut.", "at the time the port was shut", "the port"),
        ("Ida Holm said in 2019 the port was shut.", "the port was shut", "in 2019 the port"),
        ("Ida Holm said in 2019 that it was shut.", "that it was shut", "that it"),
        ("However, while it is old, it holds, Ida Holm said.", "it is old, it holds", "while it is"),
        ("If it rains, it holds, Ida Holm said.", "it rains, it holds", "If it rains"),
        ("After the rain, and while it is old, it holds, Ida Holm said.", "it is old, it holds", "it is old"),
        ("While it holds, Ida Holm said.", "it holds", "it holds"),
        ("Ida Holm said yesterday the port was shut.", "yesterday the port was shut", "the port"),
        ("Ida Holm said Thursday was the last day.", "Thursday was the last day", "Thursday was"),
        ("Ida Holm said tomorrow the port would shut.", "tomorrow the port would shut", "tomorrow"),
        ("The lists - of boats - have caused trouble, Ida Holm said.", "have caused trouble", "The lists - of boats"),
        ("And the vote “was too early,” Ida Holm said.", "“was too early,”", "the vote “was"),
        ("Roe, who was ill, left, Ida Holm said.", "was ill", "was ill"),
        ("“Was it too early?” Ida Holm said.", "“Was it too early?”", "“Was it"),
        ("Roe is “the best.” “We won,” Ida Holm said.", "“the best.” “We won,”", "“We won"),
        ("In her own town, “all are well,” Ida Holm said.", "“all are well,”", "In her own town, “all"),
        ("In an interview, “all are well,” Ida Holm said.", "“all are well,”", "“all"),
        ("In her own town, “We are well,” Ida Holm said.", "“We are well,”", "“We"),
        ("A new road, and two ferries, “gave us hope,” Ida Holm said.", "two ferries, “gave us hope,”", "A new road"),
        ("Mo Roe shut the road, and a ferry “gave us hope,” Ida Holm said.", "a ferry “gave us hope,”", "a ferry"),
        ("Ida Holm said: “We won.” “We lost.”", "“We won.” “We lost.”", "“We won"),
        ("“When?” “In May.” So it went, Ida Holm said.", "“When?” “In May.” So it went", "So it went"),
        ("A “bad day.” So it went, Ida Holm said.", "“bad day.” So it went", "“bad day"),
    ],
)
def test_a_content_begins_at_its_subject(text: str, content: str, begins: str) -> None:
    """It holds its subject, and neither the time of saying nor a quotation of somebody else's."""
    assert begun(text, content, "Ida Holm").startswith(begins)


@given(datelines)
def test_a_content_begins_behind_a_dateline(dateline: str) -> None:
    """Whatever dateline a paragraph begins with, what is said ahead of its speaker has nothing of it."""
    text = f"{dateline}The port was shut on Friday, Ida Holm said."

    assert begun(text, text[: text.index(", Ida")], "Ida Holm") == "The port was shut on Friday"


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("LARN - A man was shot on Friday", "A man was shot on Friday"),
        ("LARN — A pair — neighbours of the mayor — was charged", "A pair — neighbours of the mayor — was charged"),
        ("NATO — an ally of Larn — was late", "NATO — an ally of Larn — was late"),
    ],
)
def test_a_content_begins_behind_a_dateline_that_a_headline_stands_before(sentence: str, begins: str) -> None:
    """A headline in one paragraph with the report hides no dateline; two dashes hold an aside."""
    assert begun(f"Trouble in Larn. {sentence}, police said.", sentence, "police") == begins


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("SEOUL The port was shut, Ida Holm said. It rained in Seoul.", "The port"),
        ("SEOUL, Korea The port was shut, Ida Holm said. She left for Seoul.", "The port"),
        ("SEOUL The port was shut, Ida Holm said. It rained.", "SEOUL The port"),
        ("By Ann Bolund POLICE and the mayor met, Ida Holm said.", "POLICE"),
        ("OPPOSITION Leader Roe left, Ida Holm said. She is of Opposition stock.", "OPPOSITION"),
        ("POLICE Chief Roe left, Ida Holm said. The people of Police Road came.", "POLICE"),
    ],
)
def test_a_town_in_capitals_that_the_text_has_elsewhere_is_a_dateline(text: str, begins: str) -> None:
    """No mark need part it from the report; a first word that a paper shouts is no town."""
    assert begun(text, text[: text.index(", Ida")], "Ida Holm").startswith(begins)


@pytest.mark.parametrize("topic", ["of her plan", "about the old port of Larn", "on the town's new rules"])
@pytest.mark.parametrize("cue", ["said", "wrote"])
@given(marks=st.sampled_from(["“”", '""', "‘’", "''"]))
def test_a_content_begins_behind_what_it_is_about(cue: str, topic: str, marks: str) -> None:
    """“Roe said of the plan: “It is dead.”” has her say that it is dead."""
    words = f"{marks[0]}It is dead, and we shall bury it.{marks[1]}"
    text = f"Ida Holm {cue} {topic}: {words}"
    for said_of in (cue, f"{cue} {topic.partition(' ')[0]}"):
        assert begun(text, text[text.index(topic) :].partition(" ")[2], "Ida Holm", said_of) == words


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Clip Video Larn TV reports from a beach “The army is here and keeps in touch,” Ida Holm said.", "“The army"),
        ("The mayor thinks “The army is here and it keeps in touch,” Ida Holm said.", "The mayor thinks"),
        ("The plan is “The best that we have had in years,” Ida Holm said.", "The plan is"),
        ("WE WANT NO FIRM OF A PARTYThe men were met by a guard, Ida Holm said.", "The men"),
        ("WE WANT NO FIRM OF A PARTY The men were met by a guard, Ida Holm said.", "The men"),
        ("The EU, UN and WHO met in Larn, Ida Holm said.", "The EU"),
    ],
)
def test_a_content_begins_behind_a_caption_and_a_headline(text: str, begins: str) -> None:
    """What was run into a sentence before somebody's words is none of them; words that go on into a quotation stay."""
    assert begun(text, text.partition(" Ida")[0].removesuffix(","), "Ida Holm").startswith(begins)


def test_a_content_has_not_the_day_of_its_saying() -> None:
    """“officials said Thursday, May 21, pushing …” is told by the narrator from the day on."""
    text = "The port was shut, Ida Holm said Monday, May 18, during a visit."
    parts = ("Ida Holm", "said", "The port was shut", "May 18, during a visit")
    places = [(text.index(part), text.index(part) + len(part)) for part in parts]
    draft = Draft(source=(places[0],), cue=(places[1],), content=(places[2], places[3]))

    assert words_of(text, begin_rightly(Document(text), [draft])[0].content) == "The port was shut"


def test_a_town_and_a_colon_are_a_dateline_where_a_text_begins() -> None:
    """“LARN: ” is no part of what is said, but further down it may be whoever speaks."""
    said = "The port was shut, Ida Holm said."

    assert begun(f"LARN: {said}", "LARN: The port was shut", "Ida Holm") == "The port was shut"
    assert begun(f"So.\n\nLARN: {said}", "LARN: The port was shut", "Ida Holm") == "LARN: The port was shut"


@pytest.mark.parametrize("clock", ["10:15", "8.40 a.m. –", "21:05 GMT"])
def test_the_clock_of_a_live_blog_is_not_said(clock: str) -> None:
    """The time that heads an entry stands outside the words; one within them stays."""
    entry = f"{clock} Buses leave at 10.15 a.m., Ida Holm said."
    assert begun(entry, f"{clock} Buses leave at 10.15 a.m.,", "Ida Holm") == "Buses leave at 10.15 a.m.,"


def test_a_predicate_behind_its_speaker_is_said_too() -> None:
    """Who is put in between an auxiliary and its verb parts what they say, which goes on behind them."""
    text = "The port (built in 1931) will, said Ida Holm, reopen in May."
    places = [(text.index(part), text.index(part) + len(part)) for part in ("Ida Holm,", "said", "The port", " will")]
    draft = Draft(source=(places[0],), cue=(places[1],), content=((places[2][0], places[3][1]),))

    (whole,) = extend_to_clause(Document(text), [draft])

    assert words_of(text, whole.content) == "The port (built in 1931) will reopen in May."


def test_a_quotation_right_behind_anothers_is_left_out() -> None:
    """Behind a colon the first of two quotations is the speaker's."""
    assert begun("Ida Holm said: “We won.” “We lost.”", "“We won.” “We lost.”", "Ida Holm") == "“We won.”"
