"""The JSON values that the Discord peer hands out: users, guilds, messages, interactions."""

from __future__ import annotations

import itertools
from typing import Any

TOKEN = "peer-token.for-tests.0123456789"
BOT, GUILD, READER = "1000000000000000001", "2000000000000000001", "1000000000000000002"
CHANNEL, CLOSED = "3000000000000000001", "3000000000000000002"  #: the bot may not embed links in the second
PRIVATE = "3000000000000000003"  #: direct messages with the reader
MANAGE_GUILD, EMBED_LINKS = 1 << 5, 1 << 14
BOT_RIGHTS = (1 << 10) | (1 << 11) | EMBED_LINKS | (1 << 16)  #: view, send, embed, history
EPHEMERAL = 1 << 6
NOW = "2025-02-07T09:00:00+00:00"
_ids = itertools.count(5000000000000000001)


def snowflake() -> str:
    """A new id."""
    return str(next(_ids))


def user(user_id: str = BOT, name: str = "dateline") -> dict[str, Any]:
    """A user; a bot unless it is the reader."""
    return {
        "id": user_id,
        "username": name,
        "discriminator": "0000",
        "avatar": None,
        "bot": user_id == BOT,
        "public_flags": 0,
        "flags": 0,
        "global_name": None,
        "primary_guild": None,
    }


def me() -> dict[str, Any]:
    """The reply to GET /users/@me."""
    return {**user(), "mfa_enabled": False, "locale": "en-US", "verified": True, "email": None}


def application() -> dict[str, Any]:
    """The reply to GET /oauth2/applications/@me."""
    return {
        "id": BOT,
        "name": "dateline",
        "icon": None,
        "description": "",
        "type": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(READER, "owner"),
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": ["bot"],
        "bot_public": True,
        "bot_require_code_grant": False,
        "summary": "",
    }


def channel(channel_id: str) -> dict[str, Any]:
    """A text channel; the closed one denies the bot to embed links."""
    deny = [{"id": BOT, "type": 1, "allow": "0", "deny": str(EMBED_LINKS)}] if channel_id == CLOSED else []
    return {
        "id": channel_id,
        "type": 0,
        "guild_id": GUILD,
        "name": "closed" if channel_id == CLOSED else "news",
        "position": 0,
        "permission_overwrites": deny,
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "parent_id": None,
        "flags": 0,
    }


def forum(channel_id: str, *tags: str, needs_tag: bool = False) -> dict[str, Any]:
    """A forum with some tags, one of which each post may have to have."""
    made = [
        {"id": snowflake(), "name": name, "moderated": False, "emoji_id": None, "emoji_name": None} for name in tags
    ]
    return channel(channel_id) | {
        "type": 15,
        "name": "forum",
        "flags": 1 << 4 if needs_tag else 0,
        "available_tags": made,
        "default_reaction_emoji": None,
        "default_sort_order": None,
        "default_forum_layout": 0,
    }


def thread(thread_id: str, parent_id: str) -> dict[str, Any]:
    """A public thread, or a post of a forum, of a channel."""
    times = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": NOW, "locked": False}
    return channel(thread_id) | {
        "type": 11,
        "name": "flood",
        "parent_id": parent_id,
        "owner_id": READER,
        "thread_metadata": times,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
    }


def guild() -> dict[str, Any]:
    """The guild, as GUILD_CREATE brings it."""
    everyone = {
        "id": GUILD,
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": str(BOT_RIGHTS),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": GUILD,
        "name": "Readers",
        "owner_id": READER,
        "roles": [everyone],
        "channels": [channel(CHANNEL), channel(CLOSED)],
        "members": [member(user(), 0)],
        "threads": [],
        "emojis": [],
        "features": [],
        "unavailable": False,
        "member_count": 2,
        "joined_at": NOW,
        "large": False,
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "nsfw_level": 0,
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "preferred_locale": "en-US",
        "stickers": [],
    }


def member(of: dict[str, Any], permissions: int) -> dict[str, Any]:
    """A member of the guild."""
    return {
        "user": of,
        "roles": [],
        "joined_at": NOW,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": str(permissions),
    }


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    """A control with what Discord adds to a list that says no more."""
    return ({"min_values": 1, "max_values": 1, "disabled": False} if part["type"] == 3 else {}) | part


def message(channel_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """A message as Discord gives it back."""
    rows = sent.get("components") or []
    numbers = itertools.count(1)
    components = [
        {
            **row,
            "id": next(numbers),
            "components": [_filled(part) | {"id": next(numbers)} for part in row["components"]],
        }
        for row in rows
    ]
    stored = {
        "id": snowflake(),
        "type": 0,
        "channel_id": channel_id,
        "content": sent.get("content") or "",
        "author": user(),
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "attachments": [],
        "embeds": [{"type": "rich", **embed} for embed in sent.get("embeds") or []],
        "components": components,
        "timestamp": NOW,
        "edited_timestamp": None,
        "flags": sent.get("flags", 0),
        "pinned": False,
        "tts": False,
    }
    if sent.get("message_reference"):
        reference = {"type": 0, "channel_id": channel_id, "message_id": sent["message_reference"]["message_id"]}
        stored |= {"type": 19, "message_reference": reference}
    return {**stored, "nonce": sent["nonce"]} if sent.get("nonce") is not None else stored


def interaction(kind: int, data: dict[str, Any], *, channel_id: str | None, permissions: int) -> dict[str, Any]:
    """An INTERACTION_CREATE event from the reader, in a channel of the guild or in direct messages."""
    event = {
        "id": snowflake(),
        "application_id": BOT,
        "type": kind,
        "token": f"interaction-{snowflake()}",
        "version": 1,
        "data": data,
        "locale": "en-US",
        "entitlements": [],
        "attachment_size_limit": 10_485_760,
    }
    return event | (_in_guild(channel_id, permissions) if channel_id else _in_private())


def _in_guild(channel_id: str, permissions: int) -> dict[str, Any]:
    return {
        "guild_id": GUILD,
        "guild": {"id": GUILD, "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "channel_id": channel_id,
        "channel": channel(channel_id),
        "member": member(user(READER, "reader"), permissions),
        "app_permissions": str(BOT_RIGHTS if channel_id == CHANNEL else BOT_RIGHTS & ~EMBED_LINKS),
        "authorizing_integration_owners": {"0": GUILD},
        "context": 0,
    }


def _in_private() -> dict[str, Any]:
    reader = user(READER, "reader")
    return {
        "channel_id": PRIVATE,
        "channel": {"id": PRIVATE, "type": 1, "recipients": [reader], "last_message_id": None, "flags": 0},
        "user": reader,
        "app_permissions": str(BOT_RIGHTS),
        "authorizing_integration_owners": {"1": READER},
        "context": 1,
    }
