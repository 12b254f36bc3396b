"""The publishing gate lets honest lines through and holds every other one back, with the reason."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digests.lexicon import ENGLISH
from digests.lines.checks.frames import holds_another
from digests.lines.gate import hold_reason
from digests.lines.line import claim_line
from digests.lines.links import passage_url
from digests.models import Attribution, Claim, Claimant, DigestItem
from tests.make import NOW, article, spoken

TEXT = (
    "The ministry said on Thursday that up to 1,200 troops may not have left the town of Ardova, about five kilometers "
    "(three miles) from the river, if the bridge at Belsk is closed. Mayor Ida Holm said the town was “calm but tired” "
    "and that 40 houses were damaged."
)
MINISTRY = spoken(
    TEXT,
    "up to 1,200 troops may not have left the town of Ardova, about five kilometers (three miles) from the river, "
    "if the bridge at Belsk is closed",
    "The ministry",
    "said",
)
HONEST = (
    "up to 1,200 troops may not have left the town of Ardova, about 5 km from the river, "
    "if the bridge at Belsk is closed"
)
MAYOR = spoken(
    TEXT, "the town was “calm but tired” and that 40 houses were damaged", "Mayor Ida Holm", "said", mode="mixed"
)


def item(body: str, claim: Claim = MINISTRY, claimant: str | None = None) -> DigestItem:
    """A line for a claim with a body of the test's choosing."""
    return DigestItem(
        claim_id="claim",
        claimant=claimant or claim.claimant.label,
        body=body,
        when="said Thu 6 Feb",
        source="Example Wire",
        url=passage_url(article().url, claim.passage.exact),
    )


def reason(body: str, claim: Claim = MINISTRY, text: str = TEXT) -> str | None:
    """Why the gate holds a body back."""
    return hold_reason(item(body, claim), claim, article(text), now=NOW)


@pytest.mark.parametrize(
    ("claim", "body"),
    [
        (MINISTRY, HONEST),
        (MINISTRY, HONEST.replace("5 km", "five kilometers (three miles)")),
        (MAYOR, "the town was “calm but tired” and that 40 houses were damaged"),
    ],
)
def test_an_honest_line_passes(claim: Claim, body: str) -> None:
    """The passage's own words, with unprotected words left out and measures in symbols, may be printed."""
    assert reason(body, claim) is None


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (HONEST.replace("1,200", "1,300"), "words not in the passage"),
        (HONEST.replace("1,200", "12,00"), "words not in the passage"),
        (HONEST.replace("Ardova", "Belsk"), "words not in the passage"),
        (HONEST.replace("up to ", ""), "words left out"),
        (HONEST.replace(" not", ""), "words left out"),
        (HONEST.replace(" may not have left", " left"), "words left out"),
        (HONEST.replace("about ", ""), "words left out"),
        (HONEST.replace(", if the bridge at Belsk is closed", ""), "words left out"),
        (HONEST.replace(", if the bridge at Belsk is closed", " …"), "words left out"),
        ("troops may not have left the town …", "words left out"),
        ("“" + HONEST, "half a quotation"),
        (f"“{HONEST}”", "quotation altered"),
        ("the river is closed and the troops have left", "words not in the passage"),
        ("", "nothing said"),
        ("… (…)", "nothing said"),
    ],
)
def test_a_line_that_says_something_else_is_held_back(body: str, why: str) -> None:
    """Altered numbers, names, hedges, negations, conditions and quotations never pass."""
    assert reason(body) in {why, "words not in the passage"}


def test_words_of_a_quotation_may_not_be_changed_or_cut() -> None:
    """Quotation marks stand only around what stands in quotation marks in the passage."""
    for body in (
        "the town was “calm and tired” and that 40 houses were damaged",
        "the town was “calm” but tired and that 40 houses were damaged",
        "“the town was calm” but tired and that 40 houses were damaged",
        "the town was “calm” “but tired” and that 40 houses were damaged",
    ):
        assert reason(body, MAYOR) in {"quotation altered", "words left out"}
    assert reason("the town was calm but tired and that 40 houses were damaged", MAYOR) == "words left out"


@pytest.mark.parametrize("mark", ["'", "‘"])
def test_no_quotation_in_single_marks_stays_open(mark: str) -> None:
    """A line does not begin a quotation that it never ends."""
    words = f"the town shows the need to {mark}mend the bridge by May"
    text = f"Ida Holm said {words}."

    assert reason(words, spoken(text, words, "Ida Holm", "said"), text) == "half a quotation"


def test_no_quotation_begins_within_anothers() -> None:
    """What another says within a quotation is not printed as if its speaker said it."""
    words = "“They wrote, ‘We left. The town was calm.’ And so it was.”"
    text = f"Ida Holm said: {words}"
    claim = spoken(text, words, "Ida Holm", "said", mode="direct")

    assert reason("… “The town was calm.’ And so it was.”", claim, text) == "half a quotation"
    assert reason(words, claim, text) is None


@pytest.mark.parametrize(
    ("cue", "content", "why"),
    [
        ("promised", "a full veto", "no full statement"),
        ("promised", "which he keeps open", "no full statement"),
        ("promised", "to close the port", "no full statement"),
        ("promised", "the port is open", None),
        ("accused", "the council of lying", "no full statement"),
        ("urged", "voters to stay at home", "no full statement"),
        ("condemned", "the attack on the port", "no full statement"),
        ("spoke", "about the harbour and the town", "no full statement"),
        ("asked", "to keep the port", "no full statement"),
        ("said", "Belsk", "no full statement"),
        ("warned", "that the port is open to ships", None),
        ("condemned", "“a cowardly act”", None),
    ],
)
def test_what_a_verb_only_takes_stands_behind_no_colon(cue: str, content: str, why: str | None) -> None:
    """Whom somebody accuses, urges or condemns, and what somebody promises to do, is no statement by itself."""
    text = f"The agency {cue} {content}."
    body = content.removeprefix("that ")
    assert reason(body, spoken(text, content, "The agency", cue), text) == why


def test_a_source_that_the_text_does_not_give_is_no_unnamed_source() -> None:
    """Without a source a line is printed only where the text says itself that nobody is named: “reportedly”."""
    nobody = Claimant(name="unnamed source", role="unnamed", resolved_by="none")
    for cue, why in (("found", "no source named"), ("reportedly", None)):
        text = f"Last week {cue} the port was open to ships."
        claim = spoken(text, "the port was open to ships", "", cue, claimant=nobody)
        drawn = item("the port was open to ships", claim, "Unnamed source")
        drawn = drawn.model_copy(update={"flags": ("unnamed source",)})
        assert hold_reason(drawn, claim, article(text), now=NOW) == why


@pytest.mark.parametrize(
    ("cue", "why"),
    [
        ("did not say", "negated cue"),
        ("never claimed", "negated cue"),
        ("declined to say", "negated cue"),
        ("would say", "hypothetical cue"),
        ("is expected to announce", "hypothetical cue"),
    ],
)
def test_a_cue_that_makes_no_statement_is_held_back(cue: str, why: str) -> None:
    """What somebody did not say, or might say, is not claimed."""
    text = f"The agency {cue} that the port was open."
    assert reason("the port was open", spoken(text, "the port was open", "The agency", cue), text) == why


def test_a_claimant_who_may_be_another_is_held_back() -> None:
    """A line begins with no last name that may be a namesake's."""
    text = "Holm said that the port was open."
    claim = spoken(
        text, "the port was open", "Holm", "said", claimant=Claimant(name="Holm", surface="Holm", confidence=0.5)
    )
    assert reason("the port was open", claim, text) == "speaker not resolved"


@pytest.mark.parametrize("content", ["it had no comment", "it had nothing to add"])
def test_no_answer_is_no_claim(content: str) -> None:
    """That somebody has no comment is not claimed by them."""
    text = f"The agency said {content}."
    assert reason(content, spoken(text, content, "The agency", "said"), text) == "no response"


@pytest.mark.parametrize(
    ("claimant", "why"),
    [
        (Claimant(name="she", surface="she", resolved_by="unresolved"), "speaker not resolved"),
        (Claimant(name="his aide", surface="his aide", resolved_by="unresolved"), "speaker not resolved"),
        (Claimant(name="One", surface="One", resolved_by="local"), "speaker not resolved"),
        (Claimant(name="by nearly 20", surface="by nearly 20", resolved_by="none"), "speaker not resolved"),
        (Claimant(name="Others", surface="Others", resolved_by="none"), "speaker not resolved"),
        (Claimant(name="The ministry", surface="The ministry", resolved_by="unresolved"), None),
        (Claimant(name="Example Wire", surface="Example Wire", role="outlet"), "no source named"),
        (Claimant(name="The general staff", surface="the general staff"), "claimant not in the article"),
    ],
)
def test_a_claim_needs_a_claimant_that_the_text_names(claimant: Claimant, why: str) -> None:
    """A line is printed under a name that the article supports, or not at all."""
    claim = MINISTRY.model_copy(update={"claimant": claimant})
    assert reason(HONEST, claim) == why


def test_a_line_under_another_name_is_held_back() -> None:
    """The name that a line begins with is the claimant's."""
    for name in ("Ida Holm", "The ministry of defence", "The ministry denies", "Τhe ministry", "the ministry"):
        assert hold_reason(item(HONEST, claimant=name), MINISTRY, article(TEXT), now=NOW) == "claimant altered"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"when": "Fri 7 Feb"}, "date altered"),
        ({"when": ""}, "date altered"),
        ({"when": "said Thu 6 Feb 2024"}, "date altered"),
        ({"when": "Thu 6 Feb"}, "date altered"),
        ({"flags": ("verified",)}, "flags altered"),
        ({"flags": ("2 origins",)}, "flags altered"),
        ({"flags": ("denied by Example Institute",)}, "flags altered"),
        ({"source": "Another Wire"}, "source altered"),
        ({"url": "https://news.example/another"}, "source altered"),
        ({"claim_id": "another"}, "passage not in the article"),
        ({"was": "the town was lost"}, "passage not in the article"),
    ],
)
def test_date_and_flags_are_what_the_claim_says(fields: dict[str, object], why: str) -> None:
    """No line carries a date or a flag that does not follow from the claim."""
    forged = item(HONEST).model_copy(update=fields)

    assert hold_reason(forged, MINISTRY, article(TEXT), now=NOW) == why


def test_a_flag_that_is_due_may_not_be_left_out() -> None:
    """An unconfirmed claim is never printed without saying so."""
    claim = MINISTRY.model_copy(update={"status": "unconfirmed", "no_response": True})
    honest = item(HONEST, claim).model_copy(update={"flags": ("unconfirmed", "no response yet")})

    assert hold_reason(honest, claim, article(TEXT), now=NOW) is None
    for flags in ((), ("unconfirmed",), ("no response yet",)):
        forged = honest.model_copy(update={"flags": flags})
        assert hold_reason(forged, claim, article(TEXT), now=NOW) == "flags altered"


def test_a_passage_of_another_text_is_held_back() -> None:
    """The passage must stand in the article at its offsets."""
    assert reason(HONEST, MINISTRY, TEXT.replace("1,200", "9,200")) == "passage not in the article"


def test_a_line_is_kept_short_and_free_of_control_characters() -> None:
    """A line that is too long, or steers a terminal, is held back."""
    assert hold_reason(item(HONEST), MINISTRY, article(TEXT), now=NOW, limit=40) == "no clause boundary to cut at"
    text = "The ministry said the town of\u202eArdova was shut."
    content = "the town of\u202eArdova was shut"
    claim = spoken(text, content, "The ministry", "said")
    assert reason(content, claim, text) is not None
    assert reason("the town of Ardova was shut", claim, text) is None


NUMBERS = re.compile(r"\d[\d,]*")
PROTECTED = ("up to", "may", "not", "about", "if")


@given(st.data())
def test_no_single_change_smuggles_a_number_or_drops_a_protected_word(data: st.DataObject) -> None:
    """Whatever digit is changed, or protected word dropped, the gate sees it."""
    if data.draw(st.booleans()):
        match = data.draw(st.sampled_from(list(NUMBERS.finditer(HONEST))))
        number = data.draw(st.from_regex(r"\A[1-9][0-9]{0,3}\Z"))
        assume(number not in {match.group(), match.group().replace(",", "")})
        body = HONEST[: match.start()] + number + HONEST[match.end() :]
    else:
        word = data.draw(st.sampled_from(PROTECTED))
        body = re.sub(rf"\b{word} ", "", HONEST, count=1)

    assert reason(body) is not None


@given(st.permutations(HONEST.split()))
def test_no_reordering_passes(words: list[str]) -> None:
    """The words stand in the passage's order."""
    assume(words != HONEST.split())
    assert reason(" ".join(words)) is not None


@given(st.text(max_size=80))
def test_no_text_of_ones_own_passes(text: str) -> None:
    """A body that is not made of the passage's words is held back."""
    assume(not all(word in MINISTRY.passage.exact for word in text.split()))
    assert reason(f"{HONEST} {text}") is not None


@pytest.mark.parametrize(
    ("content", "held"),
    [
        ("“I think he wants to leave Belsk early”", True),
        ("“It is an open question whether she can win that way”", True),
        ("“The nurse says that she will stay in Belsk”", False),
        ("“In his speech, Reker promised a new bridge”", False),
        ("“Reker said that he would stay in Belsk”", False),
    ],
)
def test_whom_a_quotation_never_names_is_not_followed(content: str, held: bool) -> None:
    """Within a quotation the speaker is “I”: a “he” that nothing in it names leaves the reader guessing."""
    text = f"{content[:-1]},” Ida Holm said."
    claimant = Claimant(name="Ida Holm", surface="Ida Holm")
    claim = spoken(text, f"{content[:-1]},”", "Ida Holm", "said", mode="direct", claimant=claimant)
    drawn = claim_line(claim, article(text), now=NOW)

    assert (drawn == "pronoun not resolved") is held


@pytest.mark.parametrize(
    ("speaker", "content", "held"),
    [
        ("Police chief Ida Holm", "she had not been breathing", True),
        ("Police chief Ida Holm", "she was sure of it", False),
        ("Fire chief Ida Holm", "she had not been breathing", True),
        ("Painter Ida Holm", "she had not been ill", False),
    ],
)
def test_whoever_speaks_of_others_may_not_be_meant(speaker: str, content: str, held: bool) -> None:
    """A police chief who speaks behind “A nurse found the patient” may well speak of one of them."""
    text = f"A nurse found the patient. {speaker} said {content}. She is 40."
    title = speaker.removesuffix(" Ida Holm")
    person = {"actor_id": "person:ida holm", "type": "named person", "resolved_by": "local"}
    claimant = Claimant(name="Ida Holm", surface=speaker, title=title, **person)
    drawn = claim_line(spoken(text, content, speaker, "said", claimant=claimant), article(text), now=NOW)

    assert (drawn == "pronoun not resolved") is held


@pytest.mark.parametrize(
    ("content", "held"),
    [
        ("it was his work on the dam that lent weight to the report", True),
        ("Reker did not report his work on the dam", False),
        ("this was her last warning", True),
    ],
)
def test_no_public_body_is_a_he(content: str, held: bool) -> None:
    """What a state's body says of “his work” names the person before, or waits."""
    text = f"Norwegian officials said {content}."
    officials = Claimant(actor_id="gov:no-officials", name="Norwegian officials", surface="Norwegian officials")
    drawn = claim_line(spoken(text, content, "Norwegian officials", "said", claimant=officials), article(text), now=NOW)

    assert (drawn == "pronoun not resolved") is held


@pytest.mark.parametrize(
    ("speaker", "content", "held"),
    [
        ("Authorities", "it could be days before the road to Belsk is open", False),
        ("Witnesses", "it appeared the fire may have started in the yard", False),
        ("Witnesses", "it appeared in the yard at noon", True),
        ("The mayor", "it isn’t the right time for Belsk to leave the union", False),
        ("The mayor", "it wasn’t enough to cover the bills", True),
        ("Ida Holm", "Reker “was judged because he came late”", False),
        ("Two aides", "they would mend the bridge", False),
        ("Some delegates at the congress in Belsk", "they would mend the bridge", False),
        ("Other officials traveling with Reker", "they would mend the bridge", False),
        ("Ida Holm and her husband", "they would mend the bridge", False),
        ("Exporters", "it had three weeks of ore in hand", True),
        ("One officer in Belsk", "they would mend the bridge", True),
    ],
)
def test_pronoun_of_a_clause_or_of_several_speakers_is_followed(speaker: str, content: str, held: bool) -> None:
    """An “it” that stands for what follows, and a “they” of several who speak, leave nothing to guess."""
    text = f"{speaker} said {content}."
    claimant = Claimant(name=speaker, surface=speaker, resolved_by="none")
    drawn = claim_line(spoken(text, content, speaker, "said", claimant=claimant), article(text), now=NOW)

    assert (drawn == "pronoun not resolved") is held


@pytest.mark.parametrize(
    ("name", "cue", "held"),
    [
        ("Velos Metals", "said", False),
        ("Kernos", "says", False),
        ("Kernos", "has said", False),
        ("Kernos", "said", True),
        ("Republicans", "say", True),
        ("Republicans", "have said", True),
    ],
)
def test_firm_with_a_plural_name_may_be_one(name: str, cue: str, held: bool) -> None:
    """“Velos Metals”, and “Kernos” whose verb is that of one, have said of themselves what they say of “it”."""
    text = f"{name} {cue} it had three weeks of ore in hand."
    firm = Claimant(name=name, surface=name, type="named body", resolved_by="unresolved")
    claim = spoken(text, "it had three weeks of ore in hand", name, cue, claimant=firm)

    assert (claim_line(claim, article(text), now=NOW) == "pronoun not resolved") is held


@pytest.mark.parametrize(
    ("introduction", "held"),
    [
        ("an expert on old harbours and tides at Larn University", False),
        ("an expert who met the dean at Larn University", True),
        ("an expert on Belsk harbours at Larn University", True),
    ],
)
def test_a_title_may_go_without_its_field(introduction: str, held: bool) -> None:
    """“Expert at Larn University” may leave out what its bearer is expert on, and no name or clause between the two."""
    text = f"Siri O’Dea, {introduction}, said that the port was open."
    name = Claimant(name="Siri O’Dea", surface="Siri O’Dea", resolved_by="local", title="expert at Larn University")
    claim = spoken(text, "that the port was open", "Siri O’Dea", "said", claimant=name)

    assert (claim_line(claim, article(text), now=NOW) == "claimant altered") is held


@pytest.mark.parametrize(("seat", "held"), [("R-Bergen", False), ("D-Bergen", True)])
def test_a_title_stands_beside_a_name_with_either_apostrophe(seat: str, held: bool) -> None:
    """“Sen. Siri O'Dea (R-Bergen)” gives the title of Siri O’Dea, whichever apostrophe an article writes."""
    text = "State Sen. Siri O'Dea (R-Bergen) left. O’Dea said that the port was open."
    name = Claimant(name="Siri O’Dea", surface="O’Dea", resolved_by="last name", title=f"State Sen., {seat}")
    claim = spoken(text, "that the port was open", "O’Dea", "said", claimant=name)

    assert (claim_line(claim, article(text), now=NOW) == "claimant altered") is held


@pytest.mark.parametrize(
    ("content", "held"),
    [
        ("the port has been dry since May, the Red Lamp charity said on 3 June, and the last well failed", True),
        ("the port has been dry since May, the charity said, and the last well failed", True),
        ("the port has been dry since May, the hottest in years, and the last well failed", False),
        ("“We left,” Ole Roe said of the port … “Nobody stayed.”", True),
    ],
)
def test_words_with_anothers_in_them_are_held(content: str, held: bool) -> None:
    """Whoever is named between commas as saying the first part of some words says that part."""
    text = f"{content}, according to Ida Holm."

    assert holds_another(content, spoken(text, content, "Ida Holm", "according to"), ENGLISH) is held


@pytest.mark.parametrize(
    ("ahead", "held"),
    [
        ("Minna Orr ultimately didn't run, and", True),
        ("Minna Orr did not run, but", True),
        ("The crews left, and", False),
        ("Ida Holm called Minna Orr, and", False),
        ("On Monday,", False),
    ],
)
def test_whoever_did_something_right_before_may_be_meant(ahead: str, held: bool) -> None:
    """Where another is the subject of the clause before a speaker's, “she” may well be that one."""
    text, content = f"{ahead} Ida Holm said she was not heard from again.", "she was not heard from again"
    person = {"actor_id": "person:ida holm", "type": "named person", "resolved_by": "local"}
    claimant = Claimant(name="Ida Holm", surface="Ida Holm", **person)
    at = text.index("Ida Holm said")
    spans = Attribution(
        source=((at, at + 8),), cue=((at + 9, at + 13),), content=((text.index(content), len(text) - 1),)
    )
    claim = spoken(text, content, "Ida Holm", "said", claimant=claimant).model_copy(update={"attribution": spans})
    drawn = claim_line(claim, article(text), now=NOW)

    assert (drawn == "pronoun not resolved") is held


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("the pier will close by May The mayor is on it", True),
        ("it would fall closureProtesters came", True),
        ("it was shut in 2016.Still it was open", True),
        ("it had asked the paper The Larn Post", False),
        ("it was shown by @realHolm on its iPhone", False),
    ],
)
def test_words_that_run_together_are_held(words: str, held: bool) -> None:
    """Where a headline, a link or a sentence whose mark is lost stands in the words, nobody knows whose they are."""
    text = f"The ministry said {words}."
    claim = spoken(text, words, "The ministry", "said")

    assert (claim_line(claim, article(text), now=NOW) == "words run together") is held


@pytest.mark.parametrize(("content", "held"), [("But both are late", True), ("both bridges are late", False)])
def test_both_alone_is_not_followed(content: str, held: bool) -> None:
    """“Both” without its noun stands for two things told of before."""
    claimant = Claimant(name="Ida Holm", surface="Ida Holm")
    claim = spoken(f"{content}, Ida Holm said.", content, "Ida Holm", "said", claimant=claimant)

    assert (claim_line(claim, article(f"{content}, Ida Holm said."), now=NOW) == "pronoun not resolved") is held
