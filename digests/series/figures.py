"""Claims → what each claimant gives of one measure over time; nothing is filled in, added up or averaged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby, pairwise
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, lexicon_of
from digests.lines.flags import chain_of, date_of, flags_of, relation_flags
from digests.lines.links import passage_url
from digests.models import DISPUTES, Article, Claim, Measure, Reading, RelationKind, SourcedClaim
from digests.relations.facts import terms_of
from digests.series.measures import Measured, measured_figures
from digests.text.folding import fold

#: Claims that stand so to each other speak of one thing, however each of them words it.
_OF_ONE_THING: frozenset[RelationKind] = frozenset(
    {"repeats", "updates", "updated by", "contradicts", "differs", "corrects", "corrected by"}
)
_FAR: datetime = datetime.max.replace(tzinfo=UTC)


class _Entry(NamedTuple):
    """A figure of a claim with its article."""

    source: SourcedClaim
    measured: Measured


def figures_of(sources: Sequence[SourcedClaim], *, now: datetime) -> tuple[Measure, ...]:
    """The measures of some claims, those of most claimants first; each claim once, whatever its order."""
    entries = [
        _Entry(source, measured)
        for source in sorted(sources, key=lambda source: source.claim.id)
        for measured in measured_figures(source.claim, lexicon_of(source.article))
    ]
    measures = [_measure(group, now=now) for group in _groups(entries)]
    return tuple(sorted(measures, key=_telling))


def matching(measures: Iterable[Measure], words: str, lexicon: Lexicon = ENGLISH) -> tuple[Measure, ...]:
    """The measures that some words name, in any form of theirs; all without words."""
    terms, text = terms_of(words, lexicon), fold(words)
    return tuple(
        measure
        for measure in measures
        if (terms <= terms_of(measure.title, lexicon) if terms else text in fold(measure.title))
    )


def _telling(measure: Measure) -> tuple[int, int, float, str]:
    days = [reading.day.timestamp() for reading in measure.readings if reading.day]
    return -len(measure.claimants), -len(measure.readings), -max(days, default=0.0), measure.title


def _groups(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """The figures by measure: of one key, or of claims that are held against each other already."""
    pairs = [*_same_keys(entries), *_counterparts(entries)]
    leaders = list(range(len(entries)))
    for first, second in pairs:
        leaders[_leader(leaders, second)] = _leader(leaders, first)
    order = sorted(range(len(entries)), key=lambda n: _leader(leaders, n))
    return [[entries[n] for n in numbers] for _, numbers in groupby(order, key=lambda n: _leader(leaders, n))]


def _leader(leaders: Sequence[int], n: int) -> int:
    while leaders[n] != n:
        n = leaders[n]
    return n


def _same_keys(entries: Sequence[_Entry]) -> Iterator[tuple[int, int]]:
    by_key = defaultdict(list)
    for n, entry in enumerate(entries):
        by_key[entry.measured.key].append(n)
    for numbers in by_key.values():
        yield from pairwise(numbers)


def _counterparts(entries: Sequence[_Entry]) -> Iterator[tuple[int, int]]:
    """The pairs of figures of claims on one thing that count the same."""
    by_claim = defaultdict(list)
    for n, entry in enumerate(entries):
        by_claim[entry.source.claim.id].append(n)
    for n, entry in enumerate(entries):
        for relation in entry.source.claim.relations:
            others = by_claim.get(relation.claim_id, ()) if relation.kind in _OF_ONE_THING else ()
            yield from ((n, other) for other in others if _alike(entry.measured, entries[other].measured))


def _alike(first: Measured, second: Measured) -> bool:
    """Whether figures of two claims on one thing count the same, one of them perhaps in fewer words."""
    shorter, longer = sorted((first.things, second.things), key=len)
    same_things = bool(shorter) and shorter <= longer and first.figure.unit == second.figure.unit
    return same_things and _meet(first.subject, second.subject) and len({first.party, second.party} - {""}) < 2


def _meet(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two claims may speak of one party."""
    return not first or not second or not first.isdisjoint(second)


def _day(claim: Claim, article: Article) -> datetime | None:
    """The moment of the date that a line prints."""
    if claim.valid_from and claim.valid_precision == "day":
        return claim.valid_from
    return claim.said_at or article.date_published


def _measure(entries: Sequence[_Entry], *, now: datetime) -> Measure:
    readings = [_reading(entry, now=now) for entry in entries]
    names = Counter(entry.measured.name for entry in entries)
    places = Counter(entry.measured.place for entry in entries if entry.measured.place)
    return Measure(
        name=max(names, key=lambda name: (names[name], len(name), name)),
        unit=entries[0].measured.figure.unit,
        place=max(places, key=lambda place: (places[place], place), default=None),
        readings=tuple(_once(sorted(readings, key=_moment))),
    )


def _moment(reading: Reading) -> tuple[datetime, str, str]:
    return reading.day or _FAR, reading.claimant, reading.claim_ids[0]


def _once(readings: Iterable[Reading]) -> list[Reading]:
    """The readings in their order; what a claimant says with one number on one day is one, in however many articles."""
    copies: dict[tuple[object, ...], Reading] = {}
    for reading in readings:
        key = (reading.claimant, reading.date, reading.value, reading.low, reading.high, reading.bound)
        first = copies.setdefault(key, reading)
        if first is not reading:
            copies[key] = first.model_copy(update={"claim_ids": (*first.claim_ids, *reading.claim_ids)})
    return list(copies.values())


def _reading(entry: _Entry, *, now: datetime) -> Reading:
    claim, article = entry.source
    figure = entry.measured.figure
    return Reading(
        claim_ids=(claim.id,),
        claimant=claim.claimant.label,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        surface=figure.surface,
        passage=claim.passage.exact,
        day=_day(claim, article),
        date=date_of(claim, article, now=now),
        flags=(*flags_of(claim, lexicon_of(article)), *relation_flags(claim, now=now)),
        unconfirmed=claim.status == "unconfirmed",
        updates=tuple(relation.claim_id for relation in claim.relations if relation.kind == "updates"),
        disputes=tuple(relation.claim_id for relation in claim.relations if relation.kind in DISPUTES),
        source=chain_of(claim),
        url=passage_url(article.url, claim.passage.exact),
    )
