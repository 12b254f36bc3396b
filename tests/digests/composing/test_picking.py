"""A digest holds what its articles are about, of as many voices and things as it has room for."""

from __future__ import annotations

from digests.composing.compose import compose_digest
from digests.figures import find_figures
from digests.lines.wording import word
from digests.models import Publisher, SourcedClaim
from tests.make import NOW, SAID, article, spoken

FILLING = "The weather stayed as it had been for days in the whole valley. " * 40


def told(said: str, by: str, *, deep: bool = False, headline: str = "", lead: str = "") -> SourcedClaim:
    """A claim at the head of an article, or deep in it, or behind what its outlet begins with."""
    text = f"{FILLING if deep else lead}{by} said that {said}."
    one = article(
        text, id=f"of {by} {said}", headline=headline, publisher=Publisher(name=f"{by} Post" if lead else "Post")
    )
    claim = spoken(text, said, by, "said", id=f"{by}: {said}", said_at=SAID, figures=find_figures(said))
    claimant = claim.claimant.model_copy(update={"name": by, "actor_id": f"person:{by.lower()}"})
    passage = claim.passage.model_copy(update={"article_id": one.id})
    return SourcedClaim(claim.model_copy(update={"claimant": claimant, "passage": passage}), one)


def rated(source: SourcedClaim, certainty: float) -> SourcedClaim:
    """A claim whose line is known to be so certain."""
    wording = word(*source).model_copy(update={"certainty": certainty})
    return source._replace(claim=source.claim.model_copy(update={"wording": wording}))


def ids(*sources: SourcedClaim, limit: int = 12) -> list[str]:
    """The lines of a digest, by their claims."""
    return [item.claim_id for item in compose_digest("All", sources, now=NOW, limit=limit).digest.items]


def test_what_stands_deep_in_its_article_comes_later() -> None:
    """The head of an article tells what it is about."""
    head = told("the upper dam has burst", "Anna Berg")
    foot = told("the lower mill has closed", "Boris Lund", deep=True)

    assert ids(foot, head) == ["Anna Berg: the upper dam has burst", "Boris Lund: the lower mill has closed"]


def test_the_dead_and_the_many_come_first() -> None:
    """How many have died, or had to leave, stands before other figures."""
    plain = told("9 mills in the valley were painted", "Anna Berg")
    toll = told("9 people in the valley were killed", "Boris Lund")
    many = told("9,000 people in the valley had to leave", "Carla Voss")

    assert [claim_id.split(":")[0] for claim_id in ids(plain, many, toll)] == ["Boris Lund", "Carla Voss", "Anna Berg"]


def test_what_many_speak_of_comes_first() -> None:
    """A claim that speaks of what the others speak of is news; what nobody else mentions is aside."""
    speakers = ("Anna Berg", "Boris Lund", "Carla Voss", "David Roth", "Edith Palm", "Frank Moor", "Greta Holm")
    towns = ("Aalen", "Birk", "Corna", "Dorf", "Elm", "Farn", "Gold")
    about = [told(f"the upper dam near {town} was repaired", by) for town, by in zip(towns, speakers, strict=True)]
    aside = told("the school choir sang until midnight", "Adam Aker")

    assert ids(aside, *about, limit=1) == ["Anna Berg: the upper dam near Aalen was repaired"]


def test_the_shorter_a_digest_the_more_voices_it_has() -> None:
    """In three lines nobody speaks twice while somebody else has not spoken."""
    loud = [told("the upper dam has burst", "Anna Berg"), told("nine farms in the valley are flooded", "Anna Berg")]
    others = [told("trains to the coast run late", "Boris Lund"), told("two wells have been shut", "Carla Voss")]

    first = {claim_id.split(":")[0] for claim_id in ids(*loud, *others, limit=3)}

    assert first == {"Anna Berg", "Boris Lund", "Carla Voss"}


def test_what_is_clear_by_itself_comes_before_what_is_not() -> None:
    """Of two claims that weigh the same, the one that can be read alone has the line."""
    vague = rated(told("the gate near Aalen was shut", "Anna Berg"), 0.5)
    clear = rated(told("the dam near Aalen was shut", "Boris Lund"), 0.8)

    assert ids(vague, clear, limit=1) == ["Boris Lund: the dam near Aalen was shut"]


def test_what_a_story_opens_with_is_not_said_again() -> None:
    """Where outlets report it, somebody who says the same has no line while others tell something else."""
    lead, headline = "Ferries rescued thirty sailors off Aalen on Thursday. ", "Ferries rescue thirty sailors off Aalen"
    said_by = {
        "Anna Berg": "ferries rescued thirty sailors off Aalen",
        "Boris Lund": "two piers near Gold fell",
        "Carla Voss": "three mills near Birk burned",
        "David Roth": "four wells near Corna froze",
        "Edith Palm": "five walls near Dorf broke",
        "Frank Moor": "six tracks near Elm sank",
    }
    sources = [told(said, by, headline=headline, lead=lead) for by, said in said_by.items()]

    lines = compose_digest("All", sources, now=NOW, limit=6).digest.items

    assert len(lines) == 6
    assert [line.claimant.split()[0] for line in lines if "sailors" in line.body] == ["Reported"]


def test_one_figure_of_the_same_things_is_told_once() -> None:
    """Two bodies that count the same are no two facts, where somebody else tells another."""
    counts = (
        told("17 people slept in the big market halls of Aalen", "Anna Berg"),
        told("schools and chapels around Aalen sheltered 17 people", "Boris Lund"),
    )
    other = told("the upper dam near Gold was repaired", "Carla Voss")

    speakers = {claim_id.split(":")[0] for claim_id in ids(*counts, other, limit=2)}

    assert "Carla Voss" in speakers
    assert len(ids(*counts, other, limit=4)) == 2  # nor does it fill what is left


def test_what_is_less_clear_does_not_fill_a_digest() -> None:
    """Where half of a digest stands, a line barely above the floor is left out, though there is room for it."""
    things = {"two piers near Gold fell": 0.8, "three mills near Birk burned": 0.8, "four wells near Elm froze": 0.55}
    speakers = ("Anna Berg", "Boris Lund", "Carla Voss")
    sources = [rated(told(said, by), sure) for (said, sure), by in zip(things.items(), speakers, strict=True)]

    short, longer = (compose_digest("All", sources, now=NOW, limit=limit, floor=0.4).digest for limit in (4, 6))

    assert [len(short.items), len(longer.items)] == [2, 3]


def test_what_is_unclear_does_not_lead_a_digest() -> None:
    """The first lines of a digest ask for more than the floor, the more the higher that is."""
    sources = [
        rated(told("two piers near Gold fell", "Anna Berg"), 0.8),
        rated(told("three mills near Birk burned", "Boris Lund"), 0.45),
    ]

    strict, mild = (compose_digest("All", sources, now=NOW, limit=6, floor=floor).digest for floor in (0.4, 0.3))

    assert [len(strict.items), len(mild.items)] == [1, 2]


def test_what_happened_is_told_though_no_line_tells_more_of_it() -> None:
    """Where the one line of a story would say its opening again, the opening stands without it."""
    news = "ferries rescued thirty sailors off Aalen"
    story = told(news, "Anna Berg", headline="Ferries rescue thirty sailors off Aalen", lead=f"{news.capitalize()}. ")
    things = ("piers near Gold fell", "mills near Birk burned", "wells near Corna froze", "walls near Elm sank")
    speakers = ("Boris Lund", "Carla Voss", "David Roth", "Edith Palm", "Frank Moor", "Greta Holm", "Hans Ude")
    others = [told(f"{n} {thing}", by) for n, (thing, by) in enumerate(zip((*things, *things), speakers, strict=False))]

    lines = compose_digest("All", [story, *others], now=NOW, limit=6).digest.items

    assert [line.claimant for line in lines if "sailors" in line.body] == ["Reported by Anna Berg Post"]
    assert len(lines) == 6
