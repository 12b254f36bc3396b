"""A real Chromium, driven over its own protocol; Debian's, as a test may not download one."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import json
import shutil
import tempfile
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
    "--disable-lcd-text",
)  # fmt: skip


class Tab:
    """One tab: what it shows, what it asked for, and what it complained of."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._numbers = socket, itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._loaded = asyncio.Event()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._reading = asyncio.create_task(self._read())

    async def call(self, method: str, **values: Any) -> dict[str, Any]:
        """Have something done, and give the result."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": values})
        try:
            answer = await asyncio.wait_for(self._answers[number], 30)
        finally:
            del self._answers[number]
        assert "error" not in answer, answer
        return dict(answer["result"])

    async def start(self, *, width: int, height: int = 900, dark: bool = False) -> None:
        """Take on the size and the colours of a reader's screen; scripts are off."""
        for domain in ("Page", "Network", "Log", "Runtime", "Accessibility"):
            await self.call(f"{domain}.enable")
        await self.call("Emulation.setScriptExecutionDisabled", value=True)
        await self.look(width=width, height=height, dark=dark)

    async def look(self, *, width: int, height: int = 900, dark: bool = False) -> None:
        """Take on another size and other colours."""
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        await self.call("Emulation.setEmulatedMedia", features=features)

    async def open(self, url: str) -> None:
        """Open a page, and wait until it stands."""
        self._loaded.clear()
        await self.call("Page.navigate", url=url)
        await asyncio.wait_for(self._loaded.wait(), 30)

    async def click(self, selector: str) -> None:
        """Click an element, and wait for the page that it leads to."""
        node = await self._node(selector)
        await self.call("DOM.scrollIntoViewIfNeeded", nodeId=node)
        quad = (await self.call("DOM.getContentQuads", nodeId=node))["quads"][0]
        x, y = (quad[0] + quad[2]) / 2, (quad[1] + quad[5]) / 2
        self._loaded.clear()
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        await asyncio.wait_for(self._loaded.wait(), 30)

    async def type_into(self, selector: str, text: str) -> None:
        """Type a text into a field, and press Enter."""
        await self.call("DOM.focus", nodeId=await self._node(selector))
        await self.call("Input.insertText", text=text)
        self._loaded.clear()
        for kind in ("keyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r"
            )
        await asyncio.wait_for(self._loaded.wait(), 30)

    async def widths(self) -> tuple[float, float]:
        """How wide the page is, and how wide the window."""
        sizes = await self.call("Page.getLayoutMetrics")
        return sizes["cssContentSize"]["width"], sizes["cssLayoutViewport"]["clientWidth"]

    async def names(self, role: str) -> list[str]:
        """What a screen reader calls everything of a role."""
        nodes = (await self.call("Accessibility.getFullAXTree"))["nodes"]
        return [n.get("name", {}).get("value", "") for n in nodes if n.get("role", {}).get("value") == role]

    async def title(self) -> str:
        """The title of the page."""
        return str((await self.call("Target.getTargetInfo"))["targetInfo"]["title"])

    async def picture(self, *, whole: bool = False) -> bytes:
        """A screenshot as PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot", captureBeyondViewport=whole))["data"])

    async def part(self, selector: str) -> bytes:
        """A picture of one element, whole, as PNG."""
        box = (await self.call("DOM.getBoxModel", nodeId=await self._node(selector)))["model"]
        (x, y), width, height = box["border"][:2], box["width"], box["height"]
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        return base64.b64decode(
            (await self.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip))["data"]
        )

    async def _node(self, selector: str) -> int:
        root = (await self.call("DOM.getDocument"))["root"]["nodeId"]
        return int((await self.call("DOM.querySelector", nodeId=root, selector=selector))["nodeId"])

    async def _read(self) -> None:
        async for message in self._socket:
            event = json.loads(message.data)
            if event.get("id") in self._answers:
                self._answers[event["id"]].set_result(event)
            match event.get("method"):
                case "Page.loadEventFired":
                    self._loaded.set()
                case "Network.requestWillBeSent":
                    self.requests.append(event["params"]["request"]["url"])
                case "Log.entryAdded":
                    self.complaints.append(event["params"]["entry"]["text"])
                case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown":
                    self.complaints.append(str(event["params"]))


@contextlib.asynccontextmanager
async def tab(*, width: int, dark: bool = False) -> AsyncIterator[Tab]:
    """A tab of a new Chromium, which ends with the block."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(prefix="dateline-chromium-", ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            CHROMIUM, *_FLAGS, f"--user-data-dir={folder}", "about:blank",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.ws_connect(await _address(process, session), max_msg_size=0) as socket,
            ):
                page = Tab(socket)
                await page.start(width=width, dark=dark)
                yield page
        finally:
            process.terminate()
            await process.wait()


async def _address(process: asyncio.subprocess.Process, session: aiohttp.ClientSession) -> str:
    """Where the first tab is spoken to."""
    assert process.stderr is not None
    async with asyncio.timeout(60):
        while line := await process.stderr.readline():
            if line.startswith(b"DevTools listening on ws://"):
                host = line.decode().split("ws://")[1].split("/")[0]
                while True:
                    async with session.get(f"http://{host}/json") as response:
                        tabs = [t for t in await response.json(content_type=None) if t["type"] == "page"]
                    if tabs:
                        return str(tabs[0]["webSocketDebuggerUrl"])
                    await asyncio.sleep(0.1)
    raise AssertionError("Chromium has ended before it listened")
