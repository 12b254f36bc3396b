"""English words for who and what can be said to say something."""

from __future__ import annotations

from digests.lexicon.english.speech.inflection import both_numbers
from digests.lexicon.speech import Sources

SOURCES = Sources(
    according=frozenset({"according to"}),
    agents=frozenset({"by", "from"}),
    owners=frozenset({"of"}),
    mute=frozenset({"there", "what"}),
    manners=both_numbers("plan schedule custom law rule tradition habit need size age type"),
    remarks=both_numbers("comment remark disclosure revelation observation declaration appeal"),
    claim_nouns=both_numbers(
        "accusation account allegation announcement assertion assessment charge claim estimate figure finding "
        "indication report rumor rumour speculation statement suggestion warning word"
    )
    | {"talk of"},
    earlier=frozenset("earlier previous prior recent similar other repeated initial".split()),
    kinds=frozenset({"such"}),
    speaking_things=frozenset(
        "account advisory agency analysis announcement article assessment authority brief briefing broadcaster channel "
        "committee communique company council court data department diary document email embassy essay estimate figure "
        "government group headline indictment institute intelligence lawsuit letter map media memo "
        "message military ministry newspaper note office organisation organization outlet page paper petition photo "
        "picture poll post press publication reading record report research ruling source statement statistic story "
        "study survey team text think-tank tweet union video website".split()
    ),
    events=frozenset(
        "advance assault attack bombardment breakthrough campaign crisis decision development escalation event "
        "fighting incident incursion invasion loss manoeuvre maneuver move movement offensive operation outcome "
        "pattern pressure raid rationale result retreat shelling shift situation step strategy strike success tactic "
        "tempo trend war".split()
    ),
    silent_things=both_numbers(
        "photo photograph picture image caption poster footage portrait remark banner sticker placard plaque billboard "
        "t-shirt tattoo epitaph gravestone tombstone horoscope crossword quiz"
    )
    | frozenset({"graffiti"}),
    asking=frozenset("which what whose how".split()),
    shares=frozenset("%|per cent|percent".split("|")),
    teams=frozenset({"campaign"}),
    personal_bodies=frozenset("office family campaign estate friend friends".split()),
    charges=frozenset(
        "chair chairman chairwoman chairperson head director chief president vice-president secretary leader manager "
        "minister boss dean professor editor commissioner curator keeper superintendent teacher lecturer "
        "coordinator".split()
    ),
    in_charge_of=frozenset("in charge of|in-charge of|in-charge|incharge of|incharge".split("|")),
    visiting=frozenset("spoke|speaks|talked|talks|chatted".split("|")),
    person_endings=both_numbers(
        "er or ist ian ant ent man men woman women people official chief colleague critic rival foe opponent detractor "
        "ally aide expert spokesperson guy girl boy lady couple family crowd youth pair diplomat pilot doctor veteran "
        "wife friend one person force troop"
    ),
    interviewing=frozenset(
        "interview|interviewed|spoke|talked|chatted|asked|questions|sat down with|caught up with|answered".split("|")
    ),
    question_labels=frozenset({"Q", "Question"}),
    answer_labels=frozenset({"A", "Answer"}),
    nobody=frozenset("neither no nobody none".split()),
    unknown=frozenset("unclear|uncertain|unknown|not clear|not known|not yet clear|not yet known".split("|")),
)
