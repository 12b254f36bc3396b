"""Records as text with front matter, and as feeds: how each is written, and what becomes of markup."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from bot.records import read_records
from bot.records.texts.html_text import one_line, plain_text
from bot.records.texts.wrapping import join_wraps
from digests.models import Article
from tests.pace import ENDS, UNITS, check_pace


def article(data: bytes | str) -> Article:
    """Read one record that must be sound."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    (found,) = read_records(None, stream, name="-")
    assert isinstance(found, Article), found
    return found


# --- front matter ---------------------------------------------------------------------------------------------


def test_front_matter_lists_and_names() -> None:
    """Lists by dashes, brackets or commas, names below names and quotation marks are read."""
    text = """---
publisher: 'Sample''s "Courier"'
headline: "Line: with a colon \\u2026"
author:
- A. One
- B. Two
tags: [x, "y z"]
derived_from:
  - Example Wire
  - name: Example Agency
    url: https://agency.example/1
corrections:
  - date: 2025-02-08
    text: "Said: ten, not nine."
version: 2
zone_assumed: true
supersedes:
---
Text"""
    found = article(text.replace("\n", "\r\n"))

    assert (found.publisher.name, found.headline) == ('Sample\'s "Courier"', "Line: with a colon …")
    assert (found.author, found.tags) == (("A. One", "B. Two"), ("x", "y z"))
    assert [origin.url for origin in found.derived_from] == [None, "https://agency.example/1"]
    assert found.corrections[0].text == "Said: ten, not nine."
    assert (found.version, found.zone_assumed, found.supersedes) == (2, True, None)


# --- feeds ----------------------------------------------------------------------------------------------------


def feed(*items: str, head: str = "<title>Example Wire</title>") -> str:
    """An RSS document."""
    return f"<rss version='2.0'><channel>{head}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<script>if (a < b) x()</script>a<style>p{}</style>b<!-- c -->", "ab"),
        ("5 &lt; 6 &amp; x &hellip; &#8220;q&#8221;", "5 < 6 & x … “q”"),
        ("a  <b>b</b>\n c", "a b c"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ('<a title="1 > 0" href=x>a</a>', "a"),
        ("a<p>never <unclosed", "a\nnever"),
        ("3 < 4", "3 < 4"),
        ("<!-- a --!>b<!-- never closed", "b"),
        ("<!doctype x>a<?php b ?>c</>d<!e", "acd"),
        ("a</script>b<svg/>c", "abc"),
        ("a\n\n<i>b</i>", "a b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    """Blocks become lines, entities characters, and what a reader does not see is dropped."""
    found = article(feed(f"<description><![CDATA[<div>{markup}</div>]]></description>"))

    assert found.body == text


def test_plain_text_in_a_feed_keeps_its_lines() -> None:
    """A description without tags is no HTML: its line breaks are paragraphs, and its entities characters."""
    assert article(feed("<description>One &amp;amp; a.\n\nTwo.</description>")).body == "One & a.\n\nTwo."
    encoded = "<x:encoded xmlns:x='http://purl.org/rss/1.0/modules/content/'>One.\nTwo.</x:encoded>"
    assert article(feed(encoded)).body == "One.\nTwo."


def test_titles_are_one_line() -> None:
    """Markup and line breaks of a title are taken out."""
    found = article(feed("<title>\n A &lt;i&gt;b&lt;/i&gt;\n c </title><description>x</description>"))

    assert found.headline == "A b c"


def test_feed_without_zone_keeps_the_entry() -> None:
    """A date without a zone is taken as UTC, and marked."""
    found = article(feed("<description>x</description><pubDate>Fri, 07 Feb 2025 12:00:00</pubDate>"))

    assert found.date_published == datetime(2025, 2, 7, 12, tzinfo=UTC)
    assert found.zone_assumed


def test_entries_without_address_differ_by_feed() -> None:
    """The same number in two feeds names two articles."""
    items = "<guid isPermaLink='false'>7</guid><description>x</description>"
    here, there = article(feed(items)), article(feed(items, head="<title>Other</title>"))

    assert here.id != there.id
    assert here.id == article(feed(items.replace(">x<", ">y<"))).id


def test_declared_encoding_is_read() -> None:
    """A feed that says it is written in another encoding is read in that one."""
    text = "<?xml version='1.0' encoding='windows-1251'?>" + feed("<description>Курск</description>")

    assert article(text.encode("windows-1251")).body == "Курск"


# --- pace -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("read", [plain_text, one_line, join_wraps])
@settings(max_examples=30)
@given(unit=UNITS, end=ENDS)
def test_no_markup_stalls_a_reader(read: Callable[[str], str], unit: str, end: str) -> None:
    """Tags that open and never close, or comments that do not end, are read in linear time like everything else."""
    check_pace(read, unit, end)
