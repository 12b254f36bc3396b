"""English words by which a speaker, or the text, takes back or sets right what was said."""

from __future__ import annotations

from digests.lexicon.reporting_groups import Retractions

_RECANTING = frozenset(
    f"{verb} {owner} {noun}"
    for verb in ("changed", "changing")
    for owner in ("his", "her", "its", "their")
    for noun in ("story", "account", "version", "tune", "mind", "minds")
)

RETRACTIONS = Retractions(
    left_behind=frozenset({"from", "into"}),
    withdrawn_things=frozenset(
        "ambassador ambassadors army bid candidacy deposits diplomats embassy envoy force forces funding funds "
        "investment investments military money nomination personnel savings soldiers staff support troops unit "
        "units".split()
    ),
    taking_back=frozenset(
        "joke joked joking retracted retract retracts withdrew withdraw apologised apologized recanted recant "
        "misspoke misquoted sarcastically untrue false falsely fake hoax forged fabricated doctored parody satire "
        "satirical fictional misattributed backtracked disowned correcting retracting withdrawing jest mistaken "
        "misheard imitating mimicking paraphrasing wrongly mistakenly erroneously incorrectly inaccurately".split()
    )
    | frozenset(
        "reneged|reneging|went back on|broke the promise|broke that promise|broke the pledge|broke that pledge|"
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
        "tongue in cheek|tongue-in-cheek|winked|winking|with a wink|denied it|"
        "rolling his eyes|rolling her eyes|rolled his eyes|rolled her eyes|with a smirk|smirking|with a grin|deadpan|"
        "deadpanned|in mock|dripping with sarcasm|making air quotes|in contradiction to|in flat contradiction|"
        "later put it at|later put at|"
        "crossed her fingers|crossed his fingers|"
        "crossing her fingers|crossing his fingers|quotation marks in the air|scare quotes|"
        "later to regret|came to regret|come to regret|lived to regret|would regret|what we wrote|what we reported|"
        "before being told|before learning|before finding out|before noticing|before realising|before realizing|"
        "before remembering|before catching|"
        "drawing laughter from|drawing laughs from|to general laughter|to much laughter|"
        "amid laughter|drawing laughter|drawing laughs|"
        "or that is how|or that is what|or that was how|or that was what|or that's how|or that's what|"
        "nothing of the kind|nothing of the sort".split("|")
    )
    | _RECANTING,
    contradicting=frozenset("in fact|in reality|in truth|actually".split("|")),
    setting_right=frozenset("in fact|in reality|in truth".split("|")),
    passing_off=frozenset("so|at least|or so".split("|")),
    facts_against=frozenset(
        "when in fact|when in truth|when in reality|where in fact|where in truth|where in reality|while in fact|"
        "while in truth|while in reality|although in fact|though in fact|though in truth".split("|")
    ),
    regretting=frozenset("apologised apologized".split()),
    verdicts=frozenset(
        "not|not quite|not so|not exactly|not really|hardly|scarcely|if only|far from it|nonsense|wrong|as if|"
        "never|rubbish|bunk|or not|"
        "well, nearly|well, almost|well, nearly all|well, almost all|nearly all|almost all|in theory|on paper|"
        "just kidding|only kidding|kidding|april fools|april fool|got you|quite the reverse|quite the contrary|"
        "on the contrary|dream on|no".split("|")
    ),
    accounts=frozenset("account accounts feed handle profile page".split()),
    broken_into=frozenset("been hacked|was hacked|were hacked|got hacked".split("|")),
    misspeaking=frozenset(
        "correct the record|corrected the record|corrected the figure|corrected the number|"
        "quoted wrongly|wrongly quoted|"
        "misspoken|misspoke|misquoted|misheard|misread|been joking|was joking|were joking|got it wrong|"
        "got that wrong|"
        "slip of the tongue|out of context|been mistaken|mixed up|"
        "been reading from|was reading from|misinformed|never said that|never said so|never said it|did not say that|"
        "did not say so|denied saying|denied having said".split("|")
    ),
    meaning_another=frozenset(
        "was less sure|were less sure|was less certain|was no longer sure|was no longer certain|was not so sure|"
        "meant the|meant a|meant an|meant to say|had meant|was thinking of|were thinking of|had confused|"
        "was confusing|had mixed up|was talking of another|was talking about another|was speaking of another|"
        "was speaking about another|was referring to another|had in mind another".split("|")
    ),
    meaning=frozenset({"meant", "had meant"}),
    supporting=frozenset("bear out|support|confirm|back up|show|reflect|agree with|square with".split("|")),
    putting_right=frozenset({"that is", "that is to say", "or rather"}),
    clarifying=frozenset(
        "was speaking|were speaking|was talking|were talking|was referring|were referring|was thinking of|"
        "was only|were only|meant only|only meant".split("|")
    ),
    contrary=frozenset(
        "the other way round|the other way around|"
        "otherwise|the opposite|the contrary|the reverse|a different story|another story|a different tale".split("|")
    ),
    proving_contrary=frozenset(
        "say says said show shows showed showing suggest suggests suggested suggesting tell tells told indicate "
        "indicates indicated indicating prove proves proved proving found find finds".split()
    ),
    nowadays=frozenset({"now", "today"}),
    establishing=frozenset("ruled established proved concluded decided".split()),
    unmeant=frozenset(
        "has since apologised|has since apologized|have since apologised|have since apologized|later apologised for|"
        "later apologized for|"
        "in a manner of speaking|"
        "in her dreams|in his dreams|in their dreams|in its dreams|in your dreams|turned out not to be|"
        "proved not to be|turned out to be false|turned out to be wrong|"
        "turned out to be untrue|mixing up|misquoting|misreading|confusing it|to be believed|"
        "with a wink|winking|words to that effect|pigs can fly|pigs might fly|tongue in cheek|would have it|"
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
        "retracted|withdrawn|corrected|invented|fabricated|made up|a forgery|forged|a fake|fake|a deepfake|"
        "a hoax|doctored|"
        "debunked|a drill|only a drill|an exercise|only an exercise|"
        "misquoted|a misquotation|a false alarm|mistaken|lying|joking|kidding|bluffing|misheard|"
        "a mistake|an error|premature|cancelled|canceled|called off|struck from the record|struck out|expunged|"
        "disproved|spliced|dubbed|cut together|stitched together|"
        "refuted|discredited|edited|amended|taken down|altered".split("|")
    ),
    ruled_things=frozenset(
        "recording "
        "that this it claim claims statement remark comment report letter video post quote quotation photo clip "
        "picture image account story rumour rumor words message tweet notice alert alarm warning sentence "
        "testimony evidence theory "
        "finding findings passage".split()
    ),
    ruling_adverbs=frozenset({"later", "since"}),
    ruling_openers=frozenset("but|in fact|actually|however|in reality|in truth|yet|later".split("|")),
    plans=frozenset("plan idea theory hope intention".split()),
    counting=frozenset("counted included surveyed covered".split()),
    settled=frozenset("true real correct actual right".split()),
    numbers_told=frozenset("figure number estimate toll count total tally average median".split()),
    revising=frozenset("cut lowered raised revised changed reduced corrected".split()),
    before_revising=frozenset({"before"}),
    revising_gerunds=frozenset("cutting lowering raising revising changing reducing correcting".split()),
    reaching=frozenset({"by", "within"}),
    revising_adverbs=frozenset("since later now quietly then".split()),
    proving=frozenset("turned out|turns out|has turned out|proved|has proved|was found|were found".split("|")),
    withdrawing=frozenset(
        "deleted removed withdrew withdrawn retracted pulled disowned recanted rescinded corrected deletes removes "
        "withdraws retracts took taken takes walked".split()
    ),
    taken_back_later=frozenset(
        "before reversing himself|before reversing herself|before reversing themselves|before reversing itself|"
        "before reversing course|before backtracking|before walking it back|before walking that back|"
        "so, at least|make that|laughed as he said it|laughed as she said it|"
        "was online for|was live for|that depends|all depends|much depends|everything depends|"
        "not to know that|events have overtaken|"
        "events had overtaken|been overtaken by events|how wrong|asked if she was sure|asked if he was sure|"
        "asked if they were sure|asked whether she was sure|asked whether he was sure|it later emerged|"
        "it now turns out|it now emerges|it has now emerged|"
        "it has since emerged|it soon emerged|it emerged later|it later turned out|it turned out|"
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
    lines_of_works=frozenset("line lyric verse scene quote quotation joke".split()),
    reversing=frozenset({"stopped short", "fell short", "fallen short"}),
)
