"""What stands before, between and behind the parts of a plain report, and what makes of it none."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.reporting.openers import opens
from digests.lines.reporting.retractions import takes_back
from digests.lines.reporting.speech_ends import narrator_begins
from tests.digests.lines.test_reporting import drawn


@pytest.mark.parametrize(
    "head",
    [
        "And here in the north, ",
        "In the April issue of The Larn Review, ",
        "In a statement issued later, ",
        "In starker language than usual, ",
        "In voicing its doubts about the bridge, ",
        "In a blog post at the time ",
        "More than two decades ago, ",
        "Two days later, ",
        "Of the five, ",
        "Unlike her deputy, ",
        "Born in Belsk and trained in Larn, ",
        "Reminded of the vote, ",
        "Six firms – the mill among them -- took part -- and ",
    ],
)
def test_time_place_and_circumstance_open_a_report(head: str) -> None:
    """What says when, where or after what somebody spoke leaves what they say a plain saying."""
    assert opens(head, ENGLISH, relative=False, tail=(" ", " said"))


@pytest.mark.parametrize(
    "head", ["In the trailer, ", "In a novel published later, ", "In her latest play, ", "If born in Belsk, "]
)
def test_a_stage_opens_none(head: str) -> None:
    """What is said in a work of fiction, or on a condition, is no plain saying."""
    assert not opens(head, ENGLISH, relative=False, tail=(" ", " said"))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The row began with a speech in which Ida Holm said CONTENT.", "Ida Holm", "said", "the dam had two cracks"),
        ("Ann Roe gave an interview, during which Ida Holm said CONTENT.", "Ida Holm", "said", "the mill would close"),
        ("Shares in the mill fell 9% after the Larn Bank said CONTENT.", "the Larn Bank", "said", "rents would rise"),
        ("Ida Holm took to Facebook to say CONTENT.", "Ida Holm", "took to Facebook to say", "the mill would close"),
        ("Both parties released statements saying CONTENT.", "Both parties", "saying", "that two men had been freed"),
        ("Film giant Varda says CONTENT.", "Film giant Varda", "says", "the studio will move to Larn"),
    ],
)
def test_a_saying_in_another_frame_is_printed(text: str, source: str, cue: str, content: str) -> None:
    """What was said in a speech, behind a number, by a post or by a firm of the film trade is a plain saying."""
    assert drawn(text.replace("CONTENT", content), content, source, cue).endswith(content.removeprefix("that "))


@pytest.mark.parametrize(
    "lead",
    [
        "Nobody found the speech in which ",
        "There was never an interview during which ",
        "Ann Roe denied giving a speech in which ",
        "If there is a letter in which ",
        "The film has a speech in which ",
    ],
)
def test_a_speech_that_nobody_gave_is_none(lead: str) -> None:
    """A speech that was not given, may not have been, or belongs to a film, tells of no saying."""
    text = f"{lead}Ida Holm said the dam had two cracks."

    assert drawn(text, "the dam had two cracks", "Ida Holm", "said").startswith("held")


def test_a_speaker_may_stand_behind_so_said() -> None:
    """“So said” behind whole quoted sentences tells who speaks them."""
    text = "“We asked for the lists. We were offered coffee.” So said Ida Holm, the head of the mission."
    spoken = "“We asked for the lists. We were offered coffee.”"

    assert drawn(text, spoken, "Ida Holm", "said", mode="direct").endswith(spoken)


@pytest.mark.parametrize(
    ("rest", "undone"),
    [
        (" and called on the army to withdraw its troops.", False),
        (", and asked the council to withdraw from the pact.", False),
        (", but later withdrew.", True),
        (", but later withdrew the remark.", True),
    ],
)
def test_what_is_withdrawn_may_be_no_saying(rest: str, undone: bool) -> None:
    """Whoever withdraws troops, or from a pact, takes back nothing that was said."""
    assert takes_back(rest, ENGLISH) is undone


def test_what_a_speaker_does_between_dashes_parts_nothing() -> None:
    """What stands between dashes behind a verb is no aside of the words, which are printed."""
    text = "Ida Holm argued - naming three firms - that the dam had two cracks."

    assert drawn(text, "that the dam had two cracks", "Ida Holm", "argued").endswith("the dam had two cracks")


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("he would step down as party leader earlier than planned", None),
        ("his ankle had not healed as much as he hoped it would", None),
        ("the ankle had healed as he hoped it would", "the ankle had healed"),
    ],
)
def test_a_comparison_is_the_speaker_s_own(words: str, end: str | None) -> None:
    """“As” of a role or of a measure begins no clause of the narrator's."""
    place = narrator_begins(words, ENGLISH)

    assert (None if place is None else words[:place]) == end


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("the port would open, and that the toll would stay", "the port would open, and the toll would stay"),
        ("the port would open and that the toll would stay", "the port would open and the toll would stay"),
        ("talk of a strike was groundless and that they hoped", "talk of a strike was groundless and they hoped"),
        ("there was no sign the port would open and that it fell", None),
        ("the plan was “a disgrace”, but that it would pass", "the plan was “a disgrace”, but it would pass"),
        ("many fear the port is shut, and that the toll will rise", None),
        ("people believe that the port is shut, and that it leaks", None),
        ("the port was old and that is why it would close", None),
        ("it was the clearest sign yet that the port would close", None),
        ("it would close early so that the town could sleep", None),
    ],
)
def test_a_second_that_goes_where_it_is_the_speaker_s(content: str, line: str | None) -> None:
    """The colon stands for each “that” of one saying; what hangs on a verb within the words, or points, stays."""
    text = f"Ida Holm said that {content}."

    assert drawn(text, f"that {content}", "Ida Holm", "said") == f"Ida Holm: {line or content}"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("the crews were late and that fires in Belsk were spreading", None),
        ("some steps were taken, but that controls “are not on the agenda”", None),
        (
            "there was no sign of rain and that fires in Belsk spread",
            "there was no sign of rain and that fires in Belsk spread",
        ),
    ],
)
def test_a_later_that_hangs_on_the_verb_keeps_it(words: str, line: str | None) -> None:
    """“Said A and that B”, whose “that” no plain subject follows, keeps its verb before both."""
    text = f"Ida Holm said {words}."

    assert drawn(text, words, "Ida Holm", "said") == (f"Ida Holm: {line}" if line else f"Ida Holm said {words}")
