"""Lines that the passage around their words does not bear out, made by chance: each kind has been printed once.

Unlike the altered lines of `smuggling`, most of these hold words of the passage alone: their verb, their condition, the
frame around them or whoever speaks is not what the line has a reader believe.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Iterator

from digests.lines.line import claim_line
from digests.lines.links import passage_url
from digests.models import Article, Claim, Claimant, DigestItem
from tests.digests.lines.framed import CONTENTS, MORE_UNREAL, UNREAL, VERBS, framed
from tests.digests.lines.smuggling import NAMES, NUMBERS, PERSONS, PLACES, THINGS, Attack
from tests.make import NOW, article, spoken

FRAMES = (*UNREAL, *MORE_UNREAL)
#: Verbs with what they take, which says something else without them.
NEWS = (
    ("warned", "{place} against closing the road"),
    ("warned", "against closing the road to {place}"),
    ("accused", "{place} of hiding {number} {things}"),
    ("urged", "{place} to let {number} {things} in"),
    ("threatened", "to close the road to {place}"),
    ("objected to", "the plan for {place}"),
    ("asked for", "{number} {things} in {place}"),
    ("threatened", "retaliation for the raid on {place}"),
    ("complained about", "not being able to see {place}"),
    ("promised", "{number} {things} to {place}"),
)
CONDITIONS = (
    "if {place} is reopened",
    "unless {place} is closed",
    "provided that {place} pays",
    "as soon as {place} is a member of the league",
    "following a complete withdrawal from {place}",
    "only if {number} {things} come first",
    "on condition that {place} agrees",
    "in exchange for {number} {things}",
)
COMMENTS = (", which was a joke", " – a plan she called fantasy", ", but not before 2031", ", or so the board hoped")
HALVES = (
    ("thirty-five {things}", "thirty-5 {things}"),
    ("thirty-five {things}", "35 {things}"),
    ("{number} {things} of Three Mile Island", "{number} {things} of 3 Mile Island"),
    ("{number} {things} of Three Mile Island", "{number} {things} of 3 mi Island"),
    ("as many as 20 years ago {number} {things}", "up to 20 years ago {number} {things}"),
    ("{number} {things} (barely half)", "{number} {things}"),
    ("40 {things} and 30 horses", "30 {things} and 40 horses"),
    ("no more than 40 {things}", "more than 40 {things}"),
    ("not only 40 {things}", "only 40 {things}"),
)
MARKS = (" · corrected Sat 8 Feb", " (Thu 6 Feb)", " • Ida Holm: it rained", " · 3 origins", " ~it rained~")


def misreported(rng: random.Random) -> Iterator[Attack]:
    """One forgery of each kind that can be made of a draw."""
    for name, make in KINDS.items():
        for claim, of, changes in make(rng):
            yield Attack(name, _forged(claim, of, changes), claim, of)


def forged_in_frame(
    frame: str, speakers: tuple[str, ...], verbs: tuple[str, ...], contents: tuple[str, ...]
) -> Iterator[Attack]:
    """The lines of what a frame holds, as if it were plainly said."""
    for claim, of in framed((frame,), speakers, verbs, contents):
        changes: dict[str, object] = {}
        if claim.kind == "denial":
            changes = {"claimant": f"{claim.claimant.name} denies"}
        yield Attack("a frame that denies it", _forged(claim, of, changes), claim, of)


_Forgery = tuple[Claim, Article, dict[str, object]]


@functools.cache
def _base() -> DigestItem:
    """A line that passes, of which a forger changes the words."""
    text = "Ida Holm said that the road was open."
    drawn = claim_line(spoken(text, "the road was open", "Ida Holm", "said"), article(text), now=NOW)
    assert isinstance(drawn, DigestItem)
    return drawn


def _forged(claim: Claim, of: Article, changes: dict[str, object]) -> DigestItem:
    """The line of a claim that would be plainly said, with what a forger changes in it."""
    words, name = claim.passage.exact, claim.claimant.name
    fields = {"claimant": name, "body": words, "url": passage_url(of.url, words)}
    return _base().model_copy(update={**fields, **changes})


def _words(form: str, rng: random.Random) -> str:
    return form.format(place=rng.choice(PLACES), number=rng.choice(NUMBERS), things=rng.choice(THINGS))


def _clause(rng: random.Random) -> str:
    return _words("{number} {things} had left {place}", rng)


def _claim(text: str, content: str, name: str, cue: str, **fields: object) -> tuple[Claim, Article]:
    claimant = Claimant(name=name, surface=name, resolved_by="local")
    return spoken(text, content, name, cue, claimant=claimant, **fields), article(text)


# --- the kinds ------------------------------------------------------------------------------------------------


def _framed(rng: random.Random) -> Iterator[_Forgery]:
    frame, name, verb = rng.choice(FRAMES), rng.choice(NAMES), rng.choice(VERBS)
    contents = (rng.choice((*CONTENTS, _clause(rng))),)
    for _, item, claim, of in forged_in_frame(frame, (name,), (verb,), contents):
        yield claim, of, {"claimant": item.claimant}


def _hedged(rng: random.Random) -> Iterator[_Forgery]:
    words, name = _clause(rng), rng.choice(NAMES)
    adverb = rng.choice(("allegedly", "reportedly", "apparently", "supposedly"))
    yield *_claim(f"{name} {adverb} said that {words}.", words, name, "said"), {}


def _verb_dropped(rng: random.Random) -> Iterator[_Forgery]:
    name, (verb, form) = rng.choice(NAMES), rng.choice(NEWS)
    words = _words(form, rng)
    claim, of = _claim(f"{name} {verb} {words}.", words, name, verb)
    yield claim, of, {}
    for preposition in ("against ", "to ", "of ", "not "):
        if preposition in words:
            yield claim, of, {"body": words.split(preposition, 1)[1]}


def _denied_something(rng: random.Random) -> Iterator[_Forgery]:
    name, form = rng.choice(NAMES), rng.choice(("{s} was denied {o}.", "{s} is denied {o}.", "{s} was refused {o}."))
    words = _words(rng.choice(("a visa for {place}", "entry to {place}", "a double in {place}")), rng)
    cue = "denied" if "denied" in form else "refused"
    claim, of = _claim(form.format(s=name, o=words), words, name, cue, kind="denial")
    yield claim, of, {"claimant": f"{name} denies"}


def _addressed(rng: random.Random) -> Iterator[_Forgery]:
    (told, teller), words = rng.sample(NAMES, 2), _clause(rng)
    cue = rng.choice(("was told", "was informed", "was assured", "was reminded"))
    yield *_claim(f"{told} {cue} by {teller} that {words}.", words, told, cue), {}


def _condition_cut(rng: random.Random) -> Iterator[_Forgery]:
    name, words, condition = rng.choice(NAMES), _clause(rng).replace("had left", "would leave"), rng.choice(CONDITIONS)
    whole = f"{words} {_words(condition, rng)}"
    claim, of = _claim(f"{name} said that {whole}.", whole, name, "said")
    yield claim, of, {"body": words}
    yield claim, of, {"body": f"{words} …"}


def _comment_cut(rng: random.Random) -> Iterator[_Forgery]:
    name, words = rng.choice(NAMES), _clause(rng)
    whole = f"{words}{rng.choice(COMMENTS)}"
    claim, of = _claim(f"{name} said that {whole}.", whole, name, "said")
    yield claim, of, {"body": words}


def _another_kept(rng: random.Random) -> Iterator[_Forgery]:
    (name, other), words = rng.sample(NAMES, 2), _clause(rng)
    tail = rng.choice(
        (", while {o} put the toll at 15", "; {o} put it at 15", ", but {o} disagrees", ", and {o} said 15")
    )
    whole = f"{words}{tail.format(o=other)}"
    yield *_claim(f"{name} said that {whole}.", whole, name, "said"), {}


def _doubt_dropped(rng: random.Random) -> Iterator[_Forgery]:
    person, words = rng.choice(list(PERSONS)), _clause(rng)
    doubt = rng.choice(("doubted", "denied", "was not sure", "did not believe", "had no proof"))
    whole = f"{PERSONS[person]} {doubt} that {words}"
    claim, of = _claim(f"{person} told reporters {whole}.", whole, person, "told")
    yield claim, of, {"body": words}


def _half_a_number(rng: random.Random) -> Iterator[_Forgery]:
    name, (form, forged) = rng.choice(NAMES), rng.choice(HALVES)
    values = {"number": rng.choice(NUMBERS), "things": rng.choice(THINGS)}
    whole = f"{form.format(**values)} had left {PLACES[0]}"
    claim, of = _claim(f"{name} said that {whole}.", whole, name, "said")
    yield claim, of, {"body": f"{forged.format(**values)} had left {PLACES[0]}"}


def _weekday_dropped(rng: random.Random) -> Iterator[_Forgery]:
    name, subject = rng.choice(NAMES), _words("{number} {things}", rng)
    form = rng.choice(
        (
            "{s} left {p}{d}",
            "{s} did not leave {p}{d}",
            "{s} left {p}{d} or on Monday",
            "{s} left {p} before Friday, not{d}",
        )
    )
    place = rng.choice(PLACES)
    whole, cut = (form.format(s=subject, p=place, d=day) for day in (" on Friday", ""))
    claim, of = _claim(f"{name} said that {whole}.", whole, name, "said")
    yield claim, of, {"body": cut}
    yield claim, of, {"body": cut, "when": "Fri 7 Feb"}


def _apposition_cut(rng: random.Random) -> Iterator[_Forgery]:
    name, place = rng.choice(NAMES), rng.choice(PLACES)
    whole = f"its crews left {place}, a town in ruins and retook it at night"
    claim, of = _claim(f"{name} said that {whole}.", whole, name, "said")
    yield claim, of, {"body": f"its crews left {place}"}


def _critic(rng: random.Random) -> Iterator[_Forgery]:
    of_whom, words = rng.choice(NAMES), _clause(rng)
    name = rng.choice(("A critic of {n}", "A rival of {n}", "The lawyer suing {n}", "Opponents of {n}")).format(
        n=of_whom
    )
    claim, of = _claim(f"{name} said that {words}.", words, name, "said")
    yield claim, of, {"claimant": name.removesuffix(f" {of_whom}")}
    yield claim, of, {"claimant": of_whom}


def _marked(rng: random.Random) -> Iterator[_Forgery]:
    name = rng.choice(NAMES)
    words = f"{_clause(rng)}{rng.choice(MARKS)}"
    yield *_claim(f"{name} said that {words}.", words, name, "said"), {}


def _bracketed_rival(rng: random.Random) -> Iterator[_Forgery]:
    person, body = rng.choice(list(PERSONS)), rng.choice(("The Ardova council", "The Belsk post"))
    rival = rng.choice(("the kidnapper", "her brother", "his deputy", "a guard"))
    said = f"{PERSONS[person]} had left {rng.choice(PLACES)}"
    claim, of = _claim(f"Police freed {person} from {rival}. {body} said that {said}.", said, body, "said")
    yield claim, of, {"body": said.replace(PERSONS[person], f"[{person}]", 1)}
    yield claim, of, {}


def _flag_dropped(rng: random.Random) -> Iterator[_Forgery]:
    name, words = rng.choice(NAMES), _clause(rng)
    claim, of = _claim(f"{name} said that {words}.", words, name, "said", status="unconfirmed")
    yield claim, of, {"flags": ()}


def _dated(rng: random.Random) -> Iterator[_Forgery]:
    name, words = rng.choice(NAMES), _clause(rng)
    claim, of = _claim(f"{name} said that {words}.", words, name, "said")
    for day in ("Thu 6 Feb", "5–6 Feb", "Feb 2025", "said Sun 9 Feb", "said Thu 6 Feb 2025", "Fri 7 Feb", "said 2024"):
        yield claim, of, {"when": day}


KINDS: dict[str, Callable[[random.Random], Iterator[_Forgery]]] = {
    "a frame that denies it": _framed,
    "the hedge beside the verb gone": _hedged,
    "the verb dropped": _verb_dropped,
    "denied something, not denying it": _denied_something,
    "given to whoever was told": _addressed,
    "a condition cut off": _condition_cut,
    "a comment cut off": _comment_cut,
    "another speaker's clause kept": _another_kept,
    "a doubt dropped": _doubt_dropped,
    "half a number rewritten": _half_a_number,
    "a weekday dropped": _weekday_dropped,
    "a cut before the main verb's second": _apposition_cut,
    "a critic's words given to whom they criticise": _critic,
    "marks of ours in the passage": _marked,
    "a name in brackets where another may be meant": _bracketed_rival,
    "a flag dropped": _flag_dropped,
    "another date": _dated,
}
