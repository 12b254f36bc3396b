"""A line holds a speaker's own words that still stand: nothing taken back, nothing of the narrator's."""

from __future__ import annotations

import pytest

from digests.lines.facts import line_facts
from tests.digests.lines.test_reporting import drawn
from tests.make import article, spoken

SAYING = "Ida Holm said that the port of Belsk was open"
CONTENT = "that the port of Belsk was open"


@pytest.mark.parametrize(
    "tail",
    [
        ", then deleted the post.",
        " before correcting herself.",
        ", but reneged on the pledge.",
        "; a day later she said it was not.",
        " and apologised for the error.",
        ", but has since said she was mistaken.",
        " – and then said the opposite.",
        ", a number she later lowered.",
        ", changing her story.",
        "; the true figure was nine.",
        " before being told that it was shut.",
        ", an opinion she no longer holds.",
        ", a claim she quietly dropped.",
        ", then thought better of it.",
        ", provided that the council paid.",
        ", ice permitting.",
        ", and on Sunday it was.",
        ", on condition that it rained.",
        ", but only if it rained.",
        " – it had not.",
        ", as it turned out wrongly.",
        ", if her aide is to be believed.",
        " although every gauge suggests otherwise.",
        " when in fact it was shut.",
        " before correcting the number.",
        ", later 400.",
        ", which turned out not to be so.",
        ", but only in rehearsal.",
        " — in her dreams.",
        ", her rival told the inquiry.",
        ", a pilot claims.",
        " (she later wrote that it was shut).",
        " before noticing her mistake.",
        ", depending on the wind.",
        ", drawing laughter from the crews.",
        ", a word she was later to regret.",
        " – that is what we wrote on Monday.",
        " – to small boats, that is, and in May.",
        ", which the tide tables do not bear out.",
        ", a number she put lower on Friday.",
        ", the one exception being its north gate.",
        " a week before it was.",
        ", a state that her office has since called wrong.",
        ", adding that she was speaking of the outer port.",
    ],
)
def test_a_saying_taken_back_in_its_sentence_is_held(tail: str) -> None:
    """Whoever withdraws in one breath what they said has not said it."""
    assert drawn(f"{SAYING}{tail}", CONTENT, "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize("cue", ["originally said", "had initially said", "long maintained"])
def test_what_was_said_at_first_is_held(cue: str) -> None:
    """Whoever said something originally says something else now."""
    said = drawn(f"Ida Holm {cue} that the port of Belsk was open.", CONTENT, "Ida Holm", cue)
    assert said == "held: not plainly reported"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ida Holm, who had said {c}, said it was shut.", "had said"),
        ("Ida Holm said — wrongly, as it turned out — {c}.", "said"),
    ],
)
def test_what_did_not_stay_said_is_held(text: str, cue: str) -> None:
    """What somebody had said before they said something else, or said wrongly, is no line."""
    assert drawn(text.format(c=CONTENT), CONTENT, "Ida Holm", cue).startswith("held: ")


def test_another_s_sentence_behind_a_lost_full_stop_is_not_printed() -> None:
    """Where a second speaker stands right behind a clause, the words are not all one's."""
    for other in ("Roe said no boat had left", "It gave no proof"):
        content = f"{CONTENT} {other}"
        assert drawn(f"Ida Holm said {content}.", content, "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    ("note", "is_held"),
    [
        ("This article was amended on Friday. The port of Belsk was shut, not open.", True),
        ("(This version corrects that the port of Belsk was shut.)", True),
        ("UPDATE: Ida Holm now says that the port of Belsk is shut.", True),
        ("Update, 3 p.m.: the port of Belsk is no longer open.", True),
        ("UPDATE: The port of Belsk opens its second gate.", False),
        ("Due to a translation error, the port of Belsk was called open.", True),
        ("11:20 Correction: the port of Belsk is shut.", True),
        ("The port of Belsk told us after publication that it was shut.", True),
        ("Readers tell us that Belsk was shut. Ida Holm is not to blame; we apologise.", True),
        ("NOTE TO READERS: An agency had the port of Belsk wrong.", True),
        ("Correction: the mayor of Alto is Mo Roe.", False),
        ("The port of Belsk is the largest.", False),
    ],
)
def test_what_a_note_sets_right_is_held(note: str, is_held: bool) -> None:
    """Where a note beside the article speaks of what a claim says, the claim may not stand."""
    for text in (f"{SAYING}.\n\n{note}", f"{note}\n\n{SAYING}."):
        assert (drawn(text, CONTENT, "Ida Holm", "said") == "held: not part of the report") == is_held


def test_what_somebody_had_said_earlier_is_held() -> None:
    """What was said before what an article tells may not stand any more."""
    text = f"Earlier Ida Holm had said {CONTENT}."
    claim = spoken(text, CONTENT, "Ida Holm", "had said", said_at=None)

    assert line_facts(claim, article(text)) == "not plainly reported"


def test_what_a_footnote_speaks_of_is_held() -> None:
    """A mark behind the words refers to what sets them right below."""
    for foot, held in (("* She has since left.", True), ("She has since left.", False)):
        said = drawn(f"{SAYING}.*\n\nThe council met.\n\n{foot}", CONTENT, "Ida Holm", "said")
        assert said.startswith("held") == held


@pytest.mark.parametrize(
    "speaker",
    [
        "As a student, Ida Holm",
        "In the past Ida Holm",
        "The then harbour master",
        "In her first primary race, Ida Holm",
        "As a candidate, Ida Holm",
    ],
)
def test_what_somebody_said_in_another_life_is_held(speaker: str) -> None:
    """Words of whoever was young, or in another office, are not of the article's day."""
    text, source = f"{speaker} said {CONTENT}.", speaker.rsplit(", ", 1)[-1]
    claim = spoken(text, CONTENT, source, "said", said_at=None)

    assert line_facts(claim, article(text)) == "not plainly reported"


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("Orla shut in 2021. The following year, Ida Holm said that {}.", True),
        ("In 2021 Orla shut. Nobody came. Two years later Ida Holm said that {}.", True),
        ("Orla burned in 2021. Later that year, Ida Holm said that {}.", True),
        ("Ida Holm lost in 2021. Afterward, she went abroad. Ida Holm vowed that {}.", True),
        ("The vote fell two days after Ida Holm said that {}.", True),
        ("Orla shut in May. The following day, Ida Holm said that {}.", False),
        ("Orla shut in 2021. Ida Holm said that {}.", False),
        ("Orla shut in 2021. Many spoke. Later, Ida Holm said that {}.", False),
        ("Orla shut in 2021. In 2025 it opened. A month later Ida Holm said that {}.", False),
        ("Ida Holm lost in 2021. Afterward, she went abroad. Now Ida Holm said that {}.", False),
        ("Orla burned in 2021. Later, over a meal in Belsk, Ida Holm said that {}.", True),
    ],
)
def test_what_was_said_at_a_time_counted_from_another_is_held(text: str, is_held: bool) -> None:
    """A time that is counted from one of another year, or from what is told, has no day that a line could print."""
    words, cue = "the port of Belsk was open", "vowed" if "vowed" in text else "said"
    text = text.format(words)
    claim = spoken(text, words, "Ida Holm", cue, said_at=None)

    assert (line_facts(claim, article(text)) == "not plainly reported") == is_held


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("After the 2021 fire, Ida Holm said that {}.", True),
        ("Hours before the 2021 vote, Ida Holm told reporters that {}.", True),
        ("In the run-up to the 2021 vote, Ida Holm said that {}.", True),
        ("After losing the vote for mayor in 2021, Ida Holm said that {}.", True),
        ("As mayor in 2021, Ida Holm said that {}.", True),
        ("In the 1990s, Ida Holm said that {}.", True),
        ("When she took office, Ida Holm said that {}.", True),
        ("In a resurfaced interview, Ida Holm said that {}.", True),
        ("In an eight-year-old tweet, Ida Holm said that {}.", True),
        ("Ida Holm said during her 2021 campaign that {}.", True),
        ("Ida Holm told the Larn Echo when she ran for mayor in 2021 that {}.", False),
        ("Ida Holm said years ago that {}.", True),
        ("Ida Holm said at the time of the fire that {}.", True),
        ("Ida Holm said at a rally that fall that {}.", True),
        ("A year earlier, Ida Holm said that {}.", True),
        ("Five years earlier, they met. Ida Holm vowed that {}.", True),
        ("Orla burned in 2021. During that campaign, Ida Holm said that {}.", True),
        ("After the 2021 fire, Ida Holm has said that {}.", False),
        ("After the 2025 vote, Ida Holm said that {}.", False),
        ("After the 2021 fire, “there is hope,” Ida Holm said, adding that {}.", False),
        ("Asked about the 2021 fire, Ida Holm said that {}.", False),
        ("Citing the 2021 fire, Ida Holm said that {}.", False),
        ("At a ceremony to mark the 2021 fire, Ida Holm said that {}.", False),
        ("In her first speech since the 2021 fire, Ida Holm said that {}.", False),
        ("Ten years after the 2015 fire, Ida Holm said that {}.", False),
        ("Standing where nine died in the 2021 fire, Ida Holm said that {}.", False),
        ("For the first time since 2021, Ida Holm said that {}.", False),
        ("As in 2021, Ida Holm said that {}.", False),
        ("Ida Holm, who lost in 2021, said that {}.", False),
        ("In an interview about the 2021 fire, Ida Holm said that {}.", False),
    ],
)
def test_what_was_said_in_an_earlier_year_is_held(text: str, is_held: bool) -> None:
    """A saying without a date is not of today where its own sentence puts it in an earlier year, or far back."""
    words, cue = "the port of Belsk was open", next(verb for verb in ("vowed", "told", "said") if verb in text)
    text = text.format(words)
    claim = spoken(text, words, "Ida Holm", cue, said_at=None)

    assert (line_facts(claim, article(text)) == "not plainly reported") == is_held


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("In 2021, Orla lost its ships. Traffic fell by half before the vote, Ida Holm said.", True),
        ("When the crews left in May 2021, nobody stayed. Traffic fell by half before the vote, Ida Holm said.", True),
        ("On March 2, 2021, the gates shut. Traffic fell by half before the vote, Ida Holm said.", True),
        ("In 2025, Orla lost its ships. Traffic fell by half before the vote, Ida Holm said.", False),
        ("Orla lost its ships in 2021. Traffic fell by half before the vote, Ida Holm said.", False),
        ("In 2021, Orla lost its ships.\n\nTraffic fell by half before the vote, Ida Holm said.", False),
    ],
)
def test_what_was_in_an_earlier_year_is_held(text: str, is_held: bool) -> None:
    """Words in the past tense go on with the year with which the sentence before opens, which no line would name."""
    claim = spoken(text, "Traffic fell by half before the vote", "Ida Holm", "said", said_at=None)

    assert (line_facts(claim, article(text)) == "not plainly reported") == is_held


@pytest.mark.parametrize(
    "following",
    [
        "That turned out to be wrong.",
        "(She meant the port of Orla, her office said.)",
        "It later emerged that it was shut.",
        "On Tuesday she took it back.",
        "She was mistaken.",
        "In fact it is shut.",
        "At least that is what the pilots heard.",
        "None of it was true.",
        "An hour later she apologised for the mistake.",
        "She later changed her story.",
        "She has since cut the figure.",
        "The number was later revised.",
        "The true figure was nine.",
        "Wrong: it was shut.",
        "It was a false alarm.",
        "The alarm was called off.",
        "Two hours later she said the gates had not opened.",
        "It was not.",
        "It never had been.",
        "Not quite.",
        "Just kidding.",
        "All of this is fiction.",
        "So a pilot claimed.",
        "She later said that it was shut.",
        "By evening the number was 400.",
        "It was a line from her play.",
        "That is what pilots say she said.",
        "She apologised the next day.",
        "Or was it?",
        "She meant the port of Orla.",
        "She meant three, the council said.",
        "Her office later said she had misspoken.",
        "The pilots' own logs show otherwise.",
        "Its gates have in fact been shut since May.",
        "A court found that it was not.",
        "She has changed her mind.",
        "By Wednesday her office had corrected the figure.",
        "She now says that it will open in May.",
        "Make that the port of Orla.",
        "That depends, she added, on the weather.",
        "Events have overtaken her.",
        "Asked if she was sure, she said she was not.",
        "The sentence was struck from the record.",
        "She was talking of another port.",
        "It now turns out that it was shut.",
        "So, at least, the minutes have it.",
        "By Sunday that turned out to be untrue.",
        "A day later, that proved to be untrue.",
        "It was only a drill.",
        "Well, nearly all.",
        "At least, that was the plan.",
        "On Tuesday she was less sure.",
    ],
)
def test_a_saying_that_the_next_sentence_takes_back_is_held(following: str) -> None:
    """What a text itself sets right does not stand as a claim."""
    assert drawn(f"{SAYING}. {following}", CONTENT, "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    "following",
    [
        "In fact, she said, it had never shut.",
        "The town took the news calmly.",
        "She was right.",
        "It was wrong to doubt it, the harbour master said.",
        "She withdrew from the race in May.",
        "The gates, she in fact said, had been open since May.",
        "Alan Poe was not.",
    ],
)
def test_what_only_goes_on_takes_nothing_back(following: str) -> None:
    """A sentence that speaks of something else leaves the saying before it as it was."""
    assert drawn(f"{SAYING}. {following}", CONTENT, "Ida Holm", "said") == "Ida Holm: the port of Belsk was open"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("that all ships were safe", "Dozens lay on the beach."),
        ("that 240 ships were safe", "The harbour's own log lists 96."),
        ("that 240 ships were safe", "The coast guard's figure is 71."),
        ("that no ship was lost", "A pilot's film of that night shows three."),
        ("that a ship had sunk", "No ship had sunk."),
        ("that no ship was lost", "A trawler sank within the hour."),
        ("that every ship was safe", "Papers from the yard show that one in five was unfit."),
        ("that the ship was safe", "The yard has no record of a test."),
        ("that more ships came", "Harbour records show a fall of 4 percent."),
        ("that the ship was safe", "But inspectors found holes in its hull."),
        ("that the ship would sail in May", "It is still in dock."),
        ("that the ship would sail in May", "May came and went."),
        ("that the ship would sail in May", "By June it had lost its engine."),
        ("that the ship would sail", "The next day it sank."),
        ("that the ship would sail", "That was in 2023."),
        ("that 90 ships had sailed", "A photo from the quay shows rows of masts."),
        ("that the ship was safe", "Pilots have said nothing of the kind."),
        ("that the ship was safe", "It sank at its berth."),
        ("that nobody was hurt", "Two of the crew drowned."),
        ("that the yard was shut", "It was open."),
        ("that the ships had been sold", "She still owns four."),
        ("that the cargo was Norwegian", "Satellite pictures showed the ship off Crete."),
        ("that the storm came from the west", "The week was dry."),
        ("that no ship would be late", "By June nine had been."),
        ("that it was the tallest mast in the fleet", "Two others are taller."),
        ("that no ship carried salt", "Customs men took nine sacks of it."),
        ("that no ship was older than I am", "The one that sank was built in 1911."),
        ("that every ship had been paid for", "There are fewer in the books than a year ago."),
        ("that Alan Poe would come", "Poe watched from the quay."),
        ("that the ship would sail", "Its engine room flooded on Tuesday."),
        ("that nobody was missing", "Two divers have not been seen since Sunday."),
        ("that the salt comes from Crete", "It comes from a mine near Kiel."),
        ("that the ship was worth millions", "It is now scrap."),
        ("that ships are never lost", "Her own was found in Crete."),
        ("that the catch was only cod", "Vets found eel in it."),
        ("that she never met the buyer", "Phone records list 61 calls."),
    ],
)
def test_what_the_narrator_sets_facts_against_is_held(said: str, facts: str) -> None:
    """A count without its noun, evidence against words without exception, a promise not kept: each refutes a saying."""
    assert drawn(f"Ida Holm said {said}. {facts}", said, "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    ("said", "following"),
    [
        ("the ship would sail in May", "She offered no reasons."),
        ("the ship would sail in May", "It was built in 1954."),
        ("the ship would sail in May", "It is not yet clear who will pay."),
        ("the ship would sail in May", "The yard, she told the council, still wanted money."),
        ("all ships were safe", "Orla lies at the mouth of the bay."),
        ("no ship was lost", "One captain provided papers that named his cargo."),
        ("nine ships were lost", "The port was built in 1976."),
        ("the ship was safe", "The port has kept its cranes since 1958."),
        ("the ship was safe", "Nobody drowned."),
        ("the ship would have sailed in May", "Two of its crew fell ill."),
        ("the yard was shut", "The yard builds tugs and has a dock that opens to the sea."),
    ],
)
def test_what_the_narrator_tells_beside_it_sets_nothing_against(said: str, following: str) -> None:
    """Years, background and what nobody knows yet refute nothing."""
    text = f"Ida Holm said that {said}. {following}"

    assert drawn(text, f"that {said}", "Ida Holm", "said") == f"Ida Holm: {said}"


@pytest.mark.parametrize(
    "tail",
    [
        ", but inspectors found holes in its hull",
        "; by evening there were 31",
        " – the plate on its hull reads 1987",
        ", contrary to what the gauges show",
        " (the harbour master is her cousin)",
        ", a promise that it has broken twice",
        ", a claim that did not survive the first storm",
        ", only for nine of them to sink the next day",
        ", something no pilot has noticed",
        ", but the opposite was true",
        ", though the yard's own report, out that day, showed nine",
        ", whose own books had listed nine",
        " – her receipts for nine old hulls are in the file",
        " (nobody has seen them)",
        ", a claim that pilots call a lie",
        ", which is incorrect",
        ", which the pilots say is invented",
        ", which pilots still doubt",
        ", but a minute later said that nine were old",
        ", with a wink at the yard's owner",
        ", which photographs of the yard disprove",
        ", where in truth nobody has counted them",
        ", a number that covers only two yards",
        "; its own website shows 9",
        ": the yard's books tell another story",
        ", or that is how the council understood her",
        ", and it was the other way round",
        ", old though they were",
        " and within a month 9 were",
        ", as if anyone had doubted it",
        ", a number that the yard's own books put at 9",
        " and the yard's website that they were not",
        ", which the records show to be old",
        ", on the strength of papers that had been forged",
        ", and new they were not",
        " a week before it sank nine of them",
        " and their own papers showed the opposite",
        " (the yard says 9)",
    ],
)
def test_facts_in_the_same_sentence_hold_the_line(tail: str) -> None:
    """What the narrator sets against 12 ships in one sentence leaves nothing to print of it."""
    content = "that 12 ships were new"
    text = f"Ida Holm said {content}{tail}."

    assert drawn(text, f"{content}{tail}", "Ida Holm", "said").startswith("held")


def test_what_was_before_is_no_condition() -> None:
    """“…, following earlier signs” tells what was before what somebody says, not what it hangs on."""
    text = f"{SAYING}, following earlier signs that it was shut."

    assert drawn(text, CONTENT, "Ida Holm", "said").startswith("Ida Holm: the port of Belsk was open")


@pytest.mark.parametrize(
    "tail",
    [
        " and left the room",
        " and suggested that ships would come",
        " before being led away by guards",
        ", having told the court otherwise",
        ", as the crowd listened in silence",
        " as fishermen took notes",
        " and pilot Alan Poe said it was shut",
        " but the council valued it at nothing",
        " and the mayor urged the crews to sail",
        " when Alan Poe pressed her",
        ", as happened in 2019",
        ", which the pilots doubt",
        "; the crews have left",
        ", the pilots that it was shut",
        " after a storm that killed nine of her crew",
        ", as dozens waited at its gates",
        " while workers behind her welded it shut",
        ", as shouts could be heard from the quay",
        " before it emerged that its gates were shut",
        ", without mentioning that its gates were shut",
        ", words that would come back to haunt her",
        ", days before four ships sank in it",
        ", something the crews' lawyer disputes",
        ", ignoring a report that it was shut",
        ", conveniently leaving out that it was shut",
        ", apparently forgetting that she had shut it",
        " and pilots that they had never seen it so",
        " and her colleague Alan Poe the port of Orla",
        " and the pilots laughed out loud",
        " and pilots who looked on Sunday found it shut",
        " and the crew walked home",
        ", in other words that she had nothing to add",
        ", none more so than its gates",
        " and for a week the pilots agreed",
        " and pilots at the quay, who had waited, that they had not sailed",
        " — pilots at the quay speak of a closed gate",
        " and ferry pilots nearby have lost nine ships since",
        ", and on Sunday ships could be seen turning back",
    ],
)
def test_what_the_narrator_adds_is_no_part_of_the_words(tail: str) -> None:
    """Where the narrator or another speaker goes on, the line ends with “…”."""
    drawn_line = drawn(f"{SAYING}{tail}.", f"{CONTENT}{tail}", "Ida Holm", "said")

    assert drawn_line == "Ida Holm: the port of Belsk was open …"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("it would appeal and closed its office in Belsk", "it would appeal …"),
        ("it was sorry and was fined by the court", "it was sorry …"),
        ("it felt fit but was left out of the crew", "it felt fit …"),
        ("it would pay and went bankrupt", "it would pay …"),
        ("its ship was empty as oil reached nine beaches", "its ship was empty …"),
        ("its ship was empty, yet oil has reached nine beaches", "its ship was empty …"),
        ("its ship was empty – oil has reached nine beaches", "its ship was empty …"),
        ("the ship was empty and refused to say why", "the ship was empty …"),
        ("it would never sail but was back in May", "it would never sail …"),
        ("nine were safe, the coast guard 7", "nine were safe …"),
        ("it would earn 9 million, twice what the bank forecasts", "it would earn 9 million …"),
        ("it sank by 12 centimetres, pilot Alan Poe by 3", "it sank by 12 centimetres …"),
        ("nine were aboard, in contrast to 13 in its own list", "nine were aboard …"),
        ("nine were aboard, 4 fewer than the passenger list shows", "nine were aboard …"),
        ("its ship was empty and its captain that it was full", "its ship was empty …"),
        ("its ship was empty, and a day later that it was full", "its ship was empty …"),
        ("the dam would hold and ordered a boat for her crew", "the dam would hold …"),
        ("it would close the port and sell the land", "it would close the port and sell the land"),
        ("it was born in Belsk and raised in Orla", "it was born in Belsk and raised in Orla"),
        ("its port — which the sea took in 1911 — had ships enough", "its port … had ships enough"),
        ("its port -- which the sea took in 1911 -- had well-known ships", "its port … had well-known ships"),
        ("its port - which the sea took in 1911 - had ships enough", "its port … had ships enough"),
        ("the pier – what rivals call “the stump” – would close", "the pier … would close"),
        ("the pier — a word used by many — Tom Roe built would close", "the pier … Tom Roe built would close"),
        ("BELSK — A ship — the first in years — was seen", "BELSK — A ship — the first in years — was seen"),
    ],
)
def test_deeds_and_asides_of_the_narrator_are_left_out(content: str, body: str) -> None:
    """A deed that is past behind what is to come, and what two dashes hold, need not be the speaker's."""
    assert drawn(f"Velos Metals said {content}.", content, "Velos Metals", "said") == f"Velos Metals: {body}"


@pytest.mark.parametrize(
    "tail",
    [" in what pilots called a dream", " to reporters who had come by train", " - though pilots of the town doubt it"],
)
def test_an_addition_that_is_no_clause_holds_the_line(tail: str) -> None:
    """What the narrator adds without a border to cut at can neither stand in a line nor be left out."""
    assert drawn(f"{SAYING}{tail}.", f"{CONTENT}{tail}", "Ida Holm", "said") == "held: words left out"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("explained", "why the port was shut"),
        ("explained", "how the crews had left Belsk"),
        ("pointed out", "how the council bought the land in 1984 and sold it at cost"),
    ],
)
def test_an_indirect_question_keeps_its_verb(cue: str, content: str) -> None:
    """Why something is so states nothing behind a colon."""
    assert drawn(f"Ida Holm {cue} {content}.", content, "Ida Holm", cue) == "held: no full statement"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("recalling", "a 2007 bill that failed when she, Poe and the mayor were in Belsk"),
        ("recalling", "the plan of the Oslo-based fleet to win over the island-bound crews"),
        ("recalling", "virtually nothing about the ships that had not been previously reported"),
    ],
)
def test_a_thing_with_a_clause_beside_it_states_nothing(cue: str, content: str) -> None:
    """The verb of a relative clause, or of a list within it, is no statement's."""
    text = f"Ida Holm stood on the pier, {cue} {content}."

    assert drawn(text, content, "Ida Holm", cue) == "held: no full statement"


def test_it_with_a_short_verb_states_something() -> None:
    """“It’s been” is a verb, also where it begins the words."""
    words = "it’s been long known that the boats are being over-used"

    assert drawn(f"Ida Holm says {words}.", words, "Ida Holm", "says") == f"Ida Holm: {words}"


def test_words_that_another_sends_are_not_the_readers() -> None:
    """A participle behind a message from somebody tells what the message says."""
    text = "Ida Holm answered a message from Alan Poe, reporting that the port of Belsk was open."

    assert drawn(text, CONTENT, "Ida Holm", "reporting") == "held: not plainly reported"


def test_words_before_those_that_a_colon_brings_are_the_narrators() -> None:
    """“…, as the museum notes:” says whose words come next."""
    text = "The port of Belsk was open, as Ida Holm said: “Nobody came.”"

    assert drawn(text, "The port of Belsk was open", "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("In all, {words}, according to Ida Holm.", "that amounts to 11 percent of all ships", "according to"),
        ("Ida Holm says {words}.", "that number may fall to nine ships", "says"),
    ],
)
def test_a_that_which_points_is_kept_and_holds_the_line(text: str, words: str, cue: str) -> None:
    """What “that” means must stand in a line."""
    assert drawn(text.format(words=words), words, "Ida Holm", cue) == "held: pronoun not resolved"


@pytest.mark.parametrize(
    "lead", ["Once", "Until", "As soon as", "In a nightmare,", "In a mock newscast,", "Through a translator's slip,"]
)
def test_a_saying_in_an_unreal_setting_is_none(lead: str) -> None:
    """What is said on a condition, in a dream, a play or by mistake is not said."""
    text = f"{lead} Ida Holm said that the port of Belsk was open."

    assert drawn(text, CONTENT, "Ida Holm", "said") == "held: not plainly reported"


def test_what_nobody_is_told_is_not_said() -> None:
    """Whoever tells nobody says nothing."""
    text = "The port of Belsk was open, Ida Holm told nobody."

    assert drawn(text, "The port of Belsk was open", "Ida Holm", "told") == "held: not plainly reported"


def test_one_of_two_choices_is_not_told_alone() -> None:
    """A line that would end within a choice has none."""
    words = "she had two options: to sell the boat"
    text = f"Ida Holm said {words}, which she called a wreck, or to burn the pier."

    assert drawn(text, words, "Ida Holm", "said") == "held: not plainly reported"


def test_the_verb_of_the_sentence_is_no_part_of_a_relative_clause_s_words() -> None:
    """What “who says …” says ends where the sentence goes on."""
    text = "The council said pilot Alan Poe, who says the port of Belsk is open, was wrong."

    assert drawn(text, "the port of Belsk is open, was wrong", "Alan Poe, who", "says").startswith("held")


def test_a_claim_that_somebody_owns_is_a_noun() -> None:
    """“Her claim that …” with its predicate is nobody's saying."""
    text = "Ida Holm’s remark that the port of Belsk was open was heard by nobody."

    assert drawn(text, "that the port of Belsk was open was heard by nobody", "Ida Holm’s", "remark").startswith("held")


def test_words_that_run_into_anothers_saying_are_held() -> None:
    """What a heading tells, run into the sentence below it, ends with that sentence's subject."""
    content = "talks after a dispute with miners Ardova’s envoy"
    held = drawn(f"Belsk urges {content}, Ida Holm, told reporters that nobody came.", content, "Belsk", "urges")
    assert held == "held: not plainly reported"


QUOTED = "“The port of Belsk was open,”"


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTED} Ida Holm said. “But no ship could reach it.”",
        f"{QUOTED} said Ida Holm, a pilot, but she was shocked by its state.",
        f"{QUOTED} Ida Holm said. But that is not the same as safe.",
        f"{QUOTED} Ida Holm said.\n\n“But no ship could reach it,” she added.",
    ],
)
def test_a_quotation_that_its_speaker_turns_against_is_held(text: str) -> None:
    """A concession alone is not what somebody means."""
    assert drawn(text, QUOTED, "Ida Holm", "said", mode="direct") == "held: its speaker turns against it"


def test_what_people_say_is_not_what_a_speaker_says() -> None:
    """“Some people will say …” with no answer tells nothing of whoever says it."""
    words = "“There are those who say that the port is shut,”"
    assert drawn(f"{words} Ida Holm said.", words, "Ida Holm", "said", mode="direct").startswith("held")


def test_a_deed_is_not_parted_from_what_limits_it() -> None:
    """Whoever agreed to a call “but only to say no” has not agreed to it."""
    text = "Ida Holm agreed to a call on Monday, but only to say no."
    assert drawn(text, "a call", "Ida Holm", "agreed to") == "held: its speaker turns against it"


def test_words_that_another_put_so_are_left_out() -> None:
    """Whose words a narrator recalls is no part of what was said."""
    content = "that it would sink, as Per Roe, then a clerk, put it"
    assert drawn(f"Ida Holm said {content}.", content, "Ida Holm", "said") == "Ida Holm: it would sink …"


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        (
            "At the moment Ida Holm announced that it was lit, Per Roe left.",
            "that it was lit, Per Roe left",
            "announced",
        ),
        ("You would think that it was lit, Ida Holm said.", "You would think that it was lit", "said"),
    ],
)
def test_what_only_dates_a_deed_or_is_not_so_is_held(text: str, content: str, cue: str) -> None:
    """A saying that only tells when another did something, and what somebody says is not so, are no claims."""
    assert drawn(text, content, "Ida Holm", cue).startswith("held: ")


def test_whom_somebody_tells_of_a_person_is_printed() -> None:
    """A “he” that may be the listener keeps the listener; one that cannot be is the speaker."""
    content = "he would have to wait"
    line = drawn(f"Per Holm reminded Carl Ek {content}.", content, "Per Holm", "reminded")
    assert line == f"Per Holm reminded Carl Ek {content}"
    assert (
        drawn(f"Per Holm told NBC {content}.", content, "Per Holm", "told") == "Per Holm: [Per Holm] would have to wait"
    )


def test_a_title_is_no_part_of_a_quotation() -> None:
    """The name of the film in which somebody speaks is not said."""
    words = ["“We must be strict,”", "“Dangerous.”"]
    line = drawn(
        "“We must be strict,” Ida Holm says in a spot titled “Dangerous.”", words, "Ida Holm", "says", mode="direct"
    )
    assert line == "Ida Holm: “We must be strict” …"


def test_a_subject_without_its_verb_is_held() -> None:
    """What somebody “said” is no thing whose verb comes behind what is put in."""
    content = "his frequent mention of the port in all of his speeches"
    text = f"Ida Holm said {content} (though he denies that) does not help."
    assert drawn(text, content, "Ida Holm", "said") == "held: no full statement"


def test_how_many_say_so_is_printed() -> None:
    """A share between a verb and what is said stays in the line."""
    content = "that the port should stay open"
    line = drawn(f"Voters say by 55%-41% {content}.", content, "Voters", "say")
    assert line == f"Voters say by 55%-41% {content}"


def test_a_quotation_beside_anothers_turn_is_printed() -> None:
    """What another says against it takes nothing back."""
    line = drawn(f"{QUOTED} Ida Holm said. But the mayor said it was shut.", QUOTED, "Ida Holm", "said", mode="direct")
    assert line == "Ida Holm: “The port of Belsk was open”"


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("On a calm day, Ida Holm said she can row nine miles.", "she can row nine miles", "Ida Holm", "said"),
        ("When a storm comes, Ida Holm says that she stays in port.", "that she stays in port", "Ida Holm", "says"),
        ("In Ardova, the union said that 9 percent fled.", "that 9 percent fled", "the union", "said"),
        ("Under the new rule, Ida Holm said pilots would rest.", "pilots would rest", "Ida Holm", "said"),
        (
            "In Ardova, a May poll found that 31 percent trusted her.",
            "that 31 percent trusted her",
            "a May poll",
            "found",
        ),
        (
            "Holm has praised the port, and won 77 percent there, according to exit polls.",
            "Holm has praised the port, and won 77 percent there",
            "exit polls",
            "according to",
        ),
        (
            "Even worse, when told that Roe may lose, 36 percent said they would back Holm.",
            "they would back Holm",
            "36 percent",
            "said",
        ),
        (
            "Ana Roe advised, as Ida Holm said she had in May, that the pier be shut.",
            "she had in May, that the pier be shut",
            "Ida Holm",
            "said",
        ),
    ],
)
def test_words_that_the_rest_of_their_sentence_limits_are_held(text: str, content: str, source: str, cue: str) -> None:
    """A condition, a place or a sentence in which words only stand is not left out of what was said."""
    assert drawn(text, content, source, cue) == "held: limited by what stands beside it"


@pytest.mark.parametrize(
    "text",
    [
        "Under questioning, Ida Holm said pilots would rest.",
        "On Monday, Ida Holm said pilots would rest.",
        "When police arrived, Ida Holm said pilots would rest.",
        "BELSK -- Ida Holm said pilots would rest.",
    ],
)
def test_what_tells_when_somebody_spoke_limits_nothing(text: str) -> None:
    """The day and the occasion are those of the saying."""
    assert drawn(text, "pilots would rest", "Ida Holm", "said") == "Ida Holm: pilots would rest"


@pytest.mark.parametrize(
    "words",
    [
        "it hid nothing but rather chose to wait for the board",
        "its guards found that while most gates of the port have shut, boats still sail",
    ],
)
def test_what_a_speaker_sets_right_or_against_another_thing_is_kept(words: str) -> None:
    """A correction behind a denial, and a concession ahead, are the speaker's."""
    assert drawn(f"The union said that {words}.", f"that {words}", "The union", "said") == f"The union: {words}"


def test_a_clause_with_a_concession_is_kept_whole() -> None:
    """What a verb of news takes does not end before the main clause has come."""
    content = "that while Ida Holm and her deputies were careless, no court would try them"
    text = f"The union concluded in that case {content}."
    assert drawn(text, content, "The union", "concluded").endswith("no court would try them")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("that the port is unsafe and declared in May that it would leave", "the port is unsafe …"),
        ("that it has no plan to sell, and a similar offer stalled in June", "it has no plan to sell …"),
        ("that it would sell, leaving in question the jobs of pilots", "it would sell …"),
    ],
)
def test_what_the_narrator_tells_on_is_no_part_of_the_words(content: str, words: str) -> None:
    """A second verb of the speaker's, and what a plan means, are told by the text."""
    assert drawn(f"The union of Belsk said {content}.", content, "The union of Belsk", "said").endswith(words)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Holm said {c}, but said the crews would not.", "she supported the plan"),
        ("Ida Holm said {c}. But, she added, “not at this price”.", "the plan was a good one"),
        ("Ida Holm said {c}. “If it does not rain,” she added.", "the plan was a good one"),
        ("Ida Holm said {c}. But she warned that it came too late.", "she welcomed the plan"),
    ],
)
def test_a_turn_told_by_a_new_verb_holds_what_was_granted(text: str, content: str) -> None:
    """Who grants a thing and then says something against it has not said the first alone."""
    assert drawn(text.format(c=content), content, "Ida Holm", "said") == "held: its speaker turns against it"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Holm said {c}. But Alan Poe said the crews would not.", "the crews welcomed the plan"),
        ("Ida Holm said {c}, but did not say when.", "the crews would support the plan"),
        ("Ida Holm said {c}. But she added that it would cost more.", "the plan was a good one"),
    ],
)
def test_what_goes_on_behind_but_holds_nothing(text: str, content: str) -> None:
    """Another speaker, a silence, or more of the same takes nothing back."""
    line = drawn(text.format(c=content), content, "Ida Holm", "said").removesuffix(" …")
    assert line == f"Ida Holm: {content}"


@pytest.mark.parametrize(
    ("after", "held"),
    [
        ("Her account had been hacked.", True),
        ("She was hacked, her office said.", True),
        ("A clerk said the parts of the network that were hacked held no names.", False),
    ],
)
def test_only_a_speaker_or_an_account_is_hacked(after: str, held: bool) -> None:
    """Whose account was hacked did not write the words; that files were hacked takes nothing back."""
    line = drawn(f"Ida Holm said the port was open. {after}", "the port was open", "Ida Holm", "said")
    assert line.startswith("held: ") is held


@pytest.mark.parametrize(
    ("said", "following"),
    [
        ("pilots would strike on Monday", "The strike was called off."),
        ("140 ships had sunk", "Only the yard was counted."),
        ("140 ships had sunk", "Boats were not included."),
    ],
)
def test_what_was_called_off_or_left_most_out_is_held(said: str, following: str) -> None:
    """Neither what is not to be any more stands alone, nor a number without whom it leaves out."""
    text = f"Ida Holm said that {said}. {following}"

    assert drawn(text, f"that {said}", "Ida Holm", "said") == "held: not plainly reported"


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        (
            "Had 40 ships sunk, as the yard says, the sea would be brown.",
            ["Had 40 ships sunk", "the sea would be brown"],
            "the yard",
            "says",
        ),
        (
            "Ida Holm said that 12 ships were new, but nobody need buy one, said her minister.",
            "that 12 ships were new, but nobody need buy one",
            "Ida Holm",
            "said",
        ),
        ("The dam is safe, Ida Holm said, two days before it burst.", "The dam is safe", "Ida Holm", "said"),
        ("Ida Holm urged pilots to strike, though not on Monday.", "pilots to strike", "Ida Holm", "urged"),
    ],
)
def test_a_part_of_what_is_said_is_no_line(text: str, content: str | list[str], source: str, cue: str) -> None:
    """Nobody who says what a condition holds says what follows, and no line loses its limit or what came of it."""
    assert drawn(text, content, source, cue).startswith("held")


@pytest.mark.parametrize(
    ("ahead", "is_held"),
    [
        ("Ida Holm joked to the crews that heaven was against a strike. ", True),
        ("She tells one joke about pilots. ", True),
        ("“It is a joke,” the crews said of the plan. ", False),
        ("Ida Holm joked to the crews.\n\n", False),
    ],
)
def test_what_is_said_in_jest_is_held(ahead: str, is_held: bool) -> None:
    """A sentence that tells of a joke says how the next one's words are meant."""
    text = f"{ahead}{SAYING}."

    assert (drawn(text, CONTENT, "Ida Holm", "said") == "held: not plainly reported") == is_held
