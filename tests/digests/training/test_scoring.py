"""The measure of attributions itself, on cases counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.models import Attribution, Span
from digests.training.evaluation.scoring import Score, covered, match, score, words_in
from digests.training.marks import read_marked

TEXT = "One two three four five six seven eight nine ten."


def _said(content: str, source: str = "") -> Attribution:
    """An attribution of words of TEXT."""
    return Attribution(source=_spans(source), content=_spans(content))


def _spans(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),) if words else ()


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([], [], Score()),
        ([_said("three four", "One")], [], Score(gold=1)),
        ([], [_said("three four", "One")], Score(predictions=1)),
        ([_said("three four", "One")], [_said("three four", "One two")], Score(1, 1, 1)),
        ([_said("three four", "One")], [_said("three four", "two")], Score(1, 1)),
        ([_said("three four")], [_said("three four", "One")], Score(1, 1)),
        ([_said("three four")], [_said("three four")], Score(1, 1, 1)),
        ([_said("three four five six")], [_said("three four")], Score(1, 1, 1)),
        ([_said("three four five six seven")], [_said("three four")], Score(1, 1)),
        ([_said("three four")], [_said("three four"), _said("three four")], Score(1, 2, 1)),
        ([_said("three four", "One"), _said("four five", "One")], [_said("three four five", "One")], Score(2, 1, 1)),
    ],
)
def test_agreement_is_counted_as_by_hand(gold: list[Attribution], found: list[Attribution], expected: Score) -> None:
    """Half of the words and a common source word make a match, one to one."""
    assert score(TEXT, gold, found) == expected


def test_as_many_as_can_be_are_matched() -> None:
    """One that could take either leaves the other to one that could take no other."""
    gold = [_said("three four five"), _said("three four")]
    found = [_said("three four"), _said("three four five six")]

    assert match(TEXT, gold, found) == ((0, 1), (1, 0))


def test_punctuation_at_an_edge_does_not_matter() -> None:
    """A content with its closing marks covers the same words as one without."""
    words = words_in("“Well-being isn’t home-made,” he said.")

    assert [len(words), covered([(0, 29)], words)] == [5, covered([(1, 27)], words)]


def test_scores_add_up_and_give_rates() -> None:
    """Counts are summed before rates are taken; an empty count has nothing wrong."""
    total = Score.total([Score(4, 2, 2), Score(0, 2, 0)])

    assert (total.precision, total.recall, total.f1) == (0.5, 0.5, 0.5)
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)


_SPAN = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair)))
_ATTRIBUTIONS = st.lists(
    st.builds(
        lambda source, content: Attribution(source=source, content=content),
        st.one_of(st.just(()), st.tuples(_SPAN)),
        st.tuples(_SPAN),
    ),
    max_size=5,
)


@given(_ATTRIBUTIONS, _ATTRIBUTIONS)
def test_a_match_is_symmetric_and_one_to_one(gold: list[Attribution], found: list[Attribution]) -> None:
    """Nothing is matched twice, and it does not matter which side is called gold."""
    pairs = match(TEXT, gold, found)

    assert len({g for g, _ in pairs}) == len({f for _, f in pairs}) == len(pairs)
    assert len(match(TEXT, found, gold)) == len(pairs)


def test_an_annotated_text_agrees_with_itself() -> None:
    """Annotations matched with themselves are all found."""
    marked = read_marked("[s1 She] [c1 said] [t1 that it rained], and [s2 he] [c2 said] [t2 not].")

    assert score(marked.text, marked.attributions, marked.attributions) == Score(2, 2, 2)
