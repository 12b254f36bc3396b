"""The Discord peer's rules: each planted mistake is seen, and what is right passes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.peers.discord_openapi import load_description
from tests.peers.discord_rules import broken_in_callback, broken_in_commands, broken_in_message

QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}
BUTTON = {"type": 2, "style": 2, "label": "Next", "custom_id": "n"}
COMMAND = {"name": "claims", "description": "Claims", "type": 1, "integration_types": [0], "contexts": [0]}


def embed(**fields: Any) -> dict[str, Any]:
    """A message with one embed."""
    return {"embeds": [{"title": "t", **fields}]}


def row(*buttons: dict[str, Any]) -> dict[str, Any]:
    """A message with a row of buttons."""
    return {"content": "x", "components": [{"type": 1, "components": list(buttons)}]}


@pytest.mark.parametrize(
    "message",
    [
        {"content": "x"},
        embed(description="d", footer={"text": "f"}, fields=[{"name": "n", "value": "v"}]),
        {"content": "https://a.example", "flags": 4},
        {"content": "x", "nonce": "n" * 25, "enforce_nonce": True},
        row(BUTTON),
    ],
)
def test_what_is_right_passes(message: dict[str, Any]) -> None:
    """A message that Discord takes breaks no rule."""
    assert list(broken_in_message(message | QUIET)) == []


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"content": "x" * 2001},
        {"content": "𝕏" * 1001},
        {"content": "https://a.example"},
        {"content": "x", "surprise": 1},
        {"content": "x", "allowed_mentions": {}},
        {"content": "x", "nonce": "n" * 26},
        {"content": "x", "enforce_nonce": True},
        {"embeds": [{"title": "t"}] * 11},
        {"embeds": [{"description": "d" * 3001}] * 2},
        {"embeds": [{}]},
        embed(title="t" * 257),
        embed(description="d" * 4097),
        embed(footer={"text": "f" * 2049}),
        embed(fields=[{"name": "n", "value": " "}]),
        embed(description="@everyone"),
        embed(description="<@123>"),
        embed(description="[x](javascript:alert(1))"),
        embed(url="javascript:alert(1)"),
        row(*[BUTTON | {"custom_id": str(n)} for n in range(6)]),
        row(BUTTON, BUTTON),
        row(BUTTON | {"custom_id": "c" * 101}),
        row(BUTTON | {"label": "l" * 81}),
        row({"type": 2, "style": 2, "label": "x"}),
        {"components": [{"type": 10, "content": "V2"}]},
        {"components": [{"type": 10, "content": "V2"}], "content": "x", "flags": 1 << 15},
    ],
)
def test_a_wrong_message_is_seen(message: dict[str, Any]) -> None:
    """Each mistake in a message is named."""
    assert list(broken_in_message(QUIET | message))


@pytest.mark.parametrize(
    "callback",
    [
        {"type": 99},
        {"type": 4, "data": {"content": "x"}},
        {"type": 5, "data": {"flags": 4}},
        {"type": 5, "data": {"content": "x"}},
        {"type": 8, "data": {"choices": [{"name": "n", "value": "v"}] * 26}},
        {"type": 8, "data": {"choices": [{"name": "n" * 101, "value": "v"}]}},
        {"type": 8, "data": {"choices": [{"name": " ", "value": "v"}]}},
    ],
)
def test_a_wrong_response_is_seen(callback: dict[str, Any]) -> None:
    """Each mistake in a response to an interaction is named."""
    assert list(broken_in_callback(callback))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Claims"},
        {"name": "two words"},
        {"description": "d" * 101},
        {"description": ""},
        {"contexts": None},
        {"integration_types": None},
        {"options": [COMMAND | {"type": 3, "name": f"o{n}"} for n in range(26)]},
        {"options": [COMMAND | {"type": 3, "name": "o"}] * 2},
        {"options": [COMMAND | {"type": 3}, COMMAND | {"type": 3, "name": "b", "required": True}]},
        {"options": [COMMAND | {"type": 3, "autocomplete": True, "choices": [{"name": "n", "value": "v"}]}]},
        {"options": [COMMAND | {"type": 3, "choices": [{"name": "n" * 100, "value": "v" * 100}] * 41}]},
    ],
)
def test_a_wrong_command_is_seen(change: dict[str, Any]) -> None:
    """Each mistake in a command is named, and the command without it passes."""
    assert list(broken_in_commands([COMMAND])) == []
    assert list(broken_in_commands([COMMAND | change]))


@pytest.mark.openapi
@pytest.mark.parametrize(
    ("method", "path", "good", "bad"),
    [
        ("POST", "/channels/1/messages", {"content": "x"}, {"embeds": [{"title": "t" * 257}]}),
        ("POST", "/interactions/1/token/callback", {"type": 5, "data": {"flags": 64}}, {"type": 99}),
        ("PATCH", "/webhooks/1/token/messages/@original", {"content": "x"}, {"content": "x" * 4001}),
        ("PUT", "/applications/1/commands", [COMMAND], [COMMAND | {"description": "d" * 101}]),
    ],
)
def test_the_description_is_applied(method: str, path: str, good: Any, bad: Any) -> None:
    """Bodies are checked against the operation that their path names."""
    description = load_description()
    assert description, "DISCORD_OPENAPI names no description"

    assert description.request_errors(method, path, good) == []
    assert description.request_errors(method, path, bad)
    assert description.request_errors(method, "/nowhere", good)
