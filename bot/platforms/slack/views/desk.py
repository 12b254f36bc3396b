"""What stands under an item of the desk's queue, and the forms of the desk."""

from __future__ import annotations

from typing import Final

from slack_sdk.models.blocks import Block, InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from bot.platforms.slack.views.parts import actions, value_button

REJECTED: Final = "reject."  #: what the name of a rejection's field begins with; the item's id follows
_LONGEST_ID: Final = 80


def item_controls(item: str) -> list[Block]:
    """Return Approve, Hold and Reject under an item that was shown."""
    if not 0 < len(item) <= _LONGEST_ID:
        return []
    names = {"approve": "Approve", "hold": "Hold", "reject": "Reject …"}
    return actions("desk", [value_button(f"desk.{verb}", name, item) for verb, name in names.items()])


def reject_view(item: str, metadata: str) -> View:
    """Return the form that asks why an item is rejected."""
    element = PlainTextInputElement(action_id="desk.reason", multiline=True, max_length=1000)
    return _form(
        "desk.reject", "Reject it", metadata, InputBlock(block_id=f"{REJECTED}{item}", label="Why", element=element)
    )


def add_view(metadata: str) -> View:
    """Return the form that asks what is to be put into the queue."""
    text = PlainTextInputElement(action_id="desk.text", multiline=True, max_length=3000)
    publisher = PlainTextInputElement(action_id="desk.publisher", max_length=200)
    return _form(
        "desk.add",
        "Put into the queue",
        metadata,
        InputBlock(block_id="text", label="An address, or an article's text", element=text),
        InputBlock(block_id="publisher", label="Who published that text", element=publisher, optional=True),
    )


def _form(callback_id: str, title: str, metadata: str, *blocks: InputBlock) -> View:
    return View(
        type="modal", callback_id=callback_id, title=title, submit="Send", close="Cancel",
        private_metadata=metadata, blocks=list(blocks),
    )  # fmt: skip
