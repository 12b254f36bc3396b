"""What reads the platforms' markup sees each kind of it, and takes what is shown as it is for words."""

from __future__ import annotations

import pytest

from tests.peers.markup import live_on_discord, live_on_slack


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("plain words, 10:30, a-b, 5 km", []),
        ("@everyone <@1> <@!2> <@&3> <#4> </claims:5>", ["everyone", *["mention"] * 5]),
        ("<:x:1> <a:y:2> <t:1:R> <mailto:a@b.example>", ["emoji", "emoji", "time", "address"]),
        ("[a](https://b.example) https://c.example", ["link", "bare"]),
        ("**b** __u__ ~~s~~ ||h|| `c` _i_", ["mark"] * 12),
        ("# big\n> quote\n- list\n1. list\n-# small", ["line"] * 5),
        (r"\*\*b\*\* \[a\](b) \# big \`c\` @" + "\u200beveryone", []),
    ],
)
def test_discords_markup_is_seen(text: str, kinds: list[str]) -> None:
    """Each kind is seen, and nothing in what is escaped."""
    assert [kind for kind, _ in live_on_discord(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("plain words, 5 &lt; 6 &amp; 7", []),
        ("<!channel> <@U1> <#C1> <https://a.example|a> @here", [*["control"] * 3, "link", "everyone"]),
        ("*b* _i_ ~s~ `c` :tada:", [*["mark"] * 8, "emoji"]),
        ("&gt; quote\n> quote", ["line", "line", "open"]),
        ("\u200b*\u200bb\u200b*\u200b :\u200btada:", []),
    ],
)
def test_slacks_markup_is_seen(text: str, kinds: list[str]) -> None:
    """Each kind is seen, and nothing in what is escaped."""
    assert [kind for kind, _ in live_on_slack(text)] == kinds
