"""How likely a line is right in claimant and meaning and can be read alone."""

from digests.lines.certainty.measure import READ_ALONE, certainty, features, weighed

__all__ = ["READ_ALONE", "certainty", "features", "weighed"]
