"""The loopback Slack's Web API and response URLs: what is called is checked, kept and answered, or fails on demand."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.peers.slack_rules import check_message, check_view

BOT_TOKEN, APP_TOKEN, SECRET = "xoxb-peer-bot-token", "xapp-peer-app-token", "peer-signing-secret"


@dataclass
class Reply:
    """What a user sees of an answer."""

    payload: dict[str, Any]

    @property
    def seen(self) -> str:
        """All that it says."""
        return json.dumps(self.payload.get("blocks") or self.payload.get("text"), ensure_ascii=False)

    @property
    def buttons(self) -> dict[str, dict[str, Any]]:
        """The buttons by action id."""
        blocks = self.payload.get("blocks") or []
        rows = [block["elements"] for block in blocks if block["type"] == "actions"]
        beside = [[block["accessory"]] for block in blocks if "accessory" in block]
        return {button["action_id"]: button for row in (*rows, *beside) for button in row}


@dataclass
class Fault:
    """One thing to go wrong: an HTTP status or a reset, before or after the call was carried out, or an error code."""

    status: int = 200
    error: str = ""
    reset: bool = False
    after: bool = False
    headers: dict[str, str] = field(default_factory=dict)


class SlackWeb:
    """A workspace T1 with a channel C1, an admin UADMIN, a group SEDITORS with UEDITOR, and a member UREADER."""

    def __init__(self) -> None:
        self.base = ""
        self.violations: list[str] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.messages: list[dict[str, Any]] = []
        self.views: list[dict[str, Any]] = []
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.users: dict[str, dict[str, Any]] = {
            "UADMIN": {"is_admin": True, "tz": "Europe/Riga"},
            "UREADER": {"is_admin": False},
            "UEDITOR": {"is_admin": False},
        }
        self._opened: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.bot_tokens = {BOT_TOKEN}  #: those that are good
        self.grants: dict[str, str] = {}  #: codes and refresh tokens that are good once, and for which team
        self.bearers: list[tuple[str, str]] = []  #: under which token each call came
        self.direct: dict[str, str] = {}  #: the channels of direct messages by person
        self.groups = {"SEDITORS": ["UEDITOR"]}
        self.channels: dict[str, dict[str, Any]] = {
            "C1": {"name": "general", "is_member": True},
            "C2": {"name": "news", "is_member": True},
            "C3": {"name": "shut", "is_member": False},
            "C4": {"name": "old", "is_member": True, "is_archived": True},
        }
        self.hooks_gone = False  #: whether response URLs are too old to be used
        self._hooks: defaultdict[str, asyncio.Queue[Reply]] = defaultdict(asyncio.Queue)
        self._ids = itertools.count(1)

    def routes(self) -> list[web.RouteDef]:
        """Return what is served."""
        return [web.route("*", "/api/{method}", self._api), web.post("/response/{id}", self._response)]

    async def opened(self) -> dict[str, Any]:
        """Wait for the next form that is opened."""
        return await asyncio.wait_for(self._opened.get(), 3)

    async def _response(self, request: web.Request) -> web.StreamResponse:
        payload = await request.json()
        self.violations += check_message(payload)
        if self.hooks_gone:
            return web.json_response({"ok": False, "error": "expired_url"}, status=404)
        self._hooks[request.match_info["id"]].put_nowait(Reply(payload))
        return web.Response(text="ok")

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        self.calls.append((method, arguments))
        fault = self.faults[method].popleft() if self.faults[method] else None
        if fault and not fault.after:
            return self._fail(fault, request)
        answer = self._carry_out(method, arguments, request)
        return self._fail(fault, request) if fault else web.json_response(answer)

    def _fail(self, fault: Fault, request: web.Request) -> web.StreamResponse:
        if fault.reset and request.transport:
            request.transport.abort()
        return web.json_response({"ok": False, "error": fault.error}, status=fault.status, headers=fault.headers)

    def _carry_out(self, method: str, arguments: dict[str, Any], request: web.Request) -> dict[str, Any]:
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        tokens = {APP_TOKEN} if method == "apps.connections.open" else self.bot_tokens
        if method != "oauth.v2.access" and bearer not in tokens:
            return {"ok": False, "error": "invalid_auth"}
        self.bearers.append((method, bearer))
        handler = getattr(self, f"_{method.replace('.', '_')}", None)
        answer: dict[str, Any] = handler(arguments) if handler else {"ok": False, "error": "unknown_method"}
        return {"ok": True} | answer

    def _auth_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"team_id": "T1", "team": "Peer", "user_id": "UBOT", "bot_id": "BBOT", "url": self.base}

    def _apps_connections_open(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"url": f"{self.base.replace('http', 'ws', 1)}/socket?ticket=peer-ticket"}

    def _chat_postMessage(self, arguments: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - the method's name
        if arguments["channel"] not in {"C1", *self.direct.values()}:
            return {"ok": False, "error": "channel_not_found"}
        self.violations += check_message(arguments)
        thread = arguments.get("thread_ts")
        if thread and thread not in {message["ts"] for message in self.messages}:
            return {"ok": False, "error": "thread_not_found"}
        message = arguments | {"ts": f"1700000000.{next(self._ids):06}", "bot_id": "BBOT", "type": "message"}
        self.messages.append(message)
        return {"ts": message["ts"], "channel": arguments["channel"]}

    def _chat_postEphemeral(self, arguments: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - the method's name
        self.violations += check_message(arguments)
        self._hooks[f"{arguments['channel']}:{arguments['user']}"].put_nowait(Reply(arguments))
        return {"message_ts": f"1700000000.{next(self._ids):06}"}

    def _chat_update(self, arguments: dict[str, Any]) -> dict[str, Any]:
        found = [message for message in self.messages if message["ts"] == arguments["ts"]]
        if not found:
            return {"ok": False, "error": "message_not_found"}
        self.violations += check_message(arguments)
        found[0].update(arguments)
        return {"ts": arguments["ts"]}

    def _conversations_open(self, arguments: dict[str, Any]) -> dict[str, Any]:
        person = arguments["users"]
        return {"channel": {"id": self.direct.setdefault(person, f"D{person[1:]}")}}

    def _conversations_info(self, arguments: dict[str, Any]) -> dict[str, Any]:
        channel = self.channels.get(arguments["channel"])
        return {"channel": channel} if channel else {"ok": False, "error": "channel_not_found"}

    def _conversations_history(self, arguments: dict[str, Any]) -> dict[str, Any]:
        known = [message for message in reversed(self.messages) if message["channel"] == arguments["channel"]]
        known = [message for message in known if not message.get("thread_ts")]
        span = (str(arguments.get("oldest", "0")), str(arguments.get("latest", "9")))
        known = [message for message in known if span[0] < message["ts"] < span[1]]
        return self._page(known, arguments)

    @staticmethod
    def _page(known: list[dict[str, Any]], arguments: dict[str, Any]) -> dict[str, Any]:
        limit = int(arguments.get("limit", 100))
        hidden = set() if arguments.get("include_all_metadata") in {True, "1", "true"} else {"metadata"}
        shown = [{name: value for name, value in one.items() if name not in hidden} for one in known]
        return {"messages": shown[:limit], "has_more": len(shown) > limit}

    def _conversations_replies(self, arguments: dict[str, Any]) -> dict[str, Any]:
        parent = [message for message in self.messages if message["ts"] == arguments["ts"]]
        if not parent:
            return {"ok": False, "error": "thread_not_found"}
        replies = [message for message in self.messages if message.get("thread_ts") == arguments["ts"]]
        known = [message for message in replies if message["ts"] > str(arguments.get("oldest", "0"))]
        return self._page([*parent, *known], arguments)

    def _users_info(self, arguments: dict[str, Any]) -> dict[str, Any]:
        user = self.users.get(arguments["user"])
        return {"user": {"id": arguments["user"], **user}} if user else {"ok": False, "error": "user_not_found"}

    def _usergroups_users_list(self, arguments: dict[str, Any]) -> dict[str, Any]:
        return {"users": self.groups.get(arguments["usergroup"], [])}

    def _views_open(self, arguments: dict[str, Any]) -> dict[str, Any]:
        self.violations += check_view(arguments["view"])
        self.views.append(arguments["view"])
        self._opened.put_nowait(arguments["view"])
        return {"view": arguments["view"]}

    def _views_publish(self, arguments: dict[str, Any]) -> dict[str, Any]:
        self.violations += check_view(arguments["view"])
        self._opened.put_nowait(arguments["view"])
        return {"view": arguments["view"]}

    def _oauth_v2_access(self, arguments: dict[str, Any]) -> dict[str, Any]:
        if (arguments.get("client_id"), arguments.get("client_secret")) != ("1.2", "client-secret"):
            return {"ok": False, "error": "bad_client_secret"}
        given = arguments.get("code") or arguments.get("refresh_token")
        if given not in self.grants:
            return {"ok": False, "error": "invalid_code"}
        team = self.grants.pop(given)
        is_whole = team.startswith("E")  # an organisation installs for all of its workspaces
        token, refresh = f"xoxe.xoxb-{team}-{next(self._ids)}", f"xoxe-1-{team}-{next(self._ids)}"
        self.bot_tokens.add(token)
        self.grants[refresh] = team
        named = {"id": team, "name": f"{'Organisation' if is_whole else 'Team'} {team}"}
        who: dict[str, Any] = {"team": None if is_whole else named, "enterprise": named if is_whole else None}
        who |= {"is_enterprise_install": is_whole, "bot_user_id": "UBOT", "scope": "commands"}
        return who | {"access_token": token, "refresh_token": refresh, "expires_in": 43_200}

    def _hook(self) -> str:
        return f"{self.base}/response/{next(self._ids)}"


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.method == "GET":
        return dict(request.query)
    if request.content_type == "application/json":
        return dict(await request.json())
    form = {name: str(value) for name, value in {**request.query, **(await request.post())}.items()}
    return {name: json.loads(text) if text[:1] in {"[", "{"} else text for name, text in form.items()} | {
        name: form[name] in {"1", "true", "True"} for name in ("unfurl_links", "unfurl_media") if name in form
    }
