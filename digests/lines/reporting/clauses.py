"""Whether words are a clause that states something."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite_verbs import (
    finite_verbs,
    has_helping,
    is_base,
    opens_with_helping,
    without_titles,
)

_CAPITAL_PUT_IN = re.compile(r"\[([A-Z])\]")  #: “[W]ith”, which the article wrote anew
_QUOTED = re.compile(r"“[^”]*”")


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    no_clause: re.Pattern[str]  #: what could begin a clause and is a preposition: “after takeoff from”
    contact: re.Pattern[str]  #: before a clause without a conjunction: “reasons | investors sell”
    conjunction: str  #: what it might begin with
    inner: re.Pattern[str]  #: where a clause begins whose verb is not the main one
    amount: re.Pattern[str]  #: “as many as”, which begins none
    unfinished: re.Pattern[str]  #: a subject at the end of words, whose verb is to come: “when she”
    hangs: re.Pattern[str]  #: where a part of a sentence begins that hangs on the one before
    opening: re.Pattern[str]  #: the conjunction of a clause
    clause: re.Pattern[str]  #: what begins a clause for certain: “that 40 houses”, “that the council”
    absolute: re.Pattern[str]  #: what begins words that hang on a main clause though none of them is a verb
    hanging: re.Pattern[str]
    question: re.Pattern[str]
    second: re.Pattern[str]  #: what joins a second clause, whose verb is not the first one's
    dependent: re.Pattern[str]  #: what begins a part of a sentence that hangs on another
    subordinate: re.Pattern[str]  #: what opens a clause that is none by itself
    concession: re.Pattern[str]  #: one that no clause follows: “although the sum grows”
    condition: re.Pattern[str]  #: behind a clause, what it depends on
    present: re.Pattern[str]  #: behind its subject, the verb with which a headline tells the news


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.frames
    inner = inner_openings(lexicon)
    questions = either(words.questions, grammar.question_adverbs)
    definite, comparing = either(grammar.definite_articles), either(grammar.doubtful_reasons)
    return _Patterns(
        lead=re.compile(
            rf"^[“\s]*(?:(?:{either(grammar.complementizers, lexicon.lines.leads)})\b[,:\s]*)*", re.IGNORECASE
        ),
        no_clause=_no_clause(lexicon),
        contact=re.compile(
            rf"\b(?:{either(lexicon.clauses.contact_nouns)})\s+(?=(?:{either(grammar.subjects)}|[a-z]+s)\s)"
        ),
        conjunction=next(iter(grammar.complementizers)),
        inner=re.compile(rf"\b(?:{inner})\b", re.IGNORECASE),
        amount=re.compile(
            rf"\b(?:{comparing})\s+(?:{either(lexicon.lines.amounts)})\s+(?:{comparing})\b", re.IGNORECASE
        ),
        unfinished=re.compile(rf"\b(?:{inner})\s+(?:{either(grammar.subjects)})$", re.IGNORECASE),
        hangs=re.compile(rf"\b(?:{inner}|{either(grammar.doubtful_reasons)})\b", re.IGNORECASE),
        opening=re.compile(rf"(?:{either(grammar.complementizers)})\b", re.IGNORECASE),
        clause=re.compile(
            rf"[“\s]*(?:{either(grammar.complementizers)})\s+"
            rf"(?=\d|(?:{either(grammar.articles, grammar.third_possessives, lexicon.numbers.units)})\s|\w{{3,}}s\s)",
            re.IGNORECASE,
        ),
        absolute=re.compile(rf"(?:{either(lexicon.frames.accompanying)})\b", re.IGNORECASE),
        hanging=re.compile(rf"(?:{either(grammar.hanging_relatives)})\b", re.IGNORECASE),
        second=re.compile(
            rf",\s+(?:{either(grammar.coordinators)})\s+(?=\w+)"
            rf"|\s+(?:{either(grammar.continuing)})\s+(?=(?:{definite}) (?:\w+ )?\w+ (?:{either(grammar.modals)})\b)"
        ),
        dependent=re.compile(
            rf"(?:{inner}|{either(grammar.coordinators, grammar.prepositions)}|\w+ing)\b", re.IGNORECASE
        ),
        question=re.compile(rf"[“\s]*(?:{questions})\b", re.IGNORECASE),
        subordinate=re.compile(
            rf"\W*(?:{either(_subordinating(lexicon))})\b",
            re.IGNORECASE,
        ),
        concession=re.compile(rf"\W*(?:{either(lexicon.hedges.concessions)})\b[^,;–—]*", re.IGNORECASE),
        condition=re.compile(
            rf"[\s,;–—-]*(?:(?:(?:{either(lexicon.hedges.exceptions)})\s+)?(?:{either(words.conditions)})\b"
            rf"|(?:[\w’'-]+\s+){{1,3}}(?:{either(words.permitting)})(?=[\s.]*$|,))"
        ),
        present=_present(lexicon),
    )


def _no_clause(lexicon: Lexicon) -> re.Pattern[str]:
    """“After”, “before” or “since” of a bare noun, or of a time: “after takeoff from”, “since Monday,”."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    times = either((grammar.settings | grammar.reasons) & (grammar.prepositions | calendar.beside_events))
    subjects = either(
        grammar.articles, grammar.possessives, grammar.demonstratives, grammar.subjects, grammar.existentials
    )
    helping = either(grammar.finite_auxiliaries, grammar.modals)
    return re.compile(
        rf"\b(?:{times})\s+(?=(?!(?:{subjects})\b)(?-i:[a-z])[\w’'-]*[^\Ws]"
        rf"(?:,|$|\s+(?:{either(grammar.prepositions)}|{helping})\b))",
        re.IGNORECASE,
    )


def _subordinating(lexicon: Lexicon) -> frozenset[str]:
    """What opens a part of a sentence that cannot stand alone."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    clauses = grammar.reasons | grammar.settings | grammar.doubtful_reasons | grammar.relative_adverbs
    return clauses | lexicon.frames.accompanying | hedges.concessions | hedges.conditions


def inner_openings(lexicon: Lexicon) -> str:
    """A pattern of what begins a clause within another one."""
    grammar = lexicon.grammar
    return either(
        grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons, grammar.settings,
        lexicon.hedges.conditions, grammar.question_adverbs,
    )  # fmt: skip


def _present(lexicon: Lexicon) -> re.Pattern[str]:
    """“House passes …”, “Parliament votes to …”, “Missiles target …”: a headline's verb behind its subject."""
    common = lexicon.common_verbs
    verbs, ways = common.headline_verbs, either(common.ways_to_vote)
    bases = frozenset(word for word in verbs if is_base(word, verbs))
    return re.compile(
        rf"[\w’'.)]+,?\s+(?:\w+ly\s+)?(?:{either(verbs - bases)}|{either(common.vote_forms)}\s+(?={ways}))\b"
        rf"|^(?:[\w’'-]+\s+){{0,6}}[\w’'-]+[^\Ws]s\s+(?:{either(bases)}|{either(common.vote_bases)}\s+(?={ways}))\b",
        re.IGNORECASE,
    )


def states(words: str, lexicon: Lexicon, *, direct: bool = False, headline: bool = False) -> bool:
    """Whether words hold a main clause with a finite verb, a headline's in the present, or are quotations."""
    patterns = _patterns(lexicon)
    if headline and patterns.present.search(patterns.inner.split(words, maxsplit=1)[0]):
        return True
    if words[1:2].isupper() and (direct or (words.startswith("“") and words.find("”") == len(words) - 1)):
        return True
    if patterns.clause.match(words):
        return True
    return _has_main_clause(words, lexicon)


@functools.lru_cache(maxsize=256)  # each way to cut a line asks for the same again
def _has_main_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether a finite verb stands in words that no conjunction makes a part of another clause."""
    patterns = _patterns(lexicon)
    words = without_titles(patterns.second.split(words, maxsplit=1)[0], lexicon)
    main = patterns.amount.sub("", patterns.lead.sub("", words, count=1))
    main = patterns.contact.sub(rf"\g<0>{patterns.conjunction} ", patterns.no_clause.sub(" ", main))
    if patterns.hanging.match(main) or patterns.concession.fullmatch(main):
        return False
    is_question = words[:1] != "“" and bool(patterns.question.match(words)) and not patterns.inner.match(words)
    main = _QUOTED.sub("", main) if is_question else main
    ends = [opening.end() for opening in patterns.inner.finditer(main)]
    opens_none = bool(ends) and not finite_verbs(main[ends[-1] :], lexicon)  # “after Orr’s poor show”
    openings = len(ends) - opens_none - _fronted(main, lexicon)
    main_verbs = finite_verbs(main, lexicon) - openings - is_question
    if is_question or main_verbs > 0:
        return main_verbs > 0
    first, *others = main.split(", ")
    if patterns.unfinished.search(first):
        return finite_verbs(first, lexicon) >= len(patterns.inner.findall(first))
    parts = (first, *(part for part in others if not patterns.dependent.match(part)))
    return any(finite_verbs(patterns.inner.split(part, maxsplit=1)[0], lexicon) for part in parts)


def _fronted(words: str, lexicon: Lexicon) -> int:
    """How many openings of clauses stand in a phrase before the main clause, and open none: “since the floods, …”."""
    patterns = _patterns(lexicon)
    phrase, _, rest = words.partition(", ")
    if not rest or patterns.dependent.match(rest) or finite_verbs(phrase, lexicon):
        return 0
    return len(patterns.inner.findall(phrase)) if finite_verbs(rest.split(", ", 1)[0], lexicon) else 0


def is_unfinished(words: str, lexicon: Lexicon) -> bool:
    """Whether a quotation is but the first part of a sentence, which hangs on what is not there: “Because it froze”."""
    patterns, inner = _patterns(lexicon), words.strip("“”")
    inner = _CAPITAL_PUT_IN.sub(r"\1", inner)
    if patterns.absolute.match(inner) and not finite_verbs(inner, lexicon):
        return True
    is_alone = not re.search(r"[,…:–—]\s+\S", inner)
    return is_alone and bool(patterns.subordinate.match(inner)) and not _has_main_clause(inner, lexicon)


def has_auxiliary(words: str, lexicon: Lexicon) -> bool:
    """Whether the first clause of words has an auxiliary or a modal."""
    return has_helping(_patterns(lexicon).hangs.split(words, maxsplit=1)[0], lexicon)


def lacks_subject(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a finite auxiliary in lower case, whose subject they do not hold: “was early enough”."""
    return opens_with_helping(words, lexicon) and not asks(words, lexicon)


def opens_with_verb(words: str, cue: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a verb of what stands before: “a man police say | was shot”, “reports | state”."""
    verbs = lexicon.reporting.plain.finite if cue.lower() in lexicon.claimants.documents else frozenset[str]()
    return words.partition(" ")[0] in verbs or lacks_subject(words, lexicon)


def asks(words: str, lexicon: Lexicon) -> bool:
    """Whether words are a question that somebody asks: “whether …”, “how …”."""
    return bool(_patterns(lexicon).question.match(words)) or words.rstrip("”\"’' ").endswith("?")


def begins_condition(words: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a clause is what it depends on: “…, provided that the council pays”."""
    return _patterns(lexicon).condition.match(words) is not None


def opens_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with the conjunction of a clause."""
    return _patterns(lexicon).opening.match(words) is not None
