"""How digests, answers, passages and schedules look on Discord. Pure: values in, embeds out.

All but the titles of what is posted is put into embeds: no address unfurls there and nobody is mentioned.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.models import Answer, Proposal, SourceView, Suggestion
from bot.platforms.discord.escaping import cut, escape, link, plain, size
from bot.platforms.discord.posted import PostedPress
from bot.platforms.legend import TITLE, legend_rows
from bot.platforms.wording import details_of, gaps_of, without_repetition
from digests.composing.splitting import exchanges, split_digest
from digests.models import Digest, DigestItem, Request, Section

COLOUR = 0x3B5B7A
_MOST_VALUE = 100  #: characters of a choice's value
_SMALL = "-# "  #: begins a line that Discord draws small and grey
_DETAILS = 250  #: characters of a line's date and flags
_HEADLINE = 300  #: characters of a headline, and of the chain behind it
_EXCERPT = 60  #: characters of a line by which it is known in a list
_DRAWN = 128  #: lines that are kept as they were drawn: each is measured before it is sent, and drawn for both
_MESSAGE, _DESCRIPTION, _TITLE, _FOOTER = 5970, 4096, 240, 1000  # Discord takes 6000; a reference is added

#: What one message holds: embeds with at most 6000 characters together.
Message = tuple[discord.Embed, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a command; choices and buttons go under its last message."""

    messages: tuple[Message, ...]
    choices: tuple[Suggestion, ...] = ()
    buttons: bool = False  #: whether the reader can page, see sources and share
    request: Request | None = None  #: what it answers, and which page of it
    page: str | None = None
    next_page: str | None = None
    passages: tuple[DigestItem, ...] = ()  #: lines whose passages can be opened
    proposal: Proposal | None = None  #: a schedule that waits for the asker's word
    item: str = ""  #: what waits for the desk and can be decided below it
    picture: bytes | None = None  #: a PNG that stands with its first message
    more_of: PostedPress | None = None  #: the digest whose next page of claims without a line follows


def split(digest: Digest) -> list[Digest]:
    """Parts that each fit into one message, cut between lines and numbered “(2/3)” where there are several."""
    return split_digest(digest, lambda part: sum(map(_size, message(part))) <= _MESSAGE)


def message(part: Digest) -> Message:
    """One part as a message."""
    chunks = pages([*_opening(part), *(text for section in part.printed_sections for text in _block(section))])
    embeds = [embed(part.title if number == 0 else "", chunk) for number, chunk in enumerate(chunks)]
    footer = _footer(part)
    if footer:
        embeds[-1].set_footer(text=footer)
    return tuple(embeds)


def contents(cards: Message) -> dict[str, Any]:
    """A message as it is posted: its title as text, which is all that a notification shows, above the rest."""
    first, *others = (dict(card.to_dict()) for card in cards)
    title = first.pop("title", "") if first.get("description") else ""
    return {"content": f"**{title}**" if title else "", "embeds": [first, *others]}


def messages(digest: Digest) -> tuple[Message, ...]:
    """A whole digest in as many messages as it needs."""
    return tuple(message(part) for part in split(digest))


@functools.lru_cache(maxsize=_DRAWN)
def line(item: DigestItem, heading: str = "") -> str:
    """`**CLAIMANT**: body`, and small below it `when · flag · [source](url)`; heading: that it stands under."""
    claimant = marked("**", item.claimant, 150, item.joint)
    strikethrough = marked("~~", item.was, 400, " ")
    details = escape(" · ".join(details_of(item, heading)), _DETAILS)
    small_print = " · ".join(filter(None, (details, _origin(item))))
    return f"{claimant}{strikethrough}{escape(item.body, 900)}\n{_SMALL}{small_print}"


def marked(mark: str, text: str, limit: int, end: str = "") -> str:
    """Text between two marks, with what follows it; nothing where there is nothing to see."""
    words = escape(text, limit)
    return f"{mark}{words}{mark}{end}" if words else ""


def answer(claims_answer: Answer, request: Request, page: str | None = None) -> Reply:
    """The answer to `/claims`."""
    return Reply(
        messages(claims_answer.digest),
        choices=claims_answer.choices[:5],
        buttons=bool(claims_answer.digest.items),
        request=request,
        page=page,
        next_page=claims_answer.next_page,
    )


def sources(digest: Digest) -> Reply:
    """Where each line comes from: a link to its passage, and a list from which the passage can be opened here."""
    lines = [
        f"{number}. {marked('**', i.claimant, 200, i.joint)}{escape(_beginning(i), 200)} {link(i.source, i.url)}"
        for number, i in enumerate(digest.items, 1)
    ]
    if not lines:
        return notice("There are no lines to give sources for.")
    return Reply(tuple((embed("Sources", page),) for page in pages(lines)), passages=digest.items)


def choices(items: Sequence[DigestItem]) -> list[discord.SelectOption]:
    """Lines to choose from, each once."""
    lines = {item.claim_id: item for item in items if 0 < len(item.claim_id) <= _MOST_VALUE}
    return [
        discord.SelectOption(label=plain(f"{number}. {item.line}", 100), value=claim_id)
        for number, (claim_id, item) in enumerate(list(lines.items())[:25], 1)
    ]


def more(claims_answer: Answer, press: PostedPress) -> Reply:
    """What was new for a digest and has no line in it."""
    reply = Reply(messages(claims_answer.digest), passages=claims_answer.digest.items)
    return replace(reply, next_page=claims_answer.next_page, more_of=press)


def source(view: SourceView) -> Reply:
    """The passage behind a claim, in its context."""
    first, last = gaps_of(view)
    passage = f"{first}{marked('**', view.exact, 1500)}{last}"
    context = f"{escape(view.before[-400:], 900)}{passage}{escape(view.after, 700)}".strip()
    article = f"{link(view.headline or view.source, view.url)}\n{escape(view.source, 300)}"
    standing = marked("**", view.standing, 400, "\n")
    text = f"{escape(view.line, 900)}\n{standing}> {context}\n\n{article} · {escape(view.published, 100)}"
    return single(embed("", text).set_footer(text=plain(view.claim_id, 200)))


def legend(digest: Digest | None = None, *, opening: str = "", title: str = TITLE) -> Reply:
    """How to read a digest, or any digest; opening: what stands before that."""
    return table(title, legend_rows(digest), opening=opening)


def table(title: str, rows: Iterable[tuple[str, str]], *, opening: str = "") -> Reply:
    """Words and what each means; opening: what stands before them."""
    texts = (f"**{escape(name, 100)}**: {escape(meaning, 300)}" for name, meaning in rows)
    return single(embed(title, "\n".join([*([f"{escape(opening, 1000)}\n"] if opening else []), *texts])))


def notice(text: str, *, title: str = "") -> Reply:
    """A short message of our own; `text` may hold other people's words and is escaped."""
    return single(embed(title, escape(text, 2000)))


def lines(title: str, texts: Sequence[str]) -> Reply:
    """A list."""
    return single(embed(title, "\n".join(f"• {escape(text, 300)}" for text in texts)))


def embed(title: str, description: str) -> discord.Embed:
    """An embed of ready text."""
    head = escape(title, _TITLE)
    text = description or (None if head else "Nothing to show.")  # Discord refuses an empty message
    return discord.Embed(title=head or None, description=text, colour=COLOUR)


def single(only_embed: discord.Embed) -> Reply:
    """A reply of one message."""
    return Reply(((only_embed,),))


def _footer(digest: Digest) -> str:
    return cut("\n".join(plain(text, 300) for text in digest.footer), _FOOTER)


def _opening(digest: Digest) -> Iterator[str]:
    if subtitle := escape(digest.subtitle, 400):
        yield f"{_SMALL}{subtitle}"
    if notice := escape(digest.notice, 800):
        yield notice


def _block(section: Section) -> Iterator[str]:
    """A story: its heading and its lines; those that answer each other stand behind one bar."""
    if not section.items:
        return
    if heading := escape(section.title, 200):
        yield f"### {heading}"
    if note := escape(section.note, 400):
        yield f"{_SMALL}{note}"
    teller, items = without_repetition(section)
    if teller:
        first = section.items[0]
        yield f"{_SMALL}{escape(teller, _DETAILS)} · {_origin(first)}"
    for exchange in exchanges(items):
        texts = (line(item, section.heading) for item in exchange)
        yield from (f"> {text}".replace("\n", "\n> ") for text in texts) if len(exchange) > 1 else texts


def _origin(item: DigestItem) -> str:
    """The link to the article, and behind it the headline that the line leans on."""
    return f"{link(item.link_text, item.url)}{escape(item.quoted_headline, _HEADLINE)}"


def _beginning(item: DigestItem) -> str:
    words = item.body or item.was
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"


def _size(block: discord.Embed) -> int:
    return size(block.title or "") + size(block.description or "") + size(block.footer.text or "")


def pages(texts: Sequence[str]) -> list[str]:
    """Texts below each other in as few descriptions as hold them, none of them cut."""
    chunks = [""]
    for text in texts:
        if chunks[-1] and size(chunks[-1]) + size(text) + 1 > _DESCRIPTION:
            chunks.append("")
        chunks[-1] += ("\n" if chunks[-1] else "") + text
    return [chunk.rstrip() for chunk in chunks]
