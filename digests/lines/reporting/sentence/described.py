"""Whether the verb of a sentence is none of saying: a noun of its source's, or what only describes somebody."""

from __future__ import annotations

import re

from digests.lines.finite_verbs import is_finite
from digests.lines.people.claimant_nouns import is_person
from digests.lines.reporting.patterns import openers
from digests.lines.reporting.sentence.parts import Parts

_OWNER = re.compile(r"[’']s?\s+$")


def is_noun_of_source(parts: Parts) -> bool:
    """Whether the cue is a noun that the source owns: “the mayor’s claim that …”."""
    cue = parts.text[slice(*parts.cue)].lower()
    owns = _OWNER.search(parts.text, parts.source[0], parts.cue[0]) is not None
    return owns and cue in parts.lexicon.retractions.ruled_things


def is_described(parts: Parts) -> bool:
    """Whether the verb only describes whom it stands behind: “Orr, said to be rich”, “Orr, of whom critics say”."""
    source, words = parts.text[slice(*parts.near_source)], parts.lexicon
    is_participle = source.endswith(",") and source.count(",") == 1 and parts.near_source[1] + 1 == parts.cue[0]
    if is_participle and parts.cue[1] <= parts.content[0][0] and " " not in parts.text[slice(*parts.cue)]:
        return True
    clause = max(parts.sentence[0], parts.text.rfind(";", parts.sentence[0], parts.source[0]) + 1)
    if parts.claim.attribution.relay == () and openers(parts.lexicon).hearsay.match(parts.text, clause):
        return True
    if _has_main_verb_behind(parts):
        return True
    names = source.lower().split()
    if _is_of_relative(parts, names):
        return True
    if not words.grammar.measuring.isdisjoint(_behind_content(parts, names)):
        return True  # “it is sounder than Orr said”
    return not words.reporting.object_relatives.isdisjoint(names) or _is_base_form(parts)


def _is_of_relative(parts: Parts, names: list[str]) -> bool:
    """Whether the verb is that of a relative clause whose beginning the source has: “a man who at noon denied”."""
    relatives = [i for i, name in enumerate(names) if name in parts.lexicon.reporting.subject_relatives]
    rest = names[relatives[-1] + 1 :] if relatives else []
    is_phrase = bool(rest) and rest[0] in parts.lexicon.grammar.prepositions
    return is_phrase and not any(is_finite(word, parts.lexicon) for word in rest)


def _has_main_verb_behind(parts: Parts) -> bool:
    """Whether the verb is but a participle, as the sentence's own comes later: “Orr, the mayor, warned …, left”."""
    commas = parts.text[parts.source[0] : parts.cue[0]].rstrip().endswith(",")
    rest = parts.text[parts.cue[1] : parts.sentence[1]]
    if not commas or parts.after is None:
        return False
    patterns = openers(parts.lexicon)
    return patterns.main_verb.search(rest) is not None or patterns.passive.match(rest) is not None


def _behind_content(parts: Parts, names: list[str]) -> list[str]:
    """The words from what is said, its last one included, over a source behind it."""
    if parts.ahead is None:
        return names
    last = parts.text[slice(*parts.ahead)].lower().split()[-1:]
    return [*last, *parts.text[parts.ahead[1] : parts.source[0]].lower().split(), *names]


def _is_base_form(parts: Parts) -> bool:
    """Whether a verb without its ending stands behind one person, whom another has say it: “let Roth say”."""
    forms, verb = parts.lexicon.reporting.reporting.finite, parts.text[slice(*parts.cue)].lower()
    is_bare = bool({f"{verb}s", f"{verb}es"} & forms) and verb not in parts.lexicon.common_verbs.same_forms
    return is_bare and is_person(parts.claim, parts.lexicon) and not parts.claim.claimant.members
