"""Lines end early at clause boundaries only, and never lose what would change them."""

from __future__ import annotations

import pytest

from digests.lines.shortening import boundaries, cut, later


def cuts(body: str, *, bold: bool = False) -> list[str]:
    """Every way in which a body may end early."""
    return [shorter for at in boundaries(body) if (shorter := cut(body, at, bold=bold))]


@pytest.mark.parametrize(
    ("body", "shorter"),
    [
        ("the bridge was closed, which angered drivers", "the bridge was closed …"),
        ("the bridge was closed – a blow to the town", "the bridge was closed …"),
        ("“We left. The town was calm.”", "“We left.” …"),
        ("the bridge, which Holm built, fell", None),
        ("the mayor – who built it – left", None),
        ("it will take us days and weeks that nobody has", None),
        ("if the bridge falls, the town is lost, bringing ruin", None),
        ("the bridge was closed, which may not be true", None),
        ("Mr. Trump’s plan is better than Mr. Holm’s", None),
    ],
)
def test_a_body_ends_at_a_clause(body: str, shorter: str | None) -> None:
    """What is left is a sentence, and neither condition nor doubt was dropped from it."""
    assert cuts(body) == ([shorter] if shorter else [])


@pytest.mark.parametrize(
    ("body", "shorter"),
    [
        ("the bridge was closed, and the town lost 40 houses", ["the bridge was closed …"]),
        ("the bridge was closed because it could fall", ["the bridge was closed …"]),
        ("the bridge was not closed because it could fall", []),
        ("A rumour spread through the town because of the smoke has no grounds", []),
        ("the bridge was closed, and that could not be verified", []),
        ("the bridge was closed, and it would stay so unless it rains", []),
        ("the bridge was closed, which some reports deny", []),
        ("he knows a town where the people, who are poor, because of the war drink from wells", []),
        ("it killed crews in Orla, Ardova, having found a man in a boat", []),
        ("ferries leave for Belsk, Ardova, and Norholm has none", []),
        ("our aim is a safe port; our link with Holm does not help", []),
        ("our aim is a safe port; the town helps", ["our aim is a safe port …"]),
        ("we sound the drum as have the crews before us again and again", []),
        ("“The two go together, but that link is only a guess. We have found the reason.”", []),
        ("rain fell on Ardova, and Belsk was dry", ["rain fell on Ardova …"]),
        ("the plan lets in siblings, elderly parents and carers to see the child", []),
        ("he knows men worried about strangers, spoiling, dirtying the whole town", []),
    ],
)
def test_a_bold_cut_takes_nothing_back(body: str, shorter: list[str]) -> None:
    """A line that is too long otherwise may lose a clause with a number, but none on which the rest hangs."""
    assert cuts(body, bold=True) == shorter


@pytest.mark.parametrize(
    "body",
    [
        "“The fare is high” … “But nobody else runs ferries.”",
        "“The fare is high. However, nobody else runs ferries.”",
        "the harbour was dredged but did not gain a new pier",
        "the council sold one school and it instead bought a pool",
        "“We must weigh both the price of wheat, and what diesel costs”",
        "“Look, there is a real case to be made. We have heard it.”",
        "“From an engineer’s point of view, it is easy” … “It saves an hour.”",
        "fans ask who is to blame for the angry – and at times violent – mail",
        "a ban is as unwelcome – perhaps more so – than the old quota was",
        "the clerk said that while Holm, and her deputies, were careless",
        "he saw how “reckless, grasping managers had been at work” there",
        "it is hard to come back to work right after having a child",
        "“The fare is high. The boats are old. But nobody else runs ferries.”",
        "it is the fullest study of what happened before, during and after the vote",
        "the port pays for docks, paving and lamps",
        "“Why do we dredge? The ships have grown.”",
        "“Should we dredge, as others do?” … “The ships have grown.”",
        "“Ida Holm says the port is rich. Go and look at it.”",
        "“It does not take money to dredge. It takes a will.”",
        "“I like the old pier. And I am not going to sell it.”",
        "“The law was to bring ships. That is not what came.”",
        "“The plan is old” … “The problem is who pays.”",
        "“Some people want a new pier. We need a dredger.”",
        "“Why do we dredge? What would it bring? Who pays? Nobody can say.”",
        "“A woman stopped me on the pier. She told me, ‘Do not sell it.’”",
        "“The promise of the pier was to bring ships. It has brought none.”",
        "“If the crews leave, fine.” … “That is their right.”",
        "“In the late 1990s there was no pier. Now there is one.”",
        "“It is one thing to plan a pier. It is another to build it.”",
        "“If you mean the crews, the guild, etc. — who left the port — they are to come back”",
        "“They told us, ‘Wait here; we will be back.’”",
        "“A pier, of course, is needed where ships come. No ship has come here.”",
        "“You have one mayor who means to be first, and on the other hand, there is Peter Holm, who sits”",
        "“You've got Holm, who stands for the old port”",
        "“[W]ith the fuel running low, the crews leaving, the mayor might soon begin to sell the pier”",
    ],
)
def test_words_do_not_end_before_their_turn(body: str) -> None:
    """What is only granted, or one half of two, or broken off within a phrase is not what was said."""
    assert not cuts(body, bold=True)


@pytest.mark.parametrize(
    "body",
    [
        "the town wants a mayor who knows the port, knows the ships, and will find a way",
        "cargo went from Belsk, in Ardova, and the mines in the north to the coast",
        "he found himself, in his old age, longing for the sea",
        "be strict with a man who at this time, whatever we have learned, says such things",
        "he has two options: to dredge the port, whatever that brings, or to sell it",
        "On behalf of the guild I joined, Fair Ports, and the crews of this town",
        "In terms of making the port clean, showing what was done, it is a good start",
        "he was unready for the first days after Ida Holm, wearing boots, entered the port",
        "the port was closed, especially because it could flood",
        "she gave the crews a warning: the pier may fall",
        "it has been taking crews from Larn, Ard., and the north to the coast",
        "any time that we hear of a leak, then we are to close the lock",
        "a letter, which was not signed, said: ‘You stay here’",
        "there are three good reasons for it – the fall of the levy at home, the sale of big works",
        "it is a choice between Bo Holm, who will dredge and build, and a man who reads the charts",
        "it puts at risk, both our peace with the towns - the calmest years - and what the schools need",
        "it took in 80.4m euros (dollars 96.1m; pounds 70.2m)",
        "it marks something that was not seen in Belsk since 1984 – a crew without a captain",
    ],
)
def test_words_do_not_end_within_a_phrase(body: str) -> None:
    """No list, insertion, opening or clause without its verb is broken off, however long the line would be."""
    assert not [shorter for shorter in cuts(body, bold=True) if shorter != "the port was closed …"]


def test_a_turn_is_cut_whole_or_not_at_all() -> None:
    """A sentence that begins with “But” is not broken off after a few words."""
    assert (
        cuts("“The fare is high. But trade itself changed after the war and it took a while to see”", bold=True) == []
    )
    long = "“The fare is high. But this rash plan of the port harms each ship, which is old”"
    assert cuts(long, bold=True) == ["“The fare is high. But this rash plan of the port harms each ship” …"]


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("“We left. The town was calm.”", "… “The town was calm.”"),
        ("“We left. It was calm.”", None),
        ("“We left.” … “The town was calm.”", "… “The town was calm.”"),
        ("“We left. Delay of a boat.”", None),
        ("“Look at us then. No boats, no crew, running against a woman who is rich, whose firm was old.”", None),
        ("“We left. Crews who came were glad.”", "… “Crews who came were glad.”"),
        ("“They said, ‘We left. The town was calm.’ And so it was.”", None),
    ],
)
def test_a_body_may_begin_with_a_later_sentence(body: str, rest: str | None) -> None:
    """A whole sentence may be left out before another, unless that one points back to it."""
    found = [one for at in boundaries(body) if (one := later(body, at))]

    assert found == ([rest] if rest else [])
