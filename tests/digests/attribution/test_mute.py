"""Only what can speak speaks: the accused, pictures, shares, questions and labels make no claim."""

from __future__ import annotations

import pytest

from digests.attribution import Tagger, find_attributions, load_tagger

SPEAKING = {"saying", "denial", "estimate", "forecast"}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


@pytest.mark.parametrize(
    "text",
    [
        "READ MORE: Harbourmaster says fees will rise",
        "WATCH: The mayor says the tram will run again",
        "Which minister said the tram would run?",
        "The caption of the picture says the mill was built in 1902.",
        "About 64% said they would vote for the mayor.",
        "A photograph shows that the bridge was destroyed.",
        "The brigade was accused of burning two farms in the valley.",
        "DATES: The fair opens on Monday.\nPLACE: The hall is by the station.\nDATES: The market opens at nine.",
    ],
)
def test_what_cannot_speak_claims_nothing(tagger: Tagger, text: str) -> None:
    """None of these is somebody's word."""
    assert [a for a in find_attributions(text, tagger) if a.kind in SPEAKING] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Norcross campaign denied that it had paid for the advert.",
        "The Alder family said the house had been sold.",
        "The mayor’s office said the road was closed.",
        "Those close to her say the deal is dead.",
        "MARA KELL, HARBOURMASTER: We will open the quay.\nHOST: Are you sure?\nKELL: I am. You will see it open.",
    ],
)
def test_those_who_speak_do(tagger: Tagger, text: str) -> None:
    """Campaigns, families, offices and the turns of a talk are somebody's word."""
    assert any(a.kind in SPEAKING for a in find_attributions(text, tagger))
