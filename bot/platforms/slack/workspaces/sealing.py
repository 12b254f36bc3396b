"""Sealing what is kept in the database under a key that the operator names, with cryptography's Fernet."""

from __future__ import annotations

from typing import Final

from pydantic import SecretStr

from bot.errors import SettingsError

_SEALED: Final = "sealed:"
#: OpenSSL writes base64 in its plain alphabet, Fernet reads the other one.
_URL_SAFE: Final = str.maketrans("+/", "-_")


class Seal:
    """Closes texts under the first of some keys, and opens what any of them has closed.

    key: one key, or several parted by commas or blanks. Raises SettingsError where one is none, or an extra is missing.
    """

    def __init__(self, key: SecretStr) -> None:
        try:
            from cryptography import fernet  # noqa: PLC0415 - of an extra
        except ModuleNotFoundError:
            raise SettingsError(
                "DATELINE_SECRET_KEY needs the extra “sealed”: pip install 'dateline[sealed]'."
            ) from None
        parts = key.get_secret_value().replace(",", " ").split()
        try:
            self._fernets = [fernet.Fernet(part.translate(_URL_SAFE)) for part in parts]
        except ValueError:
            self._fernets = []
        if not self._fernets:
            raise SettingsError(
                "DATELINE_SECRET_KEY is no key of 32 bytes in base64; make one with: openssl rand -base64 32"
            )
        self._wrong_key = fernet.InvalidToken

    def close(self, text: str) -> str:
        """What only who has the key can open."""
        return _SEALED + self._fernets[0].encrypt(text.encode()).decode()

    def open(self, text: str) -> str:
        """The text; what was never sealed is as it is. Raises SettingsError where no key fits."""
        return self._open(text, len(self._fernets))

    def is_fresh(self, text: str) -> bool:
        """Whether a text is sealed under the first key."""
        try:
            return text.startswith(_SEALED) and bool(self._open(text, 1))
        except SettingsError:
            return False

    def _open(self, text: str, keys: int) -> str:
        if not text.startswith(_SEALED):
            return text
        for fernet in self._fernets[:keys]:
            try:
                return fernet.decrypt(text.removeprefix(_SEALED)).decode()
            except self._wrong_key:
                continue
        raise SettingsError("DATELINE_SECRET_KEY opens nothing of what was sealed before.")
