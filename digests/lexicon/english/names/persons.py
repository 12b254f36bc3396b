"""English words that tell persons from places and bodies."""

from __future__ import annotations

from typing import Final

from digests.lexicon.english.calendar import CALENDAR
from digests.lexicon.english.names.given_names import GIVEN_NAMES
from digests.lexicon.english.names.roles import (
    ALIKE_TRADES,
    ALSO_CALLED,
    ANALYST_ROLES,
    KIN,
    OCCUPATIONS,
    OFFICIAL_ROLES,
    TITLES,
    TRADES,
    UNLIKE,
)
from digests.lexicon.names import Persons

#: Capitalised words that begin a sentence or a heading and are no part of a name, nor are days and months.
NOT_NAMES: Final = frozenset(
    "a about according after again ahead all also although among an and another any are as asked at because before "
    "but by can could despite did do does during earlier each even every few for former from given had has have he "
    "her here his how however i if in indeed instead is it its just last late later like many may meanwhile more "
    "most mr mrs much my never next no nor not now of on once one only or other our over perhaps please rather read "
    "recently she should since so some soon still such that the their them then there these they this those though "
    "through thus to today together tomorrow tonight under unlike until up was we were what when where whether "
    "which while who whose why will with without would yes yesterday yet you your both former ex late acting first "
    "second third against amid toward towards two three four five six seven eight nine ten let dear meet enter "
    "welcome thanks hello hey sorry says said ask tell watch photo image video gop bst gmt utc est edt cdt mst mdt "
    "pst pdt cet cest commanding".split()
).union(CALENDAR.weekdays, CALENDAR.months)

#: Words that begin or end the names of places and bodies, and so are no part of a person's name.
PLACE_OR_BODY: Final = frozenset(
    "north south east west northern southern eastern western central upper lower new old great greater saint san "
    "santa los las el la hong sri saudi costa united burkina sierra papua cape ivory buenos rio tel abu kuala addis "
    "phnom port fort mount mt lake st baton grand palm long nizhny veliky novy stary bila kryvyi velyka white red "
    "black blue green big river sea ocean bay gulf strait island islands valley hill hills mountain mountains beach "
    "city town village county state states district oblast raion region republic province federation kingdom "
    "territory street avenue road square park bridge airport station port harbor harbour base camp centre center "
    "house palace tower hall hotel garden stadium court university college school institute academy hospital church "
    "museum library foundation fund bank corporation corp company inc ltd llc group holdings industries party union "
    "league association society council committee commission ministry department agency service services bureau "
    "office administration authority board parliament congress senate assembly army navy force forces guard guards "
    "corps brigade battalion regiment division fleet command police staff directorate secretariat security nations "
    "times post news journal herald tribune gazette telegraph guardian chronicle dispatch inquirer enquirer examiner "
    "observer sentinel advertiser mirror mail press magazine radio television tv network "
    "media channel review today daily weekly online report reports act law bill treaty agreement accord war wars "
    "day week year cup games olympics championship series award prize project program programme plan initiative "
    "movement alliance coalition front campaign conference summit forum festival street republicans democrats "
    "republican democrat democratic liberal conservative labour communist socialist christian muslim jewish islamic "
    "catholic orthodox american british russian ukrainian european african asian arab israeli chinese iranian "
    "french german internet facebook twitter google youtube instagram telegram amazon microsoft apple cathedral "
    "building coast alert charter football limits hydro dhabi falls springs heights creek ridge grove junction "
    "crossing plains rapids haven electric motors dynamics atomics affairs team zoo stop dem dems tory tories metals "
    "minerals foods airlines airways pharma pharmaceuticals textiles plastics chemicals shipping logistics software "
    "semiconductors studios supermarkets railways utilities telecom biotech robotics petroleum breweries "
    "brewery chiefs".split()
)

PERSONS: Final = Persons(
    given_names=GIVEN_NAMES,
    titles=TITLES,
    short_titles={
        "gov": "governor",
        "sen": "senator",
        "rep": "representative",
        "gen": "general",
        "lt": "lieutenant",
        "col": "colonel",
        "maj": "major",
        "capt": "captain",
        "sgt": "sergeant",
        "adm": "admiral",
        "prof": "professor",
        "pres": "president",
        "rev": "reverend",
    },
    married=frozenset({"mrs"}),
    courtesy=frozenset(
        "mr mrs ms miss mme mlle madame dr datuk dato datin seri alhaji alhaja hajia haji mallam malam otunba engr smt "
        "shri encik puan comrade".split()
    ),
    style_degrees=frozenset("most right very".split()),
    no_initials=frozenset(
        "us un eu uk tv fc ac cd pm mp vp ai it la ny dc bp bt gm ge hp ba cp sp ap pr hr hq id ex no st mt ft".split()
    ),
    also_called=ALSO_CALLED,
    unlike=UNLIKE,
    initial_titles={
        "pm": frozenset({"prime", "minister"}),
        "cm": frozenset({"chief", "minister"}),
        "ag": frozenset({"attorney", "general"}),
        "dg": frozenset({"director", "general"}),
        "sg": frozenset({"secretary", "general"}),
        "cj": frozenset({"chief", "justice"}),
        "igp": frozenset({"inspector", "general", "police"}),
        "dpp": frozenset({"director", "public", "prosecutions"}),
        "goc": frozenset({"general", "officer", "commanding"}),
    },
    joined_titles=frozenset({("tan", "sri"), ("dato", "sri"), ("datuk", "sri")}),
    sole_titles=frozenset("president king queen emir sultan pope".split()),
    knightly=frozenset({"sir", "dame"}),
    peerage=frozenset("lord lady baroness king queen prince princess pope".split()),
    telling_titles=frozenset(
        "sir dame lord lady prof professor mayor judge councillor cllr councilor councilman councilwoman "
        "superintendent inspector sheriff col maj capt sgt lt".split()
    ),
    occupations=OCCUPATIONS,
    bodies_too=frozenset("owner builder banker trader developer worker parent partner successor leader".split()),
    borrowed=frozenset((*CALENDAR.weekdays, *CALENDAR.months, "will")),
    left_office=frozenset("former ex late then ousted deposed onetime sometime erstwhile retired".split()),
    stand_ins=frozenset("acting interim caretaker".split()),
    of_office=frozenset("of for from".split()),
    role_openings=frozenset("former deputy chief".split()),
    several_endings={"ies": "y", "men": "man", "s": ""},
    gendered_endings={
        "woman": "she",
        "girl": "she",
        "lady": "she",
        "actress": "she",
        "man": "he",
        "boy": "he",
        "guy": "he",
    },
    adverb_endings=frozenset({"ly"}),
    people_endings=frozenset("s ed ing ese ish ly ean can".split()),
    interviewers=frozenset(
        "host anchor moderator presenter journalist reporter correspondent editor columnist broadcaster "
        "interviewer".split()
    ),
    trades=TRADES,
    alike_trades=ALIKE_TRADES,
    kin=KIN,
    analyst_roles=ANALYST_ROLES,
    official_roles=OFFICIAL_ROLES,
    surnames=frozenset(
        "white black green blue hill hall church lake long west north day grand great old post press english young "
        "saint law camp costa state banks springs heights ridge grove haven".split()
    ),
    title_openings=frozenset({"first"}),
    rare_surnames=frozenset(
        "park castle court house palm port garden bridge square tower fort town street bay guard herald "
        "games staff".split()
    ),
    not_names=NOT_NAMES,
    commands=frozenset("ask tell let meet enter watch read".split()),
    closing_names=frozenset({"watch", "without"}),
    place_or_body=PLACE_OR_BODY,
    town_openings=frozenset("san santa port fort mount mt lake los las el".split()),
    particles=frozenset(
        "te ten ap ab á zu af av de del della la le van von der den ter da das dos di du bin ibn ben al el".split()
    ),
    joined_particles=frozenset("al el ad ar as ash bin".split()),
    inner_capitals=frozenset({"Ma", "Mac", "Mc"}),
    suffixes=frozenset(
        "jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi qc kc san obe cbe mbe phd esq mp mep msp".split()
    ),
    before_verbs=frozenset("also later then".split()),
    trusting=frozenset("confidence faith trust belief believe believes believed interest disappointed".split()),
    before_places=frozenset({"in", "near"}),
)
