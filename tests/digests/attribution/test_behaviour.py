"""Who says what, with the packaged tagger: one short text for each thing that must hold."""

from __future__ import annotations

import pytest

from digests.attribution import Tagger, find_attributions, load_tagger, narrator_sentences
from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.attribution.repairs.conventions.datelines import drop_datelines
from digests.attribution.repairs.given_figures import add_putting, go_on_counting
from digests.attribution.repairs.quotations import drop_subjectless
from digests.lexicon import ENGLISH
from digests.models import Attribution, Kind, Mode


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


def _surface(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _read(text: str, attribution: Attribution) -> tuple[str, str, str]:
    return (
        _surface(text, attribution.source),
        _surface(text, attribution.cue),
        _surface(text, attribution.content),
    )


@pytest.mark.parametrize(
    "text", ["The court ruled that the ban was unlawful.", "Police believe the man left on Monday."]
)
def test_rulings_and_beliefs_are_claims(tagger: Tagger, text: str) -> None:
    """A court that rules and police who believe say something."""
    assert [found.kind for found in find_attributions(text, tagger)] == ["saying"]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (", a claim the army denied.", [("the army", "denied", "a claim")]),
        (", charges that Ardova has firmly rejected.", [("Ardova", "has firmly rejected", "charges")]),
        (", a claim nobody denied.", []),
        (", a claim the army has never denied.", []),
    ],
)
def test_a_denial_in_apposition_is_read(tagger: Tagger, tail: str, expected: list[tuple[str, str, str]]) -> None:
    """Who denies what stands before it is read from “a claim that X denied”, and only where somebody does."""
    text = f"The rebels said they had taken the airport at Dul{tail}"
    denials = [found for found in find_attributions(text, tagger) if found.kind == "denial"]

    assert [_read(text, found) for found in denials] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said that the bridge had been closed.",
            [("The ministry", "said", "that the bridge had been closed")],
        ),
        ("“The bridge is closed,” the ministry said.", [("the ministry", "said", "“The bridge is closed,”")]),
        (
            "According to the harbour authority, three ships were damaged in the storm.",
            [("the harbour authority", "According to", "three ships were damaged in the storm")],
        ),
        (
            "Three ships were damaged in the storm, according to the harbour authority.",
            [("the harbour authority", "according to", "Three ships were damaged in the storm")],
        ),
        (
            "The town was never taken, as noted by Marta Vell, an analyst at the Orland Institute.",
            [("Marta Vell, an analyst at the Orland Institute", "as noted by", "The town was never taken")],
        ),
        (
            "The bridge fell. Officials on the island have put losses at between 300 and 450 million crowns.",
            [("Officials on the island", "have put", "losses at between 300 and 450 million crowns")],
        ),
        (
            "Marta Vell arrived on Friday. She said the road was open.",
            [("She", "said", "the road was open")],
        ),
        (
            "Seven people died, said Marta Vell, head of the regional office.",
            [("Marta Vell, head of the regional office", "said", "Seven people died")],
        ),
        (
            "“We will not leave,” Governor Ada Brenn said on Tuesday. “This is our home.”",
            [("Governor Ada Brenn", "said", "“We will not leave,” … “This is our home.”")],
        ),
        (
            "“It is over,” she said, “and nobody will come back.”",
            [("she", "said", "“It is over,” … “and nobody will come back.”")],
        ),
        (
            "‘We have no plans to leave,’ the mayor told reporters. ‘None at all.’",
            [("the mayor", "told", "‘We have no plans to leave,’ … ‘None at all.’")],
        ),
        (
            "Russia‘s defence ministry said its troops had taken the village.",
            [("Russia‘s defence ministry", "said", "its troops had taken the village")],
        ),
        (
            "The general staff said that the army had taken the hill, while the navy said that the hill was lost.",
            [
                ("The general staff", "said", "that the army had taken the hill"),
                ("the navy", "said", "that the hill was lost"),
            ],
        ),
        (
            "A blast shook the street. “It shook the house,” said one, a teacher. “My windows are gone,” said another.",
            [
                ("one, a teacher", "said", "“It shook the house,”"),
                ("another", "said", "“My windows are gone,”"),
            ],
        ),
        (
            "The Orland Institute, a research group based in the capital, said the advance had slowed.",
            [("The Orland Institute, a research group based in the capital,", "said", "the advance had slowed")],
        ),
        (
            "The mayor said the governor had promised to rebuild the school.",
            [("The mayor", "said", "the governor had promised to rebuild the school")],
        ),
        (
            "It was told by local officials that the road had been mined.",
            [("local officials", "was told", "that the road had been mined")],
        ),
        (
            "According to the warden, nine boats were lost; the coast guard put the number at 20.",
            [("the warden", "According to", "nine boats were lost"), ("the coast guard", "put", "the number at 20")],
        ),
        (
            "The warden said nine boats were lost, while the coast guard put the number at 20.",
            [("The warden", "said", "nine boats were lost"), ("the coast guard", "put", "the number at 20")],
        ),
        (
            "State media reported, citing the governor, that the dam had held.",
            [("the governor", "reported", "that the dam had held")],
        ),
        (
            "Asked about the delay, the minister replied: “We are waiting for parts.”",
            [("the minister", "replied:", "“We are waiting for parts.”")],
        ),
        (
            "The commander, Ivo Stern, said: “We hold the ridge. We hold the road.” The ridge is north of the town.",
            [("The commander, Ivo Stern,", "said:", "“We hold the ridge. We hold the road.”")],
        ),
        (
            "Fighting went on near the river, where, according to the local council, two roads were shelled.",
            [("the local council", "according to", "two roads were shelled")],
        ),
        (
            "“I think they are lying,” Vell said of the ministry’s claim that no shells had fallen.",
            [
                ("Vell", "said", "“I think they are lying,”"),
                ("the ministry", "claim", "that no shells had fallen"),
            ],
        ),
        (
            "“There are no plans,” a spokeswoman said when asked whether schools would close.",
            [("a spokeswoman", "said", "“There are no plans,”")],
        ),
        ("Prisoners were grouped according to age.", []),
        ("As discussions about talks to end the conflict continue, shops have opened again.", []),
    ],
)
def test_source_cue_and_content(tagger: Tagger, text: str, expected: list[tuple[str, str, str]]) -> None:
    """The three roles of each attribution are exactly these spans."""
    assert [_read(text, found) for found in find_attributions(text, tagger)] == expected


@pytest.mark.parametrize(
    ("rest", "content"),
    [
        ("and nearly one in six is flooded", ["40 roads are shut", "and nearly one in six is flooded"]),
        ("and 12 drivers said so", ["40 roads are shut"]),
        ("but 12 are flooded", ["40 roads are shut"]),
    ],
)
def test_a_second_figure_behind_the_speaker_is_theirs(rest: str, content: list[str]) -> None:
    """A figure before its speaker goes on behind them, unless another speaks or it stands against the first."""
    text = f"40 roads are shut, the board said, {rest}."
    spans = [(text.index(part), text.index(part) + len(part)) for part in ("the board", "said", "40 roads are shut")]
    draft = Draft((spans[0],), (spans[1],), (spans[2],), 1.0)
    (counted,) = go_on_counting(Document(text), [draft])

    assert [text[start:end] for start, end in counted.content] == content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The office put the toll at 1,900, and the army came.", [("The office", "put", "the toll at 1,900")]),
        ("Rain fell, and the mayor puts losses at about half.", [("the mayor", "puts", "losses at about half")]),
        ("It has put the cost at $3 million a day.", [("It", "has put", "the cost at $3 million a day")]),
        (
            "Ada Brenn, the governor, put the number hurt at between 30 and 45 but gave no names.",
            [("Ada Brenn, the governor,", "put", "the number hurt at between 30 and 45")],
        ),
        ("The flood put 300 homes at risk.", []),
        ("They put the chairs away at the end.", []),
        ("A guest, who put the time at nine, left.", []),
        (
            "Monitors counted at least 41 breaches, and the army came.",
            [("Monitors", "counted", "at least 41 breaches")],
        ),
        ("The teller counted 40 coins.", []),
        ("“He put the toll at 40 and left.”", []),
    ],
)
def test_figures_that_somebody_gives(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Who “puts” something at a number is read by rule; other putting is not."""
    assert [_read(text, _final(draft)) for draft in add_putting(Document(text), [])] == expected


@pytest.mark.parametrize(
    "number", [*ENGLISH.numbers.units, "twenty-one", "a dozen", "a hundred", "hundreds", "half", "a third"]
)
def test_a_figure_given_in_words_is_an_estimate(tagger: Tagger, number: str) -> None:
    """Whatever number somebody puts something at, also one in words, it is an estimate."""
    text = f"The police put the death toll at {number} on Friday."
    assert [found.kind for found in find_attributions(text, tagger)] == ["estimate"]


def _final(draft: Draft) -> Attribution:
    return Attribution(source=draft.source, cue=draft.cue, content=draft.content)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry said that the bridge had been closed.", "saying"),
        ("The general staff denied that its forces had left the town.", "denial"),
        ("The ministry rejected claims that it had lost the town.", "denial"),
        ("Analysts estimate that some 4,000 soldiers were wounded.", "estimate"),
        ("The military has assessed that 200 tanks were lost.", "estimate"),
        ("The police put the toll at 40 on Friday.", "estimate"),
        ("A spokesman dismissed talk of a retreat.", "denial"),
        ("The ministry disputes that.", "denial"),
        ("The mayor dismissed the offer.", "attitude"),
        ("The institute predicted that the front would hold until winter.", "forecast"),
        ("The bank expects inflation to fall below 3% by spring.", "forecast"),
        ("The prime minister called for talks to begin at once.", "attitude"),
        ("Residents are worried about the winter.", "attitude"),
        ("Some residents are questioning the decision to stay.", "attitude"),
        ("The mayor has expressed a desire for the talks to begin.", "attitude"),
        ("The ministry has not commented on the report.", "attitude"),
        ("Nobody has claimed that the bridge was hit.", "attitude"),
        ("On Friday he struck a different tone: “We have enough.”", "saying"),
        ("The situation suggests that supplies are running low.", "appearance"),
        ("The ministry is widely expected to close the bridge.", "appearance"),
    ],
)
def test_kind_of_cue(tagger: Tagger, text: str, kind: Kind) -> None:
    """The cue, and who stands before it, decide what kind of attribution it is."""
    assert [found.kind for found in find_attributions(text, tagger)] == [kind]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The bridge is closed,” the ministry said.", "direct"),
        ("The ministry said that the bridge was closed.", "indirect"),
        ("The union said members would “continue to fight for fair pay” and not give in.", "mixed"),
        ("The soldiers were “eliminated” during the raid, the army said.", "indirect"),
        ("“Over?” the commander asked.", "direct"),
    ],
)
def test_mode(tagger: Tagger, text: str, mode: Mode) -> None:
    """The mode tells how much of the content is quoted; one word at arm's length is no quotation."""
    assert [found.mode for found in find_attributions(text, tagger)] == [mode]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“We are leaving,” Ivo Stern said on Monday.\n“There is nothing left for us here now.”",
            "Ivo Stern",
            "“There is nothing left for us here now.”",
        ),
        (
            "The minister added:\n“We are waiting for parts. They will come in June.”",
            "The minister",
            "“We are waiting for parts. They will come in June.”",
        ),
        (
            "“We are waiting for parts.\n“They will come in June,” the minister said.",
            "the minister",
            "“We are waiting for parts.",
        ),
        ("“The best week of my year.” — Ada Brenn", "Ada Brenn", "“The best week of my year.”"),
        ("”The best week of my year.” ― Ada Brenn.", "Ada Brenn", "”The best week of my year.”"),
        (
            "The talks may fail, she remarked, stressing doubts on both sides. “Nobody here believes in a quick end.”",
            "she",
            "“Nobody here believes in a quick end.”",
        ),
        (
            "The town lies on the river.\n“We lost everything in a single night.”\nRain fell on Monday.",
            "",
            "“We lost everything in a single night.”",
        ),
    ],
)
def test_floating_quotation(tagger: Tagger, text: str, source: str, content: str) -> None:
    """A quotation that no cue stands beside goes to who was speaking, to who signs it, or to nobody."""
    found = [_read(text, attribution) for attribution in find_attributions(text, tagger)]
    assert (source, content) in [(said[0], said[2]) for said in found]


def test_claims_of_others_are_parted(tagger: Tagger) -> None:
    """What a speaker's claim confirms, or follows, is a nested attribution and no part of the claim."""
    text = "The agency reported that the ships had sailed, confirming earlier reports from the navy."
    outer, nested = sorted(find_attributions(text, tagger), key=lambda found: found.nested)
    assert _read(text, outer) == ("The agency", "reported", "that the ships had sailed")
    assert _read(text, nested) == ("the navy", "earlier reports from", "that the ships had sailed")
    assert (outer.nested, nested.nested) == (False, True)


def test_no_source_has_a_dateline_in_it() -> None:
    """The town before a dash is neither who speaks nor a part of their name."""
    text = "LARN — A former pilot said that the ferry had sunk."
    spans = [(0, text.index(" said")), (text.index("said"), text.index(" that")), (text.index("that"), len(text) - 1)]
    (draft,) = drop_datelines(Document(text), [Draft(source=(spans[0],), cue=(spans[1],), content=(spans[2],))])

    assert text[slice(*draft.source[0])] == "A former pilot"


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("QASR TELL, Jan. 17 — Eleven men walked home.", "TELL", False),
        ("KARSHOLM (Norrland) - Officials say it rained.", "say", True),
        ("He can TELL — she cannot.", "TELL", True),
    ],
)
def test_a_dateline_says_nothing(text: str, cue: str, kept: bool) -> None:
    """A town whose name reads as a verb is no cue."""
    start = text.index(cue)
    draft = Draft(cue=((start, start + len(cue)),), content=((len(text) - 5, len(text)),))
    assert drop_datelines(Document(text), [draft]) == ([draft] if kept else [])


@pytest.mark.parametrize(
    ("text", "narrator"),
    [
        (
            "Traffic fell in March. The port authority said it would recover by June. Rain is common in spring.",
            ["Traffic fell in March.", "Rain is common in spring."],
        ),
        (
            "It is unclear whether the raids will go on. Analyst Marta Vell noted that losses were high.",
            ["It is unclear whether the raids will go on."],
        ),
        ("A quiet week\nShips sailed again.\nSubscribe to get the latest posts.", ["Ships sailed again."]),
        ("“We lost everything.” The town lies on the river.", ["The town lies on the river."]),
        ("", []),
    ],
)
def test_the_narrator_keeps_its_sentences(tagger: Tagger, text: str, narrator: list[str]) -> None:
    """A sentence that nobody is quoted for is the article's own, and is given to no speaker."""
    found = narrator_sentences(text, find_attributions(text, tagger))
    assert [text[start:end] for start, end in found] == narrator


def test_confidence_tells_sure_from_unsure(tagger: Tagger) -> None:
    """A plain statement is more certain than a wish that people annotate now and then."""
    sure, unsure = (
        find_attributions(text, tagger)[0].confidence
        for text in ("The ministry said that the bridge was closed.", "Traders hope for a calmer week.")
    )
    assert unsure < sure <= 1


_TALK = (
    "The harbour's future was discussed on Sunday. A transcript follows.\n"
    "{mark}BRENN: When will the port of “Old Vell” open? People are waiting.\n"
    "{mark}VAN STERN: It will open in June.\n"
    "{mark}BRENN: And the bridge?"
)


@pytest.mark.parametrize("mark", ["", '"', "“"])
def test_turns_of_a_transcript_are_their_speakers(tagger: Tagger, mark: str) -> None:
    """Each turn goes to the label before it, which is no part of what is said."""
    text = _TALK.format(mark=mark)
    found = {(said[0], said[2].rstrip(".")) for said in (_read(text, a) for a in find_attributions(text, tagger))}
    assert ("VAN STERN", "It will open in June") in found
    assert ("BRENN", "And the bridge?") in found


def test_a_label_alone_makes_no_transcript(tagger: Tagger) -> None:
    """Headings with a colon, such as “UPDATE:”, speak for nobody."""
    text = "UPDATE: The port is closed.\nThe bridge stands open.\nNOTE: Trains run late."
    assert not [a for a in find_attributions(text, tagger) if text[slice(*a.cue[0])] == ":"]


@pytest.mark.parametrize(
    ("second", "is_kept"),
    [
        ("The head of the union “has put aside the strike.”", False),
        ("Her deputy, Carl Ek, “has walked the quay and found no crack.”", False),
        ("“Nobody has walked the quay.”", True),
        ("“…has walked the quay and found no crack.”", True),
        ("We have to “see that it holds. But there is more to do,” Ida Lund said.", True),
    ],
)
def test_half_a_quoted_sentence_is_not_joined_to_another(second: str, *, is_kept: bool) -> None:
    """A quotation whose subject the narrator gives goes with nothing that was quoted before it."""
    first = "“The quay is safe,” Ida Lund said. "
    text = first + second
    opens, cited = text.index("“", len(first)), text.rfind("Ida Lund said")
    draft = Draft(((cited, cited + 8),), ((cited + 9, cited + 13),), ((0, 19), (opens, text.rindex("”") + 1)))

    [found] = drop_subjectless(Document(text, ENGLISH), [draft])

    assert len(found.content) == 1 + is_kept


def test_paragraphs_of_a_quotation_that_were_run_together_are_whole(tagger: Tagger) -> None:
    """Where each paragraph of somebody's words opens with a mark and only the last closes, each is a claim."""
    text = (
        'Treasurer Ana Pohl said: "The town has paid the whole loan back. Nobody has to sell a house. '
        '"We will now mend the school and the two bridges." The council meets on Monday.'
    )

    assert [_read(text, found) for found in find_attributions(text, tagger)] == [
        ("Treasurer Ana Pohl", "said:", '"The town has paid the whole loan back. Nobody has to sell a house.'),
        ("Treasurer Ana Pohl", "", '"We will now mend the school and the two bridges."'),
    ]


def test_no_source_begins_in_a_paragraph_before_its_own() -> None:
    """A byline that stands alone before the report is no part of who speaks."""
    text = "By Ann Bolund\n\nPOLICE in Larn said that the ferry had sunk."
    spans = [(0, text.index(" said")), (text.index("said"), text.index(" that")), (text.index("that"), len(text) - 1)]
    (draft,) = drop_datelines(Document(text), [Draft(source=(spans[0],), cue=(spans[1],), content=(spans[2],))])

    assert text[slice(*draft.source[0])] == "POLICE in Larn"
