"""The invented news under tests/data/corpus, and the reader of its marks."""

from __future__ import annotations

import functools
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.actors_file import read_actors
from digests.models import Actor, Attribution, Kind, Span
from digests.training.marks import Marked, MarkError, read_marked
from tests.corpus import FOLDER, Document, documents, fragments, read_document
from tests.paths import CONFIG

HALVES = {half: documents(half) for half in ("train", "held")}
ALL = [document for half in HALVES.values() for document in half]
EACH = pytest.mark.parametrize("document", ALL, ids=lambda document: document.path.stem)


def _surfaces(marked: Marked, spans: tuple[Span, ...]) -> list[str]:
    return [marked.text[start:end] for start, end in spans]


# --- the reader -----------------------------------------------------------------------------------------------


def test_marks_are_taken_out_and_point_into_the_text() -> None:
    """A marked sentence reads as plain text, with each role where its mark stood."""
    marked = read_marked(
        "[s1=mv Mara Voss] [c1:denial denied] [t1 that the port \\[sic\\] was shut].", {"mv": "M. Voss|Voss"}
    )

    assert marked.text == "Mara Voss denied that the port [sic] was shut."
    assert marked.attributions == (Attribution(source=((0, 9),), cue=((10, 16),), content=((17, 45),), kind="denial"),)
    assert marked.claimants == (("M. Voss", "Voss"),)


def test_one_mark_serves_several_attributions() -> None:
    """A source with two numbers is the source of both."""
    marked = read_marked("[s1+2=? She] [c1 said] [t1 no] and [c2 added] [t2 yes].")

    assert [_surfaces(marked, a.source) for a in marked.attributions] == [["She"], ["She"]]
    assert marked.claimants == (("?",), ("?",))


def test_fragments_of_one_number_are_joined_in_order() -> None:
    """A content in two pieces is one content."""
    marked = read_marked("“[t1 A,]” [s1 she] [c1 said]. “[t1 B.]”")

    assert _surfaces(marked, marked.attributions[0].content) == ["A,", "B."]


def test_a_mark_inside_a_mark_is_read() -> None:
    """What somebody is said to have said stands inside the content and is nested."""
    marked = read_marked("[s1 He] [c1 said] [t1 [ns2 they] [nc2 knew] [nt2 it]].")
    outer, inner = marked.attributions

    assert not outer.nested
    assert inner.nested
    assert _surfaces(marked, outer.content) == ["they knew it"]
    assert _surfaces(marked, inner.content) == ["it"]


@pytest.mark.parametrize(
    ("marked", "says"),
    [
        ("[t1 open", "never closed"),
        ("closed]", "closes nothing"),
        ("[x1 unknown]", "no mark"),
        ("[t1 ]", "an empty mark"),
        ("[s1 He] said.", "attribution 1 has no content"),
        ("[c1:lie said] [t1 it].", "no kind is called lie"),
        ("[c1:denial said] [c1:saying so] [t1 it].", "says saying where another"),
        ("[s1=xy He] [t1 it].", "does not know xy"),
        ("[ns1 He] [t1 it].", "nested in one mark and not in another"),
        ("A lone \\ here.", "no mark"),
    ],
)
def test_a_wrong_mark_is_refused(marked: str, says: str) -> None:
    """What cannot be read is an error that says why."""
    with pytest.raises(MarkError, match=re.escape(says)):
        read_marked(marked)


@given(st.text(alphabet=st.characters(exclude_characters="[]\\")))
def test_text_without_marks_is_itself(text: str) -> None:
    """Nothing is taken from a text that has no marks."""
    assert read_marked(text) == Marked(text, (), ())


@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), st.sampled_from(["s", "c", "t", ""])), max_size=8))
def test_marks_lose_no_character(pieces: list[tuple[str, str]]) -> None:
    """Any pieces, marked or not, come back as their own characters at their own places."""
    escaped = [(re.sub(r"([\[\]\\])", r"\\\1", piece), role) for piece, role in pieces]
    marked = read_marked("[t1 x]" + "".join(f"[{role}1 {text}]" if role else text for text, role in escaped))
    only = marked.attributions[0]

    assert marked.text == "x" + "".join(piece for piece, _ in pieces)
    assert _surfaces(marked, only.source) == [piece for piece, role in pieces if role == "s"]
    assert _surfaces(marked, only.content) == ["x", *(piece for piece, role in pieces if role == "t")]


# --- the articles ---------------------------------------------------------------------------------------------


def test_the_corpus_is_large_enough_and_halved() -> None:
    """At least 40 articles and 600 attributions, half of either for each use."""
    sizes = {half: (len(docs), sum(len(d.marked.attributions) for d in docs)) for half, docs in HALVES.items()}

    assert min(articles for articles, _ in sizes.values()) >= 20
    assert min(attributions for _, attributions in sizes.values()) >= 300


def test_every_kind_style_and_shape_is_there() -> None:
    """Either half holds each kind of cue, each style, several domains, and the shapes that are hard."""
    for docs in HALVES.values():
        golds = [a for d in docs for a in d.marked.attributions]
        kinds = Counter(a.kind for a in golds)

        assert all(kinds[kind] >= 10 for kind in get_args(Kind) if kind != "appearance")
        assert {d.style for d in docs} == {"wire", "broadsheet", "local", "market", "feature", "live", "statement"}
        assert {d.domain for d in docs} >= {"war", "diplomacy", "disaster", "election", "markets"}
        assert sum(a.nested for a in golds) >= 2
        assert sum(len(a.content) > 1 for a in golds) >= 20
        assert sum(not a.cue for a in golds) >= 2


@EACH
def test_an_article_has_the_length_of_short_news(document: Document) -> None:
    """Each article has 150 to 450 words and at least a dozen attributions."""
    assert 150 <= len(document.article.body.split()) <= 450
    assert len(document.marked.attributions) >= 12


@EACH
def test_marks_begin_and_end_with_words(document: Document) -> None:
    """No mark has white space at its ends, and every one holds a word."""
    for attribution in document.marked.attributions:
        for surface in _surfaces(document.marked, tuple(fragments(attribution))):
            assert surface == surface.strip()
            assert re.search(r"\w", surface)


@EACH
def test_only_nested_attributions_stand_inside_a_content(document: Document) -> None:
    """The outermost attribution is the one that counts; what lies inside its content is marked as nested."""
    golds = document.marked.attributions
    for gold in golds:
        inside = any(_holds(outer, gold) for outer in golds if not outer.nested and outer is not gold)
        assert inside is gold.nested


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(start <= inner.start and inner.end <= end for start, end in outer.content)


@EACH
def test_whoever_has_a_cue_has_a_source_and_a_claimant(document: Document) -> None:
    """Every attribution says who its source is, and whom it stands for."""
    for gold, claimant in zip(document.marked.attributions, document.marked.claimants, strict=True):
        assert gold.source
        assert claimant


@EACH
def test_an_article_names_nobody_real(document: Document) -> None:
    """No actor that the product knows is named in an article, by any of its names."""
    text = document.path.read_text(encoding="utf-8")

    assert [name for name in _real_names() if re.search(rf"\b{re.escape(name)}\b", text)] == []


@functools.cache
def _real_names() -> frozenset[str]:
    return frozenset(name for actor in read_actors([CONFIG / "actors.toml"]).all() for name in _names_of(actor))


def _names_of(actor: Actor) -> set[str]:
    last = {actor.name.split()[-1]} if actor.kind == "person" else set()
    return {
        actor.name,
        *filter(None, [actor.short]),
        *actor.aliases,
        *actor.demonyms,
        *actor.capitals,
        *actor.seats,
        *last,
    }


@EACH
def test_an_outlet_stands_on_an_example_domain(document: Document) -> None:
    """Addresses lead nowhere."""
    assert re.match(r"https://[\w.-]+\.example/", document.article.url or "")


def test_a_file_without_front_matter_is_refused(tmp_path: Path) -> None:
    """A file that cannot be read names itself in the error."""
    path = tmp_path / "001-bare.txt"
    path.write_text("title: Bare", encoding="utf-8")

    with pytest.raises(MarkError, match=r"001-bare\.txt"):
        read_document(path)


def test_the_licence_lies_beside_the_articles() -> None:
    """The folder says under what terms it may be used."""
    assert "CC BY 4.0" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
