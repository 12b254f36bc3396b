"""A changed record changes what was posted, visibly, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.composing.corrections import Posted, changes_of, revise
from digests.lines.line import claim_line
from digests.models import Article, Claim, Claimant, Digest, DigestItem, Section
from tests.make import NOW, article, spoken

LATER = datetime(2025, 2, 8, 18, 0, tzinfo=UTC)
FIRST = ("40 houses were damaged", "the bridge at Belsk was open", "nobody had left the town")
Version = tuple[Article, list[Claim]]


def version(said: Sequence[str], number: int = 1, **fields: object) -> Version:
    """A version of a record in which the ministry says things, and its claims."""
    text = " ".join(f"The ministry said {one}." for one in said)
    of = article(text, version=number, **fields)
    claimant = Claimant(actor_id="org:ministry", name="Ministry", surface="The ministry")
    claims = []
    for n, one in enumerate(said):
        claim = spoken(text, one, "The ministry", "said", claimant=claimant)
        passage = claim.passage.model_copy(update={"version": number, "article_id": of.id})
        claims.append(claim.model_copy(update={"id": f"{of.id}-{number}-{n}", "passage": passage}))
    return of, claims


def posted(of: Version, delivery_id: str = "d1") -> Posted:
    """A digest of all lines of a version, as it was posted."""
    items = tuple(item for claim in of[1] if isinstance(item := claim_line(claim, of[0], now=NOW), DigestItem))
    return Posted(delivery_id, Digest(title="Digest", sections=(Section(heading="", items=items),), footer=("foot",)))


def revised(before: Version, after: Version, digest: Posted | None = None) -> list[str]:
    """The lines of the posted digest after a change."""
    changes = changes_of([before, after], now=LATER)
    revisions = revise([digest or posted(before)], changes, now=LATER)
    return [item.line for revision in revisions for item in revision.digest.items]


def test_a_corrected_figure_is_struck_out() -> None:
    """The old words stay, struck out, before the new ones, with the day of the correction."""
    after = version(["14 houses were damaged", *FIRST[1:]], 2)

    assert revised(version(FIRST), after) == [
        "Ministry: ~~40 houses were damaged~~ 14 houses were damaged (said Thu 6 Feb) · corrected Sat 8 Feb",
        "Ministry: the bridge at Belsk was open (said Thu 6 Feb)",
        "Ministry: nobody had left the town (said Thu 6 Feb)",
    ]


def test_a_claim_that_is_gone_is_withdrawn() -> None:
    """A claim that the new version does not hold is struck out."""
    assert revised(version(FIRST), version(FIRST[1:], 2))[0] == (
        "Ministry: ~~40 houses were damaged~~ (said Thu 6 Feb) · withdrawn Sat 8 Feb"
    )


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_withdrawn_record_withdraws_all_its_claims(status: str) -> None:
    """Nothing of a withheld record stands, whatever its text still says."""
    before = version(FIRST)
    lines = revised(before, version(FIRST, 2, status=status))

    assert all("~~" in line and line.endswith("· withdrawn Sat 8 Feb") for line in lines)
    assert len(lines) == 3


def test_a_superseding_record_takes_over() -> None:
    """Another record in its place corrects what it says otherwise, and supersedes what it does not say."""
    after = version(["41 houses were damaged", FIRST[1]], 1, id="another")
    lines = revised(version(FIRST), after)

    assert "41 houses were damaged (said Thu 6 Feb) · corrected Sat 8 Feb" in lines[0]
    assert lines[1] == "Ministry: the bridge at Belsk was open (said Thu 6 Feb)"
    assert lines[2].endswith("~~nobody had left the town~~ (said Thu 6 Feb) · superseded Sat 8 Feb")


def test_what_reads_the_same_is_no_change() -> None:
    """A new version with other words around the same claims leaves digests alone."""
    before, after = version(FIRST), version([*FIRST, "the harbour was shut"], 2)

    assert changes_of([before, after], now=LATER) == ()
    assert revised(before, after) == []


def test_only_digests_with_the_claim_are_revised() -> None:
    """A delivery without a changed claim is not edited, and the others say what changed."""
    before, after = version(FIRST), version(["14 houses were damaged", *FIRST[1:]], 2)
    other = Posted("d2", Digest(title="Other"))

    (revision,) = revise([posted(before), other], changes_of([before, after], now=LATER), now=LATER)

    assert revision.delivery_id == "d1"
    assert revision.digest.footer == ("foot",)
    assert tuple(item.line for item in revision.note.items) == (
        "Ministry: ~~40 houses were damaged~~ 14 houses were damaged (said Thu 6 Feb) · corrected Sat 8 Feb",
    )


def test_a_revision_is_made_once() -> None:
    """The same change again finds nothing to do; another one keeps the first words."""
    before, after = version(FIRST), version(["14 houses were damaged", *FIRST[1:]], 2)
    changes = changes_of([before, after], now=LATER)
    (revision,) = revise([posted(before)], changes, now=LATER)
    standing = Posted("d1", revision.digest)

    assert revise([standing], changes, now=LATER) == ()
    again = changes_of([after, version(["15 houses were damaged", *FIRST[1:]], 3)], now=LATER)
    (second,) = revise([standing], again, now=LATER)
    assert second.note.items[0].line.startswith("Ministry: ~~40 houses were damaged~~ 15 houses were damaged")


def test_a_withdrawn_line_stays_withdrawn() -> None:
    """No later change touches a line that is struck out."""
    before, gone = version(FIRST), version(FIRST, 2, status="withheld")
    changes = changes_of([before, gone], now=LATER)
    (revision,) = revise([posted(before)], changes, now=LATER)

    assert revise([Posted("d1", revision.digest)], changes, now=LATER) == ()


@given(st.permutations(range(3)))
def test_the_order_of_claims_does_not_matter(order: Sequence[int]) -> None:
    """The same versions give the same changes."""
    before, after = version(FIRST), version(["14 houses were damaged", "the bridge at Belsk was shut"], 2)
    shuffled = before[0], [before[1][n] for n in order]

    assert changes_of([shuffled, after], now=LATER) == changes_of([before, after], now=LATER)


@pytest.mark.parametrize("posted_headline", ["", "The first headline"])
def test_a_corrected_line_has_the_headline_of_today(posted_headline: str) -> None:
    """The old headline may say what is no longer so; a line that was posted without one gets none."""
    before = version(FIRST, headline="The first headline")
    after = version(["14 houses were damaged", *FIRST[1:]], 2, headline="The second headline")
    sections = posted(before).digest.sections
    items = tuple(item.model_copy(update={"headline": posted_headline}) for item in sections[0].items)
    post = Posted("d1", Digest(title="Digest", sections=(Section(heading="", items=items),)))

    [revision] = revise([post], changes_of([before, after], now=LATER), now=LATER)

    expected = "The second headline" if posted_headline else ""
    assert [item.headline for item in revision.digest.items] == [expected, posted_headline, posted_headline]


def test_another_headline_alone_is_no_correction() -> None:
    """What was posted is not edited where its claims read as before."""
    before, after = (version(FIRST, n, headline=f"Headline {n}") for n in (1, 2))
    items = tuple(item.model_copy(update={"headline": "Headline 1"}) for item in posted(before).digest.items)
    post = Posted("d1", Digest(title="Digest", sections=(Section(heading="", items=items),)))

    assert revise([post], changes_of([before, after], now=LATER), now=LATER) == ()
