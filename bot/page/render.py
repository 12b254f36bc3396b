"""Templates → HTML: everything is escaped, and what steers a terminal or turns a text around is taken out."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.exports.links import web_address
from bot.page.addresses import claim_path, day_path, root_of, subject_path
from digests.series import amount_text
from digests.text.printable import printable

FOLDER: Final = Path(__file__).parent / "templates"
#: Nothing is loaded from elsewhere, nothing runs, and forms are sent nowhere else.
POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"


def render(template: str, path: str, **values: Any) -> bytes:
    """A page at a path; the links in it lead there from wherever it lies."""
    text = _environment().get_template(template).render(root=root_of(path), policy=POLICY, **values)
    return text.encode()


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
