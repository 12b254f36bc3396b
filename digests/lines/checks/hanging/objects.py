"""Whether a line speaks of a “him”, “it” or “them” that is neither its claimant nor named before in it."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_plural
from digests.models import Claim, DigestItem

_QUOTED = re.compile(r"“[^”]*”?")


class _Patterns(NamedTuple):
    topic: re.Pattern[str]  #: what a line begins with: “For them, …”
    object_of_verb: re.Pattern[str]  #: whom a line's own verb is done to: “accused | him of lying”
    cause: re.Pattern[str]  #: a cause at the end: “because of it”
    plural_object: re.Pattern[str]
    plural_noun: re.Pattern[str]  #: what “them” may mean: a plural, or two things joined


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, reporting = lexicon.grammar, lexicon.reporting
    things = either(grammar.neuter_pronouns - grammar.possessives, grammar.demonstratives)
    others = either(lexicon.lines.dangling_objects)
    persons = either(grammar.gendered_forms.keys() & grammar.object_pronouns, lexicon.lines.dangling_objects)
    prepositions = either(word.capitalize() for word in grammar.prepositions)
    causes = rf"(?:{either(grammar.reasons)})\s+(?:{either(grammar.genitives)})"
    plurals = either(lexicon.claimants.plurals, grammar.coordinators, lexicon.claimants.forces)
    return _Patterns(
        topic=re.compile(rf"(?:{prepositions})\s+(?:{others}|{things})\s*,"),
        object_of_verb=re.compile(rf"(?:\w+\s+)?(?:{either(reporting.news.finite)})\s+(?:{persons})\b"),
        cause=re.compile(rf"\b{causes}\s+(?:{others}|{things})\W*$"),
        plural_object=re.compile(rf"\b(?:{others})\b"),
        plural_noun=re.compile(
            rf"\b(?!(?:{either(grammar.finite_auxiliaries)})\b)\w{{2,}}[^\Ws]s\b|\b(?:{plurals})\b", re.IGNORECASE
        ),
    )


@functools.cache
def _that_thing(lexicon: Lexicon) -> re.Pattern[str]:
    """At the start of words behind a verb, “that” with a noun and its verb: “said | that case was”."""
    grammar = lexicon.grammar
    return re.compile(
        rf"(?:{either(grammar.complementizers)})\s+(?P<noun>[a-z]+[^\Ws])\s+"
        rf"(?:{either(grammar.finite_auxiliaries, grammar.modals)})\b"
    )


def points_at_thing(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether “that” behind a verb shows one thing, “said that case was …”, as a text has “a case” elsewhere."""
    start = claim.attribution.content[0][0]
    ahead = text[:start].rstrip().rsplit(maxsplit=1)[-1:]
    begin = start - len(ahead[0]) - 1 if ahead and ahead[0] in lexicon.grammar.complementizers else start
    thing = _that_thing(lexicon).match(text, begin)
    if thing is None or claim.mode == "direct":
        return False
    articles = either(lexicon.grammar.indefinite_articles)
    return re.search(rf"\b(?:{articles})\s+(?:[\w-]+\s+)?{thing['noun']}\b", text, re.IGNORECASE) is not None


def has_hanging_object(item: DigestItem, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether an object in a line points at nothing that its reader sees."""
    patterns, words = _patterns(lexicon), _QUOTED.sub("“”", item.body)
    if patterns.topic.match(words) or patterns.cause.search(words):
        return True
    if item.own_verb and patterns.object_of_verb.match(words):
        return True
    pronoun = patterns.plural_object.search(words)
    return (
        pronoun is not None
        and not is_plural(claim, lexicon)
        and not patterns.plural_noun.search(words, 0, pronoun.start())
    )
