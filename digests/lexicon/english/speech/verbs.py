"""English verbs of saying, denying, estimating and forecasting, and the nouns made of them."""

from __future__ import annotations

from typing import Final

from digests.lexicon.english.speech.inflection import PARTICIPLES, PASTS, finite
from digests.lexicon.speech import Verbs

#: Those that mostly have a speaker for their subject.
_SPEAKING: Final = (
    "accuse acknowledge add admit allege announce argue ask assert blame caution claim comment concede conclude "
    "confirm contend continue declare describe emphasise emphasize exclaim explain insist maintain mention note "
    "observe pledge point post promise recall recount remark reply report respond reveal say shout state stress "
    "suggest tell testify tweet urge vow warn write"
)
#: Those that say what somebody holds to be so.
_HOLDING: Final = "assess believe call deny estimate expect predict think wonder"
#: Those that often have another subject, or another meaning.
_REPORTING: Final = (
    "accord address advise affirm agree answer assure attest authenticate boast brief caption chant charge cite "
    "clarify complain compare confess confide convey counter credit detail disclose echo elaborate find flag hail "
    "highlight hint identify indicate inform interject joke label lament list name notify object offer opine outline "
    "proclaim publish quip quote reaffirm reason refer reiterate relate relay remind repeat show speak specify submit "
    "believe rule scream summarise summarize swear term threaten underline underscore whisper yell"
)
_NOUNS: Final = (
    "accusation acknowledgement acknowledgment admission allegation announcement argument assertion assurance "
    "briefing communique confirmation declaration description explanation indication message revelation statement "
    "suggestion testimony warning word words allegedly reportedly"
)

VERBS = Verbs(
    plainest=frozenset("said says told tells".split()),
    saying=finite(_SPEAKING, _HOLDING) | {"say", "tell"},
    inverted=finite("add ask explain recall reply say write"),
    reporting=frozenset(f"{_SPEAKING} {_REPORTING} {_NOUNS}".split()),
    lacking=frozenset({"without"}),
    plain=frozenset("accord announce report say state tell write".split()),
    estimating=frozenset("assess assessment calculate calculation estimate estimation gauge reckon".split()),
    denying=frozenset("denial deny rebut rebuttal refute refutation disavow".split()),
    rejecting=frozenset("discount dismiss dispute reject".split()),
    disputing=frozenset({"dispute"}),
    forecasting=frozenset(
        "anticipate anticipation expect expectation forecast foresee predict prediction project projection".split()
    ),
    appearing=frozenset("appear appearance seem seemingly apparently".split()),
    supposed=frozenset(
        "anticipated assumed believed considered expected forecast presumed projected supposed thought "
        "understood".split()
    ),
    stances=frozenset(
        "afraid agreement ambition anger angry approval aspiration aware belief commitment concern confidence "
        "confident criticism criticise criticize desire determination determined disappointment disapproval doubt "
        "eager fear frustration grateful happy hope hopeful intention interest keen love opposition optimism "
        "optimistic outrage plan preference pride proud readiness ready regret reluctance reluctant skeptical "
        "skepticism support sympathy thanks thankful unhappy willing willingness wish worried worry".split()
    ),
    demanding=frozenset("call* ask asks asked asking press* push* plead*".split()),
    demanded=frozenset("for on upon".split()),
    naming=frozenset("call calls called calling dubbed characterise* characterize*".split()),
    naming_else=frozenset("for on upon to off out".split()),
    agreeing=frozenset("backing confirming corroborating echoing reinforcing repeating supporting".split()),
    following=frozenset("after amid contradicting despite following".split()),
    citing=frozenset("citing quoting".split()),
    news_gathering=frozenset("reports reported learnt learned gathered understands".split()),
    relaying=frozenset("quoted cited quotes cites".split()),
    relayed=frozenset("as saying|as having said|as telling|as stating|as claiming|as warning|as adding".split("|")),
    reported_to=frozenset(
        f"{passive} to have {participle}"
        for passive in "reported said alleged understood".split()
        for participle in "said told warned stated claimed added".split()
    ),
    passing_on=frozenset("reported reports".split()),
    reading_aloud=frozenset("read reads reading recited recites reciting".split()),
    telling=frozenset("told tells".split()),
    obtaining=frozenset("seen obtained reviewed read viewed examined shared leaked quoted cited verified".split()),
    issuing=frozenset("published released issued unveiled publishes releases issues".split()),
    sending=frozenset(
        "posted sent wrote emailed uploaded tweeted posts sends writes emails uploads tweets".split()
    ),
    hearing=frozenset("heard hears hear overheard overhears".split()),
    meeting=frozenset(
        "met|meets|met with|meets with|spoke with|speaks with|spoke to|talked to|talked with|argued with|"
        "debated|debated with|joined|phoned|called|visited|hosted|interviewed|sat with|clashed with".split("|")
    ),
    recalling=frozenset("remembers remembered recalls recalled".split()),
    adding=frozenset("added adds continued continues went goes".split()),
    replying=frozenset("replied|replies|answered|answers|responded|retorted|shot back".split("|")),
    questioning=frozenset(
        "asked|asks|put it to|puts it to|pressed|questioned|suggested to|wanted to know|demanded|wondered".split("|")
    ),
    asking=frozenset({"asked", "asks"}),
    putting=frozenset({"put", "puts"}),
    putting_participles=frozenset({"putting"}),
    putting_at=frozenset({"at", "at between", "at nearer", "at nearer to"}),
    counting=frozenset({"counted"}),
    wishing=frozenset("want wants think thinks hope hopes".split()),
    accused=frozenset("accused charged suspected convicted".split()),
    addressed=frozenset("asked pressed questioned quizzed reminded told".split()),
    answering=frozenset("respond* comment* repl* react* address*".split()),
    silence=frozenset(
        "declined to comment|no immediate response|no immediate comment|no immediate reaction|no comment|no response|"
        "nothing to add".split("|")
    ),
    delays=frozenset("yet|immediately|immediate|so far|independently".split("|")),
    requests=frozenset(
        "request requests message messages call calls email emails inquiry inquiries question questions attempt "
        "attempts effort efforts".split()
    ),
    matters=frozenset("matter matters story article".split()),
    abilities=frozenset({"can", "could"}),
    verifying=frozenset("verif* confirm* corroborat*".split()),
    verified=frozenset("verified confirmed true".split()),
    unverified=frozenset(
        "unconfirmed|unverified|no independent confirmation|no way to verify|not able to verify|"
        "unable to verify".split("|")
    ),
    bases={form: base for forms in (PASTS, PARTICIPLES) for base, form in forms.items()},
    endings=(
        ("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
        ("ing", "e"),
    ),
)  # fmt: skip
