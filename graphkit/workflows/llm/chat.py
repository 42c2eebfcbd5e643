"""Asking a model over HTTP, with every answer kept by content so that a run repeats without network.

"OpenAI-compatible" servers differ: some refuse a JSON schema, some take it and ignore it. So the schema also stands in
the prompt, the request falls back from schema to JSON to plain text, and whatever comes back is checked here.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.errors import GraphkitError
from graphkit.model.keys import digest

_REFUSALS = (400, 404, 415, 422, 501)  # what servers say to a response format that they do not know
_JSON = re.compile(r"\{.*\}", re.DOTALL)

Message = Mapping[str, str]


class ModelError(GraphkitError):
    """The model could not be asked, or what it said is not usable."""


class BadAnswer(ModelError):
    """What the model said is no JSON object: it may do better when asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """`url` is the endpoint's base (".../v1"); `cache` a folder, made when the first answer comes."""

    url: str
    model: str
    cache: Path
    key: str = ""
    timeout_s: float = 120.0

    def __repr__(self) -> str:
        return f"Chat(url={self.url!r}, model={self.model!r})"

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return the JSON object that the model answers with; the same question is never sent twice.

        An answer that is no JSON object is asked for once more, with the fault named.

        Raises:
            ModelError: no server, an error of it, or twice no usable answer.
        """
        file = self.cache / f"{digest(self.model, json.dumps([list(messages), schema], sort_keys=True))}.json"
        if file.is_file():
            return _object(file.read_text(encoding="utf-8"))
        try:
            answer = _object(self._send(messages, schema))
        except BadAnswer as fault:
            again = [
                *messages,
                {"role": "user", "content": f"That was not usable: {fault.message}. Answer with the JSON object only."},
            ]
            answer = _object(self._send(again, schema))
        self.cache.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(answer, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        return answer

    def _send(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        formats: tuple[dict[str, Any] | None, ...] = (
            {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": True}},
            {"type": "json_object"},
            None,
        )
        for form in formats:
            try:
                return self._post(messages, form)
            except urllib.error.HTTPError as error:
                error.close()
                if error.code not in _REFUSALS or form is None:
                    hint = "is the model's name right?" if error.code == 404 else None
                    raise ModelError(f"the server answered {error.code}", where=self.url, hint=hint) from error
            except (OSError, ValueError) as error:
                hint = "start a server there, or set llm_url in graphkit.toml"
                raise ModelError(f"no usable answer: {error}", where=self.url, hint=hint) from error
        raise AssertionError("the last format returns or raises")

    def _post(self, messages: Sequence[Message], form: dict[str, Any] | None) -> str:
        body: dict[str, Any] = {"model": self.model, "messages": list(messages), "temperature": 0, "seed": 1}
        if form:
            body["response_format"] = form
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        request = urllib.request.Request(f"{self.url.rstrip('/')}/chat/completions", json.dumps(body).encode(), headers)  # noqa: S310 - the address is the user's own setting
        with urllib.request.urlopen(request, timeout=self.timeout_s) as response:  # noqa: S310
            reply = json.load(response)
        try:
            return str(reply["choices"][0]["message"]["content"])
        except (KeyError, IndexError, TypeError) as error:
            raise ValueError("the reply has no message") from error


def _object(text: str) -> dict[str, Any]:
    """The JSON object in an answer, with or without a fence or words around it."""
    match = _JSON.search(text)
    try:
        value = json.loads(match.group() if match else text)
    except ValueError as error:
        raise BadAnswer(f"not valid JSON ({error})") from error
    if not isinstance(value, dict):
        raise BadAnswer("not a JSON object")
    return value
