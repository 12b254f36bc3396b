"""Figures as pictures and tables: what is drawn is what is claimed, and nothing between."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import subprocess
import sys
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from bot.exports.figures import THEMES, as_csv, as_json, as_svg
from bot.exports.figures.png import HEAVIEST, as_png
from bot.exports.figures.scales import amount_scale, day_scale
from digests.models import Figures, Measure
from tests import make

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*measures: Measure, **options: Any) -> ET.Element:
    """The picture of some measures, which must be XML."""
    return ET.fromstring(as_svg(Figures(title="Kursk · figures", measures=measures), **options))  # noqa: S314 - our own


def circles(picture: ET.Element) -> list[ET.Element]:
    """The dots of a picture without those of its legend, which have no tip."""
    return [dot for group in picture.iter(f"{SVG}g") if tip(group) for dot in group.findall(f"{SVG}circle")]


def tip(group: ET.Element) -> str:
    """What a mark is called."""
    return (group.findtext(f"{SVG}title") or "") if group.find(f"{SVG}text") is None else ""


def bars(picture: ET.Element) -> list[tuple[float, float]]:
    """Where each bar begins and ends."""
    boxes = [box for group in picture.iter(f"{SVG}g") if tip(group) for box in group.findall(f"{SVG}rect")]
    return [(float(box.attrib["y"]), float(box.attrib["y"]) + float(box.attrib["height"])) for box in boxes]


def test_an_exact_amount_is_a_dot() -> None:
    """One dot for each reading, and no line between readings that no claim joins."""
    later = make.reading(value=60.0, day=make.SAID + timedelta(days=2), claim_ids=("later",))
    picture = drawn(make.measure(make.reading(), later))

    assert len(circles(picture)) == 2
    assert "join" not in ET.tostring(picture, "unicode").split("</style>")[1]


def test_an_update_is_joined() -> None:
    """A line leads from a reading to the one that its own claimant has brought up to date with it."""
    later = make.reading(value=60.0, day=make.SAID + timedelta(days=2), claim_ids=("later",), updates=("claim",))
    of_another = later.model_copy(update={"claimant": "Another"})

    assert as_svg(Figures(title="", measures=(make.measure(make.reading(), later),))).count('join"') == 1
    assert as_svg(Figures(title="", measures=(make.measure(make.reading(), of_another),))).count('join"') == 0


@pytest.mark.parametrize(
    ("bound", "opens_up"), [("at_least", True), ("more_than", True), ("up_to", False), ("less_than", False)]
)
def test_a_bound_is_a_bar_from_its_amount(bound: Any, opens_up: bool) -> None:
    """It covers all that the bound leaves open, and nothing on the other side; it has no dot."""
    low, high = make.reading(value=0.0, claim_ids=("low",)), make.reading(value=100.0, claim_ids=("high",))
    picture = drawn(make.measure(low, make.reading(value=50.0, bound=bound), high))
    [(start, end)] = bars(picture)
    heights = sorted(float(dot.attrib["cy"]) for dot in circles(picture))
    middle = sum(heights) / 2

    assert len(heights) == 2
    assert (start if not opens_up else end) == pytest.approx(middle, abs=0.2)
    assert (end > heights[-1] - 1) if not opens_up else (start < heights[0])


def test_a_range_is_a_bar_between_its_ends() -> None:
    """Both ends are drawn where they are claimed, and no middle is made up."""
    low, high = make.reading(value=20.0, claim_ids=("low",)), make.reading(value=80.0, claim_ids=("high",))
    picture = drawn(make.measure(low, make.reading(value=None, low=20.0, high=80.0), high))
    top, bottom = sorted(float(dot.attrib["cy"]) for dot in circles(picture))

    [ends] = bars(picture)
    assert ends == pytest.approx((top, bottom), abs=0.2)


def test_what_is_unconfirmed_is_hollow() -> None:
    """A hollow dot is an unconfirmed one, and the legend says so."""
    picture = drawn(make.measure(make.reading(), make.reading("Another", unconfirmed=True)))

    assert ["hollow" in dot.attrib["class"] for dot in circles(picture)] == [False, True]
    assert "hollow: unconfirmed" in "".join(picture.itertext())


def test_each_claimant_has_a_colour() -> None:
    """Readings of one claimant share a colour, and those of two do not."""
    other = make.reading("Another", claim_ids=("b",))
    again = make.reading(value=50.0, claim_ids=("c",), day=make.SAID + timedelta(days=1))
    colours = [dot.attrib["class"] for dot in circles(drawn(make.measure(make.reading(), other, again)))]

    assert colours == ["c0", "c1", "c0"]


def test_what_cannot_be_drawn_is_counted() -> None:
    """A reading without a number or a date makes no mark, and the picture says that there is one."""
    picture = drawn(make.measure(make.reading(), make.reading(value=None), make.reading(day=None)))

    assert len(circles(picture)) == 1
    assert "2 without a number or a date: in the table" in "".join(picture.itertext())


def test_the_picture_says_in_words_what_it_shows() -> None:
    """Its description has claimant, amount, bound and date; its ids do not clash with another picture's."""
    picture = drawn(make.measure(make.reading("Some Staff", bound="at_least")), key="kursk")

    assert picture.attrib["role"] == "img"
    assert picture.attrib["aria-labelledby"] == "kursk-title kursk-text"
    assert "Some Staff at least 40 (Thu 6 Feb)" in (picture.findtext(f"{SVG}desc") or "")


def test_hostile_text_is_text() -> None:
    """Words of an article are no markup, and control characters break no XML."""
    hostile = "</text><script>alert(1)</script>\x00\x1b[2J\u202e&amp;"
    picture = drawn(make.measure(make.reading(hostile), name=hostile))

    assert picture.find(f".//{SVG}script") is None
    assert "<script>alert(1)</script>" in "".join(picture.itertext())


def test_without_a_theme_the_page_gives_the_colours() -> None:
    """In a page with a strict policy the picture has neither a style nor a colour of its own."""
    text = as_svg(Figures(title="x", measures=(make.measure(make.reading()),)), theme=None)

    assert not re.search(r"<style|style=|#[0-9a-f]{6}", text)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_letters_stand_out(theme: str) -> None:
    """Text has at least the contrast that WCAG asks of small letters, in the light and in the dark."""
    tones = THEMES[theme]

    assert all(contrast(tones[name], tones["paper"]) >= 4.5 for name in ("ink", "soft"))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as WCAG 2 measures it."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_png_is_light() -> None:
    """A picture of many measures stays under what a message should weigh, and is sharp where it can be."""
    readings = [make.reading(f"Body {n}", value=1000.0 * n, day=make.SAID + timedelta(days=n)) for n in range(1, 12)]
    measures = tuple(make.measure(*readings, name=f"measure {n}") for n in range(9))
    small = as_png(Figures(title="Kursk", measures=measures[:1]))
    full = as_png(Figures(title="Kursk", measures=measures), theme="dark")

    assert small.startswith(b"\x89PNG")
    assert struct.unpack(">I", small[16:20]) == (1440,)
    assert len(small) < len(full) <= HEAVIEST


def test_a_csv_is_no_formula() -> None:
    """Each reading is a row with its numbers and its passage; no cell begins a formula."""
    measure = make.measure(make.reading("=HYPERLINK(1)", bound="up_to", url="https://news.example/a"), unit="km")
    [row] = csv.DictReader(io.StringIO(as_csv(Figures(title="x", measures=(measure,)))))

    assert row["claimant"] == "'=HYPERLINK(1)"
    assert (row["amount"], row["value"], row["bound"], row["day"]) == ("up to 40 km", "40", "up_to", "2025-02-06")
    assert (row["url"], row["claims"]) == ("https://news.example/a", "claim")


def test_json_is_read_back() -> None:
    """The JSON form gives the same values again."""
    figures = Figures(title="x", measures=(make.measure(make.reading()),))

    assert Figures.model_validate(json.loads(as_json(figures))) == figures


def test_scales_begin_at_zero() -> None:
    """Lengths can be compared: amounts are measured from zero, and days keep their distance."""
    amounts = amount_scale([40.0, 80.0], 100.0, 0.0)
    days = day_scale([make.SAID, make.SAID + timedelta(days=3)], 0.0, 100.0)

    assert amounts.place(0) == 100.0
    assert 100 - amounts.place(80) == pytest.approx(2 * (100 - amounts.place(40)))
    assert days.place(make.SAID.toordinal()) == pytest.approx(20)


def test_no_plotting_is_loaded_early() -> None:
    """Neither the rasteriser nor the drawing is loaded where the bot or the command line starts."""
    code = (
        "import sys, bot.app, bot.cli.main; print([m for m in sys.modules if 'resvg' in m or 'exports.figures' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert done.stdout.strip() == "[]"
