"""English words that say one thing, and those that say its opposite; an entry with a star is all words that begin so.

A word that stands in several entries has the first one's sense.
"""

from __future__ import annotations

from digests.lexicon.english.claims.nouns import THINGS


def _words(happens: str, opposite: str = "") -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(happens.split()), frozenset(opposite.split())


DEEDS = {
    "control": _words(
        "captur* seiz* occupy occupies occupied occupying occupation liberat* retake* retook recaptur* conquer* "
        "overran overrun annex* controls controlled control controlling"
    ),
    "attack": _words("attack* assault* raid* shell shells shelled shelling bomb bombs bombed bombing bombard*"),
    "blast": _words("blast blasts explosion explosions explode explodes exploded exploding detonat*"),
    "combat": _words("combat fight fights fighting fought battle battles battled battling"),
    "advance": _words("advance advances advanced advancing", "retreat*"),
    "die": _words(
        "kill kills killed killing dead die died dies dying death deaths fatalit* perish* toll cull* slaughter* "
        "drown* lifeless corpse corpses",
        "surviv* alive",
    ),
    "injure": _words("wound wounds wounded wounding injur* hurt hospitalis* hospitaliz*", "unhurt uninjured unharmed"),
    "displace": _words("displac* homeless flee flees fled fleeing uprooted"),
    "missing": _words("missing unaccounted untraced"),
    "withdraw": _words("withdr* pullout"),
    "talks": _words("negotiat* talks dialogue"),
    "truce": _words("ceasefire ceasefires truce truces armistice"),
    "damage": _words(
        "damag* destroy* destruct* ruin ruined ruins wreck* collaps* raz* flatten* devastat* ravag* gutted",
        "intact undamaged unscathed",
    ),
    "rise": _words(
        "rise rises rising rose risen climb* jumped increase* increasing grow grows grew grown growing growth surg* "
        "soar* raise raised raises raising higher rocketed swell* swollen ballooned doubled doubling tripled "
        "escalat* accelerat* gain gained gains",
        "fall falls falling fell fallen drop dropped drops dropping declin* decreas* slump* shrink* shrank "
        "shrunk plung* cut cuts cutting lower lowered lowering reduc* tumbl* dwindl* plummet* halved eased easing "
        "slid subsid* slow slowed slowing shed",
    ),
    "win": _words(
        "win wins winning won victory victories victorious elected re-elected triumph* winner winners",
        "lose loses losing lost defeat* loser losers",
    ),
    "concede": _words("conced*"),
    "arrest": _words("arrest* detain* detention jailed imprison* custody", "free freed freeing releas*"),
    "convict": _words("convict* guilty guilt", "acquit* innocent innocence exonerat* cleared"),
    "approve": _words(
        "approv* adopt* ratif* endors* accept* agree agrees agreed agreeing backs backed backing support* sign "
        "signs signed signing signature favour favours favoured favor favors favored",
        "reject* veto* oppos* rebuff*",
    ),
    "dismiss": _words("dismiss* sack sacked sacking fired ousted ouster", "reinstat*"),
    "open": _words(
        "open opens opened opening reopen* passable accessible unblocked",
        "close closes closed closing shut shuts shutting shutdown closure* sealed blocked block blocks blocking "
        "impassable shuttered locked",
    ),
    "run": _words(
        "run runs running ran resum* continu* ongoing proceed* persist* operating operates operate",
        "stop stopped stopping stops halt* suspen* idle ended ending cancel* ceas* scrapp* scrap paus* abandon* "
        "abandoned shelv* discontinu* grounded axed interrupt*",
    ),
    "work": _words(
        "working works functioning functional operational functioned", "broken faulty defective malfunction* outage*"
    ),
    "contain": _words("contain contained containing containment extinguish* doused", "uncontained raging uncontrolled"),
    "fit": _words("fit healthy unhurt", "unfit ill sick sickened sickening unwell"),
    "right": _words("correct right accurate justified", "incorrect wrong unjustified mistaken inaccurate"),
    "real": _words(
        "genuine authentic true truth truthful factual",
        "false falsely fake* forg* fabricat* bogus hoax* untrue fiction* counterfeit* falsif* doctored invented "
        "baseless unfounded groundless nonsense lie lies lied lying",
    ),
    "safe": _words("safe safely safety harmless secure", "unsafe dangerous danger hazard* harmful toxic"),
    "legal": _words("legal lawful legally legitimate legality constitutional", "illegal* unlawful* unconstitutional"),
    "clean": _words(
        "clean uncontaminated potable drinkable hygienic",
        "contaminat* pollut* dirty taint* poisoned filthy unhygienic undrinkable",
    ),
    "possible": _words("possible feasible", "impossible"),
    "ready": _words("ready prepared readiness", "unready unprepared"),
    "delay": _words("postpon* delay* defer* late"),
    "fair": _words("fair fairly fairness honest clean", "unfair* rigg* rig fraud* manipulat* cheat*"),
    "calm": _words("calm calmly peaceful* peacefully orderly", "violen* unrest clash* chaos chaotic riot*"),
    "overload": _words("overload* overcrowd*"),
    "ban": _words("ban bans banned banning prohibit* forbid* outlaw* barred", "permit* allow* legaliz* legalis*"),
    "enough": _words(
        "enough sufficient adequate ample plenty plentiful abundant",
        "insufficient inadequate shortage* short lacking lack lacks scarc* dearth",
    ),
    "guilt": _words("blame* responsib* cause causes caused causing trigger* sparked culpab* fault"),
    "stay": _words(
        "stay stays stayed staying remain remains remained remaining",
        "leave leaves leaving left resign* quit quits quitting depart* exit*",
    ),
    "begin": _words("begin begins began begun beginning start starts started starting commenc* kick-off"),
    "strike": _words("strike* striking struck walkout* stoppage*"),
    "vote": _words("vote votes voting voted ballot ballots poll polls polling"),
    "strong": _words("stronger", "weaker"),
    "present": _words("present arrived arriv* reach reached reaching", "absent absence"),
    "crime": _words("theft thefts stole stolen steal steals stealing embezzl* looted looting robbed robbery"),
    "drunk": _words("drunk drunken drink drinks drank drinking intoxicat* alcohol liquor whisky vodka", "sober*"),
    "sleep": _words("sleep* slept asleep dozed dozing", "awake"),
    "full": _words("full crowded packed overflowing", "empty emptied deserted"),
    "sale": _words("sell sells selling sold sale sales"),
    "buy": _words("buy buys buying bought acquir* acquisition* purchas* takeover* buyout"),
    "refund": _words("refund* reimburs*"),
    "compensate": _words("compensat* indemni*"),
    "valid": _words("valid validity", "invalid expired revok* annul* void"),
    "know": _words("know knows knew known aware knowledge", "unaware unknown"),
    "warn": _words("warn warns warned warning warnings alert alerted alerts"),
    "shoot": _words("shoot shooting shot shots gunfire gunshots gunshot"),
    "obey": _words("comply complies complied complying complian* observ*", "violat* breach* flout* disobey*"),
    "succeed": _words("succeed* success*", "failure unsuccessful"),
    "restore": _words("restor* reconnect*"),
    "rescue": _words("rescue* rescuing"),
    "evacuate": _words("evacuat*"),
    "repair": _words("repair* mend* fixed fixing"),
    "decide": _words("decid* decision*"),
    "receive": _words("receiv* receipt* recipient*"),
    "invade": _words("invad* invasion*"),
    "expel": _words("expel* expul*"),
    "produce": _words("produc* production output"),
    "collide": _words("collid* collision* rammed ramming"),
    "crash": _words("crash* accident* derail*"),
    "spread": _words("spread spreads spreading"),
    "leak": _words("leak* spill* spilt seep* escaping"),
    "threat": _words("threat* menac*"),
    "accuse": _words("accus* allegation* allege alleged alleges"),
    "complain": _words("complain* grievance*"),
    "happy": _words("happy happily content satisfied pleased glad", "unhapp* miserable dissatisf* unsatisfied"),
    "retire": _words("retir*"),
    "expect": _words("expect* anticipat* foresee*"),
    "help": _words("help helps helped helping aid assist* assistance relief"),
    "need": _words("need needs needed needing requir*"),
    "build": _words("build builds built building construct* rebuild* rebuilt"),
    "hire": _words("hire hires hired hiring recruit*"),
    "move": _words("move moves moved moving relocat* transferred"),
    "inspect": _words("inspect* examin* checked checks"),
    "recall": _words("recall* "),
    "discuss": _words("discuss*"),
    "deploy": _words("deploy*"),
    "broadcast": _words("broadcast* aired televis*"),
    "search": _words("search* hunt hunting hunted"),
    "strand": _words("strand* stuck marooned"),
    "trap": _words("trap traps trapped buried beneath underneath"),
    "solvent": _words("solvent", "insolven* bankrupt*"),
    "finish": _words("finish* complet* conclud* terminat*"),
    "copy": _words("copied copying duplicate*"),
    "critical": _words("critical critically intensive"),
    "beat": _words("beat beats beaten beating clubbed"),
    "hit": _words("hit hits hitting"),
    "count": _words("recount* counted counting"),
    "enter": _words("enter* storm stormed storming"),
    "consent": _words("consent*"),
    "visit": _words("visit*"),
    "promise": _words("promis* pledg* vow vows vowed"),
    "apologise": _words("apolog* sorry"),
    "punish": _words("punish* penal* fine fines fined sanction*"),
    "charge": _words("charge charges charged indict* prosecut*"),
    "sentence": _words("sentenc*"),
    "explain": _words("explain* explanation*"),
    "show": _words("show shows showed shown showing demonstrat*"),
    "want": _words("want wants wanted wish wishes wished desire*"),
    "fear": _words("fear* afraid worr* concern*"),
    "save": _words("save saves saved saving savings"),
}
SENSES = DEEDS | THINGS

PHRASES = {
    "control": {
        "took control": 1, "taken control": 1, "take control": 1, "gained control": 1, "lost control": -1,
        "holds the": 1,
    },
    "advance": {"fell back": -1, "fallen back": -1, "driven back": -1, "pushed back": -1, "broke through": 1},
    "withdraw": {"pulled out": 1, "pulled back": 1, "pull out": 1, "pulling out": 1},
    "down": {
        "shot down": 1, "shoot down": 1, "shooting down": 1, "brought down": 1, "taken down": 1, "took down": 1,
        "struck down": 1,
    },
    "aboard": {"on board": 1},
    "stay": {"stepped down": -1, "step down": -1, "stepping down": -1, "stay on": 1},
    "run": {
        "switched off": -1, "shut off": -1, "turned off": -1, "broke down": -1, "broken down": -1, "called off": -1,
        "call off": -1, "went on": 1, "goes on": 1, "going on": 1, "going ahead": 1, "went ahead": 1, "go ahead": 1,
        "under way": 1, "in progress": 1, "carry on": 1, "carried on": 1, "carries on": 1, "broken off": -1,
        "broke off": -1,
    },
    "strike": {"walked out": 1, "walk out": 1, "downed tools": 1},
    "rise": {
        "went up": 1, "gone up": 1, "go up": 1, "going up": 1, "goes up": 1, "went down": -1, "gone down": -1,
        "go down": -1, "going down": -1, "goes down": -1, "come down": -1, "coming down": -1,
    },
    "open": {"cordoned off": -1, "boarded up": -1, "cut off": -1, "shut down": -1, "closed down": -1},
    "enough": {
        "too few": -1, "too little": -1, "run dry": -1, "ran dry": -1, "dried up": -1, "run out": -1, "ran out": -1,
        "running out": -1, "runs out": -1, "run short": -1,
    },
    "approve": {
        "stand by": 1, "stands by": 1, "stood by": 1, "stood behind": 1, "stand behind": 1, "torn up": -1,
        "tore up": -1, "thrown out": -1, "turned down": -1, "voted down": -1, "signed off": 1,
    },
    "guilt": {"set off": 1, "brought about": 1, "led to": 1, "leading to": 1, "due to": 1, "down to": 1},
    "arrest": {
        "walked free": -1, "walk free": -1, "locked up": 1, "being held": 1, "let go": -1, "set free": -1,
        "behind bars": 1, "let out": -1,
    },
    "sleep": {"fell asleep": 1, "fallen asleep": 1, "dozed off": 1},
    "buy": {"take over": 1, "took over": 1, "taken over": 1, "taking over": 1},
    "contain": {"under control": 1, "put out": 1},
    "shoot": {"opened fire": 1, "open fire": 1, "fired on": 1, "firing on": 1, "fire on": 1, "fired at": 1},
    "evacuate": {"got out": 1},
    "refund": {"money back": 1},
    "present": {"turned up": 1, "turn up": 1, "showed up": 1},
    "attack": {"beat up": 1, "beaten up": 1},
    "safe": {"at risk": -1, "in danger": -1},
    "real": {"made up": -1},
    "delay": {"put off": 1, "put back": 1},
    "damage": {"burned down": 1, "burnt down": 1, "wiped out": 1},
    "dismiss": {"laid off": 1, "lay off": 1, "laying off": 1},
    "rescue": {"bail out": 1, "bailed out": 1, "bailing out": 1},
}  # fmt: skip
