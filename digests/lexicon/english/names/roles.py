"""What a person may be said to be: titles before a name, occupations after it, kin, and whose roles speak for whom."""

from __future__ import annotations

from typing import Final

from digests.models import Pronoun

#: Words before a name that make it a person's, with the pronoun where they tell it; points are left out.
TITLES: Final[dict[str, Pronoun | None]] = {
    **dict.fromkeys(
        "mr sir lord king prince father pope brother congressman sheikh sheik ayatollah emir datuk dato alhaji mallam "
        "malam otunba oba shri maulana mullah encik".split(),
        "he",
    ),
    **dict.fromkeys(
        "mrs ms miss mme mlle lady dame queen princess sister congresswoman baroness datin alhaja hajia smt "
        "puan".split(),
        "she",
    ),
    **dict.fromkeys(
        "spokesman chairman businessman policeman fireman serviceman salesman cameraman committeeman".split(), "he"
    ),
    **dict.fromkeys(
        "spokeswoman chairwoman businesswoman policewoman actress servicewoman committeewoman".split(), "she"
    ),
    **dict.fromkeys(
        "dr prof rev hon gen lt col maj capt sgt cpl pvt adm brig cmdr sen rep gov pres amb justice judge rabbi "
        "const insp supt det det-sgt det-insp "
        "imam archbishop bishop cardinal patriarch president chancellor premier minister secretary ambassador "
        "senator representative governor mayor speaker general colonel major captain lieutenant sergeant commander "
        "admiral marshal chief director chair chairperson spokesperson analyst expert professor economist "
        "strategist researcher historian scientist lawyer attorney prosecutor journalist reporter correspondent "
        "editor author activist adviser advisor aide envoy negotiator diplomat lawmaker legislator deputy mp mep "
        "ceo cfo vp president-elect candidate nominee leader manager coach doctor engineer farmer resident soldier "
        "officer detective sheriff constable inspector commissioner councillor councilman councilwoman coordinator "
        "founder co-founder pollster consultant operative fellow blogger commentator columnist host anchor actor "
        "singer director-general secretary-general vice-president treasurer pastor priest superintendent auditor "
        "coroner vice-admiral rear-admiral major-general maj-gen lieutenant-general lieutenant-colonel dsu dci fr "
        "madame advocate cllr councilor counsel undersecretary taoiseach tanaiste consul td msp mla assemblyman "
        "alderman alderwoman alderperson councilmember council-member selectman selectwoman mpp mha patrolman "
        "assemblywoman harbourmaster harbormaster administrator clerk comptroller warden trooper ombudsman "
        "executive brigadier commodore commandant mec mmc mna mlc cm pm sub-inspector seri haji engr atty honourable "
        "honorable comrade asp dsp csp acp dcp ssp sp ag igp dpp goc lt-gen col-gen brig-gen brigadier-general "
        "major-gen avm md coo cto cio cmd evangelist apostle barrister".split()
    ),
}

#: What else a person may be said to be, right after the name.
OCCUPATIONS: Final = frozenset(
    "teacher nurse student baker retiree pensioner mother father grandmother grandfather housewife driver "
    "shopkeeper miner pilot veteran survivor volunteer worker employee neighbour neighbor owner member head boss "
    "wife husband son daughter brother sister trader banker builder carpenter fisherman hairdresser musician "
    "painter poet writer athlete surgeon paramedic medic firefighter electrician plumber mechanic waiter waitress "
    "chef librarian accountant programmer developer executive official teenager widow widower refugee architect "
    "cleric politician whip juror shepherd organiser organizer campaigner psychologist psychiatrist physicist "
    "chemist biologist geologist meteorologist epidemiologist virologist seismologist climatologist criminologist "
    "sociologist physician veterinarian pharmacist dentist therapist broker investor entrepreneur industrialist "
    "photographer filmmaker producer playwright novelist curator librarian trustee regulator ombudsman magistrate "
    "barrister solicitor notary captain lifeguard ranger forester rancher grower butcher brewer restaurateur "
    "hotelier broadcaster presenter statistician demographer geographer anthropologist archaeologist philosopher "
    "theologian hydrologist oceanographer ecologist vicar chaplain nun monk missionary principal headteacher "
    "headmaster dean provost governor trainer referee striker goalkeeper midfielder quarterback swimmer sprinter "
    "cyclist skier golfer footballer boxer wrestler jockey president-elect vice-chancellor agent vendor physio "
    "physiotherapist forecaster apprentice skipper publicist stylist realtor midwife surveyor landlord landlady "
    "tutor lecturer dancer comedian rapper drummer guitarist violinist pianist conductor composer sculptor "
    "illustrator cartoonist winger defender batsman bowler pitcher wicketkeeper all-rounder umpire bartender "
    "gardener groundsman caretaker cleaner carer paralegal auctioneer undertaker beekeeper sailor welder bricklayer "
    "roofer machinist seamstress tailor jeweller optician radiologist cardiologist oncologist neurologist "
    "neuroscientist immunologist paediatrician pediatrician pathologist botanist zoologist entomologist "
    "ornithologist palaeontologist paleontologist volcanologist glaciologist astronomer astronaut astrophysicist "
    "mathematician linguist geneticist microbiologist nutritionist screenwriter bookseller stallholder farmhand "
    "trucker postman dockworker steelworker schoolteacher trainee cadet paratrooper whistleblower protester "
    "motorist commuter hiker climber mountaineer diver rower runner millionaire billionaire tycoon lobbyist pundit "
    "shearer planner skater gymnast bride groom bridegroom designer moderator stablemaster pupil attendant "
    "petitioner passenger policymaker plaintiff tenant supervisor specialist counsel coauthor co-author advocate "
    "sophomore freshman undergraduate parishioner co-ordinator mogul archivist intern nanny barista barber "
    "vaccinologist classmate roommate teammate vet translator interpreter farrier tiler glazier locksmith goldsmith "
    "potter weaver innkeeper miller fishmonger greengrocer grocer cobbler shoemaker falconer gamekeeper steward "
    "stewardess courier janitor cashier receptionist concierge croupier choreographer conservator actuary bookkeeper "
    "stenographer anaesthetist anesthesiologist radiographer obstetrician gynaecologist urologist dermatologist "
    "cryptographer bosun helmsman navigator gravedigger taxidermist pharmacologist toxicologist metallurgist "
    "agronomist horticulturalist winemaker cheesemaker bailiff stockbroker cook freeholder constituent recorder "
    "registrar assessor investigator custodian dispatcher videographer podcaster influencer vlogger cinematographer "
    "dealer homeowner landowner co-owner cricketer shuttler paddler racer surfer snowboarder biathlete triathlete "
    "model runner-up "
    "neurosurgeon biochemist dietitian gynecologist litigator caterer jeweler theorist mariner sniper essayist "
    "singer-songwriter technologist frontman statesman futurist "
    "songwriter bassist soprano cellist saxophonist vocalist blacksmith foreman chauffeur arborist florist landscaper "
    "deckhand cosmonaut technician financier inmate defendant complainant eyewitness bystander homeowner deacon rector "
    "cantor preacher evangelist counselor counsellor instructor alumnus reservist elector canvasser dissident "
    "immigrant magician puppeteer appraiser cartographer hacker philanthropist heiress socialite magnate breeder "
    "mediator arbitrator caregiver babysitter outfielder linebacker shortstop linesman superdelegate "
    "qb medallist medalist challenger contender co-writer co-star front-runner frontrunner".split()
)

#: What somebody may be called whatever else they do, or besides being what they are called elsewhere.
_BESIDES: Final = frozenset(
    "student retiree pensioner mother father grandmother grandfather veteran survivor volunteer worker employee "
    "neighbour neighbor owner member head boss wife husband son daughter brother sister athlete executive official "
    "teenager widow widower refugee politician whip juror shepherd organiser organizer campaigner investor "
    "entrepreneur industrialist producer trustee captain principal provost president-elect writer musician "
    "footballer president-elect vice-chancellor agent trainee millionaire billionaire tycoon lobbyist pundit "
    "motorist commuter hiker climber passenger plaintiff petitioner tenant supervisor specialist advocate sophomore "
    "freshman undergraduate parishioner mogul classmate roommate teammate pupil bride groom bridegroom designer "
    "developer broadcaster presenter whistleblower protester policymaker coauthor co-author co-ordinator attendant "
    "landlord landlady moderator governor planner intern trainer freeholder constituent recorder registrar assessor "
    "investigator podcaster influencer vlogger foreman inmate defendant complainant eyewitness bystander homeowner "
    "alumnus reservist elector canvasser dissident immigrant hacker philanthropist heiress socialite magnate breeder "
    "mediator arbitrator caregiver babysitter superdelegate instructor counselor counsellor custodian".split()
)
TRADES: Final = (OCCUPATIONS - _BESIDES) | frozenset(
    "lawyer attorney prosecutor judge coach doctor engineer farmer soldier detective actor singer pastor priest imam "
    "rabbi bishop coroner auditor clerk officer justice constable sheriff trooper inspector".split()
)
ALIKE_TRADES: Final = frozenset(
    frozenset(words.split())
    for words in (
        "doctor physician surgeon psychiatrist pediatrician paediatrician cardiologist oncologist neurologist dentist",
        "doctor radiologist pathologist epidemiologist virologist immunologist medic optician vaccinologist",
        "lawyer attorney solicitor barrister counsel paralegal notary",
        "actor singer comedian rapper dancer filmmaker screenwriter playwright",
        "novelist poet playwright screenwriter philosopher painter illustrator cartoonist",
        "singer composer pianist guitarist drummer rapper violinist",
        "pastor priest vicar chaplain cleric clergyman bishop monk missionary theologian preacher evangelist",
        "imam cleric preacher",
        "fisherman skipper sailor",
        "driver trucker",
        "striker winger midfielder defender",
        "chef restaurateur",
        "farmer rancher grower beekeeper",
        "headteacher headmaster teacher schoolteacher tutor lecturer",
        "builder bricklayer carpenter roofer",
        "trader broker banker",
        "firefighter paramedic medic",
        "judge justice magistrate",
        "officer detective inspector constable sheriff trooper soldier",
        "officer engineer lawyer attorney banker",
        "doctor engineer",
        "lawyer attorney judge justice prosecutor",
        "sculptor painter illustrator",
        "physicist astronomer astrophysicist astronaut mathematician",
        "biologist zoologist botanist ecologist entomologist ornithologist microbiologist geneticist",
        "palaeontologist paleontologist geologist archaeologist anthropologist volcanologist seismologist glaciologist",
        "psychologist psychiatrist therapist neuroscientist",
        "cyclist runner rower skier swimmer sprinter golfer boxer wrestler gymnast skater diver mountaineer",
    )
)

_LAWMAKERS: Final = (
    "senator representative congressman congresswoman mp mep msp mla mpp mna mlc mha assemblyman assemblywoman"
)
_COUNCILLORS: Final = ("councillor", "councilor", "councilmember")
_CLERGY: Final = "bishop archbishop cardinal pastor priest rev fr imam vicar chaplain ayatollah"

#: What an office is called too: nouns, each with the titles of whoever a text may mean by it.
ALSO_CALLED: Final = {
    "lawmaker": tuple(f"{_LAWMAKERS} legislator".split()),
    "legislator": tuple(f"{_LAWMAKERS} lawmaker".split()),
    "parliamentarian": tuple("mp mep msp mla mna".split()),
    "congressman": ("representative",),
    "congresswoman": ("representative",),
    **dict.fromkeys("spokesman spokeswoman".split(), ("spokesperson",)),
    "spokesperson": ("spokesman", "spokeswoman"),
    **dict.fromkeys("chairman chairwoman".split(), ("chair", "chairperson")),
    "chair": ("chairman", "chairwoman", "chairperson"),
    "chairperson": ("chairman", "chairwoman", "chair"),
    **dict.fromkeys(_COUNCILLORS, ("cllr", "councilman", "councilwoman", "alderman", *_COUNCILLORS)),
    **dict.fromkeys("councilman councilwoman alderman".split(), ("cllr", *_COUNCILLORS)),
    "prime minister": ("pm",),
    "pm": ("prime minister",),
    "ag": ("attorney general",),
    "igp": ("inspector general of police",),
    "dpp": ("director of public prosecutions",),
    "goc": ("general officer commanding",),
    "chief": ("chairman", "chairwoman", "chair", "ceo", "director", "president", "commissioner"),
    "boss": ("chief", "chairman", "chairwoman", "chief executive", "ceo", "director", "president"),
    "premier": ("prime minister", "pm"),
    "ceo": ("chief executive",),
    "chief executive": ("ceo",),
    "lawyer": tuple("attorney barrister solicitor counsel advocate".split()),
    "attorney": ("lawyer",),
    "judge": ("justice", "magistrate"),
    "justice": ("judge",),
    "envoy": ("ambassador", "high commissioner"),
    "diplomat": ("ambassador", "envoy", "high commissioner", "foreign minister", "foreign secretary"),
    "doctor": ("physician", "surgeon"),
    **dict.fromkeys("cleric clergyman".split(), tuple(_CLERGY.split())),
    "preacher": ("pastor", "rev", "evangelist"),
}

#: Words that make a title another one than the noun for it: an “attorney general” is no lawyer to a text.
UNLIKE: Final = dict.fromkeys(
    ("lawyer", "attorney"), frozenset("general district county state commonwealth prosecuting us".split())
)

#: What one person may be to another, with the pronoun where it tells it.
KIN: Final[dict[str, Pronoun | None]] = {
    **dict.fromkeys(
        "husband son father brother uncle nephew grandfather grandson stepfather boyfriend widower father-in-law "
        "son-in-law brother-in-law".split(),
        "he",
    ),
    **dict.fromkeys(
        "wife daughter mother sister aunt niece grandmother granddaughter stepmother girlfriend widow mother-in-law "
        "daughter-in-law sister-in-law".split(),
        "she",
    ),
    **dict.fromkeys(
        "spouse partner child parent cousin sibling twin fiance fiancé fiancée colleague friend counterpart successor "
        "predecessor teammate co-star roommate classmate".split(),
        None,
    ),
    **dict.fromkeys("mom mum mommy grandma ex-wife stepdaughter".split(), "she"),
    **dict.fromkeys("dad daddy grandpa ex-husband stepson".split(), "he"),
}

#: Heads of a role that make their holder an analyst, or an official; anybody else speaks for themselves.
ANALYST_ROLES: Final = frozenset(
    "analyst analysts expert experts professor economist economists strategist researcher researchers historian "
    "scientist scientists fellow scholar academic pollster lecturer criminologist meteorologist epidemiologist".split()
)
OFFICIAL_ROLES: Final = frozenset(
    "president chancellor premier minister secretary ambassador senator representative governor mayor speaker general "
    "colonel major captain lieutenant sergeant commander admiral marshal gen lt col maj capt sgt adm brig sen rep gov "
    "spokesman spokeswoman spokesperson prosecutor envoy negotiator diplomat lawmaker legislator deputy mp mep "
    "congressman congresswoman chief sheriff commissioner councillor judge justice king queen prince emir official "
    "police detective inspector officer chairman chairwoman director coroner commandant".split()
)
