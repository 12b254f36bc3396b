"""When claims were made: a speaker's neighbouring claims share a day where nothing tells of another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.dates import find_dates
from digests.extraction.reading import Reading
from digests.extraction.times.claim_dates import said_dates
from digests.lexicon import ENGLISH
from digests.models import Attribution, Claimant, Mode
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import Located
from tests.make import article

PUBLISHED = datetime(2025, 3, 14, 12, tzinfo=UTC)  # a Friday
HOLM = Claimant(name="Holm", surface="Holm", resolved_by="exact")


def days_said(text: str, *verbs: str, mode: Mode = "indirect") -> list[str]:
    """The day of each claim of Holm's, in a text whose claims are “Holm VERB it held” in order."""
    dates = find_dates(text, PUBLISHED)
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, sentences(text), paragraphs(text),
        Located([]), Located([]), Located([]), Located(dates),
    )  # fmt: skip
    pairs, index = [], 0
    for verb in verbs:
        source = text.index("Holm", index)
        cue, content = text.index(verb, source), text.index("it held", source)
        index = content + 1
        spans = ((source, source + 4),), ((cue, cue + len(verb)),), ((content, content + 7),)
        pairs.append((Attribution(source=spans[0], cue=spans[1], content=spans[2], mode=mode), HOLM))
    return [date.surface if date else "" for date in said_dates(reading, pairs)]


@pytest.mark.parametrize(
    ("text", "verbs", "days"),
    [
        ("Holm said Tuesday it held. Holm said it held.", ("said", "said"), ["Tuesday", "Tuesday"]),
        ("Holm said it held. Holm said Tuesday it held.", ("said", "said"), ["Tuesday", "Tuesday"]),
        ("Holm said it held. On Tuesday, Holm said it held.", ("said", "said"), ["", "On Tuesday"]),
        ("Holm said Tuesday it held. Holm had said it held.", ("said", "said"), ["Tuesday", ""]),
        ("Holm said Tuesday it held. In a recent interview, Holm said it held.", ("said", "said"), ["Tuesday", ""]),
        (
            "In a speech on Tuesday Holm said it held. In another speech Holm said it held.",
            ("said", "said"),
            ["on Tuesday", ""],
        ),
        (
            "On Tuesday Holm said it held. In another speech on Thursday Holm said it held.",
            ("said", "said"),
            ["On Tuesday", "on Thursday"],
        ),
        ("Holm met Ek last month and Holm said on a recent broadcast it held.", ("said",), [""]),
        ("Holm said Tuesday it held. Holm says it held.", ("said", "says"), ["Tuesday", ""]),
        ("Holm said Tuesday it held. Holm has said it held.", ("said", "said"), ["Tuesday", ""]),
        ("Holm said Tuesday it held. It shut in July. Holm said it held.", ("said", "said"), ["Tuesday", ""]),
        ("Holm said last week it held. Holm said it held.", ("said", "said"), ["last week", ""]),
        ("Last year it shut and Holm says it held. Holm said it held.", ("says", "said"), ["", ""]),
        ("Holm said Feb. 3 it held. Holm said it held.", ("said", "said"), ["Feb. 3", ""]),
    ],
)
def test_neighbouring_claims_share_a_day(text: str, verbs: tuple[str, ...], days: list[str]) -> None:
    """A day of the last ones is shared; another tense, another day in between and a longer time are not."""
    assert days_said(text, *verbs) == days


def test_a_day_behind_whom_something_is_according_to_is_the_events() -> None:
    """“According to Holm, on Tuesday …” tells when it was, and not when she spoke."""
    text = "According to Holm, on Tuesday, the pier burned."
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, sentences(text), paragraphs(text),
        Located([]), Located([]), Located([]), Located(find_dates(text, PUBLISHED)),
    )  # fmt: skip
    spans = {
        words: (text.index(words), text.index(words) + len(words))
        for words in ("Holm", "According to", "the pier burned")
    }
    attribution = Attribution(
        source=(spans["Holm"],), cue=(spans["According to"],), content=(spans["the pier burned"],)
    )

    assert said_dates(reading, [(attribution, HOLM)]) == [None]


def test_what_is_added_was_said_then() -> None:
    """A quotation that its speaker “added” right behind another is of the same past time."""
    text = "Holm said in May 2024 it held. But Holm added it held. The port is old. Holm added it held."

    assert days_said(text, "said", "added", "added", mode="direct") == ["May 2024", "May 2024", ""]


@pytest.mark.parametrize(("verb", "days"), [("continued", ["last week", "last week"]), ("said", ["last week", ""])])
def test_who_goes_on_speaks_at_the_same_time(verb: str, days: list[str]) -> None:
    """What somebody “continued” a little later is of the same past time, what is “said” there may be of another."""
    assert days_said(f"Holm said last week it held. The port is old. Holm {verb} it held.", "said", verb) == days


def day_said_last(text: str) -> str:
    """The day of the last sentence's claim, “… it held …, she said …”, which is Holm's."""
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, sentences(text), paragraphs(text),
        Located([]), Located([]), Located([]), Located(find_dates(text, PUBLISHED)),
    )  # fmt: skip
    source, content = text.rindex("she said"), text.rindex("it held")
    attribution = Attribution(
        source=((source, source + 3),), cue=((source + 4, source + 8),), content=((content, content + 7),)
    )
    (date,) = said_dates(reading, [(attribution, HOLM)])
    return date.surface if date else ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The crew sent out a clip of Holm on a show from 2021, in which Holm hailed it. “No, it held,” she said.",
            "2021",
        ),
        ("Critics cite a remark Holm made as a clerk four years ago. To wit, she said it held.", "four years ago"),
        ("They read a report from 2021, in which Holm was blamed. “No, it held,” she said.", ""),
        ("They read a report that Orr wrote in 2021. “No, it held,” she said.", ""),
        ("In the July 9, 2021, cable, she said it held.", "July 9, 2021"),
        ("The port is old. The repair comes just three days after she said it held.", "three days after"),
        ("The port burned on Thursday. The fire came a day after she said it held.", "a day after"),
        ("The port is old. The repair came a month after she said it held.", ""),
        ("Holm noted that it is in decline, which began while she ran it in 2021. Even so, it held, she said.", ""),
        ("The port is old. The repair comes a month after she said it held.", "a month after"),
        ("Holm hailed the port while running for mayor in 2021. It was old, but it held, she said.", "2021"),
        ("Holm hailed the board that shut the port in 2021. It was old, but it held, she said.", ""),
        (
            "They asked of claims Holm made during the hearing last fall that were false. No, it held, she said.",
            "last fall",
        ),
        ("The port is old. Born in 1963, she said it held.", ""),
        ("The port is old. Elected mayor in 2021, she said it held.", ""),
        ("The vote is on Sunday. In the days after the 2021 fire, she said it held.", "2021"),
        ("In an interview in July, Holm was asked. “No, it held,” she said.", "July"),
        ("At a town hall in Belsk in May 2024, Ida Holm spoke. “No, it held,” she said.", "May 2024"),
        ("Holm spoke of the pier at a hearing in May 2024. “No, it held,” she said.", "May 2024"),
        ("One was a 2021 speech Holm gave to pilots. In it she said it held.", "2021"),
        ("In 2021 Holm sold the port. At the time, she said it held.", "2021"),
        ("Holm got the port in 2021.\n\nOn Pilot Day she fell. At the time, she said it held.", ""),
        ("In 2021 Holm sold the port. “No, it held,” she said at the time.", "2021"),
        ("In 2021 Holm sold the port. “No, it held,” she said to the crew at the height of the row.", "2021"),
        ("In a May 2024 speech, Holm hailed the port. “No, it held,” she said then.", "May 2024"),
        ("The port burned in 2021. In fact, in the days after the fire, she said it held.", "2021"),
        ("In 2021 Holm sold the port. “No, it held,” she said.", ""),
        ("In an interview in July, Orr named Holm. “No, it held,” she said.", ""),
        (
            "Orr left. In a May 2024 letter to Holm, Orr asked. Holm went on to talk of it. “No, it held,” she said.",
            "",
        ),
        ("Holm left. “No, it held,” she said, referring to the May 3, 2021 debate.", ""),
        ("Holm spoke after the vote in May 2024. “No, it held,” she said.", ""),
        ("The port burned. When she first saw it in May 2024, she said it held.", "May 2024"),
        ("The port is old. When it burned in May 2024, she said it held.", ""),
        ("The port is old. When she was born in May 2024, she said, it held.", ""),
        ("“No, it held,” she said, naming Orr, the mayor at the time of the flood.", ""),
        ("Holm met Orr at a café in May 2024 to talk. It was old, but it held, she said.", "May 2024"),
        ("Orr met with Holm in May 2024. It was old, but it held, she said.", "May 2024"),
        ("Holm met the heirs of Orr, who died in May 2024. It was old, but it held, she said.", ""),
        ("When it was shut in 2021, she said: “it held.”", "2021"),
        ("When it was shut in 2021, she said it would reopen if it held.", ""),
        ("When the port was shut in 2021, she said it held.", "2021"),
        ("After Orr closed the port in 2021, she said it held.", "2021"),
        ("After Orr closed the port in 2021, she said, it held.", ""),
        ("In addition to the nine boats lost in May 2024, she said it held.", ""),
        ("To the board of the U.N. in Belsk she said 18 months ago it held.", "18 months ago"),
        ("No, it held, she said during the board's yearly meeting May 3, 2021.", "May 3, 2021"),
        ("No, it held, she said while the board met May 3, 2021.", ""),
        ("On Monday, March 3, Ida Holm saw the port. Speaking to crews, she said it held.", "On Monday, March 3"),
        ("On Monday, March 3, Ida Holm saw the port. To the crews she said it held.", ""),
        (
            "A plan announced on May 3, 2021 by Mayor Ida Holm was read. It was old, but it held, she said.",
            "on May 3, 2021",
        ),
        (
            "A plan announced on May 3, 2021 by Ida Holm was read. Orr was glad. It is old, but it held, she said.",
            "on May 3, 2021",
        ),
        ("In a note on the port dated May 3, 2021, she said it held.", "May 3, 2021"),
        ("In a study of the port released in 2021 she said it held.", "2021"),
        ("At a hearing last month of the board that owns it, Holm spoke. “No, it held,” she said.", "last month"),
        ("Last week's hearing was long. The port is old. In the hearing, she said it held.", "Last week"),
        ("Holm sent a note to the board on March 3. Orr was glad. In the note, she said it held.", "on March 3"),
        ("Holm sent a note to the board on March 3. Orr was glad. In an interview, she said it held.", ""),
        ("Holm sent a note to the board on March 3. Orr was glad. In the study, she said it held.", ""),
        ("At a hearing on March 3, Holm and Orr spoke. Orr was glad. It is old, but it held, she said.", "on March 3"),
        ("At a hearing on March 3, Holm and Orr spoke. Orr was glad. It shut in 2021, but it held, she said.", ""),
        ("At a hearing on March 3, Holm spoke. Orr has since repaired it. It is old, but it held, she said.", ""),
        ("At a hearing on March 3, Orr spoke. It is old, but it held, she said.", ""),
        ("Holm spoke at a debate on March 3. During the debate, she said it held.", "on March 3"),
        ("Holm spoke at a debate on March 3. During the campaign of her party, she said it held.", ""),
        (
            "A 2021 ruling of another court was cited. The ruling of Thursday is new. In her ruling, she said it held.",
            "",
        ),
        ("Mayor Ida Holm on March 3 condemned the board of the port. It was old, but it held, she said.", "on March 3"),
        ("On March 3, Ida Holm condemned the board of the port. It was old, but it held, she said.", "On March 3"),
        ("Ida Holm on March 3 left the board of the port. It was old, but it held, she said.", ""),
        ("On March 3, the board condemned Ida Holm. It was old, but it held, she said.", ""),
    ],
)
def test_the_sentence_before_may_name_the_occasion(text: str, day: str) -> None:
    """A saying without a date has that of the speaker's occasion right before it, or of “at the time”; no other."""
    assert day_said_last(text).removeprefix("in ").removeprefix("In ") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 2021 the port fell idle. Holm agreed it held.", "2021"),
        ("But in May 2021, the port fell idle. Holm argued it held.", "May 2021"),
        ("In 2021 the port fell idle. Holm said it held.", ""),
        ("In 2025 the port fell idle. Holm agreed it held.", ""),
        ("The port of 2021 fell idle. Holm agreed it held.", ""),
        ("Last month the port fell idle. It is the first since 2008. Holm stressed it held.", "last month"),
        ("In February the port fell idle. Holm stressed it held.", ""),
        ("Last year the port fell idle. Holm stressed it held.", ""),
    ],
)
def test_a_deed_in_words_is_of_the_year_told_before(text: str, day: str) -> None:
    """What somebody agreed or argued right behind “In 2021 …” was of that year; what is said may be said now."""
    verb = text.rsplit("Holm ", 1)[1].split(maxsplit=1)[0]

    assert days_said(text, verb)[0].lower().removeprefix("in ") == day.lower()


def test_what_was_said_later_has_another_time() -> None:
    """A later statement does not go on with the one before it, unless it is what was added there."""
    text = "Holm said Tuesday it held. Holm later said it held."

    assert days_said(text, "said", "said") == ["Tuesday", ""]
    assert days_said(text.replace("later said", "added later"), "said", "added") == ["Tuesday", "Tuesday"]


@pytest.mark.parametrize(
    ("second", "days"),
    [
        ("told the Echo", ["May 2024", "May 2024"]),
        ("told the Courier", ["May 2024", ""]),
        ("said", ["May 2024", ""]),
    ],
)
def test_the_same_outlet_was_told_at_the_same_time(second: str, days: list[str]) -> None:
    """What somebody told an outlet that was told something a little before is of the same time."""
    text = f"Holm told The Larn Echo in May 2024 it held. Orr disagreed. Holm {second} it held."

    assert days_said(text, "told", second.split(maxsplit=1)[0]) == days


def test_a_scene_told_in_the_present_has_its_time() -> None:
    """A time that opens a sentence is that of a deed told as if it were now, and not of what is said now."""
    assert days_said("And last summer, at a rally, Holm praises it held.", "praises") == ["last summer"]
    assert days_said("Last summer, Holm says it held.", "says") == [""]


def test_a_dateline_dates_no_saying() -> None:
    """The day of a report is not that of what it tells."""
    assert days_said("LARN, March 14 (Sample Wire) — Holm said it held.", "said") == [""]


def test_what_is_written_goes_on_with_what_was_sent() -> None:
    """Who emailed somebody at a time wrote then what the next sentence tells, and may say something else now."""
    opening = "In April 2024, Holm, who owns it, emailed Orr for help. "

    assert days_said(f"{opening}Holm wrote it held.", "wrote") == ["April 2024"]
    assert days_said(f"{opening}Holm said it held.", "said") == [""]


def test_people_without_a_name_argue_now_what_a_year_is_told_before() -> None:
    """“In 1838 … Proponents argued” is no saying of 1838, unless the passage had told of them."""
    text = "In 1838 the port was sold. Holm argued it held."
    dates = find_dates(text, PUBLISHED)
    reading = Reading(
        article(text, date_published=PUBLISHED), ENGLISH, sentences(text), paragraphs(text),
        Located([]), Located([]), Located([]), Located(dates),
    )  # fmt: skip
    spans = (text.index("Holm"), text.index("argued"), text.index("it held"))
    attribution = Attribution(
        source=((spans[0], spans[0] + 4),), cue=((spans[1], spans[1] + 6),), content=((spans[2], spans[2] + 7),)
    )
    nobody = HOLM.model_copy(update={"resolved_by": "none"})

    named, unnamed = (said_dates(reading, [(attribution, claimant)])[0] for claimant in (HOLM, nobody))

    assert named is not None
    assert (named.surface, unnamed) == ("1838", None)
