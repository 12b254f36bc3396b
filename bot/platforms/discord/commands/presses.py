"""What a pressed button or a filled form asks for."""

from __future__ import annotations

from bot.platforms.discord import posted, render, schedules
from bot.platforms.discord.buttons import Press, is_passage
from bot.platforms.discord.commands.desk import DeskGroup
from bot.platforms.discord.commands.managers import Managers
from bot.platforms.discord.commands.reports import answers_of, open_form, take_form
from bot.platforms.discord.controls import desk_items, proposals
from bot.platforms.discord.controls.proposals import ProposalPress
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, chosen, immediate
from bot.platforms.wording import HELP, followed_line, subject_of
from bot.protocols import UseCases
from digests.models import Digest, Request

_LONGEST_NUMBER = 5  #: digits of a section's number


class Presses:
    """Answers presses; what is asked of a posted digest is looked up under the server in which it was pressed."""

    def __init__(self, use_cases: UseCases, replier: Replier, managers: Managers, desk: DeskGroup) -> None:
        self._use_cases, self._replier, self._managers, self._desk = use_cases, replier, managers, desk

    async def press(self, interaction: Interaction) -> None:
        """Do what a pressed button says."""
        custom_id = interaction.custom_id or ""
        digest_press = posted.read(custom_id)
        if digest_press is not None:
            await self._press_under_digest(interaction, digest_press)
            return
        plan_press = proposals.read(custom_id)
        if plan_press is not None:
            await self._settle(interaction, plan_press)
            return
        desk_press = desk_items.read(custom_id)
        if desk_press is not None:
            await self._desk.press(interaction, desk_press)
            return
        if is_passage(custom_id):
            await self._replier.give(interaction, self._source(chosen(interaction)))
            return
        press = self._replier.buttons.read(custom_id)
        if press is None:
            notice = render.notice("This button is too old for me to remember. Ask again with /claims.")
            await self._replier.give(interaction, immediate(notice))
            return
        if press.action == "wrong":
            await open_form(interaction, self._lines(press), self._replier)
            return
        work = self._reply_to_press(press, interaction.user.display_name)
        public = press.action == "share"
        await self._replier.give(interaction, work, public=public)

    async def _press_under_digest(self, interaction: Interaction, press: posted.PostedPress) -> None:
        if press.action == "wrong":
            tenant = press.tenant(interaction.guild_id, interaction.user.id)
            await open_form(interaction, self._use_cases.posted(tenant, press.delivery_id), self._replier)
            return
        await self._replier.give(interaction, self._reply_under_digest(press, interaction))

    async def submit(self, interaction: Interaction) -> None:
        """Take a form that somebody has filled."""
        desk_press = desk_items.read(interaction.custom_id or "")
        if desk_press is not None:
            await self._desk.ask(interaction, desk_items.request_of(desk_press, answers_of(interaction)))
            return
        await take_form(interaction, self._use_cases, self._replier)

    async def _settle(self, interaction: Interaction, press: ProposalPress) -> None:
        """Do with a proposal what its asker has pressed."""
        asker = {"actor": str(interaction.user.id)}

        async def work(tenant: str) -> Reply:
            if press.choice is None:
                change = {str(press.option): chosen(interaction)}
                proposal = await self._use_cases.change_proposal(press.token, tenant=tenant, **asker, **change)
                return schedules.proposal_reply(proposal)
            settlement = await self._use_cases.settle(press.token, press.choice, tenant=tenant, **asker)
            sends = self._use_cases.next_sends(settlement.schedule) if settlement.schedule else ()
            return schedules.settlement_reply(settlement, sends)

        await self._managers.give(interaction, work, replace=press.choice is not None)

    async def _source(self, claim_id: str) -> Reply:
        return render.source(await self._use_cases.source(claim_id.strip()))

    async def _lines(self, press: Press) -> Digest:
        return (await self._use_cases.claims(press.request, page=press.page)).digest

    async def _reply_under_digest(self, press: posted.PostedPress, interaction: Interaction) -> Reply:
        """What a press under a posted digest asks for, looked up where it was pressed."""
        tenant = press.tenant(interaction.guild_id, interaction.user.id)
        if press.action == "about":
            request = Request(about=chosen(interaction))
            return render.answer(await self._use_cases.claims(request), request)
        if press.action == "sources":
            return render.sources(await self._use_cases.posted(tenant, press.delivery_id))
        if press.action == "legend":
            return render.legend(await self._use_cases.posted(tenant, press.delivery_id))
        if press.action == "more":
            answer = await self._use_cases.more(tenant, press.delivery_id, page=press.page)
            return render.more(answer, press)
        if press.action in {"follow", "stop"}:
            return await self._follow(press, interaction, tenant)
        return render.table("Dateline: commands", HELP)

    async def _follow(self, press: posted.PostedPress, interaction: Interaction, tenant: str) -> Reply:
        """Have somebody follow the story that they chose, or stop what has sent them a digest."""
        if press.action == "stop":
            schedule = await self._use_cases.stop_following(tenant, press.delivery_id)
            return render.notice(f"You no longer follow {subject_of(schedule)}.")
        number, person = chosen(interaction), str(interaction.user.id)
        index = int(number) if number.isdecimal() and len(number) < _LONGEST_NUMBER else -1
        schedule = await self._use_cases.follow_story(
            tenant, press.delivery_id, index, platform="discord", person=person, zone=""
        )
        return schedules.schedule(schedule, self._use_cases.next_sends(schedule), title=followed_line(schedule))

    async def _reply_to_press(self, press: Press, name: str) -> Reply:
        answer = await self._use_cases.claims(press.request, page=press.page)
        if press.action == "sources":
            return render.sources(answer.digest)
        if press.action == "share":
            credit = f"Shared by {name}"
            return Reply(render.messages(answer.digest.model_copy(update={"footer": (*answer.digest.footer, credit)})))
        return render.answer(answer, press.request, press.page)
