"""Good and bad files, and what becomes of each: the articles that it gives, or the line that says what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pytest

from bot.errors import RecordError
from bot.records import open_records
from digests.models import Article
from tests.paths import REPO

DATA: Final = REPO / "tests" / "data" / "records"
TEXT: Final = "The river rose by two meters, the water office said."
PAGE: Final = (
    "The river rose by two meters in the night, the water office of Sampleton said on Friday.\n"
    "The mayor said that the school would stay shut until Monday."
)
ANY: Final = "any"


@dataclass(frozen=True)
class Row:
    """What becomes of a file: of its articles all bodies, and of the first one what is given here; or its error."""

    name: str
    bodies: tuple[str, ...] = (TEXT,)
    ids: int | None = None  #: how many articles they are
    date: str | None = ANY
    doubt: str | None = None  #: words of a doubt; none else
    headline: str = ANY
    url: str = ANY
    author: tuple[str, ...] | None = None
    status: str = "usable"
    embargoed: str | None = None
    error: str | None = None  #: words of the last line that says what is wrong; several are parted by |


FILES: Final = [
    Row("good/date_slashes.xml", date="2016-06-29T15:07:41+00:00"),
    Row("good/date_epoch.xml", date="2018-03-13T09:22:49+00:00"),
    Row("good/date_afternoon.xml", date="2016-04-07T13:55:00-05:00"),
    Row("good/date_offset_and_z.xml", date="2018-06-12T12:00:00-05:00"),
    Row("good/date_cet.xml", date="2022-02-11T19:58:02+01:00"),
    Row("good/date_ist.xml", date="2020-03-27T14:05:12+05:30"),
    Row("good/date_jst.xml", date="2020-03-27T14:05:12+09:00"),
    Row("good/date_in_another_language.xml", date=None, doubt="published: is not a date"),
    Row("good/date_no_words.xml", date=None, doubt="kept as date unknown"),
    Row("good/date_empty.xml", date=None),
    Row("good/date_missing.xml", date=None),
    Row("good/date_ambiguous.xml", date=None, doubt="03/04/2025"),
    Row(
        "good/date_order_by_feed.xml",
        date="2025-04-03T10:00:00+00:00",
        bodies=(
            TEXT,
            "The river fell.",
        ),
    ),
    Row("good/date_year_one.xml", date=None, doubt="is not a date"),
    Row("good/date_year_9999.xml", date=None, doubt="is not a date"),
    Row(
        "good/bad_byte.xml",
        bodies=(
            TEXT,
            "The mayor’s office spoke.",
            "The river fell.",
        ),
        doubt="(0x92) is not UTF-8",
    ),
    Row("good/control_character.xml", headline="River"),
    Row("good/windows_1251.xml", bodies=("Река поднялась.",)),
    Row("good/relative_link.xml", url="https://wire.example/2025/river.html"),
    Row("good/feedburner.xml", url="https://wire.example/river"),
    Row("good/link_by_guid.xml", url="https://wire.example/river"),
    Row(
        "good/one_link_three_guids.xml",
        bodies=(
            "Story 1 of the morning.",
            "Story 2 of the morning.",
            "Story 3 of the morning.",
        ),
        ids=3,
    ),
    Row(
        "good/one_link_home.xml",
        bodies=(
            "One story.",
            "Another story.",
        ),
        ids=2,
    ),
    Row(
        "good/live_page_anchors.xml",
        bodies=(
            "At nine the gate was shut.",
            "At ten it was opened.",
        ),
        ids=2,
    ),
    Row(
        "good/new_guid_same_text.xml",
        bodies=(
            TEXT,
            TEXT,
        ),
        ids=1,
    ),
    Row(
        "good/no_link_no_guid.xml",
        bodies=(
            "One story.",
            "Another story.",
        ),
        ids=2,
    ),
    Row("good/aggregator.xml", url="https://other.example/1"),
    Row("good/html_lists.xml", bodies=("Shut are:\nthe gate\nthe lock",)),
    Row("good/html_escaped_twice.xml", bodies=("One & two.\nThree.",)),
    Row("good/html_raised_number.xml", bodies=("Some 40¹ houses.",)),
    Row("good/html_struck.xml", bodies=("Some 12 houses.",)),
    Row("good/html_invisible.xml", bodies=("Seen.",)),
    Row(
        "good/hard_wraps.xml",
        bodies=("The river rose in the night, and the water office of the town said that it would go on rising.",),
    ),
    Row("good/author_of_feed.atom", author=("Ada Example",)),
    Row("good/base_of_entry.atom", url="https://wire.example/2025/02/q1.php"),
    Row("good/rdf.rdf.xml", date="2025-02-07T12:00:00+00:00"),
    Row(
        "good/two_versions.atom",
        bodies=(
            "7 houses.",
            "8 houses.",
        ),
        ids=1,
    ),
    Row("good/external_url.json", url="https://other.example/1"),
    Row("good/json_feed_relative.json", url="https://wire.example/a/1", date=None),
    Row("good/ninjs_1.json", date="2025-02-07T12:00:00+00:00"),
    Row("good/ninjs_1_roles.json", headline="River"),
    Row("good/ninjs_2_nitf.json", bodies=("The river rose by two meters, the water office said.\nIt fell.",)),
    Row("good/ninjs_3_embargo.json", embargoed="2099-02-08T06:00:00+00:00"),
    Row("good/ninjs_canceled.json", status="canceled"),
    Row("good/ninjs_key_twice_deep.json"),
    Row("good/jsonld_html.jsonld", bodies=("The dike's gate is shut.\nIt holds.",), headline="Dike's gate"),
    Row("good/jsonld_empty_date.jsonld", date="2025-02-07T00:00:00+00:00"),
    Row("good/jsonld_lower_case.jsonld"),
    Row(
        "good/jsonld_live_blog.jsonld",
        bodies=(
            "The gate was shut.",
            "It was opened.",
        ),
        ids=2,
    ),
    Row("good/claim_review.jsonld", bodies=("The river rose by two meters",), date="2025-02-08T00:00:00+00:00"),
    Row("good/claim_review_feed.jsonld", bodies=("The dike has gone", "The school is shut"), ids=2),
    Row("good/unknown_field.json", doubt="did you mean headline?"),
    Row("good/empty_date.json"),
    Row("good/epoch_number.json", date="2025-02-07T12:00:00+00:00"),
    Row("good/html_in_json.json", bodies=("The dike’s gate is shut.",), doubt="body: holds HTML"),
    Row("good/less_than_is_no_html.json", bodies=("5 < 6 & 7 > 3, the office said.",)),
    Row("good/withheld.json", status="withheld"),
    Row("good/embargoed.json", embargoed="2099-01-01T06:00:00+00:00"),
    Row(
        "good/bad_byte.jsonl",
        bodies=(
            "The mayor’s office.",
            "It fell.",
        ),
        doubt="(0x92)",
    ),
    Row("good/list_of_20000.json", doubt="tags: holds 20,000 entries"),
    Row("good/utf_16.txt"),
    Row("good/front_matter_date.md", date=None, doubt="date_published: is not a date"),
    Row(
        "good/duplicate_ids.jsonl",
        bodies=(
            TEXT,
            "Other text.",
        ),
        ids=1,
    ),
    Row("bad/empty.json", error="is empty"),
    Row("bad/blank.txt", error="is empty"),
    Row("bad/truncated.json", error="cut off|no closing quote"),
    Row("bad/truncated.xml", error="cut off"),
    Row("bad/picture.json", error="is a picture"),
    Row("bad/binary.txt", error="NUL"),
    Row("bad/utf_16_no_mark.json", error="NUL"),
    Row("bad/utf_32.txt", error="UTF-32"),
    Row("bad/koi8_r.txt", error="is not UTF-8"),
    Row("bad/nul.json", error="body: holds a NUL"),
    Row("bad/nul.xml", error="NUL"),
    Row("bad/surrogate.json", error="body: holds half a surrogate pair"),
    Row("bad/nested.json", error="nested too deep"),
    Row("bad/entities.xml", error="declares XML entities"),
    Row("bad/external_entity.xml", error="declares XML entities"),
    Row("bad/unknown_encoding.xml", error="encoding that is not known"),
    Row("bad/no_publisher.json", error="publisher: is missing"),
    Row("bad/no_body.xml", error="content: is missing"),
    Row("bad/no_body.json", error="body: is missing"),
    Row("bad/embargo_no_date.json", error="embargoed: is not a date"),
    Row("bad/status.json", error="did you mean canceled?"),
    Row("bad/version.json", error="whole number such as 2"),
    Row("bad/address.json", error="url: must be a web address"),
    Row("bad/no_article.jsonld", error="@type: is not an article"),
    Row("bad/claim_review_of_nobody.jsonld", error="itemReviewed.author: names nobody who made the claim"),
    Row("bad/claim_review_unrated.jsonld", error="reviewRating: has no rating"),
    Row("bad/no_feed.xml", error="RSS or Atom is expected"),
    Row("bad/key_twice.json", error="body: stands twice"),
    Row("bad/no_fence.txt", error="no closing line of ---"),
    Row("bad/number.json", error=""),
    Row("good/page_jsonld.html", date="2025-02-07T12:00:00+00:00", headline="River"),
    Row("good/page_main_text.html", bodies=(PAGE,), date="2025-02-07T12:00:00+00:00", headline="River"),
    Row("good/page_metas.html", bodies=(PAGE,), date="2025-02-07T12:00:00+02:00", url="https://wire.example/river"),
    Row(
        "good/table.csv",
        bodies=(
            TEXT,
            "It fell.",
        ),
        date="2025-02-07T00:00:00+00:00",
        doubt="kept as date unknown",
        headline="River",
    ),
    Row("good/table_semicolons.csv", bodies=("The river rose;\nit fell.",)),
    Row("good/table.tsv"),
    Row("good/mail.eml", headline="River – peak", date="2025-02-07T12:00:00+02:00"),
    Row("good/mail_html.eml", bodies=("Café owners said they would stay open.",), headline="River"),
    Row(
        "good/plain.txt",
        bodies=("River rises\n\nThe river rose by two meters, the water office said.\n",),
        headline="River rises",
    ),
    Row(
        "good/plain_wrapped.txt",
        bodies=("The river rose by two meters in the night, the water office said, and would go on rising.\n",),
    ),
    Row("good/feed.xml.gz", url="https://wire.example/river"),
    Row("good/records.jsonl.gz"),
    Row(
        "good/folder.zip",
        bodies=(
            TEXT,
            "It fell.",
        ),
    ),
    Row("good/word.docx", bodies=("The river rose by two meters, the water office said.\nIt fell.",), headline="River"),
    Row("good/page.pdf"),
    Row("bad/feeds.opml", error="is an OPML list of 2 feeds (https://wire.example/rss, https://other.example/rss)"),
    Row("bad/bomb.opml", error="is no|is no sound OPML"),
    Row("bad/bomb.json.gz", error="unpacks to far more than its size"),
    Row("bad/bomb.zip", error="unpacks to far more than its size"),
    Row("bad/truncated.xml.gz", error="cannot be unpacked"),
    Row("bad/archive_in_archive.zip", error="is an archive in an archive"),
    Row("bad/pictures.zip", error="is no record file"),
    Row("bad/no_body_column.csv", error="has no column body"),
    Row("bad/too_many_cells.csv", error="has 3 cells"),
    Row("bad/quote.csv", error="is no sound table"),
    Row("bad/no_article.html", error="is an HTML page in which no article was found"),
    Row("bad/scanned.pdf", error="is a PDF without text"),
    Row("bad/broken.pdf", error="is a PDF that cannot be read"),
    Row("bad/entities.docx", error="is no sound Word document"),
    Row("bad/no_document.docx", error="is no sound Word document"),
    Row("bad/no_text.eml", error="body: is missing"),
    Row("bad/no_publisher.txt", error="give --publisher NAME, or begin the file with three lines"),
]
GOOD: Final = [row for row in FILES if row.error is None]
BAD: Final = [row for row in FILES if row.error is not None]


@pytest.mark.parametrize("row", GOOD, ids=lambda row: row.name)
def test_good_file(row: Row) -> None:
    """A file that a person would read is read, and what it leaves open is noted."""
    found = list(open_records(str(DATA / row.name), publisher="Example Wire"))
    articles = [record for record in found if isinstance(record, Article)]

    assert [record.body for record in articles] == list(row.bodies)
    assert found == articles
    assert row.ids in {None, len({article.id for article in articles})}
    assert row.date in {ANY, articles[0].date_published and articles[0].date_published.isoformat()}
    doubts = [doubt for article in articles for doubt in article.doubts]
    assert bool(doubts) == bool(row.doubt)
    assert any((row.doubt or "") in doubt for doubt in doubts or [""])
    assert all(doubt.isprintable() for doubt in doubts)


@pytest.mark.parametrize("row", GOOD, ids=lambda row: row.name)
def test_fields_of_a_good_file(row: Row) -> None:
    """Headline, address, authors, status and embargo are what the file says."""
    article = next(
        record for record in open_records(str(DATA / row.name), publisher="P") if isinstance(record, Article)
    )

    assert row.headline in {ANY, article.headline}
    assert row.url in {ANY, article.url}
    assert row.author in {None, article.author}
    assert row.status == article.status
    assert row.embargoed == (article.embargoed and article.embargoed.isoformat())


@pytest.mark.parametrize("row", BAD, ids=lambda row: row.name)
def test_bad_file(row: Row) -> None:
    """A file that cannot be read gives one clear line that names it, and no article."""
    *_, error = found = list(open_records(str(DATA / row.name)))

    assert not any(isinstance(record, Article) for record in found)
    assert isinstance(error, RecordError)
    assert str(error).startswith(str(DATA / row.name))
    assert any(words in str(error) for words in (row.error or "").split("|"))
    assert str(error).isprintable()


def test_every_file_has_a_row() -> None:
    """No file lies there that nobody looks at."""
    files = {str(path.relative_to(DATA)) for folder in ("good", "bad") for path in (DATA / folder).rglob("*.*")}

    assert files == {row.name for row in FILES}
