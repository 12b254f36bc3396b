"""The wheel is whole: built without a network, it shows the demo far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

from tests.paths import REPO

PROJECT = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=REPO, check=True, capture_output=True)  # noqa: S603 - our own build
    [built] = folder.glob("*.whl")
    assert built.stat().st_size < 42e6
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    """The wheel's files, as an installer lays them out."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(wheel.parent / "site")
    return wheel.parent / "site"


@pytest.fixture(scope="module")
def described(unpacked: Path) -> Message:
    """What the wheel says of itself."""
    [folder] = unpacked.glob("*.dist-info")
    return Parser().parsestr((folder / "METADATA").read_text("utf-8"))


def test_it_runs_the_demo_elsewhere(unpacked: Path, tmp_path: Path) -> None:
    """From a folder of its own, with the wheel's files alone, the demo prints a digest."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(unpacked), "DATELINE_DATA": str(tmp_path / "data")}
    for arguments, expected in (
        (["-c", "import bot; print(bot.__file__)"], str(unpacked)),
        (["-m", "bot", "demo"], "•"),
    ):
        run = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
        assert expected in run.stdout


def test_it_says_what_it_is(described: Message) -> None:
    """Name, version, licence, Pythons, needs and the long description are there for whoever installs it."""
    pythons = [line.rpartition(" ")[2] for line in described.get_all("Classifier", []) if "Python :: 3." in line]

    assert (described["Name"], described["Version"]) == (PROJECT["name"], PROJECT["version"])
    assert described["License-Expression"] == "MIT"
    assert described["Requires-Python"] == ">=3.11"
    assert described["Description-Content-Type"] == "text/markdown"
    assert "every line says who claims it" in described["Summary"]
    assert pythons == ["3.11", "3.12", "3.13", "3.14"]
    assert len([need for need in described.get_all("Requires-Dist", []) if "extra" not in need]) == len(
        PROJECT["dependencies"]
    )


def test_it_holds_what_it_needs_alone(unpacked: Path) -> None:
    """Types, command, licence, notices, samples, weights and gazetteer are in; tests, documents and secrets are not."""
    files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    information = next(name.partition("/")[0] for name in files if ".dist-info/" in name)
    needed = {
        "bot/py.typed", "digests/py.typed", "bot/config/bot.toml", "bot/config/NOTICE", "bot/config/actors.toml",
        "bot/config/samples/articles.jsonl", "bot/config/gazetteer/places.txt.xz", "bot/config/slack-manifest.yaml",
        "digests/attribution/tagging/tagger.onnx", "digests/attribution/tagging/vocab.txt",
        "digests/lines/certainty/line_reader.onnx",
        "bot/store/migrations/env.py", f"{information}/entry_points.txt", f"{information}/licenses/LICENSE",
    }  # fmt: skip

    assert needed <= files
    assert {name.partition("/")[0] for name in files} == {"bot", "digests", information}
    assert "dateline = bot.cli.main:main" in (unpacked / information / "entry_points.txt").read_text("utf-8")


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_it_is_installed_on_each_python(wheel: Path, tmp_path: Path, version: str) -> None:
    """Into a bare environment of each Python that is here, with what the lock pins; its command shows the demo."""
    uv = [sys.executable, "-m", "uv", "--no-config", "--quiet"]
    python = subprocess.run(  # noqa: S603 - our own tools, as below
        [*uv, "python", "find", "--no-python-downloads", version], capture_output=True, text=True, check=False
    )
    if python.returncode:
        pytest.skip(f"Python {version} is not here")
    subprocess.run([*uv, "venv", "--python", python.stdout.strip(), str(tmp_path / "bare")], check=True)  # noqa: S603
    scripts = tmp_path / "bare" / ("Scripts" if os.name == "nt" else "bin")
    into = ["pip", "install", "--python", str(scripts / "python")]
    lock = str(REPO / "requirements-demo.lock")
    for what in (["--require-hashes", "-r", lock], ["--no-deps", str(wheel)]):
        subprocess.run([*uv, *into, *what], check=True)  # noqa: S603
    environment = {"PATH": os.environ["PATH"], "DATELINE_DATA": str(tmp_path / "data"), "PYTHONWARNINGS": "error"}
    demo = subprocess.run(  # noqa: S603
        [str(scripts / "dateline"), "demo"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert demo.returncode == 0, demo.stderr
    assert "•" in demo.stdout
