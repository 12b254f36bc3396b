"""What a narrator makes of a speaker's words is no part of them."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.reporting.narrator.glosses import expectation_begins
from digests.models import Claimant
from tests.digests.lines.test_reporting import drawn
from tests.make import spoken


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Belsk crews had “no heart” for it despite being volunteers", "Belsk crews had “no heart” for it …"),
        ("Orla judges may be unfair, given her earlier remarks on Orla", "Orla judges may be unfair …"),
        ("Orla judges may be unfair, especially in light of her own tirades", "Orla judges may be unfair …"),
        ("the bulk of it would come from a duty, apparently via the port", "the bulk of it would come from a duty …"),
        ("the town was for “plain talk” -- essentially her slogan; 9 agreed", "the town was for “plain talk” …"),
        ("the town was for “plain talk”, a nod to its fishermen", "the town was for “plain talk” …"),
        ("a sale was possible during a first hearing Monday", None),
        ("the story has moved on Monday’s broadcast of “Larn Tonight”", None),
        ("Bo had caught the flu, making him at least the sixth minister to", "Bo had caught the flu …"),
        ("Bo did not mean to go to Orla, sending instead two clerks", "Bo did not mean to go to Orla …"),
        ("Bo had left the pier--a blow to the town", "Bo had left the pier …"),
        ("Bo had left the pier-a blow to the town", None),
        ("Ida Holm would ride with Bo, ensuring that Bo stays in the race", "Ida Holm would ride with Bo …"),
        ("gains cut the cost of bread, urging clerks to be honest", "gains cut the cost of bread …"),
        ("the pier was hit, denouncing it as an outrage", "the pier was hit …"),
        ("the pier was hit, calling this a crime", "the pier was hit …"),
        ("the pier was hit, calling off a fair", "the pier was hit, calling off a fair"),
        ("the pier is old but was mended in May", "the pier is old but was mended in May"),
        ("nine boats sank, but it has not been possible to verify that", "nine boats sank …"),
        ("the town would sell the pier and the port hired the crews", "the town would sell the pier …"),
        ("the pier had been sold, and Bo Ek, the clerk, left for Larn", "the pier had been sold …"),
        ("the pier was old and thus decided to shut it", "the pier was old …"),
        ("the pier was “safe” in announcing the new works", None),
        ("it is the state-of-the-art pier that will close", "it is the state-of-the-art pier that will close"),
        ("she voted for Bo despite being a Larn woman", "[Ida Holm] voted for Bo despite being a Larn woman"),
        ("the pier was shut given its age", "the pier was shut given its age"),
        ("the price was “fair”, a third of the usual one", "the price was “fair”, a third of the usual one"),
        ("the mails were sent in a letter Monday to Larn", "the mails were sent in a letter Monday to Larn"),
    ],
)
def test_glosses_are_left_out(words: str, body: str | None) -> None:
    """What explains, mocks or dates indirect words is the narrator's, and held where none may end; reasons are kept."""
    line = drawn(f"Ida Holm said {words}.", words, "Ida Holm", "said")

    assert line == (f"Ida Holm: {body}" if body else "held: words left out")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Bo Reker took orders from Larn because he dared to ask", ": Bo Reker took orders from Larn …"),
        ("Bo Reker led by 13 points in Larn, where both were born", ": Bo Reker led by 13 points in Larn …"),
        ("Bo Reker led by 13 points in Larn, where he won 9", ": Bo Reker led by 13 points in Larn, where he won 9"),
    ],
)
def test_what_shows_something_explains_nothing(words: str, body: str) -> None:
    """Why a thing is so, and what a place is to somebody, no mails or polls tell."""
    assert drawn(f"The mails show that {words}.", words, "The mails", "show") == f"The mails{body}"


def test_which_of_several_it_is_counts_the_narrator() -> None:
    """Behind a speaker, which of several over a time an event is stands with no comma of its own in a line."""
    words = ["A fire killed nine crew", "in the fifth fire in Belsk this month"]
    said = "{}, Ida Holm said, {}.".format(*words)

    assert drawn(said, words, "Ida Holm", "said") == "Ida Holm: A fire killed nine crew …"


def test_a_fire_is_put_out_and_not_its_speaker() -> None:
    """Where the speaker stands behind the words, what was done is done to what they tell of."""
    words = "Flames came from the pier, and were knocked down in minutes"

    assert drawn(f"{words}, Ida Holm said.", words, "Ida Holm", "said") == f"Ida Holm: {words}"


@pytest.mark.parametrize(
    ("clause", "is_kept"),
    [
        ("which leaves them prone to falls", True),
        ("which will allow the town a rest", True),
        ("which makes the toll a loss", True),
        ("which left nine of them lame", False),
        ("which is but a mile from Orla", False),
    ],
)
def test_what_comes_of_a_thing_is_its_speaker_s(clause: str, is_kept: bool) -> None:
    """A clause with “which” that tells what comes of what was said stays; one that describes a thing is cut."""
    words = "the crews had to lift every crate in Belsk"

    line = drawn(f"The harbour board said {words}, {clause}.", f"{words}, {clause}", "The harbour board", "said")

    assert line == f"The harbour board: {words}" + (f", {clause}" if is_kept else " …")


def test_whom_a_speaker_then_asked_is_no_part_of_what_was_said() -> None:
    """“…, and asked him how he was” tells what the speaker did next, so that the words before cannot be told apart."""
    words = "Bo had left the pier, and asked him how he was"

    assert drawn(f"Ida Holm said {words}.", words, "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    ("words", "is_held"),
    [
        ("there was “growing fear” in her rival’s not-quite-so-hopeless campaign", True),
        ("there was “growing fear” in his “not-so-hopeless” campaign", False),
    ],
)
def test_words_at_which_a_narrator_smiles_are_held(words: str, is_held: bool) -> None:
    """A smile within indirect words can neither stand nor be left out; in quotation marks it is the speaker's."""
    line = drawn(f"The harbour board said {words}.", words, "The harbour board", "said")

    assert line == ("held: not plainly reported" if is_held else f"The harbour board: {words}")


def test_figures_of_a_part_of_those_asked_are_no_poll_s() -> None:
    """Where a sentence begins with the breakdown of a poll of some people, its parts are not the whole town's."""
    words = "Greens favored Holm, 72 percent to 8 percent"
    text = f"In breaking down the results, Fleet News found {words}."

    assert drawn(text, words, "Fleet News", "found") == "held: limited by what stands beside it"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("every vote counts and she’s not expected to ask for another", "every vote counts"),
        ("every vote counts, and she is expected to ask for another", "every vote counts"),
        ("every vote counts and she was expected to ask for another", None),
        ("every vote counts and the town is expected to ask for another", None),
    ],
)
def test_what_is_expectation_begins_a_speaker_is_the_narrators(words: str, told: str | None) -> None:
    """What a person is expected to do now they have not said of themselves; a body may tell it of “her”."""
    person = Claimant(name="Ida Holm", actor_id="person:ida-holm", surface="Ida Holm", resolved_by="local")
    body = person.model_copy(update={"name": "The clinic", "actor_id": "org:the-clinic"})
    claims = [spoken(f"Ida Holm said {words}.", words, "Ida Holm", "said", claimant=who) for who in (person, body)]
    ends = [expectation_begins(words, claim, ENGLISH) for claim in claims]
    assert [end and words[:end] for end in ends] == [told, None]


def test_a_contrast_is_not_cut_from_what_it_limits() -> None:
    """Without “but was loath to” the words would say more than they do."""
    words = "she could sell the pier if she liked but was loath to do it"
    assert drawn(f"Ida Holm said {words}.", words, "Ida Holm", "said") == "held: not plainly reported"


def test_how_many_say_so_is_not_left_out() -> None:
    """“By 47%-39%” ahead of those who were asked limits what they say."""
    text = "By 47%-39%, those asked said the pier should close."
    line = drawn(text, "the pier should close", "those asked", "said")
    assert line == "held: limited by what stands beside it"


def test_a_quoted_name_is_no_statement() -> None:
    """What is said of whom a quotation names stands outside it: “… that “the town’s worst mayor,” as he put it, …”."""
    text = "Ida Holm repeated that “the town’s worst mayor,” as she put it, should go."
    line = drawn(text, "that “the town’s worst mayor,”", "Ida Holm", "repeated")
    assert line == "held: no full statement"
