"""An outlet is the claimant of what it reports itself, and of nothing that somebody else says."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.gate import hold_reason
from digests.lines.line import claim_line
from digests.lines.people.outlets import relays_named
from digests.models import Claimant, DigestItem, Publisher
from tests.make import NOW, article, spoken

COURIER = Claimant(name="Belsk Courier", surface="The Belsk Courier", role="outlet")
OPEN = "the port of Ardova would open to ships on Friday"


def drawn(text: str, source: str, cue: str, publisher: str = "Example Wire", content: str = OPEN) -> str:
    """The line of a claim whose claimant is an outlet, or why there is none."""
    claimant = COURIER.model_copy(update={"name": source}) if source.startswith("Wu") else COURIER
    claim = spoken(text, content, source, cue, claimant=claimant)
    line = claim_line(claim, article(text, publisher=Publisher(name=publisher)), now=NOW)
    return f"{line.claimant}: {line.body}" if isinstance(line, DigestItem) else line


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (f"The Belsk Courier reported that {OPEN}.", "The Belsk Courier", "reported"),
        (f"In the night {OPEN}, according to the Belsk Courier.", "the Belsk Courier", "according to"),
        (f"Ida Holm said it rained. The Belsk Courier reported that {OPEN}.", "The Belsk Courier", "reported"),
    ],
)
def test_what_an_outlet_reports_itself_is_its_claim(text: str, source: str, cue: str) -> None:
    """Where nobody else speaks, another outlet than the article's own is the origin, and is named."""
    assert drawn(text, source, cue) == f"Belsk Courier: {OPEN}"


@pytest.mark.parametrize(
    ("text", "source", "cue", "publisher"),
    [
        (f"The Belsk Courier reported that {OPEN}.", "The Belsk Courier", "reported", "Belsk Courier"),
        (f"The Belsk Courier reported that {OPEN}, citing two officials.", "The Belsk Courier", "reported", "Wire"),
        (f"The mayor said {OPEN}, according to the Belsk Courier.", "the Belsk Courier", "according to", "Wire"),
        (f"The newspaper reported that {OPEN}.", "The newspaper", "reported", "Wire"),
        (f"Wu of the Courier reported that {OPEN}.", "Wu of the Courier", "reported", "Wire"),
    ],
)
def test_an_outlet_stands_for_no_speaker(text: str, source: str, cue: str, publisher: str) -> None:
    """The article's own outlet, one that passes words on, one with no name, and a reporter of one print no line."""
    assert drawn(text, source, cue, publisher) == "no source named"


def test_an_outlet_that_passes_words_on_passes_no_gate() -> None:
    """The gate holds an outlet's line where another speaks in its sentence, or it is the article's own."""
    relayed = f"The mayor said {OPEN}, according to the Belsk Courier."
    of_publisher = f"The Belsk Courier reported that {OPEN}."
    for text, source, cue, publisher in (
        (relayed, "the Belsk Courier", "according to", "Wire"),
        (of_publisher, "The Belsk Courier", "reported", "The Belsk Courier"),
    ):
        claim = spoken(text, OPEN, source, cue, claimant=COURIER)
        line = DigestItem(claim_id=claim.id, claimant="Belsk Courier", body=OPEN, source="")
        told = article(text, publisher=Publisher(name=publisher))
        assert hold_reason(line, claim, told, now=NOW) == "no source named"


@pytest.mark.parametrize(
    ("name", "content", "is_relayed"),
    [
        ("Larn Reports", "“It is open,” Ida Holm said in a speech", True),
        ("The News", "Gen. Bo Ek, chief of the Larn guard, said it was open", True),
        ("a media report", "Ida Holm said on Monday that it was open", True),
        ("Larn Reports", "the port of Ardova would open to ships on Friday", False),
        ("the port police", "Ida Holm told the guard that it was open", False),
    ],
)
def test_an_outlet_that_passes_a_name_on_is_no_claimant(name: str, content: str, *, is_relayed: bool) -> None:
    """Whose words an outlet reports is who said them, be the outlet one that nobody lists."""
    text = f"{content}, {name} said."
    claimant = Claimant(name=name, surface=name, resolved_by="local")

    assert relays_named(spoken(text, content, name, "said", claimant=claimant), text, ENGLISH) is is_relayed
