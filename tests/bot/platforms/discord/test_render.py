"""How digests, answers and hostile text look on Discord."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bot.models import Answer, SourceView, Suggestion
from bot.platforms.discord import render
from bot.platforms.discord.buttons import Buttons, Press
from bot.platforms.discord.escaping import escape, link, plain, safe_url, size
from digests.models import Digest, DigestItem, Request, Section
from digests.query.request import read_request
from tests.fakes import digest, item
from tests.peers.discord_rules import broken_in_message

HOSTILE = "@everyone <@123> **bold** ||spoiler|| `code` [click](https://evil.example) https://evil.example <t:1:R>"
text = st.text(st.characters(), max_size=400)
texts = st.one_of(text, st.sampled_from([HOSTILE, "\\" * 300, "*" * 300, "𝕏" * 300, "\ud800", "@here", "# h", "1. x"]))
items = st.builds(
    DigestItem,
    claim_id=st.just("c1"),
    claimant=texts,
    body=texts,
    when=texts,
    flags=st.lists(texts, max_size=3).map(tuple),
    source=texts,
    headline=texts,
    url=st.none() | texts | texts.map(lambda tail: f"https://news.example/{tail}"),
)
sections = st.builds(Section, heading=texts, items=st.lists(items, max_size=8).map(tuple))
digests = st.builds(
    Digest,
    title=texts,
    subtitle=texts,
    sections=st.lists(sections, max_size=3).map(tuple),
    notice=texts,
    footer=st.lists(texts, max_size=4).map(tuple),
)


def sent(message: render.Message) -> dict[str, Any]:
    """The payload of a message that is posted."""
    return {**render.contents(message), "allowed_mentions": {"parse": []}}


def test_the_headline_that_a_line_leans_on_stands_small_behind_its_outlet() -> None:
    """The outlet is the link; its words stand in quotation marks, as text, and once for lines in a row."""
    [drawn] = render.message(digest(*(item(n, headline="*Bridge* shut") for n in ("c1", "c2"))))

    links = [small.partition("[")[2] for small in (drawn.description or "").split("\n") if "](" in small]
    assert [words.partition("](")[0] for words in links] == ["Example Wire"] * 2
    assert [words.partition(")")[2] for words in links] == [": “\\*Bridge\\* shut”", ""]


def test_a_digest_is_drawn_line_by_line() -> None:
    """A line names the claimant first, in bold; its date, its flags and the link to the passage stand small below."""
    [drawn] = render.message(digest(item("c1"), item("c2", claimant="General Staff", flags=(), url=None)))

    assert (drawn.title, drawn.description, drawn.footer.text) == snapshot(
        (
            "Kursk",
            """\
-# 31 Jan to 7 Feb 2025 · UTC
### Fri 7 Feb
**ISW**: Ukrainian forces advanced up to 5 km SE of Sudzha
-# Thu 6 Feb · unconfirmed · [Example Wire](https://wire.example/articles/c1#:~:text=advanced)
**General Staff**: Ukrainian forces advanced up to 5 km SE of Sudzha
-# Thu 6 Feb · Example Wire\
""",
            """\
2 articles read
2 claims\
""",
        )
    )


def test_both_sides_of_a_dispute_stand_at_one_bar() -> None:
    """Lines that answer each other are set apart from what stands alone, their small print with them."""
    pair = (item("c1"), item("c2", claimant="The governor", answers_previous=True), item("c3", claimant="Wire"))
    [drawn] = render.message(digest(*pair))

    bars = [text.startswith("> ") for text in (drawn.description or "").split("\n")[2:]]
    assert bars == [True] * 4 + [False] * 2


def test_what_a_heading_says_is_not_said_again() -> None:
    """Where a story's first line is its heading, only who tells it stands below the heading."""
    report = item("c1", claimant="Reported by Wire", body="The dam broke", flags=())
    section = Section(heading="The dam broke", items=(report, item("c2")))
    [drawn] = render.message(digest().model_copy(update={"subtitle": "", "notice": "", "sections": (section,)}))

    texts = (drawn.description or "").split("\n")
    assert texts[0] == "### The dam broke"
    assert texts[1].startswith("-# Reported by Wire · Thu 6 Feb · [Example Wire](")
    assert texts[2].startswith("**ISW**")


def test_a_notification_says_the_title() -> None:
    """What is posted has its title as text, once, as a notification shows no embed; one without text keeps it there."""
    [drawn], [empty] = render.messages(digest(item("c1"), title="Kursk *news*")), render.messages(Digest(title="Kursk"))

    assert render.contents(drawn)["content"] == r"**Kursk \*news\***"
    assert "title" not in render.contents(drawn)["embeds"][0]
    assert render.contents(empty) == {"content": "", "embeds": [empty[0].to_dict()]}


@given(digests)
def test_no_text_begins_a_line_of_its_own(whole: Digest) -> None:
    """Every line of a drawn digest is one of ours: only headings, bars and small print begin with a mark."""
    lines = [text for part in render.messages(whole) for card in part for text in (card.description or "").split("\n")]
    bare = [re.sub(r"^(> )?(-# |### )?", "", text) for text in lines]

    assert not [text for text in bare if re.match(r"#|>|-[ #]|\d+[.)] ", text)]


@given(digests)
def test_every_part_keeps_discords_limits(whole: Digest) -> None:
    """Whatever a digest holds, each message made of it breaks no rule of Discord."""
    parts = render.split(whole)
    broken = [sentence for part in parts for sentence in broken_in_message(sent(render.message(part)))]

    assert broken == []


@given(digests)
def test_splitting_loses_no_line(whole: Digest) -> None:
    """The parts hold every line once and in order, and splitting a part again changes nothing."""
    parts = render.split(whole)

    assert tuple(line for part in parts for line in part.items) == whole.items
    assert [render.split(part) for part in parts] == [[part] for part in parts]


def test_several_parts_are_numbered() -> None:
    """Subtitle and notice open the first part, the footer closes the last, and titles count."""
    long = digest(*[item(f"c{n}", body="word " * 60) for n in range(25)], notice="Read this.")
    parts = render.split(long)

    assert len(parts) > 1
    assert [part.title for part in parts] == [f"Kursk ({n}/{len(parts)})" for n in range(1, len(parts) + 1)]
    assert [bool(part.notice) for part in parts] == [n == 0 for n in range(len(parts))]
    assert [bool(part.footer) for part in parts] == [n == len(parts) - 1 for n in range(len(parts))]
    assert {section.heading for part in parts for section in part.sections} == {"Fri 7 Feb"}


@pytest.mark.parametrize(
    "hostile",
    [
        "@everyone", "@here", "<@123>", "<@!123>", "<@&123>", "<#123>", "<:x:1>", "<t:1:R>", "</claims:1>",
        "**b**", "__u__", "~~s~~", "||s||", "`c`", "```c```", "[a](https://evil.example)", "https://evil.example",
        "# big", "> quote", ">>> quote", "- list", "-# small", "1. list", "\\*", "\u202eesrever", "a\x00b\nc",
    ],
)  # fmt: skip
def test_text_is_shown_not_obeyed(hostile: str) -> None:
    """No markup of another's text survives unescaped."""
    shown = escape(hostile, 200)
    bare = re.sub(r"\\.", "x", shown)

    assert not re.search(r"@everyone|@here|<[@#:/at]|[*_~|`\[\]]|://|[\u202a-\u202e\x00\n]", bare)
    assert not re.match(r"#|>|-[ #]|\d+[.)] ", bare)


@given(texts, st.integers(1, 300))
def test_escaped_text_keeps_its_limit_and_its_words(raw: str, limit: int) -> None:
    """Escaping stays within the limit, tears no escape, and changes nothing that a reader sees."""
    shown = escape(raw, limit)

    assert size(shown) <= limit
    assert not re.search(r"(?<!\\)(\\\\)*\\$", shown.removesuffix("…"))
    if not shown.endswith("…"):
        seen = re.sub(r"\\(.)", r"\1", shown).replace("\u200b", "")
        assert seen == plain(raw, 10_000).replace("\u200b", "")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("https://a.example/(x) y", "https://a.example/%28x%29%20y"),
        ("https://a.example/x#:~:text=up%20to", "https://a.example/x#:~:text=up%20to"),
        ("HTTPS://A.example/ü", "https://a.example/%C3%BC"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://a.example:8443/", "https://a.example:8443/"),
        ("https://a.example/#" + "x" * 1000, "https://a.example/"),
        ("https://a.example/" + "x" * 1000, None),
        ("https://user:password@a.example/", None),
        ("https://a.example:port/", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.example", None),
        ("https://", None),
        ("", None),
        (None, None),
    ],
)
def test_only_plain_web_addresses_are_linked(url: str | None, safe: str | None) -> None:
    """A link opens http(s) alone, and nothing in the address can end the link early."""
    assert safe_url(url) == safe
    assert link("Source", url) == (f"[Source]({safe})" if safe else "Source")


def test_corrected_words_are_struck_out() -> None:
    """What a correction replaced is struck out before what replaced it, its own marks shown as they are."""
    assert r": ~~the \~\~road\~\~ was shut~~ " in render.line(item("c1", was="the ~~road~~ was shut"))


@given(texts, texts)
def test_a_link_is_one_link(label: str, url: str) -> None:
    """Whatever label and address are, at most one target stands in the result, and it is http(s)."""
    drawn = re.sub(r"\\.", "", link(label, url))

    assert drawn.count("](") <= 1
    assert all(target.startswith(("http://", "https://")) for target in re.findall(r"\]\((.*)\)$", drawn))


@given(st.sampled_from(["answer", "sources", "share"]), texts, st.none() | st.text(min_size=1, max_size=80))
def test_a_custom_id_says_what_was_pressed(action: Any, about: str, page: str | None) -> None:
    """A press comes back as it was written, within 100 characters."""
    buttons = Buttons()
    press = Press(action, Request(about=about, show=5), page)
    custom_id = buttons.custom_id(press)

    assert size(custom_id) <= 100
    assert buttons.read(custom_id) == press


def test_a_short_custom_id_outlives_the_process() -> None:
    """Another process understands a button if its request and page fit into the id, and knows when they did not."""
    short, long = (
        Press("answer", read_request("kursk since:7d"), "2025-02-06T12:00:00+00:00 c12"),
        Press("share", Request(about="x" * 200)),
    )
    before, after = Buttons(), Buttons()

    assert after.read(before.custom_id(short)) == short
    assert after.read(before.custom_id(long)) is None


@pytest.mark.parametrize(
    "custom_id",
    ["", "x", "dateline", "dateline:a", "dateline:z:0:x", "dateline:a:x:y", "dateline:a:²:y", "dateline:a:0:show:99"],
)
def test_a_foreign_custom_id_is_unknown(custom_id: str) -> None:
    """What we did not write is not understood."""
    assert Buttons().read(custom_id) is None


def test_an_answer_offers_other_subjects() -> None:
    """Up to five choices become buttons, and an empty answer has nothing to page or share."""
    choices = tuple(Suggestion(label=f"Place {n}", value=f"place {n}") for n in range(7))
    reply = render.answer(Answer(digest=digest(notice="Nothing found."), choices=choices), Request())

    assert (len(reply.choices), reply.buttons) == (5, False)


def test_a_passage_is_shown_in_its_context() -> None:
    """`/source` marks the passage among its surroundings, which stay one quotation."""
    view = SourceView(
        claim_id="c1",
        line="ISW: advanced up to 5 km",
        before="It said\n\nthat",
        exact="forces *advanced* up to five kilometers",
        after="on Thursday.",
        headline="News",
        source="Example Wire",
        published="Fri 7 Feb 2025",
        url="https://wire.example/1",
    )

    assert render.source(view).messages[0][0].description == snapshot("""\
ISW: advanced up to 5 km
> It said that **forces \\*advanced\\* up to five kilometers** on Thursday.

[News](https://wire.example/1)
Example Wire · Fri 7 Feb 2025\
""")


def test_an_ordinary_digest_is_one_message() -> None:
    """Twelve full lines with long links fit into one message, though not into one embed."""
    body = "forces advanced up to five kilometers along the road, with at least two villages named in the statement"
    url = "https://wire.example/2025/02/07/a-headline-of-ordinary-length#:~:text=" + "x" * 100
    full = [item(f"c{n}", claimant="The General Staff", body=f"{body} {n}", url=url) for n in range(12)]
    [cards] = render.messages(digest(*full))

    assert len(cards) == 2
    assert [bool(card.title) for card in cards] == [True, False]
    assert [bool(card.footer.text) for card in cards] == [False, True]
    assert sum((card.description or "").count("-# Thu") for card in cards) == 12
