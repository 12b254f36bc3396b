"""Where a source begins and ends, whatever the tagger took for its ends."""

from __future__ import annotations

import pytest

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, words_of
from digests.attribution.repairs.extents.boundaries import tidy
from digests.attribution.repairs.extents.speakers import end_sources


@pytest.mark.parametrize(
    ("source", "words", "content", "speaker", "said"),
    [
        ("Skipper Ida Holm, pilot Ole Roe", "{} said, {}.", "had sunk", "pilot Ole Roe", "Skipper Ida Holm had sunk"),
        ("Ida Holm, the skipper,", "{} said {}.", "it had sunk", "Ida Holm, the skipper,", "it had sunk"),
        ("skipper Ida Holm after Ole Roe had gone", "{1} said {0}.", "“It sank,”", "skipper Ida Holm", "“It sank,”"),
        ("Ida Holm, and pilot Ole Roe", "{1} said {0} nodded.", "“It sank,”", "Ida Holm", "“It sank,”"),
        ("Ida Holm", "{1} said {0} before the storm.", "“It sank,”", "Ida Holm", "“It sank,”"),
    ],
)
def test_a_source_is_whoever_speaks(source: str, words: str, content: str, speaker: str, said: str) -> None:
    """A subject ahead of the speaker belongs to what is said, and a clause of time behind a name to neither."""
    text = words.format(source, content)
    spans = [(text.index(part), text.index(part) + len(part)) for part in (source, "said", content)]
    draft = Draft(source=(spans[0],), cue=(spans[1],), content=(spans[2],))

    (parted,) = end_sources(Document(text), [draft])

    assert (words_of(text, parted.source), words_of(text, parted.content)) == (speaker, said)


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("In a note signed by his aide, ", "Holm"),
        ("At last ", "Mr Carl Roe, Holm"),
        ("In a note signed by an aide, ", "Mr Carl Roe, Holm"),
    ],
)
def test_whom_an_opening_names_last_is_not_its_subject(opening: str, speaker: str) -> None:
    """“In a note signed by his aide, Mr Carl Roe, Holm said” has Holm for its speaker."""
    text = f"{opening}Mr Carl Roe, Holm said it had sunk."
    spans = [(text.index(part), text.index(part) + len(part)) for part in ("Mr Carl Roe, Holm", "said", "it had sunk")]

    (parted,) = end_sources(Document(text), [Draft(source=(spans[0],), cue=(spans[1],), content=(spans[2],))])

    assert words_of(text, parted.source) == speaker


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Carl Roe, LNN", "LNN"),
        ("Carl Roe, Larn News", "Larn News"),
        ("Ida Holm, the skipper,", "Ida Holm, the skipper,"),
        ("Ida Holm", "Ida Holm"),
    ],
)
def test_a_name_that_ends_what_is_said_is_no_source(source: str, speaker: str) -> None:
    """Of two names in a row the one right before the verb speaks: “by his father, Carl Roe, LNN said”."""
    content = "It was bought by his father"
    text = f"{content}, {source} said."
    spans = [(text.index(part), text.index(part) + len(part)) for part in (source, "said", content)]

    (parted,) = end_sources(Document(text), [Draft(source=(spans[0],), cue=(spans[1],), content=(spans[2],))])

    assert words_of(text, parted.source) == speaker


@pytest.mark.parametrize(
    ("words", "source", "speaker"),
    [
        ("It fell, Norland's state-run LNN said.", "run LNN", "Norland's state-run LNN"),
        ("It fell, Larn-based broker Ro said.", "based broker Ro", "Larn-based broker Ro"),
        ("As it fell Ida Holm-Roe said.", "Roe", "Ida Holm-Roe"),
        ("It fell, and Ida Holm said.", "Ida Holm", "Ida Holm"),
        ("It fell - Ida Holm said.", "Ida Holm", "Ida Holm"),
    ],
)
def test_a_source_has_its_first_word_whole(words: str, source: str, speaker: str) -> None:
    """Where the tagger parts a word at its hyphen, what stands before the hyphen is the source's too."""
    said = words[: words.index(source)]
    begin = len(said)
    draft = Draft(
        source=((begin, begin + len(source)),), cue=((len(words) - 5, len(words) - 1),), content=((0, begin),)
    )

    (parted,) = tidy(Document(words), end_sources(Document(words), [draft]))

    assert words_of(words, parted.source) == speaker
    assert speaker not in words_of(words, parted.content)


@pytest.mark.parametrize(
    ("content", "rest", "whole"),
    [
        ("it took 9m euros (dollars 10m", "; pounds 8m). It fell.", "it took 9m euros (dollars 10m; pounds 8m)"),
        ("it fell at 7am (3am GMT", ").", "it fell at 7am (3am GMT)"),
        ("it fell (in May) at 7am", " (or later).", "it fell (in May) at 7am"),
        ("it fell (in May", ", and rose.", "it fell (in May"),
        ("it fell at 7 a.m", ". It was May.", "it fell at 7 a.m."),
        ("it fell at 7", ".", "it fell at 7"),
    ],
)
def test_a_content_ends_with_its_last_word(content: str, rest: str, whole: str) -> None:
    """What stands in brackets that are open is said too, as far as they are closed, and initials keep their point."""
    text = f"Ida Holm said {content}{rest}"
    draft = Draft(source=((0, 8),), cue=((9, 13),), content=((14, 14 + len(content)),))

    (tidied,) = tidy(Document(text), [draft])

    assert words_of(text, tidied.content) == whole


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("adding it would not", "it sank"),
        ("likely raising fears", "it sank"),
        ("and nothing else", "it sank and nothing else"),
    ],
)
def test_what_goes_on_with_a_participle_is_not_what_was_said(rest: str, said: str) -> None:
    """“It sank, Ida Holm said, raising fears” is told of what she said, or is another saying of hers."""
    text = f"it sank, Ida Holm said, {rest}."
    content = ((0, 7), (text.index(rest), text.index(rest) + len(rest)))

    (tidied,) = tidy(Document(text), [Draft(source=((9, 17),), cue=((18, 22),), content=content)])

    assert words_of(text, tidied.content) == said


def test_a_source_does_not_end_with_its_day() -> None:
    """“Ida Holm Tuesday night” is Ida Holm, or “Ida Holm Friday” where she is named; Sheffield Wednesday is a club."""
    ends = (" Tuesday night", ""), (" today", ""), (" Friday", " Ida Holm left."), (" Friday", " Holm left.")
    others = ("President Ida Holm", (" Monday", "")), ("Sheffield Wednesday", ("", ""))
    for name, (rest, told) in (*(("Ida Holm", end) for end in ends), *others):
        text = f"{name}{rest} said it sank.{told}"
        spans = (
            ((0, len(name + rest)),),
            ((len(name + rest) + 1, len(name + rest) + 5),),
            ((text.index("it sank"), text.index("it sank") + 7),),
        )

        (tidied,) = tidy(Document(text), [Draft(*spans)])

        assert words_of(text, tidied.source) == name
