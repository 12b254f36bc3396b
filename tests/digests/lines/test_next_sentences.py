"""A saying is not told without the next sentence, where that one turns against it."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.meaning.turns import turns_behind
from tests.make import spoken

CHANGED = " However, Holm was silent on Monday."
QUOTED = "“The pier is the oldest in the land"


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("{q},” Ida Holm said. Yet, “it is hard to like,” added Holm, the mayor.", True),
        ("{q},” Ida Holm said. But “it must go,” she told the crews.", True),
        ("{q},” Ida Holm said.\n\n“However, it must go.”\n\nBut Bo Ek likes it.", True),
        ("Ida Holm said: {q}.” “But it must go.” Bo Ek likes it.", True),
        ("{q},” Ida Holm said. “But it must go,” said Bo Ek.", False),
        ("{q},” Ida Holm said. But Bo Ek calls it “rotten”.", False),
        ("{q},” Ida Holm said. “It may stay,” she added.", False),
    ],
)
def test_a_speaker_s_own_turn_is_waited_for(text: str, turned: bool) -> None:
    """A quotation behind which the same speaker says “but” is not told alone; another's “but” changes nothing."""
    body = text.format(q=QUOTED)
    claim = spoken(body, QUOTED, "Ida Holm", "said", mode="direct")

    assert turns_behind(claim, body, ENGLISH) is turned


@pytest.mark.parametrize(
    ("content", "following", "turned"),
    [
        ("she thought the crew would cheer", "Instead, she said, they left.", True),
        ("she was expecting a slow trip", "“Instead the roads were dry,” she told us.", True),
        ("the crew had no boat", "Instead, it walked.", False),
        ("she did not expect a cheer", "Instead, she said, they left.", False),
        ("she thought the crew would cheer", "The council meets on Monday.", False),
        ("the pier had cost 9 million", "“But we were ready to pay,” said Bo Ek.", False),
        ("she teased the crew about the toll", "“But I would never raise it,” she said.", True),
    ],
)
def test_what_came_otherwise_is_not_told_alone(content: str, following: str, turned: bool) -> None:
    """What somebody thought, or was to be, means little where “instead” begins what there was."""
    text = f"Ida Holm said {content}. {following}"

    assert turns_behind(spoken(text, content, "Ida Holm", "said"), text, ENGLISH) is turned


@pytest.mark.parametrize(
    ("following", "turned"),
    [(" “Eels lay none there. The nets keep them out.”", True), (" The council meets on Monday.", False)],
)
def test_what_some_people_fear_is_not_what_a_speaker_does(following: str, turned: bool) -> None:
    """Who tells what some people fear, and goes on, mostly says that it is not so."""
    content = "“Some people fear that eels will come in,”"
    text = f"{content} Ida Holm said.{following}"

    assert turns_behind(spoken(text, content, "Ida Holm", "said", mode="direct"), text, ENGLISH) is turned


@pytest.mark.parametrize(
    ("opening", "following", "turned"),
    [
        ("During the campaign, ", CHANGED, True),
        ("During the campaign, ", " But now she is silent.", True),
        ("During the campaign, ", " However, Bo Ek was silent.", False),
        ("During the campaign, ", " Holm was silent on Monday.", False),
        ("During the interview, ", CHANGED, False),
        ("", CHANGED, False),
    ],
)
def test_what_was_said_before_a_change_of_mind_is_not_told_alone(opening: str, following: str, turned: bool) -> None:
    """What somebody said at an earlier time is no news where the next sentence tells what they say now."""
    text = f"{opening}Ida Holm said the pier must go.{following}"

    assert turns_behind(spoken(text, "the pier must go", "Ida Holm", "said"), text, ENGLISH) is turned
