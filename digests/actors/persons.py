"""Finding the persons that a text names, so that nobody called Evans is taken for a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digests.actors.evidence import has_role, is_holder, is_personal, is_shown
from digests.actors.last_names import borrowed_last_names, is_calling, last_names, opens_last_name
from digests.actors.name_shapes import (
    begins_as_person,
    begins_with_given_name,
    could_be_person,
    from_given_name,
    given_name,
    has_given_name,
    is_called_by_one_name,
    is_named_as_place,
    is_place_or_body,
    is_surname_first,
    may_be_given,
    own_name,
    without_field,
    without_occupation,
)
from digests.actors.person_name import PersonName
from digests.actors.runs import NICKNAME, Run, find_runs, plain_word, telling_titles
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Pronoun, Span
from digests.text.folding import fold
from digests.text.sentences import cached_by_text

_FULL_NAME = 3  #: words


def person_spans(text: str, lexicon: Lexicon = ENGLISH) -> tuple[Span, ...]:
    """Where a text names persons, titles left out, in order."""
    return tuple((person.start, person.end) for person in find_persons(text, lexicon))


def find_persons(text: str, lexicon: Lexicon = ENGLISH) -> tuple[PersonName, ...]:
    """The persons a text names: full names with some evidence, then their last names wherever those stand alone."""
    return _find_persons(text, lexicon)


def pronoun_of(text: str, last: str, lexicon: Lexicon = ENGLISH) -> Pronoun | None:
    """What titles and given names tell, anywhere in a text, of whoever has a last name; none where they disagree."""
    pronouns = {person.pronoun for person in find_persons(text, lexicon) if person.last == last and person.pronoun}
    return pronouns.pop() if len(pronouns) == 1 else None


@cached_by_text
def _find_persons(text: str, lexicon: Lexicon) -> tuple[PersonName, ...]:
    runs = list(find_runs(text, lexicon))
    bare = _bare_names(text, runs)
    full = {run.start: person for run in runs if (person := _full_name(text, run, bare)) is not None}
    _cut_headlines(runs, full)
    _name_kin(text, runs, full)
    _name_alike(runs, full)
    lasts = {person.last for person in full.values() if " " in person.name}
    for start, person in full.items():
        first, _, last = person.name.rpartition(" ")
        is_last_name = not first or (" " not in first and opens_last_name(first, lexicon))
        if is_last_name and person.last in lasts and (not first or _is_longer(last, full)):
            full[start] = replace(person, bare=True)
    lasts |= {person.last for person in full.values()}
    later = (person for run in runs if run.start not in full for person in last_names(text, run, lasts))
    borrowed = borrowed_last_names(text, full.values(), lexicon)
    return tuple(sorted([*full.values(), *later, *borrowed], key=lambda person: person.start))


def _bare_names(text: str, runs: list[Run]) -> dict[str, bool]:
    """The last names that stand alone or after a mere title; true tells that whoever else has it is that person."""
    known = {fold(run.words[-1]) for run in runs if begins_as_person(from_given_name(run))}
    bare: dict[str, bool] = {}
    for run in runs:
        has_title = len(run.words) == 2 and plain_word(run.words[0]) in telling_titles(run.lexicon)
        if has_title or len(run.words) == 1:
            last = fold(run.words[-1])
            is_told = is_personal(text, run.end, run.lexicon) or has_role(text, run.end, run.lexicon)
            is_named = last not in run.lexicon.persons.place_or_body and is_told
            is_person = is_named if len(run.words) == 1 else has_title
            bare[last] = bare.get(last, False) or (is_person and last not in known)
    return bare


def _cut_headlines(runs: list[Run], full: dict[int, PersonName]) -> None:
    """Keep but the name of a run that goes on, as headlines do, after a name of two words known from elsewhere."""
    known = {person.name for person in full.values() if person.name.count(" ") == 1}
    for run in runs:
        full_person = full.get(run.start)
        first = run.part(0, 2) if len(run.words) > 2 else run
        if (
            len(run.words) > 2
            and " ".join(first.words) in known
            and (full_person is None or full_person.name not in known)
        ):
            full[run.start] = PersonName(first.start, first.end, " ".join(first.words), lexicon=run.lexicon)


def _name_alike(runs: list[Run], full: dict[int, PersonName]) -> None:
    """Take for the same person whoever is called by a full name that is shown elsewhere to be a person's."""
    known = {person.name for person in full.values() if " " in person.name}
    for run in runs:
        name = " ".join(run.words)
        if run.start not in full and name in known:
            full[run.start] = PersonName(run.start, run.end, name, lexicon=run.lexicon)


def _name_kin(text: str, runs: list[Run], full: dict[int, PersonName]) -> None:
    """Take for a person whoever has another's last name after a word like a given name, amid a sentence."""
    lasts = {person.last for person in full.values() if " " in person.name}
    for run in runs:
        has_last = len(run.words) == 2 and run.start not in full and fold(run.words[1]) in lasts
        is_inside = run.previous_word.isalpha() and run.previous_word.islower()
        first = run.words[0]
        if has_last and is_inside and could_be_person(run) and may_be_given(text, first, run.lexicon):
            full[run.start] = PersonName(run.start, run.end, " ".join(run.words), lexicon=run.lexicon)


def _is_longer(last: str, full: Mapping[int, PersonName]) -> bool:
    """Whether somebody has a first name before a last name with a particle: “De Jong” of Ann de Jong."""
    return any(name.name.endswith(f" {last}") and name.name.count(" ") > 1 for name in full.values())


def _full_name(text: str, run: Run, bare: Mapping[str, bool]) -> PersonName | None:
    """The person a run names in full, or by a title and a name."""
    whole, run, words = run, without_field(text, run), run.lexicon.persons
    before_last = run.words[:-1] if _ends_as_title(run, bare) else run.words
    title_count = _count_titles([*map(plain_word, before_last)], run.lexicon)
    preceding_title = [run.previous_word] if not title_count and plain_word(run.previous_word) in words.titles else []
    if title_count == len(run.words) > 1 and plain_word(run.words[0]) in words.courtesy:
        title_count = 1  # “Ms King”
    titles = (*run.words[:title_count], *preceding_title)
    if title_count == len(run.words):
        return None
    name = run.part(title_count, len(run.words))
    if titles and name.words[0].lower() in run.lexicon.verbs.saying and len(name.words) > 1:
        return None  # “Envoy Condemns Larn Attack”
    if titles and titles[-1].isupper() and _is_owner(text, name):
        return None  # “TD Economics director Ann Bo”
    if titles:
        name = own_name(text, name) if not title_count else name
        could_be = could_be_person(name) and (title_count > 0 or len(name.words) > 1)
        is_telling = not title_count or plain_word(titles[-1]) in telling_titles(run.lexicon)
        known = has_given_name(name) or could_be or (is_telling and is_named_as_place(name))
        known = known or is_surname_first(name) or (not title_count and is_called_by_one_name(text, name))
        known = known or _is_called_by_last_name(name, bare, is_titled=title_count > 0)
    elif run.previous_word in run.lexicon.descriptions.companies and given_name(run.words[0]) not in words.given_names:
        return None  # “the oil company Petroleos de Larn”
    else:
        name = without_occupation(name if _is_set_off(text, name) else own_name(text, name))
        is_led = name.start > whole.start and not is_place_or_body(name.words[-1], name.lexicon)
        is_led = is_led or is_surname_first(name)
        could_be = could_be_person(name) or is_named_as_place(name)
        known = has_given_name(name) or is_led or (could_be and is_shown(text, name, bare))
        is_called = begins_with_given_name(name) and has_role(text, name.end, name.lexicon)
        known = known or is_called  # “Tom Bill, head of the firm”
    if not known:
        return None
    full, nickname = " ".join(name.words), _nickname(text, name)
    return PersonName(name.start, name.end, full, titles, nickname=nickname, lexicon=run.lexicon)


def _count_titles(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many of some words, up to the last title, come before a name."""
    titles, pairs = lexicon.persons.titles, lexicon.persons.joined_titles
    ends = (n for n, word in enumerate(words, 1) if word in titles or tuple(words[n - 2 : n]) in pairs)
    return max(ends, default=0)


def _is_set_off(text: str, run: Run) -> bool:
    """Whether all of a run is a name, as commas part it from an office: “the chairman of Alto, Anas Mohamed Bo,”."""
    return len(run.words) >= _FULL_NAME and could_be_person(run) and is_holder(text, run)


def _is_owner(text: str, run: Run) -> bool:
    """Whether an office follows one word anywhere, which is so a body: “Economics director”."""
    if len(run.words) > 1:
        return False
    following = re.finditer(rf"\b{re.escape(run.words[0])} ([a-z-]+)", text)
    return any(is_calling(noun[1], run.lexicon) for noun in following)


def _ends_as_title(run: Run, bare: Mapping[str, bool]) -> bool:
    """Whether the last word of a run is a surname, though a title too: “Kate Bishop”, “Zofka King” of “Ms King”."""
    words = run.lexicon.persons
    if len(run.words) < 2 or given_name(run.words[0]) in words.given_names:
        return len(run.words) > 1
    lead = run.words[-2]
    is_name = plain_word(lead) not in words.titles and not is_place_or_body(lead, run.lexicon)
    return is_name and bare.get(fold(run.words[-1]), False)


def _is_called_by_last_name(run: Run, bare: Mapping[str, bool], *, is_titled: bool) -> bool:
    """Whether a given name stands before a word of bodies that the text has alone elsewhere: “Mayor Ann Guardian”.

    Or any word right behind a title, and before what the text has behind “Mr”: “mayor German Oblak” of “Mr Oblak”.
    """
    last = fold(run.words[-1])
    if len(run.words) != 2 or last not in bare:
        return False
    return bare[last] or (is_titled and given_name(run.words[0]) in run.lexicon.persons.given_names)


def _nickname(text: str, run: Run) -> str:
    """What stands in marks within a name: “Jo” of “Johanna “Jo” Bo”."""
    nickname = NICKNAME.search(text, run.start, run.end)
    return nickname["word"] if nickname else ""
