"""Of a sentence, “according to” gives its source but what that says."""

from __future__ import annotations

import pytest

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, words_of
from digests.attribution.repairs.according_to import part_joined

CUE = "according to"


@pytest.mark.parametrize(
    ("text", "content", "source", "said", "speaker"),
    [
        (
            "The bank gave a loan for the ferry, which will sail in May according to the firm.",
            "The bank gave a loan for the ferry, which will sail in May",
            "the firm",
            "which will sail in May",
            "the firm",
        ),
        (
            "The bank gave a loan for the ferry, which will sail in May, according to the firm.",
            "The bank gave a loan for the ferry, which will sail in May",
            "the firm",
            "The bank gave a loan for the ferry, which will sail in May",
            "the firm",
        ),
        (
            "The port brings in, according to the mayor, 33% of all the fuel.",
            "The port brings in",
            "the mayor, 33% of all the fuel",
            "The port brings in 33% of all the fuel",
            "the mayor",
        ),
        (
            "According to the firm, the bank gave a loan for the ferry, which will sail in May.",
            "the bank gave a loan for the ferry, which will sail in May",
            "the firm",
            "the bank gave a loan for the ferry, which will sail in May",
            "the firm",
        ),
        (
            "The port is shut, according to the mayor, Ida Holm.",
            "The port is shut",
            "the mayor, Ida Holm",
            "The port is shut",
            "the mayor, Ida Holm",
        ),
    ],
)
def test_a_source_has_what_it_says(text: str, content: str, source: str, said: str, speaker: str) -> None:
    """A clause that no comma parts from “according to” is all that is said; a figure behind the source is said too."""
    lower = text.lower()
    spans = [(lower.index(part.lower()), lower.index(part.lower()) + len(part)) for part in (source, CUE, content)]

    (parted,) = part_joined(Document(text), [Draft(source=(spans[0],), cue=(spans[1],), content=(spans[2],))])

    assert (words_of(text, parted.content), words_of(text, parted.source)) == (said, speaker)
