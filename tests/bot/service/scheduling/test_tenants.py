"""No workspace, and nobody who follows, sees or steers what is another's, whatever is asked in whatever order."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.models import (
    Delivery,
    DeskItem,
    DeskRequest,
    DeskState,
    Destination,
    Proposal,
    Schedule,
    ScheduleChanges,
    ScheduleDraft,
    follower,
)
from bot.protocols import UseCases
from bot.service.service import Service
from bot.store import open_store
from digests.models import Request
from tests import make
from tests.bot.telling import START, Claims, small_service, tell

#: Two servers, of which one's id begins as the other's, and what a person follows in each.
TENANTS = ("discord:1", "discord:12", follower("discord:1", "7"), follower("discord:12", "7"))
ACTORS = ("7", "8")
HOME = "discord:12"  #: whose the desk is
Do = Callable[[Service, str, str, Any], Awaitable[object]]


def draft(tenant: str, actor: str) -> ScheduleDraft:
    """A schedule that says whose it is."""
    channel = Destination(platform="discord", tenant=tenant, channel=f"channel of {tenant}")
    return ScheduleDraft(destination=channel, made_by=actor, if_empty="say", zone="UTC", name="morning")


#: What may be asked: by whom, of which tenant, with what somebody else may have got hold of (a token, a delivery).
ASKED: dict[str, Do] = {
    "add": lambda service, tenant, actor, _: service.add_schedule(draft(tenant, actor)),
    "propose": lambda service, tenant, actor, _: service.propose(draft(tenant, actor)),
    "change": lambda service, tenant, actor, known: service.change_proposal(
        known.token, actor=actor, tenant=tenant, first="7d"
    ),
    "settle": lambda service, tenant, actor, known: service.settle(known.token, "post", actor=actor, tenant=tenant),
    "schedule": lambda service, tenant, _, __: service.schedule(tenant, "morning"),
    "quiet": lambda service, tenant, _, __: service.quiet_schedule(tenant, "morning", "22:00-07:00"),
    "list": lambda service, tenant, _, __: service.schedules(tenant),
    "report": lambda service, tenant, _, __: service.report_schedule(tenant, "morning"),
    "edit": lambda service, tenant, _, __: service.edit_schedule(tenant, "morning", ScheduleChanges(max_lines=3)),
    "pause": lambda service, tenant, _, __: service.pause_schedule(tenant, "morning", paused=True),
    "resume": lambda service, tenant, _, __: service.resume_schedules(tenant),
    "remove": lambda service, tenant, _, __: service.remove_schedule(tenant, "morning"),
    "now": lambda service, tenant, _, __: service.send_now(tenant, "morning"),
    "test": lambda service, tenant, _, __: service.send_test(tenant, "morning"),
    "posted": lambda service, tenant, _, known: service.posted(tenant, known.id),
    "more": lambda service, tenant, _, known: service.more(tenant, known.id),
    "stop": lambda service, tenant, _, known: service.stop_following(tenant, known.id),
    "follow": lambda service, tenant, actor, _: service.follow(
        Request(about="Sudzha"), platform="discord", workspace=tenant.partition("/")[0], person=actor, times="8:00",
        zone="UTC",
    ),
    "story": lambda service, tenant, actor, known: service.follow_story(
        tenant, known.id, 0, platform="discord", person=actor, zone="UTC"
    ),
    "change_follow": lambda service, tenant, _, __: service.change_follow(tenant, "sudzha", times="9:00", zone=None),
    "switch": lambda service, tenant, _, __: service.switch_follows(tenant.partition("/")[0], allowed=False),
    "queue": lambda service, tenant, actor, _: service.ask_desk(DeskRequest(verb="queue"), actor=actor, tenant=tenant),
    "reject": lambda service, tenant, actor, known: service.ask_desk(
        DeskRequest(verb="reject", subject=known.id, reason="no"), actor=actor, tenant=tenant
    ),
}  # fmt: skip
#: What a platform asks of the service that is of a workspace, and of no person in it.
METHODS = {
    "add": "add_schedule", "change": "change_proposal", "list": "schedules", "report": "report_schedule",
    "edit": "edit_schedule", "pause": "pause_schedule", "resume": "resume_schedules", "remove": "remove_schedule",
    "now": "send_now", "test": "send_test", "stop": "stop_following", "switch": "switch_follows", "queue": "ask_desk",
    "reject": "ask_desk", "quiet": "quiet_schedule", "story": "follow_story",
}  # fmt: skip
NOT_WALKED = {
    "report_claim",  # anybody may tell the desk
    "note",  # the platform's own
    "noted",
}
HELD = {
    "change",
    "settle",
    "posted",
    "more",
    "stop",
    "story",
    "reject",
}  #: what is asked by something that somebody holds
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(ASKED)), st.sampled_from(TENANTS), st.sampled_from(ACTORS), st.integers(0, 5)),
    min_size=1,
    max_size=20,
)


@settings(max_examples=8, deadline=None)
@given(STEPS)
def test_nobody_sees_or_steers_anothers(steps: list[tuple[str, str, str, int]]) -> None:
    """Every schedule and message that a step gives or changes is the asker's own."""
    asyncio.run(walk(steps))


def test_whatever_is_a_workspaces_is_walked() -> None:
    """Each use case that is asked in the name of a workspace is among the steps."""
    methods = {name: getattr(UseCases, name) for name in vars(UseCases) if not name.startswith("_")}
    named = {
        name for name, one in methods.items() if {"tenant", "workspace"} & inspect.signature(one).parameters.keys()
    }
    assert named - NOT_WALKED == {METHODS.get(step, step) for step in ASKED} & named
    assert len(named) > 15


async def walk(steps: list[tuple[str, str, str, int]]) -> None:
    """Take the steps, and look after each at what it gave and at what it changed."""
    claims = Claims()
    store = await open_store("sqlite://")
    try:
        service = small_service(store, claims, lambda: START, desk_home=HOME)
        await tell(service, claims, "the road was open")
        await service.submit(make.article("The mayor said so.", id="waiting"), "a feed")
        items = await store.desk.items(HOME, get_args(DeskState))
        tokens: list[Proposal] = []
        for name, tenant, actor, number in steps:
            owned = follower(tenant.partition("/")[0], actor) if name in {"follow", "story"} else tenant
            workspace = tenant.partition("/")[0]
            deliveries = [delivery for one in TENANTS for delivery in await store.deliveries(one)]
            known = items[0] if name == "reject" else pick(name, tokens, deliveries, number)
            if known is None and name in HELD:
                continue
            before = await state(store)
            given: object = None
            with contextlib.suppress(RequestError):
                given = await ASKED[name](service, tenant, actor, known)
                check_given(given, known, owned, actor)
                assert name not in {"queue", "reject"} or tenant == HOME
            tokens += [given] if isinstance(given, Proposal) else []
            after = await state(store)
            changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
            # Whoever may switch following off in a workspace does so for all who follow there.
            assert changed <= {owned} or (
                name == "switch" and {key.partition("/")[0] for key in changed} == {workspace}
            )
    finally:
        await store.close()


def pick(name: str, tokens: list[Proposal], deliveries: list[Delivery], number: int) -> Proposal | Delivery | None:
    """Something that somebody may have got hold of, whosever it is."""
    known: list[Any] = tokens if name in {"change", "settle"} else deliveries if name in HELD else []
    return known[number % len(known)] if known else None


def check_given(given: object, known: Proposal | Delivery | DeskItem | None, tenant: str, actor: str) -> None:
    """What was given must be the asker's own, and so must what it was asked by."""
    found = given if isinstance(given, tuple) else (getattr(given, "schedule", given),)
    assert {one.tenant for one in found if isinstance(one, Schedule)} <= {tenant}
    if isinstance(known, Delivery):
        assert known.tenant == tenant
    if isinstance(known, Proposal):
        assert (known.schedule.tenant, known.schedule.made_by) == (tenant, actor)


async def state(store: Any) -> dict[str, object]:
    """All that is kept of each tenant."""
    schedules = await store.schedules()
    return {
        tenant: (
            [one for one in schedules if one.tenant == tenant],
            await store.deliveries(tenant),
            await store.desk.items(tenant, get_args(DeskState)),
            await store.desk.audit(tenant),
        )
        for tenant in {*TENANTS, *(one.tenant for one in schedules)}
    }
