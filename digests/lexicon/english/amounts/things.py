"""English words for what figures count, and for what befalls it."""

from __future__ import annotations

from typing import Final

from digests.lexicon.amounts import Fates, Numbered, Things

THINGS = Things(
    singulars=frozenset(
        "person soldier civilian man woman child boy girl officer official policeman fighter militant journalist "
        "worker death fatality casualty injury victim prisoner hostage attack strike missile drone rocket bomb shell "
        "tank helicopter plane jet aircraft ship boat vessel submarine vehicle car bus train truck house building "
        "bridge village town settlement city district region base depot refinery hospital school brigade battalion "
        "regiment division company unit guard guardsman pilot driver passenger member resident citizen student teacher "
        "protester demonstrator suspect gunman attacker bomber shooting case candidate vote voter seat state delegate "
        "poll debate round serviceman servicewoman patient doctor nurse defender refugee migrant airman minister "
        "lawmaker senator household family cent dollar euro point employee firefighter paramedic rescuer".split()
    ),
    plurals=frozenset(
        "people men women children troops personnel police militia infantry fatalities dead wounded injured missing "
        "aircraft staff cattle sheep fish crew airmen servicemen servicewomen gunmen policemen firemen fishermen "
        "tribesmen congressmen spokesmen militiamen businessmen businesspeople teeth feet mice geese cavalry manpower "
        "youth clergy elderly equipment ammunition artillery spacecraft hovercraft armor armour alumni media data "
        "criteria phenomena crises corps".split()
    ),
    not_plurals=frozenset(
        "news always perhaps across besides overseas sometimes whereas various previous serious numerous famous "
        "religious plus thus versus us is was has does says this afterwards towards upwards downwards forwards "
        "nowadays basis emphasis thesis ones gas bus campus virus status bonus focus crisis analysis".split()
    ),
    plural_endings=("s",),
    not_plural_endings=("ss", "us"),
    groups=frozenset("personnel members officials officers fighters people workers".split()),
    in_millions=frozenset(
        "people residents voters users refugees workers viewers jobs euros dollars pounds tons tonnes".split()
    ),
    demonyms=frozenset(
        "US U.S. UK U.K. UN U.N. EU E.U. NATO ISIS IDF DPRK Hamas Hezbollah Houthi Taliban Wagner Muslim Shiite Sunni "
        "Kyrgyz Turkmen Republican Democratic".split()
    ),
    demonym_endings=frozenset(
        "ian ean ban can gan han man nan oan ran san ese ish ali eli qli bi qi di ni ti shi pali mali zbek azakh ajik "
        "lovak zech ench utch reek wiss elsh hai erb roat urd rab ipino dic".split()
    ),
    demonym_openings=frozenset("north south east west central latin new sri saudi african asian".split()),
    stops=frozenset(
        "of in on at by for from to into onto with without within near around about across along after before behind "
        "between during until since under over above below against among amid per as than then and or but nor so if "
        "while what how why because though although not no he she it they we you i him them us me said says say told "
        "tells went came left made took got gave began became fled died die won lost led voted chose showed yesterday "
        "today tomorrow overnight ago later earlier away apart out up down off back via toward towards s t re ve ll d "
        "each every both all any some more less most other another one remains includes including according last next "
        "still just only also now there here".split()
    ),
    more_of_it=frozenset("other more additional further extra".split()),
    other_determiners=frozenset("all such new".split()),
    other_wholes=frozenset("of all that".split()),
    picking=frozenset("last past first next final only remaining".split()),
    back_references=frozenset("them those these whom which us".split()),
    definite=frozenset("the both other any no every each which".split()),
    asides=frozenset("including among most mostly all".split()),
    tolls=frozenset({"toll"}),
    totals=frozenset({"number"}),
)
FATES = Fates(
    forms={
        "killed": "killed", "killing": "killed", "wounded": "wounded", "wounding": "wounded", "injured": "injured",
        "injuring": "injured", "captured": "captured", "capturing": "captured", "lost": "lost", "losing": "lost",
        "destroyed": "destroyed", "destroying": "destroyed", "downed": "downed", "downing": "downed",
        "intercepted": "intercepted", "intercepting": "intercepted", "arrested": "arrested", "arresting": "arrested",
        "detained": "detained", "detaining": "detained", "displaced": "displaced", "displacing": "displaced",
        "evacuated": "evacuated", "evacuating": "evacuated", "released": "released", "releasing": "released",
        "hospitalized": "hospitalized", "hospitalised": "hospitalised", "rescued": "rescued", "rescuing": "rescued",
        "abducted": "abducted", "kidnapped": "kidnapped", "executed": "executed", "damaged": "damaged",
        "damaging": "damaged", "eliminated": "eliminated", "eliminating": "eliminated", "liberated": "liberated",
        "freed": "freed", "trapped": "trapped",
    },
    phrases={("shot", "down"): "shot down", ("shooting", "down"): "shot down", ("taken", "prisoner"): "taken prisoner"},
    states=frozenset("dead missing hurt homeless died dying".split()),
    suffering=frozenset("left remain remained".split()),
    connectors=frozenset(
        "have has had also reportedly believed thought to may might could feared either confirmed reported "
        "later".split()
    ),
    object_openings=frozenset("some more about".split()),
)  # fmt: skip
_OF_AN_AGE: Final = "people those anyone men women adults children voters".split()
NUMBERED = Numbered(
    ages=frozenset(
        {"age", "aged", "ages", "younger than", "older than"}.union(
            *({f"{people} under", f"{people} over"} for people in _OF_AN_AGE)
        )
    ),
    aged=frozenset({"old"}),
    joined_ages=frozenset({"year-old", "year‑old"}),
    joiners=frozenset({"and", "to", "or"}),
    after_ages=frozenset("of from was".split()),
    nouns=frozenset(
        "article articles resolution resolutions section sections route routes highway interstate flight chapter "
        "chapters page pages paragraph paragraphs annex precinct verse verses proposition amendment".split()
    ),
    names=frozenset({"Group of", "Class of", "Super Bowl", "World War"}).union(
        frozenset(
            "Boeing Airbus Channel Level Phase Title Type Model Big Room Suite Apollo Falcon Area District Prop. Rule "
            "Clause Protocol Order Directive Regulation Squadron Line Gate Terminal Pier Building Block Ward Camp "
            "Version Windows Formula Grade Number Psalm Psalms Lot Box Unit Appendix Figure Table Item Step Part "
            "Episode Season Volume Vol. Bill Law Tier Day Week Year Fox NBC ABC CBS Exit Studio Agenda Vision Project "
            "Euro Act Point Ephesians Corinthians Matthew Luke Mark John Genesis Exodus Bloc Brigade Battalion Catch "
            "Oslo Minsk".split()
        )
    ),
    streets=frozenset("Street St. Avenue Ave. Road Boulevard".split()),
    clocks=frozenset("am pm AM PM a.m. p.m. A.M. P.M. GMT UTC o'clock".split()),
    ranks=frozenset({"place"}),
    ordering=frozenset("ago earlier later o".split()),
    occasions=frozenset({"point", "time"}),
)
