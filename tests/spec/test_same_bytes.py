"""The same record gives the same graph in every run, whatever order the interpreter hashes in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
from tests.memory_store import MemoryStore
from tests.prepared import put, whole
from tests.spec.test_promises import THREE
from tests.spec.test_judgements import BASU, BOSE, decide
from graphkit.model.identity import Verdict
store = MemoryStore()
put(store, *THREE, BOSE, BASU)
decide(store, Verdict.SAME, "person:anil-bose", "person:rajnath-singh")
print(whole(store))
"""


def test_the_graph_does_not_depend_on_hash_order() -> None:
    root = Path(__file__).parents[2]
    outputs = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], cwd=root, env=environment, capture_output=True, text=True, check=True
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert "person:rajnath-singh" in outputs.pop()
