"""The English words by which a place is told from a person, a body and an ordinary word."""

from __future__ import annotations

#: Words between the capitalised words of one name.
CONNECTORS = frozenset(
    "of the and de del della di da do dos das la le les las los el al du des au aux en sur upon on am an der "
    "den ben bin i y".split()
)

#: Shortened words of names, written with a point.
SHORTENED = frozenset("st ste mt ft pt n s e w".split())

CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu "
    "fri sat sun".split()
)

#: Capitalised words that stand alone without naming a place, though places bear them as names.
NO_PLACES = frozenset(
    "north south east west northern southern eastern western central centre center upper lower downtown midtown "
    "uptown far olympic olympics paralympic christmas easter ramadan xinhua reuters pentagon capitol parliament "
    "senate congress house court police university college commonwealth union international national federal "
    "internet nazi republican democrat muslim christian catholic jewish islam god lord gospel bible koran quran "
    "google amazon facebook twitter apple microsoft oracle intel nasdaq marine navy army".split()
)

#: After one of these a name is where something is.
LOCATIVE = frozenset(
    "in near at from to into toward towards outside inside across around through via within throughout beyond "
    "above over between reach reached left entered captured seized liberated visited visiting leaving entering".split()
)

#: Those that are hardly ever said of a person.
INSIDE = LOCATIVE - frozenset(
    "at to from through via over above beyond between reach reached left visited visiting".split()
)

#: What a place can be, said before its name (“the city of”, “the village”).
SETTLEMENTS = frozenset(
    "city town village port capital settlement suburb hamlet municipality resort island hub stronghold".split()
)

#: Said after a name, one of these means the land around rather than the city.
LANDS = frozenset(
    "region oblast area direction front province governorate prefecture state district county department raion "
    "rayon krai sector axis border territory".split()
)

#: Said after a name, these show that it names a place.
PLACE_NOUNS = (
    LANDS
    | SETTLEMENTS
    | frozenset("airport province's suburbs outskirts countryside coast valley mountains peninsula".split())
)

#: Said with “of” before a name, these show that it names a place.
PARTS = frozenset(
    "north south east west northeast northwest southeast southwest outskirts suburbs suburb streets street part "
    "parts mayor governor residents people inhabitants centre center edge coast fall capture liberation siege "
    "bombing shelling loss defence defense battle outside because".split()
)

#: Said before a name, a person follows.
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame president vice-president premier chancellor minister "
    "secretary senator sen sens rep reps representative congressman congresswoman governor gov mayor ambassador "
    "king queen prince princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah sultan emir general "
    "gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral adm commander officer judge "
    "justice attorney detective sheriff chief director analyst spokesman spokeswoman spokesperson correspondent "
    "reporter journalist author actor actress singer coach striker midfielder chairman chairwoman chair leader "
    "lawyer expert researcher economist historian photographer father sister brother son daughter wife husband".split()
)

#: Verbs whose subject speaks.
SAYING = frozenset(
    "said says say told tells added adds announced announces reported reports claimed claims stated states "
    "noted notes warned warns insisted insists argued argues denied denies confirmed confirms acknowledged "
    "acknowledges declared declares explained explains wrote writes tweeted replied remarked suggested suggests "
    "believes believed thinks thought recalled recalls asked asks emphasized emphasised stressed stresses "
    "mentioned described describes estimates estimated assessed assesses".split()
)

#: Verbs whose subject decides or acts, as states do.
ACTING = SAYING | frozenset(
    "accused accuses agreed agrees aims aimed annexed approved attacked backed backs banned began blamed blames "
    "blocked called calls condemned condemns considers continues cut decided decides demanded demands deployed "
    "deploys expelled failed fears fired gained gave gives has have hopes hoped imposed imposes initiated "
    "intends invaded launched launches lost maintains managed needs offered offers opposed ordered plans "
    "planned pledged proposed pulled pushed refused refuses rejected rejects responded responds sees seeks "
    "seized sent sends signed sought started struck suffered supported supports threatened tried tries urged "
    "urges used uses views vowed vows wanted wants withdrew faces faced acted acts hit hopes must should could "
    "would will may might can cannot does did is was".split()
)

#: What follows the name of a place within the name of a body, a paper, a treaty or an event.
BODIES = frozenset(
    "times post journal herald tribune gazette telegraph chronicle guardian observer mirror news press "
    "university college institute bank agreement accord accords treaty declaration convention protocol "
    "conference summit olympics exchange airlines airways united rovers wanderers rangers dodgers yankees "
    "giants fc club cup marathon magazine review daily today radio television tv institution institutes "
    "foundation amendment act resolution brothers shoal poll polls square hotel company corporation corp inc "
    "ltd llc group holdings soup farms".split()
)

#: Postal and newspaper abbreviations of states, read only after a comma.
STATES = {
    "ala": "alabama", "al": "alabama", "ak": "alaska", "ariz": "arizona", "az": "arizona", "ark": "arkansas",
    "ar": "arkansas", "calif": "california", "ca": "california", "colo": "colorado", "co": "colorado",
    "conn": "connecticut", "ct": "connecticut", "del": "delaware", "de": "delaware", "fla": "florida", "fl": "florida",
    "ga": "georgia", "hi": "hawaii", "id": "idaho", "ill": "illinois", "il": "illinois", "ind": "indiana",
    "in": "indiana", "ia": "iowa", "kan": "kansas", "ks": "kansas", "ky": "kentucky", "la": "louisiana", "me": "maine",
    "md": "maryland", "mass": "massachusetts", "ma": "massachusetts", "mich": "michigan", "mi": "michigan",
    "minn": "minnesota", "mn": "minnesota", "miss": "mississippi", "ms": "mississippi", "mo": "missouri",
    "mont": "montana", "mt": "montana", "neb": "nebraska", "ne": "nebraska", "nev": "nevada", "nv": "nevada",
    "nh": "new hampshire", "n h": "new hampshire", "nj": "new jersey", "n j": "new jersey", "nm": "new mexico",
    "n m": "new mexico", "ny": "new york", "n y": "new york", "nc": "north carolina", "n c": "north carolina",
    "nd": "north dakota", "n d": "north dakota", "oh": "ohio", "okla": "oklahoma", "ok": "oklahoma", "ore": "oregon",
    "or": "oregon", "pa": "pennsylvania", "ri": "rhode island", "r i": "rhode island", "sc": "south carolina",
    "s c": "south carolina", "sd": "south dakota", "s d": "south dakota", "tenn": "tennessee", "tn": "tennessee",
    "tex": "texas", "tx": "texas", "ut": "utah", "vt": "vermont", "va": "virginia", "wash": "washington",
    "wa": "washington", "w va": "west virginia", "wv": "west virginia", "wis": "wisconsin", "wi": "wisconsin",
    "wyo": "wyoming", "wy": "wyoming", "d c": "district of columbia", "dc": "district of columbia",
    "ont": "ontario", "que": "quebec", "b c": "british columbia", "bc": "british columbia", "alta": "alberta",
}  # fmt: skip
