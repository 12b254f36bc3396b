"""The date of a saying is its own: none that says who speaks, names a thing, or stands paragraphs away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.dates import find_dates, names_a_thing, said_on

PUBLISHED = datetime(2025, 2, 7, 12, tzinfo=UTC)


def said(text: str, source: str, content: str) -> str | None:
    """The words of the date that a text gives for a saying."""
    spans = [(text.index(part), text.index(part) + len(part)) for part in (source, "said", content)]
    found = said_on(text, spans[:2], find_dates(text, PUBLISHED), (0, len(text)), spans[2:])
    return found.surface if found else None


@pytest.mark.parametrize(
    ("text", "source", "date"),
    [
        ("Holm said on Thursday the bridge was open.", "Holm", "on Thursday"),
        ("Holm said on Thursday that games made for it meant the bridge was open.", "Holm", "on Thursday"),
        ("When asked by Roe on Thursday about it, Holm said the bridge was open.", "Holm", "on Thursday"),
        ("Asked about the strike on Thursday, Holm said the bridge was open.", "Holm", None),
        ("In what was seen as a rare speech on Thursday, Holm said the bridge was open.", "Holm", "on Thursday"),
        ("A 2014 Belsk Harbour Board report said the bridge was open.", "A 2014 Belsk Harbour Board report", "2014"),
        ("As recently as a January radio interview, Holm said the bridge was open.", "Holm", "January"),
        (
            f"In a January debate, while {'all of ' * 15}her rivals had left, Holm said the bridge was open.",
            "Holm",
            "January",
        ),
        ("In a 2014 interview, Holm said the bridge was open.", "Holm", "2014"),
        ("A poll released in January said the bridge was open.", "A poll released in January", "January"),
        ("Holm, who served as mayor in 2014, said the bridge was open.", "Holm, who served as mayor in 2014", None),
        ("It is true the bridge was open, said Holm, and in January it was shut.", "Holm", None),
        ("Crews hurt in two Thursday blasts said the bridge was open.", "Crews hurt in two Thursday blasts", None),
        ("A note seen by us on Thursday said the bridge was open.", "A note seen by us on Thursday", None),
        (
            "A note of the board before the Thursday vote said the bridge was open.",
            "A note of the board before the Thursday vote",
            None,
        ),
        (
            "The minutes from the Thursday meeting said the bridge was open.",
            "The minutes from the Thursday meeting",
            None,
        ),
        ("In a letter to the mayor in May, Holm said the bridge was open.", "Holm", "May"),
        (
            "In remarks to crews on Thursday, a chat that was a first, Holm said the bridge was open.",
            "Holm",
            "on Thursday",
        ),
        ("In remarks on a fire on Thursday that had shut it, Holm said the bridge was open.", "Holm", None),
        ("In 2009, however, when the board met there, Holm said the bridge was open.", "Holm", "2009"),
        ("When Holm first announced the plan last month, she said the bridge was open.", "she", "last month"),
        ("When Holm saw the plan last month, she said the bridge was open.", "she", None),
        ("During the 2022 campaign, Holm said the bridge was open.", "Holm", "2022"),
        ("During the 2022 flood, Holm said the bridge was open.", "Holm", None),
        ("In a Thursday editorial, Holm said the bridge was open.", "Holm", "Thursday"),
        ("Holm, mayor until 2014, said the bridge was open.", "Holm, mayor until 2014", None),
        ("Holm, the 2014 nominee, said the bridge was open.", "Holm, the 2014 nominee", None),
        ("Her farm burned in 2011, and Holm said the bridge was open.", "Holm", None),
        ("She toured Belsk on Thursday and said the bridge was open.", "She", "on Thursday"),
        ("After the 2020 presidential election, Holm said the bridge was open.", "Holm", None),
        ("Asked about the remark last month, Holm said the bridge was open.", "Holm", None),
        ("Although the board on Monday is to vote, Holm said the bridge was open.", "Holm", None),
        ("Speaking on Monday at a rally, Holm said the bridge was open.", "Holm", "on Monday"),
        ("In the early 1990s, Holm said the bridge was open.", "Holm", None),
        ("On Monday, Holm said, the bridge was open.", "Holm", None),
        ("January said the bridge was open.", "January", None),
        ("On Monday, Holm said, “the bridge was open.”", "Holm", "On Monday"),
        ("Holm, who lost a son in 2014, said the bridge was open.", "Holm, who lost a son", None),
        (
            "Holm, whose boat won, rested on Thursday but said the bridge was open.",
            "Holm, whose boat won,",
            "on Thursday",
        ),
        ("Holm, who on Thursday said the bridge was open, has left.", "Holm, who", "on Thursday"),
        ("Last year, crews met there, and Holm said the bridge was open.", "Holm", None),
        ("A 2014 estimate by Holm said the bridge was open.", "A 2014 estimate by Holm", "2014"),
        ("In a conference call with crews on Jan. 2, Holm said the bridge was open.", "Holm", "on Jan. 2"),
        ("According to March of Dimes, which said the bridge was open.", "March of Dimes", None),
        (
            "The scorecard for the 2024 fiscal year said the bridge was open.",
            "The scorecard for the 2024 fiscal year",
            None,
        ),
        ("On the eve of the March 9 vote, Holm said the bridge was open.", "Holm", None),
        ("At the Feb. 3 meeting, Holm said the bridge was open.", "Holm", "Feb. 3"),
        ("The Class of 2019 said the bridge was open.", "The Class of 2019", None),
        ("The Monday Club said the bridge was open.", "The Monday Club", None),
        ("Holm told This Week and said the bridge was open.", "Holm", None),
    ],
)
def test_a_saying_has_its_own_date(text: str, source: str, date: str | None) -> None:
    """A day beside the verb, or of the interview, is the saying's; one in a description of the speaker is not."""
    assert said(text, source, "the bridge was open") == date


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the March 3 Hall", True),
        ("a 14 February Movement leader", True),
        ("a Sunday Courier story", False),
        ("the Sept. 11 attacks", True),
        ("the 2016 election", True),
        ("attacks on Sept. 11", False),
        ("in 2016", False),
    ],
)
def test_a_date_may_be_a_name(text: str, named: bool) -> None:
    """“The 2016 election” names a thing and says nothing of when it is spoken of."""
    [span] = find_dates(text, PUBLISHED)

    assert names_a_thing(text, span) is named
