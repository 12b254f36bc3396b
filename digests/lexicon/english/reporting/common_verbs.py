"""Common English verbs, by which a clause or a headline is known."""

from __future__ import annotations

from digests.lexicon.english.reporting.verb_forms import forms_of, present_of
from digests.lexicon.reporting_groups import CommonVerbs

COMMON_VERBS = CommonVerbs(
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
        "succeed survive tolerate undergo unite welcome widen worsen encompass comprise constitute apply specify "
        "identify demonstrate entail imply indicate underpin eliminate exclude incorporate classify qualify "
        "disappear emerge collapse deteriorate coincide correspond compensate collaborate cooperate comply evolve "
        "erode donate distribute dominate dwell impose intervene linger multiply neglect "
        "oversee pertain pollute possess prohibit revolve sustain thrive transform validate"
    ).finite
    | frozenset(
        "froze broke struck drove fled flew fought bore spoke stole shook shone sank swept swung tore threw taught "
        "understood wore wound woke wove slept slid sold sought shut shrank sprang stuck strode swam rode rang paid "
        "laid hung heard grew fed fell felt dug drew drank dealt crept chose caught bought bent bit bled blew bred "
        "burst clung ate arose awoke beat became bound spread split spun hurt hid forgave forgot forbade fit lit lay "
        "meant read rid quit".split()
    ),
    present_verbs=present_of(
        "adapt adhere adjust aggravate alienate alleviate amplify anticipate assume assure await behave betray bolster "
        "broaden cease clarify coexist combine communicate compensate complain complicate conclude confuse conserve "
        "consume contend contradict contribute cope criticise criticize deceive deem deepen defy deny deprive "
        "derive deserve deter develop devote diminish disagree discourage dismantle disrupt distinguish distract "
        "distort embrace embody empower endanger endure engage enhance entice establish evaluate examine "
        "exaggerate exist facilitate flourish foresee foster frustrate govern grieve hamper harden hasten "
        "heighten hesitate hinder imagine inflict inhabit integrate interact interfere interpret intimidate isolate "
        "jeopardise jeopardize lessen loosen misjudge misrepresent misunderstand mobilise mobilize operate organise "
        "organize outpace outperform outweigh overcome overestimate overlook overstate perceive persist perpetuate "
        "portray precede predict prolong provoke reckon reconcile remind rethink retaliate reassure "
        "reunite signify smuggle soften solve stabilise stabilize stem stigmatise stigmatize stimulate strive submit "
        "subsidise subsidize sympathise sympathize tighten unify underestimate undermine understate underscore "
        "utilise utilize"
    ),
    same_forms=frozenset("set cut hit put let shut cost spread split hurt read run beat quit".split()),
    awaiting=frozenset("poised slated destined scheduled supposed inclined geared entitled obliged".split()),
    vote_bases=frozenset({"vote"}),
    vote_forms=frozenset({"votes"}),
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
    only_past=frozenset(
        "went became began fell took gave fled flew grew rose ran sank threw tore wore woke drank sang swam "
        "spoke stole froze chose drove rode shook".split()
    ),
)
