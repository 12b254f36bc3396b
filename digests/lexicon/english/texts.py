"""English words by which a text is read as a whole."""

from __future__ import annotations

from digests.lexicon.texts import Texts

TEXTS = Texts(
    abbreviations=frozenset(
        "mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt cpl sgt pvt adm cmdr brig prof rev hon pres st mt "
        "const insp supt det pte msgr cllr ald engr atty smt "
        "ft fr sr jr vs v approx cf e.g i.e inc ltd co corp bros dept est etc al u.s u.k u.n e.u d.c u.s.a a.m p.m "
        "ph.d".split()
    ),
    hours=frozenset({"a.m", "p.m"}),
    numbering_names=frozenset({"no"}),
    numbering=frozenset(
        "no nos w.va va ky pa md fla ga ala tenn calif conn wis minn mich okla n.c s.c n.y n.j n.m n.h".split()
    ),
    sentence_starters=frozenset(
        "a after all an and another any as at both but by during each even every for from further he her here his how "
        "however i if in it its last many meanwhile more most my no not now of on one only or others our she since so "
        "some still such that the their then there these they this those though to two under until we what when where "
        "while who why with yet you".split()
    ),
    small_words=frozenset(
        "the of and to a in is that for it was on with as be by at this have from or had not are but which you were "
        "all their been has would will who more if out so said what up its about into than them can only other new "
        "some could these two may then do any my now such like our over me most after also did many off before must "
        "through where much should well how because each they his your her he she we i an there when says no "
        "one".split()
    ),
    unindexed=frozenset(
        "the of to and a in that is was for on with as by at from be were are an this which or had not but have has "
        "its would been their will they he she his her than into".split()
    ),
    stop_words=frozenset(
        "above across again against ago almost along already although always am among another around asked away back "
        "became began behind being below between both called came cannot come day days didn does doesn doing don done "
        "down during early either else even ever every far few first former found four further gave get give given go "
        "going got having here hers him himself however including isn itself just last late later least less ll made "
        "make might month months near need never next nor nothing often old once others own part people per perhaps "
        "put rather re really reported reportedly reports same saw say saying second see seen several since six "
        "something still take taken tell ten themselves thing things those though three time times today together told "
        "too took toward under until upon us use used ve very via wasn way week weeks went whether while whole whom "
        "whose why within without won year years yes yesterday yet".split()
    ),
)
