"""Which lines of a page are the article."""

from graphkit.documents.lines import mark_lines
from graphkit.model.text import Mark

BODY = (
    "The two ministers agreed on Monday that their navies would exercise together every year, and that a first exercise would be"
    " held in the autumn off the southern coast with four ships from each side taking part."
)


def marks(text: str) -> dict[str, Mark]:
    return {line.span.of(text): line.mark for line in mark_lines(text)}


def test_layout_is_dropped_and_the_body_kept() -> None:
    found = marks(f"Navies to exercise\n\n{BODY}\n\nads\n\nShare\n\n{BODY} Again.\n\n(Release ID: 12345)")

    assert [line for line, mark in found.items() if mark is Mark.FURNITURE] == ["ads", "Share", "(Release ID: 12345)"]
    assert found[BODY] is Mark.BODY


def test_headlines_of_other_stories_are_kept_aside() -> None:
    headline = "Ten Things You Never Knew About the Coast Guard: What Sailors Eat"

    found = marks(f"Navies to exercise\n\n{BODY}\n\n{headline}\n\n{BODY} Again.")

    assert found[headline] is Mark.QUARANTINED


def test_what_follows_a_pointer_to_other_stories_goes_with_it() -> None:
    found = marks(
        f"Navies to exercise\n\n{BODY}\n\nMore like this\n\nSubmarine Sinks\n\nA look at how a submarine was lost in...\n"
    )

    assert found["Submarine Sinks"] is Mark.FURNITURE
    assert found["A look at how a submarine was lost in..."] is Mark.FURNITURE


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Navies to exercise\n\n"
        "The Foreign Secretary of the Republic received the Commander of\n"
        "Naval Forces of the Kingdom in the capital on Monday, and both of\n"
        "them confirmed that the exercise planned for the autumn will go\n"
        "ahead.\n"
    )

    assert set(marks(wrapped).values()) == {Mark.BODY}


def test_an_ordinary_sentence_that_begins_like_a_pointer_is_body() -> None:
    sentence = "Related technologies such as sonar were discussed by the two delegations during the afternoon session."

    assert marks(f"Navies to exercise\n\n{BODY}\n\n{sentence}")[sentence] is Mark.BODY


def test_marks_cover_every_line_that_has_words() -> None:
    text = f"Navies to exercise\n\n  {BODY}  \n\n\nads\n"

    assert [line.span.of(text) for line in mark_lines(text)] == ["Navies to exercise", BODY, "ads"]
