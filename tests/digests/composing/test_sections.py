"""Lines of one story stand together under its best headline."""

from __future__ import annotations

from digests.composing.openings.reports import title_of
from digests.composing.ranking import DrawnLine
from digests.composing.sections import ALSO, sections_of, stories_of
from digests.models import Article, Claim, Place, Relation, SourcedClaim
from tests.bench.wires import seeded, story
from tests.make import KURSK, SUDZHA, UKRAINE, article, claim, digest, place_mention


def drawn(claim_id: str, of: Article, *places: Place, **fields: object) -> DrawnLine:
    """A claim of an article with its line."""
    made: Claim = claim("Troops moved", claim_id, of=of, places=tuple(map(place_mention, places)), **fields)
    item = digest("D", f"line {claim_id}").items[0].model_copy(update={"claim_id": claim_id})
    return DrawnLine(SourcedClaim(made, of), item)


def two_stories() -> tuple[list[Article], list[Article]]:
    """Two articles on each of two events."""
    rng = seeded(5)
    return story(rng, "a", 2), story(rng, "b", 2)


def shown(lines: list[DrawnLine]) -> list[tuple[str, list[str]]]:
    """Headings with the ids of the claims under each."""
    return [(section.heading, [item.claim_id for item in section.items]) for section in sections_of(lines)]


def test_lines_of_a_story_stand_together() -> None:
    """Each story is headed by one of its headlines, in the order of its first line."""
    (a, b), (c, d) = two_stories()
    lines = [drawn("1", a, SUDZHA), drawn("2", c, KURSK), drawn("3", b, SUDZHA), drawn("4", d, KURSK)]

    assert shown(lines) == [(title_of((a, b)), ["1", "3"]), (title_of((c, d)), ["2", "4"])]


def test_a_story_is_all_that_was_written_of_it() -> None:
    """An article that has no line is of its story too, so that it may name it and tell what happened."""
    (a, b), (c, d) = two_stories()
    lines = [drawn("1", a, SUDZHA), drawn("2", c, KURSK), drawn("3", a, SUDZHA), drawn("4", c, KURSK)]

    stories = stories_of(lines, all_articles=[a, b, c, d])

    assert [{article.id for article in story.articles} for story in stories] == [{a.id, b.id}, {c.id, d.id}]


def test_one_story_has_no_heading() -> None:
    """A digest of one story is a plain list."""
    (a, b), _ = two_stories()
    lines = [drawn(f"{n}", of, SUDZHA) for n, of in enumerate((a, b, a, b))]

    assert shown(lines) == [("", ["0", "1", "2", "3"])]


def test_three_lines_have_no_headings() -> None:
    """A very short digest is a plain list, whatever its stories."""
    (a, b), (c, _) = two_stories()

    assert shown([drawn("1", a, SUDZHA), drawn("2", b, SUDZHA), drawn("3", c)]) == [("", ["1", "2", "3"])]


def test_what_stands_alone_keeps_its_rank_or_comes_last() -> None:
    """A line of no story comes first if it ranks first, else behind the stories."""
    (a, b), (c, _) = two_stories()
    lines = [drawn("1", c, UKRAINE), drawn("2", a, SUDZHA), drawn("3", b, SUDZHA), drawn("4", article())]

    assert shown(lines) == [("", ["1"]), (title_of((a, b)), ["2", "3"]), (ALSO, ["4"])]


def test_only_what_stands_under_no_story_has_its_own_headline() -> None:
    """A story's heading tells what its lines are of; what stands alone has its article's headline for that."""
    (a, b), (c, _) = two_stories()
    lines = [drawn("1", a, SUDZHA), drawn("2", b, SUDZHA), drawn("3", c, UKRAINE), drawn("4", c, UKRAINE)]
    stories = [story for story in stories_of(lines) if len({of.id for of in story.articles}) > 1]

    headlines = {section.heading: [i.headline for i in section.items] for section in sections_of(lines, stories)}

    assert headlines == {title_of((a, b)): ["", ""], ALSO: [c.headline, c.headline]}


def test_claims_that_differ_stay_side_by_side() -> None:
    """Two accounts from articles on different events are one story, whatever else they name."""
    (a, _), (c, d) = two_stories()
    differs = Relation(kind="differs", claim_id="2", reason="other times")
    lines = [
        drawn("1", a, SUDZHA, relations=(differs,)),
        drawn("2", c, SUDZHA),
        drawn("3", d, KURSK),
        drawn("4", article(), UKRAINE),
    ]

    assert ["1", "2"] in [ids[:2] for _, ids in shown(lines)]


def test_no_line_is_lost() -> None:
    """Whatever the stories are, each line stands once."""
    rng = seeded(6)
    articles = [one for n in range(5) for one in story(rng, f"s{n}", 3)]
    lines = [drawn(f"{n}", of, (SUDZHA, KURSK, UKRAINE)[n % 3]) for n, of in enumerate(articles)]

    assert sorted(i for _, ids in shown(lines) for i in ids) == sorted(f"{n}" for n in range(15))
    assert sections_of([]) == ()
    assert shown([drawn("1", article())]) == [("", ["1"])]
