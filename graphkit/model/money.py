"""Amounts of money as texts state them; nothing is converted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` in units of `currency` (ISO 4217): five billion dollars are 5000000000 USD."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount < 0:
            raise ValueError(f"an amount must be finite and not negative, not {self.amount}")

    def __str__(self) -> str:
        """`5000000000 USD`: no exponent, no trailing zeros."""
        return f"{self.amount.normalize():f} {self.currency}"

    @classmethod
    def parse(cls, text: str) -> Money:
        """Return what `str()` of a Money wrote."""
        amount, _, currency = text.partition(" ")
        return cls(Decimal(amount), currency)
