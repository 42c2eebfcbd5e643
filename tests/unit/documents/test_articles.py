"""What an article is made of, and what its own text adds."""

import unicodedata

import pytest

from graphkit.documents.articles import article_from_fields, bad_date, normal
from graphkit.documents.language import language_of
from graphkit.documents.outlets import Outlets, parse_outlet
from graphkit.errors import SettingsError

TEXT = "The minister met his colleague in the capital. They spoke about the exercise that is planned for the autumn."
PIB = 'name: "Press Information Bureau"\nkind: press_release\ncountry: "IND"\nofficial: true\ndomains: ["pib.gov.in"]\n'


def test_a_separate_title_is_put_before_the_text_once() -> None:
    article = article_from_fields(text=TEXT, title="Ministers meet")
    again = article_from_fields(text=article.text, title="Ministers meet")

    assert article.text == f"Ministers meet\n\n{TEXT}"
    assert again.text == article.text
    assert again.key == article.key


def test_the_text_is_in_normal_form() -> None:
    decomposed = unicodedata.normalize("NFD", "São Paulo")

    assert normal(f" {decomposed}\r\nnext\x00 line\x0c") == "São Paulo\nnext line"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Posted On: 03 SEP 2020 9:53PM", "2020-09-03"),
        ("date 2024-12-10 Moscow: ", "2024-12-10"),
        ("Published: March 5, 2021", "2021-03-05"),
        ("SEOUL, 27 July 2022 - ", "2022-07-27"),
        ("**Wire** | 2025-12-28 00:00", "2025-12-28"),
    ],
)
def test_the_day_of_publication_is_read_from_the_head(head: str, day: str) -> None:
    published = article_from_fields(text=f"{head}\n{TEXT}").published

    assert published is not None
    assert published.iso == day
    assert not published.inferred


@pytest.mark.parametrize(
    "text",
    [
        "The parade of 9 May 2015 was the largest so far. " + TEXT,
        "Scraped at: 2026-01-02T10:00\n\n" + TEXT,
        "Posted On: 31 JUN 2020\n\n" + TEXT,
    ],
)
def test_a_day_in_running_text_is_no_day_of_publication(text: str) -> None:
    assert article_from_fields(text=text).published is None


def test_an_undated_article_takes_its_year_from_its_own_words() -> None:
    named = article_from_fields(text=TEXT + " Exercise INDRA-2019 will be larger than before.")
    ending = article_from_fields(text=TEXT + " The 2011-2020 programme is coming to an end next year.")

    assert named.year == 2019
    assert ending.year == 2019
    assert article_from_fields(text=TEXT).year is None


def test_a_dateline_without_year_is_completed_and_says_so() -> None:
    published = article_from_fields(
        text=f"Moscow, Dec 10: {TEXT} The talks of 2024 were the first since 2021. In 2024 they met."
    ).published

    assert published is not None
    assert (published.iso, published.inferred) == ("2024-12-10", True)


def test_the_outlet_is_found_by_name_domain_or_address() -> None:
    outlets = Outlets((parse_outlet("in_pib", PIB),))

    assert article_from_fields(text=TEXT, outlet="pib.gov.in", outlets=outlets).outlet == "outlet:in_pib"
    assert (
        article_from_fields(text=TEXT, url="https://www.pib.gov.in/x?id=1", outlets=outlets).outlet == "outlet:in_pib"
    )
    assert (
        article_from_fields(text=TEXT, outlet="The Evening Mail", outlets=outlets).outlet == "outlet:the-evening-mail"
    )
    assert article_from_fields(text=TEXT).outlet is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('country: "IND"', "country: NO"), "country is False"),
        (("official: true", "official: perhaps"), "official is 'perhaps'"),
        (("kind: press_release", "kind: blog"), "kind is 'blog'"),
        (("kind:", "sort: x\nkind:"), "unknown key 'sort'"),
        (("name:", "name: ["), "not valid YAML"),
    ],
)
def test_an_outlet_definition_that_is_not_understood_is_refused(change: tuple[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message.replace("[", r"\[")) as caught:
        parse_outlet("in_pib", PIB.replace(*change))

    assert str(caught.value.where).startswith("sources/outlets/in_pib/outlet.yml")


def test_a_date_field_that_is_no_date_is_told() -> None:
    assert bad_date("soon")
    assert not bad_date("2024-12-10T08:00:00Z")
    assert not bad_date(None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        (
            "Der Minister traf seinen Kollegen in der Hauptstadt und sprach über die Übung, die im Herbst stattfinden soll.",
            "und",
        ),
        ("Министр встретился со своим коллегой в столице, и они обсудили предстоящие учения на море.", "und"),
        ("Ministers meet", "en"),
    ],
)
def test_english_is_told_from_other_languages(text: str, language: str) -> None:
    assert language_of(text) == language
