"""How much of a long title a line has room for: “director at Holm University” of “director of … studies at …”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from digests.lexicon import Lexicon
from digests.speakers.persons.roles import is_joined_inside, is_role, role_words
from digests.speakers.persons.title_patterns import title_patterns


class _Room(NamedTuple):
    chars: int
    words: int

    def holds(self, title: str) -> bool:
        return len(title) <= self.chars and len(title.split()) <= self.words


MOST_CHARS: Final = 72  #: of a title
_ROOM = _Room(MOST_CHARS, 11)
_JOINED_ROOM = _Room(80, 11)  #: for a title that a cut would tear
_ROOM_WITH_BODY = _Room(88, 13)  #: for one that else lost its body


def cut_to_fit(title: str, lexicon: Lexicon) -> str | None:
    """A title cut to what there is room for, rather without its field than its body; none that stays too long."""
    if _ROOM.holds(title):
        return title
    beginning = _beginning(title, lexicon)
    if beginning is None or not _names_body(beginning, lexicon):
        return next(_with_body(title, lexicon), beginning)
    return beginning


def _beginning(title: str, lexicon: Lexicon) -> str | None:
    second = title_patterns(lexicon).second
    room = _JOINED_ROOM if is_joined_inside(title, lexicon) else _ROOM
    while not room.holds(title) and (cut := _cut(title, lexicon)) is not None:
        title = title[:cut]
        other = second.search(title)
        is_office = other is not None and is_role(title[: other.start()], lexicon) and is_role(other["role"], lexicon)
        title = title[: other.start()] if other is not None and is_office else title
    return title if room.holds(title) else None


def _with_body(title: str, lexicon: Lexicon) -> Iterator[str]:
    """What there is room for of a title with its body: without a place behind that, whole, or without its field."""
    patterns, role = title_patterns(lexicon), role_words(title, lexicon)
    joints = [joint.start() for joint in patterns.preposition.finditer(title)]
    ends = [end for end in reversed(joints) if title[:end].rpartition(" ")[2][0].isupper()]
    ends = [end for end in ends if patterns.further_place.match(title, end) or title[end:].islower()]
    shorter = [*(title[:end] for end in ends), title]
    if (workplace := patterns.workplace_of.search(title, len(role))) is not None:
        shorter.append(role + title[workplace.start() :])
    whole = (words for words in shorter if _names_body(words, lexicon) and patterns.ending_with_name.search(words))
    return (words for words in whole if _ROOM_WITH_BODY.holds(words))


def _names_body(title: str, lexicon: Lexicon) -> bool:
    owners = title_patterns(lexicon).owner.finditer(title)
    return any(owner[0].split()[0] not in lexicon.places.holding for owner in owners)


def _cut(title: str, lexicon: Lexicon) -> int | None:
    """Where a long title may end: before another role, the last preposition that no name has in it, or the first."""
    patterns = title_patterns(lexicon)
    for joint in patterns.joint.finditer(title):
        second, rest = joint.start(), title[joint.end() :]
        if not (rest.islower() or (rest[0].islower() and is_role(rest, lexicon))):
            continue  # “oil and | gas consultancy Alto”
        if patterns.owner.search(title, 0, second) and _ROOM.holds(title[:second]):
            return second
    joints_of = list(patterns.belonging.finditer(title))
    joints_of.sort(key=lambda match: match[0].strip() not in lexicon.sources.owners)  # “opponent in parts | of Larn”
    cuts = [match.start() for match in joints_of]
    region = patterns.region.search(title)
    if region is not None and _ROOM.holds(title[: region.start()]):
        return region.start()
    after_nouns = (cut for cut in reversed(cuts) if title[:cut].rpartition(" ")[2][0].islower())
    joints = (match.start() for match in patterns.joint.finditer(title))
    short = [match.start() for match in patterns.preposition.finditer(title) if _ROOM.holds(title[: match.start()])]
    return next(after_nouns, next(iter(cuts), next(joints, max(short, default=None))))
