"""The words before a name that belong to the title of its bearer: “Larn police Chief” before “Ann Bo”."""

from __future__ import annotations

import re
from itertools import takewhile

from digests.actors import PersonName
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon
from digests.speakers.persons.roles import is_role, role_nouns
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.datelines import behind_dateline
from digests.text.folding import fold

_INITIALS_BEHIND = re.compile(r"\s\([A-Z][A-Za-z]{1,8}\)(?=\s)")  #: of a body: “the Larn Harbour Board (LHB) ”
_GLUED = re.compile(r"\w[,;:?!]?[“”\"]\w")  #: “full,”said”
NEAR = 120  #: characters before a name
_FIELD_AND_OFFICE = 2  #: words: “pensions spokesman”
_ARTICLE_AND_LEAD = 2  #: words: “in the”
_LEADING = 2  #: words: “of the”
_INITIALS = 3  #: characters, fewer of which stand between an abbreviation's points


def start_of(text: str, name: PersonName) -> int:
    """Where a name begins with its titles: “Professor Ann Bo”."""
    lead = "".join(f"{title} " for title in name.titles)
    return name.start - len(lead) if text.endswith(lead, 0, name.start) else name.start


def ends_adjunct(text: str, name: PersonName, lexicon: Lexicon) -> bool:
    """Whether a name is the subject behind what opens its sentence: “At a meeting with the mayor of Larn, Bo said”."""
    patterns, start = title_patterns(lexicon), start_of(text, name)
    if not text.endswith(", ", 0, start) or patterns.adjunct.search(text, max(0, start - NEAR), start) is None:
        return False
    if patterns.says.match(text, name.end):
        return True
    apposition = patterns.apposition.match(text, name.end)
    return apposition is not None and is_role(patterns.leading.sub("", apposition["title"].split(",")[0]), lexicon)


def words_before(text: str, name: PersonName, lexicon: Lexicon) -> list[str]:
    """The words of the noun phrase that a name ends: “senior market strategist” of “said senior market strategist X”.

    An office may have its “of” in it: “Secretary of State”, “Speaker of the House”.
    """
    words: list[str] = []
    begin = behind_dateline(text, 0, name.start) if name.start < NEAR else name.start - NEAR
    window = _INITIALS_BEHIND.sub("", text[begin : name.start].rpartition("\n")[2])
    leads = window.split() if window.endswith((" ", "\u00a0")) else []
    for place in range(len(leads) - 1, -1, -1):
        word, lead, led = leads[place], leads[place - 1] if place else "", leads[: place + 1]
        joins = _joins_office(led, words, lexicon) or _is_inside_name(word, lead, words, lexicon)
        joins = (
            joins
            or _joins_fields(led, words, lexicon)
            or _is_sent(led, words, lexicon)
            or _is_in_charge(led, words, lexicon)
        )
        if not (joins or _belongs(word, words, lexicon)):
            break
        words.insert(0, word)
    words = _own_words(words, leads[: len(leads) - len(words)], text, name, lexicon)
    while words and words[0] in lexicon.sources.owners | lexicon.grammar.definite_articles:
        words = words[1:]
    return _office_words(words, text, name, lexicon)


def _own_words(words: list[str], leads: list[str], text: str, name: PersonName, lexicon: Lexicon) -> list[str]:
    """Words without those that end another phrase, where the name is a subject: “in the | hall Speaker Bo has”."""
    rank = next((n for n, word in enumerate(words) if word[0].isupper()), 0)
    patterns, grammar = title_patterns(lexicon), lexicon.grammar
    if words and leads and words[0].endswith(lexicon.calendar.past_endings) and leads[-1] in grammar.relative_pronouns:
        return words[1:]  # “a coup, which | ousted President Bo”
    if not rank or len(leads) < _ARTICLE_AND_LEAD or leads[-1].lower() not in grammar.articles:
        return words
    is_led = leads[-2].lower() in grammar.prepositions - lexicon.sources.agents - {*lexicon.sources.according}
    return words[rank:] if is_led and patterns.says.match(text, name.end) else words


def _office_words(words: list[str], text: str, name: PersonName, lexicon: Lexicon) -> list[str]:
    """The same without what is no part of the office: “opponents of President Ann Bo”, “Count former President Bo”."""
    if len(words) > 1 and words[0][0].isupper() and words[1] in lexicon.descriptions.former:
        words = words[1:] if _begins_sentence(text, text.rfind(words[0], 0, name.start)) else words
    owners = [n + 1 for n, word in enumerate(words) if word in lexicon.sources.owners]
    styles = sum(1 for _ in takewhile(lambda word: plain_word(word) in lexicon.persons.courtesy, reversed(words)))
    is_office = is_role(" ".join(words[: len(words) - styles]), lexicon)
    return words if is_office or not owners else words[owners[-1] :]


def _joins_office(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word leads from an office to what it is of: “of” in “Envoy of Larn”, “the” in “of the House”."""
    if not later:
        return False
    word, lead = leads[-1], leads[-2] if len(leads) > 1 else ""
    led = leads[:-1] if word in lexicon.grammar.definite_articles else leads
    if _joins_body(led, later, lexicon):
        return True  # “Party for the People leader”
    if not later[0][0].isupper():
        offices = lexicon.persons.titles.keys() | lexicon.persons.occupations | lexicon.descriptions.roles
        is_own = lead.lower() in offices and offices.isdisjoint(" ".join(map(fold, later)).split())
        is_several = later[0].endswith("s") and len(later) == 1  # “opponents of taxes”, not “head of sports policy”
        is_own = (is_own and not is_several) or later[0] in lexicon.grammar.definite_articles
        return word in lexicon.sources.owners and is_own  # “chief of staff Ann Bo”
    if word in lexicon.sources.owners:
        return True
    is_led = word in lexicon.grammar.definite_articles and lead in lexicon.sources.owners
    is_of_office = is_led and len(leads) > _LEADING and fold(leads[-3]) in role_nouns(lexicon)  # “head of the Board”
    return is_led and (is_of_office or fold(later[0]) in lexicon.bodies.chambers)


def _joins_body(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word leads from the noun of a body, or from an office, to the rest of its name.

    “for” in “Larn Institute for Peace director”, “Envoy for Larn”, “Secretary of State for Trade”
    """
    words = lexicon.descriptions
    first, joint, lead, word = ["", "", "", "", *leads][-4:]
    office = first if joint in lexicon.sources.owners else lead
    is_office = lead.lower().rpartition("-")[2] in lexicon.persons.titles.keys() | words.roles
    is_noun = lead.lower() in words.bodies or office.lower() in words.state_offices or is_office
    is_noun = is_noun and lead[:1].isupper() and lead[-1].isalpha()
    names_body = bool(later) and (later[0][0].isupper() or later[0] in lexicon.grammar.definite_articles)
    is_titled = bool(later) and later[0].lower().rstrip(".") in lexicon.persons.titles
    is_field = is_titled and later[0].lower() in words.fields and lead.lower() in words.state_offices
    is_name = names_body and (is_field or not is_titled)  # “Minister for Justice”, not “aide for Justice Bo”
    joints = words.body_prepositions | words.role_bound | words.workplace_prepositions
    return is_noun and is_name and word in joints - lexicon.places.holding


def _is_sent(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last of some words is an envoy, or leads from one to where they are: “ambassador to Norway”."""
    words = lexicon.descriptions
    if not later or fold(leads[-1]) in words.envoys:
        return bool(later) and later[0] in words.role_bound
    led = leads[:-1] if leads[-1] in lexicon.grammar.definite_articles else leads
    is_leading = len(led) > 1 and led[-1] in words.role_bound and fold(led[-2]) in words.envoys
    return is_leading and (later[0][0].isupper() or later[0] in lexicon.grammar.definite_articles)


def _is_in_charge(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word is one of those that lead from an office to its task: “secretary in charge of trade”."""
    for phrase in map(str.split, lexicon.sources.in_charge_of):
        for count in range(1, len(phrase) + 1):
            is_phrase = leads[-count:] == phrase[:count] and later[: len(phrase) - count] == phrase[count:]
            if is_phrase and later and fold("".join(leads[-count - 1 : -count])) in role_nouns(lexicon):
                return True
    return False


def _names_of(leads: list[str], lexicon: Lexicon) -> bool:
    """Whether words end with those of whom or of what a body is: “Union of Nurses”."""
    place = next((n for n in range(len(leads) - 1, 0, -1) if not leads[n][0].isupper()), 0)
    return place > 0 and _joins_body(leads[: place + 1], leads[place + 1 :], lexicon)


def _joins_fields(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word joins two things that an office is about: “and” in “work and pensions spokesman”."""
    word, lead = leads[-1], leads[-2] if len(leads) > 1 else ""
    if later and word.endswith(",") and word.istitle() and later[0][0].isupper():
        return lexicon.descriptions.fields >= {fold(word), fold(later[0])}  # “Industry, Trade and Investment”
    if word not in lexicon.descriptions.joining or not later:
        return False
    fields = (lead, later[0])
    if fold(f"{lead} {word} {later[0]}") in lexicon.places.joint_names:
        return True  # “Trinidad and Tobago minister Ann Bo”
    is_field = lead.lower() in lexicon.descriptions.fields or (lead.endswith("s") and _names_of(leads[:-1], lexicon))
    if lead.istitle() and later[0][0].isupper() and is_field:
        return True  # “Trade and Industry Secretary Ann Bo”, “Union of Nurses and Midwives leader Ann Bo”
    titles = lexicon.persons.titles
    is_plain = all(word.islower() or word.lower().rpartition("-")[2] in titles for word in later)
    is_plain = is_plain and is_role(" ".join(later), lexicon)
    offices = role_nouns(lexicon) - lexicon.descriptions.belongings
    if is_plain and (lead in offices or (lead.isupper() and lead.lower() in offices)) and not lead.endswith("s"):
        return True  # “Alto founder and chief executive Ann Bo”
    is_long = len(later) >= _FIELD_AND_OFFICE
    return is_long and all(
        f.isalpha() and f.islower() and f not in role_nouns(lexicon) and not breaks(f, lexicon) for f in fields
    )


def _is_inside_name(word: str, lead: str, later: list[str], lexicon: Lexicon) -> bool:
    """Whether a word that may begin a sentence ends a body's name behind its other words: “Harbour Watch director”."""
    is_noun = word[0].isupper() and word.lower() in lexicon.persons.closing_names and bool(later)
    return is_noun and lead[:1].isupper() and lead.isalpha() and lead.lower() not in lexicon.persons.not_names


def _begins_sentence(text: str, place: int) -> bool:
    """Whether no word of the same sentence stands right before a place: “Count former President Bo among them”."""
    lead = text[max(0, place - 3) : place].rstrip()
    return not lead or not lead[-1].isalnum()


def _belongs(word: str, later: list[str], lexicon: Lexicon) -> bool:
    """Whether a word belongs to the noun phrase that goes on with later words."""
    bare, persons = word.lower().rstrip("."), lexicon.persons
    if bare in lexicon.descriptions.modifiers - lexicon.descriptions.joining and not word.endswith("."):
        return True
    if not _is_word(word, later, lexicon) or breaks(word, lexicon) or _ends_sentence(word, lexicon):
        return False
    if word[0].islower():
        return word not in persons.commands and (_leads(word, later, lexicon) or _is_left(word, later, lexicon))
    leads_title = bare in persons.title_openings and bool(later) and later[0].lower() in persons.titles
    is_party = any(word in names for names in lexicon.descriptions.parties_called)  # “GOP strategist”
    outside_names = persons.not_names - persons.titles.keys() - lexicon.descriptions.roles
    return "." in word or leads_title or is_party or bare not in outside_names


def _is_left(word: str, later: list[str], lexicon: Lexicon) -> bool:
    """Whether a word begins an office that somebody has left: “then-Prime” before “Minister”."""
    past, _, office = word.partition("-")
    return bool(later) and past in lexicon.persons.left_office and office[:1].isupper()


def _is_word(word: str, later: list[str], lexicon: Lexicon) -> bool:
    """Whether no mark parts a word from the next: one of letters, “4th”, or “Victims'” before a name's other words."""
    if not (word[0].isalpha() or title_patterns(lexicon).ordinal.fullmatch(word)) or _GLUED.search(word):
        return False
    is_owner = word[0].isupper() and word.endswith("s'") and bool(later) and later[0][0].isupper()
    return is_owner or word[-1] not in ",;:?!)”\"'"


def _ends_sentence(word: str, lexicon: Lexicon) -> bool:
    """Whether a word with a point is another sentence's last, be it an amount: “cut it to NZ$9.00. Chief executive”."""
    bare = word.lower().rstrip(".")
    if not word.endswith(".") or any(map(str.isdigit, word)):
        return word.endswith(".")
    is_abbreviation = "." in bare and all(len(part) < _INITIALS for part in bare.split("."))
    return not is_abbreviation and bare not in lexicon.texts.abbreviations | lexicon.descriptions.titles_in_full.keys()


def _leads(word: str, later: list[str], lexicon: Lexicon) -> bool:
    """Whether a small word leads to later ones: not to a name, but to a rank, or a body to its office."""
    rank = next((n for n, following in enumerate(later) if following[0].isupper()), len(later))
    words = lexicon.descriptions
    if rank == 0 and word in lexicon.persons.left_office & words.former:
        return True  # “ousted Prime Minister Ann Bo”
    is_body = word in words.bodies | lexicon.places.settlements | lexicon.places.lands
    is_body = is_body or (word.endswith("s") and (word in words.fields or word[:-1] in words.bodies))  # “schools Chief”
    chambers = lexicon.bodies.chambers
    if is_body and all(_is_office(following, lexicon) or fold(following) in chambers for following in later[rank:]):
        return True  # “Larn police Chief Ann Bo”, “state House Speaker Ann Bo”
    if later and later[0] in lexicon.sources.owners and word in role_nouns(lexicon):
        return True  # “chairman of the Larn Board Ann Bo”
    if word in words.role_participles and later and all(fold(following) in words.partisans for following in later):
        return True  # “ranking Democrat Ann Bo”
    leads = rank > 0 or not later or word in role_nouns(lexicon) or later[0] in lexicon.descriptions.after_offices
    return leads and all(_goes_with_rank(following, lexicon) for following in later[rank:])


def breaks(word: str, lexicon: Lexicon) -> bool:
    """Whether no title before a name has a word: a verb, but not the participle of “acting secretary”."""
    return (
        word not in lexicon.descriptions.role_participles and title_patterns(lexicon).breaking.match(word) is not None
    )


def _is_office(word: str, lexicon: Lexicon) -> bool:
    bare = word.lower().rstrip(".")
    return bare in lexicon.persons.titles.keys() - lexicon.persons.courtesy or bare in lexicon.descriptions.modifiers


def _goes_with_rank(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name is a rank or stands with one: “Rear Adm.”."""
    words = lexicon.descriptions
    ranks = words.ranks | words.service_ranks | words.rank_modifiers.keys()
    return word.lower().rstrip(".") in ranks | lexicon.persons.courtesy
