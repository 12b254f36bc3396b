"""Short forms, other names and namesakes: each leads to the one that the text means, or to nobody."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read

CASES = [
    ("The Coastal Banking Agency, or Cobank, is new. {Cobank} said so.", "Coastal Banking Agency"),
    ("The Coastal Banking Agency, known as Cobank, is new. {Cobank} said so.", "Coastal Banking Agency"),
    ("The Coastal Banking Agency (CBA) is new. {The CBA} said so.", "Coastal Banking Agency"),
    ("The Chinese ISW rose. {The ISW} said so.", "Chinese ISW"),
    ("The Chinese ISW and Ukraine’s ISW rose. {The ISW} said so.", "Institute for the Study of War"),
    ("The American ISW rose. {The ISW} said so.", "Institute for the Study of War"),
    ("The Institute for the Study of War met the Chinese ISW. {ISW} said so.", "Institute for the Study of War"),
    ("{The nurses of Larn clinic} said so. Carl Dunmore sat. {The nurses} said so.", "The nurses of Larn clinic"),
    ("{The nurses of Larn} said so. The nurses of Belsk sat. {The nurses} said so.", "The nurses"),
    ("{The nurses of Larn} said so. Two nurses sat. {The nurses} said so.", "The nurses"),
    ("The Alliance to Mend Our Harbours (AMOH) is new. {AMOH} said so.", "AMOH"),
    ("{Lumeo} said the apps were down at Lumeo. {The company} said so.", "Lumeo"),
    ("Ida van der Holm, a baker, is new. {Van der Holm} said so.", "Ida van der Holm"),
    ("Attorney General Oku Bolund sat. {The AG} said so.", "Oku Bolund"),
    ("{A release signed by the LTO Director General, Dr. Ida Holm}, said so.", "Ida Holm"),
    ("Oku Bolund, a striker, is ill. {The 33‑year‑old} said so.", "Oku Bolund"),
    ("{The Ministry of Trade, Industry and Energy} said so.", "Ministry of Trade, Industry and Energy"),
    ("{Larn’s Truth, Justice and Peace Commission} said so.", "Larn’s Truth, Justice and Peace Commission"),
    ("{The Larn Trade, Industry and Energy Ministry, in a note,} said so.", "Larn Trade, Industry and Energy Ministry"),
    ("Prime Minister Oku Bolund sat. {The Premier} said so.", "Oku Bolund"),
    ("The Chief of Army Staff, Ida Holm, sat. {The army boss} said so.", "Ida Holm"),
    ("The Larn Tide Ministry sat. {The Larn ministry} said so.", "Larn Tide Ministry"),
    ("The Larn Tide Ministry sat. {The Orr ministry} said so.", "Orr ministry"),
    ("The plan came from the carmaker Alto. {The company} said so.", "Alto"),
    ("{The union} said trains would stop. {It} said so.", "The union"),
    ("The Ukrainian General Staff has moved. {It} said so.", "Ukrainian General Staff"),
    ("Valeska Paris was a member until she left. {Paris} said so.", "Valeska Paris"),
    ("The summit in Paris is over. {Paris} said so.", "France"),
    ("Melania Trump wore a blue coat. {Trump} said so.", "Donald Trump"),
    ("Melania Trump wore a blue coat. {Mrs. Trump} said so.", "Melania Trump"),
    ("Carl Putin, a baker, opened a shop. {Putin} said so.", "Carl Putin"),
    ("The US Congress met. {The Hill} said so.", "The Hill"),
    ("{THE MAYOR OF LARN, KIM PEARCE,} SAID SO.", "Kim Pearce"),
    ("Harbour Administrator Brock Lund is new. {Harbour Administrator Brock Lund} said so.", "Brock Lund"),
    ("Zolvex takes new steps. {The company} said so. Zolvex grew. For years Zolvex rose.", "Zolvex"),
    ("Zolvex takes new steps. {The company} said so. Zolvex lies on a hill. It is cold in Zolvex.", "The company"),
    ("Alto Foods closed two plants and lost its chief. {The company} said so.", "Alto Foods"),
    ("Larn Electronics Corp. fell after {the company} said so.", "Larn Electronics Corp"),
    ("Alto Foods fought Larn Energy in court on Monday. {The company} said so.", "Alto Foods"),
    ("Crews left when Alto Foods and Larn Energy shut. {The company} said so.", "The company"),
    ("OPQ bought Cassel & Brook. {The company} said so.", "The company"),
    (
        "Ad giant OPQ grew. Once OPQ bought Cassel & Brook. It also includes Hale & Fenwick. {The company} said so.",
        "OPQ",
    ),
    ("{Menton Group} said so. Many fear Rostok. Rostok officials hid. {The company} said so.", "The company"),
    ("Lib Dems want cuts. {The Lib Dems} said so. The prime minister hailed it. {He} said so.", "He"),
    ("Anna Lindt spoke to The Independent. {The Independent} said so.", "The Independent"),
    (
        "{Carl Dunmore} rode in. {The guy, a retailer for Dunmore’s shop,} said so.",
        "The guy, a retailer for Dunmore’s shop",
    ),
    ("Tory co-chairman Carl Dunmore ran. {The Tory co-chairman} said so.", "Carl Dunmore"),
    ("Irishmen JP Dunmore and Carl Osko hold on. {Dunmore} said so.", "JP Dunmore"),
    ("{Carl Dunmore} said so. That comment hurt. {That comment} said so. {He} said so.", "Carl Dunmore"),
    ("The Liberal Democrats promise savings. {The party} said so.", "Liberal Democrats"),
    ("It would be free under a Tory plan, {the party} said. The Tories like it.", "Tories"),
    ("The Tories like Tory plans. Rain fell. It ran. A fox sat. Snow lay. {The party} said so.", "Tories"),
    ("The Tories fought Labour. {The party} said so.", "The party"),
    ("Labour wants no Greens. Snow fell. A fox ran. Rain fell. {The party} said so.", "The party"),
    ("Carl Dunmore owns Larn United.\n\nThe 73-year-old former Osko chairman came. {He} said so.", "Carl Dunmore"),
    ("Police chief Carl Dunmore knew a man.\n\nThe 73-year-old former manager ran. {He} said so.", "He"),
    ("{Larn Sport’s Sir Carl Dunmore} said so.", "Carl Dunmore"),
    ("Larn Electronics Corp. is new. At Larn they know it. {Larn} said so.", "Larn Electronics Corp"),
    ("The Catholic Diocese of Larn is sorry. {The diocese} said so.", "Catholic Diocese of Larn"),
    ("The Larn Harbour Department met on Monday. {The agency} said so.", "Larn Harbour Department"),
    ("A poll by Larn Research is new. {That poll} said so.", "Larn Research"),
    ("A Larn University survey is new. {The survey} said so.", "Larn University"),
    ("A nationwide HALDEN/Larn Poll is new. {The survey} said so.", "HALDEN/Larn"),
    ("A poll of 900 Larn voters released in May by Larn Research is new. {The poll} said so.", "Larn Research"),
    ("The Halden Post-Larn Research poll is new. {The poll} said so.", "Halden Post-Larn Research"),
    ("An exit poll of Larn Harbour voters is new. {The poll} said so.", "The poll"),
    ("The report by {the High Commissioner} said no. {It} said so.", "It"),
    ("{The Larn Post} said no. Lunde cited a 2001 memorandum. {It} said so.", "It"),
    ("{The Larn Post} said no. {The Milk Board} issued a statement. {It} said so.", "Milk Board"),
    ("A Lunde campaign memo is new. {The memo} said so.", "Lunde campaign"),
    ("Nordwind Energy lost its chief. {The Larn-based power company} said so.", "Nordwind Energy"),
    ("It irks the Ohio Democratic Party, {which} said so.", "Ohio Democratic Party"),
    ("She is head of the Larn Dialogue Group in Norway, {which} said so.", "Larn Dialogue Group"),
    ("She is head of a dialogue group in Norway, {which} said so.", "which"),
    ("The Ohio Democratic Party met. {The party} said so.", "Ohio Democratic Party"),
    ("Donald Trump left. {The Ohio senator} said so.", "The Ohio senator"),
    ("{Donald J. Trump and Governor Rima Solberg} said so.", "Donald Trump and Governor Rima Solberg"),
    ("Donald Trump left. {The IMF member} said so.", "The IMF member"),
    ("{A senior harbour official} said no. It rained. {The official} said so.", "A senior harbour official"),
    ("{Two senior aides to a mayor} said no. {The aides} said so.", "Two senior aides to a mayor"),
    ("{A town official} said no. Another official left. {The official} said so.", "The official"),
    ("{A town official} said no. {The clerk} said more. {The mayor} said so.", "The mayor"),
    ("Lunde’s shop is new. {Lunde’s next CEO} said so.", "Lunde’s next CEO"),
    ("Hillary Clinton rose. {Mrs. Clinton} left. Chelsea Clinton came. {Mrs. Clinton} said so.", "Hillary Clinton"),
    ("The Director of the National Iodine Study spoke. {The study} said so.", "The study"),
    ("A letter signed by the U.S. military is new. {That letter} said so.", "US military"),
    ("The U.S. State Department called for peace. {The agency} said so.", "US State Department"),
    ("The Larn Ravens lost on Friday. {The team} said so.", "Larn Ravens"),
    ("The Democrats lost on Friday. {The team} said so.", "The team"),
    ("The Larn Ravens beat the Halden Bears. The Bears beat the Ravens. {The team} said so.", "Bears"),
    ("Crews met where the Ravens beat the Bears. {The club} said so.", "The club"),
    ("Cassel & Brook lost two plants. {The company} said so.", "Cassel & Brook"),
    ("The City of Larn will sell its hall. {The city} said so.", "City of Larn"),
    (
        "The Larn Board of Elections met. A Halden ballot commission did too. {The commission} said so.",
        "The commission",
    ),
    ("The Church of the Morning has two houses. {The Church} said so.", "Church of the Morning"),
    ("A plant of Larn-based Nordwind Energy is shut. {Nordwind} said so.", "Nordwind Energy"),
    ("Nordwind Electronics fell. Nordwind Electronics Co. rose. {Nordwind} said so.", "Nordwind Electronics"),
    ("Kathryn Waters is a judge. {Water} said so.", "Kathryn Waters"),
    ("Lydia Buchtmann is a judge. {Ms Bauchtman} said so.", "Lydia Buchtmann"),
    ("Anna Hansen is a judge. {Hanson} said so.", "Hanson"),
    ("Anna Martin is a judge. {The Martins} said so.", "The Martins"),
    ("Mayor Ann Kowal met Judge Piet Brouwer. {Both Kowal and Brouwer} said so.", "Ann Kowal and Piet Brouwer"),
    ("Mayor Ann Kowal met Judge Piet Brouwer. {Mr. Brouwer and Ms. Kowal} said so.", "Piet Brouwer and Ann Kowal"),
    ("Three said no, among them Rep. Max Rowland of Staten Vale, N.Y., {who} said so.", "Max Rowland"),
    ("“Cold,” said {Kati Mather}, {who} said so.", "Kati Mather"),
    ("State Police Lt. Michael Bayle left. {The State Police lieutenant} said so.", "Michael Bayle"),
    ("Donald Trump tweeted. {Trump} said no. {The president} said so.", "Donald Trump"),
    ("Donald Trump tweeted. {Trump} said no. {The former president} said so.", "The former president"),
    ("Mayor Donald Reed tweeted. {Reed} said no. {The president} said so.", "The president"),
    ("Ann de Jong, a judge, left. {De Jong} said so.", "Ann de Jong"),
    ("IRCC did not reply. {The department} said so.", "IRCC"),
    ("A man with PTSD did not reply. {The department} said so.", "The department"),
    ("{Larn Hydro} said so. It told workers to leave. The lines that {it} said were down are up.", "Larn Hydro"),
    ("Larn Research and Alto Institute each had a poll. {The poll} said so.", "The poll"),
    ("President Donald Trump met President Xi Jinping. {The U.S. president} said so.", "Donald Trump"),
    ("President Donald Trump met President Xi Jinping. {The Chinese president} said so.", "Xi Jinping"),
    ("Sen. Ann Bellan, R-Ohio, spoke. Rep. Tom Reed, D-Iowa, rose. {The Iowa Democrat} said so.", "Tom Reed"),
    ("Joe Alderman, a Kentucky Republican, is against it. {The Kentucky Republican} said so.", "Joe Alderman"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_short_forms_lead_to_their_bearer(text: str, name: str) -> None:
    """What a source is called for short is whom the text has introduced so, and nobody's namesake."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Larn Tide Office (LTO) is new. {LTO} said so.", "Larn Tide Office"),
        ("The Larn Tide Office is new. {LTO} said so.", "Larn Tide Office"),
        ("The Larn Tide Line is new. {LTL} said so.", "LTL"),
        ("The Larn Tide Office, known as Lato, is new. {Lato} said so.", "Lato"),
    ],
)
def test_initials_that_a_text_spells_out_are_printed_in_full(text: str, label: str) -> None:
    """A reader of one line has not seen what “LTO” stands for; a name of its own says enough."""
    assert read(text)[-1].label == label


def test_a_label_in_capitals_is_the_person_of_that_name() -> None:
    """“UDOH:” in a transcript is Okon Udoh, whom the text names elsewhere."""
    assert read("Okon Udoh, a pilot, came. {UDOH}: It is shut.")[-1].name == "Okon Udoh"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The White House", "White House"),
        ("The Kremlin", "Kremlin"),
        ("The Republican National Committee", "Republican National Committee"),
        ("The Bureau of Labor Statistics", "Bureau of Labor Statistics"),
        ("Some leading GOP figures", "Some leading GOP figures"),
        ("A panel of reporters led by Halden TV’s Ann Bellan", "A panel of reporters led by Halden TV’s Ann Bellan"),
        ("Advisers to a rival (that would be Ann Bellan)", "Advisers to a rival"),
        ("Larn’s harbour master - the town’s oldest officer -", "Larn’s harbour master"),
        ("Some pilots — half of those of Larn —", "Some pilots"),
        ("Two pilots - half of those of Larn -", "Two pilots"),
        ("A tide chart of Larn, drafted with Alto", "A tide chart of Larn"),
        ("Tide officials — including chief Ann Bellan and harbour master Bo Ek —", "Tide officials"),
        ("Pilots, including Ann Bellan,", "Pilots"),
    ],
)
def test_whoever_speaks_is_called_what_the_text_calls_them(words: str, name: str) -> None:
    """A seat of power is not printed as its whole state, a committee not as its party, a group not as one in it."""
    assert read(f"{{{words}}} said so.")[-1].label == name


def test_nobody_is_who_speaks_of_them_by_name() -> None:
    """“The last man to run for mayor” is not Bo, if a reporter has him say what Bo will do."""
    text = (
        "Carl Bo may run for mayor. It was late. {The last man to run for mayor} says Bo will not, and that it rains."
    )
    assert read(text)[-1].name == "The last man to run for mayor"
