"""A little news about a harbour, in as many reports as a test wants; and a process that reads them into a graph.

`python -m tests.contract.harbour ADDRESS FIRST LAST STEP` writes the reports in that order, one per transaction, and says each
one's number once it is in the store. NEO4J_PASSWORD is the password if the address is a server.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from graphkit.stores.opening import Credentials, open_store
from graphkit.workflows.graphs.change import Filing
from tests.conftest import Place
from tests.prepared import put
from tests.worlds import EXERCISES, PERSONS, STATES, WEAPONS, Said, filing

ROOT = Path(__file__).parents[2]


def report(number: int) -> Filing:
    """Report `number`: who met whom, who buys what. Every fourth is a near copy of the one before."""
    n = number - (number % 4 == 3)
    months = f"20{10 + n % 12}-{1 + n % 9:02}"
    said = (
        Said(type="MET", subject=PERSONS[n % 7], object=PERSONS[7 + n % 5], when=months if n % 3 else None),
        Said(type="PROCURES", subject=STATES[n % 5], object=STATES[(n + 1) % 5], item=WEAPONS[n % len(WEAPONS)]),
        Said(type="EXERCISES_WITH", subject=STATES[n % 5], object=STATES[(n + 2) % 5], item=EXERCISES[n % 5],
             confidence=0.9 if n % 2 else 0.3),
    )  # fmt: skip
    words = " ".join(f"pier{n} crane{n + step} ship{n * step}" for step in range(12))
    return filing(
        *said, filler=f"The harbour's log, page {n}: {words}.", outlet=f"outlet:paper-{number % 3}", published=f"{months}-11"
    )  # fmt: skip


def reports(many: int) -> list[Filing]:
    return [report(number) for number in range(many)]


def reader(place: Place, numbers: Sequence[int]) -> subprocess.Popen[str]:
    """A process that reads the reports with these numbers (evenly spaced) into the graph at `place`."""
    step = numbers[1] - numbers[0]
    password = {"NEO4J_PASSWORD": place.credentials.password} if place.credentials else {}
    command = [sys.executable, "-m", "tests.contract.harbour", place.address]
    command += [str(numbers[0]), str(numbers[-1] + (1 if step > 0 else -1)), str(step)]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **password}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def main(address: str, first: str, last: str, step: str) -> None:
    who = Credentials(password=os.environ.get("NEO4J_PASSWORD", ""))
    with open_store(address, who) as store:
        for number in range(int(first), int(last), int(step)):
            put(store, report(number))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
