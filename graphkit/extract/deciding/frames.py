"""How two mentions stand to the trigger words of their sentence."""

from __future__ import annotations

from graphkit.extract.deciding.targets import Target
from graphkit.extract.deciding.view import Anchor, View

_REACH = 9  # words left of the first and right of the second mention in which a trigger counts
_NEAR = 3
_PATH = 6  # longest compressed path that is a feature
_EDGES = (0, 1, 3, 6, 10, 16, 25)
_PATH_WORDS = frozenset(
    [
        "of",
        "to",
        "with",
        "from",
        "for",
        "by",
        "at",
        "on",
        "in",
        "between",
        "against",
        "and",
        "including",
        "amid",
        "alongside",
        ",",
        "(",
        ")",
        "who",
        "which",
        "that",
        "has",
        "have",
        "had",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "will",
        "would",
        "not",
    ]
)


def bucket(n: int) -> int:
    """Return 0 to 7 for 0, 1, up to 3, 6, 10, 16, 25 and more."""
    return next((i for i, edge in enumerate(_EDGES) if n <= edge), len(_EDGES))


class Frames:
    """The frames of one sentence; roles of mentions to triggers are worked out once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.triggers = [
            i
            for i, names in enumerate(view.classes)
            if names and (view.at[i] < 0 or view.anchors[view.at[i]].letter in "PXF")
        ]
        self._roles: dict[tuple[int, int], str] = {}

    def role(self, anchor: Anchor, i: int) -> str:
        """Return side, preposition, whether another of its kind stands in between, another clause, nearness."""
        key = (anchor.index, i)
        found = self._roles.get(key)
        if found is None:
            found = self._roles[key] = self._role(anchor, i)
        return found

    def _role(self, anchor: Anchor, i: int) -> str:
        view = self.view
        if anchor.first <= i <= anchor.last:
            return "I"
        left = anchor.last < i
        home = view.lists[anchor.index]
        blocked = any(
            x.letter == anchor.letter
            and x.party != anchor.party
            and view.lists[x.index] != home
            and (anchor.last < x.first < i if left else i < x.last < anchor.first)
            for x in view.anchors
        )
        preposition = view.governors[anchor.index]
        if preposition and not left and view.heads[anchor.index] < i:
            preposition = "~"  # the preposition stands before the trigger
        clause = "/" if view.clauses[min(anchor.first, len(view.clauses) - 1)] != view.clauses[i] else ""
        return ("L" if left else "R") + preposition + ("1" if blocked else "0") + clause

    def of_pair(self, a: Anchor, b: Anchor) -> list[str]:
        """Frames of both ends with every trigger around them, and the path between them."""
        left, right, order = _ordered(a, b)
        out = self.of_place(a, b)
        out += self._frames(a, b, left.first, right.last)
        out += self._regions(order, left, right)
        out += self._path(order, left, right)
        return out

    def of_place(self, a: Anchor, b: Anchor) -> list[str]:
        """How the two stand to each other."""
        view = self.view
        left, right, order = _ordered(a, b)
        gap = max(0, right.first - left.last - 1)
        out = [
            "order:" + order,
            f"gap:{bucket(gap)}",
            f"governors:{view.governors[a.index]}:{view.governors[b.index]}",
        ]
        if view.lists[a.index] == view.lists[b.index] and a.letter == b.letter:
            out.append("one-list")
        inside = {(x.letter, x.party) for x in view.anchors if left.last < x.first and x.last < right.first}
        inside -= {(a.letter, a.party), (b.letter, b.party)}
        out.append(f"others:{min(len(inside), 4)}")
        out += ["other:" + letter for letter in sorted({letter for letter, _ in inside})]
        crossed = view.clauses[right.first] - view.clauses[left.last]
        out.append(f"clauses:{min(crossed, 3)}")
        return out

    def _frames(self, a: Anchor, b: Anchor, low: int, high: int) -> list[str]:
        out: set[str] = set()
        for i in self.triggers:
            if low - _REACH <= i <= high + _REACH:
                out.update(self.of_trigger(a, b, i))
        return sorted(out)

    def of_trigger(self, a: Anchor | None, b: Anchor | None, i: int) -> list[str]:
        """Frames of trigger `i` with the mentions that there are."""
        view = self.view
        voice = "p" if view.passive[i] else ""
        ra = self.role(a, i) if a else ""
        rb = self.role(b, i) if b else ""
        out = []
        for class_ in view.classes[i]:
            name = class_ + voice
            out.append("around:" + class_)
            if a:
                out.append("a-role:" + name + ":" + ra)
            if b:
                out.append("b-role:" + name + ":" + rb)
            if a and b:
                close = ("n" if _near(a, i) else "") + ("m" if _near(b, i) else "")
                out.append("frame:" + name + ":" + ra + ":" + rb)
                out.append("near:" + name + ":" + ra + ":" + rb + ":" + close)
        return out

    def of_target(self, a: Anchor, b: Anchor, target: Target) -> list[str]:
        """Frames of the words that name the target's relation, said alike for all targets: who acts comes first."""
        view = self.view
        out: set[str] = set()
        clean = near = 0
        for i in self.triggers:
            for class_ in view.classes[i]:
                mark = target.core.get(class_)
                if mark is None:
                    continue
                agent, other = (b, a) if mark == "-" or (mark == "=" and b.first < a.first) else (a, b)
                x, y = self.role(agent, i), self.role(other, i)
                name = mark.replace("-", "+") + ("p" if view.passive[i] else "") + ("v" if view.verbal[i] else "")
                out.add("core:" + name + ":" + x + ":" + y)
                out.add("core-agent:" + name + ":" + x)
                out.add("core-other:" + name + ":" + y)
                clean += x[-1] == y[-1] == "0"
                near += _near(a, i) and _near(b, i)
        out.add(f"core-clean:{min(clean, 3)}")
        out.add(f"core-near:{min(near, 2)}")
        return sorted(out)

    def of_end(self, anchor: Anchor) -> list[str]:
        """Frames of one end alone."""
        view = self.view
        out = set()
        for i in self.triggers:
            if anchor.first - _REACH <= i <= anchor.last + _REACH:
                for name in view.classes[i]:
                    out.add(f"role:{name}:{self.role(anchor, i)}")
        return sorted(out)

    def _regions(self, order: str, left: Anchor, right: Anchor) -> list[str]:
        out = set()
        view = self.view
        for name, start, end in (
            ("in", left.last + 1, right.first),
            ("pre", left.first - 7, left.first),
            ("post", right.last + 1, right.last + 8),
        ):
            for i in range(max(0, start), min(len(view.words), end)):
                for class_ in view.classes[i]:
                    out.add(f"{name}:{order}:{class_}")
        return sorted(out)

    def _path(self, order: str, left: Anchor, right: Anchor) -> list[str]:
        path = self._compressed(left.last + 1, right.first)
        out = [f"path:{order}:{'_'.join(path)}"] if len(path) <= _PATH else []
        steps = zip(["^", *path], [*path, "$"], strict=True)
        out += sorted({f"step:{order}:{x}_{y}" for x, y in steps})
        before = self._compressed(left.first - 6, left.first)[-2:]
        after = self._compressed(right.last + 1, right.last + 7)[:2]
        out.append(f"before:{order}:{'_'.join(before)}")
        out.append(f"after:{order}:{'_'.join(after)}")
        return out

    def _compressed(self, start: int, end: int) -> list[str]:
        """Return the words of a stretch as kinds, classes and small words; other words are left out."""
        view = self.view
        out: list[str] = []
        for i in range(max(0, start), min(end, len(view.words))):
            if view.at[i] >= 0:
                mark = "#" + view.anchors[view.at[i]].letter
                if not out or out[-1] != mark:
                    out.append(mark)
            elif view.classes[i]:
                out.append("/".join(view.classes[i][:2]))
            elif view.words[i] in _PATH_WORDS:
                out.append(view.words[i])
        return out


def _near(anchor: Anchor, i: int) -> bool:
    return min(abs(i - anchor.last), abs(anchor.first - i)) <= _NEAR


def _ordered(a: Anchor, b: Anchor) -> tuple[Anchor, Anchor, str]:
    """Return the left one, the right one and "ab" or "ba"."""
    return (a, b, "ab") if (a.first, a.last) <= (b.first, b.last) else (b, a, "ba")
