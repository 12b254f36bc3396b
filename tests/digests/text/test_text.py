"""Paragraphs, sentences and quotations, found by offset."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.models import Span
from digests.text.folding import fold
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs, sentences

_ODD = st.text(alphabet="aB .!?…,“”„«»\"'’‘()\n\r\u2028\t\0é😀ש1—-", max_size=120)


def _parts(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_paragraphs_are_trimmed_lines() -> None:
    """A paragraph is a line that holds something, without the white space around it."""
    text = "\n One \r\n\n\tTwo.\u2028Three\n   \n"
    assert _parts(text, paragraphs(text)) == ["One", "Two.", "Three"]


@pytest.mark.parametrize(
    "parts",
    [
        ["The road is open.", "The bridge is not."],
        ["Mr. J. K. Vell spoke at 3.5 p.m. on Jan. 5.", "He left."],
        ["It closed at 5 p.m.", "Turnout was low."],
        ["It closes at 5 p.m. Eastern on Friday."],
        ["He came from the U.S.", "The U.S. Army did not."],
        ["Gen. Ivo Stern met Sens. Brenn and Vell.", "They agreed."],
        ["It rose to 5.6 million.", "It was No. 5 of 7."],
        ["Rocks fell on W.Va. 61 near Belsk.", "Nobody was hurt."],
        ["Was it over?", "No.", "It went on."],
        ["“We go.”", "Then she left."],
        ["“We will stay,” she said.", "“It is home.”"],
        ["“Why?” Brenn asked.", "Nobody knew."],
        ["“Stop!” he said and ran.", "It was late."],
        ["Wait… what?", "It went on..."],
        ["A heading without a stop"],
        ["(It was late.)", "Nobody spoke."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    """Abbreviations, initials, decimals and closing marks neither end a sentence nor are left behind."""
    text = " ".join(parts)
    assert _parts(text, sentences(text)) == parts


@pytest.mark.parametrize(
    ("text", "count"), [("It holds, he said.The river fell.", 2), ("He met Booking.Com on Monday.", 1)]
)
def test_a_sentence_ends_where_the_space_behind_it_was_lost(text: str, count: int) -> None:
    """A point between small letters and a word that begins sentences is an end, though no space follows."""
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The barge hit the pier on its way to the dam The quay was shut for a day.", 2),
        ("The barge and the pierThe quay was shut for a day.", 2),
        ("The barge is on LinkedIn and the pier is not.", 1),
        ("Divers have searched the lake since dawn They found two boats.", 2),
        ("The mayor blamed the river board for the flood In a letter she asked for its minutes.", 2),
        ("Her favourite novel is The sea and she said The hall was full.", 1),
        ("He said that The bridge had held, and so did Vice Mayor Liu He that day.", 1),
        ("What I saw was worse than what I had feared.", 1),
        ("It is unclear whether Two officials said so, or when The bridge had shut.", 1),
        ("It is unclear whether The hall was full or if The doors were shut.", 1),
    ],
)
def test_a_sentence_ends_where_its_stop_was_lost(text: str, count: int) -> None:
    """A capital on a small word behind one that may end a sentence begins another, as where a caption was glued on."""
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "A heading\nThe road is open, the ministry said\nBy Ida Holm",
        "The council said:\n• two wells are dry\n• the road is shut",
        "Belsk, Thursday\n\nand more of it",
        "Read it here\nwww.example.org/belsk",
        "Who came: nobody\nwho left: all of them",
    ],
)
def test_no_sentence_runs_across_a_line_break(text: str) -> None:
    """A line break ends a sentence even where nothing else does."""
    assert _parts(text, sentences(text)) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    "text",
    [
        "The council said that the wells\nof Belsk were dry.",
        "The town will pay her nearly\n$40,000\nin damages.",
        "The pumps had failed once on\nTuesday.",
        "It denied on Tuesday, in a letter, that\nall of its pumps had failed while Mayor Siri\nHolm was away.",
    ],
)
def test_a_wrapped_line_goes_on(text: str) -> None:
    """A line that begins in lower case or with an amount belongs to the one before it, and so do those behind it."""
    assert _parts(text, sentences(text)) == [text]


_WELLS = (
    "The council said on Tuesday that the wells of the upper villages had been dry for a fortnight and that "
    "lorries would bring water until Friday to Upper Belsk."
)
_PUMPS = (
    "Mayor Siri Holm said in a letter to the county that none of the pumps had been looked after while the works "
    "were run by Northern Water and that the contract with Northern Water would end."
)
_OFFICE = (
    "The company did not answer a question about the pumps, and its office in the harbour was shut on Wednesday "
    "when people from Belsk came to ask."
)
LONG = (_WELLS, _PUMPS, _OFFICE)


@pytest.mark.parametrize("indent", ["", "    ", "\t"])
@pytest.mark.parametrize("width", [72, 90, 110])
def test_a_text_that_fits_a_column_goes_on_anywhere(width: int, indent: str) -> None:
    """Where a text was broken to fit a column, a line goes on with a name too, and each sentence is read whole."""
    lines = [line for sentence in LONG for line in textwrap.wrap(sentence, width)]

    text = f"\n{indent}".join(lines)

    assert [" ".join(part.split()) for part in _parts(text, sentences(text))] == list(LONG)


def test_headings_of_a_column_stay_lines() -> None:
    """A short line without an end is a heading, and what stands below it is a sentence of its own."""
    text = "Water runs out\nThe council said that the wells were dry.\nWhat comes next\nLorries will bring water."

    assert len(sentences(text)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said. “Now.”", ["“We go,”", "“Now.”"]),
        ('"We go," she said. "Now."', ['"We go,"', '"Now."']),
        ("''We go,'' she said.", ["''We go,''"]),
        ("„Wir gehen“, sagte sie.", ["„Wir gehen“"]),
        ("‘We go,’ she said. It was ‘over’. The troops’ base.", ["‘We go,’", "‘over’"]),
        ("‘The troops’ base is gone,’ she said.", ["‘The troops’ base is gone,’"]),
        ("'We go,' she said, in the '90s.", ["'We go,'"]),
        ("Russia‘s forces and the troops' base", []),
        ("“He said “hello” to me,” she said.", ["“He said “hello” to me,”"]),
        ("“It was ‘over’ then,” she said.", ["“It was ‘over’ then,”"]),
        ("“We go, he said. “They left,” said Vell.", ["“They left,”"]),
        ('He said "we go. Then "they left" came.', ['"they left"']),
        ('A 5" gun and a "new" one.', ['"new"']),
        ("“We go.\n“They left,” she said.", ["“We go.", "“They left,”"]),
        ("“We go.\nThey left.", []),
        ('Vell said: "We go. It is late. "We stay." He left.', ['"We go. It is late.', '"We stay."']),
        ("“We go. “We stay! “We wait.” He left.", ["“We go.", "“We stay!", "“We wait.”"]),
        ('Vell said: "We go. He left. "We stay," he added.', ['"We stay,"']),
        ('He called it "late. Vell said: "We go." He left.', ['"We go."']),
        ('He read "Late. "We go." was the next line.', ['"We go."']),
        ("“We go, Vell said. “We stay.” He left.", ["“We stay.”"]),
        ("“We go, said Vell. “We stay.” He left.", ["“We stay.”"]),
        ("A stray ” mark", []),
        ("”We go. It is late,” she said.", ["”We go. It is late,”"]),
        ("It was “mostly false.“ Then he left.", ["“mostly false.“"]),
        ("»Wir gehen«, sagte sie. Dann »nein«.", ["»Wir gehen«", "»nein«"]),
        ("«Мы идём», said he. « Oui », dit-il.", ["«Мы идём»", "« Oui »"]),
        ("„We go,” she said. „No.”", ["„We go,”", "„No.”"]),
        ("‹We go›, he said.", ["‹We go›"]),
        ("``We go,'' she said.", ["``We go,''"]),
        ('“We go," she said. "No,” he said.', ['“We go,"', '"No,”']),
        ("「行く」と言った。", ["「行く」"]),
        ("It froze. '' It is cold,'' he said. ''So''", ["'' It is cold,''", "''So''"]),
        ("He said, ''They shout, 'Go home,'''", ["''They shout, 'Go home,'''"]),
        ('It froze. " It is cold," he said.', ['" It is cold,"']),
        ('The 6" Pipe and the 9" Pipe burst.', []),
        ("“We go.”He left. “Now.”", ["“We go.”", "“Now.”"]),
        ("“‘We go,’ he said, and “left”,” she added.", ["“‘We go,’ he said, and “left”,”"]),
        ("'Ek said the 'red door' is shut.'\n'No,' he said.", ["'Ek said the 'red door' is shut.'", "'No,'"]),
        ("'Ek said that the 'door is shut.'", ["'Ek said that the 'door is shut.'"]),
        ("'We go,' he said, and 'left.'", ["'We go,'", "'left.'"]),
        ("“a b. " + "c d e. " * 600 + "f”", []),
        ("", []),
    ],
)
def test_quotations_keep_their_marks(text: str, expected: list[str]) -> None:
    """Curly, straight, single and doubled marks are paired; apostrophes and stray marks are let be."""
    assert _parts(text, quotations(text)) == expected


@given(_ODD)
def test_spans_are_in_order_and_on_one_line(text: str) -> None:
    """Whatever the text, spans are trimmed, in order, apart, and within a paragraph."""
    lines = paragraphs(text)
    for spans in (lines, sentences(text), quotations(text)):
        place = 0
        for start, end in spans:
            assert place <= start < end <= len(text)
            assert any(first <= start and end <= last for first, last in lines)
            place = end


@given(
    st.lists(
        st.sampled_from(["“Yes.”", "“No,” she said.", "“", "”", '"', "‘", "He left.", "«", "»", "`", "Russia‘s"]),
        max_size=30,
    )
)
def test_stray_marks_swallow_no_line(parts: list[str]) -> None:
    """Whatever marks are left open or closed twice in one line, whole quotations of other lines are found."""
    text = "\n".join((" ".join(parts), "He left.", "“We stay,” she said."))
    found = _parts(text, quotations(text))
    assert found[-1] == "“We stay,”"
    assert not any("He left.\n" in quotation for quotation in found)


@given(_ODD)
def test_sentences_hold_every_word(text: str) -> None:
    """Nothing but white space lies between sentences."""
    covered = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(("one", "other"), [("Renée’s", "renees"), ("Кличко", "Klichko"), ("Al-Arish", "al arish")])
def test_folding_joins_spellings(one: str, other: str) -> None:
    """Marks, case, script and punctuation do not part two spellings of a name."""
    assert fold(one) == fold(other)


def test_a_title_behind_a_hyphen_ends_no_sentence() -> None:
    """“Then-Sen.” is an abbreviation as “Sen.” is."""
    assert len(sentences("She ran against then-Sen. Bo Lund and lost. He won.")) == 2


@pytest.mark.parametrize("title", ["Det.", "Pte.", "Msgr.", "Cllr.", "Ald.", "Sgt."])
def test_a_title_written_short_ends_no_sentence(title: str) -> None:
    """A rank or a title with a point belongs to the name behind it."""
    assert len(sentences(f"She praised {title} Bo Lund. He left.")) == 2
