"""Who somebody is where no title stands beside the name: in the sentence beside it, by initials, by its subject."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read


def labels(text: str) -> list[str]:
    """How the sources in braces are labelled."""
    return [claimant.label for claimant in read(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The ex-boss of Parmel has said sorry.\n\n{Ida Holm} said so.", "Ida Holm (ex-boss of Parmel)"),
        ("A former Larn minister was ill. {Ida Holm} said so.", "Ida Holm (former Larn minister)"),
        ("An artist critical of the plan has left.\n\n{Ida Holm} said so.", "Ida Holm (artist)"),
        ("Ida Holm has bought it. The 73-year-old former Larn chairman has paid. {Holm} said so.",
         "Ida Holm (former Larn chairman)"),
        ("A former Larn minister said no. {Ida Holm} said so.", "Ida Holm"),
        ("Ida Holm paid. A former Larn minister was ill. {Ida Holm} said so.", "Ida Holm"),
        ("Ida Holm met the former Larn chairman. The Larn chairman has paid. {Holm} said so.", "Ida Holm"),
        ("A former Larn minister met Carl Dunmore. {Ida Holm} said so.", "Ida Holm"),
        ("A mother of two girls was ill. {Ida Holm} said so.", "Ida Holm"),
        ("A former Larn minister who had left was ill. It was so. It was late. {Ida Holm} said so.", "Ida Holm"),
        ("Ida Holm met Carl Dunmore. The former Larn chairman has paid. {Holm} said so.", "Ida Holm"),
        ("It was late. Ida Holm paid. The gate was closed. {Holm} said so.", "Ida Holm"),
    ],
)  # fmt: skip
def test_a_neighbouring_sentence_tells_who_somebody_is(text: str, label: str) -> None:
    """What the opening calls somebody, or a sentence that points back, is their title; nobody's where two are named."""
    assert labels(text)[-1] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Larn Ferry Board (LFB) met. {Ida Holm, LFB director of safety,} said so.",
         "Ida Holm (director of safety, Larn Ferry Board)"),
        ("The Larn Ferry Board (LFB) met. {Ida Holm, head of sales at LFB}, said so.",
         "Ida Holm (head of sales, Larn Ferry Board)"),
        ("The Larn Ferry Ball was held. {Ida Holm, LFB director,} said so.", "Ida Holm (LFB director)"),
        ("The board met. {Ida Holm, LFB director of safety,} said so.", "Ida Holm (LFB director of safety)"),
        ("Alto will sell its mill, {CEO Ida Holm} said. Later Alto sold it. Alto fell.", "Ida Holm (CEO, Alto)"),
        ("Alto and Brook will sell it, {CEO Ida Holm} said. Later Alto fell. Alto rose.", "Ida Holm (CEO)"),
        ("{Norway’s ambassador to Poland Ida Holm} said so.", "Ida Holm (Norway’s ambassador to Poland)"),
        ("{CEO and president Ida Holm} said so.", "Ida Holm (CEO and president)"),
        ("It was late. For the Larn Greens, Sir {Hugo Holm} said so.", "Hugo Holm (Larn Greens)"),
        ("{Aviation analyst Ida Holm} of Bank Larn described it.", "Ida Holm (Aviation analyst of Bank Larn)"),
    ],
)  # fmt: skip
def test_a_title_says_of_what(text: str, label: str) -> None:
    """Initials are spelt out, an officer is of the sentence's only subject, an envoy goes somewhere."""
    assert labels(text)[0] == label


def test_a_name_without_its_first_word_is_the_whole_one() -> None:
    """“Holm Bo” behind “Ida Holm Bo” is her, and not where two end so."""
    assert labels("Mary Ann Dunmore spoke. {Ann Dunmore} said so.") == ["Mary Ann Dunmore"]
    two = "Mary Ann Dunmore and Sue Ann Dunmore spoke. {Ann Dunmore} said so."
    assert labels(two) == ["Ann Dunmore"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{The Larn Space Agency} said no. {Agency officials} said so.", "Agency officials (Larn Space Agency)"),
        ("{The Larn Space Agency} said no. {Company management} said so.", "Company management"),
        ("The bridge was closed. {Agency officials} said so.", "Agency officials"),
        ("Ida Van Der Holm sat. {Van Der Holm} said so.", "Ida Van Der Holm"),
        ("So it was, {Strauss Holmic, CEO of Alto Mill,} adds.", "Strauss Holmic (CEO of Alto Mill)"),
        ("{Ida Holm MP, Labour’s chief whip,} said so.", "Ida Holm MP (Labour’s chief whip)"),
    ],
)
def test_short_words_stand_for_what_was_named(text: str, label: str) -> None:
    """A body's people are told with the body that its noun means, and the end of a name is the whole one."""
    assert labels(text)[-1] == label


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Ukrainian finance minister said no. {The finance minister, Ida Holm,} said why.",
            "Ukrainian finance minister",
        ),
        ("Russia’s foreign minister was late. {Foreign Minister Ida Holm} said why.", "Russia’s foreign minister"),
        ("{Gov. Ida Holm} said so. A call to the Ohio governor was late.", "Ohio governor"),
        ("{Foreign Minister Ida Holm} said so. Russia’s foreign minister was late.", "Foreign Minister"),
        (
            "Russia’s foreign minister met Ukraine’s foreign minister. {Foreign Minister Ida Holm} said so.",
            "Foreign Minister",
        ),
        ("Russia’s foreign minister Carl Lunde came. {Foreign Minister Ida Holm} said so.", "Foreign Minister"),
        ("The Larn Commerce finance minister said no. {Finance minister Ida Holm} said why.", "Finance minister"),
    ],
)
def test_an_office_is_of_the_state_that_a_text_has_told_it_of(text: str, title: str) -> None:
    """A bare minister is the one state's whose the text has just told of, and nobody's where two have one."""
    assert read(text)[-1].title == title
