"""Whether words are a clause that states something, and where a speaker's words end within what was taken for them."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite import verb_patterns

_NEAR = 30  #: characters before a word in which it is seen whose it is
_GROUP = 1  #: the longest word between the parts of one verb group, in words


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    inner: re.Pattern[str]  #: where a clause begins whose verb is not the main one
    finite: re.Pattern[str]
    helping: re.Pattern[str]  #: an auxiliary, which begins a verb group
    possessor: re.Pattern[str]  #: behind it a noun or an adjective begins, and no finite verb
    before_noun: re.Pattern[str]  #: the same of what may be a plural: “the claims”, “of claims”
    doubted: re.Pattern[str]  #: a short contrast in the present at the end: “, but it does”
    hangs: re.Pattern[str]  #: where a part of a sentence begins that hangs on the one before
    narrator: re.Pattern[str]  #: where the narrator, or another speaker, goes on
    asking_on: re.Pattern[str]  #: “… and urged people to stay”, where no verb stands before the joint that it may share
    clause: re.Pattern[str]  #: what begins a clause for certain: “that 40 houses”, “that the council”
    last: re.Pattern[str]
    hanging: re.Pattern[str]
    second_subject: re.Pattern[str]  #: a second clause with its subject
    question: re.Pattern[str]
    contrast: re.Pattern[str]
    role: re.Pattern[str]  #: “, its head”, “, promoter”
    joint: re.Pattern[str]  #: a conjunction at the end
    second: re.Pattern[str]  #: what joins a second clause, whose verb is not the first one's
    dependent: re.Pattern[str]  #: what begins a part of a sentence that hangs on another
    present: re.Pattern[str]  #: behind its subject, the verb with which a headline tells the news


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.reporting
    inner = either(
        grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons, grammar.settings,
        lexicon.hedges.conditions, grammar.question_adverbs,
    )  # fmt: skip
    joints = either(grammar.coordinators, grammar.settings, grammar.doubtful_reasons, lexicon.hedges.concessions)
    questions = either(words.questions, grammar.question_adverbs)
    return _Patterns(
        lead=re.compile(
            rf"^[“\s]*(?:(?:{either(grammar.complementizers, lexicon.lines.leads)})\b[,:\s]*)*", re.IGNORECASE
        ),
        inner=re.compile(rf"\b(?:{inner})\b", re.IGNORECASE),
        finite=_finite(lexicon),
        helping=re.compile(verb_patterns(lexicon).auxiliary, re.IGNORECASE),
        possessor=_possessor(lexicon),
        before_noun=re.compile(
            rf"\b(?:{either(grammar.articles, grammar.prepositions, words.before_plurals)})\s+$", re.IGNORECASE
        ),
        doubted=_doubted(lexicon),
        hangs=re.compile(rf"\b(?:{inner}|{either(grammar.doubtful_reasons)})\b", re.IGNORECASE),
        narrator=_narrator(lexicon),
        asking_on=re.compile(
            rf"(?:(?P<group>\b(?:{either(grammar.be_finite, grammar.be_other)})\s+(?:\w+ly\s+)?)?(?P<verb>\b\w+)),?"
            rf"\s+(?:{either(words.narrating_joints)})\s+(?:\w+ly\s+)?(?:{either(words.asking_on)})\s"
        ),
        clause=re.compile(
            rf"[“\s]*(?:{either(grammar.complementizers)})\s+"
            rf"(?=\d|(?:{either(grammar.articles, grammar.third_possessives, lexicon.numbers.units)})\s|\w{{3,}}s\s)",
            re.IGNORECASE,
        ),
        last=re.compile(rf"\b(?:{either(words.last_words)})[\s,;:–—-]*$"),
        hanging=re.compile(rf"(?:{either(grammar.hanging_relatives)})\b", re.IGNORECASE),
        second=re.compile(rf",\s+(?:{either(grammar.coordinators)})\s+(?=\w+)"),
        dependent=re.compile(
            rf"(?:{inner}|{either(grammar.coordinators, grammar.prepositions)}|\w+ing)\b", re.IGNORECASE
        ),
        second_subject=re.compile(
            rf",?\s+(?:{either(grammar.coordinators)})\s+"
            rf"(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+[\w’'-]+|[A-Z][\w’'-]+)"
            rf"(?:\s+(?!(?:{inner}|{either(grammar.subjects)})\b)[\w’'-]+){{0,5}}?"
            rf"\s+(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})\b"
        ),
        joint=re.compile(rf"[\s,;–—-]+(?:{joints})[\s,;]*$"),
        question=re.compile(rf"[“\s]*(?:{questions})\b", re.IGNORECASE),
        contrast=re.compile(rf"\s*(?:{either(lexicon.hedges.exceptions)})\b", re.IGNORECASE),
        role=_role(lexicon),
        present=_present(lexicon),
    )


def _finite(lexicon: Lexicon) -> re.Pattern[str]:
    """A finite verb: an auxiliary, a common verb in its past or third person, or its base form behind a plural."""
    grammar, verbs = lexicon.grammar, lexicon.reporting.clause_verbs
    bases = frozenset(word for word in verbs if _is_base(word, verbs))
    plural = either(
        grammar.subjects - grammar.genders.keys() - grammar.neuter_pronouns,
        grammar.plural_demonstratives, lexicon.claimants.plurals,
    )  # fmt: skip
    same_forms, follower = either(lexicon.reporting.same_forms), either(grammar.prepositions)
    contracted = either(grammar.third_subjects, grammar.existentials, grammar.demonstratives)
    return re.compile(
        rf"{verb_patterns(lexicon).finite}|\b(?:{either(grammar.irregular_negatives)})\b|\b(?:{contracted})[’']s\b"
        rf"|\b(?-i:(?=[a-z]))(?:{either(verbs - bases)})\b(?!\s+by\b)"  # not the “United” of a name
        rf"|\b(?!(?:{either(grammar.possessives)})\b)(?:\w+(?:[^\Ws]|ss)s|{plural})\s+(?:\w+ly\s+)?"
        rf"(?!(?:{same_forms})\s+(?:{follower})\b)(?:{either(bases)})\b",  # “the tariffs set for May” state nothing
        re.IGNORECASE,
    )


def _possessor(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a thing that is somebody's: “the ministry’s”, “their”, but not “she’s”."""
    grammar = lexicon.grammar
    contracted = grammar.third_subjects | grammar.existentials | grammar.demonstratives
    no_pronoun = "".join(rf"(?<!\b{word})" for word in sorted(contracted))
    return re.compile(rf"{no_pronoun}[’']s\s+$|s[’']\s+$|\b(?:{either(grammar.possessives)})\s+$", re.IGNORECASE)


def _narrator(lexicon: Lexicon) -> re.Pattern[str]:
    """What begins behind a speaker's words and is somebody else's: “but offered few details”, “while police said”."""
    grammar, words = lexicon.grammar, lexicon.reporting
    persons = either(grammar.third_subjects - grammar.neuter_pronouns)
    subject = rf"(?:{persons}|(?:[\w’'.-]+\s+){{0,5}}[\w’'.-]+)"
    joints = either(grammar.coordinators & words.narrating_joints, grammar.settings, lexicon.hedges.concessions)
    verbs = rf"(?:\w+ly\s+)?(?:{either(words.judging)})\b(?!\s+(?:{either(words.no_judgement)})\b)"
    return re.compile(
        rf"(?:,|\s[–—-])?\s+(?:{either(words.narrating)})\b.*"
        rf"|(?:,|;|\s[–—-])?\s+(?:{either(grammar.doubtful_reasons)}) (?:{persons})\s+\w+ed\b.*"
        rf"|(?:,|;|\s[–—-])\s+(?:{joints})\s+{subject}\s+{verbs}.*|;\s+{subject}\s+{verbs}.*"
        rf"|\s[–—]\s+(?:{either(words.narrating_joints)})\b.*"
        rf"|,\s+(?:{either(words.granting)})\s.*"
        rf"|,\s+(?:{either(words.commenting)})\s[^,]*$",
        re.IGNORECASE | re.DOTALL,
    )


def _doubted(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, words = lexicon.grammar, lexicon.reporting
    joints = either(grammar.coordinators & words.narrating_joints)
    subjects, verbs = either(grammar.third_subjects, grammar.demonstratives), either(words.present_auxiliaries)
    return re.compile(
        rf",\s+(?:{joints})\s+(?:{subjects})(?:[’']s|\s+(?:{verbs}))"
        rf"(?:\s+(?:{either(lexicon.hedges.negations)}))?[\s.]*$",
        re.IGNORECASE,
    )


def _role(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, persons = lexicon.grammar, lexicon.persons
    nouns = either(lexicon.claimants.persons, persons.occupations, persons.titles)
    return re.compile(
        rf",\s+(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+)?(?:[a-z-]+\s+){{0,2}}"
        rf"(?:{nouns}|\w{{2,}}(?:{either(lexicon.lines.person_endings)}))$"
    )


def _is_base(word: str, forms: frozenset[str]) -> bool:
    """Whether a form is the base of another: “want” beside “wants”."""
    return f"{word}s" in forms or f"{word}es" in forms or f"{word[:-1]}ies" in forms


def _present(lexicon: Lexicon) -> re.Pattern[str]:
    """“House passes …”, “Parliament votes to …”, “Missiles target …”: a headline's verb behind its subject."""
    verbs, ways = lexicon.reporting.headline_verbs, either(lexicon.reporting.ways_to_vote)
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
    words = patterns.second.split(words, maxsplit=1)[0]
    main = patterns.lead.sub("", words, count=1)
    if patterns.hanging.match(main):
        return False
    if _finite_verbs(main, patterns) > len(patterns.inner.findall(main)):
        return True
    first, *others = main.split(", ")
    parts = (first, *(part for part in others if not patterns.dependent.match(part)))
    return any(_finite_verbs(patterns.inner.split(part, maxsplit=1)[0], patterns) for part in parts)


def _finite_verbs(words: str, patterns: _Patterns) -> int:
    """How many finite verb groups words hold: “would have been closed” is one."""
    count, last, helped = 0, -_GROUP, True
    for verb in patterns.finite.finditer(words):
        if not verb.start() and " " not in verb.group() and not patterns.helping.match(words):
            continue  # “plans to go”: a noun, or a verb without its subject
        if _is_noun(words[max(0, verb.start() - _NEAR) : verb.start()], verb.group(), patterns):
            continue
        gap, helps = words[max(last, 0) : verb.start()], bool(patterns.helping.match(verb.group()))
        if last < 0 or len(gap.split()) > 1 or any(mark in gap for mark in ",;–—") or (helps and not helped):
            count += 1
        last, helped = verb.end(), helps
    return count


def _is_noun(lead: str, verb: str, patterns: _Patterns) -> bool:
    """Whether what looks like a verb is none where it stands: “the ministry’s claims”, “to issue the claims”."""
    if " " in verb or patterns.helping.match(verb):
        return False
    return bool(patterns.possessor.search(lead) or (verb.endswith("s") and patterns.before_noun.search(lead)))


def narrator_begins(words: str, lexicon: Lexicon) -> int | None:
    """Where the narrator or another speaker goes on within indirect words; none where nobody does."""
    plain = re.sub(r"[“\"][^”\"]*[”\"]", lambda quotation: "“" + "x" * (len(quotation.group()) - 2) + "”", words)
    places = [match.start() for match in [_patterns(lexicon).narrator.search(plain)] if match]
    places += filter(None, [_asks_on(plain, lexicon)])
    return min((place for place in places if len(words[:place].split()) > 2), default=None)


def _asks_on(words: str, lexicon: Lexicon) -> int | None:
    """Where “and urged” may have the speaker for its subject, rather than that of the words; none where it may not."""
    patterns = _patterns(lexicon)
    for match in patterns.asking_on.finditer(words):
        shares_object = not match["group"] and patterns.finite.fullmatch(match["verb"])
        if not shares_object and states(words[: match.end("verb")], lexicon):
            return match.end("verb")
    return None


def doubted_at_end(words: str, lexicon: Lexicon) -> bool:
    """Whether words end with a short contrast in the present, which may be the narrator's: “…, but it is not”."""
    return bool(_patterns(lexicon).doubted.search(words))


def has_auxiliary(words: str, lexicon: Lexicon) -> bool:
    """Whether the first clause of words has an auxiliary or a modal."""
    patterns = _patterns(lexicon)
    return bool(patterns.helping.search(patterns.hangs.split(words, maxsplit=1)[0]))


def asks(words: str, lexicon: Lexicon) -> bool:
    """Whether words are a question that somebody asks: “whether …”, “how …”."""
    return bool(_patterns(lexicon).question.match(words)) or words.rstrip("”\"’' ").endswith("?")


def contrasts(words: str, lexicon: Lexicon) -> bool:
    """Whether words behind the speaker set another view against what was said: “…, X said, but engineers disagree”."""
    return bool(_patterns(lexicon).contrast.match(words))


def role_begins(words: str, lexicon: Lexicon) -> int | None:
    """Where, at the end of words, the role of the speaker stands who is named behind them."""
    match = _patterns(lexicon).role.search(words)
    return match.start() if match else None


def second_clause(words: str, lexicon: Lexicon) -> int | None:
    """Where, behind what a verb takes, another subject with its own verb begins: “to stay, and the council may …”."""
    match = _patterns(lexicon).second_subject.search(words)
    return match.start() if match else None


def without_joint(words: str, lexicon: Lexicon) -> str:
    """Words less the conjunction with which the next clause begins: “…, and”, “… after”."""
    return _patterns(lexicon).joint.sub("", words)


def ends_badly(words: str, lexicon: Lexicon) -> bool:
    """Whether words end with one that no sentence ends with."""
    return bool(_patterns(lexicon).last.search(words))
