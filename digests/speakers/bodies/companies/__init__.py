"""Companies and teams: where a text names them, and whom its short names and nouns for them mean."""

from digests.speakers.bodies.companies.companies import Companies
from digests.speakers.bodies.companies.mentions import Named

__all__ = ["Companies", "Named"]
