"""What follows a command of Slack is read as options, or refused in a sentence."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.platforms.slack.commands.text import max_lines, parse_digest, says_empty


@pytest.mark.parametrize(
    ("text", "verb", "options_given", "channel"),
    [
        ("", "help", {}, None),
        ("  LIST ", "list", {}, None),
        ("schedule at:08:00 about:kursk", "schedule", {"at": "08:00", "about": "kursk"}, None),
        ("schedule at:08:00,18:30 zone:Europe/Kyiv", "schedule", {"at": "08:00,18:30", "zone": "Europe/Kyiv"}, None),
        ("schedule at=8:00 days=mon,wed", "schedule", {"at": "8:00", "days": "mon,wed"}, None),
        ("schedule At: 08:00 Days: mon wed", "schedule", {"at": "08:00", "days": "mon,wed"}, None),
        ("schedule about:north korea max:8", "schedule", {"about": "north korea", "max": "8"}, None),
        (
            'schedule about:"north korea" name:“my digest”',
            "schedule",
            {"about": "north korea", "name": "my digest"},
            None,
        ),
        (
            "schedule kursk by:isw since:7d at:08:00",
            "schedule",
            {"about": "kursk by:isw since:7d", "at": "08:00"},
            None,
        ),
        ("schedule at:08:00 <#C123|news>", "schedule", {"at": "08:00"}, "C123"),
        ("schedule <#C123> at:08:00", "schedule", {"at": "08:00"}, "C123"),
        ("schedule at:08:00 #news", "schedule", {"at": "08:00"}, "#news"),
        ("schedule channel:<#C9|x> at:08:00", "schedule", {"at": "08:00"}, "C9"),
        ("pause morning news", "pause", {"about": "morning news"}, None),
        ('pause "morning news"', "pause", {"about": "morning news"}, None),
        ("preview kursk max:3", "preview", {"about": "kursk", "max": "3"}, None),
        ('schedule about:"unclosed', "schedule", {"about": "unclosed"}, None),
    ],
)
def test_the_grammar_is_forgiving(text: str, verb: str, options_given: dict[str, str], channel: str | None) -> None:
    """What people type after `/digest` is read as they mean it."""
    request = parse_digest(text)
    assert (request.verb, request.options, request.channel) == (verb, options_given, channel)


def read(text: str) -> None:
    """Read all of a `/digest` text."""
    request = parse_digest(text)
    max_lines(request)
    says_empty(request)


@given(st.text(max_size=200))
def test_anything_typed_is_read_or_refused(text: str) -> None:
    """No text after `/digest` is an internal error."""
    with contextlib.suppress(RequestError):
        read(f"schedule {text}")


@pytest.mark.parametrize("text", ["schedule colour:red", "schedule max:0", "schedule max:x", "schedule if-empty:maybe"])
def test_what_cannot_be_meant_is_named(text: str) -> None:
    """An option or value that does not exist is refused by name."""
    with pytest.raises(RequestError, match=r"colour|max|if-empty"):
        read(text)
