"""What the commands write: text that any terminal takes, tables of plain values, and JSON."""

from __future__ import annotations

import codecs
import io
import json
import re
import sys
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from typing import IO, Annotated, Any, Final, cast

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.platforms.terminal import plain

JsonFlag = Annotated[bool, typer.Option("--json", help="Write it as JSON.")]

_DEGRADE: Final = "dateline-degrade"
_ESCAPE: Final = "dateline-escape"
_PIPE_WIDTH: Final = 100_000  #: columns where nobody looks: whoever reads a pipe wants whole lines
_PADDING = re.compile(r" +$", re.MULTILINE)
#: What says the same in ASCII, where taking the accents off a letter does not do it.
_ASCII: Final = dict(
    zip("“”„«»″‘’‚‹›′–—−‑·•→←×≤≥⁄ßøłđæœØŁĐÆŒ€£", [
        *'""""""', *"''''''", *"-----", "*", "->", "<-", "x", "<=", ">=", "/",
        "ss", "o", "l", "d", "ae", "oe", "O", "L", "D", "AE", "OE", "EUR ", "GBP ",
    ], strict=True)
)  # fmt: skip


def make_streams_safe() -> None:
    """Let standard output and error write what their encoding lacks in ASCII instead of failing."""
    codecs.register_error(_DEGRADE, _degrade)
    codecs.register_error(_ESCAPE, _escape)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_DEGRADE)


def console() -> Console:
    """Standard output, for tables and digests; in a pipe nothing is wrapped or padded."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=_PIPE_WIDTH, file=cast("IO[str]", _Unpadded()))


def make_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose values are shown as they are: nothing in them is markup or steers the terminal."""
    table = Table(*headings, box=None)
    for row in rows:
        table.add_row(*(Text(plain(value).replace("\n", " ")) for value in row))
    return table


def write_line(text: str, *, error: bool = False) -> None:
    """Write a line to standard output, or to standard error."""
    stream = sys.stderr if error else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


def write_json(value: object) -> None:
    """Write a value as one line of JSON."""
    write_json_text(json.dumps(value, ensure_ascii=False))


def write_json_rows(rows: Iterable[BaseModel]) -> None:
    """Write values as a JSON list."""
    write_json([row.model_dump(mode="json") for row in rows])


def write_json_text(text: str, end: str = "\n") -> None:
    """Write a JSON text; what the terminal's encoding lacks is escaped as JSON escapes it."""
    encoding = sys.stdout.encoding or "utf-8"
    if not encoding.lower().startswith("utf"):
        text = text.encode(encoding, _ESCAPE).decode(encoding)
    sys.stdout.write(text + end)


def write_file_text(text: str, form: str) -> None:
    """Write a digest as a file's text, each form in its own way where the terminal's encoding lacks a character."""
    if form.startswith("json"):
        write_json_text(text, end="")
        return
    encoding = sys.stdout.encoding or "utf-8"
    if form == "html":
        text = text.encode(encoding, "xmlcharrefreplace").decode(encoding)
    elif form == "csv" and not encoding.lower().startswith("utf"):
        text = re.sub("[“”„«»″]", "'", text)  # a double mark would end the field
    sys.stdout.write(text)


class Ticker:
    """Says on standard error what is being done, with a point each second, until it is done."""

    def __init__(self, text: str) -> None:
        self._done = threading.Event()
        sys.stderr.write(f"{text} ")
        sys.stderr.flush()
        self._thread = threading.Thread(target=self._tick, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the line, once."""
        if self._done.is_set():
            return
        self._done.set()
        self._thread.join()
        sys.stderr.write("\n")
        sys.stderr.flush()

    def _tick(self) -> None:
        while not self._done.wait(1):
            sys.stderr.write(".")
            sys.stderr.flush()


class _Unpadded(io.TextIOBase):
    """Standard output without the blanks at the ends of lines."""

    encoding = "utf-8"  # as rich shall see it: what the true encoding lacks is replaced when it is written

    def write(self, text: str) -> int:
        return sys.stdout.write(_PADDING.sub("", text))

    def flush(self) -> None:
        sys.stdout.flush()


def _degrade(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_ascii, error.object[error.start : error.end])), error.end


def _in_ascii(char: str) -> str:
    if char in _ASCII:
        return cast("str", _ASCII[char])
    parts = unicodedata.normalize("NFKD", char)
    letters = "".join(_ASCII.get(part, part) for part in parts if not unicodedata.combining(part))
    return letters if letters.isascii() else "?"


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs: Any = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs), error.end
