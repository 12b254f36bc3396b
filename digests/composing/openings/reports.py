"""What happened, in the outlets' name: the first words of a story's articles on which they agree."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from digests.composing.openings.headlines import asks
from digests.composing.openings.leads import DATED, SHARED, TOLD, Lead, all_leads, headline_terms, leads_of
from digests.lexicon import lexicon_of
from digests.lines.line import claim_line
from digests.models import DISPUTES, Article, DigestItem, RelationKind, SourcedClaim
from digests.relations.facts import ClaimFacts, terms_of
from digests.relations.rules import link
from digests.text.printable import printable
from digests.text.sentences import sentences

NAMED = 2  #: how many outlets are named; the others are counted
BEGINNING = 2  #: how many sentences of another article may say the same
NEARBY = timedelta(days=3)  #: how far apart a story's articles are published
RESTATED = 0.6  #: share of a line's words of weight that a heading has which says the same
AGREED = 0.5  #: share of a sentence's words of weight that another article begins with
SAME_DEED = 0.6  #: share of those that are no names: two articles on one storm need not tell the same of it

TITLE = 100  #: how many characters of a headline head a story
_OPPOSING: frozenset[RelationKind] = DISPUTES | {"updated by", "corrected by"}


class Opened(NamedTuple):
    """A story that a line may open: its heading, if it has one, and its articles."""

    heading: str
    articles: Sequence[Article]


class Report(NamedTuple):
    """What happened, as a line, and how many outlets begin with it."""

    item: DigestItem
    outlets: int
    place: int  #: the lower, the better it tells what happened
    restates: bool  #: whether it says what the story's heading says


def report_of(
    story: Sequence[Article],
    sources: Sequence[SourcedClaim],
    *,
    now: datetime,
    speech: bool = False,
    heading: str = "",
) -> Report | None:
    """The line that opens a story; none where its articles begin with what somebody says, unless `speech` lets that be.

    Only what no claim around disputes is told, and only outlets that begin with the same are named. What tells more
    than the story's `heading` goes before what does not.
    """
    keys = {_key(article) for article in story}
    story_claims = [source for source in sources if _key(source.article) in keys]
    claims = [ClaimFacts(claim, article) for claim, article in story_claims]
    candidates = (lead for article in story for lead in leads_of(article, story_claims))
    leads = [lead for lead in candidates if (speech or lead.place < TOLD) and _stands(lead, claims)]
    if not leads:
        return None
    articles = _articles(story, sources)
    rows = [(_restates(lead, heading), _outlets(lead, articles), lead) for lead in leads]
    for restates, outlets, lead in sorted(rows, key=_rank):
        # Elsewhere a headline said again makes no line; here it is the statement itself.
        item = claim_line(lead.claim, lead.article.model_copy(update={"headline": ""}), now=now)
        if isinstance(item, DigestItem):
            return Report(
                item.model_copy(update={"claimant": _reported_by(outlets)}), len(outlets), lead.place, restates
            )
    return None


def reports_of(
    stories: Sequence[Opened], sources: Sequence[SourcedClaim], *, now: datetime, room: int
) -> dict[int, DigestItem]:
    """The lines that open stories, by the stories' numbers: at most `room`, each once, what most outlets report first.

    What only names its day, or tells that somebody spoke, opens a story where nothing else is told to have happened.
    """
    reports: dict[int, DigestItem] = {}
    rows = (
        (n, report_of(story, sources, now=now, speech=True, heading=heading))
        for n, (heading, story) in enumerate(stories)
    )
    for n, report in sorted(((n, report) for n, report in rows if report), key=_weight) if room else ():
        if len(reports) < (1 if report.place >= DATED else room) and report.item not in reports.values():
            reports[n] = report.item
    return reports


def openings(article: Article) -> list[SourcedClaim]:
    """What an article may have told in its outlet's name, whatever stood beside it, each with the text it stands in."""
    return [SourcedClaim(lead.claim, lead.article.model_copy(update={"headline": ""})) for lead in all_leads(article)]


def _weight(row: tuple[int, Report]) -> tuple[bool, bool, int, int]:
    n, report = row
    return report.place >= DATED, report.restates, -report.outlets, n


def title_of(story: Sequence[Article]) -> str:
    """The headline that tells something and shares most words with the story's others, the shortest of those."""

    def order(article: Article) -> tuple[bool, int, int, str]:
        shared = sum(len(headline_terms(article) & headline_terms(second)) for second in story)
        return asks(article.headline, lexicon_of(article)), -shared, len(article.headline), article.id

    best = min(story, key=order)
    return textwrap.shorten(printable(best.headline), TITLE, placeholder=" …")


def _restates(lead: Lead, heading: str) -> bool:
    terms = lead.facts.terms
    return len(terms & terms_of(heading, lexicon_of(lead.article))) >= RESTATED * len(terms)


def _rank(row: tuple[bool, tuple[str, ...], Lead]) -> tuple[bool, bool, int, int, float, str]:
    """What happened before what was said, what is new, what most outlets share, what tells most, then the latest."""
    restates, outlets, lead = row
    published = lead.article.date_published
    latest = -(published.timestamp() if published else 0.0)
    return lead.place >= TOLD, restates, -len(outlets), lead.place, latest, lead.claim.id


def _articles(story: Sequence[Article], sources: Sequence[SourcedClaim]) -> list[Article]:
    """The story's articles, and those whose headlines share words with theirs and that are published nearby."""
    heads = {_key(article): article for article in story}
    wanted_terms = [(headline_terms(article), article.date_published) for article in story]
    others = {_key(article): article for _, article in sources if _key(article) not in heads}
    nearby_articles = [
        article
        for article in others.values()
        if any(
            len(terms & headline_terms(article)) >= SHARED and _nearby(day, article.date_published)
            for terms, day in wanted_terms
        )
    ]
    return [*story, *sorted(nearby_articles, key=_key)]


def _key(article: Article) -> tuple[str, int]:
    return article.id, article.version


def _nearby(first: datetime | None, second: datetime | None) -> bool:
    return first is None or second is None or abs(first - second) <= NEARBY


def _stands(lead: Lead, claims: Sequence[ClaimFacts]) -> bool:
    """Whether no claim of the story disputes what an outlet begins with."""
    for facts in claims:
        earlier, later = sorted((lead.facts, facts), key=lambda first: first.order)
        tie = link(earlier, later)
        if tie and {tie.earlier, tie.later} & _OPPOSING:
            return False
    return True


def _outlets(lead: Lead, articles: Sequence[Article]) -> tuple[str, ...]:
    """The outlets whose headlines or first sentences say what a lead says, its own first."""
    names = dict.fromkeys([lead.article.publisher.name])
    for article in articles:
        if article.language == lead.article.language and _says(article, lead):
            names.setdefault(article.publisher.name)
    return tuple(names)


def _says(article: Article, lead: Lead) -> bool:
    lexicon = lexicon_of(article)
    begin = sentences(article.body)[:BEGINNING]
    texts = [article.headline, *(article.body[start:end] for start, end in begin)]
    wanted_terms = lead.facts.terms
    deed = wanted_terms - lead.facts.says.names or wanted_terms
    all_terms = [terms_of(text, lexicon) for text in texts]
    is_alike = any(len(wanted_terms & terms) >= AGREED * len(wanted_terms) for terms in all_terms)
    return is_alike and len(deed.intersection(itertools.chain(*all_terms))) >= SAME_DEED * len(deed)


def _reported_by(outlets: Sequence[str]) -> str:
    names = ", ".join(outlets[:NAMED])
    return f"Reported by {names}" + (f" + {len(outlets) - NAMED}" if len(outlets) > NAMED else "")
