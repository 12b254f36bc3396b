"""English cues, as a line reads them: stems of verbs, each with a star, and fixed phrases."""

from __future__ import annotations

from digests.lexicon.claims import Cues

CUES = Cues(
    stating=frozenset(
        "say says said saying tell* told* stat* announc* report* add* note noted notes noting write* wrote* writing* "
        "conclud* estimat* believ* think* thought* according* insist* argu* assert* confirm* warn* predict*".split()
    ),
    telling=frozenset("tell* told* warn* assur* remind* inform* convinc* persuad*".split()),
    directed=frozenset("accus* urg* press* order* ask* warn* advis* encourag* implor* instruct* command*".split())
    | frozenset(f"{verb}{particle} on" for verb in ("call", "calls", "called", "calling") for particle in ("", " up")),
    directions=frozenset({"to", "of"}),
    with_object=frozenset(
        "offer* cite* citing* mention* discuss* address* defend* echo* express* question* attack* criticis* criticiz* "
        "blam* prais* condemn* welcom* reject* raise* raising* tout* applaud* denounc* highlight* underscor*".split()
    ),
    talking=frozenset("spoke speak speaks speaking talk talks talked talking point points pointed pointing".split()),
    topic_prepositions=frozenset("about of on to out".split()),
    committing=frozenset("promis* pledg* vow* agree* plan* intend* intent* expect* threaten* commit* prepar*".split()),
    unreal=frozenset({"would", "could", "might", "may", "should", "if", "expected to", "likely to", "asked whether"}),
    impersonal=frozenset(
        "reportedly allegedly purportedly indication indications report reports rumour rumours rumor rumors source "
        "sources speculation fear fears".split()
    ),
    impersonal_participles=frozenset(
        "said reported believed thought estimated understood feared rumoured rumored told".split()
    ),
)
