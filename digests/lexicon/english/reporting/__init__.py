"""The English of reporting: verb forms, and what may stand beside them."""

from digests.lexicon.english.reporting.frames import REPORTING

__all__ = ["REPORTING"]
