"""The questions under `cypher/`: one file each, with a header that says all before it is run.

The form of the header is in `cypher/README.md`. A file that departs from it is refused with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphkit.errors import QuestionError

Value = str | int | float | date
_SECTIONS = ("asks", "params", "returns", "order", "reads", "needs", "caution")
_REQUIRED = ("asks", "returns", "order", "reads")
_SECTION = re.compile(r"//\s(?P<name>[a-z]+):\s+(?P<text>.*)")
_PARAM = re.compile(
    r"(?P<name>[a-z_]+)\s+(?P<type>STRING|INTEGER|FLOAT|DATE)\s+(?P<about>.+?)\s{2,}default (?P<default>.+)"
)
_COLUMN = re.compile(r"([a-z_]+) (STRING|INTEGER|FLOAT|DATE|BOOLEAN|LIST)")
_USED = re.compile(r"\$([A-Za-z_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """`type` is STRING, INTEGER, FLOAT or DATE; `about` says what it is, such as "name or key of a Country"."""

    name: str
    type: str
    about: str
    default: Value

    def parse(self, text: str) -> Value:
        """Return `text`, as typed by a person, as a value of the parameter's type.

        Raises:
            QuestionError: it is no such value.
        """
        try:
            return _value(self.type, text.strip())
        except ValueError as error:
            hint = {"DATE": "write a day as 2024-12-10", "INTEGER": "write a whole number", "FLOAT": "write a number"}
            raise QuestionError(
                f"{self.name} is {text!r}, which is no {self.type}", hint=hint.get(self.type)
            ) from error

    @property
    def kind(self) -> str | None:
        """The label of the nodes it names, if it names any."""
        match = re.search(r"name or key of an? (\w+)", self.about)
        return match.group(1) if match else None


def _value(type_: str, text: str) -> Value:
    match type_:
        case "DATE":
            return date.fromisoformat(text)
        case "INTEGER":
            return int(text)
        case "FLOAT":
            return float(text)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One file. `name` is its file name without suffix, `topic` its folder, `cypher` the statement without semicolon."""

    name: str
    topic: str
    title: str
    asks: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]  # (name, type)
    order: str
    reads: str
    caution: str
    cypher: str
    text: str  # the file as it stands

    def defaults(self) -> dict[str, Value]:
        """The values with which it answers when nobody gives any."""
        return {parameter.name: parameter.default for parameter in self.parameters}


def parse_question(path: str, text: str) -> Question:
    """Turn the text of `cypher/<topic>/<name>.cypher` into a Question.

    Raises:
        QuestionError: the header lacks a section or has an unknown one, a parameter is declared and not used or
            used and not declared, the file holds more than one statement.
    """
    where = f"cypher/{path}"
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("//")]
    cypher = "\n".join(lines[len(head) :]).strip().removesuffix(";").strip()
    if not head or not lines[0].startswith("// ") or len(head) < 3:
        raise QuestionError("the header is missing", where=where, hint="see cypher/README.md for its form")
    if ";" in re.sub(r"'[^']*'|\"[^\"]*\"", "", cypher):
        raise QuestionError("more than one statement", where=where, hint="one question, one statement, one file")
    sections = _sections(head[1:], where)
    parameters = tuple(_parameter(line, where) for line in sections.get("params", "").split("\n") if line.strip())
    _check_parameters(parameters, cypher, where)
    *folders, file = path.split("/")
    return Question(
        name=file.removesuffix(".cypher"),
        topic=folders[-1] if folders else "",
        title=lines[0].removeprefix("// ").strip(),
        asks=sections["asks"].replace("\n", " "),
        parameters=parameters,
        columns=tuple(_COLUMN.findall(sections["returns"].replace("\n", " "))),
        order=sections["order"].replace("\n", " "),
        reads=sections["reads"].replace("\n", " "),
        caution=sections.get("caution", "").replace("\n", " "),
        cypher=cypher,
        text=text,
    )


def load_questions(roots: Sequence[Path]) -> dict[str, Question]:
    """Return the questions of these folders by name, in order of topic and name; a later folder replaces by name."""
    found: dict[str, Question] = {}
    for root in roots:
        for file in sorted(root.glob("*/*.cypher")):
            question = parse_question(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
            found[question.name] = question
    return dict(sorted(found.items(), key=lambda item: (item[1].topic, item[0])))


def find_questions(words: str, questions: Iterable[Question]) -> list[Question]:
    """Return the questions that fit `words`, best first: shared words weigh by how rare they are among the questions.

    An exact name comes alone. Free text is thus mapped to a question, never to Cypher.
    """
    every = list(questions)
    exact = [question for question in every if question.name == words.strip().lower().replace(" ", "-")]
    if exact:
        return exact
    texts = [_stems(f"{q.name} {q.title} {q.title} {q.asks} {q.topic}") for q in every]
    wanted = _stems(words)
    spread = {stem: sum(stem in text for text in texts) for stem in wanted}
    literal = set(re.findall(r"[a-z]+", words.lower()))
    scores = [
        sum(1.0 / spread[stem] for stem in wanted if stem in text) + 0.1 * len(literal.intersection(q.name.split("-")))
        for text, q in zip(texts, every, strict=True)
    ]
    ranked = sorted(zip(scores, every, strict=True), key=lambda pair: (-pair[0], pair[1].name))
    return [question for score, question in ranked if score > 0 and score >= 0.5 * ranked[0][0]]


_IGNORED = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "by",
        "did",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "how",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "was",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "with",
    ]
)


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z]+", text.lower())
    return {_stem(word) for word in words if word not in _IGNORED}


def _stem(word: str) -> str:
    for ending in (
        "ments",
        "ment",
        "iers",
        "ier",
        "ings",
        "ing",
        "ies",
        "ers",
        "er",
        "ions",
        "ion",
        "ed",
        "es",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _sections(lines: Sequence[str], where: str) -> dict[str, str]:
    sections: dict[str, str] = {}
    current = ""
    for number, line in enumerate(lines, start=2):
        if match := _SECTION.fullmatch(line.rstrip()):
            current = match["name"]
            if current not in _SECTIONS:
                hint = f"known: {', '.join(_SECTIONS)}"
                raise QuestionError(f"unknown section {current!r}", where=f"{where}:{number}", hint=hint)
            sections[current] = match["text"].strip()
        elif line.strip("/ ") and current:
            sections[current] += "\n" + line.strip("/ ").strip()
    if missing := [name for name in _REQUIRED if name not in sections]:
        raise QuestionError(f"the header has no {missing[0]!r}", where=where, hint="see cypher/README.md for its form")
    return sections


def _parameter(line: str, where: str) -> Parameter:
    match = _PARAM.fullmatch(line.strip())
    if match is None:
        hint = 'write: country  STRING  name or key of a Country  default "India"'
        raise QuestionError(f"cannot read the parameter {line.strip()!r}", where=where, hint=hint)
    raw = match["default"].strip()
    if quoted := re.fullmatch(r'date\("([^"]*)"\)|"([^"]*)"', raw):
        raw = quoted.group(1) or quoted.group(2) or ""
    blank = Parameter(name=match["name"], type=match["type"], about=match["about"].strip(), default="")
    return Parameter(name=blank.name, type=blank.type, about=blank.about, default=blank.parse(raw))


def _check_parameters(parameters: Sequence[Parameter], cypher: str, where: str) -> None:
    declared = {parameter.name for parameter in parameters}
    used = set(_USED.findall(re.sub(r"//.*", "", cypher)))
    if unused := sorted(declared - used):
        raise QuestionError(f"the parameter {unused[0]!r} is declared and not used", where=where)
    if unknown := sorted(used - declared):
        raise QuestionError(f"the parameter {unknown[0]!r} is used and not declared", where=where)
