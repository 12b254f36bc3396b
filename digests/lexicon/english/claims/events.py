"""English words for what claims say happens; an entry with a star stands for all words that begin so."""

from __future__ import annotations

from digests.lexicon.claims import Events


def _words(happens: str, opposite: str = "") -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(happens.split()), frozenset(opposite.split())


EVENTS = Events(
    classes={
        "control": _words(
            "captur* seiz* occupy occupies occupied occupying occupation liberat* retak* retook recaptur* conquer* "
            "overran "
            "overrun control controls controlled annex*"
        ),
        "advance": _words(
            "advance advances advanced advancing breakthrough breakthroughs breach*",
            "retreat*",
        ),
        "attack": _words(
            "attack* strike strikes struck striking shells shelled shelling bombs bombed bombing bombings bombard* "
            "raid* "
            "assault* offensive offensives invad* invasion invasions incursion incursions"
        ),
        "casualties": _words(
            "kill kills killed killing killings dead die died dies dying death deaths wound wounds wounded wounding "
            "injur* "
            "casualt* fatalit* loss losses eliminated perish* toll murder*",
            "surviv*",
        ),
        "prisoners": _words("prisoner prisoners pow pows"),
        "presence": _words(
            "deploy deploys deployed deploying deployment deployments stationed stationing reinforc* arriv*",
            "withdr* redeploy* pullout evacuat*",
        ),
        "combat": _words("combat fight fights fighting fought battle battles battled battling clash*"),
        "talks": _words("negotiat* talks ceasefire ceasefires truce truces deal deals treaty treaties"),
        "damage": _words(
            "damag* destroy* destruct* burns burned burnt burning collaps* ruin ruins ruined wreck*", "rebuil* repair*"
        ),
        "downing": _words("downed intercepts intercepted intercepting interception interceptions"),
        "change": _words(
            "rose risen rises climbed jumped increased increases grew grown surged soared",
            "fell fallen dropped declined decreased slumped shrank shrunk plunged",
        ),
        "vote": _words("elected win wins won re-elected", "conced*"),
        "detention": _words(
            "arrest* detain* convict* sentenced indict* jailed charged",
            "freed releas* acquit*",
        ),
        "approval": _words(
            "approv* adopt adopts adopted adoption ratif* backs backed endors*",
            "reject* veto* oppose opposes opposed opposing",
        ),
        "office": _words("appoint* inaugurat*", "resign* dismiss* sacked ousted"),
        "closure": _words(
            "closed closes closure closures shut shuts shutdown suspend* halts halted halting", "reopen* resum*"
        ),
    },
    phrases={
        "control": {
            "took control": 1, "taken control": 1, "take control": 1, "gained control": 1, "taking control": 1,
            "lost control": -1, "lose control": -1,
        },
        "advance": {
            "gained ground": 1, "moved forward": 1, "pushed forward": 1, "broke through": 1, "move forward": 1,
            "fell back": -1, "fallen back": -1, "driven back": -1, "pushed back": -1, "fall back": -1,
        },
        "presence": {"pulled out": -1, "pulled back": -1, "pull out": -1, "pulling out": -1},
        "downing": {"shot down": 1, "shoot down": 1, "shooting down": 1, "brought down": 1},
        "office": {"stepped down": -1, "step down": -1, "stepping down": -1},
    },
    of_people={"captured": "prisoners", "capture": "prisoners", "captures": "prisoners", "lost": "casualties"},
    people=frozenset(
        "soldier soldiers troops personnel fighter fighters serviceman servicemen servicemember servicemembers "
        "defender "
        "defenders prisoner prisoners people militant militants officer officers".split()
    ),
    unreal_modals=frozenset("will would may might could should shall must".split()),
    plans=frozenset(
        "plan* aim* intend* want* hope hopes hoped hoping expect* threat* ready prepar* likely unlikely possib* "
        "potential* "
        "meant before demand* urg* call* future able".split()
    ),
    future_contractions=frozenset({"'ll"}),
    negating_pairs=frozenset({"out of"}),
    harms={
        "killed or wounded": frozenset("casualt* loss* lost*".split()),
        "killed": frozenset("kill* dead* died* death* fatalit* perish* toll*".split()),
        "wounded": frozenset("wound* injur* hurt*".split()),
        "captured": frozenset("captur* prison*".split()),
    },
    joint_harm=("killed or wounded", ("killed", "wounded")),
    time_units=frozenset("seconds minutes hours days weeks months years".split()),
    pointing=frozenset({"any such", "such", "both", "all"}),
    citing=frozenset({"referring to", "as reported by", "based on"}),
    plain=frozenset(
        "that this these those the and for with from have has had been was were are its their his her who which about "
        "after into over than more most said says say they them will would also near against during while when where "
        "there being because some what all any not but still now again".split()
    ),
    joint_speakers=frozenset({"we", "our"}),
    common_openings=frozenset("one some several many two local".split()),
)  # fmt: skip
