"""English verbs of plain reporting, by what a line does with them, and the small words that go with them."""

from __future__ import annotations

from digests.lexicon.english.reporting.verb_forms import forms_of
from digests.lexicon.reporting_groups import Reporting

_PLAIN = (
    "say tell add state note announce report claim argue explain insist acknowledge admit confirm declare emphasize "
    "emphasise stress remark comment mention recall write tweet post reply respond continue conclude "
    "predict estimate "
    "testify allege assert maintain contend observe concede caution reveal recount disclose affirm reiterate repeat "
    "reason complain lament exclaim clarify relate specify answer counter elaborate caption inform assure remind "
    "message interject shout retort read stipulate attest venture opine underscore underline sum guess figure echo "
    "point go whisper recite foresee chant cry scream yell sigh recollect reflect muse boast quip shoot"
)
_FINDING = "find show indicate reveal forecast project calculate reckon assess discover determine state"
_NEWS = (
    "warn urge demand threaten accuse blame object call ask promise vow pledge reject welcome praise "
    "condemn apologise "
    "apologize order rule charge put count criticize criticise denounce defend dismiss describe compare suggest hint "
    "imply believe think expect hope fear doubt worry agree plan intend seek offer propose recommend "
    "advise encourage "
    "press push plead appeal thank congratulate question mock attack label brand dub liken cite tout "
    "highlight support "
    "back oppose endorse invite instruct command direct request refuse swear commit deride decry blast slam ridicule "
    "salute hail credit fault portray characterize characterise deem view see dispute deny rebut refute disavow "
    "discount rebuke chide scold lambast favor favour want anticipate signal convince persuade prepare "
    "decide consider "
    "challenge speculate wonder complain brag announce report claim insist acknowledge admit confirm "
    "declare emphasize "
    "emphasise stress predict estimate testify allege assert concede caution reveal recount disclose "
    "affirm reiterate "
    "tell inform assure remind forecast calculate find show indicate note underscore underline "
    "maintain state "
    "recall lament mention"
)
_OTHER = "refer name list identify speak talk read chant argue"
_DENYING = "deny"
_DISPUTING = "dispute reject dismiss"

REPORTING = Reporting(
    plain=forms_of(_PLAIN),
    finding=forms_of(_FINDING),
    news=forms_of(_NEWS),
    reporting=forms_of(f"{_NEWS} {_PLAIN} {_FINDING} {_OTHER}"),
    denying=forms_of(_DENYING),
    disputing=forms_of(_DISPUTING),
    suggesting=frozenset(
        "suggest suggests suggested suggesting imply implies implied implying hint hints hinted hinting".split()
    ),
    inferring=frozenset("indicating showing revealing suggesting implying hinting signalling signaling".split()),
    asking=frozenset("ask asks asked asking inquired wondered".split()),
    cleft_openers=frozenset({"what"}),
    subject_relatives=frozenset({"who", "which"}),
    object_relatives=frozenset({"whom"}),
    according=frozenset({"according to"}),
    judging=frozenset(
        "said told wrote added stated noted announced reported claimed argued insisted acknowledged admitted "
        "confirmed "
        "declared stressed warned disagree disagrees disagreed put puts counted valued estimated estimates says "
        "believes thinks doubts doubted denies denied disputes disputed urged urges".split()
    )
    | {"threw out"},
    calling=frozenset("call calls called describe describes described".split()),
    no_judgement=frozenset({"by", "in", "on", "at", "to be", "up"}),
)
