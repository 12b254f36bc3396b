"""What readers ask beside claims: what differs, and what a message links to or names."""

from __future__ import annotations

import pytest

from bot.records.identity import article_id
from bot.service.service import Service
from bot.store import SqlStore
from digests.errors import BadQueryError
from digests.models import Request
from digests.query.request import read_request
from tests.bot.telling import Claims, Clock, small_service, tell

URL = "https://wire.example/roads/open"


@pytest.fixture
def service(store: SqlStore, claims: Claims) -> Service:
    """The service on them."""
    return small_service(store, claims, Clock())


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Look: https://WIRE.example/roads/open?utm_source=chat.", "A headline"),
        ("They say that Sudzha is quiet", "Sudzha"),
        ("What does the Example Institute know?", "Example Institute"),
        ("good morning, everybody", "Claims in this message"),
        ("", "Claims in this message"),
    ],
)
async def test_a_message_is_read_for_links_and_names(
    service: Service, claims: Claims, message: str, title: str
) -> None:
    """A link to a held article gives its claims, a name those about it; small talk gives a hint, not a guess."""
    await tell(service, claims, "the road was open", article_id=article_id(URL, "", ""))

    answer = await service.claims_in(message)

    assert answer.digest.title.startswith(title)
    assert bool(answer.digest.items) == (title != "Claims in this message")


async def test_nothing_that_differs_is_said_so(service: Service, claims: Claims) -> None:
    """A comparison of what does not differ says so, and one of nothing says how to ask."""
    await tell(service, claims, "the road was open")
    assert "No two claims on Sudzha differ" in (await service.comparison(read_request("Sudzha"))).notice
    with pytest.raises(BadQueryError):
        await service.comparison(Request())
