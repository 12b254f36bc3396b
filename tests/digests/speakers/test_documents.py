"""A document that speaks is its maker's where the words for it say whose, else a document by its title."""

from __future__ import annotations

import pytest

from digests.models import Attribution
from digests.speakers.resolve import resolve_speakers
from tests.digests.speakers.test_speakers import INDEX, read

MADE = [
    ("{A report by the Larn Institute} said so.", "Larn Institute"),
    ("{A report released in May by the Larn Institute} said so.", "Larn Institute"),
    ("{The 2014 Larn Harbour Department study} said so.", "Larn Harbour Department"),
    ("{A poll from Halden Law School released Friday} said so.", "Halden Law School"),
    ("{A HALDEN NEWS/Larn poll conducted May 5-7} said so.", "HALDEN NEWS/Larn"),
    ("{A poll by Opinex} said so.", "Opinex"),
    ("{A lawsuit filed by the Larn Teachers Association} said so.", "Larn Teachers Association"),
    ("{An analysis of Larn Harbour Department data by Shipwatch} said so.", "Shipwatch"),
    ("Judge Ann Bellan spoke. {Bellan’s statement} said so.", "Ann Bellan"),
    ("{A letter from Judge Ann Bellan to the fleet} said so.", "Ann Bellan"),
    ("{A Kremlin statement} said so.", "Russia"),
    ("{Yesterday’s Larn Harbour Department statement} said so.", "Larn Harbour Department"),
    ("{The Larn police crash report} said so.", "Larn police"),
    ("{A Larn Harbour Department news release} said so. {The release} said more.", "Larn Harbour Department"),
    ("A survey carried out by Shipwatch magazine came. {The tests} said so.", "Shipwatch"),
    ("A study by research firm Opinex Data came. {The same study} said so.", "Opinex Data"),
    (
        "BELSK The Larn Harbour Department on Friday issued voluntary guidelines. {The guidelines} say so.",
        "Larn Harbour Department",
    ),
    ("Rain is near, {tests} said.\n\nA survey carried out by the Larn Institute on Tuesday came.", "Larn Institute"),
    ("{A report by the Larn Institute} said so. A fox ran. It ran on. It ran. {The report} said so.", "Larn Institute"),
]
TITLES = [
    "Larn Harbour Department records", "Larn Harbour Department records obtained by the Larn Institute",
    "War-era documents from Judge Ann Bellan",
    "A GDP report", "A Russian report", "A Kremlin study", "The letter from the mayor", "A federal lawsuit",
    "An internal letter seen by the Larn Institute", "Emails obtained by the Larn Post", "A video from Mariupol",
    "Records released by the Larn County clerk’s office", "Federal Election Commission filings",
    "Exit polls from the Larn primary", "Its FIFA report",
]  # fmt: skip
PEOPLE = ["The report’s authors", "A senior law enforcement official", "Some advocates for stem cell research"]


@pytest.mark.parametrize(("marked", "name"), MADE)
def test_a_document_is_its_makers(marked: str, name: str) -> None:
    """Who is said to have made a document claims what it says."""
    claimant = read(marked)[-1]
    assert (claimant.name, claimant.role == "document") == (name, False)


@pytest.mark.parametrize(
    "marked",
    [
        "Tuesday’s report came. {The report} said so.",
        "Ann Bellan shared a Facebook post. {The post} said so.",
        "A fox sat at Boots. The test ran. {The test} said so.",
    ],
)
def test_a_document_is_no_days_and_no_other_sentences(marked: str) -> None:
    """A day has no report, a platform no post, and no name goes on into the next sentence."""
    assert read(marked)[-1].resolved_by == "unresolved"


@pytest.mark.parametrize("title", TITLES)
def test_a_document_that_is_nobodys_has_the_role_of_one(title: str) -> None:
    """What only had a document, is from a town or is about something makes nobody its author."""
    claimant = read(f"Judge Ann Bellan spoke. {{{title}}} said so.")[-1]
    assert (claimant.name, claimant.role, claimant.type) == (title, "document", "document")


@pytest.mark.parametrize("words", PEOPLE)
def test_people_who_have_to_do_with_documents_are_none(words: str) -> None:
    """Whoever is described by a document or a law is no document."""
    claimant = read(f"{{{words}}} said so.")[-1]
    assert "document" not in {claimant.role, claimant.type}


def test_whom_a_speaker_quotes_has_not_the_word() -> None:
    """The letter that somebody quotes from makes nobody say their words, nor what they add."""
    text = "Donald Trump tweeted that all was lost, quoting Ann Bellan’s letter. He said more. Judge Ann Bellan left."
    source, pronoun = text.index("Ann Bellan’s"), text.index("He said")
    quoted = Attribution(source=((source, source + 19),), content=((21, 38),), relay=((0, 12),))
    more = Attribution(source=((pronoun, pronoun + 2),), content=((pronoun + 8, pronoun + 12),))
    names = [claimant.name for claimant in resolve_speakers(text, (quoted, more), INDEX)]
    assert names == ["Ann Bellan’s letter", "Donald Trump"]


@pytest.mark.parametrize(
    ("verb", "name"),
    [("reveals", "An email from Ann Bellan"), ("suggested", "An email from Ann Bellan"), ("says", "Ann Bellan")],
)
def test_what_an_email_reveals_is_not_what_its_author_says(verb: str, name: str) -> None:
    """A reader tells what an email reveals; what it says is its author's word."""
    text = f"Judge Ann Bellan spoke. An email from Ann Bellan {verb} that the dam leaks."
    source = text.index("An email"), text.index(f" {verb}")
    email = Attribution(
        source=(source,), cue=((source[1] + 1, source[1] + 1 + len(verb)),), content=((text.index("that"), len(text)),)
    )
    assert resolve_speakers(text, (email,), INDEX)[0].name == name


def test_whoever_speaks_of_a_report_has_not_written_it() -> None:
    """What “the report states” is not said by a minister who only wants to follow it."""
    marked = "{Minister Ann Bellan} said she would go by advice from a report she wanted. {The report} states so."

    assert read(marked)[1].name.lower() == "the report"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{A Larn University poll released this week} shows Orr ahead.", "Larn University (poll)"),
        ("{A Larn Post/NBC News poll} showed a slimmer lead.", "Larn Post/NBC News (poll)"),
        ("A poll by the Policy Institute of Larn came. {The poll} showed it.", "Policy Institute of Larn (poll)"),
        ("{A 2013 report by the Larn Institute} says so.", "Larn Institute"),
        ("{A Larn University survey} found it. {Larn University} said so.", "Larn University"),
    ],
)
def test_what_is_found_is_its_makers_poll(text: str, label: str) -> None:
    """Whose poll or study shows something is told with it; what a body says is said by the body."""
    assert read(text)[-1].label == label
