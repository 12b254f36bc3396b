"""A line that leans on its article is printed with the article's headline, once above the lines that do."""

from __future__ import annotations

import pytest

from digests.composing.article_headlines import ROOM, leant_on, printed_headline, with_headlines
from digests.composing.ranking import DrawnLine
from digests.models import SAME_ARTICLE, SAME_HEADLINE, Article, Digest, DigestItem, Section, SourcedClaim, Wording
from tests.make import article, claim

CLOSED = "Harbour bridge at Larn closed after a barge hit it"
LEANS, STANDS = 0.6, 0.95  #: how certain a line is


def drawn(of: Article, certainty: float = LEANS, body: str = "the repair would take until spring") -> DrawnLine:
    """A line of an article that is so certain."""
    wording = Wording(claimant="Ida Holm", body=body, certainty=certainty)
    item = DigestItem(claim_id="c", claimant="Ida Holm", body=body, source="Example Wire")
    return DrawnLine(SourcedClaim(claim(of=of, wording=wording), of), item)


@pytest.mark.parametrize(
    ("headline", "certainty", "expected"),
    [
        (CLOSED, LEANS, CLOSED),
        (f"  {CLOSED}\u202e\n", LEANS, CLOSED),
        ("What the bridge at Larn costs its town", LEANS, "What the bridge at Larn costs its town"),
        (CLOSED, STANDS, ""),
        ("Is the harbour bridge at Larn safe?", LEANS, ""),
        ("Live updates", LEANS, ""),
        ("Morning briefing: today's top stories", LEANS, ""),
        ("Repair to take until spring, says Holm", LEANS, ""),
        ("", LEANS, ""),
    ],
)
def test_a_headline_stands_where_it_tells_what_the_line_leans_on(
    headline: str, certainty: float, expected: str
) -> None:
    """None stands with a line that is plain by itself; none asks, heads anything, or says what the line says."""
    assert leant_on(drawn(article(headline=headline), certainty)) == expected


def test_a_long_headline_ends_at_a_word() -> None:
    """What a phone has no room for is left out, behind a word."""
    headline = printed_headline(article(headline="Barge " * 40))

    assert headline == "Barge " * 14 + "…"
    assert len(headline) <= ROOM


def test_lines_of_one_article_share_its_headline() -> None:
    """What follows a line that leans has its headline, so that it is said once; what stands before has none."""
    first, second = (article(id=name, headline=f"{CLOSED} {name}") for name in ("one", "two"))
    lines = [drawn(first, STANDS), drawn(first), drawn(first, STANDS), drawn(second, STANDS), drawn(first)]

    headed = [line.item.headline.rpartition(" ")[2] for line in with_headlines(lines)]

    assert headed == ["", "one", "one", "", "one"]


def printed(
    *sections: tuple[str, ...], body: str = "it holds", url: str | None = "https://wire.example/a"
) -> list[tuple[str, tuple[str, ...]]]:
    """The headlines and flags as they are printed of lines that lean on some headlines, by section."""
    item = DigestItem(claim_id="c", claimant="Ida Holm", body=body, source="Example Wire", url=url)
    digest = Digest(
        title="D",
        sections=tuple(
            Section(heading="H", items=tuple(item.model_copy(update={"headline": h}) for h in headlines))
            for headlines in sections
        ),
    )
    return [(i.quoted_headline, i.flags) for section in digest.printed_sections for i in section.items]


def test_no_headline_is_printed_twice_in_a_row() -> None:
    """Not under the next heading either; the lines below say whose they are, where there are others."""
    quoted, same = (": “A”", ()), ("", (SAME_ARTICLE,))

    assert printed(("A", "A"), ("A", "B", "A"), url=None) == [quoted, same, same, (": “B”", ()), quoted]
    assert printed(("", "A"), ("A",)) == [("", ()), quoted, ("", ())]
    assert printed(("", "A"), ("A",), url=None) == [("", ()), quoted, same]


def test_copies_of_an_article_are_no_one_article() -> None:
    """Two outlets may have one headline: it is said once, and the second line says that it is the same."""
    item = DigestItem(claim_id="c", claimant="Ida Holm", body="it holds", source="Example Wire", headline="A")
    lines = (item, item.model_copy(update={"source": "Sample Courier"}), item.model_copy(update={"body": "it stands"}))
    sections = Digest(title="D", sections=(Section(heading="", items=lines),)).printed_sections

    assert [(i.quoted_headline, i.flags) for i in sections[0].items] == [
        (": “A”", ()), ("", (SAME_HEADLINE,)), ("", (SAME_HEADLINE,)),
    ]  # fmt: skip


def test_what_was_withdrawn_takes_its_headline_with_it() -> None:
    """A line of which nothing stands has no headline: it may say just what was withdrawn."""
    assert printed(("A",), body="") == [("", ())]


@pytest.mark.parametrize(
    ("headline", "source", "expected"),
    [
        ("", "Example Wire ← Example Agency", ("Example Wire ← Example Agency", "")),
        ("Bridge shut", "Example Wire", ("Example Wire", ": “Bridge shut”")),
        ("Bridge shut", "Example Wire ← Example Agency", ("Example Wire", ": “Bridge shut” ← Example Agency")),
        ("Bridge “shut”", "Example Wire", ("Example Wire", ": ‘Bridge “shut”’")),
    ],
)
def test_a_headline_is_its_outlets(headline: str, source: str, expected: tuple[str, str]) -> None:
    """It stands in quotation marks behind the outlet whose words it is, before those from whom that has the claim."""
    item = DigestItem(claim_id="c", claimant="Ida Holm", body="it holds", source=source, headline=headline)

    assert (item.link_text, item.quoted_headline) == expected
