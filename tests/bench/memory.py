"""Peak memory of an ingest of 100 and of 1,000 articles into the embedded store: it must not grow with their number."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.articles import folder_of

_CODE = """
import resource, sys, time
from graphkit.cli.app import app
began = time.perf_counter()
app(["--store", sys.argv[2], "ingest", sys.argv[1]], standalone_mode=False)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, time.perf_counter() - began)
"""


def main(sizes: tuple[int, ...] = (100, 1000)) -> None:
    """Print one line a size."""
    first = None
    for number in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = folder_of(number, Path(place) / "articles")
            command = [sys.executable, "-c", _CODE, str(folder), str(Path(place) / "graph.db")]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        megabytes, seconds = int(out[-2]), float(out[-1])
        first = first or megabytes
        print(
            f"  {number:>5} articles: peak {megabytes} MB ({megabytes / first:.2f} of the first), {number / seconds:.1f} articles/s with reading"
        )


if __name__ == "__main__":
    main()
