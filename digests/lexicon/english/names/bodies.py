"""The bodies every state has, by the words that English news uses for them."""

from __future__ import annotations

from typing import Final

from digests.lexicon.names import Bodies, BodyFamily, BodyName


def _plain(name: str, *others: str) -> BodyName:
    return BodyName(name, (name.lower(), *others))


def _ministry(subject: str, *others: str) -> tuple[str, BodyName]:
    subjects = (subject.lower(), *others)
    words = tuple(form.format(s) for s in subjects for form in ("{} ministry", "ministry of {}", "ministry for {}"))
    return f"gov:{{}}-{subject.lower()}-ministry", BodyName(f"{subject} Ministry", words)


_MINISTRIES: Final = (
    _ministry("Foreign", "foreign affairs", "external affairs"),
    _ministry("Defence", "defense", "national defence", "national defense"),
    _ministry("Interior", "internal affairs", "the interior"),
    *map(_ministry, ("Finance", "Health", "Justice", "Energy", "Education", "Culture", "Trade", "Transport")),
    _ministry("Economy", "economic affairs", "economic development"),
    _ministry("Agriculture"),
    _ministry("Emergencies", "emergency situations", "emergency"),
)

_COMPANY_ENDINGS: Final = frozenset(
    "co corp corporation inc ltd llc plc ag sa nv gmbh company companies group holdings partners ventures capital "
    "energy electronics technologies technology systems motors airlines airways foods industries pharmaceuticals "
    "pharma therapeutics biosciences media entertainment studios communications networks logistics resources "
    "mining petroleum oil gas power hydro electric chemicals brands stores retail insurance financial bank bancorp "
    "realty properties".split()
)
_FAMILIES: Final = (
    BodyFamily(
        general=frozenset(
            "company firm business group giant corporation multinational conglomerate startup start-up monopoly".split()
        ),
        nouns=frozenset(
            "carmaker automaker retailer airline carrier utility insurer lender bank brewer drugmaker chipmaker "
            "planemaker shipbuilder manufacturer operator supplier developer miner maker chain publisher studio "
            "broadcaster label distiller steelmaker housebuilder bookmaker toymaker watchmaker truckmaker "
            "plane-maker car-maker supermarket brokerage distributor".split()
        ),
        names=_COMPANY_ENDINGS
        | frozenset(
            "medicine software steel telecom broadband cars productions pictures records equities securities".split()
        ),
    ),
    BodyFamily(
        general=frozenset("organisation organization group body association charity nonprofit ngo".split()),
        nouns=frozenset("union foundation institute trust league campaign society federation coalition".split()),
        names=frozenset("alliance council network fund forum movement centre center".split()),
    ),
    BodyFamily(
        general=frozenset("agency regulator watchdog authority body".split()),
        nouns=frozenset("commission committee panel tribunal department ministry bureau board".split()),
        names=frozenset("administration office service".split()),
    ),
    *(
        BodyFamily(general=frozenset(), nouns=frozenset(nouns.split()))
        for nouns in (
            "university college",
            "school academy",
            "hospital",
            "airport",
            "museum gallery",
            "church diocese",
            "club team",
            "newspaper paper magazine journal",
            "party",
        )
    ),
)

BODIES = Bodies(
    names={
        "mil:{}": _plain(
            "military", "forces", "troops", "army", "armed forces", "soldiers", "defence forces", "defense forces",
            "servicemen", "service members", "military personnel", "military forces", "ground forces", "land forces",
            "military command",
        ),
        "mil:{}-general-staff": _plain(
            "General Staff", "general staff of the armed forces", "armed forces general staff", "armys general staff"
        ),
        "mil:{}-air-force": _plain("Air Force", "air forces"),
        "mil:{}-navy": _plain("Navy", "naval forces"),
        "gov:{}": _plain("government", "cabinet", "leadership", "administration"),
        **dict(_MINISTRIES),
        "gov:{}-presidency": _plain("presidential office", "presidency"),
        "gov:{}-parliament": _plain("parliament"),
        "gov:{}-supreme-court": _plain("Supreme Court"),
        "gov:{}-central-bank": _plain("central bank", "national bank"),
        "gov:{}-police": _plain("police", "national police"),
        "gov:{}-border-guard": _plain("border guard", "border guard service"),
        "gov:{}-emergency-service": _plain("emergency service", "emergency services", "state emergency service"),
        "intel:{}": BodyName(
            "intelligence agency",
            (
                "intelligence", "intelligence agency", "intelligence agencies", "intelligence service",
                "intelligence services", "intelligence community", "spy agency", "spy agencies", "secret services",
                "security services",
            ),
            short="intelligence",
        ),
        "media:{}-state": _plain(
            "state media", "state television", "state tv", "state news agency", "state broadcaster", "state-run media"
        ),
    },
    groups=frozenset(
        "officials authorities leaders ministers diplomats lawmakers commanders prosecutors investigators "
        "negotiators".split()
    ),
    group_modifiers=frozenset(
        "and military political government security senior top defence defense intelligence health local state federal "
        "diplomatic law enforcement election trade regional presidential border energy police army naval air "
        "force".split()
    ),
    municipal=frozenset({"police", "emergency service", "emergency services"}),
    leading=frozenset("some senior top unnamed".split()),
    belonging=frozenset("of at from with".split()),
    joining=frozenset("of for on and".split()),
    company_endings=_COMPANY_ENDINGS,
    outlet_endings=frozenset("news radio television l.p".split()),
    topical=frozenset(
        "institute institutes council committee subcommittee commission center centre panel program programme "
        "coalition project conference".split()
    ),
    topics=frozenset({"on"}),
    teams=frozenset("team club side franchise squad".split()),
    parties=frozenset({"party"}),
    chambers=frozenset("senate house assembly legislature congress parliament".split()),
    missions=frozenset({"embassy", "consulate"}),
    everywhere=frozenset("coast guard|national guard|joint chiefs of staff|chiefs of staff|armed forces".split("|")),
    units=frozenset("office program programme department school faculty division unit".split()),
    public_nouns=frozenset(
        "ministry department police court parliament congress senate union party federation agency authority council "
        "commission committee office army navy force forces government administration university school church county "
        "state city province republic kingdom islands league cup river street road park".split()
    ),
    families=_FAMILIES,
    holdings=frozenset("share shares stake stakes shareholders investors investment".split()),
    unlike=frozenset(
        "other another second third rival competing parent sister combined merged enlarged new same next first single "
        "whole average typical local neighbouring neighboring".split()
    ),
)  # fmt: skip
