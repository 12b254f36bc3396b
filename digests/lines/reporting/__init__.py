"""Whether a sentence plainly reports what somebody says, and which of its words are theirs."""

from digests.lines.reporting.report import Form, Report
from digests.lines.reporting.sentence import read_report

__all__ = ["Form", "Report", "read_report"]
