"""Claims made up by chance, and lines that try to say something else in their name."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digests.lines.line import claim_line
from digests.models import Article, Claim, Claimant, DigestItem
from tests.make import NOW, article, spoken

NAMES = ("Ida Holm", "Tomas Reker", "The Ardova council", "The regional rescue service", "Lena Okray", "The Belsk post")
PERSONS = {"Ida Holm": "she", "Tomas Reker": "he", "Martin Dunn": "he", "Lena Okray": "she"}
PLACES = ("Ardova", "Belsk", "Corvin", "Drumin", "Esterhal", "North Belsk", "Ardova Bay")
CUES = ("said", "announced", "reported", "stated", "noted")
THINGS = ("houses", "soldiers", "vehicles", "residents", "patients", "bridges")
BOUNDS = ("", "up to ", "about ", "at least ", "more than ", "nearly ", "fewer than ")
VERBS = (
    "were damaged in",
    "have not left",
    "may have reached",
    "could not return to",
    "were reportedly moved to",
    "allegedly crossed into",
    "had never seen",
)
NUMBERS = ("40", "1,200", "16,100", "3.5 million", "five", "twelve", "78,000", "1.5", "10-15", "2024")
TAILS = (
    "",
    " if the bridge at {place} is closed",
    ", about five kilometers from {place}",
    ", some {number} miles from {place}",
    " unless {place} is reopened",
    ", although {place} was quiet",
    ", while the road to {place} stayed open",
    ", causing delays near {place}",
    ", {number} percent of them from {place}",
)
QUOTES = ("calm but tired", "not our problem", "a very hard winter", "the worst in 40 years", "far from over")
PROTECTED = re.compile(
    r"\b(?:not|never|may|could|reportedly|allegedly|up to|about|at least|more than|nearly|fewer than|if|unless|"
    r"although)\s"
)
LOOKALIKES = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і", "B": "В", "A": "А", "1": "l", "0": "O"}
INVISIBLE = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e")
DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
SWAPS = (
    ("km", "mi"),
    ("mi", "km"),
    ("%", " percentage points"),
    ("%", "‰"),
    (",", ""),
    (".", ","),
    ("-", ""),
    ("five", "six"),
    ("twelve", "twelve hundred"),
    ("million", "billion"),
    (" not ", " now "),
    (" not ", " "),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A claim in its article with its honest line, and the line of another claim there."""

    claim: Claim
    article: Article
    item: DigestItem
    other: DigestItem


class Attack(NamedTuple):
    """A line that is not what its claim says."""

    name: str
    item: DigestItem
    claim: Claim
    article: Article


def make_case(rng: random.Random) -> Case | None:
    """An article of two claims; none where one of them makes no line."""
    if rng.random() < 0.2:
        return _case_of_pronoun(rng)
    first, second = rng.sample(NAMES, 2)
    said = _content(rng), _content(rng)
    text = f"{first} {rng.choice(CUES)} that {said[0]}. On the other hand, {second} wrote that {said[1]}."
    if text.count(said[0]) > 1 or text.count(said[1]) > 1:
        return None
    of = article(text)
    claims = [_claim(text, said[0], first, text.removeprefix(first).split()[0]), _claim(text, said[1], second, "wrote")]
    drawn = [claim_line(claim, of, now=NOW) for claim in claims]
    if isinstance(drawn[0], str) or isinstance(drawn[1], str):
        return None
    return Case(claims[0], of, drawn[0], drawn[1])


def _case_of_pronoun(rng: random.Random) -> Case | None:
    """An article that names somebody, of whom two bodies then speak as “he” or “she”."""
    person, pronoun = rng.choice(list(PERSONS.items()))
    said = [f"{pronoun} {rng.choice(VERBS).replace('were', 'was').replace('have', 'has')} {p}" for p in PLACES[:2]]
    bodies = f"The Ardova council said that {said[0]}. The Belsk post wrote that {said[1]}."
    text = f"{person} left {PLACES[2]} at night. {bodies}"
    of = article(text)
    claims = [_claim(text, said[0], "The Ardova council", "said"), _claim(text, said[1], "The Belsk post", "wrote")]
    drawn = [claim_line(claim, of, now=NOW) for claim in claims]
    if isinstance(drawn[0], str) or isinstance(drawn[1], str):
        return None
    return Case(claims[0], of, drawn[0], drawn[1])


def attacks(case: Case, rng: random.Random) -> Iterator[Attack]:
    """Lines that say something else than the case's claim does, one of each kind that can be made of it."""
    honest = case.item
    for name, change in BODIES.items():
        body = change(honest.body, case, rng)
        if body is not None and body != honest.body:
            yield Attack(name, honest.model_copy(update={"body": body}), case.claim, case.article)
    for name, fields in _forged_fields(case, rng):
        yield Attack(name, honest.model_copy(update=fields), case.claim, case.article)
    for cue in ("did not say", "would say", "never said", "refused to say", "may have said"):
        yield Attack("cue", honest, case.claim.model_copy(update={"cue": cue}), case.article)
    elsewhere = case.article.model_copy(update={"body": f"Meanwhile {case.article.body}"})
    yield Attack("other article", honest, case.claim, elsewhere)


def _forged_fields(case: Case, rng: random.Random) -> Iterator[tuple[str, dict[str, object]]]:
    name = case.item.claimant
    yield "claimant of another", {"claimant": case.other.claimant}
    yield "claimant cut", {"claimant": name.split()[-1]}
    yield "claimant grown", {"claimant": f"{name} (Belsk)"}
    yield "claimant denies", {"claimant": f"{name} denies"}
    yield "claimant in other letters", {"claimant": _lookalike(name, rng)}
    yield "claimant with a gap", {"claimant": name[:2] + rng.choice(INVISIBLE) + name[2:]}
    days = ["said Fri 7 Feb", "said Thu 6 Feb 2024", "today", "", "said Thu 6 Mar", "article Thu 6 Feb", "Thu 6 Feb"]
    days += ["for Thu 6 Feb"]
    yield "date", {"when": rng.choice(days)}
    yield "flag", {"flags": (rng.choice(["verified", "true", "3 origins", "own side", "denied by Ida Holm"]),)}
    yield "source", {"source": "Another Wire"}
    yield "link", {"url": "https://elsewhere.example/article"}
    yield "id", {"claim_id": "another"}


def _claim(text: str, content: str, name: str, cue: str) -> Claim:
    return spoken(text, content, name, cue, claimant=Claimant(name=name, surface=name))


def _content(rng: random.Random) -> str:
    subject = f"{rng.choice(BOUNDS)}{rng.choice(NUMBERS)} {rng.choice(THINGS)}"
    tail = rng.choice(TAILS).format(place=rng.choice(PLACES), number=rng.choice(NUMBERS))
    quote = f" and that the town was “{rng.choice(QUOTES)}”" if rng.random() < 0.5 else ""
    return f"{subject} {rng.choice(VERBS)} {rng.choice(PLACES)}{tail}{quote}"


# --- other words ----------------------------------------------------------------------------------------------


def _lookalike(text: str, rng: random.Random) -> str:
    at = [i for i, c in enumerate(text) if c in LOOKALIKES]
    i = rng.choice(at)
    return text[:i] + LOOKALIKES[text[i]] + text[i + 1 :]


def _digit(body: str, _: Case, rng: random.Random) -> str | None:
    at = [m.start() for m in re.finditer(r"\d", body)]
    if not at:
        return None
    i = rng.choice(at)
    return body[:i] + rng.choice("0123456789") + body[i + 1 :]


def _own_digits(body: str, _: Case, __: random.Random) -> str:
    return body.translate(DIGITS)


def _longer_number(body: str, _: Case, rng: random.Random) -> str | None:
    at = [m.end() for m in re.finditer(r"\d+", body)]
    i = rng.choice(at) if at else None
    return None if i is None else body[:i] + rng.choice(["0", ",000", ".5", " million", "%"]) + body[i:]


def _minus(body: str, _: Case, rng: random.Random) -> str:
    return re.sub(r"(?=\b\d)", rng.choice("-−+~<>"), body, count=1)


def _other_name(body: str, _: Case, rng: random.Random) -> str | None:
    there = [place for place in (*PLACES, *THINGS) if place in body]
    if not there:
        return None
    return body.replace(rng.choice(there), rng.choice(PLACES if there[0] in PLACES else THINGS), 1)


def _unprotected(body: str, _: Case, rng: random.Random) -> str | None:
    found = list(PROTECTED.finditer(body))
    if not found:
        return None
    match = rng.choice(found)
    return body[: match.start()] + body[match.end() :]


def _swapped(body: str, _: Case, rng: random.Random) -> str | None:
    old, new = rng.choice([pair for pair in SWAPS if pair[0] in body] or [("", "")])
    return body.replace(old, new, 1) if old else None


def _dropped_word(body: str, _: Case, rng: random.Random) -> str:
    words = body.split()
    del words[rng.randrange(len(words))]
    return " ".join(words)


def _dropped_run(body: str, _: Case, rng: random.Random) -> str:
    words = body.split()
    start = rng.randrange(len(words))
    del words[start : start + rng.randint(2, 5)]
    return " ".join(words)


def _cut(body: str, _: Case, rng: random.Random) -> str | None:
    """Cut within a clause, so that what is left claims more than was said."""
    words = body.split()
    clauses = (["and", "that"], ["and", "the"])
    at = [i for i in range(2, len(words)) if words[i - 1][-1].isalnum() and words[i : i + 2] not in clauses]
    return " ".join(words[: rng.choice(at)]) + rng.choice([" …", ""]) if at else None


def _reordered(body: str, _: Case, rng: random.Random) -> str:
    words = body.split()
    i, j = rng.sample(range(len(words)), 2)
    words[i], words[j] = words[j], words[i]
    return " ".join(words)


def _doubled(body: str, _: Case, rng: random.Random) -> str:
    words = body.split()
    words.insert(rng.randrange(len(words)), rng.choice(words))
    return " ".join(words)


def _added(body: str, _: Case, rng: random.Random) -> str:
    words = body.split()
    words.insert(
        rng.randint(0, len(words)), rng.choice(["not", "never", "no", "all", "only", "10", "allegedly", "…", "!"])
    )
    return " ".join(words)


def _half_quotation(body: str, _: Case, rng: random.Random) -> str | None:
    match = re.search(r"“([^”]+)”", body)
    if not match:
        return None
    words = match[1].split()
    at = rng.randint(1, len(words) - 1)
    left, right = " ".join(words[:at]), " ".join(words[at:])
    forms = (
        f"“{left}” {right}",
        f"{left} “{right}”",
        f"“{left}”",
        f"“{right}”",
        f"“{left}” “{right}”",
        f"“{left} {right}",
    )
    return body[: match.start()] + rng.choice(forms) + body[match.end() :]


def _unquoted(body: str, _: Case, __: random.Random) -> str:
    return re.sub("[“”]", "", body)


def _quoted(body: str, _: Case, rng: random.Random) -> str:
    words = [word for word in body.split() if not re.search("[“”]", word)]
    word = rng.choice(words)
    return body.replace(word, f"“{word}”", 1)


def _wider_quotation(body: str, _: Case, __: random.Random) -> str | None:
    return re.sub(r"(\w+) “", r"“\1 ", body) if "“" in body else f"“{body}”"


def _invisible(body: str, _: Case, rng: random.Random) -> str:
    i = rng.randrange(1, len(body))
    return body[:i] + rng.choice(INVISIBLE) + body[i:]


def _merged(body: str, case: Case, rng: random.Random) -> str:
    return f"{body}{rng.choice([' and ', ', ', ' … ', '. '])}{case.other.body}"


def _own_marks(body: str, _: Case, rng: random.Random) -> str:
    """Marks that a line has of its own: a date, a flag, a second speaker."""
    dates = ("{} (Thu 6 Feb)", "{} (said Thu 6 Feb)", "{} (for Thu 6 Feb)")
    marks = ("{} · corrected", "{} · corrected Sat 8 Feb", *dates, "~{}~", "• {}", "Ida Holm: {}", "{} ~")
    return rng.choice(marks).format(body)


def _numbers_swapped(body: str, _: Case, __: random.Random) -> str | None:
    numbers = re.findall(r"\b\d[\d,.-]*\b", body)
    if len(set(numbers)) < 2:
        return None
    first, second = numbers[0], next(number for number in numbers if number != numbers[0])
    return body.replace(first, "#").replace(second, first).replace("#", second)


def _half_a_number(body: str, _: Case, rng: random.Random) -> str | None:
    """One half of a number that is written with a hyphen or a scale."""
    half = re.sub(r"\b(\d+)-\d+|(\d+) (?:million|billion)", lambda m: m[1] or m[2], body, count=1)
    return half if half != body else None


def _other_person(body: str, _: Case, rng: random.Random) -> str | None:
    return re.sub(r"\[[^]]+\]", f"[{rng.choice(list(PERSONS))}]", body) if "[" in body else None


def _unbracketed(body: str, _: Case, rng: random.Random) -> str | None:
    return re.sub(r"\[([^]]+)\]", rng.choice([r"\1", "he", "she", "they", r"[\1’s]"]), body) if "[" in body else None


def _bracketed(body: str, _: Case, rng: random.Random) -> str:
    words = body.split()
    words[rng.randrange(len(words))] = f"[{rng.choice(list(PERSONS))}]"
    return " ".join(words)


BODIES: dict[str, Callable[[str, Case, random.Random], str | None]] = {
    "a digit altered": _digit,
    "digits of another script": _own_digits,
    "a number grown": _longer_number,
    "a sign before a number": _minus,
    "a name swapped": _other_name,
    "a protected word dropped": _unprotected,
    "a unit or word swapped": _swapped,
    "a word dropped": _dropped_word,
    "words dropped": _dropped_run,
    "a cut within a clause": _cut,
    "words in another order": _reordered,
    "a word doubled": _doubled,
    "a word added": _added,
    "half a quotation": _half_quotation,
    "marks of a quotation dropped": _unquoted,
    "marks of a quotation added": _quoted,
    "a quotation widened": _wider_quotation,
    "letters that look alike": lambda body, _, rng: _lookalike(body, rng),
    "marks of a line's own": _own_marks,
    "numbers swapped": _numbers_swapped,
    "half a number": _half_a_number,
    "something that cannot be seen": _invisible,
    "claims merged": _merged,
    "another person in brackets": _other_person,
    "brackets taken off": _unbracketed,
    "a name in brackets put in": _bracketed,
    "the words of another": lambda _, case, __: case.other.body,
}
