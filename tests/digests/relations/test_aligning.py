"""Claims in words of their own stand to each other where they rather surely answer one question."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digests.figures import find_figures
from digests.models import Claimant, SourcedClaim
from digests.relations import relate
from digests.relations.origins import same_claimant, speaks_for
from tests.make import SAID, article, claim

HEADLINES = ("Reservoir runs low in Orrin", "Orrin queues for water")


def kinds(*texts: str, headlines: tuple[str, str] = HEADLINES, cues: tuple[str, str] = ("said", "said")) -> list[str]:
    """How what a utility says stands to what the mayor says a day later in another article."""
    sources = []
    for n, (text, headline, name, cue) in enumerate(
        zip(texts, headlines, ("Orrin Water", "Ada Brul"), cues, strict=True)
    ):
        of = article(text, id=f"a{n}", headline=headline, date_published=SAID + n * timedelta(days=1))
        made = claim(
            text,
            f"c{n}",
            of=of,
            figures=find_figures(text),
            claimant=Claimant(name=name, surface=name, resolved_by="local"),
            cue=cue,
            said_at=None,
            said_precision="unknown",
        )
        sources.append(SourcedClaim(made, of))
    return [relation.kind for relation in relate(sources)[0].claim.relations]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The leaking pipe has been fixed", "nobody had repaired the pipe"), ["differs"]),
        (("Bathing in the lake is prohibited", "bathing in the lake is still permitted"), ["differs"]),
        (("6,000 homes are without water", "14,000 households had no water"), ["differs"]),
        (("The tunnel under the dam is locked", "the tunnel under the dam was open"), ["differs"]),
        (("The lake is polluted", "the lake is clean and safe"), ["differs"]),
        (("The pipe is leaking", "the town hall had not been repaired"), []),
        (("40 workers are at the dam", "6,000 homes are without water"), []),
    ],
)
def test_other_words_for_one_thing_are_held_against_each_other(texts: tuple[str, str], expected: list[str]) -> None:
    """Two answers to one question exclude each other in whatever words, and answers to two do not."""
    assert kinds(*texts) == expected


def test_causes_are_rivals_however_they_are_blamed() -> None:
    """Who blames a drought on a leak contradicts whom it was caused by heat."""
    assert kinds("the drought on a leak", "the drought was caused by heat", cues=("blamed", "said")) == ["differs"]
    assert kinds("the drought on a leak", "the drought was caused by the leak", cues=("blamed", "said")) == ["repeats"]


def test_a_capital_that_begins_a_sentence_makes_no_name() -> None:
    """“Inflation” at the start of a sentence is what somebody else calls inflation."""
    assert kinds("Inflation was 6 percent", "inflation was 9 percent") == ["differs"]


def test_whoever_speaks_for_a_body_contradicts_it_no_more_than_it_itself() -> None:
    """A person whom the text calls the police's is of the police, and one of another body is not."""
    police = Claimant(name="police", surface="police")
    quint = Claimant(name="Ralf Quint", surface="police superintendent Ralf Quint", title="police superintendent")
    doctor = Claimant(name="Ida Moe", surface="hospital doctor Ida Moe", title="hospital doctor")
    assert speaks_for(police, quint)
    assert speaks_for(quint, police)
    assert not speaks_for(police, doctor)


def test_a_last_name_alone_is_the_person_of_another_article() -> None:
    """Whom one text calls by the last name only may be whom another one introduces."""
    whole = Claimant(actor_id="person:otmar-reiss", name="Otmar Reiss", surface="Reiss", resolved_by="last name")
    assert same_claimant(whole, Claimant(name="Reiss", surface="Reiss", resolved_by="unresolved"))
    assert not same_claimant(whole, Claimant(name="Graf", surface="Graf", resolved_by="unresolved"))
