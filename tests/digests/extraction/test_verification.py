"""Doubts are bound to the claim that they are about."""

from __future__ import annotations

import pytest

from digests.extraction.verification import Doubt, find_doubts, is_non_response
from digests.text.sentences import paragraphs, sentences

CLAIM = "its troops hold the town"


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        (f"The army said {CLAIM}. The city was quiet.", set()),
        (f"The army said {CLAIM}. The mayor has not yet responded to this claim.", {"no response"}),
        (f"The army said {CLAIM}. The mayor has not yet responded, but if verified it matters.",
         {"no response", "unverified"}),
        (f"The army said {CLAIM}. The mayor's office did not immediately comment.", {"no response"}),
        (f"The army said {CLAIM}. There was no immediate reaction from the city.", {"no response"}),
        (f"The army said {CLAIM}. The report could not be independently verified.", {"unverified"}),
        (f"The army said {CLAIM}, which could not be verified.", {"unverified"}),
        (f"Videos, which could not immediately be verified, showed {CLAIM}.", {"unverified"}),
        (f"The army said {CLAIM}. The mayor didn’t respond.", set()),
        (f"The army said {CLAIM}. The mayor of the town didn’t respond.", {"no response"}),
        (f"In an unconfirmed report, the army said {CLAIM}.", {"unverified"}),
        (f"The army said {CLAIM}.\nThe mayor has not yet responded to this claim.", set()),
        (f"The army said {CLAIM}. Roads were closed. The report could not be verified.", set()),
        (f"The army said {CLAIM}. The mayor denied it.", set()),
        (f"“We did not respond to it for a good reason,” said the army, adding that {CLAIM}.", set()),
        (f"The army said {CLAIM}. A second bridge could not be confirmed open.", set()),
        (f"The army said {CLAIM}. Crews saw it.\nNeither account could be independently confirmed.", {"unverified"}),
        (f"The army said {CLAIM}.\nThe Larn Echo could not verify the witnesses' account.", {"unverified"}),
        (f"The army said {CLAIM}.\nThere was no independent confirmation of the claim.", {"unverified"}),
        (f"The army said {CLAIM}.\nThe bridge could not be confirmed open.", set()),
        (f"The army said {CLAIM}.\nRoads shut.\nNeither account could be independently confirmed.", set()),
    ],
)  # fmt: skip
def test_a_doubt_counts_in_the_claims_own_or_the_next_sentence(text: str, doubts: set[Doubt]) -> None:
    """A doubt two sentences on, in another paragraph, or about something else is not this claim's."""
    start = text.index(CLAIM)

    found = find_doubts(text, [(start, start + len(CLAIM))], sentences(text), paragraphs(text))

    assert found == doubts


@pytest.mark.parametrize(
    "following",
    [
        "But Holm, who often struggles with it, made no comment on the ruling.",
        "He declined to comment further.",
        "A spokesman for Mr. Holm declined to comment.",
        "One of their sons, Carl Orr of Larn, declined to comment when reached by phone.",
        "Some of the boaters did not respond to the notice.",
        "The town did not respond to the request.",
        "Alto did not respond to a request for comment on when it had left.",
    ],
)
def test_a_speakers_own_silence_answers_nothing(following: str) -> None:
    """Whoever says no more has not left their own claim without an answer."""
    text = f"Peter Holm said {CLAIM}. {following}"
    start = text.index(CLAIM)

    found = find_doubts(text, [(start, start + len(CLAIM))], sentences(text), paragraphs(text), speaker="Holm")

    assert found == set()


@pytest.mark.parametrize(
    ("lead", "tail"),
    [
        ("Peter Holm said ", ", but declined to comment further about it."),
        ("Holm’s office said ", ", and did not comment on the ruling."),
        ("(Mr. Holm, who did not respond to a request for comment, has said ", ".)"),
    ],
)
def test_nor_does_the_silence_that_the_same_sentence_tells_of(lead: str, tail: str) -> None:
    """A second verb of the speaker's tells of no other side."""
    text = f"{lead}{CLAIM}{tail}"
    start = len(lead)

    found = find_doubts(text, [(start, start + len(CLAIM))], sentences(text), paragraphs(text), speaker="Holm’s office")

    assert found == set()


@pytest.mark.parametrize(
    "following",
    [
        "Alto declined to comment on the report.",
        "A spokeswoman for the town declined to comment.",
        "Carl Ek did not respond to requests for comment.",
        "Ek did not respond Monday to several calls and emails seeking comment on the matter.",
        "There was no response from the town.",
    ],
)
def test_who_was_asked_has_not_answered(following: str) -> None:
    """Silence is of a claim where that is what was asked about, or where the claim names who is silent."""
    text = f"Peter Holm said {CLAIM}. {following}"
    start = text.index(CLAIM)

    found = find_doubts(text, [(start, start + len(CLAIM))], sentences(text), paragraphs(text), speaker="Holm")

    assert found == {"no response"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("has not yet responded to", True),
        ("did not immediately comment on", True),
        ("declined to comment", True),
        ("responded", False),
        ("denied", False),
        ("has not seen", False),
    ],
)
def test_a_non_response_is_told_from_a_statement(words: str, expected: bool) -> None:
    """Not having answered is neither a claim nor a denial."""
    assert is_non_response(words) is expected
