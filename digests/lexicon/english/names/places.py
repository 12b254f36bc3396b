"""The English words by which a place is told from a person, a body and an ordinary word."""

from __future__ import annotations

from digests.lexicon.names import PlaceWords

PLACES = PlaceWords(
    connectors=frozenset("of the and do les las los des au aux en sur upon on am an i y".split()),
    shortened=frozenset("st ste mt ft pt n s e w".split()),
    saints=frozenset({"st", "saint"}),
    no_places=frozenset(
        "centre center upper lower midtown uptown far olympic olympics paralympic christmas easter ramadan xinhua "
        "reuters pentagon capitol parliament senate congress house court police university college commonwealth union "
        "international national federal internet nazi republican democrat muslim christian catholic jewish islam god "
        "lord gospel bible koran quran google amazon facebook twitter apple microsoft oracle intel nasdaq marine navy "
        "army".split()
    ),
    sure_locatives=frozenset(
        "in near into toward towards outside inside across around within throughout entered captured seized liberated "
        "leaving entering".split()
    ),
    doubtful_locatives=frozenset(
        "at to from through via over above beyond reach reached left visited visiting off".split()
    ),
    relating=frozenset({"between"}),
    holding=frozenset({"in"}),
    directions=frozenset(
        "north south east west northeast northwest southeast southwest northern southern eastern western northeastern "
        "northwestern southeastern southwestern central mainland downtown".split()
    ),
    storms=frozenset("hurricane storm typhoon cyclone".split()),
    settlements=frozenset(
        "city town village port capital settlement suburb hamlet municipality resort island hub stronghold".split()
    ),
    joint_names=frozenset(
        "jammu and kashmir|newfoundland and labrador|bosnia and herzegovina|trinidad and tobago|antigua and barbuda|"
        "tyne and wear|dumfries and galloway|argyll and bute|perth and kinross|brighton and hove|andaman and nicobar|"
        "dadra and nagar|turks and caicos|kitts and nevis|wallis and futuna|hammersmith and fulham|"
        "kensington and chelsea|barking and dagenham".split("|")
    ),
    lands=frozenset(
        "region oblast area direction front province governorate prefecture state district county department raion "
        "rayon krai sector axis border territory".split()
    ),
    bodies_too=frozenset("coast state department border front territory".split()),
    place_nouns=frozenset("airport province's suburbs outskirts countryside coast valley mountains peninsula".split()),
    town_nouns=frozenset("residents street streets time mayor metro centre center".split()),
    parts=frozenset(
        "outskirts suburbs suburb streets street part parts mayor governor residents people inhabitants centre center "
        "edge coast fall capture liberation siege bombing shelling loss defence defense battle outside because".split()
    ),
    acting=frozenset(
        "accused accuses agreed agrees aims aimed annexed approved attacked backed backs banned began blamed blames "
        "blocked called calls condemned condemns considers continues cut decided decides demanded demands deployed "
        "deploys expelled failed fears fired gained gave gives hopes hoped imposed imposes initiated intends invaded "
        "launched launches lost maintains managed needs offered offers opposed ordered plans planned pledged proposed "
        "pulled pushed refused refuses rejected rejects responded responds sees seeks seized sent sends signed sought "
        "started struck suffered supported supports threatened tried tries urged urges used uses views vowed vows does "
        "did is was wanted wants withdrew faces faced acted acts hit cannot made took knows held won kept let set "
        "regards also".split()
    ),
    body_endings=frozenset(
        "times post journal herald tribune gazette telegraph chronicle guardian observer mirror news press university "
        "college institute bank agreement accord accords treaty declaration convention protocol conference summit "
        "olympics exchange airlines airways united rovers wanderers rangers dodgers yankees giants fc club cup "
        "marathon magazine review daily today radio television tv institution institutes foundation amendment act "
        "resolution brothers shoal poll polls square hotel company corporation corp inc ltd llc group holdings soup "
        "farms".split()
    ),
    states={
        "ala": "alabama", "al": "alabama", "ak": "alaska", "ariz": "arizona", "az": "arizona", "ark": "arkansas",
        "ar": "arkansas", "calif": "california", "ca": "california", "colo": "colorado", "co": "colorado",
        "conn": "connecticut", "ct": "connecticut", "del": "delaware", "de": "delaware", "fla": "florida",
        "fl": "florida", "ga": "georgia", "hi": "hawaii", "id": "idaho", "ill": "illinois", "il": "illinois",
        "ind": "indiana", "in": "indiana", "ia": "iowa", "kan": "kansas", "ks": "kansas", "ky": "kentucky",
        "la": "louisiana", "me": "maine", "md": "maryland", "mass": "massachusetts", "ma": "massachusetts",
        "mich": "michigan", "mi": "michigan", "minn": "minnesota", "mn": "minnesota", "miss": "mississippi",
        "ms": "mississippi", "mo": "missouri", "mont": "montana", "mt": "montana", "neb": "nebraska",
        "ne": "nebraska", "nev": "nevada", "nv": "nevada", "nh": "new hampshire", "n h": "new hampshire",
        "nj": "new jersey", "n j": "new jersey", "nm": "new mexico", "n m": "new mexico", "ny": "new york",
        "n y": "new york", "nc": "north carolina", "n c": "north carolina", "nd": "north dakota",
        "n d": "north dakota", "oh": "ohio", "okla": "oklahoma", "ok": "oklahoma", "ore": "oregon", "or": "oregon",
        "pa": "pennsylvania", "ri": "rhode island", "r i": "rhode island", "sc": "south carolina",
        "s c": "south carolina", "sd": "south dakota", "s d": "south dakota", "tenn": "tennessee", "tn": "tennessee",
        "tex": "texas", "tx": "texas", "ut": "utah", "vt": "vermont", "va": "virginia", "wash": "washington",
        "wa": "washington", "w va": "west virginia", "wv": "west virginia", "wis": "wisconsin", "wi": "wisconsin",
        "wyo": "wyoming", "wy": "wyoming", "d c": "district of columbia", "dc": "district of columbia",
        "ont": "ontario", "que": "quebec", "b c": "british columbia", "bc": "british columbia", "alta": "alberta",
    },
)  # fmt: skip
