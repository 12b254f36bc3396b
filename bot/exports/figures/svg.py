"""Figures as one SVG: a panel for each measure, a colour for each claimant, and nothing that no claim says.

Exact amounts are dots and bounds are bars that end where the claim says; unconfirmed ones are hollow. Lines join only
what a claimant has brought up to date. What has no date or no number stands in the table alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from bot.exports.figures.panels import Panel, panel_of
from digests.models import Figures
from digests.series import described
from digests.text.printable import printable

WIDTH: Final = 720
MOST_PANELS: Final = 6  #: a picture of more is too long for a message
_MARGIN: Final = 16
_HEAD: Final = 58
#: Colours that people with any kind of colour vision tell apart (Okabe and Ito), darker or lighter by theme.
THEMES: Final[Mapping[str, Mapping[str, str]]] = {
    "light": {"paper": "#ffffff", "ink": "#1d2330", "soft": "#5b6475", "grid": "#dfe3ea"},
    "dark": {"paper": "#16191f", "ink": "#eceff4", "soft": "#a3adbd", "grid": "#323845"},
}
_COLOURS: Final[Mapping[str, tuple[str, ...]]] = {
    "light": ("#0063a8", "#b04a00", "#00755a", "#9a3d77", "#7a6000", "#1d7fb5", "#404040", "#6a3fb0"),
    "dark": ("#6cb6ff", "#ff9e4f", "#3fcfa2", "#ee9cc9", "#e6cf45", "#8ad4ff", "#d0d0d0", "#bfa2ff"),
}


def as_svg(figures: Figures, *, theme: str | None = "light", key: str = "figures", limit: int = MOST_PANELS) -> str:
    """The picture, with its title and what it shows as text for those who do not see it.

    theme: the colours; without one they are left to the page that the picture stands in, by class.
    key: what its ids begin with, where several pictures stand in one page.
    limit: how many measures are drawn; the heading says where there are more.
    """
    left_out = len(figures.measures) - limit
    subtitle = " · ".join([figures.subtitle, *([f"the first {limit} drawn"] if left_out > 0 else [])])
    picture = figures.model_copy(update={"measures": figures.measures[:limit], "subtitle": subtitle})
    return "\n".join(_parts(picture, theme, key)) + "\n"


def style_of(theme: str) -> str:
    """The colours of a theme as rules for the classes that the drawing uses."""
    tone, colours = THEMES[theme], _COLOURS[theme]
    rules = [
        f".paper{{fill:{tone['paper']}}}.ink{{fill:{tone['ink']}}}.soft{{fill:{tone['soft']}}}",
        f".grid{{stroke:{tone['grid']}}}.hollow{{fill:{tone['paper']}}}",
    ]
    rules += [f".c{n}{{fill:{colour};stroke:{colour}}}" for n, colour in enumerate(colours)]
    rules.append(f".halo{{stroke:{tone['paper']};stroke-width:3;paint-order:stroke;stroke-linejoin:round}}")
    return "".join([*rules, ".hollow,.join{fill-opacity:1}.join{fill:none}"])


def _parts(figures: Figures, theme: str | None, key: str) -> Iterator[str]:
    panels, top = [], float(_HEAD if figures.title else _MARGIN)
    for measure in figures.measures:
        panel = panel_of(measure, top=top, x=_MARGIN, width=WIDTH - 2 * _MARGIN, colours=len(_COLOURS["light"]))
        panels.append(panel)
        top += panel.height
    height = max(top, _HEAD + _MARGIN)
    text = " ".join(described(measure) for measure in figures.measures) or figures.notice
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" '
        f'role="img" aria-labelledby="{key}-title {key}-text" class="figures">'
    )
    yield f'<title id="{key}-title">{_text(figures.title or "Figures")}</title>'
    yield f'<desc id="{key}-text">{_text(text)}</desc>'
    if theme:
        yield f"<style>{style_of(theme)}</style>"
        yield f'<rect class="paper" width="{WIDTH}" height="{height:g}"/>'
    yield '<g font-family="Noto Sans, system-ui, sans-serif" font-size="12">'
    yield from _heading(figures)
    for panel in panels:
        yield from _panel(panel)
    yield "</g>\n</svg>"


def _heading(figures: Figures) -> Iterator[str]:
    if figures.title:
        yield f'<text class="ink" x="{_MARGIN}" y="27" font-size="17" font-weight="600">{_text(figures.title)}</text>'
        yield f'<text class="soft" x="{_MARGIN}" y="46">{_text(figures.subtitle or figures.notice)}</text>'


def _panel(panel: Panel) -> Iterator[str]:
    yield f"<g><title>{_text(panel.title)}</title>"
    yield from (mark.element for mark in panel.marks)
    yield "</g>"


def _text(text: str) -> str:
    return escape(printable(text))
