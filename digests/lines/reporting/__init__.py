"""Whether a sentence plainly reports what somebody says, and which of its words are theirs."""

from digests.lines.reporting.sentence import Form, Report, read_report

__all__ = ["Form", "Report", "read_report"]
