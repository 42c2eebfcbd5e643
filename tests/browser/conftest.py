"""One browser for each module, one page for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.views.network.page import draw_graph
from tests.browser.reader import Reader
from tests.browser.story import story
from tests.conftest import skip_or_fail

pytestmark = pytest.mark.browser


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        skip_or_fail("browser", "no Chromium: set CHROMIUM or install it")
    assert found
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = chromium()
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        skip_or_fail("browser", "playwright is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def story_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.html"
    path.write_text(draw_graph(story(), title="A story"), encoding="utf-8", newline="\n")
    return path


@pytest.fixture(scope="module")
def shared(browser: Any, story_page: Path) -> Iterator[Reader]:
    """The story in a window that all tests of a module load anew: half the time of a new window."""
    reader = Reader(browser, story_page)
    yield reader
    reader.close()


@pytest.fixture
def read(browser: Any, story_page: Path, shared: Reader) -> Iterator[Callable[..., Reader]]:
    """Open the story, or another page; whatever a test does must ask for nothing and break nothing."""
    readers: list[Reader] = []

    def open_page(path: Path | None = None, **how: Any) -> Reader:
        usual = not (path or how or readers)
        reader = (shared.again() if usual else Reader(browser, path or story_page, **how)).ready()
        readers.append(reader)
        return reader

    yield open_page
    for reader in readers:
        if reader is not shared:
            reader.close()
        assert reader.errors == []
        assert reader.refused == []
        assert all(url.startswith(("file:", "blob:", "data:")) for url in reader.requests)
