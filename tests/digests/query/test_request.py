"""What a reader asks is read from a line of text, and written as one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.errors import BadQueryError
from digests.models import Request
from digests.query.request import as_query, read_request, read_since, write_request
from digests.query.subjects import find_subject
from tests.digests.query.small_world import (
    KNOWLEDGE,
    KNOWN,
    NOW,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kursk", Request(about="kursk")),
        ("kursk oblast", Request(about="kursk oblast")),
        ("kursk since:7d by:six", Request(about="kursk", by="six", since=timedelta(days=7))),
        ("by:six kursk", Request(about="kursk", by="six")),
        ('kursk by:"General Staff"', Request(about="kursk", by="General Staff")),
        ("kursk by:“General Staff”", Request(about="kursk", by="General Staff")),
        ("about:kursk", Request(about="kursk")),
        ("KURSK Since:24H", Request(about="KURSK", since=timedelta(hours=24))),
        ("kursk kind:denial,estimate", Request(about="kursk", kinds=("denial", "estimate"))),
        ("kursk kind:quote", Request(about="kursk", kinds=("saying",))),
        ("kursk status:Denied show:5", Request(about="kursk", status="denied", show=5)),
        ("place:538555", Request(about="place:538555")),
        ("Cote d'Ivoire", Request(about="Cote d'Ivoire")),
        ('say "unfinished', Request(about="say unfinished")),
        ("", Request()),
    ],
)
def test_a_question_is_taken_apart(text: str, expected: Request) -> None:
    """Options may stand anywhere, in any case, with spaces inside quotation marks; the rest is the subject."""
    assert read_request(text) == expected


@pytest.mark.parametrize(
    "text", ["since:yesterday", "since:99999d", "kind:rumour", "status:true", "show:0", "show:26", "show:٣", "show:x"]
)
def test_an_option_that_cannot_be_read_says_how_to_write_it(text: str) -> None:
    """A wrong value is an error that names the option."""
    with pytest.raises(BadQueryError, match=text.partition(":")[0]):
        read_request(f"kursk {text}")


def test_since_takes_dates_in_the_readers_zone() -> None:
    """A date without a zone is that of the clock; one with a zone keeps it."""
    assert read_since("2025-02-06") == datetime(2025, 2, 6, tzinfo=UTC)
    assert read_since("2025-02-06T12:00+02:00") == datetime(2025, 2, 6, 10, 0, tzinfo=UTC)
    assert read_since("2w") == timedelta(weeks=2)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, the answer is a request or an error for the reader."""
    try:
        request = read_request(text)
    except BadQueryError:
        return
    assert 1 <= request.show <= 25


@given(st.text(max_size=60))
def test_a_request_that_was_read_can_be_written(text: str) -> None:
    """Text made of a request reads as the same request."""
    try:
        request = read_request(text)
    except BadQueryError:
        return
    assert read_request(write_request(request)) == request


@pytest.mark.parametrize("about", ["", "kursk oblast", "since:7d", "by:isw and more", "place:538555", "what about: it"])
@pytest.mark.parametrize("by", ["", "General Staff"])
@pytest.mark.parametrize("since", [None, timedelta(days=7), timedelta(hours=36), datetime(2025, 2, 6, tzinfo=UTC)])
def test_a_request_made_of_options_can_be_written(about: str, by: str, since: datetime | timedelta | None) -> None:
    """Options given one by one read back from the text, also where a name looks like an option."""
    request = Request(about=about, by=by, since=since, kinds=("denial", "estimate"), status="denied", show=5)
    assert read_request(write_request(request)) == request


def test_a_question_becomes_a_query() -> None:
    """What was found goes into the query with the options."""
    about = find_subject("kyiv", KNOWN, KNOWLEDGE)
    query = as_query(Request(about="kyiv", kinds=("denial",), status="denied", show=3), about, None, now=NOW)
    assert query.about == about.subjects
    assert (query.by, query.kinds, query.status, query.show) == ((), ("denial",), "denied", 3)


@pytest.mark.parametrize("text", ["kursk page:2", "kursk site:wire", "from:isw kursk"])
def test_an_option_that_there_is_not_is_named(text: str) -> None:
    """An unknown option is an error that names it and those that there are."""
    with pytest.raises(BadQueryError, match=r"(page|site|from): is unknown; use one of about:, by:"):
        read_request(text)


@pytest.mark.parametrize("about", ["A flood in Sudzha", "Talks: what now?", "", "story:x by:y"])
def test_a_kept_request_may_be_of_a_story(about: str) -> None:
    """A schedule's request keeps a story with the words that it is called by; nobody types one."""
    request = Request(about=about, story="https://wire.example/a#1")

    assert read_request(write_request(request), kept=True) == request
    with pytest.raises(BadQueryError, match="story"):
        read_request("story:a1")
