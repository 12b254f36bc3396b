"""What the words around a name look like that say what its bearer is."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER, point


class TitlePatterns(NamedTuple):
    """The patterns by which a title is found and cut."""

    set_off: re.Pattern[str]  #: “the mayor of Bergen, ” before a name
    adjunct: re.Pattern[str]  #: “At a meeting with the mayor of Larn, ” before a name
    contact: re.Pattern[str]  #: “the deal | the king” of “a critic of the deal the king has made”
    says: re.Pattern[str]  #: a verb that makes a name the subject of its clause: “ has ruled”
    dated: re.Pattern[str]  #: a day or month at the end, which says when: “the president in May”
    dash: re.Pattern[str]  #: what parts such words from it
    styled: re.Pattern[str]  #: “the Most ” before “Rev Ann Bo”, “sergeant ” before a name
    apposition: re.Pattern[str]  #: “, 41, of Larn, the mayor of Bergen” after it
    fronted: re.Pattern[str]  #: a preposition that begins a sentence, right before a name: “According to ”
    finite: re.Pattern[str]  #: a verb that makes of an apposition a sentence's subject
    subject: re.Pattern[str]  #: what is none: “Larn, the mayor said”
    copular: re.Pattern[str]  #: “ is a teacher in Bergen” after it
    from_home: re.Pattern[str]  #: “, 41, of Larn, Ohio,” after it, and nothing else
    left_before: re.Pattern[str]  #: “former Larn mayor and ” before another title
    leading: re.Pattern[str]  #: what a title is without
    belonging: re.Pattern[str]  #: what stands between a role and its body
    preposition: re.Pattern[str]  #: what ends the noun of a title
    joint: re.Pattern[str]  #: between two nouns of one
    bound: re.Pattern[str]  #: what stands between a role and where or to whom somebody is sent: “ambassador to Norway”
    region: re.Pattern[str]  #: where a body is or under whom, at the end: “ in New York”, “ in the Bo government”
    further_place: re.Pattern[str]  #: “ at ” before where a body is, or what it is a part of
    ending_with_name: re.Pattern[str]  #: “ Larn” or “ Larn film units” at the end
    workplace_of: re.Pattern[str]  #: “ at Larn ” before the body in a title
    home: re.Pattern[str]  #: a place behind a name: “Mayor Siri Holm of Bergen”
    workplace: re.Pattern[str]  #: a body behind a name: “analyst Siri Holm at Larn Bank said”
    leading_office: re.Pattern[str]  #: an office that begins a sentence: “Scottish Finance Minister” before a comma
    of_noun: re.Pattern[str]  #: a body at the end that but a noun tells: “ at the tech giant”
    seat: re.Pattern[str]  #: the party and the district or state behind a member's name: “ (R-Warren)”
    owner: re.Pattern[str]  #: what stands between a role and whose it is: “member of Parliament”
    further: re.Pattern[str]  #: where an apposition goes on with a clause or another role
    lost_comma: re.Pattern[str]  #: “head of the Larn Board | welcomed the words”
    participle: re.Pattern[str]  #: where it may go on with what its bearer does: “pollster working for a party”
    second: re.Pattern[str]  #: another role at the end, of which the rest was cut off: “… and chair”
    breaking: re.Pattern[str]  #: a word that no title before a name has
    no_title: re.Pattern[str]  #: what no title begins with: “who was born”, “or his brother”, “shook his head”
    named_owner: re.Pattern[str]  #: “Holm’s”
    any_owner: re.Pattern[str]  #: “the town’s”
    open_mark: re.Pattern[str]  #: what begins the name of a work, whose end a title has not: “author of ''The ”
    body_before: re.Pattern[str]  #: “Royal Bank of Larn’s ” at the beginning of a title
    body_of: re.Pattern[str]  #: “Party for” right before “ the People’s leader”
    owner_before: re.Pattern[str]  #: “Rep. Ann Bo” right before “’s lawyer”
    deed: re.Pattern[str]  #: what somebody does or did, or another sentence: “calling Bo a captain”, “took it”
    judging: re.Pattern[str]  #: what a narrator calls somebody rather than what they are: “the town’s most zealous”
    ordinal: re.Pattern[str]  #: “4th”
    indefinite: re.Pattern[str]  #: what a description of somebody new begins with


@functools.cache
def state_behind(lexicon: Lexicon) -> str:
    """What finds a state behind a place, within larger patterns: “, Ohio”, “, N.Y.”."""
    states = lexicon.places.states
    shortened = either(map(str.capitalize, states), map(str.upper, states), map(str.title, states.values()))
    return rf",\s(?:(?:{shortened})\b\.?|(?:{UPPER}\.\s?){{2}})(?=[,;.\s]|$)(?!,?\s{UPPER})"


@functools.cache
def title_patterns(lexicon: Lexicon) -> TitlePatterns:
    """The patterns of a language."""
    grammar, words = lexicon.grammar, lexicon.descriptions
    prepositions = grammar.prepositions | grammar.longer_prepositions
    owning = either(grammar.articles, grammar.third_possessives)
    determiners = either(grammar.articles, grammar.third_possessives, words.single, words.counting - words.modifiers)
    small = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.subjects, grammar.auxiliaries,
        grammar.settings, grammar.reasons,
    )  # fmt: skip
    relative = either(grammar.relative_pronouns, grammar.personal_relatives, grammar.relative_adverbs)
    saying = either(lexicon.verbs.saying, lexicon.verbs.inverted, lexicon.verbs.telling)
    belonging = either(lexicon.bodies.belonging, words.role_belonging)
    spoke = either(word for word in lexicon.verbs.saying if word.endswith(("d", "ote")))
    speaks = either(word for word in lexicon.verbs.saying if word.endswith("s"))
    going_on = either(grammar.articles, grammar.possessives, grammar.demonstratives, grammar.subjects)
    finite = either(grammar.be_finite, grammar.have_finite, grammar.modals)
    bearing = either(lexicon.sources.according, grammar.comparing)  # “As the mayor of Larn, Bo said”
    own_point, days = point(lexicon), either(map(str.title, (*lexicon.calendar.weekdays, *lexicon.calendar.months)))
    pointed = rf"(?:{own_point}|[^.,;:“”\"()\[\]\n–—])"  # “U.S.” has its points
    capitalised, state = either(map(str.capitalize, lexicon.persons.not_names)), state_behind(lexicon)
    place = rf"{UPPER}(?:[\w’'-]|{own_point})+(?:\s{UPPER}(?:[\w’'-]|{own_point})+){{0,2}}"
    region = rf"\s(?:{either(lexicon.places.holding)})\s(?:(?:{either(grammar.definite_articles)})\s)?{place}"
    home = rf"(?:{either(words.origins)})\s{place}(?:{state}|{region})?"
    bodies = either(map(str.capitalize, words.bodies))
    joints = either(words.body_prepositions - lexicon.places.holding)
    article = rf"(?:(?:{either(grammar.definite_articles)})\s)?"
    joint_names = rf"(?:{UPPER}[\w&’'-]*\s)+(?:{either(words.joining)})\s"
    noun = rf"(?:{UPPER}[\w&’'-]*\s)*(?:{bodies})"
    body_of = rf"{noun}\s(?:{joints})\s{article}(?:{joint_names})?"  # “Royal Bank of ” Larn
    before_objects = either(
        prepositions, lexicon.bodies.belonging, words.role_belonging, words.role_bound, lexicon.sources.in_charge_of
    )
    return TitlePatterns(
        set_off=re.compile(
            rf"(?:\b(?:{owning}|{either(words.single - words.picked)})|(?<=\w)[’'‘`]s?)\s(?={pointed}{{3,90}}$)",
            re.IGNORECASE,
        ),
        apposition=re.compile(
            rf"(?:,\s(?:{either(map(str.capitalize, lexicon.persons.suffixes))})\.)?"
            rf"(?:\s(?:{belonging})\s(?:{UPPER}[\w’'-]+\s?){{1,3}})?(?:,?\s\(?[A-Z]-{UPPER}[\w.]+\)?)?"
            rf"\s?(?:,|[–—]|-(?=\s)|\((?=[a-z]))\s?(?:\d\d,\s)?(?:{home},\s)?"
            rf"(?P<title>(?:{pointed}|{state}){{3,160}})"
        ),
        fronted=re.compile(
            rf"(?:^|[.!?\n”\"]\s?)(?:{either(prepositions, lexicon.sources.according)})\s$", re.IGNORECASE
        ),
        finite=re.compile(rf"\s(?:{finite})\b"),
        subject=re.compile(
            rf"(?:{either(grammar.definite_articles)})\s(?:(?!(?:{relative})\b)[\w’'-]+\s){{1,4}}?(?:{spoke})\b"
        ),
        copular=re.compile(
            rf"(?:,\s(?:{either(grammar.personal_relatives)}))?\s(?:{either(words.copulas)})\s"
            rf"(?=(?:{either(grammar.articles)})\s)(?P<title>(?:{pointed}|{state}){{3,160}})"
        ),
        from_home=re.compile(rf"(?:,\s\d\d,\s(?P<aged>{home})(?=,)|,?\s(?P<home>{home}),)"),
        left_before=re.compile(
            rf"\b(?P<title>(?i:{either(words.former)}) (?:[\w’'-]+ ){{0,5}}?(?P<noun>[\w’'-]+)\.?"
            rf"(?: (?:{either(lexicon.sources.owners)}) [\w’'-]+)?)"
            rf"(?P<joint> (?:{either(words.joining)}) )$"
        ),
        leading=re.compile(
            rf"^(?:(?:(?:{either(lexicon.persons.left_office)})(?=\s(?:{either(grammar.third_possessives)})\b)"
            rf"|{determiners}|\d+-(?:{either(lexicon.numbered.joined_ages)})|{either(words.title_adverbs)}|(?:{either(words.companies)})[’'‘`]s)\s+)+",
            re.IGNORECASE,
        ),
        joint=re.compile(rf"\s(?:{either(words.joining)})\s"),
        adjunct=re.compile(
            rf"(?:^|[.!?\n”\"]\s?)(?!(?:{bearing})\b)(?:{either(prepositions)})\s"
            rf"{pointed}{{3,110}},\s$",
            re.IGNORECASE,
        ),
        contact=re.compile(
            rf"(?<=\s)(?!(?:{small}|{either(words.joining, prepositions)})\s)(?P<noun>[a-z]{{3,}})\s"
            rf"(?:{either(grammar.articles, grammar.possessives)})\s[^,]+$"
        ),
        says=re.compile(rf"\s(?:{finite}|{saying})\b"),
        dated=re.compile(rf"\s(?:{either(prepositions)})\s(?:{days})\b"),
        dash=re.compile(r"(?:,|\s(?:[–—]|--?))\s$"),
        styled=re.compile(
            rf"\b(?:(?:{either(grammar.definite_articles)})\s(?:(?:{either(lexicon.persons.style_degrees)})\s)*"
            rf"|(?:{either(words.service_ranks)})\s)$",
            re.IGNORECASE,
        ),
        preposition=re.compile(rf"\s(?:{before_objects})\s"),
        belonging=re.compile(rf"\s(?:{belonging})\s"),
        owner=re.compile(
            rf"\s(?:{belonging})\s"
            rf"(?:(?:{either(grammar.definite_articles)})\s)?[A-Z]"
        ),
        further=re.compile(
            rf"\s(?:(?:{relative}|{finite}|{spoke})\b|(?:{speaks})\s(?:{going_on})\b|"
            rf"(?:(?:{either(lexicon.calendar.formerly)})\s)?[a-z]{{3,}}ed\s"
            rf"(?:{either(words.single, grammar.prepositions)})\b|"
            rf"(?:{either(words.joining)})\s(?:{determiners})\s)"
        ),
        lost_comma=re.compile(
            rf"(?P<title>(?:\S+\s)+{UPPER}[\w&-]*)\s(?!(?:{small})\s)[a-z]{{3,}}ed\s(?:(?:{determiners})\s|{UPPER})"
        ),
        bound=re.compile(rf"\s(?:{either(words.role_bound)})\s"),
        region=re.compile(
            rf"{region}$|\s(?:{either(lexicon.places.holding)})\s(?:{either(grammar.definite_articles)})\s{place}"
            rf"\s(?:{either(words.bodies)})$"
        ),
        further_place=re.compile(rf"\s(?:{either(words.workplace_prepositions, lexicon.places.holding)})\s"),
        ending_with_name=re.compile(rf"{UPPER}[\w.&’'-]*(?:\s[a-z-]+){{0,2}}$"),
        workplace_of=re.compile(
            rf"\s(?:{either(words.workplace_prepositions)})\s(?:(?:{either(grammar.definite_articles)})\s)?{UPPER}"
        ),
        home=re.compile(rf"\s(?:{either(words.home_prepositions)})\s(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"),
        workplace=re.compile(
            rf"\s(?P<joint>{either(words.workplace_prepositions, words.origins)})\s"
            rf"(?:(?:{either(grammar.definite_articles)})\s)?{UPPER}[\w&’'-]*(?:\s{UPPER}[\w&’'-]*){{0,4}}"
            rf"(?:\s(?:{either(words.bodies)})\b)?(?=[,.;“”\"]|\s(?:{saying}|{either(prepositions)}|[a-z]{{2,}}ed)\b|$)"
        ),
        leading_office=re.compile(
            rf"(?:^|[.!?:][”\"]?\s|,\s)(?P<title>(?:{UPPER}[\w’'-]+\s){{1,5}}(?:{UPPER}[a-z-]+|(?:[a-z-]+\s){{0,2}}[a-z-]+)"
            rf"|(?:{UPPER}[\w’'-]+\s){{0,3}}(?:{UPPER}[\w-]+|[a-z-]+)\s(?:{belonging}|{either(words.role_bound)})\s"
            rf"{pointed}{{3,90}})$"
        ),
        of_noun=re.compile(rf"\s(?:{belonging})\s(?:{either(grammar.definite_articles)})\s[a-z-]+(?:\s[a-z-]+)?$"),
        seat=re.compile(
            rf"(?:,\s|\s\()(?P<seat>{UPPER}-(?:(?:{UPPER}\.){{2,}}|{UPPER}[\w.]*(?:\s{UPPER}[\w.]*)*(?=[,)])"
            rf"|{UPPER}\w*(?:\s{UPPER}\w*)*(?=\.(?:\s|$))))"
        ),
        participle=re.compile(rf"\s[a-z]{{2,}}(?:{either(words.acting_endings)})(?:\s|$)"),
        second=re.compile(rf"(?<=\w)\s(?:{either(words.joining)})\s(?P<role>(?:[a-z-]+\s)?[a-z-]+)$"),
        breaking=re.compile(
            rf"(?:{small}|{relative}|{determiners}|{saying}|{either(grammar.past_forms)}|"
            rf"[a-z]+(?:{either(grammar.verb_endings)}))$"
        ),
        no_title=re.compile(
            rf"(?:{small}|{relative}|{saying}|{either(words.superlatives)}|(?:{either(grammar.past_forms)}|[a-z]+ed)\s+"
            rf"(?:{either(grammar.articles, grammar.third_possessives)}))\s",
            re.IGNORECASE,
        ),
        named_owner=re.compile(rf"{UPPER}[\w.-]*[’'‘`]"),
        open_mark=re.compile(r"\s''"),
        any_owner=re.compile(r"\w[’'‘`]"),
        body_before=re.compile(rf"{body_of}(?:{UPPER}[\w&-]*\s)*{UPPER}[\w&-]*(?:[’'‘`]s?)?\s(?=[a-z])"),
        body_of=re.compile(rf"\b(?:{bodies})\s(?:{joints})\s?$"),
        owner_before=re.compile(
            rf"(?:^|\s|(?<=[“\"(]))(?!(?:{capitalised})\b)(?P<owner>(?:{body_of})?(?:{UPPER}(?:[\w&’'-]|{own_point})*\s)*"
            rf"(?!(?:{capitalised})\b){UPPER}(?:[\w&-]|\.(?=\w))*)$"
        ),
        deed=re.compile(
            rf"(?:{either(grammar.past_forms)})\s|.*[a-z][.][A-Z]|[a-z]+(?:{either(words.acting_endings)})\s(?:{UPPER}"
            rf"|(?:{either(grammar.articles, grammar.possessives, grammar.object_pronouns)})\b)"
        ),
        judging=re.compile(rf"[^,]*?[’'‘`]s?\s(?:{either(words.degrees)})\s", re.IGNORECASE),
        ordinal=re.compile(rf"\d+(?:{either(lexicon.numbers.ordinal_endings)})"),
        indefinite=re.compile(rf"(?:{either(grammar.indefinite_articles, words.single)})\s", re.IGNORECASE),
    )
