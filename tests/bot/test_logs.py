"""Log lines hold no secrets and no line breaks of other people's making."""

from __future__ import annotations

import io
import json
import logging
import sys

import pytest
import structlog

from bot.errors import SettingsError
from bot.logs import Redactor, set_up_logs


def test_secrets_never_reach_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A secret in an event, a library's message or a traceback is printed as asterisks."""
    set_up_logs("INFO", ["hush-hush"])

    structlog.get_logger("dateline").warning("refused", detail="token hush-hush")
    logging.getLogger("discord.http").warning("with %s", "hush-hush")
    try:
        raise ValueError("hush-hush")
    except ValueError:
        logging.getLogger("elsewhere").exception("it broke")

    said = capsys.readouterr().err
    assert "hush-hush" not in said
    assert said.count("***") >= 3
    assert len(said.splitlines()) == 3


def test_a_log_that_cannot_be_written_tells_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the log's stream is gone, the error that was to be logged appears nowhere else."""
    closed = io.StringIO()
    closed.close()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", closed)
        set_up_logs("INFO", [])
    try:
        raise ValueError("hush-hush")
    except ValueError:
        logging.getLogger("elsewhere").error("it broke")

    assert "hush-hush" not in "".join(capsys.readouterr())


def test_an_article_cannot_forge_a_log_line() -> None:
    """Line breaks and escape sequences in logged text are written out."""
    assert Redactor([])(None, "info", "a\nb\x1b[31mc") == "a\\nb\\x1b[31mc"


def test_libraries_stay_quiet_below_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    """Even at DEBUG, clients do not print their requests, which carry tokens."""
    set_up_logs("DEBUG", [])

    logging.getLogger("slack_sdk.web").debug("headers")
    logging.getLogger("discord.gateway").info("payload")

    assert capsys.readouterr().err == ""


def test_an_unknown_level_is_refused() -> None:
    """A level that does not exist is an error that lists those that do."""
    with pytest.raises(SettingsError, match="DEBUG, INFO"):
        set_up_logs("LOUD", [])


def test_lines_are_json_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Each line is an object with time, level and event, a traceback in it, and secrets taken out however written."""
    set_up_logs("INFO", ['hush "é"'], "json")

    structlog.get_logger("dateline").info("connected", servers=3, account='hush "é"')
    logging.getLogger("elsewhere").warning("a\nb %s", 'hush "é"')
    try:
        raise ValueError('hush "é"')
    except ValueError:
        logging.getLogger("elsewhere").exception("it broke")

    rows = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [row["level"] for row in rows] == ["info", "warning", "error"]
    assert (rows[0]["event"], rows[0]["servers"], rows[0]["account"]) == ("connected", 3, "***")
    assert rows[1]["event"] == "a\nb ***"
    assert "ValueError: ***" in rows[2]["exception"]
    assert all(row["timestamp"].endswith("Z") for row in rows)
