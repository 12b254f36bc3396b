"""Settings come from files and the environment; secrets only from the environment and a folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import PREFIX, SHIPPED, Settings, load_settings, secret_names


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    monkeypatch.setenv(f"{PREFIX}SECRETS", str(tmp_path / "none"))


def test_the_shipped_file_holds_the_defaults() -> None:
    """`config/bot.toml` says what holds when nobody sets anything."""
    assert load_settings() == Settings()
    assert (SHIPPED / "bot.toml").is_file()


def test_the_environment_wins_over_the_operators_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The operator's file overrides the keys it sets, and the environment overrides the file."""
    (tmp_path / "bot.toml").write_text('zone = "Europe/Kyiv"\nlog_level = "DEBUG"\n')
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path))
    monkeypatch.setenv("DATELINE_LOG_LEVEL", "ERROR")

    settings = load_settings()

    assert (settings.zone, settings.log_level) == ("Europe/Kyiv", "ERROR")


def test_secrets_are_read_from_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file named after the setting holds its secret, and the environment wins over it."""
    (tmp_path / "dateline_discord_token").write_text("from-folder\n")
    (tmp_path / "dateline_slack_bot_token").write_text("from-folder")
    monkeypatch.setenv("DATELINE_SECRETS", str(tmp_path))
    monkeypatch.setenv("DATELINE_SLACK_BOT_TOKEN", "from-environment")

    settings = load_settings()

    assert settings.discord_token
    assert settings.slack_bot_token
    assert settings.discord_token.get_secret_value() == "from-folder"
    assert settings.slack_bot_token.get_secret_value() == "from-environment"


@pytest.mark.parametrize("name", sorted(secret_names()))
def test_a_secret_never_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No secret stands in the settings' repr, text or JSON."""
    monkeypatch.setenv(f"{PREFIX}{name.upper()}", "hush-hush")

    settings = load_settings()

    assert "hush-hush" not in f"{settings!r} {settings} {settings.model_dump_json()}"
    assert settings.secrets() == ("hush-hush",)


def test_a_secret_in_a_file_is_refused_without_showing_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A token in bot.toml is an error that names the file and the cure, not the token."""
    (tmp_path / "bot.toml").write_text('discord_token = "hush-hush"\n')
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path))

    with pytest.raises(SettingsError, match="DATELINE_DISCORD_TOKEN") as caught:
        load_settings()

    assert "hush-hush" not in str(caught.value)
    assert "bot.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("zoen = 'UTC'", "zoen is no setting"), ("zone = ", "not readable as TOML"), ("slack_http_port = 99999", "PORT")],
)
def test_a_bad_file_of_settings_is_named(
    text: str, complaint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An unknown key, broken TOML or a value out of range is one readable error."""
    (tmp_path / "bot.toml").write_text(text)
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path))

    with pytest.raises(SettingsError, match=complaint):
        load_settings()


def test_a_missing_folder_of_settings_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """DATELINE_CONFIG must name a folder that exists."""
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "gone"))

    with pytest.raises(SettingsError, match="no folder"):
        load_settings()


def test_admins_are_listed_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names several user ids as people write lists."""
    monkeypatch.setenv("DATELINE_SLACK_ADMINS", "U1, U2 S3")

    assert load_settings().slack_admins == {"U1", "U2", "S3"}


def test_days_are_written_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long things are kept is a number of days; too few of them, or no unit, are refused."""
    monkeypatch.setenv("DATELINE_KEEP", "400d")
    assert load_settings().keep == timedelta(days=400)
    for text in ("400", "3d", "soon", "-400d"):
        monkeypatch.setenv("DATELINE_KEEP", text)
        with pytest.raises(SettingsError, match=r"DATELINE_KEEP.*400d"):
            load_settings()
