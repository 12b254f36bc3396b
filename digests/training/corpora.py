"""Annotated articles: a clone of PolNeAR, articles with marks in them, and the JSON Lines that training reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digests.attribution.drafts import ROLES
from digests.models import Attribution, Span
from digests.training.marks import read_marked_file

_SPAN = re.compile(r"T(?P<number>\d+)\t(?P<role>\w+) (?P<places>\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(?P<parts>.*)")
_NUMBERED = re.compile(r"\d+$")  # a second content is called Content2


class CorpusError(ValueError):
    """A corpus is not where it should be, or not as it should be; says which file or line, and the cure."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its attributions, or with None where nobody annotated it."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] | None


def read_polnear(clone: Path, split: str) -> Iterator[Annotated]:
    """The articles of one split of a PolNeAR clone, in order of name.

    Where several people annotated an article, the annotator whose id sorts first is taken. Events without a content
    are left out.

    Args:
        clone: The root of a clone of `networkdynamics/PolNeAR`.
        split: `train` or `dev`; the test split is never trained on nor looked at.

    Raises:
        CorpusError: The folder is no clone, or an annotation does not fit its text.
    """
    folder = clone / "data" / split
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise CorpusError(f"{folder / 'text'} holds no article: --polnear takes the root of a clone of PolNeAR")
    for path in texts:
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if not annotations:
            raise CorpusError(f"{path} has no annotation in {folder / 'attributions'}")
        text = path.read_bytes().decode("utf-8")  # line ends as they are: offsets count them
        yield Annotated(path.stem, text, tuple(_events(annotations[0], len(text))))


def read_marked_folder(folder: Path) -> Iterator[Annotated]:
    """The articles of a folder of marked texts, in order of name; nested attributions are left out, as in PolNeAR.

    Raises:
        CorpusError: The folder holds none.
        MarkError: One cannot be read.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise CorpusError(f"{folder} holds no marked article (*.txt)")
    for path in paths:
        annotation = read_marked_file(path.name, path.read_text(encoding="utf-8")).annotation
        yield Annotated(
            path.stem,
            annotation.text,
            tuple(attribution for attribution in annotation.attributions if not attribution.nested),
        )


def read_lines(path: Path) -> Iterator[Annotated]:
    """The articles of a JSON Lines file; one without `attributions` is text to be read by the teacher alone.

    Raises:
        CorpusError: A line is no such article.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield _article(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise CorpusError(f"{path}:{number}: no article with id, text and attributions: {error}") from None


def write_lines(path: Path, articles: Iterable[Annotated]) -> int:
    """Writes articles as JSON Lines; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for article in articles:
            lines.write(json.dumps(_row(article), ensure_ascii=False) + "\n")
            count += 1
    return count


def _events(path: Path, length: int) -> Iterator[Attribution]:
    """The attributions of a brat file (the BioNLP standoff format: T lines are spans, E lines join them)."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[Mapping[str, tuple[Span, ...]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if span := _SPAN.match(line):
            places = tuple(_place(pair) for pair in span["places"].split(";"))
            if any(end > length for _, end in places):
                raise CorpusError(f"{path}:{number}: a span ends behind the text")
            spans[f"T{span['number']}"] = places
        elif event := _EVENT.match(line):
            events.append(_joined(spans, event["parts"].split()))
    return (_attribution(event) for event in events if event.get("content"))


def _place(pair: str) -> Span:
    start, _, end = pair.partition(" ")
    return int(start), int(end)


def _joined(spans: Mapping[str, tuple[Span, ...]], parts: Iterable[str]) -> Mapping[str, tuple[Span, ...]]:
    roles: dict[str, tuple[Span, ...]] = {}
    for part in parts:
        role, _, number = part.partition(":")
        name = _NUMBERED.sub("", role).lower()
        roles[name] = roles.get(name, ()) + spans.get(number, ())
    return roles


def _attribution(roles: Mapping[str, Iterable[Iterable[int]]]) -> Attribution:
    source, cue, content = (sorted((start, end) for start, end in roles.get(role, ())) for role in ROLES)
    return Attribution(source=tuple(source), cue=tuple(cue), content=tuple(content), kind="saying")


def _article(row: Mapping[str, object]) -> Annotated:
    marks = row.get("attributions")
    attributions = None if marks is None else tuple(_attribution(mark) for mark in marks)  # type: ignore[attr-defined]
    return Annotated(str(row["id"]), str(row["text"]), attributions)


def _row(article: Annotated) -> Mapping[str, object]:
    row: dict[str, object] = {"id": article.id, "text": article.text}
    if article.attributions is not None:
        row["attributions"] = [
            {role: getattr(attribution, role) for role in ROLES} for attribution in article.attributions
        ]
    return row
