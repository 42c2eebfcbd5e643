"""SVG, built as text: every value escaped, numbers short, colours given twice so that a page can darken them.

There are no text metrics here: a character counts as .56 em, and what would not fit is cut or squeezed.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.claims import Kind, Status
from graphkit.ontology.nodes import node_type
from graphkit.views.safe import short, xml
from graphkit.views.styles import INK, LINE_STYLES, PAPER

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', Arial, sans-serif"
SOFT, RULE = "#59636e", "#dfe3e8"
EM = 0.56

Attribute = str | int | float | None


def num(value: float) -> str:
    """Return a number with at most one decimal, so that the last bits of a sum never show."""
    text = f"{value:.1f}"
    return text.removesuffix(".0").replace("-0", "0") if text in ("-0.0", "0.0") else text.removesuffix(".0")


def tag(name: str, *inside: str, **attributes: Attribute) -> str:
    """Return an element. `inside` is markup already; underscores in attribute names become hyphens."""
    parts = [
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    ]
    opened = f"<{name}{''.join(parts)}"
    return f"{opened}>{''.join(inside)}</{name}>" if inside else f"{opened}/>"


def _value(value: Attribute) -> str:
    return num(value) if isinstance(value, float) else xml(value)


def text(
    x: float, y: float, words: object, *, size: float = 12, soft: bool = False, halo: bool = False, **more: Attribute
) -> str:
    """Return a line of text at (x, y), y being its base line; with a `halo` it can be read on top of lines."""
    look: dict[str, Attribute] = {"class_": "soft" if soft else "ink", "fill": SOFT if soft else INK["light"]}
    if halo:
        look |= {"class_": f"{look['class_']} halo", "stroke": PAPER["light"], "stroke_width": 3.0}
        look |= {"paint_order": "stroke", "stroke_linejoin": "round"}
    return tag("text", xml(words), **({"x": float(x), "y": float(y), "font_size": float(size)} | look | more))


def width_of(words: str, size: float = 12) -> float:
    """Return how wide a text will be, roughly."""
    return len(words) * size * EM


def fitted(words: str, room: float, size: float = 12) -> str:
    """Return the words cut so that they fit into `room`."""
    return short(words, max(3, int(room / (size * EM))))


def title(words: object) -> str:
    """Return what a mark shows when one rests on it."""
    return tag("title", xml(words))


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a thin line of the frame."""
    return tag("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), stroke=RULE, class_="rule")


def dashes(status: Status, low: bool = False) -> str | None:
    """Return the stroke-dasharray of a status; None for a solid line."""
    pattern: Sequence[int] = (1, 6) if low else LINE_STYLES[status].dashes
    return " ".join(str(part) for part in pattern) or None


def status_mark(x: float, y: float, colour: str, status: Status, tip: str, radius: float = 5) -> str:
    """Return the mark of one event: done filled, planned hollow, proposed hollow and dotted, denied crossed out."""
    if status is Status.DONE:
        return tag("circle", title(tip), cx=float(x), cy=float(y), r=radius, fill=colour)
    dotted = {Status.PLANNED: None, Status.PROPOSED: "1.5 2", Status.DENIED: None}[status]
    ring = tag(
        "circle", title(tip), cx=float(x), cy=float(y), r=radius - 0.5, fill=PAPER["light"], class_="paper", stroke=colour,
        stroke_width=1.8, stroke_dasharray=dotted,
    )  # fmt: skip
    if status is not Status.DENIED:
        return ring
    reach = radius - 1.5
    cross = f"M{num(x - reach)} {num(y - reach)}L{num(x + reach)} {num(y + reach)}M{num(x + reach)} {num(y - reach)}L{num(x - reach)} {num(y + reach)}"
    return ring + tag("path", d=cross, stroke=colour, stroke_width=1.6)


_POLYGONS = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)),
    "triangle": ((0.0, -1.1), (1.05, 0.85), (-1.05, 0.85)),
    "triangleDown": ((0.0, 1.1), (1.05, -0.85), (-1.05, -0.85)),
    "hexagon": ((1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0), (-0.5, -0.87), (0.5, -0.87)),
    "star": (
        (0.0, -1.2), (0.29, -0.4), (1.14, -0.37), (0.48, 0.15), (0.71, 0.97), (0.0, 0.5), (-0.71, 0.97), (-0.48, 0.15),
        (-1.14, -0.37), (-0.29, -0.4),
    ),
}  # fmt: skip


def node_mark(x: float, y: float, kind: Kind, tip: str, radius: float = 9) -> str:
    """Return the shape of an entity of `kind`, in its colour, with a rim of paper around it."""
    look = node_type(kind)
    rim: dict[str, Attribute] = {"fill": look.colour, "stroke": PAPER["light"], "stroke_width": 1.5}
    corners = _POLYGONS.get(look.shape)
    if corners is None:
        return tag("circle", title(tip), cx=float(x), cy=float(y), r=float(radius), **rim)
    points = " ".join(f"{num(x + dx * radius)},{num(y + dy * radius)}" for dx, dy in corners)
    return tag("polygon", title(tip), points=points, **rim)


def document(width: float, height: float, body: Sequence[str], heading: str, subtitle: str = "") -> str:
    """Return a whole SVG file with its heading; the body is drawn from y = 64 on."""
    head = [
        title(heading),
        tag("rect", width=float(width), height=float(height), fill=PAPER["light"], class_="paper"),
        text(20, 30, fitted(heading, width - 40, 17), size=17, font_weight=650),
        text(20, 49, fitted(subtitle, width - 40, 12), soft=True) if subtitle else "",
    ]
    inside = "\n".join(part for part in [*head, *body] if part)
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}" role="img" font-family="{xml(FONT)}" font-size="12">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opened}\n{inside}\n</svg>\n'
