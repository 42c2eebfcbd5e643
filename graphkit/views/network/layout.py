"""Where the nodes stand: worked out here once, so that a page opens at rest and looks the same every time.

Start: pivot MDS (Brandes and Pich, "Eigensolver methods for progressive multidimensional scaling of large
data", 2007). Then springs along lines and repulsion, exact for few nodes and sampled for many, and a last
pass that pushes labels apart. Positions are rounded after every step: what the last bits of a floating point
sum are depends on the processor, where the nodes stand must not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Position = tuple[int, int]
Near = Mapping[str, set[str]]

STEPS = 220
EXACT = 400  # up to here every pair repels, above it SAMPLES others per node and step
SAMPLES = 24
PIVOTS = 40
CELL = (116.0, 62.0)  # room of a node with its label, in units of the page
ASPECT = 1.25  # of the room on a usual screen


def layout(keys: Sequence[str], near: Near, kept: Mapping[str, Position] | None = None) -> dict[str, Position]:
    """Return a whole-numbered position for each of `keys`; the ones in `kept` stay where they are.

    Args:
        keys: in the order of importance; the same keys and lines give the same positions.
        near: neighbours of each key; keys outside `keys` are ignored.
        kept: positions of an earlier drawing.
    """
    if not keys:
        return {}
    index = {key: place for place, key in enumerate(keys)}
    links = [sorted(index[other] for other in near.get(key, ()) if other in index) for key in keys]
    fixed = np.array([key in (kept or {}) for key in keys])
    points = _forces(_start(links), links)
    points = _level(points)
    if kept and fixed.any():
        points = _around_kept(keys, links, kept)
    points = _spread(points, fixed)
    return {key: (int(points[i, 0]), int(points[i, 1])) for i, key in enumerate(keys)}


def _start(links: list[list[int]]) -> Points:
    """Pivot MDS, its axes in a fixed direction (an eigenvector is only known up to its sign)."""
    n = len(links)
    if n < 3:
        return np.array([[i * 1.0, 0.0] for i in range(n)])
    distances = _pivot_distances(links)
    squares = distances**2
    centred = -0.5 * (squares - squares.mean(0) - squares.mean(1)[:, None] + squares.mean())
    _, vectors = np.linalg.eigh(np.round(np.einsum("ik,jk->ij", centred, centred), 6))
    axes = vectors[:, ::-1][:, :2]
    for column in range(axes.shape[1]):
        axes[:, column] *= np.sign(axes[np.abs(np.round(axes[:, column], 6)).argmax(), column]) or 1.0
    points = np.einsum("ki,kj->ij", centred, axes)
    points = points / (np.abs(points).max() or 1.0) * np.sqrt(n)
    # Twins of one neighbourhood land on one spot: a fixed spiral parts them.
    turn = np.arange(n) * 2.399963
    parted: Points = points + 0.35 * np.stack([np.cos(turn), np.sin(turn)], 1)
    return np.round(parted, 3)


def _pivot_distances(links: list[list[int]]) -> Points:
    n = len(links)
    count = min(PIVOTS, n)
    table = np.empty((count, n))
    nearest = np.full(n, np.inf)
    pivot = max(range(n), key=lambda i: (len(links[i]), -i))
    for row in range(count):
        steps = _steps_from(pivot, links)
        reach = steps.max()
        steps[steps < 0] = reach + 2  # another component: beyond the farthest
        table[row] = steps
        nearest = np.minimum(nearest, steps)
        pivot = int(nearest.argmax())
    return table


def _steps_from(start: int, links: list[list[int]]) -> Points:
    steps = np.full(len(links), -1.0)
    steps[start] = 0
    queue = deque([start])
    while queue:
        at = queue.popleft()
        for other in links[at]:
            if steps[other] < 0:
                steps[other] = steps[at] + 1
                queue.append(other)
    return steps


def _forces(points: Points, links: list[list[int]]) -> Points:
    n = len(points)
    pairs = np.array([(i, j) for i, row in enumerate(links) for j in row if i < j], dtype=np.int64).reshape(-1, 2)
    ends = (pairs[:, 0], pairs[:, 1])
    degree = np.array([len(row) for row in links], dtype=np.float64) + 1.0
    pull = 0.9 / np.minimum(degree[ends[0]], degree[ends[1]]) ** 0.5
    chance = np.random.default_rng(7)
    heat = 0.12 * np.sqrt(n)
    for _ in range(STEPS):
        force = _repulsion(points, degree, chance)
        along = points[ends[1]] - points[ends[0]]
        spring = along * (np.linalg.norm(along, axis=1) * pull)[:, None]
        np.add.at(force, ends[0], spring)
        np.add.at(force, ends[1], -spring)
        force -= points * 0.06 * degree[:, None] ** 0.5
        size = np.linalg.norm(force, axis=1)[:, None] + 1e-9
        points = np.round(points + force / size * np.minimum(size, heat), 4)
        heat = max(0.02, heat * 0.975)
    return points


def _repulsion(points: Points, degree: Points, chance: np.random.Generator) -> Points:
    n = len(points)
    strength = degree[:, None] ** 0.5
    exact = n <= EXACT
    others = points[None] if exact else points[chance.integers(0, n, (n, SAMPLES))]
    away = points[:, None] - others
    force: Points = (away / ((away**2).sum(2) + 0.02)[..., None]).sum(1) * strength
    return force if exact else force * (n / SAMPLES)


def _level(points: Points) -> Points:
    """Turn the longest extent level, draw far outliers in and scale to the room that the labels need."""
    if len(points) < 2:
        return points * 0
    points = points - np.median(points, 0)
    _, vectors = np.linalg.eigh(np.round(np.einsum("ik,il->kl", points, points), 4))
    axis = vectors[:, -1] * (np.sign(vectors[0, -1]) or 1.0)
    turned = np.stack([points @ axis, points @ np.array([-axis[1], axis[0]])], 1)
    radius = np.linalg.norm(turned, axis=1)
    usual = np.quantile(radius, 0.85) or 1.0
    drawn_in = np.where(radius > usual, usual + (radius - usual) * 0.45, radius)
    turned *= (drawn_in / np.maximum(radius, 1e-9))[:, None]
    # A handful gets the room of thirty, or it would huddle in the middle of the page.
    height = np.sqrt(max(len(points), 30) * CELL[0] * CELL[1] / ASPECT) * 0.5
    extent = np.maximum(np.quantile(np.abs(turned), 0.95, axis=0), 1e-6)
    fitted: Points = turned / extent * np.array([height * ASPECT, height])
    return np.round(fitted, 2)


def _spread(points: Points, fixed: npt.NDArray[np.bool_]) -> Points:
    """Push apart what would print over each other; fixed points do not give way."""
    cell = np.array(CELL)
    for _ in range(120 if len(points) <= EXACT else 12):
        moved = _push(points, cell, fixed)
        if moved < 1.0:
            break
    return np.round(points)


def _push(points: Points, cell: Points, fixed: npt.NDArray[np.bool_]) -> float:
    order = np.argsort(points[:, 0], kind="stable")
    shift = np.zeros_like(points)
    for step in range(1, min(len(points), 24)):
        a, b = order[:-step], order[step:]
        apart = (points[b] - points[a]) / cell
        gap = np.linalg.norm(apart, axis=1)
        close = gap < 1.0
        if not close.any():
            continue
        a, b, apart, gap = a[close], b[close], apart[close], gap[close]
        apart[gap < 0.01] = (0.0, 1.0)
        push = apart / np.maximum(gap, 0.05)[:, None] * (1.0 - gap)[:, None] * cell * 0.3
        np.add.at(shift, a, -push)
        np.add.at(shift, b, push)
    shift[fixed] = 0.0
    shift = np.clip(shift, -cell, cell)
    points += np.round(shift, 2)
    return float(np.abs(shift).max(initial=0.0))


def _around_kept(keys: Sequence[str], links: list[list[int]], kept: Mapping[str, Position]) -> Points:
    placed = {key: kept[key] for key in keys if key in kept}
    near = {key: {keys[other] for other in row} for key, row in zip(keys, links, strict=True)}
    placed |= place_rest([key for key in keys if key not in placed], near, placed)
    return np.array([placed[key] for key in keys], dtype=np.float64)


def place_rest(keys: Sequence[str], near: Near, placed: Mapping[str, Position]) -> dict[str, Position]:
    """Return positions for further `keys`, each in the first free cell around its neighbours that stand already."""
    where = dict(placed)
    taken = {_cell(position) for position in placed.values()}
    result: dict[str, Position] = {}
    for key in keys:
        spots = [where[other] for other in sorted(near.get(key, ())) if other in where][:8]
        middle = (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)) if spots else (0.0, 0.0)
        where[key] = result[key] = _free_spot(middle, taken, len(where))
        taken.add(_cell(result[key]))
    return result


def _cell(position: tuple[float, float]) -> tuple[int, int]:
    return round(position[0] / CELL[0]), round(position[1] / CELL[1])


def _free_spot(middle: tuple[float, float], taken: set[tuple[int, int]], population: int) -> Position:
    """The first free cell on a sunflower spiral; the start follows the crowd, or hubs would be searched for ever."""
    column, row = _cell(middle)
    ring = 1
    while True:
        for dx, dy in _ring(ring):
            spot = (column + dx, row + dy)
            if spot not in taken:
                return round(spot[0] * CELL[0] + (spot[1] % 2) * 30), round(spot[1] * CELL[1])
        ring += 1 if ring < 4 or population < 1000 else 2


def _ring(radius: int) -> list[tuple[int, int]]:
    side = range(-radius, radius + 1)
    edge = [(dx, -radius) for dx in side] + [(dx, radius) for dx in side]
    edge += [(-radius, dy) for dy in side] + [(radius, dy) for dy in side]
    return sorted(edge, key=lambda spot: (spot[0] ** 2 + 3 * spot[1] ** 2, spot))
