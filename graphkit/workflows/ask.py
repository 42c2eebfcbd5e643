"""Ask one of the saved questions, by name or in words, with names completed and an empty answer explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from graphkit.errors import QuestionError
from graphkit.queries import Parameter, Question, Value, find_questions
from graphkit.stores.base import Row, Store

_NAMED = (
    "MATCH (n:{label}) WHERE n.key = $name OR toLower(n.name) = toLower($name) "
    "OR any(a IN coalesce(n.aliases, []) WHERE toLower(a) = toLower($name)) "
    "RETURN n.key AS key, n.name AS name ORDER BY key"
)
_ALL = "MATCH (n:{label}) RETURN n.name AS name ORDER BY name"
_LABELS = ("Country", "Person", "Organisation", "Forum", "WeaponSystem", "Agreement", "Exercise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows of one question. `values` are the parameters it was run with; `why` explains an empty answer."""

    question: Question
    values: Mapping[str, Value]
    columns: tuple[str, ...]
    rows: Sequence[Row]
    why: str = ""


def choose(words: str, questions: Mapping[str, Question]) -> Question:
    """Return the one question that `words` mean: a name, the beginning of one, or free text.

    Raises:
        QuestionError: none fits, or several fit equally well; the hint names the nearest.
    """
    if words in questions:
        return questions[words]
    begun = [question for name, question in questions.items() if name.startswith(words)]
    if len(begun) == 1:
        return begun[0]
    found = find_questions(words, questions.values())
    if not found:
        near = get_close_matches(words, questions, n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(near)}?" if near else "`graphkit ask` lists them all"
        raise QuestionError(f"no question fits {words!r}", hint=hint)
    return found[0]


def named_in(words: str, question: Question, store: Store) -> dict[str, str]:
    """Return values for the question's name parameters that free text mentions, in the order of mention.

    "who supplies Viet Nam" gives `{"country": "country:VNM"}` if the graph knows Viet Nam.
    """
    given: dict[str, str] = {}
    tokens = words.replace("?", " ").replace(",", " ").split()
    wanted = [parameter for parameter in question.parameters if parameter.kind]
    for start in range(len(tokens)):
        for end in range(len(tokens), start, -1):
            free = [parameter for parameter in wanted if parameter.name not in given]
            phrase = " ".join(tokens[start:end]).removesuffix("'s")
            if not free or phrase.lower() in question.name.split("-"):
                continue
            hit = next((parameter for parameter in free if _keys(store, parameter, phrase)), None)
            if hit and len(phrase) > 1:
                given[hit.name] = _keys(store, hit, phrase)[0]
                break
    return given


def ask(store: Store, question: Question, given: Mapping[str, str], *, timeout_s: float = 60.0) -> Answer:
    """Run `question` with the values in `given` (texts as typed) over its defaults.

    Raises:
        QuestionError: an unknown parameter, a value of the wrong type, a name that the graph does not know.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            hint = f"it takes: {', '.join(known)}" if known else "it takes none"
            raise QuestionError(f"{question.name} has no parameter {name!r}", hint=hint)
    values: dict[str, Value] = question.defaults()
    for name, text in given.items():
        values[name] = _complete(store, known[name], text)
    columns, rows = store.run(question.cypher, values, timeout_s=timeout_s)
    why = "" if rows else _why_empty(store, question, values, given)
    return Answer(question=question, values=values, columns=columns, rows=rows, why=why)


def _complete(store: Store, parameter: Parameter, text: str) -> Value:
    value = parameter.parse(text)
    if parameter.kind not in _LABELS or not isinstance(value, str):
        return value
    keys = _keys(store, parameter, value)
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise QuestionError(f"{value!r} is several: {', '.join(keys)}", hint="give the key of the one you mean")
    _, rows = store.run(_ALL.format(label=parameter.kind), {})
    near = get_close_matches(value, [str(row["name"]) for row in rows], n=3, cutoff=0.6)
    hint = f"did you mean {', '.join(near)}?" if near else f"no {parameter.kind} of that name is in the graph"
    raise QuestionError(f"{parameter.name} {value!r} is unknown", hint=hint)


def _keys(store: Store, parameter: Parameter, name: str) -> list[str]:
    if parameter.kind not in _LABELS:
        return []
    _, rows = store.run(_NAMED.format(label=parameter.kind), {"name": name})
    exact = [str(row["key"]) for row in rows if name in (row["key"], row["name"])]
    return exact if len(exact) == 1 else [str(row["key"]) for row in rows]


def _why_empty(store: Store, question: Question, values: Mapping[str, Value], given: Mapping[str, str]) -> str:
    if not any(store.counts().get(label, 0) for label in _LABELS):
        return "the graph is empty: `graphkit ingest FOLDER` first"
    for parameter in question.parameters:
        value = values[parameter.name]
        if parameter.kind in _LABELS and not _keys(store, parameter, str(value)):
            return f"{parameter.name} {value!r} is not in the graph; say another with --{parameter.name}"
    narrow = [f"--{name} {value}" for name, value in given.items() if not _is_name(question, name)]
    if narrow:
        return f"nothing fits {' '.join(narrow)}; no report was found, which is not the same as none happened"
    return "no report of it is in the articles read, which is not the same as that it did not happen"


def _is_name(question: Question, name: str) -> bool:
    return any(parameter.name == name and parameter.kind for parameter in question.parameters)
