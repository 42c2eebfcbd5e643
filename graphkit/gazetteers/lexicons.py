"""`lexicons/*.yaml`: classes of words that the reading rules name, such as ranks and honorifics."""

from __future__ import annotations

from pathlib import Path

import yaml

from graphkit.errors import SettingsError

# libyaml's parser where PyYAML was built with it: ten times the speed, the same result.
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_lexicon(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the words of each class in `path`, a mapping from class to a list of words.

    SettingsError for anything else in it: a number (quote it), a nested list, a repeated word.
    """
    where = f"lexicons/{path.name}"
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{where}:{mark.line + 1}" if mark else where
        raise SettingsError(f"cannot be read: {error}", where=where, hint="it must be YAML in UTF-8") from error
    if not isinstance(found, dict):
        raise SettingsError("no mapping from class to words", where=where, hint="write `ranks: [General, Admiral]`")
    return {_name(name, where): _words(name, words, where) for name, words in found.items()}


def _name(name: object, where: str) -> str:
    if not isinstance(name, str):
        raise SettingsError(f"the class {name!r} is no text", where=where, hint="quote it")
    return name


def _words(name: object, words: object, where: str) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        hint = "a list of words; quote yes, no, on, off, null and numbers"
        raise SettingsError(f"{name} is no list of words", where=where, hint=hint)
    repeated = sorted({word for word in words if words.count(word) > 1}) if len(set(words)) < len(words) else []
    if repeated:
        raise SettingsError(f"{name} lists twice: {', '.join(repeated)}", where=where, hint="once is enough")
    return tuple(words)
