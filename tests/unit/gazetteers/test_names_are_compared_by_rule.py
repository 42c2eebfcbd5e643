"""One form for all ways of writing a name; a number, ordinal or compass word never gives way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.gazetteers.names import clash, marks, normal, variant_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S400", "S-400"), ("S 400", "s-400"), ("Türkiye", "Turkiye"), ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Ministry of Defense", "Ministry of Defence"), ("the Netherlands", "Netherlands"), ("Su-30MKI", "Su 30 MKI"),
        ("R&AW", "R and AW"), ("World Health Organization", "World Health Organisation"), ("U.S. Navy", "US Navy"),
    ],
)  # fmt: skip
def test_ways_of_writing_one_name_are_one(one: str, other: str) -> None:
    assert normal(one) == normal(other)
    assert not clash(one, other) or any(char.isdigit() for char in one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S-300", "S-400"), ("Type 1-2", "Type 12"), ("Eastern Fleet", "Western Fleet"), ("Sudan", "South Sudan"),
        ("INDRA 2019", "INDRA 2021"), ("7th Fleet", "5th Fleet"), ("Second Fleet", "Third Fleet"), ("Mk II", "Mk III"),
        ("North Korea", "South Korea"), ("Su-30", "Su-35"), ("Agni-1", "Agni-11"),
    ],
)  # fmt: skip
def test_a_different_number_or_direction_forbids(one: str, other: str) -> None:
    assert normal(one) != normal(other)
    assert clash(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2nd Fleet", "Second Fleet"), ("Eastern Command", "East Command"), ("Mk II", "Mk 2"), ("Agni-05", "Agni-5"),
        ("Britain", "United Kingdom"),
    ],
)  # fmt: skip
def test_two_ways_of_writing_a_number_do_not_forbid(one: str, other: str) -> None:
    assert not clash(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andrei Belousov", "Andrey Belousow"), ("Sergei Shoigu", "Sergey Shoygu"), ("Mohammed Khan", "Muhammad Khan"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Valery Zaluzhny", "Valeriy Zaluzhnyi"),
        ("Nikolai Evmenov", "Nikolay Yevmenov"), ("Yulia Ivanova", "Yuliia Ivanova"), ("Dmitri Popov", "Dmitry Popov"),
        ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"), ("Moshe Ya'alon", "Moshe Yaalon"),
        ("Kim Jong-un", "Kim Jong Un"), ("Viktor Orbán", "Victor Orban"), ("Yousuf Ali", "Yusuf Ali"),
        ("Hossein Salami", "Hussein Salami"), ("Alexey Petrov", "Aleksei Petrov"), ("Mikhail Sergeyev", "Mihail Sergeev"),
    ],
)  # fmt: skip
def test_transliterations_of_one_name_are_one(one: str, other: str) -> None:
    assert variant_key(one) == variant_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ivanov", "Igor Ivanov"), ("Ali Khamenei", "Ali Shamkhani"), ("Park Jin", "Park Jong"),
        ("Wang Yi", "Wang Li"), ("Anil Chauhan", "Sunil Chauhan"), ("George W. Bush", "George H. W. Bush"),
        ("Elizabeth I", "Elizabeth II"), ("Rajnath Singh", "Jaswant Singh"), ("Nirmala Sitharaman", "Sitharam Yechury"),
    ],
)  # fmt: skip
def test_names_of_different_persons_stay_two(one: str, other: str) -> None:
    assert variant_key(one) != variant_key(other)


@given(st.text(max_size=40))
def test_a_form_is_its_own_form_and_only_ascii(name: str) -> None:
    assert normal(normal(name)) == normal(name)
    assert normal(name).isascii()
    assert variant_key(name).isascii()


@given(st.text(alphabet="abcS-40 /.", max_size=20), st.sampled_from(" -‑–"))
def test_hyphens_and_blanks_do_not_count(name: str, joint: str) -> None:
    assert normal(name.replace(" ", joint)) == normal(name)


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=4))
def test_numbers_are_kept_apart(numbers: list[int]) -> None:
    name = "-".join(map(str, numbers))
    assert marks(name) == tuple(sorted(map(str, numbers)))
    assert normal(name) == name
