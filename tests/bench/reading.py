"""How fast articles are read, stage by stage: words a second, and as a multiple of a pass that only splits the text into words."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

from graphkit.config import packaged
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.load import load_gazetteers
from graphkit.model.text import Article
from tests.bench.articles import articles

_WORD = re.compile(r"\w+")
_RUNS = 3


def best_of(work: Callable[[], object]) -> float:
    """Seconds of the fastest of a few runs."""
    times = []
    for _ in range(_RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print one line a stage."""
    extractor = Extractor(load_gazetteers([packaged("sources") / "gazetteers"]))
    front, back = extractor.front, extractor.back
    texts: Sequence[Article] = articles(120)
    words = sum(len(_WORD.findall(article.text)) for article in texts)
    split = best_of(lambda: [_WORD.findall(article.text) for article in texts])
    readings = [front.read(article) for article in texts]
    asked = [front.ask(reading) for reading in readings]
    stages: dict[str, Callable[[], object]] = {
        "names and references": lambda: [front.read(article) for article in texts],
        "candidates and rules": lambda: [front.ask(reading) for reading in readings],
        "decisions and claims": lambda: [back.claims(one) for one in asked],
    }
    print(f"{len(texts)} articles, {words:,} words; a pass that only splits them: {words / split:,.0f} words/s")
    total = 0.0
    for name, work in stages.items():
        spent = best_of(work)
        total += spent
        print(f"  {name:<24}{words / spent:>10,.0f} words/s{spent / split:>8.0f} times the split")
    print(f"  {'reading, whole':<24}{words / total:>10,.0f} words/s{total / split:>8.0f} times the split")


if __name__ == "__main__":
    main()
