"""The reader of articles, and weights of the operator's own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.settings import Settings
from digests.knowledge import Knowledge
from tests import make
from tests.gazetteer import with_gazetteer
from tests.paths import REPO


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Places and actors as shipped."""
    return build_knowledge(Settings(data=with_gazetteer(tmp_path_factory.mktemp("data"))))


def test_weights_given_by_file_read_as_the_packaged_ones(knowledge: Knowledge) -> None:
    """The packaged file, named as one's own, finds the same to the letter."""
    packaged = Path(str(resources.files("digests.attribution.tagging").joinpath("tagger.onnx")))
    article = make.article(body="Ada Brenn said on Friday that the bridge was closed. The ministry denied it.")
    assert Extractor(knowledge, packaged)(article) == Extractor(knowledge)(article)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file"),
        (b"no weights at all", "no ONNX file that can be run"),
        (b"", "no ONNX file that can be run"),
    ],
)
def test_a_file_that_is_no_tagger_is_named_at_once(
    knowledge: Knowledge, tmp_path: Path, content: bytes | None, told: str
) -> None:
    """An operator who names the wrong file reads the setting, the file and what is wrong, before any article comes."""
    path = tmp_path / "own.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=rf"DATELINE_TAGGER.*own\.onnx.*{told}"):
        Extractor(knowledge, path)


@pytest.mark.parametrize(
    ("said", "actors"),
    [
        ("the storm killed nine in Florida, Georgia and South Carolina", []),
        ("the mill in Lebanon, Ohio, was shut", []),
        ("ships of Georgia and Armenia had met", ["state:ge", "state:am"]),
    ],
)
def test_a_state_is_not_its_namesake(knowledge: Knowledge, said: str, actors: list[str]) -> None:
    """Where a name means a province or a town, the country of that name is no actor of the claim."""
    [claim] = Extractor(knowledge)(make.article(body=f"Ada Brenn said {said}.")).claims
    assert [mention.actor.id for mention in claim.actors] == actors


def test_a_date_within_what_is_said_is_not_that_of_saying(knowledge: Knowledge) -> None:
    """“25 days ago” belongs to what was asked then; what is said beside it has no date of its own."""
    body = "Ada Brenn said she had asked for it 25 days ago, but said the council had told Reker that it was lost."
    claims = Extractor(knowledge)(make.article(body=body)).claims

    assert claims[-1].passage.exact.startswith("the council")
    assert claims[-1].said_at is None


def test_today_in_a_quotation_is_the_day_of_saying(knowledge: Knowledge) -> None:
    """Where the text tells when something was said, “today” is that day and not the article's."""
    body = "“Today is about more than the vote; it is about the river,” Ada Brenn told supporters on Tuesday night."
    [claim] = Extractor(knowledge)(make.article(body=body)).claims

    assert claim.said_at is not None
    assert claim.valid_from == claim.said_at


@pytest.mark.skipif(os.name != "posix", reason="ends a process as SIGKILL does")
def test_readers_end_with_whoever_started_them(tmp_path: Path) -> None:
    """Where a process with a pool of readers is killed, its readers end too."""
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", _POOL, str(tmp_path)], stdout=subprocess.PIPE, cwd=REPO, text=True
    ) as parent:
        assert parent.stdout
        reader = int(parent.stdout.readline())
        parent.kill()
    for _ in range(200):
        if not Path(f"/proc/{reader}").exists():
            return
        time.sleep(0.05)
    raise AssertionError("the reader waits for ever")


_POOL = """
import sys, time
from pathlib import Path
from bot.extraction import ReadingPool
from bot.settings import Settings
from tests import make
from tests.paths import REPO

if __name__ == "__main__":
    pool = ReadingPool(Settings(data=Path(sys.argv[1])), 1)
    pool(make.article())
    print(*pool._pool._processes, flush=True)
    time.sleep(60)
"""
