"""Settings: shipped defaults, the operator's files, the environment; secrets never from files of settings."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.errors import SettingsError

PREFIX = "DATELINE_"
_LEAST_DAYS = 30
_PACKAGED = Path(__file__).parent / "config"
#: The configuration that comes with Dateline: inside the installed package, else the checkout's own folder.
SHIPPED = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent / "config"


class Settings(BaseSettings):
    """Everything an operator can set; each name is also an environment variable with `DATELINE_` before it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", hide_input_in_errors=True)

    data: Path = Field(default_factory=lambda: user_data_path("dateline", appauthor=False))
    tagger: Path | None = None  #: weights of one's own in the place of the packaged ones
    floor: float = Field(default=0.48, ge=0, le=1)  #: the least certainty of a line that a digest prints
    config: Path | None = None  #: a folder whose bot.toml and actors.toml add to and override the shipped ones
    database: SecretStr | None = None  #: a database URL; may hold a password
    keep: timedelta | None = None  #: how long articles and messages are kept, as in 400d; for ever by default
    keep_audit: timedelta | None = None  #: how long decisions of the desk are kept; for ever by default
    backups: Path | None = None  #: a folder that gets a copy of the SQLite database every night
    backups_keep: int = Field(default=7, ge=1)  #: how many of them stay there
    jobs: Literal["here", "workers"] = "here"  #: whether `run` reads articles and looks at feeds, or `worker` does
    readers: int = Field(default=0, ge=0, le=256)  #: processes that read articles; 0: a thread of `run`
    zone: str = "UTC"  #: the IANA zone of digests that no schedule sets
    log_level: str = "INFO"
    log: Literal["text", "json"] = "text"  #: the form of log lines
    unknown: Literal["hold", "resend"] = "hold"  #: what becomes of a message of which nobody can tell if it was posted
    alerts: str | None = None  #: a channel ("discord:1234") to tell what waits for a person, or was given up

    discord_token: SecretStr | None = None
    discord_api: str | None = None
    discord_gateway: str | None = None

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: str = ""  #: with the secret below, workspaces install the app by themselves, over HTTP
    slack_client_secret: SecretStr | None = None
    secret_key: SecretStr | None = None  #: seals the tokens of those workspaces in the database
    slack_api: str | None = None
    slack_http_host: str = "127.0.0.1"
    slack_http_port: int = Field(default=3000, ge=0, le=65535)
    slack_public: str = ""  #: where Slack reaches HTTP mode, as in https://dateline.example
    slack_admins: Annotated[frozenset[str], NoDecode] = (
        frozenset()
    )  #: user ids that may schedule, beside workspace admins

    fetch_allow: Annotated[frozenset[str], NoDecode] = (
        frozenset()
    )  #: hosts with ports ("feeds.lan:8080") that are fetched from though they are not public
    inbox: Path | None = None  #: a folder whose files are added by `run`
    desk: Annotated[frozenset[str], NoDecode] = (
        frozenset()
    )  #: ids of roles, user groups and users who may use the desk in chat; those who may schedule, where none is named
    desk_home: str = ""  #: the workspace ("discord:1234") whose desk decides about what feeds under review bring
    desk_approvals: int = Field(default=1, ge=1, le=9)  #: how many must approve what feeds under review bring
    desk_fetch: bool = False  #: whether an address that somebody gives the desk in chat is fetched
    intake_token: SecretStr | None = None  #: what POST /records asks for; without it there is no such path

    model_api: str | None = None  #: an OpenAI-compatible base address; with `model`, it may order digests
    model: str | None = None
    model_key: SecretStr | None = None

    mcp_token: SecretStr | None = None  #: what `dateline mcp --http` asks for

    page_port: int | None = Field(default=None, ge=0, le=65535)  #: where the pages are served, if at all
    page_host: str = "127.0.0.1"

    web_port: int | None = Field(default=None, ge=0, le=65535)  #: where health and metrics are served, if at all
    web_host: str = "127.0.0.1"
    web_token: SecretStr | None = None  #: what /metrics asks for; needed where others than this machine can reach it

    @field_validator("slack_admins", "fetch_allow", "desk", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        """The environment gives several parted by commas or blanks."""
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("keep", "keep_audit", mode="before")
    @classmethod
    def _days(cls, value: object) -> object:
        """A number of days, as in 400d; a month at least, as digests and corrections look back."""
        if not isinstance(value, str):
            return value
        days = re.fullmatch(r"(\d{1,5})d", value.strip())
        if days is None or int(days[1]) < _LEAST_DAYS:
            raise ValueError(f"must be a number of days such as 400d, {_LEAST_DAYS}d at least")
        return timedelta(days=int(days[1]))

    @property
    def database_url(self) -> str:
        """The database's URL; by default a SQLite file in the data folder."""
        if self.database:
            return self.database.get_secret_value()
        return f"sqlite:///{self.data / 'dateline.db'}"

    def secrets(self) -> tuple[str, ...]:
        """Every secret value that is set, so that logs can take them out."""
        values = (getattr(self, name) for name in secret_names())
        return tuple(value.get_secret_value() for value in values if value)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the base class names it
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the base class names it
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the secrets folder, and both over the files (which come as init values)."""
        return env_settings, file_secret_settings, init_settings


def program_version() -> str:
    """The version of this code: a checkout says it itself, whatever is installed beside it."""
    project = SHIPPED.parent / "pyproject.toml"
    if project.is_file():
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    return metadata.version("dateline")


def secret_names() -> frozenset[str]:
    """The settings that are secrets."""
    return frozenset(name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation))


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings once; raises SettingsError that names the setting and the cure, never a secret's value."""
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = _read_toml(SHIPPED / "bot.toml")
    config_folder = environ.get(f"{PREFIX}CONFIG")
    if config_folder:
        if not Path(config_folder).is_dir():
            raise SettingsError(
                f"{PREFIX}CONFIG names {config_folder}, which is no folder; make it or unset the variable."
            )
        values |= _read_toml(Path(config_folder) / "bot.toml")
    folder = secrets_folder(environ)
    try:
        return Settings(_secrets_dir=folder if folder.is_dir() else None, **values)
    except ValidationError as error:
        raise SettingsError(_readable(error)) from None


def secrets_folder(environ: Mapping[str, str] | None = None) -> Path:
    """The folder whose files are secrets; they may change while the bot runs."""
    return Path((os.environ if environ is None else environ).get(f"{PREFIX}SECRETS", "/run/secrets"))


def _read_toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not readable as TOML: {error}") from None
    secret_keys = sorted(secret_names() & values.keys())
    if secret_keys:
        cure = f"set {PREFIX}{secret_keys[0].upper()} in the environment or put it in the secrets folder"
        raise SettingsError(f"{path}: {secret_keys[0]} is a secret and may not stand in a file of settings; {cure}.")
    unknown_keys = sorted(values.keys() - Settings.model_fields.keys())
    if unknown_keys:
        raise SettingsError(f"{path}: {unknown_keys[0]} is no setting; see config/bot.toml for those there are.")
    return values


def _readable(error: ValidationError) -> str:
    problems = []
    for detail in error.errors(include_input=False, include_url=False, include_context=False):
        name = ".".join(str(part) for part in detail["loc"])
        problems.append(f"{PREFIX}{name.upper().removeprefix(PREFIX)}: {detail['msg']}")
    return "; ".join(problems)
