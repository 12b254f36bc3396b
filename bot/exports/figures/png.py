"""Figures as a PNG for chat; needs the extra `figures`, which brings a rasteriser and a font."""

from __future__ import annotations

from importlib import resources

import resvg_py

from bot.exports.figures.svg import as_svg
from digests.models import Figures

SCALES = (2.0, 1.5, 1.0)  #: pixels of the picture for one of the drawing: the most that stay light enough
HEAVIEST = 150_000  #: bytes of a picture that a phone in a field still loads
MOST_PANELS = 4
_FONT = "NotoSans[wdth,wght].ttf"


def as_png(figures: Figures, *, theme: str = "light") -> bytes:
    """The picture on its own ground, so that it can be read in the dark and in the light."""
    drawing = as_svg(figures, theme=theme, limit=MOST_PANELS)
    with resources.as_file(resources.files("fontpkg_noto_sans") / "files" / _FONT) as font:
        pictures = [_rasterised(drawing, str(font), SCALES[0])]
        while len(pictures[-1]) > HEAVIEST and len(pictures) < len(SCALES):
            pictures.append(_rasterised(drawing, str(font), SCALES[len(pictures)]))
    return pictures[-1]


def _rasterised(drawing: str, font: str, scale: float) -> bytes:
    picture = resvg_py.svg_to_bytes(
        svg_string=drawing,
        zoom=scale,
        skip_system_fonts=True,  # the same everywhere, and none is there in a container
        font_files=[font],
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )
    return bytes(picture)
