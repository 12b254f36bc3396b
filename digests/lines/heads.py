"""What a line may begin with: the claimant's name, fullest first."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.checks.bare_descriptions import leaves_open, tells_nobody
from digests.lines.people.claimant_nouns import is_plural
from digests.lines.reporting import Form
from digests.models import Claim, Claimant
from digests.text.folding import fold
from digests.text.printable import printable

LONG_NAME = 30  #: characters from which a description may be left with its beginning


class _Patterns(NamedTuple):
    describing: re.Pattern[str]  #: what goes on to describe a source that is named: “two officials, who …”
    belonging: re.Pattern[str]  #: where a title goes on with whose it is: “director of the | Union”
    region: re.Pattern[str]  #: a title whose body is told with where it is
    part: re.Pattern[str]  #: “Larn University’s school of law”
    workplace: re.Pattern[str]  #: a title in small letters, and where: “manager for sales at Larn Mill”
    relative: re.Pattern[str]  #: a name with what is told of it: “Larn settlers | , who vote for Holm”
    joining: re.Pattern[str]  #: between two roles of one person
    led_by_body: re.Pattern[str]  #: “Larn Department of Health officer”
    seat: re.Pattern[str]  #: the party and the place of a member of a chamber: “, R-Ohio”
    noun: re.Pattern[str]  #: of a description, up to what it is of: “a recent survey of voter lists”
    unfinished: re.Pattern[str]  #: an auxiliary at an end, or a clause's subject: “research to be”, “reports Ann Bo”
    nondescript: re.Pattern[str]  #: “a person”, “a large group” at an end: what tells nothing without what follows


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    lines = lexicon.lines
    capitalised, words = r"[A-Z][\w’'&.-]*", lexicon.descriptions
    small = either(words.body_prepositions, words.joining, lexicon.grammar.definite_articles)
    describers, noun_links = either(lines.describing_prepositions), either(lines.noun_prepositions)
    return _Patterns(
        describing=re.compile(
            rf"(?<=\w\s)(?<!\b[Tt]he\s)(?=(?:{either(lines.describing)})\b)"
            rf"|(?<=\w{{3}}s\s)(?=(?:{describers})\b)|(?<=\w),\s|\s+(?:[–—]|--)\s+"
        ),
        belonging=re.compile(
            rf"\s(?:{either(lexicon.bodies.belonging, lexicon.descriptions.role_belonging)})\s"
            rf"(?:(?:{either(lexicon.grammar.definite_articles)})\s)?"
        ),
        workplace=re.compile(
            rf"[a-z, -]+\s(?:{either(lexicon.descriptions.workplace_prepositions)})\s"
            r"(?P<body>[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*)*)"
        ),
        relative=re.compile(
            rf"(?P<name>[^,]+), (?:{either(lexicon.grammar.personal_relatives, lexicon.grammar.thing_relatives)}) .*"
        ),
        joining=re.compile(rf",?\s(?:{either(lexicon.descriptions.joining)})\s"),
        region=re.compile(
            rf"(?P<title>.+\s(?:{either(lexicon.bodies.belonging)})\s(?:(?:{either(lexicon.grammar.definite_articles)})\s)?[A-Z].*)\s"
            rf"(?:{either(lexicon.places.holding)})\s(?:[A-Z][\w’'.-]+,?\s?)+"
        ),
        part=re.compile(r"(?P<owner>\S+ \S.*?)[’'‘`]s? "),
        led_by_body=re.compile(
            rf"(?P<body>(?:{capitalised}\s){{0,4}}(?:{either(map(str.title, words.bodies))})"
            rf"(?:\s(?:{small})){{1,2}}\s{capitalised}(?:(?:\s(?:{small})){{0,2}}\s{capitalised})*)"
            r"(?<![’'‘`])(?<![’'‘`]s)(?=(?:[’'‘`]s?)?\s[a-z])"
        ),
        seat=re.compile(r", [A-Z]-[A-Z][\w. ]*$"),
        noun=re.compile(
            rf"(?:\S+ )+?(?!(?:{either(lexicon.grammar.finite_auxiliaries)})\b)[a-z]\w+(?= (?:{noun_links})\b)"
        ),
        unfinished=re.compile(
            rf"\s(?:{either(lexicon.grammar.finite_auxiliaries, lexicon.grammar.be_other)})$"
            rf"|\b(?i:{either(lexicon.claimants.documents)})\s+(?:[A-Z][\w.’'-]*(?:\s|$))+$"
        ),
        nondescript=re.compile(
            rf"\b(?i:{either(lexicon.grammar.indefinite_articles, words.single)}) (?:[\w-]+ ){{0,3}}?"
            rf"(?:{either(lexicon.claimants.nondescript)})$"
        ),
    )


def heads_of(claim: Claim, lexicon: Lexicon, *, form: Form) -> tuple[str, ...]:
    """What a line may begin with, fullest first: the claimant's name, with a capital where it is a description.

    Where there is no room, of a person's title but the body or but the role stays, then nothing, and of a long
    description all but its beginning.
    """
    claimant = claim.claimant
    name = claimant.short or claimant.name
    names = [claimant.label, *(f"{name} ({words})" for words in _shorter(claimant, lexicon)), name]
    is_long = claimant.resolved_by in {"none", "unresolved", "local"} and len(claimant.name) > LONG_NAME
    if is_long and len(claimant.members) <= 1:  # none of several may go
        names = [*_without_relative(claimant, lexicon), *names, *_beginnings(claimant, lexicon)]
    return tuple(dict.fromkeys(_head(printable(name), claim, lexicon, form) for name in names))


def _without_relative(claimant: Claimant, lexicon: Lexicon) -> list[str]:
    """A description without what its article tells of whom it means: “Settlers” of “Settlers, who vote for Holm”."""
    description = _patterns(lexicon).relative.fullmatch(claimant.name)
    shorter = claimant.model_copy(update={"name": description["name"]}) if description else None
    is_told = shorter is not None and not (tells_nobody(shorter, lexicon) or leaves_open(shorter, lexicon))
    return [shorter.name] if shorter is not None and is_told and " " in shorter.name else []


def _beginnings(claimant: Claimant, lexicon: Lexicon) -> list[str]:
    """The beginnings of a long description that still tell of whom it is."""
    patterns, name = _patterns(lexicon), claimant.name
    beginnings = [patterns.describing.split(name, maxsplit=1)[0].rstrip()]
    beginnings += [match[0] for match in [patterns.noun.match(name)] if match]
    beginnings = [b for b in beginnings if not (patterns.nondescript.search(b) or patterns.unfinished.search(b))]
    shorter = [claimant.model_copy(update={"name": b}) for b in beginnings]
    return [s.name for s in shorter if not (tells_nobody(s, lexicon) or leaves_open(s, lexicon))]


def telling_heads(claim: Claim, heads: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """The heads that say who somebody is whom a text has to introduce.

    None of one who is known by an office, as the capital of its noun tells: not “Ann Orr’s chief of staff”.
    """
    claimant = claim.claimant
    title = claimant.title or ""
    office = _parted(title, _patterns(lexicon).belonging)[0].rpartition(" ")[2]
    is_known = not (claimant.affiliation or title[:1].islower() or office[:1].islower())
    return [] if is_known else introducing_heads(claim, heads, lexicon)


def introducing_heads(claim: Claim, heads: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """The heads that say who somebody is; “president” alone does not. A body may go without."""
    if claim.claimant.short or claim.claimant.type == "named body":
        return []
    nobody = {"", *lexicon.sources.charges, *_ownerless(claim.claimant, lexicon)}
    return [head for head in heads if head.partition(" (")[2].partition(")")[0] not in nobody]


def _ownerless(claimant: Claimant, lexicon: Lexicon) -> Iterator[str]:
    """What is left of a title without whose it is: “ranking member” of “ranking member of the Larn Committee”."""
    title, belonging = printable(claimant.title or ""), _patterns(lexicon).belonging
    if claimant.affiliation and title.islower() and not belonging.search(title):
        yield title
    elif belonging.search(title):
        yield _parted(title, belonging)[0]


def _shorter(claimant: Claimant, lexicon: Lexicon) -> Iterator[str]:
    """What may stand for who somebody is in less room: their body, of “a body’s part” the body, or their role."""
    title = None if claimant.short else claimant.title
    if claimant.affiliation:
        yield claimant.affiliation
        part = _patterns(lexicon).part.match(claimant.affiliation)
        if part and fold(part["owner"].rpartition(" ")[2]) in lexicon.descriptions.bodies:
            yield part["owner"]
        if title and (" " in title or title.islower()):
            yield title  # not “Director-General”
    elif title and not (claimant.type == "named body" or _is_clause(title, lexicon)):
        yield from _shorter_titles(title, lexicon)


def _shorter_titles(whole: str, lexicon: Lexicon) -> Iterator[str]:
    """The same of a title: without where its body is, its body, its role, the first of two."""
    patterns, words = _patterns(lexicon), lexicon.descriptions
    title = _without_region(whole, lexicon)
    if title != whole:
        yield title
    role, joint, body = _parted(title, patterns.belonging)
    if (name := patterns.led_by_body.match(title)) is not None:
        yield name["body"]  # and not “Larn Department”
        return
    head = fold(role.rpartition(" ")[2])
    is_left = role.split(" ", 1)[0].lower() in words.former
    is_where = joint.strip().split(" ")[0] in words.whereabouts
    if joint and not (is_left or is_where) and _is_body(body, head, lexicon):
        yield body
    elif joint and not is_left:
        yield from _last_body(title, lexicon)
    if joint and head not in lexicon.persons.kin.keys() | words.bare_offices | words.belongings:
        yield role
    first, *rest = patterns.joining.split(whole, maxsplit=1)
    is_inside = patterns.belonging.search(first) and rest and not patterns.belonging.search(rest[0])
    is_role = fold(_parted(first, patterns.belonging)[0].rpartition(" ")[2]) in _role_nouns(lexicon)
    if " " in first and first not in {role, whole} and is_role and not is_inside:
        yield first  # not “head of the child protection” of “… and investigation unit”, nor “Larn Health” of “… and …”
    if (seat := patterns.seat.search(whole)) is not None:
        yield whole[: seat.start()]


def _last_body(title: str, lexicon: Lexicon) -> Iterator[str]:
    """The body where somebody works, or whose part it is: “Larn Mill” of “manager for sales at Larn Mill”."""
    if (workplace := _patterns(lexicon).workplace.fullmatch(title)) is not None:
        yield workplace["body"]
    part = _patterns(lexicon).part.match(_parted(title, _patterns(lexicon).belonging)[2])
    if part and part["owner"][:1].isupper() and fold(part["owner"].rpartition(" ")[2]) in lexicon.descriptions.bodies:
        yield part["owner"]


@functools.cache
def _role_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns of which one ends the first of two titles: “managing director” of “… and founder”."""
    words, persons = lexicon.descriptions, lexicon.persons
    return words.roles.union(persons.titles, persons.occupations, words.people, words.partisans, words.callings)


def _without_region(title: str, lexicon: Lexicon) -> str:
    """A title without where its body is: “fellow at the Larn Institute” of “… in Belsk”."""
    region = _patterns(lexicon).region.fullmatch(title)
    return region["title"] if region else title


def _is_clause(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is what its bearer does: “who runs a mill”."""
    return title.split(" ", 1)[0] in lexicon.grammar.personal_relatives


def _parted(title: str, belonging: re.Pattern[str]) -> tuple[str, str, str]:
    """A title before and after what leads to whose it is."""
    joint = belonging.search(title)
    return (title[: joint.start()], joint[0], title[joint.end() :]) if joint else (title, "", "")


def _is_body(words: str, head: str, lexicon: Lexicon) -> bool:
    """Whether what a role is of is a body, by its noun or as the role is one that nobody has of a place or a person."""
    if not words[:1].isupper() or head in lexicon.descriptions.local_offices:
        return False
    if fold(words.rpartition(" ")[2]) in lexicon.descriptions.bodies:
        return True
    parts, persons = words.split(), lexicon.persons
    is_name = len(parts) > 1 and all(part[:1].isupper() for part in parts)
    is_person = fold(parts[0]) in persons.titles.keys() | persons.given_names.keys()
    return is_name and not is_person and head in lexicon.descriptions.employed


def _head(label: str, claim: Claim, lexicon: Lexicon, form: Form) -> str:
    first = label.split(" ", 1)[0]
    label = label[:1].upper() + label[1:] if first.isalpha() and first.islower() else label
    if form != "denial":
        return label
    return f"{label} {'deny' if is_plural(claim, lexicon) else 'denies'}"
