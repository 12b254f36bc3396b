"""Bare bodies and offices, “the tax agency”, told with the owner that the rest of the article gives them alone."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read

BODIES = (
    "financial police", "tax agency", "coast guard", "health inspectorate", "election commission", "border police",
    "competition regulator", "football association", "weather service", "Revenue Service",
    "public prosecutor’s office", "civil aviation authority", "Election Commission",
)  # fmt: skip
FRAMES = (
    "A mill burned. Norway’s {body} searched it on Monday. Ten were freed.\n\n{{The {body}}} said so.",
    "A mill burned. The Norwegian {body} searched it on Monday. Ten were freed.\n\n{{The {body}}} said so.",
    "Ten were freed, a spokesperson for Norway’s {body} said.\n\nIt was late, {{the {body}}} said.",
    "A mill burned. Norway’s {body} searched it.\n\n{{A {body} spokesman}} said so.",
    "A mill burned. Norway’s {body} searched it.\n\n{{Ida Holm, {body} spokeswoman,}} said so.",
    "A mill burned. Norway’s {body} searched it.\n\n{{{body} director Ida Holm}} said so.",
)


def label(text: str) -> str:
    """How a text's last source is labelled."""
    return read(text)[-1].label


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("body", BODIES)
def test_a_bare_body_is_told_with_its_only_owner(frame: str, body: str) -> None:
    """The body itself, somebody unnamed of it, and an officer by name."""
    assert "Norw" in label(frame.format(body=body))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway’s tax agency rose. {The tax agency} said so.", "Norway’s tax agency"),
        ("Flags lay at the Norwegian embassy in Larn. {The embassy} said so.", "Norwegian embassy"),
        ("The Norwegian embassy and the Danish embassy shut. {The embassy} said so.", "The embassy"),
        ("Flags lay at the Larn embassy. {The embassy} said so.", "The embassy"),
        ("Norway’s Joint Chiefs of Staff met. {The Joint Chiefs of Staff} said so.", "Norway’s Joint Chiefs of Staff"),
        ("Ohio’s tax agency rose. {The tax agency} said so.", "Ohio’s tax agency"),
        ("Alto’s legal office rose. {The legal office} said so.", "Alto’s legal office"),
        ("A mill burned. The Norwegian tax agency rose. {Tax agency officials} said so.",
         "Tax agency officials (Norway)"),
        ("Norway’s tax agency rose. Kenya’s tax agency fell. {The tax agency} said so.", "The tax agency"),
        ("Norway’s tax agency rose. The tax agency of Kenya fell. {The tax agency} said so.", "The tax agency"),
        ("Norway’s tax agency rose. The city’s tax agency fell. {The tax agency} said so.", "The tax agency"),
        ("The tax agency fell. Norway’s tax agency rose. {The tax agency} said so.", "The tax agency"),
        ("Ohio’s tax agency rose. In Larn, {the tax agency} said so.", "the tax agency"),
        ("Ohio’s tax agency rose. In Ohio, {the tax agency} said so.", "Ohio’s tax agency"),
        ("Ida Holm’s tax agency rose. {The tax agency} said so.", "The tax agency"),
        ("Larn County tax agency rose. {The tax agency} said so.", "The tax agency"),
        ("Norway rose. {The tax agency} said so.", "The tax agency"),
        ("Alto’s supply chain fell. Alto rose. {Supply chain experts} said so.", "Supply chain experts"),
        ("Brookley’s supply chain fell. {A supply chain spokesman} said so.", "A supply chain spokesman"),
        ("Alto’s supply chain fell. Alto rose. {A supply chain spokesman} said so.", "A supply chain spokesman (Alto)"),
    ],
)  # fmt: skip
def test_only_an_owner_that_alone_may_be_is_told(text: str, told: str) -> None:
    """A state or who has the body in the genitive; nobody where two have one, or the body stood bare before."""
    assert label(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Larn Space Agency met. {An agency spokesman} said so.", "An agency spokesman (Larn Space Agency)"),
        ("The Larn Space Agency met the Belsk Tide Agency. {An agency spokesman} said so.", "An agency spokesman"),
        ("{Alto} said no. “We are looking at it,” {President Ida Holm} said. Alto fell. Now Alto rose.",
         "Ida Holm (President, Alto)"),
        ("{Alto} said no. “It is over,” {President Ida Holm} said. Alto fell. Now Alto rose.", "Ida Holm (President)"),
        ("The Larn Space Agency met. {Ida Holm, a director with the agency,} said so.",
         "Ida Holm (director, Larn Space Agency)"),
        ("Orla met. {Ida Holm, a member of the group,} said so.", "Ida Holm (member of the group)"),
        ("{Norway} said no. “We will go,” {President Ida Holm} said. Now Norway rose. Norway fell.",
         "Ida Holm (President)"),
        ("President Osko Lindt’s secretary left. President Osko called it bad. {Mr. Osko} said so.",
         "Osko Lindt (President)"),
        ("President Osko Lindt left. Minister Osko came. {Mr. Osko} said so.", "Osko (Minister)"),
        ("Gov. Scott Lindt left. {Gov. Scott} said so.", "Scott (Gov.)"),
        ("{Norway’s Prince Sverre} said so.", "Prince Sverre"),
        ("HOLM, Mich/BELSK {Michigan Governor Ida Holm} said so.", "Ida Holm (Michigan Governor)"),
        ("NATO/OSCE {Envoy Ida Holm} said so.", "Ida Holm (NATO/OSCE Envoy)"),
        ("It fell, according to {Larn Harbour’s survey data released Friday}.", "Larn Harbour’s survey data"),
        ("It fell, according to {a report released on Friday}.", "a report released on Friday"),
    ],
)  # fmt: skip
def test_somebody_is_told_with_what_the_article_leaves_no_doubt_of(text: str, told: str) -> None:
    """The body whose saying a quotation goes on, a first name behind a shared title, no dateline and no day."""
    assert label(text) == told
