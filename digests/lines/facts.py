"""What a line is drawn from, worked out once: what is printed of a claim, and in which form."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.antecedents import antecedent_of
from digests.lines.deletions import deletions, keeps_joint, without
from digests.lines.flags import is_to_come, weekday_of
from digests.lines.meaning.contrasts import is_only_granted
from digests.lines.meaning.earlier_sayings import was_said_once
from digests.lines.meaning.jests import is_jest
from digests.lines.meaning.leaning import hangs, loses_complement
from digests.lines.meaning.limits import is_limited
from digests.lines.meaning.recited import is_recited
from digests.lines.meaning.turns import turns_behind
from digests.lines.own_verbs import (
    follows,
    is_gerund,
    takes_listener,
    tells_of_thing,
    tells_person,
    with_joint,
    with_verb,
)
from digests.lines.passages import (
    ends_as_anothers,
    is_torn,
    outside_quotations,
    place_names,
    speaks_of_itself,
    words_of,
)
from digests.lines.reporting import Report, read_report
from digests.lines.reporting.apart import is_set_right_in_note, stands_apart
from digests.lines.reporting.clause_ends import ends_badly, without_joint
from digests.lines.reporting.clauses import (
    inner_openings,
    lacks_subject,
    states,
)
from digests.lines.reporting.narrator.asides import without_asides
from digests.lines.reporting.objects import only_shows
from digests.lines.reporting.own_words import own_words
from digests.lines.reporting.sentence.no_statement import no_statement
from digests.lines.reporting.speech_ends import is_countered
from digests.lines.rewrites import rewrite
from digests.models import Article, Claim, Span
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_OWNER = re.compile(r"\w[’'](?: …)?$")
_INNER = re.compile(r"(?:^|\s|“)[‘']\w")


class _Patterns(NamedTuple):
    share: re.Pattern[str]  #: “55 percent”
    only_quotation: re.Pattern[str]  #: a quotation at the end behind a “that”: “that “the worst mayor””
    unfinished: re.Pattern[str]  #: a question word or a subject at the end, whose verb is to come: “while they”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    persons = either(lexicon.grammar.subjects - lexicon.grammar.neuter_pronouns)
    return _Patterns(
        share=re.compile(rf"\d\s*(?:{either(lexicon.sources.shares)})"),
        only_quotation=re.compile(
            rf"\b(?:{either(lexicon.grammar.complementizers)})\s+[“\"](?P<words>[^“”\"]+)[”\"]? …$"
        ),
        unfinished=re.compile(
            rf"”[^”]*\b(?:{either(lexicon.frames.questions)})$|\b(?:{inner_openings(lexicon)})\s+(?:{persons})(?: …)?$"
            rf"|\b(?:{either(lexicon.grammar.complementizers)})\s+[A-Z][\w’'.-]*(?: …)?$"
        ),
    )


@dataclass(frozen=True, slots=True)
class LineFacts:
    """The words that a line may print of a claim, and what goes with them."""

    report: Report
    body: str  #: the words with the declared rewrites and deletions

    @property
    def own_verb(self) -> bool:
        """Whether the words begin with the passage's own verb."""
        return self.report.form == "verb"


def line_facts(claim: Claim, article: Article) -> LineFacts | str:
    """What a claim's line is drawn from, or why there is none."""
    lexicon = lexicon_of(article)
    report = _plain_report(claim, article, lexicon)
    line_report = report if isinstance(report, str) else _as_printed(report, claim, article, lexicon)
    if isinstance(line_report, str):
        return line_report
    body = _body(line_report, claim, article)
    if _patterns(lexicon).unfinished.search(body) or _ends_with_owner(body):
        return "ends within a clause"
    quotation = _patterns(lexicon).only_quotation.search(body)
    if quotation is not None and not states(quotation["words"], lexicon, direct=False):
        return "no full statement"
    if body.endswith(" …") and not body.endswith("” …"):
        body = f"{without_joint(body.removesuffix(' …'), lexicon)} …"
        head = body.removesuffix(" …")
        if ends_badly(head, lexicon) or _is_measured(line_report, article.body, lexicon):
            return "ends within a clause"
        if line_report.form == "colon" and not _has_verb(line_report, claim, article):
            return "no full statement"
    return LineFacts(line_report, body)


def _has_verb(report: Report, claim: Claim, article: Article) -> bool:
    """Whether words that end early have a verb, and not only a “that”: “that 964,000 people | reported one”."""
    lexicon = lexicon_of(article)
    words = words_of(report.content, article.body, lexicon, direct=claim.mode == "direct")
    first, _, rest = words.partition(" ")
    return states(rest if first in lexicon.grammar.complementizers else words, lexicon, direct=claim.mode == "direct")


def _is_measured(report: Report, text: str, lexicon: Lexicon) -> bool:
    """Whether words end before what they are compared with: “$3 million less” before “than Holm had said”."""
    following = text[report.content[-1][1] :].split(maxsplit=1)
    return bool(following) and following[0].lower() in lexicon.grammar.measuring


def _ends_with_owner(body: str) -> bool:
    """Whether words end with whose a thing is, and not with the thing: “has moved on Friday’ …”."""
    return _OWNER.search(body) is not None and _INNER.search(body) is None


def _plain_report(claim: Claim, article: Article, lexicon: Lexicon) -> Report | str:
    """How an article reports a claim's words, where nothing in it or beside it makes them say something else."""
    if stands_apart(claim, article, lexicon) or is_set_right_in_note(claim, article.body, lexicon):
        return "not part of the report"
    if hangs(claim, article.body, lexicon):
        return "no full statement"
    report = read_report(claim, article)
    if report is None or is_jest(claim, article.body, lexicon) or is_recited(claim, article.body, lexicon):
        return "not plainly reported"
    if turns_behind(claim, article.body, lexicon) or is_only_granted(claim, article.body, lexicon):
        return "its speaker turns against it"
    return "limited by what stands beside it" if is_limited(claim, article.body, lexicon) else report


def _as_printed(report: Report, claim: Claim, article: Article, lexicon: Lexicon) -> Report | str:
    """A report with the spans that are printed of it: the content, or the verb with all it takes."""
    text = article.body
    spans = own_words(claim, text, lexicon)
    is_anothers = not spans or is_torn(spans, claim, text) or ends_as_anothers(spans, claim, text, lexicon)
    if is_anothers or was_said_once(
        claim, article, lexicon, denied=report.form == "denial", has_verb=report.form == "verb"
    ):
        return "not plainly reported"
    words = words_of(spans, text, lexicon, direct=claim.mode == "direct")
    bare = takes_listener(report, spans, text, lexicon) or tells_person(report, spans, text, lexicon)
    if reason := no_statement(report, claim, words, text, lexicon):
        return reason
    clause = with_joint(spans[0][0], words, text, lexicon)
    whole = states(clause, lexicon, direct=claim.mode == "direct", headline=report.of_outlet)
    whole = whole and not (lacks_subject(words, lexicon) or tells_of_thing(claim, report, words, text, lexicon))
    needs_verb = _is_counted(report, spans, text, lexicon) or (
        _may_keep_verb(report, spans, text, lexicon) and keeps_joint(words, lexicon)
    )
    if report.form == "colon" and (bare or needs_verb or not whole):
        if not _may_keep_verb(report, spans, text, lexicon):
            return "no full statement"
        report = Report("verb", verb=report.verb, hedged=report.hedged or needs_verb)
    if report.form == "denial" and not states(words, lexicon, direct=claim.mode == "direct"):
        report = Report("verb", verb=report.verb, hedged=report.hedged)
    if report.form != "verb" or report.verb is None:
        return Report(report.form, spans, report.verb)
    is_part = len(spans) != 1 or loses_complement(text, spans[-1][1], lexicon)
    if is_part or only_shows(claim, report.verb, words, text, lexicon):
        return "no full statement"
    return with_verb(report.verb, spans[0], report, text, lexicon)


def _is_counted(report: Report, spans: tuple[Span, ...], text: str, lexicon: Lexicon) -> bool:
    """Whether how many say so stands between the verb and the words: “say by 55%-41% that …”."""
    verb = report.verb
    gap = text[verb[0] : spans[0][0]] if verb is not None and follows(verb, spans) else ""
    return _patterns(lexicon).share.search(gap) is not None


def _may_keep_verb(report: Report, spans: tuple[Span, ...], text: str, lexicon: Lexicon) -> bool:
    """Whether a line can be printed with its verb, which no colon parts from the words: “| said that it burned”."""
    verb = report.verb
    if verb is None or not follows(verb, spans) or ":" in text[verb[1] : spans[0][0]]:
        return False
    return not is_gerund(verb, text, lexicon)


def _body(report: Report, claim: Claim, article: Article) -> str:
    text, lexicon = article.body, lexicon_of(article)
    words = words_of(report.content, text, lexicon, direct=claim.mode == "direct")
    antecedent = antecedent_of(claim, article) if report.form != "verb" else None
    if antecedent:
        head, _, tail = words.partition(text[slice(*antecedent.pronoun)])
        words = f"{head}{antecedent.printed(text)}{tail}"
    words = outside_quotations(words, lambda part: rewrite(part, lexicon))
    words = words if claim.mode == "direct" else without_asides(words, lexicon)
    of_claimant = report.form != "verb" and speaks_of_itself(claim, text, lexicon)
    ranges = deletions(
        words,
        weekday=None if is_to_come(claim, article) else weekday_of(claim, lexicon, own_verb=report.form == "verb"),
        places=place_names(claim, article),
        of_claimant=of_claimant,
        behind_verb=any(start < report.content[0][0] for start, _ in claim.attribution.cue),
        lexicon=lexicon,
    )
    body = without(words, tuple(ranges))
    end = report.content[-1][1]
    shortened = end < claim.attribution.content[-1][1] or _goes_on(end, claim, text, lexicon)
    return f"{body} …" if body and shortened and not body.endswith("…") else body


def _goes_on(end: int, claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence goes on behind what is printed with more than who said it, and when."""
    if any(opens < end <= closes for opens, closes in quotations(text)) and claim.mode == "direct":
        return False
    sentence = span_holding(sentences(text), end - 1)
    citation = claim.attribution.citation
    if any(start >= end for start, _ in citation):
        return is_countered(text[max(stop for _, stop in citation) : sentence[1]], lexicon)
    rest = text[end : sentence[1]]
    return len(re.findall(r"\w+", rest)) > 1
