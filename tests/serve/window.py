"""A browser window on a served case: its keys, what the page says, and what went wrong in it."""

from __future__ import annotations

from typing import Any

from tests.serve.room import TOKEN
from tiebook.serve.settings import Settings

IDLE = "#room:not([data-busy])"


def enter(context: Any, address: str) -> None:
    """Set the cookie that the printed address sets."""
    name = Settings(port=int(address.rpartition(":")[2])).cookie
    context.add_cookies([{"name": name, "value": TOKEN, "url": address}])


class Window:
    """One window on a served case; whatever the console says or leaves the machine is kept in `wrong`."""

    def __init__(self, chromium: Any, address: str, path: str = "/code", **how: Any) -> None:
        self.context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **how})
        self.wrong: list[str] = []
        enter(self.context, address)
        self.tab = self.context.new_page()
        self.tab.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.tab.on("console", lambda message: self.wrong.append(message.text) if message.type == "error" else None)
        self.tab.on("request", lambda sent: None if sent.url.startswith(address) else self.wrong.append(sent.url))
        self.tab.goto(address + path)
        self.idle()
        self.tab.wait_for_function("() => document.hasFocus()")  # before that a key reaches nobody
        self.idle()  # with the focus it looks whether the case was changed elsewhere
        self.wrong.clear()

    def idle(self) -> None:
        self.tab.wait_for_selector(f"{IDLE} #slots button", state="attached")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tab.keyboard.press(key)
        self.idle()

    def said(self) -> str:
        return str(self.tab.inner_text("#said"))
