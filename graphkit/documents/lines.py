"""Which lines of a text are body, which are kept aside, which are layout; the text itself is never changed.

Hard-wrapped lines are judged together, as the paragraph that they are. Quarantined lines (headlines of
other stories, teasers, fragments) stay in the text and make no claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.documents.furniture import is_layout, marker
from graphkit.documents.language import FUNCTION_WORDS
from graphkit.model.spans import Span
from graphkit.model.text import Line, Mark

_ENDS = re.compile(r"[.!?:;…][\"”’')\]]*$")
_STOPS_FULLY = re.compile(r"[.!?][\"”’')\]]*$")
_TEASER = re.compile(r"(?:\.\.\.|…)$")
_HEADING = re.compile(r"^#+ ")
_BULLET = re.compile(r"^(?:[-*•–]|\d+[.)])\s")
_LONG = 25  # words of a paragraph that cannot be a teaser
_WRAPPED = range(50, 131)  # widths, in characters, to which programs wrap
_INDENT = 4  # characters by which list items are set in


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[Span, ...]
    text: str

    @property
    def words(self) -> list[str]:
        return self.text.split()


def mark_lines(text: str, *, title: str | None = None) -> tuple[Line, ...]:
    """Return the marked non-blank lines of `text` in order. The first line, and the title, are always body."""
    blocks = list(_blocks(text))
    marks = [_mark(blocks, number, title) for number in range(len(blocks))]
    for number in _after_markers(blocks):
        marks[number] = Mark.FURNITURE
    return tuple(Line(span, mark) for block, mark in zip(blocks, marks, strict=True) for span in block.lines)


def _line_spans(text: str) -> Iterator[Span | None]:
    """Each line without surrounding blanks; None for a blank one."""
    for match in re.finditer(r"[^\n]+|(?<=\n)(?=\n)", text):
        words = match.group().strip()
        start = match.start() + (len(match.group()) - len(match.group().lstrip()))
        yield Span(start, start + len(words)) if words else None


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[Span] = []
    blank = False
    width = _width(text)
    for span in _line_spans(text):
        if span is None:
            blank = True
            continue
        if lines and not _goes_on(lines[-1].of(text), span.of(text), blank, width):
            yield _block(text, lines)
            lines = []
        lines.append(span)
        blank = False
    if lines:
        yield _block(text, lines)


def _width(text: str) -> int:
    """The width to which most lines are wrapped, or 0 if most are not; a long headline does not count."""
    lengths = sorted(len(line) for line in text.splitlines() if line.strip())
    fitting = [length for length in lengths if length < _WRAPPED.stop]
    return fitting[-1] if fitting and len(fitting) >= 0.85 * len(lengths) else 0


def _block(text: str, lines: Sequence[Span]) -> _Block:
    return _Block(tuple(lines), " ".join(span.of(text) for span in lines))


def _goes_on(line: str, following: str, blank_between: bool, width: int) -> bool:
    """Whether the sentence that `line` breaks off is continued by the following line.

    A program that wraps lines breaks where the next word would not fit into the width.
    """
    if _ENDS.search(line) and not _is_wrapped(line, following, blank_between, width):
        return False
    if is_layout(line) or is_layout(following) or _HEADING.match(following) or _BULLET.match(following):
        return False
    if following[0].islower():
        return len(line.split()) > 3
    return _is_wrapped(line, following, blank_between, width)


def _is_wrapped(line: str, following: str, blank_between: bool, width: int) -> bool:
    needed = len(line) + 1 + len(following.split()[0])
    return not blank_between and width in _WRAPPED and len(line) >= _WRAPPED.start and needed > width - _INDENT


def _running(words: str) -> bool:
    """Running text has function words; headlines and name lists have few."""
    parts = words.lower().split()
    return sum(part.strip(".,") in FUNCTION_WORDS for part in parts) / len(parts) >= 0.2


def _mark(blocks: Sequence[_Block], number: int, title: str | None) -> Mark:
    block = blocks[number]
    if number == 0 or (title and block.text == title):
        return Mark.BODY if not is_layout(block.text) else Mark.FURNITURE
    if is_layout(block.text):
        return Mark.FURNITURE
    rest = marker(block.text)
    if rest is not None:
        return Mark.FURNITURE if not rest or len(rest.split()) <= 20 else Mark.QUARANTINED
    if any(block.text == earlier.text for earlier in blocks[:number]) and len(block.words) > 3:
        return Mark.QUARANTINED
    return Mark.QUARANTINED if _is_aside(block, blocks[:number]) else Mark.BODY


def _is_aside(block: _Block, earlier: Sequence[_Block]) -> bool:
    words = block.words
    if len(words) > 22 or len(block.lines) > 2:
        return False
    if _TEASER.search(block.text):
        return True
    capitalised = sum(word[:1].isupper() for word in words) / len(words)
    if block.text.endswith("?"):
        return capitalised >= 0.6 and len(words) <= 16
    if _ENDS.search(block.text):
        return False
    if _is_opening(earlier):
        return len(words) <= 3  # sub-headlines under the headline belong to this story
    return len(words) <= 3 or capitalised >= 0.6 or not _running(block.text) or _names_another_story(block.text)


def _is_opening(earlier: Sequence[_Block]) -> bool:
    """No running paragraph has come yet."""
    return not any(len(block.words) >= _LONG for block in earlier)


def _names_another_story(text: str) -> bool:
    """A line without end mark with a colon in the middle: "From A to B: what did C do"."""
    return ": " in text[10:]


def _after_markers(blocks: Sequence[_Block]) -> list[int]:
    """Numbers of the blocks that a line like "More like this" introduces, up to the next long paragraph."""
    found: list[int] = []
    for number, block in enumerate(blocks):
        if number == 0 or marker(block.text) != "":
            continue
        group = []
        for later in range(number + 1, len(blocks)):
            if len(blocks[later].words) >= _LONG and _STOPS_FULLY.search(blocks[later].text):
                break
            group.append(later)
        loose = [n for n in group if not _STOPS_FULLY.search(blocks[n].text) or _TEASER.search(blocks[n].text)]
        if len(loose) >= 0.6 * len(group):
            found.extend(group)
    return found
