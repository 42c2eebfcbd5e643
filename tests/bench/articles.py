"""As many different articles as a bench wants: sentences of our own, filled with states, persons and systems by a fixed draw."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from graphkit.documents.articles import article_from_fields
from graphkit.model.text import Article

_STATES = (
    ("India", "Indian", "Rajnath Singh"), ("Russia", "Russian", "Andrei Belousov"), ("France", "French", "Sébastien Lecornu"),
    ("Japan", "Japanese", "Gen Nakatani"), ("Poland", "Polish", "Wladyslaw Kosiniak-Kamysz"), ("Greece", "Greek", "Nikos Dendias"),
    ("Italy", "Italian", "Guido Crosetto"), ("Sweden", "Swedish", "Pal Jonson"), ("Norway", "Norwegian", "Tore Sandvik"),
    ("Vietnam", "Vietnamese", "Phan Van Giang"), ("Indonesia", "Indonesian", "Sjafrie Sjamsoeddin"), ("Brazil", "Brazilian", "Jose Mucio"),
    ("Egypt", "Egyptian", "Abdel Mageed Saqr"), ("Kenya", "Kenyan", "Soipan Tuya"), ("Serbia", "Serbian", "Bratislav Gasic"),
)  # fmt: skip
_SYSTEMS = (
    "S-400",
    "Rafale",
    "K9 howitzers",
    "MQ-9B drones",
    "Patriot batteries",
    "Gripen fighters",
    "Leopard 2 tanks",
    "NASAMS",
)
_SENTENCES = (
    "{a_adj} Defence Minister {a_man} met his {b_adj} counterpart {b_man} in {place} on {day}.",
    "{a} signed a contract worth {n} million dollars with {b} for {few} {system}.",
    "The navies of {a} and {b} will hold a joint exercise in the {sea} next month.",
    "{a} and {b} agreed on a memorandum of understanding on cyber defence in {year}.",
    "{b} has offered to transfer technology for {system} to {a}, officials in {place} said.",
    "{a_man} is expected to visit {b} before the end of {year} at the head of {few} officials.",
    "{b} condemned the decision of {a}, and its ambassador was summoned after {few} days.",
    "Deliveries of the {system} to {a} will begin in {year}, the ministry's spokesman number {n} added.",
    "The talks also covered the security of sea lanes, the training of {few} pilots and a plan drawn up in {year}.",
    "A company from {b} is to build {few} patrol boats together with a yard in {a}.",
    "Analysts in {place} doubt that {n} soldiers can be trained in {few} months.",
    "{a} sent {few} aircraft to {b} in {year} as military aid.",
)
_SEAS = ("Arabian Sea", "Baltic Sea", "South China Sea", "Mediterranean", "Bay of Bengal", "Black Sea", "North Sea")
_PLACES = ("Geneva", "Vienna", "Brussels", "Singapore", "Doha", "Oslo", "Lisbon", "Dubai")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def articles(number: int) -> list[Article]:
    """Return `number` articles of ten sentences each, no two near-copies of each other; always the same ones."""
    return [_article(at) for at in range(number)]


def _article(at: int) -> Article:
    draw = Random(at)
    (a, a_adj, a_man), (b, b_adj, b_man) = draw.sample(_STATES, 2)
    lines = [
        sentence.format(
            a=a, a_adj=a_adj, a_man=a_man, b=b, b_adj=b_adj, b_man=b_man, place=draw.choice(_PLACES), day=draw.choice(_DAYS),
            system=draw.choice(_SYSTEMS), sea=draw.choice(_SEAS), n=draw.randrange(20, 900), few=draw.randrange(3, 99),
            year=draw.randrange(2015, 2027),
        )
        for sentence in draw.sample(_SENTENCES, 10)
    ]  # fmt: skip
    day = date(2024, 1, 1) + timedelta(days=at % 600)
    return article_from_fields(text=" ".join(lines), title=f"{a} and {b}: report {at}", published=day.isoformat())


def folder_of(number: int, folder: Path) -> Path:
    """Write them as files and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, article in enumerate(articles(number)):
        published = article.published.iso if article.published else ""
        (folder / f"{at:05}.txt").write_text(f"published: {published}\n\n{article.text}\n", encoding="utf-8")
    return folder
