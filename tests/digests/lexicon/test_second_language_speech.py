"""The rules of speech obey the lexicon they are given: here one of an invented language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests import lexicon as lexicons
from digests.actors import ActorIndex
from digests.attribution import Tagger, load_tagger
from digests.attribution.cue_kinds import kind_of
from digests.attribution.document import Document
from digests.attribution.repairs.according_to import add_according
from digests.extraction.extract import extract
from digests.extraction.verification import find_doubts
from digests.knowledge import Knowledge
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Attribution, Kind
from digests.speakers.resolve import resolve_speakers
from digests.text.sentences import paragraphs, sentences
from tests.digests.gazetteers import SmallGazetteer
from tests.make import article

CODE = "qaa"  # for private use, so no language's
INVENTED = Lexicon(
    **{
        **{group: getattr(ENGLISH, group) for group in ENGLISH.__dataclass_fields__},
        "language": CODE,
        "grammar": replace(
            ENGLISH.grammar,
            third_subjects=frozenset({"zu", "lo"}),
            genders={"zu": "he"},
            neuter_pronouns=frozenset({"lo"}),
            have_finite=frozenset({"ha"}),
            be_other=frozenset({"esi"}),
            coordinators=frozenset({"ti"}),
        ),
        "hedges": replace(
            ENGLISH.hedges, negations=frozenset({"nul"}), suppositions=frozenset({"sel"}), refusals=frozenset({"pov*"})
        ),
        "verbs": replace(
            ENGLISH.verbs,
            reporting=frozenset({"mavu", "dirat"}),
            plain=frozenset({"mavu"}),
            denying=frozenset({"kontu"}),
            estimating=frozenset({"rondu"}),
            forecasting=frozenset({"futu"}),
            stances=frozenset({"timu"}),
            answering=frozenset({"repon*"}),
            silence=frozenset({"stille"}),
            requests=frozenset({"pete"}),
            matters=frozenset({"afere"}),
            delays=frozenset({"juna"}),
            abilities=frozenset({"pote"}),
            verifying=frozenset({"prov*"}),
            verified=frozenset({"vera"}),
            unverified=frozenset({"nulprova"}),
            bases={"mavarat": "mavu"},
            endings=(("en", "u"),),
        ),
        "sources": replace(
            ENGLISH.sources,
            according=frozenset({"po dirat"}),
            manners=frozenset({"plano"}),
            claim_nouns=frozenset({"dirato"}),
        ),
    }
)


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("mavu", "saying"),
        ("maven", "saying"),
        ("mavarat", "saying"),
        ("nul mavu", "attitude"),
        ("poval", "attitude"),
        ("konten", "denial"),
        ("rondu", "estimate"),
        ("futen", "forecast"),
        ("timu", "attitude"),
        ("said", "attitude"),
        ("denied", "attitude"),
    ],
)
def test_a_cue_is_known_by_its_own_language(cue: str, kind: Kind) -> None:
    """Its verbs, their forms and its negations decide; English ones mean nothing here."""
    assert kind_of(cue, "la ponto", speaker=True, lexicon=INVENTED) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Po dirat ministero, la ponto kadis nokte.", [("ministero", "Po dirat", "la ponto kadis nokte")]),
        ("La ponto kadis nokte, po dirat ministero.", [("ministero", "po dirat", "La ponto kadis nokte")]),
        (
            "La urbo dormis, ti po dirat ministero, la ponto kadis nokte.",
            [("ministero", "po dirat", "la ponto kadis nokte")],
        ),
        ("La ponto kadis nokte po dirat plano.", []),
        ("The bridge fell at night, according to the ministry.", []),
    ],
)
def test_what_stands_according_to_somebody(text: str, found: list[tuple[str, str, str]]) -> None:
    """The phrase for it, what is no source after it, and the conjunction before it come from the lexicon."""
    drafts = add_according(Document(text, INVENTED), [])
    spans = [(draft.source, draft.cue, draft.content) for draft in drafts]
    assert [tuple(text[slice(*role[0])].strip(",. ") for role in roles) for roles in spans] == found


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("La armeo mavarat CLAIM. Zu ha nul juna repondat.", {"no response"}),
        ("La armeo mavarat CLAIM, sel vera.", {"unverified"}),
        ("Ti nulprova CLAIM.", {"unverified"}),
        ("La armeo mavarat CLAIM. Lo pote nul esi provat.", {"unverified"}),
        ("The army said CLAIM, which could not be verified.", set()),
    ],
)
def test_doubts(text: str, doubts: set[str]) -> None:
    """Who has not answered, and what nobody could verify, is said in the words of the lexicon."""
    start = text.index("CLAIM")
    assert find_doubts(text, [(start, start + 5)], sentences(text), paragraphs(text), INVENTED) == doubts


def test_a_pronoun_is_known_by_its_own_language() -> None:
    """“Zu” is whoever spoke before; “he” is nobody."""
    text = "Pavel Stern mavarat unu. Zu mavarat du. He mavarat tri."
    attributions = [
        Attribution(source=((start, start + len(source)),), content=((start + 20, start + 21),))
        for source in ("Pavel Stern", "Zu", "He")
        if (start := text.index(source)) >= 0
    ]
    first, second, third = resolve_speakers(text, attributions, ActorIndex([]), lexicon=INVENTED)
    assert (first.name, second.name, second.resolved_by) == ("Pavel Stern", "Pavel Stern", "pronoun")
    assert third.name == "He"


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The packaged tagger, loaded once."""
    return load_tagger()


BODY = "La ponto kadis nokte, po dirat Ministero."
KNOWLEDGE = Knowledge(SmallGazetteer(), ActorIndex([]))


def test_an_article_is_read_in_its_own_language(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lexicon is that of the article's language, its region left out."""
    monkeypatch.setitem(lexicons.LEXICONS, CODE, INVENTED)
    read = extract(article(BODY, language=f"{CODE}-XX"), KNOWLEDGE, tagger)
    assert read.unread_language is None
    assert "Ministero" in [claim.claimant.name for claim in read.claims]
    assert not [claim for claim in extract(article(BODY), KNOWLEDGE, tagger).claims if claim.cue == "po dirat"]


@pytest.mark.parametrize(("language", "unread"), [(CODE, CODE), ("uk", "uk"), ("en-GB", None), ("und", None)])
def test_an_article_in_a_language_without_lexicon_is_left_unread(
    tagger: Tagger, language: str, unread: str | None
) -> None:
    """The extraction says which language it was."""
    read = extract(article("The army said that the bridge fell.", language=language), KNOWLEDGE, tagger)
    assert (read.unread_language.code if read.unread_language else None) == unread
    assert bool(read.claims) is (unread is None)
