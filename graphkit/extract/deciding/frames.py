"""How two mentions stand to each other and to the trigger words of their sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from graphkit.extract.deciding.targets import Target
from graphkit.extract.deciding.view import Anchor, View

Frame = tuple[str, str, str]  # trigger class with "p" for the passive, role of the subject, role of the object

_REACH = 9  # words left of the first and right of the second mention in which a trigger counts
_AROUND = 14  # words around one mention
_PRE, _POST = 7, 8  # words before and after both
_NEAR = 3
_EDGES = (0, 1, 3, 6, 10, 16, 25)
_BUCKETS = tuple(next((i for i, edge in enumerate(_EDGES) if n <= edge), len(_EDGES)) for n in range(27))
_ORDERS = ("ab", "ba")
_FAR = 10**6


class _Texts(dict[str, str]):
    """Texts with a fixed beginning, made once for each ending."""

    def __init__(self, beginning: str) -> None:
        super().__init__()
        self._beginning = beginning

    def __missing__(self, ending: str) -> str:
        text = self[ending] = self._beginning + ending
        return text


_REGIONS = {(region, order): _Texts(f"{region}:{order}:") for region in ("in", "pre", "post") for order in _ORDERS}
_GAPS = tuple(f"gap:{n}" for n in range(8))
_OTHERS = tuple(f"others:{n}" for n in range(5))
_OTHER = _Texts("other:")
_CLAUSES = tuple(f"clauses:{n}" for n in range(4))


def bucket(n: int) -> int:
    """Return 0 to 7 for 0, 1, up to 3, 6, 10, 16, 25 and more."""
    return _BUCKETS[n] if n < 26 else len(_EDGES)


class Frames:
    """The frames of one sentence; roles of mentions to triggers are worked out once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.triggers = [
            i
            for i, names in enumerate(view.classes)
            if names and (view.at[i] < 0 or view.anchors[view.at[i]].letter in "PXF")
        ]
        self._names = {
            i: tuple(name + "p" if view.passive[i] else name for name in view.classes[i]) for i in self.triggers
        }
        self._roles: list[dict[int, str]] = [{} for _ in view.anchors]
        self._sides: list[tuple[int, int]] = [_rivals(view, anchor) for anchor in view.anchors]
        self._starts = {
            letter: sorted(anchor.first for anchor in view.anchors if anchor.letter == letter)
            for letter in sorted({anchor.letter for anchor in view.anchors})
        }

    def role(self, anchor: Anchor, i: int) -> str:
        """Return side, preposition, whether another of its kind stands in between, and "/" for another clause."""
        roles = self._roles[anchor.index]
        found = roles.get(i)
        if found is None:
            found = roles[i] = self._role(anchor, i)
        return found

    def _role(self, anchor: Anchor, i: int) -> str:
        if anchor.first <= i <= anchor.last:
            return "I"
        view = self.view
        before, after = self._sides[anchor.index]
        clause = "" if view.clauses[anchor.first] == view.clauses[i] else "/"
        preposition = view.governors[anchor.index]
        if anchor.last < i:
            return "L" + preposition + ("1" if i > after else "0") + clause
        if preposition and view.heads[anchor.index] < i:
            preposition = "~"  # the preposition stands before the trigger
        return "R" + preposition + ("1" if i < before else "0") + clause

    def of_pair(self, a: Anchor, b: Anchor) -> list[str]:
        """Features of how the two stand, and their frames with every trigger around them."""
        return [*self.of_place(a, b), *(f"frame:{name}:{x}:{y}" for name, x, y in self.frames(a, b))]

    def of_place(self, a: Anchor, b: Anchor) -> list[str]:
        """Features of how the two stand to each other, and of the triggers between and around them."""
        view = self.view
        left, right, order = (a, b, "ab") if (a.first, a.last) <= (b.first, b.last) else (b, a, "ba")
        out = [
            "order:" + order,
            _GAPS[bucket(max(0, right.first - left.last - 1))],
            "governors:" + view.governors[a.index] + ":" + view.governors[b.index],
            _CLAUSES[min(view.clauses[right.first] - view.clauses[left.last], 3)],
        ]
        if view.lists[a.index] == view.lists[b.index]:
            out.append("one-list:" + view.governors[a.index])
        if b.first <= a.first and a.last <= b.last:
            out.append("nested:ab")
        elif a.first <= b.first and b.last <= a.last:
            out.append("nested:ba")
        inside = 0
        for letter, starts in self._starts.items():
            here = bisect_left(starts, right.first) - bisect_right(starts, left.last)
            if here > 0:
                out.append(_OTHER[letter])
                inside += here
        out.append(_OTHERS[min(inside, 4)])
        self._regions(order, left, right, out)
        return out

    def _regions(self, order: str, left: Anchor, right: Anchor, out: list[str]) -> None:
        classes = self.view.classes
        triggers = self.triggers
        for region, start, end in (
            ("in", left.last + 1, right.first),
            ("pre", left.first - _PRE, left.first),
            ("post", right.last + 1, right.last + _POST),
        ):
            low, high = bisect_left(triggers, start), bisect_left(triggers, end)
            if low < high:
                texts = _REGIONS[region, order]
                out += dict.fromkeys(texts[name] for i in triggers[low:high] for name in classes[i])

    def frames(self, a: Anchor, b: Anchor) -> dict[Frame, None]:
        """Return the frames of the two with the triggers around them, each once, in text order."""
        low, high = (a.first, b.last) if a.first <= b.first else (b.first, a.last)
        triggers = self.triggers
        out: dict[Frame, None] = {}
        for i in triggers[bisect_left(triggers, low - _REACH) : bisect_right(triggers, high + _REACH)]:
            x, y = self.role(a, i), self.role(b, i)
            for name in self._names[i]:
                out[name, x, y] = None
        return out

    def of_trigger(self, a: Anchor | None, b: Anchor | None, i: int) -> list[str]:
        """Features of trigger `i` with the mentions that there are."""
        out = []
        for name in self._names[i]:
            if a:
                out.append(f"a-role:{name}:{self.role(a, i)}")
            if b:
                out.append(f"b-role:{name}:{self.role(b, i)}")
            if a and b:
                out.append(f"frame:{name}:{self.role(a, i)}:{self.role(b, i)}")
        return out

    def of_end(self, end: str, anchor: Anchor) -> list[str]:
        """Features of one mention with the triggers around it."""
        triggers = self.triggers
        near = triggers[bisect_left(triggers, anchor.first - _AROUND) : bisect_right(triggers, anchor.last + _AROUND)]
        texts = (f"{end}-role:{name}:{self.role(anchor, i)}" for i in near for name in self._names[i])
        return list(dict.fromkeys(texts))

    def of_target(self, a: Anchor, b: Anchor, target: Target) -> list[str]:
        """Frames of the words that name the target's relation, said alike for all targets: who acts comes first."""
        view = self.view
        out: dict[str, None] = {}
        clean = near = 0
        for i in self.triggers:
            for class_ in view.classes[i]:
                mark = target.core.get(class_)
                if mark is None:
                    continue
                agent, other = (b, a) if mark == "-" or (mark == "=" and b.first < a.first) else (a, b)
                x, y = self.role(agent, i), self.role(other, i)
                name = mark.replace("-", "+") + ("p" if view.passive[i] else "") + ("v" if view.verbal[i] else "")
                out[f"core:{name}:{x}:{y}"] = out[f"core-agent:{name}:{x}"] = out[f"core-other:{name}:{y}"] = None
                clean += x[-1] == y[-1] == "0"
                near += _near(a, i) and _near(b, i)
        return [*out, f"core-clean:{min(clean, 3)}", f"core-near:{min(near, 2)}"]


def _rivals(view: View, anchor: Anchor) -> tuple[int, int]:
    """Return where the nearest other mentions of its kind end on the left and begin on the right, lists apart."""
    before, after = -1, _FAR
    home = view.lists[anchor.index]
    for x in view.anchors:
        if x.letter != anchor.letter or x.party == anchor.party or view.lists[x.index] == home:
            continue
        if x.last < anchor.first:
            before = max(before, x.last)
        elif x.first > anchor.last:
            after = min(after, x.first)
    return before, after


def _near(anchor: Anchor, i: int) -> bool:
    return min(abs(i - anchor.last), abs(anchor.first - i)) <= _NEAR
