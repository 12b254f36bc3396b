"""How claims stand to one another: only about the same event, and never on the strength of an article alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.figures import find_figures
from digests.lexicon import ENGLISH
from digests.lines.flags import relation_flags
from digests.models import Actor, Article, Claim, Claimant, Kind, Place, SourcedClaim
from digests.relations import relate
from digests.relations.statements.propositions import read_proposition
from tests.make import KURSK_OBLAST, RUSSIA, SUDZHA, UKRAINE, actor_mention, article, claim, place_mention

MONDAY = datetime(2025, 2, 3, tzinfo=UTC)
DAY = timedelta(days=1)
NORTH = Actor(id="state:xn", name="Northland", kind="state", country="XN", side="north")
SOUTH = Actor(id="state:xs", name="Southland", kind="state", country="XS", side="south")
NORTH_ARMY = Actor(id="mil:xn", name="Northern", kind="military", country="XN", parent="state:xn", side="north")
SOUTH_ARMY = Actor(id="mil:xs", name="Southern", kind="military", country="XS", parent="state:xs", side="south")
WATCH = Actor(id="org:watch", name="Watch", kind="org", role="analyst")
MONITOR = Actor(id="org:monitor", name="Monitor", kind="org", role="analyst")


def says(who: Actor | str, text: str, day: int | None = 0, where: Sequence[Place] = (SUDZHA,), **fields: Any) -> Claim:
    """A claim made on a day of the week (0 is Monday), naming those of our actors whose names stand in it."""
    if isinstance(who, Actor):
        claimant = Claimant(actor_id=who.id, name=who.name, surface=who.name, side=who.side, role=who.role)
        within = tuple(i for i in (who.id, who.parent) if i)
    else:
        claimant, within = Claimant(name=who, surface=who, resolved_by="local"), ()
    named = [a for a in (NORTH, SOUTH, NORTH_ARMY, SOUTH_ARMY) if a.name in text]
    when = MONDAY + day * DAY if day is not None else None
    return claim(
        text,
        fields.pop("claim_id", f"{claimant.name}: {text} {day}"),
        **{
            "claimant": claimant,
            "claimant_within": within,
            "actors": tuple(actor_mention(a, text.index(a.name)) for a in named),
            "places": tuple(map(place_mention, where)),
            "figures": find_figures(text),
            "said_at": when,
            "said_precision": "day" if when else "unknown",
            "valid_from": when,
            "valid_to": when + DAY if when else None,
            "valid_precision": "day" if when else "unknown",
            **fields,
        },
    )


def related(*claims: Claim, articles: Sequence[Article] | None = None) -> list[Claim]:
    """The claims after relating them, each in an article of its own unless given."""
    own = [article(id=f"a{n}", date_published=MONDAY + 4 * DAY) for n in range(len(claims))]
    return [c for c, _ in relate([SourcedClaim(*pair) for pair in zip(claims, articles or own, strict=True)])]


def kinds(one: Claim) -> list[str]:
    """The relations of a claim by kind."""
    return [relation.kind for relation in one.relations]


@pytest.mark.parametrize(
    ("text", "signs", "mood"),
    [
        ("that it had captured the town", {"control": 1}, "fact"),
        ("its troops have not captured the town", {"control": -1}, "fact"),
        ("inspectors cannot enter the plant", {"enter": -1, "plant": 1}, "ability"),
        ("the border would stay open", {"open": 1}, "future"),
        ("the border would be shut", {"open": -1}, "future"),
        ("the border is not closed", {"open": 1}, "fact"),
        ("nobody in the town was killed", {"die": -1}, "fact"),
        ("turnout was no higher than in May", {"turnout": 1}, "fact"),
        ("the firm may leave", {"stay": -1}, "open"),
        ("the firm would get no more money", {"money": -1}, "future"),
        ("they said “No more attacks” at once", {"attack": 1}, "fact"),
        ("the port is closed until further notice", {"open": -1}, "fact"),
        ("all planned flights were cancelled", {"run": -1}, "fact"),
        ("oil was still leaking from the tanker", {"run": 1, "leak": 1}, "fact"),
        ("he was free and had not been arrested", {"arrest": -1}, "fact"),
    ],
)
def test_propositions(text: str, signs: dict[str, int], mood: str) -> None:
    """A text's words of weight are read with what it negates, and whether it tells a fact."""
    says = read_proposition(text, ENGLISH)
    assert signs.items() <= says.signs.items()
    assert says.mood == mood


def test_opposite_accounts_of_one_day_contradict() -> None:
    """Two sides that say the opposite of one event on one day contradict each other, with the reason."""
    one, other = related(
        says(NORTH, "Northern troops attacked Sudzha"), says(SOUTH, "Northern troops have not attacked Sudzha")
    )
    assert kinds(one) == kinds(other) == ["contradicts"]
    assert "same time" in one.relations[0].reason


def test_opposite_accounts_of_different_days_differ_in_time() -> None:
    """What another side says on another day may both be true; the relation says that the times differ."""
    idle = says(WATCH, "Northern troops have not taken part in combat near Sudzha", 0)
    back = says(SOUTH, "Northern troops have returned to combat near Sudzha", 3)
    one, other = related(idle, back)
    assert kinds(one) == kinds(other) == ["differs"]
    assert "different times: Mon 3 Feb and Thu 6 Feb" in one.relations[0].reason
    assert relation_flags(other, now=MONDAY) == ("differs from Watch (Mon 3 Feb)",)
    assert relation_flags(one, now=MONDAY) == ("differs from Southland (Thu 6 Feb)",)


def test_a_state_reported_without_a_day_does_not_contradict() -> None:
    """Where the text does not say when a claim was made, it is never called a contradiction."""
    one, _ = related(
        says(WATCH, "Northern troops have not taken part in combat near Sudzha", None),
        says(SOUTH, "Northern troops have returned to combat near Sudzha", 4),
    )
    assert kinds(one) == ["differs"]


def test_later_news_of_the_same_side_is_an_update() -> None:
    """A claimant who says the opposite later has news; the line says “updated” and the earlier one gives way."""
    one, other = related(
        says(NORTH, "Northern troops are fighting near Sudzha", 0),
        says(NORTH, "Northern troops are no longer fighting near Sudzha", 2),
    )
    assert (kinds(one), kinds(other)) == (["updated by"], ["updates"])
    assert relation_flags(other, now=MONDAY) == ("updated",)
    assert relation_flags(one, now=MONDAY) == ()


def test_a_later_toll_is_an_update() -> None:
    """A higher number of the same thing from the same claimant a day later is an update; from another, it differs."""
    first = says(WATCH, "The blast killed 12 people in Sudzha", 0)
    one, same, other = related(
        first, says(WATCH, "The blast killed 19 people in Sudzha", 1), says(MONITOR, "The blast killed 21 people", 2)
    )
    assert kinds(one) == ["differs", "updated by"]
    assert kinds(same) == ["differs", "updates"]
    assert kinds(other) == ["differs", "differs"]


def test_a_toll_that_outgrows_its_bound_is_an_update() -> None:
    """“At least 12” and “19” may both be right, but a day later the second is news and repeats nothing."""
    one, other = related(
        says(WATCH, "The blast killed at least 12 people in Sudzha", 0),
        says(WATCH, "The blast killed 19 people in Sudzha", 1),
    )
    assert (kinds(one), kinds(other)) == (["updated by"], ["updates"])


def test_claimants_whom_nobody_knows_can_contradict_each_other() -> None:
    """Two bodies that are in no file and give other numbers on one day contradict each other."""
    one, _ = related(
        says("The statistics office", "Prices in Sudzha rose by 42 percent in January"),
        says("The trade institute", "Prices in Sudzha rose by 81 percent in January"),
    )
    assert kinds(one) == ["contradicts"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("prices could fall this autumn", "prices do not fall for those who wait this autumn"),
        ("we will fight for every vote", "they are not fighting strongly enough for every vote"),
        ("it is getting harder to make the case", "that is not the case that was made"),
    ],
)
def test_loose_talk_without_a_place_is_not_related(first: str, second: str) -> None:
    """Where no place and no subject is named, common words make no conflict."""
    assert [kinds(c) for c in related(says(WATCH, first, where=()), says(SOUTH, second, where=()))] == [[], []]


def test_a_denial_is_not_printed_twice() -> None:
    """Who denies a claim and also says the opposite is named once on its line."""
    one, *_ = related(
        says(SOUTH, "Northern missiles struck a hospital in Sudzha"),
        _denial(NORTH, "striking the hospital in Sudzha"),
        says(NORTH, "Northern missiles have not struck a hospital in Sudzha"),
    )
    assert set(kinds(one)) == {"contradicts", "denied by"}
    assert relation_flags(one, now=MONDAY) == ("denied by Northland",)


def test_rivals_with_other_numbers_contradict() -> None:
    """Two sides that give numbers of one thing far apart on one day contradict each other."""
    one, other = related(
        says(NORTH, "Fighting near Sudzha killed 40 people"), says(SOUTH, "Fighting near Sudzha killed 400 people")
    )
    assert kinds(one) == kinds(other) == ["contradicts"]
    assert "40" in one.relations[0].reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed up to 50 people", "killed 40 people"),
        ("killed at least 40 people", "killed 90 people"),
        ("killed about 100 people", "killed 95 people"),
        ("killed 40 people", "wounded 400 people"),
    ],
)
def test_numbers_that_may_both_be_right_do_not_differ(one: str, other: str) -> None:
    """Bounds that allow each other, and numbers of different things, are no conflict."""
    found = related(says(NORTH, f"The blast in Sudzha {one}"), says(SOUTH, f"The blast in Sudzha {other}"))
    assert not {"contradicts", "differs", "updates"} & {kind for c in found for kind in kinds(c)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was 49 percent"),
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was no higher than 40 percent"),
        ("turnout in Sudzha was 64 percent, down from 80 percent", "turnout in Sudzha was 80 percent"),
        ("900 drivers were on strike in Sudzha", "only 200 drivers had walked out in Sudzha"),
        ("inspectors can enter the Sudzha plant", "inspectors cannot enter the Sudzha plant"),
        ("the Sudzha dam can hold", "the Sudzha dam cannot hold"),
        ("the raid killed nobody in Sudzha", "the raid killed civilians in Sudzha"),
        ("the gates of the Sudzha lock are open", "the gates of the Sudzha lock are closed"),
        ("the leak in Sudzha had been stopped", "oil was still leaking from a tanker in Sudzha"),
        ("the sensors of the Sudzha mine had been working", "the sensors of the Sudzha mine were broken"),
        ("rusted steel had caused the Sudzha collapse", "the Sudzha collapse was caused by a flood"),
    ],
)
def test_accounts_in_any_domain_conflict(one: str, other: str) -> None:
    """Other numbers of one thing, and the opposite of one thing, conflict whatever the news is about."""
    first, second = related(says(WATCH, one), says(MONITOR, other))
    assert kinds(first) == kinds(second) == ["contradicts"]


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("the council of Sudzha will vote on the budget", (4, 7), ["differs"]),
        ("the council of Sudzha will vote on the budget", (4, 4), ["repeats"]),
        ("trains will run to Sudzha", (4, 7), []),
    ],
)
def test_what_happens_once_has_one_time(text: str, days: tuple[int, int], expected: list[str]) -> None:
    """Two days set for one vote conflict; the same day, and what may happen on both days, does not."""
    starts = [MONDAY + day * DAY for day in days]
    claims = [
        says(who, text, valid_from=start, valid_to=start + DAY)
        for who, start in zip((WATCH, MONITOR), starts, strict=True)
    ]
    first, _ = related(*claims)
    assert kinds(first) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("turnout in Sudzha was 64 percent, down from 80 percent", "unemployment in Sudzha was 80 percent"),
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was no higher than 70 percent"),
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was 49 percent in 2009"),
        ("drivers in Sudzha want a pay rise of 11 percent", "the company offered a pay rise of 4 percent in Sudzha"),
        ("people who have not left Sudzha are in danger", "most people have left Sudzha"),
        ("the mayor of Sudzha may resign", "the mayor of Sudzha will not resign"),
        ("rusted steel had caused the Sudzha collapse", "a flood had caused the Sudzha blackout"),
        ("rusted steel had caused the Sudzha collapse", "the Sudzha collapse was caused by old steel"),
    ],
)
def test_claims_that_may_both_be_right_do_not_conflict(one: str, other: str) -> None:
    """Another measure, time, mood or only some of those meant is no conflict."""
    found = related(says(WATCH, one), says(MONITOR, other))
    assert not {"contradicts", "differs", "updates"} & {kind for c in found for kind in kinds(c)}


def test_both_sides_in_control_contradict() -> None:
    """Two sides that each say they captured one town on one day contradict each other."""
    one, _ = related(says(NORTH, "Northern troops captured Sudzha"), says(SOUTH, "Southern troops captured Sudzha"))
    assert kinds(one) == ["contradicts"]


@pytest.mark.parametrize(
    "other",
    [
        says(SOUTH, "Northern troops have not attacked Kursk", where=(UKRAINE,)),
        says(SOUTH, "Southern troops have not attacked Sudzha"),
        says(SOUTH, "Northern troops have not withdrawn from Sudzha"),
        says(SOUTH, "Northern troops may not attack Sudzha"),
        says(SOUTH, "Northern troops have not attacked Sudzha", 90),
    ],
    ids=["another place", "another subject", "another event", "only possible", "months later"],
)
def test_claims_about_other_events_are_not_related(other: Claim) -> None:
    """A claim about another place, subject, kind of event or time stands alone."""
    found = related(says(NORTH, "Northern troops attacked Sudzha"), other)
    assert [kinds(c) for c in found] == [[], []]


def test_no_event_in_a_region_rules_out_one_in_its_town() -> None:
    """“None in the region” excludes “one in the town”; “none in the town” leaves the region open."""
    wide, _ = related(
        says(NORTH, "Northern troops have not attacked the region", where=(KURSK_OBLAST,)),
        says(SOUTH, "Northern troops attacked Sudzha and its region"),
    )
    narrow, _ = related(
        says(NORTH, "Northern troops have not attacked Sudzha"),
        says(SOUTH, "Northern troops attacked the region around Sudzha", where=(KURSK_OBLAST,)),
    )
    assert (kinds(wide), kinds(narrow)) == (["contradicts"], [])


def _denial(who: Actor, text: str, **fields: Any) -> Claim:
    kind: Kind = "denial"
    return says(who, text, kind=kind, **fields)


def test_a_denial_is_bound_to_the_claim_it_denies() -> None:
    """Of two claims in an article only the one about the denied event is denied."""
    text = article("Text. " * 90, id="one")
    hit = says(SOUTH, "Northern missiles struck a hospital in Sudzha")
    loss = says(SOUTH, "Southern troops lost 12 soldiers near Sudzha")
    one, other, denial = related(hit, loss, _denial(NORTH, "striking the hospital in Sudzha"), articles=[text] * 3)
    assert (kinds(one), kinds(other), kinds(denial)) == (["denied by"], [], ["denies"])
    assert relation_flags(one, now=MONDAY) == ("denied by Northland",)


@pytest.mark.parametrize(
    ("text", "bound"), [("Northland was responsible", True), ("those responsible will be tried", False)]
)
def test_a_lone_noun_denies_what_is_said_of_its_speaker(text: str, bound: bool) -> None:
    """Who denies responsibility denies that they are responsible, and not that anybody is."""
    one, _ = related(says(SOUTH, text), _denial(NORTH, "responsibility"))
    assert kinds(one) == (["denied by"] if bound else [])


@pytest.mark.parametrize(
    ("between", "words", "bound"),
    [
        (". Northland denied ", "the allegation", True),
        (", which Northland denied as ", "a report", False),
        (". Much else happened. Northland denied ", "the allegation", False),
        (".\n\nNorthland denied ", "the allegation", True),
        (". Northland denied ", "that", True),
        (". Northland rejected ", "the charge as a crude lie", True),
        (", ", "a claim", True),
        (". ", "A claim", False),
        (", ", "which", True),
        (". The remark, ", "which", False),
        (". Much else happened, for days. The dam held. Northland rejected ", "Southland’s account", True),
        (". Northland rejected ", "Eastland’s account", False),
        (". Northland denied ", "the fraud claims of a bank", False),
    ],
)
def test_a_denial_of_the_claim_before_it(between: str, words: str, bound: bool) -> None:
    """What points back is bound to the claim of the sentence before, or of whom it names, and to no other."""
    hit = "Northern engineers mined the dam"
    text = article(f"{hit}{between}{words}.", id="one")
    denial = _denial(NORTH, words)
    at = {"start": len(hit + between), "end": len(hit + between + words)}
    denial = denial.model_copy(
        update={
            "passage": denial.passage.model_copy(update=at),
            "attribution": denial.attribution.model_copy(update={"content": ((at["start"], at["end"]),)}),
        }
    )
    one, other = related(says(SOUTH, hit), denial, articles=[text, text])
    assert (kinds(one), kinds(other)) == ((["denied by"], ["denies"]) if bound else ([], []))


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        (
            "reports that one of its own missiles downed the airliner that fell early on Monday, hours after a raid",
            True,
        ),
        ("allegations that its missiles had downed the jet before turning back", True),
        ("the southern assessments of the airliner", False),
        ("the claim that North, the old power, had shot down a plane on the day of its parade or before", False),
        ("reports that one of its own missiles downed a bridge that fell early on Monday, hours after a raid", False),
        ("that its missiles had been sold abroad, as a paper wrote of the downed airliner", False),
    ],
)
def test_a_long_denial_is_of_what_its_main_clause_says(words: str, bound: bool) -> None:
    """What hangs on the main clause need not stand in the claim; what only names a claim denies none elsewhere."""
    claimed = says(SOUTH, "the plane was shot down by a Northern surface-to-air missile")
    one, _ = related(claimed, _denial(NORTH, words))
    assert kinds(one) == (["denied by"] if bound else [])


def test_a_denial_answers_the_question_of_a_response() -> None:
    """Once the other side has denied a claim, it no longer has “no response yet”."""
    asked = says(SOUTH, "Northern missiles struck a hospital in Sudzha", no_response=True, status="unconfirmed")
    one, _ = related(asked, _denial(NORTH, "striking the hospital in Sudzha", day=1))
    assert not one.no_response


def test_no_response_reaches_the_same_claim_elsewhere() -> None:
    """Where one outlet says that nobody has answered, the same claim in another outlet is unanswered too."""
    text = "Northern troops captured Sudzha"
    one, _ = related(
        says(NORTH, text, claim_id="one"), says(NORTH, text, claim_id="two", no_response=True, status="unconfirmed")
    )
    assert one.no_response
    assert one.status == "unconfirmed"
    assert kinds(one) == ["no response", "repeats"]


def test_independent_origins_are_counted() -> None:
    """Two claimants of different sides who say the same are two origins, on both lines."""
    one, other = related(
        says(WATCH, "Northern troops attacked the bridge at Sudzha"),
        says(SOUTH, "Northern troops attacked the bridge at Sudzha"),
    )
    assert (one.origins, other.origins) == (2, 2)


@pytest.mark.parametrize(
    ("first", "second", "fields"),
    [
        (SOUTH, SOUTH_ARMY, {}),
        (SOUTH, "Southern officials and Western agencies", {}),
        (WATCH, "officials", {}),
        (WATCH, MONITOR, {"suffix": ", it said, citing Watch."}),
    ],
    ids=["one side", "a joint statement", "nobody in particular", "citing the other"],
)
def test_echoes_count_once(first: Actor, second: Actor | str, fields: dict[str, str]) -> None:
    """Bodies of one side, joint statements, descriptions and citations add no origin."""
    echo = says(second, "Northern troops attacked the bridge at Sudzha")
    echo = echo.model_copy(update={"passage": echo.passage.model_copy(update=fields)})
    found = related(says(first, "Northern troops attacked the bridge at Sudzha"), echo)
    assert [c.origins for c in found] == [1, 1]


def test_who_tells_what_another_says_adds_no_origin() -> None:
    """“Watch said that …” in somebody's mouth is still Watch's word alone."""
    found = related(
        says(WATCH, "Northern troops attacked the bridge at Sudzha on the river"),
        says(MONITOR, "Watch said Northern troops attacked the bridge at Sudzha on the river"),
    )
    assert [c.origins for c in found] == [1, 1]


def test_what_nobody_says_is_held_against_nobody() -> None:
    """Words without a source in the text neither contradict anyone nor are denied by anyone."""
    words = "Northern troops captured Sudzha"
    nobodys = says(WATCH, words).model_copy(
        update={"claimant": Claimant(name="unnamed source", role="unnamed", resolved_by="none")}
    )
    found = related(nobodys, says(SOUTH, "Northern troops have not captured Sudzha"))
    assert [c.relations for c in found] == [(), ()]


def test_a_replaced_article_is_corrected() -> None:
    """Where a later version of an article gives another number, the later claim corrects the earlier."""
    versions = [article(id="same", version=n) for n in (1, 2)]
    one, other = related(
        says(WATCH, "The blast killed 12 people in Sudzha"),
        says(WATCH, "The blast killed 2 people in Sudzha"),
        articles=versions,
    )
    assert (kinds(one), kinds(other)) == (["corrected by"], ["corrects"])


_WHO = st.sampled_from([NORTH, SOUTH, NORTH_ARMY, WATCH, MONITOR, "the mayor"])
_TEXTS = st.sampled_from(
    [
        "Northern troops attacked Sudzha",
        "Northern troops have not attacked Sudzha",
        "Southern troops captured Sudzha",
        "The blast killed 12 people in Sudzha",
        "The blast killed 80 people in Sudzha",
        "the report",
        "nothing of note",
    ]
)
_CLAIMS = st.lists(
    st.tuples(
        _WHO,
        _TEXTS,
        st.one_of(st.none(), st.integers(0, 20)),
        st.sampled_from(["saying", "denial", "estimate"]),
        st.sampled_from([(), (SUDZHA,), (RUSSIA,), (KURSK_OBLAST,)]),
    ),
    max_size=12,
)
_INVERSE = {"updates": "updated by", "denies": "denied by", "corrects": "corrected by"}
_INVERSE |= {b: a for a, b in _INVERSE.items()}


@settings(max_examples=60, deadline=None)
@given(_CLAIMS, st.randoms(use_true_random=False))
def test_relations_are_mutual_and_do_not_hang_on_the_order_given(rows: list[Any], rng: Any) -> None:
    """Each relation has its inverse, nothing relates to itself, and any order of the claims gives the same result."""
    found = [
        SourcedClaim(says(who, text, day, where, kind=kind, claim_id=f"c{n}"), article(id=f"a{n % 3}"))
        for n, (who, text, day, kind, where) in enumerate(rows)
    ]
    by_id = {c.id: c for c, _ in relate(found)}
    for one in by_id.values():
        assert one.origins >= 1
        for relation in one.relations:
            assert relation.reason
            assert relation.claim_id != one.id
            if relation.kind != "no response":
                inverse = _INVERSE.get(relation.kind, relation.kind)
                assert (inverse, one.id) in {(r.kind, r.claim_id) for r in by_id[relation.claim_id].relations}
    shuffled = list(found)
    rng.shuffle(shuffled)
    assert {c.id: c for c, _ in relate(shuffled)} == by_id
