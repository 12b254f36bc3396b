"""Figures over time as pictures and tables: drawn by our own hand as SVG, which a light library turns into PNG."""

from __future__ import annotations

from collections.abc import Callable

from bot.exports.figures.rows import as_csv, as_json, readings_of
from bot.exports.figures.svg import THEMES, as_svg
from digests.models import Figures

__all__ = ["THEMES", "as_csv", "as_json", "as_svg", "png_drawer", "readings_of"]


def png_drawer() -> Callable[[Figures], bytes] | None:
    """What draws figures for chat; none where the extra `figures` is not installed."""
    try:
        from bot.exports.figures.png import as_png  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        return None
    return as_png
