"""The loopback Slack refuses what Slack refuses, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.peers.slack_rules import check_message

SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "fine"}}


def section(text: str) -> dict[str, Any]:
    """Return a section of mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(**fields: Any) -> dict[str, Any]:
    """Return an actions block of one button."""
    element = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "Go"}, "value": "v"}
    return {"type": "actions", "elements": [element | fields]}


@pytest.mark.parametrize(
    "blocks",
    [
        [SECTION] * 51,
        [section("")],
        [section("x" * 3001)],
        [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}],
        [{"type": "header", "text": {"type": "plain_text", "text": "*bold*"}}],
        [{"type": "header", "text": {"type": "plain_text", "text": "A &amp; B"}}],
        [{"type": "header", "text": {"type": "plain_text", "text": ""}}],
        [{"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11}],
        [{"type": "context", "elements": []}],
        [{"type": "section", "fields": [{"type": "mrkdwn", "text": "x"}] * 11}],
        [{"type": "section"}],
        [button(value="x" * 2001)],
        [button(text={"type": "plain_text", "text": "x" * 76})],
        [button(text={"type": "plain_text", "text": ""})],
        [button(), button()],
        [{"type": "carousel_of_dreams"}],
        [section("a < b")],
        [section("a & b")],
        [section("<javascript:alert(1)|x>")],
        [section("<!channel>")],
        [section("@here")],
        [section("x" * 2999)] * 5,
    ],
)
def test_the_rules_catch_what_slack_refuses(blocks: list[dict[str, Any]]) -> None:
    """Each limit of Slack's, broken alone, is found."""
    assert check_message({"text": "x", "blocks": blocks, "unfurl_links": False, "unfurl_media": False}) != []


@pytest.mark.parametrize("text", ["", "a & b", None])
def test_the_rules_want_a_fallback(text: str | None) -> None:
    """A message without readable fallback text is found."""
    assert check_message({"text": text, "blocks": [SECTION], "unfurl_links": False, "unfurl_media": False}) != []


def test_the_rules_let_good_messages_pass() -> None:
    """A message within the limits is not complained of."""
    good = [section("*a* &amp; <https://wire.example/a?b=1&amp;c=2|b> <@U1> <#C1>\n>quote"), button()]
    assert check_message({"text": "x", "blocks": good, "unfurl_links": False, "unfurl_media": False}) == []
