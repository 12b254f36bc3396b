"""The forms that commands open, and the choices that are offered in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ConversationFilter,
    ConversationSelectElement,
    ExternalDataSelectElement,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.models import Suggestion
from bot.platforms.slack.escaping import label
from bot.platforms.slack.render import header_block, packed, section_block
from bot.platforms.slack.views.help import ABOUT, CLAIMS_HELP, DIGEST_HELP
from digests.models import Digest

_MAX_METADATA = 3000
_MOST_REPORT = 1500
_MOST_HOME = 40  #: blocks of schedules; a Home holds a hundred


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


def schedule_view(metadata: str, zone: str) -> View:
    """Return the form that `/digest schedule` alone opens; zone: the asker's own, as Slack knows it."""
    days = [("Every day", "daily"), ("Weekdays", "weekdays"), ("Weekends", "weekends")]
    day_options = [Option(text=PlainTextObject(text=name), value=value) for name, value in days]
    zone_option = Option(text=PlainTextObject(text=label(zone, 75), emoji=False), value=zone[:75])
    fields = [
        _input("at", "When", PlainTextInputElement(action_id="digest.at", initial_value="08:00", max_length=100)),
        _input("days", "Days", StaticSelectElement(
            action_id="digest.days", options=day_options, initial_option=day_options[0]
        )),
        _input("zone", "Time zone", ExternalDataSelectElement(
            action_id="digest.zone", initial_option=zone_option, min_query_length=0
        )),
        _input("channel", "Channel", ConversationSelectElement(
            action_id="digest.channel",
            default_to_current_conversation=True,
            filter=ConversationFilter(include=["public", "private"]),
        )),
        _input("about", "About", ExternalDataSelectElement(
            action_id="digest.about_what", placeholder="Everything", min_query_length=0
        ), optional=True),
    ]  # fmt: skip
    return View(
        type="modal",
        callback_id="digest.schedule",
        title="Schedule a digest",
        submit="Preview",
        close="Cancel",
        private_metadata=metadata if len(metadata) <= _MAX_METADATA else "",
        blocks=fields,
    )


def home_view(follows: Sequence[str], schedules: Sequence[str] | None) -> View:
    """Return the app's Home, each schedule as a line of mrkdwn; schedules: none for who may not see them."""
    ask = ButtonElement(text=PlainTextObject(text="Ask for claims", emoji=False), action_id="home.ask", style="primary")
    blocks = [
        header_block("Dateline"),
        section_block(ABOUT),
        ActionsBlock(block_id="home", elements=[ask]),
        header_block("What you follow"),
        *packed([f"• {text}" for text in follows] or ["Nothing yet: `/follow kursk`."])[:_MOST_HOME],
    ]
    if schedules is not None:
        lines = [f"• {text}" for text in schedules] or ["No digests are scheduled here yet."]
        blocks += [header_block("Digests here"), *packed(lines)[:_MOST_HOME]]
    blocks += [header_block("How to ask"), section_block(CLAIMS_HELP)]
    blocks += [section_block(DIGEST_HELP)] if schedules is not None else []
    return View(type="home", blocks=blocks)


def report_view(digest: Digest, metadata: str) -> View:
    """Return the form that `Wrong?` opens: which line of an answer it is, and what is wrong with it."""
    choices = [
        Option(text=PlainTextObject(text=label(f"{item.claimant}: {item.body}", 75), emoji=False), value=item.claim_id)
        for item in digest.items[:100]
        if item.claim_id
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


def plain_options(values: Iterable[str]) -> list[dict[str, object]]:
    """Return words as the choices of an external select."""
    return [Option(text=PlainTextObject(text=label(v, 75), emoji=False), value=v[:75]).to_dict() for v in values]


def _input(block_id: str, name: str, element: InputInteractiveElement, *, optional: bool = False) -> InputBlock:
    return InputBlock(block_id=block_id, label=name, element=element, optional=optional)
