"""The network that tells whether a line can be read alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.attribution.tagging.wordpiece import load_wordpiece
from digests.lines.certainty.line_reader import LONGEST, line_pieces, load_line_reader
from digests.models import DigestItem

HEADLINE = "Search for a trawler off Larn goes on"
WORDPIECE = load_wordpiece()


def line(body: str, claimant: str = "Ida Holm (coast guard)", *, own_verb: bool = False) -> DigestItem:
    """A line with those words."""
    return DigestItem(claim_id="claim", claimant=claimant, body=body, own_verb=own_verb, source="Example")


@pytest.mark.parametrize(
    ("plain", "hanging"),
    [
        ("the search for the trawler off Larn would be widened on Friday", "it would be widened on Friday"),
        ("“The dam at Belsk will hold until the spring”", "“I told them that it will, and they know that”"),
        ("the council of Bergen had spent 3 million kroner on its trams", "both of them had spent more than that"),
    ],
)
def test_a_line_that_says_what_it_is_about_scores_higher(plain: str, hanging: str) -> None:
    """A line that names its things is likelier to be read alone than one that points at them."""
    reader = load_line_reader()

    assert reader.score(line(plain), HEADLINE) > reader.score(line(hanging), HEADLINE) + 1


def test_a_score_hangs_on_nothing_else() -> None:
    """One line has one score, whatever was read before it and however its date and flags change."""
    reader = load_line_reader()
    first = reader.score(line("the search would be widened"), HEADLINE)
    reader.score(line("“No”"), "")
    flagged = line("the search would be widened").model_copy(update={"flags": ("unnamed source",), "when": "Fri 7 Feb"})

    assert reader.score(flagged, HEADLINE) == first


@given(body=st.text(min_size=1, max_size=600), headline=st.text(max_size=600), own_verb=st.booleans())
def test_line_and_headline_share_the_room(body: str, headline: str, own_verb: bool) -> None:
    """However long both are, their pieces with the three marks fit, and the longer one alone loses its end."""
    ids, segments = line_pieces(WORDPIECE, line(body, own_verb=own_verb), headline)
    whole = [len(WORDPIECE.encode(text, (0, len(text)))) for text in (headline,)]

    assert len(ids) == len(segments) <= LONGEST
    assert segments == sorted(segments)
    assert (
        segments.count(1) == min(whole[0], max((LONGEST - 3) // 2, LONGEST - 3 - _pieces(body, own_verb=own_verb))) + 1
    )


def _pieces(body: str, *, own_verb: bool) -> int:
    words = f"Ida Holm (coast guard){' ' if own_verb else ': '}{body}"
    return len(WORDPIECE.encode(words, (0, len(words))))
