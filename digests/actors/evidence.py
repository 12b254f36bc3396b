"""What shows that capitalised words name a person, where no given name that is known does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Final

from digests.actors.evidence_patterns import evidence_patterns
from digests.actors.runs import Run
from digests.lexicon import Lexicon
from digests.text.folding import fold

_NEAR = 40  #: characters before a name
_FAR = 120  #: the same, with a role and what it is of
_KOREAN_WORDS: Final = 3
_LONGEST_SYLLABLE: Final = 6  #: letters


def is_personal(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows a name tells a person: an age, a relative pronoun, what they say of themselves."""
    patterns = evidence_patterns(lexicon)
    return patterns.evidence.match(text, end) is not None or patterns.of_self.match(text, end) is not None


def has_role(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a role that no body has stands after a name, with what it is of: “Bo, press secretary for the fleet”."""
    return evidence_patterns(lexicon).bare_role.match(text, end) is not None


def is_shown(text: str, run: Run, bare: Mapping[str, bool]) -> bool:
    """Whether a run of two to four words without a known given name is used as a person's name is.

    bare: the last names that stand alone; true tells that whoever else has one is that person.
    """
    initials = sum(1 for _ in takewhile(lambda word: _is_bare_initial(word, run.lexicon), run.words))
    inner = [word for word in run.words[initials:-1] if not _is_bare_initial(word, run.lexicon)]
    if not 2 <= len(run.words) <= 4 + initials or any(len(word) < 2 for word in (*inner, run.words[-1])):
        return False
    patterns, verbs = evidence_patterns(run.lexicon), run.lexicon.verbs
    following = patterns.next_word.match(text, run.end)
    says = following is not None and following[1] in verbs.saying
    follows_saying = run.previous_word.lower() in verbs.saying
    inverted = run.previous_word in verbs.inverted and len(run.words) < 4 and text[run.end : run.end + 1] in {",", "."}
    last = fold(run.words[-1])
    return (
        inverted
        or (says and _is_reporter(text, run))
        or is_personal(text, run.end, run.lexicon)
        or bare.get(last, False)
        or (_may_be_korean(run) and bare.get(fold(run.words[0]), False))
        or ((says or follows_saying) and last in bare)
        or (not _names_part(run) and _is_described(text, run))
        or _is_set_off(text, run)
        or bool(patterns.introduced.search(text, max(0, run.start - _NEAR), run.start))
    )


def _is_bare_initial(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an initial without its point: “S Niranjan Bo”, and no article or pronoun."""
    return len(word) == 1 and word.lower() not in lexicon.grammar.articles | lexicon.grammar.first_person


def _may_be_korean(run: Run) -> bool:
    """Whether a name has three short words, of which the first may stand alone: “Kim Jong Un”, “Kim said”."""
    return len(run.words) == _KOREAN_WORDS and all(len(word) <= _LONGEST_SYLLABLE for word in run.words)


def _is_reporter(text: str, run: Run) -> bool:
    """Whether a name stands behind the outlet that somebody writes for: “the Larn Post’s Ann Bo”."""
    outlet = evidence_patterns(run.lexicon).outlet.search(text, max(0, run.start - _NEAR), run.start)
    return outlet is not None and len(run.words) < 4


def _names_part(run: Run) -> bool:
    """Whether a run is the name of a part of a state or an army: “The Commissioner of Police, Larn State, said”."""
    return fold(run.words[-1]) in run.lexicon.descriptions.parts_of_bodies & run.lexicon.persons.place_or_body


def _is_described(text: str, run: Run) -> bool:
    """Whether a role stands beside a run: “executive Ann Bo”, “its chairman, Ann Bo,”, “Ann Bo, a nurse”."""
    patterns = evidence_patterns(run.lexicon)
    apposition = patterns.apposition.match(text, run.end)
    is_apposed = apposition is not None and not patterns.roles.isdisjoint(fold(apposition[1]).split())
    if is_apposed or has_role(text, run.end, run.lexicon):
        return True
    noun = patterns.person_noun.search(text, max(0, run.start - _NEAR), run.start)
    noun = noun or patterns.in_charge.search(text, max(0, run.start - _NEAR), run.start)
    if run.previous_word.lower() in patterns.holders or noun is not None:
        return True
    role = patterns.role_set_off.search(text, max(0, run.start - 90), run.start)
    if role is not None and role[1].lower() in patterns.titled_holders and text[run.end : run.end + 1] in {",", "."}:
        return True
    if any(shows(text, run) for shows in (_has_owned_role, _follows_opening_role, is_holder, _is_apposed_speaker)):
        return True
    body = patterns.belonging.match(text, run.end)
    if body is None or run.lexicon.persons.place_or_body.isdisjoint(fold(body[1]).split()):
        return False
    return _speaks(text, run, body.end())


def _has_owned_role(text: str, run: Run) -> bool:
    """Whether commas set off behind a name whose what its bearer is: “Ann Bo, Norway’s foreign minister,”."""
    role = evidence_patterns(run.lexicon).owned_role.match(text, run.end)
    is_place = run.previous_word.lower() in run.lexicon.persons.before_places  # “In Larn Bay, Norway’s minister, Bo,”
    nouns = (role["role"], role[0].rpartition(" ")[2]) if role is not None else ()  # “, Alto Institute for Peace chief”
    return not is_place and any(_is_held(noun, run.lexicon) for noun in nouns)


def _follows_opening_role(text: str, run: Run) -> bool:
    """Whether whoever speaks is set off after a role that begins the sentence: “Envoy to Norway, Ann Bo, said”."""
    role = evidence_patterns(run.lexicon).opening_role.search(text, max(0, run.start - _FAR), run.start)
    if role is None or not _is_held(role["role"], run.lexicon):
        return False
    return _speaks(text, run, run.end + text.startswith(",", run.end))


def _is_held(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is an office or a trade: “director-general”."""
    return noun.lower().rpartition("-")[2] in evidence_patterns(lexicon).titled_holders


def _is_apposed_speaker(text: str, run: Run) -> bool:
    """Whether a name set off after a noun that is no body's has a verb of saying on either side of both."""
    patterns, persons = evidence_patterns(run.lexicon), run.lexicon.persons
    noun = patterns.set_off_noun.search(text, max(0, run.start - _FAR), run.start)
    things = patterns.body_nouns | persons.place_or_body | run.lexicon.claimants.documents
    belonging = patterns.belonging.match(text, run.end)  # “, Ann Bo of Alto Foods,”
    end = belonging.end() if belonging else run.end
    if noun is None or noun["noun"].lower() in things or text[end : end + 1] not in {",", "."}:
        return False
    preceding_word, following = (noun["before"] or "").strip().lower(), patterns.next_word.match(text, end + 1)
    saying = run.lexicon.verbs.saying | run.lexicon.verbs.inverted
    opens = not preceding_word or preceding_word in run.lexicon.grammar.coordinators
    return preceding_word in saying or (opens and following is not None and following[1] in saying)


def is_holder(text: str, run: Run) -> bool:
    """Whether a name is set off after its role and what that is of; a state there tells where a town lies."""
    is_closed = text[run.end : run.end + 1] in {",", "."} or _speaks(text, run, run.end)
    if fold(" ".join(run.words)) in run.lexicon.places.states.values() or not is_closed:
        return False
    role = evidence_patterns(run.lexicon).role_of_place.search(text, max(0, run.start - _FAR), run.start)
    return role is not None and role[1].lower() in evidence_patterns(run.lexicon).titled_holders


def _speaks(text: str, run: Run, end: int) -> bool:
    """Whether a verb of saying stands after a name with what belongs to it, or right before it."""
    following, saying = evidence_patterns(run.lexicon).next_word.match(text, end), run.lexicon.verbs.saying
    return run.previous_word.lower() in saying or (following is not None and following[1] in saying)


def _is_set_off(text: str, run: Run) -> bool:
    """Whether a run speaks, and commas part it from where its bearer belongs, or from what they are."""
    patterns, saying = evidence_patterns(run.lexicon), run.lexicon.verbs.saying
    aside = patterns.set_off.match(text, run.end)
    if aside is None or (not aside["place"] and not patterns.bodies.isdisjoint(fold(aside[1]).split()[:4])):
        return False
    follows_saying = run.previous_word.lower() in saying or patterns.according.search(
        text, max(0, run.start - _NEAR), run.start
    )
    following = patterns.next_word.match(text, aside.end() - 1)
    return bool(follows_saying) or (following is not None and following[1] in saying)
