"""Digests drawn as Slack messages: pure, and built only through slack_sdk's checked models."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from bot.platforms.slack.escaping import GAP, escape, label, link, plain
from bot.platforms.wording import details_of, without_repetition
from digests.composing.splitting import exchanges, split_digest
from digests.models import Digest, DigestItem, Section

MAX_BLOCKS = 50
MAX_HEADER = 150
MAX_SECTION = 2900  #: Slack takes 3000
MAX_TEXT = 10_000  #: all blocks of a message; Slack refuses somewhat above 13,000, fallback included
_MAX_FALLBACK = 1900
_MAX_HEADLINE = 300  #: with the chain behind it
_DRAWN = 128  #: lines that are kept as they were drawn: each is measured before it is sent, and drawn for both
_MOST_APART = 16  #: lines that have a block each
_MOST_DETAILS = 7  #: the date and six flags
_KEPT = 16  #: digests that are kept as they were drawn: each is measured before it is sent
_SPARE_BLOCKS = 3  #: kept free for buttons and a note


@dataclass(frozen=True)
class Message:
    """A Slack message: blocks, and the text for notifications and screen readers."""

    blocks: tuple[Block, ...]
    text: str
    ready_blocks: tuple[dict[str, Any], ...] = field(default=(), repr=False)  #: the first of the blocks, as JSON values

    def payload(self) -> dict[str, Any]:
        """Return the message as the Web API and response URLs take it."""
        return {
            "text": self.text,
            "blocks": [*self.ready_blocks, *(block.to_dict() for block in self.blocks[len(self.ready_blocks) :])],
            "unfurl_links": False,
            "unfurl_media": False,
        }

    def add(self, *blocks: Block) -> Message:
        """Return the message with more blocks below."""
        return Message((*self.blocks, *blocks), self.text, self.ready_blocks)


def digest_message(digest: Digest) -> Message:
    """Return a digest, or one part of it, as a message."""
    blocks, ready_blocks = _drawn(digest)
    return Message(blocks, fallback(digest), ready_blocks)


def split(digest: Digest, *, spare: int = 0) -> list[Digest]:
    """Return the digest in parts that each fit a message, numbered where there are several; borders are lines.

    spare: how many characters to leave free for what is added to a part.
    """
    return split_digest(digest, lambda part: _fits(part, spare))


@functools.lru_cache(maxsize=_DRAWN)
def line(item: DigestItem) -> str:
    """Return one claim as mrkdwn, its claimant in bold."""
    claimant = bold(item.claimant, 150)
    old_words = escape(item.was, 400)
    strikethrough = f"~{old_words}~ " if old_words else ""
    return f"{claimant}{item.joint if claimant else ''}{strikethrough}{escape(item.body, 600)}".strip()


@functools.lru_cache(maxsize=_DRAWN)
def small_print(item: DigestItem, heading: str = "") -> str:
    """Return what stands small below a claim: its date, its flags, and its source as a link.

    heading: that of its section.
    """
    details = (escape(text, 80) for text in islice(details_of(item, heading), _MOST_DETAILS))
    return " · ".join(filter(None, (*details, _origin(item))))


def _origin(item: DigestItem) -> str:
    """The link to the article, and behind it the headline that the line leans on; no emoji comes of both."""
    headline = escape(item.quoted_headline, _MAX_HEADLINE)
    return f"{link(item.url, item.link_text)}{GAP if headline else ''}{headline}"


def fallback(digest: Digest) -> str:
    """Return what a notification says: the title and as many lines as fit."""
    title, notice = escape(digest.title, 300), escape(digest.notice, 400)
    lines = [*filter(None, (title, notice, *(escape(item.line, 400) for item in digest.items)))]
    text = lines[0] if lines else "Digest"
    for item_line in lines[1:]:
        if len(text) + len(item_line) > _MAX_FALLBACK:
            return f"{text}\n…"
        text += f"\n{item_line}"
    return text


def bold(text: str, limit: int) -> str:
    """Return text in bold, or nothing for nothing."""
    mrkdwn = escape(text, limit)
    return f"*{mrkdwn}*" if mrkdwn else ""


def section_block(text: str) -> SectionBlock:
    """Return a section of ready mrkdwn."""
    return SectionBlock(text=MarkdownTextObject(text=text, verbatim=True))


def context_block(*texts: str) -> ContextBlock:
    """Return small print of ready mrkdwn."""
    return ContextBlock(elements=[MarkdownTextObject(text=text, verbatim=True) for text in texts])


def header_block(title: str) -> HeaderBlock:
    """Return a header of plain text."""
    return HeaderBlock(text=PlainTextObject(text=label(title, MAX_HEADER), emoji=False))


def packed(lines: Iterable[str]) -> list[Block]:
    """Return lines of ready mrkdwn in as few sections as hold them."""
    chunks: list[str] = []
    for text in lines:
        if chunks and len(chunks[-1]) + len(text) + 1 <= MAX_SECTION:
            chunks[-1] += f"\n{text}"
        else:
            chunks.append(text)
    return [section_block(chunk) for chunk in chunks]


@functools.lru_cache(maxsize=_KEPT)
def _drawn(digest: Digest) -> tuple[tuple[Block, ...], tuple[dict[str, Any], ...]]:
    """A digest's blocks, and the same as JSON values: the library looks at all of a block to make those."""
    blocks = tuple(_blocks(digest))
    return blocks, tuple(block.to_dict() for block in blocks)


def _blocks(digest: Digest) -> list[Block]:
    blocks: list[Block] = []
    if plain(digest.title):
        blocks.append(header_block(digest.title))
    if subtitle := escape(digest.subtitle, 500):
        blocks.append(context_block(subtitle))
    if notice := escape(digest.notice, 1500):
        blocks.append(section_block(notice))
    draw_lines = _apart if len(digest.items) <= _MOST_APART else _together
    for section in digest.printed_sections:
        blocks += [*_heading(section), *draw_lines(section)]
    if footer := escape(" · ".join(filter(None, digest.footer)), 1000):
        blocks.append(context_block(footer))
    return blocks or [section_block("Nothing to show.")]


def _heading(section: Section) -> Iterator[Block]:
    """What stands over a story."""
    if not section.items:
        return
    if heading := bold(section.title, 300):
        yield from (DividerBlock(), section_block(heading))
    if note := escape(section.note, 400):
        yield context_block(note)
    teller, _ = without_repetition(section)
    if teller:
        first = section.items[0]
        yield context_block(" · ".join(filter(None, (escape(teller, 400), _origin(first)))))


def _lines(section: Section) -> Iterator[tuple[str, str, str]]:
    """Each line with its small print, and the bar behind which those stand that answer each other."""
    _, items = without_repetition(section) if section.items else ("", ())
    for exchange in exchanges(items):
        bar = ">" if len(exchange) > 1 else ""
        yield from ((bar, line(item) or "…", small_print(item, section.heading)) for item in exchange)


def _apart(section: Section) -> Iterator[Block]:
    """Lines that each have their own block, so that no client folds them, and their small print small."""
    for bar, text, details in _lines(section):
        yield section_block(f"{bar}{text}")
        if details:
            yield context_block(details)


def _together(section: Section) -> list[Block]:
    """Lines of which there are more than blocks in a message."""
    return packed(
        "\n".join(f"{bar}{part}" for part in (text, details) if part) for bar, text, details in _lines(section)
    )


def weight(blocks: Iterable[Block]) -> int:
    """Return how many characters blocks have in all, as far as Slack may count them."""
    return sum(_weight(block.to_dict()) for block in blocks)


def _fits(digest: Digest, spare: int) -> bool:
    _, ready_blocks = _drawn(digest)
    return len(ready_blocks) <= MAX_BLOCKS - _SPARE_BLOCKS and sum(map(_weight, ready_blocks)) <= MAX_TEXT - spare


def _weight(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_weight, value.values()))
    return sum(map(_weight, value)) if isinstance(value, list) else 0
