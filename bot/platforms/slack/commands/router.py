"""Which handler answers what Slack sends: acknowledged at once, answered behind, done once when delivered twice."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError, RequestError
from bot.platforms.limits import Allowance, typing_allowance, wait_notice
from bot.platforms.slack import views
from bot.platforms.slack.commands.claims import ReaderCommands
from bot.platforms.slack.commands.desk import DeskCommands, request_of_message
from bot.platforms.slack.commands.digest import ScheduleCommands
from bot.platforms.slack.commands.follow import FollowCommands
from bot.platforms.slack.commands.home import Home
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.log import LOG
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.render import Message
from bot.platforms.slack.replies import reply
from bot.platforms.slack.requests import Deduplicator, Handler, Interaction, read_interaction
from bot.platforms.slack.workspaces.tokens import Tokens
from bot.platforms.wording import zones
from bot.protocols import UseCases
from digests.errors import DigestError

_ANY = re.compile(r".*")
_SUGGEST_SECONDS = 2.0  #: choices must be in the acknowledgement, within three seconds
_LONGEST_TYPED = 200
_LONGEST = 1000  #: characters of a command, or of what a control remembers, that are read
_LONGEST_OF = {"/desk": 6000}  #: it takes an article


class SlackCommands:
    """Answers commands, buttons and forms with what the use cases say."""

    def __init__(
        self,
        use_cases: UseCases,
        web: AsyncWebClient,
        admins: frozenset[str] = frozenset(),
        desk: frozenset[str] = frozenset(),
        *,
        tokens: Tokens | None = None,
        allowance: Allowance | None = None,
    ) -> None:
        self.team = ""  #: our own workspace, once signed in
        self._use_cases, self._web = use_cases, web
        self._deduplicator = Deduplicator()
        self._readers = ReaderCommands(use_cases, web, self._deduplicator)
        self._permissions = Permissions(web, admins)
        self._schedules = ScheduleCommands(use_cases, web, self._permissions, self._deduplicator)
        self._follows = FollowCommands(use_cases, self._permissions, self._deduplicator)
        self._desk = DeskCommands(use_cases, web, desk or admins, self._deduplicator)
        self._tokens = tokens
        self._home = Home(use_cases, web, self._permissions)
        self._allowance, self._typing = allowance or Allowance(), typing_allowance()
        self._tasks: set[asyncio.Task[None]] = set()

    def register(self, app: AsyncApp) -> None:
        """Have the app call us, and acknowledge whatever else Slack sends."""
        readers, schedules = self._readers, self._schedules
        commands = {"/digest": schedules.answer, "/desk": self._desk.answer, "/follow": self._follows.answer}
        commands |= readers.commands()
        for name, handler in commands.items():
            app.command(name)(self._listener(handler))
        app.command(_ANY)(self._listener(_unknown))
        self._register_all(app.action, readers.buttons())
        self._register_all(app.action, readers.replacing(), replace=True)
        self._register_all(app.action, self._desk.buttons())
        self._register_all(app.action, {r"digest\.follow": self._follows.story})
        self._register_all(app.view, self._desk.forms())
        app.action("claims.share")(self._listener(readers.share, public=True))
        app.action(re.compile(r"plan\.(first|zone)"))(self._listener(schedules.change))
        app.action(re.compile(r"plan\.(post|save|cancel)"))(self._listener(schedules.settle, replace=True))
        self._register_all(app.view, {"claims.ask": readers.asked, "claims.report": readers.reported})
        app.view("digest.schedule")(self._listener(schedules.filled))
        shortcuts = {"dateline_add": self._add_message, **readers.shortcuts()}
        self._register_all(app.shortcut, shortcuts)
        for name in ("tokens_revoked", "app_uninstalled"):
            app.event(name)(self._forget)
        app.event("app_mention")(self._listener(readers.mentioned))
        app.event("app_home_opened")(self._open_home)
        app.options(_ANY)(self._suggest)
        for listener in (app.action, app.view, app.view_closed, app.shortcut, app.event):
            listener(_ANY)(_acknowledge)

    async def close(self, seconds: float = 3.0) -> None:
        """Let answers under way end, but not for long."""
        if self._tasks:
            _, pending = await asyncio.wait(self._tasks, timeout=seconds)
            for task in pending:
                task.cancel()

    def _register_all(
        self, register: Callable[..., Any], handlers: Mapping[str, Handler], *, replace: bool = False
    ) -> None:
        for pattern, handler in handlers.items():
            register(re.compile(pattern))(self._listener(handler, replace=replace))

    def _listener(self, handler: Handler, *, replace: bool = False, public: bool = False) -> Callable[..., Any]:
        async def listen(ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
            await ack()
            interaction = read_interaction(body, dict(req.headers), self.team)
            if self._deduplicator.is_new(interaction.key) or not interaction.retried:
                self._start(self._answer(interaction, handler, replace=replace, public=public))

        return listen

    async def _suggest(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        query_text = str(body.get("value") or "")[:_LONGEST_TYPED]
        if body.get("block_id") == "zone":
            await ack(options=views.plain_options(zones(query_text)))
            return
        asker = read_interaction(body, {}, self.team)
        if self._typing.wait(asker.user, asker.tenant, time.monotonic()):
            await ack(options=[])
            return
        try:
            suggestions = await asyncio.wait_for(self._use_cases.suggest(query_text), _SUGGEST_SECONDS)
        except (BotError, DigestError, TimeoutError) as error:
            LOG.warning("no suggestions: %s", type(error).__name__)
            suggestions = ()
        await ack(options=views.options(suggestions))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, interaction: Interaction, handler: Handler, *, replace: bool, public: bool) -> None:
        if self._tokens is not None:
            await self._tokens.serve(interaction.tenant, interaction.organisation)
        delay = self._allowance.wait(interaction.user, interaction.tenant, time.monotonic())
        if delay:
            await reply(self._web, interaction, views.notice(wait_notice(delay)))
            return
        try:
            _check_length(interaction)
            messages = await handler(interaction)
        except (RequestError, DigestError) as error:
            messages, replace, public = [views.notice(escape(str(error), 2500))], False, False
        except Exception:  # noqa: BLE001 - whatever fails, the reader is told and the log says it
            LOG.exception("a command failed")
            messages, replace, public = [views.notice("That did not work just now; please try again.")], False, False
        for n, message in enumerate(messages):
            await reply(self._web, interaction, message, replace=replace and n == 0, public=public)

    async def _open_home(self, ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
        await ack()
        interaction = read_interaction(body, dict(req.headers), self.team)
        if body["event"].get("tab", "home") == "home" and self._deduplicator.is_new(interaction.key):
            self._start(self._show_home(interaction))

    async def _show_home(self, interaction: Interaction) -> None:
        if self._allowance.wait(interaction.user, interaction.tenant, time.monotonic()):
            return  # the old one stands
        if self._tokens is not None:
            await self._tokens.serve(interaction.tenant, interaction.organisation)
        await self._home.show(interaction)

    async def _forget(self, ack: AsyncAck, body: dict[str, Any], req: AsyncBoltRequest) -> None:
        """Forget the token of a workspace that has removed the app; a user's own token that ends is none of ours."""
        await ack()
        interaction = read_interaction(body, dict(req.headers), self.team)
        revoked = body["event"].get("tokens")
        is_ours = revoked is None or revoked.get("bot")
        # delivered again after the app was installed anew, it would take the new token away
        if self._tokens is not None and is_ours and self._deduplicator.is_new(interaction.key):
            await self._tokens.forget(interaction.organisation or interaction.tenant)

    async def _add_message(self, interaction: Interaction) -> Sequence[Message]:
        return await self._desk.ask(interaction, request_of_message(interaction.message))


def _check_length(interaction: Interaction) -> None:
    longest = _LONGEST_OF.get(interaction.command, _LONGEST)
    if len(interaction.text) > longest:
        raise RequestError(f"That is too long to read; please use fewer than {longest} characters.")


async def _unknown(interaction: Interaction) -> Sequence[Message]:
    return [views.notice(f"I do not know {escape(interaction.command, 60) or 'that'}.\n\n{views.CLAIMS_HELP}")]


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()
