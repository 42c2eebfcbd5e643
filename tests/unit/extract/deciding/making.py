"""What tests of the deciding layer share: the packaged gazetteers, loaded once, and a reading of a few sentences."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphkit.config import roots
from graphkit.documents.articles import article_from_fields
from graphkit.extract.deciding.questions import Asked
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.entries import Gazetteers
from graphkit.gazetteers.load import load_gazetteers
from graphkit.model.claims import Claim


@cache
def gazetteers() -> Gazetteers:
    return load_gazetteers(roots("gazetteers", Path("no-overlay")))


@cache
def extractor() -> Extractor:
    return Extractor(gazetteers())


def asked(text: str, published: str = "2024-03-14") -> Asked:
    front = extractor().front
    return front.ask(front.read(article_from_fields(text=text, published=published)))


def claims(text: str, published: str = "2024-03-14") -> tuple[Claim, ...]:
    return extractor().extract(article_from_fields(text=text, published=published)).claims


def pairs(asked: Asked, target: str) -> set[tuple[str, str]]:
    """The names of the two ends of every candidate of a target."""
    from graphkit.extract.deciding.targets import INDEX

    names = [party.name for party in asked.scene.parties]
    return {(names[c.subject], names[c.object]) for c in asked.candidates if INDEX[target] in c.targets}


TEXT = """\
Chilean Defence Minister Maya Fernandez met her Peruvian counterpart Walter Astudillo in Lima on Tuesday.

Chile has ordered 22 howitzers from Israel, and Peru, Ecuador and Colombia signed a pact on visas. \
The Chilean navy will hold a joint exercise with Brazil next month. She said Chile condemned the attack on Kenya.
"""
