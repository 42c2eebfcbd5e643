"""Patterns of lines that are layout, credits or pointers to other stories, in any outlet.

Only what is certain stands here. Doubtful lines are quarantined by `lines`, not dropped: dropping
short or capitalised lines on their own loses three body lines for each one of layout (measured on
181 pages with known bodies).
"""

from __future__ import annotations

import re

_TAIL = r"[\W_]*$"

JUNK = re.compile(
    r"^[\W_]*(?:ads?|advertise?ments?(?: - scroll.*)?|big bang|huges|share|tweet|email|print|english|hindi|home|menu"
    r"|subscribe\b.*|sign up\b.*|newsletter\b.*|click here\b.*|copyright\b.*|©.*|all rights reserved\b.*"
    r"|follow .{0,60}(?:twitter|facebook|instagram|telegram|whatsapp|linkedin)\b.*"
    r"|.*\b(?:download (?:the|our) app|push notifications|privacy policy|terms of (?:use|service)|accept cookies)\b.*"
    r"|spot_?img|ad_\d|image(?: source)?|file photo\b.*|representational\b.*|watch(?: video)?:.*|loading\.*"
    r"|\d+ (?:min(?:ute)?s? read|comments?|shares?|views?)|post navigation\b.*|disclaimer\b.*|except for the headline\b.*"
    r"|next|previous|prev|view all|see more|show more|load more\b.*|leave a (?:reply|comment)\b.*|comments? \(\d+\))"
    + _TAIL,
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"^[\W_]*(?:by\s+[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}|[A-Z]\w*(?:/[A-Z]\w*){2,}|release id:? ?\d+"
    r"|posted (?:on|at)\b.*|(?:last |first )?(?:updated|published)(?: on| at)?[ :].{0,60}|edited by .*|reported by .*|reporting by .*"
    r"|editing by .*|written by .{0,60}|source: .{0,60}|with inputs from .*|with agency inputs.*|(?:ANI|PTI|IANS|Reuters|AFP|AP|TASS|UNI|Xinhua|Yonhap)"
    r"|.{0,30}\|\s*\d{4}-\d\d-\d\d.*)" + _TAIL
)
CREDIT_ANY_CASE = re.compile(
    r"^[\W_]*(?:release id:? ?\d+|posted on\b.{0,60}|(?:last )?(?:published|updated|posted|date)(?: on| at)?:.{0,60}|photo(?: credit)?:.{0,60}|image credit:.{0,60})"
    + _TAIL,
    re.IGNORECASE,
)
MARKER = re.compile(
    r"^[\W_]*(?:more like this|related(?: (?:articles?|stories|news|posts|topics|content|coverage))?|also read|read also|read more"
    r"|recommended(?: (?:for you|stories))?|you (?:may|might) (?:also )?(?:like|be interested)|trending(?: now)?|latest news|top stories"
    r"|most read|most popular|more from|editor['’]?s picks?|don['’]t miss|see also|explore more|tags?|share this|follow us|about the author"
    r"|sponsored|promoted|in other news)\b[\s:.\-–—…|]*",
    re.IGNORECASE,
)


def is_layout(line: str) -> bool:
    """Whether the whole line is certainly layout or a credit."""
    return bool(JUNK.match(line) or CREDIT.match(line) or CREDIT_ANY_CASE.match(line))


def marker(line: str) -> str | None:
    """Return what follows a marker such as "Also read:" on its line ("" if nothing), or None if it is no marker line."""
    match = MARKER.match(line)
    if match is None:
        return None
    rest = line[match.end() :]
    if rest and not re.search(r"[:|–—-]\s*$", match.group()):
        return None  # "Related technologies were discussed.": an ordinary sentence
    return rest
