"""What the parts of plain reporting look like, each as a pattern that takes one part from where it is put."""

from digests.lines.reporting.patterns.checks import checks
from digests.lines.reporting.patterns.opening import openers
from digests.lines.reporting.patterns.phrases import WORD
from digests.lines.reporting.patterns.verb_parts import verb_parts

__all__ = ["WORD", "checks", "openers", "verb_parts"]
