"""The container, the composition and the service: checked as far as that goes without an engine.

No engine is needed here: the image's files are laid out by the Dockerfile's own lines, and its command is run on them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.paths import CONFIG, REPO

LINES = re.sub(r"\\\n\s*", " ", (REPO / "Dockerfile").read_text("utf-8")).splitlines()
FINAL = LINES[max(number for number, line in enumerate(LINES) if line.startswith("FROM ")) :]
IGNORED = (REPO / ".dockerignore").read_text("utf-8").splitlines()
COMPOSE: dict[str, Any] = yaml.safe_load((REPO / "compose.yaml").read_text("utf-8"))
SERVICE = CONFIG / "dateline.service"


def arguments(instruction: str, lines: list[str] = FINAL) -> list[str]:
    """What follows each of some instructions."""
    return [line.removeprefix(f"{instruction} ") for line in lines if line.startswith(f"{instruction} ")]


def variables() -> dict[str, str]:
    """The image's environment."""
    return dict(pair.split("=", 1) for line in arguments("ENV") for pair in line.split())


def lay_out(root: Path) -> None:
    """Copy into a folder what the Dockerfile copies from the checkout into the image."""
    for line in arguments("COPY"):
        *sources, target = line.split()
        for source in sources:
            if source.startswith("--from"):
                break
            place = root / target.lstrip("/") / ("" if not target.endswith("/") else source)
            place.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (REPO / source).is_dir() else shutil.copy
            copy(REPO / source, place)


def test_the_image_runs_the_demo(tmp_path: Path) -> None:
    """On the image's files alone, with its environment, its entrypoint runs the demo and writes to /data alone."""
    lay_out(tmp_path)
    data = tmp_path / "data"
    environment = {
        name: value.replace("/app", str(tmp_path / "app")).replace("/data", str(data))
        for name, value in variables().items()
        if name != "PATH"
    }
    [entrypoint] = arguments("ENTRYPOINT")
    command = [sys.executable if word == "python" else word for word in json.loads(entrypoint)]
    before = sorted((tmp_path / "app").rglob("*"))

    run = subprocess.run(  # noqa: S603 - our own program
        [*command, "demo"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert "•" in run.stdout
    assert sorted((tmp_path / "app").rglob("*")) == before
    assert list(data.iterdir())


def test_the_image_holds_little_and_may_little() -> None:
    """It runs as nobody's root, copies what the engine is given, installs wheels by hash, and looks after itself."""
    [user] = arguments("USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    copied = {word for line in arguments("COPY", LINES) for word in line.split()[:-1] if not line.startswith("--from")}
    assert {f"!{name}" for name in copied} == {line for line in IGNORED if line.startswith("!")}
    assert "*" in IGNORED
    installs = [line for line in LINES if "pip " in line]
    assert all("--require-hashes" in line and "--only-binary :all:" in line for line in installs)
    assert f":{variables()['DATELINE_WEB_PORT']}/healthz" in arguments("HEALTHCHECK")[0]
    assert arguments("VOLUME") == [variables()["DATELINE_DATA"]]


def test_the_dockerfile_is_linted() -> None:
    """Where hadolint is installed, it finds nothing."""
    if not (hadolint := shutil.which("hadolint")):
        pytest.skip("needs hadolint")
    run = subprocess.run([hadolint, str(REPO / "Dockerfile")], capture_output=True, text=True, check=False)  # noqa: S603
    assert (run.returncode, run.stdout) == (0, "")


def test_the_composition_is_whole() -> None:
    """One bot on SQLite by default, two on Postgres by profile; each without rights, its mounts declared."""
    services = COMPOSE["services"]
    assert [name for name, service in services.items() if "profiles" not in service] == ["dateline"]
    assert services["replica"]["deploy"]["replicas"] == 2
    assert set(services["replica"]["depends_on"]) <= set(services)
    for name in ("dateline", "replica"):
        service = services[name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "ports" not in service
    mounts = [volume.split(":")[0] for service in services.values() for volume in service["volumes"]]
    assert {mount for mount in mounts if not mount.startswith(".")} == set(COMPOSE["volumes"])


def test_the_service_is_hardened(tmp_path: Path) -> None:
    """Systemd understands every line of the unit, and finds it well shut."""
    if not (analyze := shutil.which("systemd-analyze")):
        pytest.skip("needs systemd-analyze")
    unit = tmp_path / SERVICE.name
    unit.write_text(SERVICE.read_text("utf-8").replace("/opt/dateline/bin/dateline", sys.executable))

    for command in (["verify"], ["security", "--offline=true", "--threshold=20"]):
        run = subprocess.run([analyze, *command, str(unit)], capture_output=True, text=True, check=False)  # noqa: S603
        assert run.returncode == 0, run.stdout + run.stderr
        assert "Unknown" not in run.stderr
