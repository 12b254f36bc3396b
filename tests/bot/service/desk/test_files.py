"""The queue is decided in files, in any editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.desk.queue_files import apply_decisions, write_queue
from bot.errors import RequestError
from bot.service.desk.files import read_file
from tests import make
from tests.bot.service.desk.desks import BODY, Desk


async def test_the_queue_is_decided_in_files(desk: Desk, tmp_path: Path) -> None:
    """Each item is a file to fill in; what is filled in is carried out once, and a slip is named with its line."""
    items = [await desk.desk.submit(make.article(BODY, id=name, headline=f"Report {name}"), "feed") for name in "abcd"]
    assert await write_queue(desk.desk, tmp_path) == 4
    for item, words in zip(items, ("approve", "reject", "maybe", ""), strict=True):
        assert item
        file = tmp_path / f"{item.id}.md"
        assert "Ida Holm: 14 houses had been damaged in the town" in file.read_text()
        file.write_text(
            file.read_text().replace("decision:", f"decision: {words}", 1).replace("reason:", "reason: seen", 1)
        )

    rows = await apply_decisions(desk.desk, tmp_path, "ada")

    assert sorted(row.text.split(": ", 1)[1] for row in rows if row.done) == ["approved, by 1 of 1", "rejected"]
    [slip] = [row.text for row in rows if not row.done]
    assert slip.endswith(".md:3: “maybe” is none of approve, hold, reject.")
    assert {row.state for row in await desk.desk.queue()} == {"waiting"}
    assert len(list((tmp_path / "done").iterdir())) == 2
    assert len(await apply_decisions(desk.desk, tmp_path, "ada")) == 1
    assert await write_queue(desk.desk, tmp_path) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ":1: does not begin"),
        ("---\nitem: a\ncolour: red\n---\n", ":3: “colour: red”"),
        ("---\nreason: x\n---\n", ":2:"),
    ],
)
def test_a_file_that_is_no_decision_is_named(text: str, words: str) -> None:
    """File, line and what to write there."""
    with pytest.raises(RequestError, match=f"queue/a.md{words}"):
        read_file(text, "queue/a.md")
