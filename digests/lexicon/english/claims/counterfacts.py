"""English words by which a narrator sets facts against what somebody has just said."""

from __future__ import annotations

from digests.lexicon.lines import Counterfacts

COUNTERFACTS = Counterfacts(
    evidence=frozenset(
        "passport passports ticket tickets visa visas slip slips payslip payslips "
        "record records picture pictures papers ledger ledgers receipt receipts footage video videos clip "
        "photo photos photograph "
        "photographs image images sample samples test tests log logs logbook minutes email emails document documents "
        "file files invoice invoices audit audits register registers contract contracts diary diaries recording "
        "recordings transcript transcripts statement statements x-ray x-rays scan scans swab swabs meter meters "
        "gauge gauges "
        "label labels packaging stamp menu brochure timetable thermometer radar "
        "data statistics accounts books certificate certificates permit permits ballistics dna".split()
    ),
    accounts=frozenset(
        "data figures statistics records accounts ledger ledgers books documents filings logs minutes receipt receipts "
        "invoices".split()
    ),
    finders=frozenset(
        "investigators inspectors auditors engineers divers reporters journalists villagers neighbours neighbors "
        "vets doctors chemists pathologists firefighters scientists rescuers fishermen detectives hikers residents "
        "pupils patients parents "
        "visitors inspection inspections check checks review analysis search inquiry ballistics".split()
    ),
    finding=frozenset(
        "found find finds showed show shows counted discovered filmed revealed reveal reveals list lists listed put "
        "puts match matches matched reads".split()
    ),
    contrasts=frozenset("but yet however though although while when".split()),
    sayings=frozenset(
        "promise pledge vow commitment claim statement assertion assurance account version figure estimate denial "
        "boast prediction forecast opinion view belief position stance theory prospect possibility charge accusation "
        "allegation suggestion notion idea contention characterization characterisation conclusion insinuation rumour "
        "rumor".split()
    ),
    failing=frozenset(
        "broke breaks broken lasted contradict contradicts contradicted contradicting dispute disputes disputed "
        "disputing refute refutes refuted refuting disprove disproves disproved belie belies belied reject rejects "
        "rejected deny denies denied "
        "undermined unsupported unproven lie lies false untrue nonsense absurd "
        "laughable ridiculous misleading baseless debunked dropped abandoned forgot forgotten reversed never "
        "longer".split()
    ),
    counter=frozenset("contrary to what|in contrast to what|at odds with what|against what|despite what".split("|")),
    upsetting=frozenset("only for|only to be|only to find|only to see|only to learn".split("|")),
    owning=frozenset({"own"}),
    standing_out=frozenset(
        "the one|the ones|the two|the pair|the three|his own|her own|its own|their own|one of his|one of her|"
        "one of its|one of their|one of them".split("|")
    ),
    before_nouns=frozenset("of no filed these those many more such phone hundred several".split()),
    whole=frozenset(
        "all every everyone everybody everything always each any only entire whole completely fully entirely".split()
    ),
    denying_all=frozenset("no|none|nobody|no one|never|not one|not a single|not a|nothing".split("|")),
    absences=frozenset("record records trace traces evidence proof".split()),
    missing=frozenset("has have had holds held found finds contains".split()),
    promising=frozenset("will|would|shall|'ll|cannot|can't|promised to|vowed to|pledged to".split("|")),
    nexts=frozenset("the next|the following|the same|that very|that same".split("|")),
    laters=frozenset("later on after".split()),
    by_then=frozenset("by within since now".split()),
    doing_on=frozenset("cited offered gave provided issued thanked used went made took".split()),
    long_past=frozenset("ago|then|last year|last month|last week|last spring|last summer|last autumn".split("|")),
    lasting=frozenset("still never yet".split()),
    unfulfilled=frozenset("no|not one|not a single|none|nobody|nothing|neither".split("|")),
    undecided=frozenset("clear known certain sure immediately decided".split()),
    calling_off=frozenset("averted|called off|cancelled|canceled|postponed|scrapped|shelved|suspended".split("|")),
    lapsing=frozenset("came and went|has come and gone|came and passed|passed without".split("|")),
    others=frozenset({"others"}),
    counts=frozenset("dozens scores hundreds thousands several others neither none".split()),
    bounding=frozenset("only|just|about|nearly|almost|at least|at most|some|fewer than|more than|barely".split("|")),
)
