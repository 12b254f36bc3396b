"""What happened, in the outlets' name: the first words of a story's articles on which they agree."""

from __future__ import annotations

import functools
import hashlib
import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.line import claim_line
from digests.models import Article, Attribution, Claim, Claimant, DigestItem, Passage, SourcedClaim
from digests.relations.facts import ClaimFacts, facts_of, terms_of
from digests.relations.rules import link
from digests.text.printable import printable
from digests.text.sentences import sentences

NAMED = 2  #: how many outlets are named; the others are counted
SENTENCES = 2  #: how many sentences of an article may say what happened
WORDS = 32  #: the longest of them
SHORTEST = 6
HEADLINE_WORDS = 2  #: how many words of weight headlines of one story share
NEARBY = timedelta(days=3)  #: how far apart its articles are published
TELLING = 0.4  #: share of the headline's words that a sentence has which tells what it tells
AGREED = 0.5  #: share of a sentence's words of weight that another article begins with

TITLE = 100  #: how many characters of a headline head a story
_DATELINE = re.compile(r"[A-Z][A-Z .,’']+(?:,? [A-Z][a-z]+)?(?: \([\w ]+\))?\s*[–—-]+\s+")
_DOUBTFUL = re.compile(r"[:!;‘’']\s|\s[-–—|]\s|[!‘(]|\s'")
_OPPOSING = frozenset({"contradicts", "differs", "denied by", "denies", "updated by", "corrected by"})


class _Lead(NamedTuple):
    """A sentence of an article in which nobody is quoted, as its outlet's own claim."""

    article: Article
    claim: Claim
    facts: ClaimFacts


class Report(NamedTuple):
    """What happened, as a line, and how many outlets begin with it."""

    item: DigestItem
    outlets: int


def report_of(story: Sequence[Article], sources: Sequence[SourcedClaim], *, now: datetime) -> Report | None:
    """The line that opens a story; none where its articles begin with what somebody says.

    Only what no claim around disputes is told, and only outlets that begin with the same are named.
    """
    keys = {_key(article) for article in story}
    story_claims = [source for source in sources if _key(source.article) in keys]
    claims = [facts_of(claim, article) for claim, article in story_claims]
    leads = [lead for article in story for lead in _leads(article, story_claims) if _stands(lead, claims)]
    if not leads:
        return None
    articles = _articles(story, sources)
    for outlets, lead in sorted(((_outlets(lead, articles), lead) for lead in leads), key=_rank):
        # Elsewhere a headline said again makes no line; here it is the statement itself.
        item = claim_line(lead.claim, lead.article.model_copy(update={"headline": ""}), now=now)
        if isinstance(item, DigestItem):
            return Report(item.model_copy(update={"claimant": _reported_by(outlets)}), len(outlets))
    return None


def reports_of(
    stories: Sequence[Sequence[Article]], sources: Sequence[SourcedClaim], *, now: datetime, room: int
) -> dict[int, DigestItem]:
    """The lines that open stories, by the stories' numbers: at most `room`, each once.

    What one outlet alone begins with opens a digest's first such story, and no other.
    """
    reports: dict[int, DigestItem] = {}
    for n, story in enumerate(stories):
        if len(reports) >= room:
            break
        report = report_of(story, sources, now=now)
        if report and (report.outlets > 1 or not reports) and report.item not in reports.values():
            reports[n] = report.item
    return reports


def openings(article: Article) -> list[SourcedClaim]:
    """What an article may have told in its outlet's name, whatever stood beside it, each with the text it stands in."""
    return [SourcedClaim(lead.claim, lead.article.model_copy(update={"headline": ""})) for lead in _leads(article, [])]


def title_of(story: Sequence[Article]) -> str:
    """The headline that shares most words with the story's others, the shortest of those."""

    def shared(article: Article) -> int:
        return sum(len(_terms(article) & _terms(second)) for second in story)

    best = min(
        story, key=lambda article: ("?" in article.headline, -shared(article), len(article.headline), article.id)
    )
    return textwrap.shorten(printable(best.headline), TITLE, placeholder=" …")


def _rank(row: tuple[tuple[str, ...], _Lead]) -> tuple[int, bool, float, str]:
    """The lead that most outlets share, sentences before headlines, then the latest."""
    outlets, lead = row
    published = lead.article.date_published
    short = lead.claim.passage.exact == lead.article.body
    return -len(outlets), short, -(published.timestamp() if published else 0.0), lead.claim.id


def _articles(story: Sequence[Article], sources: Sequence[SourcedClaim]) -> list[Article]:
    """The story's articles, and those whose headlines share words with theirs and that are published nearby."""
    heads = {_key(article): article for article in story}
    wanted_terms = [(_terms(article), article.date_published) for article in story]
    others = {_key(article): article for _, article in sources if _key(article) not in heads}
    nearby_articles = [
        article
        for article in others.values()
        if any(
            len(terms & _terms(article)) >= HEADLINE_WORDS and _nearby(day, article.date_published)
            for terms, day in wanted_terms
        )
    ]
    return [*story, *sorted(nearby_articles, key=_key)]


def _key(article: Article) -> tuple[str, int]:
    return article.id, article.version


def _terms(article: Article) -> frozenset[str]:
    return terms_of(article.headline, lexicon_of(article))


def _nearby(first: datetime | None, second: datetime | None) -> bool:
    return first is None or second is None or abs(first - second) <= NEARBY


def _leads(article: Article, claims: Sequence[SourcedClaim]) -> Iterator[_Lead]:
    """The first sentences of an article that tell what its headline tells, and are nobody's claim; or its headline."""
    claimed_spans = [
        span
        for claim, source in claims
        if source.id == article.id
        for span in ((claim.attribution.start, claim.attribution.end), *claim.attribution.source)
    ]
    for sentence in sentences(article.body)[:SENTENCES]:
        start, end = _statement(article.body, *sentence)
        lead = _lead(article, start, end)
        if lead and not any(start < stop and begin < end for begin, stop in claimed_spans):
            yield lead
    headline = _headline(article)
    if headline:
        yield headline


def _statement(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence without the place and agency before it, and without its full stop."""
    dateline = _DATELINE.match(text, start, end)
    begin = dateline.end() if dateline else start
    return begin, begin + len(text[begin:end].rstrip(".!? "))


def _headline(article: Article) -> _Lead | None:
    """A headline that is a plain statement, gated against itself: it stands on the page, if not in the text."""
    headline = printable(article.headline)
    lexicon = lexicon_of(article)
    words = headline.split()
    if not SHORTEST <= len(words) <= WORDS or not _is_plain(words, lexicon) or _DOUBTFUL.search(headline):
        return None
    if words[0].lower() in lexicon.grammar.question_adverbs | lexicon.grammar.relative_adverbs:
        return None
    alone = article.model_copy(update={"body": headline})
    claim = _claim(alone, 0, len(headline))
    facts = facts_of(claim, alone)
    return _Lead(alone, claim, facts) if facts.says.mood == "fact" and not facts.says.years else None


def _lead(article: Article, start: int, end: int) -> _Lead | None:
    words = article.body[start:end].split()
    lexicon = lexicon_of(article)
    if not SHORTEST <= len(words) <= WORDS or not _is_plain(words, lexicon):
        return None
    claim = _claim(article, start, end)
    facts = facts_of(claim, article)
    headline = _terms(article)
    telling = len(facts.terms & headline) >= max(HEADLINE_WORDS, TELLING * len(headline))
    firm = facts.says.finite and facts.says.mood == "fact" and not facts.says.years
    return _Lead(article, claim, facts) if telling and firm else None


def _is_plain(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a sentence needs none before it, leaves nothing open, and is no caption or notice."""
    first = words[0].strip(",:").lower()
    if (
        first in lexicon.lines.leads | lexicon.grammar.coordinators
        or words[0].endswith(":")
        or (len(words[0]) > 2 and words[0].isupper())
    ):
        return False
    return not _open(lexicon).search(" ".join(words))


@functools.cache
def _open(lexicon: Lexicon) -> re.Pattern[str]:
    hedges = lexicon.hedges
    return re.compile(
        rf"\b(?:{either(hedges.hedges, hedges.conditions, hedges.hedging_modals, lexicon.verbs.saying)})\b|[?“”\"]",
        re.IGNORECASE,
    )


def _claim(article: Article, start: int, end: int) -> Claim:
    """An outlet's own statement; the gate looks for a claimant in the text, and an outlet's stands all over it."""
    exact = article.body[start:end]
    digest = hashlib.sha256(f"{article.id} {article.version} {exact}".encode()).hexdigest()
    return Claim(
        id=digest[:12],
        claimant=Claimant(name=article.publisher.name, surface=exact, role="agency"),
        via=(article.publisher.name,),
        cue=":",
        passage=Passage(article_id=article.id, version=article.version, start=start, end=end, exact=exact),
        attribution=Attribution(content=((start, end),)),
    )


def _stands(lead: _Lead, claims: Sequence[ClaimFacts]) -> bool:
    """Whether no claim of the story disputes what an outlet begins with."""
    for facts in claims:
        earlier, later = sorted((lead.facts, facts), key=lambda first: first.order)
        tie = link(earlier, later)
        if tie and {tie.earlier, tie.later} & _OPPOSING:
            return False
    return True


def _outlets(lead: _Lead, articles: Sequence[Article]) -> tuple[str, ...]:
    """The outlets whose headlines or first sentences say what a lead says, its own first."""
    names = dict.fromkeys([lead.article.publisher.name])
    for article in articles:
        if article.language == lead.article.language and _says(article, lead):
            names.setdefault(article.publisher.name)
    return tuple(names)


def _says(article: Article, lead: _Lead) -> bool:
    lexicon = lexicon_of(article)
    begin = sentences(article.body)[:SENTENCES]
    texts = [article.headline, *(article.body[start:end] for start, end in begin)]
    wanted_terms = lead.facts.terms
    return any(len(wanted_terms & terms_of(text, lexicon)) >= AGREED * len(wanted_terms) for text in texts)


def _reported_by(outlets: Sequence[str]) -> str:
    names = ", ".join(outlets[:NAMED])
    return f"Reported by {names}" + (f" + {len(outlets) - NAMED}" if len(outlets) > NAMED else "")
