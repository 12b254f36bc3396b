"""What somebody does or undergoes is nobody's words, whatever its verb may mean elsewhere."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.line import claim_line
from digests.lines.reporting.deeds import is_thing_with_clause
from digests.models import Claimant, DigestItem
from tests.make import NOW, article, spoken


def drawn(source: str, verb: str, content: str, role: str = "unnamed") -> str:
    """The line of “SOURCE VERB CONTENT”, or why there is none."""
    text = f"{source} {verb} {content}."
    claimant = Claimant(name=source, surface=source, role=role, resolved_by="none")
    line = claim_line(spoken(text, content, source, verb, claimant=claimant), article(text), now=NOW)
    return f"{line.claimant} {line.body}" if isinstance(line, DigestItem) else line


@pytest.mark.parametrize(
    ("source", "verb", "content"),
    [
        ("Drivers", "warned", "to watch out for ice on the roads of Orla"),
        ("A farmer from Belsk", "accused", "of selling sick sheep at the market"),
        ("The nurse", "cited", "for leaving the ward without a word"),
        ("The residents", "urged", "to boil their water after a main burst"),
        ("Ardova United", "showed", "determination to stay in the league by beating Belsk 2-0"),
        ("The police", "showed", "reporters about 20 minutes of film of the men buying guns"),
        ("The law firm", "offers", "free checks in Belsk to make sure that a will is up to date"),
        ("The former minister", "maintained", "his silence on the pact that his party had signed"),
        ("A blaze at the mill", "claimed", "the lives of three people who slept on the third floor"),
        ("The settlers", "responded", "to efforts of the council to close the school by leaving"),
        ("The new paper", "underscores", "a broader doubt among the farmers who pay for the dike"),
        ("Orla, Belsk and the northern towns", "have shown", "a decrease of half in cases"),
        ("The harbour master", "answered", "“no” to questions about whether the port was sold"),
        ("Monday’s debates in Orla", "showed", "that the party has a long way to go"),
        ("History", "says", "that the river floods the lower town every ten years"),
        ("The two ministers", "continue", "to ignore the fact that the dike is too low"),
        ("The voters", "agreed", "to tax themselves to pay for the fire crews"),
        ("The rebels", "tell", "themselves that nobody will notice the empty dike"),
        ("The rebels", "continue", "to tell themselves that nobody will notice the empty dike"),
        ("The harbour master's sister", "told", "stories of how both girls were in the boat that sank"),
        ("The harbour master", "told", "the old story of a dike that a boy held up with his finger"),
        ("The jobless rate for Belsk", "continued", "rising in May to a new high of 9 percent"),
        ("Young voters", "believe", "in the promise of a dry town for everybody"),
        ("Rules", "announced", "in the plan include a ban on lorries near the dike"),
        ("Rules", "announced", "on Friday require the drivers of Orla to slow down"),
        ("Officials", "accused", "in the new report include the harbour master of Orla"),
        ("The mayor", "posted", "more than 5,000 times since June and mostly at night"),
        ("The mayor", "wrote", "a dozen letters to the neighbours of the old dike"),
        ("The mayor", "found", "ways to cast herself as the heir of the old council"),
        ("The mayor", "has found", "that her blunt speeches have come into fashion"),
        ("Leaked emails", "showed", "council staff favouring Ida Holm"),
        ("Two other emails", "highlight", "the extent to which Holm stayed with the mill after she left it"),
        ("A new batch of Orla emails", "showed", "the close ties between the mill and the council when Holm led it"),
        ("Dire data from two mills", "suggested", "a faltering trade after the war of tariffs"),
    ],
)
def test_a_deed_is_no_statement(source: str, verb: str, content: str) -> None:
    """A participle that a headline leaves bare, a thing that is done, and what a narrator concludes print no line."""
    assert drawn(source, verb, content) == "no full statement"


@pytest.mark.parametrize(
    ("source", "verb", "content"),
    [
        ("The forecasters", "warned", "that ice would form on the roads of Orla"),
        ("The police", "accused", "a farmer from Belsk of selling sick sheep"),
        ("The survey", "showed", "that the party has a long way to go"),
        ("Polls", "show", "voters trust Ida Holm more than any other candidate"),
        ("The mayor", "offered", "an apology to the crews who had come by train"),
        ("The army", "claimed", "that its guns had left the town"),
        ("The officials", "agreed", "that the dike was too low"),
        ("The emails", "show", "the mill paid the council's staff for nine years"),
        ("The emails", "show", "payments of $9,000 to the council's staff"),
        ("The audit", "highlights", "a “possible climate of fear” among the crews"),
        ("A new poll", "showed", "Ida Holm taking a clear lead over the mayor"),
        ("The police", "told", "the owners that the dike was too low"),
        ("The engineer of the dike", "has found", "that the dike was too low"),
        ("The investigators", "have found", "that the dike was too low"),
        ("The mayor", "wrote", "that the dike was too low"),
        ("The officials", "announced", "on Friday that lorries will be banned near the dike"),
        ("The officials", "announced", "in May they will ban lorries near the dike"),
        ("The officials", "announced", "in May the lorries will be banned near the dike"),
        ("The officials", "said", "if the dike was too low, the law would let them build"),
        ("The officials", "announced", "no lorries would be let near the dike"),
    ],
)
def test_a_statement_is_printed(source: str, verb: str, content: str) -> None:
    """The same verbs with a clause, or with what is made of words, are somebody's."""
    assert "no full statement" not in drawn(source, verb, content)


@pytest.mark.parametrize(
    ("words", "is_thing"),
    [
        ("the chain of events that sent five people involved to hospital", True),
        ("the number of homes that burned", True),
        ("the man who was shot had died", False),
        ("the fire that started in May grew", False),
        ("the fire had grown", False),
    ],
)
def test_a_thing_with_a_clause_states_nothing(words: str, is_thing: bool) -> None:
    """The verb of what describes a thing is not the verb of a statement."""
    assert is_thing_with_clause(words, ENGLISH) is is_thing
