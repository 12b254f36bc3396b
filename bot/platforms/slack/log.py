"""The one logger that the Slack libraries are given: no debug lines, and no secrets in the others."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(
    r"x(?:ox[a-z.]+|app)-[\w.-]+|(?<=ticket=)[^&\s'\"]+|(?<=token=)[^&\s'\"]+|(?<=hooks\.slack\.com/)[^\s'\"]+"
)


class _Redactor(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if record.exc_info:
            message += "\n" + logging.Formatter().formatException(record.exc_info)
        record.msg, record.args, record.exc_info = redact(message), None, None
        return True


def redact(text: str) -> str:
    """Return text with tokens, tickets and hook addresses taken out."""
    return _SECRET.sub("[secret]", text)


LOG = logging.getLogger("bot.platforms.slack")
LOG.setLevel(logging.INFO)  # at debug the libraries print whole requests and socket addresses
LOG.addFilter(_Redactor())
