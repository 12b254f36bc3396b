"""How a sentence reports what somebody says decides which form its line has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from digests.dates import format_saying
from digests.lines.line import claim_line
from digests.models import Claimant, DigestItem
from tests.make import NOW, article, spoken


def drawn(
    text: str, content: str | Sequence[str], source: str, cue: str, kind: str = "saying", *, mode: str = "indirect"
) -> str:
    """The line's claimant and body, or why it is held back."""
    claimant = Claimant(name=source, surface=source, resolved_by="local")
    claim = spoken(text, content, source, cue, claimant=claimant, kind=kind, mode=mode)
    item = claim_line(claim, article(text), now=NOW)
    return f"{item.head} {item.body}" if isinstance(item, DigestItem) else f"held: {item}"


@pytest.mark.parametrize("opening", ["Fuelling fears of a split", "Raising new doubts about the port"])
def test_what_a_deed_stirs_is_the_narrators(opening: str) -> None:
    """What a deed does to what people feel is told by the narrator, not by whoever tells of the deed."""
    content = f"{opening}, the mayor came back to Belsk on Friday"

    assert drawn(f"{content}, Ida Holm said.", content, "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("warned", "Belsk against closing the port"),
        ("urged", "both towns to open the road"),
        ("accused", "the council of hiding a report"),
        ("threatened", "to close the port"),
        ("rejected", "the offer of the miners"),
        ("blamed", "the storm for the delay"),
        ("vowed", "to rebuild the bridge"),
        ("claimed", "responsibility for the launch of boats at two ports"),
    ],
)
def test_where_the_verb_is_the_news_the_line_keeps_it(cue: str, content: str) -> None:
    """What a verb takes stands behind the verb, not behind a colon."""
    text = f"Ida Holm {cue} {content}."

    assert drawn(text, content, "Ida Holm", cue) == f"Ida Holm {cue} {content}"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("notes", "the continued decline of towns without a school"),
        ("showed", "helicopters firing at targets in a wood and armoured lorries rolling into the valley"),
        ("announced", "a new toll on boats being moved to Belsk"),
        ("showed", "Ann Orr poised to carry the state"),
        ("mentioned", "a list of towns that could have joined but did not"),
        ("recounted", "a talk the mayor had while she sat beside Ann Orr"),
    ],
)
def test_a_thing_without_a_verb_of_its_own_keeps_the_passages_verb(cue: str, content: str) -> None:
    """Behind a colon it would state nothing."""
    text = f"The Larn study {cue} {content}."

    assert drawn(text, content, "The Larn study", cue) == f"The Larn study {cue} {content}"


@pytest.mark.parametrize("inner", ["‘No, you can’t go,’", "'No, you can't go,'", "'It's theirs, isn't it?'"])
def test_an_apostrophe_ends_no_inner_quotation(inner: str) -> None:
    """An apostrophe within it ends it no sooner."""
    quotation = f'"We asked twice and they said, {inner}"'

    line = drawn(f"{quotation} Ida Holm said.", quotation, "Ida Holm", "said", mode="direct")
    assert line == f"Ida Holm: “We asked twice and they said, {inner}”"


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        (
            "Ida Holm shows why the dispute at the port is dangerous.",
            "why the dispute at the port is dangerous",
            "shows",
        ),
        ("Ida Holm suggested to me that the port was lost.", "that the port was lost", "suggested to"),
        ("As Ida Holm reported, the old mill of Larn on sale.", "the old mill of Larn on sale", "reported"),
        ("Ida Holm announced no new fees at the port.", "no new fees at the port", "announced"),
        ("Ida Holm showed just how dear the port has become.", "just how dear the port has become", "showed"),
    ],
)
def test_no_line_keeps_a_verb_that_is_not_its_own(text: str, content: str, cue: str) -> None:
    """A question without its answer, the narrator's “me”, what was not said, and a verb behind a comma are held."""
    assert drawn(text, content, "Ida Holm", cue) == "held: no full statement"


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("The bank should help. Otherwise towns may fail, Ida Holm said.", "Otherwise towns may fail", "said"),
        ("Orr spoke. A day earlier, six crews were idle, Ida Holm said.", "A day earlier, six crews were idle", "said"),
        ("It pays. The last reason is that it rains, Ida Holm said.", "The last reason is that it rains", "said"),
        ("As towns shrink, Ida Holm said she expects that to help.", "she expects that to help", "said"),
        ("Ida Holm told of a big case. Ida Holm said that case was lost.", "that case was lost", "said"),
        ("Ida Holm clarified that to mean Orr never paid.", "that to mean Orr never paid", "clarified"),
        ("Ida Holm pledged to put Larn, which has no port, in play.", "to put Larn", "pledged"),
    ],
)
def test_words_that_hang_on_what_is_not_there_are_held(text: str, content: str, cue: str) -> None:
    """A pointing “that”, a tie to the sentence before, and a verb whose object is parted by a clause."""
    assert drawn(text, content, "Ida Holm", cue).startswith("held: ")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("that to win, Orr must wait", "to win, Orr must wait"),
        ("that police were late", "police were late"),
        ("that a day earlier than planned six crews were idle", "a day earlier than planned six crews were idle"),
        ("that instead of gold the chest held sand", "instead of gold the chest held sand"),
    ],
)
def test_words_that_only_seem_to_hang_are_printed(content: str, line: str) -> None:
    """“To win, …” and “instead of” begin what can stand alone, and a thing without an article follows a conjunction."""
    text = f"A case was lost. Ida Holm said {content}."

    assert drawn(text, content, "Ida Holm", "said") == f"Ida Holm: {line}"


def test_attacks_that_a_speaker_parts_from_their_clause_are_no_line() -> None:
    """Who speaks inside a clause on a thing says that clause alone."""
    parts = ["attacks that", "Orr said were sparked by polls"]
    text = "Orr answered attacks that, Ida Holm noted, Orr said were sparked by polls."

    assert drawn(text, parts, "Ida Holm", "noted").startswith("held: ")


@pytest.mark.parametrize(
    ("quotation", "is_printed"),
    [
        ('"Like Larn. Or Belsk. It is a poor place."', False),
        ('"[W]ith her polls dropping, her legal troubles growing"', False),
        ('"Of course Larn is poor. It has no port."', True),
    ],
)
def test_a_quotation_that_begins_within_a_sentence_is_held(quotation: str, is_printed: bool) -> None:
    """A fragment that goes on with the sentence before says nothing by itself."""
    line = drawn(f"{quotation} Ida Holm said.", quotation, "Ida Holm", "said", mode="direct")

    assert line.startswith("Ida Holm: ") is is_printed


@pytest.mark.parametrize("junk", ["â[#x20ac][#x2c6.]", "\ufffd", "â€™"])
def test_garbled_characters_hold_a_line(junk: str) -> None:
    """What a wrong encoding left of a mark is not printed."""
    content = f'"The port{junk} is shut for good."'

    assert drawn(f"{content} Ida Holm said.", content, "Ida Holm", "said", mode="direct") == "held: control character"


@pytest.mark.parametrize(
    ("content", "line"),
    [("to appeal", "Ida Holm vowed to appeal"), ("to avenge", "held: no full statement")],
)
def test_a_deed_without_its_object_is_no_line(content: str, line: str) -> None:
    """What somebody vows to do to something that stands elsewhere says nothing alone."""
    assert drawn(f"Ida Holm vowed {content}.", content, "Ida Holm", "vowed") == line


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm, a nurse from Belsk, said that the port was open.",
        "Ida Holm, who had doubted it for years, said that the port was open.",
        "Ida Holm told reporters in Belsk on Monday that the port was open.",
        "Ida Holm said in a statement on Tuesday that the port was open.",
        "At 9 p.m. on Tuesday in Belsk, Ida Holm said in May that the port was open.",
        "In an interview with the Ardova Courier, Ida Holm said that the port was open.",
        "Ida Holm has repeatedly said that the port was open.",
        "Ida Holm left the meeting early, saying that the port was open.",
        "At talks in Orla, Ida Holm said that the port was open.",
        "In what the town called a feast, Ida Holm said that the port was open.",
        "Ida Holm would not name a day, but said that the port was open.",
        "During a talk with the governor of Belsk on Monday, Ida Holm said that the port was open.",
    ],
)
def test_what_stands_beside_a_plain_report_goes(text: str) -> None:
    """Who the speaker is, to whom, when and where: none of it is what was said."""
    cue = next(word for word in ("saying", "told", "said") if f" {word} " in text)

    assert drawn(text, "that the port was open", "Ida Holm", cue) == "Ida Holm: the port was open"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm previously denied that the port was shut before admitting it on Friday.",
        "Ida Holm had initially denied that the port was shut.",
    ],
)
def test_what_was_denied_at_first_is_not_denied_now(text: str) -> None:
    """A line denies in the present only what nobody may have conceded since."""
    assert drawn(text, "that the port was shut", "Ida Holm", "denied", kind="denial") == "held: not plainly reported"


@pytest.mark.parametrize(("source", "verb"), [("Ida Holm", "denies"), ("Officials", "deny")])
def test_a_denial_agrees_with_who_denies(source: str, verb: str) -> None:
    """One denies, several deny."""
    text = f"{source} denied that the port was shut."

    assert drawn(text, "that the port was shut", source, "denied", "denial") == f"{source} {verb}: the port was shut"


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "Belsk said that 12 trucks were lost, while Ardova put the toll at 15.",
            "that 12 trucks were lost, while Ardova put the toll at 15",
            "Belsk: 12 trucks were lost …",
        ),
        (
            "Belsk said that the road was open but offered few details.",
            "that the road was open but offered few details",
            "Belsk: the road was open …",
        ),
        (
            "Belsk said that the road was open, even as crews dug for cars.",
            "that the road was open, even as crews dug for cars",
            "Belsk: the road was open …",
        ),
        (
            "Belsk said the grants were flawed and all three of the big parties have said the law must change.",
            "the grants were flawed and all three of the big parties have said the law must change",
            "Belsk: the grants were flawed …",
        ),
        (
            "Belsk said that it hopes to save 300 marks, but that may be hard to do without cuts.",
            "that it hopes to save 300 marks, but that may be hard to do without cuts",
            "Belsk: it hopes to save 300 marks …",
        ),
        (
            "Belsk said that many had feared a cut, but this would not come.",
            "that many had feared a cut, but this would not come",
            "Belsk: many had feared a cut, but this would not come",
        ),
        (
            "Belsk said that however the vote goes, the road will be open.",
            "that however the vote goes, the road will be open",
            "Belsk: however the vote goes, the road will be open",
        ),
        (
            "Belsk said that the road was closed on Friday’s orders.",
            "that the road was closed on Friday’",
            "held: ends within a clause",
        ),
    ],
)
def test_a_line_ends_where_its_speaker_does(text: str, content: str, expected: str) -> None:
    """Another speaker's words, and the narrator's, are not printed for the first one's."""
    assert drawn(text, content, "Belsk", "said") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the counts were wrong and urged people to stay", "Belsk: the counts were wrong …"),
        ("that the counts were wrong and promised new ones", "Belsk: the counts were wrong …"),
        ("that the port would open in May but, however, advised patience", "Belsk: the port would open in May …"),
        ("that the counts were wrong and, in addition, urged people to stay", "Belsk: the counts were wrong …"),
        ("that the counts were wrong, while lawyer Bo Ek asked for new ones", "Belsk: the counts were wrong …"),
        ("that the counts were wrong, as she took her seat", "Belsk: the counts were wrong …"),
        (
            "that the plan may seem a loss, but gave Larn a port",
            "Belsk: the plan may seem a loss, but gave Larn a port",
        ),
        ("that the counts were state-run and recommended new ones", "Belsk: the counts were state-run …"),
        ("that the counts were wrong but nonetheless warned voters", "Belsk: the counts were wrong …"),
        ("that the army had named and accused him", "Belsk: the army had named and accused him"),
        ("that the town had no water and needed help", "Belsk: the town had no water and needed help"),
        ("that 40 houses near the dam face demolition", "Belsk: 40 houses near the dam face demolition"),
    ],
)
def test_what_a_speaker_does_next_is_not_said(content: str, expected: str) -> None:
    """A line ends before “and urged”, whose subject may be the speaker; a clause is known by its conjunction too."""
    assert drawn(f"Belsk said {content}.", content, "Belsk", "said") == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (", ending weeks of speculation", "Belsk: the road was open …"),
        (", contradicting its own army", "Belsk: the road was open …"),
        (", its clearest sign of a retreat yet", "Belsk: the road was open …"),
        (", in a blow to Ardova", "Belsk: the road was open …"),
        (", and was fined for contempt", "Belsk: the road was open …"),
        (", as its own lorries turned back", "Belsk: the road was open …"),
        (", sending wheat to a record", "Belsk: the road was open …"),
        (", against an Ardovan estimate of two lanes", "Belsk: the road was open …"),
        (", much to the dismay of Ardova", "Belsk: the road was open …"),
        (", before bursting into laughter", "Belsk: the road was open …"),
        (" and its chairman resigned", "Belsk: the road was open …"),
        (", something Ardova disputes", "Belsk: the road was open …"),
        (", yet the bridge had fallen", "Belsk: the road was open …"),
        (", and was being mended", "Belsk: the road was open, and was being mended"),
        (", as had been planned", "Belsk: the road was open, as had been planned"),
        (", leaving Ardova cut off", "Belsk: the road was open, leaving Ardova cut off"),
    ],
)
def test_what_the_narrator_thinks_of_a_report_is_left_out(tail: str, expected: str) -> None:
    """What a report means to the narrator is no part of it; what its events lead to is."""
    content = f"that the road was open{tail}"

    assert drawn(f"Belsk said {content}.", content, "Belsk", "said") == expected


def test_a_denial_of_that_is_no_line() -> None:
    """“The army denied that” is bound to what it denies, and says nothing alone."""
    text = "Belsk said that the road was open. The mayor denies it."

    assert drawn(text, "it", "The mayor", "denies", "denial") == "held: pronoun not resolved"


def test_rulings_and_beliefs_keep_their_verb() -> None:
    """What a court rules and what police believe is told with the passage's own verb."""
    ruled, believed = "The court ruled that the ban was unlawful.", "Police believe the man left."

    assert (
        drawn(ruled, "that the ban was unlawful", "The court", "ruled") == "The court ruled that the ban was unlawful"
    )
    assert drawn(believed, "the man left", "Police", "believe") == "Police believe the man left"


def test_links_and_notes_are_no_lines() -> None:
    """What a page says beside its article is nobody's claim."""
    for text in (
        "READ MORE: Ida Holm says the port was open",
        "Correction: Ida Holm said the port was open. It was shut.",
    ):
        cue = "says" if "says" in text else "said"
        assert drawn(text, "the port was open", "Ida Holm", cue).startswith("held: ")


@pytest.mark.parametrize(
    "ruling",
    ["That is false.", "The claim is misleading.", "In fact, this is not true.", "She later retracted the remark."],
)
def test_what_the_next_sentence_rules_out_is_held(ruling: str) -> None:
    """A claim that its article does not let stand waits; one that another speaker doubts is printed."""
    said = "Ida Holm said that the port was open."

    assert drawn(f"{said} {ruling}", "that the port was open", "Ida Holm", "said").startswith("held: ")
    other = drawn(f"{said} “That is false,” Reker said.", "that the port was open", "Ida Holm", "said")
    assert other == "Ida Holm: the port was open"


def test_what_follows_the_speaker_may_make_it_fiction() -> None:
    """“… said Ida Holm in the film”: the manner stands behind the words."""
    text = "The port was open, Ida Holm said in the film."
    plain = "The port was open, Ida Holm said in the harbour."

    assert drawn(text, "The port was open", "Ida Holm", "said").startswith("held: ")
    assert drawn(plain, "The port was open", "Ida Holm", "said") == "Ida Holm: The port was open"
    assert drawn("Ida Holm sings the port is open.", "the port is open", "Ida Holm", "sings").startswith("held: ")


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("threatened", "to close the port, and the council could stop the ferry", "threatened to close the port …"),
        ("reported", "a loss, and Belsk’s harbour trade in May hit a new low", "reported a loss …"),
        ("promised", "that the port would open, and the ferry would run", None),
    ],
)
def test_a_verb_takes_no_other_subject_s_deeds(cue: str, content: str, expected: str | None) -> None:
    """Behind what a verb takes another clause with its own subject is not the speaker's; two clauses of theirs are."""
    found = drawn(f"Ida Holm {cue} {content}.", content, "Ida Holm", cue)

    assert found == (f"Ida Holm {expected}" if expected else f"Ida Holm {cue} {content}")


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Ida Holm", "has said", "little about the flood at the harbour"),
        ("Ida Holm", "reminding", "voters of the broken promises"),
        ("A post on the flood", "shows", "a boat in the old harbour"),
        ("which", "said", "that the port was open"),
        ("Ida Holm", "has said", "very little about the flood at the harbour"),
        ("Ida Holm", "described", "the harbour master, “should have gone long ago”"),
        ("Everyone", "says", "“the port is closed”"),
        ("The council", "says", "the port is open, but it is not"),
        ("The delay begins to", "say", "that the port is open"),
        ("Ida Holm", "says", "the port is open during a call with Belsk #port pic.twitter.com/VWHjo4H1nA"),
    ],
)
def test_what_states_nothing_is_held(source: str, cue: str, content: str) -> None:
    """Next to nothing said, a participle for a verb, a picture, a crowd at large, the narrator's last word."""
    text = f"Ardova, {source} {cue} {content}." if source == "which" else f"{source} {cue} {content}."

    assert drawn(text, content, source, cue).startswith("held: ")


def test_a_noun_is_not_taken_for_a_verb() -> None:
    """“Plans to open” states nothing behind a colon, so the verb stays."""
    content = "plans to try to open the port again"

    assert (
        drawn(f"Ida Holm reiterated {content}.", content, "Ida Holm", "reiterated") == f"Ida Holm reiterated {content}"
    )


def test_a_thing_with_a_number_is_recalled_by_its_verb() -> None:
    """What a verb takes stands behind it, though it begins with a number and a clause follows."""
    content = "40 boats after two of them sank"

    assert drawn(f"Ida Holm recalled {content}.", content, "Ida Holm", "recalled") == f"Ida Holm recalled {content}"


def test_a_hedge_beside_the_verb_is_printed() -> None:
    """Who largely agrees does not agree."""
    text = "The four towns largely agreed that the port was open."

    assert "largely agreed" in drawn(text, "that the port was open", "The four towns", "agreed")


@pytest.mark.parametrize(
    ("heading", "held"),
    [
        ("Mayor Says Dam At Belsk Will Hold Until June", True),
        ("Mayor says dam at Belsk will hold until June", False),
        ("Mayor Says Dam At Belsk Will Hold Until June.", False),
    ],
)
def test_a_heading_within_a_text_is_no_claim(heading: str, held: bool) -> None:
    """A line with capitals and without an end is a heading, whatever it reports."""
    content = heading.removeprefix("Mayor ")[len("says ") :].rstrip(".")
    found = drawn(f"{heading}\nThe town slept.", content, "Mayor", heading.split()[1])

    assert (found == "held: not part of the report") == held


def test_a_heading_below_a_label_is_a_link() -> None:
    """In a row of short lines below “Related:”, one with capitals is another article's, though it has an end."""
    content = "I Shall Never Sell The Mill At Belsk"
    text = f"The town slept.\n\n“Related:”\n\nRain Stops Ferry.\n\nIda Holm: {content}."

    assert drawn(text, content, "Ida Holm", ":") == "held: not part of the report"
    assert drawn(text.replace("“Related:”", "It rained."), content, "Ida Holm", ":") == f"Ida Holm: {content}"


@pytest.mark.parametrize(
    ("lead", "held"),
    [
        ("The pastor chose Romans 15:13 as her text on Sunday.", True),
        ("The pastor read from Psalm 23.", True),
        ("The pastor opened with a verse from the Book of Ruth.", True),
        ("The pastor praised the reading from Romans 12.", False),
        ("The pastor cited her brother John.", False),
    ],
)
def test_a_verse_is_nobodys_own_word(lead: str, held: bool) -> None:
    """A quotation behind the verse that somebody chose or read is the book's."""
    words = "We shall not want for water nor for bread"
    text = f"{lead} “{words},” Ida Holm said."

    found = drawn(text, words, "Ida Holm", "said", mode="direct")
    assert (found == "held: not plainly reported") == held


_PARAGRAPH = (
    "The river rose all night, and by the morning the lower town of Belsk was under water, said the people "
    "who had climbed to the roofs of the mill and the old school."
)


@pytest.mark.parametrize(("end", "held"), [("", True), (".", False)])
def test_a_link_between_paragraphs_is_no_claim(end: str, held: bool) -> None:
    """A short line without an end, among paragraphs that have one, is a heading or a link to another article."""
    text = "\n".join([_PARAGRAPH, _PARAGRAPH, f"Ida Holm says taxes will rise{end}", _PARAGRAPH])
    found = drawn(text, "taxes will rise", "Ida Holm", "says")

    assert (found == "held: not part of the report") == held


def test_words_with_another_saying_between_them_are_held() -> None:
    """What a source and a cue without marks tear apart is not printed as if it were one."""
    text = "Ardova has done nothing since it agreed to open the port."
    claimant = Claimant(name="Ardova", surface="it", resolved_by="local")
    claim = spoken(text, ["Ardova has done nothing", "to open the port"], "it", "agreed", claimant=claimant)

    assert claim_line(claim, article(text), now=NOW) == "not plainly reported"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("it would raise the tax, sending markets into a fall", "it would raise the tax …"),
        ("it would raise the tax, sending the money north", "it would raise the tax, sending the money north"),
    ],
)
def test_what_markets_made_of_it_is_the_narrators(content: str, body: str) -> None:
    """What followed on the markets is not in the speaker's mouth."""
    assert drawn(f"Ardova said {content}.", content, "Ardova", "said") == f"Ardova: {body}"


def test_a_thing_that_is_announced_keeps_its_verb_beside_a_second_clause() -> None:
    """“Plans to help” state nothing alone, though what another would do stands behind them."""
    found = drawn(
        "Ida Holm announced plans to help buyers and the pilots would sell.",
        "plans to help buyers and the pilots would sell", "Ida Holm", "announced",
    )  # fmt: skip

    assert found == "Ida Holm announced plans to help buyers …"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("further falls in prices as tariff changes are felt", "Ida Holm predicts further falls in prices as tariff …"),
        ("prices will fall as tariff changes are felt", "Ida Holm: prices will fall as tariff changes are felt"),
    ],
)
def test_a_thing_that_is_foretold_keeps_its_verb(content: str, line: str) -> None:
    """A thing behind “predicts” states nothing alone, though a clause that hangs on it has a verb."""
    found = drawn(f"Ida Holm predicts {content}.", content, "Ida Holm", "predicts", kind="forecast")

    assert found.startswith(line.removesuffix(" …"))


def test_what_people_often_say_is_nobody_s_claim() -> None:
    """What a crowd without a name says now and then is no statement of theirs; somebody's is."""
    text = "People often say that the port is closed. Ida Holm has often said that the port is closed."
    crowd = Claimant(name="People", surface="People", role="unnamed")
    claim = spoken(text, "that the port is closed", "People", "often say", claimant=crowd)

    assert claim_line(claim, article(text), now=NOW) == "said by nobody in particular"
    assert drawn(text[42:], "that the port is closed", "Ida Holm", "has often said") == "Ida Holm: the port is closed"


def test_a_day_that_is_not_printed_dates_no_line() -> None:
    """Where the narrator's end goes with its day, the line has the date of saying."""
    text = "Ida Holm vowed that the port would open, before appearing to walk it back on Tuesday."
    content = text.removeprefix("Ida Holm vowed ").removesuffix(".")
    claim = spoken(
        text, content, "Ida Holm", "vowed", valid_from=NOW - timedelta(days=4), valid_precision="day",
        claimant=Claimant(name="Ida Holm", surface="Ida Holm", resolved_by="local"),
    )  # fmt: skip
    item = claim_line(claim, article(text, date_published=NOW), now=NOW)

    assert isinstance(item, DigestItem)
    assert item.body == "vowed that the port would open …"
    assert item.when == format_saying(claim.said_at, "day", now=NOW) if claim.said_at else ""


def test_a_line_with_its_own_verb_is_dated_by_that() -> None:
    """“Accused her of leaving on Sunday (Sun …)” would seem to be said then: its words name the day of the other."""
    text = "Ida Holm accused Ada Orr of leaving the port on Sunday."
    content = text.removeprefix("Ida Holm accused ").removesuffix(".")
    sunday = NOW - timedelta(days=NOW.weekday() + 1)
    claim = spoken(
        text, content, "Ida Holm", "accused", valid_from=sunday, valid_to=sunday, valid_precision="day", said_at=None,
        claimant=Claimant(name="Ida Holm", surface="Ida Holm", resolved_by="local"),
    )  # fmt: skip
    item = claim_line(claim, article(text, date_published=NOW), now=NOW)

    assert isinstance(item, DigestItem)
    assert (item.own_verb, item.body.endswith("on Sunday"), item.when[:8]) == (True, True, "article ")


@pytest.mark.parametrize(
    ("cue", "content", "head"),
    [
        ("announced", "a truce with Larn on prices for maps ordered through its shop", "Ida Holm announced"),
        ("reported", "record orders for boats, due for delivery from May to June, of 3bn crowns", "Ida Holm reported"),
        ("confirmed", "the recall of boats sold in Belsk", "Ida Holm confirmed"),
        ("announced", "the closure of boats sold in Belsk as crowds met in the hall", "Ida Holm announced"),
        ("reported on", "drills in Belsk, while a fair was held in the town", "Ida Holm reported on"),
        ("reported", "third-quarter sales that topped forecasts as costs fell", "Ida Holm reported"),
        ("announced", "that the boats sold in Belsk were old", "Ida Holm:"),
        ("announced", "the boats would be sold in Belsk", "Ida Holm:"),
        ("said", "the boats sailed from Belsk", "Ida Holm:"),
    ],
)
def test_a_thing_that_is_announced_keeps_its_verb(cue: str, content: str, head: str) -> None:
    """What may only describe a thing, as “ordered through” does, makes no clause of it; a verb of its own does."""
    assert drawn(f"Ida Holm {cue} {content}.", content, "Ida Holm", cue).startswith(head)


@pytest.mark.parametrize(
    ("text", "content", "cue", "mode", "expected"),
    [
        (
            "Holm said Orr “left the port,” took a boat and sailed.", "Orr “left the port,” took a boat and sailed",
            "said", "mixed", "Holm: Orr “left the port,” took a boat and sailed",
        ),
        (
            "Air is no “bolt-on thing,” Holm said, but instead “built into who we are.”",
            ["Air is no “bolt-on thing,”", "but instead “built into who we are.”"],
            "said", "mixed", "Holm: Air is no “bolt-on thing”, but instead “built into who we are”",
        ),
        (
            "“They have shown that they can,” Holm said in May. Mahir Orr “has put all of it aside.”",
            ["“They have shown that they can,”", "“has put all of it aside.”"],
            "said", "direct", "Holm: “They have shown that they can” …",
        ),
        (
            "Although the port is open, Holm said, the bridge is shut.", "Although the port is open",
            "said", "indirect", "held: no full statement",
        ),
    ],
)  # fmt: skip
def test_parts_of_sentences_are_put_together(
    text: str, content: str | list[str], cue: str, mode: str, expected: str
) -> None:
    """A comma within a quotation stays where its sentence goes on, as does a contrast; another's predicate goes."""
    assert drawn(text, content, "Holm", cue, mode=mode) == expected


@pytest.mark.parametrize("mark", ["‘old,’", "'old,'", "‘old.’"])
def test_a_quotation_at_the_end_of_another_is_closed(mark: str) -> None:
    """“I never said ‘old,’” keeps the mark that ends the inner one."""
    text = f"“I never said {mark}” Ida Holm said."

    assert drawn(text, f"“I never said {mark}”", "Ida Holm", "said", mode="direct").endswith(f"{mark}”")


def test_a_thing_that_is_repeated_keeps_its_verb() -> None:
    """“Repeated concerns he has voiced” tells nothing without its verb; a clause and a quotation do."""
    thing = "concerns she has voiced over the port"

    assert not drawn(f"Ida Holm repeated {thing}.", thing, "Ida Holm", "repeated").startswith("Ida Holm: ")

    clause = "that the port was shut"

    assert drawn(f"Ida Holm repeated {clause}.", clause, "Ida Holm", "repeated") == "Ida Holm: the port was shut"


def test_what_a_picture_shows_keeps_its_verb() -> None:
    """A thing behind “showed” is no statement, though a participle stands behind it; a clause is one."""
    thing, clause = "guards in dark armour stationed on the square", "that guards were stationed on the square"

    assert drawn(f"Videos showed {thing}.", thing, "Videos", "showed") == f"Videos: showed {thing}".replace(":", "")
    assert drawn(f"Videos showed {clause}.", clause, "Videos", "showed") == f"Videos: {clause.removeprefix('that ')}"


@pytest.mark.parametrize("mark", ['• "', "• “", "“"])
def test_an_item_that_opens_with_a_mark_is_anothers(mark: str) -> None:
    """What a memo lists as its words is nobody's who is named in it, also where no mark closes an item."""
    said = "that the port will be sold to its owners"
    items = f"{mark}Larn promises {said}.\n\n{mark}The port is ours."

    held = drawn(f"A memo went out, which includes:\n\n{items}", said, "Larn", "promises")

    assert held == "held: not plainly reported"


def test_another_s_quotation_is_not_joined() -> None:
    """A quotation behind which somebody else is named goes not with the words before it."""
    text = "Dole was never charged, according to prison officials. “Dole needed more care,” said Karl Brown."
    words = ["Dole was never charged", "“Dole needed more care,”"]
    officials = Claimant(name="prison officials", surface="prison officials", role="unnamed")
    claim = spoken(text, words, "prison officials", "according to", claimant=officials, mode="mixed")

    assert claim_line(claim, article(text), now=NOW) == "not plainly reported"


def test_a_demonstrative_is_no_conjunction() -> None:
    """“That plan” keeps its “that”; the conjunction goes."""
    first, second = "That plan will be voted on next week", "that the plan will be voted on next week"

    assert drawn(f"{first}, said Ida Holm.", first, "Ida Holm", "said") == f"Ida Holm: {first}"
    assert drawn(f"Ida Holm said {second}.", second, "Ida Holm", "said") == f"Ida Holm: {second.removeprefix('that ')}"


@pytest.mark.parametrize(
    ("tail", "body"),
    [
        (", but the river runs high in its bed", "The dam is dry …"),
        ("; her engineers say otherwise", "The dam is dry …"),
        (", before lunch", "The dam is dry"),
    ],
)
def test_a_contrast_behind_the_speaker_is_marked_as_left_out(tail: str, body: str) -> None:
    """Where a sentence sets another view against what was said, the line shows that it ends early."""
    assert drawn(f"The dam is dry, Ida Holm said{tail}.", "The dam is dry", "Ida Holm", "said") == f"Ida Holm: {body}"


@pytest.mark.parametrize(
    ("rest", "body"),
    [
        ("except at its foot", "The dam is dry except at its foot"),
        ("but only for boats", "The dam is dry, but only for boats"),
        ("but not for long", "The dam is dry, but not for long"),
        ("but engineers doubt it", "The dam is dry …"),
    ],
)
def test_what_a_speaker_excepts_is_kept(rest: str, body: str) -> None:
    """An exception behind the speaker is theirs; a contrast with a clause may not be."""
    text = f"The dam is dry, Ida Holm said, {rest}."
    assert drawn(text, ("The dam is dry", rest), "Ida Holm", "said") == f"Ida Holm: {body}"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm said that the dam is dry, according to two officials in the room.",
        "In a memo never sent, Ida Holm said that the dam is dry.",
        "In the latest episode of The Weir, Ida Holm said that the dam is dry.",
        "Ida Holm, mocking her rival, said that the dam is dry.",
        "Ida Holm once said that the dam is dry.",
        "Ida Holm said that the dam is dry, when in fact it is full.",
        "Ida Holm, her rivals claim, said that the dam is dry.",
    ],
)
def test_what_a_setting_or_hearsay_makes_doubtful_is_held(text: str) -> None:
    """A part that is played, a memo that is not sent, a jest and hearsay are no statements."""
    assert drawn(text, "that the dam is dry", "Ida Holm", "said") == "held: not plainly reported"


def test_a_number_that_the_next_sentence_sets_right_is_held() -> None:
    """Where the text counts otherwise with the same verb, the first number does not stand."""
    text = "Ida Holm said that the town owns 140 boats. It owns {}."

    for owned, held in (("90", True), ("a pier", False)):
        line = drawn(text.format(owned), "that the town owns 140 boats", "Ida Holm", "said")
        assert line.startswith("held") == held


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        (
            "The dam is dry, Ida Holm said; police gave no depth.",
            ("The dam is dry", "police gave no depth"),
            "The dam is dry …",
        ),
        (
            "The dam would hold, Ida Holm said, and in March it fell to pieces.",
            ("The dam would hold", "and in March it fell to pieces"),
            "The dam would hold …",
        ),
    ],
)
def test_another_s_clause_behind_the_speaker_is_not_joined(text: str, words: tuple[str, ...], body: str) -> None:
    """What another tells behind “X said” is not joined with the words before, be it the article's own deed."""
    item = claim_line(spoken(text, words, "Ida Holm", "said"), article(text), now=NOW)

    assert isinstance(item, DigestItem)
    assert item.body == body


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("the dam is dry and pilot Ole Roe that it is full", "the dam is dry …"),
        ("40 gates are shut, the coast guard 20", "40 gates are shut …"),
        ("40 gates are shut and the union 20", "40 gates are shut …"),
        ("40 gates are shut, the board 20 and pilots none", "40 gates are shut …"),
        ("the dam is dry and the union that it is full", "the dam is dry …"),
        ("40 gates and the other 20 are shut", "40 gates and the other 20 are shut"),
        ("the dam is dry, and the owner’s, Ole Roe, that it is full", "the dam is dry …"),
        ("the dam is dry, and pilot Ole Roe as saying it is full", "the dam is dry …"),
        ("the dam would fail, and pilot Ole Roe was dismissed", "the dam would fail …"),
        ("the dam is dry and Ole Roe of Belsk Metals that it is full", "the dam is dry …"),
        ("the storm would miss the town, and it struck at noon", "the storm would miss the town …"),
        ("the river would rise, and in March it fell", "the river would rise …"),
        ("40 gates were shut, police ten", "40 gates were shut …"),
        ("the gates were shut, and the firm has replaced them", "the gates were shut …"),
        ("the gates were shut, and the union wants a new board", "the gates were shut …"),
        ("the gates were shut, but they are open now", "the gates were shut …"),
        ("the river would rise, and it fell", "the river would rise …"),
        (
            "it cannot afford a lawyer and public defender Ida Holm was assigned to the case",
            "it cannot afford a lawyer …",
        ),
        ("it cannot open and its owner was fined", "it cannot open and its owner was fined"),
        ("the river would rise, and the towns began to pump", "the river would rise …"),
        ("the dam was new, and it may well be right", "the dam was new …"),
        ("the gates were shut, and the firm had replaced them", "the gates were shut, and the firm had replaced them"),
        ("the gates are shut, and the firm has replaced them", "the gates are shut, and the firm has replaced them"),
        ("the dam would fail and pilots would be dismissed", "the dam would fail and pilots would be dismissed"),
        ("a dry dam costs money and that the town has none", "a dry dam costs money and the town has none"),
        ("the dam is dry, and the fear that it may break", "the dam is dry, and the fear that it may break"),
    ],
)
def test_another_s_words_whose_verb_is_left_out_are_not_joined(words: str, kept: str) -> None:
    """Behind “and” or a comma another speaker may say something with the verb of the first."""
    assert drawn(f"Ida Holm said {words}.", words, "Ida Holm", "said") == f"Ida Holm: {kept}"


def test_quotations_of_two_days_are_not_joined() -> None:
    """What was said on another day ends the words, as their line has one day."""
    text = "“I saw it,” Ida Holm said on Sunday, and on Monday, “I saw a ship.”"
    claim = spoken(text, ["“I saw it,”", "“I saw a ship.”"], "Ida Holm", "said", mode="direct")
    item = claim_line(claim, article(text), now=NOW)

    assert isinstance(item, DigestItem)
    assert item.body == "“I saw it” …"


def test_one_of_two_with_what_they_are_is_no_line() -> None:
    """Where a source goes on to a second person with a name, the first has not said it alone."""
    source = "Ida Holm, the mayor, and Sefa Adjei, a herder"
    one = Claimant(name="Ida Holm", surface=source, resolved_by="local")
    text = f"{source}, said that the dam is dry."
    claim = spoken(text, "that the dam is dry", source, "said", claimant=one)

    assert claim_line(claim, article(text), now=NOW) == "not plainly reported"
    assert drawn("“The dam” is not what Ida Holm said.", "“The dam” is not what", "Ida Holm", "said").startswith("held")


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Ida Holm, said to own a port, left.", "to own a port, left", "Ida Holm,", "said"),
        ("Ida Holm, of whom pilots said she lied, left.", "she lied", "Ida Holm, of whom pilots", "said"),
        ("The mayor had Ida Holm say that the port was open.", "that the port was open", "Ida Holm", "say"),
        ("“Because the port was shut,” Ida Holm said.", "“Because the port was shut,”", "Ida Holm", "said"),
        ("“You saw the ship, did you not?” Ida Holm asked.", "“You saw the ship, did you not?”", "Ida Holm", "asked"),
        ("Ida Holm suggested he had shut the port.", "he had shut the port", "Ida Holm", "suggested"),
        ("In act two, Ida Holm says that the port is open.", "that the port is open", "Ida Holm", "says"),
        ("In the trailer, Ida Holm says that the port is open.", "that the port is open", "Ida Holm", "says"),
        ("Ida Holm, as the admiral, said that the port was open.", "that the port was open", "Ida Holm", "said"),
        ("A headline might read: Ida Holm says the port is open.", "the port is open", "Ida Holm", "says"),
        ("“The port is open,” Ida Holm says in the trailer.", "“The port is open,”", "Ida Holm", "says"),
        ("So the port is open, says Ida Holm? Think again.", "So the port is open", "Ida Holm", "says"),
        ("The port is less open than Ida Holm said.", "The port is less open than", "Ida Holm", "said"),
        ("Ida Holm, a pilot, warned that it might rain, sold her ship.", "that it might rain", "Ida Holm", "warned"),
        ("All Ida Holm said was that it might rain.", "was that it might rain", "Ida Holm", "said"),
        ("Sponsored content: Ida Holm says her port is open.", "her port is open", "Ida Holm", "says"),
        ("That Ida Holm said the port was open is no news.", "the port was open is no news", "Ida Holm", "said"),
        ("Reading a letter from the crew, Ida Holm said it sank.", "it sank", "Ida Holm", "said"),
        ("Ida Holm read the pilot’s statement: “It sank.”", "“It sank.”", "Ida Holm", "read"),
        ("Ida Holm said that year that the port was shut.", "that year that the port was shut", "Ida Holm", "said"),
        ("Ida Holm (right) said that the port was shut.", "that the port was shut", "Ida Holm", "said"),
        (
            "It is big according to Roe, small according to Ida Holm.",
            "It is big according to Roe, small",
            "Ida Holm",
            "according to",
        ),
        (
            "“It sank”, said Ole Roe; it did not, said Ida Holm.",
            "“It sank”, said Ole Roe; it did not",
            "Ida Holm",
            "said",
        ),
        (
            "Ida Holm said it sank, then that she was not sure.",
            "it sank, then that she was not sure",
            "Ida Holm",
            "said",
        ),
        ("Ida Holm said she would go if it sank, as it did.", "she would go if it sank, as it did", "Ida Holm", "said"),
        ("Ida Holm, who said it was open, now says it was shut.", "it was open", "Ida Holm, who", "said"),
        ("Ida Holm said it cost $2, $3 less than it did.", "it cost $2, $3 less", "Ida Holm", "said"),
        ("The guild, not its head, Ida Holm, said it sank.", "it sank", "The guild, not its head, Ida Holm,", "said"),
        (
            "Ida Holm said, her son told the BBC, that it sank.",
            "her son told the BBC, that it sank",
            "Ida Holm",
            "said",
        ),
        ("Ida Holm told the inquiry about Ole Roe.", "Ole Roe", "Ida Holm", "told"),
        (
            "Norway, pilots said, and Oman want peace, said Ida Holm.",
            "Norway, pilots said, and Oman want peace",
            "Ida Holm",
            "said",
        ),
        ("Ida Holm said that it would not.", "that it would not", "Ida Holm", "said"),
        (
            "Ida Holm said the port, and Ole Roe that the dam, was shut.",
            "the port, and Ole Roe that the dam, was shut",
            "Ida Holm",
            "said",
        ),
    ],
)
def test_what_is_no_saying_of_its_own_is_held(text: str, content: str, source: str, cue: str) -> None:
    """Whoever is described, made to speak, interrupted or asks, states nothing that a line could print."""
    claimant = Claimant(name="Ida Holm", surface="Ida Holm", resolved_by="local")
    mode = "direct" if content.startswith("“") else "indirect"
    claim = spoken(text, content, source, cue, claimant=claimant, mode=mode)

    assert not isinstance(claim_line(claim, article(text), now=NOW), DigestItem)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Holm said the law — a disgrace, pilots say — would pass.", ("a disgrace", "would pass")),
        ("Ida Holm spent a lot - too much, pilots say - on the law.", ("Ida Holm spent a lot - too much",)),
    ],
)
def test_words_around_another_s_aside_are_not_that_other_s(text: str, content: tuple[str, ...]) -> None:
    """“The law — a disgrace, critics say — would pass” is no saying of the critics beyond their dashes."""
    claimant = Claimant(name="pilots", surface="pilots", resolved_by="local")
    claim = spoken(text, content, "pilots", "say", claimant=claimant)

    assert claim_line(claim, article(text), now=NOW) == "not plainly reported"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("The parties met in Belsk, with Ida Holm saying ", "Ida Holm: "),
        ("Prices fell in Belsk when Ida Holm said ", "Ida Holm: "),
        ("The road will stay shut but Ida Holm says ", "Ida Holm: "),
        ("Ida Holm is not going to sell and has said ", "Ida Holm: "),
        ("Ida Holm has not read it yet, but has said ", "Ida Holm: "),
        ("Ida Holm denied the charges and said ", "Ida Holm: "),
        ("Ida Holm denied this and said ", "Ida Holm: "),
        ("Ida Holm would not comment, but in a statement said ", "Ida Holm: "),
        ("Ida Holm denied the bank had failed and said ", ""),
        ("Ida Holm never denied the charges and said ", ""),
        ("The parties may meet in Belsk, with Ida Holm saying ", ""),
        ("The council said that the talks had ended, with Ida Holm saying ", ""),
        ("The film ends in Belsk, with Ida Holm saying ", ""),
        ("Prices would fall in Belsk when Ida Holm said ", ""),
        ("Prices fall in Belsk when Ida Holm says ", ""),
        ("It was a slip when Ida Holm said ", ""),
        ("Ida Odom misspoke when Ida Holm said ", ""),
        ("The council said that the road was shut but Ida Holm said ", ""),
        ("If the rain comes the road is shut but Ida Holm says ", ""),
        ("Everybody in the council but Ida Holm said ", ""),
        ("Ida Holm does not know who left and has said ", ""),
        ("Ida Holm says the firm has closed and has said ", ""),
        ("The council urged Ann Bo, who knows Ida Holm and has said ", ""),
    ],
)
def test_a_saying_that_hangs_on_a_fact_is_one(head: str, line: str) -> None:
    """What somebody says “with”, “when” or “but” beside another clause is said, unless that clause makes it none."""
    text, cue = f"{head}the port was open.", "has said" if "has said" in head else head.rsplit(maxsplit=1)[-1]
    expected = f"{line}the port was open" if line else "held: not plainly reported"

    assert drawn(text, "the port was open", "Ida Holm", cue) == expected


@pytest.mark.parametrize(
    ("text", "content", "is_held"),
    [
        ("The mayor answered Ida Holm who said the port was open.", "the port was open", False),
        ("“It is not so,” said Ida Holm, who added that the port was open.", "that the port was open", False),
        ("It was not Ida Holm who said the port was open.", "the port was open", True),
        ("The mayor was sued by Ida Holm who said he had shut the port.", "he had shut the port", True),
    ],
)
def test_who_behind_a_name_is_whoever_bears_it(text: str, content: str, is_held: bool) -> None:
    """A clause with “who” behind somebody's name tells what they said, but not of a “he” who may be the one before."""
    cue = "added" if "added" in text else "said"
    claimant = Claimant(name="Ida Holm", surface="who", resolved_by="pronoun", actor_id="person:ida-holm")
    claim = spoken(text, content, "who", cue, claimant=claimant, mode="indirect")

    assert (claim_line(claim, article(text), now=NOW) == "not plainly reported") is is_held


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A jury found Ida Holm, who said the port was open, not guilty.", "the port was open, not guilty"),
        ("Police held Ida Holm, who said the port was open, on Monday night.", "the port was open, on Monday night"),
    ],
)
def test_the_rest_of_a_sentence_is_no_part_of_its_relative_clause(text: str, content: str) -> None:
    """What a jury found of somebody “who said …” is nothing that this one said."""
    who = Claimant(name="Ida Holm", surface="who", resolved_by="pronoun")
    item = claim_line(spoken(text, content, "who", "said", claimant=who), article(text), now=NOW)

    assert isinstance(item, DigestItem)
    assert item.body == "the port was open …"


@pytest.mark.parametrize(
    ("text", "words", "source", "kept"),
    [
        (
            "The crews want a plan, said Ida Holm, of the board that will lead the work.",
            ("The crews want a plan", "that will lead the work"),
            "Ida Holm, of the board",
            False,
        ),
        (
            "The crews want a plan, Ida Holm said, that will cost nine marks.",
            ("The crews want a plan", "that will cost nine marks"),
            "Ida Holm",
            True,
        ),
    ],
)
def test_what_tells_of_a_speakers_body_is_not_said(text: str, words: tuple[str, str], source: str, kept: bool) -> None:
    """A relative clause right behind a speaker tells of their body; behind a comma it is what was said."""
    assert (words[1] in drawn(text, words, source, "said")) is kept


@pytest.mark.parametrize(
    "content",
    [
        "about half of the houses in Larn were lost",
        "about 300 of the houses in Larn were lost",
        "it will take $31 million to rebuild the houses in Larn",
    ],
)
def test_amounts_are_statements(content: str) -> None:
    """“About” before a number is no topic, and what it will take is told behind it, in whatever money."""
    assert drawn(f"Officials say {content}.", content, "Officials", "say") == f"Officials: {content}"


@pytest.mark.parametrize(
    ("opening", "cue", "is_limited"),
    [
        ("Since the curfew began in May", "said", True),
        ("Since then", "have said", False),
        ("In a note", "said", False),
    ],
)
def test_from_when_on_something_is_counted_is_not_left_out(opening: str, cue: str, *, is_limited: bool) -> None:
    """“Since May, police said 40 had left” counts those since May, which a line without it would not."""
    line = drawn(f"{opening}, the police {cue} 40 families had left.", "40 families had left", "the police", cue)

    assert (line == "held: limited by what stands beside it") is is_limited
