"""Where the repository and its parts lie, whatever room a test stands in."""

from pathlib import Path
from typing import Final

REPO: Final = Path(__file__).parents[1]
CONFIG: Final = REPO / "config"
SAMPLES: Final = CONFIG / "samples"
DATA: Final = REPO / "tests" / "data"
