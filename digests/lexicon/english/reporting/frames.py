"""English words of which plain reporting is made: verbs by what a line does with them, and what may stand beside."""

from __future__ import annotations

from digests.lexicon.english.reporting.settings import SETTINGS
from digests.lexicon.english.reporting.verb_forms import forms_of, present_of
from digests.lexicon.reporting_groups import Reporting

_PLAIN = (
    "say tell add state note announce report claim argue explain insist acknowledge admit confirm declare emphasize "
    "emphasise stress remark comment mention recall write tweet post reply respond continue conclude "
    "predict estimate "
    "testify allege assert maintain contend observe concede caution reveal recount disclose affirm reiterate repeat "
    "reason complain lament exclaim clarify relate specify answer counter elaborate caption inform assure remind "
    "message interject shout retort read stipulate attest venture opine underscore underline sum guess figure echo "
    "point go whisper recite foresee chant cry scream yell sigh recollect reflect muse boast quip shoot"
)
_FINDING = "find show indicate reveal forecast project calculate reckon assess discover determine state"
_NEWS = (
    "warn urge demand threaten accuse blame object call ask promise vow pledge reject welcome praise "
    "condemn apologise "
    "apologize order rule charge put count criticize criticise denounce defend dismiss describe compare suggest hint "
    "imply believe think expect hope fear doubt worry agree plan intend seek offer propose recommend "
    "advise encourage "
    "press push plead appeal thank congratulate question mock attack label brand dub liken cite tout "
    "highlight support "
    "back oppose endorse invite instruct command direct request refuse swear commit deride decry blast slam ridicule "
    "salute hail credit fault portray characterize characterise deem view see dispute deny rebut refute disavow "
    "discount rebuke chide scold lambast favor favour want anticipate signal convince persuade prepare "
    "decide consider "
    "challenge speculate wonder complain brag announce report claim insist acknowledge admit confirm "
    "declare emphasize "
    "emphasise stress predict estimate testify allege assert concede caution reveal recount disclose "
    "affirm reiterate "
    "tell inform assure remind forecast calculate find show indicate note underscore underline "
    "maintain state "
    "recall lament mention"
)
_OTHER = "refer name list identify speak talk read chant argue"
_DENYING = "deny"
#: Participles that take no object, with what follows them where somebody else is the one who does it.
_UNDERGONE = (
    ("warned urged ordered told reminded advised instructed directed invited persuaded convinced encouraged", "to"),
    ("commanded condemned", "to"),
    ("accused suspected convicted", "of"),
    ("blamed cited criticised criticized praised condemned faulted thanked mocked commended hailed lauded", "for"),
    ("rebuked denounced", "for"),
    ("charged credited", "with"),
    ("seen viewed hailed described labelled labeled branded dubbed tipped", "as"),
)
_DISPUTING = "dispute reject dismiss"

_RECANTING = frozenset(
    f"{verb} {owner} {noun}"
    for verb in ("changed", "changing")
    for owner in ("his", "her", "its", "their")
    for noun in ("story", "account", "version", "tune")
)

_SAYING_NO_MORE = frozenset(
    f"but {no} {verb}"
    for no in ("did not", "didn't", "would not", "wouldn't", "could not", "couldn't")
    for verb in (
        "say|specify|elaborate|give|provide|offer|name|identify|comment|explain|disclose|confirm|reveal|mention|"
        "discuss|describe|detail|answer|respond|immediately|divulge|cite|address|back|present|commit|take questions|"
        "rule out|go into|go so far|go as far|speculate|predict|share|release|call|mince|hold back|apologise|"
        "apologize"
    ).split("|")
)

REPORTING = Reporting(
    plain=forms_of(_PLAIN),
    finding=forms_of(_FINDING),
    news=forms_of(_NEWS),
    reporting=forms_of(f"{_NEWS} {_PLAIN} {_FINDING} {_OTHER}"),
    denying=forms_of(_DENYING),
    disputing=forms_of(_DISPUTING),
    messages=frozenset("message messages note notes call calls".split()),
    senders=frozenset({"from", "by"}),
    trifles=frozenset({"little", "nothing"}),
    before_plurals=frozenset("other such these those all some many several most few both no any various".split()),
    taking_things=frozenset(
        "repeat repeats repeated stress stresses stressed reiterate reiterates reiterated emphasize emphasizes "
        "emphasized emphasise emphasises emphasised underline underlines underlined underscore underscores "
        "underscored echo echoes echoed voice voices voiced outline outlines outlined detail details detailed "
        "highlight highlights highlighted cite cites cited recall recalls recalled recalling".split()
    ),
    claimed_things=frozenset("responsibility credit victory ownership sovereignty asylum immunity".split()),
    undergone=frozenset(
        f"{participle} {follower}"
        for participles, followers in _UNDERGONE
        for participle in participles.split()
        for follower in followers.split()
    ),
    giving=frozenset("offer offers offered".split()),
    word_things=frozenset(
        "apology apologies condolences sympathy sympathies congratulations thanks words word praise criticism critique "
        "advice explanation explanations assessment view views opinion opinions account defence defense evidence "
        "prediction predictions estimate estimates answer answers reason reasons support guidance assurance "
        "assurances denial proof comment comments statistics figures details data numbers examples example".split()
    ),
    answering=frozenset("respond responds responded react reacts reacted reply replies replied".split()),
    presenting=frozenset("show shows showed shown".split()),
    traits=frozenset(
        "determination courage promise character grit resolve restraint interest respect signs mercy solidarity "
        "contempt patience skill poise spirit heart strength flashes glimpses enthusiasm resilience commitment".split()
    ),
    stressing=frozenset(
        "underscore underscores underscored underline underlines underlined illustrate illustrates illustrated reflect "
        "reflects reflected".split()
    ),
    going_on=frozenset("continue continues continued".split()),
    consenting=frozenset("agree agrees agreed".split()),
    taking=frozenset("claim claims claimed maintain maintains maintained".split()),
    concluding=frozenset(
        "show shows showed shown prove proves proved suggest suggests suggested indicate indicates indicated reveal "
        "reveals revealed demonstrate demonstrates demonstrated underscore underscores underscored confirm confirms "
        "confirmed highlight highlights highlighted remind reminds reminded".split()
    ),
    happenings=frozenset(
        "debate debates talks match matches game games meeting meetings vote votes attack attacks election elections "
        "crisis war visit visits protest protests strike strikes storm storms flood floods fire fires crash crashes "
        "accident accidents incident incidents episode case trial summit race contest rally rallies scene scenes "
        "history experience past victory defeat win loss success failure outcome turnout disaster tragedy outbreak "
        "killing killings shooting shootings explosion blast".split()
    ),
    describing=frozenset(
        "describe describes described describing characterize characterizes characterized characterise characterises "
        "characterised portray portrays portrayed depict depicts depicted".split()
    ),
    predicating=frozenset("as how what".split()),
    pictures=frozenset(
        "video videos clip clips footage recording recordings photo photos photograph photographs picture pictures "
        "image images post posts poster posters sign "
        "signs caption map maps".split()
    ),
    showing=forms_of("show depict feature capture display"),
    clause_verbs=forms_of(
        "be have do go come make take get give keep hold meet put run see send spend begin become break bring build "
        "hit know lead leave lose pay read rise sell set sit speak stand win write want need use try ask "
        "work seem feel "
        "fall grow show mean hear play move live believe happen include continue change watch follow stop "
        "create open "
        "walk offer remember consider appear buy wait serve die expect stay cut reach kill remain pass decide return "
        "help start turn call think look like love hate support lack own deserve represent require allow face fight "
        "threaten cost depend matter agree oppose plan hope seek carry cover control contain consist exist belong "
        "rely suffer struggle suggest say tell find provide produce tend enjoy fear understand care bear "
        "beat mark limit "
        "draw eat fly forget flow freeze join aim act add base claim close damage intend undermine strengthen weaken "
        "reduce improve affect protect prevent violate refuse reject accept receive destroy seize occupy invade "
        "withdraw defend detain accuse recover restore rebuild replace remove deliver invest borrow lend owe earn "
        "shrink expand exceed differ vary attend arrive depart appoint resign retire hire employ learn infect prove "
        "enable ensure encourage insist admit concede reveal achieve avoid choose compete confirm connect convince "
        "deploy discuss divide enter escape explain fulfil generate guarantee ignore illustrate inspire justify "
        "maintain mislead obey obtain obstruct overturn overwhelm participate perform persuade pose prefer preserve "
        "involve trail outnumber employ supply promote publish pursue realise refer reflect regret reinforce "
        "relate resemble resist respond satisfy save "
        "succeed survive tolerate undergo unite welcome widen worsen"
    ).finite
    | frozenset(
        "froze broke struck drove fled flew fought bore spoke stole shook shone sank swept swung tore threw taught "
        "understood wore wound woke wove slept slid sold sought shut shrank sprang stuck strode swam rode rang paid "
        "laid hung heard grew fed fell felt dug drew drank dealt crept chose caught bought bent bit bled blew bred "
        "burst clung ate arose awoke beat became bound spread split spun hurt hid forgave forgot forbade fit lit lay "
        "meant read rid quit".split()
    ),
    same_forms=frozenset("set cut hit put let shut cost spread split hurt read run beat quit".split()),
    ways_to_vote=frozenset("to for against down".split()),
    headline_verbs=present_of(
        "abandon abolish accept accuse acquit admit adopt advance agree allow announce apologise apologize "
        "appoint approve arrest arrive ascend assail attend avert award back ban battle beat begin bid block "
        "bomb boycott brace break bring buckle build burn buy cancel capture celebrate cheer clash clear "
        "climb clinch collapse collide condemn confirm consult convict criticise criticize cross crush curb "
        "cut decline deepen defeat defend defy delay deliver demolish deploy deport derail detain deteriorate "
        "die dip disappear dismiss dissolve dominate drag drop ease edge eject elect eliminate emerge enact "
        "end endorse engulf enter erupt escape evacuate exceed execute exit expand expel explode extend fail "
        "fall fend fine fire flee flood free freeze gain gather get give grow halt hammer head hit hold host "
        "ignite impose increase indict inform injure inspect intensify intercept introduce invade invite jail "
        "join jump kick kidnap kill land launch lead leave lift lose lower lurch make meet merge miss mourn "
        "move narrow near oust outlaw overtake overturn paralyse paralyze pass pause pay plead plummet plunge "
        "postpone prepare prevail probe profit propose prosecute protest pull punish push quit raid raise "
        "rally ram rattle re-elect reach reappear rebound rebuff receive recover reel reject release relocate "
        "remove reopen repel replace rescue resign resume retain retake retire retreat return reveal reverse "
        "rip rise roar rule sack sail sanction scramble scrap secure seek seize sell send set settle shed "
        "shift shoot shrink shut sign sink skid slap slash slide slip slow slump smash snub soar spark speak "
        "split spread spurn stall steal steamroll step storm strand strengthen suffer summon surge surrender "
        "survey survive suspend sweep swell take target tear test threaten thwart top topple track trap "
        "travel tumble turn unveil uphold veto visit vow warn weaken welcome widen win withdraw withhold "
        "wound"
    ),
    adverbs=frozenset(
        "also then later earlier repeatedly previously recently publicly again already separately further simply "
        "clearly flatly bluntly openly explicitly specifically immediately quickly eventually finally initially "
        "originally consistently frequently often regularly famously notably additionally similarly likewise angrily "
        "calmly quietly proudly sharply strongly firmly emphatically directly privately formally officially since "
        "subsequently afterwards afterward first too still always therefore thus now even just soon "
        "confidently cheerfully candidly frankly routinely continually steadfastly vigorously vehemently strenuously "
        "long rightly unanimously jointly personally pointedly today yesterday tonight overnight "
        "optimistically instead wryly forcefully all both unexpectedly finally abruptly".split()
    ),
    hedging=frozenset(
        "largely mostly partly generally broadly reportedly allegedly apparently purportedly supposedly".split()
    ),
    openers=frozenset(
        "meanwhile however also instead nevertheless nonetheless indeed and but yet so still then now moreover "
        "furthermore additionally besides thus therefore even too overall separately similarly likewise again "
        "officially notably importantly significantly recently previously initially originally eventually finally "
        "ultimately afterwards afterward shortly later earlier elsewhere soon first second third last "
        "interestingly critically consequently accordingly".split()
    )
    | frozenset(
        "in addition|in fact|for example|for instance|of course|on the other hand|at the same time|in turn|"
        "in particular|by contrast|in contrast|as a result|for his part|for her part|for its part|"
        "for their part|above all|after all|at first|to be sure|in response|in reply|in short|in general|"
        "by comparison|for now|on top of that|more recently|most recently|not surprisingly|some of|one of|"
        "many of|most of|all of|both of|the|a|an|all|some|many|most|both|former|his|her|their|its".split("|")
    ),
    settings=frozenset(
        "after following amid despite speaking asked citing referring responding writing appearing "
        "addressing standing "
        "like as while although though because with given under from since when reacting commenting discussing "
        "describing recalling noting saying pointing reflecting sitting pressed besides beyond among regarding "
        "concerning apart aside heading looking turning calling arguing upon until in on at during for by "
        "testifying announcing explaining answering questioned talking making taking using warning urging "
        "introducing campaigning defending launching quoting echoing facing ahead just even late early to "
        "throughout within across near outside inside over between before long shortly minutes hours days "
        "weeks months "
        "years moments in-between alongside along".split()
    ),
    places=frozenset(
        "in on at during via through to from for of with by after before over near outside inside "
        "ahead earlier late early last this that next the a an and".split()
    ),
    occasions=frozenset(
        "statement statements interview interviews speech speeches address addresses letter letters report reports "
        "article articles post posts tweet tweets message messages conference conferences news press briefing "
        "briefings call calls phone telephone meeting meetings debate debates rally rallies hearing hearings court "
        "filing filings email emails e-mail book books essay column memo op-ed editorial testimony comments remarks "
        "study survey poll paper release releases announcement session visit event events appearance broadcast "
        "television radio show program programme channel newspaper magazine website page account blog media social "
        "notice update bulletin note text texts series video televised joint brief short written prepared separate "
        "recent new latest first second third final opening closing daily weekly monthly annual regular emergency "
        "special public private online virtual live telephonic exclusive wide-ranging lengthy pre-recorded "
        "early late morning afternoon evening night week month year day days weeks months years weekend noon "
        "midnight "
        "campaign stop fundraiser event crowd town hall state city capital house office trip tour ceremony "
        "conversation conversations dinner lunch breakfast summit forum panel commencement funeral vigil service "
        "parliament congress senate committee floor council cabinet national local international world "
        "response reaction reply order ruling decision indictment complaint lawsuit affidavit "
        "half hour minutes hours moments ago before same past recent evening’s wake front headquarters airport "
        "stage podium platform facebook twitter telegram instagram camera record behalf condition anonymity".split()
    ),
    audiences=frozenset(
        "reporters reporter journalists journalist lawmakers lawmaker senators voters voter supporters supporter "
        "audience audiences crowd crowds parliament congress senate court judge judges jury officials officers "
        "investigators police detectives attendees delegates donors members member viewers listeners readers leaders "
        "leader workers students residents colleagues allies aides staff staffers employees friends family "
        "host hosts "
        "anchor correspondent editor editors newspaper agency network channel station program committee "
        "panel council "
        "commission board cabinet ministers people public press media republicans democrats investors shareholders "
        "analysts customers followers fans diplomats counterparts counterpart president minister chancellor governor "
        "group groups gathering throng cameras microphones radio television news media service services conference "
        "interviewer magazine website outlet outlets broadcaster columnist soldiers troops commanders "
        "inquiry tribunal "
        "meeting rally hearing us me him her them everyone local state foreign national daily business "
        "cheering packed "
        "invited visiting assembled gathered several hundreds thousands dozens club co-host two three some "
        "many other "
        "fellow senior top former party team campaign morning today tonight nation country world "
        "americans lawyers prosecutors doctors parents teachers bankers economists executives".split()
    ),
    particles=frozenset("out on up back off down in".split()),
    relays=frozenset(
        "went on to|goes on to|continued to|continues to|took to twitter to|made clear|made it clear|"
        "makes clear|was quick to|wants to|did".split("|")
    ),
    unreal=frozenset(
        "fake faked deepfake deepfakes fabricated forged doctored parody parodies satire satirical spoof "
        "novel novels "
        "film films movie movies fiction fictional fictitious dream dreams hoax imagined imaginary hypothetical "
        "sketch sketches cartoon cartoons comic impostor impersonator impersonating impersonated prank simulated "
        "simulation drama play musical thriller sitcom rumor rumors rumour rumours misquoted retracted withdrew "
        "withdrawn joke joked joking jokingly sarcastically untrue false falsely hypothetically "
        "misattributed invented pretended pretending pretend acted role-play ai-generated mockumentary screenplay "
        "lookalike look-alike jest comedy imitating mimicking parodying nightmare nightmares mock mistranslation "
        "mistranslated".split()
    )
    | frozenset(
        "television series|tv series|drama series|mini-series|video game|video games|short story|short stories|"
        "opening scene|closing scene|final scene|one scene|one episode|the episode|training exercise|mock trial|"
        "war game|war games|fairy tale|legend has it|as though|as if|posing as|pretending to be|dressed as|"
        "in the role of|in the part of|voiced by|played by|trailer for|all but|everything but|anything but|"
        "at gunpoint|under duress|under torture|"
        "from a script|by mistake|in error|translator's slip|in a drill|in an exercise|as part of an exercise|"
        "as part of a drill|in character|playing the|"
        "latest episode of|new episode of|never sent|it deleted|he deleted|she deleted|they deleted|"
        "a forgery|during a drill|during the drill|in the drill|part of the drill|during an exercise|"
        "during the exercise|"
        "in the exercise|part of the exercise|in the game|in the myth|in greek myth|in the legend|in the fable|"
        "in the story|"
        "in the opera|in the libretto|in the saga|in the script|act one|act two|act three|act four|act five|"
        "scene one|scene two|"
        "scene three|alternate history|alternative history|parallel universe|"
        "the onion|babylon bee|the daily mash|der postillon|le gorafi|the beaverton|newsthump|waterford whispers|"
        "clickhole|reductress|el mundo today|borowitz report|"
        "called a slip|slip of the tongue|a misstatement|claiming to be|claims to be|claimed to be|purporting|"
        "purports|pretends to|pretending to be|voice of|"
        "voice that|"
        "sounded like|sounds like|in the voice|robocall|robocalls|cloned|puppet of|wax figure|hologram|"
        "avatar of|dummy page|"
        "test alert|test message|moot court|model un|appears to be from|appeared to be from|made to look like|"
        "since-deleted|later deleted|in his show|in her show|in their show|headline of the day|with a wink|"
        "from a newspaper|from the newspaper|mocking his|mocking her|mocking their|mocking its|mocking the|"
        "the fictional|april fools|april fools'|april fool's".split("|")
    ),
    taking_back=frozenset(
        "joke joked joking retracted retract retracts withdrew withdraw apologised apologized recanted recant "
        "misspoke misquoted sarcastically untrue false falsely fake hoax forged fabricated doctored parody satire "
        "satirical fictional misattributed backtracked disowned correcting retracting withdrawing jest mistaken "
        "misheard imitating mimicking paraphrasing wrongly mistakenly erroneously incorrectly inaccurately".split()
    )
    | frozenset(
        "took it back|takes it back|taking it back|take it back|took back|later withdrawn|since withdrawn|"
        "corrected himself|corrected herself|corrected itself|corrected themselves|correct himself|correct herself|"
        "correct itself|correct themselves|or so|the opposite|was wrong|"
        "were wrong|had been wrong|in error|the error|the mistake|no such|thought better of it|"
        "regretted it|regrets it|a typing error|a typo|a slip of the tongue|quietly dropped|since dropped|"
        "later dropped|when in fact|when in truth|now calls|now regrets|now denies|later lowered|later raised|"
        "later revised|since revised|since admitted|quoting a|quoting an|quoting from|reading from|reading out|"
        "reading aloud|reciting a|reciting from|have since dropped|"
        "has since dropped|since been dropped|later dropped|as it turned out|as it turns out|"
        "words to that effect|in rehearsal|but only in|make that|made that|had meant|"
        "tongue in cheek|tongue-in-cheek|winked|winking|denied it|rolling his eyes|rolling her eyes|rolled his eyes|"
        "rolled her eyes|with a smirk|smirking|with a grin|deadpan|deadpanned|in mock|dripping with sarcasm|"
        "making air quotes|nothing of the kind|nothing of the sort".split("|")
    )
    | _RECANTING,
    contradicting=frozenset("in fact|in reality|in truth|actually".split("|")),
    setting_right=frozenset("in fact|in reality|in truth".split("|")),
    passing_off=frozenset("so|at least|or so".split("|")),
    facts_against=frozenset("when in fact|when in truth|when in reality|although in fact|though in fact".split("|")),
    regretting=frozenset("apologised apologized".split()),
    verdicts=frozenset(
        "not|not quite|not so|not exactly|not really|hardly|scarcely|if only|far from it|nonsense|wrong|as if|"
        "never|rubbish|bunk|or not|"
        "just kidding|only kidding|kidding|april fools|april fool|got you|quite the reverse|quite the contrary|"
        "on the contrary|dream on|no".split("|")
    ),
    misspeaking=frozenset(
        "misspoken|misspoke|misquoted|misheard|misread|been joking|was joking|were joking|got it wrong|"
        "got that wrong|"
        "slip of the tongue|out of context|been mistaken|mixed up|been hacked|was hacked|were hacked|"
        "been reading from|was reading from|misinformed|never said that|never said so|never said it|did not say that|"
        "did not say so|denied saying|denied having said".split("|")
    ),
    meaning_another=frozenset(
        "meant the|meant a|meant an|meant to say|had meant|was thinking of|were thinking of|had confused|"
        "was confusing|had mixed up|had in mind another".split("|")
    ),
    contrary=frozenset(
        "otherwise|the opposite|the contrary|the reverse|a different story|another story|a different tale".split("|")
    ),
    proving_contrary=frozenset(
        "say says said show shows showed showing suggest suggests suggested suggesting tell tells told indicate "
        "indicates indicated indicating prove proves proved proving found find finds".split()
    ),
    unmeant=frozenset(
        "in her dreams|in his dreams|in their dreams|in its dreams|in your dreams|turned out not to be|"
        "proved not to be|turned out to be false|turned out to be wrong|"
        "turned out to be untrue|mixing up|misquoting|misreading|confusing it|to be believed|"
        "words to that effect|pigs can fly|pigs might fly|tongue in cheek|would have it|"
        "as the joke goes|so the joke goes|"
        "wrongly|falsely|mistakenly|erroneously|in the film|in the novel|in the play|in the movie|in the series|"
        "in a dream|"
        "in character|as it turned out|as it turns out|or so it seemed|or so it was thought|only to be proved wrong|"
        "only to be proven wrong|which was not true|which is not true|which was false|which is false|"
        "which was untrue|which is untrue|"
        "which it was not|which it is not|which he was not|which she was not|which they were not|which it did not|"
        "which he did not|which she did not|which they did not|which it has not|which he has not|which she has not|"
        "which never happened".split("|")
    ),
    rulings=frozenset(
        "false|not true|untrue|a lie|wrong|not correct|incorrect|inaccurate|misleading|baseless|a joke|satire|"
        "a parody|"
        "retracted|withdrawn|invented|fabricated|made up|a forgery|forged|a fake|fake|a deepfake|a hoax|doctored|"
        "debunked|misquoted|a misquotation|a false alarm|mistaken|lying|joking|kidding|bluffing|misheard|"
        "a mistake|an error|premature|cancelled|canceled|called off".split("|")
    ),
    ruled_things=frozenset(
        "that this it claim claims statement remark comment report letter video post quote quotation photo clip "
        "picture image account story rumour rumor words message tweet notice alert alarm warning".split()
    ),
    ruling_adverbs=frozenset({"later", "since"}),
    ruling_openers=frozenset("but|in fact|actually|however|in reality|in truth|yet|later".split("|")),
    settled=frozenset("true real correct actual right".split()),
    numbers_told=frozenset("figure number estimate toll count total tally".split()),
    revising=frozenset("cut lowered raised revised changed reduced corrected".split()),
    revising_gerunds=frozenset("cutting lowering raising revising changing reducing correcting".split()),
    reaching=frozenset({"by", "within"}),
    telling_how=frozenset({"without"}),
    revising_adverbs=frozenset("since later now quietly then".split()),
    proving=frozenset("turned out|turns out|has turned out|proved|has proved|was found|were found".split("|")),
    withdrawing=frozenset(
        "deleted removed withdrew withdrawn retracted pulled disowned recanted rescinded corrected deletes removes "
        "withdraws retracts took taken takes walked".split()
    ),
    taken_back_later=frozenset(
        "it later emerged|it has since emerged|it soon emerged|it emerged later|it later turned out|it turned out|"
        "it has since turned out|it later transpired|at least that is what|at least that's what|none of it|"
        "none of this|none of that|the opposite|no such|nothing of the kind|nothing of the sort|"
        "has since admitted|have since admitted|has since revised|"
        "later revised|later lowered|apologised for the mistake|apologized for the mistake|apologised for the error|"
        "apologized for the error|admitted the error|admitted the mistake|we rate|that never happened|"
        "later took it back|later took that back|later retracted|"
        "later withdrew the|later corrected|later backtracked|later apologised for the|later apologized for the|"
        "took the remark back|said it was a joke|said that it was a joke".split("|")
    )
    | _RECANTING,
    unproven=frozenset(
        "evidence|proof|false|untrue|unclear|uncertain|unlikely|doubtful|deny|denied|denies|doubt|doubts|"
        "doubted|unknown|impossible|wish|wishes|hope|hopes|claim that".split("|")
    ),
    notes=frozenset(
        "correction|corrections|clarification|editor's note|editors' note|an earlier version|"
        "a previous version|this story has been|this article has been|this post has been|this story was amended|"
        "this article was amended|this story was updated|this article was updated|this story was corrected|"
        "this article was corrected|an earlier headline|"
        "because of an editing error|due to an editing error|owing to an editing error|because of an error|"
        "because of incorrect information|this article previously|this story previously|this post previously|"
        "this article originally|this story originally|an article on page|"
        "a previous headline|from the archive|from the archives|from our archive|from our archives".split("|")
    ),
    labels=frozenset(
        "read more|read also|more on this story|more on this|sponsored content|sponsored|paid content|"
        "partner content|"
        "paid post|letter to the editor|letters to the editor|pictured|file photo|photo caption|picture caption|"
        "file picture|file image|archive photo|"
        "watch|see also|related|video|photo|photos|image|play video|more|listen|"
        "click here|subscribe|sign up|advertisement|caption|gallery|update|breaking|opinion|analysis|"
        "fact check|exclusive|note|source|sources|via|by|correction|editor's note|published|updated|"
        "also read|must read|trending|claim|claims|rumor|rumour|hoax|false|misleading|verdict|ruling|our ruling|"
        "the claim|fact-check|question|interviewer|headline|headlines|statement|the statement|myth|quiz|satire|"
        "parody".split("|")
    ),
    news_labels=frozenset("exclusive|breaking|breaking news|update|just in|the latest|latest|developing".split("|")),
    bare_conditions=frozenset(
        "once|until|even if|only if|as long as|as soon as|by the time|whenever|that|whether|how".split("|")
    ),
    conditions=frozenset(
        "if|unless|until|provided|as long as|as soon as|so long as|once|should|only if|assuming|on condition|"
        "pending|in exchange|except|or else|in return|in case|lest|barring".split("|")
    ),
    last_words=frozenset(
        "a an the and or but nor that of to in on at for with by from as than which who whom whose after before "
        "while because although though if unless until since even just when where its his their our my your "
        "is are was were be been being has have had will would could should may might must can not very into onto "
        "about against between during include includes including".split()
    ),
    asides=frozenset(
        "of from in at on with for during through via after under as like along speaking citing quoting referring "
        "asked including writing known based who whose which whom now then head chief one part both himself herself "
        "itself themselves himself author co-author co-founder founder executive vice deputy acting former senior "
        "professor editor host mayor chairman chairwoman president spokesman spokeswoman spokesperson director "
        "chancellor secretary policy an a the".split()
    ),
    narrating=frozenset(
        "but declined|but offered|but gave|but refused|"
        "but provided|without elaborating|without providing|without offering|without giving|"
        "without specifying|without evidence|before appearing|before walking|before adding|before saying|"
        "but later|but added|but said|but stopped short|but stressed|but acknowledged|but noted|but warned|"
        "but insisted|but conceded|though did not|and declined|and refused to comment|sending markets|sending stocks|"
        "sending shares|sending prices|sending futures|roiling markets|rattling markets|rattling investors|"
        "before withdrawing|before correcting|before retracting|before being led|before being taken|"
        "before being cut off|before being escorted|before being interrupted|before hanging up|before storming|"
        "before sitting down|before stepping|before boarding|before leaving the room|before leaving the stage|"
        "and left the room|and left the stage|and walked off|and walked out of the room|and hung up|and stormed|"
        "and sat down|and shook hands|and shook his head|and shook her head|and took no questions|as happened|"
        "as was the case|when asked|when pressed|when questioned|to reporters|to journalists|"
        "and by noon|and by nightfall|and by evening|and by morning|at a time when|on the eve of|yet it|yet he|"
        "yet she|yet they|yet the|"
        "then admitted|then took|then deleted|then thought|then corrected|then changed|then withdrew|then apologised|"
        "then apologized|and has since|and has regretted|and later apologised|and later apologized|"
        "and later withdrew|"
        "and later corrected|and has apologised|and has apologized".split("|")
    )
    | _SAYING_NO_MORE,
    commenting=frozenset(
        "ending|having|only to|"
        "leaving in question|leaving in doubt|leaving open|leaving unclear|leaving it unclear|leaving uncertain|"
        "casting doubt|throwing into doubt|putting in doubt|calling into question|clearing the way|setting the stage|"
        "contradicting|reversing|raising|dashing|sparking|prompting|drawing|fuelling|fueling|stoking|signalling|"
        "signaling|echoing|paving the way|in a blow|in a boost|in a setback|in a sign|in a rebuke|in an apparent|"
        "in the latest|in his latest|in her latest|in its latest|in their latest|in yet another|an acknowledgment that|"
        "an acknowledgement that|an admission that|an apparent reference to|an apparent nod to|"
        "in what|the first such|the second such|the third such|the latest such|the strongest|the clearest|"
        "the bluntest|"
        "his strongest|her strongest|their strongest|its strongest|his first|her first|their first|its first|"
        "his clearest|her clearest|their clearest|its clearest".split("|")
    ),
    alike=frozenset("similar comparable parallel related rival companion separate".split()),
    asking_on=frozenset(
        "asked urged promised vowed pledged threatened accused blamed demanded ordered invited thanked warned praised "
        "called apologised apologized appealed offered criticised criticized condemned welcomed rejected suggested "
        "hinted insisted recommended advised encouraged compared likened defended dismissed".split()
    ),
    choices=frozenset("either options choices alternatives".split()),
    attending=frozenset(
        "listened|watched|cheered|applauded|booed|laughed|wept|nodded|clapped|chanted|jeered|looked on|"
        "took notes".split("|")
    ),
    suggesting=frozenset(
        "suggest suggests suggested suggesting imply implies implied implying hint hints hinted hinting".split()
    ),
    asking=frozenset("ask asks asked asking inquired wondered".split()),
    undergoing=frozenset({"was", "were"}),
    feeling=frozenset("felt remained".split()),
    only_past=frozenset("went became began fell took gave fled flew grew rose ran sank threw tore wore woke".split()),
    before_past=frozenset({"had"}),
    lines_of_works=frozenset("line lyric verse scene quote quotation joke".split()),
    speaker_deeds=frozenset(
        "refused declined cancelled canceled recalled sacked fired suspended apologised apologized resigned "
        "withdrew".split()
    ),
    simultaneous=frozenset("as while yet but".split()),
    told_moments=frozenset("later earlier before after afterwards afterward".split()),
    recalling=frozenset({"following"}),
    more_person_endings=frozenset({"yst"}),
    bodies_of_people=frozenset("police union company".split()),
    harming=frozenset("killed wounded injured destroyed flattened displaced maimed left".split()),
    hearsay_tellers=frozenset(
        "people persons officials aides sources witnesses colleagues friends lawyers diplomats advisers neighbours "
        "neighbors neighbour neighbor witness colleague friend relative relatives bystander bystanders".split()
    ),
    market_pushes=frozenset({"sending"}),
    market_moves=frozenset(
        "to a record|to a new high|to a new low|to record highs|to record lows|higher|lower|soaring|tumbling|"
        "plunging|"
        "sliding|surging|into a fall|shares|stock|stocks|futures".split("|")
    ),
    told_spans=frozenset("minutes hours days weeks".split()),
    reversing=frozenset({"stopped short", "fell short", "fallen short"}),
    told_order=frozenset({"after", "before"}),
    figure_comparisons=frozenset(
        "compared with|compared to|against|versus|far less than|far more than|well below|well above|short of|"
        "more than|less than|fewer than".split("|")
    ),
    figures_of_others=frozenset(
        "figure estimate estimates estimated count tally forecast forecasts projection valuation".split()
    ),
    beside_saying=frozenset(
        "unaware|oblivious|much to|to the surprise|to the delight|to the dismay|to cheers|to applause|to laughter|"
        "or so|when in fact|when in truth|apparently unaware|without knowing|not knowing".split("|")
    ),
    saying_beside=frozenset({"before", "despite"}),
    taken_up=frozenset("something|a claim|an allegation|an accusation|a charge|a charge that|charges".split("|")),
    pressing=frozenset("pressed pressured challenged confronted".split()),
    factive=frozenset("after because though".split()),
    conceding=frozenset({"while"}),
    question_openers=frozenset("asked questioned pressed speaking while".split()) | {"when asked"},
    cleft_openers=frozenset({"what"}),
    settled_nouns=SETTINGS,
    stage_prepositions=frozenset("in at during within inside".split()),
    role_openings=frozenset("as the|as a|as an".split("|")),
    supposing=frozenset("suppose imagine without picture envision envisage".split()),
    inverted_conditions=frozenset("had should were".split()),
    places_of_audience=frozenset("of at in for from on with and during near outside".split()),
    subject_relatives=frozenset({"who", "which"}),
    object_relatives=frozenset({"whom"}),
    according=frozenset({"according to"}),
    focusing=frozenset({"even"}),
    granting=frozenset({"though", "although", "even as"}),
    questions=frozenset("if whether why what who".split()),
    narrating_joints=frozenset({"and", "but"}),
    present_auxiliaries=frozenset(
        "is are does do has have isn't isn’t aren't aren’t doesn't doesn’t don't don’t".split()
    ),
    judging=frozenset(
        "said told wrote added stated noted announced reported claimed argued insisted acknowledged admitted "
        "confirmed "
        "declared stressed warned disagree disagrees disagreed put puts counted valued estimated estimates says "
        "believes thinks doubts doubted denies denied disputes disputed urged urges".split()
    )
    | {"threw out"},
    calling=frozenset("call calls called describe describes described".split()),
    no_judgement=frozenset({"by", "in", "on", "at", "to be", "up"}),
)
