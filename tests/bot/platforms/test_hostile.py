"""Whatever stands in an article, a name or an address: on both platforms it is shown, and does nothing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.models import Schedule, SourceView
from bot.platforms import PLATFORMS
from bot.platforms.discord import escaping, render
from bot.platforms.discord import schedules as discord_schedules
from bot.platforms.slack import views
from digests.models import Digest, DigestItem, Section
from tests import make
from tests.peers.discord_rules import broken_in_message
from tests.peers.markup import live_on_discord, live_on_slack, texts_of
from tests.peers.slack_rules import check_message

PIECES = (
    "@everyone", "@here", "@channel", "<@123>", "<@!123>", "<@&9>", "<#123>", "</claims:12>", "<id:home>", "<@U123>",
    "<#C123|x>", "<!channel>", "<!here|here>", "<!subteam^S1>", "<!date^1^{date}|x>", "<:x:1>", "<a:y:22>", ":tada:",
    ":smile::skin-tone-2:", "<t:1:R>", "<mailto:a@b.example>", "**b**", "*i*", "__u__", "_i_", "~~s~~", "~s~",
    "||h||", "`c`", "```c```", "***", "___", "[a](https://evil.example)", "[a](<https://evil.example> 'x')",
    "](https://e.example)", "https://evil.example/a_b*c", "http://127.0.0.1", "javascript:alert(1)", "discord://x",
    "<https://evil.example|x>", "# big", "## big", "-# small", "> quote", ">>> quote", "- list", "* list", "+ list",
    "1. list", "999) list", "\\", "\\\\", "\\*", "\\`", "&lt;!channel&gt;", "&amp;lt;", "&", "<", ">", "|", "\u202e",
    "\u2066", "\u200b", "\u200d", "\u2028", "\u2029", "\x00", "\x1b[31m", "\x85", "\r\n", "\n", "\t", "\u00a0",
    "\ufeff", "\ud800", "\U000e0041", "\u0301", "\uff20everyone", "\u212b", "@\u200beveryone", "@\u2060here",
    "*\u200b*", "{", "}", "%s", "{0}", "$1", "\N{BULLET}", "\N{MIDDLE DOT} unconfirmed", "[Example Wire]",
    "(Thu 6 Feb)", "(said Thu 6 Feb)", "<b>x</b>", "<script>", "e\u0301", "\u0627\u0644", "\U0001f468\u200d\U0001f469",
    "a" * 40, "\U0001d54f" * 20, "**" * 9, "_" * 15, "`" * 7, ":" * 5, "@" * 6, "<" * 4,
)  # fmt: skip
WORDS = ("the", "mayor", "said", "12", "died", "in", "Kursk", "on", "Friday", "10:30", "5", "km")
READERS: dict[str, Callable[[str], Iterator[tuple[str, str]]]] = {"discord": live_on_discord, "slack": live_on_slack}
CHECKS: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "discord": lambda payload: list(broken_in_message(payload | {"allowed_mentions": {"parse": []}})),
    "slack": check_message,
}


def hostile(dice: random.Random) -> str:
    """Up to six pieces among words, parted by blanks or by nothing."""
    pieces = [dice.choice(PIECES if dice.random() < 0.7 else WORDS) for _ in range(dice.randint(1, 6))]
    return "".join(piece + dice.choice(("", "", " ")) for piece in pieces)[:120]


def digest_of(text: str, url: str | None) -> Digest:
    """A digest in which a text stands wherever one can."""
    item = DigestItem(
        claim_id="c1", claimant=text, body=text, when=text, flags=(text,), source=text, headline=text, url=url,
        was=text,
    )  # fmt: skip
    second = item.model_copy(update={"claim_id": "c2", "was": "", "answers_previous": True, "own_verb": True})
    section = Section(heading=text, items=(item, second))
    return Digest(title=text, subtitle=text, notice=text, sections=(section,), footer=(text, text))


def source_of(text: str, url: str | None) -> SourceView:
    """A passage in which a text stands wherever one can."""
    fields = dict.fromkeys(("line", "before", "exact", "after", "headline", "source", "published", "standing"), text)
    return SourceView(claim_id="c1", url=url, **fields)


def schedule_of(text: str) -> Schedule:
    """A schedule with a text for its name and its subject."""
    return make.schedule(text or "x", about=text, paused=True, paused_why=text)


def payloads(text: str, url: str | None) -> dict[str, list[dict[str, Any]]]:
    """What each platform is sent of a text."""
    drawn: dict[str, list[Any]] = {one.name: list(one.preview(digest_of(text, url))) for one in PLATFORMS}
    replies = (
        render.source(source_of(text, url)),
        render.notice(text or "x", title=text),
        render.lines(text, [text]),
        discord_schedules.schedules([schedule_of(text)]),
    )
    drawn["discord"] += [
        {"embeds": [embed.to_dict() for embed in embeds]} for reply in replies for embeds in reply.messages
    ]
    messages = [views.source_message(source_of(text, url)), views.notice(views.schedule_line(schedule_of(text), ()))]
    drawn["slack"] += [message.payload() for message in messages]
    return drawn


def live(platform: str, payload: object) -> list[tuple[str, str]]:
    """All that a message's reader would see as more than words."""
    return [token for text in texts_of(payload, markup=True) for token in READERS[platform](text)]


def is_shown(text: str) -> bool:
    """Whether anything of a text can be seen, or at least printed."""
    return bool(escaping.plain(text, 1000).strip())


def attack(text: str, tail: str) -> list[str]:
    """Where a text does more than plain words do in its place, or breaks a limit."""
    found: list[str] = []
    url = f"https://news.example/{tail}" if tail else None
    ours = payloads("word" if is_shown(text) else "", url)
    for platform, messages in payloads(text, url).items():
        twins = ours[platform]
        found += [f"{platform}: {len(messages)} messages for {len(twins)}"] if len(messages) != len(twins) else []
        for message, twin in zip(messages, twins, strict=False):
            found += [f"{platform}: {sentence}" for sentence in CHECKS[platform](message)]
            # less may be live: a mark of ours beside one of theirs is dead on Slack
            more = Counter(live(platform, message)) - Counter(live(platform, twin))
            found += [f"{platform}: {more}"] if more else []
    return [f"{text!r} {tail!r}: {problem}" for problem in found]


def storm(seed: int, count: int) -> list[str]:
    """So many texts, each everywhere; what any of them did."""
    dice = random.Random(seed)  # noqa: S311 - dice, not keys
    found: list[str] = []
    for _ in range(count):
        found += attack(hostile(dice), hostile(dice)[:40] if dice.random() < 0.7 else "")
        if len(found) > 20:
            break
    return found


def long_digest(dice: random.Random, lines: int, length: int) -> Digest:
    """A digest of one story whose lines are as long as lines get, and hostile."""
    items = []
    for number in range(lines):
        text = "".join(hostile(dice) + " " for _ in range(length // 60))[:length]
        name = hostile(dice) * 2
        items.append(
            DigestItem(
                claim_id=f"c{number}", claimant=name, body=text, when=hostile(dice), flags=(hostile(dice),) * 3,
                source=name, url=f"https://news.example/{hostile(dice)}",
            )
        )  # fmt: skip
    heading, subtitle = hostile(dice) * 3, hostile(dice) * 5
    section = Section(heading=heading, items=tuple(items))
    return Digest(title=heading, subtitle=subtitle, notice=subtitle, sections=(section,), footer=(heading,) * 4)


OURS = {"mark", "link", "line"}  #: what a digest itself is drawn with


def attack_in_parts(digest: Digest) -> list[str]:
    """Where a digest of several messages breaks a limit, loses a line, or has live what is not ours."""
    found: list[str] = []
    for platform in PLATFORMS:
        messages: list[Any] = list(platform.preview(digest))
        tokens = [token for message in messages for token in live(platform.name, message)]
        found += [f"{platform.name}: {sentence}" for message in messages for sentence in CHECKS[platform.name](message)]
        found += [f"{platform.name}: {token}" for token in tokens if token[0] not in OURS]
        targets = [target for kind, target in tokens if kind == "link"]
        found += [f"{platform.name}: leads to {target}" for target in targets if "//news.example/" not in target]
        parts = platform.split(digest)
        if [one for part in parts for one in part.items] != list(digest.items):
            found.append(f"{platform.name}: a line is lost")
    return found


def test_hostile_texts_do_nothing() -> None:
    """Some texts, each everywhere: whatever is live is what plain words would have brought."""
    assert storm(1, 120) == []


@pytest.mark.parametrize(("lines", "length"), [(12, 6_000), (60, 400)])
def test_long_hostile_digests_do_nothing(lines: int, length: int) -> None:
    """Twelve of the longest lines, and sixty of one story, arrive whole in messages that each fit."""
    assert attack_in_parts(long_digest(random.Random(lines), lines, length)) == []  # noqa: S311 - dice, not keys


@pytest.mark.soak
@pytest.mark.timeout(3_600)
def test_thirty_thousand_hostile_texts_do_nothing() -> None:
    """The same of very many, on both platforms."""
    assert storm(2, 30_000) == []


@pytest.mark.soak
@pytest.mark.timeout(3_600)
def test_many_long_hostile_digests_do_nothing() -> None:
    """The same of three hundred digests of several messages."""
    dice = random.Random(3)  # noqa: S311 - dice, not keys
    digests = (long_digest(dice, *(dice.choice(((12, 6_000), (60, 400), (25, 900))))) for _ in range(300))
    assert [problem for digest in digests for problem in attack_in_parts(digest)] == []
