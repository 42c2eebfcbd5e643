"""Reading files and folders, good and bad: nothing that can be read is lost for something that cannot."""

import json
from pathlib import Path

import pytest

from graphkit.documents.outlets import Outlets
from graphkit.documents.reader import LONGEST, article_files, read_articles
from graphkit.errors import DocumentError
from graphkit.model.problems import Problem
from graphkit.model.text import Article

TEXT = "The minister met his colleague in the capital on Monday. They spoke about the exercise that is planned for the autumn."


def read(*paths: Path) -> tuple[list[Article], list[str]]:
    found = list(read_articles(article_files(paths), Outlets()))
    return [a for a in found if isinstance(a, Article)], [
        p.code for p in found if isinstance(p, Problem) and p.code != "no-date"
    ]


def test_a_folder_gives_every_article_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.md").write_text("# Headline\n\n" + TEXT)
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / "README.md").write_text("about this folder")

    articles, problems = read(tmp_path)

    assert [article.file for article in articles] == ["c.md", "b.txt"]
    assert problems == []


def test_a_broken_line_of_json_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        f'{json.dumps({"text": TEXT, "published": "2024-12-10"})}\n{{"text": \n[1]\n{json.dumps({"text": TEXT + " More."})}\n'
    )

    articles, problems = read(path)

    assert [article.file for article in articles] == ["in.jsonl:1", "in.jsonl:4"]
    assert problems == ["broken-json", "no-text"]
    assert articles[0].published is not None


def test_a_json_file_may_hold_one_article_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps({"text": TEXT, "title": "Ministers meet"}))
    (tmp_path / "two.json").write_text(json.dumps([{"text": TEXT}, {"text": TEXT, "url": 5}]))

    articles, problems = read(tmp_path)

    assert len(articles) == 2
    assert problems == ["bad-field"]


def test_a_plain_file_may_begin_with_its_particulars(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"outlet: PTI\npublished: 2024-12-10\n\nMinisters meet\n\n{TEXT}\n")
    (tmp_path / "b.md").write_text(f'---\ntitle: "Ministers meet"\npublished: 2024-12-10\n---\n{TEXT}\n')

    (first, second), _ = read(tmp_path)

    assert first.text == second.text == f"Ministers meet\n\n{TEXT}"
    assert first.outlet == "outlet:pti"
    assert first.published is not None


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b" \n", "empty-file"),
        ("picture.txt", b"\x89PNG\x00\x00\x00", "unreadable-file"),
        ("long.txt", b"word " * (LONGEST // 4), "too-long"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT)

    articles, problems = read(tmp_path)

    assert [article.file for article in articles] == ["zz.txt"]
    assert problems == [problem]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    text = TEXT + " Sébastien Lecornu’s visit was put off, the café said. “Later,” they added."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))

    (article,), _ = read(tmp_path)

    assert article.text == text


def test_html_gives_the_main_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    paragraphs = "".join(f"<p>{TEXT} Paragraph {n} has more to say about it than the others.</p>" for n in range(5))
    page = f"<html><head><title>Ministers meet</title></head><body><nav>Home About</nav><article><h1>Ministers meet</h1>{paragraphs}</article></body></html>"
    (tmp_path / "a.html").write_text(page)

    (article,), _ = read(tmp_path)

    assert "Paragraph 4" in article.text
    assert "Home About" not in article.text
    assert article.title == "Ministers meet"


@pytest.mark.parametrize(
    ("name", "message"), [("nowhere", "no such file"), ("x.pdf", "cannot read a .pdf"), ("folder", "no article")]
)
def test_a_wrong_path_is_an_error_with_a_hint(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    (tmp_path / "folder").mkdir()

    with pytest.raises(DocumentError, match=message) as caught:
        article_files([tmp_path / name])

    assert caught.value.hint


def test_a_page_of_headlines_is_read_and_said_to_have_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Home\n\nSubscribe\n\nShare\n")

    articles, problems = read(tmp_path)

    assert len(articles) == 1
    assert problems == ["only-furniture"]
