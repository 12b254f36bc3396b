"""What holds of attributions in any text at all, however odd."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from digests.attribution import Tagger, find_attributions, load_tagger, narrator_sentences
from digests.models import Span
from digests.text.quotations import quotations

_PHRASES = st.sampled_from(
    [
        "The ministry said", "she said", "according to the army", "“We go", "”", '"', "‘", "’", "''", ". ", ", ", ": ",
        "\n", "\n\n", "that the bridge was closed", "Marta Vell", "noted", "by", "denied", "“the end.”", "He added:",
        "😀", "\u202e", "שלום", "مرحبا", "\0", "\ud800", "Russia‘s", "—", "...", "who", "citing", "x" * 120, "\u2028",
    ]
)  # fmt: skip
_TEXTS = st.one_of(st.lists(_PHRASES, max_size=40).map(" ".join), st.text(max_size=200))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


def _in_order(text: str, spans: tuple[Span, ...]) -> bool:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return edges == sorted(edges) and all(text[start:end].strip() for start, end in spans)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS)
@example(text="“We go The ministry said \n “We go")
@example(text="The ministry said The ministry said The ministry said '' according to the army “the end.” “the end.” : ")
@example(text="“We go that the bridge was closed The ministry said The ministry said ”")
def test_spans_stand_in_the_text(tagger: Tagger, text: str) -> None:
    """Fragments lie in the text, in order, apart and not empty; no quotation is cut; a second run is the same."""
    found = find_attributions(text, tagger)
    for attribution in found:
        assert _in_order(text, attribution.source)
        assert _in_order(text, attribution.cue)
        assert _in_order(text, attribution.content)
    for start, end in (span for attribution in found if not attribution.nested for span in attribution.content):
        for first, last in quotations(text):
            assert end <= first or last <= start or (start <= first and last <= end)
    assert [attribution.content for attribution in found] == sorted(attribution.content for attribution in found)
    assert find_attributions(text, tagger) == found


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS)
def test_narrator_sentences_hold_no_content(tagger: Tagger, text: str) -> None:
    """No sentence of the narrator shares a character with somebody's content."""
    found = find_attributions(text, tagger)
    for start, end in narrator_sentences(text, found):
        assert not any(start < last and first < end for attribution in found for first, last in attribution.content)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        " " * 1_000_000,
        "\n" * 1_000_000,
        "“" * 4_000,
        '"' * 4_001,
        "’ ‘" * 2_000,
        "The ministry said that " * 400,
        "“We go,” he said. " * 600,
    ],
    ids=[
        "one word",
        "blank",
        "lines",
        "opening marks",
        "straight marks",
        "single marks",
        "one sentence",
        "one paragraph",
    ],
)
def test_large_texts_are_read(tagger: Tagger, text: str) -> None:
    """Size alone breaks nothing, be it one word, one sentence or one paragraph."""
    for attribution in find_attributions(text, tagger):
        assert attribution.end <= len(text)


def test_a_verb_alone_introduces_nobody(tagger: Tagger) -> None:
    """A paragraph that ends with “, reporting:” above a quotation has no empty source."""
    text = "The Example Daily confirmed that, reporting:\n\n“The company sold a fifth of its mines in three deals.”"
    assert all(_in_order(text, attribution.source) for attribution in find_attributions(text, tagger))
