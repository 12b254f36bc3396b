"""A claim that negates, limits or undoes another is never taken for the same and never hidden behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.composing.compose import compose_digest
from digests.composing.picking import Room
from digests.composing.ranking import select
from digests.composing.repetition import repeats
from digests.lexicon import ENGLISH
from digests.lines.line import claim_line
from digests.models import Claimant, SourcedClaim
from tests.make import NOW, SAID, article, spoken

HEDGES = ENGLISH.hedges
PLAIN = "the army of Ardland can hold the town of Sudzha through the winter"
#: Every word of the lexicon that turns, nearly turns or limits a statement, a stem with an ending.
TURNING = sorted(
    word.replace("*", "ed")
    for words in (
        HEDGES.negations,
        HEDGES.near_negations,
        HEDGES.scarcities,
        HEDGES.restrictions,
        HEDGES.refusals,
        HEDGES.failures,
        HEDGES.preventions,
        HEDGES.untruths,
        HEDGES.conditions,
    )
    for word in words
)
OPPOSITES = [
    ("the army can hold Sudzha through the winter", "the army cannot hold Sudzha through the winter"),
    ("the army can hold Sudzha through the winter", "the army can’t hold Sudzha through the winter"),
    ("the army can hold Sudzha through the winter", "the army can't hold Sudzha through the winter"),
    ("the strike on Sudzha killed civilians", "the strike on Sudzha killed nobody"),
    ("Ardland took part in the talks on grain", "Ardland refused to take part in the talks on grain"),
    ("Ardland led the talks on grain in May", "Ardland hardly led the talks on grain in May"),
    ("few soldiers of the army left Sudzha in May", "a few soldiers of the army left Sudzha in May"),
    ("the army can hold Sudzha but not Belsk this winter", "the army can hold Belsk but not Sudzha this winter"),
    ("the price of grain in Ardland rose again in May", "the price of grain in Ardland fell again in May"),
    ("Ardland will hold Sudzha this winter", "Ardland will hold Sudzha this winter unless aid stops"),
]


def _source(said: str, number: int = 0) -> SourcedClaim:
    """What one general said on one of some days that follow each other."""
    text = f"General Mara Voss said {said}."
    record = article(text, id=f"a{number}", date_published=SAID + timedelta(days=number))
    claimant = Claimant(name="Mara Voss", surface="General Mara Voss")
    claim = spoken(text, said, "General Mara Voss", "said", claimant=claimant, said_at=SAID + timedelta(days=number))
    passage = claim.passage.model_copy(update={"article_id": record.id})
    return SourcedClaim(claim.model_copy(update={"id": f"c{number}", "passage": passage}), record)


def _same(one: str, other: str) -> bool:
    """Whether two sentences are one claim, whichever comes first."""
    answers = {repeats(_source(a).claim, _source(b).claim) for a, b in ((one, other), (other, one))}
    assert len(answers) == 1
    return answers.pop()


def _with(words: str, place: int) -> str:
    parts = PLAIN.split()
    return " ".join([*parts[:place], words, *parts[place:]])


def _digests(*said: str) -> Iterator[list[str]]:
    """The bodies of a digest of some claims, in whatever order they were published."""
    for order in (said, said[::-1]):
        found = [_source(words, number) for number, words in enumerate(order)]
        yield [item.body for item in compose_digest("Digest", found, now=NOW).digest.items]


@pytest.mark.parametrize("word", TURNING)
def test_no_word_of_negation_is_lost(word: str) -> None:
    """With and without it, a sentence is two claims; with it in both, it is one."""
    turned = _with(word, PLAIN.split().index("hold"))
    assert not _same(PLAIN, turned)
    assert _same(turned, turned)


@given(
    st.lists(st.tuples(st.sampled_from(TURNING), st.integers(0, len(PLAIN.split()) - 1)), min_size=1, max_size=2),
    st.lists(st.tuples(st.sampled_from(TURNING), st.integers(0, len(PLAIN.split()) - 1)), max_size=2),
)
def test_more_negations_are_no_fewer(some: list[tuple[str, int]], others: list[tuple[str, int]]) -> None:
    """Two claims that turn unlike many words are never the same, be it two words against none."""
    sentences = []
    for insertions in (some, others):
        words = PLAIN.split()
        for word, place in sorted(insertions, key=lambda pair: -pair[1]):
            words.insert(place, word)
        sentences.append(" ".join(words))
    if len(some) != len(others):
        assert not _same(*sentences)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PLAIN, PLAIN.replace("can hold", "did not refuse to hold")),
        (PLAIN.replace("can hold", "refused to hold"), PLAIN.replace("can hold", "did not refuse to hold")),
        (PLAIN.replace("can hold", "cannot hold"), PLAIN.replace("can hold", "cannot fail to hold")),
    ],
)
def test_a_double_negation_is_neither_of_its_parts(one: str, other: str) -> None:
    """It is not reckoned up: its claim stands beside the plain one and beside the negated one."""
    assert not _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PLAIN.replace("can hold", "cannot hold"), PLAIN.replace("can hold", "can’t hold")),
        (PLAIN.replace("can hold", "can not hold"), PLAIN.replace("can hold", "can't hold")),
        ("on Friday " + PLAIN.replace("can hold", "cannot hold"), PLAIN.replace("can hold", "cannot hold")),
    ],
)
def test_one_negation_written_otherwise_is_a_repeat(one: str, other: str) -> None:
    """“Cannot”, “can not” and “can't” negate alike."""
    assert _same(one, other)


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_a_digest_prints_both_of_two_opposites(one: str, other: str) -> None:
    """Whichever of the two was said first, neither stands for the other."""
    assert not _same(one, other)
    for bodies in _digests(one, other):
        assert sorted(bodies) == sorted([one, other])


def test_what_is_printed_for_another_is_said_to_be_chosen() -> None:
    """Where the line shows a claim as it was published first, `why` tells so of both."""
    first, again = _source("the bridge at Belsk was open", 0), _source("the bridge at Belsk was open again", 1)
    chosen = select([first, again], lambda source: claim_line(source.claim, source.article, now=NOW), Room(12))

    assert [line.item.claim_id for line in chosen.lines] == ["c0"]
    assert chosen.fates == {
        "c0": "chosen as its claimant’s best, where it was published first",
        "c1": "left out, as the line of c0 says the same",
    }


def test_a_third_repeat_names_the_line_that_is_printed() -> None:
    """What says the same as a claim that was replaced is told the line that stands in the digest."""
    found = [_source("the bridge at Belsk was open", number) for number in range(3)]
    chosen = select(found, lambda source: claim_line(source.claim, source.article, now=NOW), Room(12))

    assert [line.item.claim_id for line in chosen.lines] == ["c0"]
    assert {chosen.fates["c1"], chosen.fates["c2"]} == {"left out, as the line of c0 says the same"}
    assert chosen.fates["c0"].startswith("chosen")
