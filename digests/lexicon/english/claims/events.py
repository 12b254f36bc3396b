"""English words for what claims say happens; an entry with a star stands for all words that begin so."""

from __future__ import annotations

from digests.lexicon.claims import Events
from digests.lexicon.english.claims.senses import PHRASES, SENSES

EVENTS = Events(
    senses=SENSES,
    phrases=PHRASES,
    holding=frozenset("hold holds held holding".split()),
    held_by=frozenset("troops forces army soldiers rebels fighters units".split()),
    fates=frozenset(
        "die injure displace missing arrest convict dismiss withdraw damage crime strike control fit rescue strand "
        "trap save evacuate vaccine".split()
    ),
    lives=frozenset({"lives"}),
    lasting=frozenset({"still", "until"}),
    qualifying=frozenset("planned planning expected".split()),
    causes=frozenset({
        "caused", "triggered", "set off", "led to", "sparked", "brought about", "provoked", "touched off", "ignited",
        "resulted in", "behind", "the cause of", "the reason for", "to blame for", "responsible for", "at fault for",
    }),
    caused=frozenset({
        "caused by", "triggered by", "set off by", "sparked by", "brought about by", "provoked by", "started by",
        "ignited by", "due to", "down to", "the result of", "because of", "blamed on", "resulted from", "stemmed from",
        "attributed to", "traced to",
    }),
    to_blame=frozenset({"to blame", "at fault", "the cause", "the culprit"}),
    charging=frozenset("blam* attribut* trac* ascrib*".split()),
    blaming="to blame for",
    unconnected=frozenset({
        "nothing to do with", "no part in", "no role in", "no hand in", "no link to", "no connection to",
        "no connection with",
    }),
    connected=frozenset({"anything to do with", "any part in", "any role in", "any hand in"}),
    untruths=frozenset(
        "false untrue baseless unfounded groundless nonsense fiction fabrication* lie lies invention* absurd rubbish "
        "fantasy slander fake invented ridiculous wrong incorrect inaccurate".split()
    ),
    emphases=frozenset("pure utter utterly complete completely total totally absolute absolutely simply sheer".split()),
    truths=frozenset("true truth correct accurate".split()),
    of_claims=frozenset({"of", "about"}),
    accusing=frozenset("accuse accuses accused accusing".split()),
    charged=frozenset({"on", "to"}),
    charged_for=frozenset({"for"}),
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
    endings=("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly"),
    past_endings=frozenset({"ed"}),
    gerund_endings=("ing",),
    comparisons=frozenset({
        "down from", "up from", "compared with", "compared to", "against", "instead of", "rather than", "more than the",
        "fewer than the", "less than the", "than the", "risen from", "rose from", "fell from", "fallen from",
        "climbed from", "dropped from", "grew from",
    }),
    ruling_out=frozenset({"impossible", "unthinkable"}),
    motions=frozenset("go goes going gone went come came moved shot crept".split()),
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
        "potential* meant demand* urg* considering".split()
    ),
    single_events=frozenset("begin open vote launch publish decide stay approve".split()),
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
