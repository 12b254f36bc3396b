"""How likely a line is right in claimant and meaning and can be read alone."""

from digests.lines.certainty.measure import certainty, features, weighed

__all__ = ["certainty", "features", "weighed"]
