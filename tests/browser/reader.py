"""A reader at a page: opens it, looks, clicks where things are, and notes what the page asks the network for."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Scheme = Literal["light", "dark"]


class Reader:
    """One page in one browser. `requests`, `errors` and `refused` (by the content security policy) fill as it goes."""

    def __init__(
        self,
        browser: Browser,
        path: Path,
        *,
        width: int = 1400,
        height: int = 900,
        scheme: Scheme = "light",
        calm: bool = True,
        hash_: str = "",
        wait: Literal["load", "commit"] = "load",
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True,
            reduced_motion="reduce" if calm else "no-preference", offline=True,
        )  # fmt: skip
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.refused: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._said)
        self.address = path.as_uri() + hash_
        self.asked = time.perf_counter()
        self.page.goto(self.address, wait_until=wait)

    def again(self) -> Reader:
        """Load the page anew, as if nothing had been done to it."""
        self.requests, self.errors, self.refused = [], [], []
        self.page.emulate_media(media="screen")
        self.page.mouse.move(0, 0)
        self.page.goto(self.address)
        return self

    def ready(self) -> Reader:
        self.page.wait_for_selector("html[data-ready=yes]", state="attached")
        self.frame()
        return self

    def frame(self) -> None:
        """Wait until what was changed is drawn."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))"
        )

    def close(self) -> None:
        self.context.close()

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)
        elif message.type == "error":
            self.errors.append(message.text)

    def get(self, expression: str) -> Any:
        return self.page.evaluate(f"() => graphkit.{expression}")

    def nodes(self) -> set[str]:
        return set(self.get("shown().nodes"))

    def lines(self) -> set[int]:
        """The numbers of the story's lines that are drawn."""
        return {int(key.removeprefix("edge:"), 16) for key in self.get("shown().lines")}

    def passing(self) -> set[int]:
        return {int(key.removeprefix("edge:"), 16) for key in self.get("shown().passing")}

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def at_node(self, key: str) -> tuple[float, float]:
        place = self.page.evaluate("key => graphkit.onScreen(key)", key)
        box = self.page.locator("#network").bounding_box()
        assert box
        return box["x"] + place["x"], box["y"] + place["y"]

    def click_node(self, key: str, *, twice: bool = False) -> None:
        (self.page.mouse.dblclick if twice else self.page.mouse.click)(*self.at_node(key))
        self.frame()

    def click_stroke(self, stroke: str) -> None:
        place = self.page.evaluate("id => graphkit.midOf(id)", stroke)
        box = self.page.locator("#network").bounding_box()
        assert box
        self.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
        self.frame()

    def stroke(self, *parts: str) -> str:
        """The one stroke whose name has all these parts."""
        [found] = [each for each in self.get("shown().strokes") if all(f"-{part}-" in f"{each}-" for part in parts)]
        return str(found)

    def legend(self, label: str) -> Any:
        return self.page.locator("#filters li", has=self.page.get_by_text(label, exact=True))

    def switch(self, label: str) -> None:
        self.legend(label).locator("input").click()
        self.frame()

    def count(self, label: str) -> str:
        return str(self.legend(label).locator(".n").inner_text())

    def slide(self, name: str, value: int | float) -> None:
        self.page.locator(f"#{name}").evaluate(
            "(input, value) => { input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); }",
            value,
        )
        self.frame()

    def search(self, words: str) -> list[str]:
        self.page.fill("#search", words)
        return [str(hit) for hit in self.page.locator("#hits li").all_inner_texts()]
