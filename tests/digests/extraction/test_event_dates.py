"""When what a claim tells happened: no other event's day, and counted from the day of saying."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.dates import find_dates
from digests.extraction.reading import Reading
from digests.extraction.times.event_dates import event_date
from digests.lexicon import ENGLISH
from digests.models import Attribution
from digests.text.spans import Located
from tests.make import article

PUBLISHED = datetime(2025, 3, 14, 12, tzinfo=UTC)  # a Friday


def day_told(content: str, saying: str = "Holm said", *, verb: str = "") -> str | None:
    """The day on which a sentence's words say that something happened; with a verb alone, no day of saying is known."""
    text = f"{saying} {content}."
    dates = find_dates(text, PUBLISHED)
    start = len(saying) + 1
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, ((0, len(text)),), ((0, len(text)),),
        Located([]), Located([]), Located([]), Located(dates),
    )  # fmt: skip
    end = 5 + len(verb) if verb else len(saying)
    words = Attribution(source=((0, 4),), cue=((5, end),), content=((start, len(text) - 1),))
    event = event_date(reading, words, next((date for date in dates if date.start < start and not verb), None))
    return event.valid_from.strftime("%a %d %b") if event and event.valid_from else None


@pytest.mark.parametrize(
    "content",
    [
        "the man, who was held on Tuesday, had left Belsk",
        "the men who were held on Tuesday had left Belsk",
        "after the vote on Sunday the council met",
        "Belsk got a loan, including money to run a vote March 25",
        "it would end a planned March 25 levy",
        "Odom, the general killed in a U.S. raid on Tuesday, was old",
        "it had failed to give Odom a pass to speak at the Board of the Port of Belsk on Tuesday",
        "the hangar is still in use today",
        "General Odom, killed in a raid on Tuesday, was old",
        "the crews had planned to strike on Monday",
        "they would strike despite the ruling on Wednesday",
        "General Odom, appointed Thursday to lead the crews, needs more of them",
        "the firm would obey the rules announced Tuesday",
        "it worked between Monday and Wednesday",
        "it worked from March 3 to March 9",
        "it would stop on Monday or Tuesday",
        "the pool would stay shut until at least Tuesday",
        "nine boats had sunk in the three days to Tuesday",
        "the party changed its plans after Odom's debate on Tuesday",
        "Belsk had done nothing since it agreed on Thursday to a truce",
        "Tuesday's fair would be the first of many",
        "the crews hoped to end it at their March 20 meeting",
        "the March 9, 2024, fire had three causes",
        "the sinking of a ferry on Tuesday was no accident",
        "it would snow on Monday, and more was to come on Friday",
        "roads would shut Monday night or Tuesday",
        "Odom died on Christmas Day or Dec. 26",
        "“we open the bridge today” was what Odom wrote",
        "Odom sold the boat that was found on Tuesday",
        "the works ran from June to March 9",
        "the port, built on March 9, would close",
        "sales rose in the year to March 9",
        "the port, where on Tuesday a boat sank, would close",
        "on June 30 the port would close",
        "Odom would not speak on Thursday",
        "the crews had left after they were paid on Tuesday",
        "Odom's much discussed March 9 speech was wrong",
        "the trial that opened on Tuesday would last weeks",
        "the push launched on March 9 had taken two towns",
        "“all plans announced yesterday [Thursday] are costed”",
        "the board was glad of the remarks Odom made on Tuesday",
        "it lost money in the year ended March 9",
        "the lake was a metre deeper than on Monday",
        "nine were hurt, four more than in the fire on March 9",
        "crews would look into accounts by divers of a bang on Tuesday",
        "the board had received complaints about the service on Tuesday",
        "the club would appeal against the card shown to Odom on Tuesday",
        "she would rule on an appeal lodged on Tuesday",
        "police had held a man suspected of the theft on Tuesday",
        "the council would debate the crash in Belsk on Tuesday",
        "Ida Odom, the pilot shot on Tuesday, “should have been stopped”",
        "the firm had failed to send a boat to meet the crew on Tuesday",
        "the storm was forecast to turn back, likely on Tuesday",
        "she would shut several piers — those in Belsk too — from noon Tuesday",
        "crews could not reach Belsk on Tuesday",
        "the firm raised 3m euros in a round closed on Tuesday",
        "the tower, if it were shut today, would fall",
        "the tower would fall if it rained on Monday",
    ],
)
def test_another_event_s_day_is_not_told(content: str) -> None:
    """A day in a clause that describes somebody, or with another event and its preposition, is no claim's."""
    assert day_told(content) is None


@pytest.mark.parametrize(
    ("content", "day"),
    [
        ("the bridge, which is old, was hit on Tuesday", "Tue 11 Mar"),
        ("two men died after a bus fell on Tuesday", "Tue 11 Mar"),
        ("the council had no plans to meet Odom when he speaks in Belsk on Tuesday", "Tue 18 Mar"),
        ("the crews were to meet Odom on Tuesday", "Tue 18 Mar"),
        ("the crews would have met Odom on Tuesday", "Tue 11 Mar"),
        ("Odom dropped her plans after rain fell on Tuesday", "Tue 11 Mar"),
        ("snow was likely in the hills on Tuesday", "Tue 18 Mar"),
        ("the matter was sure to come up on Tuesday", "Tue 18 Mar"),
        ("prices should fall on Tuesday", "Tue 18 Mar"),
        ("Tuesday will begin with fog", "Tue 18 Mar"),
        ("Tuesday looks dry", "Tue 18 Mar"),
        ("the deadline is Tuesday", "Tue 18 Mar"),
        ("snow is possible Tuesday", "Tue 18 Mar"),
        ("police had a call just before noon on Tuesday", "Tue 11 Mar"),
        ("it rained when Odom left on Tuesday", "Tue 11 Mar"),
        ("Mayor Odom left on Tuesday", "Tue 11 Mar"),
        ("Odom was expected at a dinner on Nov. 27", "Wed 27 Nov"),
        ("at 9 p.m. on Feb. 21 a deputy stopped a car", "Fri 21 Feb"),
        ("crews were called to Odom’s yard at 1:30 a.m. Tuesday to end a fight", "Tue 11 Mar"),
        ("a mine that had been dry for years filled early on Tuesday", "Tue 11 Mar"),
        ("crews managed to reach Belsk on Tuesday", "Tue 11 Mar"),
        ("they believed the pilot died on Tuesday", "Tue 11 Mar"),
        ("two pilots died in a crash on Tuesday", "Tue 11 Mar"),
        ("the storm was forecast to turn back on Tuesday", "Tue 18 Mar"),
        ("she would give the board all the new figures on what the storms did to it at sea on Tuesday", "Tue 18 Mar"),
    ],
)
def test_its_own_day_is_told(content: str, day: str) -> None:
    """The day of what is told stands, also behind a description or in a clause that goes with it."""
    assert day_told(content) == day


def test_what_a_verb_of_news_takes_has_no_day() -> None:
    """The day of a robbery is not that of the charge, and no reader takes it for that."""
    assert day_told("Odom with a robbery on Tuesday", "Holm charged") is None
    assert day_told("that snow fell on Tuesday", "Holm warned") == "Tue 11 Mar"


def test_a_day_near_another_year_s_may_be_of_that() -> None:
    """“On March 9” behind “On March 2, 2023” is of 2023, or of no year that can be told."""
    assert [date.surface for date in find_dates("On March 2, 2023, it rose. On March 9 it fell.", PUBLISHED)] == [
        "On March 2, 2023"
    ]


def test_a_weekday_to_come_is_counted_from_the_saying() -> None:
    """What is said on Monday to happen on Wednesday is not put off to the week after the article."""
    assert day_told("crews would be back on Wednesday", "Holm said on Monday") == "Wed 12 Mar"
    assert day_told("crews would be back on Wednesday") == "Wed 19 Mar"


def test_a_weekday_that_is_past_lies_before_the_saying() -> None:
    """What is said on Monday to have happened on Tuesday happened on the Tuesday before."""
    assert day_told("crews had come back on Tuesday", "Holm said on Monday") == "Tue 04 Mar"


def test_the_day_of_a_thing_is_not_that_of_what_is_said_of_it() -> None:
    """“The vote on Tuesday was valid” tells of no day on which it was."""
    assert day_told("the vote on Tuesday was valid") != "Tue 11 Mar"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("At noon on Sunday in Ardova, the levies will begin.", 16),
        ("On Sunday the mayor refused to name those who will come.", 9),
        ("On Sunday he would not say who came.", 9),
    ],
)
def test_a_day_that_stands_first_looks_where_its_verb_does(text: str, day: int) -> None:
    """A weekday at a sentence's start is one to come where the first verb behind it says so."""
    date = find_dates(text, PUBLISHED)[-1]

    assert date.valid_from is not None
    assert date.valid_from.day == day


@pytest.mark.parametrize(
    ("words", "day"), [("by the time it is over on Monday, we will have met", None), ("we met on Monday", "Mon 10 Mar")]
)
def test_a_quoted_weekday_in_the_present_is_no_past_day(words: str, day: str | None) -> None:
    """A weekday that somebody names in the present may be past or to come, so that nothing is dated by it."""
    text = f"“{words}” Holm said."
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, ((0, len(text)),), ((0, len(text)),),
        Located([]), Located([]), Located([]), Located(find_dates(text, PUBLISHED)),
    )  # fmt: skip
    end = len(words) + 2
    spans = ((end + 1, end + 5),), ((end + 6, end + 10),), ((0, end),)
    event = event_date(reading, Attribution(source=spans[0], cue=spans[1], content=spans[2], mode="direct"), None)

    assert (event.valid_from.strftime("%a %d %b") if event and event.valid_from else None) == day


def test_a_day_beside_the_verb_may_be_what_another_is_counted_from() -> None:
    """Where one spoke on a day that is not sure, no weekday to come is counted from the article's."""
    assert day_told("he would leave on Sunday", "Holm told a paper he met on Friday that", verb="told") is None
    assert day_told("he would leave on Sunday", "Holm told a paper that", verb="told") == "Sun 16 Mar"
