"""A claim as what two claims are held against each other by: its proposition, whose it is, of what story and time."""

from __future__ import annotations

import functools
import re
from datetime import datetime, timedelta
from typing import NamedTuple

from digests.lexicon import Lexicon, lexicon_of
from digests.models import Article, Claim
from digests.relations.amounts import Amount, amounts_of
from digests.relations.causes import GUILT, Cause, cause_of
from digests.relations.frames import denied_in, statement_of
from digests.relations.origins import origin_of
from digests.relations.propositions import Proposition, read_proposition
from digests.relations.stems import term_of

MOST = 4  #: words at which a claim that counts something meets others
OLD = timedelta(days=60)  #: how long before the news something is history
_NOBODY: frozenset[str] = frozenset()
_NOWHERE: frozenset[int] = frozenset()
_LENGTHS = {"minute": timedelta(days=1), "day": timedelta(days=1), "week": timedelta(days=7)}
_OPENING = re.compile(r"(?P<mark>[“\"‘']?)(?P<word>[A-Z][a-z]+)\b(?!\s+[A-Z]|[’'-])")
_LOWER = re.compile(r"\b[a-z]{5,}")  #: what no headline has that capitalises all its words
_BORDERS = frozenset('.!?:;”"’)\n')
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

Order = tuple[float, bool, float, str, int, int, str]


class ClaimFacts(NamedTuple):
    """A claim with what two claims are held against each other by; a tuple, as thousands are made at a time."""

    claim: Claim
    article: Article
    lexicon: Lexicon
    says: Proposition
    terms: frozenset[str]  #: those of its words, with the claimant's name where it speaks of itself
    core: frozenset[str]  #: those without the things that are counted
    subjects: frozenset[str]  #: the names of whom it speaks; empty where it does not say
    speaker: frozenset[str]  #: the words of its claimant's name
    places: frozenset[int]  #: those that its own words name, else those that its context does
    named_places: frozenset[int]
    outer_places: frozenset[int]  #: what those places lie in, their country left out
    story: frozenset[str]  #: the terms of its article's headline
    amounts: tuple[Amount, ...]
    origin: str | None
    moment: datetime | None  #: when it was said, else published
    begins: datetime | None
    ends: datetime | None
    past: bool  #: whether it is of another time than its article
    cause: Cause | None
    is_denial: bool  #: whether it denies what its words say

    @property
    def words(self) -> frozenset[str]:
        """The words of weight of its passage."""
        return self.says.terms

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
        published_time = article.date_published.timestamp() if article.date_published else 0.0
        said_time = claim.said_at.timestamp() if claim.said_at else published_time
        start = claim.passage.start
        return said_time, self.is_denial, published_time, article.id, article.version, start, claim.id

    @property
    def states_time(self) -> bool:
        """Whether the claim's own words say when the event was, apart from when it was said."""
        return self.claim.valid_from is not None and self.claim.valid_from != self.claim.said_at

    @property
    def said_on(self) -> datetime | None:
        """The day on which it was said, where the text gives one."""
        return self.claim.said_at if self.claim.said_precision in {"minute", "day"} else None

    @property
    def is_comparable(self) -> bool:
        """Whether it says how many or why, so that another answer may share few words with it."""
        return bool(self.amounts) or self.cause is not None


def facts_of(claim: Claim, article: Article) -> ClaimFacts:
    """What a claim is about."""
    lexicon = lexicon_of(article)
    text = _opened(claim, article)
    denied_text = None if claim.kind == "denial" else denied_in(text, lexicon)
    is_denial = claim.kind == "denial" or denied_text is not None
    text = statement_of(denied_text or text, lexicon, is_denied=is_denial)
    says, cause = read_proposition(text, lexicon), cause_of(text, claim.cue, lexicon)
    speaker = terms_of(claim.claimant.name, lexicon)
    itself = says.of_first or (says.of_third and claim.mode != "direct")
    own_places = [mention.place for mention in claim.places]
    stated_places = own_places or [mention.place for mention in claim.context_places]
    fine = [place for place in stated_places if place.kind != "country"] or stated_places
    places = frozenset([place.id for place in fine]) if fine else _NOWHERE
    begins, ends = _time(claim)
    terms = _terms(claim, says, speaker if itself else _NOBODY, lexicon)
    things, moment = lexicon.events.things, claim.said_at or article.date_published
    return ClaimFacts(
        claim=claim,
        article=article,
        lexicon=lexicon,
        says=says,
        terms=terms,
        core=terms if terms.isdisjoint(things) else terms - things,
        subjects=speaker if itself else says.subjects,
        speaker=speaker,
        places=places,
        named_places=places if own_places else _NOWHERE,
        outer_places=frozenset([ancestor for place in fine for ancestor in place.ancestors[:-1]]) if fine else _NOWHERE,
        story=terms_of(article.headline, lexicon),
        amounts=amounts_of(claim, lexicon) if claim.figures else (),
        origin=origin_of(claim, lexicon),
        moment=moment,
        begins=begins,
        ends=ends,
        past=_is_past(claim, says, article.date_published),
        cause=cause,
        is_denial=is_denial,
    )


def _opened(claim: Claim, article: Article) -> str:
    """A claim's words, without the capital that only begins a sentence: “Pilots have not been paid”."""
    text, passage = claim.passage.exact, claim.passage
    opening = None if text[:1].islower() else _OPENING.match(text)
    if opening is None or not (opening["mark"] or _begins_sentence(passage.prefix)):
        return text
    word, start = opening["word"], passage.start + opening.start("word")
    spans = [(place.start, place.end) for place in claim.places] + [(actor.start, actor.end) for actor in claim.actors]
    headline = article.headline.partition(" ")[2] if _LOWER.search(article.headline) else ""
    is_named = any(first <= start < end for first, end in spans)
    if is_named or re.search(rf"\b{word}\b", f"{text[opening.end() :]} {headline}"):
        return text
    return text[: opening.start("word")] + word.lower() + text[opening.end("word") :]


def _begins_sentence(prefix: str) -> bool:
    """Whether a sentence ends, or none stands, in front of a passage."""
    words_ahead = prefix.rstrip()
    return not words_ahead or words_ahead[-1] in _BORDERS


@functools.lru_cache(maxsize=20_000)
def terms_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of weight in a name or a headline, as they are compared."""
    terms = (term_of(word, lexicon) for word in _WORD.findall(text.lower()))
    return frozenset(term.stem for term in terms if term)


@functools.lru_cache(maxsize=20_000)
def words_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a text that carry meaning, as they are compared."""
    return read_proposition(text, lexicon).terms


def _terms(claim: Claim, says: Proposition, speaker: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The terms of a claim: its words without its units, and the claimant's name where it speaks of itself."""
    terms = says.terms | speaker if speaker else says.terms
    units = [terms_of(figure.surface, lexicon) for figure in claim.figures if figure.unit]
    return terms.difference(*units) if units else terms


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
    return any(year < published.year - (published.month == 1) for year in says.years)
