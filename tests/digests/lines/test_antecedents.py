"""A leading pronoun is given a name only where the article leaves one answer."""

from __future__ import annotations

import pytest

from digests.lines.antecedents import antecedent_of
from digests.lines.gate import hold_reason
from digests.lines.line import claim_line
from digests.models import Claim, Claimant, DigestItem
from tests.make import NOW, article, spoken

DUNN = "Martin Dunn left Belsk on Monday. "


def told(before: str, content: str, source: str = "Officials", **fields: object) -> tuple[str, Claim]:
    """A text in which a source says a content, after other words."""
    text = f"{before}{source} said {content}."
    fields = {"claimant": Claimant(name=source, surface=source, role="unnamed", resolved_by="none"), **fields}
    return text, spoken(text, content, source, "said", **fields)


@pytest.mark.parametrize(
    ("before", "content", "body"),
    [
        (DUNN, "he had crossed the river", "[Martin Dunn] had crossed the river"),
        (DUNN, "that he had crossed the river", "[Martin Dunn] had crossed the river"),
        (DUNN, "his house was empty", "[Martin Dunn’s] house was empty"),
        ("Mrs Ida Holm left Belsk. ", "she had crossed the river", "[Ida Holm] had crossed the river"),
        ("Martin Dunn met Mrs Ida Holm. ", "she had crossed the river", "[Ida Holm] had crossed the river"),
        (
            "The army sent Tavarian troops north. Veldrian troops stayed, and ",
            "these troops had lost a bridge",
            "[Veldrian] troops had lost a bridge",
        ),
    ],
)
def test_the_only_person_meant_is_named(before: str, content: str, body: str) -> None:
    """“He” becomes the name as the article writes it, in brackets, and the gate lets it through."""
    text, claim = told(before, content)
    drawn = claim_line(claim, article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert drawn.body == body


@pytest.mark.parametrize(
    ("before", "content"),
    [
        ("", "he had crossed the river"),
        ("Martin Dunn met Tomas Reker. ", "he had crossed the river"),
        ("Martin Dunn went by boat with Arve Holt. ", "he had crossed the river"),
        ("Martin Dunn said on a tape that Krause says no. ", "he had crossed the river"),
        ("Mrs Ida Holm left Belsk. ", "he had crossed the river"),
        (DUNN, "it had crossed the river"),
        (DUNN, "her of lying to the town"),
        ("He drank beer and spoke to Martin Dunn. ", "he had crossed the river"),
        (DUNN + "It rained. It rained. It rained. ", "he had crossed the river"),
        ("Tavarian and Veldrian troops met Orsan troops; ", "these troops had lost a bridge"),
    ],
)
def test_a_doubtful_pronoun_is_held_back(before: str, content: str) -> None:
    """Nobody, two who fit, the wrong one, or one named long ago: the line is not printed."""
    text, claim = told(before, content)

    assert antecedent_of(claim, article(text)) is None
    assert isinstance(claim_line(claim, article(text), now=NOW), str) or content.startswith("these")


def test_one_word_may_be_a_speaker_s_first_name() -> None:
    """Whoever is called by one word that no body has may be “he”."""
    chisomo = Claimant(name="Chisomo", surface="Chisomo", resolved_by="none")
    text, claim = told(DUNN, "he had crossed the river", "Chisomo", claimant=chisomo)

    assert antecedent_of(claim, article(text)) is None


def test_a_speaker_may_speak_of_himself() -> None:
    """Where “he” may be the claimant, no other name is put in his mouth."""
    tomas = Claimant(actor_id="person:tomas-reker", name="Tomas Reker", surface="Tomas Reker", role="official")
    text, claim = told(DUNN, "he had crossed the river", "Tomas Reker", claimant=tomas)
    drawn = claim_line(claim, article(text), now=NOW)

    assert isinstance(drawn, DigestItem)
    assert drawn.body == "he had crossed the river"


@pytest.mark.parametrize("name", ["Ida Holm", "Dunn", "Martin", "Martin Dunn’s", "He"])
def test_another_name_in_brackets_is_held_back(name: str) -> None:
    """The gate looks the name up again and takes no other, nor the same one in other words."""
    text, claim = told("Mrs Ida Holm waited. " + DUNN, "he had crossed the river")
    drawn = claim_line(claim, article(text), now=NOW)
    assert isinstance(drawn, DigestItem)
    forged = drawn.model_copy(update={"body": f"[{name}] had crossed the river"})

    assert hold_reason(forged, claim, article(text), now=NOW) is not None


@pytest.mark.parametrize(
    ("between", "held"),
    [
        (" told the council that Tomas Reker was well and", True),
        (" met Tomas Reker and", True),
        (" told the council and", False),
    ],
)
def test_he_behind_another_person_is_not_the_claimant(between: str, held: bool) -> None:
    """“He” waits where somebody else stands between a speaker and a second verb."""
    text = f"Martin Dunn{between} said he would sell the mine."
    claimant = Claimant(name="Martin Dunn", surface="Martin Dunn", actor_id="person:martin-dunn", role="official")
    claim = spoken(text, "he would sell the mine", "Martin Dunn", "said", claimant=claimant)
    drawn = claim_line(claim, article(text), now=NOW)
    assert (drawn == "pronoun not resolved") == held


@pytest.mark.parametrize(
    ("before", "source", "content"),
    [
        ("Mrs Ida Holm died. ", "Ida Holm’s mother", "she had left Belsk"),
        ("Martin Dunn fell ill. ", "Dunn’s brother", "he had crossed the river"),
        ("Martin Dunn fell ill. ", "A party source", "he had lost the river"),
        ("Although fishermen pay for gear, ", "the Henrys", "they can start with a licence"),
    ],
)
def test_a_pronoun_that_reads_as_the_claimant_is_held_back(before: str, source: str, content: str) -> None:
    """Kin may speak of whom they belong to, and several of others who stand ahead of them."""
    text, claim = told(before, content, source)

    assert claim_line(claim, article(text), now=NOW) == "pronoun not resolved"


def test_who_is_named_behind_the_words_may_speak_of_another() -> None:
    """“He banged on the door, Nelson said” is of the man who was named before it."""
    content = "He had banged on the door of a flat in Belsk"
    text = f"Martin Dunn left Belsk. {content}, Roy Nelson said."
    nelson = Claimant(name="Roy Nelson", surface="Roy Nelson", actor_id="person:roy-nelson", resolved_by="exact")

    assert claim_line(spoken(text, content, "Roy Nelson", "said", claimant=nelson), article(text), now=NOW) == (
        "pronoun not resolved"
    )


@pytest.mark.parametrize("inner", ["A clerk said ", "A clerk at Orla Seafood, 58 Main St., said that "])
def test_another_s_inner_saying_is_not_left_out(inner: str) -> None:
    """“A clerk said he was waiting, Nelson said” is no line that loses the clerk."""
    content = "the port of Belsk was open to all"
    text = f"{inner}{content}, Roy Nelson told them."
    nelson = Claimant(name="Roy Nelson", surface="Roy Nelson", resolved_by="exact")
    claim = spoken(text, content, "Roy Nelson", "told", claimant=nelson)

    assert claim_line(claim, article(text), now=NOW) == "not plainly reported"


def test_they_ahead_of_who_speaks_may_be_those_of_the_sentence_before() -> None:
    """“Farmers are poor. They had sold their cows, ministers said” is of the farmers."""
    content = "They had sold their cows"
    text = f"Farmers are poor. {content}, ministers said."
    ministers = Claimant(name="ministers", surface="ministers", role="unnamed", resolved_by="none")

    claim = spoken(text, content, "ministers", "said", claimant=ministers)

    assert claim_line(claim, article(text), now=NOW) == "pronoun not resolved"


@pytest.mark.parametrize(
    ("before", "title", "held"),
    [
        ("", "agent", True),
        ("", "spokesman", True),
        (DUNN, "coach", True),
        ("", "coach", False),
        (DUNN, "mayor", False),
    ],
)
def test_who_speaks_for_another_may_not_be_he(before: str, title: str, held: bool) -> None:
    """“Agent Poe said he would leave” tells of the one whom the agent speaks for."""
    text = f"{before}{title.capitalize()} Alan Poe said he would leave Belsk by May."
    claimant = Claimant(
        name="Alan Poe", title=title.capitalize(), surface="Alan Poe", actor_id="person:alan-poe", resolved_by="exact"
    )
    source = f"{title.capitalize()} Alan Poe"
    claim = spoken(text, "he would leave Belsk by May", source, "said", claimant=claimant)

    assert isinstance(claim_line(claim, article(text), now=NOW), DigestItem) is not held
