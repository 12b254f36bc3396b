"""What a text says beside a name that a body is: “the Larn daily”, “a charity for sailors”, “which runs the port”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Actor, Claimant
from digests.speakers.bodies.body_nouns import body_nouns
from digests.speakers.participants.cast import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER, point

_MOST_CHARS: Final = 72  #: of an introduction
_NEAR: Final = 80  #: characters before a name
_MENTIONS: Final = 8  #: of a name that are looked at


class _Patterns(NamedTuple):
    apposition: re.Pattern[str]  #: “, a Norwegian charity for sailors,” behind a name
    whole: re.Pattern[str]  #: “Alto, a maker of salt”
    kind_and_name: re.Pattern[str]  #: “Human rights group Alto Watch”
    based: re.Pattern[str]  #: “Paris-based OECD”
    clause: re.Pattern[str]  #: “, which runs the port,” behind it
    lead: re.Pattern[str]  #: “the Norwegian daily ” before it
    opening: re.Pattern[str]  #: “the semi-official ” before a name that its noun follows
    tail: re.Pattern[str]  #: “ news agency in Norway” behind it
    verb: re.Pattern[str]  #: an auxiliary, which no introduction has outside a clause
    relative: re.Pattern[str]  #: where a clause of it begins
    border: re.Pattern[str]  #: where a long introduction may be cut
    joint: re.Pattern[str]  #: what ends the noun phrase


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    pointed = rf"(?:{point(lexicon)}|[^.,;:?!“”\"()\[\]\n–—])"
    articles = either(grammar.articles, words.single - words.picked)
    stops = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.finite_auxiliaries,
        grammar.articles,
    )  # fmt: skip
    modifier = rf"(?!(?:{stops})\b)(?:(?:[A-Z]\.){{2,3}}|[\w’'-]+)\s"
    opening, holding = rf"(?:\b(?i:{articles})\s|(?<=\w)[’']s\s)", either(lexicon.places.holding)
    helping = either(grammar.finite_auxiliaries, grammar.modals)
    describing = either(words.describing)
    small = either(grammar.prepositions, grammar.longer_prepositions)
    return _Patterns(
        apposition=re.compile(
            rf"(?:\s\([\w’'. ]{{2,24}}\))?,\s(?:(?:{articles})\s)(?P<words>{pointed}{{3,160}})(?=[.,;)]|\s[–—-])"
        ),
        whole=re.compile(
            rf"(?P<name>{UPPER}[\w’'&-]*(?:\s{UPPER}[\w’'&-]*){{0,4}}),\s(?:{articles})\s(?P<words>{pointed}{{3,160}})"
        ),
        kind_and_name=re.compile(
            rf"(?:(?:{articles})\s)?(?P<words>(?:[\w’'-]+\s){{0,4}}?(?:{either(_kinds(lexicon))}))\s"
            rf"(?P<name>{UPPER}[\w’'&-]*(?:\s{UPPER}[\w’'&-]*){{0,4}})"
        ),
        based=re.compile(
            rf"(?:(?:{articles})\s)?{UPPER}\w+(?:{either(lexicon.clauses.aside_endings)})\s"
            rf"(?P<name>{UPPER}[\w’'&-]+(?:\s{UPPER}[\w’'&-]+)*)"
        ),
        clause=re.compile(
            rf"(?:\s\([\w’'. ]{{2,24}}\))?,\s(?P<words>(?:{either(grammar.thing_relatives)})\s(?:{describing})\s"
            rf"{pointed}{{3,160}})(?=[.,;)])"
        ),
        lead=re.compile(
            rf"(?:{opening}|\b(?:{small})\s)(?P<words>(?:{modifier}){{0,3}}?(?:{either(_kinds(lexicon))}))\s$"
        ),
        opening=re.compile(rf"{opening}(?P<words>(?:{modifier}){{1,3}})$"),
        tail=re.compile(rf"\s(?P<words>(?:{either(words.generic)})(?:\s(?:{holding})\s{UPPER}\w+)?)\b"),
        verb=re.compile(rf"\b(?:{helping})\b|(?:{either(lexicon.hedges.negative_endings)})\b"),
        relative=re.compile(rf"\s(?:{either(grammar.relative_pronouns, grammar.personal_relatives)})\s"),
        border=re.compile(rf"\s(?:{small}|{either(grammar.relative_pronouns, grammar.coordinators)})\s"),
        joint=re.compile(rf"\s(?:{small}|{either(grammar.relative_pronouns)}|\w+ed)\s|,"),
    )


@functools.cache
def _kinds(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that stand before a name: “charity”, and no part of a body such as “board”."""
    words = lexicon.descriptions
    return (body_nouns(lexicon) - words.bodies) | words.generic.keys() | words.kinds


@functools.cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    return _kinds(lexicon) | body_nouns(lexicon) | lexicon.descriptions.bodies


def with_introductions(claimants: Sequence[Claimant], cast: Cast) -> list[Claimant]:
    """Bodies with what their text says that they are, listed ones only with more than a noun."""
    claimants = [_parted(claimant, cast.lexicon) for claimant in claimants]
    actor_ids = {claimant.name: claimant.actor_id or "" for claimant in claimants if _is_unknown(claimant, cast)}
    titles = {name: _told(name, cast.index.get(actor_id), cast) for name, actor_id in actor_ids.items()}
    nouns = cast.lexicon.descriptions.generic.keys()
    return [
        claimant.model_copy(update={"title": words})
        if (words := titles.get(claimant.name))
        and _is_unknown(claimant, cast)
        and not (words in nouns and cast.index.get(claimant.actor_id or ""))
        else claimant
        for claimant in claimants
    ]


def _parted(claimant: Claimant, lexicon: Lexicon) -> Claimant:
    """A body that is named with what it is, parted from that: “Alto, a maker of salt”."""
    if claimant.resolved_by not in {"unresolved", "local"} or claimant.title:
        return claimant
    patterns = _patterns(lexicon)
    if (based := patterns.based.fullmatch(claimant.name)) is not None:
        return claimant.model_copy(update={"name": based["name"]})
    match = patterns.whole.fullmatch(claimant.name) or patterns.kind_and_name.fullmatch(claimant.name)
    if match is None or not _is_body(match["words"], lexicon):
        return claimant
    title = _shortened(match["words"], lexicon)
    return claimant.model_copy(update={"name": match["name"], "title": title, "type": "named body"})


def _told(name: str, actor: Actor | None, cast: Cast) -> str | None:
    """What a text says that a body is, beside its name or another that it is listed by."""
    names = (name, *(actor.aliases if actor else ()))
    return next(filter(None, (body_introduction(cast.text, alias, cast.lexicon) for alias in names)), None)


def _is_unknown(claimant: Claimant, cast: Cast) -> bool:
    """Whether a claimant is one body of which nothing is told, and a reader knows no short name."""
    actor = cast.index.get(claimant.actor_id or "")
    is_body = claimant.type == "named body" and len(claimant.members) <= 1
    is_told = claimant.title or claimant.affiliation or claimant.short
    return is_body and not is_told and (actor is None or actor.role == "outlet")


def body_introduction(text: str, name: str, lexicon: Lexicon) -> str | None:
    """What the first words beside a body's name say that it is, short and in the text's own words."""
    places = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w’'-])", text)
    for match in islice(places, _MENTIONS):
        for words in _beside(text, match.start(), match.end(), lexicon):
            if _tells(words, name, lexicon):
                return words
    return None


def _beside(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[str]:
    """What may say what a body is, behind its name, before it and around it."""
    patterns, first = _patterns(lexicon), max(start - _NEAR, text.rfind("\n", 0, start) + 1, 0)
    if (apposition := patterns.apposition.match(text, end)) is not None:
        words = _shortened(apposition["words"], lexicon)
        if _is_body(words, lexicon) and patterns.verb.search(patterns.relative.split(words, maxsplit=1)[0]) is None:
            yield words  # not “according to Alto, the high commission in Larn doesn't have an office”
    if (clause := patterns.clause.match(text, end)) is not None:
        yield _shortened(clause["words"], lexicon)
    if (lead := patterns.lead.search(text, first, start)) is not None:
        yield lead["words"]
    opening, tail = patterns.opening.search(text, first, start), patterns.tail.match(text, end)
    if opening is not None and tail is not None:
        yield f"{opening['words']}{tail['words']}"


def _shortened(words: str, lexicon: Lexicon) -> str:
    """Words ended at the last border at which they are short enough."""
    patterns, words = _patterns(lexicon), " ".join(words.split())
    if len(words) > _MOST_CHARS and (relative := patterns.relative.search(words, 1)) is not None:
        words = words[: relative.start()]
    while len(words) > _MOST_CHARS:
        words = words[: max((border.start() for border in patterns.border.finditer(words)), default=0)]
    return words


def _is_body(words: str, lexicon: Lexicon) -> bool:
    """Whether the noun of a description is that of a body."""
    head = _patterns(lexicon).joint.split(words, maxsplit=1)[0]
    return any(head == noun or head.endswith(f" {noun}") for noun in _nouns(lexicon))


def _tells(words: str, name: str, lexicon: Lexicon) -> bool:
    """Whether an introduction says more than the name does."""
    further = {*fold(words).split()} - {*fold(name).split()} - lexicon.grammar.prepositions - lexicon.grammar.articles
    return bool(further) and name.rpartition(" ")[2] not in words.split()
