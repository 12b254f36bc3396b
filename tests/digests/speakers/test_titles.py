"""What the text says that a person is, what a claimant is, and how sure its name is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.lexicon import ENGLISH
from digests.models import Attribution, Claimant
from digests.speakers.resolve import resolve_speakers
from tests.digests.speakers.test_speakers import INDEX, read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor Ida Holm of Belsk spoke. {Holm} said so.", "Mayor of Belsk"),
        ("Attorney General Ida Holm spoke. {Holm} said so.", "Attorney General"),
        ("So it was, said {Harbour Watch president Ida Holm}.", "Harbour Watch president"),
        ("So it was, said {HCLU executive Director Ida Holm}.", "HCLU executive Director"),
        ("{The harbour’s lawyer, Ida Holm}, said so.", "harbour’s lawyer"),
        ("{Lunde’s lawyer, Ida Holm}, said so.", "Lunde’s lawyer"),
        ("At noon {Sen. Carl Lunde’s chief of staff, Ida Holm}, said so.", "Sen. Carl Lunde’s chief of staff"),
        ("Lunde spoke of the Borders. {Larn’s mayor, Ida Holm}, said so.", "Larn’s mayor"),
        ("She rose to become a defence attorney. {Ida Holm} said so.", None),
        ("Its captain, Ida Holm, shook her head. {Holm} said so.", "captain"),
        ("TRUE OR FALSE? {Mayor Ida Holm} said so.", "Mayor"),
        ("She became the first nurse to speak at a fair, {Ida Holm} reports.", None),
        ("{The town’s most zealous advocate for fog, Ida Holm,} said so.", None),
        ("After it, {state House Speaker Ida Holm} said so.", "state House Speaker"),
        ("{Republican state schools Superintendent Ida Holm} said so.", "Republican state schools Superintendent"),
        ("{Larn parks Commissioner Ida Holm} said so.", "Larn parks Commissioner"),
        ("It shut the mill at work. After rains Commissioner {Ida Holm} said so.", "Commissioner"),
        ("{State Senate President Ida Holm}, a farmer, said so.", "State Senate President"),
        ("{Senate Harbour Committee Chairman Ida Holm} (R-Utah) said so.", "Senate Harbour Committee Chairman"),
        ("{Speaker of the House Rep. Ida Holm} (R-Utah) said so.", "Speaker of the House"),
        ("{Larn Lt. Gov. Ida Holm} said so.", "Larn Lt. Gov."),
        ("{Ida Holm, another unaligned Larn strategist,} said so.", "unaligned Larn strategist"),
        ("Ida Osko was late. {Osko, director of Paths for Peace}, said so.", "director of Paths for Peace"),
        ("{County freeholder Ida Holm} said so.", "County freeholder"),
        ("{Larn Hospital chief of staff Ida Holm} said so.", "Larn Hospital chief of staff"),
        (
            "It was {former chairman of the Larn Harbour Board Ida Holm} who said so.",
            "former chairman of the Larn Harbour Board",
        ),
        ("{The head of the Larn Harbour Board (LHB) Ida Holm} said so.", "head of the Larn Harbour Board"),
        ("{Tavarian Ambassador to Norway, Ida Holm,} said so.", "Tavarian Ambassador to Norway"),
        ("{Regional Commissioner of Larn, Ida Holm} said so.", "Regional Commissioner of Larn"),
        ("So it was, said {Ida Bill, head of research at Tarn Frank}.", "head of research at Tarn Frank"),
        ("It pleased the friends of mayor {Ida Holm}.", "mayor"),
        ("She is a critic of ex-president {Ida Holm}.", "ex-president"),
        ("He was no commander in chief. {Ida Holm} said so.", None),
        ("Just ask former senator {Ida Holm}.", "former senator"),
        ("This year Lunde’s founder, {Ida Holm}, said so.", "Lunde’s founder"),
        (
            "{Ida Holm, a senator from the state of Larn and self-described friend of untaxed trade,} said so.",
            "senator from the state of Larn",
        ),
        ("Ida Holm, dean of the Larn College of Law, sat. {Dean Holm} said so.", "dean of the Larn College of Law"),
        ("{Larn Mayor Ida Guardian} left. Guardian said so.", "Larn Mayor"),
        ("Ida Holm, 41, a shopper in Belsk, spoke. {Holm} said so.", "shopper in Belsk"),
        ("Ida Holm, a member of Parliament, spoke. {Holm} said so.", "member of Parliament"),
        ("{The mayor of Bergen, Siri Holmgren,} said so.", "mayor of Bergen"),
        ("Advertisement\n{The mayor of Bergen, Siri Holmgren,} said so.", "mayor of Bergen"),
        ("{Foreign Minister Ada Quill} said so.", "Foreign Minister"),
        ("{Secretary of State Carl Dunmore} said so.", "Secretary of State"),
        ("{Anna Lindt, a nurse from the coast,} said so.", "nurse from the coast"),
        ("{Anna Lindt} said so.", None),
        ("{Dr. Anna Lindt} said so.", None),
        ("{Anna Lindt, a retired judge who has three sons,} said so.", "retired judge"),
        ("{Anna Lindt, chief U.S. economist at Crown Bank,} said so.", "chief U.S. economist at Crown Bank"),
        ("{Anna Lindt, another state senator,} said so.", "state senator"),
        ("{Halden Bank senior market strategist Anna Lindt} said so.", "Halden Bank senior market strategist"),
        ("{Ida Holm, harbour manager at Quick Larn believes the pier is safe.}", "harbour manager at Quick Larn"),
        ("{Ida Holm, head of claims at Larn Bank,} said so.", "head of claims at Larn Bank"),
        (
            "{Ida Holm, deputy managing director of Belsk-based tide and weather bureau Alto Harbour Pilots,} said so.",
            "deputy managing director of Belsk-based tide and weather bureau Alto Harbour Pilots",
        ),
        ("According to {Ida Holm}, a detective for Larn was late.", None),
        ("According to {Ida Holm}, a detective for Larn, a fox was late.", "detective for Larn"),
        ("At noon, {chief operating officer Ida Holm} said so.", "chief operating officer"),
        ("{Liberal work and pensions spokesman Ida Holm} said so.", "Liberal work and pensions spokesman"),
        ("{Liberal backbencher Ida Holm} said so.", "Liberal backbencher"),
        ("“No,” said {analyst Ida Holm at Crown Bank}.", "analyst at Crown Bank"),
        ("“No,” said {Ida Holm, at Crown Markets}.", "at Crown Markets"),
        ("“No,” {Ida Holm, from Halden’s Deep Lights}, said.", "from Halden’s Deep Lights"),
        ("{Bergen Finance Minister, Ida Holm}, said so.", "Bergen Finance Minister"),
        ("{Sir Carl Dunmore} said so.", None),
        ("The vote was won where {Halden Mayor Anna Lindt} said so.", "Halden Mayor"),
        ("He called witness {Anna Lindt}, she said so.", "witness"),
        ("{The city’s director of roads and bridges, Anna Lindt,} said so.", "city’s director of roads and bridges"),
        ("The radio said that {the old town’s mayor, Anna Lindt,} said so.", "old town’s mayor"),
        ("{His wife, Anna Lindt,} said so.", None),
        ("{Gen. Anna Lindt, head of the armed forces,} said so.", "head of the armed forces"),
        ("{Gen. Anna Lindt} said so.", "Gen."),
        ("It was the first under new chief executive {Anna Lindt}.", "new chief executive"),
        ("Critics of President {Anna Lindt} said so.", "President"),
        ("He trusts House of Elders Speaker {Anna Lindt} now.", "House of Elders Speaker"),
        ("The town’s acting harbour secretary, {Anna Lindt}, said so.", "town’s acting harbour secretary"),
        ("{Anna Lindt, a rights activist under house arrest,} said so.", "rights activist under house arrest"),
        ("Anna Lindt came. President Lindt left. {Lindt} said so.", "President"),
        ("{Anna Lindt}, or her brother the mayor, said so.", None),
        ("{Anna Lindt, who runs the old mill,} said so.", "who runs the old mill"),
        ("“So,” said {Anna Lindt}, whose son died in the mill.", "whose son died in the mill"),
        (
            "{Anna Lindt, 41, who teaches Latin at a school in Larn and has a son,} spoke.",
            "who teaches Latin at a school in Larn and has a son",
        ),
        ("“Yes,” said {Anna Lindt}, who was Dunmore’s chief of staff.", "who was Dunmore’s chief of staff"),
        (
            "{Anna Lindt, who keeps the records of the harbour in a house with a blue door and a fine view,} spoke.",
            "who keeps the records of the harbour in a house with a blue door",
        ),
        ("{Anna Lindt, who lives in Larn,} spoke.", "who lives in Larn"),
        ("Former Larn Gov. and Liberal candidate {Anna Lindt} said so.", "Former Larn Gov. and Liberal candidate"),
        ("Former Larn mayor Bo Dunmore and candidate {Anna Lindt} said so.", "candidate"),
        ("One was former Larn Reserve chairman {Anna Lindt}, a Republican.", "former Larn Reserve chairman"),
        ("{Anna Lindt, who lives next to the harbour in a house with a blue door,} spoke.", None),
        ("“Yes,” said {Anna Lindt}, who answered her door on Sunday.", None),
        ("“Yes,” said {Anna Lindt}, who trades metals at Larn Bank.", "who trades metals at Larn Bank"),
        ("“Yes,” said {Anna Lindt}, who lost her brother in the mine.", "who lost her brother in the mine"),
        ("{Anna Lindt, who plays the lifeguard,} spoke.", None),
        ("{Anna Lindt, who has backed Dunmore,} spoke.", None),
        ("{Anna Lindt, who said she was ill,} left.", None),
        ("{Anna Lindt, who worked with them,} left.", None),
        ("{Anna Lindt, who would vote if it rained,} left.", None),
        ("{Anna Lindt, who was carrying a rake,} left.", None),
        ("Carl Dunmore and {Anna Lindt}, who live in Larn, left.", None),
        ("“Yes,” said {Anna Lindt}, a freeholder in Larn.", "freeholder in Larn"),
        ("{Anna Lindt, the harbour’s best cook,} said so.", "harbour’s best cook"),
        ("“Yes,” said {Anna Lindt}, one of four cooks at the inn.", "one of four cooks at the inn"),
        ("He praised {Anna Lindt}, a clear break with the past.", None),
        ("“Yes,” said {Anna Lindt}, a week later.", None),
        ("“Yes,” said {Anna Lindt} of Tarn Ventures.", "Tarn Ventures"),
        ("“Yes,” said {Anna Lindt} from the Larn ferry.", None),
        ("{Anna Lindt, with the Dunmore Centre for Tides,} said so.", "Dunmore Centre for Tides"),
        ("He robbed {Anna Lindt} of March and April.", None),
        ("HarbourNow’s {Anna Lindt} said so.", "HarbourNow"),
        ("{Anna Lindt, 65, of St. John in the U.S. Isles,} said so.", "of St. John in the U.S. Isles"),
        ("{Anna Lindt, 39, a Larnish woman visiting Dunmore,} told us so.", "Larnish woman visiting Dunmore"),
        (
            "{Anna Lindt, a 40-year-old goat associate living in Larn, Ohio,} said so.",
            "40-year-old goat associate living in Larn, Ohio",
        ),
        ("{Anna Lindt, the No. 2 of the harbour,} said so.", "No. 2 of the harbour"),
        ("Anna Lindt, the chief engineer, came. {Lindt} said so.", "chief engineer"),
        ("{Harbour press secretary Rear Adm. Anna Lindt} said so.", "Harbour press secretary"),
        ("{Detective Senior Sergeant Anna Lindt} said so.", "Detective Senior Sergeant"),
        ("{Army Gen. Anna Lindt, chair of the joint chiefs,} said so.", "chair of the joint chiefs"),
        ("He doubts the leadership of {Port Larn Mayor Anna Lindt} now.", "Port Larn Mayor"),
        ("{Anna Lindt of Larn, a sophomore at the college,} said so.", "sophomore at the college"),
        ("{Anna Lindt, an L.C.-based radio host considered one of the best,} said so.", "L.C.-based radio host"),
        ("{Anna Lindt, an author and advocate for the blind,} said so.", "author and advocate for the blind"),
        ("A former mayor -- {Anna Lindt}, who lost -- said so.", "former mayor"),
        ("{Anna Lindt, a Larn doctor,} said so.", "Larn doctor"),
        ("It was sunny, while mechanic {Anna Lindt} said so.", "mechanic"),
        ("{Halden University specialist Anna Lindt} said so.", "Halden University specialist"),
        ("{Brock Mallor, press secretary for the fleet,} said so.", "press secretary for the fleet"),
        ("{Anna Lindt, 33, of Fenwick, Mo.,} said so.", "of Fenwick, Mo."),
        ("{Anna Lindt, 52, of Larn, a pastry chef,} said so.", "pastry chef"),
        (
            "{Anna Lindt, a long-haul trucker from Fenwick, Mo., who voted,} said so.",
            "long-haul trucker from Fenwick, Mo.",
        ),
        ("{Anna Lindt, a former aide to Sen. Carl Dunmore,} said so.", "former aide to Sen. Carl Dunmore"),
        ("{Anna Lindt, president of St. Brannoc’s Spa,} said so.", "president of St. Brannoc’s Spa"),
        (
            "{Anna Lindt, leader of the world’s 1.4 million beekeepers,} said so.",
            "leader of the world’s 1.4 million beekeepers",
        ),
        ("{Anna Lindt, editor of larnpost.org,} said so.", "editor of larnpost.org"),
        ("{Larn police Chief Anna Lindt} said so.", "Larn police Chief"),
        ("{Survivors' Services Director Anna Lindt} said so.", "Survivors' Services Director"),
        ("{Anna Lindt, an oyster shucker in Larn,} said so.", "oyster shucker in Larn"),
        ("{Anna Lindt, a pollster working for two parties,} said so.", "pollster"),
        ("{Anna Lindt, also a roofer,} said so.", "roofer"),
        ("{Anna Lindt, a matter of days later,} said so.", None),
        ("Count former Larn Mayor {Anna Lindt} among them.", "former Larn Mayor"),
        ("Anna Lindt is a tax lawyer in Larn. {Lindt} said so.", "tax lawyer in Larn"),
        ("The chief, Anna Lindt, came. {The harbour chief, Anna Lindt,} said so.", "harbour chief"),
        ("{Secretary Anna Lindt} said so.", None),
        ("Honoured was his brother’s son, {Anna Lindt}.", None),
        ("{Rep. Anna Lindt, D-Larn, the co-chair of the roads panel,} said so.", "co-chair of the roads panel"),
        ("{Anna Lindt, a council member,} said so.", "council member"),
        ("{Anna Lindt, a longtime member,} said so.", None),
        ("Anna Lindt met the first tenant. The tenant fled, the mayor of Larn, {Lindt} said.", None),
    ],
)
def test_a_title_is_the_words_of_the_text(text: str, title: str | None) -> None:
    """A person has the title that stands beside a name of theirs, word for word; courtesy is none."""
    assert read(text)[-1].title == title


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{Larn Democratic Party Chair Anna Lindt} said so.", "Anna Lindt (Larn Democratic Party Chair)"),
        ("{Larn Gov. Anna Lindt, a Republican hopeful,} said so.", "Anna Lindt (Larn Gov.)"),
        (
            "{Anna Lindt, a physicist in the Department of Dust at Halden University,} said so.",
            "Anna Lindt (physicist in the Department of Dust at Halden University)",
        ),
        (
            "{Anna Lindt, a fellow at the University of Iowa, Fenwick,} said so.",
            "Anna Lindt (fellow at the University of Iowa, Fenwick)",
        ),
        ("{Larn State University’s Anna Lindt} said so.", "Anna Lindt (Larn State University)"),
        ("Photo: AP {Anna Lindt} said so.", "Anna Lindt"),
        ("{Kate Bishop, a nurse,} said so.", "Kate Bishop (nurse)"),
        (
            "{Anna Lindt, the Bo and Frances Miller Chair in History,} said so.",
            "Anna Lindt (Bo and Frances Miller Chair in History)",
        ),
        ("Tom Wilcott and Ana Beru ran. {Wilcott and Beru, a Larn Republican,} said so.", "Tom Wilcott and Ana Beru"),
    ],
)
def test_a_person_is_shown_with_what_they_are(text: str, label: str) -> None:
    """A title tells more than a party, a body more than its part, and neither is another person's or a picture's."""
    assert read(text)[-1].label == label


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{Anna Lindt, a nurse,} said so.", "named person"),
        ("{The Ukrainian General Staff} said so.", "named body"),
        ("{France and Germany} said so.", "named body"),
        ("{A report on the dam} said so.", "document"),
        ("{A survivor} said so.", "unnamed person"),
        ("{She} said so.", "unnamed person"),
        ("{They} said so.", "unnamed group"),
        ("{Osko} said so.", "named body"),
        ("{Some} said so.", "unnamed group"),
        ("{Prosecutors} said so.", "unnamed group"),
        ("{Residents of the valley} said so.", "unnamed group"),
        ("{Polish officials} said so.", "unnamed group"),
        ("{A couple from Larn} said so.", "unnamed group"),
        ("{The survey, conducted for a charity,} said so.", "document"),
        ("{An auto makers trade group} said so.", "unnamed group"),
        ("{The admiral} said so.", "unnamed person"),
        ("{Larn’s top diplomat} said so.", "unnamed person"),
        ("{The self-described mogul} said so.", "unnamed person"),
        ("{One Larn Democrat} said so.", "unnamed person"),
        ("{Several aides who spoke to a paper} said so.", "unnamed group"),
        ("{Three rebel spokesmen} said so.", "unnamed group"),
        ("{His family} said so.", "unnamed group"),
        ("{Fifty-five percent} said so.", "unnamed group"),
        ("{People familiar with her career} said so.", "unnamed group"),
        ("Judge Ann Bellan met Mayor Tom Reed. {Bellan and Reed} said so.", "named person"),
    ],
)
def test_a_claimant_says_what_it_is(text: str, kind: str) -> None:
    """A claimant is a person, a body or a document, or somebody without a name."""
    assert read(text)[-1].type == kind


def test_a_pronoun_is_less_sure_than_a_name() -> None:
    """The way a name was found tells how sure it is."""
    name, pronoun = read("{Anna Lindt, a nurse,} said so. {She} said more.")
    assert 0 < pronoun.confidence < name.confidence <= 1


def test_one_word_that_is_quoted_is_a_person() -> None:
    """A name of one word whose own words stand in quotation marks is a person's, wherever it speaks."""
    text = "“No,” Osko said. It was late, Osko said."
    later = text.rindex("Osko")
    attributions = [
        Attribution(source=((6, 10),), cue=((11, 15),), content=((0, 5),), mode="direct"),
        Attribution(source=((later, later + 4),), cue=((later + 5, later + 9),), content=((17, 28),)),
    ]
    assert {claimant.type for claimant in resolve_speakers(text, attributions, INDEX)} == {"named person"}


def test_what_a_text_calls_somebody_elsewhere_is_a_title_where_it_gives_no_other() -> None:
    """Whoever is called by an office in one sentence and by name in the next has that office in both."""
    claimants = read("{Larn’s building inspector} said so. {Anna Lindt} said the pipes were shut. {Lindt} said more.")

    assert {(claimant.name, claimant.title) for claimant in claimants} == {("Anna Lindt", "Larn’s building inspector")}


def test_the_organiser_of_another_thing_is_somebody_new() -> None:
    """A description that goes on with something new means none of those who have spoken."""
    text = "{Anna Lindt, a leader of the march,} said no. Even {the organiser of a rival march} said so."

    assert [claimant.name for claimant in read(text)] == ["Anna Lindt", "the organiser of a rival march"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sir Carl Dunmore sat. {Sir Carl} said so.", "Carl Dunmore"),
        ("{Shadow sports minister Lord Osko} said so.", "Lord Osko (Shadow sports minister)"),
        ("{Pope Osko} said so.", "Pope Osko"),
        ("“No,” said {Hale and Young’s Ida Holm}.", "Ida Holm (Hale and Young)"),
        ("“No,” said {HBQ’s Ida Holm}.", "Ida Holm (HBQ)"),
        ("{The Larn Channel’s Ida Holm} tweeted it.", "Ida Holm (Larn Channel)"),
        ("Carl Dunmore’s {Ida Holm} tweeted it.", "Ida Holm"),
        ("Monday’s {Ida Holm} tweeted it.", "Ida Holm"),
        ("For the Larn Greens, {Ida Holm} said so.", "Ida Holm (Larn Greens)"),
        ("“No,” said {Dr Ida Holm of HB}, who sat.", "Ida Holm (of HB)"),
        ("“No,” said {Ida Holm} at a fair in Halden University.", "Ida Holm"),
        ("“No,” said {Ida Holm, director, HBQ Ventures}.", "Ida Holm (director, HBQ Ventures)"),
        (
            "“No,” said {dust geologist Ida Holm of Larn’s Stone Laboratory}.",
            "Ida Holm (dust geologist of Larn’s Stone Laboratory)",
        ),
        ("“No,” said {Ida Holm, top taster at Alto Mill}.", "Ida Holm (top taster at Alto Mill)"),
        ("“No,” said {Ida Holm, speaking at Alto Mill}.", "Ida Holm"),
        ("In May, {Ida Holm, the prefect for the dust,} said so.", "Ida Holm (prefect for the dust)"),
        ("Ida Holm sat. {Holm, who chairs the Dust Board,} said so.", "Ida Holm (who chairs the Dust Board)"),
        ("Ida Holm sat. {Holm, who looks like a tall clerk,} said so.", "Ida Holm"),
        ("{Larn Trust chief clerk, Ida Holm,} said so.", "Ida Holm (Larn Trust chief clerk)"),
        ("“No,” said {meteorologist Ida Holm, head of AltoSky}.", "Ida Holm (head of AltoSky)"),
        ("“No,” said {Ida Holm (Larn University)}.", "Ida Holm (Larn University)"),
        ("“No,” said {Ida Holm (Larn)}.", "Ida Holm"),
        ("{Ida Holm, speaking for the Dust Farmers' Union,} said so.", "Ida Holm (Dust Farmers' Union)"),
        ("Sens. Ida Holm (D-Larn) and Carl Dunmore sat. {Holm} said so.", "Ida Holm (D-Larn)"),
        ("{Anna Holm, who plays as his wife,} said so.", "Anna Holm"),
        ("“No,” said {teacher Ida Holm, wife of Carl Dunmore}.", "Ida Holm (teacher)"),
        (
            "Ms Holm is the director of the Larn Institute. {Ida Holm} said so.",
            "Ida Holm (director of the Larn Institute)",
        ),
        ("He said Holm is the director of the Larn Institute. {Ida Holm} said so.", "Ida Holm"),
        (
            "“No,” said {Ida Holm, deputy managing director of Larn-based oil consultancy Alto Dust Survey Services}.",
            "Ida Holm (deputy managing director of Larn-based oil consultancy Alto Dust Survey Services)",
        ),
        ("{State Sen. Ida Holm (R-Larn)} said so.", "Ida Holm (State Sen., R-Larn)"),
        ("So said {Rep. Ida Holm, D-Old Larn}. It rained.", "Ida Holm (Rep., D-Old Larn)"),
        ("So said {Rep. Ida Holm}, D-N.Y. It rained.", "Ida Holm (Rep., D-N.Y.)"),
        ("{Alto founder and co-chairman Ida Holm} said so.", "Ida Holm (Alto founder and co-chairman)"),
        ("In May, {Trade and Industry Secretary Ida Holm} said so.", "Ida Holm (Trade and Industry Secretary)"),
        ("Osko and {Industry Secretary Ida Holm} said so. Osko sat.", "Ida Holm (Industry Secretary)"),
        ("“No,” said {D. Ida Holm, a baker}. {Ida Holm} left.", "D. Ida Holm (baker)"),
        ("{Ida Holm, an oceanographer,} sat. {Oceanographer Holm} said so.", "Ida Holm (oceanographer)"),
        (
            "{Holm, a fellow at the Dust Institute,} said so. {Ida Holm, a fellow,} left.",
            "Ida Holm (fellow at the Dust Institute)",
        ),
        ("“No,” said {Norway’s Ida Holm}.", "Ida Holm"),
        ("{Halden Group’s managing director Ida Holm} said so.", "Ida Holm (Halden Group’s managing director)"),
        (
            "Crown Bank’s word came late. {Its lawyer, Ida Holm,} said so. {Holm} said more.",
            "Ida Holm (lawyer, Crown Bank)",
        ),
        ("Crown Bank sued the club. {Its lawyer, Ida Holm,} said so.", "Ida Holm (lawyer)"),
        (
            "{Tory co-chairman Ida Holm} sat. Carl Dunmore ran. {The Tory co-chairman} said so.",
            "Ida Holm (Tory co-chairman)",
        ),
        ("Osko quarrels with Carl Dunmore. {The City boss} said no. {Carl Dunmore} said so.", "Carl Dunmore"),
    ],
)
def test_a_name_is_printed_with_what_belongs_to_it(text: str, label: str) -> None:
    """A peer keeps the title that is part of a name, a knight is named in full, and a body tells who somebody is."""
    assert read(text)[-1].label == label


def test_an_officer_is_of_the_company_that_the_text_is_about() -> None:
    """A chief executive of whom nothing else is told is that of the company that the text names throughout."""
    about = "Alto Foods Inc. lost money. Alto sold a mill. Shares of Alto fell. "
    officer = "{Chief executive Ida Holm} said so. {Holm} said more."

    assert {c.label for c in read(about + officer)} == {"Ida Holm (Chief executive, Alto Foods Inc)"}
    storm = "Orla spread its rain. Then Orla turned. In Larn Orla was felt. Orla left its mud. "
    assert read(storm + officer)[-1].label == "Ida Holm (Chief executive)"
    assert read("Crown Bank Ltd cut its rating. " + officer)[-1].label == "Ida Holm (Chief executive)"
    opening = "AltoHolm raised its prices. The firm is proud. "
    assert read(opening + officer)[-1].label == "Ida Holm (Chief executive, AltoHolm)"
    other = "AltoHolm chief executive Carl Dunmore left. It rained. "
    assert read(opening + other + officer)[-1].label == "Ida Holm (Chief executive)"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "{The Larn Harbour Trust} said no pier is safe. {Pier safety head Ida Holm} said so.",
            "Pier safety head, Larn Harbour Trust",
        ),
        ("{The Lib Dems} want trams. {Party leader Ida Holm} said so.", "Party leader, Lib Dems"),
        ("The Tories will fight. But {leader Ida Holm} believes it.", "leader, Tories"),
        ("Tories and Labour will fight. But {leader Ida Holm} believes it.", "leader"),
        ("{Tory peer Carl Dunmore} left. Tories rose. {His party leader, Ida Holm,} said so.", "party leader, Tories"),
        ("{The Belsk Rowers' Union} said no. {Treasurer Ida Holm} said why.", "Treasurer, Belsk Rowers' Union"),
        ("{The Larn Trust} sat. {The trust’s chief clerk Ida Holm} said so.", "chief clerk, Larn Trust"),
        ("The town’s chief clerk sat. {The trust’s chief clerk Ida Holm} said so.", "trust’s chief clerk"),
        (
            "{Dust analysts Alto Ltd} said no. “It is late,” {research director Ida Holm} said.",
            "research director, Alto Ltd",
        ),
        ("{Carl Dunmore} said no. “It is late,” {research director Ida Holm} said.", "research director"),
        ("Sales at Next fell. Next’s shops shut. {Next chief executive Ida Holm} said so.", "chief executive, Next"),
        ("Next’s shops shut. Next year it rains. {Next chief executive Ida Holm} said so.", "chief executive"),
        ("On Monday it rained. Monday’s sun shone. {Monday chief executive Ida Holm} said so.", "chief executive"),
        ("{The Larn Harbour Trust} said that Belsk was late. {Chairman Ida Holm} said so.", "Chairman"),
        ("{The Larn Harbour Trust} said no. {Belsk leader Ida Holm} said so.", "Belsk leader"),
        ("{The Larn Harbour Trust} said no.\n{Chairman Ida Holm} said so.", "Chairman"),
        ("{Officials} said no. {Chairman Ida Holm} said so.", "Chairman"),
        ("{Carl Dunmore} said no. {Chairman Ida Holm} said so.", "Chairman"),
    ],
)
def test_an_officer_is_of_the_body_that_has_just_spoken(text: str, label: str) -> None:
    """An office that begins a sentence is of the body that spoke in the one before, if that names nobody else."""
    assert read(text)[-1].label == f"Ida Holm ({label})"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{ISW chief Ida Holm} said so.", "Ida Holm (ISW chief)"),
        ("{ISW president Ida Holm} sat. {Holm} said so.", "Ida Holm (ISW president)"),
        ("{ISW analyst Ida Holm} said so.", "Ida Holm (ISW analyst)"),
        ("{Tram company Alto, one of the oldest makers in Larn,} said so.", "Tram company Alto"),
        ("{Drugs firm Alto Remedies, a maker of pills,} said so.", "Drugs firm Alto Remedies (maker of pills)"),
        ("Some Lib Dems sat. It was dry. It was late. {The party} said so.", "Lib Dems"),
        ("Some Lib Dems sat. Some Tories stood. It was late. {The party} said so.", "Tories"),
    ],
)
def test_a_body_and_its_head_are_named_for_what_they_are(text: str, label: str) -> None:
    """Whoever leads a body is told as its head, a firm with what it makes, a party by its name."""
    assert read(text)[-1].label == label


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Tram company Alto, one of the oldest makers in Larn,", "party"),
        ("Separatists, many of them of Larn,", "unnamed"),
        ("Both candidates", "party"),
        ("Officials in Larn, one of three towns,", "unnamed"),
    ],
)
def test_a_firm_with_a_name_is_no_unnamed_source(source: str, role: str) -> None:
    """What is set off behind a name does not make its bearer one of many, as it does behind a common noun."""
    assert read(f"{{{source}}} said so.")[-1].role == role


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Standing alongside labour leader Ida Holm, Osko came. {Holm} said so.", "labour leader"),
        ("In May, {then-Prime Minister Ida Holm} said so.", "then-Prime Minister"),
        ("On Friday {corrections Officer Ida Holm} said so.", "corrections Officer"),
        ("It was late, said {Harbour ranking Democrat Ida Holm}.", "Harbour ranking Democrat"),
        ("{Det.-Sgt. Ida Holm of the Larn police fraud squad} said so.", "Larn police fraud squad"),
        (
            "{Ida Holm, the Larn National Committeewoman from Belsk,} said so.",
            "Larn National Committeewoman from Belsk",
        ),
        ("{Former Larn governor Ida Holm, a Lunde ally,} said so.", "Former Larn governor"),
        ("{Sen. Ida Holm, a Lunde ally,} said so.", "Lunde ally"),
        ("{Osk Dervin, Larns’ senior media adviser,} said so.", "Larns’ senior media adviser"),
        ("{Ida Holm, the head of the Larn Board welcomed Bo’s words.} “No,” {Holm} said.", "head of the Larn Board"),
        ("{Trinidad and Tobago finance minister Ida Holm} said so.", "Trinidad and Tobago finance minister"),
        (
            "{Ida Holm, a former director of the Office of Tides and Harbours in the Lunde administration,} said so.",
            "former director of the Office of Tides and Harbours",
        ),
    ],
)
def test_a_title_is_whole_and_no_more(text: str, title: str) -> None:
    """A title begins and ends with its own words, and what somebody was tells more than whose side they are on."""
    claimant = read(text)[-1]
    assert (claimant.title or claimant.affiliation) == title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ann Barrow and Carl Dunmore came. {Barrow and Larn North Harbour Finance Minister Carl Dunmore} said so.",
            "Ann Barrow and Larn North Harbour Finance Minister Carl Dunmore",
        ),
        ("{Julia and Carl Dunmore} said so.", "Julia and Carl Dunmore"),
    ],
)
def test_two_are_named_both(text: str, name: str) -> None:
    """Of two who speak both have their whole names, however long a title is; nobody speaks for the other."""
    assert read(text)[-1].name == name


def test_whoever_is_told_of_in_a_clause_speaks_not() -> None:
    """“Osko, who came and met with Carl Dunmore” is one who speaks, and not two."""
    text = "Ann Osko and Carl Dunmore came. {Ms. Osko, who came last month and met with Carl Dunmore}, said so."
    assert read(text)[-1].name == "Ann Osko"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{Ida Holm, a Larn tide activist based in Belsk who is at sea,} said so.", "Ida Holm (Larn tide activist)"),
        ("On Friday {auto dealer Ida Holm} said so.", "Ida Holm (auto dealer)"),
        (
            "{Senator Ida Holm, Republican of Ohio and one of the few sailors in the Larn Senate Committee,} said so.",
            "Ida Holm (Senator)",
        ),
    ],
)
def test_where_somebody_is_based_or_one_of_is_no_part_of_a_title(text: str, label: str) -> None:
    """A title ends before where its bearer is based, and has no body that only others of whom they are one have."""
    assert read(text)[-1].label == label


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            "the director of tidal forecasting at Belsk Harbour and Coastal Research",
            "director of tidal forecasting at Belsk Harbour and Coastal Research",
        ),
        (
            "director of tidal and seasonal forecasting at Belsk Harbour and Coastal Research, the firm of Larn",
            "director of tidal and seasonal forecasting at Belsk Harbour and Coastal Research",
        ),
        (
            "adjunct professor of earth and environmental sciences at Dunmore University",
            "adjunct professor of earth and environmental sciences at Dunmore University",
        ),
        (
            "an associate professor in the department of medicine at the University of Larn School of Medicine",
            "associate professor at the University of Larn School of Medicine",
        ),
        (
            "the executive director of the nonprofit Sailors for Responsible Harbour Policies",
            "executive director of the nonprofit Sailors for Responsible Harbour Policies",
        ),
        (
            "senior fellow at the Osko Centre for Health and Human Rights at Dunmore State University in Larn",
            "senior fellow at the Osko Centre for Health and Human Rights",
        ),
        (
            "acting director of the Larn National Institute of Tides and Infectious Sea Diseases",
            "acting director of the Larn National Institute of Tides and Infectious Sea Diseases",
        ),
        (
            "director of tidal and seasonal forecasting at a large and well-known bureau by the harbour",
            "director of tidal and seasonal forecasting",
        ),
    ],
)
def test_a_long_title_keeps_its_body(told: str, title: str) -> None:
    """A title that is too long loses its field, or the place of its body, before it loses the body."""
    assert read(f"{{Ida Holm, {told},}} said so.")[-1].title == title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Larn Vice Premier Bo He told reporters. {Bo} said so.", "Bo He"),
        ("Talks with {Vice Premier Bo He, Larn's negotiator,} went on.", "Bo He"),
        ("{Vice Premier Bo} met Ann Orr He said so.", "Bo"),
        ("{President Moon Jae In} has said so.", "Moon Jae In"),
        ("{President Ann Bo} In Larn, she said so.", "Ann Bo"),
    ],
)
def test_a_name_may_end_like_a_small_word(text: str, name: str) -> None:
    """A capitalised “He” right behind one word of a name is its end, and an “In” before a verb behind two."""
    assert read(text)[-1].name == name


_WORDS = ENGLISH.descriptions.fields - ENGLISH.persons.titles.keys()  # not “justice”, which is a rank too
_FIELDS = st.sampled_from(sorted(word.title() for word in _WORDS if word.isalpha()))
_OFFICES = st.sampled_from(("Minister of", "Minister for", "Deputy Minister of", "Commissioner for", "MEC for"))


@settings(max_examples=80, deadline=None)
@given(_OFFICES, st.lists(_FIELDS, min_size=1, max_size=3, unique=True))
def test_what_an_office_is_of_is_no_part_of_a_name(office: str, fields: list[str]) -> None:
    """Whoever has a name that no list has is told by it, and by an office of as many things as there are."""
    *others, last = fields
    title = f"{office} {', '.join(others)} and {last}" if others else f"{office} {last}"

    first, later = read(f"{{{title} Oku Bolund}} told Parliament so. Bolund left. {{Bolund}} said no.")

    assert (first.name, first.title) == ("Oku Bolund", title)
    assert later.name == "Oku Bolund"


@pytest.mark.parametrize("title", ["Minister for Justice", "Minister of Labour and Justice"])
def test_a_minister_for_justice_is_no_justice(title: str) -> None:
    """A word that is a rank too is what a minister's office is of."""
    (holder,) = read(f"{{{title} Oku Bolund}} told Parliament so.")

    assert (holder.name, holder.title) == ("Oku Bolund", title)


def test_an_office_by_its_initials_is_its_holders() -> None:
    """“The MEC” is whoever is introduced as one, and no name."""
    assert [claimant.name for claimant in read("{Education MEC Oku Bolund} spoke. {The MEC} said no.")] == [
        "Oku Bolund",
        "Oku Bolund",
    ]


@pytest.mark.parametrize(
    ("office", "body", "introduction"),
    [
        ("Holm campaign spokesman", "Holm’s campaign", "Holm campaign spokesman"),
        ("Larn High Commissioner for Harbour Rights", "Larn Harbour Rights Office",
         "Larn High Commissioner for Harbour Rights"),
        ("director of strategy", "Institute for Strategy Studies",
         "director of strategy, Institute for Strategy Studies"),
        ("chairman", "Port Authority", "chairman, Port Authority"),
    ],
)  # fmt: skip
def test_a_body_is_told_once(office: str, body: str, introduction: str) -> None:
    """An office is told with its body, unless most of the body's words stand in it."""
    assert Claimant(name="Ida Holm", title=office, affiliation=body).label == f"Ida Holm ({introduction})"


_STYLES = ("the Rev", "the Most Rev.", "Justice", "Inspector", "Chief Inspector", "sergeant", "Comrade", "Dr", "Gen.")


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("office", ["Larn’s harbour director", "The chairman of the Larn Council"])
def test_an_office_says_more_than_how_its_holder_is_styled(office: str, style: str) -> None:
    """“The chairman of the council, Justice Bo” is told by the office, not by a rank or style."""
    (holder,) = read(f"{{{office}, {style} Oku Bolund}}, said so.")

    assert (holder.name, holder.title) == ("Oku Bolund", office.removeprefix("The "))


@pytest.mark.parametrize(
    "rank", ["Superintendent", "Assistant Commissioner", "Chief Inspector", "Senior Superintendent"]
)
def test_a_rank_of_two_words_behind_an_office_is_left_out(rank: str) -> None:
    """“Police spokesman Assistant Commissioner Bo” is told to be the spokesman."""
    assert read(f"{{Police spokesman {rank} Oku Bolund}} said so.")[-1].title == "Police spokesman"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("{The Commander, 4 Brigade, Brig.-Gen. Oku Bolund}, said so.", "Commander, 4 Brigade"),
        ("{The Chairman, Larn Council, Mr. Oku Bolund}, said so.", "Chairman, Larn Council"),
        ("{The Commissioner of Police, Larn State, Mr Oku Bolund}, said so.", "Commissioner of Police, Larn State"),
        (
            "{The General Officer Commanding (GOC), 1 Division, Larn Army, Maj.-Gen. Oku Bolund}, said so.",
            "General Officer Commanding, 1 Division, Larn Army",
        ),
        (
            "{The General Officer Commanding (GOC) 81 Division, Larn Army, Major General Oku Bolund}, said so.",
            "General Officer Commanding 81 Division, Larn Army",
        ),
        (
            "{Acting Police Public Relations Officer, ASP Oku Bolund}, said so.",
            "Acting Police Public Relations Officer",
        ),
        ("The Chairman, Ida Holm, Mr. Oku Bolund and others sat. {Mr. Bolund} said so.", None),
    ],
)
def test_an_office_may_have_its_body_behind_a_comma(text: str, title: str | None) -> None:
    """“The Commander, 4 Brigade, Brig.-Gen. Bo” is told by the office and its bodies, and by no other's name."""
    assert read(text)[-1].title == title


@pytest.mark.parametrize("office", ["chief of staff", "head of policy", "director of public works"])
def test_an_office_of_small_words_shows_a_name(office: str) -> None:
    """“Roe’s chief of staff Oku Bolund” is Oku Bolund, whom no list has."""
    (holder,) = read(f"{{Roe’s {office} Oku Bolund}} said so.")

    assert (holder.name, holder.title) == ("Oku Bolund", f"Roe’s {office}")


def test_an_officer_in_command_is_nobody_by_name() -> None:
    """“The General Officer Commanding” has no name, and “Larn State” is none."""
    assert read("{The General Officer Commanding} said so.")[-1].name == "The General Officer Commanding"
    assert read("{The Commissioner of Police, Larn State}, said so.")[-1].name != "Larn State"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Orr heard {Ann Bolund}, terming Carl Dunmore a selfish captain. {Bolund} said so.", None),
        ("Orr heard {Ann Bolund}, representing the mayor of Larn. {Bolund} said so.", None),
        ("{Ann Bolund, took the chairman by surprise when she} said so.", None),
        ("The mother had drugs in her system.Bolund’s aunt, {Ann Bolund}, said so.", None),
        ("“It is full,”said group adviser {Ann Bolund}.", "group adviser"),
        ("{Harbour taskforce commander Lieutenant General Ann Bolund} said so.", "Harbour taskforce commander"),
        ("{Larn police spokesperson Const. Ann Bolund} said so.", "Larn police spokesperson"),
        ("{Brig. Gen. Ann Bolund} said so.", "Brig. Gen."),
        ("{Detective Sgt. Ann Bolund} said so.", "Detective Sgt."),
        ("{The Larn police chief, Additional Inspector General Ann Bolund,} said so.", "Larn police chief"),
        (
            "{Larn general secretary in-charge communications Oku Bolund} said so.",
            "Larn general secretary in-charge communications",
        ),
        ("{Larn secretary in charge of trade Ann Bolund} said so.", "Larn secretary in charge of trade"),
        ("{Larn Mills Association (Lama) chairman Ann Bolund} said so.", "Larn Mills Association chairman"),
        (
            "{Oku Bolund , founder & head of Alto Mills} told us so. {Bolund} sat. {He} said no.",
            "founder & head of Alto Mills",
        ),
    ],
)
def test_a_title_is_what_somebody_is(text: str, title: str | None) -> None:
    """It is no deed of theirs and no rank, stands apart from a quotation, and goes with “he” too."""
    assert read(text)[-1].title == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Fight promoter", "Fight promoter"),
        ("Climate modeller", "Climate modeller"),
        ("Veteran rocker", "Veteran rocker"),
        ("Dog walker", "Dog walker"),
        ("Larn mining minister", "Larn mining minister"),
        ("Larn's former building inspector", "former building inspector"),
        ("Award-winning novelist", "Award-winning novelist"),
        ("LTO lecturer and renowned author", "LTO lecturer and renowned author"),
        ("After a long winter", None),
        ("The younger", None),
    ],
)
def test_a_noun_for_somebody_before_a_name_is_a_title(words: str, title: str | None) -> None:
    """“Fight promoter Ann Bolund” is told by what she does, be the noun in no list; a season is no trade."""
    assert read(f"{{{words} Ann Bolund}} said so.")[-1].title == title


@pytest.mark.parametrize(
    "source",
    [
        "An aide advising minister Ann Bolund",
        "A man advising chief Ann Bolund",
        "Lawmakers backing Speaker Ann Bolund",
        "Several writers on state TV - which is led by the head, Ann Bolund, and the guards -",
        "Critics of the plan, which was drawn up by the mayor, Ann Bolund",
    ],
)
def test_whoever_acts_for_another_is_not_that_one(source: str) -> None:
    """A name that a participle or a clause tells of speaks not for those who do."""
    assert read(f"{{{source}}} said so.")[-1].name != "Ann Bolund"


@pytest.mark.parametrize(
    ("apposition", "title"),
    [
        ("who is general manager of two inns on the coast", "general manager of two inns on the coast"),
        ("who is the mayor of Larn", "mayor of Larn"),
        ("who was once mayor of Larn", "who was once mayor of Larn"),
        ("the architect behind the town’s chart once praised by the king", "architect behind the town’s chart"),
    ],
)
def test_what_somebody_is_stands_without_its_verb(apposition: str, title: str) -> None:
    """“Ann Bolund, who is head of the mill,” is told as “(head of the mill)”, without what was done to a thing."""
    assert read(f"{{Ann Bolund, {apposition},}} said so.")[-1].title == title
