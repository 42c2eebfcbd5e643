"""What a table says is understood, or the file and the line are named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.gazetteers.load import load_gazetteers

Write = Callable[..., Path]
STATES = ("iso3\tname\tambiguous\tmetonyms", "AAA\tArdenia", "BBB\tBorduria")
POSTS = ("key\ttitle\towner\trank\tonly", "war-minister\tWar Minister\tcountry\t.8")
TERMS = "country\toffice\tperson\tsince\tuntil\tas_of\tshared"
ENTRIES = "key\tkind\tname\taliases\tcountries\tparent\tgeneric\tambiguous"


@pytest.fixture
def root(write: Write) -> Path:
    write("countries.tsv", *STATES)
    return write("offices.tsv", *POSTS)


@pytest.mark.parametrize(
    ("name", "lines", "line", "said"),
    [
        ("countries.tsv", ("iso3\tname\tcolour", "AAA\tArdenia\tred"), 1, "unknown columns colour"),
        ("countries.tsv", ("iso3\tname\tname", "AAA\tArdenia\tx"), 1, "named twice"),
        ("countries.tsv", ("iso3\tname", "AAA\tArdenia\tmore"), 2, "3 cells, but 2 columns"),
        ("countries.tsv", ("iso3\tname", "", "# a comment", "AAA\tArdenia", "AAA\tOther"), 5, "listed twice"),
        ("countries.tsv", ("iso3\tname", "aaa\tArdenia"), 2, "no code of a state"),
        ("countries.tsv", ("iso3\tname", "AAA"), 2, "no name"),
        ("countries.tsv", ("iso3\tname\taliases", "AAA\tArdenia\tA;;B"), 2, "empty or a repeated part"),
        ("countries.tsv", ("iso3\tname\tlatitude", "AAA\tArdenia\tnorth"), 2, "no number"),
        ("countries.tsv", ("iso3\tname\tmetonyms", "AAA\tArdenia\tPalace=throne"), 2, "stands for throne"),
        ("countries.tsv", ("iso3\tname\tmetonyms", "AAA\tArdenia\tPalace"), 2, "'Palace'"),
        ("countries.tsv", ("iso3\tname\tambiguous", "AAA\tArdenia\tPalace"), 2, "no form of Ardenia"),
        ("offices.tsv", ("key\ttitle\towner\trank", "x\tX\tnobody\t1"), 2, "owner is 'nobody'"),
        ("offices.tsv", ("key\ttitle\towner\trank", "x\tX\tcountry\t2"), 2, "rank is '2'"),
        ("offices.tsv", ("key\ttitle\towner\trank\tonly", "x\tX\tcountry\t1\tSir X=CCC"), 2, "unknown country CCC"),
        ("tenures.tsv", (TERMS, "AAA\tpoet\tAnn Bell\t2001\t\t2002"), 2, "unknown office poet"),
        ("tenures.tsv", (TERMS, "CCC\twar-minister\tAnn Bell\t2001\t\t2002"), 2, "unknown country CCC"),
        ("tenures.tsv", (TERMS, "AAA\twar-minister\tAnn Bell\t2001-13\t\t2002"), 2, "no date"),
        ("tenures.tsv", (TERMS, "AAA\twar-minister\tAnn Bell\t2001\t2001\t2002"), 2, "before it begins"),
        ("tenures.tsv", (TERMS, "AAA\twar-minister\tAnn Bell\t\t\t2002"), 2, "no since"),
        ("tenures.tsv", (TERMS, "AAA\twar-minister\tAnn Bell\t2001\t\t2002\tperhaps"), 2, "shared is 'perhaps'"),
        ("forums.tsv", (ENTRIES, "org:x\tClub\tX"), 2, "unknown kind 'Club'"),
        ("forums.tsv", (ENTRIES, "weapon:x\tForum\tX"), 2, "no key of a Forum"),
        ("forums.tsv", (ENTRIES, "org:X y\tForum\tX"), 2, "no key of a Forum"),
        ("forums.tsv", (ENTRIES, "org:x\tForum\tX\t\tAAA;CCC"), 2, "unknown countries CCC"),
        ("forums.tsv", (ENTRIES, "org:x\tForum\tX\t\tAAA\torg:y"), 2, "unknown parent org:y"),
        ("forums.tsv", (ENTRIES, "org:x\tForum\tX\t\tAAA\torg:x"), 2, "unknown parent org:x"),
        ("forums.tsv", (ENTRIES, "org:x\tForum\tX\tY\t\t\t\tZ"), 2, "neither name nor alias: Z"),
        ("forums.tsv", (ENTRIES, "org:x\tForum\tX\t\t\t\tmaybe"), 2, "generic is 'maybe'"),
        ("topics.tsv", ("key\twords", "cyber\thacking", "cyber\thackers"), 3, "listed twice"),
    ],
)
def test_a_fault_names_its_file_and_line(
    root: Path, write: Write, name: str, lines: tuple[str, ...], line: int, said: str
) -> None:
    write(name, *lines)
    with pytest.raises(SettingsError) as caught:
        load_gazetteers([root])
    assert caught.value.where == f"{name}:{line}"
    assert said in caught.value.message
    assert caught.value.hint


def test_a_file_that_is_no_table_is_refused(root: Path, write: Write) -> None:
    write("cuontries.tsv", *STATES)
    with pytest.raises(SettingsError, match=r"cuontries\.tsv"):
        load_gazetteers([root])


def test_an_empty_file_and_one_that_is_no_text_are_refused(root: Path, write: Write) -> None:
    write("topics.tsv", "# nothing yet")
    with pytest.raises(SettingsError, match="no header line"):
        load_gazetteers([root])
    (root / "topics.tsv").write_bytes(b"key\twords\n\xff\xfe")
    with pytest.raises(SettingsError, match=r"topics\.tsv"):
        load_gazetteers([root])


def test_a_key_of_two_files_is_refused(root: Path, write: Write) -> None:
    write("forums.tsv", ENTRIES, "org:x\tForum\tX")
    write("companies.tsv", ENTRIES, "org:x\tOrganisation\tX Works")
    with pytest.raises(SettingsError, match="org:x is listed twice"):
        load_gazetteers([root])


def test_empty_cells_at_the_end_may_be_left_out(root: Path, write: Write) -> None:
    write("forums.tsv", ENTRIES, "org:x\tForum\tThe X")
    entry = load_gazetteers([root]).entries["org:x"]
    assert (entry.name, entry.aliases, entry.countries, entry.generic) == ("The X", (), (), False)


def test_a_later_folder_replaces_a_file_of_the_same_name_and_no_other(root: Path, write: Write) -> None:
    write("topics.tsv", "key\twords", "cyber\thacking", "space\trockets")
    write("lexicons/ranks.yaml", "high: [General]")
    mine = write("topics.tsv", "key\twords", "cyber\tintrusions", root="mine")
    gazetteers = load_gazetteers([root, mine])
    assert gazetteers.topics == {"cyber": ("intrusions",)}
    assert gazetteers.lexicons == {"ranks": {"high": ("General",)}}
    assert list(gazetteers.countries) == ["AAA", "BBB"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- General", "no mapping"),
        ("high: General", "no list of words"),
        ("high: [General, 5]", "no list of words"),
        ("high: [General, General]", "lists twice: General"),
        ("high: [General", "cannot be read"),
        ("1: [General]", "is no text"),
    ],
)
def test_a_lexicon_is_classes_of_words_and_nothing_else(root: Path, write: Write, text: str, said: str) -> None:
    write("lexicons/ranks.yaml", text)
    with pytest.raises(SettingsError, match=r"lexicons/ranks\.yaml") as caught:
        load_gazetteers([root])
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2001-05-14", "2003-02-01", date(2001, 5, 14), date(2003, 2, 1)),
        ("2001-05", "2003-02", date(2001, 5, 31), date(2003, 2, 1)),
        ("2001", "2003", date(2001, 12, 31), date(2003, 1, 1)),
        ("2000-02", "2000-12", date(2000, 2, 29), date(2000, 12, 1)),
        ("2001-12", "", date(2001, 12, 31), None),
    ],
)
def test_a_month_or_year_never_claims_a_day_too_many(
    root: Path, write: Write, since: str, until: str, first: date, last: date | None
) -> None:
    write("tenures.tsv", TERMS, f"AAA\twar-minister\tAnn Bell\t{since}\t{until}\t2004-06-30")
    (term,) = load_gazetteers([root]).tenures
    assert (term.since, term.until) == (first, last)


@pytest.mark.parametrize("shared", ["\t", "yes\t", "\tyes"])
def test_two_terms_overlap_only_if_both_say_that_they_are_shared(root: Path, write: Write, shared: str) -> None:
    one, other = shared.split("\t")
    lines = (
        f"AAA\twar-minister\tAnn Bell\t2001-01-01\t2004-01-01\t2005-01-01\t{one}",
        f"AAA\twar-minister\tCai Dunn\t2003-01-01\t\t2005-01-01\t{other}",
        "BBB\twar-minister\tEva Fox\t2002-01-01\t\t2005-01-01",
    )
    write("tenures.tsv", TERMS, *lines)
    with pytest.raises(SettingsError, match="hold war-minister at once"):
        load_gazetteers([root])
    write("tenures.tsv", TERMS, lines[0].rstrip("\tyes") + "\tyes", lines[1].rstrip("\tyes") + "\tyes", lines[2])
    assert [term.person for term in load_gazetteers([root]).tenures] == ["Ann Bell", "Cai Dunn", "Eva Fox"]


def test_a_handover_on_one_day_is_no_overlap(root: Path, write: Write) -> None:
    write(
        "tenures.tsv",
        TERMS,
        "AAA\twar-minister\tCai Dunn\t2003-01-01\t\t2005-01-01",
        "AAA\twar-minister\tAnn Bell\t2001-01-01\t2003-01-01\t2005-01-01",
    )
    assert [term.person for term in load_gazetteers([root]).tenures] == ["Ann Bell", "Cai Dunn"]


def test_an_organisation_may_own_an_office(root: Path, write: Write) -> None:
    write("organisations.tsv", ENTRIES, "org:league\tOrganisation\tLeague")
    write("tenures.tsv", TERMS, "org:league\twar-minister\tAnn Bell\t2001-01-01\t\t2005-01-01")
    assert load_gazetteers([root]).tenures[0].country == "org:league"
