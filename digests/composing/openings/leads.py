"""What an outlet begins an article with in its own name: first sentences that tell what happened, or its headline."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from digests.composing.openings.headlines import statements_of, tells_of_deeds, tells_of_words
from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Attribution, Claim, Claimant, Passage, SourcedClaim, Span
from digests.relations.facts import ClaimFacts, terms_of
from digests.relations.statements.propositions import read_proposition
from digests.text.datelines import behind_dateline
from digests.text.printable import printable
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import span_holding

#: Where a sentence that only names its day, a headline, and what only tells that somebody speaks, stand among leads.
HEADLINE, DATED, TOLD = 10, 20, 30
SENTENCES = 3  #: how many sentences of an article may say what happened
LOOKED_AT = 9  #: among how many they are looked for; bylines, captions and notices stand before them
WORDS = 45  #: the longest of them
ROOM = 165  #: characters that surely stand in a line behind its outlets; what is longer ends at a clause's border
ACRONYM = 4  #: how long a word in capitals may be and still be a name
SHORTEST = 6
LEAST = 4  #: words of a headline
SHARED = 2  #: how many words of weight with the headline, or with another outlet's, show what a sentence is of
TELLING = 0.4  #: share of the headline's words that a sentence has which tells what it tells

_DOUBTFUL = re.compile(r"[:!;‘’']\s|\s[-–—|]\s|[!‘(]|\s'")
_QUOTED = re.compile(r"[“”\"]")
_MARKED = re.compile(r"[©|/]|\.\.\.")


class Lead(NamedTuple):
    """A statement of an outlet in which nobody is quoted, as its own claim."""

    article: Article
    claim: Claim
    facts: ClaimFacts
    place: int  #: the lower, the better it tells what happened


def leads_of(article: Article, claims: Sequence[SourcedClaim]) -> Iterator[Lead]:
    """The first sentences of an article that tell what happened and are nobody's claim, and its headline.

    Last comes what only tells that somebody said something, for the story in which nothing else happened.
    """
    claimed_spans = [
        span
        for claim, source in claims
        if source.id == article.id
        for span in ((claim.attribution.start, claim.attribution.end), *claim.attribution.source)
    ]
    news = list(islice(_news(article), SENTENCES))
    headlines = [
        article.model_copy(update={"body": f"{statement}.", "headline": ""})  # a sentence, whatever its capitals
        for statement in statements_of(printable(article.headline), lexicon_of(article))
    ]
    candidates = [
        *(
            _lead(article, start, _own_end(article, start, end, claimed_spans), place)
            for place, (start, end) in enumerate(news)
        ),
        *(_headline(alone, HEADLINE + n) for n, alone in enumerate(headlines)),
        *(_told(alone, 0, len(alone.body) - 1, TOLD + n) for n, alone in enumerate(headlines)),
        *(_told(article, start, end, TOLD + len(headlines)) for start, end in news[:1]),
    ]
    yield from (lead for lead in candidates if lead)


def all_leads(article: Article) -> Iterator[Lead]:
    """Whatever an article may be told to begin with, whoever speaks in it: its sentences, and where they may end."""
    border = _patterns(lexicon_of(article)).border
    for start, end in islice(_news(article), SENTENCES):
        ends = [match.start() for match in border.finditer(article.body, start, end)]
        yield from filter(None, (_lead(article, start, stop, 0) for stop in ends))
    yield from leads_of(article, [])


def headline_terms(article: Article) -> frozenset[str]:
    """The words of weight of an article's headline."""
    return terms_of(article.headline, lexicon_of(article))


def _news(article: Article) -> Iterator[Span]:
    """The sentences that an article begins with, without the place and agency before them, and without a full stop."""
    seen_texts: set[str] = {printable(article.headline)}
    all_paragraphs = paragraphs(article.body)
    for sentence in sentences(article.body)[:LOOKED_AT]:
        start, end = _statement(article.body, span_holding(all_paragraphs, sentence[0])[0], *sentence)
        text = article.body[start:end]
        if text not in seen_texts and len(text.split()) >= SHORTEST:
            seen_texts.add(text)
            yield start, end


def _statement(text: str, paragraph_start: int, start: int, end: int) -> Span:
    # A dateline may hold what looks like a sentence's end: “LARN, N.Y. Feb. 3 — ”.
    begin = max(behind_dateline(text, paragraph_start, end), behind_dateline(text, start, end), start)
    words = text[begin:end].rstrip("!? ")
    shortened = "." in words.rsplit(maxsplit=1)[-1][:-1] if words else False
    return begin, begin + len(words if shortened else words.rstrip("."))


def _own_end(article: Article, start: int, end: int, claimed_spans: Sequence[Span]) -> int:
    """Where a sentence stops being its outlet's own, or a line's length: before a clause, or somebody's claim."""
    first = min((begin for begin, stop in claimed_spans if start < stop and begin < end), default=end)
    if first >= end and end - start <= ROOM:
        return end
    borders = [match.start() for match in _patterns(lexicon_of(article)).border.finditer(article.body, start, first)]
    fitting = [border for border in borders if border - start <= ROOM]
    if fitting:
        return fitting[-1]
    return end if first >= end else start


class _Patterns(NamedTuple):
    aside: re.Pattern[str]
    fronted: re.Pattern[str]  #: what stands before the main clause
    inner: re.Pattern[str]  #: where the main clause is over
    border: re.Pattern[str]
    day: re.Pattern[str]
    doubt: re.Pattern[str]
    saying: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    hedges, grammar = lexicon.hedges, lexicon.grammar
    relatives = either(grammar.relative_pronouns, grammar.relative_adverbs)
    clauses = either(grammar.reasons, grammar.doubtful_reasons, grammar.settings)
    second_verb = (
        rf"(?:{either(grammar.continuing)})\s+(?:{either(lexicon.lines.joined_verbs, grammar.past_forms)}|\w+ed)"
    )
    doubts = either(hedges.hedges, hedges.conditions, hedges.hedging_modals)
    return _Patterns(
        doubt=re.compile(rf"\b(?:{doubts})\b|\?", re.IGNORECASE),
        saying=re.compile(rf"\b(?:{either(lexicon.verbs.saying)})\b", re.IGNORECASE),
        fronted=re.compile(rf"^(?:{either(word.capitalize() for word in lexicon.circumstances.settings)})\b[^,]*,\s+"),
        aside=re.compile(rf",\s+(?:{relatives})\b[^,]*,"),
        inner=re.compile(rf"\b(?:{relatives}|{clauses})\b"),
        border=re.compile(rf",?\s+(?=(?:{clauses}|{second_verb})\s)"),
        day=re.compile(rf"\b(?:{either(word.capitalize() for word in lexicon.calendar.weekdays)})\b"),
    )


def _main(text: str, lexicon: Lexicon) -> str:
    """The main clause of a sentence, so far as its small words tell."""
    patterns = _patterns(lexicon)
    text = patterns.fronted.sub("", patterns.aside.sub("", text))
    return patterns.inner.split(text, maxsplit=1)[0]


def _lead(article: Article, start: int, end: int, place: int) -> Lead | None:
    """A sentence that tells, as a fact, what the headline tells, or what happened on a day."""
    text, lexicon = article.body[start:end], lexicon_of(article)
    words, main = text.split(), _main(text, lexicon)
    if not SHORTEST <= len(words) <= WORDS or _QUOTED.search(text) or _MARKED.search(text):
        return None
    if not _is_plain(words, lexicon) or _is_open(main, lexicon):
        return None
    says = read_proposition(main, lexicon)
    if not says.finite or says.mood != "fact" or says.past:
        return None
    claim = _claim(article, start, end)
    facts = ClaimFacts(claim, article)
    is_dated = _patterns(lexicon).day.search(main)
    if facts.says.years:
        return None
    if _tells(facts, article):
        return Lead(article, claim, facts, place)
    is_of_headline = bool((facts.terms - facts.says.names) & headline_terms(article))
    return Lead(article, claim, facts, DATED if is_of_headline else DATED + 1) if is_dated else None


def _tells(facts: ClaimFacts, article: Article) -> bool:
    headline = headline_terms(article)
    return len(facts.terms & headline) >= max(SHARED, TELLING * len(headline))


def _headline(alone: Article, place: int) -> Lead | None:
    """A headline that is a plain statement, gated against itself: it stands on the page, if not in the text."""
    headline, lexicon = alone.body[:-1], lexicon_of(alone)
    if not _is_statement(headline, lexicon) or _patterns(lexicon).doubt.search(headline):
        return None
    if not tells_of_deeds(headline, lexicon):
        return None
    claim = _claim(alone, 0, len(headline))
    facts = ClaimFacts(claim, alone)
    is_fact = read_proposition(headline.lower(), lexicon).mood == "fact"  # “Will” is no name there
    return Lead(alone, claim, facts, place) if is_fact and not facts.says.years else None


def _told(article: Article, start: int, end: int, place: int) -> Lead | None:
    """A sentence or headline that plainly tells that somebody said, wants or threatens something."""
    text, lexicon = article.body[start:end], lexicon_of(article)
    if not _is_statement(text, lexicon):
        return None
    claim = _claim(article, start, end)
    facts, saying = ClaimFacts(claim, article), _patterns(lexicon).saying.search(text)
    if not tells_of_words(text, lexicon) and facts.says.mood == "fact":
        return None
    doubt = _patterns(lexicon).doubt.search(text, 0, saying.start() if saying else len(text))
    return None if doubt or facts.says.years else Lead(article, claim, facts, place)


def _is_statement(text: str, lexicon: Lexicon) -> bool:
    """Whether words that stand alone are no question, no list, and nobody's very words."""
    words = text.split()
    if not LEAST <= len(words) <= WORDS or _DOUBTFUL.search(text) or _QUOTED.search(text) or _MARKED.search(text):
        return False
    questions = lexicon.grammar.question_adverbs | lexicon.grammar.relative_adverbs | lexicon.frames.questions
    return _is_plain(words, lexicon) and words[0].lower() not in questions


def _is_plain(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a sentence needs none before it, and is no caption or notice."""
    grammar, first = lexicon.grammar, words[0].strip(",:").lower()
    is_shout = len(words[0]) > ACRONYM and words[0].isupper() and "." not in words[0]
    pointing = lexicon.lines.leads | grammar.coordinators | grammar.demonstratives | grammar.subjects
    return first not in pointing and not words[0].endswith(":") and not is_shout


def _is_open(words: str, lexicon: Lexicon) -> bool:
    """Whether words leave something open, or tell what somebody says."""
    patterns = _patterns(lexicon)
    return bool(patterns.doubt.search(words) or patterns.saying.search(words))


def _claim(article: Article, start: int, end: int) -> Claim:
    """An outlet's own statement; the gate looks for a claimant in the text, and an outlet's stands all over it."""
    exact = article.body[start:end]
    digest = hashlib.sha256(f"{article.id} {article.version} {exact}".encode()).hexdigest()
    return Claim(
        id=digest[:12],
        claimant=Claimant(name=article.publisher.name, surface=exact, role="agency", type="named body"),
        via=(article.publisher.name,),
        cue=":",
        passage=Passage(article_id=article.id, version=article.version, start=start, end=end, exact=exact),
        attribution=Attribution(content=((start, end),)),
    )
