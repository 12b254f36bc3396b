"""A claim as what two claims are held against each other by: its proposition, whose it is, of what story and time."""

from __future__ import annotations

import functools
import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from digests.lexicon import Lexicon, lexicon_of
from digests.models import Article, Claim
from digests.relations.origins import origin_of
from digests.relations.statements.amounts import amounts_of
from digests.relations.statements.causes import GUILT, Cause, cause_of
from digests.relations.statements.frames import denied_in, statement_of
from digests.relations.statements.moods import Mood
from digests.relations.statements.propositions import Proposition, read_proposition
from digests.relations.statements.stems import term_of

MOST = 4  #: words at which a claim that counts something meets others
OLD = timedelta(days=60)  #: how long before the news something is history
_NOWHERE: frozenset[int] = frozenset()
_LENGTHS = {"minute": timedelta(days=1), "day": timedelta(days=1), "week": timedelta(days=7)}
_OPENING = re.compile(r"[“\"‘']?(?P<word>[A-Z][a-z]+)\b(?!\s+[A-Z]|[’'-])")
_LOWER = re.compile(r"\b[a-z]{5,}")  #: what no headline has that capitalises all its words
_BORDERS = frozenset('.!?:;”"’)\n')
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # before all news

Order = tuple[datetime, bool, datetime, str, int, int, str]


class ClaimFacts:
    """A claim with what two claims are held against each other by.

    Thousands are made at a time: what their texts and places tell is worked out once for all claims that share them.
    """

    __slots__ = (
        "amounts",
        "article",
        "cause",
        "claim",
        "core",
        "is_denial",
        "lexicon",
        "moment",
        "mood",
        "named_places",
        "outer_places",
        "past",
        "places",
        "says",
        "story",
        "subjects",
        "terms",
    )  # fmt: skip

    def __init__(self, claim: Claim, article: Article) -> None:
        self.claim, self.article = claim, article
        self.lexicon = lexicon = lexicon_of(article)
        statement = read_statement(_opened(claim, article), claim.cue, lexicon, is_denied=claim.kind == "denial")
        self.says, self.cause, self.is_denial = statement  #: denial: whether it denies what its words say
        says = self.says
        of_itself = says.of_first or (says.of_third and claim.mode != "direct")
        #: the names of whom it speaks; empty where it does not say
        self.subjects = self.speaker if of_itself else says.subjects
        #: those of its words, with the claimant's name where it speaks of itself; core: without what is counted
        self.terms = _terms(claim, says.terms | self.subjects if of_itself else says.terms, lexicon)
        self.core = _uncounted(self.terms, lexicon)
        self.amounts = amounts_of(claim, lexicon) if claim.figures else ()
        #: those that its own words name, else those that its context does; outer: what they lie in but their country
        self.places, self.outer_places = _stated_places(claim)
        self.named_places = self.places if claim.places else _NOWHERE
        self.mood = _mood(claim, says)  #: whether it tells a fact, what can be, what will be, or leaves it open
        self.story = terms_of(article.headline, lexicon)  #: the terms of its article's headline
        self.moment = claim.said_at or article.date_published  #: when it was said, else published
        self.past = _is_past(claim, says, article.date_published)  #: whether it is of another time than its article

    @property
    def words(self) -> frozenset[str]:
        """The words of weight of its passage."""
        return self.says.terms

    @property
    def is_comparable(self) -> bool:
        """Whether it says how many or why, so that another answer may share few words with it."""
        return bool(self.amounts) or self.cause is not None

    @property
    def heads(self) -> tuple[str, ...]:
        """At which words it meets claims on the same thing: what it counts, and its words of most weight."""
        if not self.is_comparable:
            return self.says.heads
        keys = [*filter(None, (amount.key for amount in self.amounts)), *([GUILT] if self.cause else [])]
        return tuple(dict.fromkeys([*keys, *self.says.heads]))[:MOST]

    @property
    def order(self) -> Order:
        """Earlier news sorts first; of one moment, a denial comes after what it may deny."""
        claim, article = self.claim, self.article
        published = article.date_published or _UNDATED
        said_at = claim.said_at or published
        return said_at, self.is_denial, published, article.id, article.version, claim.passage.start, claim.id

    @property
    def speaker(self) -> frozenset[str]:
        """The words of its claimant's name."""
        return terms_of(self.claim.claimant.name, self.lexicon)

    @property
    def origin(self) -> str | None:
        """What independent origins are counted by."""
        return origin_of(self.claim, self.lexicon)

    @property
    def time(self) -> tuple[datetime | None, datetime | None]:
        """From when and until when what it says was so."""
        return _time(self.claim)

    @property
    def states_time(self) -> bool:
        """Whether the claim's own words say when the event was, apart from when it was said."""
        return self.claim.valid_from is not None and self.claim.valid_from != self.claim.said_at

    @property
    def said_on(self) -> datetime | None:
        """The day on which it was said, where the text gives one."""
        return self.claim.said_at if self.claim.said_precision in {"minute", "day"} else None


def _mood(claim: Claim, says: Proposition) -> Mood:
    """The mood of a claim; what somebody “forecast” without a verb of its own is to come."""
    is_forecast = claim.kind == "forecast" and not says.finite and says.mood == "fact"
    return "future" if is_forecast else says.mood


def _stated_places(claim: Claim) -> tuple[frozenset[int], frozenset[int]]:
    """The finest places that a claim names, or else its context, and what they lie in, their country left out."""
    mentions = claim.places or claim.context_places
    if not mentions:
        return _NOWHERE, _NOWHERE
    all_places = [mention.place for mention in mentions]
    fine = [place for place in all_places if place.kind != "country"] or all_places
    return _ids_of(tuple([(place.id, place.ancestors) for place in fine]))


@functools.lru_cache(maxsize=20_000)
def _ids_of(places: tuple[tuple[int, tuple[int, ...]], ...]) -> tuple[frozenset[int], frozenset[int]]:
    """Places and what they lie in, once for all claims of the same ones."""
    ids, outer = (place for place, _ in places), (ancestor for _, ancestors in places for ancestor in ancestors[:-1])
    return frozenset(ids), frozenset(outer)


def _terms(claim: Claim, terms: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The terms of a claim without its units."""
    if not claim.figures:
        return terms
    units = [terms_of(figure.surface, lexicon) for figure in claim.figures if figure.unit]
    return terms.difference(*units)


@functools.lru_cache(maxsize=20_000)
def _uncounted(terms: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    things = lexicon.events.things
    return terms if terms.isdisjoint(things) else terms - things


class Statement(NamedTuple):
    """What a text says, of which cause, and whether it says so to deny it."""

    says: Proposition
    cause: Cause | None
    is_denied: bool


@functools.lru_cache(maxsize=20_000)
def read_statement(text: str, cue: str, lexicon: Lexicon, *, is_denied: bool) -> Statement:
    """Read the statement in a text, which its cue may deny or the text itself."""
    untrue = None if is_denied else denied_in(text, lexicon)
    statement = statement_of(untrue or text, lexicon, is_denied=is_denied or untrue is not None)
    says, cause = read_proposition(statement, lexicon), cause_of(statement, cue, lexicon)
    return Statement(says, cause, is_denied or untrue is not None)


def _opened(claim: Claim, article: Article) -> str:
    """A claim's words, without the capital that only begins a sentence: “Pilots have not been paid”."""
    passage = claim.passage
    text = passage.exact
    if text[:1].islower() or not _begins_sentence(text, passage.prefix):
        return text
    first = passage.start + (not text[0].isalnum())
    if any(place.start <= first < place.end for place in claim.places):
        return text
    is_named = any(actor.start <= first < actor.end for actor in claim.actors)
    return text if is_named else _lowered(text, article.headline, lexicon_of(article))


def _begins_sentence(text: str, prefix: str) -> bool:
    """Whether a quotation begins with a passage, or a sentence ends or none stands in front of it."""
    words_ahead = prefix.rstrip()
    return not text[:1].isalnum() or not words_ahead or words_ahead[-1] in _BORDERS


@functools.lru_cache(maxsize=20_000)
def _lowered(text: str, headline: str, lexicon: Lexicon) -> str:
    """A sentence that begins with a small letter, unless its first word may be a name: “Will”, “May”."""
    opening = _OPENING.match(text)
    if opening is None or opening["word"].lower() in lexicon.grammar.modals:
        return text
    others = headline.partition(" ")[2] if _LOWER.search(headline) else ""
    if re.search(rf"\b{opening['word']}\b", f"{text[opening.end() :]} {others}"):
        return text
    start = opening.start("word")
    return text[:start] + text[start].lower() + text[start + 1 :]


@functools.lru_cache(maxsize=20_000)
def terms_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of weight in a name or a headline, as they are compared."""
    terms = (term_of(word, lexicon) for word in _WORD.findall(text.lower()))
    return frozenset(term.stem for term in terms if term)


@functools.lru_cache(maxsize=20_000)
def words_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a text that carry meaning, as they are compared."""
    return read_proposition(text, lexicon).terms


def _time(claim: Claim) -> tuple[datetime | None, datetime | None]:
    """The time that a claim is about; what has begun ends when the claim was made, whatever the text left open."""
    begins, ends = claim.valid_from, claim.valid_to
    length = _LENGTHS.get(claim.said_precision)
    if claim.said_at and length:
        said_until = claim.said_at + length
        begins = begins or claim.said_at
        ends = min(ends or said_until, said_until) if begins < said_until else ends
    return begins, ends


def _is_past(claim: Claim, says: Proposition, published: datetime | None) -> bool:
    if says.past:
        return True
    if published is None:
        return False
    if claim.valid_to and claim.valid_from != claim.said_at and claim.valid_to < published - OLD:
        return True
    return bool(says.years) and any(year < published.year - (published.month == 1) for year in says.years)
