"""Templates → HTML: everything is escaped, and what steers a terminal or turns a text around is taken out."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.exports.links import web_address
from bot.models import Schedule
from bot.page.addresses import claim_path, day_path, root_of, subject_path
from bot.page.chat import discord_messages, slack_messages
from digests.series import amount_text
from digests.text.printable import printable

FOLDER: Final = Path(__file__).parent / "templates"
#: Nothing is loaded from elsewhere, nothing runs, and forms are sent nowhere else.
POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"


def render(template: str, path: str, **values: Any) -> bytes:
    """A page at a path; the links in it lead there from wherever it lies."""
    text = _environment().get_template(template).render(root=root_of(path), policy=POLICY, **values)
    return text.encode()


def render_preview(schedule: Schedule, sends: Sequence[datetime], payloads: Mapping[str, Sequence[object]]) -> bytes:
    """A schedule's next digest as each platform would draw it, as one page that needs nothing else.

    payloads: the messages by the platform's name; none where nothing would be sent.
    """
    looks = [
        ("Discord", discord_messages(payloads.get("discord", ()))),
        ("Slack", slack_messages(payloads.get("slack", ()))),
    ]
    style = Markup(asset("preview.css").decode())  # noqa: S704 - our own
    silent = not any(payloads.values())
    template = _environment().get_template("preview.html")
    return template.render(schedule=schedule, sends=sends, looks=looks, style=style, silent=silent).encode()


def asset(name: str) -> bytes:
    """A file that goes out as it is: the one style sheet of all pages, and their icon."""
    return (FOLDER / name).read_bytes()


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"web": web_address, "day_path": day_path, "edges": _with_edges}
    environment.globals |= {"claim_path": claim_path, "subject_path": subject_path, "amount": amount_text}
    return environment


def _with_edges(text: str) -> Markup:
    """A part of a passage, with the blanks that part it from its neighbours."""
    head, tail = (" " * edge.isspace() for edge in (text[:1], text[-1:]))
    return Markup("{}{}{}").format(head, escape(printable(text)), tail)


def _safe(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
