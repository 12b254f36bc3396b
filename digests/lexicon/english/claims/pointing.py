"""English words by which a line points at what it may not hold."""

from __future__ import annotations

from digests.lexicon.claims import Pointing

POINTING = Pointing(
    one_of_many=frozenset(
        # what was said or written
        "letter memo report article column book film movie show series episode play song poem video clip photo photos "
        "photograph picture pictures image images recording tape footage document documents file files email emails "
        "message messages tweet tweets post posts speech interview remark remarks comment comments statement "
        "statements allegation allegations accusation accusations claim claims complaint lawsuit suit petition charge "
        "charges question questions answer proposal proposals idea suggestion warning announcement advertisement ad "
        "ads story stories study survey poll test tests results result outcome findings quote phrase word words list "
        # what was decided, agreed or begun
        "decision decisions ruling verdict sentence order policy policies plan plans measure measures move step steps "
        "rule rules bill legislation resolution amendment motion law laws agreement agreements deal deals contract "
        "contracts pact treaty accord offer bid purchase sale acquisition merger transaction program programs "
        "programme project projects initiative scheme effort efforts change changes cut cuts delay delays increase "
        "reform reforms approach strategy review investigation probe inquiry trial case cases hearing appeal session "
        "meeting meetings talks negotiations discussions conversation conversations briefing call calls visit trip "
        "tour exercise exercises operation operations mission ban tariff tariffs tax fee grant loan funding payment "
        "payments money donation donations deadline deadlines "
        # what happened
        "event events incident incidents attack attacks blast blasts explosion explosions fire fires crash collision "
        "shooting shootings strike strikes raid raids accident accidents killing murder assault assaults arrest "
        "arrests deaths disaster outbreak spill leak shutdown protest protests rally demonstration march riots "
        "clashes spectacle issue issues problem problems situation trouble matter controversy mistake error failure "
        "concern concerns threat threats surprise success progress trend pressure path status design listing "
        "disclosure gathering transition recount quarantine damage person request goal purpose fix stereotyping fear "
        # places and buildings
        "city town village county district province state area areas region island peninsula neighbourhood "
        "neighborhood community site sites place location spot scene facility facilities plant factory building "
        "buildings house home apartment room office store shop restaurant hotel hospital clinic school schools "
        "university campus church mosque airport station bridge tunnel road highway intersection river lake dam park "
        "stadium arena court prison jail camp shelter shelters base border port field mine pipeline reactor "
        # things
        "car truck bus train plane aircraft jet helicopter flight ship vessel boat vehicle vehicles weapon weapons "
        "gun firearm bomb device devices missile missiles debris wreckage body bodies machine phone computer "
        "computers software app product products drug drugs vaccine medication dog animal tree trees toll curfew "
        "smoke networks network letters levy levies material materials rebate rebates permit permits licences license "
        "licenses exhibit exhibition museum center centre surgery procedure subsidy subsidies recommendation "
        "recommendations ordinance referendum ballot ballots trick "
        # more of what happened
        "dispute conflict conflicts crisis quarrel standoff devastation damages stabbing robbery theft kidnapping "
        "hijacking takeover layoffs closure closures evacuation crowd crowds audience ceremony festival concert "
        # people and bodies
        "commander commanders individual individuals speaker evacuees detainees defendant defendants militia militias "
        "insurgents gunmen kidnapper killers killer recipient donor owner tenant tenants landlord customer customers "
        "man men woman women boy girl child children baby kid kids couple family families victim victims suspect "
        "suspects gunman shooter attacker attackers driver pilot passenger passengers crew patient patients student "
        "students teacher worker workers employee employees resident residents protester protesters officer officers "
        "soldier soldiers troops player players golfer coach athlete team teams club squad lawyer lawyers judge jury "
        "candidate candidates nominee job group groups company companies firm firms business businesses enterprise "
        "foundation organization organisation agency department ministry committee commission council board party "
        "coalition diocese union side sides cohort folks guy guys boss".split()
    ),
    everybody_knows=frozenset(
        "country nation world week weekend month year years day days morning afternoon evening night time times "
        "moment point season quarter decade century election administration government president house age era planet "
        "stage war".split()
    ),
    singling=frozenset("most best worst first last next only latest right wrong least".split()),
    remainders=frozenset({"the rest", "the same", "the other", "the others", "the former", "the latter", "the two"}),
    plain_remainders=frozenset("of as time way day year".split()),
    suches=frozenset({"such"}),
    kinds=frozenset("kind kinds type types sort sorts".split()),
    before_clauses=frozenset("and but for if so as".split()),
    ties=frozenset("still then instead once therefore thus again otherwise because yes no well yeah now not".split())
    | {"if so", "at the same time", "currently"},
    doing=frozenset("do doing did done like".split()),
    beside_predicates=frozenset("not so very too always been a".split()),
    places=frozenset(
        "city town village county district province state area areas region island peninsula neighbourhood "
        "neighborhood community border port site river lake park".split()
    ),
    bodies=frozenset(
        "company firm business group organization organisation agency department ministry committee commission "
        "council board party union campaign team club school university church hospital court store bank "
        "movement".split()
    ),
    deictic=frozenset({"here", "there"}),
    places_told=frozenset({"there"}),
    before_idle_places=frozenset("out up down over in still".split()),
    existing=frozenset(
        "exist exists existed remain remained came comes goes arose continue continues continued".split()
    ),
    others=frozenset("other others another less rest remaining latter one ones".split()),
    vague=frozenset(
        "thing things something stuff issue problem way lot situation matter point idea kind sort case".split()
    ),
    times=frozenset({"then", "at the time", "that day", "that year", "later", "earlier", "last night", "since then"}),
    past=frozenset("was were".split()),
    single_speaker=frozenset("I me my My".split()),
    listener=frozenset("you your".split()),
    comparing=frozenset(
        "other others another same both either neither former latter similar such too also again else instead more "
        "less still further additional one ones own respective previous earlier later next two three".split()
    ),
)
