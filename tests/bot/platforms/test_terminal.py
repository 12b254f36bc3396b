"""Digests and answers drawn in the terminal."""

from __future__ import annotations

import io

import pytest
from inline_snapshot import snapshot
from rich.console import Console, RenderableType

from bot.models import Answer, SourceView, Suggestion
from bot.platforms.terminal import TerminalPlatform, draw_answer, draw_digest, draw_source, plain
from digests.models import Digest
from tests import fakes, make


def shown(drawn: RenderableType, *, width: int = 60) -> str:
    """What a plain terminal shows, without the blanks that fill its lines."""
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(drawn)
    file = console.file
    assert isinstance(file, io.StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def test_a_digest_is_a_list_with_hanging_lines() -> None:
    """Title, subtitle, headings, one bullet a claim with its source and id, footer."""
    assert shown(draw_digest(fakes.digest(fakes.item()))) == snapshot("""\
Kursk
31 Jan to 7 Feb 2025 · UTC
Fri 7 Feb
 • ISW: Ukrainian forces advanced up to 5 km SE of Sudzha
   (Thu 6 Feb) · unconfirmed  [Example Wire · c1]
2 articles read
2 claims
""")


def test_the_headline_that_a_line_leans_on_stands_behind_its_outlet() -> None:
    """As the outlet's own words, and once for lines in a row."""
    drawn = shown(draw_digest(fakes.digest(*(fakes.item(n, headline="Bridge shut") for n in ("c1", "c2")))), width=120)

    assert drawn.count("[Example Wire: “Bridge shut” · c1]") == 1
    assert "[Example Wire · c2]" in drawn


def test_an_answer_names_what_else_was_meant() -> None:
    """Other subjects stand under the lines."""
    answer = Answer(digest=Digest(title="Kursk"), choices=(Suggestion(label="Kursk city", value="x"),))

    assert "See also: Kursk city" in shown(draw_answer(answer))


def test_a_source_shows_the_passage_in_its_context() -> None:
    """The words before and after stand around the claim's own."""
    view = SourceView(
        claim_id="c1",
        line="A: the road was open (Thu 6 Feb)",
        before="The mayor said ",
        exact="the road was open",
        after=", for now.",
        headline="Roads",
        source="Example Wire",
        published="Thu 6 Feb",
        url="https://wire.example/roads",
    )

    drawn = shown(draw_source(view))

    assert "The mayor said the road was open, for now." in drawn
    assert "Roads · Example Wire · Thu 6 Feb" in drawn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\u202eb", "ab"),
        ("a\nb\tc", "a b c"),
        ("“plain” – 5 °C", "“plain” – 5 °C"),
    ],
)
def test_an_article_cannot_steer_the_terminal(text: str, expected: str) -> None:
    """Control, escape and direction characters are taken out of what is shown."""
    assert plain(text) == expected


def test_markup_in_an_article_is_text() -> None:
    """What rich would take for markup is printed as it stands."""
    drawn = shown(draw_digest(make.digest("[bold]T[/bold]", "[link=https://x.example]words[/link]")))

    assert "[bold]T[/bold]" in drawn
    assert "[link=https://x.example]words[/link]" in drawn


async def test_posting_prints_and_returns_an_id() -> None:
    """A delivery is printed once, and its own id is the message's."""
    console = Console(file=io.StringIO(), width=60)

    posted = await TerminalPlatform(console).post(make.delivery("d1"))

    assert posted == "d1"
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().count("a line") == 1
