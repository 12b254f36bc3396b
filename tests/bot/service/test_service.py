"""The use cases on a real store, with an article's claims given by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import RequestError
from bot.models import QuietWindow, ScheduleDraft
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


def draft(**fields: object) -> ScheduleDraft:
    """A daily digest at 08:00 in Kyiv."""
    return ScheduleDraft.model_validate({"destination": make.destination(), "zone": "Europe/Kyiv", **fields})


async def test_a_schedule_posts_what_is_new_once(service: Service, claims: Claims, clock: Clock) -> None:
    """Each due time is queued once, and holds only what the schedule has not posted yet."""
    schedule = await service.add_schedule(draft(request=Request(about="kursk"), name="morning"))
    await tell(service, claims, "the road was open")

    clock.now += timedelta(days=1)
    await service.fire(schedule.id, schedule.next_due)
    await service.fire(schedule.id, schedule.next_due)
    clock.now += timedelta(days=1)
    assert not await service.send_now("discord:1", "morning")
    await tell(service, claims, "the bridge was shut", article_id="a2")
    clock.now += timedelta(hours=1)
    assert await service.send_now("discord:1", "MORNING")

    posted = await service._store.deliveries("discord:1")
    assert [[item.body for item in one.digest.items] for one in posted] == [
        ["the bridge was shut"],
        ["the road was open"],
    ]


async def test_an_empty_digest_is_said_or_skipped_by_choice(service: Service, clock: Clock) -> None:
    """With nothing new, `say` posts that and `skip` posts nothing."""
    await service.add_schedule(draft(name="quiet"))
    await service.add_schedule(draft(name="chatty", if_empty="say"))

    assert not await service.send_now("discord:1", "quiet")
    assert await service.send_now("discord:1", "chatty")

    [posted] = await service._store.deliveries("discord:1")
    assert posted.digest.notice == "Nothing new."


async def test_a_paused_schedule_is_not_fired(service: Service, claims: Claims, clock: Clock) -> None:
    """A paused schedule stays silent, and resumes at its next time instead of catching up."""
    schedule = await service.add_schedule(draft(name="morning"))
    await tell(service, claims, "the road was open")
    await service.pause_schedule("discord:1", "morning", paused=True)

    clock.now += timedelta(days=3)
    await service.fire(schedule.id, schedule.next_due)
    assert await service._store.deliveries("discord:1") == []

    resumed = await service.pause_schedule("discord:1", "morning", paused=False)
    assert resumed.next_due > clock.now


async def test_quiet_hours_go_with_each_message(service: Service, claims: Claims, clock: Clock) -> None:
    """A scheduled digest carries its quiet hours in the schedule's zone; one that somebody asks for does not wait."""
    await service.add_schedule(draft(name="morning", zone="Europe/Kyiv", quiet_hours="22:00-7:00"))
    await tell(service, claims, "the road was open")
    assert await service.send_now("discord:1", "morning")
    schedule = await service.quiet_schedule("discord:1", "morning", "21:00-06:00")
    await tell(service, claims, "the bridge was shut", article_id="a2")
    clock.now += timedelta(days=1)
    await service.fire(schedule.id, schedule.next_due)
    posted = await service._store.deliveries("discord:1")
    assert [one.quiet_window for one in posted] == [QuietWindow(hours="21:00-06:00", zone="Europe/Kyiv"), None]
    assert (await service.quiet_schedule("discord:1", "morning", "off")).quiet_hours is None


async def test_what_is_too_late_is_left_to_the_next_digest(service: Service, claims: Claims, clock: Clock) -> None:
    """Past its grace a digest is left out, once and for all, and what it would have said is in the next one."""
    schedule = await service.add_schedule(draft(name="morning", grace="2h"))
    await tell(service, claims, "the road was open")
    due = schedule.next_due
    clock.now = due + timedelta(hours=2, minutes=1)
    await service.fire(schedule.id, due)
    assert await service._store.deliveries("discord:1") == []
    [left] = await service.schedules("discord:1")
    assert (left.next_due, left.covered_until) == (due + timedelta(days=1), schedule.covered_until)
    clock.now = due  # another replica, whose clock is behind, makes no run of it either
    await service.fire(schedule.id, due)
    assert await service._store.deliveries("discord:1") == []
    clock.now = left.next_due + timedelta(hours=2)
    await service.fire(schedule.id, left.next_due)
    [posted] = await service._store.deliveries("discord:1")
    assert [item.body for item in posted.digest.items] == ["the road was open"]


async def test_resuming_sends_what_the_channel_refused(service: Service, claims: Claims, clock: Clock) -> None:
    """A digest that met a closed channel goes out when its schedule is resumed."""
    await service.add_schedule(draft(name="morning"))
    await tell(service, claims, "the road was open")
    assert await service.send_now("discord:1", "morning")
    store = service._store
    [taken] = await store.take_deliveries(clock.now, platforms=["discord"], limit=1, lease_seconds=60)
    assert await store.mark_held(taken, "the channel is gone", until=None)
    await store.pause_destination(taken.destination, "the channel is gone")
    await service.pause_schedule("discord:1", "morning", paused=False)
    [again] = await store.take_deliveries(clock.now, platforms=["discord"], limit=1, lease_seconds=60)
    assert (again.id, again.attempts) == (taken.id, 1)


async def test_schedules_of_platforms_served_elsewhere_are_left_alone(service: Service, claims: Claims) -> None:
    """A process queues nothing for a platform that it does not serve."""
    slack = make.destination(platform="slack", tenant="slack:1")
    schedule = await service.add_schedule(draft(destination=slack, name="morning"))
    await tell(service, claims, "the road was open")

    await service.fire(schedule.id, schedule.next_due)

    assert await service._store.deliveries("slack:1") == []


async def test_next_sends_are_told_in_the_schedules_zone(service: Service) -> None:
    """The next three times are given as the clock on the wall there will show them."""
    schedule = await service.add_schedule(draft(name="morning", zone="europe/kyiv"))

    sends = service.next_sends(schedule)

    assert [f"{send:%d %b %H:%M %Z}" for send in sends] == ["09 Feb 08:00 EET", "10 Feb 08:00 EET", "11 Feb 08:00 EET"]


async def test_names_of_schedules_are_their_own(service: Service) -> None:
    """A given name is taken once; an ungiven one is made from the subject."""
    await service.add_schedule(draft(name="morning"))
    with pytest.raises(RequestError, match="already a digest called “morning”"):
        await service.add_schedule(draft(name="morning"))

    names = [(await service.add_schedule(draft(request=Request(about="kursk")))).name for _ in range(2)]

    assert names == ["kursk", "kursk-2"]
    with pytest.raises(RequestError, match="Digests here: kursk, kursk-2, morning"):
        await service.remove_schedule("discord:1", "evening")


@pytest.mark.parametrize(
    "fields",
    [
        {"at": "25:00"},
        {"days": "someday"},
        {"zone": "Europe/Kiyv"},
        {"quiet_hours": "x"},
        {"grace": "x"},
    ],
)
async def test_a_bad_schedule_is_refused_before_it_is_stored(service: Service, fields: dict[str, str]) -> None:
    """A wrong time, day or zone is refused with what to write instead."""
    with pytest.raises((RequestError, BadQueryError)):
        await service.add_schedule(draft(**fields))

    assert await service.schedules("discord:1") == ()


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


async def test_a_picked_suggestion_is_a_name_everywhere(service: Service, claims: Claims) -> None:
    """What autocomplete sends for a subject is told by its name: in the heading, the schedule and its name."""
    await tell(service, claims, "troops moved near Sudzha")
    [choice, *_] = await service.suggest("sudz")
    assert choice.value.startswith("place:")
    request = Request(about=choice.value)
    schedule = await service.add_schedule(draft(request=request))
    assert (schedule.name, schedule.about) == ("sudzha", "Sudzha")
    assert (await service.preview(request)).title == "Sudzha digest"
    assert await service.send_now(schedule.tenant, "sud\N{ZERO WIDTH SPACE}zha")


async def test_an_unknown_subject_is_refused_with_what_is_near(service: Service, claims: Claims) -> None:
    """No digest is kept on what nobody has heard of; a place without claims, and words that are claimed, are taken."""
    await tell(service, claims, "troops moved near Sudzha")
    for request in (Request(about="Xyzzyland"), Request(by="Xyzzyland")):
        with pytest.raises(RequestError, match="Nothing is known about “Xyzzyland”"):
            await service.add_schedule(draft(request=request))
    with pytest.raises(RequestError, match=r"Near it: .*Sudzha"):
        await service.preview(Request(about="Sudzhanovka"))
    taken = {"Kharkiv": "Kharkiv", "troops": "troops", "Sudzah": "Sudzha"}
    for about, name in taken.items():
        assert (await service.add_schedule(draft(request=Request(about=about)))).about.startswith(name)


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


async def test_what_did_not_fit_is_behind_more(service: Service, claims: Claims, clock: Clock, store: SqlStore) -> None:
    """Each claim that was new for a digest is in it or on a page of More, once; nobody else's workspace gets to it."""
    for n in range(16):
        await tell(service, claims, f"{n} lorries moved near Sudzha", f"a{n}")
    schedule = await service.add_schedule(draft(request=Request(about="kursk"), max_lines=2))
    await service.send_now(schedule.tenant, schedule.name)
    [delivery] = await store.deliveries(schedule.tenant)
    printed = [item.claim_id for item in delivery.digest.items]
    assert "Sudzha" in {subject.name for subject in delivery.digest.subjects}
    shown, page = list(printed), None
    while True:
        answer = await service.more(schedule.tenant, delivery.id, page=page)
        shown += [item.claim_id for item in answer.digest.items]
        page = answer.next_page
        if page is None:
            break
    assert len(shown) == len(set(shown)) == 16
    posted = await service.posted(schedule.tenant, delivery.id)
    assert [item.model_copy(update={"claim_id": ""}) for item in posted.items] == [
        item.model_copy(update={"claim_id": ""}) for item in delivery.digest.items
    ]
    stored_ids = await store.stored_ids(printed)
    assert [item.claim_id for item in posted.items] == [i if i in stored_ids else "" for i in printed]
    for call in (service.posted, service.more):
        with pytest.raises(RequestError, match="no longer know"):
            await call("discord:elsewhere", delivery.id)
