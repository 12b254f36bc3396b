"""What commands answer with, drawn: answers with buttons, sources, schedules, the modal and its choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ExternalDataSelectElement,
    InputBlock,
    InputInteractiveElement,
    InteractiveElement,
    MarkdownTextObject,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.models import Answer, Schedule, SourceView, Suggestion
from bot.platforms.slack.escaping import escape, label, link
from bot.platforms.slack.render import (
    MAX_TEXT,
    Message,
    bold,
    context_block,
    digest_message,
    header_block,
    packed,
    section_block,
    split,
    weight,
)
from bot.schedules import describe
from digests.models import Digest, DigestItem, Request, Value

_MAX_VALUE = 800  # Slack takes 2000, but counts all of a message
_MAX_CHOICES = 5
_MAX_METADATA = 3000
_EXCERPT = 60  #: characters of a line by which it is known in a list
_MOST_REPORT = 1500
CLAIMS_HELP = (
    "`/claims kursk` lists who claims what about a place or an actor.\n"
    "Narrow it: `/claims kursk since:7d by:isw kind:denial status:unconfirmed show:10`.\n"
    "`/claims` alone opens a form; `/source ID` shows the passage behind a claim."
)
DIGEST_HELP = (
    "*For everyone*\n"
    "`/digest preview [about]` shows the digest as it would be posted now.\n"
    "*For admins*\n"
    "`/digest schedule at:08:00 days:weekdays zone:Europe/Kyiv about:kursk max:8 if-empty:say name:morning [#channel]`"
    " posts a digest regularly; without a channel, in the one where you type.\n"
    "`/digest list` · `/digest show NAME` · `/digest pause NAME` · `/digest resume NAME` · `/digest remove NAME`"
    " · `/digest now NAME` · `/digest quiet NAME 22:00-07:00`"
)
ABOUT = "Dateline lists who claims what. It attributes every line to its claimant and never rates a claim as true."


class PostedState(Value):
    """What a button under a posted digest remembers: the delivery, and the page of what did not fit."""

    delivery: str
    page: str | None = None

    def dump(self) -> str:
        """Return the state as a button's value."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def load(cls, value: str) -> PostedState:
        """Return the state of a button's value; raises ValueError if it holds none."""
        return cls.model_validate_json(value)


class State(Value):
    """What a button remembers, so that it works after a restart: the request and the page."""

    request: Request
    page: str | None = None

    def about(self, subject: str) -> State:
        """Return the first page of the same request about another subject."""
        return State(request=self.request.model_copy(update={"about": subject}))

    def dump(self) -> str:
        """Return the state as a button's value."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def load(cls, value: str) -> State:
        """Return the state of a button's value; raises ValueError if it holds none."""
        return cls.model_validate_json(value)


def notice(text: str) -> Message:
    """Return ready mrkdwn as a message."""
    return Message((section_block(text[:2900]),), text[:2900])


def answer_messages(answer: Answer, state: State) -> list[Message]:
    """Return an answer to `/claims`, its buttons under the last message."""
    blocks: list[Block] = []
    if answer.choices:
        choice_buttons = (
            _button(
                f"claims.choice.{n}",
                choice.label,
                State(request=state.request.model_copy(update={"about": choice.value})),
            )
            for n, choice in enumerate(answer.choices[:_MAX_CHOICES])
        )
        blocks += _actions("claims.choices", choice_buttons)
    buttons = (
        [_button("claims.next", "Next", State(request=state.request, page=answer.next_page))]
        if answer.next_page
        else []
    )
    if answer.digest.items:
        names = {"sources": "Sources", "share": "Share here", "wrong": "Wrong?"}
        buttons += [_button(f"claims.{action}", name, state) for action, name in names.items()]
    blocks += _actions("claims.buttons", buttons)
    messages = [digest_message(part) for part in split(answer.digest, spare=weight(blocks))]
    return [*messages[:-1], messages[-1].add(*blocks)]


def shared_messages(answer: Answer, user: str) -> list[Message]:
    """Return an answer for the whole channel, saying who shared it."""
    messages = [digest_message(part) for part in split(answer.digest)]
    return [*messages[:-1], messages[-1].add(context_block(f"Shared by {_mention(user)}"))]


def sources_messages(digest: Digest) -> list[Message]:
    """Return where each line comes from, each with a button that opens its passage here."""
    if not digest.items:
        return [notice("There are no lines to give sources for.")]
    pages: list[list[Block]] = [[header_block("Sources")]]
    for number, item in enumerate(digest.items[:25], 1):
        section = _source_section(number, item)
        if weight([*pages[-1], section]) > MAX_TEXT:
            pages.append([])
        pages[-1].append(section)
    return [Message(tuple(page), "Sources") for page in pages]


def more_messages(answer: Answer, delivery_id: str) -> list[Message]:
    """Return what was new for a digest and has no line in it, and the way to the next page."""
    state = PostedState(delivery=delivery_id, page=answer.next_page)
    buttons = _actions("digest.more", [value_button("digest.more", "Next", state.dump())] if answer.next_page else [])
    messages = [digest_message(part) for part in split(answer.digest, spare=weight(buttons))]
    return [*messages[:-1], messages[-1].add(*buttons)]


def _source_section(number: int, item: DigestItem) -> SectionBlock:
    words = item.body or item.was
    beginning = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"
    text = f"{number}. {bold(item.claimant, 100)} {escape(beginning, 200)} {link(item.url, item.source)}"
    is_known = 0 < len(item.claim_id) <= _MAX_VALUE
    button = value_button(f"source.show.{number}", "Passage", item.claim_id) if is_known else None
    return SectionBlock(text=MarkdownTextObject(text=text, verbatim=True), accessory=button)


def source_message(view: SourceView) -> Message:
    """Return a claim's passage in its context."""
    quote = " ".join(filter(None, (escape(view.before, 800), bold(view.exact, 1200), escape(view.after, 800))))
    origin = " · ".join(filter(None, (escape(view.source, 300), escape(view.published, 100))))
    return Message(
        (
            section_block(escape(view.line, 900) or "Source"),
            *(section_block(text) for text in [bold(view.standing, 400)] if text),
            section_block(f">{quote}"),
            context_block(link(view.url, view.headline, 300) or "Untitled", origin or "Source not named"),
        ),
        escape(view.line, 900) or "Source",
    )


def schedule_lines(schedule: Schedule, sends: Sequence[datetime]) -> str:
    """Return a schedule in words, with its next sends."""
    subject = escape(schedule.about, 200) or "everything"
    send_times = ", ".join(f"{send:%a} {send.day} {send:%b %H:%M}" for send in sends)
    pause = ": ".join(filter(None, ("paused", escape(schedule.paused_why or "", 200))))
    state = pause if schedule.paused else f"next: {send_times}" if send_times else "no next send"
    due = describe(schedule.cron, schedule.zone) + (f", quiet {schedule.quiet_hours}" if schedule.quiet_hours else "")
    return (
        f"{bold(schedule.name, 80)} → {_channel(schedule.destination.channel)}: {subject}, "
        f"at most {schedule.max_lines} lines, if empty: {schedule.if_empty} · {escape(due, 200)} · {state}"
    )


def schedules_message(lines: Sequence[str]) -> Message:
    """Return a list of schedules."""
    if not lines:
        return notice("No digests are scheduled here. `/digest help` says how.")
    return Message(tuple(packed(lines)[:40]), "Schedules")


def refusal(admins: frozenset[str], role_unknown: bool) -> str:
    """Return who may do what was refused, and how to be one of them."""
    mentions = [_mention(admin) for admin in sorted(admins)[:10]]
    alternatives = f", and {', '.join(mentions)}" if mentions else ""
    scope_hint = " I cannot see who is an admin: the app lacks the scope `users:read`." if role_unknown else ""
    return (
        f"Only workspace admins and owners{alternatives} can change the digests here. "
        f"Ask one of them, or have your user id added to the bot's Slack admins.{scope_hint}"
    )


def ask_view(metadata: str) -> View:
    """Return the form that `/claims` opens when nothing is asked."""
    periods = [("Last 24 hours", "24h"), ("Last 7 days", "7d"), ("Last 30 days", "30d")]
    choices = [Option(text=PlainTextObject(text=name), value=value) for name, value in periods]
    subject = ExternalDataSelectElement(
        action_id="claims.about", placeholder="Kursk, North Korea, ISW …", min_query_length=0, focus_on_load=True
    )
    period = StaticSelectElement(action_id="claims.since", placeholder="Any time", options=choices)
    return View(
        type="modal",
        callback_id="claims.ask",
        title="Claims",
        submit="Ask",
        close="Cancel",
        private_metadata=metadata if len(metadata) <= _MAX_METADATA else "",
        blocks=[_input("about", "Place or actor", subject), _input("since", "Since", period, optional=True)],
    )


def report_view(digest: Digest, metadata: str) -> View:
    """Return the form that `Wrong?` opens: which line of an answer it is, and what is wrong with it."""
    choices = [
        Option(text=PlainTextObject(text=label(f"{item.claimant}: {item.body}", 75), emoji=False), value=item.claim_id)
        for item in digest.items[:100]
    ]
    line = StaticSelectElement(action_id="report.claim", placeholder="A line", options=choices)
    words = PlainTextInputElement(action_id="report.text", multiline=True, max_length=_MOST_REPORT)
    return View(
        type="modal",
        callback_id="claims.report",
        title="What is wrong?",
        submit="Report",
        close="Cancel",
        private_metadata=metadata if len(metadata) <= _MAX_METADATA else "",
        blocks=[_input("claim", "Which line", line), _input("text", "What is wrong with it", words)],
    )


def options(suggestions: Iterable[Suggestion]) -> list[dict[str, object]]:
    """Return suggestions as the choices of an external select."""
    return [
        Option(text=PlainTextObject(text=name, emoji=False), value=suggestion.value).to_dict()
        for suggestion in suggestions
        if (name := label(suggestion.label, 75)) and 0 < len(suggestion.value) <= 150
    ][:100]


def _button(action_id: str, name: str, state: State) -> ButtonElement | None:
    return value_button(action_id, name, state.dump())


def value_button(action_id: str, name: str, value: str) -> ButtonElement | None:
    """Return a button that remembers a value; none where that is too long, or the name says nothing."""
    text = label(name, 75)
    if len(value) > _MAX_VALUE or not text:
        return None
    return ButtonElement(text=PlainTextObject(text=text, emoji=False), action_id=action_id, value=value)


def _actions(block_id: str, buttons: Iterable[ButtonElement | None]) -> list[Block]:
    elements: list[dict[str, object] | InteractiveElement] = [button for button in buttons if button is not None]
    return [ActionsBlock(block_id=block_id, elements=elements)] if elements else []


def _input(block_id: str, name: str, element: InputInteractiveElement, *, optional: bool = False) -> InputBlock:
    return InputBlock(block_id=block_id, label=name, element=element, optional=optional)


def _mention(user_id: str) -> str:
    name = escape(user_id, 40)
    return f"<!subteam^{name}>" if user_id.startswith("S") else f"<@{name}>"


def _channel(channel: str) -> str:
    return f"<#{channel}>" if channel.isalnum() else escape(channel, 80)
