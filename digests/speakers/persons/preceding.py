"""The words before a name that belong to the title of its bearer: “Larn police Chief” before “Ann Bo”."""

from __future__ import annotations

import re
from itertools import takewhile

from digests.actors import PersonName
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon
from digests.speakers.persons.roles import is_role, role_nouns
from digests.speakers.persons.title_joints import breaks, joins
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.datelines import behind_dateline
from digests.text.folding import fold
from digests.text.name_words import BRACKETED_INITIALS

_INITIALS_BEHIND = re.compile(rf"{BRACKETED_INITIALS}(?=\s)")
_GLUED = re.compile(r"\w[,;:?!]?[“”\"]\w")  #: “full,”said”
NEAR = 120  #: characters before a name
_ARTICLE_AND_LEAD = 2  #: words: “in the”
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
        is_joint = joins(led, words, lexicon) or _is_inside_name(word, lead, words, lexicon)
        if not (is_joint or _belongs(word, words, lexicon)):
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


def _is_office(word: str, lexicon: Lexicon) -> bool:
    bare = word.lower().rstrip(".")
    return bare in lexicon.persons.titles.keys() - lexicon.persons.courtesy or bare in lexicon.descriptions.modifiers


def _goes_with_rank(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name is a rank or stands with one: “Rear Adm.”."""
    words = lexicon.descriptions
    ranks = words.ranks | words.service_ranks | words.rank_modifiers.keys()
    return word.lower().rstrip(".") in ranks | lexicon.persons.courtesy
