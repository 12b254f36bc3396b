"""Claims → figures over time: what each claimant gives of one measure, and nothing that no claim says."""

from digests.series.figures import figures_of, matching
from digests.series.wording import amount_text, described

__all__ = ["amount_text", "described", "figures_of", "matching"]
