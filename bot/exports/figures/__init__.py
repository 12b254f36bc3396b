"""Figures over time as pictures and tables: drawn by our own hand as SVG, which a light library turns into PNG."""

from __future__ import annotations

from bot.exports.figures.rows import as_csv, as_json, readings_of
from bot.exports.figures.svg import THEMES, as_svg

__all__ = ["THEMES", "as_csv", "as_json", "as_svg", "readings_of"]
