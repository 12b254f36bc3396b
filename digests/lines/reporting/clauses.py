"""Whether words are a clause that states something."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite import verb_patterns

_NEAR = 30  #: characters before a word in which it is seen whose it is
_QUOTED = re.compile(r"“[^”]*”")
_GROUP = 1  #: the longest word between the parts of one verb group, in words


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    no_clause: re.Pattern[str]  #: what could begin a clause and is a preposition: “after takeoff from”
    inner: re.Pattern[str]  #: where a clause begins whose verb is not the main one
    amount: re.Pattern[str]  #: “as many as”, which begins none
    finite: re.Pattern[str]
    helping: re.Pattern[str]  #: an auxiliary, which begins a verb group
    grouped: re.Pattern[str]  #: what may stand between the parts of a verb group: “not been previously”
    participle: re.Pattern[str]  #: right before a verb, what makes a participle of it
    infinitive: re.Pattern[str]  #: right before it, what makes an infinitive of it
    object: re.Pattern[str]  #: right behind a verb, what begins its object
    unfinished: re.Pattern[str]  #: a subject at the end of words, whose verb is to come: “when she”
    possessor: re.Pattern[str]  #: behind it a noun or an adjective begins, and no finite verb
    before_noun: re.Pattern[str]  #: the same of what may be a plural: “the claims”, “of claims”
    hangs: re.Pattern[str]  #: where a part of a sentence begins that hangs on the one before
    opening: re.Pattern[str]  #: the conjunction of a clause
    clause: re.Pattern[str]  #: what begins a clause for certain: “that 40 houses”, “that the council”
    hanging: re.Pattern[str]
    question: re.Pattern[str]
    second: re.Pattern[str]  #: what joins a second clause, whose verb is not the first one's
    dependent: re.Pattern[str]  #: what begins a part of a sentence that hangs on another
    subordinate: re.Pattern[str]  #: what opens a clause that is none by itself
    present: re.Pattern[str]  #: behind its subject, the verb with which a headline tells the news


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.frames
    inner = inner_openings(lexicon)
    questions = either(words.questions, grammar.question_adverbs)
    return _Patterns(
        lead=re.compile(
            rf"^[“\s]*(?:(?:{either(grammar.complementizers, lexicon.lines.leads)})\b[,:\s]*)*", re.IGNORECASE
        ),
        no_clause=_no_clause(lexicon),
        inner=re.compile(rf"\b(?:{inner})\b", re.IGNORECASE),
        amount=re.compile(rf"\bas\s+(?:{either(lexicon.lines.amounts)})\s+as\b", re.IGNORECASE),
        finite=_finite(lexicon),
        helping=re.compile(verb_patterns(lexicon).auxiliary, re.IGNORECASE),
        grouped=re.compile(rf"\b(?:{either(grammar.be_other, lexicon.hedges.negations)}|\w+ly)\b", re.IGNORECASE),
        participle=re.compile(rf"\b(?:{either(grammar.have_other)})\s+(?:\w+ly\s+)?$", re.IGNORECASE),
        infinitive=re.compile(rf"\b(?:{either(grammar.infinitive_markers)})\s+(?:\w+ly\s+|be\s+)?$", re.IGNORECASE),
        object=re.compile(rf"\s+(?:{either(grammar.articles, grammar.possessives)})\s", re.IGNORECASE),
        unfinished=re.compile(rf"\b(?:{inner})\s+(?:{either(grammar.subjects)})$", re.IGNORECASE),
        possessor=_possessor(lexicon),
        before_noun=re.compile(
            rf"\b(?:{either(grammar.articles, grammar.prepositions, lexicon.deeds.before_plurals)})\s+$", re.IGNORECASE
        ),
        hangs=re.compile(rf"\b(?:{inner}|{either(grammar.doubtful_reasons)})\b", re.IGNORECASE),
        opening=re.compile(rf"(?:{either(grammar.complementizers)})\b", re.IGNORECASE),
        clause=re.compile(
            rf"[“\s]*(?:{either(grammar.complementizers)})\s+"
            rf"(?=\d|(?:{either(grammar.articles, grammar.third_possessives, lexicon.numbers.units)})\s|\w{{3,}}s\s)",
            re.IGNORECASE,
        ),
        hanging=re.compile(rf"(?:{either(grammar.hanging_relatives)})\b", re.IGNORECASE),
        second=re.compile(rf",\s+(?:{either(grammar.coordinators)})\s+(?=\w+)"),
        dependent=re.compile(
            rf"(?:{inner}|{either(grammar.coordinators, grammar.prepositions)}|\w+ing)\b", re.IGNORECASE
        ),
        question=re.compile(rf"[“\s]*(?:{questions})\b", re.IGNORECASE),
        subordinate=re.compile(
            rf"\W*(?:{either(_subordinating(lexicon))})\b",
            re.IGNORECASE,
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
    clauses = grammar.reasons | grammar.settings | grammar.doubtful_reasons | grammar.relative_adverbs | {"with"}
    return clauses | hedges.concessions | hedges.conditions


def inner_openings(lexicon: Lexicon) -> str:
    """A pattern of what begins a clause within another one."""
    grammar = lexicon.grammar
    return either(
        grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons, grammar.settings,
        lexicon.hedges.conditions, grammar.question_adverbs,
    )  # fmt: skip


def _finite(lexicon: Lexicon) -> re.Pattern[str]:
    """A finite verb: an auxiliary, a common verb in its past or third person, or its base form behind a plural."""
    grammar, verbs = lexicon.grammar, lexicon.common_verbs.clause_verbs
    bases = frozenset(word for word in verbs if _is_base(word, verbs))
    present = lexicon.common_verbs.present_verbs
    present_bases = bases | frozenset(word for word in present if _is_base(word, present))
    relatives = either(grammar.relative_pronouns - grammar.complementizers)
    adverb = rf"(?:(?:\w+ly|{either(lexicon.circumstances.adverbs)})\s+)?"
    plural = either(
        grammar.subjects - grammar.genders.keys() - grammar.neuter_pronouns,
        grammar.plural_demonstratives, lexicon.claimants.plurals,
    )  # fmt: skip
    past_too = either(lexicon.common_verbs.same_forms - grammar.past_forms)
    same_forms, follower = either(lexicon.common_verbs.same_forms), either(grammar.prepositions)
    towns = rf"(?-i:[A-Z])[\w’'-]+(?:(?:,\s+|\s+)(?:(?:{either(grammar.coordinators)})\s+)?(?-i:[A-Z])[\w’'-]+){{0,3}}"
    object_next = rf"\s+(?:(?:{either(grammar.articles, grammar.possessives)})\s|(?-i:[A-Z€$£])|\d)"
    contracted = either(grammar.third_subjects, grammar.existentials, grammar.demonstratives)
    no_article = "".join(rf"(?<!\b{article}\s)" for article in sorted(grammar.articles))
    return re.compile(
        rf"{verb_patterns(lexicon).finite}|\b(?:{either(grammar.irregular_negatives)})\b|\b(?:{contracted})[’']s\b"
        rf"|\b(?-i:(?=[a-z]))(?:{either((verbs | present) - present_bases)})\b(?!\s+by\b)"  # not the “United” of a name
        rf"|\b(?!(?:{either(grammar.possessives)})\b)(?:\w+(?:[^\Ws]|ss)s|{plural})\s+{adverb}"
        rf"(?!(?:{same_forms})\s+(?:{follower})\b)"  # “the tariffs set for May” state nothing
        rf"(?-i:(?=[a-z]))(?:{either(present_bases)})\b"
        rf"|\b(?:{relatives})\s+{adverb}(?:{either(bases)})\b"
        rf"|\b\w+[^\Ws]s\s+(?:{follower})\s+{towns}\s+(?:{either(bases - lexicon.common_verbs.same_forms)})\b"
        rf"|{no_article}\b(?-i:(?=[a-z]))(?:{past_too})\b(?={object_next})",  # “Leeds beat Hull”
        re.IGNORECASE,
    )


def _possessor(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a thing that is somebody's: “the ministry’s”, “their”, but not “she’s”."""
    grammar = lexicon.grammar
    contracted = grammar.third_subjects | grammar.existentials | grammar.demonstratives
    no_pronoun = "".join(rf"(?<!\b{word})" for word in sorted(contracted))
    return re.compile(rf"{no_pronoun}[’']s\s+$|s[’']\s+$|\b(?:{either(grammar.possessives)})\s+$", re.IGNORECASE)


def _is_base(word: str, forms: frozenset[str]) -> bool:
    """Whether a form is the base of another: “want” beside “wants”."""
    return f"{word}s" in forms or f"{word}es" in forms or f"{word[:-1]}ies" in forms


def _present(lexicon: Lexicon) -> re.Pattern[str]:
    """“House passes …”, “Parliament votes to …”, “Missiles target …”: a headline's verb behind its subject."""
    verbs, ways = lexicon.common_verbs.headline_verbs, either(lexicon.common_verbs.ways_to_vote)
    bases = frozenset(word for word in verbs if _is_base(word, verbs))
    return re.compile(
        rf"[\w’'.)]+,?\s+(?:\w+ly\s+)?(?:{either(verbs - bases)}|votes\s+(?={ways}))\b"
        rf"|^(?:[\w’'-]+\s+){{0,6}}[\w’'-]+[^\Ws]s\s+(?:{either(bases)}|vote\s+(?={ways}))\b",
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
    return _has_main_clause(words, patterns)


def _has_main_clause(words: str, patterns: _Patterns) -> bool:
    """Whether a finite verb stands in words that no conjunction makes a part of another clause."""
    words = patterns.second.split(words, maxsplit=1)[0]
    main = patterns.amount.sub("", patterns.lead.sub("", words, count=1))
    main = patterns.no_clause.sub(" ", main)
    if patterns.hanging.match(main):
        return False
    is_question = words[:1] != "“" and bool(patterns.question.match(words)) and not patterns.inner.match(words)
    main = _QUOTED.sub("", main) if is_question else main
    openings = len(patterns.inner.findall(main)) - _fronted(main, patterns)
    main_verbs = _finite_verbs(main, patterns) - openings - is_question
    if is_question or main_verbs > 0:
        return main_verbs > 0
    first, *others = main.split(", ")
    if patterns.unfinished.search(first):
        return _finite_verbs(first, patterns) >= len(patterns.inner.findall(first))
    parts = (first, *(part for part in others if not patterns.dependent.match(part)))
    return any(_finite_verbs(patterns.inner.split(part, maxsplit=1)[0], patterns) for part in parts)


def _fronted(words: str, patterns: _Patterns) -> int:
    """How many openings of clauses stand in a phrase before the main clause, and open none: “since the floods, …”."""
    phrase, _, rest = words.partition(", ")
    if not rest or patterns.dependent.match(rest) or _finite_verbs(phrase, patterns):
        return 0
    return len(patterns.inner.findall(phrase)) if _finite_verbs(rest.split(", ", 1)[0], patterns) else 0


def _finite_verbs(words: str, patterns: _Patterns) -> int:
    """How many finite verb groups words hold: “would have been closed” is one."""
    count, last, helped = 0, -_GROUP, True
    for verb in patterns.finite.finditer(words):
        bare = not {" ", "'", "’"} & {*verb.group()}
        if not verb.start() and bare and not patterns.helping.match(words):
            continue  # “plans to go”: a noun, or a verb without its subject
        lead = words[max(0, verb.start() - _NEAR) : verb.start()]
        if patterns.participle.search(lead):
            continue  # “having left”
        if " " not in verb.group() and patterns.infinitive.search(lead):
            continue  # “jobs to be cut”
        if lead.endswith("-") and not patterns.object.match(words, verb.end()):
            continue  # “army-backed rivals”, but not “fly-tipped the rubble”
        if _is_noun(lead, verb.group(), patterns):
            continue
        gap = patterns.grouped.sub("", words[max(last, 0) : verb.start()])
        helps = bool(patterns.helping.match(verb.group()))
        if last < 0 or len(gap.split()) > 1 or any(mark in gap for mark in ",;–—") or (helps and not helped):
            count += 1
        last, helped = verb.end(), helps
    return count


def _is_noun(lead: str, verb: str, patterns: _Patterns) -> bool:
    """Whether what looks like a verb is none where it stands: “the ministry’s claims”, “to issue the claims”."""
    if " " in verb or patterns.helping.match(verb):
        return False
    return bool(patterns.possessor.search(lead) or (verb.endswith("s") and patterns.before_noun.search(lead)))


def is_unfinished(words: str, lexicon: Lexicon) -> bool:
    """Whether a quotation is but the first part of a sentence, which hangs on what is not there: “Because it froze”."""
    patterns, inner = _patterns(lexicon), words.strip("“”")
    is_alone = not re.search(r"[,…:–—]\s+\S", inner)
    return is_alone and bool(patterns.subordinate.match(inner)) and not _has_main_clause(inner, patterns)


def has_auxiliary(words: str, lexicon: Lexicon) -> bool:
    """Whether the first clause of words has an auxiliary or a modal."""
    patterns = _patterns(lexicon)
    return bool(patterns.helping.search(patterns.hangs.split(words, maxsplit=1)[0]))


def lacks_subject(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a finite auxiliary in lower case, whose subject they do not hold: “was early enough”."""
    begin = words.lstrip("“")
    helping = _patterns(lexicon).helping.match(begin)
    is_verb = helping is not None and begin[helping.end() : helping.end() + 1] != "-"  # not “would-be thieves”
    return is_verb and begin[:1].islower() and not asks(words, lexicon)


def asks(words: str, lexicon: Lexicon) -> bool:
    """Whether words are a question that somebody asks: “whether …”, “how …”."""
    return bool(_patterns(lexicon).question.match(words)) or words.rstrip("”\"’' ").endswith("?")


def is_finite(word: str, lexicon: Lexicon) -> bool:
    """Whether a single word may be a finite verb."""
    return _patterns(lexicon).finite.fullmatch(word) is not None


def opens_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with the conjunction of a clause."""
    return _patterns(lexicon).opening.match(words) is not None
