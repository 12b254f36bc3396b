"""What makes a line likelier to be wrong is seen in its article, beside the line."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.certainty import certainty, features
from digests.lines.certainty.left_out import left_out
from digests.lines.certainty.rivals import rivals
from digests.lines.certainty.sources import last_named
from digests.lines.certainty.told_before import told_before
from digests.models import Article, Claim, Claimant, DigestItem
from tests.make import article, spoken

_WORDS = "the ferry would sail again in May"


def told(
    text: str, source: str, claimant: str, body: str = _WORDS, cue: str = "said"
) -> tuple[Claim, DigestItem, Article]:
    """A claim of the last words of a text, with its line."""
    who = Claimant(name=claimant, surface=source, resolved_by="pronoun" if source == "She" else "last name")
    claim = spoken(text, _WORDS, source, cue, claimant=who)
    item = DigestItem(claim_id=claim.id, claimant=claimant, body=body, source="Example")
    return claim, item, article(text)


@pytest.mark.parametrize(
    ("ahead", "is_object"),
    [
        ("Mayor Ida Holm opened the pier.", 0.0),
        ("The crew waited for Mayor Ida Holm.", 1.0),
        ("Fishermen believe that Ida Holm will resign.", 1.0),
    ],
)
def test_who_was_an_object_is_a_less_likely_speaker(ahead: str, is_object: float) -> None:
    """Behind “she”, somebody whom the sentence before had as an object is known to have been one."""
    claim, _, of = told(f"Ida Holm, 40, is the mayor. {ahead} She said {_WORDS}.", "She", "Ida Holm")

    assert last_named(claim, of, ENGLISH)["named as an object"] == is_object


def test_who_was_named_long_ago_is_a_less_likely_speaker() -> None:
    """The sentences since the claimant was named last are counted, up to five."""
    gaps = []
    for between in ("", " The pier was full.", " The pier was full. It rained." + " Gulls cried." * 9):
        claim, _, of = told(f"Mayor Ida Holm, 40, spoke.{between} She said {_WORDS}.", "She", "Ida Holm")
        gaps.append(last_named(claim, of, ENGLISH)["sentences since"])

    assert gaps == [0.2, 0.4, 1.0]


@pytest.mark.parametrize(("other", "is_doubtful"), [("Ida Holm", 0.0), ("Tomas Holm", 1.0)])
def test_the_namesake_named_last_is_likelier_to_speak(other: str, is_doubtful: float) -> None:
    """A last name that another had with the first name shortly before casts doubt on whose words they are."""
    text = f"Mayor Ida Holm and her brother Tomas Holm own the ferry. {other} steers it. Holm said {_WORDS}."
    claim, _, of = told(text, "Holm", "Ida Holm")

    assert rivals(claim, of, ENGLISH)["namesake named last"] == is_doubtful


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Ida Holm said {_WORDS}.", set()),
        (f"In Belsk, Ida Holm said {_WORDS}.", {"place left out", "opening left out", "words left out"}),
        (f"Once the ice had gone, Ida Holm said {_WORDS}.", {"opening left out", "words left out"}),
        (f"The crew doubts it, but Ida Holm said {_WORDS}.", {"contrast before", "words left out"}),
    ],
)
def test_what_a_line_leaves_out_is_seen(text: str, kinds: set[str]) -> None:
    """A place or a condition before the speaker, and a contrast before what is said, may be what makes it hold."""
    claim, item, of = told(text, "Ida Holm", "Ida Holm")

    assert {kind for kind, value in left_out(claim, item, of, ENGLISH).items() if value} == kinds


def test_a_line_cut_by_half_is_seen() -> None:
    """A line with less than half of what was said is known to have it."""
    claim, item, of = told(f"Ida Holm said {_WORDS}.", "Ida Holm", "Ida Holm", body="the ferry …")

    assert left_out(claim, item, of, ENGLISH)["cut by half"] == 1.0


def test_a_body_within_a_description_is_no_speaker() -> None:
    """“A lawyer who follows the Harbour Board” names the board, and is not the board."""
    for surface, is_described in (("the Harbour Board", 0.0), ("a lawyer who follows the Harbour Board", 1.0)):
        text = f"{surface} said {_WORDS}."
        who = Claimant(name="Harbour Board", surface=surface, resolved_by="exact")
        claim = spoken(text, _WORDS, surface, "said", claimant=who)
        item = DigestItem(claim_id=claim.id, claimant="Harbour Board", body=_WORDS, source="Example")
        of_reading, _ = features(claim, item, article(text))

        assert of_reading["named within a description"] == is_described


def test_doubt_about_the_speaker_costs_certainty() -> None:
    """The same words are less certain behind “she” where the claimant was an object far before."""
    near = told(f"Mayor Ida Holm, 40, spoke at Belsk. She said {_WORDS}.", "She", "Ida Holm")
    far = told(
        f"The crew waited for Mayor Ida Holm, 40. It rained at Belsk.{' Gulls cried.' * 5} She said {_WORDS}.",
        "She",
        "Ida Holm",
    )

    assert certainty(*far) < certainty(*near)


@pytest.mark.parametrize(
    ("ahead", "words", "kinds"),
    [
        ("", "the gangway would be closed in May", {"the, open", "the, open and early"}),
        (
            "A gangway was damaged.",
            "the gangway would be closed",
            {"the, open", "the, told before", "the, open and early"},
        ),
        ("", "the gangway of the Larn ferry would be closed", {"the, specified"}),
        ("", "a gangway would close, and the gangway would be sold", set[str]()),
        ("", "the country would change its laws", set[str]()),
    ],
)
def test_a_thing_that_a_line_leaves_open_is_seen(ahead: str, words: str, kinds: set[str]) -> None:
    """A thing with “the” is open where no word of the line tells it apart, the more so where it was told of before."""
    text = f"{ahead} Ida Holm said {words}.".strip()
    claim = spoken(text, words, "Ida Holm", "said")
    item = DigestItem(claim_id=claim.id, claimant="Ida Holm", body=words, source="Example")

    values = told_before(claim, item, article(text), ENGLISH)

    assert {kind for kind, value in values.items() if value and kind.startswith("the,")} - {
        "the, of the headline"
    } == kinds


@pytest.mark.parametrize(
    ("claimant", "words", "kind"),
    [
        ("Ida Holm", "One of them was closed", "opens with a part"),
        ("Ida Holm", "“The further it sails, the better for the town”", "early it"),
        ("The second letter", "the ferry was closed", "bare claimant"),
        ("Most of those polled", "the ferry was closed", "unheld such"),
    ],
)
def test_what_a_line_leaves_open_casts_doubt(claimant: str, words: str, kind: str) -> None:
    """A part of something, an early “it” and a claimant whom nothing tells apart make a line less certain."""
    claim, item, of = told(f"{claimant} said {_WORDS}.", claimant, claimant, body=words)
    named = item.model_copy(update={"claimant": "Ida Holm", "body": _WORDS})

    assert [features(claim, line, of)[1].get(kind, 0.0) for line in (item, named)] == [1.0, 0.0]
    assert certainty(claim, item, of) < certainty(claim, named, of)
