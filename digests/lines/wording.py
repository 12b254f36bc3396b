"""How a claim is put in a line: its head and its words, through the gate, with how certain they are.

That depends on the claim's article alone, and takes long; so it may be worked out once and kept with the claim.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import islice

from digests.lexicon import Lexicon, lexicon_of
from digests.lines.certainty import certainty
from digests.lines.checks.statement_checks import unstated
from digests.lines.facts import LineFacts, line_facts
from digests.lines.flags import is_to_come, loses_event, shortest_date, tells_event
from digests.lines.gate import BODY_WORDS, LINE_CHARS, WHOLE_CHARS, WHOLE_WORDS, wording_hold
from digests.lines.heads import heads_of, introducing_heads, telling_heads
from digests.lines.people.claimant_nouns import disagrees
from digests.lines.people.outlets import is_own_report, relays_named
from digests.lines.reporting.clauses import states
from digests.lines.shortening import boundaries, cut, ends_sentence, later
from digests.models import Article, Claim, DigestItem, Wording

_BRIEF = 24  #: words up to which a whole body is printed as it is
_SHORTEST = 5  #: words that a cut must leave
_CLEAR = 0.8  #: how likely a line that may end elsewhere is right and readable where no other end is sought
_TOLD = 0.05  #: how much less likely it may be for the title of somebody whom only the text makes known
_FULLER = 3  #: heads, fullest first, of which others than the one that fits may be taken
_CLEARER = 0.1  #: by how much another end must make that likelier


class _Chances:
    """How likely the lines of one claim are right and readable; each is worked out when it is asked for, and once."""

    def __init__(self, claim: Claim, article: Article) -> None:
        self.claim, self.article = claim, article
        self._known: dict[tuple[str, str], float] = {}

    def of(self, item: DigestItem) -> float:
        """The chance of one line."""
        words = item.claimant, item.body
        if words not in self._known:
            self._known[words] = certainty(self.claim, item, self.article)
        return self._known[words]

    def best(self, lines: Sequence[DigestItem], floor: float) -> DigestItem | None:
        """The likeliest of other lines that may be printed, if its chance is at least so high."""
        for line in sorted(lines, key=self.of, reverse=True):
            if self.of(line) >= floor and wording_hold(line, self.claim, self.article) is None:
                return line
        return None


def worded(claim: Claim, article: Article) -> Claim:
    """A claim with its wording and how certain that is, so that neither has to be worked out when it is printed."""
    if claim.wording:
        return claim
    chances = _Chances(claim, article)
    wording = word(claim, article, chances=chances)
    if wording.body and not wording.hold:
        wording = wording.model_copy(update={"certainty": chances.of(_item(claim, wording))})
    return claim.model_copy(update={"wording": wording})


def word(claim: Claim, article: Article, *, room: int | None = None, chances: _Chances | None = None) -> Wording:
    """How a claim is put in a line that has so many characters for its head and its words.

    Where nobody says, they have as many as they ever have: all but the date's in its own year.
    """
    if article.review:
        return Wording(hold="examined by a fact check")
    lexicon = lexicon_of(article)
    if reason := unstated(claim, lexicon):
        return Wording(hold=reason)
    is_relayed = relays_named(claim, article.body, lexicon)
    if is_relayed or (claim.claimant.role == "outlet" and not is_own_report(claim, article)):
        return Wording(hold="no source named")
    facts = line_facts(claim, article)
    if isinstance(facts, str):
        return Wording(hold=facts)
    if facts.own_verb and disagrees(claim, facts.body.split(" ", 1)[0], lexicon):
        return Wording(hold="no full statement")
    room = _most_room(facts, claim, article) if room is None else room
    heads = heads_of(claim, lexicon, form=facts.report.form)
    chances = chances or _Chances(claim, article)
    head, body = _fitted(facts, heads, room, lexicon)
    wording = Wording(claimant=head, body=body, own_verb=facts.own_verb)
    item = _item(claim, wording)
    hold = wording_hold(item, claim, article)
    if hold or (not _is_brief(body, facts.body) and chances.of(item) < _CLEAR):
        lines = _other_lines(item, heads, facts.body, room, lexicon)
        clearer = chances.best(lines, _CLEARER + (0.0 if hold else chances.of(item)))
        item, hold = (clearer, None) if clearer else (item, hold)
    if not hold:
        item = _introduced(item, heads, facts.body, room, chances)
    head, body, of_saying = item.claimant, item.body, _loses_event(facts, item.body, claim, article)
    return Wording(claimant=head, body=body, own_verb=facts.own_verb, of_saying=of_saying, hold=hold or "")


def _item(claim: Claim, wording: Wording) -> DigestItem:
    """A line of which the words alone are known."""
    return DigestItem(
        claim_id=claim.id, claimant=wording.claimant, body=wording.body, own_verb=wording.own_verb, source=""
    )


def _introduced(item: DigestItem, heads: Sequence[str], whole: str, room: int, chances: _Chances) -> DigestItem:
    """A line with a head that says who somebody is, where that leaves it about as clear."""
    claim, lexicon = chances.claim, lexicon_of(chances.article)
    telling = telling_heads(claim, heads, lexicon)
    if telling and item.claimant not in telling:
        introductions = _titled(item, telling, whole, room, lexicon)
        item = chances.best(introductions, chances.of(item) - _TOLD) or item
    introducing = introducing_heads(claim, heads, lexicon)
    only_body = claim.claimant.title and item.claimant.endswith(f" ({claim.claimant.affiliation})")
    if introducing and (only_body or item.claimant not in introducing):
        item = chances.best(_longer(item, introducing, room), chances.of(item) - _TOLD) or item
    return item


def _titled(item: DigestItem, heads: Sequence[str], whole: str, room: int, lexicon: Lexicon) -> list[DigestItem]:
    """What a line may be with a head that says who somebody is, shorter by a clause."""
    bodies = ((head, _plainly(whole, room - len(head), lexicon)) for head in heads)
    return [item.model_copy(update={"claimant": head, "body": body}) for head, body in bodies if body is not None]


def _longer(item: DigestItem, heads: Sequence[str], room: int) -> list[DigestItem]:
    """A line with the fullest head that says who somebody is, where it grows too long by that alone."""
    spare = room + WHOLE_CHARS - LINE_CHARS - len(item.body)
    fitting = (head for head in heads if len(head) <= spare)
    return [item.model_copy(update={"claimant": head}) for head in islice(fitting, 1)]


def _other_lines(item: DigestItem, heads: Sequence[str], whole: str, room: int, lexicon: Lexicon) -> list[DigestItem]:
    """What else a line that is long, or ended early, may be, be it with less room for its head."""
    return [
        item.model_copy(update={"claimant": head, "body": body})
        for head in dict.fromkeys((item.claimant, *heads[1:_FULLER], heads[-1]))
        for body in _other_bodies(whole, item.body, room - len(head), lexicon)
    ]


def _other_bodies(whole: str, body: str, room: int, lexicon: Lexicon) -> list[str]:
    """What else a body that is long, or ended early, may be."""
    if _is_brief(body, whole):
        return []
    choices = dict.fromkeys((*_cuts(whole, lexicon), whole))
    return [choice for choice in choices if choice != body and _fits(choice, room)]


def _is_brief(body: str, whole: str) -> bool:
    """Whether a body is printed as it is, without a thought of what else it may be."""
    return body == whole and len(body.split()) <= _BRIEF


def _loses_event(facts: LineFacts, body: str, claim: Claim, article: Article) -> bool:
    """Whether a line's date is that of saying although its claim tells of another day.

    The words that name that day are left out, or it is past and the line's own verb, or its quotation, would seem to be
    of it.
    """
    if (facts.own_verb or claim.mode == "direct") and tells_event(claim) and not is_to_come(claim, article):
        return True
    if body != facts.body and loses_event(facts.body, body, claim, article):
        return True
    start, end = claim.attribution.content[0][0], claim.attribution.content[-1][1]
    printed_end = facts.report.content[-1][1]
    words = article.body[start:end]
    return printed_end < end and loses_event(words, words[: printed_end - start], claim, article)


def shorter_bodies(claim: Claim, article: Article) -> tuple[str, ...]:
    """The bodies that a line may have instead where it ends early, shortest first."""
    facts = line_facts(claim, article)
    return () if isinstance(facts, str) else _cuts(facts.body, lexicon_of(article))


def _most_room(facts: LineFacts, claim: Claim, article: Article) -> int:
    date = shortest_date(claim, article)
    rest = DigestItem(claim_id="", claimant="", body="", own_verb=facts.own_verb, when=date, source="")
    return LINE_CHARS - len(rest.line)


def _fitted(facts: LineFacts, heads: Sequence[str], room: int, lexicon: Lexicon) -> tuple[str, str]:
    """The fullest head with which there is room for a body, and that body.

    A head gives way before a sentence is broken off, and words go boldly only where nothing else fits. With less room
    a choice that still fits stays what it is: what was too long before is too long then. What nothing parts is
    printed whole, if it is not much longer.
    """
    ways = ((_whole_sentences, heads[:1]), (_as_it_is, heads), (_plainly, heads), (_boldly, heads))
    shortened = ((head, way(facts.body, room - len(head), lexicon)) for way, choices in ways for head in choices)
    fitting = ((head, body) for head, body in shortened if body is not None)
    spare = room + WHOLE_CHARS - LINE_CHARS
    whole = ((head, facts.body) for head in heads if _fits(facts.body, spare - len(head), WHOLE_WORDS))
    return next(fitting, None) or next(whole, (heads[0], facts.body))


def _as_it_is(body: str, room: int, _: Lexicon) -> str | None:
    """A body that fits; `room` is how many characters the line has for it."""
    return body if _fits(body, room) else None


def _whole_sentences(body: str, room: int, lexicon: Lexicon) -> str | None:
    """A body that fits as it is, else what can be printed of it where that ends with a sentence."""
    shorter = _as_it_is(body, room, lexicon) or _plainly(body, room, lexicon)
    return shorter if shorter == body or shorter in _cuts(body, lexicon, whole=True) else None


def _plainly(body: str, room: int, lexicon: Lexicon) -> str | None:
    """A body cut at the last clause boundary that leaves it short enough."""
    return next((shorter for shorter in reversed(_cuts(body, lexicon)) if _fits(shorter, room)), None)


def _boldly(body: str, room: int, lexicon: Lexicon) -> str | None:
    """A body that cannot be printed otherwise, cut boldly."""
    return next((shorter for shorter in _bold(body, lexicon) if _fits(shorter, room)), None)


@functools.lru_cache(maxsize=16)  # the ways to fit one body ask for the same again, for each head
def _cuts(body: str, lexicon: Lexicon, *, bold: bool = False, whole: bool = False) -> tuple[str, ...]:
    """What stands before each boundary at which a body may be cut, or before each at which a `whole` sentence ends."""
    ends = [boundary for boundary in boundaries(body, lexicon) if not whole or ends_sentence(body, boundary)]
    shorter_ones = (cut(body, boundary, bold=bold, lexicon=lexicon) for boundary in ends)
    long_enough = (shorter for shorter in shorter_ones if shorter and len(shorter.split()) > _SHORTEST - bold)
    return tuple(
        shorter for shorter in long_enough if states(shorter.removesuffix(" …").removesuffix(",”").strip("“”"), lexicon)
    )


def _bold(body: str, lexicon: Lexicon) -> Iterator[str]:
    """What may be printed of a body that has no other way: bold cuts, longest first, then what later sentences say."""
    yield from reversed(_cuts(body, lexicon, bold=True))
    for rest in filter(None, (later(body, boundary, lexicon) for boundary in boundaries(body, lexicon))):
        yield rest
        yield from reversed(_cuts(rest, lexicon, bold=True))


def _fits(body: str, room: int, limit: int = BODY_WORDS) -> bool:
    return len(body.split()) <= limit and len(body) <= room
