"""A language model as second reader, against a local server that answers well and badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from graphkit.config import Config
from graphkit.documents.articles import article_from_fields
from graphkit.errors import SettingsError
from graphkit.extract.pipeline import Extractor
from graphkit.model.text import Article
from graphkit.workflows.engines import open_engine
from graphkit.workflows.llm.chat import Chat, ModelError
from graphkit.workflows.llm.engine import ModelReader
from graphkit.workflows.llm.proposals import CONFIDENCE, Rejected, to_claim

TEXT = (
    "Estonian Defence Minister Hanno Pevkur met his Latvian counterpart Andris Spruds in Riga on Tuesday. "
    "The two countries will buy the same air defence system. Lithuania may follow."
)
ARTICLE = article_from_fields(text=TEXT, published="2024-05-14")
GOOD = {
    "type": "COOPERATES_WITH",
    "subject": {"kind": "Country", "words": "Estonian"},
    "object": {"kind": "Country", "words": "Latvian"},
    "item": None,
    "status": "done",
    "quote": "Estonian Defence Minister Hanno Pevkur met his Latvian counterpart Andris Spruds in Riga on Tuesday.",
}


@dataclass
class Server:
    """Answers in turn with what a test has put into `answers`: a status code, or the text of a message."""

    answers: list[int | str] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.asked.append(json.loads(body))
            answer = state.answers.pop(0)
            self.send_response(answer if isinstance(answer, int) else 200)
            self.end_headers()
            if isinstance(answer, str):
                self.wfile.write(json.dumps({"choices": [{"message": {"content": answer}}]}).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        state.url = f"http://127.0.0.1:{http.server_port}/v1"
        yield state
        http.shutdown()
        thread.join()


@pytest.fixture
def chat(server: Server, tmp_path: Path) -> Chat:
    return Chat(url=server.url, model="tiny", cache=tmp_path / "cache", timeout_s=5)


def messages(words: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": words}]


def test_an_answer_is_kept_and_the_run_repeats_offline(chat: Chat, server: Server) -> None:
    server.answers = ['{"wrong": []}']

    assert chat.ask(messages("a"), {}) == chat.ask(messages("a"), {}) == {"wrong": []}
    assert len(server.asked) == 1
    assert server.asked[0]["temperature"] == 0


def test_a_server_that_knows_no_schema_is_asked_more_simply(chat: Chat, server: Server) -> None:
    server.answers = [400, 422, 'Sure!\n```json\n{"wrong": [1]}\n```']

    assert chat.ask(messages("a"), {}) == {"wrong": [1]}
    assert ["response_format" in body for body in server.asked] == [True, True, False]


def test_nonsense_is_asked_again_once(chat: Chat, server: Server) -> None:
    server.answers = ["I cannot help with that.", '{"wrong": []}', "no", "no again"]

    assert chat.ask(messages("a"), {}) == {"wrong": []}
    with pytest.raises(ModelError, match="not valid JSON"):
        chat.ask(messages("b"), {})


def test_a_server_that_fails_or_is_not_there_is_an_error_with_a_hint(
    chat: Chat, server: Server, tmp_path: Path
) -> None:
    server.answers = [500]

    with pytest.raises(ModelError, match="answered 500"):
        chat.ask(messages("a"), {})
    with pytest.raises(ModelError) as caught:
        Chat(url="http://127.0.0.1:9/v1", model="tiny", cache=tmp_path, timeout_s=1).ask(messages("a"), {})
    assert caught.value.hint


def test_a_key_is_never_shown(tmp_path: Path) -> None:
    assert "secret" not in repr(Chat(url="http://127.0.0.1/v1", model="tiny", cache=tmp_path, key="secret"))


def test_a_proposal_becomes_a_claim_with_its_own_quote() -> None:
    claim = to_claim(GOOD, ARTICLE, "model:tiny")

    assert claim.evidence.span.of(ARTICLE.text) == claim.evidence.quote == GOOD["quote"]
    assert claim.subject.words == "Estonian"
    assert claim.confidence == CONFIDENCE


def test_a_quote_with_other_blanks_is_found() -> None:
    assert (
        to_claim({**GOOD, "quote": str(GOOD["quote"]).replace(" in ", "  in\n")}, ARTICLE, "m").evidence.quote
        == GOOD["quote"]
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "Estonia and Latvia signed a treaty."}, "the quote is not in the article"),
        ({"quote": None}, "the quote is missing"),
        ({"subject": {"kind": "Country", "words": "Lithuania"}}, "the subject is not in the quote"),
        ({"subject": {"kind": "Planet", "words": "Estonian"}}, "unknown kind"),
        ({"subject": None}, "no subject"),
        ({"object": {"kind": "Country", "words": "Estonian"}}, "same words"),
        ({"type": "LOVES"}, "no relation of the ontology"),
        ({"status": "maybe"}, "maybe"),
        (
            {"type": "EXERCISES_WITH", "object": {"kind": "Person", "words": "Andris Spruds"}},
            "cannot have object Person",
        ),
    ],
)
def test_a_proposal_that_does_not_stand_is_rejected_with_its_reason(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        to_claim({**GOOD, **change}, ARTICLE, "m")


def test_a_quote_from_another_story_is_rejected() -> None:
    body = (
        TEXT
        + " "
        + "The ministers spoke at length about the exercise that both armies plan for the autumn of the year." * 2
    )
    article: Article = article_from_fields(
        text=f"Ministers meet\n\n{body}\n\nAlso read\n\nIndian Navy Opens Its Gates Today\n"
    )

    with pytest.raises(Rejected, match="another story"):
        to_claim(
            {**GOOD, "quote": "Indian Navy Opens Its Gates Today", "subject": {"kind": "Country", "words": "Indian"}},
            article,
            "m",
        )


def test_the_reader_doubts_adds_and_says_so(chat: Chat, server: Server, extractor: Extractor) -> None:
    plain = extractor.extract(ARTICLE)
    assert plain.claims
    server.answers = ['{"wrong": [1]}', json.dumps({"facts": [GOOD, {**GOOD, "quote": "made up"}]})]

    found = ModelReader(rules=extractor, chat=chat).extract(ARTICLE)

    assert {claim.key for claim in plain.claims} <= {claim.key for claim in found.claims}
    by_key = {claim.key: claim for claim in found.claims}
    first = plain.claims[0]
    assert by_key[first.key].confidence < first.confidence
    assert any("doubts" in reason for reason in by_key[first.key].reasons)
    assert "model:tiny" in {claim.origin for claim in found.claims}
    assert [problem.code for problem in found.problems] == ["proposal-rejected"]


def test_without_a_server_the_rules_stand_and_the_problem_is_told(tmp_path: Path, extractor: Extractor) -> None:
    chat = Chat(url="http://127.0.0.1:9/v1", model="tiny", cache=tmp_path, timeout_s=1)

    found = ModelReader(rules=extractor, chat=chat).extract(ARTICLE)

    assert set(found.claims) == set(extractor.extract(ARTICLE).claims)
    assert [problem.code for problem in found.problems] == ["model-failed"]


def test_an_engine_is_opened_by_name(extractor: Extractor) -> None:
    gazetteers = extractor.gazetteers

    assert isinstance(open_engine("rules", Config(), gazetteers, {}), Extractor)
    assert isinstance(open_engine("llm", Config(llm_model="tiny"), gazetteers, {}), ModelReader)
    for name, config in (("magic", Config()), ("llm", Config())):
        with pytest.raises(SettingsError) as caught:
            open_engine(name, config, gazetteers, {})
        assert caught.value.hint
