"""What commands answer with, drawn as Slack shows it."""

from __future__ import annotations

from bot.platforms.slack.views.answers import (
    PostedState,
    State,
    answer_messages,
    legend_message,
    lines_messages,
    more_messages,
    shared_messages,
    source_message,
    sources_messages,
)
from bot.platforms.slack.views.desk import REJECTED, add_view, item_controls, reject_view
from bot.platforms.slack.views.forms import ask_view, home_view, options, plain_options, report_view, schedule_view
from bot.platforms.slack.views.help import ABOUT, CLAIMS_HELP, DIGEST_HELP
from bot.platforms.slack.views.parts import notice, value_button
from bot.platforms.slack.views.schedules import (
    proposal_messages,
    refusal,
    report_message,
    schedule_line,
    schedules_messages,
    settlement_message,
)

__all__ = [
    "ABOUT",
    "CLAIMS_HELP",
    "DIGEST_HELP",
    "REJECTED",
    "PostedState",
    "State",
    "add_view",
    "answer_messages",
    "ask_view",
    "home_view",
    "item_controls",
    "legend_message",
    "lines_messages",
    "more_messages",
    "notice",
    "options",
    "plain_options",
    "proposal_messages",
    "refusal",
    "reject_view",
    "report_message",
    "report_view",
    "schedule_line",
    "schedule_view",
    "schedules_messages",
    "settlement_message",
    "shared_messages",
    "source_message",
    "sources_messages",
    "value_button",
]
