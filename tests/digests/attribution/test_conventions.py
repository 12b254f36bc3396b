"""Posts, lifted quotations, transcripts, captions and lists of sources: each is read by its own convention."""

from __future__ import annotations

import pytest

from digests.attribution import Tagger, find_attributions, load_tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


def said(tagger: Tagger, text: str) -> list[tuple[str, str]]:
    """Who says what in a text, by their words."""
    return [
        tuple(" ".join(text[start:end] for start, end in spans) for spans in (a.source, a.content))  # type: ignore[misc]
        for a in find_attributions(text, tagger)
    ]


@pytest.mark.parametrize("link", ["", " https://t.co/a1B2c3", " pic.twitter.com/a1B2c3"])
@pytest.mark.parametrize("date", ["January 15, 2019", "15 January 2019"])
@pytest.mark.parametrize("name", ["Okon Udoh", "Larn Hydro", "Zsófia van der Berkes"])
def test_a_post_is_whose_name_is_below_it(tagger: Tagger, name: str, date: str, link: str) -> None:
    """An embedded post is its author's, without its links."""
    words = "For ten years calls have risen each year. It adds to the load."
    text = f"The union met on Monday.\n\n{words}{link} — {name} (@some_body) {date}\n\nNobody came."
    assert (name, words.removesuffix(".")) in said(tagger, text)


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_a_post_is_signed_behind_any_dash(tagger: Tagger, dash: str) -> None:
    """Whatever dash stands before a post's author is none of the name, nor is another one in the post."""
    words = "For ten years - or more - calls have risen"
    text = f"The union met on Monday.\n\n{words}. {dash} Okon Udoh (@some_body) January 15, 2019"
    assert ("Okon Udoh", words) in said(tagger, text)


@pytest.mark.parametrize("role", ["", ", Larn mayor"])
def test_a_lifted_quotation_is_whose_name_ends_it(tagger: Tagger, role: str) -> None:
    """A paragraph that repeats what is quoted in the article and ends with a name is that person's."""
    words = "The road is bad for old people if they have no stove at home"
    text = f"Okon Udoh spoke on Monday.\n\n{words}. Okon Udoh{role}\n\n“{words},” Udoh said."
    assert ("Okon Udoh", words) in said(tagger, text)


def test_a_paragraph_about_me_is_whose_name_ends_it(tagger: Tagger) -> None:
    """What somebody tells of themselves is theirs where the narrator tells nothing of “me”, and else nobody's."""
    words = "I had no stove at home and it was cold for a year"
    text = f"The mayor helped her.\n\n{words}. Berit Solheim\n\nSolheim has a stove now."
    assert ("Berit Solheim", words) in said(tagger, text)
    assert ("Berit Solheim", words) not in said(tagger, f"I went there on Monday. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Harbour head Okon Udoh announces where four ships will be shown. Image: Larn Harbour.",
        "Sources\n\n“Minister calls for an end to the strike” — Larn Sun, August 16, 2008",
        "WEATHER: Rain will fall on Monday.\nTRAFFIC: The bridge is shut.\nWEATHER: Snow will fall later.",
        "The ferry ran late again on Monday. Photo: Okon Udoh",
    ],
)
def test_captions_and_lists_say_nothing(tagger: Tagger, text: str) -> None:
    """Nobody claims what a caption, a list of headlines or a list with labels has."""
    assert not [content for source, content in said(tagger, text) if source]


def test_two_turns_are_a_talk_where_the_first_brings_somebody_in(tagger: Tagger) -> None:
    """Whoever a line names with a role, and another by the last name, speaks in both."""
    text = "REAR ADM. OKON UDOH, NAVY ANALYST: The fleet will sail.\nUDOH: The cost is seven hundred million."
    assert said(tagger, text) == [
        ("REAR ADM. OKON UDOH", "The fleet will sail"),
        ("UDOH", "The cost is seven hundred million"),
    ]


ASKED = ("Will the airport reopen?", "And the hotel?", "What of the road?")
ANSWERED = (
    "We expect the first flights soon",
    "I hope it opens in May",
    "The road will stay shut until we have the money",
)
INTRODUCTION = "Okon Udoh runs the airport at Larn. He spoke with us on Monday."


@pytest.mark.parametrize(
    ("asking", "answering"),
    [("Q: ", "A: "), ("Q. ", "A. "), ("", ""), ("Gazette: ", "Udoh: "), ("GAZETTE: ", "UDOH: ")],
)
def test_an_interview_is_whom_it_asks(tagger: Tagger, asking: str, answering: str) -> None:
    """What is answered is the only one's whom the text says to have been asked, or the one's whose label it has."""
    turns = [f"{asking}{q}\n\n{answering}{a}." for q, a in zip(ASKED, ANSWERED, strict=True)]
    found = said(tagger, "\n\n".join([INTRODUCTION, *turns]))
    assert {("Udoh" in source.title(), content) for source, content in found} >= {(True, a) for a in ANSWERED}
    assert not [content for source, content in found if content in ASKED and "Udoh" in source]


def test_whoever_is_spoken_to_asks(tagger: Tagger) -> None:
    """“She spoke to X” brings in who asks: the answers are hers, though two are named."""
    turns = [f"{q}\n\n“{a}.”" for q, a in zip(ASKED, ANSWERED, strict=True)]
    found = said(tagger, "\n\n".join(["Okon Udoh runs the airport at Larn. He spoke to Ana Lund on the hill.", *turns]))
    assert {source for source, content in found if content.strip("“”.") in ANSWERED} == {"Okon Udoh"}


@pytest.mark.parametrize(
    "introduction",
    ["The rules are new.", "Okon Udoh and Ana Lund run Larn.", "Okon Udoh spoke with Ana Lund on Monday."],
)
def test_nobody_answers_where_nobody_is_asked(tagger: Tagger, introduction: str) -> None:
    """A writer may ask and answer; where nobody or one of several may be asked, no answer is anybody's."""
    turns = [f"{q}\n\n{a}." for q, a in zip(ASKED, ANSWERED, strict=True)]
    found = said(tagger, "\n\n".join([introduction, *turns]))
    assert not [content for source, content in found if content in ANSWERED and source not in {"", "We", "I"}]


@pytest.mark.parametrize("mark", ["•", "-", "–", "*"])
@pytest.mark.parametrize(
    "opening", ["The ministry of health said:", "In a note on Monday, the ministry of health said:"]
)
def test_a_list_is_whose_words_introduce_it(tagger: Tagger, opening: str, mark: str) -> None:
    """Each marked line below “The ministry said:” is the ministry's; a list that nobody introduces is nobody's."""
    lines = ("twelve people were killed", "three clinics were hit")
    text = "\n".join([opening, *(f"{mark} {line}" for line in lines), "The road is shut."])
    found = said(tagger, text)
    assert {("ministry of health" in source, content) for source, content in found} == {(True, line) for line in lines}
    assert not said(tagger, text.replace("said:", "has the following beds:"))


def test_a_list_that_nobody_gives_is_nobodys(tagger: Tagger) -> None:
    """What stands below “did not say:” is not what somebody said."""
    text = "The port authority did not say:\n• two cranes were damaged\n• the quay was flooded"
    assert [content for _, content in said(tagger, text) if "cranes" in content] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Ardova will host the race in May, organiser Ida Holm said.", "organiser Ida Holm", "in May"),
        ("The strike at the Belsk mill, in North Ardova, is over, Ida Holm said.", "Ida Holm", "is over"),
    ],
)
def test_a_role_belongs_to_the_name_behind_it(tagger: Tagger, text: str, source: str, content: str) -> None:
    """The role before a speaker's name ends no content, and a predicate is no role."""
    ((by, words),) = said(tagger, text)
    assert (by, words.endswith(content)) == (source, True)


def test_a_cleft_holds_the_clause_that_is_said(tagger: Tagger) -> None:
    """Of “What X said was that …” the clause is said, and X says it."""
    text = "What the harbour pilot said was that the ferry had no lights."
    assert said(tagger, text) == [("the harbour pilot", "that the ferry had no lights")]
