"""The Slack commands: acknowledged at once, answered through the response URL, done once when delivered twice."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.errors import BotError, RequestError
from bot.platforms.slack import views
from bot.platforms.slack.desk_commands import DeskCommands, request_of_message
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.log import LOG
from bot.platforms.slack.render import Message
from bot.platforms.slack.requests import Deduplicator, Interaction, metadata_of, read_interaction
from bot.platforms.slack.schedule_commands import ScheduleCommands
from bot.platforms.slack.views import PostedState, State
from bot.protocols import UseCases
from digests.errors import DigestError
from digests.models import Digest, Request
from digests.query.request import read_request, read_since

_ANY = re.compile(r".*")
_MAX_REQUEST = 700
_NO_FORM = "The form could not be opened; please press the button again."
_SUGGEST_SECONDS = 2.0  #: choices must be in the acknowledgement, within three seconds
Handler = Callable[[Interaction], Coroutine[Any, Any, Sequence[Message]]]


class SlackCommands:
    """Answers commands, buttons and forms with what the use cases say."""

    def __init__(
        self,
        use_cases: UseCases,
        web: AsyncWebClient,
        admins: frozenset[str] = frozenset(),
        desk: frozenset[str] = frozenset(),
    ) -> None:
        self.team = ""  #: our own workspace, once signed in
        self._use_cases, self._web = use_cases, web
        self._deduplicator = Deduplicator()
        self._schedules = ScheduleCommands(use_cases, web, admins, self._deduplicator)
        self._desk = DeskCommands(use_cases, web, desk or admins, self._deduplicator)
        self._tasks: set[asyncio.Task[None]] = set()

    def register(self, app: AsyncApp) -> None:
        """Have the app call us, and acknowledge whatever else Slack sends."""
        commands: dict[str, Handler] = {
            "/claims": self._claims,
            "/source": self._source,
            "/digest": self._schedules.answer,
            "/desk": self._desk.answer,
            "/dateline": self._dateline,
        }
        for name, handler in commands.items():
            app.command(name)(self._listener(handler))
        app.command(_ANY)(self._listener(self._unknown))
        for name, button in {"next": self._turn_page, "sources": self._sources}.items():
            app.action(f"claims.{name}")(self._listener(button, replace=name == "next"))
        app.action("claims.wrong")(self._listener(self._open_report))
        app.shortcut("dateline_add")(self._add_message)
        app.view("claims.report")(self._submit_report)
        app.action("claims.share")(self._listener(self._share, public=True))
        app.action(re.compile(r"claims\.choice\.\d+"))(self._listener(self._turn_page))
        under_digest: dict[str, Handler] = {
            "sources": self._digest_sources,
            "more": self._digest_more,
            "about": self._digest_about,
            "wrong": self._digest_wrong,
        }
        for name, handler in under_digest.items():
            app.action(f"digest.{name}")(self._listener(handler))
        app.action(re.compile(r"source\.show\.\d+"))(self._listener(self._passage))
        app.options(_ANY)(self._suggest)
        app.view("claims.ask")(self._submit)
        for listener in (app.action, app.view, app.view_closed, app.shortcut, app.event):
            listener(_ANY)(_acknowledge)

    async def close(self, seconds: float = 3.0) -> None:
        """Let answers under way end, but not for long."""
        if self._tasks:
            _, pending = await asyncio.wait(self._tasks, timeout=seconds)
            for task in pending:
                task.cancel()

    def _listener(self, handler: Handler, *, replace: bool = False, public: bool = False) -> Callable[..., Any]:
        async def listen(ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
            await ack()
            interaction = read_interaction(body, dict(req.headers), self.team)
            if self._deduplicator.is_new(interaction.key) or not interaction.retried:
                self._start(self._answer(interaction, handler, replace=replace, public=public))

        return listen

    async def _submit(self, ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
        await ack()
        interaction = read_interaction(body, dict(req.headers), self.team)
        subject, period = _selected(body, "about"), _selected(body, "since")

        async def work(_: Interaction) -> Sequence[Message]:
            return await self._page(State(request=Request(about=subject, since=read_since(period) if period else None)))

        if self._deduplicator.is_new(interaction.key) or not interaction.retried:
            self._start(self._answer(interaction, work, replace=False, public=False))

    async def _submit_report(self, ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
        await ack()
        interaction = read_interaction(body, dict(req.headers), self.team)
        claim_id, text = _selected(body, "claim"), _typed(body, "text")

        async def work(_: Interaction) -> Sequence[Message]:
            actor = f"<@{interaction.user}>"
            lines = await self._use_cases.report_claim(claim_id, text, actor=actor, tenant=interaction.tenant)
            return [views.notice(escape("\n".join(lines), 2500))]

        if self._deduplicator.is_new(interaction.key) or not interaction.retried:
            self._start(self._answer(interaction, work, replace=False, public=False))

    async def _add_message(self, ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
        await ack()
        interaction = read_interaction(body, dict(req.headers), self.team)
        request = request_of_message(body.get("message") or {})

        async def work(_: Interaction) -> Sequence[Message]:
            return await self._desk.ask(interaction, request)

        if self._deduplicator.is_new(interaction.key) or not interaction.retried:
            self._start(self._answer(interaction, work, replace=False, public=False))

    async def _suggest(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        try:
            suggestions = await asyncio.wait_for(
                self._use_cases.suggest(str(body.get("value") or "")), _SUGGEST_SECONDS
            )
        except (BotError, DigestError, TimeoutError) as error:
            LOG.warning("no suggestions: %s", type(error).__name__)
            suggestions = ()
        await ack(options=views.options(suggestions))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, interaction: Interaction, handler: Handler, *, replace: bool, public: bool) -> None:
        try:
            messages = await handler(interaction)
        except (RequestError, DigestError) as error:
            messages, replace, public = [views.notice(escape(str(error), 2500))], False, False
        except Exception:  # noqa: BLE001 - whatever fails, the reader is told and the log says it
            LOG.exception("a command failed")
            messages, replace, public = [views.notice("That did not work just now; please try again.")], False, False
        for n, message in enumerate(messages):
            await self._reply(interaction, message, replace=replace and n == 0, public=public)

    async def _reply(self, interaction: Interaction, message: Message, *, replace: bool, public: bool) -> None:
        payload = message.payload()
        try:
            if interaction.response_url is None:
                recipient = (
                    {"channel": interaction.channel}
                    if public
                    else {"channel": interaction.channel, "user": interaction.user}
                )
                method = "chat.postMessage" if public else "chat.postEphemeral"
                await self._web.api_call(method, json={**recipient, **payload})
                return
            kind = "in_channel" if public else "ephemeral"
            hook = AsyncWebhookClient(interaction.response_url, proxy=self._web.proxy, logger=LOG, retry_handlers=[])
            answer = await hook.send_dict({**payload, "response_type": kind, "replace_original": replace})
            if answer.status_code != 200:
                LOG.warning("Slack did not take an answer: %s", answer.status_code)
        except (SlackApiError, aiohttp.ClientError, OSError) as error:
            LOG.warning("an answer could not be given: %s", type(error).__name__)

    async def _claims(self, interaction: Interaction) -> Sequence[Message]:
        if interaction.text.lower() == "help":
            return [views.notice(views.CLAIMS_HELP)]
        if interaction.text:
            if len(interaction.text) > _MAX_REQUEST:
                raise RequestError(f"That is too long to look up; please use fewer than {_MAX_REQUEST} characters.")
            return await self._page(State(request=read_request(interaction.text)))
        if interaction.trigger_id is None:
            return [views.notice(views.CLAIMS_HELP)]
        return await self._open_form(interaction, views.ask_view(metadata_of(interaction)), views.CLAIMS_HELP)

    async def _open_report(self, interaction: Interaction) -> Sequence[Message]:
        state = _state(interaction)
        answer = await self._use_cases.claims(state.request, page=state.page)
        return await self._report(interaction, answer.digest)

    async def _digest_wrong(self, interaction: Interaction) -> Sequence[Message]:
        state = _posted_state(interaction)
        return await self._report(interaction, await self._use_cases.posted(interaction.tenant, state.delivery))

    async def _report(self, interaction: Interaction, digest: Digest) -> Sequence[Message]:
        if not digest.items:
            return [views.notice("There are no lines any more. Please ask again with /claims.")]
        return await self._open_form(interaction, views.report_view(digest, metadata_of(interaction)), _NO_FORM)

    async def _open_form(self, interaction: Interaction, view: View, otherwise: str) -> Sequence[Message]:
        try:
            await self._web.views_open(trigger_id=interaction.trigger_id or "", view=view)
        except (SlackApiError, aiohttp.ClientError, OSError) as error:
            LOG.warning("the form could not be opened: %s", type(error).__name__)
            return [views.notice(otherwise)]
        return []

    async def _page(self, state: State) -> Sequence[Message]:
        answer = await self._use_cases.claims(state.request, page=state.page)
        return views.answer_messages(answer, state)

    async def _turn_page(self, interaction: Interaction) -> Sequence[Message]:
        return await self._page(_state(interaction))

    async def _sources(self, interaction: Interaction) -> Sequence[Message]:
        state = _state(interaction)
        return views.sources_messages((await self._use_cases.claims(state.request, page=state.page)).digest)

    async def _digest_sources(self, interaction: Interaction) -> Sequence[Message]:
        state = _posted_state(interaction)
        return views.sources_messages(await self._use_cases.posted(interaction.tenant, state.delivery))

    async def _digest_more(self, interaction: Interaction) -> Sequence[Message]:
        state = _posted_state(interaction)
        answer = await self._use_cases.more(interaction.tenant, state.delivery, page=state.page)
        return views.more_messages(answer, state.delivery)

    async def _digest_about(self, interaction: Interaction) -> Sequence[Message]:
        return await self._page(State(request=Request(about=interaction.text)))

    async def _passage(self, interaction: Interaction) -> Sequence[Message]:
        return [views.source_message(await self._use_cases.source(interaction.text))]

    async def _share(self, interaction: Interaction) -> Sequence[Message]:
        if not self._deduplicator.is_new(f"shared {interaction.key}"):
            return []
        state = _state(interaction)
        return views.shared_messages(await self._use_cases.claims(state.request, page=state.page), interaction.user)

    async def _source(self, interaction: Interaction) -> Sequence[Message]:
        claim_id = interaction.text.strip("[]`<> \u200b")
        if not claim_id or claim_id.lower() == "help":
            raise RequestError("Say which claim: /source ID. Sources under an answer opens the passage of each line.")
        return [views.source_message(await self._use_cases.source(claim_id))]

    async def _dateline(self, interaction: Interaction) -> Sequence[Message]:
        if interaction.text.lower() == "about":
            return [views.notice(views.ABOUT)]
        return [views.notice(f"{views.ABOUT}\n\n{views.CLAIMS_HELP}\n\n{views.DIGEST_HELP}")]

    async def _unknown(self, interaction: Interaction) -> Sequence[Message]:
        return [views.notice(f"I do not know {escape(interaction.command, 60) or 'that'}.\n\n{views.CLAIMS_HELP}")]


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()


def _selected(body: dict[str, Any], block_id: str) -> str:
    block = body["view"].get("state", {}).get("values", {}).get(block_id) or {}
    return next(((element.get("selected_option") or {}).get("value") or "" for element in block.values()), "")


def _posted_state(interaction: Interaction) -> PostedState:
    try:
        return PostedState.load(interaction.text)
    except ValueError:
        raise RequestError("That button is from an older version. Please ask again with /claims.") from None


def _typed(body: dict[str, Any], block_id: str) -> str:
    block = body["view"].get("state", {}).get("values", {}).get(block_id) or {}
    return next((str(element.get("value") or "") for element in block.values()), "")


def _state(interaction: Interaction) -> State:
    try:
        return State.load(interaction.text)
    except ValueError:
        raise RequestError("That button is from an older version. Please ask again with /claims.") from None
