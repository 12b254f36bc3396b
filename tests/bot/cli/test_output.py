"""What commands write is fit for any terminal, for pipes and for programs."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest

from bot.cli.output import console, make_streams_safe, make_table, write_file_text, write_json

LINE = "“Yes” – ‘no’ … · 5 × ½ → Ērgļi, Łódź, Київ €"
IN_ASCII = "\"Yes\" - 'no' ... - 5 x 1/2 -> Ergli, Lodz, ???? EUR "


class Terminal:
    """Standard output in some encoding."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
        self._bytes = io.BytesIO()
        self._encoding = encoding
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(self._bytes, encoding=encoding))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
        make_streams_safe()

    def shown(self) -> str:
        """What was written so far."""
        sys.stdout.flush()
        return self._bytes.getvalue().decode(self._encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_text_degrades(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an encoding lacks is written in ASCII that says the same, and nothing fails."""
    terminal = Terminal(monkeypatch, encoding)
    sys.stdout.write(LINE)

    shown = terminal.shown()
    if encoding == "ascii":
        assert shown == IN_ASCII
    assert "Lodz" in shown.replace("ó", "o")
    assert "\\" not in shown


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "cp437"])
def test_json_stays_json(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON says the same in every encoding, also beyond the first plane of Unicode."""
    terminal = Terminal(monkeypatch, encoding)
    write_json({"line": LINE + "😀"})

    assert json.loads(terminal.shown()) == {"line": LINE + "😀"}


@pytest.mark.parametrize("form", ["json", "jsonld", "jsonfeed", "html", "csv", "markdown"])
def test_files_stay_files(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In ASCII each form is still what it is: JSON has escapes, HTML references, and a CSV's fields stay apart."""
    texts = {"html": f"<p>{LINE}</p>", "csv": f'a,"{LINE}",b\n', "markdown": LINE}
    terminal = Terminal(monkeypatch, "ascii")
    write_file_text(texts.get(form, json.dumps(LINE, ensure_ascii=False)), form)

    shown = terminal.shown()
    if form == "html":
        assert "&#8220;Yes&#8221;" in shown
    elif form == "csv":
        [row] = csv.reader([shown])
        assert row == ["a", IN_ASCII.replace('"', "'"), "b"]
    elif form == "markdown":
        assert shown == IN_ASCII
    else:
        assert json.loads(shown) == LINE


def test_nothing_in_a_table_is_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """Square brackets are shown, and control characters and line breaks are not."""
    console().print(make_table(("about", "why"), [("[/b] [red]x", "a\x1b[31mb\nc\u202e")]))

    heading, row = capsys.readouterr().out.splitlines()
    assert row.split("  ") == [" [/b] [red]x", "a[31mb c"]
    assert heading.startswith(" about")


def test_a_pipe_is_not_wrapped_or_padded(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody looks a line stays one line, however long, and ends where its text ends."""
    console().print(make_table(("a", "b"), [("x" * 900, "y"), ("z", "")]))

    assert capsys.readouterr().out.splitlines()[1:] == [f" {'x' * 900}  y", " z"]
