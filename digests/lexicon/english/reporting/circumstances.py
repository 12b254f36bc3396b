"""English words for how, when, where and to whom somebody speaks."""

from __future__ import annotations

from digests.lexicon.english.reporting.settings import SETTINGS
from digests.lexicon.reporting_groups import Circumstances

CIRCUMSTANCES = Circumstances(
    adverbs=frozenset(
        "also then later earlier repeatedly previously recently publicly again already separately further simply "
        "clearly flatly bluntly openly explicitly specifically immediately quickly eventually finally initially "
        "originally consistently frequently often regularly famously notably additionally similarly likewise angrily "
        "calmly quietly proudly sharply strongly firmly emphatically directly privately formally officially since "
        "subsequently afterwards afterward first too still always therefore thus now even just soon "
        "confidently cheerfully candidly frankly routinely continually steadfastly vigorously vehemently strenuously "
        "long rightly unanimously jointly personally pointedly today yesterday tonight overnight "
        "meanwhile however ardently staunchly loudly "
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
        "interestingly critically consequently accordingly here meantime".split()
    )
    | frozenset(
        "in addition|in fact|for example|for instance|of course|on the other hand|at the same time|in turn|"
        "in particular|by contrast|in contrast|as a result|for his part|for her part|for its part|"
        "for their part|above all|after all|at first|to be sure|in response|in reply|in short|in general|"
        "what's more|most important|more important|perhaps most important|most importantly|more importantly|that said|"
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
        "interviewed reminded told quizzed challenged confronted contacted approached born raised educated trained "
        "elected appointed buoyed encouraged emboldened angered stung worried convinced "
        "of unlike introducing campaigning defending launching quoting echoing facing ahead just even late early to "
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
        "time half hour minutes hours moments ago before same past recent evening’s wake front headquarters airport "
        "stage podium platform facebook twitter telegram instagram camera record behalf condition anonymity".split()
    ),
    addressing=frozenset({"to", "with"}),
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
    taking=frozenset("took takes taken".split()),
    settled_nouns=SETTINGS,
    stage_prepositions=frozenset("in at during within inside".split()),
    places_of_audience=frozenset("of at in for from on with and during near outside".split()),
    focusing=frozenset({"even"}),
)
