"""Witness groups are the connected components of nearness, whatever came and went before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model.text import Article
from graphkit.resolve.components import Components
from graphkit.resolve.witnesses import near, sample, shingles
from graphkit.workflows.graphs.change import Change, Filing, apply
from graphkit.workflows.graphs.grouping import body_shingles
from tests.memory_store import MemoryStore
from tests.worlds import LISTING

SENTENCES = (
    "The two fleets met at dawn off the northern cape and stayed together until the evening.",
    "No shot was fired and no flag was lowered while the admirals exchanged their letters.",
    "A storm from the west made the return slow and cost one of the smaller ships its mast.",
    "On land the crowd had waited since noon with bread and salt and a band of eleven drums.",
    "Later the mayor said that nothing like it had been seen in the harbour in forty years.",
)
articles = st.builds(
    lambda numbers, url: Article(text=" ".join(SENTENCES[number] for number in numbers), url=url),
    st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=5),
    st.sampled_from(("u1", "u2", "u3", "u4")),
)


def groups_by_hand(store: MemoryStore) -> dict[str, str]:
    """Every pair compared, nothing sampled."""
    found = {filed.article.key: body_shingles(filed.article) for filed in store.articles()}
    linked: Components[str] = Components(sorted(found))
    for one, own in found.items():
        for other, others in found.items():
            if one < other and near(own, others):
                linked.join(one, other)
    return {key: min(group) for group in linked.groups() for key in group}


@settings(max_examples=80, deadline=None)
@given(st.lists(articles, min_size=1, max_size=7, unique_by=lambda article: article.key), st.data())
def test_groups_are_exact_after_any_coming_and_going(pool: list[Article], data: st.DataObject) -> None:
    store = MemoryStore()
    for _ in range(data.draw(st.integers(1, 8))):
        article = data.draw(st.sampled_from(pool))
        change = Change(added=[Filing(article=article)])
        if data.draw(st.booleans()) and list(store.articles([article.key])):
            change = Change(removed=[article.key])
        store.write(lambda writer, change=change: apply(writer, change, LISTING))  # type: ignore[misc]
        assert {filed.article.key: filed.group for filed in store.articles()} == groups_by_hand(store)


def test_a_copy_that_lost_its_end_is_near_and_a_report_of_ones_own_is_not() -> None:
    whole = Article(text=" ".join(SENTENCES))
    cut = Article(text=" ".join(SENTENCES[:3]) + " More follows as it comes in from the coast guard.")
    own = Article(text="Two fleets sailed side by side for a day; our reporter counted nine ships and one broken mast.")
    marks = [body_shingles(article) for article in (whole, cut, own)]
    assert near(marks[0], marks[1])
    assert not near(marks[0], marks[2])


def test_texts_without_words_are_near_nothing() -> None:
    assert shingles(Article(text="...")) == frozenset()
    assert not near(frozenset(), frozenset())


def test_long_texts_share_what_is_sampled() -> None:
    """Samples depend on the shingle alone: what two long texts have in common is looked up from both."""
    words = [f"word{number}" for number in range(900)]
    one = body_shingles(Article(text=" ".join(words) + "."))
    other = body_shingles(Article(text=" ".join(words[200:]) + "."))
    shared = set(sample(one)) & set(sample(other))
    assert shared == set(sample(one & other))
    assert len(shared) > 50
    assert len(sample(one)) < len(one) / 5
