"""The marks that a picture is made of, each as one element of SVG."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from digests.text.printable import printable

RADIUS = 5.0


class Mark(NamedTuple):
    """An element; colours are named by class, so that a page or a theme sets them."""

    element: str


def words(text: str, x: float, y: float, *, kind: str = "soft", anchor: str = "start", size: float = 12) -> Mark:
    """A text at a point."""
    weight = ' font-weight="600"' if kind == "ink" and size > 12 else ""
    position = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"'
    return Mark(f'<text class="{kind}" {position}{weight}>{escape(printable(text))}</text>')


def rule(x1: float, y1: float, x2: float, y2: float) -> Mark:
    """A line of the grid."""
    return Mark(f'<path class="grid" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke-width="1" fill="none"/>')


def dot(x: float, y: float, colour: int, *, hollow: bool, tip: str = "", ringed: bool = False) -> Mark:
    """An amount; one that is only about so much stands in a ring of dashes."""
    ring = f'<circle class="c{colour}" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS + 3.5:g}" fill-opacity="0" '
    ring += 'stroke-width="1.2" stroke-dasharray="2.5 2.5"/>'
    point = f'<circle class="c{colour}{" hollow" if hollow else ""}" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS:g}" '
    point += 'stroke-width="2"/>'
    return Mark(f"<g>{_tip(tip)}{ring if ringed else ''}{point}</g>")


def bar(x: float, ends: tuple[float, float], caps: tuple[bool, bool], colour: int, *, hollow: bool, tip: str) -> Mark:
    """All that a bound or a range leaves open, with a cap at each end that the claim gives."""
    (start, end), width = sorted(ends), 9.0
    opacity = ".12" if hollow else ".38"
    body = f'<rect class="c{colour}" x="{x - width / 2:.1f}" y="{start:.1f}" width="{width:g}" '
    body += f'height="{max(end - start, 1):.1f}" fill-opacity="{opacity}" stroke-opacity="{1 if hollow else 0}" '
    body += 'stroke-dasharray="3 3"/>'
    lines = "".join(
        f'<path class="c{colour}" d="M{x - 9:.1f} {y:.1f}H{x + 9:.1f}" stroke-width="3"/>'
        for y, capped in zip(ends, caps, strict=True)
        if capped
    )
    return Mark(f"<g>{_tip(tip)}{body}{lines}</g>")


def join(x1: float, y1: float, x2: float, y2: float, colour: int) -> Mark:
    """What a claimant has brought up to date: from the earlier amount to the later one."""
    return Mark(f'<path class="c{colour} join" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke-width="1.5"/>')


def _tip(text: str) -> str:
    return f"<title>{escape(printable(text))}</title>" if text else ""
