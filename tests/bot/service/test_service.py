"""The use cases on a real store, with an article's claims given by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import RequestError
from bot.service.service import Service
from bot.store import SqlStore
from digests.errors import BadQueryError
from digests.models import Request
from digests.query.request import read_request
from tests import make
from tests.bot.telling import Claims, Clock, small_service, tell


@pytest.fixture
def service(store: SqlStore, claims: Claims, clock: Clock) -> Service:
    """The service on them, serving Discord."""
    return small_service(store, claims, clock)


async def test_a_version_is_added_once(service: Service, claims: Claims) -> None:
    """A second adding of the same article and version changes nothing and says so."""
    article = await tell(service, claims, "the road was open")

    assert not await service.add_article(article)
    assert len((await service.claims(read_request("Sudzha"))).digest.items) == 1


@pytest.mark.parametrize("asked", ["Sudzha", "kursk", "Kursk Oblast", "russia", "by:EI", "sudzha by:institute", "road"])
async def test_claims_are_found_by_place_claimant_and_words(service: Service, claims: Claims, asked: str) -> None:
    """The place, everything that it lies in, the claimant and the words lead to a claim."""
    await tell(service, claims, "the road was open")

    answer = await service.claims(read_request(asked))

    assert [item.body for item in answer.digest.items] == ["the road was open"]


async def test_a_page_leads_to_the_next(service: Service, claims: Claims) -> None:
    """Each claim stands on exactly one page, newest first, and the last page leads nowhere."""
    for n in range(5):
        said = make.SAID + timedelta(hours=n)
        await tell(service, claims, f"the road was open at mark {n}", article_id=f"a{n}", said_at=said)

    seen, page = [], None
    for _ in range(3):
        answer = await service.claims(read_request("sudzha show:2"), page=page)
        seen += [item.body[-1] for item in answer.digest.items]
        page = answer.next_page

    assert seen == ["4", "3", "2", "1", "0"]
    assert page is None


async def test_nothing_found_says_so_and_offers_what_is_near(service: Service, claims: Claims) -> None:
    """An empty answer names what was asked and when from, and offers subjects that have claims."""
    await tell(service, claims, "the road was open")

    answer = await service.claims(read_request("Kharkiv since:24h"))

    assert "No claims about Kharkiv since 2025-02-07" in answer.digest.notice
    offered = [await service.claims(read_request(choice.value)) for choice in answer.choices]
    assert [len(other.digest.items) for other in offered] == [1, 1, 1]


@pytest.mark.parametrize("asked", ["", "since:7d", "kursk since:someday", "kursk show:99", "kursk kind:rumour"])
async def test_a_question_that_cannot_be_read_is_refused(service: Service, asked: str) -> None:
    """A missing subject or a wrong option is an error that says how to write it."""
    with pytest.raises(BadQueryError, match=r"as in|write|must be|use one"):
        await service.claims(read_request(asked))


async def test_suggestions_count_claims(service: Service, claims: Claims) -> None:
    """Autocomplete offers what has claims, ancestors included, with how many."""
    await tell(service, claims, "the road was open")

    labels = [choice.label for choice in await service.suggest("kur")]

    assert labels == ["Kursk Oblast · Russia · 1"]


async def test_a_suggestion_is_a_question(service: Service, claims: Claims) -> None:
    """What autocomplete sends back finds the claims that it counted."""
    await tell(service, claims, "the road was open")
    [choice] = await service.suggest("kur")

    assert len((await service.claims(read_request(choice.value))).digest.items) == 1


async def test_a_source_shows_the_passage_in_its_paragraph(service: Service, claims: Claims) -> None:
    """`/source` gives the words before and after the claim, and where they stand."""
    await tell(service, claims, "the road was open")

    view = await service.source("claim-a1")

    assert (view.before, view.exact, view.after) == ("The institute said ", "the road was open", ".")
    assert view.url == "https://news.example/article#:~:text=the%20road%20was%20open"
    with pytest.raises(RequestError, match="no claim “nope”"):
        await service.source("nope")


async def test_an_empty_answer_says_what_each_filter_leaves_out(service: Service, claims: Claims) -> None:
    """Every filter is named, with how many claims there are without it; the subject is not offered again."""
    await tell(service, claims, "the road was open")

    answer = await service.claims(read_request("sudzha by:EI kind:denial status:denied"))

    assert answer.digest.notice == (
        "No claims about Sudzha, Kursk Oblast, Russia by Example Institute of kind:denial of status:denied. "
        "Without by:Example Institute: 0 claims, without kind:denial: 0 claims, without status:denied: 0 claims, "
        "without any of these: 1 claim."
    )
    narrow = await service.claims(read_request("sudzha kind:denial"))
    assert narrow.digest.notice.endswith("Without kind:denial: 1 claim.")
    assert "place:12" not in [choice.value for choice in narrow.choices]


async def test_a_topic_narrows_a_subject(service: Service, claims: Claims) -> None:
    """Words beside a name must stand in the claim too, and an empty answer says what there is without them."""
    await tell(service, claims, "the roads were open")
    await tell(service, claims, "the bridge was shut", article_id="a2")

    answer = await service.claims(read_request("sudzha road"))
    assert [item.body for item in answer.digest.items] == ["the roads were open"]
    assert answer.digest.title == "Sudzha, Kursk Oblast, Russia · road"
    empty = await service.claims(read_request("drones in Sudzha"))
    assert empty.digest.notice.endswith("with “drones”. Without “drones”: 2 claims, without Sudzha: 0 claims.")


async def test_a_name_with_a_topic_may_be_words(service: Service, claims: Claims) -> None:
    """Where nothing of the subject has the topic, claims that have all the words are the answer."""
    await tell(service, claims, "the roads were open")
    await tell(service, claims, "the ferry Sudzha carried drones", article_id="a2", places=())

    answer = await service.claims(read_request("sudzha drones"))

    assert [item.body for item in answer.digest.items] == ["the ferry Sudzha carried drones"]
    assert answer.digest.title == "sudzha drones"


async def test_a_misspelt_name_says_what_was_taken(service: Service, claims: Claims) -> None:
    """The answer to a misspelt name says whose claims it shows."""
    await tell(service, claims, "the road was open")
    answer = await service.claims(read_request("Kurks"))
    assert answer.digest.subtitle.startswith("Showing Kursk Oblast for “Kurks” · 1 claim")


async def test_what_is_left_is_told(service: Service, claims: Claims) -> None:
    """A first page says of how many claims it shows how many, and that there are more; a last page does not."""
    for n in range(3):
        await tell(service, claims, f"the road was open at mark {n}", article_id=f"a{n}")
    first = await service.claims(read_request("sudzha show:2"))
    assert first.digest.subtitle == "2 of 3 claims · with everything inside it · newest first · Next for more"
    last = await service.claims(read_request("sudzha show:2"), page=first.next_page)
    assert last.digest.subtitle == "3 claims · with everything inside it · newest first"


THINGS = ("road", "bridge", "dam")


async def test_what_no_line_prints_takes_no_place(service: Service, claims: Claims) -> None:
    """A page has as many lines as were asked for, and says how many claims between them print none."""
    for n in range(6):
        said = f"the {THINGS[n // 2]} at last" if n % 2 else f"the road was open at mark {n}"
        await tell(service, claims, said, article_id=f"a{n}", said_at=make.SAID + timedelta(minutes=n))
    answer = await service.claims(read_request("sudzha show:2"))

    assert [item.body for item in answer.digest.items] == [f"the road was open at mark {n}" for n in (4, 2)]
    assert "2 × no full statement" in answer.digest.footer[0]
    assert answer.next_page is not None


async def test_a_day_has_one_heading(service: Service, claims: Claims) -> None:
    """However the claims of two days are mixed, each day stands over its own once."""
    for n in range(4):
        said = make.SAID + timedelta(days=n % 2)
        await tell(service, claims, f"the road was open at mark {n}", article_id=f"a{n}", said_at=said)
    headings = [section.heading for section in (await service.claims(read_request("sudzha"))).digest.sections]
    assert len(headings) == len(set(headings)) == 2


async def test_suggestions_know_other_names_and_who_speaks(service: Service, claims: Claims) -> None:
    """A short form leads to its bearer, and whoever asks who says it is offered those who have said something."""
    await tell(service, claims, "troops moved near Sudzha")
    assert [choice.value for choice in await service.suggest("EI")][:1] == [f"actor:{make.THINK_TANK.id}"]
    assert {choice.value.partition(":")[0] for choice in await service.suggest("")} == {"place", "actor"}
    assert [choice.value for choice in await service.suggest("", speakers=True)] == [f"actor:{make.THINK_TANK.id}"]


async def test_no_name_is_looked_up_that_is_none(service: Service) -> None:
    """Ten thousand letters are refused before anything looks for them."""
    with pytest.raises(RequestError, match="too long"):
        await service.claims(Request(about="kursk " * 2_000))
