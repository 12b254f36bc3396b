"""English words of what a narrator tells behind somebody’s words."""

from __future__ import annotations

from digests.lexicon.reporting_groups import Narration

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

NARRATION = Narration(
    telling_how=frozenset({"without"}),
    asides=frozenset(
        "of from in at on with for during through via after under as like along speaking citing quoting referring "
        "asked including writing known based who whose which whom now then head chief one part both himself herself "
        "itself themselves himself author co-author co-founder founder executive vice deputy acting former senior "
        "professor editor host mayor chairman chairwoman president spokesman spokeswoman spokesperson director "
        "chancellor secretary policy an a the".split()
    ),
    narrating=frozenset(
        "all true|all of it true|all of which is true|all of which was true|all of which is false|"
        "but declined|but offered|but gave|but refused|"
        "but provided|without elaborating|without providing|without offering|without giving|"
        "without specifying|without evidence|without proof|without any evidence|without any proof|"
        "before appearing|before walking|before adding|before saying|"
        "but later|but added|but said|but stopped short|but stressed|but acknowledged|but noted|but warned|"
        "but insisted|but conceded|though did not|and declined|and refused to comment|sending markets|sending stocks|"
        "sending shares|sending prices|sending futures|roiling markets|rattling markets|rattling investors|"
        "but he did not sound|but she did not sound|but they did not sound|but he did not look|but she did not look|"
        "but he did not seem|but she did not seem|but he looked|but she looked|but he sounded|but she sounded|"
        "before it emerged|before it turned out|before it became known|before it was found|until it emerged|"
        "only for it to|before withdrawing|before correcting|before retracting|before being led|before being taken|"
        "before being cut off|before being escorted|before being interrupted|before hanging up|before storming|"
        "before sitting down|before stepping|before boarding|before leaving the room|before leaving the stage|"
        "and left the room|and left the stage|and walked off|and walked out of the room|and hung up|and stormed|"
        "and sat down|and shook hands|and shook his head|and shook her head|and took no questions|as happened|"
        "as was the case|when asked|when pressed|when questioned|to reporters|to journalists|"
        "and by noon|and by nightfall|and by evening|and by morning|at a time when|on the eve of|yet it|yet he|"
        "yet she|yet they|yet the|"
        "then knocked|then winked|then laughed|then fell silent|then hung up|then burst|then sat down|"
        "then shook|then walked|"
        "then admitted|then took|then deleted|then thought|then corrected|then changed|then withdrew|then apologised|"
        "then apologized|and has since|and has regretted|and later apologised|and later apologized|"
        "and later withdrew|"
        "and later corrected|and has apologised|and has apologized".split("|")
    )
    | _SAYING_NO_MORE,
    concealing=frozenset(
        "omitting|without mentioning|without adding|not mentioning|never mentioning|failing to mention|"
        "leaving out|leaving out that|concealing that|hiding that|without telling|ignoring|glossing over|skating over|"
        "overlooking|passing over|skipping over|neglecting to mention|forgetting to mention|omitting to mention|"
        "neglecting to say|failing to say|disregarding|leaving aside|playing down|"
        "forgetting that|forgetting how".split("|")
    ),
    knowing=frozenset("knowing|well knowing|fully knowing|well aware|fully aware|aware".split("|")),
    held_against=frozenset("given|despite|in spite of|in light of|in the light of|in view of|considering".split("|")),
    raked_up=frozenset(
        "comments comment remarks remark rhetoric statements statement attacks insults tirades rants outbursts slurs "
        "criticism criticisms jibes smears gaffes tweets promise promises pledge pledges vow vows denials".split()
    ),
    glossing=frozenset(
        "essentially|in effect|in essence|a reference to|a clear reference to|an obvious reference to|"
        "an allusion to|a nod to|a dig at|a jab at|a swipe at|a shot at|a play on|shorthand for|code for|"
        "a euphemism for|an echo of|a phrase|a term|a slogan|a line".split("|")
    ),
    surmising=frozenset(
        "apparently ostensibly presumably supposedly ironically tellingly predictably conveniently".split()
    ),
    conveying=frozenset({"via", "referring", "alluding"}),
    speaking_occasions=frozenset(
        "hearing interview broadcast episode edition show program programme podcast conference briefing debate rally "
        "speech forum appearance livestream".split()
    ),
    speaking_at=frozenset("during in on at".split()),
    counting_on=frozenset(
        "latest first second third fourth fifth sixth seventh eighth ninth tenth worst deadliest biggest "
        "bloodiest".split()
    ),
    bringing_about=frozenset(
        "means meant makes leaves lets allows gives puts keeps forces helps enables mean make leave let allow give put "
        "keep force help enable".split()
    ),
    urging=frozenset(
        "urging|calling on|calling for|appealing to|appealing for|pleading with|pleading for|insisting|stressing|"
        "noting that|warning that|ensuring that|underscoring|underlining|describing|accusing|thanking|imploring|"
        "advising|encouraging|cautioning|denouncing|condemning|decrying|deploring|lambasting|lamenting|slamming|"
        "criticising|criticizing|branding|dubbing|likening|labelling|labeling".split("|")
    ),
    ranking=frozenset({"making", "becoming"}),
    mocking=frozenset({"not-so", "not-quite-so", "not-quite", "not-exactly", "not-entirely", "not-too"}),
    against_all=frozenset("despite|in spite of".split("|")),
    commenting=frozenset(
        "ending|having|only to|in other words|none more|as if|as though|"
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
    titling=frozenset("titled entitled headlined dubbed captioned".split()),
    awaited=frozenset("expected due likely set scheduled".split()),
    wording=frozenset("put puts described describes called calls termed phrased".split()),
    pairs={"between": frozenset({"and", "to"}), "not only": frozenset({"but"})},
    noun_pairs={"both": frozenset({"and"})},
    choices=frozenset("either options choices alternatives".split()),
    attending=frozenset(
        "listened|watched|cheered|applauded|booed|laughed|wept|nodded|clapped|chanted|jeered|looked on|"
        "laughed out loud|laughed aloud|"
        "took notes".split("|")
    ),
    undergoing=frozenset({"was", "were"}),
    feeling=frozenset("felt remained".split()),
    before_past=frozenset({"had"}),
    speaker_deeds=frozenset(
        "refused declined cancelled canceled recalled sacked fired suspended apologised apologized resigned "
        "withdrew decided ordered adjourned remanded".split()
    ),
    simultaneous=frozenset("as while yet but".split()),
    sides=frozenset("behind|beside|around|above|below|outside|before|next to|in front of".split("|")),
    sensed=frozenset("could be heard|could be seen|can be heard|can be seen|looked on|look on".split("|")),
    stirring=frozenset(
        "fuelling fueling raising heightening stoking deepening reviving renewing sparking prompting easing dashing "
        "fanning feeding intensifying increasing".split()
    ),
    stirred=frozenset(
        "speculation fears fear hopes hope concerns concern doubts doubt tensions tension worries questions suspicion "
        "suspicions anger alarm outrage unease pressure".split()
    ),
    things_said=frozenset("something|a thing|a fact|which|a view|an idea".split("|")),
    remarks=frozenset(
        "words|remarks|a word|a statement|a decision|a remark|a phrase|a line|a sentence|a comment".split("|")
    ),
    told_moments=frozenset("later earlier before after afterwards afterward".split()),
    recalling=frozenset({"following"}),
    more_person_endings=frozenset({"yst"}),
    bodies_of_people=frozenset("police union unions company parents locals witnesses fans critics".split()),
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
    behind_spans=frozenset({"later"}),
    told_spans=frozenset("minutes hours days weeks".split()),
    told_order=frozenset({"after", "before"}),
    figure_comparisons=frozenset(
        "compared with|compared to|in contrast to|as opposed to|"
        "against|versus|far less than|far more than|well below|well above|short of|"
        "more than|less than|fewer than".split("|")
    ),
    figures_of_others=frozenset(
        "figure estimate estimates estimated count tally forecast forecasts projection valuation list lists register "
        "manifest".split()
    ),
    beside_saying=frozenset(
        "unaware|oblivious|much to|to the surprise|to the delight|to the dismay|to cheers|to applause|to laughter|"
        "or so|or that is how|or that is what|or that was how|or that was what|when in fact|when in truth|"
        "apparently unaware|without knowing|not knowing".split("|")
    ),
    saying_beside=frozenset({"before", "despite"}),
    taken_up=frozenset("something|a claim|an allegation|an accusation|a charge|a charge that|charges".split("|")),
    pressing=frozenset("pressed pressured challenged confronted".split()),
    narrating_joints=frozenset({"and", "but"}),
    before_verdicts=frozenset({"well"}),
    present_auxiliaries=frozenset(
        "is are does do has have isn't isn’t aren't aren’t doesn't doesn’t don't don’t".split()
    ),
)
