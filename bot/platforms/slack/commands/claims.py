"""What readers ask: `/claims`, `/source`, `/dateline`, and the buttons under answers and digests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import RequestError
from bot.platforms.slack import views
from bot.platforms.slack.channels import check_channel
from bot.platforms.slack.commands.text import delivery_of, split_measure, text_of
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.render import Message
from bot.platforms.slack.replies import open_form
from bot.platforms.slack.requests import Deduplicator, Handler, Interaction, metadata_of
from bot.platforms.slack.views import PostedState, State
from bot.platforms.wording import figures_digest, subject_of
from bot.protocols import UseCases
from digests.models import Digest, Request
from digests.query.request import read_request, read_since

_S = TypeVar("_S", State, PostedState)
_MAX_REQUEST = 700
_NO_FORM = "The form could not be opened; please press the button again."


class ReaderCommands:
    """Answers readers; everything but what is shared is shown to the asker alone."""

    def __init__(self, use_cases: UseCases, web: AsyncWebClient, deduplicator: Deduplicator) -> None:
        self._use_cases, self._web, self._deduplicator = use_cases, web, deduplicator

    def commands(self) -> Mapping[str, Handler]:
        """The slash commands by name."""
        return {
            "/claims": self._claims,
            "/compare": self._compare,
            "/figures": self._figures,
            "/source": self._source,
            "/dateline": self._dateline,
        }

    def shortcuts(self) -> Mapping[str, Handler]:
        """What is begun from a message's menu, or from anywhere, by its callback id."""
        return {"dateline_claims": self._claims_in, "dateline_ask": self._ask}

    def buttons(self) -> Mapping[str, Handler]:
        """What answers a button or a list beside the message that it stands under, by its action id."""
        return {
            r"claims\.sources": self._sources,
            r"claims\.wrong": self._open_report,
            r"digest\.sources": self._digest_sources,
            r"digest\.more": self._digest_more,
            r"digest\.legend": self._digest_legend,
            r"digest\.about": self._digest_about,
            r"digest\.wrong": self._digest_wrong,
            r"digest\.stop": self._stop,
            r"source\.show\.\d+": self._passage,
            r"home\.ask": self._ask,
        }

    def replacing(self) -> Mapping[str, Handler]:
        """What takes the place of the message that its button stands under."""
        return {r"claims\.next": self._turn_page, r"claims\.choice\.\d+": self._turn_page}

    async def asked(self, interaction: Interaction) -> Sequence[Message]:
        """Answer the form that `/claims` alone opens."""
        period = interaction.form.get("since", "")
        request = Request(about=interaction.form.get("about", ""), since=read_since(period) if period else None)
        return await self._page(State(request=request))

    async def reported(self, interaction: Interaction) -> Sequence[Message]:
        """Hand the form behind `Wrong?` to the desk."""
        claim_id, text = interaction.form.get("claim", ""), interaction.form.get("text", "")
        actor = f"<@{interaction.user}>"
        lines = await self._use_cases.report_claim(claim_id, text, actor=actor, tenant=interaction.tenant)
        return [views.notice(escape("\n".join(lines), 2500))]

    async def share(self, interaction: Interaction) -> Sequence[Message]:
        """Show an answer to the whole channel, once."""
        if not self._deduplicator.is_new(f"shared {interaction.key}"):
            return []
        state = _read(State, interaction)
        return views.shared_messages(await self._use_cases.claims(state.request, page=state.page), interaction.user)

    async def _claims(self, interaction: Interaction) -> Sequence[Message]:
        if interaction.text.lower() == "help":
            return [views.notice(views.CLAIMS_HELP)]
        if interaction.text:
            if len(interaction.text) > _MAX_REQUEST:
                raise RequestError(f"That is too long to look up; please use fewer than {_MAX_REQUEST} characters.")
            return await self._page(State(request=read_request(interaction.text)))
        if interaction.trigger_id is None:
            return [views.notice(views.CLAIMS_HELP)]
        return await open_form(self._web, interaction, views.ask_view(metadata_of(interaction)), views.CLAIMS_HELP)

    async def _compare(self, interaction: Interaction) -> Sequence[Message]:
        digest = await self._use_cases.comparison(_request(interaction, "/compare kursk since:7d"))
        return views.lines_messages(digest)

    async def _figures(self, interaction: Interaction) -> Sequence[Message]:
        text, measure = split_measure(interaction.text)
        request = _request(replace(interaction, text=text), '/figures kursk measure:"troops lost"')
        return views.lines_messages(figures_digest(await self._use_cases.figures(request, measure=measure)))

    async def _claims_in(self, interaction: Interaction) -> Sequence[Message]:
        delivery_id = delivery_of(interaction.message)
        if delivery_id:
            return views.sources_messages(await self._use_cases.posted(interaction.posted_tenant, delivery_id))
        answer = await self._use_cases.claims_in(text_of(interaction.message))
        return views.answer_messages(answer.model_copy(update={"next_page": None}), State(request=Request()))

    async def _ask(self, interaction: Interaction) -> Sequence[Message]:
        return await open_form(self._web, interaction, views.ask_view(metadata_of(interaction)), views.CLAIMS_HELP)

    async def mentioned(self, interaction: Interaction) -> Sequence[Message]:
        """Say to somebody who has mentioned us how to ask."""
        del interaction
        return [views.notice(f"{views.ABOUT}\n\n{views.CLAIMS_HELP}")]

    async def _page(self, state: State) -> Sequence[Message]:
        answer = await self._use_cases.claims(state.request, page=state.page)
        return views.answer_messages(answer, state)

    async def _turn_page(self, interaction: Interaction) -> Sequence[Message]:
        return await self._page(_read(State, interaction))

    async def _sources(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(State, interaction)
        return views.sources_messages((await self._use_cases.claims(state.request, page=state.page)).digest)

    async def _open_report(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(State, interaction)
        answer = await self._use_cases.claims(state.request, page=state.page)
        return await self._report(interaction, answer.digest)

    async def _digest_sources(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(PostedState, interaction)
        return views.sources_messages(await self._use_cases.posted(interaction.posted_tenant, state.delivery))

    async def _digest_more(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(PostedState, interaction)
        answer = await self._use_cases.more(interaction.posted_tenant, state.delivery, page=state.page)
        return views.more_messages(answer, state.delivery)

    async def _digest_legend(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(PostedState, interaction)
        return [views.legend_message(await self._use_cases.posted(interaction.posted_tenant, state.delivery))]

    async def _digest_about(self, interaction: Interaction) -> Sequence[Message]:
        return await self._page(State(request=Request(about=interaction.text)))

    async def _digest_wrong(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(PostedState, interaction)
        return await self._report(interaction, await self._use_cases.posted(interaction.posted_tenant, state.delivery))

    async def _stop(self, interaction: Interaction) -> Sequence[Message]:
        state = _read(PostedState, interaction)
        schedule = await self._use_cases.stop_following(interaction.posted_tenant, state.delivery)
        return [views.notice(f"You no longer follow {escape(subject_of(schedule), 200)}.")]

    async def _report(self, interaction: Interaction, digest: Digest) -> Sequence[Message]:
        if not any(item.claim_id for item in digest.items):
            return [views.notice("There are no lines any more. Please ask again with /claims.")]
        view = views.report_view(digest, metadata_of(interaction))
        return await open_form(self._web, interaction, view, _NO_FORM)

    async def _passage(self, interaction: Interaction) -> Sequence[Message]:
        return [views.source_message(await self._use_cases.source(interaction.text))]

    async def _source(self, interaction: Interaction) -> Sequence[Message]:
        claim_id = interaction.text.strip("[]`<> \u200b")
        if not claim_id or claim_id.lower() == "help":
            raise RequestError("Say which claim: /source ID. Sources under an answer opens the passage of each line.")
        return [views.source_message(await self._use_cases.source(claim_id))]

    async def _dateline(self, interaction: Interaction) -> Sequence[Message]:
        if interaction.text.lower() == "doctor":
            unknown = await check_channel(self._web, interaction.channel)
            return [views.notice(escape(unknown or "All is well: I may post here.", 600))]
        if interaction.text.lower() == "about":
            return [views.legend_message(opening=views.ABOUT)]
        return [views.notice(f"{views.ABOUT}\n\n{views.CLAIMS_HELP}\n\n{views.DIGEST_HELP}")]


def _request(interaction: Interaction, example: str) -> Request:
    """What is asked after a command; raises RequestError where nothing is."""
    if not interaction.text or interaction.text.lower() == "help":
        raise RequestError(f"Say what about, as in {example}.")
    if len(interaction.text) > _MAX_REQUEST:
        raise RequestError(f"That is too long to look up; please use fewer than {_MAX_REQUEST} characters.")
    return read_request(interaction.text)


def _read(kind: type[_S], interaction: Interaction) -> _S:
    """What a button remembers."""
    try:
        return kind.load(interaction.text)
    except ValueError:
        raise RequestError("That button is from an older version. Please ask again with /claims.") from None
