"""Who reads the articles: `rules`, or `llm` (the rules with a language model beside them)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graphkit.config import Config
from graphkit.errors import SettingsError
from graphkit.extract.deciding.weights import Weights, parse
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.entries import Gazetteers
from graphkit.workflows.llm.chat import Chat
from graphkit.workflows.llm.engine import ModelReader

ENGINES = ("rules", "llm")


def open_engine(
    name: str, config: Config, gazetteers: Gazetteers, secrets: Mapping[str, str]
) -> Extractor | ModelReader:
    """Return the reader called `name`. `secrets` may hold GRAPHKIT_LLM_KEY; no key is ever kept in a file.

    Raises:
        SettingsError: no such engine, or `llm` without a model's name.
    """
    if name not in ENGINES:
        raise SettingsError(f"no engine is called {name!r}", hint=f"known: {', '.join(ENGINES)}")
    rules = Extractor(gazetteers, _weights(config.weights))
    if name == "rules":
        return rules
    if not config.llm_model:
        hint = 'write llm_model = "..." in graphkit.toml or set GRAPHKIT_LLM_MODEL; the server is llm_url'
        raise SettingsError("the engine llm needs the name of a model", hint=hint)
    chat = Chat(
        url=config.llm_url,
        model=config.llm_model,
        cache=Path(config.llm_cache),
        key=secrets.get("GRAPHKIT_LLM_KEY", ""),
    )
    return ModelReader(rules=rules, chat=chat)


def _weights(file: str) -> Weights | None:
    if not file:
        return None
    try:
        return parse(Path(file).read_text(encoding="utf-8"), file)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(
            f"cannot read the weights: {reason}", where=file, hint="`graphkit train` writes them"
        ) from error
