"""Relayed speech: whoever is quoted speaks, and whoever quotes them passes it on. All names are invented."""

from __future__ import annotations

import itertools

import pytest

from digests.attribution import Tagger, find_attributions, load_tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


SHAPES = (
    "“The dam had cracked in the night,” {speaker} was quoted as saying by {relay}.",
    "{speaker} was quoted by {relay} as saying that the dam had cracked in the night.",
    "{speaker} was quoted in {relay} as saying the dam had cracked in the night.",
    "{relay} quoted {speaker} as saying that the dam had cracked in the night.",
    "{relay} cited {speaker} as saying that the dam had cracked in the night.",
    "“The dam had cracked in the night,” {relay} quoted {speaker} as saying.",
    "{relay} reported that {speaker} said the dam had cracked in the night.",
    "{speaker} said the dam had cracked in the night, {relay} reported.",
    "The dam had cracked in the night, {speaker} said, according to {relay}.",
    "{speaker} has said the dam had cracked in the night, {relay} reported.",
)
SPEAKERS = (
    "Lena Markovic",
    "the governor",
    "Prime Minister Anwar Siddiqui",
    "Tavaria’s defence ministry",
    "an official",
)
RELAYS = ("the Harbour Gazette", "the state news agency", "Interlink", "the news agency TNA", "state television")


@pytest.mark.parametrize("shape", SHAPES)
def test_the_one_quoted_speaks_and_the_other_passes_it_on(tagger: Tagger, shape: str) -> None:
    """In each shape the source is whoever said the words, the relay whoever reports them, and neither is content."""
    wrong = []
    for speaker, relay in itertools.product(SPEAKERS, RELAYS):
        text = shape.format(speaker=speaker, relay=relay)
        text = text[0].upper() + text[1:]
        for attribution in find_attributions(text, tagger):
            source, via, content = (
                " ".join(text[start:end] for start, end in spans)
                for spans in (attribution.source, attribution.relay, attribution.content)
            )
            right = (source.lower(), via.lower()) == (speaker.lower(), relay.lower())
            if not right or "cracked in the night" not in content or relay in content:
                wrong.append((text, source, via, content))
    assert not wrong


def test_whoever_is_quoted_within_a_paragraph_speaks(tagger: Tagger) -> None:
    """“The mayor, X, was quoted by Y as saying” is X's, wherever in a paragraph it stands."""
    text = "Rain fell. The harbour mayor, Lena Markovic, was quoted by Interlink as saying that the dam had cracked."
    spans = [(a.source, a.relay) for a in find_attributions(text, tagger)]
    assert [(text[s[0][0] : s[-1][1]], text[r[0][0] : r[0][1]]) for s, r in spans] == [
        ("The harbour mayor, Lena Markovic", "Interlink")
    ]


def test_a_source_leaves_the_phrase_before_it(tagger: Tagger) -> None:
    """Who signs a statement, in the phrase that begins a sentence, is no part of the body that speaks."""
    text = "In a note signed by its chairman, Musa Danlad, the Elders' Forum said that the vote was void."
    assert [text[slice(*a.source[0])] for a in find_attributions(text, tagger)] == ["the Elders' Forum"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the governor said the dam was safe.",
        "The mayor quoted a poem by Ada Quill.",
        "Police reported that the dam had cracked.",
    ],
)
def test_what_is_not_relayed_has_no_relay(tagger: Tagger, text: str) -> None:
    """Whoever says something in their own words passes nothing on."""
    assert all(not attribution.relay for attribution in find_attributions(text, tagger))


@pytest.mark.parametrize(
    ("text", "source", "relay", "content"),
    [
        (
            "Okon Udoh said he heard two guards shout, “Close the gate before dark!”",
            "two guards", "Okon Udoh", "“Close the gate before dark!”",
        ),
        (
            "Marjut Salo told the court that she had heard the driver say the brakes were gone.",
            "the driver", "Marjut Salo", "the brakes were gone",
        ),
        (
            "Okon Udoh had told his sister that the mine would never open again, according to Marjut Salo.",
            "Okon Udoh", "Marjut Salo", "the mine would never open again",
        ),
        (
            "Marjut Salo is reported to have said that the mine will never open again.",
            "Marjut Salo", "", "that the mine will never open again",
        ),
        (
            "The mine will never open again, Interlink reported, citing Governor Marjut Salo.",
            "Governor Marjut Salo", "Interlink", "The mine will never open again",
        ),
        (
            "Interlink, citing Marjut Salo, reported that the mine will never open again.",
            "Marjut Salo", "Interlink", "that the mine will never open again",
        ),
    ],
)  # fmt: skip
def test_whoever_is_heard_or_cited_speaks(tagger: Tagger, text: str, source: str, relay: str, content: str) -> None:
    """Who is heard to say something, or cited for it, is its source; who tells of it passes it on."""
    roles = [
        tuple(" ".join(text[start:end] for start, end in spans) for spans in (a.source, a.relay, a.content))
        for a in find_attributions(text, tagger)
    ]
    assert (source, relay, content) in roles
    assert all(source != other for _, other, _ in roles)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The regulator fined Alto Foods on Monday, saying the firm had sold spoiled milk.", "The regulator"),
        ("Okon Udoh scolded Alto Foods on Monday, saying the firm had sold spoiled milk.", "Okon Udoh"),
        ("VIEWPOINT: “The talks must go on, whoever leads them.” Okon Udoh, a strategist, said in a note.", "Okon"),
    ],
)
def test_the_subject_says_what_a_participle_or_a_label_brings(tagger: Tagger, text: str, source: str) -> None:
    """“Saying” has the subject of its clause, not its object, and a label is no speaker."""
    attribution = next(a for a in find_attributions(text, tagger) if len(text[slice(*a.content[0])]) > 25)
    assert text[slice(*attribution.source[0])].startswith(source)


@pytest.mark.parametrize("speaker", ["Lena Markovic", "the governor", "two officials familiar with the talks"])
@pytest.mark.parametrize("shape", ["Citing {s}, Interlink reported {c}.", "Interlink, citing {s}, reported {c}."])
def test_whom_a_report_cites_speaks(tagger: Tagger, shape: str, speaker: str) -> None:
    """A report that cites somebody before it comes to the point passes their words on."""
    content = "that the dam had cracked in the night"
    text = shape.format(s=speaker, c=content)
    (attribution,) = find_attributions(text, tagger)
    assert text[slice(*attribution.source[0])] == speaker
    assert text[slice(*attribution.relay[0])] == "Interlink"
    assert text[slice(*attribution.content[0])] == content


def test_somebody_remembered_saying_something_has_said_it(tagger: Tagger) -> None:
    """“X remembers him saying” is his; a plain object before “saying” is the subject's."""
    text = "Lena Markovic remembers him weeping in court, saying that he had never meant it."
    assert find_attributions(text, tagger)[-1].source == ((text.index("him"), text.index("him") + 3),)
    text = "Lena Markovic criticised him on Monday, saying that he had never meant it."
    assert "him" not in [text[slice(*a.source[0])] for a in find_attributions(text, tagger) if a.source]


def test_what_follows_a_source_and_but_is_the_narrators(tagger: Tagger) -> None:
    """“…, according to Bo, but …” ends what Bo says, and what somebody told another in it is theirs alone."""
    text = "He had told his mother that he was never in love, according to Berit Solheim, but she had proved him wrong."
    attributions = find_attributions(text, tagger)
    assert attributions
    contents = [text[start:end] for attribution in attributions for start, end in attribution.content]
    assert not [content for content in contents if "proved" in content]
