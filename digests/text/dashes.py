"""Dashes between clauses, which a hyphen within a word and the dash of a range are not."""

from __future__ import annotations

import re
from typing import Final

DASH: Final = re.compile(r"\s(?:[–—-]|--)\s|—")
