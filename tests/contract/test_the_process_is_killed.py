"""The embedded engine's process is killed (-9) at random moments: what it had said to be written is there, all is whole, and a
rerun completes."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from graphkit.errors import StoreError
from graphkit.stores.base import Store
from tests.conftest import Place
from tests.contract.harbour import reader, report
from tests.memory_store import MemoryStore
from tests.prepared import put, whole

MANY = 40


@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=pytest.mark.slow)])
def test_a_killed_process_leaves_whole_articles(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(rounds)
    place = Place("arcadedb", str(tmp_path / "graph-0.db"))
    for number in range(1, rounds + 1):
        said = killed(place, chance.uniform(0.0, 1.5))
        if len(check(place, said)) == MANY:
            place = Place("arcadedb", str(tmp_path / f"graph-{number}.db"))
    with place.open() as store:
        put(store, *(report(number) for number in range(MANY)))
        assert whole(store) == alone(range(MANY))


def killed(place: Place, seconds: float) -> list[int]:
    """Start reading and kill it after some time; the numbers of the articles that it said were written."""
    process = reader(place, range(MANY))
    assert process.stdout
    first = process.stdout.readline() if seconds > 0.3 else ""  # else it may be killed while it begins
    time.sleep(seconds)
    process.kill()
    rest, _ = process.communicate(timeout=60)
    return [int(line) for line in [*first.split(), *rest.split()]]


def check(place: Place, said: list[int]) -> list[int]:
    """The numbers of the articles that are there; what stands in the graph is exactly what they make."""
    keys = {report(number).article.key: number for number in range(MANY)}
    if not said and not Path(place.address).exists():
        return []  # it was killed before the graph was made
    with place.open() as store:
        there = sorted(keys[filed.article.key] for filed in store.articles())
        assert set(said) <= set(there)
        if there:
            assert whole(store) == alone(there)
    return there


def alone(numbers: object) -> tuple[object, ...]:
    store: Store = MemoryStore()
    put(store, *(report(number) for number in numbers))  # type: ignore[attr-defined]
    return whole(store)


def test_interrupting_with_a_key_leaves_whole_articles(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle of a transaction."""
    put(store, report(0))
    before = whole(store)
    from graphkit.stores.writing import CypherWriter

    calls = iter(range(10**6))
    real = CypherWriter.put_edges

    def interrupted(self: CypherWriter, edges: object) -> None:
        real(self, edges)  # type: ignore[arg-type]
        if next(calls) == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(CypherWriter, "put_edges", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put(store, report(1))
    assert whole(store) == before
    put(store, report(1))
    assert whole(store) == alone([0, 1])
    assert issubclass(StoreError, Exception)
