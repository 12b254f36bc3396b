"""Logging: one line an event on standard error, with every secret taken out."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterable
from typing import Any, Literal

import structlog

from bot.errors import SettingsError

_OURS = ("bot", "dateline", "digests")
_RENDERERS: dict[str, Callable[..., str | bytes]] = {
    "text": structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
    "json": structlog.processors.JSONRenderer(),
}
_LEVELS = {"DEBUG": 10, "INFO": 20, "WARNING": 30, "ERROR": 40}


def set_up_logs(level: str, secrets: Iterable[str], form: Literal["text", "json"] = "text") -> None:
    """Send our events and the libraries' warnings to standard error; raises SettingsError for an unknown level.

    form: “text” for people, or “json” for programs, an object a line.
    """
    number = _LEVELS.get(level.upper())
    if number is None:
        raise SettingsError(f"DATELINE_LOG_LEVEL is {level}; use DEBUG, INFO, WARNING or ERROR.")
    redact = Redactor(secrets)
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_logger_name],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _RENDERERS[form],
            redact,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    logging.raiseExceptions = False  # else what cannot be written is told with the text of the error at hand
    # Libraries print requests with their headers below WARNING; ours alone may say more.
    root.setLevel(max(number, logging.WARNING))
    for name in _OURS:
        logging.getLogger(name).setLevel(number)
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(number),
    )


class Redactor:
    """Takes secrets out of a rendered line, and keeps it one line without control characters."""

    def __init__(self, secrets: Iterable[str]) -> None:
        plain = [secret for secret in secrets if secret]
        escaped = [json.dumps(secret)[1:-1] for secret in plain]  # as they stand in a line of JSON
        self._secrets = sorted({*plain, *escaped}, key=len, reverse=True)
        self._count = len(plain)

    def __call__(self, _logger: object, _method: str, line: Any) -> str:
        """The line with each secret replaced by asterisks."""
        text = str(line)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)

    def __repr__(self) -> str:
        return f"Redactor({self._count} secrets)"
