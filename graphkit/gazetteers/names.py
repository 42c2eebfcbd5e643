"""Names as they are compared: one form for all ways of writing one name, and what forbids that two are one."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile(r"['’‘`ʻʼ]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_JOINTS = re.compile(r"((?<=\d)[^a-z0-9]+(?=\d))|[^a-z0-9]+")
_AMERICAN = re.compile(r"\b(?:defense|organization|program|center|harbor|labor|armor|theater)(?=s?\b)")
_BRITISH = {
    "defense": "defence", "organization": "organisation", "program": "programme", "center": "centre",
    "harbor": "harbour", "labor": "labour", "armor": "armour", "theater": "theatre",
}  # fmt: skip


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """Return the form under which names are looked up: ASCII, lower case, no blanks, hyphens or "the".

    Two numbers never run together, and "&" is "and". American spellings of a few words count as British.

    >>> normal("S-400"), normal("s 400"), normal("Type 1-2"), normal("The US Department of Defense")
    ('s400', 's400', 'type1-2', 'usdepartmentofdefence')
    """
    plain = _APOSTROPHES.sub("", anyascii(name).replace("&", " and ").casefold()).strip()
    plain = _AMERICAN.sub(lambda found: _BRITISH[found[0]], plain.removeprefix("the "))
    return _JOINTS.sub(lambda found: "-" if found[1] else "", plain)


_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[a-z]+")
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip
_COMPASS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
})  # fmt: skip


def marks(name: str) -> tuple[str, ...]:
    """Return what tells near-equal names apart, sorted: numbers, ordinals, years and compass words.

    >>> marks("Western Naval Command"), marks("S-300 PMU2"), marks("the Second Fleet"), marks("2nd Fleet")
    (('west',), ('2', '300'), ('2',), ('2',))
    """
    found = []
    for token in _TOKEN.findall(anyascii(name).casefold()):
        if token[0].isdigit():
            found.append(token.rstrip("stndrh").lstrip("0") or "0")
        elif token in _ORDINALS:
            found.append(_ORDINALS[token])
        elif token in _COMPASS:
            found.append(token.removesuffix("ern"))
    return tuple(sorted(found))


def clash(one: str, other: str) -> bool:
    """Return whether two names cannot be one thing, however alike: a number, ordinal, year or compass word differs.

    >>> clash("S-300", "S-400"), clash("INDRA 2019", "INDRA 2021"), clash("South Sudan", "Sudan"), clash("UK", "Britain")
    (True, True, True, False)
    """
    return marks(one) != marks(other)


# Spellings of frequent given names and particles that no rule below brings together, by one of them.
_FAMILIES: dict[str, tuple[str, ...]] = {
    "mohamad": ("mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad", "mohd", "mohmmad", "mohemmed", "md"),
    "ahmad": ("ahmed", "ahmet", "ahmad"),
    "mahmud": ("mahmoud", "mahmood", "mahmud", "mehmood", "mahmut"),
    "husein": ("hussein", "hussain", "husain", "hossein", "hossain", "husayn", "hosain", "hussien"),
    "yusuf": ("yousuf", "yousef", "youssef", "yusuf", "yousaf", "yusef", "yussuf"),
    "halid": ("khalid", "khaled"),
    "said": ("said", "saeed", "saied", "sayed", "saeid"),
    "syed": ("syed", "sayyid", "seyed", "seyyed"),
    "abdal": ("abdel", "abdul", "abdal", "abdol"),
    "abdala": ("abdullah", "abdallah", "abdulla", "abdalla", "abdollah"),
    "al": ("al", "el", "ul", "as", "ad", "ar", "az"),
    "bin": ("bin", "ibn", "ben"),
    "aleksandr": ("alexander", "aleksandr", "alexandr", "aleksander"),
    "andrei": ("andrei", "andrey", "andrej", "andriy", "andrii"),
    "sergei": ("sergei", "sergey", "sergej", "serguei", "serhiy", "serhii"),
    "aleksei": ("alexei", "alexey", "aleksei", "aleksey", "oleksiy", "oleksii"),
    "maksim": ("maxim", "maksim", "maksym"),
    "mihail": ("mikhail", "mihail", "mykhailo", "mykhaylo"),
    "nikolai": ("nikolai", "nikolay", "nikolaj", "nicolai", "mykola"),
    "oleksandr": ("oleksandr", "olexandr"),
    "vladimir": ("vladimir", "wladimir"),
    "volodimir": ("volodymyr", "wolodymyr", "volodimir"),
    "yuri": ("yuri", "yury", "yuriy", "yurii", "iouri", "jurij"),
    "evgeni": ("yevgeny", "evgeny", "yevgeniy", "evgeniy", "yevgeni", "evgeni", "yevhen"),
    "dmitri": ("dmitry", "dmitri", "dmitriy", "dmitrij", "dmytro", "dimitri", "dimitry"),
    "benyamin": ("benjamin", "binyamin", "benyamin"),
    "shehbaz": ("shehbaz", "shahbaz"),
    "sheik": ("sheikh", "shaikh", "sheik", "shaykh"),
    "nikos": ("nikos", "nicos", "nikolaos"),
    "hasan": ("hassan", "hasan"),
    "husni": ("hosni", "husni"),
    "omar": ("omar", "umar", "omer"),
    "osama": ("osama", "usama"),
    "zelenski": ("zelensky", "zelenskyy", "zelenskiy", "zelenskyi", "zelenski"),
    "erdogan": ("erdogan", "erdoghan"),
}  # fmt: skip
_FAMILY = {spelling: family for family, spellings in _FAMILIES.items() for spelling in spellings}

# How one sound is written in different transliterations, applied in this order.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"x", "ks"),
        (r"c(?=[aoukltr]|$)", "k"),
        (r"(?<=o|e)(?:ff|w)$", "v"),  # Belousoff, Belousow
        (r"(?<=o|e)wa$", "va"),
        (r"dzh", "j"),
        (r"kh", "h"),
        (r"q", "k"),
        (r"oo|ou", "u"),
        (r"^ye(?=[a-z])", "e"),  # Yevmenov, Evmenov
        (r"(?<=[aeiou])ye", "e"),  # Sergeyev, Sergeev
        (r"(?<=[aeou])[yj](?![aeiou])", "i"),  # Shoygu, Shoigu
        (r"(?:i[yij]|y[yij]|y)$", "i"),  # Zaluzhny, Zaluzhnyi
        (r"i[iy](?=[aeou])", "i"),  # Yuliia, Yulia
        (r"(?<=[^aeiou])y(?=[aeou])", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def variant_key(name: str) -> str:
    """Return one text for all spellings of a person's name, in the order of its words.

    It goes by transliteration only (Andrei, Andrey; Shoigu, Shoygu; Mohammed, Muhammad): two names with
    one key are alike, not yet one person.

    >>> variant_key("Sergey Shoygu") == variant_key("Sergei Shoigu")
    True
    >>> variant_key("Volodymyr Zelenskyy") == variant_key("Volodymyr Zelensky")
    True
    >>> variant_key("Igor Ivanov") == variant_key("Sergei Ivanov")
    False
    """
    plain = _APOSTROPHES.sub("", anyascii(name).casefold())
    return " ".join(_variant(word) for word in _NOT_WORD.split(plain) if word)


_ROMAN = re.compile(r"[ivx]+")  # Elizabeth II is never Elizabeth I


def _variant(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return word
    if (family := _FAMILY.get(word)) is not None:
        return family
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
