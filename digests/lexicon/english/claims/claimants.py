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
        "new news press latest recent earlier same previous most revised joint initial written emailed annual "
        "national international online official internal".split()
    ),
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
    findings=frozenset("poll polls survey surveys study analysis".split()),
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
    forces=frozenset(
        "troops soldiers forces units fighters marines brigades militants rebels workers miners students "
        "officials".split()
    ),
)
