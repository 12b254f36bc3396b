"""Clauses behind a speaker's indirect words which only the narrator tells: what followed, when, beside what figure."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.lines.reporting.clauses import begins_condition
from digests.lines.reporting.narrator.deeds import joined_deed
from digests.lines.reporting.narrator.others_deeds import done_by_others

_PARTING = re.compile(r"(?:(?:;|\s[–—-])\s[^;–—]*|,\s\S+(?:\s\S+)?)$")  #: behind which another's words may stand


@functools.cache
def _tails(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    return (
        *_deeds(lexicon), *_circumstances(lexicon), *_scenes(lexicon), *_remarks(lexicon), *_comparisons(lexicon),
        *_others(lexicon), *_results(lexicon),
    )  # fmt: skip


def _past(lexicon: Lexicon) -> str:
    """A verb in its simple past, which behind “said that … had” no speaker's clause has."""
    return rf"(?:{either(lexicon.grammar.past_forms)}|[a-z]+ed)"


def _deeds(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """What the speaker then did, or those who heard it: “…, and her aide left”, “…, and she wept”."""
    grammar, words = lexicon.grammar, lexicon.narration
    joints = either(grammar.coordinators & words.narrating_joints - lexicon.hedges.exceptions)
    persons = either(grammar.third_subjects - grammar.neuter_pronouns)
    own_person = rf"(?:{either(grammar.third_possessives)})\s+(?:{either(lexicon.claimants.persons)})"
    return (
        re.compile(rf",?\s+(?:{joints})\s+{own_person}\s+{_past(lexicon)}\b"),
        re.compile(rf",\s+(?:{joints})\s+(?:{persons})\s+(?:{either(words.attending)})\b"),
        re.compile(
            rf",?\s+(?:{joints})\s+(?:[\w’'-]+\s+){{1,3}}?(?:{either(words.attending)})"
            rf"(?=\s+\w+ly\b|[\s.]*$)"
        ),
        re.compile(
            rf",\s+(?:{either(words.market_pushes)})\s+(?:[\w’'-]+\s+){{0,4}}(?:{either(words.market_moves)})\b"
        ),
    )


@functools.cache
def _undergone(lexicon: Lexicon) -> re.Pattern[str]:
    """What was then done to a speaker whom the words follow: “…, and was fined”."""
    grammar, words = lexicon.grammar, lexicon.narration
    joints = either(grammar.coordinators & words.narrating_joints - lexicon.hedges.exceptions)
    return re.compile(
        rf",\s+(?:{joints})\s+(?:{either(words.undergoing)})\s+(?:\w+ly\s+)?(?!(?:{either(grammar.be_participle)})\b)[a-z]+ed\b"
    )


def _circumstances(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """When, and in what, somebody spoke: “…, as shares fell”, “hours after talks broke down”, “in a letter that …”."""
    grammar, words = lexicon.grammar, lexicon.narration
    subject = rf"(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+[\w’'-]+|[\w’'-]+s)"
    clause = rf"{subject}(?:\s+[\w’'-]+){{0,4}}?\s+{_past(lexicon)}\b"
    units, neuter = either(lexicon.calendar.units, lexicon.calendar.plural_units), either(grammar.neuter_pronouns)
    documents, be_forms = either(lexicon.claimants.documents), either(grammar.be_finite)
    relatives = either(grammar.complementizers, lexicon.reporting.subject_relatives)
    return (
        re.compile(rf",\s+(?:{either(grammar.comparing)})\s+{clause}"),
        re.compile(rf"(?<=[”\"])\s+(?:{either(grammar.settings, grammar.holding)})\s+(?:{_speaking(lexicon)})\b"),
        re.compile(rf",\s+(?:{either(words.beside_saying)}|(?:{either(words.saying_beside)})\s+\w+ing)\b"),
        re.compile(rf"(?<!\d)\s+(?:{either(words.told_spans)})\s+(?:{either(words.told_order)})\s+{clause}"),
        re.compile(
            rf",\s+\w+\s+(?:{either(lexicon.frames.granting)})\s+(?:{either(grammar.third_subjects)})\s+(?:{be_forms})[\s.]*$"
        ),
        re.compile(
            rf"\s+(?:[\w’'-]+\s+)?(?:{units})\s+(?:{either(words.told_order)})\s+(?:{neuter})\s+{_past(lexicon)}\b"
        ),
        re.compile(
            rf"\s+(?:{either(grammar.holding)})\s+(?:(?:{either(grammar.articles)})\s+)?(?:{documents})\s+(?:{relatives})\b"
        ),
    )


def _speaking(lexicon: Lexicon) -> str:
    """What somebody does who says something: “in | discussing the bridge”."""
    reporting = lexicon.reporting
    doing = (word for word in lexicon.circumstances.settings if word.endswith(lexicon.events.gerund_endings))
    return either(doing, reporting.plain.gerunds, reporting.news.gerunds)


def _scenes(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """What was to be seen or heard as somebody spoke, or came of it: “…, as hundreds queue outside”."""
    grammar, words = lexicon.grammar, lexicon.narration
    of_them = rf"(?:{either(grammar.genitives)})\s+(?:{either(grammar.object_forms, grammar.demonstratives)})"
    bare_count = rf"(?:{either(lexicon.counterfacts.counts)}|(?:{either(lexicon.numbers.units)}|\d+)\s+{of_them})"
    settings = either(words.simultaneous - grammar.coordinators)
    persons = either(grammar.object_pronouns, grammar.object_possessives)
    spans = rf"(?:\w+\s+)?(?:{either(words.told_spans)})\s+(?:{either(words.told_order)})"
    return (
        re.compile(
            rf",\s+(?:(?:{either(lexicon.circumstances.focusing)})\s+)?(?:{settings})\s+{bare_count}\s+[a-z]+\b"
        ),
        re.compile(
            rf",?\s+(?:{settings})\s+[^,;“”]*\b(?:(?:{either(words.sides)})\s+(?:{persons})|{either(words.sensed)})\b"
        ),
        re.compile(
            rf",\s+(?:{either(words.narrating_joints)})\s+(?:{either(lexicon.calendar.on_dates)})\s+[A-Z]\w+\s+"
            rf"[^,;“”]*\b(?:{either(words.sensed)})\b"
        ),
        re.compile(rf"\s\((?=[a-z])[^()“”]*\s(?:{either(grammar.finite_auxiliaries)})\b[^()“”]*\)\s*$"),
        re.compile(rf",\s+{spans}\s+(?!\w+ing\b)[^,;“”]*?\b{_past(lexicon)}\b"),
    )


def _remarks(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """What somebody's words leave out, and what others make of them: “…, ignoring a report”, “…, a claim that …”."""
    grammar, words = lexicon.grammar, lexicon.narration
    none = either(lexicon.hedges.negations, lexicon.hedges.scarcities)
    return (
        re.compile(
            rf",\s+(?:{either(words.remarks)})\s+(?:{either(grammar.complementizers, grammar.third_subjects)})\b"
        ),
        re.compile(rf",?\s+(?:\w+ly\s+)?(?:{either(words.concealing)})\b"),
        re.compile(
            rf"(?<=\w),\s+(?:{either(words.knowing)})\s+(?:{either(grammar.genitives, grammar.complementizers)})\b"
        ),
        re.compile(
            rf",\s+(?:{either(grammar.articles)})\s+(?:[\w’'-]+\s+)?(?:{either(lexicon.counterfacts.sayings)})\s+"
            rf"(?:{either(grammar.complementizers, grammar.hanging_relatives, grammar.third_subjects)})\b"
        ),
        re.compile(
            rf",\s+(?:{either(words.things_said)})(?:\s+(?:{none}|{either(grammar.third_subjects)})\b"
            rf"|\s+(?:[\w’'-]+\s+){{1,5}}?(?:{either(lexicon.reporting.judging)})[\s.]*$|$)"
        ),
    )


def _comparisons(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """What others count, deny or did alike: “…, against a board estimate of 9”, “…, and a similar bill failed”."""
    words, grammar = lexicon.narration, lexicon.grammar
    others_figures = either(words.figures_of_others, lexicon.counterfacts.owning)
    alike = rf"(?:{either(grammar.indefinite_articles)})\s+(?:{either(words.alike)})"
    return (
        re.compile(rf",\s+(?:{either(words.narrating_joints)})\s+{alike}\s+(?:[\w’'-]+\s+){{1,4}}?{_past(lexicon)}\b"),
        re.compile(rf",\s+(?:\d[\d.,]*\s+)?(?:{either(words.figure_comparisons)})\s+[^,]*\b(?:{others_figures})\b"),
        re.compile(
            rf",\s+(?:[\w’'-]+\s+){{0,2}}(?:{either(grammar.free_relatives)})\s+(?:[\w’'-]+\s+){{1,4}}?"
            rf"(?:{either(lexicon.reporting.reporting.finite)})[\s.]*$"
        ),
        re.compile(rf",\s+(?:{either(words.taken_up)})\s+[^,]*\b(?:{either(lexicon.reporting.judging)})\b"),
    )


def _results(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """What a narrator counts or tells of the speaker besides: “…, making it the sixth”, “…, urging others to stay”.

    Or of what was said: “…, denouncing it as a crime”.
    """
    grammar, words = lexicon.grammar, lexicon.narration
    articles, counting = either(grammar.definite_articles), either(words.counting_on)
    joints, asking = either(words.narrating_joints), either(words.asking_on)
    saying = either(lexicon.reporting.news.gerunds)
    objects = either(grammar.object_pronouns, grammar.neuter_pronouns, grammar.demonstratives - grammar.complementizers)
    return (
        re.compile(rf",\s+(?:{either(words.ranking)})\s+(?:[\w’'-]+\s+){{1,6}}?(?:{articles})\s+(?:{counting})\b"),
        re.compile(rf",\s+\w+ing\s+(?:{either(lexicon.turns.turning_apart)})\b"),
        re.compile(rf",\s+(?:{either(words.urging)})\s"),
        re.compile(rf",\s+(?:{saying})\s+(?:{objects})\b"),
        re.compile(rf",\s+(?:{joints})\s+(?:{asking})\s+(?:{either(grammar.object_pronouns)})\b"),
    )


def _others(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Another speaker with no verb, “…, the police that it rose”, and what a narrator adds or recalls."""
    grammar, words = lexicon.grammar, lexicon.narration
    persons = either(lexicon.claimants.persons, lexicon.persons.occupations)
    endings = either(lexicon.lines.person_endings, words.more_person_endings)
    speakers = rf"(?:{persons})s?|[a-z]+(?:{endings})s|{either(words.bodies_of_people)}"
    joints = either(grammar.coordinators, grammar.settings)
    pointing = grammar.definite_articles | grammar.third_possessives
    determiners = either(pointing)
    subjects = either(
        grammar.third_subjects, grammar.existentials, grammar.third_possessives, grammar.definite_articles
    )
    relatives = either(grammar.complementizers, lexicon.reporting.subject_relatives)
    next_steps = either(lexicon.turns.next_steps)
    return (
        re.compile(
            rf"(?:,\s+(?:(?:{joints})\s+)?(?:(?:{determiners})\s+)?|\s+(?:{joints})\s+(?:{determiners})\s+)"
            rf"(?:[\w’'-]+\s+)?(?:{speakers})\s+(?:{either(grammar.complementizers)})\s+(?:{subjects})\b"
        ),
        re.compile(
            rf"\s+(?:{either(grammar.settings, words.recalling)})\s+[^,;“”]*"
            rf"\b(?:{relatives})\s+(?:{either(words.harming)})\b"
        ),
        re.compile(
            rf"(?:,|,?\s+(?:{either(words.narrating_joints)}))\s+(?:{next_steps}|(?:{either(lexicon.calendar.on_dates)})\s+[A-Z0-9]\w*"
            rf"|(?:[\w’'-]+\s+){{0,2}}(?:{either(words.told_moments)}))\s+(?:{either(grammar.complementizers)})\b"
        ),
        re.compile(rf",\s+(?:{determiners})\s+(?:[\w’'-]+\s+){{1,2}}\d[\d,.]*\s*$"),
        re.compile(
            rf",?\s+(?:{either(words.simultaneous, lexicon.hedges.concessions)})\s+"
            rf"(?:{either(grammar.third_possessives)})\s+(?:{either(lexicon.counterfacts.owning)})\b"
        ),
        re.compile(
            rf"\s+(?:{either(words.narrating_joints)})\s+(?:(?:{either(lexicon.circumstances.adverbs)})\s+)?"
            rf"(?:{either(words.speaker_deeds)})\s+"
            rf"(?=(?:{either(grammar.infinitive_markers, pointing, lexicon.numbers.units)})\b|\d)"
        ),
        re.compile(rf";\s+(?!(?:{either(grammar.complementizers)})\b)"),
        re.compile(
            rf",\s+(?:{either(lexicon.hedges.exceptions, lexicon.hedges.concessions)})\s+[^,;“”]*"
            rf"\b(?:{either(lexicon.verbs.verifying)})\b"
        ),
        re.compile(
            rf",\s+(?:{either(grammar.hanging_relatives)})\s+(?:{either(grammar.third_subjects)})\s+"
            rf"(?:{either(grammar.be_finite)})\s+(?:\w+ly\s+)?(?:{either(words.awaited)})\b"
        ),
        re.compile(
            rf",\s+(?:{either(grammar.hanging_relatives & lexicon.reporting.subject_relatives)})\s+"
            rf"(?!(?:{either(grammar.prepositions)}|(?:(?:{either(grammar.modals)})\s+)?(?:{either(words.bringing_about)}))\b)"
            rf"[^,;“”]*$"
        ),
    )


def narrator_tail(words: str, lexicon: Lexicon, *, speaker_ahead: bool = True) -> int | None:
    """Where the narrator begins to tell what followed, when it was said, or what others count; none if nowhere.

    What was done is done to a speaker only where that one stands ahead of the words.
    """
    tails = (*_tails(lexicon), _undergone(lexicon)) if speaker_ahead else _tails(lexicon)
    starts = [match.start() for match in (tail.search(words) for tail in tails) if match]
    deed = joined_deed(words, lexicon)
    starts += [] if deed is None else [deed]
    starts += done_by_others(words, lexicon)
    return min((start for start in starts if not begins_condition(words[start:], lexicon)), default=None)


def anothers_part(words: str, follows: str, lexicon: Lexicon) -> int | None:
    """Where words begin that another says: “… – 400” before “, according to the board”, “… as Holm put it”."""
    according, worded = _others_named(lexicon)
    mark = _PARTING.search(words) if according.match(follows) else worded.search(words + follows)
    return mark.start() if mark and mark.start() < len(words) else None


@functools.cache
def _others_named(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """That somebody else is named for what stands before, and that a phrase is worded by somebody else."""
    grammar, wording = lexicon.grammar, either(lexicon.narration.wording)
    comparing, neuter = either(grammar.comparing), either(grammar.neuter_pronouns - grammar.third_possessives)
    return (
        re.compile(rf",?\s+(?:{either(lexicon.reporting.according)})\b"),
        re.compile(rf",?\s+(?:{comparing})\s+(?:[\w’'.-]+,?\s+){{1,8}}?(?:{wording})\s+(?:{neuter})\b"),
    )
