"""A sentence that is turned round reports as plainly as another, where nothing in it undoes the saying."""

from __future__ import annotations

import pytest

from digests.lines.line import claim_line
from digests.models import Claimant, DigestItem, Span
from tests.make import NOW, article, spoken

CONTENT = "the ferry had no lights"


def drawn(text: str, source: str, cue: str | tuple[str, str], relay: str = "", resolved_by: str = "local") -> str:
    """The head and body of the line that a claim of the ferry's lights has, or why it has none."""

    def span(part: str) -> Span:
        return text.index(part), text.index(part) + len(part)

    parts = (cue,) if isinstance(cue, str) else cue
    claimant = Claimant.model_validate({"name": source.title(), "surface": source, "resolved_by": resolved_by})
    claim = spoken(text, CONTENT, source, parts[0], claimant=claimant)
    fields = {"cue": tuple(map(span, parts)), "relay": (span(relay),) if relay else ()}
    whole = claim.attribution.model_copy(update=fields)
    claim = claim.model_copy(update={"attribution": whole, "cue": " ".join(parts)})
    item = claim_line(claim, article(text), now=NOW)
    return f"{item.head} {item.body}" if isinstance(item, DigestItem) else f"held: {item}"


@pytest.mark.parametrize(
    ("text", "cue", "relay"),
    [
        ("The ferry had no lights, Ida Holm was quoted as saying by the Belsk Post.", "was quoted as saying", ""),
        ("Ida Holm was quoted by Radio Corvin as saying that {c}.", ("was quoted by", "as saying"), "Radio Corvin"),
        ("The Belsk Post quoted Ida Holm as saying that {c}.", ("quoted", "as saying"), "The Belsk Post"),
        ("It was confirmed by Ida Holm on Tuesday that {c}.", "was confirmed", ""),
        ("On Monday it was announced by Ida Holm that {c}.", "was announced", ""),
        ("What Ida Holm told reporters was that {c}.", "told", ""),
    ],
)
def test_who_is_quoted_or_stands_in_a_cleft_says_it(text: str, cue: str | tuple[str, str], relay: str) -> None:
    """Passives with another who passes the words on, agents and clefts make a line of their speaker's."""
    body = text.format(c=CONTENT).replace("The ferry had", "the ferry had")

    assert drawn(body, "Ida Holm", cue, relay) == f"Ida Holm: {CONTENT}"


def test_what_is_reported_to_have_been_said_keeps_that() -> None:
    """That somebody is only reported to have said it stands in the line."""
    text = f"Ida Holm is reported to have said {CONTENT}."

    assert drawn(text, "Ida Holm", "is reported to have said") == text.removesuffix(".")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ida Holm was wrongly quoted as saying that {c}.", "quoted as saying"),
        ("Ida Holm was never quoted as saying that {c}.", "was never quoted as saying"),
        ("If Ida Holm is quoted as saying that {c}, the board will sit.", "is quoted as saying"),
        ("In the film, Ida Holm is quoted as saying that {c}.", "is quoted as saying"),
        ("It was not confirmed by Ida Holm that {c}.", "was not confirmed"),
        ("It could be confirmed by Ida Holm that {c}.", "could be confirmed"),
        ("It was falsely claimed by Ida Holm that {c}.", "was falsely claimed"),
        ("What Ida Holm should have said was that {c}.", "should have said"),
        ("What Ida Holm said was not that {c}.", "said"),
        ("What Ida Holm never said was that {c}.", "never said"),
    ],
)
def test_what_nobody_said_makes_no_line_turned_round(text: str, cue: str) -> None:
    """A misquotation, a condition, a denial or a modal holds the line, however its sentence is turned."""
    assert drawn(text.format(c=CONTENT), "Ida Holm", cue).startswith("held: ")


@pytest.mark.parametrize("below", ["• {c}\n• two doors were locked", "- two doors were locked\n- {c}"])
def test_each_line_of_a_list_is_its_introducers(below: str) -> None:
    """What stands marked below “said:” is said by whoever the introduction names."""
    text = f"Ida Holm said in a statement:\n{below.format(c=CONTENT)}"

    assert drawn(text, "Ida Holm", "said") == f"Ida Holm: {CONTENT}"


@pytest.mark.parametrize(
    ("text", "source", "printed"),
    [
        ("IDA HOLM, HARBOUR PILOT: {c}.\nTOM REKER, HOST: When?", "IDA HOLM", True),
        ("IDA HOLM, HARBOUR PILOT: It is dark.\nHOLM: {c}.", "HOLM", True),
        ("NORTH BELSK: {c}.", "NORTH BELSK", False),
    ],
)
def test_a_transcript_s_label_names_who_speaks(text: str, source: str, printed: bool) -> None:
    """A label in capitals is a speaker's where the transcript has told what they are, and else perhaps a place's."""
    name = "IDA HOLM" if source == "HOLM" else source
    claimant = Claimant(name=name.title(), surface=source, resolved_by="local")
    body = text.format(c=CONTENT)
    claim = spoken(body, CONTENT, source, ":", claimant=claimant)
    at = body.index(f"{source}:") if f"{source}:" in body else body.index(source)
    mark = body.index(":", at)
    spans = {"source": ((at, at + len(source)),), "cue": ((mark, mark + 1),)}
    claim = claim.model_copy(update={"attribution": claim.attribution.model_copy(update=spans)})

    assert isinstance(claim_line(claim, article(body), now=NOW), DigestItem) == printed


def test_an_answer_is_the_one_s_whom_the_text_asks() -> None:
    """An interview's answer is printed under the name that the text gives elsewhere."""
    text = f"Q: Why did it sink?\nA: In short, {CONTENT}.\nWe spoke with pilot Ida Holm."
    claimant = Claimant(name="Ida Holm", surface="Ida Holm", resolved_by="local")
    claim = spoken(text, f"In short, {CONTENT}", "Ida Holm", ":", claimant=claimant)
    mark = text.index("A:") + 1
    whole = claim.attribution.model_copy(update={"cue": ((mark, mark + 1),)})
    item = claim_line(claim.model_copy(update={"attribution": whole}), article(text), now=NOW)

    assert isinstance(item, DigestItem)
    assert item.claimant == "Ida Holm"
