"""The project's own gazetteers, loaded once, and a folder to write small ones in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.gazetteers.entries import Gazetteers
from graphkit.gazetteers.load import load_gazetteers

SOURCES = Path(__file__).parents[3] / "sources" / "gazetteers"


@pytest.fixture(scope="session")
def listed() -> Gazetteers:
    return load_gazetteers([SOURCES])


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """`write("topics.tsv", "key\\twords", "cyber\\thacking", root="mine")` returns the folder it wrote to."""

    def written(name: str, *lines: str, root: str = "own") -> Path:
        path = tmp_path / root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path / root

    return written
