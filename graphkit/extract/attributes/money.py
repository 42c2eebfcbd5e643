"""Amounts of money as texts write them: "$5.4 billion", "Rs 40,000 crore", "300 million euros", "USD 5bn"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphkit.extract.attributes.numerals import CARDINALS, alternatives, cardinal
from graphkit.model.money import Money
from graphkit.model.spans import Span

_SCALES = {
    "thousand": 10**3, "k": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "millions": 10**6, "mn": 10**6, "mln": 10**6,
    "m": 10**6, "crore": 10**7, "crores": 10**7, "cr": 10**7, "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9,
    "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_LAKH_CRORE = 10**12
_WEIGHTS = frozenset({"pound", "pounds", "won", "crowns", "rand", "lei", "rm"})  # money only with "million" or the like
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = rf"(?P<scale>lakh\s+crores?|{alternatives(_SCALES)}|[BbMm])"


@dataclass(frozen=True, slots=True)
class Amount:
    """`money` at `span`; `words` as written."""

    money: Money
    span: Span
    words: str


class MoneyReader:
    """Finds amounts by the currencies of `lexicons/currencies.yaml`, a mapping from ISO 4217 code to signs and words."""

    def __init__(self, currencies: Mapping[str, Sequence[str]]) -> None:
        self._codes = {form.lower(): code for code, forms in reversed(list(currencies.items())) for form in forms}
        signs = alternatives({form for forms in currencies.values() for form in forms if not form[0].islower()})
        names = alternatives({form for forms in currencies.values() for form in forms if form[-1].isalpha()})
        word = rf"(?P<word>{alternatives(w for w, n in CARDINALS.items() if 0 < n < 100)}|a|half\s+a)"
        self._before = re.compile(rf"(?<!\w)(?P<sign>{signs})\s?{_NUMBER}(?:[\s-]*{_SCALE})?(?!\w)")
        self._after = re.compile(
            rf"(?<![\w$€£₹.])(?:{_NUMBER}|{word})[\s-]*(?:{_SCALE}[\s-]*)?(?P<sign>(?i:{names})|[$€£₹])(?!\w)"
        )
        self._any = re.compile(rf"[$€£¥₹₩₽₺₪₱]|(?<!\w)(?i:{names})(?!\w)")

    def find(self, text: str, start: int, end: int) -> tuple[Amount, ...]:
        """Return the amounts of `text[start:end]` in text order, spans in characters of `text`."""
        if not self._any.search(text, start, end):
            return ()
        found: list[Amount] = []
        for pattern in (self._before, self._after):
            for match in pattern.finditer(text, start, end):
                free = not any(a.span.start < match.end() and match.start() < a.span.end for a in found)
                if free and (amount := self._amount(match)):
                    found.append(amount)
        return tuple(sorted(found, key=lambda amount: amount.span))

    def _amount(self, match: re.Match[str]) -> Amount | None:
        groups = match.groupdict()
        number = _value(groups.get("number"), groups.get("word"))
        scale = (groups.get("scale") or "").lower()
        sign = re.sub(r"\s+", " ", match["sign"]).lower()
        if number is None or (not scale and (groups.get("word") or sign in _WEIGHTS)):
            return None
        factor = _LAKH_CRORE if " " in scale or "\n" in scale else _SCALES.get(scale, 1)
        return Amount(Money(number * factor, self._codes[sign]), Span(*match.span()), match[0])


def _value(digits: str | None, word: str | None) -> Decimal | None:
    if digits:
        return Decimal(digits.replace(",", ""))
    if word is None:
        return None
    if word.lower().startswith("half"):
        return Decimal("0.5")
    number = cardinal(word)
    return None if number is None else Decimal(number)
