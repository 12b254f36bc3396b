"""Descriptions, lone quotations and single names lead to the one person whom the text gives."""

from __future__ import annotations

import pytest

from digests.speakers.kinds import DOUBTFUL
from tests.digests.speakers.test_speakers import read

FAR = "It rained all day. " * 25


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Rima Solberg} spoke first. {The 61-year-old baker} said so.", "Rima Solberg"),
        ("Prof. Carl Dunmore sighed. {The tired professor} said so.", "Carl Dunmore"),
        ("Prof. Carl Dunmore met Prof. Anna Lindt. {The tired professor} said so.", "The tired professor"),
        ("Mayor Carl Dunmore sighed. {The former mayor} said so.", "The former mayor"),
        ("They fought shadow chancellor Carl Dunmore. {The chancellor} said so.", "The chancellor"),
        ("{Deputy mayor Carl Dunmore} spoke first. {The mayor} said so.", "The mayor"),
        ("{Deputy mayor Carl Dunmore} spoke first. {The deputy mayor} said so.", "Carl Dunmore"),
        ("{Carl Dunmore} sighed. {The company} said so.", "The company"),
        ("{Carl Dunmore} sighed. {The old report} said so.", "The old report"),
        ("{Rima Solberg, a nurse,} spoke first. {The doctor} said so.", "The doctor"),
        ("Violinist Carl Dunmore sighed. {The conductor} said so.", "The conductor"),
        ("{Rima Solberg, a surgeon,} spoke first. {The doctor} said so.", "Rima Solberg"),
        ("{Mayor Carl Dunmore} spoke before mayor Anna Lindt. {The mayor} said so.", "The mayor"),
        ("{Carl Dunmore} was joined by Anna Lindt. {The prime minister} said so.", "The prime minister"),
        ("{Nox Lum} was sued by a stage artist who slipped. {The woman} said so.", "The woman"),
        ("The Fish Fund has urged the Grain Fund to lend. {The fund} said so.", "The fund"),
        ("The Fish Fund met the Grain Fund. It rained. The Fish Fund left. {The fund} said so.", "Fish Fund"),
    ],
)
def test_a_description_is_the_person_it_fits(text: str, name: str) -> None:
    """An age or a trade after somebody has come in means them; an office its one holder; a body or a thing nobody."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    "text",
    [
        "Rima Solberg met Carl Dunmore. {The 43-year-old} said so.",
        "Rima Solberg met Carl Dunmore. {The Texan} said so.",
        "Rima Solberg met Carl Dunmore. {The Alto native and Larn College graduate} said so.",
        "Rima Solberg met Carl Dunmore. {The former secretary of state} said so.",
        "Rima Solberg met Omar Dunmore. Omar Dunmore left. {The young Larn mother who has fought the dam} said so.",
        "Rima Solberg met Sheriff Carl Dunmore. Sheriff Ned Holm came. {The sheriff} said so.",
        "{Rima Solberg} runs for mayor. Ned Holm, the host, asked her. {The candidate} said so.",
        "{Rima Solberg} runs for mayor. Ned Holm asked Solberg why. {The candidate} said so.",
        "Republican {Rima Solberg} wants to be president. {Solberg} spoke in Larn. {The Democratic candidate} said so.",
    ],
)
def test_a_description_of_somebody_named_elsewhere_begins_no_line(text: str) -> None:
    """Where a text names whoever may be meant, an age, a home or an office that many have is not sure enough."""
    assert read(text)[-1].confidence <= DOUBTFUL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained in Larn. {The former governor} said so.", "The former governor"),
        ("Rima Solberg met Carl Dunmore. {The mayor} said so.", "The mayor"),
        ("Rima Solberg met Carl Dunmore. {The head of the Larn Board} said so.", "The head of the Larn Board"),
        ("Larn Sen. {Rima Solberg} will run. {Solberg} spoke. {The Republican candidate} said so.", "Rima Solberg"),
        (
            "{Rima Solberg}, the head of the Larn Fire Board, spoke. {The head of the Alto Relief Board} said so.",
            "The head of the Alto Relief Board",
        ),
    ],
)
def test_a_description_that_tells_somebody_may_begin_a_line(text: str, name: str) -> None:
    """An office with its body, or of which nobody is named, stands as it is; who runs for one is the one who spoke."""
    claimant = read(text)[-1]
    assert claimant.name == name
    assert claimant.confidence > DOUBTFUL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lindt spoke. Her cousin Peter Lindt was there. {Lindt} said so.", "Anna Lindt"),
        ("Anna Lindt spoke. Her cousin Peter Lindt said no. It was late. {Lindt} left.", "Lindt"),
        (f"Anna Lindt spoke. {'It rained all day. ' * 20}Peter Lindt came. {{Lindt}} said so.", "Peter Lindt"),
        ("Peter Hahn and Otto Kern came. {Otto} said so.", "Otto Kern"),
        (f"Omar Adan sued. Adan wept. His wife, Leila Adan, left. {FAR}{{Adan}} said so.", "Omar Adan"),
        (f"Omar Adan sued. Adan won. Police saw Leila Adan at sea. {FAR}{{Adan}} said so.", "Omar Adan"),
        ("Omar Adan sued. Adan thanked Leila Adan. {Adan} said so.", "Omar Adan"),
        (f"Omar Adan sued. Adan won. {FAR}Leila Adan said no. It was late. {{Adan}} said so.", "Leila Adan"),
        ("Police held Omar Adan. A march with Zebib Adan began. {Adan} said so.", "Adan"),
        ("Ivanka Trump spoke. Donald Trump sat. {Ms. Trump} said so.", "Ivanka Trump"),
        ("The brothers Okan and Peter Lindt came. {Lindt} said so.", "Lindt"),
        ("Ann and Peter Lindt came. {Lindt} said so.", "Lindt"),
        ("Siri Lindt and Ruth Lindt came. {Lindt} said so.", "Lindt"),
        ("Khizr and Ghazala Lindt came. {Mr. Lindt} said so.", "Mr. Lindt"),
        ("Khizr and Ghazala Lindt lost a son, Capt. Omar Lindt. {Mr. Lindt} said so.", "Mr. Lindt"),
        ("Hahn and Ghazala Lindt came. Otto Hahn left. {Lindt} said so.", "Ghazala Lindt"),
        ("Pastor Peter Lindt came. {Detective Lindt} said so.", "Detective Lindt"),
        ("Senator Peter Lindt came. {Chairman Lindt} said so.", "Peter Lindt"),
        ("{Peter Lindt} said so.\n\n{His wife} said no.\n\n“It is,” {he} said.", "Peter Lindt"),
        ("Prof. Bao Linh Tran opened the fair. {Bao} said so.", "Bao Linh Tran"),
        ("Khizr Lindt spoke of his wife, Siri Lindt. {Mr. Lindt} said so.", "Khizr Lindt"),
        ("The lawyer spoke of his wife, Siri Lindt. {Mr. Lindt} said so.", "Mr. Lindt"),
        ("The pilot Omar al-Haddad landed. Otto Kern met {Al-Haddad}.", "Omar al-Haddad"),
        ("Peter Hahn spoke. Omar al-Haddad came. Songs of Al-Haddad began. “Good,” {he} said.", "Omar al-Haddad"),
    ],
)
def test_one_word_of_a_name_is_the_namesake_meant(text: str, name: str) -> None:
    """The namesake named in full near by is meant, else whom the text is about; of two near by neither."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    "text",
    [
        f"Ivanka Trump opened the shop. Ivanka Trump said it was hers. Donald Trump paid. {FAR}{{Trump}} said so.",
        f"Donald Trump paid. Trump left. {FAR}Eric Trump ran the firm. Eric Trump smiled. {{Trump}} said so.",
        "Siri Holm, a nurse, ran. Per Holm, a baker, won. {Holm} said so.",
    ],
)
def test_a_last_name_that_several_may_be_meant_by_is_doubtful(text: str) -> None:
    """Where a kinsman may speak, a last name is not sure enough for a line, be it one that everybody knows."""
    assert read(text)[-1].confidence <= DOUBTFUL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{The Dairy Union} said in a written statement that it was so. {The statement} said more.", "Dairy Union"),
        ("{Rima Solberg} agreed in her letter. {The letter} said more.", "Rima Solberg"),
        ("{The Dairy Union} denied the reports. {The reports} said more.", "The reports"),
        ("{Rima Solberg} agreed in a letter. {Carl Dunmore} agreed in a letter. {The letter} said more.", "The letter"),
        ("{The Dairy Union} said so. “It is late.” “It will be later,” {it} said.", "Dairy Union"),
        ("{The Dairy Union} said so. {The Milk Board} said no. {It} said more.", "Milk Board"),
    ],
)
def test_a_statement_is_whose_it_is(text: str, name: str) -> None:
    """A statement that somebody gave right before speaks for them; “it” is the only body that has the word."""
    assert read(text)[-1].name == name
