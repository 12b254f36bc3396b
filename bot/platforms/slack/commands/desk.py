"""`/desk`: what waits is decided there, and what stands corrected; each change once, however often delivered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.models import DeskRequest
from bot.platforms.slack import views
from bot.platforms.slack.commands.text import text_of
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.render import Message
from bot.platforms.slack.replies import open_form
from bot.platforms.slack.requests import Deduplicator, Handler, Interaction, metadata_of
from bot.protocols import UseCases

HELP = (
    "`/desk queue` · `/desk show ID` · `/desk approve ID [why]` · `/desk hold ID [why]` · `/desk reject ID why`\n"
    "`/desk add https://…` or `/desk add publisher:NAME text` puts an article into the queue.\n"
    "`/desk edit ID CLAIM claimant:NAME said:2025-02-07 hide:yes` sets how a claim that waits is read.\n"
    "`/desk correct CLAIM claimant:NAME why` · `/desk withdraw ID why` · `/desk merge ID OTHER why` list the messages "
    "that they will edit; with `confirm:yes` they do it.\n"
    "`/desk feeds` · `/desk feeds test|add|pause|resume|remove FEED` · `/desk audit [ID]`"
)
_OPTION = re.compile(r"\b(publisher|claimant|said|hide|confirm):(?:\"([^\"]*)\"|“([^”]*)”|(\S+))\s*", re.IGNORECASE)
_IDS = {"edit": 2, "merge": 2, "queue": 0, "add": 0}  #: how many ids follow a verb; one, where not told
_TAKING_TEXT = frozenset({"add", "feeds"})
_SEEING = frozenset({"queue", "show", "feeds", "audit"})


class DeskCommands:
    """Answers `/desk`, for groups and users whom the operator names, or else the workspace's admins."""

    def __init__(
        self, use_cases: UseCases, web: AsyncWebClient, users: frozenset[str], deduplicator: Deduplicator
    ) -> None:
        self._use_cases, self._web, self._deduplicator = use_cases, web, deduplicator
        self._permissions = Permissions(web, users)

    async def answer(self, interaction: Interaction) -> Sequence[Message]:
        """Return the answer to one `/desk`."""
        request = parse_desk(interaction.text)
        if request.verb == "help":
            return [views.notice(HELP)]
        if request.verb == "add" and not request.text and interaction.trigger_id:
            return await self._open(interaction, views.add_view(metadata_of(interaction)))
        return await self.ask(interaction, request)

    def buttons(self) -> Mapping[str, Handler]:
        """What stands under an item."""
        return {r"desk\.(approve|hold)": self._pressed, r"desk\.reject": self._ask_why}

    def forms(self) -> Mapping[str, Handler]:
        """What is filled in."""
        return {r"desk\.reject": self._rejected, r"desk\.add": self._added}

    async def _pressed(self, interaction: Interaction) -> Sequence[Message]:
        verb = interaction.action.removeprefix("desk.")
        return await self.ask(interaction, DeskRequest(verb=verb, subject=interaction.text))

    async def _ask_why(self, interaction: Interaction) -> Sequence[Message]:
        return await self._open(interaction, views.reject_view(interaction.text, metadata_of(interaction)))

    async def _rejected(self, interaction: Interaction) -> Sequence[Message]:
        field, reason = next(iter(interaction.form.items()), ("", ""))
        request = DeskRequest(verb="reject", subject=field.removeprefix(views.REJECTED), reason=reason.strip())
        return await self.ask(interaction, request)

    async def _added(self, interaction: Interaction) -> Sequence[Message]:
        text, publisher = (interaction.form.get(name, "").strip() for name in ("text", "publisher"))
        return await self.ask(interaction, DeskRequest(verb="add", text=text, publisher=publisher))

    async def _open(self, interaction: Interaction, view: View) -> Sequence[Message]:
        """Open a form for whoever may use the desk."""
        refusal = await self._permissions.refusal(interaction.user, interaction.team)
        if refusal:
            return [views.notice(refusal)]
        return await open_form(self._web, interaction, view, HELP)

    async def ask(self, interaction: Interaction, request: DeskRequest) -> Sequence[Message]:
        """Return the desk's answer to a request, if the asker may use it."""
        refusal = await self._permissions.refusal(interaction.user, interaction.team)
        if refusal:
            return [views.notice(refusal)]
        if request.verb in _SEEING and not request.text:
            return await self._ask(interaction, request)
        return await self._deduplicator.run_once(f"done {interaction.key}", lambda: self._ask(interaction, request))

    async def _ask(self, interaction: Interaction, request: DeskRequest) -> Sequence[Message]:
        actor = f"<@{interaction.user}>"
        lines = await self._use_cases.ask_desk(request, actor=actor, tenant=interaction.tenant)
        message = views.notice("\n".join(f"• {escape(line, 300)}" for line in lines) or "Nothing to show.")
        controls = views.item_controls(request.subject) if request.verb == "show" else []
        return [message.add(*controls)]


def parse_desk(text: str) -> DeskRequest:
    """Return what was asked after `/desk`; nothing at all asks for help."""
    verb, rest = [*text.split(maxsplit=1), "", ""][:2]
    verb = verb.lower() or "help"
    options: dict[str, str] = {}
    if not rest.lower().startswith(("http://", "https://")):
        options = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _OPTION.finditer(rest)}
        rest = _OPTION.sub("", rest).strip()
    words = rest.split(maxsplit=_IDS.get(verb, 1))
    ids, reason = words[: _IDS.get(verb, 1)], rest
    for word in ids:
        reason = reason.removeprefix(word).lstrip()
    subject, other = [*ids, "", ""][:2]
    return DeskRequest(
        verb=verb,
        subject=subject,
        other=other,
        text=reason if verb in _TAKING_TEXT else "",
        reason="" if verb in _TAKING_TEXT else reason,
        publisher=options.get("publisher", ""),
        claimant=options.get("claimant", ""),
        said_on=options.get("said", ""),
        hidden=_says_yes(options.get("hide", "")),
        confirmed=_says_yes(options.get("confirm", "")),
    )


def request_of_message(message: Mapping[str, Any]) -> DeskRequest:
    """Return what puts a message into the queue: its address, or its text with its author as the publisher."""
    text = text_of(message).strip()
    author = str(message.get("username") or message.get("user") or "somebody in this workspace")
    return DeskRequest(verb="add", text=text, publisher=author)


def _says_yes(text: str) -> bool:
    return text.lower() in {"yes", "true", "1"}
