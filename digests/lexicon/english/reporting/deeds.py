"""English words by which a verb of saying tells of a deed, of a thing or of what somebody undergoes."""

from __future__ import annotations

from digests.lexicon.english.reporting.verb_forms import forms_of
from digests.lexicon.reporting_groups import Deeds

#: Participles that take no object, with what follows them where somebody else is the one who does it.
_UNDERGONE = (
    ("warned urged ordered told reminded advised instructed directed invited persuaded convinced encouraged", "to"),
    ("commanded condemned", "to"),
    ("accused suspected convicted", "of"),
    ("blamed cited criticised criticized praised condemned faulted thanked mocked commended hailed lauded", "for"),
    ("rebuked denounced", "for"),
    ("charged credited", "with"),
    ("seen viewed hailed described labelled labeled branded dubbed tipped", "as"),
)

DEEDS = Deeds(
    messages=frozenset("message messages note notes call calls".split()),
    senders=frozenset({"from", "by"}),
    before_questions=frozenset("just exactly precisely".split()),
    leaving_out=frozenset(
        "announce announces announced mention mentions mentioned disclose discloses disclosed reveal reveals revealed "
        "unveil unveils unveiled outline outlines outlined cite cites cited offer offers offered".split()
    ),
    trifles=frozenset({"little", "nothing"}),
    before_plurals=frozenset("other such these those all some many several most few both no any various".split()),
    done_alone=frozenset(
        "act appeal apologise apologize attend campaign change close compete comply concede continue cooperate "
        "disarm disband endure escalate evacuate expand fight help hit improve intervene invest join leave listen "
        "mediate mobilise mobilize move negotiate obey participate pay pray prevail protest quit react rebuild recover "
        "reform relent reopen resign respond resume retaliate retire retreat return run sell serve speak stay step "
        "stop strike sue surrender testify travel vote wait walk withdraw win work".split()
    ),
    taking_things=frozenset(
        "repeat repeats repeated stress stresses stressed reiterate reiterates reiterated emphasize emphasizes "
        "emphasized emphasise emphasises emphasised underline underlines underlined underscore underscores "
        "underscored echo echoes echoed voice voices voiced outline outlines outlined detail details detailed "
        "highlight highlights highlighted cite cites cited recall recalls recalled recalling recount "
        "recounts recounted".split()
    ),
    announcing=frozenset(
        "announce announces announced report reports reported reveal reveals revealed confirm confirms confirmed "
        "disclose discloses disclosed allege alleges alleged declare declares declared show shows showed note notes "
        "noted indicate indicates indicated find finds found document documents documented mention mentions mentioned "
        "observe observes observed".split()
    ),
    claimed_things=frozenset(
        "reasons ways responsibility credit victory ownership sovereignty asylum immunity".split()
    ),
    undergone=frozenset(
        f"{participle} {follower}"
        for participles, followers in _UNDERGONE
        for participle in participles.split()
        for follower in followers.split()
    ),
    prosecuted=frozenset("charged sued indicted accused arrested prosecuted fined jailed detained held".split()),
    giving=frozenset("offer offers offered".split()),
    word_things=frozenset(
        "apology apologies condolences sympathy sympathies congratulations thanks words word praise criticism critique "
        "advice explanation explanations assessment view views opinion opinions account defence defense evidence "
        "prediction predictions estimate estimates answer answers reason reasons support guidance assurance "
        "assurances denial proof comment comments statistics figures details data numbers examples example".split()
    ),
    answering=frozenset(
        "answer answers answered respond responds responded react reacts reacted reply replies replied".split()
    ),
    presenting=frozenset("show shows showed shown".split()),
    traits=frozenset(
        "determination courage promise character grit resolve restraint interest respect signs mercy solidarity "
        "contempt patience skill poise spirit heart strength flashes glimpses enthusiasm resilience commitment".split()
    ),
    stressing=frozenset(
        "underscore underscores underscored underline underlines underlined illustrate illustrates illustrated reflect "
        "reflects reflected".split()
    ),
    going_on=frozenset("continue continues continued".split()),
    consenting=frozenset("agree agrees agreed".split()),
    taking=frozenset("claim claims claimed maintain maintains maintained".split()),
    concluding=frozenset(
        "show shows showed shown prove proves proved suggest suggests suggested indicate indicates indicated reveal "
        "reveals revealed demonstrate demonstrates demonstrated underscore underscores underscored confirm confirms "
        "confirmed highlight highlights highlighted remind reminds reminded".split()
    ),
    happenings=frozenset(
        "debate debates talks match matches game games meeting meetings vote votes attack attacks election elections "
        "crisis war visit visits protest protests strike strikes storm storms flood floods fire fires crash crashes "
        "accident accidents incident incidents episode case trial summit race contest rally rallies scene scenes "
        "history experience past victory defeat win loss success failure outcome turnout disaster tragedy outbreak "
        "killing killings shooting shootings explosion blast".split()
    ),
    tales=frozenset("stories story tales tale anecdotes anecdote jokes joke yarns yarn lies".split()),
    of_things=frozenset(
        "include require allow exclude involve contain comprise prohibit forbid mean represent range remain".split()
    ),
    creeds=frozenset({"believe in", "believes in", "believed in"}),
    experiencing=frozenset({"found", "discovered", "seen"}),
    describing=frozenset(
        "describe describes described describing characterize characterizes characterized characterise characterises "
        "characterised portray portrays portrayed depict depicts depicted".split()
    ),
    predicating=frozenset("as how what".split()),
    pictures=frozenset(
        "video videos clip clips footage recording recordings photo photos photograph photographs picture pictures "
        "image images post posts poster posters sign "
        "signs caption map maps".split()
    ),
    showing=forms_of("show depict feature capture display"),
)
