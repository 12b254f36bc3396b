"""What a text says that a person is, in its own words and short: “mayor of Bergen”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from digests.actors import PersonName
from digests.lexicon import Lexicon
from digests.speakers.kinds import may_mean_person
from digests.speakers.noun_phrases import head
from digests.speakers.persons.homes import campus_behind, home_of, workplace_of
from digests.speakers.persons.leads import leads, listed_office, with_former, without_loose_kin
from digests.speakers.persons.preceding import NEAR, ends_adjunct, start_of, words_before
from digests.speakers.persons.roles import (
    calling_in,
    has_body,
    has_owner,
    head_noun,
    is_rank,
    is_role,
    is_service_rank,
    last_word,
    people_alone,
    rank_cuts,
    role_words,
)
from digests.speakers.persons.title_joints import breaks
from digests.speakers.persons.title_lengths import cut_to_fit
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold

_OPENING = re.compile(r"(?:^|[.!?][”\"’]?\s|\n)$")


def title_of(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """The title that stands beside a name, cut to a few words; none where the text gives none.

    A rank alone (“Gen.”) is a title only where nothing says more, and a relative is none without whose. An office that
    stands before a name has the place that stands behind it.
    """
    if (office := listed_office(text, _style_start(text, name, lexicon), lexicon)) is not None:
        return office
    lead, *others = _beside(text, name, lexicon)
    titles = [title for words in others if (title := _short(words, lexicon))]
    if title := _short(lead, lexicon) or calling_in(lead, lexicon):
        titles.insert(0, title)
    titles = [title for title in titles if last_word(title) not in lexicon.persons.knightly]  # “Larn’s Sir”
    if any(is_former(title, lexicon) for title in titles):  # “former Larn governor” rather than “Lunde ally”
        titles = [t for t in titles if head_noun(t, lexicon) not in lexicon.descriptions.adherents] or titles
    title = min(titles, key=lambda title: (_rank_of(title, lexicon), _lacks_body(title, lexicon)), default=None)
    if title is None:
        return home_of(text, name, lexicon)
    if workplace := workplace_of(text, name, title, lexicon):
        return f"{title}{workplace}"
    home = title_patterns(lexicon).home.match(text, name.end)
    if home is None or last_word(title) not in lexicon.descriptions.local_offices:
        return title
    return f"{title}{home.group()}"


def office_of(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """The office or occupation beside a name that somebody has, with what it is of."""
    title = title_of(text, name, lexicon)
    if title is None or says_little(title, lexicon):
        return None
    return title if head_noun(title, lexicon) in _nouns(lexicon) - lexicon.descriptions.lessening else None


def title_in(words: str, lexicon: Lexicon) -> str | None:
    """The title that the words for somebody are: “building inspector” of “the building inspector, who”."""
    return _short(head(words, lexicon), lexicon)


def says_little(title: str, lexicon: Lexicon) -> bool:
    """Whether a title leaves open whose or of what its bearer is: “chief”, “Rep.”; also a mere home."""
    return " " not in title or title.split(" ", 1)[0] in lexicon.descriptions.origins


def _lacks_body(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is but a trade, and so says less than an office or a trade of a body: “head of Alto”."""
    noun = head_noun(title, lexicon)
    is_office = noun in _nouns(lexicon) and noun not in lexicon.persons.kin.keys() | lexicon.descriptions.belongings
    return title[0].islower() and not (is_office and has_owner(title, lexicon))


def _rank_of(title: str, lexicon: Lexicon) -> int:
    """How little a title says: least a rank alone, more “Army Gen.”, “Rep.” or what somebody was."""
    if is_rank(role_words(title, lexicon), lexicon):
        return 2 - (" " in title)
    if is_service_rank(title, lexicon) or title.lower() in lexicon.persons.peerage:
        return 1
    is_short = title.endswith(".") and says_little(title, lexicon)
    is_party = last_word(title) in lexicon.descriptions.partisans
    return 2 if is_party else int(is_short or is_former(title, lexicon))


def is_former(title: str, lexicon: Lexicon) -> bool:
    """Whether somebody has left an office."""
    return title.split(" ", 1)[0].lower() in lexicon.descriptions.former


def _beside(text: str, name: PersonName, lexicon: Lexicon) -> Iterator[str]:
    """The words before and after a name that may say what its bearer is, the surest first."""
    patterns = title_patterns(lexicon)
    yield with_former(_without_rank(" ".join(words_before(text, name, lexicon)), lexicon), text, name, lexicon)
    start = _style_start(text, name, lexicon)
    dash = patterns.dash.search(text, max(0, start - 4), start)
    is_set_off = dash is not None and not (name.bare or ends_adjunct(text, name, lexicon))
    if dash is not None and is_set_off:  # not “…, the first mayor to be freed, Bo said”
        for words in leads(text[max(0, start - NEAR) : dash.start()], lexicon):
            yield from _set_off(words, lexicon)
            yield from _leading_office(words.rpartition("\n")[2], lexicon)
    apposition = patterns.apposition.match(text, name.end)
    is_subject = apposition is not None and patterns.finite.search(apposition["title"]) is not None
    is_subject = is_subject and patterns.fronted.search(text, max(0, name.start - NEAR), name.start) is not None
    if apposition is not None and not is_subject and not patterns.subject.match(apposition["title"]):
        words, *rest = patterns.further.split(apposition["title"], maxsplit=1)
        contact = patterns.contact.search(words) if rest else None
        words = words[: contact.end("noun")] if contact else words
        words = _before_verb(words, lexicon)
        yield words + campus_behind(text, apposition.start("title") + len(words), words, lexicon)
    opens = not name.bare or _OPENING.search(text, max(0, start - 3), start) is not None
    copular = patterns.copular.match(text, name.end) if opens else None
    if copular is not None:
        title = patterns.further.split(copular["title"], maxsplit=1)[0]
        noun = head_noun(patterns.leading.sub("", title), lexicon)
        nobody = lexicon.descriptions.people - (_nouns(lexicon) if has_owner(title, lexicon) else set())
        if noun not in nobody:  # “a man”, but “the spokesman of Larn”
            yield title


def _style_start(text: str, name: PersonName, lexicon: Lexicon) -> int:
    """Where a name begins with its titles, and with an article or a small rank: “the Most Rev Ann Bo”."""
    start = start_of(text, name)
    styled = title_patterns(lexicon).styled.search(text, max(0, start - NEAR), start)
    return styled.start() if styled is not None else start


def _before_verb(words: str, lexicon: Lexicon) -> str:
    """Words before the verb of a sentence whose comma is lost: “head of the Larn Board” of “… welcomed the words”."""
    verb = title_patterns(lexicon).lost_comma.match(words)
    return verb["title"] if verb else words


def _leading_office(words: str, lexicon: Lexicon) -> Iterator[str]:
    """The office that a sentence begins with, where words before a comma are but that: “Holm Trust chief executive”."""
    office = title_patterns(lexicon).leading_office.search(words)
    no_openings = lexicon.persons.not_names - _nouns(lexicon) - lexicon.persons.stand_ins
    if office is None or office["title"].split(" ", 1)[0].lower() in no_openings:
        return
    if head_noun(office["title"], lexicon) in _nouns(lexicon):
        yield office["title"]


@functools.cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns of offices, and of what somebody works as."""
    return lexicon.descriptions.roles.union(lexicon.persons.titles, lexicon.persons.occupations)


def open_about(title: str, lexicon: Lexicon) -> int:
    """How much a title leaves open of what its bearer is: less “director at the firm” than “director”."""
    return 2 * says_little(title, lexicon) or int(title_patterns(lexicon).of_noun.search(title) is not None)


def _without_rank(words: str, lexicon: Lexicon) -> str:
    """Words before a name without the rank behind a role: “Pentagon press secretary” of “… secretary Rear Adm.”.

    A member of a chamber is one too behind their office: “Speaker of the House Rep.”.
    """
    cuts = rank_cuts(words, frozenset(), lexicon)
    title = next((cut for cut in reversed(cuts) if " " in cut and is_role(cut, lexicon)), cuts[-1])
    office = rank_cuts(title, lexicon.descriptions.service_ranks, lexicon)[-1]
    is_part = is_service_rank(title, lexicon) or is_rank(office, lexicon)  # “Brig. Gen.”
    is_part = is_part or office.lower() in lexicon.descriptions.rank_modifiers  # “Detective Sgt.”
    if office != title and not is_part and not _ends_open(office, lexicon) and is_role(office, lexicon):
        return office  # “police spokesman Assistant Superintendent”
    office, _, last = title.rpartition(" ")
    if last.endswith(".") and fold(last) in lexicon.descriptions.titles_in_full and " " in office:
        is_office = head_noun(office, lexicon) in lexicon.persons.titles and not is_rank(office, lexicon)
        title = office if is_office else title
    return title if is_role(title, lexicon) and " " in title else words


def _set_off(words: str, lexicon: Lexicon) -> Iterator[str]:
    """The noun phrases that words before a comma may end with, the longest first: “the mayor of Bergen”.

    Whose a role is belongs to it where that is named: “Mr. Ek’s lawyer”. What somebody is said to be is another's.
    """
    patterns = title_patterns(lexicon)
    for opening in patterns.set_off.finditer(words):
        noun_phrase = words[opening.end() :]
        if patterns.body_of.search(words, 0, opening.start()):
            continue  # “Party for the People’s leader”
        if (
            opening.group().strip().lower() in lexicon.descriptions.single
            and noun_phrase in lexicon.descriptions.people
        ):
            continue  # “another witness”
        if noun_phrase.split(" ", 1)[0] in lexicon.calendar.units or patterns.dated.search(noun_phrase):
            continue  # “Earlier this year Larn’s mayor, …”
        if last_word(words[: opening.start()].rstrip()) in lexicon.grammar.be_finite | lexicon.descriptions.becoming:
            return
        if not any(breaks(word, lexicon) for word in role_words(noun_phrase, lexicon).split()):
            owner = patterns.owner_before.search(words, 0, opening.start())
            joint = opening.group()
            if owner is not None and "\n" not in joint and joint.strip().lower() not in lexicon.grammar.articles:
                yield f"{owner['owner']}{joint}{noun_phrase}"
            yield noun_phrase


def _short(words: str, lexicon: Lexicon) -> str | None:
    """Words without their article, ended before what they are too long with; none where their head is no role."""
    patterns, descriptions = title_patterns(lexicon), lexicon.descriptions
    whole = " ".join(words.split())
    title = without_loose_kin(patterns.leading.sub("", whole), lexicon)
    if (patterns.no_title.match(title) and not title[:2].isupper()) or patterns.judging.match(title):
        return None
    if patterns.deed.match(title) and title.split(" ", 1)[0] not in descriptions.role_participles:
        return None
    title = patterns.open_mark.split(_without_clause(title, lexicon), maxsplit=1)[0]
    title = cut_to_fit(title, lexicon) or ""
    while " " in title and _ends_open(title, lexicon):
        title = title.rpartition(" ")[0]  # “press official in Mr. Bo’s campaign”
    noun = head_noun(title, lexicon)
    needs_owner = noun in lexicon.persons.kin or (noun in descriptions.belongings and not has_body(title, lexicon))
    is_new = patterns.indefinite.match(whole) is not None and may_mean_person(noun, lexicon)
    is_new = is_new and noun not in descriptions.no_callings
    if not title or noun in people_alone(lexicon) or not (is_new or is_role(title, lexicon)):
        return None
    return title if not needs_owner or has_owner(title, lexicon) else None


def _ends_open(title: str, lexicon: Lexicon) -> bool:
    """Whether a title ends with a preposition, an “and” or a “Mr.”, and not with a state: “from Jackson, Miss.”."""
    is_courtesy = last_word(title) in lexicon.persons.courtesy and not title.rpartition(" ")[0].endswith(",")
    return is_courtesy or last_word(title) in lexicon.grammar.prepositions | lexicon.descriptions.joining


def _without_clause(title: str, lexicon: Lexicon) -> str:
    """A title without what its bearer does: “pollster” of “pollster working for a party”, not of “managing partner”."""
    for participle in title_patterns(lexicon).participle.finditer(title):
        lead, rest = title[: participle.start()], title[participle.end() :]
        if role_words(lead, lexicon) == lead and is_role(lead, lexicon) and not (rest and is_role(rest, lexicon)):
            return lead
    return title
