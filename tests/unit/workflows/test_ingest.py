"""Counting what an ingest did, and keeping whole articles whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graphkit.errors import StoreUnavailable
from graphkit.model.problems import Problem
from graphkit.model.text import Article
from graphkit.progress import Advanced, Finished, Started
from graphkit.stores.base import Store
from graphkit.workflows.articles import articles, find_articles
from graphkit.workflows.forget import forget
from graphkit.workflows.graphs.change import Filing
from graphkit.workflows.ingest import by_code, ingest
from graphkit.workflows.status import status
from tests.memory_store import MemoryStore
from tests.prepared import Found, prepared, put, whole
from tests.worlds import LISTING, Said, country, filing, person

TALKS = Said(type="MET", subject=person("Rajnath Singh"), object=person("Sergei Shoigu"))
TRIP = Said(type="VISITED", subject=person("Rajnath Singh"), object=country("Russia"))
ONE = filing(TALKS, url="https://a/1", outlet="outlet:one")
TWO = filing(TRIP, TALKS, url="https://a/2", outlet="outlet:two")


def test_the_report_counts_articles_claims_and_problems() -> None:
    store = MemoryStore()
    unread = Problem("empty-file", "x.txt: the file is empty")
    doubtful = Problem("no-date", "no date", ONE.article.key)
    items: list[Article | Problem] = [ONE.article, doubtful, unread, TWO.article, ONE.article]
    report = ingest(items, prepared([ONE, TWO]), store, LISTING)
    assert (report.read, report.known, report.failed, report.claims) == (2, 1, 1, 3)
    assert by_code(report) == {"empty-file": 1, "no-date": 1}
    assert report.problems == [doubtful, unread]


def test_what_the_extractor_found_doubtful_is_of_the_article() -> None:
    class Doubting:
        def extract(self, article: Article, outlet: object = None) -> Found:
            return Found(problems=(Problem("odd", "an odd thing"),))

    report = ingest([ONE.article], Doubting(), MemoryStore(), LISTING)
    assert report.problems == [Problem("odd", "an odd thing", ONE.article.key)]


def test_a_new_text_under_an_old_address_is_kept_beside_or_replaces() -> None:
    newer = filing(TALKS, TRIP, url="https://a/1", outlet="outlet:one")
    store = MemoryStore()
    put(store, ONE)
    assert put(store, newer).replaced == 0
    assert len(list(store.articles())) == 2
    fresh, only = MemoryStore(), MemoryStore()
    put(fresh, ONE)
    assert put(fresh, newer, replace=True).replaced == 1
    put(only, newer)
    assert whole(fresh) == whole(only)


@pytest.mark.parametrize("batch", [1, 2, 16])
def test_of_several_versions_in_one_run_the_last_stays(batch: int) -> None:
    versions = [ONE, filing(TRIP, url="https://a/1"), filing(TALKS, TRIP, url="https://a/1")]
    store, only = MemoryStore(), MemoryStore()
    put(store, *versions, replace=True, batch=batch)
    put(only, versions[-1])
    assert whole(store) == whole(only)


def test_a_graph_keeps_the_threshold_that_it_was_made_with() -> None:
    """A better trained reader, with another border of the high tier, goes on filling an old graph."""
    store = MemoryStore()
    put(store, ONE, min_confidence=0.95)
    put(store, TWO, min_confidence=0.3)
    meta = store.meta()
    assert meta is not None
    assert meta.min_confidence == 0.95
    assert list(store.edges()) == []


def test_what_was_written_before_a_failure_stays() -> None:
    class Failing(MemoryStore):
        writes = 0

        def write(self, work):  # type: ignore[no-untyped-def]
            self.writes += 1
            if self.writes > 1:
                raise StoreUnavailable("gone")
            return super().write(work)

    store, only = Failing(), MemoryStore()
    with pytest.raises(StoreUnavailable):
        put(store, ONE, TWO, batch=1)
    put(only, ONE)
    assert whole(store) == whole(only)


def test_an_interruption_leaves_whole_articles_and_going_on_finishes() -> None:
    def interrupted() -> Iterator[Article]:
        yield ONE.article
        raise KeyboardInterrupt

    store, only = MemoryStore(), MemoryStore()
    with pytest.raises(KeyboardInterrupt):
        ingest(interrupted(), prepared([ONE]), store, LISTING, batch=1)
    put(store, ONE, TWO)
    put(only, TWO, ONE)
    assert whole(store) == whole(only)


def test_progress_is_told_article_by_article() -> None:
    seen: list[object] = []
    put(MemoryStore(), ONE, TWO, listen=seen.append)
    assert [type(event) for event in seen] == [Started, Advanced, Advanced, Finished]


def test_articles_are_named_by_key_url_or_file() -> None:
    filed = [
        Filing(article=replace(one.article, file=file), claims=one.claims, outlet=one.outlet)
        for one, file in ((ONE, "one.txt"), (TWO, "many.jsonl:2"))
    ]
    store = MemoryStore()
    put(store, *filed)
    assert {line.file for line in articles(store)} == {"one.txt", "many.jsonl:2"}
    for name in (ONE.article.key, "https://a/1", "one.txt", "some/folder/one.txt"):
        assert find_articles(store, name) == [ONE.article.key]
    for name in ("many.jsonl", "many.jsonl:2", "https://a/2"):
        assert find_articles(store, name) == [TWO.article.key]
    report = forget(store, "one.txt", LISTING)
    assert (report.articles, report.claims) == ((ONE.article.key,), 1)


@pytest.mark.parametrize("batch", [1, 16])
def test_a_text_in_two_files_goes_by_the_first_name_in_any_order(store: Store, batch: int) -> None:
    """Two files with one text are one article; which was read first changes nothing."""
    names = ("b.txt", "a.txt", "c.txt")
    twins = [Filing(article=replace(ONE.article, file=name), claims=ONE.claims, outlet=ONE.outlet) for name in names]
    put(store, *twins, batch=batch)
    only = MemoryStore()
    put(only, *sorted(twins, key=lambda twin: str(twin.article.file)))
    assert whole(store)[:5] == whole(only)[:5]
    assert [line.file for line in articles(store)] == ["a.txt"]


def test_what_was_read_before_a_broken_article_is_kept() -> None:
    class Broken:
        def extract(self, article: Article, outlet: object = None) -> Found:
            if article.key == TWO.article.key:
                raise ZeroDivisionError
            return Found(tuple(ONE.claims))

    store, only = MemoryStore(), MemoryStore()
    with pytest.raises(ZeroDivisionError):
        ingest([ONE.article, TWO.article], Broken(), store, LISTING)
    put(only, ONE)
    assert whole(store) == whole(only)


def test_an_article_that_is_not_there_cannot_be_forgotten() -> None:
    with pytest.raises(Exception, match="no article with this key, url or file"):
        forget(MemoryStore(), "nowhere.txt", LISTING)


def test_status_counts_record_entities_and_relationships() -> None:
    store = MemoryStore()
    put(store, ONE, TWO)
    found = status(store)
    assert found.record == {"Article": 2, "Outlet": 2, "Claim": 3, "Judgement": 0}
    assert (found.entities["Person"], found.entities["Country"]) == (2, 1)
    assert found.relationships == {"MET done": 1, "VISITED done": 1}
