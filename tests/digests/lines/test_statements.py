"""Whether words state anything: a line that only names a thing says nothing of it."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.people.claimant_nouns import disagrees
from digests.lines.reporting.clauses import opens_with_verb, states
from digests.models import Claimant
from tests.make import spoken

THINGS = ("claims", "plans", "reports", "turns", "moves", "orders")
OWNERS = ("the ministry’s", "the ministry's", "the unions’", "their", "Ida Holm’s")
DESCRIBED = (
    "the {participle} decline of towns",
    "a new toll on boats being {participle} in Belsk",
    "boats leaving at noon and {participle} lorries rolling over the bridge",
    "gains in pay and {participle} risks to the ports",
)
TITLES = ("An Old Man Has Visions", "The Ship That Never Was", "What We Said")
STATEMENTS = (
    "she’s moved to Bergen",
    "it's closed",
    "the ministry’s office closed the port",
    "their union plans a strike",
    "the council plans a strike",
    "the plan to allow both failed in May",
    "Ardova beat North Belsk by two goals",
    "drivers from Ardova and Belsk want a tunnel",
)


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_is_no_statement(thing: str) -> None:
    """A noun that may be a verb elsewhere is a noun behind whose it is, an article or a preposition."""
    named = [f"{owner} {thing} …" for owner in OWNERS] + [f"to hear the {thing}", f"a list of {thing}"]

    named += [f"{word} {thing}" for word in ("the loss of such", "in these and other") for thing in (*THINGS, "states")]
    named += ["the cost a year later"]
    named += ["his own efforts in the towns where they have won", "findings of overcrowded halls by the board"]
    named += ["a loss of $9 in the quarter ended Sept. 9"]
    named += ["a firm stance on a law to allow married couples to choose names", "a plan to help hired hands"]

    assert [words for words in named if states(words, ENGLISH)] == []


@pytest.mark.parametrize("words", STATEMENTS)
def test_a_statement_is_one(words: str) -> None:
    """A verb stands behind its subject, also where that owns something or is shortened."""
    assert states(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "the boat that sank shortly after departure from Belsk was shut off by a storm",
        "people misunderstand the mayor",
        "young women see the danger",
        "all of Belsk grieves for the crew",
        "the men who stand by the gate at noon are the ones who came first",
        "although small, the dam held",
        "Velos Metals, a group on the river, made a change in its plans after Orr’s poor show in Larn",
        "the dam, though old, held",
    ],
)
def test_a_clause_is_known_behind_a_relative_one(words: str) -> None:
    """“After departure” begins no clause, and a plural or a relative pronoun lets a base form be a verb."""
    assert states(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "the storm that sank the boat after noon",
        "where 1,700 men came, 795 are left",
        "three more reasons pilots should stay",
        "although the surplus is growing",
    ],
)
def test_a_part_of_a_sentence_is_no_clause(words: str) -> None:
    """A noun with what describes it states nothing, nor does what hangs on a place or a clause that is not there."""
    assert not states(words, ENGLISH)


@pytest.mark.parametrize("participle", ["continued", "damaged", "newly armoured", "limited"])
@pytest.mark.parametrize("thing", DESCRIBED)
def test_a_participle_beside_its_thing_states_nothing(thing: str, participle: str) -> None:
    """What looks like a past verb only describes a thing behind an article, “being”, or “and” with no verb before."""
    assert not states(thing.format(participle=participle), ENGLISH)


@pytest.mark.parametrize("title", TITLES)
def test_the_verb_of_a_title_is_none(title: str) -> None:
    """A work is a thing, whatever verb its name holds."""
    assert not states(f"the opening of “{title}” at Larn", ENGLISH)
    assert states(f"the opening of “{title}” drew crowds", ENGLISH)


@pytest.mark.parametrize(
    ("words", "is_statement"),
    [
        ("Orr poised to carry the state", False),
        ("the bridge slated to open in June", False),
        ("Orr is poised to carry the state", True),
        ("Orr asked to carry the flag", True),
        ("the accused walked home and waited", True),
        ("crews repaired walls and paved roads", True),
        ("crews mend walls and repaired the road", True),
    ],
)
def test_a_participle_that_awaits_a_deed_is_no_verb(words: str, is_statement: bool) -> None:
    """“Poised to win” says what somebody is, with no verb of its own; other past verbs go on."""
    assert states(words, ENGLISH) is is_statement


@pytest.mark.parametrize(
    ("words", "cue", "opens"),
    [
        ("was shot by a guard", "say", True),
        ("state Sgt. Ole Roe was sent to the quay", "reports", True),
        ("the quay was shut", "say", False),
        ("state police were sent to the quay", "said", False),
    ],
)
def test_a_verb_without_its_subject_opens_no_statement(words: str, cue: str, opens: bool) -> None:
    """Behind “A man police say” and “Police reports” stands the verb of another subject, or of the reports."""
    assert opens_with_verb(words, cue, ENGLISH) is opens


@pytest.mark.parametrize(
    ("source", "verb", "disagreeing"),
    [
        ("Holm’s election", "pledge", True),
        ("Holm's election", "pledges", False),
        ("Norway’s government", "warn", False),
        ("Holm’s lawyers", "warn", False),
    ],
)
def test_a_thing_of_somebodys_takes_no_verb_of_several(source: str, verb: str, disagreeing: bool) -> None:
    """“Holm’s election pledge” has no verb; a government may have that of several."""
    text = f"{source} {verb} to shut the port."
    claimant = Claimant(name=source, surface=source, resolved_by="unresolved")

    assert disagrees(spoken(text, "to shut the port", source, verb, claimant=claimant), verb, ENGLISH) is disagreeing
