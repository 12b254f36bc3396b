"""English cues, as a line reads them: stems of verbs, each with a star, and fixed phrases."""

from __future__ import annotations

from digests.lexicon.claims import Cues

CUES = Cues(
    stating=frozenset(
        "say says said saying tell* told* stat* announc* report* add* note noted notes noting write* wrote* writing* "
        "conclud* estimat* believ* think* thought* according* insist* argu* assert* confirm* warn* predict*".split()
    ),
    telling=frozenset("tell* told* warn* assur* remind* inform* convinc* persuad*".split()),
    directions=frozenset({"to", "of"}),
    talking=frozenset("spoke speak speaks speaking talk talks talked talking point points pointed pointing".split()),
    unreal=frozenset({"would", "could", "might", "may", "should", "if", "expected to", "likely to", "asked whether"}),
    habitual=frozenset("often sometimes always usually frequently typically generally routinely".split()),
    everybody=frozenset("everyone everybody anyone anybody".split())
    | frozenset(
        f"{lead}{noun}"
        for lead in ("", "the ", "these ", "those ", "such ", "some ", "new ", "all the ")
        for noun in (
            "data figures numbers evidence statistics results chart headline headlines posts tweets rumours rumors"
        ).split()
    ),
    impersonal=frozenset(
        "reportedly allegedly purportedly indication indications report reports rumour rumours rumor rumors source "
        "sources speculation fear fears".split()
    ),
    impersonal_participles=frozenset(
        "said reported believed thought estimated understood feared rumoured rumored told".split()
    ),
)
