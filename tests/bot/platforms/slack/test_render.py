"""Drawing for Slack: limits kept, hostile text shown literally, nothing lost."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bot.models import Answer, SourceView, Suggestion
from bot.platforms.slack.escaping import address, escape, link, plain
from bot.platforms.slack.posted import posted_messages
from bot.platforms.slack.render import Message, digest_message, line, small_print, split
from bot.platforms.slack.views import (
    State,
    answer_messages,
    ask_view,
    options,
    refusal,
    source_message,
    sources_messages,
)
from digests.models import Digest, Request, Section, Subject
from tests import make
from tests.bot.platforms.slack.drawings import HOSTILE, digests, short, words
from tests.fakes import digest, item
from tests.peers.slack_rules import check_message, check_options, check_view

URL = "https://wire.example/a?x=1&y=2#:~:text=up%20to"


def violations(message: Message) -> list[str]:
    """Return what Slack would have against a message."""
    return check_message(json.loads(json.dumps(message.payload())))


def shown(text: str) -> str:
    """Return what a reader sees of escaped text."""
    return html.unescape(text.replace("\u200b", ""))


def test_the_headline_that_a_line_leans_on_stands_behind_its_outlet() -> None:
    """The outlet is the link; its words stand in quotation marks, as text."""
    drawn = small_print(item(url="https://a.example", headline="<Bridge> shut"))

    assert drawn.endswith("<https://a.example|Example Wire>\u200b: “&lt;Bridge&gt; shut”")


def test_a_digest_is_header_lines_and_footer() -> None:
    """A digest is drawn as a header, small print, headings, a section and small print for each line, and a footer."""
    assert [block.to_dict() for block in digest_message(digest(item(url="https://a.example"))).blocks] == snapshot(
        [
            {"text": {"emoji": False, "text": "Kursk", "type": "plain_text"}, "type": "header"},
            {
                "elements": [{"text": "31 Jan to 7 Feb 2025 · UTC", "type": "mrkdwn", "verbatim": True}],
                "type": "context",
            },
            {"type": "divider"},
            {"text": {"text": "*Fri 7 Feb*", "type": "mrkdwn", "verbatim": True}, "type": "section"},
            {
                "text": {
                    "text": "*ISW*: Ukrainian forces advanced up to 5 km SE of Sudzha",
                    "type": "mrkdwn",
                    "verbatim": True,
                },
                "type": "section",
            },
            {
                "elements": [
                    {
                        "text": "Thu 6 Feb · unconfirmed · <https://a.example|Example Wire>",
                        "type": "mrkdwn",
                        "verbatim": True,
                    }
                ],
                "type": "context",
            },
            {
                "elements": [{"text": "2 articles read · 2 claims", "type": "mrkdwn", "verbatim": True}],
                "type": "context",
            },
        ]
    )


def test_a_line_names_its_claimant_first() -> None:
    """A line has the claimant in bold and the body; the date, the flags and the link stand small below it."""
    assert line(item(url=URL)) == "*ISW*: Ukrainian forces advanced up to 5 km SE of Sudzha"
    assert small_print(item(url=URL)) == (
        "Thu 6 Feb · unconfirmed · <https://wire.example/a?x=1&amp;y=2#:~:text=up%20to|Example Wire>"
    )


def test_lines_that_answer_each_other_stand_at_a_bar() -> None:
    """Both sides of a dispute are set apart by one bar, and what stands alone has none."""
    pair = (item("c1"), item("c2", claimant="The governor", answers_previous=True), item("c3", claimant="ISW"))
    shown = [block.to_dict() for block in digest_message(digest(*pair)).blocks]
    bodies = [block["text"]["text"] for block in shown if block["type"] == "section"][1:]
    assert [text.startswith(">") for text in bodies] == [True, True, False]
    assert not line(item(claimant="", body="> a quotation")).startswith(("&gt;", ">"))


def test_what_a_heading_says_is_not_said_again() -> None:
    """Where a story's first line is its heading, only who tells it stands below the heading."""
    report = item("c1", claimant="Reported by Wire", body="The dam broke", flags=())
    section = Section(heading="The dam broke", items=(report, item("c2")))
    blocks = [b.to_dict() for b in digest_message(Digest(title="News", sections=(section,))).blocks]
    assert [b["type"] for b in blocks] == ["header", "divider", "section", "context", "section", "context"]
    assert blocks[3]["elements"][0]["text"].startswith("Reported by Wire · Thu 6 Feb · <")


def test_corrected_words_are_struck_out() -> None:
    """What a correction replaced is struck out before what replaced it, its own marks shown as they are."""
    assert ": ~the road was shut~ Ukrainian forces" in line(item(was="the road was shut"))
    assert ": ~a \u200b~\u200b b~ Ukrainian forces" in line(item(was="a ~ b"))


def test_hostile_text_is_literal() -> None:
    """Markup, mentions, links and control characters of an article are shown as characters and do nothing."""
    hostile = item(claimant=HOSTILE, body=HOSTILE, source=HOSTILE, flags=(HOSTILE,), when=HOSTILE, url=URL)
    drawn = f"{line(hostile)} {small_print(hostile)}"
    assert not re.search(r"<(?!https://wire\.example)", drawn)
    assert "\u202e" not in drawn
    assert "\n" not in drawn
    assert "@here" not in drawn
    assert ":tada:" not in drawn
    assert re.findall(r"\*(?!\u200b)", drawn) == ["*", "*"]
    assert violations(digest_message(digest(item(claimant=HOSTILE, body=HOSTILE, url=URL), title=HOSTILE))) == []


@given(st.text(max_size=400))
def test_escaping_loses_nothing(text: str) -> None:
    """Escaped text reads as the text itself, on one line."""
    assert shown(escape(text, 10_000)) == plain(text).replace("\u200b", "")


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_escaped_text_keeps_its_limit_and_its_entities(text: str, limit: int) -> None:
    """Cut text is within the limit and never ends within an entity."""
    cut = escape(text, limit)
    assert len(cut) <= limit
    assert "&" not in re.sub(r"&(amp|lt|gt);", "", cut)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (URL, "https://wire.example/a?x=1&amp;y=2#:~:text=up%20to"),
        ("https://wire.example/a|b>c <d>\n", "https://wire.example/a%7Cb%3Ec%20%3Cd%3E"),
        ("https://wire.example/київ", "https://wire.example/%D0%BA%D0%B8%D1%97%D0%B2"),
        ("https://wire.example/#" + "x" * 2000, "https://wire.example/"),
        ("https://wire.example/" + "x" * 2000, None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://", None),
        ("http://[", None),
        ("https://wire.example@evil.example/a", None),
        ("https://новини.example/a", "https://xn--b1amarcd.example/a"),
        ("//wire.example/a", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_linked(url: str | None, expected: str | None) -> None:
    """Only http and https addresses become links, and none can end the link early."""
    assert address(url) == expected
    assert "|" not in link(None, "Wire | Service")
    assert link(url, "Wire") == (f"<{expected}|Wire>" if expected else "Wire")


@settings(max_examples=40)
@given(digests)
def test_any_digest_fits_slack(value: Digest) -> None:
    """Whatever a digest holds, each of its parts is a message that Slack takes."""
    for part in split(value):
        assert violations(digest_message(part)) == []


@settings(max_examples=40)
@given(digests)
def test_splitting_keeps_every_line_in_order(value: Digest) -> None:
    """The parts together hold the digest's lines, once each and in order."""
    assert tuple(one for part in split(value) for one in part.items) == value.items


@pytest.mark.parametrize("count", [0, 1, 12])
def test_an_ordinary_digest_stays_whole(count: int) -> None:
    """Twelve long lines with long links are one message, with nothing added to its title."""
    long = [item(f"c{n}", body="word " * 40, url=URL + "x" * 300) for n in range(count)]
    assert split(digest(*long)) == [digest(*long)]


def test_parts_are_numbered_and_share_nothing() -> None:
    """The parts of a long digest are numbered; the first has the small print, the last the footer."""
    parts = split(digest(*(item(f"c{n}", body="x" * 500) for n in range(60)), notice="Note."))
    assert [part.title for part in parts] == [f"Kursk ({n}/{len(parts)})" for n in range(1, len(parts) + 1)]
    assert [bool(part.subtitle) for part in parts] == [True] + [False] * (len(parts) - 1)
    assert [bool(part.footer) for part in parts] == [False] * (len(parts) - 1) + [True]


@settings(max_examples=40)
@given(digests, words | words.map(lambda text: text * 4), st.none() | short)
def test_any_answer_fits_slack(value: Digest, request: str, page: str | None) -> None:
    """An answer with choices, buttons and any request is within the limits, its sources as well."""
    answer = Answer(digest=value, choices=(Suggestion(label="*x*", value="x"),) * 12, next_page="p")
    for message in (
        *answer_messages(answer, State(request=Request(about=request), page=page)),
        *sources_messages(value),
    ):
        assert violations(message) == []


@given(st.text(), st.none() | st.text())
def test_a_button_remembers_its_request(request: str, page: str | None) -> None:
    """A button's value gives back the request and the page."""
    assert State.load(State(request=Request(about=request), page=page).dump()) == State(
        request=Request(about=request), page=page
    )


@pytest.mark.parametrize("value", ["", "1", "[]", "{}", '{"r": 1}', "nonsense"])
def test_a_strange_button_value_is_an_error(value: str) -> None:
    """A value that no button of ours has is refused."""
    with pytest.raises(ValueError, match=r".*"):
        State.load(value)


@given(
    st.builds(
        SourceView, **{name: words.map(lambda text: text * 4) for name in SourceView.model_fields if name != "url"}
    )
)
def test_any_source_fits_slack(view: SourceView) -> None:
    """A passage of any length and content is within the limits."""
    assert violations(source_message(view)) == []


def test_the_form_and_its_choices_fit_slack() -> None:
    """The form and the choices offered while typing are within the limits, whatever they are called."""
    assert check_view(ask_view("x" * 5000).to_dict()) == []
    offered = options([Suggestion(label="x" * 100, value="y" * 100), Suggestion(label=" ", value="z")])
    assert [one["value"] for one in offered] == ["y" * 100]
    assert check_options(json.loads(json.dumps(offered))) == []


def test_a_refusal_names_who_can() -> None:
    """A refusal names the users and groups that the settings name."""
    assert "<@U1>, <!subteam^S1>" in refusal(frozenset({"S1", "U1"}), role_unknown=False).replace(
        "<!subteam^S1>, <@U1>", "<@U1>, <!subteam^S1>"
    )


@settings(max_examples=30)
@given(digests, st.lists(short, max_size=12), st.booleans())
def test_any_posted_digest_fits_slack(value: Digest, names: list[str], is_note: bool) -> None:
    """A digest with all that leads on from it is within the limits, and none of its lines is lost."""
    subjects = tuple(Subject(kind="place", id=str(n), name=name) for n, name in enumerate(names))
    delivery = make.delivery(digest=value.model_copy(update={"subjects": subjects}), thread="1.0" if is_note else None)
    messages = posted_messages(delivery)
    for message in messages:
        assert violations(message) == []
    has_controls = any(block.type == "actions" for block in messages[-1].blocks)
    assert has_controls == bool(value.items)
