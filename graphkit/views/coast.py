"""Coastlines, and nothing but coastlines: whose a border is would be a statement, and in some countries a crime.

Source: Natural Earth, land at 1:110 million (public domain), simplified to .3 degrees, without Antarctica and islets.
"""

from __future__ import annotations

import json
from functools import cache

from graphkit.views.texts import sheet


@cache
def coast() -> list[list[int]]:
    """Return rings as flat lists of dx, dy in tenths of a degree, the first pair from 0, 0; east and north are positive."""
    rings: list[list[int]] = json.loads(sheet("coast.json"))
    return rings


def outline() -> list[list[tuple[float, float]]]:
    """Return the rings as lists of (longitude, latitude) in degrees."""
    rings = []
    for flat in coast():
        x = y = 0
        ring = []
        for dx, dy in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / 10, y / 10))
        rings.append(ring)
    return rings
