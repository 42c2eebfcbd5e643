"""How the code hangs together: who imports whom, what starting costs, how large files may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import graphkit

PACKAGE = Path(graphkit.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)
HEAVY = ("neo4j", "networkx", "pyvis", "arcadedb", "numpy", "trafilatura", "sklearn", "rich.table")


def modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    return set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("statement", ["import graphkit", "import graphkit.cli.app"])
def test_starting_loads_nothing_heavy(statement: str) -> None:
    assert not modules_after(statement).intersection(HEAVY)


def test_nobody_imports_a_name_from_a_package_that_he_is_part_of() -> None:
    for path in FILES:
        parts = ("graphkit", *path.relative_to(PACKAGE).parts)
        own = {".".join(parts[:end]) for end in range(1, len(parts))}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and path.name != "__init__.py":
                folder = PACKAGE.parent.joinpath(*(node.module or "").split("."))
                names = [a.name for a in node.names if not (folder / f"{a.name}.py").is_file()]
                assert node.module not in own or not names, f"{path} imports {names} from {node.module}"


def test_there_is_no_room_for_odds_and_ends() -> None:
    assert not [path for path in FILES if path.stem in ("util", "utils", "helpers", "common", "misc")]


def test_files_stay_readable_at_a_glance() -> None:
    long = {path.name: lines for path in FILES if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400}

    assert not long


def test_the_library_neither_prints_nor_reads_clock_or_environment() -> None:
    for path in FILES:
        if path.is_relative_to(PACKAGE / "cli"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                assert name not in ("print", "datetime.now", "date.today", "time.time", "os.getenv"), f"{path}: {name}"
            elif isinstance(node, ast.Attribute):
                assert ast.unparse(node) != "os.environ" or path.parent.name == "stores", (
                    f"{path} reads the environment"
                )


def test_every_folder_of_code_says_what_is_in_it() -> None:
    folders = {path.parent for path in FILES if path.parent != PACKAGE}

    assert not [
        folder for folder in sorted(folders) if folder.parent == PACKAGE and not (folder / "README.md").is_file()
    ]
