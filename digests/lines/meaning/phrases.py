"""Where a sentence would end within a phrase: a list, an insertion, an opening, a clause without its verb."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite import verb_patterns
from digests.lines.passages import has_verb

_ALIKE = 2  #: words with which the members of a list begin alike
_INSERTED = 5  #: words of an insertion between commas
_INNER_OPENS = re.compile(r"(?:^|[\s“(—–-])[‘'](?=[^\W\d])")  # not of “the ’20s”
_INNER_CLOSES = re.compile(r"[\w.,?!…][’'](?=[\s.,;:?!”)]|$)")
_SENTENCE_END = re.compile(r"[.!?”“]")
_COMMA = re.compile(r",\s+")
_DOING = re.compile(r"\w{2,}ing\b")


class _Patterns(NamedTuple):
    verb: re.Pattern[str]
    joint: re.Pattern[str]  #: a conjunction between things or clauses, at the start
    member: re.Pattern[str]  #: the same before a thing
    relative: re.Pattern[str]  #: a clause that describes somebody
    opening: re.Pattern[str]  #: a phrase that opens a sentence: “On behalf of …”
    inserting: re.Pattern[str]  #: one that may stand between commas
    setting: re.Pattern[str]  #: a clause of time behind a thing: “the days after the mayor …”
    goes_on: re.Pattern[str]  #: its verb, behind commas
    followed: re.Pattern[str]  #: what begins the main clause behind a condition
    announced: re.Pattern[str]  #: a thing that is only told behind a dash, or several: “three reasons for it – …”
    dash: re.Pattern[str]
    telling: re.Pattern[str]  #: a verb of saying at the end, behind which comes what is said
    choice: re.Pattern[str]  #: behind which several things are named, of which one must be chosen
    other: re.Pattern[str]  #: what begins another of these
    pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  #: before one of two things, and before the other


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    finite = verb_patterns(lexicon).finite
    prepositions = either(grammar.prepositions, grammar.longer_prepositions)
    determiners = either(grammar.articles, grammar.possessives)
    numerals = either(word for word, value in lexicon.numbers.units.items() if value > 1)
    return _Patterns(
        verb=re.compile(rf"{finite}|(?:{either(grammar.doubtful_contractions)})\b", re.IGNORECASE),
        joint=re.compile(rf"(?:{either(grammar.coordinators)})\b"),
        member=re.compile(rf"(?:{either(grammar.choosing)})\s+(?:(?:{determiners})\s|[A-Z])(?P<words>[^,;:.?!]*)"),
        relative=re.compile(rf"\b(?:{either(grammar.relative_pronouns - grammar.complementizers)})\b[^,;]*"),
        opening=re.compile(rf"[“‘]?(?i:{prepositions})\s"),
        inserting=re.compile(rf"(?:{prepositions})\s"),
        setting=re.compile(rf"\s(?:{either(grammar.settings)})\s+(?P<words>[A-Z][^,;:]*)$"),
        followed=re.compile(rf"(?:{either(lexicon.lines.following)})\b"),
        announced=re.compile(
            rf"\b(?:{either(lexicon.lines.announced)})\b"
            rf"|\b(?:{numerals})\s+(?:[a-z’'-]+\s+){{0,3}}?[a-z]+s(?:\s+(?:{prepositions})\s+[\w’'-]+)?$"
        ),
        dash=re.compile(r"[–—-]"),
        telling=re.compile(rf"\b(?:{either(lexicon.verbs.saying)})$"),
        choice=re.compile(rf"\b(?:{either(lexicon.narration.choices)})\b"),
        other=re.compile(rf"\b(?:{either(grammar.choosing - grammar.continuing)})\b"),
        pairs=tuple(
            (re.compile(rf"\b{first}\s+(?P<words>{follows}.*)"), re.compile(rf"(?:^|[\s,–—-])(?:{either(second)})\b"))
            for pairs, follows in (
                (lexicon.narration.pairs, ""),
                (lexicon.narration.noun_pairs, rf"(?:[A-Z]|(?:{prepositions}|{determiners})\b)"),
            )
            for first, second in pairs.items()
        ),
        goes_on=re.compile(rf"[^.;?!]*,\s+(?:{finite}|[a-z]+ed\b)"),
    )


def ends_within_phrase(head: str, mark: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a sentence that ends at a mark would end within a phrase that goes on behind it."""
    patterns = _patterns(lexicon)
    parts = _COMMA.split(head)
    member = patterns.member.match(rest)
    return (
        (patterns.joint.match(rest) is not None and _lists(parts))
        or (member is not None and not patterns.verb.search(member["words"]))  # “the port, and the mines to the north”
        or _announces(head, mark, rest, patterns)
        or ("," in mark and len(parts) > 1 and _is_inserted(parts[-1], rest, patterns))
        or (patterns.opening.match(head) is not None and not any(map(patterns.verb.search, parts[1:] or parts)))
        or _lacks_verb(head, rest, patterns)
        or leaves_choice(head, rest, lexicon)
    )


def leaves_choice(words: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether words name but one of several things to choose from: “two options: to sell, … or to sail”."""
    patterns = _patterns(lexicon)
    if patterns.choice.search(words) and patterns.other.search(rest):
        return True
    return any(_is_half(words, rest, first, second) for first, second in patterns.pairs)


def _is_half(words: str, rest: str, first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    """Whether words name the first of two things alone, with what describes it: “between Bo, who is old and lame”."""
    pair = first.search(words)
    if pair is None or not second.search(rest):
        return False
    thing, *others = _COMMA.split(pair["words"])
    return not (second.search(thing) or any(second.match(other) for other in others))


def _announces(head: str, mark: str, rest: str, patterns: _Patterns) -> bool:
    """Whether the point comes next: “a warning: mails may be forged”, “if it leaks, then …”, “something rare – a …”."""
    is_told = ":" in mark and (patterns.verb.search(rest) or patterns.telling.search(head))
    if is_told or patterns.followed.match(rest):
        return True
    return patterns.dash.search(mark) is not None and patterns.announced.search(head) is not None


def _lacks_verb(head: str, rest: str, patterns: _Patterns) -> bool:
    """Whether a clause of time would end before its verb: “the days after Ida Holm | , in boots, entered”."""
    setting = patterns.setting.search(head)
    return bool(setting and not patterns.verb.search(setting["words"]) and patterns.goes_on.match(rest))


def opens_without_verb(tail: str, lexicon: Lexicon) -> bool:
    """Whether what would stand first is a list or a name, and no clause: “Underestimation of Holm” …."""
    patterns = _patterns(lexicon)
    first = _SENTENCE_END.split(tail.lstrip("“"), maxsplit=1)[0]
    clauses = [clause.group() for clause in patterns.relative.finditer(first)]
    asides = [clause for clause in clauses if len(patterns.verb.findall(clause)) == 1]  # not “all who came left”
    for clause in asides:
        first = _DOING.sub("", first.replace(clause, "", 1))  # “nothing, running against one who is rich”
    return patterns.opening.match(first) is None and not has_verb(first, lexicon)


def ends_within_inner_quotation(head: str) -> bool:
    """Whether words of a quotation end within one that it holds: “they say, ‘You know what?”."""
    opening = next(reversed([*_INNER_OPENS.finditer(head)]), None)
    return opening is not None and _INNER_CLOSES.search(head, opening.end()) is None


def _lists(parts: list[str]) -> bool:
    """Whether the last part begins as one before does, or ends in the same words: “as a way to live, as a way to …”."""
    first = " ".join(parts[-1].lower().split()[:_ALIKE])
    return " " in first and any(f" {first} " in f" {part.lower()} " for part in parts[:-1])


def _is_inserted(part: str, rest: str, patterns: _Patterns) -> bool:
    """Whether a part between commas is put in before a participle: “he found himself, in old age, longing”."""
    is_phrase = patterns.inserting.match(part) and len(part.split()) <= _INSERTED
    return bool(is_phrase and _DOING.match(rest) and not patterns.verb.search(part))
