"""What Discord's refusals mean: for the outbox, and for the bot as a whole."""

from __future__ import annotations

import aiohttp
import discord

from bot.errors import DeliveryError, DestinationError, RefusedTokenError, SettingsError

_BAD_TOKEN = "Discord refused DATELINE_DISCORD_TOKEN. Make a new one in the developer portal under Bot > Reset Token."  # noqa: S105 - a sentence about the token
_NO_REPLIES = 160002
_SHARDING_REQUIRED = 4011
_ARCHIVED = 50083


def as_delivery_error(error: Exception) -> DeliveryError:
    """What an error means for the outbox."""
    if isinstance(error, DeliveryError):
        return error
    if isinstance(error, discord.LoginFailure):
        return RefusedTokenError(_BAD_TOKEN)
    if isinstance(error, discord.RateLimited):
        return DeliveryError("Discord's rate limit", retry_after=error.retry_after)
    if isinstance(error, discord.HTTPException):
        return _refused(error)
    never_sent = isinstance(error, aiohttp.ClientConnectorError)
    return DeliveryError(f"Discord did not answer: {type(error).__name__}", maybe_posted=not never_sent)


def _refused(error: discord.HTTPException) -> DeliveryError:
    reason = f"Discord answered {error.status} (code {error.code})"
    if error.status == 429:
        return DeliveryError(reason, retry_after=_retry_after(error))
    if error.status >= 500:
        return DeliveryError(reason, maybe_posted=True)
    hints = {
        10003: "the channel is gone",
        40067: "the forum asks for a tag: name one with /digest edit",
        50001: "the bot does not see the channel: it needs View Channel",
        50008: "no message can be posted in that channel itself; a forum is scheduled with /digest schedule",
        50007: "the person takes no direct messages from the bot",
        _ARCHIVED: "the thread is archived",
        50013: "the bot may not post there: it needs Send Messages and Embed Links",
        _NO_REPLIES: "the bot may not reply there: it needs Read Message History",
    }
    reason = f"{reason}: {hints[error.code]}" if error.code in hints else reason
    if error.status == 401:
        return RefusedTokenError(_BAD_TOKEN)
    closed = (error.status in {403, 404} and error.code != _NO_REPLIES) or error.code == _ARCHIVED
    return DestinationError(reason) if closed else DeliveryError(reason, permanent=True)


def _retry_after(error: discord.HTTPException) -> float:
    header = error.response.headers.get("Retry-After", "")
    try:
        return max(float(header), 1.0)
    except ValueError:
        return 5.0


def needs_shards(error: Exception) -> bool:
    """Whether Discord has closed a connection because it is for too many servers."""
    return isinstance(error, discord.ConnectionClosed) and error.code == _SHARDING_REQUIRED


def raise_if_final(error: Exception) -> None:
    """Trying again helps against everything but a bad token and refused intents."""
    if isinstance(error, discord.LoginFailure):
        raise SettingsError(_BAD_TOKEN) from None
    if isinstance(error, discord.ConnectionClosed) and error.code == 4004:
        raise SettingsError(_BAD_TOKEN) from None
    if isinstance(error, discord.PrivilegedIntentsRequired):
        raise SettingsError("Discord refused the gateway intents of this bot.") from None
