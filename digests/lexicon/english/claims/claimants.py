"""English nouns that tell what a claimant is."""

from __future__ import annotations

from digests.lexicon.claims import Claimants

CLAIMANTS = Claimants(
    documents=frozenset(
        "test tests average averages cable cables dossier directive memorandum "
        "poll polls survey surveys study studies report reports review reviews research analysis assessment audit "
        "record records document documents data figures statistics statement letter email emails memo complaint "
        "lawsuit filing filings indictment ruling brief testimony transcript article editorial column story book "
        "website site post tweet ad advertisement video clip footage recording photo photos image images map chart "
        "slide database list math line census index estimate estimates projection forecast law bill order contract "
        "guidelines guidance message missive "
        "agreement constitution release releases summary affidavit resolution numbers suit petition schedule".split()
    ),
    parts=frozenset("majority majorities share shares".split()),
    whereabouts=frozenset({"there", "here"}),
    respondents=frozenset("respondents participants interviewees those them".split()),
    out_of=frozenset({"in", "out of"}),
    vague_modifiers=frozenset(
        "new news press latest recent earlier further same previous most revised joint initial written emailed annual "
        "national international online official internal".split()
    ),
    uncounted=frozenset("many several numerous countless various multiple some most other".split()),
    continuing=frozenset({"further", "additional", "subsequent"}),
    reports=frozenset({"report", "reports"}),
    vague_bodies=frozenset(
        "organization organisation association nonprofit charity body union party campaign foundation".split()
    ),
    nondescript=frozenset(
        "person individual man woman group team coalition organization organisation association nonprofit charity "
        "number handful series collection".split()
    ),
    kept_back=frozenset("official source".split()),
    candidacies=frozenset({"candidate", "nominee", "hopeful", "contender", "front runner", "frontrunner"}),
    open_offices=frozenset(
        "leader senator representative congressman "
        "congresswoman lawmaker legislator politician businessman businesswoman member delegate".split()
    ),
    known_offices=frozenset(
        "pope president premier chancellor king queen emir sultan mayor governor minister ambassador consul envoy "
        "coroner sheriff superintendent treasurer archbishop bishop patriarch ombudsman".split()
    ),
    alike_documents=(frozenset("poll survey test tests".split()), frozenset("report study research".split())),
    making=frozenset(
        "released issued published conducted compiled written prepared produced signed made drafted authored filed "
        "delivered presented taken sent".split()
    ),
    leaks=frozenset("hacked leaked stolen seized intercepted purloined pilfered forged fake".split()),
    utterances=frozenset("statement letter memo tweet post column editorial testimony complaint".split()),
    postings=frozenset(
        "post posts tweet tweets video videos clip image photo page site message advertisement ad".split()
    ),
    platforms=frozenset(
        "facebook twitter youtube instagram telegram tiktok reddit snapchat whatsapp linkedin weibo tumblr vkontakte "
        "craigslist kickstarter gofundme medium".split()
    ),
    kept_papers=frozenset("record records document documents".split()),
    messages=frozenset("email emails message messages letter letters memo memos".split()),
    findings=frozenset("poll polls survey surveys study analysis".split()),
    counts=frozenset(
        "poll polls polling survey surveys study studies analysis average averages research test tests census index "
        "count tally".split()
    ),
    authored=frozenset(
        "report study survey poll analysis research review assessment statement letter memo email message missive "
        "guidelines guidance website site".split()
    ),
    handed_in=frozenset("filing filings".split()),
    site_openings=frozenset({"Web"}),
    people_too=frozenset({"figures"}),
    named_for_makers=frozenset({"poll"}),
    persons=frozenset(
        "nominee candidate president premier chancellor governor minister secretary senator representative lawmaker "
        "mayor ambassador envoy spokesman spokeswoman spokesperson chair chairman chairwoman director chief head "
        "commander general colonel officer official soldier prosecutor lawyer attorney judge witness aide adviser "
        "advisor doctor professor author reporter journalist editor businessman businesswoman executive founder "
        "leader king queen prince princess pope man woman mother father resident survivor source native "
        "graduate".split()
    ),
    representatives=frozenset(
        "agent lawyer attorney solicitor barrister spokesman spokeswoman spokesperson prosecutor coroner neighbour "
        "neighbor detective inspector".split()
    ),
    carers=frozenset(
        "coach manager doctor surgeon physician nurse psychiatrist trainer teacher headteacher headmaster judge "
        "officer police fire zoo inspector detective superintendent coroner pathologist sheriff colonel general "
        "captain warden zookeeper keeper vet midwife paramedic interpreter biographer".split()
    ),
    plurals=frozenset(
        "police people percent men women children policemen policewomen congressmen lawmen firemen businessmen "
        "fishermen gunmen servicemen".split()
    ),
    collectives=frozenset({"staff"}),
    leaderships=frozenset("management leadership".split()),
    counting=frozenset("some most many half all both".split()),
    single=frozenset("a an one another the".split()),
    adverbial=frozenset("in by on from to with for into sooner".split()),
    continuations=frozenset("of in for from with at who on".split()),
    examples=frozenset({"such as", "including", "based"}),
    topics=frozenset("of for on".split()),
    bodies=frozenset("department ministry board bureau agency commission".split()),
    benches=frozenset("judge judges magistrate magistrates courts tribunal tribunals juries".split()),
    forces=frozenset(
        "troops soldiers forces units fighters marines brigades militants rebels workers miners students "
        "officials".split()
    ),
    stating=frozenset(
        "timeline chronology audio clipping booklet search mail opinion headline check scorecard community guard "
        "readout copy palace tabloid weekly daily quarterly throne curia rabbinate papacy chancery registrar "
        "bloggers diaspora establishment intelligentsia cabal clique consortium cartel conglomerate subsidiary "
        "syndicate partnership venture practice chambers bar constabulary garrison regiment battalion squadron "
        "platoon patrol posse mafia ward dormitory casino cinema resort brewery distillery vineyard winery foundry "
        "refinery shipyard depot warehouse pharmacy bookshop cafe restaurant diner bistro caterer nursery "
        "kindergarten hospice orphanage shelter asylum sanctuary aquarium arboretum archive archives commune "
        "kibbutz settlement township municipality precinct parish canton prefecture emirate sultanate caliphate "
        "state-run wire newswire correspondent anchorwoman footnote subtitle prologue epilogue plaintiff appraisal "
        "census biopsy x-rays screening swab tracker dashboard spreadsheet leaderboard standings ballot ballots "
        "petition referendum codebook yearbook almanac atlas encyclopedia encyclopaedia thesaurus compendium digest "
        "anthology treatise thesis dissertation monograph newscast newsletter weblog wiki podcast livestream "
        "webcast voicemail hotline helpline citizen peer monk nun serf kin clergy laity co-op gym hotel pub farm "
        "bakery mill mine port harbour harbor mosque temple synagogue cathedral convent monastery prison jail "
        "railway railroad line fleet navy mob sect cult think-tank academy district borough province kingdom "
        "republic commonwealth choir ballet opera gallery franchise app algorithm chatbot bot software system radar "
        "sensor satellite camera telescope meter thermometer guide guidebook total bookie ally commenter politico "
        "dad daddy docent dove elder faithful fiance fiancee folk guy hawk kid legend mom mum mummy rebel sibling "
        "stranger suspect teen victim youth youngster affiliate alliance arm bench bloc branch broadcaster cabinet "
        "camp carrier caucus chain circle clinic coalition command cooperative country crew delegation duo "
        "electorate embassy faction guild household judiciary junta laboratory lab leadership legislature majority "
        "management militia minority monarchy nation nonprofit airport opposition pair party platform plurality "
        "portal public ranch regime regulator school shop side sides store studio tribe tribunal trio unit watchdog "
        "wing abstract addendum advert affirmation agenda alert annex appeal appendix autopsy barometer billboard "
        "biography blog blueprint bulletin calculation calculations card catalogue certificate chapter chronicle "
        "circular citation clause code commercial communication communique curriculum declaration decree deposition "
        "description dictionary directory disclosure docket draft email entry essay evaluation examination excerpt "
        "exhibit experiment fact file finding flier flyer folder form gauge handbook hashtag headcount inquest "
        "inquiry index indicator information injunction inscription inspection instruction inventory investigation "
        "invoice itinerary journal judgment judgement leaflet ledger legislation licence license listing log "
        "manifesto manual manuscript material measurement memoir menu minutes model modelling modeling monitoring "
        "motion note notice notification obituary observation order outlook pamphlet paper papers permit pitch "
        "placard plan plea pleading policy polling poster prediction preamble presentation press proclamation "
        "profile program prognosis programme projection proposal prospectus provision psalm questionnaire receipt "
        "record registry regulation reporting result return reply reminder response review rule rulebook sample "
        "scan scripture script section sheet simulation slate slideshow slogan standard statute submission suit sum "
        "summary summons surveillance tabulation tally tape telegram template term testimony television textbook "
        "ticker track transcript translation treaty update verdict verse version warning warrant writ x-ray".split()
    ),
    bare_persons=frozenset(
        "killer mum dad suspect victim teen boy girl thief gunman driver accused deceased complainant".split()
    ),
    conduct=frozenset({"record"}),
    partitives=frozenset(
        "copy copies version versions portion page pages array batch bulk bunch chorus chunk couple crowd dozen "
        "dozens flurry group handful host hundreds lot lots million millions mix number numbers pair parade percent "
        "proportion quarter raft range series set slew spate string team thousands trio trove variety wave".split()
    ),
    thing_endings=frozenset("ment tone zone phone repair weather temper wonder".split()),
    behind_nouns=frozenset(
        "across around throughout available close familiar online out inside outside off-camera offline present "
        "alike today there here run last next earlier yesterday alone upset angry critical loyal sympathetic privy "
        "unhappy".split()
    ),
)
