"""English words that a line may leave out, write short or end at."""

from __future__ import annotations

from digests.lexicon.lines import Lines

_UNITS = "minute hour day week month year".split()
_COUNTS = ("two", "three", "four", "five", "six", "several", "some", "a few")
#: When something was, as counted from what the sentence before tells: “two days later”.
_LATER = frozenset(
    f"{time} {direction}"
    for time in (
        "an hour",
        *(f"a {unit}" for unit in (*_UNITS, "fortnight", "decade")),
        *(f"{count} {unit}s" for count in _COUNTS for unit in _UNITS),
    )
    for direction in ("earlier", "later")
) | frozenset(f"the {ordinal} {unit}" for ordinal in ("previous", "following") for unit in _UNITS)
#: What a narrator counts off: “the last reason”.
_COUNTED_OFF = frozenset(
    f"{ordinal} {noun}"
    for ordinal in ("another", *(f"the {ordinal}" for ordinal in "first second third fourth last final other".split()))
    for noun in ("part", "reason", "point", "factor")
)

LINES = Lines(
    weather=frozenset("snowed rained hailed thawed frozen drizzled poured dawned".split()),
    leads=frozenset(
        {"however", "meanwhile", "simultaneously", "in addition", "additionally", "moreover", "furthermore", "also"}
    ),
    following=frozenset({"then"}),
    announced=frozenset({"something", "one thing"}),
    leaning=frozenset(
        {"otherwise", "even then", "even so", "nor", "instead", "likewise", "similarly", "conversely", "hence", "thus"}
    )
    | _LATER
    | _COUNTED_OFF,
    comma_leads=frozenset({"however"}),
    pointed_amounts=frozenset("number figure total share percentage amount sum".split()),
    times_of_day=frozenset("morning afternoon evening night".split()),
    approximators=frozenset("about around approximately roughly some".split()),
    converted_units=frozenset(
        "mile miles kilometer kilometers kilometre kilometres km mi feet foot ft meter meters metre metres m acre "
        "acres "
        "hectare hectares pound pounds kilogram kilograms kg lb".split()
    ),
    short_units={
        "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
        "mile": "mi", "miles": "mi", "percent": "%", "per cent": "%",
    },
    before_compass=frozenset({"to the"}),
    compass={
        "southeast": "SE", "southwest": "SW", "northeast": "NE", "northwest": "NW",
        "north": "N", "south": "S", "east": "E", "west": "W",
    },
    multiples=frozenset("twice times half not".split()),
    amounts=frozenset({"much", "many"}),
    bystanders=frozenset(
        "guard thief suspect hostage patient inmate guest victim relative friend colleague cousin uncle aunt nephew "
        "niece boy girl child baby cook thug spy rebel burglar addict drunk orphan recruit conscript assassin "
        "accomplice pimp client heir delegate monarch baron duke scholar academic vet maid steward mason bully crook "
        "fugitive escapee convict ally foe enemy flatmate roommate toddler infant twin spouse bride groom".split()
    ),
    person_endings=frozenset("er or ist ant man woman ian ee ess".split()),
    backwards=frozenset("ago earlier later before after".split()),
    infinitives=frozenset({"to", "let"}),
    described_places=frozenset(
        "town city village settlement hamlet suburb port hub center centre capital region province district stronghold "
        "crossing outpost island resort".split()
    ),
    openings=frozenset(
        {"as", "given", "following", "after", "since", "well", "honestly", "still", "earlier", "of course"}
    ),
    participles=frozenset("despite following including amid bringing".split()),
    comparisons=frozenset("more less than twice compared up down from".split()),
    joined_adverbs=frozenset("never also then".split()),
    joined_verbs=frozenset("include includes has have had is are was were will would".split()),
    closely=frozenset("right just shortly soon long ever".split()),
    possessing=frozenset({"got"}),
    opening_concessions=frozenset({"while", "despite"}),
    pointing_back=frozenset(
        {
            "such", "both", "neither", "and", "but", "or", "nor", "so", "yet", "then", "there", "which", "who",
            "because",
            "also", "too", "however", "instead", "otherwise", "therefore", "if not",
        }
    ),
    seeming=frozenset("remains seems appears".split()),
    measured=frozenset({"enough"}),
    appearing=frozenset("seems appears seemed appeared".split()),
    predicates=frozenset(
        "clear likely unlikely possible true obvious evident important unclear uncertain known".split()
    ),
    before_predicates=frozenset({"too", "time", "only when", "only after"}),
    predicate_ends=frozenset("that to for".split()),
    taking_ends=frozenset("to before for".split()),
    dangling_objects=frozenset({"them"}),
    last_things=frozenset("death murder killing assassination funeral burial remains corpse killer killers".split()),
    taking_bases=frozenset({"take"}),
    taking_adverbs=frozenset({"likely"}),
    taking=frozenset("take takes took".split()),
    minds=frozenset(
        {
            "think", "thinks", "thought", "believe", "believes", "believed", "credit", "credits", "expect", "expects",
            "expected", "feel", "feels", "felt", "hope", "hopes", "hoped", "doubt", "doubts", "doubted", "has no",
            "had no", "remember", "remembers", "remembered", "recalls", "recalled",
        }
    ),
    mental_states=frozenset(
        "sure confident skeptical sceptical concerned worried surprised optimistic pessimistic convinced certain "
        "".split()
    ),
    adverbs=frozenset("also now still never always".split()),
    after_objects=frozenset("now again not".split()),
    kin=frozenset(
        "men women boy girl child children wife husband son daughter brother sister parent friend person guy kid baby "
        "player victim suspect voter student patient teammate colleague neighbour neighbor everyone someone anyone "
        "nobody somebody everybody whoever".split()
    ),
    describing_prepositions=frozenset("from in at with on".split()),
    noun_prepositions=frozenset("of on in at from with by".split()),
    describing=frozenset(
        "that who which whose where handling seeking working tracking speaking familiar close briefed along conducted "
        "including led headed chaired filed published released obtained issued carried shown seen".split()
    ),
    last_words=frozenset(
        "a an the and or but nor that of to in on at for with by from as than which who whom whose after before "
        "while because although though if unless until since even just when where its his their our my your "
        "is are was were be been being has have had will would could should may might must can not very into onto "
        "about against between during include includes including especially particularly why".split()
    ),
)  # fmt: skip
