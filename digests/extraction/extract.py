"""Article → claims: the one function that runs the steps of reading in order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests.actors import ActorIndex, Named, find_named
from digests.attribution import Tagger, find_attributions, narrator_sentences
from digests.dates import find_dates
from digests.extraction.examined import dated, examined
from digests.extraction.hedging import hedges_of
from digests.extraction.reading import Reading
from digests.extraction.signatures import is_misdated, uncounted
from digests.extraction.times.claim_dates import said_dates
from digests.extraction.times.event_dates import event_date
from digests.extraction.verification import find_doubts, is_non_response
from digests.figures import find_figures
from digests.knowledge import Knowledge
from digests.lexicon import Lexicon, lexicon_for
from digests.models import (
    ActorMention,
    Article,
    Attribution,
    Claim,
    Claimant,
    Kind,
    Passage,
    PlaceMention,
    Precision,
    Span,
    TimeSpan,
)
from digests.places import find_places
from digests.speakers.relays import relay_of
from digests.speakers.resolve import resolve_speakers
from digests.text.language import Language, foreign_language
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import Located, SpanIndex, span_holding

#: The kinds of attribution that are claims; attitudes and appearances are kept as attributions alone.
CLAIM_KINDS: frozenset[Kind] = frozenset({"saying", "estimate", "denial", "forecast"})
#: Below this confidence an attribution is kept but makes no claim.
THRESHOLD = 0.5
CONTEXT = 60  #: characters of prefix and suffix in a TextQuote selector


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one article: every attribution, and the claims among them."""

    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    narrator: tuple[Span, ...]  #: sentences in which nobody is quoted: the outlet's own words
    unread_language: Language | None = None  #: the language of an article that was left unread for it


def extract(article: Article, knowledge: Knowledge, tagger: Tagger) -> Extraction:
    """Read an article: who says what, about which places and actors, with which figures and dates.

    An article whose language has no lexicon, or whose text shows to be in another, is left unread, and the extraction
    says so.
    """
    text = article.body
    lexicon = lexicon_for(article.language)
    if lexicon is None:
        return Extraction((), (), (), foreign_language(text) or Language(article.language, article.language))
    foreign = foreign_language(text, lexicon)
    if foreign is not None:
        return Extraction((), (), (), foreign)
    names = find_named(text, knowledge.actors, lexicon=lexicon)
    mentions = _place_mentions(text, names, knowledge, lexicon)
    names = names._replace(actors=_without_namesakes(names.actors, mentions))
    attributions, claimants = _read_speakers(article, names, knowledge, tagger, lexicon)
    reading = Reading(
        article=article,
        lexicon=lexicon,
        sentences=sentences(text, lexicon),
        paragraphs=paragraphs(text),
        places=Located(tuple(mention for mention in mentions if not mention.metonym)),
        actors=Located(names.actors),
        figures=Located(find_figures(text, lexicon=lexicon)),
        dates=Located(_dates(article, names, lexicon)),
    )
    claims = tuple(_claims(reading, attributions, claimants, knowledge.actors))
    narrator = () if article.review else narrator_sentences(text, attributions, lexicon)
    return Extraction(tuple(attributions), claims, narrator)


def _read_speakers(
    article: Article, names: Named, knowledge: Knowledge, tagger: Tagger, lexicon: Lexicon
) -> tuple[Sequence[Attribution], Sequence[Claimant]]:
    """Who says what: as the record of a fact check has it, else as the text does."""
    if article.review:
        attribution, claimant = examined(article, article.review, knowledge.actors)
        return (attribution,), (claimant,)
    attributions = find_attributions(article.body, tagger, lexicon)
    return attributions, resolve_speakers(article.body, attributions, knowledge.actors, names, lexicon)


def _place_mentions(text: str, names: Named, knowledge: Knowledge, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The places of a text, those too that stand for a government (“Kyiv said”): it is an actor, not a place."""
    persons = [(person.start, person.end) for person in names.persons]
    return find_places(text, knowledge.gazetteer, persons=persons, lexicon=lexicon)


def _dates(article: Article, names: Named, lexicon: Lexicon) -> tuple[TimeSpan, ...]:
    """The dates of an article, counted from its own where that can be trusted; the “April” of “April Bo” is none."""
    persons = SpanIndex([(person.start, person.end) for person in names.persons])
    dates = find_dates(article.body, article.date_published, lexicon=lexicon)
    found_dates = tuple(date for date in dates if persons.at(date.end - 1) is None)
    return uncounted(found_dates) if is_misdated(article, found_dates) else found_dates


def _without_namesakes(actors: Sequence[ActorMention], mentions: Sequence[PlaceMention]) -> tuple[ActorMention, ...]:
    """The actors less the states whose name means a place elsewhere there (“Atlanta, Georgia”)."""
    countries = {mention.start: mention.place.country for mention in mentions}
    return tuple(
        mention
        for mention in actors
        if mention.actor.kind != "state" or countries.get(mention.start, mention.actor.country) == mention.actor.country
    )


def _is_claim(attribution: Attribution, reading: Reading) -> bool:
    text = reading.article.body
    cue = _joined(text, attribution.cue)
    return (
        attribution.kind in CLAIM_KINDS
        and attribution.confidence >= THRESHOLD
        and not is_non_response(cue, reading.lexicon)
        and _words(_joined(text, attribution.content)) > (attribution.kind != "denial")  # “denied that” points back
    )


def _claims(
    reading: Reading, attributions: Sequence[Attribution], claimants: Sequence[Claimant], index: ActorIndex
) -> Iterator[Claim]:
    """The attributions that are claims, with when they were said, what they came through and what they belong to."""
    pairs = [(a, c) for a, c in zip(attributions, claimants, strict=True) if _is_claim(a, reading)]
    review = reading.article.review
    for (attribution, claimant), said_date in zip(pairs, said_dates(reading, pairs), strict=True):
        claim = _with_relay(_claim(reading, attribution, claimant, said_date), reading, index)
        claim = _with_ancestors(claim, index)
        yield dated(claim, review) if review else claim


def _claim(reading: Reading, attribution: Attribution, claimant: Claimant, said_date: TimeSpan | None) -> Claim:
    article, text = reading.article, reading.article.body
    start, end = attribution.start, attribution.end
    content = _joined(text, attribution.content)
    places = reading.places.within(*attribution.content)
    event = event_date(reading, attribution, said_date)
    doubts = find_doubts(
        text, attribution.content, reading.sentences, reading.paragraphs, reading.lexicon,
        speaker=claimant.name,
    )  # fmt: skip
    return Claim(
        id=claim_id(article, attribution, claimant),
        claimant=claimant,
        via=(article.publisher.name, *(origin.name for origin in article.derived_from)),
        cue=_joined(text, attribution.cue),
        kind=attribution.kind,
        mode=attribution.mode,
        nested=attribution.nested,
        passage=Passage(
            article_id=article.id,
            version=article.version,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        ),
        attribution=attribution,
        places=places,
        context_places=() if places else _context_places(reading, attribution),
        actors=reading.actors.within(*attribution.content),
        figures=reading.figures.within(*attribution.content),
        said_at=said_date.valid_from if said_date else None,
        said_precision=said_date.precision if said_date else "unknown",
        **_valid(event, said_date),
        hedges=hedges_of(content, reading.lexicon),
        status="unconfirmed" if doubts else "claimed",
        no_response="no response" in doubts,
        confidence=attribution.confidence,
    )


def _with_relay(claim: Claim, reading: Reading, index: ActorIndex) -> Claim:
    """The claim with whoever passed its words on as the last of those it came through."""
    relay = relay_of(reading.article.body, claim.attribution, claim.claimant, index, reading.lexicon)
    return claim.model_copy(update={"via": (*claim.via, relay)}) if relay and relay not in claim.via else claim


def _with_ancestors(claim: Claim, index: ActorIndex) -> Claim:
    """The claim with the ids of everything that its claimant and its actors belong to."""
    claimant_ids = {claim.claimant.actor_id, claim.claimant.affiliation_id, *claim.claimant.members} - {None}
    actor_ids = {mention.actor.id for mention in claim.actors}
    ancestor_ids = sorted({*claim.claimant.members, *_ancestors(claimant_ids, index)})
    return claim.model_copy(
        update={"claimant_within": tuple(ancestor_ids), "actors_within": _ancestors(actor_ids, index)}
    )


def _ancestors(ids: Iterable[str | None], index: ActorIndex) -> tuple[str, ...]:
    return tuple(sorted({actor.id for known in ids if known for actor in index.ancestors(known)}))


def claim_id(article: Article, attribution: Attribution, claimant: Claimant) -> str:
    """A short stable name: the same words by the same claimant in the same version have the same id."""
    parts = (article.id, str(article.version), str(attribution.start), str(attribution.end), claimant.name)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _valid(event: TimeSpan | None, said_date: TimeSpan | None) -> dict[str, datetime | Precision | None]:
    time = event or said_date
    if time is None:
        return {"valid_from": None, "valid_to": None, "valid_precision": "unknown"}
    return {"valid_from": time.valid_from, "valid_to": time.valid_to, "valid_precision": time.precision}


def _context_places(reading: Reading, attribution: Attribution) -> tuple[PlaceMention, ...]:
    """Where a claim that names no place plays: its own sentence, else the nearest place before it in its paragraph."""
    sentence = span_holding(reading.sentences, attribution.start)
    places = reading.places.within(sentence)
    if places:
        return places
    paragraph = span_holding(reading.paragraphs, attribution.start)
    return reading.places.within((paragraph[0], attribution.start))[-1:]


def _joined(text: str, fragments: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in fragments)


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))
