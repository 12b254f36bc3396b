"""A schedule's next digest as the chats draw it: the payload's own words, and no markup but its own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.models import Destination, ScheduleDraft
from bot.page.chat import discord_messages, slack_messages
from bot.page.render import render_preview
from bot.platforms import PLATFORMS
from bot.service.service import Service
from digests.models import Digest, DigestItem, Section
from tests import make
from tests.accessibility import problems

HOSTILE = (
    "a*b_c~d`e|f [x](https://evil.example) <https://evil.example|y> <!channel> <script>alert(1)</script> &amp; \\*"
)
SENDS = (
    datetime(2025, 2, 9, 8, tzinfo=UTC),
    datetime(2025, 2, 10, 8, tzinfo=UTC),
    datetime(2025, 2, 11, 8, tzinfo=UTC),
)


def payloads(digest: Digest) -> dict[str, list[object]]:
    """What each platform would be sent."""
    return {platform.name: platform.preview(digest) for platform in PLATFORMS}


def texts(html: str, look: str) -> list[str]:
    """The messages of a look, without the spaces of no width that part markup."""
    return [
        " ".join(node.text().replace("\u200b", "").split())
        for node in LexborHTMLParser(html).css(f".{look}.dark .body")
    ]


def hostile_digest() -> Digest:
    """A digest whose every text would like to be markup."""
    item = DigestItem(
        claim_id="c", claimant=HOSTILE, body=HOSTILE, was=HOSTILE, source=HOSTILE, url="https://a.example/(b)"
    )
    return Digest(title=HOSTILE, sections=(Section(heading=HOSTILE, items=(item,)),), footer=("1 claim",))


def test_both_look_like_the_payload() -> None:
    """Each look has the digest's words, with claimants strong and the outlet as a link, in two tones."""
    html = render_preview(make.schedule(), SENDS, payloads(make.digest("Kursk", "A bridge was hit"))).decode()
    tree = LexborHTMLParser(html)

    assert problems(html.replace("<style>", "<!--").replace("</style>", "-->")) == []
    for look in ("discord", "slack"):
        [text] = texts(html, look)
        assert "Kursk" in text
        assert "Example Institute: A bridge was hit" in text
        assert [node.text() for node in tree.css(f".{look}.light .card b")] == ["Example Institute"]
    assert [node.attributes["datetime"] for node in tree.css("time")] == [send.isoformat() for send in SENDS]


@pytest.mark.parametrize("look", ["discord", "slack"])
def test_hostile_words_are_words(look: str) -> None:
    """What the platform was told to show literally is shown literally: no link, no script, nothing lost."""
    html = render_preview(make.schedule(), SENDS, payloads(hostile_digest())).decode()
    [text] = texts(html, look)

    assert "<script" not in html
    assert "<script>alert(1)</script>" in text
    assert "evil.example" not in " ".join(node.attributes["href"] or "" for node in LexborHTMLParser(html).css("a"))
    assert "a*b_c~d`e" in text.replace(" ", "")


def test_struck_out_words_are_struck_out() -> None:
    """A correction's old words are legible and struck out on both."""
    item = DigestItem(claim_id="c", claimant="ISW", body="new words", was="old words", source="Example Wire")
    digest = Digest(title="Kursk", sections=(Section(heading="", items=(item,)),))
    sent = payloads(digest)

    for message in (*discord_messages(sent["discord"]), *slack_messages(sent["slack"])):
        assert any("<s>old words</s>" in piece.parts[0] for piece in message.cards[0])


def test_a_message_is_drawn_with_all_that_stands_in_it() -> None:
    """Small print, a bar, buttons, lists and fields are drawn as what they are, on both platforms alike."""
    button, select = {"type": 2, "label": "Post now", "style": 1}, {"type": 3, "placeholder": "About …", "options": []}
    rows = [{"type": 1, "components": [button]}, {"type": 1, "components": [select]}]
    on_discord = {"embeds": [{"description": "> **ISW**: words\n> -# Thu 6 Feb"}], "components": rows}
    elements = [
        {"type": "button", "text": {"text": "Post now"}, "style": "primary"},
        {"type": "static_select", "placeholder": {"text": "About …"}},
    ]
    on_slack = {
        "blocks": [
            {"type": "section", "text": {"text": ">*ISW*: words"}},
            {"type": "context", "elements": [{"text": "Thu 6 Feb"}]},
            {"type": "actions", "elements": elements},
        ]
    }
    looks = (discord_messages([on_discord])[0], slack_messages([on_slack])[0])
    seen = [[(p.kind, p.parts[0], p.primary) for p in (*look.cards[0], *look.controls)] for look in looks]

    assert seen[0] == seen[1]
    assert [kind for kind, _, _ in seen[0]] == ["text", "small", "buttons", "list"]
    assert [piece.quoted for piece in looks[0].cards[0]] == [True, True]
    assert looks[1].cards[0][0].quoted


def test_silence_is_told() -> None:
    """Where nothing is new, and nothing would be sent, the page says so."""
    html = render_preview(make.schedule(), SENDS, {"discord": [], "slack": []}).decode()

    assert "nothing would be sent" in html


@pytest.mark.asyncio(loop_scope="session")
async def test_looking_changes_nothing(service: Service) -> None:
    """What is looked at is still new: asked twice it is the same, and nothing is queued by it."""
    where = Destination(platform="discord", tenant="discord:77", channel="5678")
    await service.add_schedule(ScheduleDraft(destination=where, name="morning", if_empty="say"))
    schedule, digest = await service.upcoming("discord:77", "morning")

    assert schedule.name == "morning"
    assert digest == (await service.upcoming("discord:77", "morning"))[1]
    assert digest is not None
