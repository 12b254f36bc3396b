"""Lines begin only with who or what can state something."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.people.licensed_claimants import can_state
from digests.models import Claimant


@pytest.mark.parametrize(
    "name",
    [
        "officials",
        "two welders familiar with the talks",
        "Larn residents waiting for the ferry",
        "The council’s southern command",
        "A wide array of economists",
        "Two of the council’s youngest members",
        "four out of 10 voters",
        "A 53% majority",
        "Those surveyed",
        "the motion",
        "The party’s counterproposal",
        "a Larn textbook just published for pupils",
        "the court’s records",
        "A police record",
        "Early returns",
        "A database maintained by the port",
        "A team led by welders out of Larn",
        "Residents who saw the ferry",
        "The most recent data available from the ministry",
        "records obtained by the Larn Courier",
        "A local affiliate",
        "Holm’s inner circle",
        "outlet calls and the data firm DDL",
        "Microfirm",
        "March of Dimes",
        "the ferry line's Twitter account",
        "studies",
        "These documents",
        "An MP",
        "The LNN",
        "analyses of the water",
    ],
)
def test_names_people_bodies_papers_and_findings_state_things(name: str) -> None:
    """A name has a licence to state something, and so has a noun that is known for it."""
    assert can_state(Claimant(name=name, resolved_by="unresolved"), ENGLISH)


@pytest.mark.parametrize(
    "name",
    [
        "Largely targeting voters in the lower town",
        "Incident began when dispatch received 911",
        "Further investigation",
        "An MRI",
        "Numerous earlier studies",
        "several surveys",
        "LNN it killed 12 people from the same family",
        "polls. policiesThe members",
        "Other measures",
        "The jobless rate for the four island counties",
        "The new evidence from the harbour",
        "Ida Holm’s anti-union rhetoric",
        "The dynamic on the Larn Act",
        "Most hypotheses",
        "Weak capital goods imports",
        "g-running dispute",
        "a newly formed harbour council set",
        "Knowledge of local policiesThe representatives",
        "the fallout from the vote",
        "Ida Holm’s record on taxes",
        "her voting record",
        "her tone",
        "the weather",
        "Killer",
        "Accused",
        "Mum",
    ],
)
def test_a_thing_states_nothing(name: str) -> None:
    """What is no name, and no noun known for stating things, is no claimant; nor is a headline's noun."""
    assert not can_state(Claimant(name=name, resolved_by="unresolved"), ENGLISH)


def test_a_known_claimant_needs_no_noun() -> None:
    """Whoever is listed states things, whatever they are called."""
    assert can_state(Claimant(name="the dispute", actor_id="org:dispute"), ENGLISH)
