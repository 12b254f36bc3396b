"""English words by which a speaker assures that all is well, and those that tell what went wrong."""

from __future__ import annotations

from digests.lexicon.lines import Assurances


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split("|") if "|" in words else words.split())


ASSURANCES = Assurances(
    assuring=frozenset(
        "fine sound safe safely secure secured healthy fit clean cleaned intact stable calm quiet peaceful peacefully "
        "normal normally ready lawful legal solvent solid robust harmless minor unhurt unharmed uninjured alive honest "
        "fair loyal complied comply complies compliant respected guaranteed unsinkable foolproof perfect perfectly "
        "excellent "
        "flawless flawlessly smooth smoothly "
        "cleanest safest purest healthiest repaired extinguished drinkable harmlessly rescued "
        "evacuated undamaged spotless immaculate insured sober friendly humane humanely happy contented "
        "recovering recovered rested resolved protected comfortable impeccable impeccably faultless "
        "faultlessly proper properly professionally lawfully".split()
    )
    | frozenset(
        "in good health|in good shape|in good condition|in good order|in good hands|in full health|in good spirits|"
        "in perfect order|in perfect condition|in perfect health|in working order|"
        "under control|on track|on schedule|on time|out of danger|well cared for|cared for|looked after|well fed|"
        "well treated|treated well|going well|went well|gone well|doing well|running well|works well|working well|"
        "within the law|within the rules|within the limit|within the limits|within limits|below the limit|"
        "within legal limits|within safe limits|up to code|up to standard|met the code|met the standard|"
        "met the standards|met all standards|met the rules|met the requirements|met all requirements|meets the code|"
        "meets the standard|meets the standards|meets all standards|meets the requirements|met every standard|"
        "met every rule|"
        "followed the rules|followed the law|follows the rules|by the book|passed its inspection|passed inspection|"
        "passed all inspections|passed every inspection|passed every test|passed all tests|passed all its tests|"
        "paid their taxes|paid his taxes|paid her taxes|paid its taxes|paid my taxes|paid our taxes|of my taxes|"
        "of his taxes|of her taxes|of its taxes|paid in full|paid on time|"
        "would hold|will hold|would stay on|will stay on|stay standing|would pass quickly|blew over|"
        "would run on time|the worst was over|the worst is over|all clear|is well|was well|are well|"
        "were well|be well|all well|enough|plenty of|in full|no longer "
        "a danger|nothing to hide|nothing to fear|nothing to worry|in safe hands|like family|was out|is out".split("|")
    ),
    mishaps=frozenset(
        "dead died die dies dying killed drowned buried bodies corpse corpses culled collapsed collapse collapses "
        "caved "
        "crashed sank sunk capsized derailed burned burnt exploded explosion ruptured burst cracked cracks crack "
        "crumbled crumbling leaked leaking leaks leak flooded flooding overflowed submerged spilled slick poisoned "
        "poisoning sickened ill unwell sick vomiting fever hospitalised hospitalized crutches wheelchair stretcher "
        "injured "
        "wounded bleeding bruises bruised rats mice cockroaches maggots mould mold mouldy moldy sewage stench stank "
        "rotten rotting rotted rust rusted rusty filthy dirty contaminated polluted toxic smoke flames ablaze "
        "dark darkness blackout blackouts outage outages locked empty deserted cancelled canceled scrapped "
        "stranded missing vanished disappeared stolen looted robbed arrested jailed indicted convicted fined sued "
        "suing sues suspended bankrupt bankruptcy insolvent insolvency insolvency debts unpaid owed owes sacked "
        "dismissed layoffs redundancies evicted fled escaped riot riots rioted clashes gunfire shelling shelled "
        "bullets "
        "attacked beaten boiling undrinkable mutiny grounded seized expired defaulted banned "
        "expelled disqualified doping broke broken snapped unconscious coma intensive amputated surgery "
        "starving starved hungry malnourished thirsty freezing frozen drunk asleep chaos panic stampede "
        "evacuated quarantined infected relapsed resigned quit".split()
    )
    | frozenset(
        "blew up|fell off|fell in|fell down|fell apart|gave way|caught fire|on fire|went dark|went under|"
        "went off|shut down|broke down|broke out|fell ill|fell sick|ran out|running out|laid off|was fired|"
        "were fired|were shot|tested positive|came back positive|times the limit|above the limit|"
        "over the limit|times the legal limit|above the legal limit|over the legal limit|without power|"
        "without water|without food|without heating|without electricity|was shot|in hospital|to hospital|"
        "not been seen|not been heard|not been found|unaccounted|in custody|in jail|in prison|behind bars|"
        "in ruins|in flames|in tatters|picket lines|tear gas|jumped the|under water|underwater|out of order|"
        "out of action|ran aground|for bankruptcy|for insolvency|for protection from|in a coma|"
        "fewer than half|long queues|the morgue".split("|")
    ),
    universals=frozenset("all every everyone everybody everything always entire whole".split()),
    fewer=frozenset({"fewer", "half of", "a third of", "a quarter of"}),
    opposites=(
        (
            _words(
                "peaked peak end cheap cheaper ease eased fall fallen lower shrink halve halved decline slow stop "
                "stopped"
            ),
            _words("rose|doubled|tripled|grew|worsened|worse|climbed|soared|dearer|twice|higher|a record"),
        ),
        (
            _words("lost stolen missing destroyed shredded mislaid burned burnt gone"),
            _words("was in|was on|was at|was under|were in|were on|lay in|lay on|lay under|hung in|stood in|turned up"),
        ),
        (_words("landed arrived"), _words("came down|in a field|crash-landed|ditched|diverted")),
        (
            _words("acted alone|alone|single-handed|on his own|on her own|by himself|by herself|lone"),
            _words("others|other men|other women|other people|accomplice|accomplices|helpers|accessories"),
        ),
        (
            _words("finished complete completed ready built"),
            _words("unfinished|half built|half-built|foundations|building site|construction site|no roof|scaffolding"),
        ),
        (
            _words("poor|penniless|poverty|broke|all her money|all his money"),
            _words("rich|fortune|castles|yacht|villas|mansion|millionaire|owned a|owns a"),
        ),
        (
            _words("ill|sick|injured|unfit|bedridden|too ill|too weak|too frail|unable to walk|disabled"),
            _words("danced|dancing|ran|scored|skied|skiing|golf|sprinted|surfing|jogging|played in"),
        ),
        (
            _words("fresh|new|brand new|fresh-baked|freshly caught"),
            _words("days old|weeks old|months old|years old|stale|mouldy|moldy|rotten|frozen|second-hand|used|expired"),
        ),
        (
            _words("rain snow frost storm stormy hail"),
            _words("sunny|mild|dry|cloudless|blue skies|blue sky|stayed away"),
        ),
        (
            _words("dry|sunny|mild|warm|fine weather|blue skies"),
            _words("rain rained poured snow snowed frost froze storm hail drenched soaked"),
        ),
        (
            _words("small|minor|limited|slight|tiny|isolated"),
            _words("huge|vast|the largest|the biggest|the worst|km long|kilometres long|kilometers long|miles long"),
        ),
    ),
    likewise=frozenset("so|just that|exactly that|precisely that".split("|")),
    exhibits=frozenset(
        "test tests certificate certificates ledger ledgers logbook receipt receipts register registers invoice "
        "invoices audit audits diary diaries x-ray x-rays scan scans swab swabs meter meters gauge gauges radar dna "
        "fingerprints autopsy satellite payslip payslips passport passports".split()
    ),
)
