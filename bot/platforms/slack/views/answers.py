"""Answers to readers, drawn: lines with their buttons, sources, passages."""

from __future__ import annotations

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    MarkdownTextObject,
    Option,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
)

from bot.models import Answer, SourceView
from bot.platforms.legend import TITLE, legend_rows
from bot.platforms.slack.escaping import escape, label, link
from bot.platforms.slack.render import (
    MAX_TEXT,
    Message,
    bold,
    context_block,
    digest_message,
    header_block,
    packed,
    section_block,
    split,
    weight,
)
from bot.platforms.slack.views.parts import MAX_VALUE, actions, mention, notice, value_button
from bot.platforms.wording import READ_LINE, gaps_of
from digests.models import Digest, DigestItem, Request, Value

_MAX_CHOICES = 5
_MOST_OPTIONS, _MAX_OPTION = 25, 150
_EXCERPT = 60  #: characters of a line by which it is known in a list


class PostedState(Value):
    """What a button under a posted digest remembers: the delivery, and the page of what did not fit."""

    delivery: str
    page: str | None = None

    def dump(self) -> str:
        """Return the state as a button's value."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def load(cls, value: str) -> PostedState:
        """Return the state of a button's value; raises ValueError if it holds none."""
        return cls.model_validate_json(value)


class State(Value):
    """What a button remembers, so that it works after a restart: the request and the page."""

    request: Request
    page: str | None = None

    def about(self, subject: str) -> State:
        """Return the first page of the same request about another subject."""
        return State(request=self.request.model_copy(update={"about": subject}))

    def dump(self) -> str:
        """Return the state as a button's value."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def load(cls, value: str) -> State:
        """Return the state of a button's value; raises ValueError if it holds none."""
        return cls.model_validate_json(value)


def answer_messages(answer: Answer, state: State) -> list[Message]:
    """Return an answer to `/claims`, its buttons under the last message."""
    blocks: list[Block] = []
    if answer.choices:
        choice_buttons = (
            _button(
                f"claims.choice.{n}",
                choice.label,
                State(request=state.request.model_copy(update={"about": choice.value})),
            )
            for n, choice in enumerate(answer.choices[:_MAX_CHOICES])
        )
        blocks += actions("claims.choices", choice_buttons)
    buttons = (
        [_button("claims.next", "Next", State(request=state.request, page=answer.next_page))]
        if answer.next_page
        else []
    )
    if answer.digest.items:
        names = {"sources": "Sources", "share": "Share here", "wrong": "Wrong?"}
        buttons += [_button(f"claims.{action}", name, state) for action, name in names.items()]
    blocks += actions("claims.buttons", buttons)
    messages = [digest_message(part) for part in split(answer.digest, spare=weight(blocks))]
    return [*messages[:-1], messages[-1].add(*blocks)]


def shared_messages(answer: Answer, user: str) -> list[Message]:
    """Return an answer for the whole channel, saying who shared it."""
    messages = [digest_message(part) for part in split(answer.digest)]
    return [*messages[:-1], messages[-1].add(context_block(f"Shared by {mention(user)}"))]


def sources_messages(digest: Digest) -> list[Message]:
    """Return where each line comes from, each with a button that opens its passage here."""
    if not digest.items:
        return [notice("There are no lines to give sources for.")]
    pages: list[list[Block]] = [[header_block("Sources")]]
    for number, item in enumerate(digest.items[:25], 1):
        section = _source_section(number, item)
        if weight([*pages[-1], section]) > MAX_TEXT:
            pages.append([])
        pages[-1].append(section)
    return [Message(tuple(page), "Sources") for page in pages]


def lines_messages(digest: Digest) -> list[Message]:
    """Return lines with nothing to page through, each to be opened at its passage."""
    rows: list[Block] = [ActionsBlock(block_id="lines", elements=[select])] if (select := _passages(digest)) else []
    messages = [digest_message(part) for part in split(digest, spare=weight(rows))]
    return [*messages[:-1], messages[-1].add(*rows)]


def more_messages(answer: Answer, delivery_id: str) -> list[Message]:
    """Return what was new for a digest and has no line in it, and the way to the next page."""
    state = PostedState(delivery=delivery_id, page=answer.next_page)
    buttons = actions("digest.more", [value_button("digest.more", "Next", state.dump())] if answer.next_page else [])
    messages = [digest_message(part) for part in split(answer.digest, spare=weight(buttons))]
    return [*messages[:-1], messages[-1].add(*buttons)]


def legend_message(digest: Digest | None = None, *, opening: str = "") -> Message:
    """Return how to read a digest, or any digest; opening: what stands before that."""
    rows = [f"{bold(name, 100)}: {escape(meaning, 300)}" for name, meaning in legend_rows(digest)]
    heading = section_block(escape(opening, 1000)) if opening else header_block(TITLE)
    blocks = [heading, *packed(rows)]
    return Message(tuple(blocks), opening or TITLE)


def _source_section(number: int, item: DigestItem) -> SectionBlock:
    words = item.body or item.was
    beginning = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"
    claimant = f"{name}{item.joint}" if (name := bold(item.claimant, 100)) else ""
    text = f"{number}. {claimant}{escape(beginning, 200)} {link(item.url, item.source)}"
    return SectionBlock(text=MarkdownTextObject(text=text, verbatim=True), accessory=_passage_button(number, item))


def _passage_button(number: int, item: DigestItem) -> ButtonElement | None:
    """Return what opens a line at its passage; none for what is no claim of ours."""
    is_known = 0 < len(item.claim_id) <= MAX_VALUE
    return value_button(f"source.show.{number}", "Passage", item.claim_id) if is_known else None


def _passages(digest: Digest) -> StaticSelectElement | None:
    """Return a list of lines to open at their passages; none where there are none."""
    lines = {item.claim_id: item for item in digest.items if 0 < len(item.claim_id) <= _MAX_OPTION}
    options = [
        Option(text=PlainTextObject(text=label(f"{n}. {item.line}", 75), emoji=False), value=claim_id)
        for n, (claim_id, item) in enumerate(list(lines.items())[:_MOST_OPTIONS], 1)
    ]
    return StaticSelectElement(action_id="source.show.0", placeholder=READ_LINE, options=options) if options else None


def source_message(view: SourceView) -> Message:
    """Return a claim's passage in its context."""
    first, last = gaps_of(view)
    quote = f"{escape(view.before, 800)}{first}{bold(view.exact, 1200)}{last}{escape(view.after, 800)}".strip()
    origin = " · ".join(filter(None, (escape(view.source, 300), escape(view.published, 100))))
    return Message(
        (
            section_block(escape(view.line, 900) or "Source"),
            *(section_block(text) for text in [bold(view.standing, 400)] if text),
            section_block(f">{quote}"),
            context_block(link(view.url, view.headline, 300) or "Untitled", origin or "Source not named"),
        ),
        escape(view.line, 900) or "Source",
    )


def _button(action_id: str, name: str, state: State) -> ButtonElement | None:
    return value_button(action_id, name, state.dump())
