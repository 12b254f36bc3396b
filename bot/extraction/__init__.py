"""Reading articles into claims: in this process, or in several others."""

from bot.extraction.extractor import Extractor
from bot.extraction.pool import ReadingPool, end_with_parent

__all__ = ["Extractor", "ReadingPool", "end_with_parent"]
