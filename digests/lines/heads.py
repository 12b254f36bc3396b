"""What a line may begin with: the claimant's name, fullest first."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.checks.bare_descriptions import tells_nobody
from digests.lines.people.claimant_nouns import is_plural
from digests.lines.reporting import Form
from digests.models import Claim
from digests.text.printable import printable

LONG_NAME = 30  #: characters from which a description may be left with its beginning


class _Patterns(NamedTuple):
    describing: re.Pattern[str]  #: what goes on to describe a source that is named: “two officials, who …”
    belonging: re.Pattern[str]  #: where a title goes on with whose it is: “director | of a union”
    noun: re.Pattern[str]  #: of a description, up to what it is of: “a recent survey of voter lists”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    lines = lexicon.lines
    describers, noun_links = either(lines.describing_prepositions), either(lines.noun_prepositions)
    return _Patterns(
        describing=re.compile(
            rf"(?<=\w\s)(?<!\b[Tt]he\s)(?=(?:{either(lines.describing)})\b)"
            rf"|(?<=\w{{3}}s\s)(?=(?:{describers})\b)|(?<=\w),\s|\s+(?:[–—]|--)\s+"
        ),
        belonging=re.compile(rf"\s(?:{either(lexicon.bodies.belonging, lexicon.descriptions.role_belonging)})\s"),
        noun=re.compile(rf"(?:\S+ )+?[a-z]\w+(?= (?:{noun_links})\b)"),
    )


def heads_of(claim: Claim, lexicon: Lexicon, *, form: Form) -> tuple[str, ...]:
    """What a line may begin with, fullest first: the claimant's name, with a capital where it is a description.

    Where there is no room, what a person's title is of goes, then all that they are, and of a long description all but
    its beginning.
    """
    claimant = claim.claimant
    name = claimant.short or claimant.name
    names = [claimant.label, name]
    is_clause = (claimant.title or "").split(" ", 1)[0] in lexicon.grammar.personal_relatives
    if claimant.title and not is_clause and claimant.label == f"{name} ({claimant.title})":
        names.insert(1, f"{name} ({_patterns(lexicon).belonging.split(claimant.title, maxsplit=1)[0]})")
    if claimant.resolved_by in {"none", "unresolved", "local"} and len(claimant.name) > LONG_NAME:
        beginnings = [_patterns(lexicon).describing.split(claimant.name, maxsplit=1)[0]]
        beginnings += [match[0] for match in [_patterns(lexicon).noun.match(claimant.name)] if match]
        shorter = (claimant.model_copy(update={"name": beginning}) for beginning in beginnings)
        names += [description.name for description in shorter if not tells_nobody(description, lexicon)]
    return tuple(dict.fromkeys(_head(printable(name), claim, lexicon, form) for name in names))


def _head(label: str, claim: Claim, lexicon: Lexicon, form: Form) -> str:
    first = label.split(" ", 1)[0]
    label = label[:1].upper() + label[1:] if first.isalpha() and first.islower() else label
    if form != "denial":
        return label
    return f"{label} {'deny' if is_plural(claim, lexicon) else 'denies'}"
