"""What draws figures for chat, loaded when the first ones are drawn."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from digests.models import Figures


def png_drawer() -> Callable[[Figures], bytes] | None:
    """What draws figures as PNG; none where the extra `figures` is not installed."""
    return _drawn if find_spec("resvg_py") and find_spec("fontpkg_noto_sans") else None


def _drawn(figures: Figures) -> bytes:
    from bot.exports.figures.png import as_png  # noqa: PLC0415 - no bot should load it before it draws

    return as_png(figures)
