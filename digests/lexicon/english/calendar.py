"""English names of days, months and seasons."""

from __future__ import annotations

from digests.lexicon.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    weekday_shorts={
        "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    },
    month_shorts={
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    feasts={
        "new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24),
        "boxing day": (12, 26), "halloween": (10, 31), "valentine's day": (2, 14), "bastille day": (7, 14),
        "armistice day": (11, 11),
    },
    feast_endings=("day", "eve"),
    seasons={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    through_seasons=frozenset("since over during throughout".split()),
    times_of_day=frozenset("morning afternoon evening night".split()),
    nights=frozenset({"night"}),
    days={"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
    overnight=frozenset({"overnight"}),
    units={
        "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
        "decade": "decade", "fortnight": "fortnight",
    },
    plural_units={
        "hours": "hour", "days": "day", "weeks": "week", "months": "month", "years": "year", "decades": "decade",
    },
    steps={"last": -1, "this": 0, "next": 1},
    more_steps={"past": -1, "coming": 1},
    past=frozenset("past last previous preceding".split()),
    ago=frozenset({"ago"}),
    halves_of_unit={"earlier": -1, "later": 1},
    beside_days={"before": -1, "after": 1},
    part_adjectives={"early": "early", "mid": "mid", "late": "late"},
    part_nouns={"start": "start", "beginning": "start", "middle": "mid", "end": "end"},
    kinds_of_year=frozenset({"fiscal", "calendar"}),
    ranges=frozenset({"to", "through"}),
    before_pairs=frozenset({"between"}),
    before_ranges=frozenset({"from"}),
    weekday_names=frozenset(
        "black good super ash palm easter bloody holy cyber giving whit maundy shrove every each one first second "
        "third fourth fifth".split()
    ),
    weekday_titles=frozenset(
        "night times telegraph express mirror mail post herald independent football live today".split()
    ),
    no_weekdays=frozenset({("on", "a"), ("fox", "news"), ("breitbart", "news")}),
    in_months=frozenset({"in", "of"}),
    in_seasons=frozenset({"in", "the"}),
    joining=frozenset({"and", "to"}),
    arranged=frozenset("is are was were forecast predicted projected bound tipped".split()),
    names_too=frozenset("may march april june august".split()),
    before_names=frozenset("in since until last next this early late mid during through of between".split()),
    before_months=frozenset("by from to before after and".split()),
    before_years=frozenset(
        "in since by until till of from during through before after early late mid the this last next his her its "
        "their our campaign election back between year s fall summer spring winter fiscal circa and to as".split()
    ),
    before_likely_years=frozenset("throughout around my pre post a an".split()),
    not_years=frozenset(
        "people troops soldiers personnel men women children civilians fighters km kilometers kilometres miles meters "
        "metres percent dollars euros tons tonnes drones tanks votes jobs hours hrs".split()
    ),
    bounding=frozenset("since until till by from between before after through".split()),
    ahead=frozenset(
        "will would shall ll plan plans planned planning scheduled expected due upcoming coming intends intend slated "
        "set may might could can should must going hope hopes hoped call called calls aims aim want wants sure expects "
        "expect hoping preparing ahead".split()
    ),
    abilities=frozenset({"could"}),
    past_ahead=frozenset("would planned hoped intended wanted".split()),
    formerly=frozenset("previously once formerly originally initially repeatedly often always regularly frequently "
        "consistently".split()),
    going_on=frozenset({"further", "also", "furthermore"}),
    nowadays=frozenset({"now"}),
    continuing=frozenset("continued concluded went".split()),
    changed_since=frozenset("originally initially".split()),
    long_held=frozenset({"long"}),
    long_past=frozenset(
        "years ago|decades ago|long ago|as a student|as a boy|as a girl|as a child|as a teenager|as a young man|"
        "as a young woman|in his youth|in her youth|in their youth".split("|")
    ),
    life_stages=frozenset(
        "as a student|as a boy|as a girl|as a child|as a teenager|as a young man|as a young woman|as a schoolboy|"
        "as a schoolgirl|as a cadet|as an apprentice|as an undergraduate|as a young lawyer|as a young officer|"
        "as a young politician|in his youth|in her youth|in their youth|in his student days|in her student days|"
        "in his twenties|in her twenties|at school|at university|as a candidate".split("|")
    ),
    contests=frozenset("race campaign candidacy bid primary primaries".split()),
    past_openings=frozenset(
        "in the past|in years past|in past years|in earlier years|on past occasions|years ago|decades ago|long ago|"
        "in the old days|in happier times".split("|")
    ),
    then_in_office=frozenset({"then"}),
    for_a_time=frozenset("for years|for decades|for months|for weeks|for generations|for a long time|until".split("|")),
    at_first=frozenset("previously once formerly originally initially".split()),
    before_then=frozenset({"earlier", "before that", "at first"}),
    nouns_too=frozenset("plan plans call calls hope hopes aim aims set".split()),
    after_plans=frozenset("to for that of".split()),
    timetabled=frozenset(
        "begins opens reopens meets arrives departs closes resumes expires "
        "begin reopen meet arrive depart resume expire".split()
    ),
    ahead_beside=frozenset("by until till next coming upcoming".split()),
    past_words=frozenset("since last past back struck fought".split()),
    presents=frozenset("is are isn aren looks brings promises".split()),
    past_auxiliaries=frozenset("was were had did".split()),
    day_endings=("day",),
    past_endings=("ed",),
    present_perfect=frozenset("has have been ve".split()),
    elapsed=frozenset("been is s".split()),
    lasting=frozenset({"for"}),
    not_lasting=frozenset("first time next".split()),
    spanning=frozenset({"since", "for", "the past", "past", "next", "later", "tomorrow", "the next", "the coming"}),
    elsewhere=frozenset(
        "who which where when while after before following since until till during ahead for by between from as "
        "because if whether despite referring alluding recalling".split()
    ),
    clause_openings=frozenset("ahead who whom which where when while after before following since until".split()),
    back_then=frozenset({"at the time", "at that time", "back then", "in those days", "at the height of"})
    | {f"in the {unit} {order}" for unit in ("hours", "days", "weeks", "months") for order in ("after", "following")},
    told_of_then=frozenset("reported added noted explained recalled estimated confirmed stated claimed".split()),
    in_occasions=frozenset("in at during on".split()),
    throughout=frozenset({"during", "throughout"}),
    before_listeners=frozenset("to with before".split()),
    as_late=frozenset({"as recently as", "as late as", "as early as", "as far back as"}),
    at_a_time=frozenset({"when"}),
    other_occasions=frozenset("recent separate subsequent later earlier previous another different".split()),
    occasions=frozenset({"town hall", "press call", "trial", "lecture", "visit", "ceremony", "broadcast"}),
    sayings=frozenset(
        "statement report briefing address interview speech update assessment news press post message remarks comments "
        "announcement letter note summary minutes document telegram diary study survey poll examination audit analysis "
        "paper article memo email e-mail tweet debate "
        "hearing rally testimony conference interview meeting summit forum session appearance event episode estimate "
        "video tape recording podcast film ruling opinion filing deposition cable memoir essay column book "
        "editorial op-ed blog".split()
    ),
    spoken_about=frozenset(
        "asked questioned pressed responding reacting replying reflecting referring alluding commenting noting citing "
        "recalling regarding concerning despite given as because although though besides unlike amid alongside".split()
    )
    | {
        "in addition to", "apart from", "aside from", "along with", "as well as", "because of", "in response to",
        "at the time of",
    },
    askings=frozenset("asked questioned pressed interviewed speaking responding replying".split()),
    in_periods=frozenset("in during last past early late mid from back".split()),
    phrase_openings=frozenset("early late earlier later shortly soon just around starting beginning".split()),
    dated_things=frozenset(
        "election elections campaign campaigns race bid primary primaries convention cycle budget law laws bill treaty "
        "agreement accord deal season olympics games crisis war invasion coup revolution offensive plan pilot census "
        "attack attacks deadline year nominee candidate".split()
    ),
    naming_parts=frozenset({"including", "such as"}),
    campaigns=frozenset("campaign campaigns race primary primaries".split()),
    beside_events=frozenset("after before following since including despite like over".split())
    | {"ahead of", "because of", "in response to"},
    beside_bounds=frozenset({"at least", "at the earliest", "at the latest", "well"}),
    foretelling=frozenset("possible likely unlikely forecast".split()),
    putting_off=frozenset("postponed cancelled canceled rescheduled".split()),
    coming_verbs=frozenset({"will", "shall"}),
    posting=frozenset("tweeted tweet tweets twitter".split()),
    acquired=frozenset("obtained acquired seen viewed reviewed".split()),
    starting=frozenset({"since"}),
    accounts=frozenset(
        "report reports account accounts claim claims allegation allegations complaint complaints sighting sightings "
        "footage video videos picture pictures photos photographs images recording recordings evidence news rumours "
        "details memories suspicion".split()
    ),
    telling_of=frozenset("of by from about that".split()),
    sudden=frozenset(
        "explosion blast bang attack crash accident collision fire blaze shooting stabbing murder killing death "
        "earthquake quake tsunami incident outage blackout spill leak derailment disaster massacre bombing raid ambush "
        "riot flood defeat loss scandal mistake theft robbery".split()
    ),
    undergone=frozenset("shown shot hurt written stolen thrown torn worn drawn laid paid sold told heard".split()),
    came_about=frozenset("managed able had began started forced continued continuing used came helped got".split()),
    unsure=frozenset("likely probably perhaps possibly".split()),
    dating=frozenset("dated written sent published released issued signed recorded drafted filed".split()),
    on_dates=frozenset("on in".split()),
    before_days=frozenset({"on"}),
    arriving=frozenset({"comes", "come"}),
    arrived=frozenset({"came"}),
    published_later=frozenset({"minutes"}),
    recordings=frozenset("clip clips footage remark comment quote transcript soundbite".split()),
    delivered=frozenset(
        "made gave delivered did wrote sent posted recorded published filmed filed held issued".split()
    ),
    thereafter=frozenset("later subsequently afterward afterwards thereafter".split()),
    following=frozenset({"the following", "the next", "that", "the same", "that same"}),
    next_times=frozenset({"the following", "the next"}),
    aged=frozenset("old resurfaced unearthed archival archived long-ago decades-old years-old decade-old".split()),
    soon=frozenset("shortly soon right just immediately back even only".split()),
    short_units=frozenset("hour hours day days week weeks minute minutes night month months".split()),
    within_times=frozenset("in at by during throughout amid before after following until".split())
    | {
        "in the wake of", "in the aftermath of", "in the run-up to", "in the midst of", "in the middle of",
        "in the days after", "in the weeks after", "in the months after", "in the days before", "in the weeks before",
        "in the months before", "on the eve of", "at the height of", "at the start of", "at the end of", "ahead of",
        "in the early", "in the late", "in the mid",
    },
    time_clauses=frozenset({"when", "while", "as", "upon", "before", "after"}),
    born=frozenset("born built begun set chosen brought".split()),
    taking_office=frozenset(
        "took office|taking office|was sworn in|being sworn in|came to power|came into office|entered office|"
        "took power|first year in office|first days in office|first day in office|first months in office|first term|"
        "first year as|first day as".split("|")
    ),
    meetings=frozenset("met spoke talked wrote testified dined".split()),
    made_public=frozenset("announced signed issued released published unveiled adopted imposed ended ending".split()),
)  # fmt: skip
