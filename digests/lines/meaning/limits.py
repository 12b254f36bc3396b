"""What stands beside a saying and limits it: a condition, a place of a poll, a clause not said, a time not told."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.extraction.times.earlier_times import is_of_earlier_time
from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_share
from digests.models import Claim, Span
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_FIGURE = re.compile(r"\d")
_NAME = r"[A-Z][\w’'-]+"


class _Patterns(NamedTuple):
    clause: re.Pattern[str]  #: before a speaker, when or where something is so: “When a storm comes, …”
    counted_from: re.Pattern[str]  #: before a speaker, from when on something is counted: “Since the curfew began, …”
    number: re.Pattern[str]  #: before speakers, how many of them say so, or by when: “By 47%-39%, …”
    past: re.Pattern[str]  #: a past verb, which tells when it was said rather than when it is so
    phrase: re.Pattern[str]  #: the same without a verb: “On a good day, …”, “Under the new law, …”
    measure: re.Pattern[str]
    share: re.Pattern[str]  #: “40 percent”, which is one of those in that place, whoever says it
    place: re.Pattern[str]  #: before a measure, where or among whom it was taken: “In Ohio, …”, “Among women, …”
    scope: re.Pattern[str]  #: behind a measure, the same: “a poll of South Carolina released on Monday”
    relative: re.Pattern[str]  #: before a speaker, a clause of which only the rest is said: “…, which, X says, …”
    manner: re.Pattern[str]  #: before a speaker, that the saying is put in: “recommended, as he said …”
    object: re.Pattern[str]  #: behind it, where what was recommended comes
    breakdown: re.Pattern[str]  #: that the figures are those of parts: “In breaking down the results, …”
    told_of: re.Pattern[str]  #: where a clause begins that tells more of a thing: “…, which lost 300 homes”
    second: re.Pattern[str]  #: where a second predicate begins: “…, and won 77 percent”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    limits, grammar = lexicon.limits, lexicon.grammar
    lead = rf"^\W*(?:(?:{either(grammar.coordinators)}),?\s+)?"
    calendar = either(name.capitalize() for name in (*lexicon.calendar.months, *lexicon.calendar.weekdays))
    group = rf"(?!(?:{calendar})\b){_NAME}"
    scopes, complementizers = either(limits.scopes), either(grammar.complementizers)
    return _Patterns(
        clause=re.compile(rf"{lead}(?:{either(limits.clauses)})\b(?P<words>[^.;?!“”\"]*),\s*$", re.IGNORECASE),
        counted_from=re.compile(rf"{lead}(?:{either(lexicon.calendar.starting)})\b[^;?!“”\"]*,\s*$", re.IGNORECASE),
        number=re.compile(
            rf"{lead}(?:{either(lexicon.sources.agents)})\s[^,;?!“”\"]*\d[^,;?!“”\"]*,\s*$", re.IGNORECASE
        ),
        past=re.compile(rf"\b(?:{either(grammar.past_forms)}|[a-z]+ed|{either(grammar.be_plural)})\b"),
        phrase=re.compile(
            rf"{lead}(?:(?:{either(limits.prepositions)})\s+(?:(?:{either(grammar.articles)})\s+)?(?:{either(limits.kinds)})"
            rf"|(?:{either(limits.rule_prepositions)})\s+(?:[\w’'-]+\s+){{1,5}}?(?:{either(limits.rules)}))\b[^;?!“”\"]*,\s*$",
            re.IGNORECASE,
        ),
        measure=re.compile(rf"\b(?:{either(limits.measures)})\b", re.IGNORECASE),
        share=re.compile(rf"\d\s*(?:{either(lexicon.sources.shares)})"),
        place=re.compile(
            rf"^\W*(?:[A-Z]?[a-z]+,?\s+)?(?i:(?:{scopes})\s+(?:[\w’'-]+\s+){{0,4}}?(?-i:{group})"
            rf"|(?:{either(limits.group_prepositions)})\s+\w|(?:{either(limits.everywhere)})\b)[^;?!“”\"]*,\s*$"
        ),
        scope=re.compile(
            rf"\b(?:{either(limits.measures)})\s+(?:{scopes})\s+(?P<words>(?:(?!(?:{either(limits.released)})\b)[\w’',.-]+\s*)+)"
        ),
        relative=re.compile(rf",?\s(?:{either(grammar.openers)})\s*,?\s*$"),
        manner=re.compile(rf",\s+(?:{either(grammar.comparing)})\s+$"),
        object=re.compile(rf",\s+(?:{complementizers})\s"),
        breakdown=re.compile(rf"\b(?:{either(lexicon.limits.breakdowns)})\b", re.IGNORECASE),
        told_of=re.compile(rf"\s(?:{either(grammar.relative_pronouns, grammar.relative_adverbs)})\s"),
        second=re.compile(rf",\s+(?:{either(grammar.continuing)})\s+(?=[a-z])"),
    )


def is_limited(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether a claim's words say more than was said, without what stands beside them in their sentence."""
    attribution = claim.attribution
    if not attribution.source or not attribution.cue:
        return False
    sentence = span_holding(sentences(text), attribution.cue[-1][0])
    source = attribution.source[0][0]
    return (
        _is_conditioned(claim, text[sentence[0] : source], source, lexicon)
        or _is_of_place(claim, text, sentence, lexicon)
        or _is_put_in(claim, text, source, lexicon)
        or (claim.said_at is None and is_of_earlier_time(attribution, text, sentence, lexicon))
    )


def _is_conditioned(claim: Claim, head: str, source: int, lexicon: Lexicon) -> bool:
    """Whether a condition or a setting of the words stands before their speaker: “On a good day, he said he can …”."""
    if claim.attribution.content[0][0] < source:
        return False
    patterns = _patterns(lexicon)
    clause = patterns.clause.match(head)
    if is_share(claim, lexicon) and (clause or patterns.clause.match(head.partition(", ")[2])):
        return True  # “Even worse, when told that he may lose, 36 percent said …”
    is_condition = clause and not patterns.past.search(clause["words"])
    is_of_saying = not lexicon.grammar.have_finite.isdisjoint(claim.cue.split())  # “Since then, she has said”
    is_put_ahead = patterns.number.match(head) or patterns.phrase.match(head)
    return bool(is_condition or is_put_ahead or (patterns.counted_from.match(head) and not is_of_saying))


def _is_of_place(claim: Claim, text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a poll's or a count's figures are those of a place or group that the line would not name."""
    patterns, attribution = _patterns(lexicon), claim.attribution
    names = " ".join(text[start:end] for start, end in attribution.source)
    words = " ".join(text[start:end] for start, end in attribution.content)
    first = min(attribution.source[0][0], attribution.content[0][0])
    lead = text[sentence[0] : first]
    is_placed = bool(patterns.place.match(lead) or patterns.breakdown.search(lead))
    if not patterns.measure.search(names) or not _FIGURE.search(words):
        return is_placed and patterns.share.search(words) is not None
    if is_placed:
        return True
    is_ahead = attribution.content[-1][1] <= attribution.source[0][0]
    parts = (patterns.second.search(words), patterns.told_of.search(words) if is_ahead else None)
    if any(part and not _FIGURE.search(words[: part.start()]) for part in parts):
        return True  # “Holm has praised him, and won 77 percent”, “Bo left Larn, which lost 300 homes, figures show”
    scope = patterns.scope.search(names)
    places = re.findall(_NAME, scope["words"]) if scope else []
    line_words = f"{claim.claimant.label} {words}"
    return any(place not in line_words for place in places)


def _is_put_in(claim: Claim, text: str, source: int, lexicon: Lexicon) -> bool:
    """Whether the saying is put into the narrator's sentence, of which the words are but a part."""
    patterns, content = _patterns(lexicon), claim.attribution.content
    ahead = [span for span in content if span[1] <= source]
    if ahead and len(content) > len(ahead) and patterns.relative.search(text[slice(*ahead[-1])]):
        return True
    rests = [text[slice(*span)] for span in content if span[0] > source]
    return bool(rests and patterns.manner.search(text[:source]) and patterns.object.search(rests[0]))
