"""Numbers as digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.text.numbers import read_number, tokens_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40,000", 40_000), ("40 000", 40_000), ("1.2 million", 1_200_000), ("78k", 78_000), ("2½", 2.5),
        ("twenty-five", 25), ("two hundred and fifty thousand", 250_000), ("three thousand two hundred", 3_200),
        ("two million five hundred thousand", 2_500_000), ("a dozen", 12), ("half a million", 500_000),
        ("half-a-million", 500_000), ("two and a half", 2.5), ("two and a half million", 2_500_000),
        ("a couple of dozen", 24), ("a quarter of a million", 250_000), ("five-million", 5_000_000),
    ],
)  # fmt: skip
def test_value(text: str, value: float) -> None:
    """A number is read whole, with its scale."""
    tokens = tokens_of(text, 0, len(text))

    number = read_number(tokens, 0)

    assert number is not None
    assert (number.value, number.end) == (value, len(tokens))


@pytest.mark.parametrize("text", ["hundreds", "tens of thousands", "several hundred", "a few dozen", "scores of"])
def test_words_without_value(text: str) -> None:
    """Words that give no number are read as a number without a value."""
    number = read_number(tokens_of(text, 0, len(text)), 0)

    assert number is not None
    assert number.value is None


@pytest.mark.parametrize("text", ["scores", "many", "a", "half", "$5", "second", "1234567890123", "9" * 400])
def test_no_number(text: str) -> None:
    """Other words, and rows of digits too long to count, are no numbers."""
    assert read_number(tokens_of(text, 0, len(text)), 0) is None


@given(st.integers(0, 999_999_999))
def test_separators(value: int) -> None:
    """Digits with and without separators give the same value."""
    for text in (f"{value}", f"{value:,}"):
        number = read_number(tokens_of(text, 0, len(text)), 0)

        assert number is not None
        assert number.value == value


@given(st.text())
def test_tokens(text: str) -> None:
    """Tokens lie in order, and nothing but space stands between them."""
    last = 0
    for token in tokens_of(text, 0, len(text)):
        assert text[token.start : token.end] == token.text
        assert not text[last : token.start].strip()
        last = token.end
    assert not text[last:].strip()
