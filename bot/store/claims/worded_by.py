"""Which program has found out how a claim is put in a line: another one may find otherwise."""

from __future__ import annotations

import functools
from hashlib import sha256
from pathlib import Path

import digests

_LENGTH = 8
_MAKING_WEIGHTS = "training"  # a room that nothing of the running program imports


@functools.cache
def worded_by() -> str:
    """A mark of the rules that this program goes by: of every file of the core."""
    core = Path(digests.__file__).parent
    marks = sha256()
    for file in sorted(core.rglob("*.py")):
        if file.relative_to(core).parts[0] != _MAKING_WEIGHTS:
            marks.update(file.read_bytes())
    return marks.hexdigest()[:_LENGTH]
