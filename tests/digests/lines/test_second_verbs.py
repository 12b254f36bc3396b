"""A subject's second verb, a participle or a document may report; what the first verb denies does not reach it."""

from __future__ import annotations

import pytest

from digests.lines.line import claim_line
from digests.models import Claimant
from tests.digests.lines.test_reporting import drawn
from tests.make import NOW, article, spoken

_SAID = "that the port was open"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ida Holm said that she saw no danger and noted that the port was open.", "noted"),
        ("Ida Holm left the allegedly stolen boat and said that the port was open.", "said"),
        ("Ida Holm would not comment, saying that the port was open.", "saying"),
        ("Ida Holm declined to go, saying that the port was open.", "saying"),
        ("Ida Holm never left her house, saying that the port was open.", "saying"),
        ("Ida Holm, also campaigning in Belsk, said that the port was open.", "said"),
        (
            "Ida Holm chairs the board and voted against the plan, but on Friday Ida Holm said that the port was open.",
            "said",
        ),
        ("The plan was passed without consultation, and Ida Holm said that the port was open.", "said"),
        ("In a bakery by the quay, Ida Holm said that the port was open.", "said"),
        ("According to the mayor, 12 boats sank; Ida Holm said that the port was open.", "said"),
    ],
)
def test_a_denial_before_another_verb_leaves_it_plain(text: str, cue: str) -> None:
    """A first verb's negation is its own, and so is what a sentence does before its report."""
    assert drawn(text, _SAID, "Ida Holm", cue) == "Ida Holm: the port was open"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ida Holm allegedly wrote to the mayor and said that the port was open.", "said"),
        ("Ida Holm has reportedly left and said that the port was open.", "said"),
        ("Ida Holm has not seen it and said that the port was open.", "said"),
        ("Ida Holm would resign, saying that the port was open.", "saying"),
        ("Ida Holm is charged with fraud, alleging that the port was open.", "alleging"),
        ("Ida Holm was sued on Monday, claiming that the port was open.", "claiming"),
        ("If Ida Holm did not resign, saying that the port was open, the party would split.", "saying"),
        ("Ida Holm never went to Belsk to report on it and say that the port was open.", "say"),
        ("Suppose the town fell, and on Friday Ida Holm said that the port was open.", "said"),
        ("Ida Holm shared a letter saying that the port was open.", "saying"),
        ("Ida Holm received a letter saying that the port was open.", "saying"),
        ("Ida Holm shared her count, indicating that the port was open.", "indicating"),
        ("Ida Holm left the hall, signalling that the port was open.", "signalling"),
        ("Ida Holm did not issue a statement saying that the port was open.", "saying"),
        ("Ida Holm would issue a statement saying that the port was open.", "saying"),
    ],
)
def test_what_may_reach_the_second_verb_holds_it(text: str, cue: str) -> None:
    """A condition, a modal or another's document leaves no plain report."""
    assert drawn(text, _SAID, "Ida Holm", cue).startswith("held: ")


@pytest.mark.parametrize(
    "lead", ["released a statement", "issued a statement on Friday", "sent a letter to all residents", "posted a video"]
)
def test_a_document_says_what_whoever_gave_it_out_says(lead: str) -> None:
    """“Issued a statement saying that …” is a report of whoever issued it."""
    assert drawn(f"Ida Holm {lead} saying that the port was open.", _SAID, "Ida Holm", "saying") == (
        "Ida Holm: the port was open"
    )


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("“We came. ... We saw the whole port in flames.”", "“We came. ... We saw the whole port in flames.”"),
        ("“The mayor . . . grabbed the rope with both hands.”", "“The mayor . . . grabbed the rope with both hands.”"),
    ],
)
def test_what_an_article_left_out_of_a_quotation_stays_marked(content: str, body: str) -> None:
    """Points within a quotation are the article's own, and printed as they stand."""
    assert drawn(f"{content} Ida Holm said.", content, "Ida Holm", "said", mode="direct") == f"Ida Holm: {body}"


@pytest.mark.parametrize(
    "words",
    [
        "older voters now outnumber the young ones",
        "the rule even encompasses boats that never leave the port",
        "up to a third of the boats, as many as 30, are gone",
    ],
)
def test_a_verb_in_the_present_makes_a_clause(words: str) -> None:
    """An adverb between a subject and its verb hides none, and “as many as” begins no clause."""
    assert drawn(f"Ida Holm said {words}.", words, "Ida Holm", "said") == f"Ida Holm: {words}".replace(
        "as many as", "up to"
    )


@pytest.mark.parametrize(
    ("text", "content", "cue", "body"),
    [
        (
            "In the three years since the floods, Ida Holm says, far too many boats have been lost.",
            ("In the three years since the floods", "far too many boats have been lost"),
            "says",
            "In the three years since the floods, far too many boats have been lost",
        ),
        (
            "Belsk faces three trials at once, Ida Holm said: storms, high water and Monday’s tides.",
            ("Belsk faces three trials at once", "storms, high water and Monday’s tides"),
            "said",
            "Belsk faces three trials at once: storms, high water and Monday’s tides",
        ),
        (
            "Ida Holm said that parts of the port, which holds the old town, were being closed down.",
            ("that parts of the port", "were being closed down"),
            "said",
            "parts of the port … were being closed down",
        ),
        (
            "Ida Holm chanted “No more boats in Belsk” and “We want our port back.”",
            ("“No more boats in Belsk”", "“We want our port back.”"),
            "chanted",
            "“No more boats in Belsk” and “We want our port back.”",
        ),
        (
            "Ida Holm said the town wouldn't pay for the games — unless the province agreed to pay more.",
            ("the town wouldn't pay for the games — unless the province agreed to pay more",),
            "said",
            "the town wouldn't pay for the games — unless the province agreed to pay more",
        ),
    ],
)
def test_what_stands_around_a_speaker_keeps_its_mark(text: str, content: tuple[str, ...], cue: str, body: str) -> None:
    """A phrase in front keeps its comma, a list its colon, a condition its dash, and “…” marks what is left out."""
    assert drawn(text, content, "Ida Holm", cue) == f"Ida Holm: {body}"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "However, Ida Holm says the port “could be hurt by a ban on sales,” Corey says.",
            "the port “could be hurt by a ban on sales,”",
            "Ida Holm",
        ),
        ("Ida Holm said the port was safe before reversing herself.", "the port was safe", "Ida Holm"),
    ],
)
def test_what_another_says_or_the_speaker_reversed_is_held(text: str, content: str, source: str) -> None:
    """Words that another says behind them wait, and so does what was reversed."""
    cue = "says" if " says " in text else "said"
    assert drawn(text, content, source, cue).startswith("held: ")


def test_a_person_of_the_clause_ahead_may_be_meant_within_the_words() -> None:
    """A “him” that may be whom the clause before the speaker tells of holds the line."""
    text = "After Bo Lund was confirmed, Jan Holm said the tactics against him had fired up the town."
    holm = Claimant(actor_id="person:jan-holm", name="Jan Holm", surface="Jan Holm", resolved_by="local")
    claim = spoken(text, "the tactics against him had fired up the town", "Jan Holm", "said", claimant=holm)

    assert claim_line(claim, article(text), now=NOW) == "pronoun not resolved"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ida Holm, however, said that the port was open.", "said"),
        ("Ida Holm, at a briefing alongside Tomas Reker, said that the port was open.", "said"),
        ("Ida Holm, who called the flood a “landmark event,” said that the port was open.", "said"),
        ("Ida Holm -- which came late to the quay -- said that the port was open.", "said"),
        ("Ida Holm tweeted that the town was calm, and claimed the port was open.", "claimed"),
        ("Ida Holm denied a deal was near and said in a statement that the port was open.", "said"),
        ("Ida Holm has judged the plan and said the port was open.", "said"),
    ],
)
def test_what_stands_beside_a_speaker_leaves_the_verb_plain(text: str, cue: str) -> None:
    """Where and when somebody speaks, what they said before and have done by now leave a second verb theirs."""
    content = _SAID if _SAID in text else _SAID.removeprefix("that ")
    assert drawn(text, content, "Ida Holm", cue) == "Ida Holm: the port was open"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm, in the film, said that the port was open.",
        "Ida Holm, in no way at ease, said that the port was open.",
        "Ida Holm had been shown the gate and told the port was open.",
        "Ida Holm had never come, and said the port was open.",
    ],
)
def test_a_stage_or_what_was_undergone_holds_the_verb(text: str) -> None:
    """A scene of a film, a negation beside the speaker, or a passive leave no plain report."""
    cue = "told" if "told" in text else "said"
    content = _SAID if _SAID in text else _SAID.removeprefix("that ")
    assert drawn(text, content, "Ida Holm", cue).startswith("held: ")


@pytest.mark.parametrize(
    ("lead", "held"),
    [
        ("What's more, ", False),
        ("10.48am ", False),
        ("Nearly six months after the flood, ", False),
        ("The storm sank three boats and ", False),
        ("Nobody came and ", True),
        ("The storm would sink three boats and ", True),
        ("A paper said the mayor lied and ", True),
        ("A trap for rats and ", True),
    ],
)
def test_a_clause_before_and_has_no_say_in_the_next(lead: str, held: bool) -> None:
    """A plain clause, a time or an opener before a speaker leaves a report; one that may reach over “and” does not."""
    text = f"{lead}Ida Holm said that the port was open."
    line = drawn(text, _SAID, "Ida Holm", "said")
    assert line.startswith("held: ") if held else line == "Ida Holm: the port was open"
