"""How one sentence reports a claim's words, read part by part from its start."""

from digests.lines.reporting.sentence.reading import read_report

__all__ = ["read_report"]
