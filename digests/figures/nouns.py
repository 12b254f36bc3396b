"""Word lists that tell what a figure counts: nouns, adjectives of nations, and words that end a noun phrase."""

from __future__ import annotations

import re

STOPS = frozenset(
    "a an the this that these those of in on at by for from to into onto with without within near around about "
    "across along after before behind between during until since under over above below against among amid per as "
    "than then and or but nor so if when while where who whom whose which what how why because though although "
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must not no he she it they we you i him her them us me his its their our your my said says say told tells "
    "went came left made took got gave began became fled died die went won lost led voted chose took showed "
    "yesterday today tomorrow overnight ago later earlier away apart out up down off back via toward towards "
    "s t re ve ll d each every both all any some more less most other another one remains includes including "
    "according last next still just only also now there here".split()
)
NOT_PLURAL = frozenset(
    "news always perhaps across besides overseas sometimes whereas various previous serious numerous famous "
    "religious plus thus versus us is was has does says this afterwards towards upwards downwards forwards nowadays "
    "basis emphasis thesis ones gas bus campus virus status bonus focus basis crisis analysis".split()
)
PLURAL = frozenset(
    "people men women children troops personnel police militia infantry fatalities dead wounded injured missing "
    "aircraft staff cattle sheep fish crew airmen servicemen servicewomen gunmen policemen firemen fishermen "
    "tribesmen congressmen spokesmen militiamen businessmen businesspeople teeth feet mice geese cavalry manpower "
    "youth clergy elderly equipment ammunition artillery spacecraft hovercraft armor armour "
    "alumni media data criteria phenomena crises corps".split()
)
SINGULAR = frozenset(
    "person soldier civilian man woman child boy girl officer official policeman fighter militant journalist worker "
    "death fatality casualty injury victim prisoner hostage attack strike missile drone rocket bomb shell tank "
    "helicopter plane jet aircraft ship boat vessel submarine vehicle car bus train truck house building bridge "
    "village town settlement city district region base depot refinery hospital school brigade battalion regiment "
    "division company unit guard guardsman pilot driver passenger member resident citizen student teacher "
    "protester demonstrator suspect gunman attacker bomber shooting case candidate vote voter seat state delegate "
    "poll debate round serviceman servicewoman patient doctor nurse defender prisoner refugee migrant airman "
    "minister lawmaker senator household family cent dollar euro point employee firefighter paramedic rescuer".split()
)
DEMONYM = re.compile(
    r"[A-Z]\w*(?:ian|ean|ban|can|gan|han|man|nan|oan|ran|san|ese|ish|[aeq]li|bi|qi|di|ni|ti|shi|pali|mali|zbek|azakh|"
    r"ajik|lovak|zech|ench|utch|reek|wiss|elsh|hai|erb|roat|urd|rab|ipino|dic)"
    r"|US|U\.S\.|UK|U\.K\.|UN|U\.N\.|EU|E\.U\.|NATO|ISIS|IDF|DPRK|"
    r"Hamas|Hezbollah|Houthi|Taliban|Wagner|Muslim|Shiite|Sunni|Kyrgyz|Turkmen|Republican|Democratic"
)
COMPASS = frozenset("north south east west central latin new sri saudi african asian".split())


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in PLURAL:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in NOT_PLURAL
