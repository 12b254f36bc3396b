"""Copies are told from articles on the same event, and articles on one event from all others."""

from __future__ import annotations

import pytest

from digests.models import Article, Derivation
from digests.stories.clustering import StoryIndex, StoryPlacement, StoryReader, group
from digests.stories.near_duplicates import CopyIndex
from tests.bench.copies import b_cubed, halved
from tests.bench.wires import CHANGES, copy_of, seeded, story
from tests.make import article

OUTLETS = 2


def _corpus(stories: int, seed: int = 7) -> list[Article]:
    rng = seeded(seed)
    return [a for n in range(stories) for a in story(rng, f"s{n}", OUTLETS)]


def _place(articles: list[Article]) -> list[StoryPlacement]:
    reader = StoryReader()
    return [reader.add(one) for one in articles]


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_copy_is_found(change: str) -> None:
    """An edited, cut or wrapped copy under another headline leads to its original and to no other article."""
    originals = _corpus(30)
    rng = seeded(change)
    index = CopyIndex()
    assert [index.add(one) for one in originals] == [None] * len(originals)
    found = [index.add(copy_of(rng, one, change)) for one in originals]
    assert found == [one.id for one in originals]


def test_two_outlets_quoting_one_speech_are_no_copies() -> None:
    """A long quotation that two outlets share does not make their articles copies."""
    rng = seeded(3)
    one, other = story(rng, "a", 1)[0], story(rng, "b", 1)[0]
    speech = f"“{' '.join(story(rng, 'c', 1)[0].body.split()[:25])}”"
    index = CopyIndex()
    index.add(one.model_copy(update={"body": f"{one.body}\n{speech}"}))
    assert index.add(other.model_copy(update={"body": f"{speech}\n{other.body}"})) is None


def test_a_copy_of_a_copy_leads_to_the_first() -> None:
    """However often a text travels, it counts as the first article's."""
    rng = seeded(4)
    first = _corpus(1)[0]
    second = copy_of(rng, first, "edited").model_copy(update={"id": "second"})
    third = second.model_copy(update={"id": "third"})
    index = CopyIndex()
    assert [index.add(one) for one in (first, second, third)] == [None, first.id, first.id]


def test_a_declared_reprint_is_a_copy_whatever_its_words() -> None:
    """A record that says it is a reprint is a copy of the article at that address."""
    one, other = _corpus(1)
    reprint = Derivation(name="Wire", url="https://wire.example/1", relation="reprint")
    index = CopyIndex()
    index.add(one.model_copy(update={"url": reprint.url}))
    assert index.add(other.model_copy(update={"derived_from": (reprint,)})) == one.id


def test_two_reprints_of_an_unseen_article_are_one() -> None:
    """Where the original is not among the records, the first reprint stands for it."""
    one, other = _corpus(1)
    reprint = Derivation(name="Wire", url="https://wire.example/1", relation="reprint")
    index = CopyIndex()
    assert index.add(one.model_copy(update={"derived_from": (reprint,)})) is None
    assert index.add(other.model_copy(update={"derived_from": (reprint,)})) == one.id


@pytest.mark.parametrize("change", [{"version": 2}, {"id": "new", "supersedes": "s0-0"}])
def test_a_later_version_is_no_copy(change: dict[str, object]) -> None:
    """A corrected article is not collapsed into the one it replaces, and stays in its story."""
    first = _corpus(1)[0]
    later = first.model_copy(update=change)
    assert _place([first, later])[1] == StoryPlacement(later.id, first.id, None)


def test_articles_on_one_event_share_a_story() -> None:
    """Outlets that write about one event in their own words are grouped, and no others are."""
    articles = _corpus(40)
    placed = _place(articles)
    alike = [p.story.split("-")[0] == p.id.split("-")[0] for p in placed]
    assert sum(alike) / len(alike) >= 0.97
    assert len({p.story for p in placed}) <= 42


def test_halves_of_an_article_find_each_other() -> None:
    """Of invented articles of one world, told apart or not, most halves share a story with their other half alone."""
    articles = halved(seeded(2))
    grouped = {placed.id: placed.story for placed in group(articles)}
    one_by_one = {placed.id: placed.story for placed in _place(articles)}
    assert b_cubed(articles, grouped) >= 0.7
    assert b_cubed(articles, grouped) >= b_cubed(articles, one_by_one)


def test_what_happens_at_one_place_is_not_one_story() -> None:
    """Two events at the same place, by the same people, are told apart by all else that is said of them."""
    rng = seeded(9)
    names = {"who": "Holm", "place": "Ardova"}
    articles = [one for n in range(20) for one in story(rng, f"s{n}", OUTLETS, names)]
    assert b_cubed(articles, {placed.id: placed.story for placed in group(articles)}) >= 0.8


def test_a_story_that_begins_is_joined_and_one_that_stands_is_not() -> None:
    """What begins as a story of its own joins the one it proves to be part of; a kept story keeps its id."""
    first, second = story(seeded(3), "s", OUTLETS)
    index = StoryIndex(threshold=2.0)  # nothing is near enough to join at once
    index.resume(first, "kept")
    assert index.add(second) == second.id

    assert index.settle() == {second.id: "kept"}
    assert index.add(article("Another text altogether.", id="copy"), copy_of=second.id) == "kept"
    assert index.settle() == {}


def test_a_copy_shares_the_story_of_its_original() -> None:
    """A copy that has lost half its text is still where its original is."""
    first = _corpus(1)[0]
    placed = _place([first, copy_of(seeded(1), first, "truncated")])
    assert placed[1].story == first.id


def test_the_same_articles_give_the_same_stories() -> None:
    """Two readers agree on every article."""
    articles = _corpus(10)
    assert _place(articles) == _place(articles)


@pytest.mark.parametrize("body", ["…", "One.", "Two words", "۱۲۳", "a" * 50_000])
def test_odd_bodies_are_read(body: str) -> None:
    """A text with hardly a word begins a story of its own, and its twin is a copy."""
    first, twin = article(body, id="first", headline=""), article(body, id="twin", headline="")
    assert _place([first, twin]) == [StoryPlacement("first", "first", None), StoryPlacement("twin", "first", "first")]
