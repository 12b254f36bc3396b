"""What training reads: a clone of PolNeAR, JSON Lines, and articles with marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from digests.training.corpora import Annotated, CorpusError, read_lines, read_marked_folder, read_polnear, write_lines
from tests.corpus import FOLDER

_TEXT = "“We saw it,” Ada Quill said, “and left.”\n\nBo Marsh denied that anybody came.\n"
_BRAT = (
    "T1\tContent 0 12;29 40\t“We saw it,” “and left.”\n"
    "T2\tSource 13 22\tAda Quill\n"
    "T3\tCue 23 27\tsaid\n"
    "T4\tAttribution 23 27\tsaid\n"
    "E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n"
    "T5\tSource 42 50\tBo Marsh\n"
    "T6\tCue 51 57\tdenied\n"
    "T7\tContent 58 71\tthat anybody \n"
    "T8\tContent 71 75\tcame\n"
    "T9\tDiscuss 58 75\tthat anybody came\n"
    "E2\tAttribution:T6 Content:T7 Content2:T8 Cue:T6 Source:T5\n"
    "E3\tAttribution:T6 Cue:T6\n"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder laid out as a clone of PolNeAR, with one article of our own."""
    for split in ("train", "dev"):
        for kind in ("text", "attributions"):
            (tmp_path / "data" / split / kind).mkdir(parents=True)
        (tmp_path / "data" / split / "text" / "own_1.txt").write_bytes(_TEXT.encode())
        (tmp_path / "data" / split / "attributions" / "own_1_b2.ann").write_text("", encoding="utf-8")
        (tmp_path / "data" / split / "attributions" / "own_1_a1.ann").write_text(_BRAT, encoding="utf-8")
    return tmp_path


def test_events_become_attributions_with_all_their_fragments(clone: Path) -> None:
    """The first annotator's events are read; a second content joins the first, one without content is left out."""
    (article,) = read_polnear(clone, "train")
    assert article.text == _TEXT
    assert article.attributions is not None
    first, second = article.attributions
    assert first.content == ((0, 12), (29, 40))
    assert (first.source, first.cue) == (((13, 22),), ((23, 27),))
    assert second.content == ((58, 71), (71, 75))


def test_what_was_written_is_read_again(clone: Path, tmp_path: Path) -> None:
    """JSON Lines hold an article to the letter, annotated or not."""
    articles = [*read_polnear(clone, "dev"), Annotated("bare", "Nobody\r\nread “this”.", None)]
    path = tmp_path / "articles.jsonl"
    assert write_lines(path, articles) == 2
    assert list(read_lines(path)) == articles


def test_a_folder_that_is_no_clone_is_named(tmp_path: Path) -> None:
    """Whoever names the wrong folder is told which one, and what to name instead."""
    with pytest.raises(CorpusError, match=r"train.*root of a clone"):
        list(read_polnear(tmp_path, "train"))


def test_a_span_behind_the_text_is_refused(clone: Path) -> None:
    """An annotation that does not fit its text is an error with its line, not a wrong label."""
    path = clone / "data" / "dev" / "attributions" / "own_1_a1.ann"
    path.write_text("T1\tCue 5 5000\tsaid\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"own_1_a1\.ann:1"):
        list(read_polnear(clone, "dev"))


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    """A line that is no article is an error with its number."""
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1", "text": "a"}\n{"id": "2"}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"bad\.jsonl:2"):
        list(read_lines(path))


def test_marked_articles_lend_their_outermost_attributions() -> None:
    """The corpus of our own is read for training without its nested attributions, which PolNeAR does not mark."""
    articles = list(read_marked_folder(FOLDER / "train"))
    assert len(articles) == 21
    assert sum(len(article.attributions or ()) for article in articles) > 300
