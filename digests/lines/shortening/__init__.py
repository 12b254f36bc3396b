"""Where a line's words may end early, and what is left of them then."""

from digests.lines.shortening.borders import boundaries, ends_sentence
from digests.lines.shortening.cuts import cut, later

__all__ = ["boundaries", "cut", "ends_sentence", "later"]
