"""Known holes in what is pinned: `python -m tests.audit [LOCK]` asks the index, with pip-audit.

A hole fails; so does a package whose licence binds us (`tests/test_licences.py`). Where the index cannot be asked, or
knows nothing of holes, that is said in a line and fails nothing: a check must run on a train.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PIP_AUDIT = "pip-audit==2.10.1"  #: fetched when it is run, so that the tests need not install it
_SECONDS = 120


def ask(lock: Path) -> Any:
    """What pip-audit says of a lock file, as its JSON; None where it could not ask."""
    command = [sys.executable, "-m", "uv", "tool", "run", "--from", PIP_AUDIT, "pip-audit"]
    options = ["--requirement", str(lock), "--disable-pip", "--format", "json", "--timeout", "5"]
    try:
        run = subprocess.run(  # noqa: S603 - our own words
            [*command, *options], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        return json.loads(run.stdout)
    except (subprocess.TimeoutExpired, OSError, ValueError):
        return None


def verdict(answer: Any) -> tuple[int, str]:
    """The exit code and the words for an answer."""
    packages = answer["dependencies"] if answer else []
    looked_up = [package for package in packages if "vulns" in package]
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in looked_up
        for hole in package["vulns"]
    ]
    if holes:
        return 1, "\n".join(holes)
    if not looked_up:
        return 0, "Not audited: no index that knows of holes can be reached from here."
    unknown = f"; {len(packages) - len(looked_up)} could not be looked up" if len(packages) > len(looked_up) else ""
    return 0, f"No known hole in {len(looked_up)} packages{unknown}."


if __name__ == "__main__":
    code, words = verdict(ask(Path(sys.argv[1] if len(sys.argv) > 1 else "requirements.lock")))
    print(words)  # noqa: T201 - a command line
    sys.exit(code)
