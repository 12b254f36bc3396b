"""English words for what claims say happens; an entry with a star stands for all words that begin so."""

from __future__ import annotations

from digests.lexicon.claims import Events


def _words(happens: str, opposite: str = "") -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(happens.split()), frozenset(opposite.split())


EVENTS = Events(
    senses={
        "control": _words(
            "captur* seiz* occupy occupies occupied occupying occupation liberat* retake* retook recaptur* conquer* "
            "overran overrun annex* controls controlled control controlling"
        ),
        "attack": _words("attack* assault* raid* shell shells shelled shelling bomb bombs bombed bombing bombard*"),
        "blast": _words("blast blasts explosion explosions explode explodes exploded detonat*"),
        "vehicle": _words("vehicle vehicles car cars"),
        "house": _words("house houses home homes"),
        "pupil": _words("pupil pupils student students schoolchildren"),
        "combat": _words("combat fight fights fighting fought battle battles battled battling"),
        "advance": _words("advance advances advanced advancing", "retreat*"),
        "die": _words(
            "kill kills killed killing dead die died dies dying death deaths fatalit* perish* toll cull* slaughter*",
            "surviv* alive",
        ),
        "injure": _words("wound wounds wounded wounding injur* hurt", "unhurt uninjured unharmed"),
        "displace": _words("displac* homeless flee flees fled fleeing"),
        "missing": _words("missing unaccounted"),
        "withdraw": _words("withdr* pullout"),
        "talks": _words("negotiat* talks"),
        "truce": _words("ceasefire ceasefires truce truces armistice"),
        "damage": _words("damag* destroy* destruct* ruin ruined wreck* collaps*", "intact undamaged"),
        "rise": _words(
            "rise rises rising rose risen climb* jumped increase* increasing grow grows grew grown growing surged "
            "soar* raise raised raises raising higher",
            "fall falls falling fell fallen drop dropped drops decline* declining decrease* slump* shrink* shrank "
            "shrunk plunge* cut cuts lower lowered reduce*",
        ),
        "win": _words("win wins winning won victory elected re-elected", "lose loses losing lost defeat*"),
        "concede": _words("conced*"),
        "arrest": _words("arrest* detain* detention jailed imprison* custody", "free freed releas*"),
        "convict": _words("convict* guilty", "acquit* innocent"),
        "approve": _words("approv* adopt* ratif* endors* accept* agree agrees agreed", "reject* veto* oppos*"),
        "resign": _words("resign* quit quits"),
        "dismiss": _words("dismiss* sacked fired ousted", "reinstat*"),
        "open": _words("open opens opened opening reopen*", "close closes closed closing shut shuts shutting closure*"),
        "run": _words(
            "run runs running ran resum* continu*",
            "stop stopped stopping halt* suspend* idle ended ending cancel* ceas* scrapp*",
        ),
        "work": _words("working functioning functional operational", "broken faulty defective malfunction*"),
        "contain": _words("contain contained containing"),
        "fit": _words("fit healthy", "unfit ill"),
        "right": _words("correct right accurate justified", "incorrect wrong unjustified mistaken inaccurate"),
        "safe": _words("safe safely", "unsafe dangerous"),
        "legal": _words("legal lawful legally", "illegal* unlawful*"),
        "clean": _words("clean uncontaminated", "contaminat* pollut* dirty"),
        "possible": _words("possible", "impossible"),
        "ready": _words("ready prepared", "unready unprepared"),
        "delay": _words("postpon* delay*"),
        "fair": _words("fair fairly", "unfair* rigged"),
        "overload": _words("overload*"),
        "ban": _words("ban bans banned banning prohibit* forbid* outlaw*", "permit* allow* legaliz* legalis*"),
        "enough": _words("enough sufficient adequate", "insufficient inadequate shortage* short lacking"),
        "guilt": _words("blame* responsib* cause causes caused causing trigger* sparked"),
        "stay": _words("stay stays stayed staying remain remains remained remaining", "leave leaves leaving"),
        "begin": _words("begin begins began begun start starts started starting"),
        "strike": _words("strike* striking struck"),
        "vote": _words("vote votes voting voted ballot ballots"),
        "strong": _words("stronger", "weaker"),
        "present": _words("present arrived", "absent"),
        "crime": _words("theft thefts stole stolen steal steals stealing embezzl*"),
        "people": _words("people persons person residents inhabitants civilians"),
        "soldiers": _words("soldier soldiers troops servicemen servicemember* fighters"),
        "aboard": _words("aboard"),
        "down": _words("downed"),
        "company": _words("company firm"),
        "plane": _words("plane planes aircraft airplane airplanes jet jets jetliner jetliners airliner airliners"),
    },
    phrases={
        "control": {"took control": 1, "taken control": 1, "take control": 1, "gained control": 1, "lost control": -1,
                    "holds the": 1},
        "advance": {"fell back": -1, "fallen back": -1, "driven back": -1, "pushed back": -1, "broke through": 1},
        "withdraw": {"pulled out": 1, "pulled back": 1, "pull out": 1, "pulling out": 1},
        "down": {"shot down": 1, "shoot down": 1, "shooting down": 1, "brought down": 1, "taken down": 1,
                 "took down": 1, "struck down": 1},
        "aboard": {"on board": 1},
        "resign": {"stepped down": 1, "step down": 1, "stepping down": 1},
        "run": {"called off": -1, "call off": -1, "went on": 1, "goes on": 1,
                "going on": 1, "going ahead": 1, "went ahead": 1, "go ahead": 1, "under way": 1, "in progress": 1},
        "strike": {"walked out": 1, "walk out": 1, "downed tools": 1},
    },
    holding=frozenset("hold holds held holding".split()),
    held_by=frozenset("troops forces army soldiers rebels fighters units".split()),
    fates=frozenset(
        "die injure displace missing arrest convict dismiss resign withdraw damage crime strike control fit".split()
    ),
    lives=frozenset({"lives"}),
    lasting=frozenset({"still", "until"}),
    qualifying=frozenset("planned planning expected".split()),
    causes=frozenset({
        "caused", "had caused", "has caused", "triggered", "had triggered", "set off", "had set off", "led to",
        "had led to", "sparked", "had sparked", "brought about", "had brought about",
    }),
    caused=frozenset({
        "caused by", "triggered by", "set off by", "sparked by", "brought about by", "due to", "the result of",
        "because of",
    }),
    saving=frozenset("sav* spar* protect* touch* chang* improv* affect*".split()),
    grave=frozenset("die injure missing".split()),
    things=frozenset("people soldiers company".split()),
    selves=frozenset("country nation government company group agency ministry army military".split()),
    light=frozenset(
        "take takes took taken taking part make makes made making give gave given carry carried get gets got put puts "
        "go goes went going come comes came use used able longer participate participates participated participating "
        "think thinks thought".split()
    ),
    returning=frozenset("return returns returned returning back close".split()),
    exclusive=frozenset("control win lead".split()),
    irregular={
        "know": frozenset("knew known".split()),
        "throw": frozenset("threw thrown".split()),
        "lay": frozenset("laid".split()),
        "leave": frozenset("left".split()),
        "hide": frozenset("hid hidden".split()),
        "sink": frozenset("sank sunk".split()),
        "shoot": frozenset("shot".split()),
        "pay": frozenset("paid".split()),
        "buy": frozenset("bought".split()),
        "sell": frozenset("sold sale sales".split()),
        "break": frozenset("broke broken".split()),
        "build": frozenset("built".split()),
        "send": frozenset("sent".split()),
        "spend": frozenset("spent".split()),
        "meet": frozenset("met meeting".split()),
        "take": frozenset("took taken".split()),
        "give": frozenset("gave given".split()),
        "find": frozenset("found".split()),
        "fight": frozenset("fought".split()),
        "hold": frozenset("held".split()),
        "keep": frozenset("kept".split()),
        "lead": frozenset("led".split()),
        "lose": frozenset("lost loss losses".split()),
        "teach": frozenset("taught".split()),
        "catch": frozenset("caught".split()),
        "bring": frozenset("brought".split()),
        "write": frozenset("wrote written".split()),
        "choose": frozenset("chose chosen".split()),
        "fly": frozenset("flew flown flight flights".split()),
        "drive": frozenset("drove driven".split()),
        "drink": frozenset("drank drunk".split()),
        "eat": frozenset("ate eaten".split()),
        "speak": frozenset("spoke spoken".split()),
        "feel": frozenset("felt".split()),
        "flee": frozenset("fled".split()),
        "bear": frozenset("bore born".split()),
        "swim": frozenset("swam swum".split()),
        "freeze": frozenset("froze frozen".split()),
        "man": frozenset("men".split()),
        "woman": frozenset("women".split()),
        "child": frozenset("children".split()),
    },
    endings=("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ers", "ed", "es", "s", "ly"),
    past_endings=frozenset({"ed"}),
    gerund_endings=("ing",),
    comparisons=frozenset({
        "down from", "up from", "compared with", "compared to", "against", "instead of", "rather than", "more than the",
        "fewer than the", "less than the", "than the", "risen from", "rose from", "fell from", "fallen from",
        "climbed from", "dropped from", "grew from",
    }),
    past_times=frozenset({
        "last year", "a year ago", "a year earlier", "last month", "a month ago", "a month earlier", "last season",
        "years ago", "the year before", "the previous year", "a decade ago", "years earlier", "last time",
    }),
    open_modals=frozenset("may might should must ought".split()),
    future_modals=frozenset("will would shall won't wouldn't won’t wouldn’t".split()),
    able_modals=frozenset("can cannot could can't couldn't can’t couldn’t".split()),
    comparing=frozenset({"than"}),
    bounding=frozenset("more fewer less higher lower greater only least".split()),
    plans=frozenset(
        "plan plans planned planning aim* intend* want* hope hopes hoped hoping expect* threat* likely unlikely "
        "potential* meant demand* urg*".split()
    ),
    single_events=frozenset("begin open vote launch publish decid resign sign".split()),
    confirming=frozenset("found confirm* declared pronounced presumed reported feared believed".split()),
    counting=frozenset(
        "lives claim* cost* lost lose* leave leaves left police stand stands stood reach* pass passes passed top tops "
        "topped exceed* hit hits mount* number* total* confirm* record* know known report* believ* caus* blam* link* "
        "attribut* result* count* late latest early night morning evening afternoon noon midnight overnight today far "
        "new official officially so through storm* hurricane* quake* earthquake* fire blaze flood* crash* accident "
        "disaster blast* explosion* attack* shooting shelling clashes outbreak epidemic remain* officer* combat damage "
        "fighting battle* violence unrest collapse* eruption* landslide* avalanche* stampede* riot* siege recover* "
        "retriev* found identified declared pronounced presumed feared body bodies".split()
    ),
    quantity_heads=frozenset("number toll total count figure".split()),
    harms={
        "killed or wounded": frozenset("casualt* loss* lost*".split()),
        "killed": frozenset("kill* dead* died* death* fatalit* perish* toll*".split()),
        "wounded": frozenset("wound* injur* hurt*".split()),
        "captured": frozenset("captur* prison*".split()),
    },
    time_units=frozenset("seconds minutes hours days weeks months years".split()),
    grounds=frozenset("evidence proof obvious evident clear certain certainty".split()),
    pointing=frozenset({"any such", "such", "both", "all"}),
    citing=frozenset({"referring to", "as reported by", "based on"}),
    plain=frozenset(
        "that this these those the and for with from have has had been was were are its their his her who which about "
        "after into over than more most said says say they them will would also near against during while when where "
        "there being because some what all any not but still now again".split()
    ),
    common_openings=frozenset("one some several many two local".split()),
)  # fmt: skip
