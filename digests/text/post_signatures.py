"""How a post is signed that a text shows as it was written."""

from __future__ import annotations

from typing import Final

#: Who signs a post, up to its date, for use within larger patterns: “— Ida Holm (@idaholm) ” before “May 5, 2019”.
SIGNATURE: Final = r"(?P<cue>[—–-])\s(?P<source>(?:(?!\s-\s)[^()—–\n]){2,60})\s\(@\w+\)\s+"
