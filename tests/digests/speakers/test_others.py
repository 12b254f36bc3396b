"""A pronoun means nobody whom its own words name, tell or ask of, and nobody who but says whose another is."""

from __future__ import annotations

import pytest

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, words_of
from digests.attribution.repairs.free_quotations import add_floating, free_running
from digests.attribution.repairs.nested import keep_inner_speaker
from digests.attribution.repairs.participles import find_subject
from digests.models import Attribution, Span
from digests.speakers.resolve import resolve_speakers
from tests.digests.speakers.test_speakers import INDEX, read


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "name"),
    [
        (
            "Coach Otto Kern met Peter Hahn in Graz. He told Peter Hahn that the gate was shut.",
            "He",
            "told",
            "that the gate was shut",
            "Otto Kern",
        ),
        (
            "Prof. Carl Dunmore spoke. Peter Hahn sat by. “We like what Peter Hahn built,” he said.",
            "he",
            "said",
            "“We like what Peter Hahn built,”",
            "Carl Dunmore",
        ),
    ],
)
def test_a_pronoun_means_nobody_of_whom_or_to_whom_it_speaks(
    text: str, source: str, cue: str, content: str, name: str
) -> None:
    """Whom “he” tells, or names in what he says, is another than he."""
    place = text.rindex(f"{source} {cue}")
    start = place + len(source) + 1
    attribution = Attribution(
        source=((place, place + len(source)),), cue=((start, start + len(cue)),), content=(_span(text, content),)
    )
    assert resolve_speakers(text, [attribution], INDEX)[0].name != "Peter Hahn"
    assert resolve_speakers(text, [attribution], INDEX)[0].name in {name, source}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asked whether he feared that Peter Hahn, the rower, would win, Otto Kern shrugged. “No,” {he} said.", "Kern"),
        (
            "{Carl Dunmore}, a Hahn fan, agreed. Peter Hahn lost. But Hahn club head {Otto Kern} said so. {He} left.",
            "Kern",
        ),
        ("Chief {Ban Ki-tae} spoke. {Peter Hahn} said no. {Ban} shrugged. “It is one river,” {he} said.", "Ban Ki-tae"),
        ("{Police Capt. Otto Kern} said it was late. {The 26-year-old victim} said so.", "victim"),
        ("“{Bo Hahn} came,” {Otto Kern} said. “He did not stay. {He} said it was late. I left.", "He"),
        ("A keen rower, {Rima Hahn} won. Carl Hahn, 40, rowed. A keen reader, Hahn lost. {He} left.", "He"),
        ("{Otto Kern} said no. Dunmore shrugged. “It is late,” {he} said.", "he"),
        (
            "Senator Otto Kern spoke.\n\nCarl Dunmore came. To cheers, {the senator} said so.",
            "the senator",
        ),
        ("Mayor Otto Kern lost. Rima Ost had won. After the count {the new mayor} said so.", "the new mayor"),
        ("{Rima Holm} and Ek's mother came. {She} said no.", "She"),
        ("{Otto Kern} met the driver. His wife left. {He} said no.", "He"),
        ("{A flood in Larn} showed how. “I knew,” {he} said.", "he"),
        ("Dr. Otto Kern saw him. {The doctor} said that he was ill. {He} said no.", "He"),
        ("The day was long. {a longtime NATO data analyst} said so.", "a longtime NATO data analyst"),
        ("It was late. {recently hacked NATO documents} said so.", "recently hacked NATO documents"),
        ("{The shops} close at six. {Those who came} said so, but {they} left.", "Those who came"),
        ("{Alto} found a tape. According to {Alto}, Ann Bo was late. {She} said so.", "She"),
        ("Even as {he} spoke, Carl Dunmore left. {Otto Kern} said no. Even as {he} spoke, Carl Dunmore sang.", "he"),
    ],
)
def test_whoever_stands_out_is_whom_a_pronoun_means(text: str, name: str) -> None:
    """Who is asked, half named or leads others is meant, and not whom a question, a side or a story is about."""
    assert name in read(text)[-1].name


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Bo Ek met a boy who faced him and said, “Go home now.”", "Bo Ek", "said", "“Go home now.”", ("who", "“Go")),
        (
            "A guard said he heard a knock, Ann Bo said.",
            "Ann Bo",
            "said.",
            "he heard a knock",
            ("Ann Bo", "A guard said"),
        ),
    ],
)
def test_whoever_speaks_in_another_s_story_stays_in_it(
    text: str, source: str, cue: str, content: str, expected: tuple[str, str]
) -> None:
    """Who is told of and speaks has the word himself, or stays in the words of whoever tells of him."""
    draft = Draft((_span(text, source),), (_span(text, cue),), (_span(text, content),))
    reading = Document(text)
    (found,) = keep_inner_speaker(reading, find_subject(reading, [draft]))
    assert text[slice(*found.source[0])] == expected[0]
    assert text[slice(*found.content[0])].startswith(expected[1])


def test_a_running_quotation_is_of_whoever_spoke_before() -> None:
    """Where the narrator has a sentence between, or “Bo said:” stands before, the one named later is silent."""
    text = (
        "“It is cold,” Ann Bo said. “We will heat the hall.” The hall has a stove. “It smokes,” Carl Ek said. "
        "Rima Ost, 17, from Larn, said: “I like it here very much.” Otto Kern told them: “Good.”"
    )
    ann, carl = _span(text, "Ann Bo"), _span(text, "Carl Ek")
    drafts = [
        Draft((ann,), (_span(text, "said"),), (_span(text, "“It is cold,”"),)),
        Draft(
            (carl,),
            ((carl[1] + 1, carl[1] + 5),),
            (_span(text, "“We will heat the hall.”"), _span(text, "“It smokes,”")),
        ),
        Draft(
            (_span(text, "Otto Kern"),),
            (_span(text, "told"),),
            (_span(text, "“I like it here very much.”"), _span(text, "“Good.”")),
        ),
    ]
    reading = Document(text)
    spoken = {
        text[slice(*span)]: " ".join(text[start:end] for start, end in draft.source)
        for draft in add_floating(reading, free_running(reading, drafts))
        for span in draft.content
    }
    assert spoken["“We will heat the hall.”"] == "Ann Bo"
    assert spoken["“I like it here very much.”"] == "Rima Ost, 17, from Larn"
    assert (spoken["“It smokes,”"], spoken["“Good.”"]) == ("Carl Ek", "Otto Kern")


EK = "Ek, who came on Monday,"


@pytest.mark.parametrize(
    ("rest", "quotation", "contents", "speaker"),
    [
        (f"“It is late.” {EK} said it was cold.", "“It is late.”", ("“It is late.”", "it was cold"), "Ann Bo"),
        (f"“It is late,” {EK} said.", "“It is late,”", ("“It is late,”",), EK),
    ],
)
def test_a_quotation_goes_on_before_the_next_speaker(
    rest: str, quotation: str, contents: tuple[str, ...], speaker: str
) -> None:
    """A whole quotation behind another in its paragraph is that one's, though the next sentence has a speaker."""
    text = f"“I will not go now,” Ann Bo said. {rest}"
    said = text.rindex("said")
    drafts = [
        Draft((_span(text, "Ann Bo"),), (_span(text, "said"),), (_span(text, "“I will not go now,”"),)),
        Draft((_span(text, EK),), ((said, said + 4),), tuple(_span(text, content) for content in contents)),
    ]
    reading = Document(text)

    found = add_floating(reading, free_running(reading, drafts))
    assert [words_of(text, draft.source) for draft in found if _span(text, quotation) in draft.content] == [speaker]


ALONE = "Carl Dunmore, head of the Larn Board, said no. {Dunmore} said so. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ALONE + "{Board head of pier works Sarwono} said no. {He} said so.", "He"),
        (ALONE + "But {the Belsk spokesman} said no. {He} said so.", "He"),
        (ALONE + "{Head of the Larn Media centre Abu Yazan al-Larni} said no. {He} said so.", "He"),
        (ALONE + "{Some analysts} said no. {He} said so.", "Carl Dunmore"),
        (
            "The Member of Parliament for Larn, {Rev Carl Dunmore}, said no. Later {the MP} said no. {He} said so.",
            "Carl Dunmore",
        ),
        ("{Alto News} reports that the state had shut it. {It} said so.", "It"),
        ("{Alto News} shut its shop. {It} said so.", "Alto News"),
    ],
)
def test_who_spoke_last_may_be_meant_though_no_name_is_read(text: str, name: str) -> None:
    """An officer whose name is not read may be “he” and whom a body but reports on “it”, so that nobody is sure."""
    assert read(text)[-1].name == name


def test_a_text_without_its_last_stop_is_no_heading() -> None:
    """Who is named in a long paragraph whose last stop is lost is named as in any other."""
    text = (
        "Gary Proctor, a lawyer, spoke. “It is late,” {Proctor} said. It had rained. Some had left. "
        "Judge Barry Orr, who is new, gave each side its due. {He} said so (By Ann Bo)"
    )
    assert read(text)[-1].name == "Barry Orr"
