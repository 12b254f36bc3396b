"""What texts that stall readers are made of, and what reading one costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st

#: Seconds of processor time; what is quadratic takes some 150 times as long for a text of this length.
PER_CHARACTER: Final = 20e-6
LENGTH: Final = 20_000

#: What texts are made of, marks and words that rules look for above all.
PIECES: Final = [
    *".!?…,“”„«»\"'’‘()[]—–/ \t\n\r0aAé", ". ", ".)", '." ', "“ ", "A ", "A. ", "Mr. ", "No. ", '?" A ', "1,", "5/",
    "-a", "said ", "Feb. 5 ", "last week ", "two hundred and ", "Monday ", "half a ", "of ", "the ", "Ministry ",
    "Defence ", "Kursk ", "Kyiv, ", "up to ", "5 km ", "who ", "Russia’s ", "Ann Bo, ", "and ", "percent ",
    "-year-old ", "<b>", "</p>", "<table><tr><td>", "<!--", "-->", "&amp;", "&#",
]  # fmt: skip
#: Units that a text repeats, and how it ends.
UNITS: Final = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
ENDS: Final = st.sampled_from(["", "x", "\n"])


def spent(read: Callable[[str], object], text: str) -> float:
    """The processor time that reading a text takes, in seconds."""
    start = time.thread_time()
    read(text)
    return time.thread_time() - start


def check_pace(
    read: Callable[[str], object], unit: str, end: str = "", *, length: int = LENGTH, budget: float = PER_CHARACTER
) -> None:
    """Fail where reading a unit again and again takes longer for each character than it may."""
    text = (unit * length)[:length] + end
    # another process may have emptied the caches: the quicker of two readings is what the text costs
    cost = spent(read, text)
    if cost > budget * length:
        cost = min(cost, spent(read, text + " "))
    assert cost <= budget * length, f"{unit!r} took {cost:.2f} s"
